"""Records as RDF: the same record gives the same quads, in the same order, without a clock."""

from lrtgraph.rdf.record import quads

__all__ = ["quads"]
