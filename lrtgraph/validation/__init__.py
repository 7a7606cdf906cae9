"""Holding a graph against the shapes in `ontology/shapes/`: SHACL, by pySHACL, one document's graph at a time."""

from lrtgraph.validation.checking import SEVERITIES, Finding, check
from lrtgraph.validation.portions import validate, validate_file
from lrtgraph.validation.report import report_graph

__all__ = ["SEVERITIES", "Finding", "check", "report_graph", "validate", "validate_file"]
