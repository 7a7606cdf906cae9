"""Working off the waiting list: what changed is derived again, and nothing else.

Documents come first: their edges are made from their quads, and the threads that they were or are in go on the list.
Then threads, in which outcomes follow each other from document to document and are reported on, and positions change.
What is done goes from the list last, so that a run that is ended at any moment loses nothing and is done again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from lrtgraph import vocabulary as v
from lrtgraph.derivation.edges import (
    CHANGED_FROM,
    DOCUMENT,
    GRAPH,
    OBJECT,
    OTHER,
    PREDICATE,
    RULE,
    SUBJECT,
    Edge,
    as_trig,
    in_graph,
    named,
    nodes,
    plain,
    values,
)
from lrtgraph.derivation.own import own_edges, threads, threads_of_edges
from lrtgraph.derivation.rules import Rule, rules
from lrtgraph.derivation.stepping import Days, Step, as_terms, meeting_days, members, slices, steps, threads_of
from lrtgraph.derivation.waiting import LISTED, PLACE, as_listed, is_thread, marked
from lrtgraph.sparql import bind, given, solutions
from lrtgraph.store import Store
from lrtgraph.store.update import replacement

PART: Final = 100  # documents, or threads, whose edges are made at a time
# Edges of threads that are written at a time, as text of a kilobyte each: each time, the database gets new files.
_TOGETHER: Final = 3_000


@dataclass(frozen=True, slots=True)
class Derived:
    """What a run did: the number of edges made and taken away, counting those that were changed as both."""

    made: int = 0
    gone: int = 0

    def __add__(self, other: Derived) -> Derived:
        return Derived(self.made + other.made, self.gone + other.gone)


def changed(store: Store, sha256: Iterable[str]) -> list[ox.Quad]:
    """The quads that put documents, by the hash of their bytes, on the waiting list before they are replaced.

    With them come the threads of things that they are in until then: a task may have kept others from an edge, and had
    none itself by which these threads could be found afterwards.
    """
    documents = [v.document_iri(sha) for sha in sha256]
    return list(marked({*documents, *_values(store, _OF_THINGS, {"document": _nodes(documents)})}))


def derive(store: Store, *, everything: bool = False) -> Derived:
    """Bring the derived graph up to date with the waiting list, or make it anew.

    The result is the same either way, whatever the order in which documents came in.

    Raises StoreError where the graph cannot be written.
    """
    if everything:
        store.replace([v.DERIVED_GRAPH], marked(_values(store, _DOCUMENTS)), [PLACE])
    done = _renew_knowledge(store)
    for part in _parts(iri for iri in _values(store, LISTED) if not is_thread(iri)):
        done += _renew_documents(store, part)
    listed = _values(store, LISTED)
    days = meeting_days(store) if listed else {}
    return done + _renew_threads(store, listed, days)


def _parts(iris: Iterable[str]) -> Iterator[list[str]]:
    """IRIs in their order, in parts whose edges fit in memory together."""
    ordered = sorted(iris)
    return (ordered[k : k + PART] for k in range(0, len(ordered), PART))


def _renew_knowledge(store: Store) -> Derived:
    """Make the edges that rest on no document again; they are few."""
    old: dict[str, Edge] = {}
    new: dict[str, Edge] = {}
    for rule in rules("knowledge"):
        old |= _known(store, _OF_RULE, {"rule": [ox.Literal(rule.name)]})
        new |= _made(store, rule)
    return _write(store, old, new)


def _renew_documents(store: Store, documents: Sequence[str]) -> Derived:
    """Make the edges of documents again, and put the threads that they were or are in on the list."""
    keys = {"document": _nodes(documents)}
    old = _known(store, _OF_DOCUMENTS, keys) | _known(store, _ON_DOCUMENTS, keys)
    following = {rule.name for rule in rules("thread")}
    ends = {end for edge in old.values() if _rule(edge) in following for end in _ends(edge)}
    touched = _values(store, _THREADS_OF, {"fact": _nodes(ends)})
    touched |= threads_of_edges(old)
    new: dict[str, Edge] = {}
    for document in documents:
        quads = list(store.quads(v.graph_iri(document.removeprefix(v.document_iri("")))))
        new |= own_edges(quads)
        touched |= threads(quads)
    touched |= threads_of_edges(new)
    return _write(store, old, new, documents, touched)


def _renew_threads(store: Store, listed: Iterable[str], days: Days) -> Derived:
    """Make the edges between outcomes, and between positions, of the same thread again; those of many parts are written
    together.
    """
    done = Derived()
    old: dict[str, Edge] = {}
    new: dict[str, Edge] = {}
    threads: list[str] = []
    for part in _parts(listed):
        parts = sorted({*part, *_values(store, _TOLD_TOO, {"thread": _nodes(part)})})
        for was, now in _edges_within(store, parts, days):
            old |= was
            new |= now
            if len(old) + len(new) > _TOGETHER:
                done += _write(store, old, new, threads)
                for written in (old, new, threads):
                    written.clear()
        threads += parts
    return done + _write(store, old, new, threads)


def _edges_within(store: Store, parts: Sequence[str], days: Days) -> Iterator[tuple[dict[str, Edge], dict[str, Edge]]]:
    """The edges within threads that are there, and those that are to be, some of the facts at a time.

    An edge is within the threads in which its rule finds its rows: of what else both ends share it says nothing.
    """
    found = members(store, parts, days)
    within = {rule.name: threads_of(found, rule.rows) for rule in rules("thread")}
    for facts, rows in slices({member.fact for member in found}, steps(found)):
        between = _known(store, _OUT_OF, {"fact": _nodes(facts)})
        old: dict[str, Edge] = {}
        new: dict[str, Edge] = {}
        for rule in rules("thread"):
            known = {
                iri: edge
                for iri, edge in between.items()
                if _rule(edge) == rule.name and _is_within(edge, within[rule.name])
            }
            made = _made(store, rule, rows)
            old |= _not_elsewhere(store, rule, known, made, parts, days)
            new |= made
        yield old, new


def _not_elsewhere(
    store: Store, rule: Rule, known: Mapping[str, Edge], made: Mapping[str, Edge], parts: Sequence[str], days: Days
) -> dict[str, Edge]:
    """The known edges without those that these threads do not give any more, but others do.

    Both outcomes may share another thread. What a report tells of a thing hangs on all outcomes that it may mean, in
    whichever of its threads.
    """
    loose = {_ends(edge)[0] for iri, edge in known.items() if iri not in made}
    if not loose:
        return dict(known)
    others = _values(store, _THREADS_OF, {"fact": _nodes(loose)}) - set(parts)
    rows = steps(members(store, others, days))
    kept = _made(store, rule, {name: [step for step in found if step[0] in loose] for name, found in rows.items()})
    return {iri: edge for iri, edge in known.items() if iri not in kept or iri in made}


def _write(
    store: Store,
    old: Mapping[str, Edge],
    new: Mapping[str, Edge],
    done: Sequence[str] = (),
    then: Set[str] = frozenset(),
) -> Derived:
    """Write the difference, take `done` from the waiting list, and put `then` on it.

    New edges come first and old ones go with their entries on the list: whatever happens in between, the list knows.
    A plain edge goes when no node stands for it any more, here or elsewhere in the graph.
    """
    come = {iri: edge for iri, edge in new.items() if old.get(iri) != edge}
    gone = {iri: edge for iri, edge in old.items() if new.get(iri) != edge}
    if come or then:
        store.replace([], as_trig(come) + as_listed(then))
    leaving: list[ox.Quad] = []
    if gone:
        orphans = {plain(edge) for edge in gone.values()} - {plain(edge) for edge in new.values()}
        orphans -= {edge for edge in orphans if _stands_elsewhere(store, edge, gone)}
        leaving += ox.parse(in_graph(nodes(gone) - nodes(come) | orphans), format=ox.RdfFormat.TRIG)
    leaving += (quad for quad in marked(done) if quad.object.value not in then)  # type: ignore[union-attr]
    if leaving:
        store.update(replacement([], [], leave=leaving))
    return Derived(len(come), len(gone))


def _stands_elsewhere(store: Store, short: str, gone: Mapping[str, Edge]) -> bool:
    one, two, three = short.split(" ")
    query = (
        f"SELECT ?value WHERE {{ GRAPH {GRAPH} {{ ?value {SUBJECT} {one} ; {PREDICATE} {two} ; {OBJECT} {three} }} }}"
    )
    return bool(_values(store, query) - gone.keys())


_DOCUMENTS: Final = f"SELECT ?value WHERE {{ ?value a <{v.DOCUMENT}> }}"
_THREADS_OF: Final = f"""SELECT DISTINCT ?value WHERE {{
  #@bind fact
  ?fact <{v.THREAD}>|<{v.TASK_THREAD}>|<{v.NUMBER_THREAD}>|<{v.THING_THREAD}> ?value
}}"""
_OF_THINGS: Final = f"""SELECT DISTINCT ?value WHERE {{
  #@bind document
  ?fact <{v.SOURCE_DOCUMENT}> ?document ; <{v.THING_THREAD}> ?value
}}"""
_TOLD_TOO: Final = f"""SELECT DISTINCT ?value WHERE {{
  #@bind thread
  ?report <{v.THING_THREAD}> ?thread ; <{v.REPORTED_STATUS}> ?status ; <{v.THING_THREAD}> ?value
}}"""
_OF_RULE: Final = f"""SELECT ?edge ?p ?o WHERE {{
  #@bind rule
  GRAPH {GRAPH} {{ ?edge {RULE} ?rule ; ?p ?o }}
}}"""
_OF_DOCUMENTS: Final = f"""SELECT ?edge ?p ?o WHERE {{
  #@bind document
  GRAPH {GRAPH} {{ ?edge {DOCUMENT} ?document ; ?p ?o }}
}}"""
_ON_DOCUMENTS: Final = f"""SELECT ?edge ?p ?o WHERE {{
  #@bind document
  GRAPH {GRAPH} {{ ?edge {OTHER} ?document ; ?p ?o }}
}}"""
_OUT_OF: Final = f"""SELECT ?edge ?p ?o WHERE {{
  #@bind fact
  GRAPH {GRAPH} {{ ?edge {SUBJECT} ?fact ; ?p ?o }}
}}"""


def _nodes(iris: Iterable[str]) -> list[ox.NamedNode]:
    return [ox.NamedNode(iri) for iri in sorted(iris)]


Keys = Mapping[str, Sequence[ox.NamedNode | ox.Literal]]


def _values(store: Store, query: str, keys: Keys | None = None) -> set[str]:
    """The IRIs that a query gives as `?value`, for these keys."""
    if keys is not None and not all(keys.values()):
        return set()
    return {row["value"].value for row in solutions(store, bind(query, keys or {}))}


def _is_within(edge: Edge, members: Mapping[str, Set[str]]) -> bool:
    """Whether both ends of an edge are in one of the threads."""
    one, other = _ends(edge)
    return bool(members.get(one, set()) & members.get(other, set()))


def _made(store: Store, rule: Rule, rows: Mapping[str, Sequence[Step]] | None = None) -> dict[str, Edge]:
    """The edges that a rule makes, by the IRI of their nodes: a rule on threads from its rows."""
    if rows is not None and not rows[rule.rows]:
        return {}
    answer = store.query(
        rule.construct if rows is None else given(rule.construct, rule.rows, map(as_terms, rows[rule.rows]))
    )
    assert isinstance(answer, ox.QueryTriples)
    return named(answer)


def _known(store: Store, query: str, keys: Keys) -> dict[str, Edge]:
    """The edges in the derived graph that a query finds by its keys."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    if not all(keys.values()):
        return {}
    for row in solutions(store, bind(query, keys)):
        if (predicate := str(row["p"])) != CHANGED_FROM:  # an edge that goes out from a node says nothing of that node
            found[row["edge"].value].append(f"{predicate} {row['o']}")
    return {iri: tuple(sorted(lines)) for iri, lines in found.items()}


def _rule(edge: Edge) -> str:
    return next(values(edge, RULE)).strip('"')


def _ends(edge: Edge) -> tuple[str, str]:
    """The IRIs of the facts, or of the nodes of positions, at both ends of an edge between such."""
    one, other = (next(values(edge, end))[1:-1] for end in (SUBJECT, OBJECT))
    return one, other
