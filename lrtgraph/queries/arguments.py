"""Values as people type them → the terms that a query of the catalogue is given."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Final, get_args

from pyoxigraph import Literal, NamedNode

from lrtgraph import names
from lrtgraph import vocabulary as v
from lrtgraph.errors import QueryError
from lrtgraph.queries import Query
from lrtgraph.sparql import Day, Source, Term

_XSD: Final = v.NAMESPACES["xsd"]
# Parameter type → the scheme whose members it takes, and the type that lists them.
_SCHEMES: Final = {
    "act": (v.ACT_SCHEME, "Act"),
    "role": (v.ROLE_SCHEME, "RoleKind"),
    "target-status": (v.TARGET_STATUS_SCHEME, "TargetStatus"),
    "attendance": (v.STATUS_SCHEME, "ParticipantStatus"),
}
# Parameter type → the form of its values, the term that one makes, and what is said of any other.
_WRITTEN: Final[dict[str, tuple[re.Pattern[str], Callable[[str], Literal], str]]] = {
    "integer": (re.compile(r"-?\d{1,18}"), lambda text: Literal(int(text)), "must be a whole number"),
    "number": (
        re.compile(r"-?\d{1,18}(\.\d{1,9})?"),
        lambda text: Literal(text, datatype=NamedNode(_XSD + "decimal")),
        "must be a number",
    ),
    "flag": (re.compile("ja|yes|true", re.IGNORECASE), lambda _: Literal("ja"), "is 'ja', or left out"),
}
# The types of the parameters that the daily questions take, as the headers of their queries have them.
TYPES: Final = {
    "about": "concept",
    "act": "act",
    "actor": "concept",
    "concept": "concept",
    "due_before": "date",
    "kind": "outcome",
    "meeting": "meeting",
    "open": "flag",
    "owner": "concept",
    "partner": "concept",
    "since": "date",
    "until": "date",
}
# Parameters that ask for whoever acts: the name of a town is its municipality there.
_WHO: Final = frozenset({"actor", "addressee", "owner", "partner", "speaker"})
# Parameters for which a month or year will do: where it begins, or ends.
_BOUNDS: Final = frozenset({"due_before", "since", "until"})


def arguments(source: Source, query: Query, given: Mapping[str, Day], language: str = "nl") -> dict[str, Term]:
    """The terms of a query's parameters: names resolved in the graph, dates and numbers checked, defaults filled in.

    Raises QueryError for a parameter that is unknown, missing or not of its type, UnknownNameError for a name that
    nothing has.
    """
    known = {parameter.name: parameter for parameter in query.parameters}
    unknown = sorted(given.keys() - known.keys())
    if unknown:
        takes = f"it takes {', '.join(known)}" if known else "it takes none"
        raise QueryError(f"query {query.name} has no parameter {', '.join(unknown)}; {takes}")
    terms: dict[str, Term] = {}
    for parameter in query.parameters:
        value = given.get(parameter.name, parameter.default)
        if value is not None:
            terms[parameter.name] = term(source, parameter.name, parameter.type, value, language)
        elif parameter.required:
            example = f"--param {parameter.name}={parameter.example}"
            raise QueryError(f"query {query.name} needs {parameter.name} ({parameter.description}), such as {example}")
    return in_order(terms)


def terms(source: Source, given: Mapping[str, Day | None], language: str = "nl") -> dict[str, Term]:
    """What a person gave to a daily question, as terms; what was not given is left out.

    Raises QueryError for what is no date, and for a time that ends before it begins, UnknownNameError for a name that
    nothing has.
    """
    return in_order({name: term(source, name, TYPES[name], value, language) for name, value in given.items() if value})


def in_order(terms: dict[str, Term]) -> dict[str, Term]:
    """The terms as they are: a time that ends before it begins would hold nothing, and not say why.

    >>> in_order({"since": day("2023-12-31"), "until": day("2023-01-01")})
    Traceback (most recent call last):
        ...
    lrtgraph.errors.QueryError: since 2023-12-31 is later than until 2023-01-01; give them the other way round

    Raises QueryError for such a time.
    """
    since, until = terms.get("since"), terms.get("until")
    if isinstance(since, Literal) and isinstance(until, Literal) and since.value > until.value:
        raise QueryError(f"since {since.value} is later than until {until.value}; give them the other way round")
    return terms


def period(since: Day | None, until: Day | None) -> tuple[str | None, str | None]:
    """The bounds of a time as ISO text.

    >>> period(date(2023, 1, 1), None)
    ('2023-01-01', None)

    Raises QueryError for what is no date, and for a time that ends before it begins.
    """
    terms: dict[str, Term] = {name: day(each, name) for name, each in (("since", since), ("until", until)) if each}
    first, last = (in_order(terms).get(name) for name in ("since", "until"))
    return first and first.value, last and last.value


def term(source: Source, name: str, kind: str, value: Day, language: str = "nl") -> Term:
    """The value of the parameter `name` as the term that its type (see PARAMETER_TYPES) asks for.

    Raises QueryError for a value that is not of this type, UnknownNameError for a name that nothing has, InputError for
    one that several have.
    """
    if kind == "date":
        return day(value, name)
    value = str(value)
    if kind == "concept":
        found = names.resolve(source, value, language)
        acts = names.administration(source, found.id) if name in _WHO else None
        return NamedNode(v.concept_iri(acts) if acts else found.iri)
    if kind in ("meeting", "document"):
        return NamedNode((names.meeting if kind == "meeting" else names.document)(source, value).iri)
    if kind == "outcome":
        return Literal(_choice(source, name, value, kind))
    if kind in _SCHEMES:
        return NamedNode(v.scheme_member(_SCHEMES[kind][0], _choice(source, name, value, kind)))
    if kind in _WRITTEN:
        return _written(name, kind, value)
    return _iri(name, value) if kind == "iri" else Literal(value)


def _written(name: str, kind: str, value: str) -> Literal:
    """A value of a type that has a form, such as a number. Raises QueryError for another."""
    form, made, told = _WRITTEN[kind]
    if not form.fullmatch(value.strip()):
        raise QueryError(f"{name} {told}, not '{value}'")
    return made(value.strip())


def _iri(name: str, value: str) -> NamedNode:
    try:
        return NamedNode(value)
    except ValueError:
        raise QueryError(f"{name} must be an IRI, not '{value}'") from None


def day(value: Day, name: str = "") -> Literal:
    """A date as people type it, as a term.

    Of a month or year a time begins with the first day, and ends (`name` is "until") with the last.

    >>> day("2023-11-03").value, day(date(2023, 11, 3)).value, day("3 november 2023").value
    ('2023-11-03', '2023-11-03', '2023-11-03')
    >>> day("maart 2024", "since").value, day("2024", "until").value
    ('2024-03-01', '2024-12-31')

    Raises QueryError for anything else, and for a month or year where one day is asked for.
    """
    if isinstance(value, datetime):
        value = value.date()
    text = value.isoformat() if isinstance(value, date) else str(value).strip()
    found = _days(text)
    if found is None or (found[0] != found[1] and name not in _BOUNDS):
        written = "YYYY-MM-DD, YYYY-MM or YYYY" if name in _BOUNDS else "YYYY-MM-DD"
        raise QueryError(f"'{value}' is no date; write it as {written}")
    return Literal(found[name == "until"].isoformat(), datatype=NamedNode(_XSD + "date"))


def _days(text: str) -> tuple[date, date] | None:
    """The first and last day of what is typed."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        try:
            return (date.fromisoformat(text),) * 2
        except ValueError:
            return None
    from lrtgraph.dutch.dates import typed  # only who writes a date in another way pays for it

    return typed(text)


def choices(kind: str) -> tuple[str, ...]:
    """The values that a parameter of this type may have, where they are a fixed few.

    >>> choices("outcome"), choices("date")
    (('besluit', 'afspraak', 'actie', 'toezegging'), ())
    """
    if kind == "flag":
        return ("ja",)
    if kind != "outcome" and kind not in _SCHEMES:
        return ()
    from lrtgraph import records  # only who chooses pays for its import

    return get_args(getattr(records, "OutcomeKind" if kind == "outcome" else _SCHEMES[kind][1]))


def _choice(source: Source, name: str, value: str, kind: str) -> str:
    """The member of a type's choices that a person means: its id, or what rows call it ("maakt bezwaar")."""
    wanted = value.strip().casefold()
    if wanted.replace(" ", "_") in choices(kind):
        return wanted.replace(" ", "_")
    for language in ("nl", "en"):
        for member, label in names.terms(source, choices(kind), language).items():
            if label.casefold() == wanted:
                return member
    raise QueryError(f"{name} is one of {', '.join(choices(kind))}, not '{value}'")
