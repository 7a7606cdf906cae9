"""What was read when, from where and with what: one `prov:Activity` a source path, in the provenance graph.

The journal decides what need not be read again. It is the only part of the graph with a clock in it, and the
only one that holds paths of the machine on which it was made.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, serialize

from lrtgraph import vocabulary as v
from lrtgraph.build.tools import Tools
from lrtgraph.rdf.terms import node, string, term
from lrtgraph.sparql import solutions
from lrtgraph.store import Store

_TROUBLE: Final = "/again"
_SHA, _ERROR, _GENERATED = v.iri("dct:identifier"), v.iri("schema:error"), v.iri("prov:generated")


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of one source path.

    `sha256` is None where its bytes were never read, `error` why it was refused, `fingerprint` what it was read
    with (None: read it again in any case), `maker` whether its graph was made from this path (False for a second
    copy of the same bytes).
    """

    path: str
    sha256: str | None
    fingerprint: str | None
    error: str | None
    maker: bool


class Journal:
    """The entries of a store, by path."""

    def __init__(self, store: Store) -> None:
        self.entries: dict[str, Entry] = {}
        self._holders: dict[str, set[str]] = {}
        paths, *others, generated = (
            _values(store, predicate) for predicate in (v.PATH, _SHA, v.FINGERPRINT, _ERROR, _GENERATED)
        )
        self.troubles: dict[str, str] = {}
        for activity, path in paths.items():
            if activity.endswith(_TROUBLE):
                self.troubles[path] = activity
                continue
            sha, fingerprint, error = (values.get(activity) for values in others)
            self.put(Entry(path, sha, fingerprint, error, activity in generated))

    def put(self, entry: Entry) -> None:
        """Take an entry in place of the one of the same path."""
        self.drop(entry.path)
        self.entries[entry.path] = entry
        if entry.sha256 and entry.error is None:
            self._holders.setdefault(entry.sha256, set()).add(entry.path)

    def drop(self, path: str) -> None:
        """Forget a path."""
        entry = self.entries.pop(path, None)
        if entry is not None and entry.sha256:
            self._holders.get(entry.sha256, set()).discard(path)

    def maker(self, sha256: str) -> Entry | None:
        """The entry of the path from which the graph of these bytes was made."""
        return next((e for path in self.holders(sha256) if (e := self.entries[path]).maker), None)

    def holders(self, sha256: str) -> list[str]:
        """The paths with these bytes that are in the graph, sorted."""
        return sorted(self._holders.get(sha256, ()))


def _values(store: Store, predicate: str) -> dict[str, str]:
    """The value of a property for each activity: one pass over what lies together in the store."""
    rows = solutions(
        store, f"SELECT ?activity ?value WHERE {{ GRAPH <{v.PROVENANCE_GRAPH}> {{ ?activity <{predicate}> ?value }} }}"
    )
    return {row["activity"].value: row["value"].value for row in rows}


def activity_iri(path: str) -> str:
    """The IRI of the activity that read a path."""
    return f"{v.ID}activity/{hashlib.sha256(path.encode('utf-8', 'surrogatepass')).hexdigest()[:24]}"


def now() -> str:
    """This moment, for the provenance graph."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def serialised(quads: Iterable[Quad]) -> bytes:
    """Quads as TriG."""
    return serialize(quads, format=RdfFormat.TRIG) or b""


def trouble(path: str, reason: str, tools: Tools, when: str) -> Iterator[Quad]:
    """The quads of a reading that was to be, of a document whose graph stays as it was."""
    return activity(Entry(path, None, None, reason, maker=False), tools, when, when, activity_iri(path) + _TROUBLE)


def activity(entry: Entry, tools: Tools, started: str, ended: str, iri: str | None = None) -> Iterator[Quad]:
    """The quads of one entry."""
    graph, subject = node(v.PROVENANCE_GRAPH), node(iri or activity_iri(entry.path))
    stamp = term("xsd:dateTime")
    values: list[tuple[str, NamedNode | Literal]] = [
        (v.iri("rdf:type"), term("prov:Activity")),
        (v.PATH, string(entry.path)),
        (v.iri("schema:softwareVersion"), string(tools.version)),
        (v.MODEL, string(tools.model)),
        (v.GAZETTEER_HASH, string(tools.gazetteer)),
        (v.iri("prov:startedAtTime"), Literal(started, datatype=stamp)),
        (v.iri("prov:endedAtTime"), Literal(ended, datatype=stamp)),
    ]
    if entry.sha256:
        values.append((_SHA, string(entry.sha256)))
    if entry.fingerprint:
        values.append((v.FINGERPRINT, string(entry.fingerprint)))
    if entry.error is not None:
        values.append((_ERROR, string(entry.error)))
    elif entry.sha256:
        values.append((v.iri("prov:used"), node(v.document_iri(entry.sha256))))
        if entry.maker:
            values.append((_GENERATED, node(v.graph_iri(entry.sha256))))
    for predicate, value in values:
        yield Quad(subject, node(predicate), value, graph)
