"""Read spoiled files of every format, and see what becomes of them: python benchmarks/fuzz.py [--files 2000]

Each file is one of the test suite's formats, or an archive or mail that holds some of them, with bytes lost, flipped,
doubled or replaced by noise, or a text with characters of every kind thrown into it; beside some stands metadata that
is spoiled too. The reader must give text or refuse with a reason (DocumentError), within ten seconds. With --facts
every text that is read goes through all stages too, and its quads must be RDF that is read back as it was.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import tempfile
import time
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

sys.path.insert(0, os.fspath(Path(__file__).parent.parent / "tests"))
from formats import FORMATS, msg, packed, spoiled
from generated import minutes
from pyoxigraph import RdfFormat, parse, serialize

from lrtgraph import rdf
from lrtgraph.build.reader import Reader
from lrtgraph.documents import read
from lrtgraph.documents.sources import find
from lrtgraph.errors import DocumentError
from lrtgraph.records import Document
from lrtgraph.resources import Settings

_SLOW = 10.0  # seconds
_KNOWN = {"title": "Verslag", "date": "2023-11-03", "body": "LRT", "url": "https://example.org/1", "licence": "CC0"}


def fuzz(files: int, *, facts: bool = False, seed: int = 0) -> Counter[str]:
    """How many files were read, refused, slow, or brought the reader down (with the kind of error)."""
    rng = random.Random(seed)
    reader = Reader(Settings()) if facts else None
    text = minutes(0, items=2, bullets=3)
    whole = list(_whole(text))
    characters = _characters()
    found: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        for number in range(files):
            name, data = whole[number % len(whole)]
            path, beside = Path(folder, name), Path(folder, name + ".json")
            path.write_bytes(spoiled(rng, data) if name != "woorden.txt" else _odd(rng, text, characters).encode())
            if number % 7 == 0:
                beside.write_bytes(spoiled(rng, json.dumps(_KNOWN).encode()))
            began = time.monotonic()
            for source in find([path]):  # finding the next one counts too
                try:
                    document = read(source.name, source.read(), source.metadata)
                    if reader is not None:
                        _through(reader, document)
                    found["read"] += 1
                except DocumentError:
                    found["refused"] += 1
                except Exception as error:  # what this program looks for
                    found[f"{number} {source.name} {type(error).__name__}: {str(error)[:80]}"] += 1
                found["slow"] += time.monotonic() - began > _SLOW
                began = time.monotonic()
            path.unlink()
            beside.unlink(missing_ok=True)
    return found


def _through(reader: Reader, document: Document) -> None:
    """All stages, to quads that are read back."""
    record = reader.read(document)
    quads = set(parse(rdf.trig(record, reader.gazetteer).trig, format=RdfFormat.TRIG))
    if set(parse(serialize(quads, format=RdfFormat.N_QUADS) or b"", format=RdfFormat.N_QUADS)) != quads:
        raise ValueError("what is read back is something else")


def _characters() -> list[list[str]]:
    """The characters that a text can hold, by their kind."""
    kinds: defaultdict[str, list[str]] = defaultdict(list)
    for code in range(sys.maxunicode + 1):
        if (kind := unicodedata.category(chr(code))) not in ("Cs", "Cn"):
            kinds[kind].append(chr(code))
    return list(kinds.values())


def _odd(rng: random.Random, text: str, characters: list[list[str]]) -> str:
    """The text with characters of any kind put into it, a few or many."""
    found = list(text)
    for _ in range(rng.choice((3, 30, 300))):
        found.insert(rng.randrange(len(found) + 1), rng.choice(rng.choice(characters)))
    return "".join(found)


def _whole(text: str) -> Iterator[tuple[str, bytes]]:
    """A file of each format with this text, an archive of all of them, one in another, and mails with attachments."""
    yield "woorden.txt", text.encode()
    made = {"x.txt": text.encode()} | {
        f"{number}{name}": make(text) for number, (name, make) in enumerate(FORMATS.values())
    }
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
