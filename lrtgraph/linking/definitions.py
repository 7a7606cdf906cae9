"""Definitions in running text that hold for the rest of the document: "Naam (AFK)", "Flevoland (hierna: provincie)".

An acronym that is new becomes a name of the concept that its long form names; a long form that is new becomes a
name of the acronym's concept, where it resembles that concept's names; and where it does not, the acronym means
something else in this document. A short form names what stood before it where it is definite: "een provincie" and "per
provincie" stay what they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from lrtgraph.linking.matcher import Match
from lrtgraph.linking.words import INSIDE, fold

_BRACKETS = re.compile(
    r"\s\((?:hierna:?\s+|afgekort:?\s+)?[\"'“‘]?(?P<acronym>[A-Z][A-Za-z0-9&]{1,9})(?:'s)?[\"'”’]?\)"
)
_SPELT_OUT = re.compile(r"(?<![\w(-])(?P<acronym>[A-Z][A-Za-z&]{1,7})\s\((?P<long>[^\W\d_][^()\[\];:]{3,80})\)")
_BREAK = re.compile(r"[()\[\]]|[.;:!?]\s")  # no long form goes over it
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_SMALL = INSIDE | {"en/of", "bij", "met", "uit"}
"""Words that need not give a letter to an acronym."""
_SPARE = 4  # small words that a long form may hold beyond the letters of its acronym
_SHARED = 5  # letters by which words of two names count as the same
_FROM_NOW_ON = ("hierna", "verder", "hieronder", "in het vervolg", "afgekort")
_HEREAFTER = re.compile(
    rf"[\s,(]*\b(?:{'|'.join(_FROM_NOW_ON)})\b"
    r"(?:\s+(?:ook|verder|te noemen|genoemd|aangeduid als))*"
    r"\s*:?\s*[\"'“‘]?(?:de |het )?(?P<term>[^\W\d_][\w-]*(?: [^\W\d_][\w-]*)?)[\"'”’]?\s*(?=[),;.]|\Z)",
    re.I,
)
_DEFINING = re.compile(r"[(:\"'“‘]|noemen|genoemd|aangeduid", re.I)  # alone an adverb: "DGM werkt het plan verder uit"
_GENERIC = re.compile(
    r"\b(?:een|geen|per|p\.|elke|iedere|elk|ieder|andere|ander|welke|welk|zo'n|iedere andere)\s+\Z", re.I
)
_LOOK_BACK = 16  # characters within which a word makes a short form generic


@dataclass(frozen=True, slots=True)
class Definition:
    """A long form at its place in a block's text, and its acronym."""

    start: int
    end: int
    acronym: str


def definitions(text: str) -> Iterator[Definition]:
    """Every long form whose letters spell the acronym in the brackets behind it, and those in brackets behind one.

    >>> text = "Zorgen over het Landelijk Centrum Spreiding Vluchtelingen (LCSV)."
    >>> [text[d.start : d.end] for d in definitions(text)]
    ['Landelijk Centrum Spreiding Vluchtelingen']
    >>> text = "De VB (Vechtbouw) en de IND (industrie) stemmen in."
    >>> [(text[d.start : d.end], d.acronym) for d in definitions(text)]
    [('Vechtbouw', 'VB'), ('industrie', 'IND')]
    >>> list(definitions("IPO (IPO-adviseur) dankt JenV."))
    []
    """
    for hit in _SPELT_OUT.finditer(text):
        words, letters = _WORD.findall(hit["long"]), [fold(c) for c in hit["acronym"] if c.isalpha()]
        begins = len(words) == 1 and fold(words[0]).startswith("".join(letters))
        if hit["acronym"] in hit["long"]:
            continue  # "IPO (IPO-adviseur)": a word made with it
        if sum(c.isupper() for c in hit["acronym"]) > 1 and (begins or _spells([*map(fold, words)], letters)):
            yield Definition(*hit.span("long"), hit["acronym"])
    for hit in _BRACKETS.finditer(text):
        acronym = hit["acronym"]
        if sum(c.isupper() for c in acronym) < 2:
            continue
        words = list(_WORD.finditer(text, max(0, hit.start() - 160), hit.start()))
        start = _long_form(words, acronym)
        if start is not None and not _BREAK.search(text, start, hit.start()):
            yield Definition(start, hit.start(), acronym)


def _long_form(words: Sequence[re.Match[str]], acronym: str) -> int | None:
    """Where the shortest run of words that spells the acronym begins, from the last word backwards."""
    letters = [fold(c) for c in acronym if c.isalpha()]
    for first in range(len(words) - 1, max(-1, len(words) - len(letters) - _SPARE - 1), -1):
        opening = words[first][0]
        if fold(opening)[0] != letters[0] or opening in _SMALL:
            continue
        if _spells([fold(word[0]) for word in words[first:]], letters):
            return words[first].start()
    return None


def _spells(words: Sequence[str], letters: Sequence[str]) -> bool:
    """Whether every word that counts gives its first letter, in order; the last may give one more from within."""
    if not words:
        return not letters
    word, rest = words[0], words[1:]
    if word in _SMALL and _spells(rest, letters):
        return True
    if not letters or word[0] != letters[0]:
        return False
    if _spells(rest, letters[1:]):
        return True
    return not rest and len(letters) == 2 and letters[1] in word[1:]  # "Accommodatieregeling" gives an A and an R


def _resembles(long_form: str, labels: Sequence[str]) -> bool:
    """Whether half of a long form's words stand in one of the labels, the first or more, but for their endings.

    >>> _resembles("Landelijk Centrum Spreiding Vluchtelingen", ["Landelijk Coördinatiepunt Spreiding Vluchtelingen"])
    True
    >>> _resembles("lokale regietafel", ["Landelijke Regietafel"])
    False
    """
    words = [fold(word)[:_SHARED] for word in _WORD.findall(long_form) if word.lower() not in _SMALL]
    for label in labels:
        shared = set(words) & {fold(word)[:_SHARED] for word in _WORD.findall(label)}
        if not shared:
            continue
        if 2 * len(shared) > len(set(words)) or (2 * len(shared) == len(set(words)) and words[0] in shared):
            return True
    return False


@dataclass(frozen=True, slots=True)
class Glossary:
    """What a document's definitions come to."""

    means: dict[str, str] = field(default_factory=dict)
    """New acronym → the concept it stands for from now on."""
    foreign: set[str] = field(default_factory=set)
    """Known acronyms that mean something else here."""
    long_forms: dict[int, list[Match]] = field(default_factory=dict)
    """Block → long forms that name a known acronym's concept."""
    unknown: dict[int, list[Definition]] = field(default_factory=dict)
    """Block → definitions of which neither side is known."""


def glossary(
    texts: Sequence[str],
    found: Sequence[Sequence[Match]],
    concepts_of: Callable[[str], Sequence[str]],
    labels_of: Callable[[str], Sequence[str]],
) -> Glossary:
    """Read all definitions of a document.

    `found[i]` are the gazetteer's names in `texts[i]`; `concepts_of` gives the concepts of an acronym, `labels_of`
    the names of a concept.
    """
    told = Glossary()
    for block, text in enumerate(texts):
        if "(" not in text:
            continue
        names: dict[tuple[int, int], set[str]] = {}
        for match in found[block]:
            names.setdefault((match.start, match.end), set()).add(match.concept)
        for definition in definitions(text):
            acronym, span = definition.acronym, (definition.start, definition.end)
            known, named = concepts_of(acronym), names.get(span, set())
            if not known and not named:
                told.unknown.setdefault(block, []).append(definition)
            elif not known:
                told.means[acronym] = min(named)
            elif not named.intersection(known):
                if any(_resembles(text[slice(*span)], labels_of(concept)) for concept in known):
                    told.long_forms.setdefault(block, []).append(_as_name(definition, known[0]))
                else:
                    told.foreign.add(acronym)
                    told.means.update({acronym: min(named)} if named else {})
    return told


def _as_name(definition: Definition, concept: str) -> Match:
    reason = f"its acronym {definition.acronym} stands beside it, one of them in brackets"
    return Match(definition.start, definition.end, concept, "defined-name", 0.93, reason)


def short_forms(texts: Sequence[str], found: Sequence[Sequence[Match]]) -> dict[str, str]:
    """Short form → the concept that it names from its definition on.

    `found[i]` are the names in `texts[i]`. A name counts where "hierna" begins just behind it.

    >>> text = "de provincie Flevoland (hierna: provincie)"
    >>> short_forms([text], [[Match(3, 22, "provincie:Flevoland", "administration", 0.95, "")]])
    {'provincie': 'provincie:Flevoland'}
    """
    forms: dict[str, str] = {}
    for text, matches in zip(texts, found, strict=True):
        if not _mentions_one(text):
            continue
        for match in sorted(matches, key=lambda m: (m.start, -m.end)):
            hit = _HEREAFTER.match(text, match.end)
            if hit is not None and _DEFINING.search(hit[0]):
                forms.setdefault(hit["term"], match.concept)
    return forms


def _mentions_one(text: str) -> bool:
    lower = text.lower()
    return any(word in lower for word in _FROM_NOW_ON)


def uses(text: str, forms: dict[str, str], reason: str = "the document says so with 'hierna'") -> Iterator[Match]:
    """Where a text uses the short forms of its document, for the reason given."""
    for term, concept in forms.items():
        for hit in re.finditer(rf"(?<![\w-])(?:{re.escape(term)}|{re.escape(term.capitalize())})(?![\w-])", text):
            if not _GENERIC.search(text, max(0, hit.start() - _LOOK_BACK), hit.start()):
                yield Match(hit.start(), hit.end(), concept, "short-form", 0.96, reason)
