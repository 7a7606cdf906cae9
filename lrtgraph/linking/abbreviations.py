"""Names cut short with a period, as in telegram style: "taakst.", "vergunningh.", "samenwerkingsverb."."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lrtgraph.linking.matcher import Match
from lrtgraph.linking.names import Name
from lrtgraph.linking.words import Words, common_words, fold

_SHORTEST = 5  # letters that are left of a name
_MISSING = 3  # letters that are gone, at least


class Abbreviations:
    """The beginnings by which one concept alone can be meant."""

    def __init__(self, names: Iterable[Name]) -> None:
        beginnings: dict[str, tuple[str, str] | None] = {}
        for name in sorted(names, key=lambda name: (len(name.text), name.text)):
            word = fold(name.text)
            if name.shape != "plain" or name.rule == "misspelled" or not word.isalpha() or ":" in name.concept:
                continue
            for length in range(_SHORTEST, len(word) - _MISSING + 1):
                first = beginnings.setdefault(word[:length], (word, name.concept))
                if first is not None and first[1] != name.concept and not word.startswith(first[0]):
                    beginnings[word[:length]] = None
        self._beginnings = {start: known[1] for start, known in beginnings.items() if known is not None}

    def find(self, words: Words) -> Iterator[Match]:
        """The names cut short in a text; the span holds the period.

        A word before a period that ends a sentence is none, nor is a word of the language.
        """
        for i in range(len(words) - 1):
            if words.folded[i + 1] != "." or words.ends[i] != words.starts[i + 1]:
                continue
            concept = self._beginnings.get(words.folded[i])
            ends = i + 2 >= len(words) or words.word(i + 2)[0].isupper()
            if concept is not None and not ends and words.folded[i] not in common_words():
                reason = f"a name of {concept}, cut short"
                yield Match(words.starts[i], words.ends[i + 1], concept, "abbreviation", 0.75, reason)
