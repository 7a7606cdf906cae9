"""The tables of cues: which predicates say that someone answers for an instrument, and where the two stand; and what
bodies of the state do with laws and agreements that come before them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

from lrtgraph.dutch.conjugation import conjugation, third_person
from lrtgraph.extraction.grammar.lexicon import table, words
from lrtgraph.extraction.grammar.predicates import Predicate, Predicates, Use
from lrtgraph.records import RoleKind

CLASSES: dict[str, frozenset[str]] = {
    "document": frozenset({"Letter", "Plan", "Agreement", "Bill", "Decree", "Law", "Scheme"}),
    "letter": frozenset({"Letter", "Plan", "Agreement"}),
    "decree": frozenset({"Decree"}),
    "law": frozenset({"Law", "Bill", "Decree"}),
    "target": frozenset({"PolicyTarget"}),
    "facility": frozenset({"Facility"}),
    "scheme": frozenset({"Scheme"}),
    "procedure": frozenset({"Procedure", "Scheme"}),
    "work": frozenset({"Law", "Procedure", "Scheme", "Facility", "PolicyTarget"}),
}
"""Kinds of instruments by which a cue restricts what it takes, with the gazetteer's classes."""
_CARRIED_OUT = frozenset({"Law", "Bill", "Decree", "Agreement", "Scheme", "Procedure", "Facility"})
WRITTEN = CLASSES["document"] | CLASSES["target"]
"""What is drafted."""
VERB = "@"
"""A row's role is its verb itself, as it stands in the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One row: verbs (or nouns, where the cue is a noun), the slots of actor and instrument, and the role.

    `actor` and `instrument` hold prepositions or names of slots: "subject", "object", "any", "genitive", a class, or
    "draft" (an instrument of which a draft is the object). `flags`: `topic` the instrument may be understood from the
    context, `matter` only where a noun for the matter stands for it; `presupposes` a negation does not deny the role;
    `modal` wanting or being able does not either; `with` partners share the role; `handover`, `shift` the actor is
    who gets it from who loses it, with `both` only where both are named; `verbless` only in telegram style; `ending`
    the actor has it no more; `ahead` only what is still to come; `ellipsis` the subject may be understood;
    `coordination` the object is a task of coordination; `parliament` the actor is a body before which laws come;
    `formal` only an obligation counts; `table` the actor is a body that meets; `weak` the cue is right about half the
    time; `under` a noun behind the preposition of `actor` with the actor as its genitive; `power` being able is what
    is meant; `some` what a restrictive relative clause says holds for some only; `role` the noun is what the actor
    is; `complement` the instrument may stand in the clause with "om" or "dat" behind; `sentence` it may stand
    anywhere in the sentence; `beside` no other noun stands between verb and instrument.
    """

    name: str
    predicates: tuple[Predicate, ...] = ()
    nouns: frozenset[str] = frozenset()
    actor: frozenset[str] = frozenset()
    instrument: frozenset[str] = frozenset()
    kind: RoleKind
    role: str = ""
    flags: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    """For a bare verb whose actor stands behind a preposition: the words of which one must be there ("is aan X")."""

    @property
    def classes(self) -> frozenset[str]:
        """The gazetteer's classes of the instruments that it takes, none for all of them."""
        return frozenset().union(*(CLASSES[name] for name in self.instrument & CLASSES.keys()))

    @property
    def answerable(self) -> frozenset[str]:
        """The classes that an understood instrument can have: a task is not a letter, a handover no plan."""
        if "handover" in self.flags or "shift" in self.flags:
            return _CARRIED_OUT
        if self.name.startswith("garantie"):
            return frozenset({"Scheme", "Facility"})
        if self.kind in ("task", "supervision") and "tafel" in self.role:
            return _CARRIED_OUT
        if self.kind == "drafting":
            return WRITTEN | _CARRIED_OUT if self.role == "trekker" else WRITTEN
        return _CARRIED_OUT | {"Plan", "PolicyTarget"}

    def nominal(self, tokens: Sequence[str], start: int, end: int) -> Iterator[Use]:
        """Where one of its nouns stands in `tokens[start:end]` (lower case), which counts as the verb of its use."""
        for index in range(start, end) if self.nouns else ():
            if tokens[index] in self.nouns:
                yield Use("participle", index, ())

    def phrase(self, tokens: Sequence[str], use: Use) -> str:
        """The role in a few Dutch words: the text's own noun where the cue has one, else the table's words.

        >>> frame = next(frame for frame in frames() if frame.name == "taak liggen")
        >>> frame.phrase(["het", "eigenaarschap", "ligt", "bij"], Use("finite", 2, (1,)))
        'eigenaarschap'
        """
        if self.predicates and self.role == "taak" and use.words:
            return {"zaak": "taak", "aangelegenheid": "taak"}.get(tokens[use.words[-1]], tokens[use.words[-1]])
        if self.role in ("trekker", "eigenaar", "spil") and self.predicates and self.predicates[0].companions:
            return tokens[use.words[-1]]
        if self.role == "bestuurlijke tafel" and use.words and tokens[use.words[0]] in _POINTS:
            return tokens[use.words[0]]
        if {"handover", "shift"} & self.flags and not self.nouns:
            near = tokens[max(0, use.first - 10) : use.last + 10]
            moved = next((word for word in near if word in words("task_noun")), None)
            return f"krijgt {moved}" if moved else self.role
        return self._verb(tokens[use.verb]) if self.role == VERB else self.role

    def _verb(self, form: str) -> str:
        """The predicate that a form belongs to, as "keurt goed"."""
        *others, last = self.predicates
        predicate = next((one for one in others if _has_form(one, form)), last)
        return f"{third_person(predicate.verb)} {predicate.particle}".strip()


_POINTS = frozenset({"aanspreekpunt", "loket", "spil", "platform"})
"""What an actor can be for others who is no table."""


def _has_form(predicate: Predicate, form: str) -> bool:
    forms = conjugation(predicate.verb)
    return form.removeprefix(predicate.particle) in forms.finite | forms.participles


@cache
def frames() -> tuple[Frame, ...]:
    """All frames in the order of the table. Raises ResourceError where it is missing."""
    return tuple(_frame(row) for row in table("responsibility_cues"))


def _frame(row: dict[str, str]) -> Frame:
    text = row["predicate"]
    nominal = text.startswith("@")
    predicates = () if nominal else tuple(Predicate.alternatives(text))
    actor = frozenset(row["actor"].split("/"))
    bare = bool(predicates) and not any(p.companions for p in predicates) and actor.isdisjoint(_SLOTS)
    return Frame(
        name=" ".join(word.split("/")[0] for word in text.lstrip("@").replace("|", "").split()),
        predicates=predicates,
        nouns=frozenset(text[1:].split("/")) if nominal else frozenset(),
        actor=actor,
        instrument=frozenset(row["instrument"].split("/")),
        kind=cast("RoleKind", row["kind"]),
        role=row["role"],
        flags=frozenset(row["flags"].split()),
        needs=actor | (_PASSING if "shift" in row["flags"] else _THERE) if bare else frozenset(),
    )


_SLOTS = frozenset({"subject", "subject-passive", "ward"})


_THERE = frozenset({"daar", "hier"})


_PASSING = frozenset({"daarheen", "hierheen", "van"})
"""Words by which something passes on from or to somebody without his name."""


def used(tokens: Sequence[str], start: int, end: int) -> Iterator[tuple[Frame, Use]]:
    """All frames in use in `tokens[start:end]` (lower case), in the order of the table.

    Only those are asked whose words stand there: that takes one look, not one for each of a thousand verbs.
    """
    inside, by_noun = tokens[start:end], _by_noun()
    places = {place for token in inside if token in by_noun for place in by_noun[token]}
    for number in sorted(places.union(_predicates().fitting(inside))):
        frame, predicate = _numbered()[number]
        if frame.needs and frame.needs.isdisjoint(inside):
            continue
        for use in frame.nominal(tokens, start, end) if predicate is None else predicate.standing(tokens, start, end):
            yield frame, use


@cache
def _numbered() -> tuple[tuple[Frame, Predicate | None], ...]:
    """The nouns of each frame (None) and then each of its predicates, in the order of the table."""
    return tuple((frame, cue) for frame in frames() for cue in (None, *frame.predicates))


@cache
def _predicates() -> Predicates:
    return Predicates((k, predicate) for k, (_, predicate) in enumerate(_numbered()) if predicate is not None)


@cache
def _by_noun() -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for k, (frame, predicate) in enumerate(_numbered()):
        for noun in frame.nouns if predicate is None else ():
            found.setdefault(noun, []).append(k)
    return found


def decides_on(concept: str) -> str | None:
    """What a body does with what comes before it, in a few words; None for any other actor.

    >>> decides_on("RvS"), decides_on("VNG")
    ('advies', None)
    """
    return _bodies().get(concept)


@cache
def _bodies() -> dict[str, str]:
    return {row["concept"]: row["role"] for row in table("deciding_bodies")}
