"""PDF: pages to text, with the columns and tables that lines and gaps draw.

rules     the lines that are drawn on a page
text      words with places on a page as lines in reading order
grid      tables with lines around them
columns   tables without
tables    the lines of a page with its tables
reading   a whole file, page by page
"""

from lrtgraph.documents.pdf.reading import read

__all__ = ["read"]
