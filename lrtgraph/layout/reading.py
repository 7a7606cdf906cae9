"""From a document's text to its blocks and its agenda: the stages of the layout, one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set

from lrtgraph.dutch.column_heads import roles_of
from lrtgraph.dutch.redaction import without_grounds
from lrtgraph.layout.attendance.among_items import list_among_items, only_officers, without_list
from lrtgraph.layout.attendance.bullets import without_heads_over_labels, without_label_bullets
from lrtgraph.layout.attendance.entries import Entry
from lrtgraph.layout.attendance.labels import labels
from lrtgraph.layout.attendance.running import part_running_lists
from lrtgraph.layout.attendance.section import find_attendance
from lrtgraph.layout.attendance.tables import is_attendance
from lrtgraph.layout.body import Body
from lrtgraph.layout.bullets import read_marker, trusted, with_lone_bullets
from lrtgraph.layout.contents import announced_agenda, without_agenda
from lrtgraph.layout.flow import Draft, Flow
from lrtgraph.layout.frames import unframed
from lrtgraph.layout.front_matter import front_length, is_paragraph, labelled, unfenced
from lrtgraph.layout.furniture import take_furniture
from lrtgraph.layout.furniture_words import Furniture
from lrtgraph.layout.heads.headings import Heading, find_headings
from lrtgraph.layout.heads.run_in import part_run_in_heads
from lrtgraph.layout.item_times import without_item_times
from lrtgraph.layout.joining import Joiner
from lrtgraph.layout.lexicon import Lexicon
from lrtgraph.layout.lines import Line, right_margin, single_spaced, split_lines
from lrtgraph.layout.margins import part_margin_labels, without_margin_numbers
from lrtgraph.layout.markup.markdown import read_markup
from lrtgraph.layout.paired_labels import part_pairs
from lrtgraph.layout.quoted import unquoted
from lrtgraph.layout.repair import Clean
from lrtgraph.layout.tables.exchanges import spoken_beside
from lrtgraph.layout.tables.items import opens_items
from lrtgraph.layout.tables.lost_columns import find_lost_tables
from lrtgraph.layout.tables.rows import Table
from lrtgraph.layout.tables.tables import find_tables, opens_body
from lrtgraph.records import Block, Document, Layout, Page

_PRESENCE = {"present": "aanwezig", "absent": "afwezig", "replaced": "vervangen", "none": "ondersteuning"}
_NO_HEAD = ("signature", "foot", "contents")
"""Furniture that tells nothing of the meeting as a letterhead does."""
_CELL_SEPARATOR = " | "
_MUCH = 3
"""Paragraphs above the first head that are no foreword but the body itself, in which heads were not known."""
Heads = Mapping[int, tuple[Heading, ...]]
"""Heads by the index of the line that they begin on, those that share it together."""


def read_layout(document: Document, lexicon: Lexicon | None = None) -> Layout:
    """Read a document's blocks and agenda from its text.

    In: the document, and what is known of words and names (default: the packaged word list alone). Out: blocks in
    reading order whose offsets are raw, and agenda items. Any text gives a layout; an empty one gives no blocks.

    >>> text = "1. Opening\\n\\n• VNG stemt\\n  in.\\n\\n2. Sluiting\\n"
    >>> layout = read_layout(Document("a.txt", "", "text/plain", text))
    >>> [(block.kind, block.text) for block in layout.blocks]
    [('heading', 'Opening'), ('bullet', 'VNG stemt in.'), ('heading', 'Sluiting')]
    >>> [(item.number, item.title, item.start, item.end) for item in layout.agenda]
    [('1', 'Opening', 3, 29), ('2', 'Sluiting', 34, 42)]
    """
    markup = read_markup(document)
    if markup is None:
        return _read(document.text, document.pages, {}, lexicon or Lexicon.of(), document.feet)
    return markup.raw(_read(markup.text, markup.pages(document.pages), markup.heads, lexicon or Lexicon.of()))


def _read(
    text: str,
    pages: Sequence[Page],
    levels: Mapping[int, int],
    lexicon: Lexicon,
    feet: Sequence[tuple[int, int]] = (),
) -> Layout:
    """The layout of a text without markup; `levels`: how deep the heads are that markup stated, by their offsets;
    `feet`: what stands at the foot of pages."""
    lines = without_margin_numbers(text, unquoted(text, split_lines(text, pages)))
    lines = part_running_lists(text, lines)
    lines, levels = _timeless(text, lines, levels)
    lines = with_lone_bullets(text, single_spaced(text, lines))
    lines, framed = unframed(text, lines)
    lines = without_label_bullets(text, part_pairs(text, part_run_in_heads(text, lines)))
    levels = without_heads_over_labels(text, lines, levels)
    agenda = announced_agenda(text, lines)
    levels = levels or {lines[index].start: 1 for index in agenda.heads}
    front = front_length(text, without_agenda(lines, agenda), levels)
    lines, furniture = take_furniture(text, lines, front, feet)
    lines = part_margin_labels(text, single_spaced(text, lines), front)
    margin = right_margin(text, lines)
    heads = find_headings(text, lines, margin, front, levels)
    front = _body_start(text, lines, heads, front)
    tables = _stated_tables(text, lines, heads, front)
    lost = _lost_tables(text, lines, heads, front, tables)
    heads = {at: found for at, found in heads.items() if not any(table.first <= at <= table.last for table in lost)}
    tables += lost
    tables += _spoken(text, lines, heads, front, tables)
    lines = unfenced(text, lines, front, tables)
    named = without_grounds(text)
    entries, taken = find_attendance(named, lines, front, tables)
    if only_officers(entries) and (among := list_among_items(text, lines, heads, tables)) is not None:
        label, end = among
        below, lower = find_attendance(named, lines, end, tables, label)
        entries, taken = entries + below, taken | lower
        heads = without_list(heads, label, text, lines[label]) if below else heads
    joiner = Joiner.over(text, [(line.start, line.end) for line in lines if not line.blank], lexicon)
    markers = trusted(
        marker for line in lines if not line.blank and (marker := read_marker(text, line.start, line.end))
    )
    flow = Flow(text, lines, margin, joiner, markers)
    drafts = [_furniture_draft(piece) for piece in _merged(text, furniture)]
    drafts += [_entry_draft(entry) for entry in entries]
    body = Body(text, lines, front, flow)
    _read_body(body, lines, front, heads, tables, taken, framed)
    return Layout(_blocks(drafts + body.drafts, joiner), tuple(body.agenda()))


def _timeless(text: str, lines: Sequence[Line], levels: Mapping[int, int]) -> tuple[list[Line], Mapping[int, int]]:
    """The lines without times beside heads, and how deep heads are by the offsets where their lines now begin."""
    cut = without_item_times(text, lines)
    moved = {before.start: after.start for before, after in zip(lines, cut, strict=True)}
    return cut, {moved.get(start, start): level for start, level in levels.items()}


def _body_start(text: str, lines: Sequence[Line], heads: Heads, front: int) -> int:
    """The first line of the body: its first head, unless a table, what closes the minutes or much text comes before."""
    if not front or (front < len(lines) and opens_body(text, lines[front])):
        return front
    first = min(heads, default=front)
    if sum(is_paragraph(text, lines, index) for index in range(front, first) if lines[index].gap) >= _MUCH:
        return front
    return front if first in heads and heads[first][0].kind == "closing" else first


def _stated_tables(text: str, lines: Sequence[Line], heads: Heads, front: int) -> list[Table]:
    """The tables of the body, and above it those of people and of tasks."""
    fresh = {front} if front < len(lines) and opens_items(text, lines[front]) else set()
    tables = find_tables(text, lines, heads.keys() | set(labelled(text, lines)), fresh)
    return [table for table in tables if table.first >= front or is_attendance(table) or _assigns(table)]


def _spoken(text: str, lines: Sequence[Line], heads: Heads, front: int, tables: Sequence[Table]) -> list[Table]:
    """The remarks of the body that stand in a column beside who speaks, outside the `tables` and the heads."""
    fenced = {index for table in tables for index in range(table.first, table.last + 1)}
    headed = {at for start, found in heads.items() for at in range(start, found[-1].last + 1)}
    return spoken_beside(text, lines, {*range(front), *fenced, *headed})


def _lost_tables(text: str, lines: Sequence[Line], heads: Heads, front: int, tables: Sequence[Table]) -> list[Table]:
    """The tables of the body whose columns were lost, beside the `tables` that are known and between the heads."""
    fenced = {index for table in tables for index in range(table.first, table.last + 1)}
    headed = {at for start, found in heads.items() for at in range(start, found[-1].last + 1)}
    minor = {start for start, found in heads.items() if found[0].kind != "heading"}
    lost = find_lost_tables(text, lines, fenced | (headed - minor), minor)
    return [table for table in lost if table.first >= front]


def _read_body(
    body: Body,
    lines: Sequence[Line],
    front: int,
    heads: Heads,
    tables: Sequence[Table],
    taken: set[int],
    framed: Set[int],
) -> None:
    """Let the body take everything that is neither furniture nor attendance."""
    starts = {table.first: table for table in tables}
    without = not any(found[0].kind == "heading" for found in heads.values())
    index = 0
    while index < len(lines):
        if index in heads:
            body.take_head(heads[index])
            index = heads[index][-1].last + 1
        elif index in starts and index not in taken:
            body.take_table(starts[index], items=without)
            index = starts[index].last + 1
        else:
            if index == front or index in taken:
                body.settle()
            if lines[index].start in framed:
                body.end_section()
            elif not lines[index].blank and index not in taken:
                body.take_line(index)
            index += 1
    body.settle()


def _assigns(table: Table) -> bool:
    """Whether a table says who does what; minutes may open with it."""
    return {"text", "owner"} <= set(roles_of(table.columns))


def _furniture_draft(piece: Furniture) -> Draft:
    return Draft("furniture", [(piece.start, piece.end)], section=piece.kind if piece.kind in _NO_HEAD else None)


def _merged(text: str, furniture: Sequence[Furniture]) -> list[Furniture]:
    """Letterhead lines right under each other make one block."""
    merged: list[Furniture] = []
    for piece in furniture:
        last = merged[-1] if merged else None
        between = text[last.end : piece.start] if last else "x"
        if last and last.kind == piece.kind == "letterhead" and not between.strip() and between.count("\n") <= 1:
            merged[-1] = Furniture(last.start, piece.end, piece.kind)
        else:
            merged.append(piece)
    return merged


def _entry_draft(entry: Entry) -> Draft:
    draft = Draft("attendance", list(entry.spans), marker=entry.label, section=_PRESENCE[labels()[entry.label]])
    if entry.slot:
        draft.cells = [entry.spans, entry.office]
        draft.columns = ("naam", "functie")
    elif entry.group:
        draft.columns = ("groep",)
    return draft


def _blocks(drafts: Iterable[Draft], joiner: Joiner) -> tuple[Block, ...]:
    """Clean the drafts and put them in reading order; those without a character left are dropped."""
    cleaned = [(draft, *_clean(draft, joiner)) for draft in drafts]
    kept = sorted(
        (entry for entry in cleaned if entry[1].text), key=lambda entry: (min(entry[1].offsets), max(entry[1].offsets))
    )
    index = {id(draft): position for position, (draft, _, _) in enumerate(kept)}
    return tuple(
        Block(
            draft.kind,
            clean.text,
            clean.offsets,
            draft.level,
            draft.marker,
            index.get(id(draft.parent)) if draft.parent else None,
            draft.item,
            draft.section,
            cells,
            draft.columns,
        )
        for draft, clean, cells in kept
    )


def _clean(draft: Draft, joiner: Joiner) -> tuple[Clean, tuple[tuple[int, int], ...]]:
    """The draft's cleaned text and the spans of its cells in it."""
    if not draft.cells:
        return joiner.clean(draft.spans), ()
    whole, cells = Clean("", ()), []
    separator = " " if draft.kind == "attendance" else _CELL_SEPARATOR
    for cell in draft.cells:
        part = _joined(cell, joiner)
        if part.text and whole.text:
            whole += Clean(separator, (whole.offsets[-1],) * len(separator))
        cells.append((len(whole.text), len(whole.text) + len(part.text)))
        whole += part
    return whole, tuple(cells)


def _joined(cell: Sequence[tuple[int, int]], joiner: Joiner) -> Clean:
    """A cell's text; what stands before the span that it follows, as a given name behind its surname, is apart."""
    runs: list[list[tuple[int, int]]] = []
    for span in cell:
        if runs and runs[-1][-1][0] <= span[0]:
            runs[-1].append(span)
        else:
            runs.append([span])
    whole = Clean("", ())
    for part in map(joiner.clean, runs):
        if whole.text and part.text:
            whole += Clean(" ", (whole.offsets[-1],))
        whole += part
    return whole
