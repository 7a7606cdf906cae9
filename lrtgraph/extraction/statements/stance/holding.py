"""What somebody holds on to: a subject he supports, an act of his own he keeps up, a figure he refuses to move."""

from __future__ import annotations

from lrtgraph.dutch.dates import months
from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.statements.sentence.passage import Passage
from lrtgraph.extraction.statements.sentence.syntax import MainClause
from lrtgraph.extraction.statements.speech.lexicon import Sighting, noun_frames
from lrtgraph.records import Act
from lrtgraph.value import value

_BEFORE_NOUN = frozenset({"ADJ", "ADV", "DET", "PRON", "VERB"})
_KEPT = frozenset({"steunt", "bezwaar", "verzoekt", "stelt_voor"})  # acts that can be kept up


@value
class Held:
    """The act of who holds on to something, and whether nothing else that is said makes another act of it.

    `answering`: what it is where somebody asked for something else.
    """

    act: Act
    settled: bool = False
    answering: Act | None = None


def held_on_to(passage: Passage, clause: MainClause, end: int, found: Sighting) -> Held | None:
    """What holding on comes to, by what stands behind the verb's "aan"; None for a verb that is none of holding on.

    "Houdt vast aan de afspraak" supports that, "aan haar bezwaar" still objects, and who holds on to a date or an
    amount turns down what was asked, if something was.
    """
    if found.frame.content != "held":
        return None
    head = _head(passage, clause, end)
    if head is None:
        return Held("informeert")  # "houdt daaraan vast"
    word = passage.words[head]
    noun = noun_frames().get(word)
    if noun is not None and noun.act in _KEPT:
        return Held(noun.act, settled=True)
    if word in words("standpoint") and not words("possessive").isdisjoint(passage.words[max(0, head - 3) : head]):
        return Held("informeert", settled=True)  # "aan zijn standpunt", whichever that is
    if passage.parts[head] == "NUM" or word[0].isdigit() or word in words("figure") or word in months():
        return Held("bezwaar") if _contested(passage, clause) else Held("informeert", answering="bezwaar")
    if passage.words[clause.start - 1] in words("contrast") and clause.start:
        return Held("bezwaar")  # "begrijpt dat, maar houdt vast aan de taakstelling"
    definite = passage.words[head - 1] != "aan" or passage.parts[head] == "PROPN"
    return Held("steunt", settled=definite and passage.words[head + 1 : head + 2] != ("dat",))


def _contested(passage: Passage, clause: MainClause) -> bool:
    """Whether the sentence itself tells that something else is wanted: "houdt liever vast aan 1 mei, omdat …"."""
    start, end = passage.sentence_at(clause.start)
    return not words("wanted_otherwise").isdisjoint(passage.words[start:end])


def _head(passage: Passage, clause: MainClause, end: int) -> int | None:
    """The noun, name or number that is held on to."""
    lower = passage.words
    aan = next((k for k in range(clause.start, end - 1) if lower[k] == "aan"), None)
    if aan is None:
        return None
    head = aan + 1
    while head + 1 < end and passage.parts[head] in _BEFORE_NOUN and lower[head + 1][:1].isalnum():
        head += 1
    return head if lower[head][:1].isalnum() else None
