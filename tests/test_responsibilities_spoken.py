"""The instruments that a clause may speak of: named in it and around it, served by what is named, told of by words."""

from __future__ import annotations

import pytest
from minutes import HEAD, document, reader

from lrtgraph.extraction.grammar.lexicon import table
from lrtgraph.extraction.responsibilities.scene import scenes
from lrtgraph.extraction.responsibilities.spoken import Spoken


def spoken_of(title: str, *bullets: str) -> dict[str, str]:
    """What the last clause of the last bullet speaks of, and where that is named or how it is told of."""
    body = "\n".join(f"- {bullet}" for bullet in bullets)
    reading = reader().analyse(document(f"{HEAD}2. {title}\n\n{body}\n"))
    scene = [scene for told in scenes(reading).values() for scene in told][-1]
    return dict(Spoken(reading).of(scene, scene.clauses[-1]))


def test_what_a_clause_names_comes_first() -> None:
    found = spoken_of("Spreidingswet", "De koppeling gaat goed. Het COA beheert de flexwoningen.")
    assert list(found.items())[:3] == [("flexwoningen", "clause"), ("koppeling", "before"), ("Spreidingswet", "title")]


@pytest.mark.parametrize(
    ("title", "sentence", "instrument", "level"),
    [
        ("Huisvesting vergunninghouders", "Gemeenten lopen achter.", "taakstelling", "title serves"),
        ("Opvang ontheemden Oekraïne", "De veiligheidsregio's coördineren.", "GOO", "title serves"),
        ("Stand van zaken", "Het capaciteitsbesluit volgt in maart.", "Spreidingswet", "served"),
        ("Stand van zaken", "De verdeelopgave is verdubbeld.", "Spreidingswet", "told"),
        ("Stand van zaken", "Gemeenten staan op de eerste trede.", "interventieladder", "told"),
        ("Noodrecht", "De burgemeesters hebben de taak.", "Wet_OEK", "title tells"),
    ],
)
def test_what_is_named_or_said_leads_to_an_instrument_that_is_not(
    title: str, sentence: str, instrument: str, level: str
) -> None:
    assert spoken_of(title, sentence)[instrument] == level


def test_a_title_with_two_instruments_speaks_of_both() -> None:
    found = spoken_of("Koppeling en doorstroomlocaties", "Gemeenten lopen achter.")
    assert found["koppeling"] == found["doorstroomlocaties"] == "title"


def test_where_nothing_is_named_or_told_of_nothing_is_spoken_of() -> None:
    assert spoken_of("Stand van zaken", "De gemeenten zijn tevreden.") == {}


def test_words_tell_of_instruments_of_the_gazetteer_only() -> None:
    known = reader().gazetteer
    for row in table("telling_words"):
        assert row["definition"], row
        assert any(word in row["example"].lower() for word in row["words"].split()), row
        assert all(known.is_instrument(instrument) for instrument in row["instruments"].split()), row
