"""How fast documents are built into a graph, as ratios in one run:

    python benchmarks/bench_build.py [--documents 200] [--only speed|jobs|memory]

speed    tokens a second from reading to store, over those of the bare `nlp.pipe` on one core
work     the same by processor time, all processes together, which other programs on the machine disturb less
jobs     two workers over one worker on one core; and over one worker where what the build itself does, while its
         worker reads, may run on a second core
memory   the most that the processes take for all documents, over that for a tenth of them
growth   what the build itself works for each of all documents, over that for each of a tenth of them
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

sys.path.insert(0, os.fspath(Path(__file__).parent.parent / "tests"))
os.environ["OMP_NUM_THREADS"] = "1"
from generated import write

_PROGRAM: Final = """
import os, resource, sys, time
if sys.argv[4]:
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[: int(sys.argv[4])])
from lrtgraph.build import build
from lrtgraph.resources import Settings
began = time.perf_counter()
build([sys.argv[1]], Settings(store=sys.argv[2], jobs=int(sys.argv[3])))
who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
used = [resource.getrusage(one) for one in who]
print(time.perf_counter() - began, *(one.ru_utime + one.ru_stime for one in used), *(one.ru_maxrss for one in used))
"""
MEASURES: Final = ("speed", "jobs", "memory")


@dataclass(frozen=True, slots=True)
class Built:
    """What a build took: seconds, processor seconds and megabytes of the build itself and of its workers.

    Of several workers the megabytes are those of the largest.
    """

    seconds: float
    own_work: float
    work_of_workers: float
    own_memory: float
    memory_of_worker: float

    @property
    def work(self) -> float:
        """Processor seconds of all processes."""
        return self.own_work + self.work_of_workers

    @property
    def memory(self) -> float:
        """Megabytes of the build and a worker."""
        return self.own_memory + self.memory_of_worker


def built(minutes: Path, store: Path, jobs: int = 1, *, cores: int | None = None) -> Built:
    """Build in a process of its own, on all cores or on so many."""
    command = [sys.executable, "-c", _PROGRAM, os.fspath(minutes), os.fspath(store), str(jobs), str(cores or "")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    seconds, own_work, work_of_workers, own, worker = map(float, done.stdout.split())
    return Built(seconds, own_work, work_of_workers, own / 1024, worker / 1024)


def bare(paths: list[Path]) -> tuple[int, float, float]:
    """Tokens, seconds and processor seconds of the pipeline alone over the same cleaned text."""
    from lrtgraph import gazetteer, language
    from lrtgraph.documents import read
    from lrtgraph.layout import Lexicon, read_layout

    lexicon = Lexicon.of(names=(alias.text for alias in gazetteer.load().aliases()))
    texts = [block.text for path in paths for block in read_layout(read(path.name, path.read_bytes()), lexicon).blocks]
    nlp = language.load()
    list(nlp.pipe(texts[:50]))
    began, worked = time.perf_counter(), time.process_time()
    tokens = sum(len(doc) for doc in nlp.pipe(texts))
    return tokens, time.perf_counter() - began, time.process_time() - worked


def main() -> None:
    """Measure and print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--only", choices=MEASURES)
    options = parser.parse_args()
    count, wanted = options.documents, {options.only} if options.only else set(MEASURES)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = write(folder / "many", count)
        one = built(folder / "many", folder / "one.db")
        own = f"the build itself {one.own_work:.1f} s of processor time, its worker {one.work_of_workers:.1f} s"
        print(f"one process    {one.seconds:8.1f} s for {count} documents; {own}", flush=True)
        if "speed" in wanted:
            tokens, alone, least = bare(paths)
            print(f"bare pipeline  {tokens / alone:8.0f} tokens a second")
            print(f"speed          {alone / one.seconds:8.2f}")
            print(f"work           {least / one.work:8.2f}", flush=True)
        if "jobs" in wanted:
            two = built(folder / "many", folder / "two.db", 2)
            pinned = built(folder / "many", folder / "pinned.db", cores=1)
            over_one = f"{one.seconds / two.seconds:.2f} over one worker and what the build does on a second core"
            print(f"jobs           {pinned.seconds / two.seconds:8.2f} over one core ({over_one})", flush=True)
        if "memory" in wanted:
            write(folder / "few", count // 10)
            few = built(folder / "few", folder / "few.db")
            each = f"{one.memory:.0f} MB for {count}, {few.memory:.0f} MB for {count // 10}"
            print(f"memory         {one.memory / few.memory:8.2f} ({each})")
            print(f"growth         {one.own_work / count / (few.own_work / (count // 10)):8.2f}")


if __name__ == "__main__":
    main()
