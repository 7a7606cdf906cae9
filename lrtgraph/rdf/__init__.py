"""Records as RDF: the same record gives the same quads, in the same order, without a clock.

written    RDF terms as TriG writes them, in text
terms      RDF terms from Python values, for what is no record
names      nodes of persons, places and units that no gazetteer lists
again      tasks of running text that the list of the same minutes has again
tasks      keys by which outcomes of several meetings find each other
naming     what the graph of a document calls things
persons    the persons of a record
deputies   for whom a gedeputeerde speaks
evidence   what proves the facts of a document
stands     what a statement does towards whom
record     one record as quads, by all of these
"""

from lrtgraph.rdf.record import Written, quads, trig

__all__ = ["Written", "quads", "trig"]
