"""The lexicon of speech acts: every row is defined, and its own example shows it at work."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import get_args

import pytest

from lrtgraph import language
from lrtgraph.dutch.conjugation import conjugation, third_person
from lrtgraph.extraction.context import Reading
from lrtgraph.extraction.grammar.lexicon import table
from lrtgraph.extraction.statements import contributed
from lrtgraph.extraction.statements.speech.lexicon import Content, frames, sightings
from lrtgraph.extraction.statements.speech.patterns import Word, fits
from lrtgraph.gazetteer import load
from lrtgraph.linking import Linker
from lrtgraph.records import AgendaItem, Block, Document, Layout, Meeting, Participant, Span

ACTS = {"informeert", "verzoekt", "stelt_voor", "steunt", "bezwaar", "vraagt", "antwoordt", "zegt_toe"}
ROWS = table("speech_acts")
EVALUATIONS = table("evaluations")
SPEAKER = re.compile(r"\b(?:VNG|IPO|COA|Aedes|CdK|MBZK|IND|VR)\b")
PEOPLE = {"Brandwacht": "VNG", "Lubberding": "CdK", "Terhorst": "SJenV"}


def test_there_is_a_lexicon_of_the_language_at_large() -> None:
    assert len(ROWS) > 700
    assert {row["kind"] for row in ROWS} == {"verb", "state", "noun"}
    assert len({(row["kind"], row["predicate"]) for row in ROWS}) == len(ROWS) == len(frames())


def test_every_evaluation_is_graded_and_defined() -> None:
    for row in EVALUATIONS:
        assert row["polarity"] in ("negative", "positive"), row
        assert row["weight"] in ("1", "2", "3"), row
        assert row["reach"] in ("complement", "anywhere", "judgement"), row
        assert row["definition"], row
        assert row["example"], row
    assert len({(row["words"], row["reach"]) for row in EVALUATIONS}) == len(EVALUATIONS)


@pytest.mark.parametrize("name", ["speech_acts", "act_cues"])
def test_every_row_has_an_act_a_definition_and_an_example(name: str) -> None:
    for row in table(name):
        assert row["act"] in ACTS, row
        assert row["definition"], row
        assert row["example"], row
        assert row.get("denied", "") in ACTS | {""}, row
        assert row.get("content", "open") in get_args(Content), row


@cache
def told_acts(name: str) -> list[set[str]]:
    """The acts found in the example of each row of a table, read as an agenda item of its own."""
    text, blocks = "", []
    rows = table(name)
    for item, row in enumerate(rows):
        start = len(text)
        text += row["example"] + "\n"
        blocks.append(Block("bullet", row["example"], tuple(range(start, len(text) - 1)), item=item))
    agenda = tuple(AgendaItem(None, "", block.start, block.end) for block in blocks)
    document, layout = Document("x.txt", "0" * 64, "text/plain", text), Layout(tuple(blocks), agenda)
    people = tuple(Participant(name, seat, "present", Span(0, 1, "")) for name, seat in PEOPLE.items())
    gazetteer = load()
    named = Linker(gazetteer).link(document, layout, people).mentions
    docs = tuple(language.pipe(language.load(), [block.text for block in blocks]))
    found: list[set[str]] = [set() for _ in rows]
    for one in contributed(Reading(document, layout, docs, named, gazetteer, Meeting(), people), hear=lambda _: None):
        if one.row.item is not None:
            found[one.row.item].add(one.row.act)
    return found


def test_every_row_proves_its_own_example() -> None:
    missing = [
        (row["predicate"], row["example"], acts)
        for row, acts in zip(ROWS, told_acts("speech_acts"), strict=True)
        if (row["act"] in acts) is (row["manner"] == "procedure")
    ]
    assert missing == []


def test_every_evaluation_turns_its_own_example() -> None:
    """An unfavourable word, or a favourable one that is denied, makes an objection; one of judgement an opinion."""
    missing = []
    for row, acts in zip(EVALUATIONS, told_acts("evaluations"), strict=True):
        wanted = "steunt" if (row["reach"], row["polarity"]) == ("judgement", "positive") else "bezwaar"
        if SPEAKER.search(row["example"]) and wanted not in acts:
            missing.append((row["words"], row["example"], acts))
    assert missing == []


@pytest.mark.parametrize(
    ("text", "verb", "act"),
    [
        ("vng geeft de grenzen van het plan aan", 1, "bezwaar"),
        ("vng geeft prioriteit aan enschede", 1, "informeert"),
        ("vng kan hier niet mee leven", 5, "steunt"),
        ("vng neemt op zich een brief te sturen", 1, "zegt_toe"),
        ("ipo stelt de leden voor de termijn te verlengen", 1, "stelt_voor"),
    ],
)
def test_the_most_demanding_frame_comes_first(text: str, verb: int, act: str) -> None:
    words = text.split()
    assert sightings(words, 0, len(words), verb)[0].frame.act == act


def test_a_gap_in_a_cue_leaves_room_for_words() -> None:
    words = ["het", "draagvlak", "onder", "veel", "gemeenten", "afneemt"]
    pattern = [Word.parse(word) for word in ("draagvlak/vertrouwen", "~", "afneemt/daalt")]
    assert fits(words, 1, len(words), pattern)
    assert not fits(words, 0, len(words), pattern)


def _past(infinitive: str) -> tuple[str, str]:
    """The past singular and plural: from the table of strong verbs, behind an unstressed prefix too, else by rule."""
    strong = {row["infinitive"]: (row["past"], row["past_plural"]) for row in table("strong_verbs")}
    if infinitive in strong:
        return strong[infinitive]
    for prefix in ("be", "ge", "her", "er", "ont", "ver", "onder", "over", "weer"):
        bare = infinitive.removeprefix(prefix)
        if bare != infinitive and bare in strong:
            return prefix + strong[bare][0], prefix + strong[bare][1]
    present = third_person(infinitive)
    stem = present if infinitive.endswith(("tten", "sten", "chten")) and present.endswith("t") else present[:-1]
    stem = present if infinitive.endswith("ten") else stem
    voiced = infinitive[-3] in "vz" or (stem[-1] not in "tkfsp" and not stem.endswith("ch"))
    return stem + ("de" if voiced else "te"), stem + ("den" if voiced else "ten")


@pytest.mark.parametrize("number", [0, 1], ids=["singular", "plural"])
def test_every_verb_is_known_in_the_past_tense(number: int) -> None:
    unknown = []
    for frame in frames():
        if frame.kind != "verb":
            continue
        others = [min(word.forms or word.beginnings) for word in frame.companions]
        tokens = ["vng", _past(frame.head)[number], *others, frame.particle or "het", "."]
        found = [sighting.frame for sighting in sightings(tokens, 0, len(tokens), 1) if sighting.form == "finite"]
        if frame not in found:
            unknown.append(" ".join(tokens))
    assert unknown == []


def test_every_verb_is_known_in_the_perfect_tense() -> None:
    unknown = []
    for frame in frames():
        if frame.kind != "verb":
            continue
        others = [min(word.forms or word.beginnings) for word in frame.companions]
        for participle in sorted(conjugation(frame.head).participles):
            tokens = ["vng", "heeft", *others, frame.particle + participle, "."]
            found = [s.frame for s in sightings(tokens, 0, len(tokens), len(tokens) - 2) if s.form == "participle"]
            if frame not in found:
                unknown.append(" ".join(tokens))
    assert unknown == []


def test_no_class_of_words_takes_the_place_of_another() -> None:
    names = Counter(row["class"] for name in ("word_classes", "statement_word_classes") for row in table(name))
    assert [name for name, times in names.items() if times > 1] == []
