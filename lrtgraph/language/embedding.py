"""The embedding layer of the bundled model: words by their spelling, with prefixes and suffixes of several lengths.

spaCy's own layer knows one character in front and three behind. Dutch compounds and inflection want more, above all
for words that the small treebank has never seen. Everything depends on the spelling alone, so the layer computes each
distinct spelling of a batch once, which is what makes it fast.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import partial
from string import ascii_lowercase, ascii_uppercase, digits
from typing import Any

import numpy as np
from spacy.strings import get_string_id
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import HashEmbed, Maxout, Model, chain, concatenate

_DIGIT = re.compile(r"\d")
_SHAPE_RUNS = re.compile(r"(.)\1{2,}")
# For most words: the same as the general rules, five times as fast.
_ASCII_WORD = str.maketrans("123456789", "0" * 9)
_ASCII_SHAPE = str.maketrans(ascii_uppercase + ascii_lowercase + digits, "X" * 26 + "x" * 26 + "d" * 10)
_CACHE_LIMIT = 400_000
FEATURES = ("word", "suffix2", "suffix3", "suffix4", "suffix5", "prefix1", "prefix2", "prefix3", "shape")


def features_of(text: str) -> list[str]:
    """The spelling features of a token, in the order of `FEATURES`: lower-cased, digits as 0, without diacritics.

    >>> features_of("Vergunninghouders")[:4], features_of("COA's")[-1], features_of("1-4-2024")[0]
    (['vergunninghouders', 'rs', 'ers', 'ders'], "XX'x", '0-0-0000')
    """
    word = text.lower()
    if text.isascii():
        word = plain = word.translate(_ASCII_WORD)
        shape = text[:24].translate(_ASCII_SHAPE)
    else:
        word = _DIGIT.sub("0", word.replace("’", "'").replace("´", "'"))
        plain = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
        shape = "".join("X" if c.isupper() else "x" if c.isalpha() else "d" if c.isdigit() else c for c in text[:24])
    shape = _SHAPE_RUNS.sub(r"\1\1", shape)
    return [word, plain[-2:], plain[-3:], plain[-4:], plain[-5:], plain[:1], plain[:2], plain[:3], shape]


@registry.architectures("lrtgraph.SpellingEmbed.v1")  # type: ignore[untyped-decorator]
def spelling_embed(
    width: int, sizes: Sequence[int], rows: Sequence[int], word_dropout: float
) -> Model[list[Doc], list[Any]]:
    """The layer: `rows` hash buckets and a vector of `sizes` numbers a feature, mixed into `width` numbers a token.

    In training the word itself is hidden at the rate `word_dropout`, so that the model learns from its affixes.
    Raises ValueError where `rows` or `sizes` do not have one entry for each of `FEATURES`.
    """
    if len(rows) != len(FEATURES) or len(sizes) != len(FEATURES):
        raise ValueError(f"rows and sizes need {len(FEATURES)} entries, one for each of {', '.join(FEATURES)}")
    tables: list[Model[Any, Any]] = [
        HashEmbed(nO=size, nV=count, column=k, seed=20 + k)
        for k, (size, count) in enumerate(zip(sizes, rows, strict=True))
    ]
    mixed: Model[Any, Any] = chain(
        concatenate(*tables), Maxout(nO=width, nI=sum(sizes), nP=3, dropout=0.0, normalize=True)
    )
    # The cache of hashes is no attribute of the layer: thinc would store it with the weights.
    return Model(
        "spelling_embed",
        partial(_forward, cache={}),
        init=_init,
        layers=[mixed],
        attrs={"word_dropout": word_dropout},
        dims={"nO": width},
    )


def _init(model: Model[list[Doc], list[Any]], X: Any = None, Y: Any = None) -> None:
    keys = np.zeros((4, len(FEATURES)), dtype="uint64")
    model.layers[0].initialize(X=keys)


def _forward(
    model: Model[list[Doc], list[Any]], docs: list[Doc], is_train: bool, *, cache: dict[int, list[int]]
) -> tuple[list[Any], Callable[[list[Any]], list[Doc]]]:
    lengths = [len(doc) for doc in docs]
    orths = np.concatenate([doc.to_array("ORTH") for doc in docs]) if docs else np.zeros(0, dtype="uint64")
    unique, inverse = np.unique(orths, return_inverse=True)
    keys = _keys(cache, unique, docs)
    if not is_train:
        vectors = model.layers[0].predict(keys)[inverse] if len(unique) else np.zeros((0, model.get_dim("nO")), "f")
        return _split(vectors, lengths), lambda d_outputs: docs
    keys = keys[inverse]
    hidden = np.random.random(len(keys)) < model.attrs["word_dropout"]
    keys[hidden, 0] = 1
    vectors, backprop_mixed = model.layers[0](keys, is_train=True)

    def backprop(d_outputs: list[Any]) -> list[Doc]:
        backprop_mixed(np.concatenate([np.asarray(d) for d in d_outputs]))
        return docs

    return _split(vectors, lengths), backprop


def _keys(cache: dict[int, list[int]], orths: Any, docs: list[Doc]) -> Any:
    """Hashes of the features of each spelling, one row a spelling."""
    if len(cache) > _CACHE_LIMIT:
        cache.clear()
    keys = np.zeros((len(orths), len(FEATURES)), dtype="uint64")
    strings = docs[0].vocab.strings if docs else None
    for row, orth in enumerate(orths.tolist()):
        known = cache.get(orth)
        if known is None:
            assert strings is not None
            texts = features_of(strings[orth])
            known = cache[orth] = [get_string_id(f"{k}{text}") for k, text in enumerate(texts)]
        keys[row] = known
    return keys


def _split(vectors: Any, lengths: list[int]) -> list[Any]:
    return list(np.split(vectors, np.cumsum(lengths)[:-1])) if lengths else []
