"""The database: passages and their stems, in step with what readers of the store see."""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final, Self

from lrtgraph import vocabulary as v
from lrtgraph.errors import NoStoreError
from lrtgraph.search_index.passages import Passage, Prepared, prepared_from
from lrtgraph.search_index.stemming import asked
from lrtgraph.sparql import solutions
from lrtgraph.store import Store, is_endpoint, newest_view, open_store

FILE: Final = "search.sqlite"
_GRAPHS: Final = v.graph_iri("")
_FORM: Final = 2  # of the tables; a file in another form is made anew
_SCHEMA: Final = f"""
BEGIN IMMEDIATE;
DROP TABLE IF EXISTS state;
DROP TABLE IF EXISTS graphs;
DROP TABLE IF EXISTS passages;
DROP TABLE IF EXISTS words;
CREATE TABLE state (version TEXT);
CREATE TABLE graphs (graph TEXT PRIMARY KEY, stamp TEXT);
CREATE TABLE passages (
  id INTEGER PRIMARY KEY, graph TEXT, fact TEXT, kind TEXT, document TEXT, meeting TEXT, date TEXT, latest TEXT,
  line INTEGER, page INTEGER, start INTEGER, end INTEGER, text TEXT
);
CREATE INDEX passages_graph ON passages (graph);
CREATE VIRTUAL TABLE words USING fts5 (stems, tokenize = "unicode61 remove_diacritics 0");
PRAGMA user_version = {_FORM};
COMMIT;
"""
_STAMPS: Final = f"""SELECT ?graph ?ended WHERE {{ GRAPH <{v.PROVENANCE_GRAPH}> {{
  ?activity <{v.iri("prov:generated")}> ?graph ; <{v.iri("prov:endedAtTime")}> ?ended
}} }}"""


class SearchIndex:
    """The index of one store; a context manager."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._db = _connect(store)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self._db.close()

    def sync(self, ready: Mapping[str, Iterable[Prepared]] | None = None) -> int:
        """Bring the index in step with the store; return how many documents were read or were ready.

        `ready` are the passages of graphs by their IRI, for those that need not be read from the store. Nothing is
        done where the store's version is the same. A document is taken again where it was written to the graph at
        another time than what is indexed, or where that time is not known and what it says has changed.
        """
        version = newest_view(self._store.where)
        if version and self._db.execute("SELECT 1 FROM state WHERE version = ?", (version,)).fetchone():
            return 0
        known = dict(self._db.execute("SELECT graph, stamp FROM graphs"))
        present = [graph for graph in self._store.graphs() if _is_document(graph)]
        stamps = _stamps(self._store)
        taken = 0
        with self._db:
            for graph in sorted(known.keys() - set(present)):
                self._drop(graph)
            for graph in present:
                stamp = stamps.get(graph)
                if stamp is None or stamp != known.get(graph):
                    made = (ready or {}).get(graph)
                    passages = prepared_from(self._store.quads(graph)) if made is None else made
                    taken += self._put(graph, passages, stamp or _digest(passages), known.get(graph))
            self._db.execute("DELETE FROM state")
            self._db.execute("INSERT INTO state VALUES (?)", (version,))
        return taken

    def search(self, text: str, limit: int = 20, *, since: str | None = None, until: str | None = None,
               meeting: str | None = None) -> list[Passage]:  # fmt: skip
        """The passages that hold all words of `text`, the best first; where they are few, those that hold some follow.

        `since` and `until` are ISO dates of meetings, `meeting` a meeting's IRI.
        """
        stems = [f'"{stem}"' for stem in asked(text)]
        found: list[Passage] = []
        kept: list[Passage] = []
        for joined in dict.fromkeys((" ".join(stems), " OR ".join(stems))) if stems else ():
            found += (Passage(*row) for row in self._db.execute(_SEARCH, {
                "words": joined, "limit": limit * 3, "since": since or "", "until": until or "9999", "meeting": meeting
            }))  # fmt: skip
            kept = _without_doubles(found)[:limit]
            if len(kept) >= _FEW:
                break
        return kept

    def _drop(self, graph: str) -> None:
        self._db.execute("DELETE FROM words WHERE rowid IN (SELECT id FROM passages WHERE graph = ?)", (graph,))
        self._db.execute("DELETE FROM passages WHERE graph = ?", (graph,))
        self._db.execute("DELETE FROM graphs WHERE graph = ?", (graph,))

    def _put(self, graph: str, passages: Iterable[Prepared], stamp: str, known: str | None) -> bool:
        """Index one graph; False where it is known to say the same."""
        if stamp == known:
            return False
        if known is not None:
            self._drop(graph)
        for passage, stems in passages:
            row = self._db.execute(_INSERT, (graph, *passage[:-1]))
            self._db.execute("INSERT INTO words (rowid, stems) VALUES (?, ?)", (row.lastrowid, stems))
        self._db.execute("INSERT INTO graphs VALUES (?, ?)", (graph, stamp))
        return True


_INSERT: Final = "INSERT INTO passages VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_FEW: Final = 5  # full hits below which partial ones follow
# A paragraph or figure shorter than a sentence (a heading, "310 woningen") names its subject, and says little of it.
_SEARCH: Final = """
SELECT fact, kind, document, meeting, date, latest, line, page, start, end, text,
  -bm25(words) * CASE WHEN fact IS NULL OR kind = 'doel' THEN min(1.0, length(text) / 120.0) ELSE 1.0 END AS score
FROM words JOIN passages ON passages.id = words.rowid
WHERE words MATCH :words AND coalesce(latest, '9998') >= :since AND coalesce(date, latest, '') <= :until
  AND (:meeting IS NULL OR meeting = :meeting)
ORDER BY score DESC, passages.graph, passages.id LIMIT :limit
"""


def _connect(store: Store) -> sqlite3.Connection:
    """The database in the store's folder, or one in memory where there is no place for it."""
    if not is_endpoint(store.where) and Path(store.where).is_dir():
        with suppress(sqlite3.Error):
            return _formed(sqlite3.connect(Path(store.where) / FILE, timeout=30))
    return _formed(sqlite3.connect(":memory:"))


def _formed(db: sqlite3.Connection) -> sqlite3.Connection:
    [(form,)] = db.execute("PRAGMA user_version")
    if form != _FORM:
        db.executescript(_SCHEMA)
    return db


def _is_document(graph: str) -> bool:
    return graph.startswith(_GRAPHS) and re.fullmatch(r"[0-9a-f]{64}", graph[len(_GRAPHS) :]) is not None


def _stamps(store: Store) -> dict[str, str]:
    """When each graph was written, as the provenance graph says."""
    return {row["graph"].value: row["ended"].value for row in solutions(store, _STAMPS)}


def _digest(passages: Iterable[Prepared]) -> str:
    return hashlib.sha256(repr(list(passages)).encode()).hexdigest()


def _without_doubles(found: list[Passage]) -> list[Passage]:
    """Leave out a paragraph that shares words with a fact that was found, and further facts on the same words."""
    facts = [passage for passage in found if passage.fact]
    kept: dict[tuple[str, int, int], Passage] = {}
    for passage in found:
        if passage.fact or not any(_overlap(passage, fact) for fact in facts):
            kept.setdefault((passage.document, passage.start, passage.end), passage)
    return list(kept.values())


def _overlap(one: Passage, other: Passage) -> bool:
    return one.document == other.document and one.start < other.end and other.start < one.end


def sync(store: Store, ready: Mapping[str, Iterable[Prepared]] | None = None) -> int:
    """Bring the index of a store in step; see `SearchIndex.sync`."""
    with SearchIndex(store) as index:
        return index.sync(ready)


def sync_at(where: str, ready: Mapping[str, Iterable[Prepared]] | None = None) -> None:
    """Bring the index of the store at `where` in step with what readers see, if there is a store; an endpoint has none.

    `ready` as for `SearchIndex.sync`.
    """
    if not is_endpoint(where):
        with suppress(NoStoreError), open_store(where) as reader:
            sync(reader, ready)
