"""Records as RDF: the same record gives the same quads, in the same order, without a clock.

written    RDF terms as TriG writes them, in text
terms      RDF terms from Python values, for what is no record
names      persons, places and units that no gazetteer lists
tasks      keys by which outcomes of several meetings, or of text and list, find each other
listing    which row of a list has again what the text tells
naming     what the graph of a document calls things
deputies   for whom a gedeputeerde speaks
evidence   what proves the facts of a document
stands     what a statement does towards whom
document   the document, its meeting, agenda and mentions, and what every fact has
record     one record as quads, by all of these
"""

from lrtgraph.rdf.record import Written, quads, trig

__all__ = ["Written", "quads", "trig"]
