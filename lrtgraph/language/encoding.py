"""The words' vectors in their context, for pipelines that are only used: what spaCy's layers compute, in less time.

A word's own vector depends on its spelling alone and is computed once. The bundled model's encoder is four equal layers
over a window of three words. spaCy runs each in six steps over the whole batch, with a copy between them. Here a few
rows at a time, small enough for the processor's cache, go through all steps of a layer. Every number that comes out is
the same to the last bit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
from spacy.pipeline.tok2vec import Tok2Vec
from spacy.tokens import Doc
from thinc.api import Model

from lrtgraph.language.arithmetic import ExactOps

_ROWS = 256  # rows at a time
_KEPT = 16_384
_LAYER = ["expand_window", "maxout", "layernorm", "dropout"]


@dataclass(frozen=True, slots=True)
class _Layer:
    """One layer's weights, those of the pieces of a maxout one behind the other."""

    weights: Any
    bias: Any
    pieces: int
    gain: Any
    shift: Any

    @staticmethod
    def of(residual: Model[Any, Any]) -> _Layer:
        _, maxout, norm, _ = _steps(residual)
        weights: Any = maxout.get_param("W")
        bias: Any = maxout.get_param("b")
        outputs, pieces, inputs = weights.shape
        by_piece = np.ascontiguousarray(weights.transpose((1, 0, 2))).reshape(pieces * outputs, inputs)
        return _Layer(by_piece, bias.T.ravel(), pieces, norm.get_param("G"), norm.get_param("b"))

    def add(self, vectors: Any, ops: Any) -> Any:
        """The vectors with what the layer adds to each from itself and its neighbours."""
        width = vectors.shape[1]
        edge = np.zeros((1, width), dtype="float32")
        around = np.concatenate([edge, vectors, edge])
        result = np.empty_like(vectors)
        for start in range(0, len(vectors), _ROWS):
            end = min(start + _ROWS, len(vectors))
            window = np.concatenate([around[start + k : end + k] for k in range(3)], axis=1)
            sums = ops.gemm(window, self.weights, trans2=True)
            sums += self.bias
            best = sums[:, :width]
            for piece in range(1, self.pieces):
                best = np.maximum(best, sums[:, piece * width : (piece + 1) * width])
            best -= best.mean(axis=1, keepdims=True)
            spread = np.square(best).mean(axis=1, keepdims=True) + 1e-08
            best *= spread ** (-1.0 / 2.0)
            best *= self.gain
            best += self.shift
            np.add(vectors[start:end], best, out=result[start:end])
        return result


class _Words:
    """The vectors of words without their context, which depend on their spelling alone: each is computed once.

    Of the words of minutes, nine in ten stand in earlier minutes too. As many are kept as take eight megabytes.
    """

    def __init__(self, embed: Model[Any, Any]) -> None:
        self._embed = embed
        self._rows: dict[int, int] = {}
        self._vectors = np.zeros((_KEPT, embed.get_dim("nO")), dtype="float32")

    def vectors(self, docs: Sequence[Doc]) -> Any:
        """The vectors of all tokens of the Docs, one row a token."""
        spelled, place = np.unique(np.concatenate([doc.to_array("ORTH") for doc in docs]), return_inverse=True)
        if len(spelled) > _KEPT:
            return np.concatenate(self._embed.predict(docs))
        if len(spelled) + len(self._rows) > _KEPT:
            self._rows.clear()
        new = [number for number in spelled.tolist() if number not in self._rows]
        if new:
            first, vocab = len(self._rows), docs[0].vocab
            met = Doc(vocab, words=[vocab.strings[number] for number in new])
            self._vectors[first : first + len(new)] = self._embed.predict([met])[0]
            self._rows.update(zip(new, range(first, first + len(new)), strict=True))
        return self._vectors[[self._rows[number] for number in spelled.tolist()]][place]


class Encoder:
    """The encoder of a pipeline's `tok2vec`, where its layers are those of the bundled model."""

    def __init__(self, model: Model[Any, Any]) -> None:
        embed, encode = model.layers
        self._words = _Words(embed)
        self._ops: Any = encode.ops
        self._pad: int = encode.attrs["pad"]
        self._layers = [_Layer.of(layer) for layer in encode.layers[0].layers]

    @staticmethod
    def of(component: Tok2Vec) -> Encoder | None:
        """The encoder of a component; None where its layers, or its arithmetic, are others."""
        if component not in _KNOWN:
            _KNOWN[component] = Encoder(component.model) if _fits(component.model) else None
        return _KNOWN[component]

    def tensors(self, docs: Sequence[Doc]) -> list[Any]:
        """The vectors of each Doc's tokens, as `Tok2Vec.predict` gives them.

        >>> from lrtgraph.language import load
        >>> nlp = load()
        >>> docs = [nlp.make_doc(text) for text in ("COA meldt dit.", "", "VNG reageert.")]
        >>> tok2vec = nlp.get_pipe("tok2vec")
        >>> encoder = Encoder.of(tok2vec)
        >>> pairs = zip(encoder.tensors(docs), tok2vec.predict(docs), strict=True)
        >>> all((ours == theirs).all() for ours, theirs in pairs)
        True
        """
        lengths = [len(doc) for doc in docs]
        embedded = np.split(self._words.vectors(docs), np.cumsum(lengths)[:-1])
        vectors = self._ops.flatten(embedded, pad=self._pad)
        for layer in self._layers:
            vectors = layer.add(vectors, self._ops)
        found: list[Any] = self._ops.unflatten(vectors, lengths, pad=self._pad)
        return found


_KNOWN: WeakKeyDictionary[Tok2Vec, Encoder | None] = WeakKeyDictionary()


def _fits(model: Model[Any, Any]) -> bool:
    """Whether a model embeds spellings, and encodes them by residual layers over windows of three, exactly."""
    if [layer.name for layer in model.layers][:1] != ["spelling_embed"] or not isinstance(model.ops, ExactOps):
        return False
    if len(model.layers) != 2 or "pad" not in model.layers[1].attrs:
        return False
    residuals = model.layers[1].layers[0].layers
    return bool(residuals) and all(
        [step.name for step in _steps(layer)] == _LAYER and _steps(layer)[0].attrs["window_size"] == 1
        for layer in residuals
    )


def _steps(layer: Model[Any, Any]) -> list[Model[Any, Any]]:
    """The innermost layers of a layer, in order."""
    return [node for node in layer.walk(order="dfs_pre") if not node.layers]
