"""The clauses of a sentence that tell something outright, on no condition and not of what somebody thinks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from lrtgraph.extraction.grammar.clauses import Clause, clauses
from lrtgraph.extraction.grammar.lexicon import FUTURE, HEBBEN, MODAL, WORDEN, ZIJN, words
from lrtgraph.extraction.grammar.predicates import uses_of, verbs_of
from lrtgraph.extraction.grammar.tokens import Tokens, tokens_of
from lrtgraph.value import value

if TYPE_CHECKING:
    from spacy.tokens import Span

_AUXILIARY = ZIJN | HEBBEN | WORDEN | MODAL | FUTURE
_OPENING = frozenset({"NUM", "DET", "NOUN", "PROPN", "PRON"})
"""Parts of speech with which a main clause may open."""
_NOT_LAST = frozenset({"VERB", "AUX", "ADP", "ADV", "CCONJ", "SCONJ", "DET"})
"""Parts of speech with which what a relative clause belongs to does not end."""


@value
class Outright:
    """Token indices `[start, end)` of a clause that tells outright; `opener` is "dat" behind a verb of reporting.

    `head` is what it is told of, where a clause of its own stands in between: "De brief, die VNG zou sturen, is klaar".
    """

    start: int
    end: int
    opener: str | None
    head: Clause | None = None

    @property
    def first(self) -> int:
        """Where it begins with what it is told of."""
        return self.start if self.head is None else self.head.start

    @property
    def inside(self) -> Iterator[int]:
        """Its tokens without the clause in between."""
        yield from range(self.head.start, self.head.end) if self.head else ()
        yield from range(self.start, self.end)

    @property
    def aside(self) -> range:
        """The tokens of the clause in between."""
        return range(self.head.end, self.start) if self.head else range(0)


def outright_clauses(sentence: Span) -> list[Outright]:
    """The clauses of a sentence that tell something outright: main clauses, and what is told behind "meldt dat".

    A main clause without a thing of its own goes on with that of the one before: "is klaar en is verstuurd". Where that
    has said what came of it, one that tells more of it is left out: "is ingesteld en kwam twee keer bijeen".
    """
    found: list[Outright] = []
    tokens = tokens_of(sentence.doc)
    for clause in _whole(tokens, clauses(sentence)):
        if clause.opener == "dat" and len(found) == 1 and _reports(tokens.lower, found[0]):
            found = [clause]
        elif clause.opener == "dat" and found and found[-1].opener == "dat" and tokens.lower[clause.start] == "en":
            found += [] if _tells_more(tokens, found[-1], clause) else [clause]
        elif clause.opener is not None:
            return []
        elif found and _goes_on(tokens, clause):
            if not _tells_more(tokens, found[-1], clause):
                found[-1] = replace(found[-1], end=clause.end)
        else:
            found += _parted(tokens, clause)
    return found


def _whole(tokens: Tokens, parts: Sequence[Clause]) -> Iterator[Outright]:
    """Clauses with their heads, where a relative clause stands behind the head and the rest goes on with its verb."""
    k = 0
    while k < len(parts):
        one, behind = parts[k], parts[k + 1 : k + 3]
        if len(behind) == 2 and _is_split(tokens, one, *behind):
            yield Outright(behind[1].start, behind[1].end, one.opener, one)
            k += 3
        else:
            yield Outright(one.start, one.end, one.opener)
            k += 1


def _is_split(tokens: Tokens, head: Clause, aside: Clause, rest: Clause) -> bool:
    """Whether a clause without a verb has a relative clause behind its noun, and then goes on with the verb."""
    told = [k for k in range(head.start, head.end) if tokens.parts[k] != "PUNCT"]
    relative = aside.opener in words("relative") or (aside.opener or "").startswith("waar")
    ends = bool(told) and tokens.parts[told[-1]] not in _NOT_LAST
    return (
        relative
        and ends
        and rest.opener is None
        and not any(tokens.finite[k] for k in told)
        and any(tokens.finite[rest.start : rest.end])
    )


def _goes_on(tokens: Tokens, clause: Outright) -> bool:
    """Whether a clause opens without a thing of its own; behind a colon it is one only without a verb: ": betaald"."""
    if tokens.lower[clause.start - 1] == ":" and any(tokens.finite[clause.start : clause.end]):
        return False
    return clause.head is None and "NOUN" not in tokens.parts[clause.start : clause.start + 3]


def _tells_more(tokens: Tokens, before: Outright, clause: Outright) -> bool:
    """Whether a clause behind one that ends in what was done has a verb of its own and no auxiliary."""
    verbs = {tokens.lower[k] for k in range(clause.start, clause.end) if tokens.finite[k]}
    return bool(verbs) and verbs.isdisjoint(_AUXILIARY) and _is_done(tokens, before.end - 1)


def _parted(tokens: Tokens, clause: Outright) -> list[Outright]:
    """A clause without what is only set beside it: "COA heeft de lijst ontvangen, drie huizen zijn bruikbaar"."""
    for k in range(clause.start + 1, clause.end - 1):
        opens = tokens.lower[k] == "," and tokens.parts[k + 1] in _OPENING and _is_done(tokens, k - 1)
        if opens and any(tokens.finite[clause.start : k]) and any(tokens.finite[k + 1 : clause.end]):
            return [replace(clause, end=k + 1), Outright(k + 1, clause.end, None)]
    return [clause]


def _is_done(tokens: Tokens, k: int) -> bool:
    """Whether a participle or the like stands there."""
    return tokens.parts[k] == "VERB" and not tokens.finite[k]


def _reports(lower: Sequence[str], clause: Outright) -> bool:
    return next(uses_of(verbs_of("reporting"), lower, clause.start, clause.end), None) is not None
