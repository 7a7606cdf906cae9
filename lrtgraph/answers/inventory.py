"""What a graph holds: its documents, what was refused, how many facts of each kind, and where it has gaps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from pyoxigraph import Literal, NamedNode, QuerySolution

from lrtgraph import vocabulary as v
from lrtgraph.sparql import solutions
from lrtgraph.store import Store

_KINDS: Final[Mapping[str, str]] = {
    "mentions": v.MENTION,
    "attendance": v.ATTENDANCE,
    "outcomes": v.OUTCOME,
    "statements": v.STATEMENT,
    "targets": v.TARGET,
    "responsibilities": v.RESPONSIBILITY,
}

_COUNTS: Final = f"""
SELECT ?cls (COUNT(DISTINCT ?node) AS ?n) WHERE {{
  {{ VALUES ?cls {{ {" ".join(f"<{cls}>" for cls in _KINDS.values())} }}
    {{ SELECT DISTINCT ?node WHERE {{ ?node <{v.SOURCE_DOCUMENT}> ?document }} }}
    {{ SELECT ?node ?cls WHERE {{ ?node a ?cls }} }} }}
  UNION {{ VALUES ?cls {{ <{v.MEETING}> }} ?node a ?cls }}
  UNION {{ ?document <{v.REPORTS_ON}> ?node BIND(<{v.REPORTS_ON}> AS ?cls) }}
}} GROUP BY ?cls"""

_FACTS: Final = f"""
SELECT ?document (COUNT(DISTINCT ?fact) AS ?n) WHERE {{
  {{ SELECT ?fact WHERE {{ ?fact a <%s> }} }}
  {{ SELECT ?fact ?document WHERE {{ ?fact <{v.SOURCE_DOCUMENT}> ?document }} }}
}} GROUP BY ?document"""

_DOCUMENTS: Final = f"""
SELECT DISTINCT ?document ?name ?kind ?title ?url ?body ?date ?earliest ?latest WHERE {{
  ?document a <{v.DOCUMENT}> ; <{v.iri("rdfs:label")}> ?name ; <{v.REPORTS_ON}> ?meeting .
  OPTIONAL {{ ?document <{v.iri("dct:type")}> ?kind }}
  OPTIONAL {{ ?document <{v.iri("dct:title")}> ?title }}
  OPTIONAL {{ ?document <{v.iri("dct:source")}> ?url }}
  OPTIONAL {{ ?meeting <{v.BODY_OF}>/<{v.iri("skos:notation")}> ?body }}
  OPTIONAL {{ ?meeting <{v.DATE}> ?date }}
  OPTIONAL {{ ?meeting <{v.EARLIEST}> ?earliest }}
  OPTIONAL {{ ?meeting <{v.LATEST}> ?latest }}
}} ORDER BY ?name ?document"""

_SOURCES: Final = f"""
SELECT ?path ?sha ?error ?ended ?version ?model WHERE {{
  GRAPH <{v.PROVENANCE_GRAPH}> {{
    ?activity <{v.PATH}> ?path ; <{v.iri("prov:endedAtTime")}> ?ended ;
      <{v.iri("schema:softwareVersion")}> ?version ; <{v.MODEL}> ?model .
    OPTIONAL {{ ?activity <{v.iri("dct:identifier")}> ?sha }}
    OPTIONAL {{ ?activity <{v.iri("schema:error")}> ?error }}
  }}
}} ORDER BY ?path"""


MINUTES: Final = "verslag"
_ONE_DAY: Final = 20  # more documents of one day than a meeting has are not held against each other
_SAME: Final = 0.8  # of their phrases: minutes in two formats have nine in ten, two reports of a meeting few


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document of the graph: dates are ISO, `earliest` and `latest` bound an unknown date.

    `kind` is "verslag" for minutes, else "agenda", "notitie", "uitnodiging" or "brief".
    """

    name: str
    kind: str
    sha256: str
    title: str | None
    url: str | None
    body: str | None
    date: str | None
    earliest: str | None
    latest: str | None
    statements: int
    outcomes: int


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A path that a build read, when (ISO time), and why it was refused if it was."""

    path: str
    sha256: str | None
    error: str | None
    read: str
    version: str
    model: str


@dataclass(frozen=True, slots=True)
class Status:
    """The graph in figures. `facts` counts by kind; the gaps are names of documents.

    Of the `meetings`, `reported` are those that a document is about; the others are mentioned only, as when minutes
    approve those of an earlier meeting. `papers` are the documents that are no minutes, by kind: they give no outcomes,
    statements or attendance. `alike` are documents of one day with nearly the same text: their facts count
    twice.
    """

    documents: int
    meetings: int
    reported: int
    facts: Mapping[str, int]
    refused: int
    last_build: str | None
    without_date: tuple[str, ...]
    without_speaker: tuple[str, ...]
    papers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    alike: tuple[tuple[str, ...], ...] = ()


def status(store: Store) -> Status:
    """The graph in figures, with its gaps: documents without a date, and without any recognised speaker."""
    counts = {text(row, "cls"): int(text(row, "n") or 0) for row in solutions(store, _COUNTS)}
    listed, read = documents(store), sources(store)
    return Status(
        documents=len(listed),
        meetings=counts.get(v.MEETING, 0),
        reported=counts.get(v.REPORTS_ON, 0),
        facts={kind: counts.get(cls, 0) for kind, cls in _KINDS.items()},
        refused=sum(source.error is not None for source in read),
        last_build=max((source.read for source in read), default=None),
        without_date=tuple(row.name for row in listed if row.date is None and row.kind != "brief"),
        without_speaker=tuple(row.name for row in listed if row.statements == 0 and row.kind == MINUTES),
        papers=_papers(listed),
        alike=tuple(alike(store, listed)),
    )


def _papers(listed: Iterable[DocumentRow]) -> dict[str, tuple[str, ...]]:
    """The names of the documents that are no minutes, by kind."""
    found: dict[str, tuple[str, ...]] = {}
    for row in listed:
        if row.kind != MINUTES:
            found[row.kind] = (*found.get(row.kind, ()), row.name)
    return dict(sorted(found.items()))


def alike(store: Store, listed: Iterable[DocumentRow]) -> Iterator[tuple[str, ...]]:
    """The names of documents that say nearly the same of a meeting on one day, such as a PDF and its source."""
    by_day: dict[tuple[str | None, ...], list[DocumentRow]] = {}
    for row in listed:
        if row.latest:
            by_day.setdefault((row.date, row.earliest, row.latest), []).append(row)
    for rows in by_day.values():
        if 1 < len(rows) <= _ONE_DAY:
            yield from _alike({row: _phrases(store, row.sha256) for row in rows})


def _alike(phrases: dict[DocumentRow, set[tuple[str, ...]]]) -> Iterator[tuple[str, ...]]:
    left = list(phrases)
    while left:
        first = left.pop(0)
        same = [row for row in left if _overlap(phrases[first], phrases[row]) >= _SAME]
        left = [row for row in left if row not in same]
        if same:
            yield tuple(row.name for row in (first, *same))


def _overlap(one: set[tuple[str, ...]], other: set[tuple[str, ...]]) -> float:
    """How much of the longer of two texts stands in the other."""
    return len(one & other) / max(len(one), len(other), 1)


def _phrases(store: Store, sha256: str) -> set[tuple[str, ...]]:
    """All runs of three words of a document, whatever stands between them."""
    found = solutions(store, f"SELECT ?text WHERE {{ <{v.document_iri(sha256)}> <{v.iri('nif:isString')}> ?text }}")
    words = re.findall(r"\w+", " ".join(text(row, "text") or "" for row in found).lower())
    return set(zip(words, words[1:], words[2:], strict=False))


def documents(store: Store) -> tuple[DocumentRow, ...]:
    """The documents of the graph, by name."""
    statements, outcomes = (_by_document(store, cls) for cls in (v.STATEMENT, v.OUTCOME))
    return tuple(
        DocumentRow(
            name=text(row, "name") or "",
            kind=(text(row, "kind") or MINUTES).rpartition("/")[2],
            sha256=(text(row, "document") or "").rpartition("/")[2],
            title=text(row, "title"),
            url=text(row, "url"),
            body=text(row, "body"),
            date=text(row, "date"),
            earliest=text(row, "earliest"),
            latest=text(row, "latest"),
            statements=statements.get(text(row, "document"), 0),
            outcomes=outcomes.get(text(row, "document"), 0),
        )
        for row in solutions(store, _DOCUMENTS)
    )


def sources(store: Store) -> tuple[SourceRow, ...]:
    """The paths that builds read into the graph or refused, by path."""
    return tuple(
        SourceRow(
            path=text(row, "path") or "",
            sha256=text(row, "sha"),
            error=text(row, "error"),
            read=text(row, "ended") or "",
            version=text(row, "version") or "",
            model=text(row, "model") or "",
        )
        for row in solutions(store, _SOURCES)
    )


def _by_document(store: Store, cls: str) -> dict[str | None, int]:
    """How many facts of a class each document has, by the document's IRI."""
    return {text(row, "document"): int(text(row, "n") or 0) for row in solutions(store, _FACTS % cls)}


def text(row: QuerySolution, name: str) -> str | None:
    """A variable's value in a row as a string; None where it has none."""
    value = row[name]
    return value.value if isinstance(value, Literal | NamedNode) else None
