"""The SPARQL update that replaces graphs."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, parse


def replacement(drop: Iterable[str], add: Iterable[Quad] | bytes, forget: Iterable[tuple[str, str]] = ()) -> str:
    """The update that drops graphs, forgets subjects and adds quads or N-Quads; a store runs it in one transaction.

    >>> s, p, o, g = (NamedNode(f"urn:{name}") for name in "spog")
    >>> print(replacement(["urn:a"], [Quad(s, p, o, g)]))
    DROP SILENT GRAPH <urn:a> ;
    INSERT DATA {
    GRAPH <urn:g> {
    <urn:s> <urn:p> <urn:o> .
    }
    }
    """
    by_graph: dict[str, list[str]] = {}
    for quad in parse(add, format=RdfFormat.N_QUADS) if isinstance(add, bytes) else add:
        graph = "" if isinstance(quad.graph_name, DefaultGraph) else str(quad.graph_name)
        by_graph.setdefault(graph, []).append(f"{quad.subject} {quad.predicate} {quad.object} .")
    parts = [f"DROP SILENT GRAPH {NamedNode(graph)} ;" for graph in drop]
    parts += [
        f"DELETE WHERE {{ GRAPH {NamedNode(graph)} {{ {NamedNode(subject)} ?p ?o }} }} ;" for graph, subject in forget
    ]
    if by_graph:
        parts.append("INSERT DATA {")
        for graph, lines in by_graph.items():
            body = "\n".join(lines)
            parts.append(f"GRAPH {graph} {{\n{body}\n}}" if graph else body)
        parts.append("}")
    return "\n".join(parts)
