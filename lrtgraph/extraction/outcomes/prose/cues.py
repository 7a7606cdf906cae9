"""Which words make a clause an outcome, and of which kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, cast

from lrtgraph.extraction.grammar.clauses import Clause, clauses, is_noun_use
from lrtgraph.extraction.grammar.lexicon import WORDEN, table, words
from lrtgraph.extraction.grammar.predicates import Predicate, Predicates, Use
from lrtgraph.extraction.grammar.tokens import tokens_of
from lrtgraph.records import OutcomeKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


_PARTICLES = words("particle", "particle_preposition")
LEADING_WORDS = 6


@dataclass(frozen=True, slots=True)
class Cue:
    """A row of the table of cues: a predicate, the kind of outcome, the voice, and who must be its subject."""

    predicate: Predicate
    kind: OutcomeKind
    passive: bool
    subject: str
    known: bool
    """The cue only tells the kind of what is an outcome for another reason."""
    stance: bool
    """A known cue that tells how the meeting stands to something, and approves nothing."""
    own: bool
    """It decides where the meeting is its subject: of others it tells what they do."""
    name: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue in a clause of a text."""

    cue: Cue
    use: Use
    clause: Clause


@cache
def cues() -> tuple[Cue, ...]:
    """The table of cues. Raises ResourceError where it is missing."""
    return tuple(
        Cue(
            predicate=predicate,
            kind=cast("OutcomeKind", row["kind"]),
            passive=row["voice"] not in ("active", "own"),
            subject=row["subject"],
            known=row["voice"] in ("known", "stance"),
            stance=row["voice"] == "stance",
            own=row["voice"] == "own",
            name=" ".join((*row["predicate"].split()[:-1], f"{predicate.particle}{predicate.verb}")),
        )
        for row in table("outcome_cues")
        for predicate in Predicate.alternatives(row["predicate"])
    )


def hits(stretch: Span) -> Iterator[Hit]:
    """All cues in a stretch of text, clause by clause, whatever their voice and polarity."""
    lower = tokens_of(stretch.doc).lower
    parted = _without_particles(lower, stretch.start, stretch.end)
    for clause in _with_infinitives(stretch):
        for cue in _likely(lower[clause.start : clause.end]):
            uses = list(cue.predicate.standing(lower, clause.start, clause.end))
            if parted is not None:
                more = cue.predicate.uses(parted, clause.start, clause.end)
                uses += [use for use in more if use.form == "finite" and use not in uses]
            for use in uses:
                if not (
                    (is_noun_use(stretch.doc, use) and not _behind_body(stretch.doc, use))
                    or _governed(stretch.doc, clause, use)
                    or _attributive(stretch.doc, use)
                ):
                    yield Hit(cue, use, clause)


def _without_particles(lower: list[str], start: int, end: int) -> list[str] | None:
    """The words without the particles of infinitives, which are none of the verb before: "besluit het vast te stellen".

    None where there are none.
    """
    places = [k for k in range(start, end - 2) if lower[k + 1] == "te" and lower[k] in _PARTICLES]
    return [("" if k in places else word) for k, word in enumerate(lower)] if places else None


def _with_infinitives(stretch: Span) -> Sequence[Clause]:
    """The clauses, a main clause joined with an infinitive inside it: "Het besluit | om X te openen wordt herzien"."""
    first, *others = clauses(stretch) or (Clause(0, 0, None),)
    if not others or others[0].opener != "om" or not first.main:
        return (first, *others)
    tokens = tokens_of(stretch.doc)
    if any(tokens.finite[first.start : first.end]) and not _ends_with_particle(stretch.doc, others[0]):
        return (first, *others)
    return (Clause(first.start, others[0].end, None), *others[1:])


def _ends_with_particle(doc: Doc, clause: Clause) -> bool:
    """Whether the particle of the verb before stands behind an infinitive: "wijst het voorstel om X te openen af"."""
    last = next((k for k in range(clause.end - 1, clause.start, -1) if doc[k].is_alpha), clause.start)
    lower = tokens_of(doc).lower
    return lower[last] in _PARTICLES and "te" in lower[clause.start : last]


def _behind_body(doc: Doc, use: Use) -> bool:
    """Whether the word stands right behind the table as its subject, where no noun can: "De groep besluit om …"."""
    k = use.verb
    if k < 2 or doc[k - 2].lower_ not in words("determiner") or (k > 2 and not doc[k - 2].is_sent_start):
        return False
    return doc[k - 1].lower_ in words("body_word", "other_body_word")


def _likely(tokens: Sequence[str]) -> list[Cue]:
    """The cues, in the order of the table, whose words stand among the tokens; no other can be in use."""
    return [cues()[place] for place in _predicates().fitting(tokens)]


@cache
def _predicates() -> Predicates:
    return Predicates((place, cue.predicate) for place, cue in enumerate(cues()))


def _attributive(doc: Doc, use: Use) -> bool:
    """Whether a participle belongs to the noun behind it: "de afgesproken termijn", "vastgesteld beleid"."""
    parts = tokens_of(doc).parts
    if use.form != "participle" or parts[use.verb + 1 : use.verb + 2] != ["NOUN"]:
        return False
    if doc[use.verb + 2 : use.verb + 3].text == "te":
        return False  # "Besloten opdracht te geven", but not "Besloten vergadering"
    passive = doc[use.verb - 1].lower_ in WORDEN  # "Er wordt besloten optie B te kiezen"
    before = parts[use.verb - 1] in ("DET", "ADJ", "NUM", "ADP", "AUX")
    return doc[use.verb].is_sent_start is True or (before and not passive)


def _governed(doc: Doc, clause: Clause, use: Use) -> bool:
    """Whether a form that could be finite stands under the clause's own finite verb ("heeft afspraken gemaakt")."""
    if use.form != "finite" or any(k > use.verb for k in use.words):
        return False
    return any(tokens_of(doc).finite[clause.start : use.verb])


def deciding(doc: Doc, start: int, *, measures: bool = False) -> bool:
    """Whether the rest of a sentence, from token `start`, tells a decision; with `measures` also that one changes."""
    if start >= len(doc):
        return False
    lower = tokens_of(doc).lower
    end = doc[start].sent.end
    return any(
        True
        for cue in cues()
        if cue.kind == "besluit" and not (cue.stance or cue.own) and (measures or not cue.known)
        for _ in cue.predicate.uses(lower, start, end)
    )


def nominative(doc: Doc, k: int, start: int) -> bool:
    """Whether no preposition governs the noun at `k`."""
    while k > start and (doc[k - 1].lower_ in words("determiner") or doc[k - 1].pos_ in ("ADJ", "NUM")):
        k -= 1
    return k == start or doc[k - 1].pos_ != "ADP"
