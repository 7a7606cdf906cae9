"""What a figure is about that its sentence does not name: as the figure before it, or what its agenda item is about.

"Er zijn 320 plekken in doorstroomlocaties. Doel is 5.000 plekken" counts the same places twice, and under the title
"Spreidingswet" so does "De opgave blijft 96.000 plekken".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from lrtgraph.records import Target

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading

_NEVER = frozenset({"procent", "weken", "dagen", "maanden", "jaar"})
_WIDE = frozenset({"vergunninghouders", "asielzoekers"})
_TITLES = frozenset({"heading", "subheading"})
_PLACES = ("place:", "gemeente:", "provincie:")


def with_subjects(reading: Reading, found: Iterable[tuple[int, Target]]) -> Iterator[Target]:
    """Targets with what they are about, also where only what stands before them tells it.

    In: each target with the index of its block, in the order of the text. A target that names what it is about keeps
    that; another takes it from the last one of its paragraph that counts the same, else from the title of its item
    where that names one thing.
    """

    @cache
    def titled(item: int | None) -> tuple[str, ...]:
        return _titled(reading, item)

    last: dict[str | None, tuple[str, ...]] = {}
    paragraph = -1
    for block, target in found:
        if block != paragraph:
            last, paragraph = {}, block
        own = _subjects(target.about)
        if not own:
            more = last.get(target.unit) or (titled(target.item) if _takes_title(target) else ())
            target = replace(target, about=tuple(dict.fromkeys((*target.about, *more))))
        last[target.unit] = _subjects(target.about)
        yield target


def _subjects(about: Iterable[str]) -> tuple[str, ...]:
    """What is counted or done, without the places where."""
    return tuple(concept for concept in about if not concept.startswith(_PLACES))


def _takes_title(target: Target) -> bool:
    """Whether a figure can count what its item is about: no share of something, nor a time."""
    return target.item is not None and target.unit not in _NEVER


def _titled(reading: Reading, item: int | None) -> tuple[str, ...]:
    """What the title of an agenda item names, where that is one thing: an instrument that is no mere plan on paper,
    or a small group, for of all asylum seekers and permit holders every item tells."""
    blocks = enumerate(reading.layout.blocks)
    titles = [index for index, block in blocks if block.item == item and block.kind in _TITLES]
    named = (concept for index in titles[:1] for concept in reading.concepts_in(index))
    told = tuple(dict.fromkeys(c for c in named if not reading.is_actor(c) and not c.startswith(_PLACES)))
    known = reading.gazetteer.concepts
    wide = [c for c in told if c in _WIDE or (c in known and known[c].cls == "Plan")]
    return told if len(told) == 1 and not wide else ()
