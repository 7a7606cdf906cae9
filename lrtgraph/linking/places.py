"""Places and administrations: "gemeente X" and "provincie X" are administrations, a bare X is a place unless it acts.

A bare name keeps the spelling of the text in its id.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lrtgraph.dutch.redaction import PARTICLES
from lrtgraph.dutch.surnames import given_names
from lrtgraph.linking.acting import acts
from lrtgraph.linking.matcher import Match
from lrtgraph.linking.words import Words, fold
from lrtgraph.notations import MUNICIPALITY, PLACE, PROVINCE
from lrtgraph.records import Block

if TYPE_CHECKING:
    from lrtgraph.gazetteer import Gazetteer

_NAME = (
    r"(?:(?:'s-|'t |De |Den |Het |Ter |Ten |Sint |St\.?-|St\.? |Oud-|Nieuw-|Noord-|Zuid-|Oost-|West-|Midden-)?"
    r"[A-ZÀ-Þ][\wÀ-ÿ]+(?:-(?:[A-ZÀ-Þ][\wÀ-ÿ]+|en|aan|op))*"
    r"(?: (?:aan|op|bij|onder|en)(?: (?:de|den|het))? [A-ZÀ-Þ][\wÀ-ÿ]+)?)"
)
_ADMINISTRATION = re.compile(
    rf"\b(?P<kind>[Gg]emeenten?|GEMEENTEN?|[Gg]em\.|[Pp]rovincies?|PROVINCIES?) (?P<name>{_NAME})"
)
_SAINT = re.compile(r"(?:Sint|St\.?)[-_ ]-?", re.IGNORECASE)
"""How a place begins that has its name of a saint: "St.-Michielsgestel"."""
_KINDS = ("gem", "provincie")
_NEXT = re.compile(rf"(?:, | en | & )(?P<name>{_NAME})")
_SITED = re.compile(
    rf"\b(?:in|te|naar|nabij|locatie|AZC|azc|dorp|stad|plaats|kern) (?P<name>{_NAME})(?![\w-]|'\w| [A-ZÀ-Þ]\w)"
)


@dataclass(frozen=True, slots=True)
class Territories:
    """What the gazetteer knows of places: bare names that are words too, and which administrations bear a name."""

    ordinary: frozenset[str]
    municipalities: frozenset[str]
    provinces: frozenset[str]

    @classmethod
    def of(cls, gazetteer: Gazetteer) -> Territories:
        """Read them off the gazetteer's concepts."""
        names: dict[str, set[str]] = {"gemeente": set(), "provincie": set()}
        ordinary: set[str] = set()
        for notation, concept in gazetteer.concepts.items():
            kind, _, name = notation.partition(":")
            if kind in names:
                names[kind].add(name)
            elif kind == "place":
                ordinary.update(concept.ordinary)
        return cls(frozenset(ordinary), frozenset(names["gemeente"]), frozenset(names["provincie"]))

    def __contains__(self, name: str) -> bool:
        return name in self.municipalities or name in self.provinces


@dataclass(frozen=True, slots=True)
class NamedPlaces:
    """What a document and a block of it name beside a bare name.

    `concepts` are those that the document surely names, `seats` those that sit at the table, `regions` the territories
    whose safety region it names, `actors` the offsets at which names of actors begin in the block.
    """

    concepts: frozenset[str]
    seats: frozenset[str]
    regions: frozenset[str]
    actors: frozenset[int]


def regions(found: Iterable[Match]) -> Iterator[str]:
    """The territories whose safety region a block names: "Veiligheidsregio Gelderland-Zuid".

    >>> whole = [Match(0, 16, "VR", "name", 0.9, ""), Match(17, 32, "place:Gelderland-Zuid", "name", 0.9, "")]
    >>> list(regions(whole))
    ['Gelderland-Zuid']
    """
    matches = list(found)
    ends = {match.end for match in matches if match.concept == "VR"}
    for match in matches:
        kind, _, name = match.concept.partition(":")
        if kind == "place" and match.start - 1 in ends:
            yield name


def administrations(text: str, is_name: Callable[[str], bool]) -> Iterator[Match]:
    """ "gemeente X", "provincie X" and the further names of a list behind the plural.

    A plural is a mention of its own, so that the first name of its list is no longer than the others. `is_name` says
    whether a piece of text is a name of something that is no place; such a piece is no X.

    >>> [(m.concept, m.end) for m in administrations("de gemeenten Assen en Oudveen", lambda _: False)]
    [('gemeente:Assen', 18), ('gemeente:Oudveen', 29)]
    >>> [m.start for m in administrations("de gemeente Assen; de gemeenten Assen en Oudveen", lambda _: False)]
    [3, 32, 41]
    """
    lower = text.lower()
    if not any(kind in lower for kind in _KINDS):
        return
    for hit in _ADMINISTRATION.finditer(text):
        word = hit["kind"].lower()
        kind = "provincie" if word.startswith("provincie") else "gemeente"
        plural = word in {"gemeenten", "provincies"}
        name, end = _cut(hit["name"], plural), 0
        if is_name(name):
            continue
        start, end = hit.start("name" if plural else "kind"), hit.start("name") + len(name)
        yield Match(start, end, f"{kind}:{_id(name)}", "administration", 0.95, f"'{word}' comes before the name")
        while plural and (following := _NEXT.match(text, end)) is not None:
            name = _cut(following["name"], plural)
            if is_name(name):
                break
            end = following.start("name") + len(name)
            yield Match(end - len(name), end, f"{kind}:{_id(name)}", "administration", 0.85, f"in a list of {word}")


def as_listed(match: Match, territories: Territories) -> Match:
    """An administration in capitals or of a saint has its usual spelling in the id: "PROVINCIE LIMBURG"."""
    kind, _, name = match.concept.partition(":")
    known = territories.municipalities if kind == "gemeente" else territories.provinces
    if name not in known and (saint := _SAINT.match(name)):
        bare = name[saint.end() :]
        return next((replace(match, concept=f"{kind}:{one}") for one in _saints(bare) if one in known), match)
    if not name.isupper():
        return match
    return next((replace(match, concept=f"{kind}:{one}") for one in sorted(known) if one.upper() == name), match)


def _saints(name: str) -> tuple[str, str]:
    return f"Sint-{name}", f"Sint_{name}"


def sited(words: Words, is_word: Callable[[str], bool]) -> Iterator[Match]:
    """Names of places that no list has, by the preposition or noun before them, and names joined to them.

    "in Zoutkamp", "te Budel", "in Uden en Rosmalen". `is_word` says whether a string is an ordinary word or a name
    of something else.
    """
    for hit in _SITED.finditer(words.text):
        name, start = _cut(hit["name"], True), hit.start("name")
        while _is_place_name(name, is_word):
            yield Match(
                start, start + len(name), f"{PLACE}{_id(name)}", "sited-place", 0.7, "a place by the word before it"
            )
            following = _NEXT.match(words.text, start + len(name))
            if following is None:
                break
            name, start = _cut(following["name"], True), following.start("name")


def _is_place_name(name: str, is_word: Callable[[str], bool]) -> bool:
    language = name.endswith(("isch", "ische"))  # "in Arabisch schrift"
    return len(name) > 3 and not (name.isupper() or language or any(is_word(part) for part in name.split()))


def settle(original: Match, words: Words, block: Block, territories: Territories, named: NamedPlaces) -> Match | None:
    """What the bare name of a territory stands for here: the place, the administration, or nothing."""
    match = original
    i = words.at(match.start)
    surface = words.text[match.start : match.end]
    seen = f"{MUNICIPALITY}{_id(surface)}" in named.seats  # "Kampen vraagt om uitstel"
    if surface in territories.ordinary and (surface.isupper() or (words.opens_sentence(i) and not seen)):
        return None
    if i and (_in_compound(words, i) or _in_surname(words, i)):
        return None
    match = _as_written(match, surface, territories)
    name = match.concept.partition(":")[2]
    official = original.concept.partition(":")[2]
    concept = administration(official, name, territories, named.concepts)
    if concept is None and name in named.regions:
        concept = "VR"
    seated = concept is not None and _is_seated(concept, named.concepts)
    if concept is not None and (why := acts(words, match, block, named.actors, seated=seated)):
        if official in territories.provinces and _beside_province(words, i, territories):
            concept, why = f"{PROVINCE}{name}", f"{why}; a province stands beside it"
        return replace(match, concept=concept, rule="acting-place", confidence=0.85, reason=why)
    if concept in named.seats and concept != "VR" and _is_slot(words, match, block):
        return replace(match, concept=concept, rule="seated-place", confidence=0.85, reason="it has this seat itself")
    return match


def _is_slot(words: Words, match: Match, block: Block) -> bool:
    """Whether a name where attendance is told says whose seat it is: in a column for it, alone in brackets."""
    if block.kind != "attendance" and (block.item is not None or block.kind != "paragraph"):
        return False
    if any(start < match.start < end for start, end in block.cells[1:]):
        return True
    return words.text[match.start - 1 : match.start] == "(" and words.text[match.end : match.end + 1] == ")"


def _beside_province(words: Words, i: int, territories: Territories) -> bool:
    """A name that is a province's alone is coordinated with the word: "Drenthe en Groningen"."""
    beside = [words.word(at) for at in (i - 2, i + 2) if 0 <= at < len(words.folded)]
    joined = [words.folded[at] for at in (i - 1, i + 1) if 0 <= at < len(words.folded)]
    only = territories.provinces - territories.municipalities
    return any(link in ("en", "of", "noch", ",") for link in joined) and any(name in only for name in beside)


def _is_seated(concept: str, named: frozenset[str]) -> bool:
    """Whether the document names a municipality as one; a province's bare name stays a place more often than not."""
    return concept.startswith(MUNICIPALITY) and concept in named


def _as_written(match: Match, surface: str, territories: Territories) -> Match:
    """A territory under the other name that the text calls it by: "Den Bosch" is not rewritten to its official name."""
    official = match.concept.partition(":")[2]
    slip = match.rule in {"misspelled", "sited-place"} or "/" in surface
    if slip or official not in territories or _letters(surface) == _letters(official):
        return match
    return replace(match, concept=f"{PLACE}{_id(surface)}")


def _letters(name: str) -> str:
    return "".join(c for c in fold(_SAINT.sub("Sint-", name)) if c.isalnum())


def _in_compound(words: Words, i: int) -> bool:
    """Whether a word stands behind a word and a hyphen ("Nieuw-Zeeland"), but for an acronym ("PRT-Gelderland")."""
    return i > 1 and words.is_hyphen(i - 1) and not words.word(i - 2).isupper()


def _in_surname(words: Words, i: int) -> bool:
    """Whether a word is the last part of a surname: "Van Egmond", "Hans van Mierlo"."""
    particle = words.folded[i - 1] in PARTICLES and words.folded[i - 1] != "in"
    if particle and words.word(i - 1)[0].isupper():
        return not words.opens_sentence(i - 1) and words.folded[i - 1] in {"van", "de", "der", "ten", "ter"}
    return particle and i > 1 and words.word(i - 2) in given_names()


def administration(official: str, written: str, territories: Territories, named: frozenset[str]) -> str | None:
    """Which administration a bare name can stand for: the one the document names, the municipality, the province."""
    kinds = (("gemeente", territories.municipalities), ("provincie", territories.provinces))
    found = [kind for kind, known in kinds if official in known]
    for kind, _ in kinds:
        for name in (written, official):
            if f"{kind}:{name}" in named:
                return f"{kind}:{name}"
    return f"{found[0]}:{written}" if found else None


def _cut(name: str, plural: bool) -> str:
    """A name without "en Y" where a list may have been read as one name."""
    return name.partition(" en ")[0] if plural else name


def _id(name: str) -> str:
    return name.replace(" ", "_")
