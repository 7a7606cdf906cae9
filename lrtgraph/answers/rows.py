"""What an answer is made of: rows with their evidence, ready for JSON, pandas and notebooks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, ClassVar, Final, Generic, TypeVar, overload

from lrtgraph.answers.quotes import place, readable
from lrtgraph.vocabulary import ID, LRT, local_id

if TYPE_CHECKING:
    import pandas

EXPLAIN = {"explain": True}
"""Metadata of a field that only an explanation shows: which rule, which words, which place."""


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """The words that prove a row: file name, raw offsets, the exact text, and where to look (line from 1, page)."""

    document: str
    start: int
    end: int
    text: str
    line: int | None = None
    page: int | None = None

    @property
    def place(self) -> str:
        """Where it stands, as `document:line`, with the page of a document that has pages.

        >>> Evidence("a.pdf", 0, 3, "VNG", line=1, page=3).place
        'a.pdf:1 (blz. 3)'
        """
        return place(self.document, self.line, self.page)

    def as_json(self, explain: bool = False) -> dict[str, Any]:
        """The published shape; with the line and the page when it must explain itself."""
        row: dict[str, Any] = {"document": self.document, "start": self.start, "end": self.end, "text": self.text}
        return row | {"line": self.line, "page": self.page} if explain else row


@dataclass(frozen=True, slots=True)
class Row:
    """One row of an answer; a subclass adds the fields, and its flat columns in the order for people."""

    columns: ClassVar[tuple[str, ...]] = ()

    def as_json(self, explain: bool = False) -> dict[str, Any]:
        """The row as plain values in its published shape; `explain` adds what only an explanation shows."""
        return {name: plain(getattr(self, name), explain) for name in published(type(self), explain)}


def published(kind: type[Row], explain: bool) -> tuple[str, ...]:
    """The fields of a row's published shape; `explain` adds what only an explanation shows."""
    if (kind, explain) not in _PUBLISHED:
        shown = (each.name for each in fields(kind) if explain or not each.metadata.get("explain"))
        _PUBLISHED[kind, explain] = tuple(shown)
    return _PUBLISHED[kind, explain]


_PUBLISHED: Final[dict[tuple[type[Row], bool], tuple[str, ...]]] = {}  # an answer has thousands of rows


R = TypeVar("R", bound=Row, covariant=True)


class Rows(Sequence[R], Generic[R]):
    """The rows of an answer, in order: a sequence that also shows itself in a notebook and becomes a data frame."""

    def __init__(self, rows: Iterable[R], kind: type[R]) -> None:
        self._rows = tuple(rows)
        self.kind = kind

    @overload
    def __getitem__(self, index: int) -> R: ...
    @overload
    def __getitem__(self, index: slice) -> Rows[R]: ...
    def __getitem__(self, index: int | slice) -> R | Rows[R]:
        return Rows(self._rows[index], self.kind) if isinstance(index, slice) else self._rows[index]

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[R]:
        return iter(self._rows)

    def __eq__(self, other: object) -> bool:
        return self._rows == other._rows if isinstance(other, Rows) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._rows)

    def __repr__(self) -> str:
        return f"Rows({len(self)} × {self.kind.__name__})"

    def as_json(self, explain: bool = False) -> list[dict[str, Any]]:
        """All rows in their published shape."""
        return [row.as_json(explain) for row in self]

    def to_pandas(self) -> pandas.DataFrame:
        """The rows as a data frame, one column a field.

        Raises InputError without pandas, which `pip install 'lrtgraph[pandas]'` brings.
        """
        return _frame(self.as_json(explain=True), [each.name for each in fields(self.kind)])

    def _repr_html_(self) -> str:
        every = self.kind.columns or tuple(each.name for each in fields(self.kind))
        columns = [
            column for column in every if not self or any(_shown(row, column) not in (None, "", ()) for row in self)
        ]
        return _html(columns, ([_shown(row, column) for column in columns] for row in self))


class Table(Sequence[dict[str, Any]]):
    """The rows of a SELECT: mappings from column to Python value, None where a column is empty."""

    def __init__(self, rows: Iterable[dict[str, Any]], columns: Sequence[str]) -> None:
        self._rows = tuple(rows)
        self.columns = tuple(columns)

    @overload
    def __getitem__(self, index: int) -> dict[str, Any]: ...
    @overload
    def __getitem__(self, index: slice) -> Table: ...
    def __getitem__(self, index: int | slice) -> dict[str, Any] | Table:
        return Table(self._rows[index], self.columns) if isinstance(index, slice) else self._rows[index]

    def __len__(self) -> int:
        return len(self._rows)

    def __repr__(self) -> str:
        return f"Table({len(self)} × {', '.join(self.columns)})"

    def to_pandas(self) -> pandas.DataFrame:
        """The rows as a data frame; see `Rows.to_pandas`."""
        return _frame(list(self._rows), list(self.columns))

    def _repr_html_(self) -> str:
        return _html(self.columns, ([row[column] for column in self.columns] for row in self))


def _frame(rows: list[dict[str, Any]], columns: list[str]) -> pandas.DataFrame:
    try:
        from pandas import DataFrame
    except ImportError:
        from lrtgraph.errors import InputError

        raise InputError("for data frames install pandas: pip install 'lrtgraph[pandas]'") from None
    return DataFrame(rows, columns=columns)


def _shown(row: Row, column: str) -> Any:
    """A field as people see it: curated knowledge, which no document proves, has its source as evidence."""
    value = getattr(row, column)
    return value or getattr(row, "source", None) if column == "evidence" else value


def _html(columns: Iterable[str], rows: Iterable[Iterable[Any]]) -> str:
    from html import escape  # only a notebook pays for it

    left = ' style="text-align: left"'  # notebooks set cells to the right, which is for numbers
    head = "".join(f"<th{left}>{escape(column.removesuffix('_label').replace('_', ' '))}</th>" for column in columns)
    body = "".join(
        "<tr>" + "".join(f"<td{left}>{escape(_named(value))}</td>" for value in row) + "</tr>" for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _named(value: Any) -> str:
    """A value with ids and our IRIs as the words they are made of."""
    if isinstance(value, tuple | list):
        named = (_named(part) for part in value)
        return ", ".join(part if " " in part else part.replace("_", " ") for part in named)
    if isinstance(value, str) and value.startswith((ID, LRT)) and " " not in value:
        return local_id(value).replace("_", " ")
    if isinstance(value, str) and value.islower() and value.replace("_", "").isalpha():
        return value.replace("_", " ")  # an act, such as "zegt_toe"
    return show(value)


def plain(value: Any, explain: bool = False) -> Any:
    """A field's value as JSON has it: tuples become lists, evidence and rows become mappings."""
    if value is None or isinstance(value, str | int | float):  # as most are
        return value
    if isinstance(value, Evidence | Row):
        return value.as_json(explain)
    if isinstance(value, tuple | Rows):
        return [plain(part, explain) for part in value]
    return value


def show(value: Any) -> str:
    """A field's value as text for a person.

    >>> show(("VNG", "IPO")), show(None), show(Evidence("a.txt", 0, 3, "VNG", line=1))
    ('VNG, IPO', '', 'a.txt:1 “VNG”')
    """
    if value is None:
        return ""
    if isinstance(value, Evidence):
        return f"{value.place} “{readable(value.text)}”"
    if isinstance(value, tuple | list | Rows):
        return ", ".join(show(part) for part in value)
    return str(value)


def explained(default: Any = None) -> Any:
    """A field that only `explain` shows."""
    return field(default=default, metadata=EXPLAIN)
