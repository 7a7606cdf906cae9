"""Matrix products whose results do not depend on batches, threads or the processor.

A sum of floating-point numbers depends on the order of its terms, and a fast matrix library chooses that order by the
shape of the whole batch: the same sentence could get another analysis in other company. Here each vector is scaled
and rounded to integers first, so small that every partial sum is an integer below 2²⁴ and therefore exact in single
precision. Then the order cannot matter, and numpy's own library can be used, which is two to three times as fast as
the order-preserving one that spaCy takes by default. About twelve bits remain of each vector, which costs no accuracy.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from spacy.language import Language
from thinc.api import Model, NumpyOps

# Both vectors get this length, so that by Cauchy and Schwarz no partial sum of |x·w| passes 2²⁴. Rounding can add
# half a unit a term; the margin leaves room for it.
_LENGTH = np.float32(4096 * 0.995)
_TINY = np.float32(1e-30)
_ROWS = 512  # rows at a time, so that the scaled copies stay in the processor's cache


class ExactOps(NumpyOps):  # type: ignore[misc]
    """Thinc's numpy operations with an exact product of activations and weights.

    >>> ops = ExactOps()
    >>> x = np.random.default_rng(0).normal(size=(50, 96)).astype("float32")
    >>> w = np.random.default_rng(1).normal(size=(64, 96)).astype("float32")
    >>> bool((ops.gemm(x, w, trans2=True)[7:9] == ops.gemm(x[7:9], w, trans2=True)).all())
    True
    """

    def __init__(self) -> None:
        super().__init__(use_blis=False)
        self._weights: dict[tuple[int, tuple[int, ...]], tuple[Any, Any, Any]] = {}

    def gemm(self, x: Any, y: Any, *, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        """`x @ y.T` exactly for `trans2` (the forward pass of every layer); other products as numpy does them."""
        if trans1 or not trans2 or x.dtype != np.float32:
            return super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
        weights, shrink = self._prepared(y)
        result = np.empty((x.shape[0], y.shape[0]), dtype="float32") if out is None else out
        for start in range(0, x.shape[0], _ROWS):
            rows = x[start : start + _ROWS]
            lengths = _lengths(rows)
            whole = rows * (_LENGTH / lengths)
            np.rint(whole, out=whole)
            block = result[start : start + _ROWS]
            np.matmul(whole, weights, out=block)
            block *= lengths * shrink
        return result

    def _prepared(self, y: Any) -> tuple[Any, Any]:
        """The weights as integers, transposed, and the factor that undoes both scalings; computed once an array."""
        key = (y.__array_interface__["data"][0], y.shape)
        known = self._weights.get(key)
        if known is None:
            longest = _lengths(y).max()
            whole = np.rint(y * (_LENGTH / longest))
            # The array is kept too: while it is, no other can take its address.
            known = self._weights[key] = (np.ascontiguousarray(whole.T), np.float32(longest / _LENGTH / _LENGTH), y)
        return known[0], known[1]


def _lengths(rows: Any) -> Any:
    """The Euclidean length of each row, as a column; the same for a row wherever it stands."""
    squares = np.einsum("ij,ij->i", rows, rows)
    return np.maximum(np.sqrt(squares), _TINY)[:, None]


def make_exact(nlp: Language) -> None:
    """Let all layers of a pipeline compute exactly; for pipelines that are only used, not trained."""
    ops = ExactOps()
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        if isinstance(model, Model):
            for node in model.walk():
                node.ops = ops
