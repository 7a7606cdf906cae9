"""The keys by which outcomes of several meetings, and what later minutes report of them, find each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from lrtgraph import vocabulary as v
from lrtgraph.rdf.names import GazetteerLike
from lrtgraph.rdf.written import Term, minted, node, string
from lrtgraph.records import AGREED, Outcome, StatusReport, Task

Pair = tuple[Term, Term]
"""A property and its value."""
_FEWEST = 3
"""Words by which a wording is known without a number, or one less with an owner."""
_TELLING = 3
"""Longest words of a wording, which must be the same where the number is; two, where the other wording has no more."""
_LEAST = 2
"""Words of a wording that tells one task from another with its number."""
_LONGEST = 9
"""Words of a wording that may have one or two more than another of the same number and owner."""
_PARTICULAR = 10
"""Letters of a word that not many tasks have: a compound."""
_MOST_AT_ONCE = 25
"""Tasks that one meeting sets, and may number from one again."""
_STEM = 5
"""Letters of a thing whose ending tells that there are several."""
LISTED = frozenset({"outcome.table", "outcome.list"})
"""Rules by which a task stands in a list, and is known by its number and wording."""
ROWS = LISTED | {"outcome.head"}
"""With those by which it stands under a head of tasks: "VB: enquête onder burgemeesters (15 januari)"."""


def instrument_keys(
    owners: Iterable[str], subjects: Iterable[str], things: Iterable[str], gazetteer: GazetteerLike
) -> Iterator[Pair]:
    """The keys of each owner with each instrument among the subjects and each of the things, or alone where none is
    told: two tasks of one owner about an instrument need not have more to do with each other.
    """
    keys = product(owners, _instruments(subjects, gazetteer), [(thing,) for thing in things] or ((),))
    return ((node(v.THREAD), node(v.thread_iri(owner, one, *thing))) for owner, one, thing in keys)


def subject_keys(
    owners: Iterable[str], subjects: Iterable[str], task: Task, sitting: Sitting, gazetteer: GazetteerLike
) -> Iterator[Pair]:
    """The keys of each owner with each instrument and thing at one table, by which a list closes a task that stood in
    none; a target group that both are about tells less, and they share a year and another word.
    """
    known, table = list(subjects), [[part] for part in sitting.table]
    groups = [one for one in known if one in gazetteer.concepts and gazetteer.concepts[one].kind == "group"]
    keys: list[tuple[str, ...]] = [
        *product(("subject",), *table, owners, _instruments(known, gazetteer), task.things),
        *product(("group",), *table, sitting.years, owners, groups, task.things, task.words),
    ]
    told = (key for key in keys if key[-1] != key[-2])
    return ((node(v.NUMBER_THREAD), minted(v.task_thread_iri(*key))) for key in told)


def thing_keys(
    task: Task, sitting: Sitting, owners: Sequence[str], *, report: bool = False, listed: bool = False
) -> Iterator[Pair]:
    """The keys of each thing with what is done with it and all who must do it at once, or where a report names nobody
    without these; those of each verb that says so itself; and the wording by which it is told from others of its kind.

    >>> told = Task(None, (), ("brief",), ("send", "make"))
    >>> sitting = Sitting(("LRT", ""), ("2024",), ())
    >>> [len(list(thing_keys(told, sitting, owners, report=True))) for owners in ((), ("COA",), ("COA", "VNG"))]
    [2, 2, 6]
    """
    held = sorted(owners)
    if report:
        doers = {tuple(held), *((one,) for one in held)}
        deeds = task.deeds or ("",)
    else:
        doers, deeds = {tuple(held), ()}, (*task.deeds, "")
    things = [thing for thing in task.things if not thing.startswith("over ")]
    if report:
        things += [one for thing in things for one in _singular(thing)]
    keys = product(sitting.years, things, deeds, sorted(doers))
    for year, thing, deed, who in keys:
        yield node(v.THING_THREAD), minted(v.task_thread_iri("thing", *sitting.table, year, thing, deed, *who))
    for year, act, who in product(sitting.years, task.acts, sorted(doers)):
        yield node(v.THING_THREAD), minted(v.task_thread_iri("act", *sitting.table, year, act, *who))
    if (things or task.acts) and task.words:
        yield node(v.TASK_WORDING), string(" ".join(sorted({*task.words, *(task.meant if listed else ())})))


def agreement_keys(settled: Outcome, sitting: Sitting, month: str | None) -> Iterator[Pair]:
    """The keys of what was settled, by which later minutes tell that it holds no more: that it was agreed, in which
    month, and then also about what; see `ended_keys`.
    """
    when = [AGREED, *([f"{AGREED} {month}"] if month else ())]
    made = [" ".join((told, *one)) for told in when for one in ((), *((concept,) for concept in settled.about))]
    for year, thing in product(sitting.years, made):
        yield node(v.THING_THREAD), minted(v.task_thread_iri("thing", *sitting.table, year, thing, ""))
    if settled.task and settled.task.words and not (settled.task.things or settled.task.acts):
        yield node(v.TASK_WORDING), string(" ".join(sorted(settled.task.words)))


def ended_keys(report: StatusReport, sitting: Sitting) -> Iterator[Pair]:
    """The keys of a report that what was agreed holds no more: by its words, or by its month and what it is about."""
    made = [
        thing if report.task.words else f"{thing} {one}"
        for thing in report.task.things
        for one in report.about or ("",)
    ]
    for year, thing in product(sitting.years, dict.fromkeys(made)):
        yield node(v.THING_THREAD), minted(v.task_thread_iri("thing", *sitting.table, year, thing, ""))
    yield node(v.TASK_THING), string(AGREED)
    if report.task.words:
        yield node(v.TASK_WORDING), string(" ".join(sorted(report.task.words)))


def _singular(thing: str) -> Iterator[str]:
    """What may be one of the things that are told of: of all of them the one that was asked for is told as well.

    >>> list(_singular("factsheets")), list(_singular("overzichten")), list(_singular("kaart"))
    (['factsheet'], ['overzicht'], [])
    """
    for ending in ("s", "en"):
        if thing.endswith(ending) and len(thing) > _STEM + len(ending):
            yield thing.removesuffix(ending)


def _instruments(subjects: Iterable[str], gazetteer: GazetteerLike) -> list[str]:
    listed = gazetteer.concepts
    return [one for one in subjects if one in listed and listed[one].kind == "instrument"]


@dataclass(frozen=True, slots=True)
class Sitting:
    """When a task of which table was set: by the meeting itself, or by one that it reports on.

    `table` and `years` are parts of the keys that hold a number, so that no key is shared by ever more meetings; `days`
    those of a number alone: the day itself and its year, or where it is reported on the days of the meetings whose
    minutes are approved and the years in which it may have been set.
    """

    table: tuple[str, ...]
    years: tuple[str, ...]
    days: tuple[str, ...]


def task_keys(
    task: Task, sitting: Sitting, owners: Sequence[str], *, told: bool = False, report: bool = False
) -> Iterator[Pair]:
    """The number of a task, and the keys that it shares with later reports: never with those of another table.

    `told` is for `_by_number`, `report` says that the task is what a report is about.

    >>> task = Task("A4", ("brief", "gemeenten", "sturen"))
    >>> found = list(task_keys(task, Sitting(("LRT", ""), ("2024",), ("2024", "2024-03-12")), ("JenV",)))
    >>> [sum(1 for name, _ in found if name.endswith(kind)) for kind in (":taskNumber", ":taskThread", ":numberThread")]
    [1, 1, 8]
    """
    if task.number is not None:
        yield node(v.TASK_NUMBER), string(task.number)
    yield from ((node(v.TASK_THING), string(thing)) for thing in task.things)
    yield from (
        (node(v.TASK_THREAD), minted(v.task_thread_iri(*key))) for key in _by_itself(task, sitting.table, owners)
    )
    keys = _by_number(task, sitting, owners, told=told, report=report)
    yield from ((node(v.NUMBER_THREAD), minted(v.task_thread_iri(*key))) for key in keys)


def again_keys(task: Task, sitting: Sitting) -> Iterator[Pair]:
    """The keys by which the list of a later meeting has a task again, whoever must do it by then: its whole wording, or
    its number with the longest words of it, or the only one. They hold the year and that before it.

    >>> task = Task("A13", ("huisartsen", "wachtlijst"), ("wachtlijst",))
    >>> len(list(again_keys(task, Sitting(("LRT", ""), ("2024",), ()))))
    4
    """
    years = sorted({*sitting.years, *(str(int(year) - 1) for year in sitting.years[:1])})
    particular = len(task.words) >= _LEAST and max(map(len, task.words)) >= _PARTICULAR
    wordings = [("wording", *task.words)] if particular and task.things else []
    if task.number is not None and _is_short(task.number):
        longest = sorted(sorted(sorted(task.words), key=len, reverse=True)[:_TELLING])
        pairs = combinations(longest, _LEAST) if len(longest) > 1 else [tuple(longest)]
        wordings += (("numbered", task.number, *pair) for pair in pairs if pair)
    for year, wording in product(years, wordings):
        yield node(v.TASK_THREAD), minted(v.task_thread_iri("again", *sitting.table, year, *wording))


def _by_itself(task: Task, table: Sequence[str], owners: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """What nothing else at the table has: a number with its year or month, the wording with each owner."""
    if task.number is not None and not _is_short(task.number):
        yield "number", *table, task.number
    if len(task.words) >= _FEWEST - bool(owners):
        yield from (("words", *table, owner, *task.words) for owner in owners or ("",))


def _by_number(
    task: Task, sitting: Sitting, owners: Sequence[str], *, told: bool, report: bool
) -> Iterator[tuple[str, ...]]:
    """A number that other meetings may give again: with the longest words of the wording, with an owner, alone.

    With an owner or alone it is for tasks, and for reports whose wording is not `told`. Alone these are about the
    meeting whose minutes are approved there and about the last that gave the number; a number that no meeting gives
    anew is that of its year.
    """
    number = task.number
    if number is None or not _is_short(number):
        return
    wordings = list(_wordings(task.words, report=report))
    within = list(_within(task.words, report=report)) if owners else []
    for year in sitting.years:
        yield from (("words", *sitting.table, number, *wording, year) for wording in wordings)
        yield from (("within", *sitting.table, number, one, *few, year) for one in owners for few in within)
        if not (told and wordings):
            yield from (("owner", *sitting.table, number, owner, year) for owner in owners)
    if not told or not (wordings or owners):
        lasting = int(number[1:]) > _MOST_AT_ONCE
        known = sitting.years if lasting else sitting.days
        yield from (("number", *sitting.table, number, day) for day in known)


def _wordings(words: Sequence[str], *, report: bool) -> Iterator[tuple[str, ...]]:
    """The longest words of a wording, and two of them for the other side to have where it has no more than these.

    >>> list(_wordings(("bonus", "brief"), report=False))
    [('bonus', 'brief'), ('task', 'bonus', 'brief')]
    >>> sum(1 for _ in _wordings(("bonus", "brief", "kaart"), report=True))
    4
    """
    longest = sorted(sorted(sorted(words), key=len, reverse=True)[:_TELLING])
    if len(longest) < _LEAST:
        return
    yield tuple(longest)
    many = len(longest) == _TELLING
    side = "task" if many is report else "report"  # whose wording is the short one
    yield from ((side, *pair) for pair in combinations(longest, _LEAST))


def _within(words: Sequence[str], *, report: bool) -> Iterator[tuple[str, ...]]:
    """A whole wording, and those that lack one or two of its words, which the other side may have as its whole.

    >>> list(_within(("brief", "delen", "kaart", "regio"), report=False))[:2]
    [('task', 'brief', 'delen', 'kaart', 'regio'), ('report', 'brief', 'delen', 'kaart')]
    """
    own, other = ("report", "task") if report else ("task", "report")
    if len(words) >= _FEWEST:
        yield own, *sorted(words)
    for fewer in (len(words) - 1, len(words) - 2) if len(words) <= _LONGEST else ():
        if fewer >= _FEWEST:
            yield from ((other, *few) for few in combinations(sorted(words), fewer))


def _is_short(number: str) -> bool:
    """Whether a number holds no year, month or name of a series: "A4"."""
    return number[0].isalpha() and number[1:].isdigit()
