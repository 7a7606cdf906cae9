"""Holding a graph against the shapes in `ontology/shapes/`: SHACL, by pySHACL, one document's graph at a time.

checking   what the shapes find in some triples
portions   a store or a file in portions, each held against the shapes
report     findings as a graph
"""

from lrtgraph.validation.checking import SEVERITIES, Finding, check
from lrtgraph.validation.portions import validate, validate_file
from lrtgraph.validation.report import report_graph

__all__ = ["SEVERITIES", "Finding", "check", "report_graph", "validate", "validate_file"]
