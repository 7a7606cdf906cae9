"""What only talks about outcomes: an opinion, a question, what has been done, another's commitment that is recalled.

An item such as "Toezeggingen" or a head such as "Besluiten" holds both what is settled and what is said about it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from lrtgraph.extraction.grammar.arguments import BARE, arguments
from lrtgraph.extraction.grammar.clauses import Clause, clauses
from lrtgraph.extraction.grammar.lexicon import HEBBEN, MODAL, NEGATION, ZIJN, table, words
from lrtgraph.extraction.grammar.predicates import Predicate, Predicates
from lrtgraph.extraction.grammar.tokens import tokens_of
from lrtgraph.extraction.outcomes.owners.naming import is_body, own_words
from lrtgraph.extraction.outcomes.prose.cues import hits, nominative
from lrtgraph.extraction.outcomes.prose.settling import settlings
from lrtgraph.extraction.outcomes.terms.deadlines import new_term
from lrtgraph.records import OutcomeKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from lrtgraph.extraction.context import Reading
    from lrtgraph.extraction.outcomes.prose.cues import Hit

_TALKED = frozenset({"toezegging", "besluit"})
"""The kinds that nobody settles by asking: an action may be to ask another for something."""
_DONE = frozenset({"toezegging", "actie"})
"""The kinds that are still to be done: a decision may be told as done ("De start is uitgesteld")."""

_OBJECT = frozenset({"DET", "NUM", "ADJ", "NOUN", "PROPN"})
"""Parts of speech that open what somebody makes, sends or does."""


def only_talks(reading: Reading, block: int, sentence: Span, kind: OutcomeKind | None) -> bool:
    """Whether a sentence under a head for outcomes of `kind` is none of them, but talks about one.

    In: the kind that the head names, None where it leaves that to the words: then every sentence counts. What is not
    done yet counts where it gets a new term.
    """
    if kind is None or next(settlings(reading, block, sentence), None) is not None:
        return False
    doc, first = sentence.doc, _first_main(sentence)
    if first is None or any(_settles(hit, first) for hit in hits(sentence)):
        return False
    if _was_done(doc, first, kind) and not (kind == "besluit" and _table_acts(reading, block, first)):
        undone = not NEGATION.isdisjoint(tokens_of(doc).lower[first.start : first.end])
        text = reading.layout.blocks[block].text
        return not (undone and new_term(text, sentence.start_char, sentence.end_char, reading.meeting))
    settled = kind != "toezegging" and _table_acts(reading, block, first)  # the table itself promises nothing
    return kind in _TALKED and _tells_opinion(doc, first) and not settled


def only_says(reading: Reading, block: int, sentence: Span) -> bool:
    """Whether a sentence behind a conclusion tells what one at the table thinks of it or wants: "VNG betreurt dat".

    Not what the table itself wants, and no wish to do something oneself, nor what one does beside.
    """
    if next(settlings(reading, block, sentence), None) is not None or _does_beside(sentence):
        return False
    doc, first = sentence.doc, _first_main(sentence)
    if first is None or any(_settles(hit, first) for hit in hits(sentence)) or _table_acts(reading, block, first):
        return False
    lower = tokens_of(doc).lower
    if not {"we", "wij"}.isdisjoint(lower[first.start : first.end]) and ":" not in lower[sentence.start : sentence.end]:
        return False  # "We willen een brief": the table, where nobody speaks
    return _tells_opinion(doc, first) or _wants(doc, first)


def _first_main(sentence: Span) -> Clause | None:
    """The first main clause with a finite verb."""
    finite = tokens_of(sentence.doc).finite
    return next((c for c in clauses(sentence) if c.main and any(finite[c.start : c.end])), None)


def _does_beside(sentence: Span) -> bool:
    """Whether who thinks or wants something does another thing too: "VNG vindt dat goed en levert de cijfers"."""
    doc = sentence.doc
    tokens = tokens_of(doc)
    for k in range(sentence.start + 1, sentence.end - 2):
        joined = tokens.finite[k] and tokens.lower[k - 1] in words("coordinating") and tokens.parts[k + 1] in _OBJECT
        if joined and tokens.lower[k] not in ZIJN | HEBBEN:
            clause = Clause(k, sentence.end, None)
            return not (_tells_opinion(doc, clause) or _wants(doc, clause))
    return False


def _wants(doc: Doc, clause: Clause) -> bool:
    """Whether somebody wants a thing, or that another acts: "Bestuurders willen dat JenV betaalt"."""
    tokens = tokens_of(doc)
    verb = next(k for k in range(clause.start, clause.end) if tokens.finite[k])
    behind = (doc[k] for k in range(verb + 1, clause.end))
    governs = any(one.pos_ == "VERB" and "Part" not in one.morph.get("VerbForm", []) for one in behind)
    return tokens.lower[verb] in words("wanting") and not governs


def _settles(hit: Hit, clause: Clause) -> bool:
    """Whether a cue is the verb of a clause; some tell that of the table alone."""
    return hit.clause == clause and hit.use.form != "infinitive" and not (hit.cue.stance or hit.cue.own)


def _was_done(doc: Doc, clause: Clause, kind: OutcomeKind) -> bool:
    """Whether a clause tells what somebody did, or of a task that it has been done: "COA heeft de lijst gestuurd"."""
    tokens = tokens_of(doc)
    verb = next(k for k in range(clause.start, clause.end) if tokens.finite[k])
    word = tokens.lower[verb]
    if word in HEBBEN or (kind in _DONE and word in ZIJN):
        behind = range(verb + 1, clause.end)
        told = (k for k in behind if tokens.parts[k] == "VERB" and tokens.lower[k - 1] != "te")
        return any(tokens.lower[k] not in words("tasked") for k in told)
    return kind in _DONE and word not in MODAL and "Past" in doc[verb].morph.get("Tense", [])


def _tells_opinion(doc: Doc, clause: Clause) -> bool:
    """Whether the verb of a clause says what somebody thinks, asks or reminds of."""
    lower = tokens_of(doc).lower
    likely = _predicates().fitting(lower[clause.start : clause.end])
    uses = (use for number in likely for use in _talk()[number].uses(lower, clause.start, clause.end))
    return any(use.form == "finite" and doc[use.verb].pos_ != "NOUN" for use in uses)


def _table_acts(reading: Reading, block: int, clause: Clause) -> bool:
    """Whether the table itself is the subject of a clause: what it supports or asks for, it has settled."""
    doc = reading.docs[block]
    stretch = doc[clause.start : clause.end]
    found = arguments(reading, block, stretch.start_char, stretch.end_char)
    if any(a.marker == BARE and any(is_body(reading, concept) for concept in a.concepts) for a in found):
        return True
    return any(t.lower_ in own_words(reading) and nominative(doc, t.i, clause.start) for t in stretch)


@cache
def _talk() -> tuple[Predicate, ...]:
    rows = table("outcome_talk")
    return tuple(predicate for row in rows for predicate in Predicate.alternatives(row["predicate"]))


@cache
def _predicates() -> Predicates:
    return Predicates(enumerate(_talk()))
