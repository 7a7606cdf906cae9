"""Full text over what was said and written, with Dutch stemming: SQLite's FTS5 in a file beside the graph.

The words of each passage are stemmed (Snowball) before they are indexed, and those of a question likewise. What else
a question asks for (other forms of a verb, the names of a concept, compounds) is found when it is asked, among the
words that the texts have, so that it costs the index nothing and never depends on the order of documents. The
index follows the graph: it knows the state of the store that it was made from, and brings itself up to date when
that has changed. Where it cannot be kept (an endpoint, a folder without write permission) it is made in memory.

passages   what can be found in one document
stemming   words and their stems, in texts and in questions
asking     a question as it is typed: words, phrases in quotes, beginnings*
lexicon    the words of the texts, and the names of the graph's concepts
expansion  what else a word asks for
highlighting  where in a passage that stands
index      the database
"""

from __future__ import annotations

from lrtgraph.search_index.asking import every_term
from lrtgraph.search_index.highlighting import highlight
from lrtgraph.search_index.index import FILE, SearchIndex, sync, sync_at
from lrtgraph.search_index.passages import Passage, packed, prepared, prepared_from
from lrtgraph.search_index.stemming import stem, stems_of

__all__ = [
    "FILE", "Passage", "SearchIndex", "every_term", "highlight", "packed", "prepared", "prepared_from", "stem",
    "stems_of", "sync", "sync_at",
]  # fmt: skip
