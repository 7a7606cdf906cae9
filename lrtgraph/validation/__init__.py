"""Holding a graph against the shapes in `ontology/shapes/`: SHACL, by pySHACL, one document's graph at a time.

checking   what the shapes find in some triples, and the findings as a graph
portions   a store or a file in portions, each held against the shapes
"""

from lrtgraph.validation.checking import SEVERITIES, Finding, check, report_graph
from lrtgraph.validation.portions import validate, validate_file

__all__ = ["SEVERITIES", "Finding", "check", "report_graph", "validate", "validate_file"]
