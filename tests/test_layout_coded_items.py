"""Items that an agenda system lists by number alone, as the titles are links to the papers."""

from __future__ import annotations

import pytest
from layouts import as_document, lexicon
from minutes import read

from lrtgraph.layout import read_layout

LISTED = """College van B en W

dinsdag 6 februari 2024

Agendapunten

 1. {first}

  De gemeente huurt sinds 2019 een loods aan de haven. De huur loopt in juni af.

  Besluit

  De huur van de loods met een jaar te verlengen.

 2. {second}

  De buurt wil een speelplek. Er is geld voor over.

  Besluit

  Een speelplek aan te leggen.
"""


@pytest.mark.parametrize(("first", "second"), [("1", "2"), ("0.03.H", "0.08.H"), ("2.a", "2.b")])
def test_a_number_alone_is_an_item(first: str, second: str) -> None:
    layout = read_layout(as_document(LISTED.format(first=first, second=second)), lexicon())
    assert [(item.number, item.title) for item in layout.agenda] == [("1", first), ("2", second)]


def test_what_stands_above_the_decision_of_the_next_item_is_none() -> None:
    settled = [one.evidence.text for one in read(LISTED.format(first="1", second="2")).outcomes]
    assert settled == ["De huur van de loods met een jaar te verlengen.", "Een speelplek aan te leggen."]


@pytest.mark.parametrize(
    "figures",
    [
        "1. 350\n2. 420\n3. 500\n",
        "1. 35\n\n2. 42\n\n3. 50\n",
        "2. 35\n\nDe eerste telling klopte niet.\n\n3. 42\n\nDe tweede telling klopte wel.\n",
        "1. 35 plekken in Ede en 12 in Zeist\n\nDe telling klopt.\n\n2. 42 plekken in Assen\n\nOok goed.\n",
    ],
)
def test_figures_in_a_list_are_no_items(figures: str) -> None:
    layout = read_layout(as_document(f"Verslag overleg 6 februari 2024\n\nDe stand is:\n\n{figures}"), lexicon())
    assert all(not item.title.isdigit() for item in layout.agenda)


PADDED = """Openbaar verslag vergadering 6 februari 2024

{first} Verslag vergadering 30 januari

Het verslag wordt ongewijzigd vastgesteld.

{second} Aankoop loods aan de haven

Besluit:

De loods wordt aangekocht voor de opslag van bedden.
"""


@pytest.mark.parametrize(("first", "second"), [("01", "02"), ("01A", "01B"), ("03", "11")])
def test_a_number_with_a_zero_before_it_opens_an_item(first: str, second: str) -> None:
    layout = read_layout(as_document(PADDED.format(first=first, second=second)), lexicon())
    titles = ["Verslag vergadering 30 januari", "Aankoop loods aan de haven"]
    assert [(item.number, item.title) for item in layout.agenda] == list(zip((first, second), titles, strict=True))


@pytest.mark.parametrize(("first", "second"), [("02", "01"), ("01B", "01A"), ("12", "03")])
def test_numbers_that_fall_open_none(first: str, second: str) -> None:
    layout = read_layout(as_document(PADDED.format(first=first, second=second)), lexicon())
    assert [item.number for item in layout.agenda if item.number] == []
