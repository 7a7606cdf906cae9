"""Whether the table asks work of somebody, charges him with it, or is told what he promised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lrtgraph.dutch.dates import months
from lrtgraph.extraction.grammar.arguments import BARE, arguments
from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.outcomes.owners.naming import is_body
from lrtgraph.extraction.outcomes.prose.actuality import denies, opens_with_dat

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from lrtgraph.extraction.context import Reading
    from lrtgraph.extraction.grammar.arguments import Argument
    from lrtgraph.extraction.outcomes.prose.cues import Hit


def asks_somebody(reading: Reading, block: int, hit: Hit) -> bool:
    """Whether behind the verb somebody is named, and what he shall do: "vraagt COA om een lijst"; no question."""
    doc, verb = reading.docs[block], hit.use.verb
    sentence = doc[verb].sent
    found = arguments(reading, block, doc[verb].idx, sentence.end_char)
    asked = next((a for a in found if a.marker in (BARE, "aan")), None)
    if asked is None or any(is_body(reading, concept) for concept in asked.concepts):
        return False
    behind = asked.last + 1
    if denies(doc, verb, min(behind + 2, sentence.end)) or _speaks_next(reading, block, asked.concepts, sentence.end):
        return False
    if any(
        not asked.first <= k < behind and doc[k].pos_ == "NOUN" for k in range(verb + 1, max(hit.use.words, default=0))
    ):
        return False  # "geeft gemeenten het advies de opdracht te geven"
    question = next((t.lower_ for t in doc[behind : sentence.end] if t.lower_ not in ("nog", "ook", ",")), "")
    return question not in words("question_word") and _is_task(doc, behind, sentence.end)


def _is_task(doc: Doc, start: int, end: int) -> bool:
    """Whether it is work for after the meeting: "de cijfers te delen", "om een lijst", but not "om uitleg"."""
    lower = [token.lower_ for token in doc[start:end]]
    if "te" in lower[1:-1]:
        k = lower.index("te", 1)
        particle = lower[k - 1] if lower[k - 1] in words("particle", "particle_preposition") else ""
        return words("done_on_the_spot").isdisjoint({lower[k + 1], particle + lower[k + 1]})
    asked = lower[lower.index("om") + 1 :][:3] if "om" in lower else []
    return not words("paper").isdisjoint(asked)


def _speaks_next(reading: Reading, block: int, concepts: tuple[str, ...], k: int) -> bool:
    """Whether one of them is the subject of the sentence that begins at token `k`: he answers on the spot."""
    doc = reading.docs[block]
    if k >= len(doc):
        return False
    found = arguments(reading, block, doc[k].idx, doc[k].sent.end_char)
    return bool(found) and found[0].marker == BARE and not set(concepts).isdisjoint(found[0].concepts)


def is_charged(hit: Hit, bare: list[Argument], doc: Doc) -> bool:
    """Whether somebody is given a task here: "COA krijgt de opdracht …", not by a law, each year or from another."""
    verb, noun = hit.use.verb, max(hit.use.words)
    plain = all(token.lower_ in words("determiner") for token in doc[verb + 1 : noun])
    others = words("agent_marker") | {"van"}
    told = any(token.text == "," for token in doc[noun : doc[noun].sent.end])  # "…, meldt JenV"
    return hit.use.form == "finite" and bool(bare) and plain and not told and doc[noun + 1].lower_ not in others


def is_promised(reading: Reading, block: int, hit: Hit) -> bool:
    """Whether it is told who promises what: "VNG krijgt van JenV de toezegging dat …"; not when."""
    doc = reading.docs[block]
    clause = doc[hit.clause.start : hit.clause.end]
    agents = [a for a in arguments(reading, block, clause.start_char, clause.end_char) if a.marker in ("van", "door")]
    return bool(agents) and opens_with_dat(doc, hit.clause.end) and months().keys().isdisjoint(t.lower_ for t in clause)
