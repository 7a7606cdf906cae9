"""People of the attendance list by first and last name: they are the subject of the verb beside them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from blocks import document, layout, participant
from minutes import read

from lrtgraph.build.reader import Reader
from lrtgraph.extraction.full_names import first_names, in_full
from lrtgraph.records import Mention, Record
from lrtgraph.resources import Settings

PEOPLE = {
    "Fleur Otten": "IPO",
    "Sanne de Wit": "BZK",
    "Karim El Bouzid": "COA",
    "Bo Ali": "Aedes",
    "Jan-Willem van der Burg": "VNG",
    "J.H. ter Horst": "VB",
    "Öykü Yıldız": "Nidos",
    "Wil Vrolijk": "IND",
    "Maria dos Santos": "SZW",
}
SENTENCES = {
    "{name} vraagt {other} wanneer het stuk komt.": "vraagt",
    "{name} verzoekt {other} de brief te sturen.": "verzoekt",
    "{name} steunt het voorstel van {other}.": "steunt",
    "{name} maakt bezwaar tegen de HAR.": "bezwaar",
    "{name} stelt voor om een werkgroep te starten.": "stelt_voor",
    "{name} vindt de HAR te duur.": "bezwaar",
    "{name} heeft moeite met de HAR.": "bezwaar",
    "{name} zegt toe een brief te sturen.": "zegt_toe",
    "{name} wijst het voorstel van {other} af.": "bezwaar",
    "{name} roept {other} op om mee te doen.": "verzoekt",
    "{name} is het eens met {other}.": "steunt",
    "{name} dringt er bij {other} op aan om haast te maken.": "verzoekt",
    "{name} vreest dat de HAR te laat komt.": "bezwaar",
    "{name} sluit zich aan bij {other}.": "steunt",
    "{name} wil van {other} weten hoe het staat.": "vraagt",
    "Daarom verzoekt {name} {other} om meer tijd.": "verzoekt",
    "Dat vindt {name} te laat.": "bezwaar",
    "Hierop stelt {name} voor de HAR te verlengen.": "stelt_voor",
    "{name} ({seat}) verzoekt {other} de brief te sturen.": "verzoekt",
    "{name}, {seat}, verzoekt {other} de brief te sturen.": "verzoekt",
    "{name} van {seat} maakt bezwaar.": "bezwaar",
    "{name}: steunt de HAR.": "steunt",
}
HEAD = f"""Verslag overleg opvang

Datum: 30 augustus 2023
Aanwezig: {", ".join(f"{name} ({seat})" for name, seat in PEOPLE.items())}

1. Opening

Er zijn geen mededelingen.

"""


@cache
def minutes(before: str, behind: str) -> tuple[Record, dict[tuple[str, str], int]]:
    """All sentences said by all, an item a sentence, and where each stands."""
    text, places, seats = HEAD, {}, list(PEOPLE.values())
    for number, form in enumerate(SENTENCES, start=2):
        text += f"{number}. Hotelregeling\n\n"
        for at, (name, seat) in enumerate(PEOPLE.items()):
            text += before
            places[form, name] = len(text)
            text += form.format(name=name, seat=seat, other=seats[at - 1]) + behind
        text += "\n\n"
    return read(text), places


@pytest.mark.parametrize("form", SENTENCES)
@pytest.mark.parametrize(
    ("before", "behind"), [("- ", "\n"), ("", "\n\n"), ("", " ")], ids=["bullets", "lines", "text"]
)
def test_whoever_is_listed_is_the_subject(form: str, before: str, behind: str) -> None:
    record, places = minutes(before, behind)
    told = {one.evidence.start: (one.speakers, one.act) for one in record.statements}
    assert {name: told.get(places[form, name]) for name in PEOPLE} == {
        name: ((seat,), SENTENCES[form]) for name, seat in PEOPLE.items()
    }


def test_who_is_asked_by_somebody_with_a_given_name() -> None:
    record, places = minutes("", "\n\n")
    asked = {one.evidence.start: one.addressees for one in record.statements}
    form = "{name} verzoekt {other} de brief te sturen."
    assert asked[places[form, "Fleur Otten"]] == ("SZW",)
    assert asked[places[form, "Sanne de Wit"]] == ("IPO",)


def test_a_mention_stays_the_surname() -> None:
    record, places = minutes("", "\n\n")
    start = places["Dat vindt {name} te laat.", "Fleur Otten"]
    assert [m.text for m in record.mentions if start <= m.start < start + 25] == ["Otten"]


def test_who_share_a_surname_are_told_apart_by_their_given_names() -> None:
    record = read(
        "Verslag overleg opvang\n\nAanwezig: Peter Jansen (Aedes), Anna Jansen (VB), Fleur Otten (IPO)\n\n1. HAR\n\n"
        "Peter Jansen vraagt VNG om geld.\n\nAnna Jansen steunt de HAR.\n\nJansen is tegen de HAR.\n"
    )
    assert [one.speakers for one in record.statements] == [("Aedes",), ("VB",), ("person:Jansen",)]


def test_people_of_ones_own_list_speak_for_the_seat_that_they_took(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text(
        "id,kind,label,aliases,broader\nFO,person,Fleur Otten,F. Otten;mw. Otten,IPO\nKB,person,Kees Bos,,VNG\n"
        "MD,person,Marieke Dijkman,M. Dijkman,JenV\n",
        encoding="utf-8",
    )
    text = (
        "Verslag LRT\n\nAanwezig: Fleur Otten (IPO), Marieke Dijkman (SZW), Karim Bouzid (COA), dhr. Kuipers (VNG)\n\n"
        "1. HAR\n\nKarim Bouzid steunt de HAR. Fleur Otten vraagt Marieke Dijkman wanneer het stuk komt. "
        "M. Dijkman zegt toe een brief te sturen. Otten steunt dit. Kees Bos maakt bezwaar tegen de HAR.\n"
    )
    record = Reader(Settings(gazetteers=(path,))).read(document(text))
    said = [(one.speakers, one.persons, one.act, one.addressees) for one in record.statements]
    assert said == [
        (("COA",), ("person:Bouzid",), "steunt", ()),
        (("IPO",), ("person:Otten",), "vraagt", ("SZW",)),
        (("SZW",), ("person:Dijkman",), "zegt_toe", ()),
        (("IPO",), ("person:Otten",), "steunt", ("SZW",)),
        (("VNG",), ("person:Bos",), "bezwaar", ()),
    ]
    assert [(row.name, row.concept) for row in record.participants][:2] == [
        ("Fleur Otten", "IPO"),
        ("Marieke Dijkman", "SZW"),
    ]


@pytest.mark.parametrize(
    ("text", "surname", "whole"),
    [
        ("Daarom vraagt Fleur Otten om geld.", "Otten", "Fleur Otten"),
        ("Ook F.M. Otten is er.", "Otten", "F.M. Otten"),
        ("Mw. F. (Fleur) Otten is er.", "Otten", "F. (Fleur) Otten"),
        ("VNG (Fleur Otten) steunt dit.", "Otten", "Fleur Otten"),
        ("Anne-Marie de Wit is er.", "de Wit", "Anne-Marie de Wit"),
        ("Daarom vraagt Otten om geld.", "Otten", "Otten"),
        ("Zo sluit Fleur. Otten gaat door.", "Otten", "Otten"),
        ("Staatssecretaris Otten is er.", "Otten", "Otten"),
    ],
)
def test_a_name_in_full(text: str, surname: str, whole: str) -> None:
    block = layout(text).blocks[0]
    start = text.index(surname)
    end = start + len(surname)
    mention = Mention(start, end, surname, f"person:{surname}", 0, start, end, "test", 1.0)
    found = in_full(document(text), block, mention, first_names([participant("Fleur Otten", "IPO")]))
    assert (found.text, found.block_end) == (whole, end)
