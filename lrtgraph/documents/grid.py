"""Tables: cells that span columns or rows come to stand in each, and a table that lays out a page is text.

What spans rows counts for each of them: a short text (who, when) is repeated in each, a long one is given once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from lrtgraph.documents.flow import Flow
from lrtgraph.dutch.row_labels import are_pairs

_MOST_COLUMNS: Final = 50  # that a cell spans, and in which one may span rows
_TOLD_AGAIN: Final = 40  # characters
_LABELLED: Final = 2  # columns of a table of labels and what stands behind them
_RUNNING: Final = 400  # characters in several paragraphs of one cell: no table of data has them
_FEW: Final = 2


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: what stands in it, how many columns and rows it takes, and whether it goes on from the one above."""

    content: Flow
    columns: int = 1
    rows: int = 1
    goes_on: bool = False


def put_table(flow: Flow, rows: Sequence[Sequence[Cell]]) -> None:
    """Put a table into a flow: as rows, or as the text that it lays out."""
    if max(map(len, rows), default=0) > 1 and not any(_is_running(cell) for row in rows for cell in row):
        for row in _placed(rows):
            _put_row(flow, row)
    else:
        for cells in rows:
            _put_text(flow, cells)


def _is_running(cell: Cell) -> bool:
    """Whether a cell holds text of its own, rather than a datum."""
    paragraphs = cell.content.paragraphs()
    return len(paragraphs) > _FEW and sum(map(len, paragraphs)) > _RUNNING


def _put_row(flow: Flow, row: Sequence[Sequence[str]]) -> None:
    """A row; of a label and several paragraphs, each of these has a line, and of two labels each has a row."""
    if are_pairs([" ".join(paragraphs) for paragraphs in row]):
        for at in range(0, len(row), _LABELLED):
            _put_row(flow, row[at : at + _LABELLED])
    elif len(row) == _LABELLED and len(row[0]) == 1 and row[1]:
        for number, paragraph in enumerate(row[1]):
            flow.row(["" if number else row[0][0], paragraph])
    else:
        flow.row([" ".join(paragraphs) for paragraphs in row])


def _put_text(flow: Flow, cells: Sequence[Cell]) -> None:
    """Cells one after the other; a number or label stands before the text that it belongs to."""
    labels: list[str] = []
    for cell in cells:
        paragraphs = cell.content.paragraphs()
        if len(cells) > 1 and len(paragraphs) == 1 and len(paragraphs[0]) <= _TOLD_AGAIN:
            labels += paragraphs
        else:
            flow.take(cell.content, " ".join(labels))
            labels.clear()
    flow.line("\t".join(labels))


def _placed(rows: Iterable[Sequence[Cell]]) -> Iterator[list[list[str]]]:
    """The paragraphs of each cell in the column in which they are shown."""
    spanning: dict[int, tuple[int, list[str]]] = {}  # column → rows to come, and what they tell again

    def above(column: int) -> Iterator[list[str]]:
        while column < _MOST_COLUMNS and (known := spanning.get(column, (0, [])))[0]:
            spanning[column] = (known[0] - 1, known[1])
            yield known[1]
            column += 1

    for row in rows:
        made: list[list[str]] = []
        for cell in row:
            made += above(len(made))
            paragraphs = cell.content.paragraphs()
            if cell.goes_on:
                paragraphs = spanning.get(len(made), (0, []))[1]
            again = paragraphs if sum(map(len, paragraphs)) <= _TOLD_AGAIN else []
            columns = min(max(cell.columns, 1), _MOST_COLUMNS)
            for column in range(len(made), len(made) + columns):
                spanning[column] = (max(cell.rows, 1) - 1, again)
            made += [paragraphs, *[[]] * (columns - 1 if len(row) > 1 else 0)]
        if made:
            yield [*made, *above(len(made))]
