"""Tasks that are known again by the very verb that they were set with: "VNG polst Ede", "VNG heeft Ede gepolst"; or by
its noun: "De peiling is afgerond".

What is done then need not be done with a thing that is made or sent. Whatever the sentence says beside the verb must
stand in the wording of the task, and the places are all those of the task.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from lrtgraph.dutch.word_forms import verbs_of_noun
from lrtgraph.extraction.grammar.arguments import BARE
from lrtgraph.extraction.grammar.lexicon import HEBBEN, ZIJN, words
from lrtgraph.extraction.grammar.predicates import Predicate, verbs_of
from lrtgraph.extraction.grammar.tokens import Tokens, tokens_of
from lrtgraph.extraction.outcomes.rows.told import Told
from lrtgraph.extraction.outcomes.rows.wordings import words_in
from lrtgraph.notations import PLACES
from lrtgraph.records import THING, StatusReport, Task

if TYPE_CHECKING:
    from spacy.tokens import Span

    from lrtgraph.extraction.context import Reading

_CONFIDENCE = 0.7
_FEWEST = 2
"""Words by which a task is known where nobody is named who did it."""
_PARTICULAR = 10
"""Letters of a word that is enough for that: a compound."""


def acts_of(reading: Reading, index: int, start: int, end: int) -> tuple[str, ...]:
    """What a task that stands at `[start, end)` of a block's text asks for: its verbs, each with the places there.

    A participle ("de verzamelde cijfers") asks for nothing.
    """
    tokens = tokens_of(reading.docs[index])
    first, last = tokens.at(start, end)
    found = (
        _act(name, _places(reading, index, start, end))
        for verb, name in _doing().items()
        for use in verb.uses(tokens.lower, first, last)
        if use.form == "infinitive" or (use.form == "finite" and tokens.parts[use.verb] != "NOUN")
    )
    return tuple(dict.fromkeys(found))


def may_repeat() -> frozenset[str]:
    """The words by which a sentence may tell that a task was done in its own words."""
    return frozenset(verb.particle + form for verb in _doing() for form in verb.forms.participles)


def done_again(told: Told, sentence: Span) -> Iterator[StatusReport]:
    """ "VNG heeft Ede gepolst", "De gemeenten zijn door VNG over de kosten geïnformeerd"."""
    uses = [(name, use) for verb, name in _doing().items() for use in told.uses([verb]) if use.form == "participle"]
    verbs = {use.verb for _, use in uses}
    finite = told.finite(*verbs)
    active = finite <= HEBBEN
    if len(verbs) != 1 or not finite or not (active or finite <= ZIJN):
        return
    doers = told.actors(BARE if active else "door")
    if doers or not active:
        yield from _report(told, sentence, uses[0][0], {k for _, use in uses for k in (use.verb, *use.words)}, doers)


def noun_done(told: Told, sentence: Span, noun: int, done: Sequence[int]) -> Iterator[StatusReport]:
    """ "De peiling onder de leden is afgerond": the noun of a verb, and the tokens that say that it is done."""
    for name in _verbs_of_noun(told.tokens.lower[noun]):
        yield from _report(told, sentence, name, {noun, *done}, told.actors("door") or told.whose(noun))


def _report(told: Told, sentence: Span, name: str, verbs: set[int], doers: tuple[str, ...]) -> Iterator[StatusReport]:
    reading, index = told.reading, told.index
    start, end = told.start, told.tokens.ends[told.clause.end - 1]
    places = _places(reading, index, start, end)
    found = words_in(" ".join(told.tokens.surface[k] for k in _telling(told, verbs)))
    others = tuple(dict.fromkeys(one for a in told.said for one in a.concepts if one not in doers))
    known = doers or places or len(found + others) >= _FEWEST or any(len(word) >= _PARTICULAR for word in found)
    if not (known and (found or places)):
        return
    mentions = [one.concept for one in reading.mentions_in(index, start, end)]
    yield StatusReport(
        "done",
        Task(None, found, acts=(_act(name, places),)),
        doers,
        reading.span(index, sentence.start_char, sentence.end_char),
        THING,
        _CONFIDENCE,
        reading.layout.blocks[index].item,
        tuple(dict.fromkeys(one for one in mentions if reading.is_instrument(one))),
        others,
    )


def _telling(told: Told, verbs: set[int]) -> Iterator[int]:
    """The nouns and adjectives of a clause by which the task is told, without names, days and how late it was."""
    tokens, days = told.tokens, told.days()
    for k in range(told.clause.start, told.clause.end):
        at = tokens.starts[k]
        skipped = k in verbs or tokens.lower[k] in words("no_thing", "time_noun", "result_noun")
        named = told.reading.mention_at(told.index, at) is not None
        if not (skipped or named or any(at in day for day in days)) and _tells(tokens, k):
            yield k


def _tells(tokens: Tokens, k: int) -> bool:
    if tokens.parts[k] == "ADJ":
        return tokens.lower[k].endswith("e") and tokens.parts[k + 1 : k + 2] in (["NOUN"], ["ADJ"], ["PROPN"])
    return tokens.parts[k] in ("NOUN", "PROPN")


def _act(name: str, places: Iterable[str]) -> str:
    return " ".join((name, *places))


def _places(reading: Reading, index: int, start: int, end: int) -> tuple[str, ...]:
    """The names of the places that stand there, in alphabetical order."""
    found = (one.concept for one in reading.mentions_in(index, start, end) if one.concept.startswith(PLACES))
    return tuple(sorted({concept.partition(":")[2] for concept in found}))


@cache
def _doing() -> dict[Predicate, str]:
    """Verbs by which tasks are set and told, and the name of what is done: that of the verb that says so too."""
    otherwise = (row.split(":") for row in sorted(words("doing_otherwise")))
    others = {Predicate.parse(verb.replace("_", " ")): name for verb, name in otherwise}
    return {verb: verb.particle + verb.verb for verb in verbs_of("doing")} | others


@cache
def _verbs_of_noun(noun: str) -> tuple[str, ...]:
    """What is done by a noun's verb: by the rules for nouns ("peiling"), or as it is listed ("gesprek")."""
    infinitives = {verb.verb for verb in verbs_of("doing")}
    made = {one.particle + one.infinitive for one in verbs_of_noun(noun, infinitives.__contains__)}
    made.update(row.partition(":")[2] for row in words("doing_noun") if row.startswith(f"{noun}:"))
    return tuple(sorted(made & set(_doing().values())))
