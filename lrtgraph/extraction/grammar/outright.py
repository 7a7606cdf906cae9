"""The clauses of a sentence that tell something outright, on no condition and not of what somebody thinks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lrtgraph.extraction.grammar.clauses import Clause, clauses
from lrtgraph.extraction.grammar.predicates import uses_of, verbs_of
from lrtgraph.extraction.grammar.tokens import tokens_of

if TYPE_CHECKING:
    from spacy.tokens import Span


def outright_clauses(sentence: Span) -> list[Clause]:
    """The clauses of a sentence that tell something outright: main clauses, and what is told behind "meldt dat".

    A main clause without a thing of its own goes on with that of the one before: "is klaar en is verstuurd".
    """
    found: list[Clause] = []
    lower, parts = tokens_of(sentence.doc).lower, tokens_of(sentence.doc).parts
    for clause in clauses(sentence):
        if clause.opener == "dat" and len(found) == 1 and _reports(lower, found[0]):
            found = [clause]
        elif not clause.main:
            return []
        elif found and "NOUN" not in parts[clause.start : clause.start + 3]:
            found[-1] = Clause(found[-1].start, clause.end, found[-1].opener)
        else:
            found.append(clause)
    return found


def _reports(lower: Sequence[str], clause: Clause) -> bool:
    return next(uses_of(verbs_of("reporting"), lower, clause.start, clause.end), None) is not None
