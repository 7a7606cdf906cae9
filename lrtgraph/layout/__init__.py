"""Layout: a document's text as blocks with cleaned text and an offset map, and its agenda.

Page furniture is taken out of sentences, wrapped and broken words are joined, scanning errors mended where that is
sure; heads, nested bullets, attendance lists and tables are told apart. Every character keeps its raw offset.

lines              the raw text as lines, and
  frames           what is set in a drawn box among them
  quoted           what a mail quotes
  item_times       times beside heads
  paired_labels    two labels on one line
  margins          numbers of lines, and labels, in a margin of their own
markup             Markdown: the text that its marks leave
front_matter       where the body begins
furniture          what stands on a page for the page's sake, by
  furniture_words    the words of its lines
  letterheads        letterheads that come back on a page
  contents           a table of contents, and an agenda that is announced as a list
  signature          the end of a letter, mail or list of decisions
page               what the lines of a document tell
head_words         standing heads, and the shape of a head's words
tables             tables
attendance         attendance lists
heads              which lines are heads
body               running text, tables and heads under their items, by
  bullets          markers in front of lines
  entries          lines of lists that have none
  flow             which lines make one paragraph or bullet
joining            the lines of one unit as one text, by
  lexicon          what must be known of words
  repair           what scanning did to characters
bounding           no block longer than a person would read
reading            all of this, one after the other
"""

from __future__ import annotations

from lrtgraph.layout.lexicon import Lexicon
from lrtgraph.layout.reading import read_layout

__all__ = ["Lexicon", "read_layout"]
