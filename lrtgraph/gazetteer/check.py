"""What may go wrong with a list of names: ambiguity, everyday words, duplicates, loops, loose ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from lrtgraph.gazetteer.concepts import Concept, Gazetteer, passing
from lrtgraph.gazetteer.precedence import key
from lrtgraph.resources import word_list

ProblemKind = Literal["ambiguous", "everyday word", "duplicate", "loop", "loose end"]
ERRORS: Final = frozenset({"duplicate", "loop", "loose end"})
"""The kinds that are wrong in any case; the others are worth a look."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to look at: the concept, the name or id that it is about, and what it is in words."""

    kind: ProblemKind
    notation: str
    name: str
    detail: str

    @property
    def is_error(self) -> bool:
        """Whether it is wrong in any case."""
        return self.kind in ERRORS


def check(gazetteer: Gazetteer, only: Collection[str] | None = None) -> tuple[Problem, ...]:
    """All problems of a gazetteer, or those that touch the concepts in `only`; errors first.

    >>> from lrtgraph.gazetteer import Concept, Gazetteer
    >>> vb = Concept("VB", "actor", "Body", "Veiligheidsberaad", ("VB",))
    >>> vbp = Concept("VBP", "instrument", "Plan", "Vaste beleidsplanning", ("VB",))
    >>> [(problem.kind, problem.name) for problem in check(Gazetteer([vb, vbp]), {"VBP"})]
    [('ambiguous', 'VB')]
    """
    chosen = gazetteer.concepts.keys() if only is None else set(only)
    found = [
        problem
        for finder in (_ambiguous, _everyday, _duplicates, _loops, _loose_ends)
        for problem in finder(gazetteer)
        if problem.notation in chosen
    ]
    return tuple(sorted(found, key=lambda p: (not p.is_error, p.kind, p.notation, p.name)))


def contested(listed: Iterable[Concept], known: Gazetteer, settled: Gazetteer) -> tuple[Problem, ...]:
    """Which concept gets a name that stands in a user's list and that the gazetteer alone gives to another.

    `known` is the gazetteer without the list, `settled` the one with it.

    >>> from lrtgraph.gazetteer import Concept, Gazetteer
    >>> vb = Concept("VB", "actor", "Body", "Veiligheidsberaad", ("beraad",))
    >>> own = Concept("Beraad2", "actor", "Actor", "Tweede beraad", ("beraad",))
    >>> without = Concept("VB", "actor", "Body", "Veiligheidsberaad")
    >>> [problem.detail for problem in contested([own], Gazetteer([vb]), Gazetteer([without, own]))]
    ['taken over from VB, which has this name no longer']
    """
    holders: defaultdict[str, set[str]] = defaultdict(set)
    for alias in known.aliases():
        holders[key(alias.text)].add(alias.notation)
    has = {(key(alias.text), alias.notation) for alias in settled.aliases()}
    found = []
    for concept in listed:
        for name in (concept.pref_label, *concept.alt_labels, *concept.hidden_labels):
            for other in sorted(holders[key(name)] - {concept.notation}):
                mine, its = ((key(name), notation) in has for notation in (concept.notation, other))
                detail = f"also the preferred name of {other}" if mine else f"stays the preferred name of {other} alone"
                if mine and other in _unread(settled):
                    detail += ", which is not looked for in documents"
                taken = f"taken over from {other}, which has this name no longer"
                found.append(Problem("ambiguous", concept.notation, name, detail if its else taken))
    return tuple(found)


def common_words() -> frozenset[str]:
    """Words of everyday Dutch, lower case."""
    return word_list("gazetteer", "common_words.txt")


def _unread(gazetteer: Gazetteer) -> frozenset[str]:
    """Concepts of ours that are not looked for in documents, so that they are in nobody's way."""
    return passing() - gazetteer.own


def _ambiguous(gazetteer: Gazetteer) -> Iterator[Problem]:
    """Names that several concepts carry, as they are written (acronyms) or in any case."""
    carriers: defaultdict[str, dict[str, None]] = defaultdict(dict)
    unread = _unread(gazetteer)
    for alias in gazetteer.aliases():
        if not alias.hidden and alias.notation not in unread:
            carriers[alias.text if gazetteer.match_case(alias) else alias.text.casefold()][alias.notation] = None
    for name, notations in carriers.items():
        for notation in notations if len(notations) > 1 else ():
            others = ", ".join(other for other in notations if other != notation)
            yield Problem("ambiguous", notation, name, f"also a name of {others}")


def _everyday(gazetteer: Gazetteer) -> Iterator[Problem]:
    """Names in lower case that are everyday words, and that the concept does not own up to."""
    unread = _unread(gazetteer)
    for alias in gazetteer.aliases():
        name = alias.text.casefold()
        if alias.notation not in unread and name in common_words() and not gazetteer.match_case(alias):
            concept = gazetteer[alias.notation]
            if alias.text not in concept.ordinary and concept.kind != "place":
                yield Problem("everyday word", alias.notation, alias.text, "every use of this word will be found")


def _duplicates(gazetteer: Gazetteer) -> Iterator[Problem]:
    """Concepts that are said to be one and the same thing elsewhere, or that have one preferred name."""
    everything = gazetteer.concepts.keys()
    for what, among, keys in (
        ("the same identifier as", everything, lambda concept: concept.exact_match),
        (
            "the same preferred name as", everything - _unread(gazetteer),
            lambda concept: (concept.pref_label.casefold(),),
        ),
    ):  # fmt: skip
        holders: defaultdict[str, list[Concept]] = defaultdict(list)
        for concept in (concept for notation, concept in gazetteer.concepts.items() if notation in among):
            for shared in keys(concept):
                holders[shared].append(concept)
        for shared, concepts in holders.items():
            for concept in concepts if len(concepts) > 1 else ():
                others = ", ".join(other.notation for other in concepts if other is not concept)
                yield Problem("duplicate", concept.notation, shared, f"{what} {others}")


def _loops(gazetteer: Gazetteer) -> Iterator[Problem]:
    """Concepts that are broader than themselves."""
    for notation in gazetteer.concepts:
        above: dict[str, None] = {}
        waiting = list(gazetteer[notation].broader)
        while waiting:
            current = waiting.pop()
            if current not in above:
                above[current] = None
                waiting += gazetteer[current].broader if current in gazetteer else ()
        if notation in above:
            yield Problem("loop", notation, notation, "is broader than itself")


def _loose_ends(gazetteer: Gazetteer) -> Iterator[Problem]:
    """Links to ids that are not there."""
    for concept in gazetteer.concepts.values():
        for word, ends in (("broader", concept.broader), ("related", concept.related), ("post in", concept.post_in)):
            for end in ends:
                if end not in gazetteer:
                    yield Problem("loose end", concept.notation, end, f"{word} names an id that is not in the list")
