"""Find the gazetteer's names in a text in one pass: a trie over words, with inflected forms added beforehand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from lrtgraph.linking.inflection import adjective_forms, noun_forms
from lrtgraph.linking.words import Words, fold, read_words

if TYPE_CHECKING:
    from lrtgraph.gazetteer import Concept, Gazetteer

Shape = Literal["acronym", "proper", "plain"]

_LONG_NAME = 8  # letters; a longer word that is a name is one in lower case too ("ministerraad")
_INFLECTED = 5  # letters; shorter words have too many accidental forms
_ARTICLE = re.compile(r"\A(?:de|het) (?=\w)")
_CLITIC = re.compile(r" ?['’´`\"]s$|(?<=[A-Z]) s$")
_NAMES = ""  # the key in a trie's node under which the names that end there stand


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a concept, ready to be looked for.

    `shape` says how its case counts: an acronym keeps it, a proper name that is one short word keeps its capital, a
    plain name has none. `rule` is "name", "inflected" or "misspelled".
    """

    text: str
    concept: str
    shape: Shape
    rule: str


@dataclass(frozen=True, slots=True)
class Match:
    """A stretch of a text that may name a concept: offsets in that text, the rule, its confidence and the reason."""

    start: int
    end: int
    concept: str
    rule: str
    confidence: float
    reason: str


class Trie:
    """Names by their folded words; hyphens inside a name are optional.

    >>> trie = Trie([Name("Ter Apel", "place:Ter_Apel", "proper", "name")])
    >>> [(m.start, m.end, m.concept) for m in trie.find(read_words("In Ter Apel is het vol."))]
    [(3, 11, 'place:Ter_Apel')]
    """

    def __init__(self, names: Iterable[Name]) -> None:
        self._root: dict[str, Any] = {}
        for name in names:
            self.add(name)

    def add(self, name: Name) -> None:
        """Look for one more name from now on; a name that is already there for its concept changes nothing."""
        words = read_words(name.text)
        node = self._root
        for i in range(len(words)):
            if not words.is_hyphen(i):
                node = node.setdefault(words.folded[i], {})
        found = node.setdefault(_NAMES, [])
        if all(other.concept != name.concept or other.text != name.text for other in found):
            found.append(name)

    def named(self, text: str) -> tuple[Name, ...]:
        """The names that are spelled as `text` is, but for case, diacritics and hyphens."""
        words = read_words(text)
        node = self._root
        for i in range(len(words)):
            if not words.is_hyphen(i):
                node = node.get(words.folded[i], {})
        return tuple(node.get(_NAMES, ()))

    def find(self, words: Words) -> Iterator[Match]:
        """Every name in a text, longer and shorter ones, those of several concepts too."""
        root = self._root
        for i, key in enumerate(words.folded):
            if key in root:
                yield from self.find_at(words, i)

    def find_at(self, words: Words, i: int) -> Iterator[Match]:
        """Every name that begins at the i-th word of a text."""
        node = self._root.get(words.folded[i])
        j = i + 1
        while node is not None:
            if _NAMES in node:
                yield from _matches(words, i, j, node[_NAMES])
            if j < len(words) and words.is_hyphen(j):
                j += 1
            node = node.get(words.folded[j]) if j < len(words) else None
            j += 1


def _matches(words: Words, first: int, last: int, names: list[Name]) -> Iterator[Match]:
    start, end = words.starts[first], words.ends[last - 1]
    surface = words.text[start:end]
    best: dict[str, Match] = {}
    for name in names:
        confidence = fit(name, surface)
        if confidence and (name.concept not in best or best[name.concept].confidence < confidence):
            best[name.concept] = Match(start, end, name.concept, name.rule, confidence, _reason(name, surface))
    yield from best.values()


def _reason(name: Name, surface: str) -> str:
    if name.rule == "name":
        return f"'{name.text}' is a name of {name.concept}"
    return f"'{surface}' is {'a form' if name.rule == 'inflected' else 'a misspelling'} of a name of {name.concept}"


def fit(name: Name, surface: str) -> float:
    """How well a name fits a piece of text that is spelled like it, 0 where its case forbids it.

    >>> fit(Name("HAR", "HAR", "acronym", "name"), "har")
    0.0
    """
    base = {"name": 0.98, "inflected": 0.95, "defined": 0.93, "misspelled": 0.9}[name.rule]
    if surface == name.text:
        return base
    if name.shape == "acronym":
        return base - 0.03 if surface == name.text.upper() else 0.0
    if name.shape == "proper" and not surface[0].isupper():
        return 0.0
    return base - 0.01


def names(gazetteer: Gazetteer) -> Iterator[Name]:
    """All names of a gazetteer's concepts: labels, acronyms, misspellings, then inflected forms that are no label."""
    taken: set[str] = set()
    listed: list[Name] = []
    for alias, notation, hidden in gazetteer.aliases():
        text = bare(alias)
        if ":" in notation and notation.startswith("veiligheidsregio"):
            continue  # "Veiligheidsregio Twente" names a safety region and a place
        listed.append(Name(text, notation, shape(text), "misspelled" if hidden else "name"))
        taken.add(_key(text))
    yield from listed
    for name in listed:
        if name.shape != "acronym" and inflects(gazetteer.concepts[name.concept]):
            for text in sorted(phrase_forms(name.text)):
                if _key(text) not in taken:
                    yield Name(text, name.concept, name.shape, "inflected")


def bare(alias: str) -> str:
    """A name without article, without plural or possessive clitic, without a closing period.

    >>> bare("het Veiligheidsberaad"), bare("AMvB's"), bare("IBT."), bare("gem.")
    ('Veiligheidsberaad', 'AMvB', 'IBT', 'gem.')
    """
    text = _ARTICLE.sub("", _CLITIC.sub("", alias))
    return text[:-1] if text.endswith(".") and text[-2:-1].isupper() else text


def inflects(concept: Concept) -> bool:
    """Whether a concept's names have other numbers: not where they name one place or one administration."""
    return concept.kind != "place" and ":" not in concept.notation


def shape(text: str) -> Shape:
    """How case counts in a name.

    >>> shape("CdK"), shape("Nidos"), shape("Tweede Kamer"), shape("gemeenten"), shape("BAK OEK")
    ('acronym', 'proper', 'plain', 'plain', 'acronym')
    """
    parts = text.split()
    if all(sum(c.isupper() for c in part) > 1 or not any(c.isalpha() for c in part) for part in parts):
        return "acronym"
    if len(parts) == 1 and text[0].isupper() and len(text) < _LONG_NAME:
        return "proper"
    return "plain"


def phrase_forms(text: str) -> frozenset[str]:
    """Other forms of a name of one or more words: its noun in another number, its adjective with or without -e.

    >>> sorted(phrase_forms("interbestuurlijk toezicht"))[0]
    'interbestuurlijke toezicht'
    """
    words = text.split()
    last = words[-1]
    forms: set[str] = set()
    if last.isalpha() and last[1:].islower() and len(last) >= _INFLECTED:
        forms.update(" ".join([*words[:-1], form]) for form in noun_forms(last))
    if (
        len(words) == 2
        and words[0].isalpha()
        and words[0].endswith(("lijk", "lijke", "iaal", "iale", "elijk", "ige", "ig"))
    ):
        forms.update(f"{form} {last}" for form in adjective_forms(words[0]))
    return frozenset(forms)


def _key(text: str) -> str:
    return " ".join(fold(word) for word in text.replace("-", " ").split())
