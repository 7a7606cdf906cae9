"""Promises that are taken back: "Meierijstad belooft 300 plekken", "De burgemeester trekt zijn toezegging in".

Which one is meant is told by its amount ("van 300 plekken") or by the words behind it, and by who made it; an amount is
enough where that is not told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from lrtgraph.dutch.dates import find_dates
from lrtgraph.extraction.grammar.arguments import BARE, arguments
from lrtgraph.extraction.grammar.lexicon import HEBBEN, WORDEN, ZIJN, words
from lrtgraph.extraction.grammar.predicates import verbs_of
from lrtgraph.extraction.outcomes.rows.told import Told
from lrtgraph.extraction.outcomes.rows.wordings import words_in
from lrtgraph.notations import is_person
from lrtgraph.records import THING, StatusReport, Task

if TYPE_CHECKING:
    from spacy.tokens import Span

    from lrtgraph.extraction.context import Reading

_CONFIDENCE = 0.7
_PROMISES: Final = "beloven"
"""What is done by a promise, as an act of its task."""
_AMOUNT = re.compile(r"(?<![\w.,/-])(?:\d{1,3}(?:[.]\d{3})+|\d{2,})(?![\w/-]|[.,]\d)")
_YEAR = re.compile(r"20\d\d")


def pledges(text: str, *, promise: bool) -> Iterator[str]:
    """By what a task is known when a promise is taken back: that it is a `promise`, and each of its amounts.

    >>> list(pledges("Ede belooft 1.200 plekken vóór 1 mei 2025.", promise=True)), list(pledges("Kaart", promise=False))
    (['beloven', 'beloven 1200'], [])
    """
    if promise:
        yield _PROMISES
    yield from (f"{_PROMISES} {amount}" for amount in _amounts(text))


def promise_withdrawn(told: Told, sentence: Span) -> Iterator[StatusReport]:
    """ "Hij trekt zijn toezegging van 300 plekken in", "De belofte over de bonus is door Ede ingetrokken"."""
    verbs = [use.verb for use in told.uses(verbs_of("calling_off"))]
    nouns = [k for k in told.clause.inside if told.tokens.lower[k] in words("promise_noun")]
    if len(nouns) != 1 or not verbs or not told.finite(*verbs) <= ZIJN | HEBBEN | WORDEN:
        return
    if told.denies(told.clause.start, told.clause.end):
        return
    owners = told.whose(nouns[0]) or told.actors(BARE, "door") or _meant(told, sentence)
    amounts = list(_amounts(told.text))
    behind = (k for k in range(nouns[0] + 1, told.clause.end) if told.tokens.parts[k] in ("NOUN", "PROPN", "ADJ"))
    wording = () if amounts else words_in(" ".join(told.tokens.surface[k] for k in behind if k not in verbs))
    owners = tuple(one for one in owners if not _is_any(told.reading, one))
    if len(amounts) + bool(wording) != 1 or not (owners or amounts):
        return
    act = " ".join((_PROMISES, *amounts))
    span = told.reading.span(told.index, sentence.start_char, sentence.end_char)
    item = told.reading.layout.blocks[told.index].item
    yield StatusReport("dropped", Task(None, wording, acts=(act,)), owners, span, THING, _CONFIDENCE, item)


def _amounts(text: str) -> Iterator[str]:
    days = [(day.start, day.end) for day in find_dates(text)]
    for found in _AMOUNT.finditer(text):
        if not _YEAR.fullmatch(found[0]) and not any(
            start < found.end() and found.start() < end for start, end in days
        ):
            yield found[0].replace(".", "")


def _meant(told: Told, sentence: Span) -> tuple[str, ...]:
    """Whom a pronoun at the beginning of a sentence stands for: who acts in the sentence before it."""
    if not sentence.start or sentence[0].lower_ not in words("personal"):
        return ()
    before = sentence.doc[sentence.start - 1].sent
    acting = arguments(told.reading, told.index, before.start_char, before.end_char)
    return next((a.concepts for a in acting if a.marker == BARE), ())


def _is_any(reading: Reading, actor: str) -> bool:
    """Whether an actor is a person, or an office of many that does not tell whose promise it was: "burgemeesters"."""
    known = reading.gazetteer.concepts
    many = (known[one].cls == "Group" for one in known[actor].post_in if one in known) if actor in known else ()
    return is_person(actor) or any(many)
