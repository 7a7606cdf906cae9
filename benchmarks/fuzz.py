"""Read spoiled files of every format, and see what becomes of them: python benchmarks/fuzz.py [--files 2000]

Each file is one of the test suite's formats, or an archive or mail that holds some of them, with bytes lost, flipped,
doubled or replaced by noise; the reader must give text or refuse with a reason (DocumentError), within ten seconds.
With --facts every text that is read goes through all stages too.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

sys.path.insert(0, os.fspath(Path(__file__).parent.parent / "tests"))
sys.path.insert(0, os.fspath(Path(__file__).parent))
from formats import FORMATS, msg, packed
from generated import minutes
from test_fuzz import spoiled

from lrtgraph.build.reading import Reader
from lrtgraph.documents import read
from lrtgraph.documents.sources import find
from lrtgraph.errors import DocumentError
from lrtgraph.resources import Settings

_SLOW = 10.0  # seconds


def fuzz(files: int, *, facts: bool = False, seed: int = 0) -> Counter[str]:
    """How many files were read, refused, slow, or brought the reader down (with the kind of error)."""
    rng = random.Random(seed)
    reader = Reader(Settings()) if facts else None
    text = minutes(0, items=2, bullets=3)
    whole = list(_whole(text))
    found: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        for number in range(files):
            name, data = whole[number % len(whole)]
            path = Path(folder, name)
            path.write_bytes(spoiled(rng, data))
            began = time.monotonic()
            for source in find([path]):
                try:
                    document = read(source.name, source.read())
                    if reader is not None:
                        reader.read(document)
                    found["read"] += 1
                except DocumentError:
                    found["refused"] += 1
                except Exception as error:  # what this program looks for
                    found[f"{source.name} {type(error).__name__}: {str(error)[:80]}"] += 1
            found["slow"] += time.monotonic() - began > _SLOW
            path.unlink()
    return found


def _whole(text: str) -> Iterator[tuple[str, bytes]]:
    """A file of each format with this text, an archive of all of them, one in another, and mails with attachments."""
    made = {f"{number}{name}": make(text) for number, (name, make) in enumerate(FORMATS.values())}
    yield from made.items()
    archive = packed(made)
    yield "alles.zip", archive
    yield "dieper.zip", packed({"alles.zip": archive, **made})
    yield "stukken.msg", msg("Stukken", text, {"alles.zip": archive, "verslag.txt": text.encode()})
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "a@example.org", "Stukken"
    mail.set_content(text)
    for name, data in made.items():
        mail.add_attachment(data, "application", "octet-stream", filename=name)
    yield "stukken.eml", mail.as_bytes()


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
