"""Kill builds at random moments, and show that nothing is lost: python tests/crash.py [--kills 40]

Each build is ended with SIGKILL, workers and all. After each, every document's graph must be whole or absent, and
the store must open; after the last, one more build completes, and the graph must be the same, quad for quad, as
that of an undisturbed build.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from contextlib import suppress
from pathlib import Path

from generated import write

from lrtgraph import vocabulary as v
from lrtgraph.store import open_store

_PROGRAM = (
    "import sys; from lrtgraph.build import build; from lrtgraph.resources import Settings; "
    "build([sys.argv[1]], Settings(store=sys.argv[2], jobs=int(sys.argv[3])), force=sys.argv[4] == 'force')"
)
_OF_DOCUMENTS = v.ID + "graph/"


def start(minutes: Path, store: Path, *, jobs: int = 1, force: bool = False) -> subprocess.Popen[bytes]:
    """Start a build in a process group of its own."""
    arguments = [os.fspath(minutes), os.fspath(store), str(jobs), "force" if force else ""]
    return subprocess.Popen([sys.executable, "-c", _PROGRAM, *arguments], start_new_session=True)


def finish(minutes: Path, store: Path, *, jobs: int = 1, force: bool = False) -> float:
    """Build undisturbed; return the seconds it took."""
    began = time.monotonic()
    if start(minutes, store, jobs=jobs, force=force).wait() != 0:
        raise AssertionError("the build failed")
    return time.monotonic() - began


def graphs(store: Path) -> dict[str, list[str]]:
    """The sorted lines of each graph, as a writer finds them, but for the graph with a clock in it."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    with open_store(os.fspath(store), write=True) as opened:
        for quad in opened.quads():
            found[quad.graph_name.value].append(str(quad))  # type: ignore[union-attr]
    found.pop(v.PROVENANCE_GRAPH, None)
    return {name: sorted(lines) for name, lines in found.items()}


def is_of_document(graph: str) -> bool:
    """Whether a graph is that of a document."""
    return graph.startswith(_OF_DOCUMENTS) and len(graph.removeprefix(_OF_DOCUMENTS)) == 64


def rehearse(folder: Path, *, documents: int, kills: int, seed: int = 0) -> tuple[int, int]:
    """Start builds and kill them until `kills` were killed before they were done; compare after each.

    A build goes on where the one before was killed; where one was done, the next starts from nothing or, every other
    time, replaces every graph. Returns the builds killed and the builds started. Raises AssertionError.
    """
    minutes = folder / "minutes"
    write(minutes, documents, items=2, bullets=2)
    whole = folder / "whole.db"
    seconds = finish(minutes, whole)
    expected = graphs(whole)
    rng = random.Random(seed)
    store = folder / "killed.db"
    killed = turns = 0
    force = False
    while killed < kills and turns < 5 * kills:
        process = start(minutes, store, jobs=1 + turns % 2, force=force)
        time.sleep(rng.uniform(0.05, 1.05) * seconds)
        done = process.poll() is not None
        if done and process.returncode:
            raise AssertionError("a build failed that nobody killed")
        end(process)
        turns += 1
        killed += not done
        if (store / "lrtgraph-store").exists():
            for name, lines in graphs(store).items():
                if is_of_document(name) and lines != expected[name]:
                    raise AssertionError(f"after build {turns} the graph {name} is neither whole nor absent")
        force = done and not force
        if done and not force:
            shutil.rmtree(store)
    finish(minutes, store)
    if graphs(store) != expected:
        raise AssertionError("the end differs from an undisturbed build")
    with open_store(os.fspath(store)) as reader:
        if {name for name in reader.graphs() if is_of_document(name)} != set(filter(is_of_document, expected)):
            raise AssertionError("readers do not see what was written")
    return killed, turns


def end(process: subprocess.Popen[bytes]) -> None:
    """End a build and its workers at once."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def main() -> None:
    """Run the rehearsal and say how it went."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=40)
    parser.add_argument("--documents", type=int, default=60)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        killed, turns = rehearse(Path(folder), documents=options.documents, kills=options.kills, seed=options.seed)
    print(f"{killed} of {turns} builds killed before they were done; nothing lost, the end is the same")


if __name__ == "__main__":
    main()
