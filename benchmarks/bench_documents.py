"""Whether reading takes time in proportion to length, stage by stage: python benchmarks/bench_documents.py

Texts of each shape are read at growing lengths: minutes, and what no secretary ever typed. A row has a shape's seconds
of processor time for a megabyte at each length, and how many times more a megabyte takes in the longest than in the
shortest; the stage that grows most is named. Ends with 1 where a megabyte takes more than twice as long.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

sys.path.insert(0, os.fspath(Path(__file__).parent))
os.environ["OMP_NUM_THREADS"] = "1"
from generated import minutes

from lrtgraph import language, rdf
from lrtgraph.build import reading
from lrtgraph.documents import read
from lrtgraph.errors import DocumentError
from lrtgraph.resources import Settings

_MEGABYTE = 1_000_000
_ENOUGH = 0.2  # seconds below which a stage's growth says nothing
_MOST_GROWTH = 2.0
_START = "Verslag LRT 3 november 2023\n\n1. Opening\n\n"


def _until(size: int, pieces: Iterator[str], start: str = _START) -> str:
    """A text of so many characters, made of pieces behind a start."""
    found: list[str] = [start]
    length = len(start)
    while length < size:
        found.append(next(pieces))
        length += len(found[-1])
    return "".join(found)[:size]


def _bullet(number: int) -> str:
    return f"• COA vraagt VNG om een plan voor de opvang in gemeente {number % 97}.\n"


_NAMES = ("COA", "VNG", "IPO", "Spreidingswet", "gemeente Coevorden", "SJenV", "mevrouw De Vries", "Ter Apel", "Nidos")
_NOISE = "abcdefghijklmnopqrstuvwxyz  .,;:()[]{}<>|•*-–0123456789\n\n\t§€%&/\"'’“”"

SHAPES: dict[str, Callable[[int], str]] = {
    "minutes": lambda size: _until(size, (minutes(number) for number in count())),
    "one document": lambda size: _until(size, iter(lambda: minutes(1, items=7, bullets=40), "")),
    "one line": lambda size: _until(size, (_bullet(number)[2:-1] + " " for number in count())),
    "one word": lambda size: _until(size, iter(lambda: "a", "")),
    "no full stop": lambda size: _until(size, iter(lambda: "dat het COA vindt en ", "")),
    "bullets": lambda size: _until(size, (_bullet(number) for number in count())),
    "empty bullets": lambda size: _until(size, iter(lambda: "• \n", "")),
    "names": lambda size: _until(size, (_NAMES[number % len(_NAMES)] + ", " for number in count())),
    "names a line": lambda size: _until(size, (_NAMES[number % len(_NAMES)] + "\n" for number in count())),
    "digits": lambda size: _until(size, (f"{number * 7919 % 100_003} " for number in count())),
    "numbers a line": lambda size: _until(size, (f"{number}. \n" for number in count())),
    "dates": lambda size: _until(size, (f"{number % 28 + 1} maart {2000 + number % 30}, " for number in count())),
    "brackets": lambda size: _until(size, iter(lambda: "(", "")),
    "brackets and names": lambda size: _until(size, iter(lambda: "(COA) [VNG ", "")),
    "colons": lambda size: _until(size, iter(lambda: "a: ", "")),
    "capitals": lambda size: _until(size, (minutes(number).upper() for number in count())),
    "table": lambda size: _until(size, (f"A{number}\tBrief sturen aan VNG\tCOA\tloopt\n" for number in count())),
    "heads": lambda size: _until(size, (f"{number}. Opvang in gemeente {number}\n\n" for number in count(2))),
    "attendance": lambda size: _until(size, (f"dhr. Naam{number} (VNG), " for number in count()), "Aanwezig: "),
    "attendance a line": lambda size: _until(size, (f"Dhr. Naam{number}  VNG\n" for number in count()), "Aanwezig:\n"),
    "blank lines": lambda size: _until(size, iter(lambda: "\n", "")),
    "spaces": lambda size: _until(size, iter(lambda: " ", "")) + "COA",
    "noise": lambda size: "".join(random.Random(size).choices(_NOISE, k=size)),
}


class Stages:
    """The seconds that each stage takes, measured around the functions of which `Reader` is made."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        for name in ("read_layout", "bounded", "read_participants", "read_meeting", "extract"):
            setattr(reading, name, self._timed(name.removeprefix("read_"), getattr(reading, name)))
        self._pipe, language.pipe = language.pipe, self._piped  # type: ignore[assignment]
        self._reader = reading.Reader(Settings())
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

    def measure(self, text: str) -> dict[str, float]:
        """The seconds of each stage for a text."""
        self.seconds.clear()
        data = text.encode()
        try:
            with self._around("documents"):
                document = read("a.txt", data)
            record = self._reader.read(document)
            with self._around("rdf"):
                for _ in rdf.quads(record, self._reader.gazetteer):
                    pass
        except DocumentError as error:
            print(f"  (refused: {error})", file=sys.stderr)
        return dict(self.seconds)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=float, nargs="+", default=[0.25, 0.5, 1.0], help="megabytes")
    parser.add_argument("--shapes", nargs="+", choices=sorted(SHAPES), default=list(SHAPES))
    options = parser.parse_args()
    stages = Stages()
    stages.measure(minutes(0))
    print(f"{'seconds a megabyte':20}" + "".join(f"{size:>8} MB" for size in options.sizes) + "   growth  stage")
    is_worse = False
    for shape in options.shapes:
        rows = [stages.measure(SHAPES[shape](int(size * _MEGABYTE))) for size in options.sizes]
        totals = [sum(row.values()) / size for row, size in zip(rows, options.sizes, strict=True)]
        first, last = rows[0], rows[-1]
        long = options.sizes[-1] / options.sizes[0]
        grown = {
            name: seconds / max(first.get(name, 0.0), _ENOUGH / long) / long
            for name, seconds in last.items()
            if seconds > _ENOUGH
        }
        worst = max(grown, key=grown.__getitem__, default="")
        growth = totals[-1] / totals[0]
        is_worse |= growth > _MOST_GROWTH
        told = f"{worst} {grown[worst]:.1f}, {last[worst]:.1f} s" if worst else ""
        print(f"{shape:20}" + "".join(f"{total:11.1f}" for total in totals) + f"{growth:9.2f}  {told}", flush=True)
    sys.exit(int(is_worse))


if __name__ == "__main__":
    main()
