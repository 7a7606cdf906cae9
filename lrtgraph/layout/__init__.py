"""Layout: a document's text as blocks with cleaned text and an offset map, and its agenda.

Page furniture is taken out of sentences, wrapped and broken words are joined, scanning errors mended where that is
sure; heads, nested bullets, attendance lists and tables are told apart. Every character keeps its raw offset.
"""

from __future__ import annotations

from lrtgraph.layout.lexicon import Lexicon
from lrtgraph.layout.reading import read_layout

__all__ = ["Lexicon", "read_layout"]
