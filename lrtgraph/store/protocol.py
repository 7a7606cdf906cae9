"""What a store must do, whatever keeps the quads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BufferedIOBase
from typing import IO, Protocol, Self

from pyoxigraph import Quad, QueryBoolean, QuerySolutions, QueryTriples

Results = QuerySolutions | QueryBoolean | QueryTriples


Source = IO[bytes] | BufferedIOBase


class Writer(Protocol):
    """A binary file that is only written to."""

    def write(self, data: bytes, /) -> int:
        """Write bytes and say how many."""

    def flush(self) -> None:
        """Write what is held back."""


class Store(Protocol):
    """A set of named graphs that can be asked with SPARQL 1.1; queries see the union of all graphs by default.

    A triple that stands in several graphs (the label of a person whom several documents name, a meeting that two
    documents report on) may be seen as often in that union: say DISTINCT where that matters.

    Every method raises StoreError with one sentence where the store cannot do it, and `query` QueryError where the
    query is wrong.
    """

    where: str

    def query(self, sparql: str) -> Results:
        """Answer a query (its text is run as it is: see `lrtgraph.sparql` for checking it and binding parameters)."""

    def graphs(self) -> list[str]:
        """The IRIs of all named graphs, sorted."""

    def quads(self, graph: str | None = None) -> Iterator[Quad]:
        """All quads, or those of one named graph; in no order."""

    def replace(self, drop: Iterable[str], add: Iterable[Quad] | bytes, forget: Iterable[tuple[str, str]] = ()) -> None:
        """Drop graphs, forget subjects and add quads, in one transaction.

        `drop` are graphs, `forget` pairs of a graph and a subject all of whose quads go from it, `add` quads or
        TriG.
        """

    def update(self, sparql: str) -> None:
        """Run a SPARQL update, in one transaction."""

    def dump(self, file: Writer) -> None:
        """Write all quads to a binary file as N-Quads, in no order."""

    def load(self, file: Source) -> None:
        """Add quads from a binary file of N-Quads of any length; not in one transaction."""

    def publish(self) -> None:
        """Let readers see what has been written until now."""

    def close(self) -> None:
        """Release the store; readers see everything that was written."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *exception: object) -> None: ...
