"""Whether a document is of the field that the gazetteer is made for, or the minutes of another table.

A table on housing or energy has a "taakstelling", a "regietafel" and a "staatssecretaris" too, and "de wet" is another
there. The signs of our field stand in `data/linking/field.tsv`, each with the subject that it tells of.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache

from lrtgraph.dutch.document_titles import title_words
from lrtgraph.linking.lexicon import table
from lrtgraph.linking.matcher import Match

OTHER_FIELD = "other_field"
"""What stands for a document of another field among the concepts that it surely names."""
_SUBJECTS = 3
"""Subjects of the field that a document names: minutes of others may have one or two in passing."""
_TELLING = 100
"""Words of a text that would name them; a shorter one without a title tells nothing of whose it is."""
_TITLE = 4
"""Blocks of the head among which the title is."""


def is_other_field(texts: Sequence[str], found: Sequence[Sequence[Match]], head: Collection[int], body: str) -> bool:
    """Whether a document is of another field.

    In: the texts of its blocks, the names found in each, which of them are its head, and the body that stands beside
    the document, if one does.

    >>> is_other_field(["Verslag Energietafel 3 mei 2024", "De wet wordt besproken."], [[], []], [0], "")
    True
    >>> is_other_field(["Verslag LRT"], [[Match(8, 11, "LRT", "name", 0.98, "")]], [0], "")
    False
    """
    titles = sorted(head)[:_TITLE]
    tables = {sign for _, sign in _signs("table")}
    titled = {match.concept for i in titles for match in found[i] if not _is_kind(texts[i], match)}
    if body in tables or not tables.isdisjoint(titled):
        return False
    if len(set(_subjects(texts, found))) >= _SUBJECTS:
        return False
    return any(title_words().search(texts[i]) for i in titles) or sum(len(text.split()) for text in texts) >= _TELLING


def _is_kind(text: str, match: Match) -> bool:
    """Whether a table is named by its kind alone, which others have too: "Regietafel netcongestie"."""
    return text[match.start : match.end].lower().startswith("regietafel")


def _subjects(texts: Sequence[str], found: Iterable[Iterable[Match]]) -> Iterator[str]:
    """The subjects of the field that a document names, each once or more often."""
    whole = " ".join(texts).lower()
    yield from (subject for subject, pattern in _patterns() if pattern.search(whole))
    acronyms = {sign: subject for kind in ("acronym", "table") for subject, sign in _signs(kind)}
    for text, matches in zip(texts, found, strict=True):
        for match in matches:
            if match.concept in acronyms and text[match.start : match.end] == match.concept:
                yield acronyms[match.concept]


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The words of each subject as a pattern."""
    forms: dict[str, list[str]] = {}
    for kind, end in (("beginning", ""), ("word", r"\b")):
        for subject, sign in _signs(kind):
            forms.setdefault(subject, []).append(re.escape(sign) + end)
    return tuple((subject, re.compile(rf"\b(?:{'|'.join(signs)})")) for subject, signs in forms.items())


@cache
def _signs(kind: str) -> tuple[tuple[str, str], ...]:
    """The subject and sign of each row of a kind."""
    return tuple((row["subject"], row["sign"]) for row in table("field") if row["kind"] == kind)
