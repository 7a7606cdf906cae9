"""The tokens of a Doc as plain lists, made once a Doc: asking spaCy for a token makes an object each time.

A block can hold a hundred thousand sentences, and many rules ask for the same words, so each list is of the whole Doc.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache
from operator import add
from typing import TYPE_CHECKING, Final

from lrtgraph.extraction.grammar.lexicon import HEBBEN, MODAL, WORDEN, ZIJN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Doc

TEXT: Final = "lrtgraph.text"
"""Where a Doc's `user_data` may hold its text, which spaCy would put together from its tokens."""
_TOKENS: Final = "lrtgraph.tokens"
MODIFIERS: Final = frozenset({"DET", "ADJ", "NUM", "PRON"})
"""Parts of speech of what stands between the beginning of a noun phrase and its noun."""
PARTING: Final = frozenset({"PUNCT", "CCONJ", "SCONJ"})
"""Parts of speech of what parts one clause from another."""
STOPS: Final = frozenset({".", ";", "?", "!"})
"""Signs that end a sentence."""
MARKS: Final = frozenset({",", ";", ":", "."})
"""Signs that part what stands before them from what stands behind."""
NAMING: Final = frozenset({"NOUN", "PROPN", "PRON"})
"""Parts of speech of what can be the subject or object of a clause."""
VERBAL: Final = frozenset({"VERB", "AUX"})
"""Parts of speech of verbs."""
_FINITE_FORMS: Final = MODAL | (WORDEN - {"worden"}) | (ZIJN - {"zijn"}) | (HEBBEN - {"hebben"})


@dataclass(frozen=True, slots=True)
class Tokens:
    """What rules read of each token of a Doc, in lists as long as it: where it stands, its form and what it is.

    `starts` and `ends` are offsets in `text`; `surface` are the words as they stand and `lower` in lower case; `parts`
    are the parts of speech; `finite` says which tokens are finite verbs, by their form where they are auxiliaries,
    else by their morphology.
    """

    text: str
    starts: list[int]
    ends: list[int]
    surface: list[str]
    lower: list[str]
    parts: list[str]
    finite: list[bool]

    def at(self, start: int, end: int) -> tuple[int, int]:
        """The tokens `[first, last)` that cover `[start, end)` of the text, as `Doc.char_span` gives them.

        >>> from lrtgraph.language import load
        >>> tokens_of(load()("Het COA meldt dit.")).at(5, 9)
        (1, 3)
        """
        return max(0, bisect_right(self.starts, start) - 1), bisect_left(self.starts, end)

    def text_of(self, first: int, last: int) -> str:
        """The text of the tokens `[first, last)`.

        >>> from lrtgraph.language import load
        >>> tokens_of(load()("Het COA meldt dit.")).text_of(1, 3)
        'COA meldt'
        """
        return self.text[self.starts[first] : self.ends[last - 1]] if first < last else ""


def first_finite(finite: Sequence[bool], start: int, end: int) -> int | None:
    """Where the first finite verb of `[start, end)` stands; None where there is none.

    >>> first_finite([True, False, True], 1, 3), first_finite([False], 0, 1)
    (2, None)
    """
    return next((k for k in range(start, end) if finite[k]), None)


def tokens_of(doc: Doc) -> Tokens:
    """The tokens of a Doc; they stay with it."""
    known: Tokens | None = doc.user_data.get(_TOKENS)
    if known is None:
        known = doc.user_data[_TOKENS] = _read(doc)
    return known


def phrase_start(tokens: Tokens, first: int, start: int) -> int:
    """Where the noun phrase of a name at token `first` begins, not before `start`: at its article or adjectives.

    >>> from lrtgraph.language import load
    >>> phrase_start(tokens_of(load()("VNG is tegen het nieuwe BAK OEK.")), 5, 0)
    3
    """
    while first > start and tokens.parts[first - 1] in MODIFIERS and not tokens.finite[first - 1]:
        first -= 1
    return first


def _read(doc: Doc) -> Tokens:
    text: str = doc.user_data.get(TEXT) or doc.text
    # All at once, for spaCy goes through the whole Doc each time.
    starts, lengths, numbers, forms = doc.to_array(["IDX", "LENGTH", "POS", "MORPH"]).T.tolist()
    ends = list(map(add, starts, lengths))
    surface = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    lower = [word.lower() for word in surface]
    told = zip(map(_part_of_speech, numbers), lower, strict=True)
    parts = ["NOUN" if part == "PUNCT" and word[:1].isalnum() else part for part, word in told]  # "Q&A"
    morphology = (doc.vocab.strings[form] for form in forms)
    return Tokens(text, starts, ends, surface, lower, parts, list(_finite(lower, parts, morphology)))


@cache
def _part_of_speech(number: int) -> str:
    from spacy.parts_of_speech import NAMES  # type: ignore[import-not-found]

    name: str = NAMES[number]
    return name


def _finite(lower: list[str], parts: list[str], morphology: Iterable[str]) -> Iterator[bool]:
    before = ""
    for word, part, features in zip(lower, parts, morphology, strict=True):
        if word == "zet" and before == "aan":
            yield False  # "aan zet"
        else:
            yield word in _FINITE_FORMS or (part in VERBAL and _has_finite(features))
        before = word


@cache
def _has_finite(features: str) -> bool:
    """Whether morphological features say that a verb is finite.

    >>> _has_finite("Number=Sing|Tense=Pres|VerbForm=Fin"), _has_finite("VerbForm=Inf"), _has_finite("")
    (True, False, False)
    """
    pairs = (pair.partition("=") for pair in features.split("|"))
    return any(name == "VerbForm" and "Fin" in values.split(",") for name, _, values in pairs)
