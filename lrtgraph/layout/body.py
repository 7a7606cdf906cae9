"""The body of minutes: running text, tables and heads in their order, each under its item of the agenda."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from lrtgraph.layout.flow import Draft, Flow
from lrtgraph.layout.front_matter import letterhead_drafts
from lrtgraph.layout.heads.headings import Heading
from lrtgraph.layout.joining import joined_title
from lrtgraph.layout.lines import Line
from lrtgraph.layout.tables.items import Part, parts, topic_column
from lrtgraph.layout.tables.rows import Table
from lrtgraph.records import AgendaItem

_LEAST_ALIKE = 3
"""Items with the same number that make it no number of theirs; fewer may be an annex's own."""


class Body:
    """Takes heads, tables and lines in the order of the text, and keeps what they make: `drafts` and the agenda."""

    def __init__(self, text: str, lines: Sequence[Line], front: int, flow: Flow) -> None:
        self._text, self._lines, self._front, self._flow = text, lines, front, flow
        self.drafts: list[Draft] = []
        self._items: list[tuple[Heading, list[Draft]]] = []
        self._item: int | None = None
        self._section: str | None = None
        self._stretch: list[int] = []

    def take_line(self, index: int) -> None:
        """A line of running text, by its index."""
        self._stretch.append(index)

    def settle(self) -> None:
        """The stretch of running text ends here."""
        in_front = bool(self._stretch) and self._stretch[0] < self._front
        self._keep(
            letterhead_drafts(self._text, self._lines, self._stretch, self._flow)
            if in_front
            else self._flow.read(self._stretch)
        )
        self._stretch.clear()

    def end_section(self) -> None:
        """What a head inside the item began ends here."""
        self.settle()
        self._section = None

    def take_head(self, found: Sequence[Heading]) -> None:
        """A head, or several items that one head fuses."""
        self.settle()
        if found[0].kind == "heading":
            self._item, self._section = len(self._items), None
            self._items += [(head, []) for head in found]
            for offset, head in enumerate(found):
                self.drafts.append(Draft("heading", list(head.spans), marker=head.marker, item=self._item + offset))
        else:
            self._item = None if found[0].kind == "closing" else self._item
            self._section = joined_title(self._text, found[0].spans).rstrip(" :").lower()
            self._keep([Draft("subheading", list(found[0].spans), marker=found[0].marker)])

    def take_table(self, table: Table, *, items: bool) -> None:
        """A table; with `items`, one of topics is the agenda."""
        self.settle()
        if table.head:
            self._keep([Draft("subheading", list(table.head))])
        if table.exchange:
            self._keep(Draft("paragraph", [], cells=list(row.cells)) for row in table.rows)
            return
        column = topic_column(self._text, table) if items else None
        if column is not None:
            for position, part in enumerate(parts(self._text, table, column)):
                self._take_part(part, table.first + position)
            self._item = self._section = None  # what stands below a table is not in its last row
            return
        for row in table.rows:
            if row.group:
                self._keep([Draft("subheading", [row.group])])
            self._keep([Draft("row", [], marker=row.marker, cells=list(row.cells), columns=table.columns)])

    def _take_part(self, part: Part, line: int) -> None:
        if part.topic:
            number = part.number.strip(" .):") if part.number else None
            self.take_head([Heading("heading", number or None, part.topic, line, part.number)])
        self._keep(Draft("paragraph", list(cell)) for cell in part.said)
        self._keep(Draft("row", [], cells=list(row.cells), columns=columns) for row, columns in part.settled)

    def _keep(self, made: Iterable[Draft]) -> None:
        for draft in made:
            draft.item, draft.section = self._item, self._section
            self.drafts.append(draft)
            if self._item is not None:
                self._items[self._item][1].append(draft)

    def agenda(self) -> Iterator[AgendaItem]:
        """Each item from its title to the end of its body; items fused in one head share their body."""
        ends: defaultdict[int, int] = defaultdict(int)
        for head, made in self._items:
            ends[head.last] = max(ends[head.last], head.spans[-1][1], *(draft.end for draft in made))
        for above, below in self._nested():
            ends[above.last] = max(ends[above.last], ends[below.last])
        numbers = _counted([head.number for head, _ in self._items])
        for (head, _), number in zip(self._items, numbers, strict=True):
            yield AgendaItem(number, joined_title(self._text, head.spans), head.spans[0][0], ends[head.last])

    def _nested(self) -> Iterator[tuple[Heading, Heading]]:
        """Each item with the item right above it that it is a part of, the last one first."""
        above: list[Heading] = []
        found: list[tuple[Heading, Heading]] = []
        for head, _ in self._items:
            while above and above[-1].level >= head.level:
                above.pop()
            if above:
                found.append((above[-1], head))
            above.append(head)
        return reversed(found)


def _counted(numbers: Sequence[str | None]) -> list[str | None]:
    """The numbers of items as a reader sees them: where each is "1.", whoever shows the list counts them.

    >>> _counted(["1", "1", None, "1"]), _counted(["1", "2", "1"]), _counted(["1", "1"])
    (['1', '2', None, '3'], ['1', '2', '1'], ['1', '1'])
    """
    given = [number for number in numbers if number is not None]
    if len(given) < _LEAST_ALIKE or set(given) != {"1"}:
        return list(numbers)
    count = iter(range(1, len(given) + 1))
    return [None if number is None else str(next(count)) for number in numbers]
