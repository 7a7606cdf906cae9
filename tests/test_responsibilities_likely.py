"""What the model may say of what a rule has found, and of what none has."""

from __future__ import annotations

from graphs import MINUTES
from minutes import HEAD, document, reader

from lrtgraph.extraction.grammar.weights import weights
from lrtgraph.extraction.outcomes import outcomes
from lrtgraph.extraction.responsibilities import survey
from lrtgraph.extraction.responsibilities.candidates import Sign, surroundings
from lrtgraph.extraction.responsibilities.features import seen
from lrtgraph.extraction.responsibilities.likely import BESIDE, DENIED, LIKELY, OUTRIGHT, believed, likely
from lrtgraph.extraction.responsibilities.stated import Stated
from lrtgraph.extraction.statements import statements


def surveyed(sentence: str) -> tuple[list[Stated], list[Sign]]:
    reading = reader().analyse(document(f"{HEAD}2. Stand van zaken\n\n- {sentence}\n"))
    return survey(reading, ())


def test_a_verb_that_may_mean_less_is_not_believed_against_the_model() -> None:
    stated, signs = surveyed("Het COA koppelt de vergunninghouders en houdt de koppeling bij.")
    assert [(item.instrument, item.actor) for item in stated] == [("koppeling", "COA")]
    assert all(item.confidence < OUTRIGHT for item in stated)
    assert not list(believed(stated, [(sign, DENIED / 2) for sign in signs]))
    assert list(believed(stated, [(sign, DENIED) for sign in signs])) == stated


def test_what_is_stated_outright_stands_whatever_the_model_says() -> None:
    stated, signs = surveyed("Het COA is verantwoordelijk voor de flexwoningen.")
    assert any(item.confidence >= OUTRIGHT for item in stated)
    kept = list(believed(stated, [(sign, 0.0) for sign in signs]))
    assert kept == [item for item in stated if item.confidence >= OUTRIGHT]


def test_without_a_sign_a_rule_is_believed() -> None:
    stated, _ = surveyed("Het COA koppelt de vergunninghouders en houdt de koppeling bij.")
    assert list(believed(stated, [])) == stated


def shown(sentence: str, sure: dict[str, float]) -> set[tuple[str, str]]:
    """The pairs that the model finds in a sentence if it is so sure of instruments, and of others not at all."""
    stated, signs = surveyed(sentence)
    weighed = [(sign, sure.get(sign.instrument, 0.0)) for sign in signs]
    return {(item.instrument, item.actor) for item in likely(weighed, stated, surroundings(signs, (), ()))}


def test_another_instrument_than_the_sentence_states_of_an_actor_must_be_surer() -> None:
    stated = "De provincies houden toezicht op de taakstelling via de uitruil."
    assert shown(stated, {"uitruil": BESIDE - 0.01}) == set()
    assert shown(stated, {"uitruil": BESIDE}) == {("uitruil", "provincies")}
    assert shown("De provincies doen dit via de uitruil.", {"uitruil": LIKELY}) == {("uitruil", "provincies")}


def test_of_two_instruments_that_a_sentence_may_show_of_an_actor_the_surer_counts() -> None:
    told = "De provincies praten verder over de uitruil naast de taakstelling."
    assert shown(told, {"uitruil": 0.6, "taakstelling": 0.65}) == {("taakstelling", "provincies")}
    assert len(shown(told, {"uitruil": BESIDE, "taakstelling": BESIDE})) == 2


def test_another_actor_of_the_sentence_keeps_his_part() -> None:
    told = "De provincies houden toezicht op de taakstelling en VNG praat mee over de uitruil."
    assert shown(told, {"uitruil": LIKELY}) >= {("uitruil", "VNG")}


def test_no_feature_is_counted_twice() -> None:
    reading = reader().analyse(document((MINUTES / "001_b02e470687c8b965.txt").read_text(encoding="utf-8")))
    settled = outcomes(reading)
    _, signs = survey(reading, settled)
    around = surroundings(signs, statements(reading), settled)
    for table in (weights("ownership_words"), weights("role_words")):
        for known in (seen(sign, around) for sign in signs):
            assert table.odds_of(known) == table.odds(known.features())
