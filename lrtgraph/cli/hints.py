"""What to say of a name of which nothing was found, or less than may be meant."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from typing import Final

from pyoxigraph import NamedNode

from lrtgraph import names
from lrtgraph import vocabulary as v
from lrtgraph.cli.mistakes import did_you_mean
from lrtgraph.notations import SAFETY_REGION, is_person
from lrtgraph.resources import Settings
from lrtgraph.sparql import bind, select, with_prefixes
from lrtgraph.store import Store


def nothing_of(source: Store, *given: str | None, acting: tuple[str | None, ...] = ()) -> str:
    """Why nothing may have been found with these names, or how else to ask; the plain words where nothing is known.

    `acting` are names by which the bare name of a place means its administration (see `as_administration`).
    """
    if as_administration(source, *acting):
        return "nothing found"
    given = (*acting, *given)
    hints = (meant_of(source, names.resolve(source, name).id, name) for name in given if name)
    return f"nothing found: {hint}" if (hint := next(filter(None, hints), None)) else "nothing found"


_TERM: Final = re.compile(rf"\blrt:(?P<short>[A-Za-z]\w*)|<{re.escape(v.LRT)}(?P<whole>[A-Za-z]\w*)>")
_DECLARED: Final = re.compile(r"\bPREFIX\s+(?P<name>\w+):\s*<(?P<iri>[^>]*)>", re.IGNORECASE)
_KNOWN: Final = f"SELECT DISTINCT ?term {{ ?term a ?kind FILTER(STRSTARTS(STR(?term), '{v.LRT}')) }}"


def unknown_terms(source: Store, sparql: str) -> Iterator[str]:
    """What to say of each term of ours in a query that the vocabulary does not have, so that it finds nothing."""
    asked = list(dict.fromkeys(found["short"] or found["whole"] for found in _TERM.finditer(sparql)))
    unknown = [name for name in asked if not source.query(f"ASK {{ <{v.LRT}{name}> ?p ?o }}")]
    if unknown:
        known = sorted(row["term"].removeprefix(v.LRT) for row in select(source, _KNOWN))
        listed = "; `lrtgraph query vocabulary-used` lists what is used"
        yield from (f"the vocabulary has no lrt:{name}{did_you_mean(name, known) or listed}" for name in unknown)


def other_prefixes(sparql: str) -> Iterator[str]:
    """What to say of each prefix of ours that a query declares for another namespace, in which the graph has nothing.

    >>> list(other_prefixes("PREFIX skos: <http://www.w3.org/2004/02/skos/core#> ASK { ?s a skos:Concept }"))
    []
    """
    for found in _DECLARED.finditer(sparql):
        ours = v.NAMESPACES.get(found["name"])
        if ours is not None and ours != found["iri"]:
            yield f"{found['name']}: is <{ours}> here, not <{found['iri']}>; without a PREFIX line it is that"


def unowned(source: Store, name: str, *, chosen: bool = False) -> str:
    """What to say where no owner was found, in all meetings or in those `chosen`."""
    place, acts = names.with_administration(source, name)
    found = acts or place
    if meant_of(source, found.id, name):
        return nothing_of(source, name)
    if chosen:
        return (
            f"nothing found: no owner of {found.id} is named in what was chosen; without that choice more may be known"
        )
    if owns := owning(source, name):
        return f"nothing found: {owns}"
    return f"nothing found: no owner is known of {found.id}; {_card_of(found)} says what is"


def owning(source: Store, name: str) -> str | None:
    """Where to look for what somebody owns whose own owner is asked for."""
    place, acts = names.with_administration(source, name)
    found = acts or place
    if not names.is_actor(source, found.iri) or meant_of(source, found.id, name):
        return None
    return f"{found.id} is an actor, and {_card_of(found)} says what it owns"


def _card_of(found: names.Name) -> str:
    return f"`lrtgraph show {shlex.quote(found.id)}`"


def as_administration(source: Store, *given: str | None) -> str | None:
    """That the bare name of a place was taken for its administration, and how to ask for the place."""
    both = (names.with_administration(source, name) for name in given if name)
    place, acts = next(((place, acts) for place, acts in both if acts), (None, None))
    return f"{place.label} stands for {acts.id} here; ask for {place.id} to get the place" if place and acts else None


def both_of(source: Store, name: str) -> str | None:
    """That the bare name of a place that acts was taken for the two of them."""
    place, acts = names.with_administration(source, name)
    return f"{place.label} stands for {acts.id} and {place.id} here; ask by id for one of them" if acts else None


OWING: Final = "VALUES ?kind { lrt:Actie lrt:Afspraak lrt:Toezegging } ?fact lrt:owner ?one ; a ?kind"
SPEAKING: Final = "?fact lrt:speaker ?one"
_POSTS: Final = "org:postIn|^org:postIn|(org:postIn/^org:postIn)"
"""Between an organisation, such as a ministry, and its offices, and between these."""
_RELATED: Final = "skos:related|^skos:related"


def asked_apart(source: Store, name: str | None, doing: str) -> str | None:
    """Whom else to ask about beside an actor, of those that do the same (OWING, SPEAKING): a ministry
    and each of its offices are asked apart, and so are a king's commissioner and the circle of all of them.
    """
    if not name:
        return None
    if taken := as_administration(source, name):
        return taken
    iri = names.resolve(source, name).iri
    found = {
        "of the same organisation": _apart(source, iri, doing, _POSTS),
        "related": _apart(source, iri, doing, _RELATED),
    }
    return "; ".join(f"{how}, and asked apart: {', '.join(ids)}" for how, ids in found.items() if ids) or None


def _apart(source: Store, iri: str, doing: str, by: str) -> list[str]:
    """The ids of other actors that do what `doing` says of ?one and are related to an actor by the path `by`."""
    query = f"""SELECT DISTINCT ?id WHERE {{
      #@bind asked
      ?asked {by} ?one ; a lrt:Actor .
      FILTER(?one != ?asked)
      ?one a lrt:Actor ; skos:notation ?id .
      FILTER EXISTS {{ {doing} }}
    }} ORDER BY ?id"""
    asked = bind(query, {"asked": NamedNode(iri)})
    return [row["id"] for row in select(source, with_prefixes(asked))]


def silent(source: Store, name: str, actor: str | None) -> str | None:
    """That an actor is asked for that never speaks, so that the rows are about it."""
    from lrtgraph.answers.positions import only_spoken_of

    found = names.resolve(source, name)
    if actor is None and names.is_actor(source, found.iri) and only_spoken_of(source, found.iri):
        return f"{found.id} says nothing itself: this is said about it"
    return None


def meant_of(source: Store, notation: str, typed: str) -> str | None:
    """How else to ask for a place, a person or what documents are not read for, as it was typed; else None."""
    if meant := names.administration(source, notation):
        return f"{notation} is a place; did you mean {meant}?"
    if is_person(notation):
        return _seats_of(source, notation)
    if ":" not in notation and source.query(f"ASK {{ <{v.concept_iri(SAFETY_REGION + notation)}> ?p ?o }}"):
        words = shlex.quote(f'"{typed}"')
        return f"minutes know veiligheidsregio's as one, VR: ask for that, or `lrtgraph search {words}` for the words"
    return _unread(source, notation, typed)


def _seats_of(source: Store, notation: str) -> str | None:
    """For whom a person sat, and when: minutes say what a seat said and did."""
    from lrtgraph.answers.attendance import attendance

    rows = attendance(source, {"person": NamedNode(v.concept_iri(notation))})
    seats = dict.fromkeys(row.seat for row in rows if row.seat)
    if not seats:
        return None
    days = sorted(row.date for row in rows if row.date)
    when = f" with --since {days[0]} --until {days[-1]}" if days else ""
    sat, ask = " and ".join(seats), " or ".join(seats)
    return f"{notation} sat for {sat}, and minutes say what a seat does: ask for {ask}{when}"


def _unread(source: Store, notation: str, typed: str) -> str | None:
    """That documents are not read for an everyday word, and what to do."""
    if source.query(f"ASK {{ ?mention <{v.LRT}concept> <{v.concept_iri(notation)}> }}"):
        return None
    from lrtgraph.gazetteer.concepts import passing
    from lrtgraph.gazetteer.loading import read_list  # only a name that is not mentioned pays for it

    if notation not in passing():
        return None
    if any(own.notation == notation for path in Settings.default_gazetteers() for own in read_list(path)):
        return None
    return (
        f"documents are not read for {notation}, an everyday word; `lrtgraph gazetteer add {notation}` and a new build "
        f"find it, `lrtgraph search {shlex.quote(typed)}` looks for the word"
    )
