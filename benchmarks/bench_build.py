"""How fast documents are built into a graph, as ratios in one run: python benchmarks/bench_build.py [--documents 200]

speed    tokens a second from reading to store, over those of the bare `nlp.pipe` on one core
work     the same by processor time, all processes together, which other programs on the machine disturb less
jobs     the same with two processes, over one
adding   one document to that graph, over building it alone
memory   the most that the processes take for all documents, over that for a tenth of them
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, os.fspath(Path(__file__).parent))
os.environ["OMP_NUM_THREADS"] = "1"
from generated import write

_PROGRAM = """
import resource, sys, time
from lrtgraph.build import build
from lrtgraph.resources import Settings
began = time.perf_counter()
build([sys.argv[1]], Settings(store=sys.argv[2], jobs=int(sys.argv[3])))
who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
used = [resource.getrusage(one) for one in who]
print(time.perf_counter() - began, sum(one.ru_utime + one.ru_stime for one in used), *(one.ru_maxrss for one in used))
"""


def built(minutes: Path, store: Path, jobs: int = 1) -> tuple[float, float, float]:
    """Seconds, processor seconds and megabytes (the largest process of each kind, added) of a build by itself."""
    command = [sys.executable, "-c", _PROGRAM, minutes, store, str(jobs)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    seconds, work, own, workers = map(float, done.stdout.split())
    return seconds, work, (own + workers) / 1024


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
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=200)
    count = parser.parse_args().documents
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = write(folder / "many", count)
        write(folder / "few", count // 10)
        [extra] = write(folder / "one", 1, first=count)
        tokens, alone, least = bare(paths)
        _, _, small = built(folder / "few", folder / "few.db")
        first, work, large = built(folder / "many", folder / "many.db")
        second, _, _ = built(folder / "many", folder / "two.db", 2)
        single, _, _ = built(extra, folder / "one.db")
        adding, _, _ = built(extra, folder / "many.db")
        print(f"bare pipeline  {tokens / alone:8.0f} tokens a second")
        print(f"speed          {alone / first:8.2f} with one process, {alone / second:.2f} with two")
        print(f"work           {least / work:8.2f}")
        print(f"jobs           {first / second:8.2f}")
        print(f"adding one     {adding / single:8.2f} ({adding:.1f} s, alone {single:.1f} s)")
        print(f"memory         {large / small:8.2f} ({large:.0f} MB for {count}, {small:.0f} MB for {count // 10})")


if __name__ == "__main__":
    main()
