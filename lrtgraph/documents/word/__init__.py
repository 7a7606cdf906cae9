"""Word: docx to text, with its numbering, styles and tables."""

from lrtgraph.documents.word.docx import read

__all__ = ["read"]
