"""Parts of an item that letters count: "a. Uitvoering Spreidingswet" over what was said of it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lrtgraph.layout.page import ENDED, Heading, Page

_LETTER = re.compile(r"\(?(?P<letter>[a-z])\s?[.)]")
_SIGNS = frozenset(":;|\t")
_LEAST = 2
"""Parts of an item that make letters its style; one alone may be a point of a list."""
_MOST_WORDS = 8
_SHORT = 0.7
"""Of the margin: a line that ends before it was not wrapped there."""


def lettered_parts(page: Page, heads: Mapping[int, tuple[Heading, ...]]) -> dict[int, tuple[Heading, ...]]:
    """The lettered lines that are heads of parts of an item, as subheads, by the index of their line.

    In: the page and the heads of its items. A list has its points under each other ("a. VNG stuurt cijfers"); a part
    has text of its own, without a marker, under a title without a full stop, and comes with the next letter.
    """
    found: dict[int, tuple[Heading, ...]] = {}
    run: list[tuple[int, Heading]] = []
    for index in page.filled:
        if index in heads:
            found |= _parts(run)
            run = []
        elif (part := _part(page, index)) is not None and part.marker == _next(run):
            run.append((index, part))
    return found | _parts(run)


def _parts(run: list[tuple[int, Heading]]) -> dict[int, tuple[Heading, ...]]:
    return {index: (part,) for index, part in run} if len(run) >= _LEAST else {}


def _next(run: list[tuple[int, Heading]]) -> str:
    return chr(ord("a") + len(run))


def _part(page: Page, index: int) -> Heading | None:
    """A lettered line as a head, its marker the bare letter; None where it is none."""
    marker, after, line = page.marker(index), page.after(index), page.lines[index]
    letter = _LETTER.fullmatch(marker.text) if marker is not None and marker.kind in ("alpha", "letter") else None
    if marker is None or letter is None or after is None or page.marker(after) is not None:
        return None
    title = page.body(index)[marker.width :]
    titled = title[:1].isupper() and not ENDED.search(title) and _SIGNS.isdisjoint(title)
    short = len(title.split()) <= _MOST_WORDS and (page.margin == 0 or line.right < _SHORT * page.margin)
    text = page.body(after)[0].isupper() and page.starts_text(after)
    if not (titled and short and text):
        return None
    return Heading("subheading", None, ((line.start + marker.width, line.end),), index, letter["letter"])
