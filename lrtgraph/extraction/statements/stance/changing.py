"""Who says that he has changed his position says which he has now: no other word of his makes another act of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.statements.sentence.passage import Passage
from lrtgraph.extraction.statements.sentence.syntax import MainClause
from lrtgraph.extraction.statements.speech.lexicon import VERDICTS, closes
from lrtgraph.extraction.statements.stance.spoken import SpokenAct

Read = Callable[[Passage, MainClause, int, int, frozenset[int]], SpokenAct | None]
"""What reads the predicate of a clause at its verb."""

_AFTER_ALL = frozenset({"wel", "toch"})
_SIDES = frozenset({"voor", "tegen", "voorstander", "tegenstander"})
_ABLE = frozenset({"kan", "kunnen"})
_PARTS = frozenset({",", ";", ":", ".", "zolang", "omdat", "nu", "mits", "als", "doordat", "tenzij"})


def no_longer(passage: Passage, start: int, end: int) -> bool:
    """ "steunt het plan niet meer", "maakt niet langer bezwaar": what was so before has ended."""
    lower = passage.words
    negated = next((k for k in range(start, end) if lower[k] in words("denying") and lower[k - 1] != "en"), end)
    return not words("ended").isdisjoint(lower[negated + 1 : end])


def has_changed(passage: Passage, start: int, end: int) -> bool:
    """ "niet langer", "inmiddels wel", "is nu voor", "kan zich nu vinden", ", anders dan in maart,": it was not so."""
    lower = passage.words[start:end]
    able = not _ABLE.isdisjoint(lower) and words("denying").isdisjoint(lower)
    sided = any(before in words("by_now") and word in _SIDES for before, word in pairwise(lower))
    newly = not words("by_now").isdisjoint(lower) and (able or sided or not _AFTER_ALL.isdisjoint(lower))
    otherwise = any(lower[k : k + 3] == (",", "anders", "dan") for k in range(len(lower)))
    return newly or otherwise or no_longer(passage, start, end)


def own_change(
    passage: Passage, start: int, end: int, own: frozenset[int], read: Read, *, changed: bool = False
) -> SpokenAct | None:
    """What a clause behind "dat" tells of the speaker, who stands at `own`, where his position is another by it.

    "dat het zijn steun intrekt", "dat de VNG niet langer tegen is"; None where it tells nothing of the kind. `changed`:
    that it is another was told before ("wijzigt haar standpunt: zij is voor").
    """
    first = _subject(passage, start, end, own)
    if first is None:
        return None
    stop = next((k for k in range(first, end) if _parts(passage, k)), end)
    told = told_within(passage, start, first, stop, read)
    return next((one for one in told if one.act in VERDICTS and (changed or one.standing == "final")), None)


def told_within(passage: Passage, start: int, first: int, stop: int, read: Read) -> Iterator[SpokenAct]:
    """What the verbs of a subordinate clause tell; `[start, first)` is its subject."""
    for verb in range(first, stop):
        if passage.finite[verb] or closes(passage.words[verb], last=verb == stop - 1):
            told = read(passage, MainClause(first, stop, stop, True), verb, stop, frozenset(range(start, first)))
            if told is not None:
                yield told


def _parts(passage: Passage, k: int) -> bool:
    """Whether a clause ends at a mark or a conjunction: "nu" before a side or behind the verb is an adverb."""
    adverb = passage.words[k] == "nu" and (passage.finite[k - 1] or not _SIDES.isdisjoint(passage.words[k + 1 : k + 2]))
    return passage.words[k] in _PARTS and not adverb


def _subject(passage: Passage, start: int, end: int, own: frozenset[int]) -> int | None:
    """The token behind a pronoun or a name by which the speaker is the subject of a clause; None where he is not."""
    if start + 1 >= end:
        return None
    group = passage.at(start) or passage.at(start + 1)
    if group is not None:
        speaker = next((one for k in sorted(own) if (one := passage.at(k)) is not None), None)
        his_own = speaker is not None and not set(speaker.concepts).isdisjoint(group.concepts)
        return group.end if his_own and group.start <= start + 1 else None
    opens = passage.words[start] == "het" and passage.finite[start + 1]  # "…: het is nu voor"
    return start + 1 if opens or stands_for_speaker(passage, start) else None


def stands_for_speaker(passage: Passage, k: int) -> bool:
    """Whether a token is a pronoun for who speaks: "het" is one before "indeplaatsstelling", not before "voorstel"."""
    if passage.words[k] != "het" or k + 1 >= len(passage.words):
        return passage.words[k] in words("pronoun")
    if passage.parts[k + 1] == "NOUN":
        return "Com" in passage.doc[k + 1].morph.get("Gender", [])
    return passage.parts[k + 1] in ("DET", "ADV", "PRON", "ADP") and passage.at(k + 1) is None
