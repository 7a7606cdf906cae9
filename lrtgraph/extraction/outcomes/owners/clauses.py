"""The clauses in which it is told who must do what: parted, resumed behind what is inserted, or sharing a subject."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from lrtgraph.extraction.grammar.arguments import BARE, Argument
from lrtgraph.extraction.grammar.clauses import Clause, clauses, is_finite, lower_words, may_be_finite
from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.grammar.predicates import Use
from lrtgraph.extraction.grammar.tokens import phrase_start, tokens_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_JOINING = frozenset({"en", "maar", "of"})


def told_clauses(stretch: Span, everyone: Iterable[Argument]) -> Iterator[Clause]:
    """The clauses of what was settled, cut too where another begins to do something: "COA maakt een lijst, | PRT's
    vullen aan"."""
    doc = stretch.doc
    subjects = [at for argument in everyone if (at := _begins(doc, argument)) is not None]
    for whole in clauses(stretch):
        clause = resumed(doc, whole)
        cuts = [
            at for at in subjects if clause.start < at < clause.end and any(map(may_be_finite, doc[clause.start : at]))
        ]
        ends = [*cuts, clause.end]
        yield Clause(clause.start, ends[0], clause.opener)
        yield from (Clause(start, end, None) for start, end in zip(cuts, ends[1:], strict=True))


def _begins(doc: Doc, argument: Argument) -> int | None:
    """Where the phrase of a subject begins that stands between a comma and its verb; None of another phrase."""
    tokens = tokens_of(doc)
    first = phrase_start(tokens, argument.first, 0)
    verb = argument.last + 1 + (tokens.lower[argument.last + 1 : argument.last + 2] == ["'s"])
    apart = argument.marker == BARE and first > 0 and tokens.lower[first - 1] == ","
    return first if apart and verb < len(doc) and may_be_finite(doc[verb]) else None


def resumed(doc: Doc, clause: Clause) -> Clause:
    """What follows a clause inserted behind "dat": "dat, als de Kamer instemt, de provincies starten"."""
    if clause.start < 2 or (doc[clause.start - 2].lower_, doc[clause.start - 1].text) != ("dat", ","):
        return clause
    ends = (k for k in range(clause.start + 1, clause.end) if doc[k].text == "," and is_finite(doc[k - 1]))
    end = next(ends, None)
    return clause if end is None else Clause(end + 1, clause.end, "dat")


def shares_subject(doc: Doc, clause: Clause, use: Use) -> bool:
    """Whether the verb of a coordinated clause comes first in it: its subject is that of the clause before."""
    return use.form == "finite" and use.verb == clause.start + 1 and doc[clause.start].lower_ in words("coordinator")


def continues(doc: Doc, clause: Clause, found: list[Argument]) -> bool:
    """Whether a coordinated clause opens with its verb, and the one before with its subject, which they then share.

    Where words before the verb turn the first clause round, the second has its own subject: "Voor 1 mei levert COA de
    lijst en stuurt VNG de brief".
    """
    if (
        doc[clause.start].lower_ not in _JOINING
        or clause.start + 1 >= clause.end
        or not is_finite(doc[clause.start + 1])
    ):
        return False
    if not found or found[-1].marker != BARE or found[-1].first > clause.start:
        return False
    sentence = doc[clause.start].sent
    verb = next((t.i for t in doc[sentence.start : clause.start] if is_finite(t)), None)
    plural = doc[clause.start + 1].morph.get("Number", []) == ["Plur"] and len(found[-1].concepts) == 1
    return verb is not None and found[-1].last < verb and not plural


def told(doc: Doc, start: int, end: int) -> list[str]:
    """The words of a clause up to what its verb or a noun tells or asks: "VNG peilt | welke locaties worden gesloten",
    "VNG stuurt een brief | dat dit wordt betaald"."""
    lower = lower_words(doc)[start:end]
    verb = next((k for k in range(start, end) if may_be_finite(doc[k])), end) - start
    behind = range(verb + 1, len(lower))
    opens = (k for k in behind if lower[k] in words("question_word") or _opens(doc, start + k, end))
    return lower[: next(opens, len(lower))]


def _opens(doc: Doc, k: int, end: int) -> bool:
    """Whether a "dat" behind the finite verb of a clause brings one of its own: "een brief dat dit wordt betaald"."""
    return lower_words(doc)[k] == "dat" and any(is_finite(token) for token in doc[k + 1 : end])
