"""The graph in other forms: RDF files, network files, tables, and CSV for Neo4j.

Each form is one function in one file; `export` finds it by the form's name.
"""

from lrtgraph.exports.forms import FORMS, Form, export

__all__ = ["FORMS", "Form", "export"]
