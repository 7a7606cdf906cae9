"""Full text over what was said and written, with Dutch stemming: SQLite's FTS5 in a file beside the graph.

The words of each passage are stemmed (Snowball) before they are indexed, and those of a question likewise. The
index follows the graph: it knows the state of the store that it was made from, and brings itself up to date when
that has changed. Where it cannot be kept (an endpoint, a folder without write permission) it is made in memory.
"""

from __future__ import annotations

import hashlib
import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, Self

from lrtgraph.errors import NoStoreError
from lrtgraph.resources import resource
from lrtgraph.sparql import select
from lrtgraph.store import Store, is_endpoint, open_store
from lrtgraph.vocabulary import ID

FILE: Final = "search.sqlite"
_GRAPHS: Final = ID + "graph/"
_WORD: Final = re.compile(r"\w+(?:['’´]\w+)?")
_PARAGRAPH: Final = re.compile(r"\S(?:.*?\S)??(?=\s*\n\s*\n|\s*\Z)", re.DOTALL)
_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS state (version TEXT);
CREATE TABLE IF NOT EXISTS graphs (graph TEXT PRIMARY KEY, digest TEXT);
CREATE TABLE IF NOT EXISTS passages (
  id INTEGER PRIMARY KEY, graph TEXT, fact TEXT, kind TEXT, document TEXT, meeting TEXT, date TEXT, latest TEXT,
  line INTEGER, page INTEGER, start INTEGER, end INTEGER, text TEXT
);
CREATE INDEX IF NOT EXISTS passages_graph ON passages (graph);
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (stems, tokenize = "unicode61 remove_diacritics 0");
"""


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of text that can be found: a statement, an outcome, another fact, or a paragraph of a document.

    `kind` is the statement's act, the outcome's kind, "doel", "verantwoordelijkheid" or "tekst"; `start` and `end`
    are offsets in the document's text; `score` is FTS5's bm25 turned round, so that more is better.
    """

    fact: str | None
    kind: str
    document: str
    meeting: str
    date: str | None
    latest: str | None
    line: int
    page: int | None
    start: int
    end: int
    text: str
    score: float = 0.0


class SearchIndex:
    """The index of one store; a context manager."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._db = _connect(store)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self._db.close()

    def sync(self, changed: Iterable[str] | None = None) -> int:
        """Bring the index in step with the store; return how many documents were read.

        `changed` names the graphs that were replaced since the last time, where the caller knows them; without it
        every graph is held against what is indexed. Nothing is done where the store's version is the same.
        """
        version = _version(self._store)
        known = dict(self._db.execute("SELECT graph, digest FROM graphs"))
        if version and self._db.execute("SELECT 1 FROM state WHERE version = ?", (version,)).fetchone():
            return 0
        present = [graph for graph in self._store.graphs() if _is_document(graph)]
        suspects = None if changed is None else set(changed)
        read = 0
        with self._db:
            for graph in sorted(known.keys() - set(present)):
                self._drop(graph)
            for graph in present:
                if suspects is None or graph in suspects or graph not in known:
                    read += self._put(graph, known.get(graph))
            self._db.execute("DELETE FROM state")
            self._db.execute("INSERT INTO state VALUES (?)", (version,))
        return read

    def search(self, text: str, limit: int = 20, *, since: str | None = None, until: str | None = None,
               meeting: str | None = None) -> list[Passage]:  # fmt: skip
        """The passages that hold all words of `text`, or where there are none, any of them; the best first.

        `since` and `until` are ISO dates of meetings, `meeting` a meeting's IRI.
        """
        stems = [f'"{stem}"' for stem in asked(text)]
        if not stems:
            return []
        for joined in dict.fromkeys((" ".join(stems), " OR ".join(stems))):
            found = [Passage(*row) for row in self._db.execute(_SEARCH, {
                "words": joined, "limit": limit * 3, "since": since or "", "until": until or "9999", "meeting": meeting
            })]  # fmt: skip
            if found:
                return _without_doubles(found)[:limit]
        return []

    def _drop(self, graph: str) -> None:
        self._db.execute("DELETE FROM words WHERE rowid IN (SELECT id FROM passages WHERE graph = ?)", (graph,))
        self._db.execute("DELETE FROM passages WHERE graph = ?", (graph,))
        self._db.execute("DELETE FROM graphs WHERE graph = ?", (graph,))

    def _put(self, graph: str, known: str | None) -> bool:
        """Index one graph; False where nothing in it has changed."""
        passages = list(_passages(self._store, graph))
        digest = hashlib.sha256(repr(passages).encode()).hexdigest()
        if digest == known:
            return False
        self._drop(graph)
        for passage in passages:
            row = self._db.execute(
                "INSERT INTO passages VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (graph, passage.fact, passage.kind, passage.document, passage.meeting, passage.date, passage.latest,
                 passage.line, passage.page, passage.start, passage.end, passage.text),
            )  # fmt: skip
            self._db.execute(
                "INSERT INTO words (rowid, stems) VALUES (?, ?)", (row.lastrowid, " ".join(stems_of(passage.text)))
            )
        self._db.execute("INSERT INTO graphs VALUES (?, ?)", (graph, digest))
        return True


_SEARCH: Final = """
SELECT fact, kind, document, meeting, date, latest, line, page, start, end, text, -bm25(words)
FROM words JOIN passages ON passages.id = words.rowid
WHERE words MATCH :words AND coalesce(latest, '9998') >= :since AND coalesce(date, latest, '') <= :until
  AND (:meeting IS NULL OR meeting = :meeting)
ORDER BY bm25(words), passages.id LIMIT :limit
"""


def stems_of(text: str) -> list[str]:
    """The stems of a text's words, in their order.

    >>> stems_of("De gemeenten huisvesten")
    ['de', 'gemeent', 'huisvest']
    """
    return [stem(match[0]) for match in _WORD.finditer(text)]


def asked(question: str) -> list[str]:
    """The stems that a question asks for: without function words, unless it has no other words.

    >>> asked("tekort aan woningen"), asked("aan")
    (['tekort', 'woning'], ['aan'])
    """
    words = [match[0] for match in _WORD.finditer(question)]
    return [stem(word) for word in words if word.casefold() not in _function_words()] or [stem(word) for word in words]


@lru_cache(maxsize=1)
def _function_words() -> frozenset[str]:
    lines = resource("data", "search_stopwords.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def highlight(text: str, question: str, on: str = "«", off: str = "»") -> str:
    """The text with the words that the question found between marks.

    >>> highlight("Gemeenten zijn aan zet.", "gemeente")
    '«Gemeenten» zijn aan zet.'
    """
    wanted = set(asked(question))
    return _WORD.sub(lambda match: f"{on}{match[0]}{off}" if stem(match[0]) in wanted else match[0], text)


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem of one word, without accents and in lower case."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))
    base = re.split(r"['’´]", plain)[0]
    # Snowball leaves the plural of "locatie" as it is.
    return str(_stemmer().stemWord(base[:-1] if base.endswith("ies") and len(base) > 5 else base))


@lru_cache(maxsize=1)
def _stemmer() -> Any:
    import snowballstemmer

    # The other Dutch stemmer takes ge- off, and so makes "gemeente" a form of "meent".
    return snowballstemmer.stemmer("dutch_porter")


def _connect(store: Store) -> sqlite3.Connection:
    """The database in the store's folder, or one in memory where there is no place for it."""
    if not is_endpoint(store.where) and Path(store.where).is_dir():
        try:
            db = sqlite3.connect(Path(store.where) / FILE, timeout=30)
            db.executescript(_SCHEMA)
        except sqlite3.Error:
            pass
        else:
            return db
    db = sqlite3.connect(":memory:")
    db.executescript(_SCHEMA)
    return db


def _version(store: Store) -> str:
    """What tells one state of an embedded store from another: the name of its newest view; "" where unknown."""
    if is_endpoint(store.where):
        return ""
    try:
        return (Path(store.where) / "current").read_text(encoding="utf-8").strip()
    except OSError:
        return ""


def _is_document(graph: str) -> bool:
    return graph.startswith(_GRAPHS) and re.fullmatch(r"[0-9a-f]{64}", graph[len(_GRAPHS) :]) is not None


def _passages(store: Store, graph: str) -> Iterator[Passage]:
    """What can be found in one document's graph: its facts, and the paragraphs of its text."""
    facts = list(select(store, _FACTS.replace("?graph", f"<{graph}>")))
    for row in select(store, _TEXTS.replace("?graph", f"<{graph}>")):
        place = (row["document"], row["meeting"], _text(row["date"]), _text(row["latest"]))
        for fact in facts:
            yield Passage(
                fact["fact"], fact["kind"], *place,
                fact["line"], fact["page"], fact["start"], fact["end"], fact["quote"],
            )  # fmt: skip
        text = row["text"]
        for match in _PARAGRAPH.finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            yield Passage(None, "tekst", *place, line, None, match.start(), match.end(), match[0])


def _text(value: object) -> str | None:
    return None if value is None else str(value)


_FACTS: Final = """
PREFIX act: <https://w3id.org/lrtgraph/id/act/>
SELECT DISTINCT ?fact ?kind ?line ?page ?start ?end ?quote WHERE {
  GRAPH ?graph {
    ?fact lrt:evidence ?evidence .
    ?evidence lrt:line ?line ; oa:hasSelector [ oa:start ?start ; oa:end ?end ] , [ oa:exact ?quote ] .
    {
      ?fact lrt:act ?act BIND(STRAFTER(STR(?act), "/id/act/") AS ?kind)
    } UNION {
      VALUES (?class ?kind) {
        (lrt:Besluit "besluit") (lrt:Afspraak "afspraak") (lrt:Actie "actie") (lrt:Toezegging "toezegging")
        (lrt:Target "doel") (lrt:Responsibility "verantwoordelijkheid")
      }
      ?fact a ?class
    }
    OPTIONAL { ?evidence lrt:page ?page }
  }
} ORDER BY ?start ?fact
"""
_TEXTS: Final = """
SELECT DISTINCT ?document ?meeting ?date ?latest ?text WHERE {
  GRAPH ?graph {
    ?d nif:isString ?text ; rdfs:label ?document ; lrt:reportsOn ?meeting
    OPTIONAL { ?meeting lrt:date ?date }
    OPTIONAL { ?meeting lrt:latest ?latest }
  }
}
"""


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


def sync(store: Store, changed: Iterable[str] | None = None) -> int:
    """Bring the index of a store in step; see `SearchIndex.sync`."""
    with SearchIndex(store) as index:
        return index.sync(changed)


def sync_at(where: str, changed: Iterable[str] | None = None) -> None:
    """Bring the index of the store at `where` in step with what readers see, if there is a store; an endpoint has none.

    `changed` as for `SearchIndex.sync`.
    """
    if not is_endpoint(where):
        with suppress(NoStoreError), open_store(where) as reader:
            sync(reader, changed)
