"""The short edges: made from facts by the CONSTRUCT rules in `queries/derive/`, kept in one graph of their own.

Each edge stands twice in the derived graph: as a plain triple for people who browse, and as a node that says which
rule made it, from which facts (`lrt:derivedFrom`) of which document. Whoever changes a document's graph puts it on
the waiting list (`changed`) in the same transaction; `derive` works off the list, so that a build that was ended
half-way loses nothing.

A rule looks at one document at a time. Where its edges reach into other documents, the query of the same name in
`queries/derive/reach/` says whose edges change when a document comes in.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from functools import cache
from typing import Final

import pyoxigraph as ox

from lrtgraph import vocabulary as v
from lrtgraph.resources import resource
from lrtgraph.sparql import bind, marks
from lrtgraph.store import Store

PART: Final = 100  # documents whose edges are made at a time
SHARE: Final = 20  # from a twentieth of all documents on, making every edge again costs less than mending

GRAPH: Final = ox.NamedNode(v.DERIVED_GRAPH)
WAITING: Final = (v.PROVENANCE_GRAPH, v.DERIVED_GRAPH)  # where the waiting list stands: graph and subject
TYPE, SUBJECT, PREDICATE, OBJECT = (
    ox.NamedNode(v.iri(f"rdf:{name}")) for name in ("type", "subject", "predicate", "object")
)
RULE, DOCUMENT = ox.NamedNode(v.RULE), ox.NamedNode(v.SOURCE_DOCUMENT)
OTHER: Final = ox.NamedNode(v.iri("prov:wasDerivedFrom"))


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its CONSTRUCT, and the SELECT of the documents it reaches where it has one."""

    name: str
    construct: str
    reach: str | None

    @property
    def is_local(self) -> bool:
        """Whether its edges rest on documents at all; those that do not rest on the gazetteer's knowledge."""
        return "document" in marks(self.construct)


@dataclass(frozen=True, slots=True)
class Derived:
    """What a run did: the number of edges made and taken away."""

    made: int
    gone: int


@cache
def rules() -> tuple[Rule, ...]:
    """All rules by name."""
    folder = resource("queries", "derive")
    found = []
    for path in sorted(folder.glob("*.rq")):
        reach = folder / "reach" / path.name
        text = reach.read_text(encoding="utf-8") if reach.is_file() else None
        found.append(Rule(path.stem, path.read_text(encoding="utf-8"), text))
    return tuple(found)


def changed(sha256: Iterable[str]) -> Iterator[ox.Quad]:
    """The quads that put documents, by the hash of their bytes, on the waiting list."""
    graph, subject = map(ox.NamedNode, WAITING)
    for sha in sha256:
        yield ox.Quad(subject, ox.NamedNode(v.AWAITS), ox.NamedNode(v.document_iri(sha)), graph)


def derive(store: Store, *, everything: bool = False) -> Derived:
    """Bring the derived graph up to date with the documents on the waiting list, or make it anew.

    The result is the same either way, whatever the order in which documents came in.

    Raises StoreError where the graph cannot be written.
    """
    waiting = _values(store, _WAITING)
    documents = _values(store, _DOCUMENTS)
    if everything or (waiting and len(waiting) * SHARE > len(documents)):
        return _remake(store, documents)
    return _mend(store, waiting, documents)


def _remake(store: Store, documents: Set[str]) -> Derived:
    """Make every edge anew, rule by rule; ended half-way, all documents stay on the waiting list."""
    graph, subject = map(ox.NamedNode, WAITING)
    awaits = ox.NamedNode(v.AWAITS)
    queue = [ox.Quad(subject, awaits, ox.NamedNode(iri), graph) for iri in sorted(documents)]
    store.replace([v.DERIVED_GRAPH], queue, [WAITING])
    made = 0
    for rule in rules():
        for part in _parts(rule, documents):
            edges = _edges(store, rule, part)
            made += len(edges)
            store.replace([], _as_quads(edges))
    store.replace([], [], [WAITING])
    return Derived(made, 0)


def _parts(rule: Rule, documents: Set[str]) -> list[Set[str]]:
    """The documents in parts whose edges fit in memory together; for a rule that rests on none, one part."""
    ordered = sorted(documents)
    return [set(ordered[k : k + PART]) for k in range(0, len(ordered), PART)] if rule.is_local else [documents]


Node = ox.NamedNode | ox.BlankNode
Edge = tuple[ox.Triple, ...]
"""The triples of one edge's node, sorted."""


def _mend(store: Store, waiting: Set[str], documents: Set[str]) -> Derived:
    """Make again the edges of the documents on the list, and of those they reach."""
    old = _known_edges(store, _OF_DOCUMENTS, waiting)
    new: dict[str, Edge] = {}
    for rule in rules():
        homes = waiting
        if not rule.is_local:
            old |= _known_edges(store, _OF_RULE, [ox.Literal(rule.name)])
        elif rule.reach is not None:
            homes = waiting | _reached(store, rule.reach, waiting & documents) | _values(store, _RESTING, waiting)
            old |= _of_rule(rule, _known_edges(store, _OF_DOCUMENTS, homes - waiting))
        new |= _edges(store, rule, homes & documents)
    if old == new and not waiting:
        return Derived(0, 0)
    _write(store, old, new)
    return Derived(len(new.keys() - old.keys()), len(old.keys() - new.keys()))


def _of_rule(rule: Rule, edges: dict[str, Edge]) -> dict[str, Edge]:
    name = ox.Literal(rule.name)
    return {iri: edge for iri, edge in edges.items() if any(t.predicate == RULE and t.object == name for t in edge)}


def _edges(store: Store, rule: Rule, documents: Set[str] | None = None) -> dict[str, Edge]:
    """The edges that a rule makes of some documents (None: of all), by the IRI of their nodes."""
    if rule.is_local and documents is not None:
        if not documents:
            return {}
        values = {"document": [ox.NamedNode(iri) for iri in sorted(documents)]}
    else:
        values = {}
    answer = store.query(bind(rule.construct, values))
    assert isinstance(answer, ox.QueryTriples)
    return _named(answer)


def _named(triples: Iterable[ox.Triple]) -> dict[str, Edge]:
    """Name the blank nodes of a rule's answer by what they say; nodes that say the same become one."""
    nodes: defaultdict[ox.BlankNode, list[ox.Triple]] = defaultdict(list)
    for triple in triples:
        if isinstance(triple.subject, ox.BlankNode):
            nodes[triple.subject].append(triple)
    merged: defaultdict[str, set[ox.Triple]] = defaultdict(set)
    for properties in nodes.values():
        key = sorted(str(t) for t in properties if t.predicate in (SUBJECT, PREDICATE, OBJECT, RULE, DOCUMENT))
        iri = f"{v.ID}edge/{hashlib.sha256(chr(10).join(_without_subject(key)).encode()).hexdigest()[:24]}"
        merged[iri].update(ox.Triple(ox.NamedNode(iri), t.predicate, t.object) for t in properties)
    return {iri: tuple(sorted(found, key=str)) for iri, found in merged.items()}


def _without_subject(lines: Iterable[str]) -> Iterator[str]:
    return (line.partition(" ")[2] for line in lines)


def _plain(edge: Edge) -> ox.Triple:
    """The short edge that a node stands for."""
    parts = {triple.predicate: triple.object for triple in edge}
    return ox.Triple(parts[SUBJECT], parts[PREDICATE], parts[OBJECT])  # type: ignore[arg-type]


def _as_quads(edges: dict[str, Edge]) -> list[ox.Quad]:
    plain = {_plain(edge) for edge in edges.values()}
    triples = [*plain, *(triple for edge in edges.values() for triple in edge)]
    return [ox.Quad(t.subject, t.predicate, t.object, GRAPH) for t in sorted(triples, key=str)]


def _write(store: Store, old: dict[str, Edge], new: dict[str, Edge]) -> None:
    """Write the difference and empty the waiting list, in one transaction.

    A plain edge goes when no node stands for it any more, here or elsewhere in the graph.
    """
    before = {triple for edge in old.values() for triple in edge}
    after = {triple for edge in new.values() for triple in edge}
    plain = {_plain(edge) for edge in new.values()}
    orphans = {_plain(edge) for edge in old.values()} - plain
    orphans -= {edge for edge in orphans if _stands_elsewhere(store, edge, old)}
    parts = [f"DELETE WHERE {{ GRAPH <{WAITING[0]}> {{ <{WAITING[1]}> ?p ?o }} }}"]
    for verb, triples in (("DELETE", before - after | orphans), ("INSERT", after - before | plain)):
        if triples:
            body = "\n".join(f"{t.subject} {t.predicate} {t.object} ." for t in sorted(triples, key=str))
            parts.append(f"{verb} DATA {{ GRAPH {GRAPH} {{\n{body}\n}} }}")
    store.update(" ;\n".join(parts))


def _stands_elsewhere(store: Store, edge: ox.Triple, old: dict[str, Edge]) -> bool:
    query = f"SELECT ?value WHERE {{ GRAPH {GRAPH} {{ ?value {SUBJECT} {edge.subject} ; {PREDICATE} {edge.predicate} ; "
    return bool(_values(store, query + f"{OBJECT} {edge.object} }} }}") - old.keys())


_WAITING: Final = f"SELECT ?value WHERE {{ GRAPH <{WAITING[0]}> {{ <{WAITING[1]}> <{v.AWAITS}> ?value }} }}"
_DOCUMENTS: Final = f"SELECT ?value WHERE {{ ?value a <{v.DOCUMENT}> }}"
_RESTING: Final = f"""SELECT DISTINCT ?value WHERE {{
  #@bind key
  GRAPH {GRAPH} {{ ?edge {OTHER} ?key ; {DOCUMENT} ?value }}
}}"""
_OF_DOCUMENTS: Final = f"""SELECT ?edge ?p ?o WHERE {{
  #@bind key
  GRAPH {GRAPH} {{ ?edge {DOCUMENT} ?key ; ?p ?o }}
}}"""
_OF_RULE: Final = f"""SELECT ?edge ?p ?o WHERE {{
  #@bind key
  GRAPH {GRAPH} {{ ?edge {RULE} ?key ; ?p ?o }}
}}"""


def _values(store: Store, query: str, keys: Set[str] | None = None) -> set[str]:
    """The IRIs that a query gives as `?value`, for these keys where it has a place for them."""
    if keys is not None:
        if not keys:
            return set()
        query = bind(query, {"key": [ox.NamedNode(key) for key in sorted(keys)]})
    rows = store.query(query)
    assert isinstance(rows, ox.QuerySolutions)
    return {row["value"].value for row in rows}


def _reached(store: Store, query: str, documents: Set[str]) -> set[str]:
    """The other documents whose edges change with these."""
    if not documents:
        return set()
    rows = store.query(bind(query, {"document": [ox.NamedNode(iri) for iri in sorted(documents)]}))
    assert isinstance(rows, ox.QuerySolutions)
    return {row["reached"].value for row in rows}


def _known_edges(store: Store, query: str, keys: Iterable[str | ox.Literal]) -> dict[str, Edge]:
    """The edges in the derived graph that a query finds by key: IRIs or literals."""
    found: defaultdict[str, list[ox.Triple]] = defaultdict(list)
    wanted = [ox.NamedNode(key) if isinstance(key, str) else key for key in keys]
    if not wanted:
        return {}
    rows = store.query(bind(query, {"key": wanted}))
    assert isinstance(rows, ox.QuerySolutions)
    for row in rows:
        found[row["edge"].value].append(ox.Triple(row["edge"], row["p"], row["o"]))
    return {iri: tuple(sorted(triples, key=str)) for iri, triples in found.items()}
