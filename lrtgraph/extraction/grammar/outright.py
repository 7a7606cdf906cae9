"""The clauses of a sentence that tell something outright, on no condition and not of what somebody thinks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lrtgraph.extraction.grammar.clauses import Clause, clauses
from lrtgraph.extraction.grammar.lexicon import FUTURE, HEBBEN, MODAL, WORDEN, ZIJN
from lrtgraph.extraction.grammar.predicates import uses_of, verbs_of
from lrtgraph.extraction.grammar.tokens import Tokens, tokens_of

if TYPE_CHECKING:
    from spacy.tokens import Span

_AUXILIARY = ZIJN | HEBBEN | WORDEN | MODAL | FUTURE
_OPENING = frozenset({"NUM", "DET", "NOUN", "PROPN", "PRON"})
"""Parts of speech with which a main clause may open."""


def outright_clauses(sentence: Span) -> list[Clause]:
    """The clauses of a sentence that tell something outright: main clauses, and what is told behind "meldt dat".

    A main clause without a thing of its own goes on with that of the one before: "is klaar en is verstuurd". Where that
    has said what came of it, one that tells more of it is left out: "is ingesteld en kwam twee keer bijeen".
    """
    found: list[Clause] = []
    tokens = tokens_of(sentence.doc)
    for clause in clauses(sentence):
        if clause.opener == "dat" and len(found) == 1 and _reports(tokens.lower, found[0]):
            found = [clause]
        elif clause.opener == "dat" and found and found[-1].opener == "dat" and tokens.lower[clause.start] == "en":
            found += [] if _tells_more(tokens, found[-1], clause) else [clause]
        elif not clause.main:
            return []
        elif found and _goes_on(tokens, clause):
            if not _tells_more(tokens, found[-1], clause):
                found[-1] = Clause(found[-1].start, clause.end, found[-1].opener)
        else:
            found += _parted(tokens, clause)
    return found


def _goes_on(tokens: Tokens, clause: Clause) -> bool:
    """Whether a clause opens without a thing of its own; behind a colon it is one only without a verb: ": betaald"."""
    if tokens.lower[clause.start - 1] == ":" and any(tokens.finite[clause.start : clause.end]):
        return False
    return "NOUN" not in tokens.parts[clause.start : clause.start + 3]


def _tells_more(tokens: Tokens, before: Clause, clause: Clause) -> bool:
    """Whether a clause behind one that ends in what was done has a verb of its own and no auxiliary."""
    verbs = {tokens.lower[k] for k in range(clause.start, clause.end) if tokens.finite[k]}
    return bool(verbs) and verbs.isdisjoint(_AUXILIARY) and _is_done(tokens, before.end - 1)


def _parted(tokens: Tokens, clause: Clause) -> list[Clause]:
    """A clause without what is only set beside it: "COA heeft de lijst ontvangen, drie huizen zijn bruikbaar"."""
    for k in range(clause.start + 1, clause.end - 1):
        opens = tokens.lower[k] == "," and tokens.parts[k + 1] in _OPENING and _is_done(tokens, k - 1)
        if opens and any(tokens.finite[clause.start : k]) and any(tokens.finite[k + 1 : clause.end]):
            return [Clause(clause.start, k + 1, clause.opener), Clause(k + 1, clause.end, None)]
    return [clause]


def _is_done(tokens: Tokens, k: int) -> bool:
    """Whether a participle or the like stands there."""
    return tokens.parts[k] == "VERB" and not tokens.finite[k]


def _reports(lower: Sequence[str], clause: Clause) -> bool:
    return next(uses_of(verbs_of("reporting"), lower, clause.start, clause.end), None) is not None
