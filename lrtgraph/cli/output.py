"""Rows as a table, JSON, JSON lines, CSV, TSV or Markdown.

A row is a mapping from column to a value: None, a string, a number, a truth value, a list of them, or a list
of evidence mappings (`document`, `line`, `start`, `end`, `text`). Machine formats go to standard output alone.
Text of documents is hostile: control characters never reach a terminal, markup never reaches rich or Markdown.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Final, TextIO, TypeGuard

from lrtgraph.answers import quotes
from lrtgraph.answers.quotes import no_formula, readable

Row = Mapping[str, Any]

FOR_PEOPLE: Final = ("table", "md")
"""The forms that are read and not taken in by a program."""
# C0 and C1 controls and the bidirectional overrides, which could rewrite what a terminal shows.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_PROOF = "evidence"  # where no row has any there is no such column
_WORDS = "text"
_TITLE = 40  # characters of a document's title beside a quote
_MARKDOWN = re.compile(r"([\\|<>*_`\[\]])")


def emit(
    rows: Iterable[Row],
    columns: Sequence[str],
    form: str,
    *,
    heads: Mapping[str, str] | None = None,
    stream: TextIO | None = None,
    typed: Collection[str] = (),
) -> int:
    """Print rows in one of the forms table, json, jsonl, csv, tsv, md; return how many there were.

    `columns` are those of the flat forms, in their order; JSON prints each row whole. `heads` gives column
    titles for people, the column's own name where it lacks one; a table breaks no word of the columns `typed`.
    What a spreadsheet would take for a formula is text in CSV and TSV.

    >>> emit([{"actor": "SJenV", "roles": ["toezicht", "taak"]}], ["actor", "roles"], "csv")
    actor,roles
    SJenV,toezicht; taak
    1
    """
    out = stream or sys.stdout
    found = list(rows)
    if form == "json":
        out.write(json.dumps([dict(row) for row in found], ensure_ascii=False, indent=1) + "\n")
    elif form == "jsonl":
        out.writelines(json.dumps(dict(row), ensure_ascii=False) + "\n" for row in found)
    elif form in ("csv", "tsv"):
        writer = csv.writer(out, delimiter="\t" if form == "tsv" else ",", lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([_spread(row.get(column)) for column in columns] for row in found)
    elif form == "md":
        _markdown(found, columns, heads or {}, out)
    else:
        _table(found, columns, heads or {}, out, typed)
    return len(found)


def cell(value: Any) -> str:
    """A value as one line of plain text.

    >>> cell([{"document": "a.txt", "line": 3, "text": "VNG  vraagt\\naandacht"}])
    'a.txt:3 “VNG vraagt aandacht”'
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, Mapping):
        quote = cell(value.get("text"))
        return place(value) + (f" “{quote}”" if quote else "")
    if isinstance(value, list | tuple):
        return "; ".join(cell(part) for part in value)
    return clean(str(value))


def _spread(value: Any) -> str:
    """A cell for a spreadsheet; a number may begin with a minus."""
    return cell(value) if isinstance(value, int | float) else no_formula(cell(value))


def clean(text: str) -> str:
    """Text on one line without characters that could steer a terminal."""
    return _CONTROL.sub("�", " ".join(text.split()))


def counted(number: int, noun: str) -> str:
    """A number of things in words.

    >>> counted(1, "warning"), counted(0, "warning"), counted(2, "copy")
    ('1 warning', '0 warnings', '2 copies')
    """
    if number == 1:
        return f"1 {noun}"
    return f"{number} {noun[:-1]}ies" if noun.endswith("y") else f"{number} {noun}s"


def listed(names: Sequence[str], most: int) -> str:
    """Some names, and how many more there are.

    >>> listed(["a.txt", "b.txt", "c.txt"], 2)
    'a.txt, b.txt and 1 more'
    """
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return clean(", ".join(names[:most])) + more


def facts(counts: Mapping[str, int]) -> str:
    """Facts by kind in words.

    >>> facts({"statements": 1, "responsibilities": 2, "attendance": 3})
    '1 statement, 2 responsibilities, 3 attendances'
    """
    nouns = {kind: kind[:-3] + "y" if kind.endswith("ies") else kind.removesuffix("s") for kind in counts}
    return ", ".join(counted(number, nouns[kind]) for kind, number in counts.items())


def place(evidence: Mapping[str, Any]) -> str:
    """Where a quote stands, as `document:line`, with the page, the document's title and its address where known.

    A title that only says the file's name is left out, a long one is cut.

    >>> place({"document": "a.pdf", "line": 8, "page": 2, "url": "https://example.org/a"})
    'a.pdf:8 (blz. 2, https://example.org/a)'
    """
    where = clean(str(evidence.get("document", "")))
    title = clean(str(evidence.get("title") or ""))
    title = title if len(title) <= _TITLE else title[: _TITLE - 1].rstrip() + "…"
    more = [title] if title and title not in where else []
    more += [clean(str(evidence["url"]))] if evidence.get("url") else []
    return quotes.place(where, evidence.get("line"), evidence.get("page"), *more)


def _markdown(rows: Sequence[Row], columns: Sequence[str], heads: Mapping[str, str], out: TextIO) -> None:
    def line(cells: Iterable[str]) -> str:
        return "| " + " | ".join(cells) + " |\n"

    if not rows:
        return
    out.write(line(heads.get(column, column) for column in columns))
    out.write(line("---" for _ in columns))
    for row in rows:
        out.write(line(_MARKDOWN.sub(r"\\\1", _shown(row, column)) for column in columns))


def _table(
    rows: Sequence[Row], columns: Sequence[str], heads: Mapping[str, str], out: TextIO, typed: Collection[str]
) -> None:
    from lrtgraph.cli import table

    if not rows:
        return
    proofs = [column for column in columns if any(_is_evidence(row.get(column)) for row in rows)]
    flat = [column for column in columns if column not in (*proofs, _PROOF)]
    table.write(
        [[_shown(row, column) for column in flat] for row in rows],
        [heads.get(column, column) for column in flat],
        [list(dict.fromkeys(cell(_quoted(part)) for name in proofs for part in row.get(name) or ())) for row in rows],
        out,
        [at for at, column in enumerate(flat) if column in typed],
    )


def _shown(row: Row, column: str) -> str:
    """A cell for people: quotes, and the words of the minutes in the column `text`, without marks."""
    value = row.get(column)
    if _is_evidence(value):
        return cell([_quoted(part) for part in value])
    return cell(readable(value)) if column == _WORDS and isinstance(value, str) else cell(value)


def _quoted(evidence: Mapping[str, Any]) -> Mapping[str, Any]:
    """Evidence with its quote as people read it."""
    return {**evidence, "text": readable(evidence["text"])} if evidence.get("text") else evidence


def _is_evidence(value: Any) -> TypeGuard[list[Mapping[str, Any]]]:
    """Whether a value is a list of evidence, which stands below its row because quotes are long."""
    return isinstance(value, list) and bool(value) and all(isinstance(v, Mapping) and "document" in v for v in value)


def cut(shown: int, *, surely: bool = True) -> str:
    """What to say below rows that are not, or may not be, all.

    >>> cut(20), cut(1, surely=False)
    ('there are more than these 20: --limit 0 gives all', 'there may be more than this one: --limit 0 gives all')
    """
    these = "this one" if shown == 1 else f"these {shown}"
    return f"there {'are' if surely else 'may be'} more than {these}: --limit 0 gives all"


def note(message: str) -> None:
    """Print a remark for a person on standard error, so that machine output stays clean."""
    print(clean(message), file=sys.stderr)
