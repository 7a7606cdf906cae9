"""Records and the gazetteer as RDF: the same input gives the same quads, in the same order, without a clock."""

from lrtgraph.rdf.gazetteer import gazetteer_quads
from lrtgraph.rdf.record import quads

__all__ = ["gazetteer_quads", "quads"]
