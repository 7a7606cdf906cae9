"""Compounds taken apart: flexwoningen is a kind of woningen, woningtekort a tekort aan woningen.

A part counts where what is left of the word is a word as well, by what the caller knows (the words of the texts at
hand, and those of `words.txt`); prefixes, particles and endings are none. Words are plain, see `word_forms.plain`.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from lrtgraph.dutch.word_forms import Known, listed, particles

LEAST: Final = 3  # letters of a part that can be asked for
_LEAST_HEAD: Final = 4  # letters of what follows it
_LONG: Final = 6  # letters of a head before which a modifier need not be known: flex-woningen
_SHORT_MODIFIER: Final = 5
_LINKED: Final = ("s", "en", "ie", "iteit")  # what a longer unknown modifier of a long head ends in
_LINKS: Final = ("", "s", "e", "en", "n", "-")
_INFLECTED: Final = re.compile(r"(?:e?n|e?s|e|'s|-?s)?")
_SYLLABLE: Final = re.compile(r"[aeiouy]")


def holds(word: str, part: Collection[str], known: Known) -> bool:
    """Whether a word is a compound with one of these forms of a word as a part.

    >>> known = {"huur", "tekort", "stuur", "bes"}.__contains__
    >>> [holds(word, ["woning"], known) for word in ("huurwoningen", "flexwoning", "woningtekorten", "verwoning")]
    [True, True, True, False]
    >>> holds("bestuur", ["stuur"], known), holds("belangrijk", ["rijk"], {"belang"}.__contains__)
    (False, False)
    """
    if word in listed("whole"):
        return False
    return any(
        _stands_in(word[: match.start()], form, word[match.end() :], known)
        for form in part
        if len(form) >= LEAST and form != word
        for match in re.finditer(re.escape(form), word)
    )


def parts(word: str, known: Known) -> tuple[str, str] | None:
    """Modifier and head of a compound, in the split with the longest head; None for what is none.

    >>> known = {"woning", "tekort", "verdeel", "sleutel", "veiligheid", "regio"}.__contains__
    >>> parts("woningtekort", known), parts("veiligheidsregio", known), parts("tekort", known)
    (('woning', 'tekort'), ('veiligheid', 'regio'), None)
    """
    if word in listed("whole"):
        return None
    for at in range(_LEAST_HEAD, len(word) - _LEAST_HEAD + 1):
        head = word[at:]
        modifier = next((each for each in _unlinked(word[:at]) if len(each) >= _LEAST_HEAD and known(each)), None)
        if modifier and known(head) and not _is_affix(modifier) and not _is_suffix(head, ""):
            return modifier, head
    return None


def _stands_in(before: str, form: str, behind: str, known: Known) -> bool:
    """Whether what stands before a part can modify it, and what stands behind it is its head or its inflection."""
    if not _INFLECTED.fullmatch(behind):
        return (not before or _modifies(before, 0, known)) and _is_head(behind, known)
    return bool(before) and not _is_suffix(form, behind) and _modifies(before, len(form), known)


def _modifies(before: str, head: int, known: Known) -> bool:
    """Whether it is a word that can stand before another; before a long head it need not be known."""
    if any(_is_modifier(modifier, known) for modifier in _unlinked(before)):
        return True
    if head < _LONG or _is_affix(before) or not _SYLLABLE.search(before):
        return False
    return LEAST <= len(before) <= _SHORT_MODIFIER or (before.endswith(_LINKED) and not _is_prefixed(before))


def _is_modifier(text: str, known: Known) -> bool:
    """Whether a text without its link is a word: huur-, veiligheid(s)-, and as a verb's or plural's base koppel-."""
    if len(text) < LEAST or _is_affix(text):
        return False
    return _is_word(text, known) or (len(text) >= _LEAST_HEAD and known(text + "en"))


def _is_head(behind: str, known: Known) -> bool:
    heads = (behind.removeprefix(link) for link in _LINKS if behind.startswith(link))
    return any(len(head) >= _LEAST_HEAD and not _is_suffix(head, "") and _is_noun(head, known) for head in heads)


def _is_noun(text: str, known: Known) -> bool:
    """Whether it is a word, or the plural of one."""
    return _is_word(text, known) or any(text.endswith(end) and known(text.removesuffix(end)) for end in ("en", "s"))


def _is_suffix(form: str, behind: str) -> bool:
    return form in listed("suffix") or form + behind in listed("suffix")


def _is_prefixed(text: str) -> bool:
    return text.startswith((*sorted(listed("prefix")), *particles()))


def _unlinked(modifier: str) -> list[str]:
    """A modifier without the sound that links it: gemeente, veiligheid(s), vergunninghouder(s)."""
    return [modifier[: len(modifier) - len(link)] for link in _LINKS if modifier.endswith(link)]


def _is_word(text: str, known: Known) -> bool:
    """Whether it is a known word, or a compound of two."""
    return known(text) or parts(text, known) is not None


def _is_affix(modifier: str) -> bool:
    return modifier in listed("prefix") or modifier in particles()
