"""Lemmas looked up by form and part of speech, where the training data leaves no doubt.

The model's lemmatizer chooses an edit for every token; for a form that the treebank has seen often enough, and always
with the same lemma as this part of speech, looking it up is safer. The table travels inside the model.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

FACTORY = "lrtgraph_lemmas"
_FILE = "lemmas.json.gz"


class LemmaTable:
    """A pipeline component that overrules lemmas by a table of (part of speech, form) → lemma."""

    def __init__(self, name: str = FACTORY) -> None:
        self.name = name
        self.table: dict[str, dict[str, str]] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set the lemmas that the table knows and return the Doc.

        >>> import spacy
        >>> component = LemmaTable(); component.fill([("VERB", "besloot", "besluiten")])
        >>> doc = Doc(spacy.blank("nl").vocab, ["besloot"], pos=["VERB"])
        >>> component(doc)[0].lemma_
        'besluiten'
        """
        for token in doc:
            entries = self.table.get(token.pos_)
            if entries is not None:
                lemma = entries.get(token.text) or entries.get(token.lower_)
                if lemma:
                    token.lemma_ = lemma
        return doc

    def fill(self, rows: Iterable[tuple[str, str, str]]) -> None:
        """Add rows of part of speech, form and lemma."""
        for pos, form, lemma in rows:
            self.table.setdefault(pos, {})[form] = lemma

    def to_disk(self, path: str | Path, exclude: Iterable[str] = ()) -> None:
        """Write the table into the folder `path`; the same table gives the same bytes."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        text = json.dumps(self.table, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        (folder / _FILE).write_bytes(gzip.compress(text.encode("utf-8"), mtime=0))

    def from_disk(self, path: str | Path, exclude: Iterable[str] = ()) -> LemmaTable:
        """Read the table from the folder `path`; raises OSError where it is not there."""
        data: dict[str, dict[str, str]] = json.loads(gzip.decompress((Path(path) / _FILE).read_bytes()))
        self.table = data
        return self

    def to_bytes(self, exclude: Iterable[str] = ()) -> bytes:
        """The table as bytes, for spaCy's own serialisation."""
        return json.dumps(self.table, ensure_ascii=False, sort_keys=True).encode("utf-8")

    def from_bytes(self, data: bytes, exclude: Iterable[str] = ()) -> LemmaTable:
        """The inverse of `to_bytes`."""
        self.table = json.loads(data)
        return self


@Language.factory(FACTORY, assigns=["token.lemma"], requires=["token.pos"], retokenizes=False)
def make_lemma_table(nlp: Language, name: str) -> Any:
    """Make the empty component; its table comes from the model's folder."""
    return LemmaTable(name)
