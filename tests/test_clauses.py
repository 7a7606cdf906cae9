"""Clauses by what opens them, on parsed sentences."""

from __future__ import annotations

import pytest
from minutes import reader

from lrtgraph.extraction.grammar.clauses import clauses, is_finite


def split(text: str) -> list[tuple[str | None, str]]:
    doc = next(iter(reader()._nlp.pipe([text])))
    return [(clause.opener, doc[clause.start : clause.end].text) for clause in clauses(doc[:])]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("COA meldt dat de brief is verstuurd.", [(None, "COA meldt"), ("dat", "dat de brief is verstuurd.")]),
        (
            "Het verslag, dat eerder is rondgestuurd, wordt vastgesteld.",
            [(None, "Het verslag,"), ("dat", "dat eerder is rondgestuurd,"), (None, "wordt vastgesteld.")],
        ),
        (
            "VNG levert de lijst aan; JenV reageert daarop in april.",
            [(None, "VNG levert de lijst aan;"), (None, "JenV reageert daarop in april.")],
        ),
        (
            "MBZK vraagt Aedes om de locaties aan te leveren.",
            [(None, "MBZK vraagt Aedes"), ("om", "om de locaties aan te leveren.")],
        ),
        (
            "VNG vraagt om de wet te wijzigen en IPO steunt dat.",
            [(None, "VNG vraagt"), ("om", "om de wet te wijzigen"), (None, "en IPO steunt dat.")],
        ),
        (
            "VNG vraagt om de wet en het plan te wijzigen en te verzenden.",
            [(None, "VNG vraagt"), ("om", "om de wet en het plan te wijzigen en te verzenden.")],
        ),
        ("Dat vindt VNG te laat.", [(None, "Dat vindt VNG te laat.")]),
        (
            "Het COA tekent de overeenkomst, ook al wachten de gemeenten af.",
            [(None, "Het COA tekent de overeenkomst,"), ("al", "ook al wachten de gemeenten af.")],
        ),
    ],
)
def test_where_clauses_begin(text: str, found: list[tuple[str | None, str]]) -> None:
    assert split(text) == found


@pytest.mark.parametrize(
    "text", ["IPO, VNG en COA", "Provincies zijn en blijven toezichthouder.", "Besluit: akkoord", ""]
)
def test_clauses_cover_the_sentence_without_gaps(text: str) -> None:
    doc = next(iter(reader()._nlp.pipe([text])))
    found = clauses(doc[:])
    assert [token for clause in found for token in doc[clause.start : clause.end]] == list(doc)


def test_verbs_that_are_joined_stay_together() -> None:
    assert len(split("Provincies zijn en blijven toezichthouder.")) == 1


def test_aan_zet_is_no_verb() -> None:
    doc = next(iter(reader()._nlp.pipe(["De gemeente is aan zet."])))
    assert [token.text for token in doc if is_finite(token)] == ["is"]
