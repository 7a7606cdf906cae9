"""The graph as a network: its facts as rows, their NetworkX projection, and what can be measured on it.

facts        the facts of a graph as rows
projection   these as a NetworkX graph
counting     its edges, counted without making it
analysis     what can be measured on it
cache        what was measured on all of it, in a file beside the graph
"""

from lrtgraph.network.counting import Counted, count_edges
from lrtgraph.network.facts import FactRow, Facts, MeetingRow, Thing, in_order, read_facts
from lrtgraph.network.projection import EDGE_KINDS, Edge, Selection, edges, is_outcome, outcome_id, project

__all__ = [
    "EDGE_KINDS",
    "Counted",
    "Edge",
    "FactRow",
    "Facts",
    "MeetingRow",
    "Selection",
    "Thing",
    "count_edges",
    "edges",
    "in_order",
    "is_outcome",
    "outcome_id",
    "project",
    "read_facts",
]
