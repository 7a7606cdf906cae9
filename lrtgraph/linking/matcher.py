"""Find names in a text in one pass: a trie over words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any

from lrtgraph.linking.lexicon import listed
from lrtgraph.linking.names import Name
from lrtgraph.linking.spelling import Spelling
from lrtgraph.linking.words import Words, common_words, fold, read_words
from lrtgraph.value import value

_NAMES = ""  # the key in a trie's node under which the names that end there stand
_TWO_LETTERS = 2
_BEFORE = re.compile(r"[^\s(]*\Z")
_BEHIND = re.compile(r"[^\s)]*")
_ADDRESS = re.compile(r"@|_|://|\bwww\.|\.[a-z]{2,5}\b", re.IGNORECASE)
_ADDRESS_REACH = 100  # characters
_MENDED_ALONE = 12  # letters of a single word that is a name in spite of a slip


@value
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

    >>> trie = Trie([Name("Ter Apel", "place:Ter_Apel", "proper")])
    >>> [(m.start, m.end, m.concept) for m in trie.find(read_words("In Ter Apel is het vol."))]
    [(3, 11, 'place:Ter_Apel')]
    """

    def __init__(self, names: Iterable[Name]) -> None:
        self._root: dict[str, Any] = {}
        self._vocabulary: set[str] = set()
        for name in names:
            self._add(name)

    def _add(self, name: Name) -> None:
        words = read_words(name.text)
        node = self._root
        for i in range(len(words)):
            if not words.is_hyphen(i):
                self._vocabulary.add(words.folded[i])
                node = node.setdefault(words.folded[i], {})
        found = node.setdefault(_NAMES, [])
        if all(other.concept != name.concept or other.text != name.text for other in found):
            found.append(name)

    @cached_property
    def _spelling(self) -> Spelling:
        return Spelling(self._vocabulary, common_words())

    def named(self, text: str) -> tuple[Name, ...]:
        """The names that are spelled as `text` is, but for case, diacritics and hyphens."""
        words = read_words(text)
        node = self._root
        for i in range(len(words)):
            if not words.is_hyphen(i):
                node = node.get(words.folded[i], {})
        return tuple(node.get(_NAMES, ()))

    def find(self, words: Words) -> Iterator[Match]:
        """Every name in a text, longer and shorter ones, those of several concepts too; slips of a letter mended."""
        root = self._root
        if not root:
            return
        keys = [*map(self._spelling.mend, words.folded)]
        for i, key in enumerate(keys):
            if key in root:
                yield from self.find_at(words, i, keys)

    def find_at(self, words: Words, i: int, keys: Sequence[str] | None = None) -> Iterator[Match]:
        """Every name that begins at the i-th word of a text, `keys` being the words as they are looked up."""
        keys = keys or words.folded
        node = self._root.get(keys[i])
        j = i + 1
        while node is not None:
            if _NAMES in node:
                slip = next((k for k in range(i, j) if keys[k] != words.folded[k]), None)
                if slip is None or j - i > 1 or len(keys[i]) >= _MENDED_ALONE:
                    yield from _matches(words, i, j, node[_NAMES], slip is not None)
            if j < len(words) and words.is_hyphen(j):
                j += 1
            node = node.get(keys[j]) if j < len(words) else None
            j += 1


def _matches(words: Words, first: int, last: int, names: list[Name], slip: bool) -> Iterator[Match]:
    start, end = words.starts[first], words.ends[last - 1]
    surface = words.text[start:end]
    best: dict[str, Match] = {}
    for name in names:
        if name.shape == "acronym" and surface not in (name.text, name.text.upper()) and _in_address(words, start, end):
            continue
        confidence = 0.85 * (fit(name, surface) > 0) if slip else fit(name, surface)
        if confidence and (name.concept not in best or best[name.concept].confidence < confidence):
            rule = "misspelled" if slip else name.rule
            best[name.concept] = Match(start, end, name.concept, rule, confidence, _reason(name, surface, slip))
    yield from best.values()


def _in_address(words: Words, start: int, end: int) -> bool:
    """Whether what stands at `[start, end)` is a part of an address of mail or the web, or of the name of a file."""
    before = _BEFORE.search(words.text, max(0, start - _ADDRESS_REACH), start)
    behind = _BEHIND.match(words.text, end, end + _ADDRESS_REACH)
    whole = f"{before[0] if before else ''}{words.text[start:end]}{behind[0] if behind else ''}"
    return _ADDRESS.search(whole) is not None


def _reason(name: Name, surface: str, slip: bool) -> str:
    if slip:
        return f"'{surface}' is '{name.text}', a name of {name.concept}, but for a letter"
    what = {"name": "a name", "inflected": "a form of a name", "misspelled": "a misspelling of a name"}
    return f"'{surface}' is {what.get(name.rule, 'defined in this document as a name')} of {name.concept}"


def fit(name: Name, surface: str) -> float:
    """How well a name fits a piece of text that is spelled like it, 0 where its case forbids it.

    >>> fit(Name("HAR", "HAR", "acronym"), "har")
    0.0
    >>> fit(Name("CdK", "CdK", "acronym"), "cdK") > 0.8
    True
    """
    base = {"name": 0.98, "inflected": 0.95, "defined": 0.93, "misspelled": 0.9}[name.rule]
    if surface == name.text:
        return base
    if name.shape == "exact":
        return 0.0
    if name.shape == "acronym":
        if surface == name.text.upper():
            return base - 0.03
        return base - 0.08 if name.rule != "defined" and not _is_word(surface) else 0.0
    if name.shape == "proper" and not surface[0].isupper():
        return 0.0
    if name.shape == "capitals" and not _has_capitals(name.text, surface):
        return 0.0
    return base - 0.01


def _is_word(acronym: str) -> bool:
    """Whether an acronym that is not in capitals may be a word; what has two letters may be anything ("vr", "vb")."""
    key = fold(acronym)
    return len(key) <= _TWO_LETTERS or key in common_words() or key in listed("acronym_words")


def _has_capitals(name: str, surface: str) -> bool:
    """Whether each word that has a capital in the name has one."""
    pairs = zip(name.split(), surface.split(), strict=False)
    return all(found[0].isupper() for word, found in pairs if word[0].isupper())
