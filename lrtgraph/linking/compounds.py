"""Compounds of a concept's name: "doorstroom- en voorportaallocaties", "halfjaartaakstelling", "bonusbedragen".

An instrument's name may be the first part of a closed compound or its last; a group's or an actor's only the last,
for "politiecapaciteit" is not the police. Names that also mean other things make no compounds ("terugkoppeling").
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from lrtgraph.linking.lexicon import table
from lrtgraph.linking.matcher import Match
from lrtgraph.linking.names import Name
from lrtgraph.linking.words import Words, fold

_HEAD = 9  # letters of a name that can end a compound
_FIRST = 6  # letters of a name that can begin one
_LONGEST = 60  # letters of a word that is looked into
_REST = 4  # letters that the other part of a compound has at least
_APART = 8  # words between a first member and the word that has its last part
_NOT_BEFORE_HEAD = ("deel", "niet", "anti", "ont")  # what they precede is another thing


@dataclass(frozen=True, slots=True)
class Parts:
    """Single words by which concepts go, folded: as the last part of a compound and as the first."""

    heads: dict[str, str]
    firsts: dict[str, str]

    @classmethod
    def of(cls, names: Iterable[Name], is_instrument: Callable[[str], bool]) -> Parts:
        """The words that make compounds: those of a length, but for the ones that `no_compounds.tsv` lists."""
        excluded = {row["name"] for row in table("no_compounds")}
        heads: dict[str, str] = {}
        firsts: dict[str, str] = {}
        for name in names:
            word = fold(name.text)
            if not word.isalpha() or name.shape == "acronym" or ":" in name.concept or word in excluded:
                continue
            if len(word) >= _HEAD:
                heads.setdefault(word, name.concept)
            if len(word) >= _FIRST and is_instrument(name.concept) and name.rule == "name":
                firsts.setdefault(word, name.concept)
        return cls(heads, firsts)

    def of_word(self, word: str) -> tuple[str, str] | None:
        """The concept that a closed compound names, and which part does; None where none does.

        >>> Parts({"taakstelling": "taakstelling"}, {}).of_word("halfjaartaakstelling")
        ('taakstelling', 'last')
        """
        if not _FIRST + _REST <= len(word) <= _LONGEST:
            return None
        for cut in range(_REST, len(word) - _HEAD + 1):
            concept = self.heads.get(word[cut:])
            if concept is not None and not word[:cut].endswith(_NOT_BEFORE_HEAD):
                return concept, "last"
        for cut in range(len(word) - _REST, _FIRST - 1, -1):
            concept = self.firsts.get(word[:cut])
            if concept is not None:
                return concept, "first"
        return None


def closed(words: Words, of_word: Callable[[str], tuple[str, str] | None]) -> Iterator[Match]:
    """Closed compounds among the words; `of_word` tells, as `Parts.of_word` does, those that are no name themselves."""
    for i, word in enumerate(words.folded):
        found = of_word(word) if len(word) >= _FIRST + _REST else None
        if found is not None:
            concept, part = found
            yield Match(
                words.starts[i], words.ends[i], concept, "compound", 0.8,
                f"the {part} part of the compound '{words.word(i)}' is a name of {concept}",
            )  # fmt: skip


def suspended(words: Words, concept_of: Callable[[str], str | None]) -> Iterator[Match]:
    """First members whose last part is left out: "doorstroom-" in "doorstroom- en voorportaallocaties".

    `concept_of` gives the concept of a word, folded. The span holds the hyphen.
    """
    for i in range(1, len(words) - 2):
        if (
            words.folded[i] != "-"
            or words.ends[i - 1] != words.starts[i]
            or (words.is_hyphen(i) and words.folded[i + 1] != "/")
        ):
            continue
        if words.folded[i + 1] not in {"en", "of", "dan", ",", "/"}:
            continue
        for j in range(i + 2, min(i + _APART, len(words))):
            concept = _shared_head(words.folded[i - 1], words.folded[j], concept_of)
            if concept is not None:
                yield Match(
                    words.starts[i - 1], words.ends[i], concept, "suspended-compound", 0.9,
                    f"its last part is that of '{words.word(j)}'",
                )  # fmt: skip
                break


def plural_acronyms(words: Words, named: Callable[[str], Sequence[Name]]) -> Iterator[Match]:
    """Acronyms with a plural -s and no apostrophe, "PRTs"; the span is the acronym."""
    for i, word in enumerate(words.surfaces):
        if word[-1] == "s" and word[-2:-1].isupper():
            for name in named(word[:-1]):
                if name.shape == "acronym" and name.text == word[:-1]:
                    reason = f"the plural of '{name.text}', a name of {name.concept}"
                    yield Match(words.starts[i], words.ends[i] - 1, name.concept, "plural-acronym", 0.93, reason)


def _shared_head(stem: str, full: str, concept_of: Callable[[str], str | None]) -> str | None:
    """The concept of `stem` with the shortest end of `full` that makes it a name."""
    for cut in range(min(len(full), _LONGEST) - _REST, 2, -1):
        concept = concept_of(stem + full[cut:])
        if concept is not None:
            return concept
    return None
