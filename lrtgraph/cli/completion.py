"""Shell completion: names from the graph, and questions of the catalogue; what cannot be read completes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

import typer

from lrtgraph.errors import LrtgraphError
from lrtgraph.resources import Settings

_ENOUGH: Final = 50

_THINGS: Final = (
    "SELECT DISTINCT ?name WHERE { VALUES ?p { skos:notation skos:prefLabel foaf:name } ?c ?p ?name "
    "FILTER(CONTAINS(STR(?c), '/concept/') || EXISTS { ?anywhere lrt:concept ?c }) }"  # of places those that are named
)
_ACTORS: Final = "SELECT DISTINCT ?name WHERE { ?c a lrt:Actor ; skos:notation ?name }"
_DOCUMENTS: Final = "SELECT DISTINCT ?name WHERE { ?d a lrt:Document ; rdfs:label ?name }"
_MEETINGS: Final = (
    "SELECT DISTINCT ?name WHERE { { ?d a lrt:Document ; rdfs:label ?name } UNION "
    '{ ?m a lrt:Meeting BIND(STRAFTER(STR(?m), "/meeting/") AS ?name) } UNION '
    "{ ?m a lrt:Meeting ; lrt:date ?day BIND(STR(?day) AS ?name) } }"
)

# Parameter type of a query → what its values are called in the graph.
_VALUES: Final = {"concept": _THINGS, "meeting": _MEETINGS, "document": _DOCUMENTS}


def things(ctx: typer.Context, incomplete: str) -> list[str]:
    """Ids and labels of actors and instruments, and of the persons and places that minutes name."""
    return _silent(lambda: _matching(_in_graph(ctx, _THINGS), incomplete))


def actors(ctx: typer.Context, incomplete: str) -> list[str]:
    """Ids of actors."""
    return _silent(lambda: _matching(_in_graph(ctx, _ACTORS), incomplete))


def meetings(ctx: typer.Context, incomplete: str) -> list[str]:
    """Ids and days of meetings, and file names of documents."""
    return _silent(lambda: _matching(_in_graph(ctx, _MEETINGS), incomplete))


def cards(ctx: typer.Context, incomplete: str) -> list[str]:
    """All that has a card: things and meetings."""
    return _silent(lambda: _matching((*_in_graph(ctx, _THINGS), *_in_graph(ctx, _MEETINGS)), incomplete))


def documents(ctx: typer.Context, incomplete: str) -> list[str]:
    """File names of documents."""
    return _silent(lambda: _matching(_in_graph(ctx, _DOCUMENTS), incomplete))


def concepts(incomplete: str) -> list[str]:
    """Ids and labels of the gazetteer."""
    from lrtgraph.gazetteer import load

    def names() -> Iterable[str]:
        listed = load(Settings.default_gazetteers()).concepts.values()
        return (name for concept in listed for name in (concept.notation, concept.pref_label))

    return _silent(lambda: _matching(names(), incomplete))


def questions(incomplete: str) -> list[str]:
    """Names of the catalogue's questions."""
    from lrtgraph import queries

    return _silent(lambda: _matching(queries.names(), incomplete))


def tags(incomplete: str) -> list[str]:
    """Tags of the catalogue's questions."""
    from lrtgraph import queries

    return _silent(lambda: _matching((tag for each in queries.catalogue() for tag in each.tags), incomplete))


def parameters(ctx: typer.Context, incomplete: str) -> list[str]:
    """The parameters of the question that is asked, each with an example; behind the `=` the values that the graph has.

    An example, and not `name=` alone, because shells put a space behind what they complete.
    """
    from lrtgraph import queries

    def found() -> list[str]:
        name, equals, begun = incomplete.partition("=")
        question = ctx.params.get("name") or next(iter(ctx.args), "")  # an unfinished line is not wholly parsed
        taken = queries.load(question).parameters
        if not equals:
            return _matching((f"{each.name}={each.example}" for each in taken), incomplete)
        known = {each.name: each.type for each in taken}
        values = _in_graph(ctx, _VALUES[known[name]]) if known.get(name) in _VALUES else _choices(known.get(name, ""))
        return [f"{name}={value}" for value in _matching(values, begun)]

    return _silent(found)


def forms() -> list[str]:
    """The forms that a graph is exported in."""
    from lrtgraph.exports import FORMS

    return list(FORMS)


def _choices(kind: str) -> Iterable[str]:
    """The values of a parameter that has a fixed few."""
    from lrtgraph.arguments import choices

    return choices(kind)


def _in_graph(ctx: typer.Context, sparql: str) -> Iterable[str]:
    """The names that a query finds in the graph that the command line names so far."""
    from lrtgraph.sparql import select
    from lrtgraph.store import open_store

    with open_store(ctx.params.get("store") or Settings.default_store()) as source:
        return [row["name"] for row in select(source, sparql)]


def _matching(names: Iterable[str], incomplete: str) -> list[str]:
    """The names that begin like this, the shortest first.

    Shells drop what begins in another case, and take a name with a space for several words: those are left out.
    """
    found = {name for name in names if name.startswith(incomplete) and " " not in name}
    return sorted(found, key=lambda name: (len(name), name))[:_ENOUGH]


def _silent(found: Callable[[], list[str]]) -> list[str]:
    try:
        return found()
    except LrtgraphError:
        return []
