"""Offices by a bare title: "de minister" is an office only where one office alone can be meant.

The gazetteer tells which offices bear a title; the attendance list which of them sat at the table; a full name in
the document ("de minister voor VRO") which of them is spoken of.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from typing import TYPE_CHECKING

from lrtgraph.linking.matcher import Match
from lrtgraph.linking.words import Words

if TYPE_CHECKING:
    from lrtgraph.gazetteer import Gazetteer
    from lrtgraph.records import Participant

_TITLES = ("minister", "staatssecretaris", "directeur-generaal")
_NOBODY: Mapping[str, Set[str | None]] = {}
_FIRST = frozenset(title.partition("-")[0] for title in _TITLES)
_SHORT = {"stas": "staatssecretaris"}
_OF_OTHER = re.compile(r"(?:de\s+)?(?P<title>minister|staatssecretaris)(?:\s+\w|\s*\Z)", re.IGNORECASE)
"""The role of one at the table whose office no list has, or is not told: "staatssecretaris Natuur", "minister"."""
_PARAGRAPH = 2000
"""Characters before a bare title in which the office may be named that it means."""
_BARE = re.compile(
    rf"\b(?P<title>(?i:{'|'.join(map(re.escape, _TITLES))}))(?![\w-])"
    r"(?!\s+(?:(?:van|voor|bij|zonder)\b|[A-ZÀ-Þ&]{2,}))"
)


def titled_offices(gazetteer: Gazetteer) -> dict[str, frozenset[str]]:
    """The offices of the gazetteer by the title that their name begins with: "minister" → {"MBZK", "MVRO", …}."""
    offices: dict[str, set[str]] = {}
    for notation, concept in gazetteer.concepts.items():
        title = concept.pref_label.split()[0].lower() if concept.cls == "Office" else ""
        if title in _TITLES:
            offices.setdefault(title, set()).add(notation)
    return {title: frozenset(found) for title, found in offices.items()}


def bearers(
    participants: Iterable[Participant], offices: dict[str, frozenset[str]]
) -> dict[str, frozenset[str | None]]:
    """The seats of those at the table who bear a title, by the title; None stands for one that no list has.

    >>> from lrtgraph.records import Participant, Span
    >>> listed = Participant("Bos", None, "present", Span(0, 3, "Bos"), "staatssecretaris Natuur", "attendance", 0.7)
    >>> bearers([listed], {"staatssecretaris": frozenset({"SJenV"})})
    {'staatssecretaris': frozenset({None})}
    """
    found: dict[str, set[str | None]] = {}
    for one in participants:
        if one.status not in ("present", "replacement"):
            continue
        titles = [title for title, among in offices.items() if one.concept in among]
        told = _OF_OTHER.match(one.role or "")
        for title in titles or ([told["title"].lower()] if told else []):
            found.setdefault(title, set()).add(one.concept)
    return {title: frozenset(seats) for title, seats in found.items()}


def is_anothers(title: str, concept: str, sitting: Mapping[str, Set[str | None]]) -> bool:
    """Whether a bare title means one of those at the table who bear it (`sitting`), and this office is none of theirs.

    >>> is_anothers("Staatssecretaris", "SJenV", {"staatssecretaris": {"SVWS"}})
    True
    """
    return concept not in sitting.get(_SHORT.get(title.lower(), title.lower()), {concept})


def is_another(text: str, match: Match, found: Iterable[Match]) -> bool:
    """Whether a bare title means the office that its paragraph named last, where that is none of the gazetteer's.

    In: the text, the title, and the names found in the text.

    >>> text = "De staatssecretaris van Financiën weigert. De staatssecretaris stuurt een brief."
    >>> is_another(text, Match(46, 62, "SJenV", "name", 0.98, ""), [])
    True
    """
    title = text[match.start : match.end].lower()
    if title not in _TITLES:
        return False
    # Behind a capital, "Minister Van Weel", stands who holds the office and not of what it is.
    full = re.compile(rf"\b{title}\s+(?-i:van|voor)\s+(?:(?:de|het)\s+)?(?-i:[A-ZÀ-Þ])", re.I)
    first = max(0, match.start - _PARAGRAPH)
    named = max((hit.start() for hit in full.finditer(text, first, match.start)), default=None)
    if named is None:
        return False
    ours = (m for m in found if m.concept == match.concept and named <= m.start < match.start)
    return all(text[m.start : m.end].lower() == title for m in ours)


def bare_titles(
    words: Words,
    offices: dict[str, frozenset[str]],
    seated: Set[str],
    named: Set[str],
    seat_of: Callable[[Words, int], str | None],
    *,
    sitting: Mapping[str, Set[str | None]] = _NOBODY,
    anywhere: bool = True,
) -> Iterator[Match]:
    """Bare titles in a text that can mean one office only.

    `seated` are the offices at the table, `named` the concepts that the document surely names, `seat_of` gives the
    seat of the person whose name begins at a word, `sitting` is what `bearers` finds. `anywhere` says whether an
    office of the gazetteer can be meant that is neither at the table nor named.

    >>> offices = {"minister": frozenset({"MBZK", "MVRO"})}
    >>> from lrtgraph.linking.words import read_words
    >>> words = read_words("De minister zegt toe.")
    >>> [m.concept for m in bare_titles(words, offices, {"MBZK", "VNG"}, frozenset(), lambda words, i: None)]
    ['MBZK']
    """
    if _FIRST.isdisjoint(words.folded):
        return
    for hit in _BARE.finditer(words.text):
        title = hit["title"].lower()
        among = offices.get(title, frozenset())
        seat = seat_of(words, words.at(hit.end()))
        if seat in among and seat is not None:
            yield Match(hit.start(), hit.end(), seat, "bare-title", 0.93, "the seat of the person named behind it")
            continue
        told = sitting.get(title, frozenset())
        for group, confidence, why in (
            (told if not told <= among else frozenset(), 0.9, f"the only {title} at the table"),
            (among & seated, 0.9, f"the only {title} at the table"),
            (among & named, 0.8, f"the only {title} whom the document names"),
            (among if anywhere else frozenset[str](), 0.85, f"the only {title} in the gazetteer"),
        ):
            if len(group) == 1 and (only := next(iter(group))) is not None:
                yield Match(hit.start(), hit.end(), only, "bare-title", confidence, why)
            if group:
                break  # several can be meant
