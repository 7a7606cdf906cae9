"""What comes after what in a thread: its outcomes, reports, positions or targets, each with those of the last meeting
before its own that settled something, took a position or told a target.

The rules on threads say so themselves. As they would have every meeting of a thread compared with every other, their
rows are found here and given to them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

import pyoxigraph as ox

from lrtgraph import vocabulary as v
from lrtgraph.sparql import bind, solutions
from lrtgraph.store import Store

STEP, POSITION, FIGURE, CARRIED, REPORT, TOLD = "step", "position", "figure", "carried", "report", "told"
"""The names of the rows in the rules on threads: on what goes on with an outcome, a position or a target, on tasks that
a later list has again, on what is reported of them, and on what a sentence tells of their things."""

_DATE: Final = ox.NamedNode(v.iri("xsd:date"))
_MEMBERS: Final = """SELECT ?thread ?fact ?document ?edge WHERE {{
  #@bind thread
  ?fact <{}> ?thread ; <{}> ?document {}
}}"""
_QUERIES: Final = {
    key: _MEMBERS.format(key, v.SOURCE_DOCUMENT, of_edges)
    for key, of_edges in (
        (v.THREAD, f"OPTIONAL {{ ?fact <{v.iri('rdf:predicate')}> ?edge }}"),
        (v.TASK_THREAD, ""),
        (v.NUMBER_THREAD, ""),
        (v.THING_THREAD, ""),
    )
}
_KEYS: Final = {
    STEP: (v.THREAD,),
    POSITION: (v.LRT + "supports", v.LRT + "objectsTo"),
    FIGURE: (v.LRT + "hasTarget",),
    CARRIED: (v.TASK_THREAD,),
    REPORT: (v.TASK_THREAD, v.NUMBER_THREAD),
    TOLD: (v.THING_THREAD,),
}
"""The keys of the members that the rows are found among, by their name."""
_DAYS: Final = f"""SELECT ?document ?from ?until WHERE {{
  ?document <{v.REPORTS_ON}> ?held
  OPTIONAL {{ ?held <{v.EARLIEST}> ?from }}
  OPTIONAL {{ ?held <{v.LATEST}> ?until }}
}}"""

Days = dict[str, tuple[str, str]]
"""The bounds of the day of the meeting that each document reports on, ISO dates; "" where not known."""


class Member(NamedTuple):
    """An outcome, a report or the node of a position or target, in a thread, and the bounds of its meeting's day.

    `key` is the property by which it is in the thread, or that of the edge whose node it is.
    """

    thread: str
    fact: str
    earliest: str
    latest: str
    key: str = v.THREAD

    @property
    def is_report(self) -> bool:
        """Whether it reports on an outcome."""
        return self.fact.startswith(v.REPORTS)


Step = tuple[str, str, str]
"""A member of a thread, one of the last meeting before its own, both as IRIs, and the first day on which its own can
have been, as an ISO date."""

_SLICE: Final = 2_000  # rows, or facts, whose edges are made at a time: one thread may have tens of thousands


def meeting_days(store: Store) -> Days:
    """The days of the meetings of all documents: to read them whole is faster than to look up that of each fact."""
    return {document: (earliest, latest) for document, earliest, latest in _rows(store, _DAYS)}


def members(store: Store, threads: Iterable[str], days: Days) -> list[Member]:
    """The members of threads, given by their IRIs."""
    keys = [ox.NamedNode(iri) for iri in sorted(threads)]
    if not keys:
        return []
    return [
        Member(thread, fact, *days.get(document, ("", "")), edge or key)
        for key, query in _QUERIES.items()
        for thread, fact, document, edge in _rows(store, bind(query, {"thread": keys}))
    ]


def _rows(store: Store, query: str) -> Iterator[tuple[str, ...]]:
    for row in solutions(store, query):
        yield tuple("" if term is None else term.value for term in row)


def threads_of(found: Iterable[Member], name: str) -> dict[str, set[str]]:
    """The threads that each outcome or position is in, of those in which the rows of this name are found."""
    threads: defaultdict[str, set[str]] = defaultdict(set)
    for member in _among(found, name):
        threads[member.fact].add(member.thread)
    return dict(threads)


def steps(found: Sequence[Member]) -> dict[str, list[Step]]:
    """The rows of the rules on threads, by their name."""
    return {
        name: _before(_among(found, name)) if name == TOLD else _between(_among(found, name), reports=name == REPORT)
        for name in _KEYS
    }


def _among(found: Iterable[Member], name: str) -> list[Member]:
    return [member for member in found if member.key in _KEYS[name]]


def slices(
    within: Iterable[str], rows: Mapping[str, Iterable[Step]]
) -> Iterator[tuple[list[str], dict[str, list[Step]]]]:
    """Facts in their order, some at a time, and the rows in which each of them is the later one.

    >>> rows = {"step": [("urn:b", "urn:a", "2023-02-01")]}
    >>> list(slices(["urn:b", "urn:a"], rows))
    [(['urn:a', 'urn:b'], {'step': [('urn:b', 'urn:a', '2023-02-01')]})]
    """
    of: defaultdict[str, list[tuple[str, Step]]] = defaultdict(list)
    for name, found in rows.items():
        for step in found:
            of[step[0]].append((name, step))
    facts: list[str] = []
    theirs: dict[str, list[Step]] = {name: [] for name in rows}
    size = 0
    for fact in sorted(within):
        facts.append(fact)
        for name, step in of[fact]:
            theirs[name].append(step)
        size += max(1, len(of[fact]))
        if size >= _SLICE:
            yield facts, theirs
            facts, theirs, size = [], {name: [] for name in rows}, 0
    if facts:
        yield facts, theirs


def as_terms(step: Step) -> tuple[ox.NamedNode, ox.NamedNode, ox.Literal]:
    """A row as a rule takes it."""
    later, earlier, day = step
    return ox.NamedNode(later), ox.NamedNode(earlier), ox.Literal(day, datatype=_DATE)


def _before(found: Iterable[Member]) -> list[Step]:
    """Each report with each outcome of a meeting before its own that shares a thread: these hold the year."""
    by_thread: defaultdict[str, list[Member]] = defaultdict(list)
    for member in found:
        by_thread[member.thread].append(member)
    seen = {
        (report.fact, task.fact, report.earliest)
        for told in by_thread.values()
        for report in told
        if report.is_report
        for task in told
        if not task.is_report and task.latest and task.latest < report.earliest
    }
    return sorted(seen)


def _between(found: Iterable[Member], *, reports: bool) -> list[Step]:
    """Each outcome or position, or each of the `reports`, with each outcome or position of the last meeting before its
    own that the thread has; none where their days overlap.

    >>> days = [("a", "2023-01-01"), ("b", "2023-02-01"), ("c", "2023-03-01")]
    >>> found = [Member("urn:t", f"urn:{name}", day, day) for name, day in days]
    >>> [(later, earlier) for later, earlier, _ in _between(found, reports=False)]
    [('urn:b', 'urn:a'), ('urn:c', 'urn:b')]
    """
    by_thread: defaultdict[str, list[Member]] = defaultdict(list)
    for member in found:
        by_thread[member.thread].append(member)
    seen: set[tuple[str, str, str]] = set()
    for told in by_thread.values():
        ended: defaultdict[str, list[str]] = defaultdict(list)
        for member in told:
            if member.latest and not member.is_report:
                ended[member.latest].append(member.fact)
        days = sorted(ended)
        for member in (one for one in told if one.is_report == reports):
            if before := bisect_left(days, member.earliest):
                seen.update((member.fact, earlier, member.earliest) for earlier in ended[days[before - 1]])
    return sorted(seen)
