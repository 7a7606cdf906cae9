"""How fast the language pipeline reads and loads, against spaCy's bare Dutch tokeniser on the same texts.

    python benchmarks/bench_language.py [TEXT_FILE...]

Tokens a second on one core of `spacy.blank("nl")`, of the whole pipeline and of the pipeline without the parser, each
in a fresh process over the same blocks, and the time to load the model against `import spacy`. The tokeniser keeps a
cache, so its second run over the same texts is many times as fast as its first; both rows are printed, and the
targets (a fifteenth with the parser, a ninth without) are held against the first, as minutes are read once.
"""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TEXTS = ("examples/minutes", "tests/gold/made")
ROUNDS = 5
ONE_CORE = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}

# Run in a fresh process: prints tokens a second of the first and of the second pass.
_PIPELINE = """
import sys, time
sys.path.insert(0, sys.argv[1])
kind = sys.argv[2]
texts = sys.stdin.read().split("\\x00")
import spacy
if kind == "blank":
    nlp = spacy.blank("nl")
    run = lambda part: nlp.pipe(part)
else:
    from lrtgraph.language import load, pipe
    nlp = load()
    run = lambda part: pipe(nlp, part, parse=None if kind == "full" else [False] * len(part))
for _ in range(2):
    start = time.process_time()
    tokens = sum(len(doc) for doc in run(texts))
    print(tokens / (time.process_time() - start))
"""
_IMPORT = "import time; t = time.perf_counter(); import spacy; print(time.perf_counter() - t)"
_LOAD = (
    "import sys, time; sys.path.insert(0, sys.argv[1]); import spacy; from lrtgraph import language; "
    "t = time.perf_counter(); language.load(); print(time.perf_counter() - t)"
)


def blocks(paths: list[Path]) -> list[str]:
    """Paragraphs and bullets of text files, white space normalised, as the builder hands them to the pipeline."""
    found: list[str] = []
    for path in paths:
        text = path.read_text(encoding="utf-8", errors="replace")
        found += [" ".join(part.split()) for part in re.split(r"\n\s*\n|\n\s*(?=[•▪-])", text)]
    return [block for block in found if block]


def measure(code: str, *arguments: str, stdin: str = "") -> list[float]:
    """The numbers that a piece of code prints in a fresh process on one core."""
    command = [sys.executable, "-c", code, str(ROOT), *arguments]
    done = subprocess.run(command, input=stdin, capture_output=True, text=True, check=True, env=os.environ | ONE_CORE)
    return [float(line) for line in done.stdout.split()]


def main(arguments: list[str]) -> int:
    """Print the table; 0 when all targets are met, else 1."""
    paths = [Path(a) for a in arguments] or sorted(p for folder in TEXTS for p in (ROOT / folder).glob("*.txt"))
    texts = blocks(paths)
    stdin = "\x00".join(texts)
    rounds: dict[str, list[list[float]]] = {"blank": [], "full": [], "tagged": []}
    times: dict[str, list[float]] = {"import": [], "load": []}
    for _ in range(ROUNDS):  # in turns, so that a busy moment of the machine hits all of them
        for kind, speeds in rounds.items():
            speeds.append(measure(_PIPELINE, kind, stdin=stdin))
        times["import"] += measure(_IMPORT)
        times["load"] += measure(_LOAD)
    speed = {kind: [statistics.median(run[k] for run in runs) for k in (0, 1)] for kind, runs in rounds.items()}
    print(f"{len(texts)} blocks, {sum(map(len, texts))} characters, one core, median of {ROUNDS} processes")
    print(f"{'':34}{'first pass':>12}{'again':>12}{'1st : blank':>13}{'target':>8}")
    names = {"blank": 'spacy.blank("nl")', "full": "whole pipeline", "tagged": "without the parser"}
    met = True
    for kind, target in (("blank", 0), ("full", 15), ("tagged", 9)):
        ratio = speed["blank"][0] / speed[kind][0]
        met &= not target or ratio <= target
        share = f"1/{ratio:.1f}" if target else ""
        asked = f"1/{target}" if target else ""
        print(f"{names[kind]:34}{speed[kind][0]:12,.0f}{speed[kind][1]:12,.0f}{share:>13}{asked:>8}")
    importing, loading = statistics.median(times["import"]), statistics.median(times["load"])
    met &= loading <= 2 * importing
    print(
        f"import spacy {importing:.2f} s, loading the model {loading:.2f} s: {loading / importing:.2f} times (target 2)"
    )
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
