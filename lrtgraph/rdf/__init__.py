"""Records as RDF: the same record gives the same quads, in the same order, without a clock."""

from lrtgraph.rdf.record import Written, quads, trig

__all__ = ["Written", "quads", "trig"]
