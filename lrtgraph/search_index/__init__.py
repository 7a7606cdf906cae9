"""Full text over what was said and written, with Dutch stemming: SQLite's FTS5 in a file beside the graph.

The words of each passage are stemmed (Snowball) before they are indexed, and those of a question likewise. The
index follows the graph: it knows the state of the store that it was made from, and brings itself up to date when
that has changed. Where it cannot be kept (an endpoint, a folder without write permission) it is made in memory.

passages   what can be found in one document
stemming   words and their stems, in texts and in questions
index      the database
"""

from __future__ import annotations

from lrtgraph.search_index.index import FILE, SearchIndex, sync, sync_at
from lrtgraph.search_index.passages import Passage, Prepared, prepared, prepared_from
from lrtgraph.search_index.stemming import asked, highlight, stem, stems_of

__all__ = [
    "FILE", "Passage", "Prepared", "SearchIndex", "asked", "highlight", "prepared", "prepared_from", "stem", "stems_of",
    "sync", "sync_at",
]  # fmt: skip
