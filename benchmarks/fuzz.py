"""Read spoiled files of every format, and see what becomes of them: python benchmarks/fuzz.py [--files 2000]

Each file is one of the test suite's formats with bytes lost, flipped, doubled or replaced by noise; the reader must
give text or refuse with a reason (DocumentError), within ten seconds. With --facts every text that is read goes
through all stages too.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, os.fspath(Path(__file__).parent.parent / "tests"))
sys.path.insert(0, os.fspath(Path(__file__).parent))
from formats import FORMATS
from generated import minutes
from test_fuzz import spoiled

from lrtgraph.build.reading import Reader
from lrtgraph.documents import read
from lrtgraph.errors import DocumentError
from lrtgraph.resources import Settings

_SLOW = 10.0  # seconds


def fuzz(files: int, *, facts: bool = False, seed: int = 0) -> Counter[str]:
    """How many files were read, refused, slow, or brought the reader down (with the kind of error)."""
    rng = random.Random(seed)
    reader = Reader(Settings()) if facts else None
    text = minutes(0, items=2, bullets=3)
    whole = [(name, make(text)) for key, (name, make) in FORMATS.items() if "styled" not in key]
    found: Counter[str] = Counter()
    for number in range(files):
        name, data = whole[number % len(whole)]
        began = time.process_time()
        try:
            document = read(name, spoiled(rng, data))
            if reader is not None:
                reader.read(document)
            found["read"] += 1
        except DocumentError:
            found["refused"] += 1
        except Exception as error:  # what this program looks for
            found[f"{name} {type(error).__name__}: {str(error)[:80]}"] += 1
        found["slow"] += time.process_time() - began > _SLOW
    return found


def main() -> None:
    """Run and say what became of the files; ends with 1 where one was slow or brought the reader down."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--facts", action="store_true")
    options = parser.parse_args()
    found = fuzz(options.files, facts=options.facts, seed=options.seed)
    for what, count in sorted(found.items()):
        print(f"{count:6} {what}")
    sys.exit(int(found["slow"] > 0 or found.keys() - {"read", "refused", "slow"} != set()))


if __name__ == "__main__":
    main()
