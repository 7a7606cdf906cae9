"""Whether reading takes time in proportion to length, from bytes to quads: python benchmarks/bench_documents.py

Files of each shape are read at growing lengths. A row has a shape's seconds of processor time at each length, and the
exponent with which they grow: 1 where twice the length takes twice as long, 2 where it takes four times. The stage
whose exponent is largest is named, of those that take long enough to tell. Ends with 1 where an exponent is more
than 1.2.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from math import log
from pathlib import Path
from typing import Any

sys.path.insert(0, os.fspath(Path(__file__).parent.parent / "tests"))
os.environ["OMP_NUM_THREADS"] = "1"
from generated import minutes
from shapes import SHAPES

from lrtgraph import language, rdf
from lrtgraph.build import reader
from lrtgraph.derivation import with_edges
from lrtgraph.documents import read
from lrtgraph.errors import DocumentError
from lrtgraph.resources import Settings
from lrtgraph.search_index import prepared

_MEGABYTE = 1_000_000
_ENOUGH = 0.2  # seconds below which a stage's growth says nothing
_MOST = 1.2


class Stages:
    """The seconds that each stage takes, measured around the functions of which `Reader` is made."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        for name in ("read_layout", "bounded", "read_participants", "read_meeting", "extract"):
            setattr(reader, name, self._timed(name.removeprefix("read_"), getattr(reader, name)))
        self._pipe, language.pipe = language.pipe, self._piped  # type: ignore[assignment]
        self._reader = reader.Reader(Settings())
        self._reader._linker.link = self._timed("linking", self._reader._linker.link)  # type: ignore[method-assign]

    def _piped(self, *arguments: Any, **options: Any) -> Iterator[Any]:
        with self._around("language"):
            return iter(tuple(self._pipe(*arguments, **options)))

    def _timed(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def run(*arguments: Any, **options: Any) -> Any:
            with self._around(name):
                return function(*arguments, **options)

        return run

    @contextmanager
    def _around(self, name: str) -> Iterator[None]:
        began = time.process_time()
        try:
            yield
        finally:
            self.seconds[name] += time.process_time() - began

    def measure(self, name: str, data: bytes) -> dict[str, float]:
        """The seconds of each stage for a file; empty where it is refused."""
        self.seconds.clear()
        try:
            with self._around("documents"):
                document = read(name, data)
            record = self._reader.read(document)
        except DocumentError as error:
            print(f"  (refused: {error})", file=sys.stderr)
            return dict(self.seconds)
        with self._around("rdf"):
            written = rdf.trig(record, self._reader.gazetteer)
        with self._around("edges"):
            with_edges(written.facts)
        with self._around("passages"):
            prepared(written.told)
        return dict(self.seconds)


def exponent(sizes: Sequence[float], seconds: Sequence[float]) -> float:
    """The power of the size with which seconds grow: the slope of the line through their logarithms.

    >>> exponent([1, 2, 4], [3, 12, 48])
    2.0
    """
    xs, ys = [log(size) for size in sizes], [log(max(one, 1e-9)) for one in seconds]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum((a - x) ** 2 for a in xs)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=float, nargs="+", default=[0.25, 0.5, 1.0, 2.0], help="megabytes, two or more")
    parser.add_argument("--shapes", nargs="+", choices=sorted(SHAPES), default=list(SHAPES))
    options = parser.parse_args()
    stages = Stages()
    stages.measure("x.txt", minutes(0).encode())
    gc.freeze()  # as a build's workers do
    print(f"{'seconds for':20}" + "".join(f"{size:>8} MB" for size in options.sizes) + "  exponent  stage")
    is_worse = False
    for shape in options.shapes:
        rows = [stages.measure(*SHAPES[shape](int(size * _MEGABYTE))) for size in options.sizes]
        totals = [sum(row.values()) for row in rows]
        grown = {
            name: exponent(options.sizes, [max(row.get(name, 0.0), 0.01) for row in rows])
            for name, seconds in rows[-1].items()
            if seconds > _ENOUGH
        }
        worst = max(grown, key=grown.__getitem__, default="")
        power = exponent(options.sizes, totals)
        is_worse |= power > _MOST
        told = f"{worst} {grown[worst]:.2f}, {rows[-1][worst]:.1f} s" if worst else ""
        print(f"{shape:20}" + "".join(f"{total:11.1f}" for total in totals) + f"{power:10.2f}  {told}", flush=True)
    sys.exit(int(is_worse))


if __name__ == "__main__":
    main()
