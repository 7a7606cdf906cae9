"""Concepts, their names, and finding a concept by what a person types."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final, Literal, NamedTuple

from lrtgraph.errors import UnknownNameError
from lrtgraph.resources import table
from lrtgraph.vocabulary import INSTRUMENT_KINDS

Kind = Literal["actor", "instrument", "group", "place"]
KIND_OF_CLASS: Final[Mapping[str, Kind]] = {
    **dict.fromkeys(("Actor", "Organisation", "Body", "Office", "Person", "Group"), "actor"),
    **dict.fromkeys(("Instrument", *INSTRUMENT_KINDS), "instrument"),
    "TargetGroup": "group",
    "Place": "place",
}
"""The kind of a concept by the local name of its class."""
ACTOR_PREFIXES: Final = frozenset(
    {"person", "gemeente", "provincie", "veiligheidsregio", "waterschap", "organisatie"}
)  # fmt: skip
"""Prefixes of notations that name an actor, listed in the gazetteer or not."""
SUGGESTIONS: Final = 3
LIKENESS: Final = 72.0  # of 100, rapidfuzz WRatio: below it a suggestion is noise ("xyz" → "BZK" is 66)


@dataclass(frozen=True, slots=True)
class Concept:
    """One entry of the gazetteer.

    `cls` is the local name of its class ("Office", "Law"); `pref_label` and `definition` are Dutch, their `_en`
    twins English; `broader`, `related` and `post_in` (the organisation an office belongs to) are notations;
    `exact_match` are IRIs of the same thing elsewhere and `identifiers` its codes there, known by `source`;
    `valid_from` and `valid_to` ISO dates; `confusable` says in words what the names may also mean, and `ordinary`
    holds those names that are everyday Dutch words too.
    """

    notation: str
    kind: Kind
    cls: str
    pref_label: str
    alt_labels: tuple[str, ...] = ()
    hidden_labels: tuple[str, ...] = ()
    definition: str = ""
    broader: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    exact_match: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    valid_from: str | None = None
    valid_to: str | None = None
    confusable: tuple[str, ...] = ()
    ordinary: frozenset[str] = frozenset()
    post_in: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    pref_label_en: str = ""
    definition_en: str = ""

    def label(self, language: str = "nl") -> str:
        """The preferred name in a language; Dutch where there is no English one."""
        return self.pref_label_en or self.pref_label if language == "en" else self.pref_label


class Alias(NamedTuple):
    """One name of one concept; `hidden` names (misspellings, OCR forms) are matched but never shown."""

    text: str
    notation: str
    hidden: bool

    @property
    def match_case(self) -> bool:
        """Whether the name counts only as it is written: acronyms do, "vb" and "har" are no names.

        >>> Alias("VB", "VB", False).match_case, Alias("Spreidingswet", "Spreidingswet", False).match_case
        (True, False)
        """
        return is_acronym(self.text)


def is_acronym(name: str) -> bool:
    """Whether a name is an acronym: one word of at most three letters, or with a capital or & past its first.

    >>> [is_acronym(name) for name in ("LRT", "CdK", "amv", "I&R", "SJenV", "Aedes", "Rode Kruis")]
    [True, True, True, True, True, False, False]
    """
    return " " not in name and (len(name) <= 3 or any(c.isupper() or c == "&" for c in name[1:]))


_ARTICLE = re.compile(r"\A(?:de|het) (?=\w)")
_CLITIC = re.compile(r" ?['’´`\"]s$|(?<=[A-Z]) s$")


def bare_name(alias: str) -> str:
    """A name without article, without plural or possessive clitic, without a closing period.

    >>> bare_name("het Veiligheidsberaad"), bare_name("AMvB's"), bare_name("IBT."), bare_name("gem.")
    ('Veiligheidsberaad', 'AMvB', 'IBT', 'gem.')
    """
    text = _ARTICLE.sub("", _CLITIC.sub("", alias))
    return text[:-1] if text.endswith(".") and text[-2:-1].isupper() else text


_LEFT_OUT = str.maketrans("", "", "'’`.")
_SIGNS = re.compile(r"[^\w&%]+")


def fold(name: str) -> str:
    """A name as compared: lower case, no accents, no punctuation, single spaces.

    >>> fold("Oekraïense  Ontheemden"), fold("I&R"), fold("PRT´s")
    ('oekraiense ontheemden', 'i&r', 'prts')
    """
    plain = name.lower()
    if not name.isascii():
        plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", name.replace("´", "'")).casefold())
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(_SIGNS.sub(" ", plain.translate(_LEFT_OUT)).split())


class Gazetteer:
    """All concepts by notation, and the index of their names.

    `hash` is the SHA-256 (hex) of the lists it was made from: with the same hash, the same names are found. `own` are
    the notations that a user's list has, ours or new.
    """

    def __init__(self, concepts: Iterable[Concept], digest: str = "", own: Iterable[str] = ()) -> None:
        self.concepts: Mapping[str, Concept] = {concept.notation: concept for concept in concepts}
        self.hash = digest
        self.own = frozenset(own)

    def __len__(self) -> int:
        return len(self.concepts)

    def __contains__(self, notation: object) -> bool:
        return notation in self.concepts

    def __getitem__(self, notation: str) -> Concept:
        return self.concepts[notation]

    def aliases(self) -> Iterator[Alias]:
        """Every name of every concept in the order of the lists: preferred, alternative, hidden."""
        for concept in self.concepts.values():
            yield Alias(concept.pref_label, concept.notation, False)
            for text in concept.alt_labels:
                yield Alias(text, concept.notation, False)
            for text in concept.hidden_labels:
                yield Alias(text, concept.notation, True)

    @cached_property
    def index(self) -> Mapping[str, tuple[str, ...]]:
        """Folded name → notations that carry it; notations themselves and preferred names come first."""
        ranked: defaultdict[str, dict[str, int]] = defaultdict(dict)

        def enter(name: str, notation: str, rank: int) -> None:
            known = ranked[fold(name)]
            known[notation] = min(rank, known.get(notation, rank))

        for concept in self.concepts.values():
            enter(concept.notation, concept.notation, 0)
            enter(concept.notation.replace("_", " "), concept.notation, 0)
            enter(concept.pref_label, concept.notation, 1)
            enter(concept.pref_label_en or concept.pref_label, concept.notation, 2)
            for text in concept.alt_labels:
                enter(text, concept.notation, 2)
            for text in concept.hidden_labels:
                enter(text, concept.notation, 3)
        return {name: tuple(sorted(found, key=found.__getitem__)) for name, found in ranked.items()}

    def find(self, name: str) -> tuple[Concept, ...]:
        """All concepts that carry a name, any case, accents and punctuation; the best first; possibly none."""
        if name in self.concepts:
            return (self.concepts[name],)
        return tuple(self.concepts[notation] for notation in self.index.get(fold(name), ()))

    def named(self, name: str) -> tuple[Concept, ...]:
        """All concepts that a text may mean by a name, as `find`, but those of a user's own list first.

        >>> vb = Concept("VB", "actor", "Body", "Veiligheidsberaad", ("VB",))
        >>> own = Concept("Bouw", "actor", "Actor", "Vechtbouw", ("VB",))
        >>> [concept.notation for concept in Gazetteer([vb, own], own=["Bouw"]).named("VB")]
        ['Bouw', 'VB']
        """
        own = tuple(self.concepts[one] for one in self.index.get(fold(name), ()) if one in self.own)
        return (*own, *(concept for concept in self.find(name) if concept not in own))

    def resolve(self, name: str) -> Concept:
        """The concept that a person means by an id, label or alias.

        >>> from lrtgraph.gazetteer import load
        >>> load().resolve("de spreidingswet").notation
        'Spreidingswet'

        Raises UnknownNameError, with near misses, where no concept has this name.
        """
        found = self.find(name) or self.find(re.sub(r"^(?:de|het|een)\s+", "", name.strip(), flags=re.IGNORECASE))
        if not found:
            raise UnknownNameError(name, self.suggest(name))
        return found[0]

    def suggest(self, name: str) -> tuple[str, ...]:
        """The preferred names of the concepts whose names come nearest, best first, at most three."""
        from rapidfuzz import fuzz, process

        query = fold(name)
        if len(query) < 2:
            return ()
        hits = process.extract(query, list(self.index), scorer=fuzz.WRatio, score_cutoff=LIKENESS, limit=20)
        scored = [(fuzz.ratio(query, folded), folded) for folded, _, _ in hits]
        best = sorted(scored, key=lambda hit: (-hit[0], hit[1]))
        labels = (self.concepts[self.index[folded][0]].pref_label for score, folded in best if score >= 60)
        return tuple(dict.fromkeys(labels))[:SUGGESTIONS]

    def match_case(self, alias: Alias) -> bool:
        """Whether a name counts only as it is written: acronyms, and everyday words that it capitalises ("Rijk")."""
        return alias.match_case or (alias.text[:1].isupper() and alias.text in self.concepts[alias.notation].ordinary)

    def kind(self, notation: str) -> Kind | None:
        """The kind of a notation, listed or recognised by its prefix; None where nothing is known of it."""
        concept = self.concepts.get(notation)
        if concept is not None:
            return concept.kind
        prefix, colon, _ = notation.partition(":")
        if colon and prefix in ACTOR_PREFIXES:
            return "actor"
        return "place" if colon and prefix == "place" else None

    def is_actor(self, notation: str) -> bool:
        """Whether a notation names an actor; persons and administrations outside the list count."""
        return self.kind(notation) == "actor"

    def is_instrument(self, notation: str) -> bool:
        """Whether a notation names an instrument."""
        return self.kind(notation) == "instrument"


@cache
def passing() -> frozenset[str]:
    """The ids of `data/linking/passing.tsv`; one that a user's own list has too is looked for all the same.

    >>> "wethouders" in passing(), "COA" in passing()
    (True, False)

    Raises ResourceError where the table is missing.
    """
    return frozenset(row["concept"] for row in table("linking", "passing.tsv"))
