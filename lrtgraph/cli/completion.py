"""Shell completion of names from the graph; a graph that cannot be read completes nothing."""

from __future__ import annotations

from collections.abc import Iterator

from lrtgraph.errors import LrtgraphError
from lrtgraph.resources import Settings

_ENOUGH = 50


def things(incomplete: str) -> list[str]:
    """Ids and labels of concepts that begin like this, in any case."""
    return _matching(
        "SELECT DISTINCT ?name WHERE { VALUES ?p { skos:notation skos:prefLabel } ?c ?p ?name }", incomplete
    )


def actors(incomplete: str) -> list[str]:
    """Ids of actors that begin like this."""
    return _matching("SELECT DISTINCT ?name WHERE { ?c a lrt:Actor ; skos:notation ?name }", incomplete)


def meetings(incomplete: str) -> list[str]:
    """Ids of meetings and file names of documents that begin like this."""
    return _matching(
        "SELECT DISTINCT ?name WHERE { { ?d a lrt:Document ; rdfs:label ?name } UNION "
        '{ ?m a lrt:Meeting BIND(STRAFTER(STR(?m), "/meeting/") AS ?name) } }',
        incomplete,
    )


def _matching(sparql: str, incomplete: str) -> list[str]:
    from lrtgraph.sparql import select
    from lrtgraph.store import open_store

    def found() -> Iterator[str]:
        with open_store(Settings.default_store()) as source:
            wanted = incomplete.casefold()
            yield from (row["name"] for row in select(source, sparql) if row["name"].casefold().startswith(wanted))

    try:
        return sorted(set(found()), key=lambda name: (len(name), name))[:_ENOUGH]
    except LrtgraphError:
        return []
