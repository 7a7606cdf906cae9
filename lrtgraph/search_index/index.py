"""The database: passages and their stems, in step with what readers of the store see."""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, Self

from lrtgraph import vocabulary as v
from lrtgraph.errors import NoStoreError
from lrtgraph.search_index.expansion import Sought, narrow, slips, wide
from lrtgraph.search_index.highlighting import Place, places
from lrtgraph.search_index.lexicon import SCHEMA, Lexicon, put_names, put_words
from lrtgraph.search_index.passages import Passage, Prepared, prepared_from, unpacked
from lrtgraph.sparql import solutions
from lrtgraph.store import Store, is_endpoint, newest_view, open_store

FILE: Final = "search.sqlite"
_GRAPHS: Final = v.graph_iri("")
_FORM: Final = 3  # of the tables; a file in another form is made anew
_SCHEMA: Final = f"""
BEGIN IMMEDIATE;
DROP TABLE IF EXISTS state;
DROP TABLE IF EXISTS graphs;
DROP TABLE IF EXISTS passages;
DROP TABLE IF EXISTS words;
DROP TABLE IF EXISTS vocabulary;
DROP TABLE IF EXISTS names;
CREATE TABLE state (version TEXT);
CREATE TABLE graphs (graph TEXT PRIMARY KEY, stamp TEXT);
CREATE TABLE passages (
  id INTEGER PRIMARY KEY, graph TEXT, fact TEXT, kind TEXT, document TEXT, meeting TEXT, date TEXT, latest TEXT,
  line INTEGER, page INTEGER, start INTEGER, end INTEGER, text TEXT, named TEXT
);
CREATE INDEX passages_graph ON passages (graph);
CREATE VIRTUAL TABLE words USING fts5 (stems, named, tokenize = "unicode61 remove_diacritics 0");
{SCHEMA}
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

    def sync(self, ready: Mapping[str, bytes] | None = None) -> int:
        """Bring the index in step with the store; return how many documents were read or were ready.

        `ready` are the packed passages of graphs by their IRI, for those that need not be read from the store. Nothing
        is done where the store's version is the same. A document is taken again where it was written to the graph at
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
                    passages = prepared_from(self._store.quads(graph)) if made is None else unpacked(made)
                    taken += self._put(graph, passages, stamp or _digest(passages), known.get(graph))
            put_names(self._db, self._store)
            self._db.execute("DELETE FROM state")
            self._db.execute("INSERT INTO state VALUES (?)", (version,))
        return taken

    def search(self, text: str, limit: int = 20, *, since: str | None = None, until: str | None = None,
               meeting: str | None = None) -> list[Passage]:  # fmt: skip
        """The passages that hold all words of `text`, the best first; where they are few, those that hold some follow.

        `since` and `until` are ISO dates of meetings, `meeting` a meeting's IRI.
        """
        lexicon = Lexicon(self._db)
        held = {"since": since or "", "until": until or "9999", "meeting": meeting}
        narrowly = narrow(text, lexicon)
        found = _without_doubles(self._holding(narrowly, "AND", limit * 3, held)) if narrowly else []
        if narrowly and len(found) < limit:
            widely = wide(text, lexicon)
            ways = [(widely, "AND", limit), (narrowly, "OR", _FEW), (widely, "OR", _FEW)]
            for at, (sought, joined, enough) in enumerate(ways):
                is_new = sought != narrowly or (at == 1 and len(narrowly) > 1)
                if is_new and len(found) < min(limit, enough):
                    found = _without_doubles([*found, *self._holding(sought, joined, limit * 3, held)])
            found = [_marked(passage, widely) for passage in found]
        return found[:limit]

    def slips(self, text: str) -> dict[str, str]:
        """The words of `text` that no passage has, each with the one that is looked for instead."""
        return slips(text, Lexicon(self._db))

    def _holding(self, sought: Sequence[Sought], joined: str, limit: int, held: Mapping[str, str | None]
                 ) -> list[Passage]:  # fmt: skip
        """The passages that hold what is sought: all of it where `joined` is AND, else some of it, the most first."""
        words = f" {joined} ".join(one.expression() for one in sought)
        looked_at = limit * 10 if any(one.is_literal for one in sought) else limit
        found: list[tuple[int, Passage]] = []
        for passage in self._best(words, looked_at, held):
            each = [_places(passage, one) for one in sought]
            if all(each) if joined == "AND" else any(each):
                marked = tuple(sorted({place for some in each for place in some}))
                found.append((sum(map(bool, each)), passage._replace(marked=marked)))
        return [passage for _, passage in sorted(found, key=lambda held: -held[0])]

    def _best(self, words: str, limit: int, held: Mapping[str, str | None]) -> list[Passage]:
        """The passages of an expression with the highest scores.

        FTS5 gives those with the highest bm25 fast, which weighing them makes none better: as many are looked at as
        it takes for those that were not to come behind.
        """
        most = _LOOKED_AT
        while True:
            ranks = dict(self._db.execute(_RANKED, {"words": words, "most": most}))
            rows = self._db.execute(_SEARCH, {"ids": json.dumps(list(ranks)), **held})
            best = sorted(((weight * -ranks[id], graph, id, row) for id, graph, weight, *row in rows),
                          key=lambda one: (-one[0], *one[1:3]))[:limit]  # fmt: skip
            if len(ranks) < most or (len(best) == limit and best[-1][0] > -max(ranks.values())):
                return [Passage(*row)._replace(named=_read(named), score=score) for score, _, _, (*row, named) in best]
            most *= 10

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
        put_words(self._db, (passage.text for passage, *_ in passages if passage.fact is None))
        for passage, *words in passages:
            row = self._db.execute(_INSERT, (graph, *passage[:-3], _written(passage.named)))
            self._db.execute("INSERT INTO words (rowid, stems, named) VALUES (?, ?, ?)", (row.lastrowid, *words))
        self._db.execute("INSERT INTO graphs VALUES (?, ?)", (graph, stamp))
        return True


_INSERT: Final = "INSERT INTO passages VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_FEW: Final = 5  # full hits below which partial ones follow
_LOOKED_AT: Final = 500  # passages at first
_RANKED: Final = "SELECT rowid, rank FROM words WHERE words MATCH :words ORDER BY rank LIMIT :most"
# A paragraph or figure shorter than a sentence (a heading, "310 woningen") names its subject, and says little of it.
_SEARCH: Final = """
SELECT id, graph, CASE WHEN fact IS NULL OR kind = 'doel' THEN min(1.0, length(text) / 120.0) ELSE 1.0 END,
  fact, kind, document, meeting, date, latest, line, page, start, end, text, named
FROM passages
WHERE id IN (SELECT value FROM json_each(:ids))
  AND coalesce(latest, '9998') >= :since AND coalesce(date, latest, '') <= :until
  AND (:meeting IS NULL OR meeting = :meeting)
"""


def _places(passage: Passage, sought: Sought) -> list[Place]:
    """Where a passage holds what is sought."""
    named = [(start, end) for start, end, concept in passage.named if concept in sought.concepts]
    return [*places(passage.text, sought), *named]


def _marked(passage: Passage, sought: Sequence[Sought]) -> Passage:
    """A passage with the places of all that is sought."""
    return passage._replace(marked=tuple(sorted({place for one in sought for place in _places(passage, one)})))


def _written(named: Iterable[tuple[int, int, str]]) -> str:
    """Mentions in one text; no id has a space."""
    return " ".join(f"{start}:{end}:{concept}" for start, end, concept in named)


def _read(written: str) -> tuple[tuple[int, int, str], ...]:
    parts = (mention.split(":", 2) for mention in written.split())
    return tuple((int(start), int(end), concept) for start, end, concept in parts)


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


def _without_doubles(passages: Iterable[Passage]) -> list[Passage]:
    """Leave out a paragraph that shares words with a fact that was found, and further facts on the same words."""
    found = list(passages)
    facts = [passage for passage in found if passage.fact]
    kept: dict[tuple[str, int, int], Passage] = {}
    for passage in found:
        if passage.fact or not any(_overlap(passage, fact) for fact in facts):
            kept.setdefault((passage.document, passage.start, passage.end), passage)
    return list(kept.values())


def _overlap(one: Passage, other: Passage) -> bool:
    return one.document == other.document and one.start < other.end and other.start < one.end


def sync(store: Store, ready: Mapping[str, bytes] | None = None) -> int:
    """Bring the index of a store in step; see `SearchIndex.sync`."""
    with SearchIndex(store) as index:
        return index.sync(ready)


def sync_at(where: str, ready: Mapping[str, bytes] | None = None) -> None:
    """Bring the index of the store at `where` in step with what readers see, if there is a store; an endpoint has none.

    `ready` as for `SearchIndex.sync`.
    """
    if not is_endpoint(where):
        with suppress(NoStoreError), open_store(where) as reader:
            sync(reader, ready)
