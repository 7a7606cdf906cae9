"""The SPARQL update that replaces graphs."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, parse


def replacement(
    drop: Iterable[str],
    add: Iterable[Quad] | bytes,
    forget: Iterable[tuple[str, str]] = (),
    leave: Iterable[Quad] = (),
) -> str:
    """The update that drops graphs, forgets subjects, takes out the quads that `leave` and adds quads or TriG.

    A store runs it in one transaction. Quads that leave have no blank nodes.

    >>> s, p, o, g = (NamedNode(f"urn:{name}") for name in "spog")
    >>> print(replacement(["urn:a"], [Quad(s, p, o, g)]))
    DROP SILENT GRAPH <urn:a> ;
    INSERT DATA {
    GRAPH <urn:g> {
    <urn:s> <urn:p> <urn:o> .
    }
    }
    """
    parts = [f"DROP SILENT GRAPH {NamedNode(graph)} ;" for graph in drop]
    parts += [
        f"DELETE WHERE {{ GRAPH {NamedNode(graph)} {{ {NamedNode(subject)} ?p ?o }} }} ;" for graph, subject in forget
    ]
    if out := _data(leave):
        parts.append(f"DELETE DATA {{\n{out}\n}} ;")
    if into := _data(parse(add, format=RdfFormat.TRIG) if isinstance(add, bytes) else add):
        parts.append(f"INSERT DATA {{\n{into}\n}}")
    return "\n".join(parts)


def _data(quads: Iterable[Quad]) -> str:
    """Quads as SPARQL has them, graph by graph."""
    by_graph: dict[str, list[str]] = {}
    for quad in quads:
        graph = "" if isinstance(quad.graph_name, DefaultGraph) else str(quad.graph_name)
        by_graph.setdefault(graph, []).append(f"{quad.subject} {quad.predicate} {quad.object} .")
    bodies = ((graph, "\n".join(lines)) for graph, lines in by_graph.items())
    return "\n".join(f"GRAPH {graph} {{\n{body}\n}}" if graph else body for graph, body in bodies)
