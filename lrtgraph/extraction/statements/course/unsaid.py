"""Answers of which is not told who gives them: the sentence right behind a question that says just what was asked.

In doubt it is the asker who goes on: "IPO vraagt of dat lukt. Die plekken zijn nodig."
"""

from __future__ import annotations

from typing import Final

from lrtgraph.dutch.conjugation import conjugation
from lrtgraph.extraction.grammar.clauses import text_of
from lrtgraph.extraction.grammar.lexicon import WORDEN, ZIJN, words
from lrtgraph.extraction.statements.course.answering import leaves_open
from lrtgraph.extraction.statements.sentence.passage import Passage
from lrtgraph.extraction.statements.sentence.placement import main_subject

_TAKEN_UP: Final = words("demonstrative")
_WHEN: Final = frozenset({"wanneer", "lang"})
_MANY: Final = frozenset({"hoeveel", "aantal", "aantallen"})
_WHO: Final = frozenset({"wie", "welke", "welk"})
_STATE: Final = frozenset({"naar", "waar", "hoe"})
_GETS: Final = conjugation("krijgen").finite
_ASKED: Final = frozenset({"verzoek", "verzoeken", "vraag", "vragen", "oproep"})
_ANSWER: Final = frozenset({"antwoord", "antwoorden", "beantwoording"})
_FAR: Final = 4
"""Words that open a sentence which is about the answer."""


def answers_unsaid(passage: Passage, asked: tuple[int, int], start: int, end: int) -> bool:
    """Whether the sentence `[start, end)` answers what was `asked` in the one before it.

    "… vraagt naar de evaluatie. Die is bij het WODC belegd", "… wanneer dat komt. Dat is in mei", "Wie betaalt dat? Het
    Rijk"; no question, wish or judgement, and nothing of the past, which is why it is asked.
    """
    lower = passage.words[start:end]
    if lower[0] in words("yes_or_no"):
        return True
    if lower[-1] == "?" or leaves_open(text_of(passage.doc, start, end)) or not _tells(passage, start, end):
        return False
    question = passage.words[asked[0] : asked[1]]
    if not any(passage.finite[start:end]):
        return question[-1] == "?" and not words("wh").isdisjoint(question)
    if lower[0] not in _TAKEN_UP or not passage.finite[start + 1]:
        return not _WHEN.isdisjoint(question) and _when(passage, start, end) and not _TAKEN_UP.isdisjoint(lower)
    return _fits(passage, question, start, end)


def _fits(passage: Passage, question: tuple[str, ...], start: int, end: int) -> bool:
    """Whether a sentence that opens with "die" or "dat" and its verb tells what the words of a question ask for."""
    if not _WHEN.isdisjoint(question):
        return _when(passage, start, end)
    if not _MANY.isdisjoint(question):
        return "NUM" in passage.parts[start:end]
    if not _WHO.isdisjoint(question):
        behind = next((k for k in range(start + 2, end) if passage.parts[k] != "ADV"), end - 1)
        return passage.words[start] in ("dat", "dit") and passage.parts[behind] in ("DET", "NOUN", "PROPN")
    if _STATE.isdisjoint(question):
        return False
    participle = any("Part" in passage.doc[k].morph.get("VerbForm", []) for k in range(start + 2, end))
    return participle or passage.words[start + 1] in words("standing_at") or _when(passage, start, end)


def _tells(passage: Passage, start: int, end: int) -> bool:
    """Whether a sentence says how things are now or will be, and not what they were, must be or are worth."""
    lower = passage.words[start:end]
    if lower[0] in words("no_bare_answer") or not words("duty", "past_verb", "back_noun").isdisjoint(lower):
        return False
    past = any("Past" in passage.doc[k].morph.get("Tense", []) for k in range(start, end) if passage.finite[k])
    own = words("pronoun", "possessive") - ZIJN
    return not past and own.isdisjoint(lower)


def _when(passage: Passage, start: int, end: int) -> bool:
    """Whether a sentence tells a time that lies ahead, or how long something takes."""
    return not words("ahead", "time_noun", "part_of_year").isdisjoint(passage.words[start:end])


def tells_of_none(passage: Passage, start: int, end: int) -> bool:
    """Whether a sentence tells that no answer comes, or not yet: "Een antwoord blijft uit", "Dit verzoek blijft
    liggen"; no worry of who asked.
    """
    opening = passage.words[start : start + _FAR]
    asked = opening[0] in _TAKEN_UP and not _ASKED.isdisjoint(opening[1:2])
    return (asked or not _ANSWER.isdisjoint(opening)) and leaves_open(text_of(passage.doc, start, end))


def is_charged(passage: Passage, start: int, end: int) -> bool:
    """Whether a sentence tells that somebody is given a task or asked something, and not by whom: "COA wordt gevraagd
    een lijst te maken", "De DGM krijgt de opdracht een brief te sturen"; not "COA krijgt van VNG de opdracht".
    """
    here, verb = main_subject(passage, start, end, None)
    if here is None or here.group is None or here.inverted or words("crowd").intersection(here.group.concepts):
        return False  # "Gemeenten worden gevraagd te tellen": many, by whoever has the floor
    behind = range(verb + 1, end)
    if any(passage.words[group.start - 1] in words("via") for group in passage.within(verb + 2, end)):
        return False
    if passage.words[verb] in WORDEN:
        return any(passage.words[k] in words("tasked") for k in behind)
    return passage.words[verb] in _GETS and any(passage.words[k] in words("order") for k in behind)
