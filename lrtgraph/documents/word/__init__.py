"""Word: docx to text, with its numbering, styles and tables.

markup   the XML of Word
styles   what styles and lists make of paragraphs
docx     a whole file
"""

from lrtgraph.documents.word.docx import read

__all__ = ["read"]
