"""What is done with the thing of a task: it is made, sent, answered or held; and which of these a later word tells.

What was sent has been made as well; what is ready has not been sent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from lrtgraph.extraction.grammar.lexicon import table, words
from lrtgraph.extraction.grammar.predicates import Predicate, Use, verbs_of
from lrtgraph.extraction.grammar.tokens import tokens_of
from lrtgraph.extraction.outcomes.rows.repeated import may_repeat
from lrtgraph.extraction.outcomes.rows.states import telling_states

if TYPE_CHECKING:
    from spacy.tokens import Doc

_WORD = re.compile(r"\w+")
_ANY, _SENT = "any", "send"
"""What has to be done with a thing of which no verb says so: whatever is done with such ("Lijst van panden"), or
that it gets to others where such a thing is made for that ("Brief aan de minister")."""


VERBLESS = frozenset({_ANY, _SENT})
"""The deeds of a task that may have no verb."""


def deed_of(doc: Doc, first: int, last: int) -> str:
    """What the task that the tokens `[first, last)` word asks for, the last thing first; "" where no known verb says.

    >>> from lrtgraph.language import load
    >>> [deed_of(doc, 0, len(doc)) for doc in map(load(), ("COA stelt een lijst op en stuurt die.", "COA toetst dit."))]
    ['send', '']
    """
    tokens = tokens_of(doc)
    for deed, verbs in _verbs().items():
        uses = (use for verb in verbs for use in verb.uses(tokens.lower, first, last))
        if any(use.form != "finite" or tokens.parts[use.verb] != "NOUN" for use in uses):  # "een deel"
            return deed
    inside = range(first, last)
    if any(tokens.finite[k] and not tokens.lower[k].endswith("en") for k in inside) or _examines(
        tokens.lower, first, last
    ):
        return ""
    return _ANY if words("sent_thing").isdisjoint(tokens.lower[first:last]) else _SENT


def _examines(lower: Sequence[str], first: int, last: int) -> bool:
    """Whether something that there is gets looked at or told of, and is not made."""
    return any(next(verb.uses(lower, first, last), None) for verb in verbs_of("examining"))


def done_deeds(doc: Doc, first: int, last: int) -> Iterator[tuple[str, Use]]:
    """What the participles among the tokens `[first, last)` say was done, and where."""
    lower = tokens_of(doc).lower
    for deed, verbs in _verbs().items():
        for verb in verbs:
            alike = {verb.particle + form for form in verb.forms.participles}  # "verzonden" without "is"
            uses = verb.uses(lower, first, last)
            yield from ((deed, use) for use in uses if use.form == "participle" or lower[use.verb] in alike)
    yield from (("make", Use("participle", k, ())) for k in range(first, last) if lower[k] in words("ready"))


def may_tell(text: str) -> bool:
    """Whether a text holds a word at all that says that something was done, put off or handed over."""
    lower = text.lower()
    return not _telling().isdisjoint(_WORD.findall(lower)) or _state_told().search(lower) is not None


@cache
def _telling() -> frozenset[str]:
    verbs = (verb for alike in _verbs().values() for verb in alike)
    done = {verb.particle + form for verb in verbs for form in verb.forms.participles} | words("ready")
    others = (
        verb
        for name in ("moving", "handing", "taking", "passing", "calling_off", "giving_up")
        for verb in verbs_of(name)
    )
    done |= {form for verb in others for form in verb.surfaces}
    return frozenset(done | {"uitstel"} | may_repeat())


@cache
def _state_told() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{telling_states()})(?!\w)")


@cache
def fulfilled(deed: str) -> tuple[str, ...]:
    """The deeds of tasks that a deed does.

    >>> fulfilled("send"), fulfilled("make")
    (('send', 'make', 'any'), ('make', 'any'))
    """
    return next(tuple(row["fulfils"].split()) for row in table("deeds") if row["deed"] == deed)


@cache
def unfulfilled(deed: str) -> tuple[str, ...]:
    """The deeds of tasks that are not done where a deed is not: what was not made has not been sent either.

    >>> unfulfilled("make"), unfulfilled("send")
    (('send', 'make', 'any'), ('send', 'any'))
    """
    return (*(row["deed"] for row in table("deeds") if deed in row["fulfils"].split()), _ANY)


@cache
def _verbs() -> dict[str, tuple[Predicate, ...]]:
    told = ((row["deed"], row["verbs"].split()) for row in table("deeds"))
    return {deed: tuple(Predicate.parse(verb.replace("_", " ")) for verb in verbs) for deed, verbs in told}
