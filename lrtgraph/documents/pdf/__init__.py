"""PDF: pages to text, with the columns and tables that lines and gaps draw."""

from lrtgraph.documents.pdf.reading import read

__all__ = ["read"]
