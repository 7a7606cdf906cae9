"""Places and administrations: "gemeente X" and "provincie X" are administrations, a bare X is a place unless it acts.

X acts where it is the subject of a verb of saying or doing, speaks in label form ("Utrecht: …"), is the agent
behind "door", or stands in a table's column for who does it.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from lrtgraph.linking.matcher import Match
from lrtgraph.linking.surnames import PARTICLES, given_names
from lrtgraph.linking.words import Words, fold
from lrtgraph.records import Block
from lrtgraph.resources import resource

if TYPE_CHECKING:
    from lrtgraph.gazetteer import Gazetteer

_NAME = (
    r"(?:(?:'s-|'t |De |Den |Het |Ter |Ten |Sint |St\. |Oud-|Nieuw-|Noord-|Zuid-|Oost-|West-|Midden-)?"
    r"[A-ZÀ-Þ][\wÀ-ÿ]+(?:-(?:[A-ZÀ-Þ][\wÀ-ÿ]+|en|aan|op))*"
    r"(?: (?:aan|op|bij|onder|en)(?: (?:de|den|het))? [A-ZÀ-Þ][\wÀ-ÿ]+)?)"
)
_ADMINISTRATION = re.compile(
    rf"\b(?P<kind>[Gg]emeenten?|GEMEENTEN?|[Gg]em\.|[Pp]rovincies?|PROVINCIES?) (?P<name>{_NAME})"
)
_NEXT = re.compile(rf"(?:, | en | & )(?P<name>{_NAME})")
_SITED = re.compile(
    rf"\b(?:in|te|naar|nabij|locatie|AZC|azc|dorp|stad|plaats|kern) (?P<name>{_NAME})(?![\w-]|'\w| [A-ZÀ-Þ]\w)"
)
_BEFORE_SUBJECT = frozenset(
    ["dat", "omdat", "doordat", "terwijl", "maar", "want", "ook", "wel", "en", "of", "nu", "als", "indien", "hoewel"]
)
_AGENTS = frozenset(
    {"wie", "trekker", "actiehouder", "eigenaar", "verantwoordelijke", "verantwoordelijk", "door", "houder"}
)
_REACH = 12  # words between "door X" and the verb that X does


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


@cache
def acting_verbs() -> tuple[frozenset[str], frozenset[str]]:
    """Finite forms and participles of what only an administration does, not a place; folded."""
    finite: set[str] = set()
    participles: set[str] = set()
    with resource("data", "linking", "acting_verbs.tsv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            finite.update(map(fold, f"{row['present']} {row['past']}".split()))
            participles.add(fold(row["participle"]))
    return frozenset(finite), frozenset(participles)


def administrations(text: str, is_name: Callable[[str], bool]) -> Iterator[Match]:
    """ "gemeente X", "provincie X" and the further names of a list behind the plural.

    `is_name` says whether a piece of text is a name of something that is no place; such a piece is no X.

    >>> [(m.concept, m.end) for m in administrations("de gemeenten Assen en Oudveen", lambda _: False)]
    [('gemeente:Assen', 18), ('gemeente:Oudveen', 29)]
    """
    for hit in _ADMINISTRATION.finditer(text):
        word = hit["kind"].lower()
        kind = "provincie" if word.startswith("provincie") else "gemeente"
        plural = word in {"gemeenten", "provincies"}
        name, end = _cut(hit["name"], plural), 0
        if is_name(name):
            continue
        end = hit.start("name") + len(name)
        yield Match(hit.start(), end, f"{kind}:{_id(name)}", "administration", 0.95, f"'{word}' comes before the name")
        while plural and (following := _NEXT.match(text, end)) is not None:
            name = _cut(following["name"], plural)
            if is_name(name):
                break
            end = following.start("name") + len(name)
            yield Match(end - len(name), end, f"{kind}:{_id(name)}", "administration", 0.85, f"in a list of {word}")


def sited(words: Words, is_word: Callable[[str], bool]) -> Iterator[Match]:
    """Names of places that no list has, by the preposition or noun before them, and names joined to them.

    "in Zoutkamp", "te Budel", "in Uden en Rosmalen". `is_word` says whether a string is an ordinary word or a name
    of something else.
    """
    for hit in _SITED.finditer(words.text):
        name, start = _cut(hit["name"], True), hit.start("name")
        while _is_place_name(name, is_word):
            yield Match(
                start, start + len(name), f"place:{_id(name)}", "sited-place", 0.7, "a place by the word before it"
            )
            following = _NEXT.match(words.text, start + len(name))
            if following is None:
                break
            name, start = _cut(following["name"], True), following.start("name")


def _is_place_name(name: str, is_word: Callable[[str], bool]) -> bool:
    language = name.endswith(("isch", "ische"))  # "in Arabisch schrift"
    return len(name) > 3 and not (name.isupper() or language or any(is_word(part) for part in name.split()))


def settle(match: Match, words: Words, block: Block, territories: Territories, named: frozenset[str]) -> Match | None:
    """What the bare name of a territory stands for here: the place, the administration, or nothing.

    `named` holds the concepts that the document surely names.
    """
    i = words.at(match.start)
    surface = words.text[match.start : match.end]
    if surface in territories.ordinary and (words.opens_sentence(i) or surface.isupper()):
        return None
    if i and (_in_compound(words, i) or _in_surname(words, i)):
        return None
    concept = administration(match.concept.partition(":")[2], territories, named)
    if concept is not None and (why := acts(words, i, match, block)):
        return replace(match, concept=concept, rule="acting-place", confidence=0.85, reason=why)
    return match


def _in_compound(words: Words, i: int) -> bool:
    """Whether a word stands behind a word and a hyphen ("Nieuw-Zeeland"), but for an acronym ("PRT-Gelderland")."""
    return i > 1 and words.is_hyphen(i - 1) and not words.word(i - 2).isupper()


def _in_surname(words: Words, i: int) -> bool:
    """Whether a word is the last part of a surname: "Van Egmond", "Hans van Mierlo"."""
    particle = words.folded[i - 1] in PARTICLES and words.folded[i - 1] != "in"
    if particle and words.word(i - 1)[0].isupper():
        return not words.opens_sentence(i - 1) and words.folded[i - 1] in {"van", "de", "der", "ten", "ter"}
    return particle and i > 1 and words.word(i - 2) in given_names()


def administration(name: str, territories: Territories, named: frozenset[str]) -> str | None:
    """Which administration a bare name can stand for: the one the document names, the province, the municipality."""
    found = [
        kind
        for kind, known in (("gemeente", territories.municipalities), ("provincie", territories.provinces))
        if name in known
    ]
    for kind in ("gemeente", "provincie"):
        if f"{kind}:{name}" in named:
            return f"{kind}:{name}"
    return f"{found[0]}:{name}" if found else None


def acts(words: Words, i: int, match: Match, block: Block) -> str:
    """Why the name that begins at a word acts, in words; empty where it does not."""
    finite, participles = acting_verbs()
    last = words.at(match.end) - 1
    first = _list_start(words, i)
    head = words.folded[first - 1] if first else ""
    before = words.folded[i - 1] if i else ""
    after = words.folded[last + 1] if last + 1 < len(words) else ""
    if _in_agent_column(match, block):
        return "it stands in the column for who does it"
    if words.opens_sentence(i) and after == ":":
        return "it speaks in label form"
    subject = words.opens_sentence(first) or head in _BEFORE_SUBJECT or head == ","
    if subject and (verb := _verb_after(words, last, finite)):
        return f"it is the subject of '{verb}'"
    if before in finite and i > 1 and after not in {"en", ","} and words.folded[i - 2] not in {"te", "om"}:
        return f"it is the subject of '{before}'"
    if head in {"volgens", "namens", "aldus"}:
        return f"what is said is its word: '{head}'"
    if head == "door" and any(word in participles for word in words.folded[last + 1 : last + _REACH]):
        return "it is the agent behind 'door'"
    return ""


def _verb_after(words: Words, last: int, finite: frozenset[str]) -> str:
    """The verb of acting just behind a name or behind the list of names that it begins; empty where there is none."""
    i = last + 1
    while i + 1 < len(words) and words.folded[i] in {",", "en"} and words.word(i + 1)[0].isupper():
        i += 2
    return words.folded[i] if i < len(words) and words.folded[i] in finite else ""


def _list_start(words: Words, i: int) -> int:
    """The first word of the list of names that a name is part of; its own word where there is no list."""
    while i > 1 and words.folded[i - 1] in {",", "en"} and words.word(i - 2)[0].isupper():
        i -= 2
        while i > 0 and words.word(i - 1)[0].isupper() and not words.opens_sentence(i):
            i -= 1
    return i


def _in_agent_column(match: Match, block: Block) -> bool:
    return any(
        start <= match.start < end and bool(_AGENTS & set(column.split()))
        for (start, end), column in zip(block.cells, block.columns, strict=False)
    )


def _cut(name: str, plural: bool) -> str:
    """A name without "en Y" where a list may have been read as one name."""
    return name.partition(" en ")[0] if plural else name


def _id(name: str) -> str:
    return name.replace(" ", "_")
