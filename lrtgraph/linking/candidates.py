"""Names that look like actors or instruments and that the gazetteer lacks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from lrtgraph.records import Candidate, Document, Layout

if TYPE_CHECKING:
    from lrtgraph.linking.acronyms import Definition
    from lrtgraph.linking.matcher import Match
    from lrtgraph.linking.words import Words


def candidates(
    document: Document,
    layout: Layout,
    words: Sequence[Words],
    chosen: Sequence[Sequence[Match]],
    unknown: dict[int, tuple[Definition, ...]],
    is_name: Callable[[str], bool],
) -> tuple[Candidate, ...]:
    return ()
