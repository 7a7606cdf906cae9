"""The forms of the library's graph: a NetworkX graph, an rdflib dataset, a file, a map."""

from __future__ import annotations

import os
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from lrtgraph.sparql import Day
from lrtgraph.store import Store

if TYPE_CHECKING:
    import networkx
    import rdflib

    from lrtgraph.mapview.writing import Map


class Forms:
    """What a graph that is open for reading can be made into; see `Graph`."""

    store: Store
    language: str

    def to_networkx(self, *, since: Day | None = None, until: Day | None = None) -> networkx.MultiDiGraph[str]:
        """The facts as a NetworkX graph: directed, weighted, an edge for each kind of relation.

        Nodes are ids of concepts with `label`, `kind`, `cls`, `iri`, `aliases` and `weight` (how many facts they are
        in); edges have a `kind` ("asks", "owns", ...), a `weight` and the IRIs of their `facts`.

        >>> graph.to_networkx().nodes["VNG"]["label"]
        'Vereniging van Nederlandse Gemeenten'
        """
        from lrtgraph.network.facts import read_facts
        from lrtgraph.network.projection import Selection, project
        from lrtgraph.queries.arguments import period

        return project(read_facts(self.store), Selection(*period(since, until)))

    def to_rdflib(self) -> rdflib.Dataset:
        """A copy of the graph as an rdflib Dataset, with its named graphs; takes seconds for 100,000 quads.

        >>> from rdflib import RDF, URIRef
        >>> documents = (None, RDF.type, URIRef("https://w3id.org/lrtgraph/def#Document"), None)
        >>> sum(1 for _ in graph.to_rdflib().quads(documents))
        3
        """
        import pyoxigraph
        import rdflib

        data = pyoxigraph.serialize(self.store.quads(), format=pyoxigraph.RdfFormat.N_QUADS)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's own parser uses what rdflib deprecates
            dataset = rdflib.Dataset(default_union=True)
            dataset.parse(data=data, format="nquads")
        return dataset

    def export(self, form: str, path: str | os.PathLike[str]) -> int:
        """Write the graph in another form; return how many of the form's units (triples, nodes, facts) were written.

        `form` is ttl, trig, nq, nt, jsonld, rdfxml, graphml, gexf, cytoscape, csv, xlsx or neo4j; `csv` and `neo4j`
        make a folder of files at `path`, the others one file.

        >>> graph.export("ttl", "graph.ttl") > 10_000
        True

        Raises InputError for an unknown form, and for a path that cannot be written.
        """
        from lrtgraph.exports import export

        return export(self.store, form, Path(path))

    def map(
        self, focus: str | None = None, *, hops: int = 1, since: Day | None = None, until: Day | None = None
    ) -> Map:
        """The map of the graph, or of what is `hops` (1 to 3) steps around `focus`; shows itself in a notebook.

        >>> graph.map("Spreidingswet").save("kaart.html")
        """
        from lrtgraph.mapview import render
        from lrtgraph.mapview.writing import Map, on_map, role_ranks
        from lrtgraph.names import with_administration
        from lrtgraph.network.facts import read_facts
        from lrtgraph.network.projection import Selection, project
        from lrtgraph.queries.arguments import period

        selection = Selection(*period(since, until), with_outcomes=True)
        facts = read_facts(self.store)
        graph = project(facts, selection)
        node = on_map(with_administration(self.store, focus, self.language), graph) if focus else None
        ranks = role_ranks(self.store)
        return Map(render(graph, facts, language=self.language, focus=node, hops=hops, ranks=ranks))
