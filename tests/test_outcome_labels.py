"""Labels of outcomes that a scan, a typist or a web page has changed."""

from __future__ import annotations

import minutes
import pytest

from lrtgraph.documents import read
from lrtgraph.extraction.outcomes.labels import label_at
from lrtgraph.extraction.statements.course.bounds import label_of


@pytest.mark.parametrize(
    ("text", "kind", "said"),
    [
        ("Actie; COA stuurt een overzicht.", "actie", "COA stuurt een overzicht."),
        ("Act1e: COA stuurt een overzicht.", "actie", "COA stuurt een overzicht."),
        ("Actle 3: COA stuurt een overzicht.", "actie", "COA stuurt een overzicht."),
        ("Aktie: COA stuurt een overzicht.", "actie", "COA stuurt een overzicht."),
        ("act: COA stuurt een overzicht.", "actie", "COA stuurt een overzicht."),
        ("act.: COA stuurt een overzicht.", "actie", "COA stuurt een overzicht."),
        ("Bes1uit: het plan wordt vastgesteld.", "besluit", "het plan wordt vastgesteld."),
        ("Toezeggìng: JenV stuurt een brief.", "toezegging", "JenV stuurt een brief."),
        ("Afspraak; VNG en IPO overleggen.", "afspraak", "VNG en IPO overleggen."),
    ],
)
def test_a_damaged_label_is_one(text: str, kind: str, said: str) -> None:
    label = label_at(text, 0, len(text))
    assert label is not None
    assert (label.kind, text[label.content :]) == (kind, said)


@pytest.mark.parametrize(
    "text",
    [
        "Akkoord; geen opmerkingen.",
        "Actief: nee.",
        "Actie is nodig; COA weet dat.",
        "B1 (taalniveau): het streven is dat 500 statushouders dit niveau halen.",
        "B1 (NT2): 300 statushouders halen dit niveau.",
        "A2 (Den Bosch): de locatie langs de snelweg wordt in mei geopend.",
        "T1 (transitlocatie): opent in mei.",
        "Besluit minister van JenV over verlenging: nog niet bekend.",
        "Besluit minister van JenV: nog niet bekend.",
        "Besluit minister over de HAR: de regeling wordt verlengd.",
        "Actie gemeente over de opvang: nog niet bekend.",
        "Actie gemeenten nodig: nog niet bekend.",
        "Besluit provincie: nog niet bekend.",
        "Act van 1 mei: nog niet bekend.",
    ],
)
def test_what_looks_like_one_is_none(text: str) -> None:
    assert label_at(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("Actie burgemeester Zwolle: brief sturen.", "burgemeester Zwolle"),
        ("Actie gemeenten Ede en Assen: brief sturen.", "gemeenten Ede en Assen"),
        ("Actie de minister van JenV: brief sturen.", "de minister van JenV"),
        ("Actie provincie: brief sturen.", "provincie"),
        ("Toezegging corporaties: kamers leveren.", "corporaties"),
        ("Conclusies COA: brief sturen.", "COA"),
        ("Conclusies van DGM: brief sturen.", ""),
        ("Acties van DGM: brief sturen.", "DGM"),
        ("A25-13 (COA, 1 mei): planning delen.", "COA, 1 mei"),
        ("T12 (COA, 1 mei): planning delen.", "COA, 1 mei"),
    ],
)
def test_a_label_names_who_must_do_it(text: str, note: str) -> None:
    label = label_at(text, 0, len(text))
    assert label is not None
    assert text[slice(*label.note)] == note


def test_a_badge_labels_what_stands_behind_it() -> None:
    page = (
        '<h2>2. Wet</h2><p><span class="badge">Besluit</span> De LRT stemt in.</p>'
        '<ul><li><span class="badge bg-info">Actie:</span> COA belt.</li></ul>'
        '<p>Wet <span class="badge">3</span> <span class="badge">nieuw</span></p>'
    )
    text = read("x.html", page.encode()).text
    assert "Besluit: De LRT stemt in." in text
    assert "Actie: COA belt." in text
    assert "nieuw" not in text


def test_a_blanked_out_name_begins_a_paragraph() -> None:
    body = "VNG levert de cijfers.\n\n■■■■■ geeft aan dat de Spreidingswet nodig is.\n\n█████ steunt IPO."
    blocks = minutes.reader().analyse(minutes.document(f"{minutes.HEAD}2. Wet\n\n{body}\n")).layout.blocks
    assert "\n\n".join(block.text for block in blocks[-3:]) == body
    found = [(row.speakers, row.evidence.text) for row in minutes.read_item(body).statements]
    assert found == [(("VNG",), "VNG levert de cijfers.")]  # nothing is ascribed to whoever spoke before


@pytest.mark.parametrize("label", ["[Actie] ", "[Actie COA] ", "[actie]: ", "Actie: "])
def test_a_label_in_square_brackets_is_no_part_of_what_is_said(label: str) -> None:
    record = minutes.read_item(f"- {label}COA zegt toe de cijfers te delen.\n")
    (said,) = record.statements
    assert (said.speakers, said.act) == (("COA",), "zegt_toe")
    assert said.evidence.text == "COA zegt toe de cijfers te delen."


def test_a_note_that_is_no_label_stays_with_its_sentence() -> None:
    assert label_of("[Actief] COA deelt de cijfers.") is None
    assert label_of("[Actie COA deelt de cijfers.") is None
