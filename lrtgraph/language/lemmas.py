"""Lemmas looked up by form and part of speech, where the training data leaves no doubt.

The model's lemmatizer chooses an edit for every token; for a form that the treebank has seen, and nearly always with
the same lemma as this part of speech, looking it up is safer and faster. The table travels inside the model.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.parts_of_speech import IDS as POS_IDS  # type: ignore[import-not-found]
from spacy.pipeline.edit_tree_lemmatizer import EditTreeLemmatizer
from spacy.strings import StringStore
from spacy.tokens import Doc
from thinc.api import Model

FACTORY = "lrtgraph_lemmas"
LEMMATIZER = "lrtgraph_lemmatizer"
_FILE = "lemmas.json.gz"
_KEYS: list[int | str] = ["POS", "ORTH", "LOWER"]


class LemmaTable:
    """A pipeline component that sets the lemmas it knows by part of speech and form, and leaves the others open.

    It runs before the lemmatizer, which does not overwrite what is there.
    """

    def __init__(self, strings: StringStore, name: str = FACTORY) -> None:
        self.name = name
        self.table: dict[str, dict[str, str]] = {}
        self._strings = strings
        self._hashes: dict[tuple[int, int], int] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set the lemmas that the table knows and return the Doc.

        >>> import spacy
        >>> vocab = spacy.blank("nl").vocab
        >>> component = LemmaTable(vocab.strings); component.fill([("VERB", "besloot", "besluiten")])
        >>> [token.lemma_ for token in component(Doc(vocab, ["Besloot", "COA"], pos=["VERB", "PROPN"]))]
        ['besluiten', '']
        """
        known = self._hashes
        lemmas: Any = np.zeros(len(doc), dtype="uint64")
        for i, (pos, orth, lower) in enumerate(doc.to_array(_KEYS).tolist()):
            lemmas[i] = known.get((pos, orth)) or known.get((pos, lower)) or 0
        return doc.from_array(["LEMMA"], lemmas)

    def fill(self, rows: Iterable[tuple[str, str, str]]) -> None:
        """Add rows of part of speech, form and lemma."""
        for pos, form, lemma in rows:
            self.table.setdefault(pos, {})[form] = lemma
        self._number()

    def _number(self) -> None:
        """The table in spaCy's numbers, which is what a Doc holds."""
        add = self._strings.add
        self._hashes = {
            (POS_IDS[pos], add(form)): add(lemma) for pos, forms in self.table.items() for form, lemma in forms.items()
        }

    def to_disk(self, path: str | Path, exclude: Iterable[str] = ()) -> None:
        """Write the table into the folder `path`; the same table gives the same bytes."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        text = json.dumps(self.table, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        (folder / _FILE).write_bytes(gzip.compress(text.encode("utf-8"), mtime=0))

    def from_disk(self, path: str | Path, exclude: Iterable[str] = ()) -> LemmaTable:
        """Read the table from the folder `path`; raises OSError where it is not there."""
        self.table = json.loads(gzip.decompress((Path(path) / _FILE).read_bytes()))
        self._number()
        return self

    def to_bytes(self, exclude: Iterable[str] = ()) -> bytes:
        """The table as bytes, for spaCy's own serialisation."""
        return json.dumps(self.table, ensure_ascii=False, sort_keys=True).encode("utf-8")

    def from_bytes(self, data: bytes, exclude: Iterable[str] = ()) -> LemmaTable:
        """The inverse of `to_bytes`."""
        self.table = json.loads(data)
        self._number()
        return self


@Language.factory(FACTORY, assigns=["token.lemma"], requires=["token.pos"], retokenizes=False)
def make_lemma_table(nlp: Language, name: str) -> Any:
    """Make the empty component; its table comes from the model's folder."""
    return LemmaTable(nlp.vocab.strings, name)


_KEEP = -2  # in the place of an edit tree: the token has a lemma already


class GapLemmatizer(EditTreeLemmatizer):
    """spaCy's trainable lemmatizer, but only for the tokens that have no lemma yet, which saves most of its time."""

    def predict(self, docs: Iterable[Doc]) -> list[Any]:
        """The edit trees of each Doc's tokens: -1 where none fits, `_KEEP` where nothing is to be done."""
        docs = list(docs)
        gaps = [np.flatnonzero(doc.to_array("LEMMA") == 0) if len(doc) else np.zeros(0, "int64") for doc in docs]
        guesses = [np.full(len(doc), _KEEP, dtype="int64") for doc in docs]
        if not sum(map(len, gaps)):
            return guesses
        encoder, classifier = self.model.layers
        rows = np.concatenate([vectors[gap] for vectors, gap in zip(encoder.predict(docs), gaps, strict=True)])
        scores = classifier.predict([rows])[0]
        best = scores.argmax(axis=1).tolist()
        row = 0
        for doc, gap, guess in zip(docs, gaps, guesses, strict=True):
            for i in gap.tolist():
                guess[i] = self._fitting(best[row], scores[row], doc[i].text)
                row += 1
        return guesses

    def _fitting(self, best: int, scores: Any, text: str) -> int:
        """The first of the `top_k` best edit trees that can be applied to a form, -1 where there is none."""
        tree: int = self.cfg["labels"][best]
        if self.trees.apply(tree, text) is not None:
            return tree
        for candidate in np.argsort(-scores, kind="stable")[1 : self.top_k].tolist():
            tree = self.cfg["labels"][candidate]
            if self.trees.apply(tree, text) is not None:
                return tree
        return -1

    def set_annotations(self, docs: Iterable[Doc], batch_tree_ids: Any) -> None:
        """Set the lemmas that `predict` found, the form itself where no edit tree fits."""
        for doc, trees in zip(docs, batch_tree_ids, strict=True):
            for i, tree in enumerate(trees.tolist()):
                if tree >= 0:
                    doc[i].lemma_ = self.trees.apply(tree, doc[i].text)
                elif tree != _KEEP:
                    doc[i].lemma_ = doc[i].text


@Language.factory(
    LEMMATIZER,
    assigns=["token.lemma"],
    requires=[],
    default_config={
        "backoff": "orth",
        "min_tree_freq": 3,
        "overwrite": False,
        "top_k": 1,
        "scorer": {"@scorers": "spacy.lemmatizer_scorer.v1"},
    },
)
def make_gap_lemmatizer(
    nlp: Language,
    name: str,
    model: Model[Any, Any],
    backoff: str | None,
    min_tree_freq: int,
    overwrite: bool,
    top_k: int,
    scorer: Callable[..., Any] | None,
) -> Any:
    """Make the component with the settings of spaCy's `trainable_lemmatizer`, whose weights it reads."""
    return GapLemmatizer(
        nlp.vocab,
        model,
        name,
        backoff=backoff,
        min_tree_freq=min_tree_freq,
        overwrite=overwrite,
        top_k=top_k,
        scorer=scorer,
    )
