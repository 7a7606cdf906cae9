"""Sentences that tell of the meeting itself, so that nobody's contribution runs on through them."""

from __future__ import annotations

from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.statements.sentence.joints import by_chair
from lrtgraph.extraction.statements.sentence.passage import Passage
from lrtgraph.extraction.statements.sentence.placement import attribution
from lrtgraph.extraction.statements.sentence.syntax import forms

_ELSEWHERE = frozenset({"in", "bij", "binnen", "door", "vanuit"})


def has_chair(passage: Passage, start: int, end: int) -> bool:
    """Whether whoever presides is the subject, up front or behind the verb: "Die kan de voorzitter niet geven"."""
    lower = passage.words
    inverted = any(
        lower[k + 1] in words("noun_opener") and lower[k + 2] in words("chair") and passage.starting(k + 3) is None
        for k in range(start, end - 2)
        if passage.finite[k]
    )
    return inverted or by_chair(passage, start, end)


def presides(passage: Passage, start: int, end: int) -> bool:
    """ "De voorzitter sluit de vergadering", "Sluiting om 16.40 uur": what is told of the meeting itself."""
    lower = passage.words
    if lower[start] in words("course_noun"):
        return True
    verb = next((k for k in range(start, end) if passage.finite[k]), end)
    told = words("sitting") | {"uur"}
    return verb < end and lower[verb] in forms("presiding") and any(word in told for word in lower[verb:end])


def collective(passage: Passage, start: int, end: int) -> bool:
    """Whether a sentence tells what the meeting did, so that nobody's contribution runs on through it."""
    lower = passage.words[start:end]
    if lower[0] in words("collective") or (len(lower) > 1 and lower[1] in words("collective")):
        return True
    if lower[0] in _ELSEWHERE:
        return False  # "In veel raden is een motie aangenomen."
    agents = any(passage.words[group.start - 1] in words("via") for group in passage.within(start + 1, end))
    if agents or passage.starting(start) is not None or "dat" in lower:
        return False
    told = (k for k in range(start + 1, end) if passage.words[k - 1] == "," and passage.finite[k])
    if any(attribution(passage, k, end, None) is not None for k in told):
        return False  # "De wet wordt, licht JenV toe, in juni behandeld."
    passive = any(word in ("wordt", "werd", "worden", "werden", "is", "zijn") for word in lower)
    final = [word for word in lower if word[:1].isalpha()][-1:]
    return passive and bool(final) and final[0] in words("collective") and len(lower) <= 16
