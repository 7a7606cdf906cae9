"""Joining the lines of one unit of text: with a space, or with nothing where a word was broken over the seam."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from lrtgraph.layout.lexicon import Lexicon
from lrtgraph.layout.repair import Clean, characters, mend
from lrtgraph.resources import word_list

_FIRST = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]{3,}")
_CLITIC = re.compile(r"[´'’`‘]s\b(?!-)")  # "PRT" / "´s", not "wethouder" / "'s-Hertogenbosch"
_CUT_NUMBER = re.compile(r"\d[-‐‑]\Z")  # "1-4-" / "2024"
_HYPHENS = "-‐‑\xad"
_SUSPENDED = frozenset({"en", "of", "dan", "tot", "respectievelijk", "resp", "als", "maar", "noch", "en/of", "c", "t"})
_LINKED = re.compile(r"(?:[a-z]{3,}(?:ings|heids|teits|schaps|ions|dags|gs|rs))\Z")
_LONGEST_WORD = 60
_BROKEN_ENOUGH = 2
_SHARE = 0.02

Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Joiner:
    """Joins and mends pieces of one document's text.

    `lexicon` has what is known before, `seen` also the document's own words, which may hold scanning errors;
    `broken` says that the document breaks words without a hyphen.
    """

    text: str
    lexicon: Lexicon
    seen: Lexicon
    broken: bool = False

    @classmethod
    def over(cls, text: str, spans: Spans, lexicon: Lexicon) -> Joiner:
        """A joiner for a document: words that stand whole inside its lines are known, and how its lines break."""
        inner: set[str] = set()
        for start, end in spans:
            words = _WORD.findall(text, start, end)
            inner.update(word.lower() for word in words[1:-1] if len(word) <= _LONGEST_WORD)
        joiner = cls(text, lexicon, lexicon.with_words(inner))
        broken = sum(joiner._surely_broken(before, after) for before, after in pairwise(spans))
        return replace(joiner, broken=broken >= max(_BROKEN_ENOUGH, _SHARE * len(spans)))

    def clean(self, spans: Spans) -> Clean:
        """One unit's text from the bodies of its lines."""
        parts: list[Clean] = []
        for start, end in spans:
            part = characters(self.text, start, end)
            if not part.text:
                continue
            if parts:
                parts[-1] = self._seam(parts[-1], part, start)
            parts.append(part)
        joined = Clean("".join(p.text for p in parts), tuple(chain.from_iterable(p.offsets for p in parts)))
        return mend(_stripped(joined), self.lexicon)

    def breaks_word(self, before: str, after: str) -> bool:
        """Whether a line's end and the next line's beginning are two parts of one word."""
        first, second = _last_letters(before[-_LONGEST_WORD:]), _FIRST.match(after[:_LONGEST_WORD])
        if not first or not second or not second[0][0].islower():
            return False
        return self._one_word(first, second[0])

    def _seam(self, before: Clean, after: Clean, start: int) -> Clean:
        """The earlier part with what belongs between it and the next: a space, or nothing, or without its hyphen."""
        ahead = _FIRST.match(after.text[:_LONGEST_WORD])
        raw_end = self.text[before.offsets[-1] + 1 : start].lstrip(" \t")
        soft = raw_end.startswith("\xad")
        if sticks(before.text, after.text):
            return before
        if before.text[-1] in _HYPHENS and len(before.text) > 1 and before.text[-2].isalnum() and ahead:
            if ahead[0].lower() in _SUSPENDED:
                return _spaced(before)
            head = _last_letters(before.text[-_LONGEST_WORD:-1])
            if ahead[0][0].isupper() or not head or (len(head) > 1 and head.isupper()):
                return before
            hyphenated = self.seen.listed(f"{head}-{ahead[0]}".lower())
            return before if hyphenated else Clean(before.text[:-1], before.offsets[:-1])
        if soft or self.breaks_word(before.text, after.text):
            return before
        return _spaced(before)

    def _one_word(self, first: str, second: str) -> bool:
        if len(first) > 1 and first.isupper():
            return False
        known = self.seen.known
        joined = first + second
        alone = word_list("seam_words.txt")
        if known(joined) and self._linked(first, second):
            return True
        first_known = first.lower() in alone or known(first)
        second_known = second in alone or known(second)
        if first_known and second_known:
            if not self.broken:
                return False
            if second in alone and first.lower() not in alone:  # "gemeen" / "ten", but not "bestaan" / "de"
                return second != "de" and len(joined) >= 8 and self.lexicon.listed(joined.lower())
            free = first.lower() in alone or second in alone
            return not free and len(joined) >= 6 and (known(joined) or self._linked(first, second))
        if known(joined) or self._linked(first, second):
            return True
        return self.broken and not (first_known and len(first) > 3) and self.seen.compound(joined)

    def _linked(self, first: str, second: str) -> bool:
        """The first part ends in a linking s that only stands inside compounds ("samenwerkings" "verbanden")."""
        low = first.lower()
        return bool(_LINKED.match(low)) and not self.seen.listed(low) and self.seen.known(low[:-1]) and len(second) > 2

    def _surely_broken(self, before: tuple[int, int], after: tuple[int, int]) -> bool:
        second = _FIRST.match(self.text, after[0], min(after[1], after[0] + 40))
        if not second or not second[0][0].islower():
            return False
        first = _last_letters(self.text[max(before[0], before[1] - 40) : before[1]])
        if not first:
            return False
        known = self.seen.known
        parts = (first, second[0])
        return known("".join(parts)) and not all(part in word_list("seam_words.txt") or known(part) for part in parts)


def _last_letters(text: str) -> str:
    """The letters that a text ends with. Searched for from the end: from the start, each word would be tried."""
    found = _FIRST.match(text[::-1])
    return found[0][::-1] if found else ""


def sticks(before: str, after: str) -> bool:
    """Whether no space belongs between a line's end and the next line, whatever words they are.

    >>> sticks("op 1-4-", "2024"), sticks("de PRT", "´s"), sticks("van 10 -", "12 uur"), sticks("te", "'s-Gravenzande")
    (True, True, False, False)
    """
    if before[-1:].isalnum():
        return _CLITIC.match(after) is not None
    return after[:1].isdigit() and _CUT_NUMBER.search(before) is not None


def _spaced(before: Clean) -> Clean:
    if before.text.endswith(" "):
        return before
    return Clean(before.text + " ", (*before.offsets, before.offsets[-1] + 1))


def _stripped(clean: Clean) -> Clean:
    start = len(clean.text) - len(clean.text.lstrip())
    end = len(clean.text.rstrip())
    return Clean(clean.text[start:end], clean.offsets[start:end])


def joined_title(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """A title as it stands, its lines joined and its white space single."""
    return " ".join(" ".join(text[start:end] for start, end in spans).split())
