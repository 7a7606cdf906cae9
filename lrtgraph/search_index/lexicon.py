"""What an index knows of words: those that its texts have, and the names of the graph's concepts."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from itertools import chain
from typing import Final

from lrtgraph import names
from lrtgraph.dutch.word_forms import plain
from lrtgraph.resources import word_list
from lrtgraph.search_index.stemming import WORD, bare, stem
from lrtgraph.sparql import Source
from lrtgraph.vocabulary import local_id

SCHEMA: Final = """
CREATE TABLE vocabulary (word TEXT PRIMARY KEY, stem TEXT) WITHOUT ROWID;
CREATE INDEX vocabulary_stem ON vocabulary (stem);
CREATE TABLE names (form TEXT, rank INTEGER, concept TEXT, PRIMARY KEY (form, concept)) WITHOUT ROWID;
"""
_NAMED_APART: Final = ("place:%", "gemeente:%", "provincie:%", "person:%")
_NO_SIGN: Final = re.compile(r"[\W_]+")


def put_words(db: sqlite3.Connection, texts: Iterable[str]) -> None:
    """Take the words of texts into the vocabulary; words of a text that goes stay, for no passage has them then."""
    words = set(map(bare, {word for text in texts for word in WORD.findall(text)}))
    rows = ((word, stem(word)) for word in sorted(words) if word.isalpha())
    db.executemany("INSERT OR IGNORE INTO vocabulary VALUES (?, ?)", rows)


def put_names(db: sqlite3.Connection, source: Source) -> None:
    """Take the names of all concepts of a graph, in place of those that were there."""
    found: dict[tuple[str, str], int] = {}
    for rank, iri, text in names.every_label(source):
        key = (names.normal(text), local_id(iri))
        found[key] = min(rank, found.get(key, rank))
    db.execute("DELETE FROM names")
    rows = sorted((form, rank, concept) for (form, concept), rank in found.items() if form)
    db.executemany("INSERT INTO names VALUES (?, ?, ?)", rows)


def token(concept: str) -> str:
    """A concept's id as one word of the index.

    >>> token("place:Ter_Apel")
    'placeterapel'
    """
    return _NO_SIGN.sub("", plain(concept))


class Lexicon:
    """The words and names of an index."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._known: dict[str, bool] = {}

    def has(self, word: str) -> bool:
        """Whether a text of the index has the word."""
        if word not in self._known:
            row = self._db.execute("SELECT 1 FROM vocabulary WHERE word = ?", (word,)).fetchone()
            self._known[word] = row is not None
        return self._known[word]

    def knows(self, word: str) -> bool:
        """Whether it is a word: of the index, or of those that minutes are full of."""
        return word in _words() or self.has(word)

    def of_stem(self, *stems: str) -> list[str]:
        """The words with one of these stems."""
        marks = ",".join("?" * len(stems))
        return self._column(f"SELECT word FROM vocabulary WHERE stem IN ({marks}) ORDER BY word", stems)

    def beginning(self, prefix: str) -> list[str]:
        """The words that begin so."""
        return self._column("SELECT word FROM vocabulary WHERE substr(word, 1, ?) = ? ORDER BY word",
                            (len(prefix), prefix))  # fmt: skip

    def around(self, forms: Collection[str]) -> list[str]:
        """The words in which one of these forms stands, but for names of people and places."""
        least = [form for form in sorted(forms) if not any(other != form and other in form for other in forms)]
        holds = " OR ".join("instr(word, ?)" for _ in least) or "0"
        apart = " OR ".join("concept LIKE ?" for _ in _NAMED_APART)
        text = f"""SELECT word FROM vocabulary WHERE ({holds})
          AND NOT EXISTS (SELECT 1 FROM names WHERE form = word AND ({apart})) ORDER BY word"""
        return self._column(text, (*least, *_NAMED_APART))

    def concepts(self, name: str) -> tuple[str, ...]:
        """The concepts of which this is a name, by the surest of their labels that are so."""
        rows = self._db.execute("SELECT rank, concept FROM names WHERE form = ? ORDER BY rank, concept", (name,))
        found = rows.fetchall()
        return tuple(concept for rank, concept in found if rank == found[0][0])

    def _column(self, sql: str, values: Sequence[object]) -> list[str]:
        return list(chain.from_iterable(self._db.execute(sql, values)))


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    return frozenset(map(plain, word_list("words.txt")))
