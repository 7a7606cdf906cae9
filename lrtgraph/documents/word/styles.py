"""What the styles and lists of a Word document make of its paragraphs: heads, and items with their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from lxml import etree

from lrtgraph.documents.numbering import bullet, shown
from lrtgraph.documents.word.markup import children, find, is_on, tags, value, whole

_LEVEL: Final = re.compile(r"%(\d)")
_HEADING: Final = re.compile(r"(?:heading|kop|title|titel)\s*\d*", re.IGNORECASE)
_CONTENTS: Final = re.compile(r"(?:toc|inhopg)\s*\d+", re.IGNORECASE)


class Styles:
    """Paragraph styles: which are heads, which lines of a table of contents, and which number their paragraphs."""

    def __init__(self, root: etree._Element | None) -> None:
        styles = list(children(root, "style")) if root is not None else []
        self._by_id = {value(style, "styleId"): style for style in styles}

    def _line(self, style: str | None) -> Iterator[etree._Element]:
        """A style and those it is based on."""
        seen: set[str | None] = set()
        while style is not None and style not in seen and style in self._by_id:
            seen.add(style)
            element = self._by_id[style]
            yield element
            style = value(find(element, "basedOn"))

    def _is_called(self, style: str | None, names: re.Pattern[str]) -> bool:
        return any(names.fullmatch(value(find(element, "name")) or "") for element in self._line(style))

    def is_heading(self, style: str | None) -> bool:
        """Whether a style is that of a head."""
        return self._is_called(style, _HEADING)

    def is_contents(self, style: str | None) -> bool:
        """Whether a style is that of a line in a table of contents."""
        return self._is_called(style, _CONTENTS)

    def is_bold(self, paragraph: etree._Element) -> bool:
        """Whether all letters of a paragraph are bold, themselves or by its style."""
        runs = [
            run for run in paragraph.iter(*tags("r")) if any((one.text or "").strip() for one in children(run, "t"))
        ]
        style = value(find(paragraph, "pPr", "pStyle"))
        return bool(runs) and all(is_on(self._weight(run, style)) for run in runs)

    def _weight(self, run: etree._Element, style: str | None) -> etree._Element | None:
        """The switch that says whether a run is bold: its own, else that of its style or its paragraph's."""
        lines = (self._line(value(find(run, "rPr", "rStyle"))), self._line(style))
        given = (find(element, "rPr", "b") for element in (run, *chain(*lines)))
        return next((one for one in given if one is not None), None)

    def numbering(self, properties: etree._Element | None) -> tuple[str, int] | None:
        """The list that a paragraph of these properties is in, itself or by its style, and its depth there."""
        own = find(properties, "numPr")
        styled = (find(element, "pPr", "numPr") for element in self._line(value(find(properties, "pStyle"))))
        given = [one for one in (own, *styled) if one is not None]
        lists = (found for one in given if (found := value(find(one, "numId"))) is not None)
        depths = (found for one in given if (found := value(find(one, "ilvl"))) is not None)
        key = next(lists, None)
        return None if key is None else (key, whole(next(depths, None)))


class Lists:
    """The counters of all lists of a document."""

    def __init__(self, root: etree._Element | None) -> None:
        self._levels: dict[str, dict[int, etree._Element]] = {}
        self._starts: dict[tuple[str, int], int] = {}
        self._counters: dict[str, dict[int, int]] = {}
        self._abstract: dict[str, str] = {}
        if root is None:
            return
        abstracts = list(children(root, "abstractNum"))
        by_style = {style: one for one in abstracts if (style := value(find(one, "styleLink"))) is not None}
        for one in abstracts:
            linked = by_style.get(value(find(one, "numStyleLink")) or "", one)
            levels = {whole(value(level, "ilvl")): level for level in children(linked, "lvl")}
            self._levels[value(one, "abstractNumId") or ""] = levels
        for one in children(root, "num"):
            key = value(one, "numId") or ""
            self._abstract[key] = value(find(one, "abstractNumId")) or ""
            for override in children(one, "lvlOverride"):
                if (start := value(find(override, "startOverride"))) is not None:
                    self._starts[key, whole(value(override, "ilvl"))] = whole(start)

    def marker(self, key: str, depth: int) -> str | None:
        """The marker of the next item of a list at a depth; None where there is no such list."""
        abstract = self._abstract.get(key)
        levels = self._levels.get(abstract or "", {})
        if key == "0" or abstract is None or depth not in levels:
            return None
        level = levels[depth]
        form = value(find(level, "numFmt")) or "decimal"
        words = value(find(level, "lvlText")) or ""
        if form == "bullet":
            return bullet(words)
        counters = self._counters.setdefault(abstract, {})
        if (start := self._starts.pop((key, depth), None)) is not None:  # this list begins anew, once
            counters[depth] = start - 1
        counters[depth] = counters.get(depth, whole(value(find(level, "start")), 1) - 1) + 1
        for deeper in [other for other in counters if other > depth]:
            del counters[deeper]

        def place(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            form = value(find(levels.get(at), "numFmt")) or "decimal"
            return shown(counters.get(at, 1), form)

        return "" if form == "none" else _LEVEL.sub(place, words).strip()
