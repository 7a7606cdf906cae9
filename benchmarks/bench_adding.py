"""What one document costs that is added to many: python benchmarks/bench_adding.py [--onto 500] [--short]

adding   building one document into a graph of that many, over building it into a new graph: edges, search index, all
         that a build does. By seconds, and by processor seconds of all processes, which other programs disturb less

The many are made of a hundred documents that are really read. The others are answered with what was read from one of
these, under IRIs, a date and passages of their own, by a stand-in for the workers; the build that writes them is real.
With --short they have a quarter of the length, so that 5,000 take minutes; what is added has its full length.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from operator import attrgetter
from pathlib import Path
from statistics import median
from typing import Final
from unittest.mock import patch

sys.path.insert(0, os.fspath(Path(__file__).parent.parent / "tests"))
os.environ["OMP_NUM_THREADS"] = "1"
from bench_build import built
from generated import day, write

from lrtgraph import vocabulary as v
from lrtgraph.build import build, running
from lrtgraph.build.pool import Answer, Pool
from lrtgraph.build.worker import Done, Job
from lrtgraph.rdf.written import node
from lrtgraph.resources import Settings

_READ: Final = 100  # documents that are really read
_SECONDS: Final = attrgetter("seconds")
_WORK: Final = attrgetter("work")
_KINDS: Final = (
    "item", "mention", "attendance", "outcome", "statement", "target", "responsibility", "evidence", "edge",
)  # fmt: skip


class _Repeating(Pool):
    """Reads the first jobs, and answers each of the others with what one of those gave."""

    def run(self, jobs: Iterable[Job], count: int) -> Iterator[tuple[Job, Answer]]:
        """Answer every job."""
        read: list[tuple[Job, Done]] = []
        jobs = iter(jobs)
        for job, answer in super().run((job for job, _ in zip(jobs, range(_READ), strict=False)), min(count, _READ)):
            assert isinstance(answer, Done)
            read.append((job, answer))
            yield job, answer
        for number, job in enumerate(jobs, start=_READ):
            first, answer = read[number % len(read)]
            yield job, _as_if(job, first, answer)


def _as_if(job: Job, first: Job, answer: Done) -> Done:
    """What `first` gave, as if it had been read from `job`."""
    mark = f"{_number(job)}-"
    dates = [day(_number(one)).isoformat() for one in (first, job)]
    meetings = [v.meeting_iri("LRT", date, "") for date in dates]
    pairs = [(start, start + mark) for kind in _KINDS for start in (f"{v.ID}{kind}/", f"id:{kind}\\/", f"<id/{kind}/")]
    pairs += [
        (hashlib.sha256(first.data).hexdigest(), hashlib.sha256(job.data).hexdigest()),
        (meetings[0], meetings[1]),
        (node(meetings[0]), node(meetings[1])),
        (f"<id/{meetings[0].removeprefix(v.ID)}>", f"<id/{meetings[1].removeprefix(v.ID)}>"),
    ]
    pairs += [(f'"{dates[0]}"^^', f'"{dates[1]}"^^'), (f'"{first.name}"', f'"{job.name}"')]

    def renamed(quads: bytes) -> bytes:
        for old, new in pairs:
            quads = quads.replace(old.encode(), new.encode())
        return quads

    passages = [
        (
            passage._replace(
                fact=passage.fact and "/".join((*passage.fact.split("/")[:-1], mark + passage.fact.split("/")[-1])),
                document=job.name,
                meeting=meetings[1],
                date=dates[1],
                latest=dates[1],
            ),
            stems,
        )
        for passage, stems in answer.passages
    ]
    return Done(answer.facts, quads=renamed(answer.quads), edges=renamed(answer.edges), passages=passages)


def _number(job: Job) -> int:
    return int(Path(job.name).stem)


def filled(minutes: Path, store: Path) -> None:
    """Build the graph of the many."""
    with patch.object(running, "Pool", _Repeating):
        build([minutes], Settings(store=os.fspath(store), jobs=2))


def main() -> None:
    """Measure and print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--onto", type=int, default=500)
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--times", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        length = {"items": 3, "bullets": 2} if options.short else {}
        write(folder / "many", options.onto, **length)
        began = time.perf_counter()
        filled(folder / "many", folder / "many.db")
        print(f"filled         {time.perf_counter() - began:8.1f} s for {options.onto} documents", flush=True)
        pairs = []
        for number in range(options.times):
            [extra] = write(folder / "extra", 1, first=options.onto + number)
            pairs.append((built(extra, folder / "many.db"), built(extra, folder / f"alone{number}.db")))
        for what, taken in (("seconds", _SECONDS), ("processor", _WORK)):
            ratio = median(taken(added) / taken(alone) for added, alone in pairs)
            added, alone = (median(taken(pair[which]) for pair in pairs) for which in (0, 1))
            print(f"adding one     {ratio:8.2f} by {what} ({added:.2f} s onto {options.onto}, alone {alone:.2f} s)")


if __name__ == "__main__":
    main()
