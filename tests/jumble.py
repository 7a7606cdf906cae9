"""Read minutes whose lines are jumbled, and see whether every record holds: python tests/jumble.py [--minutes N]

Each text is that of real or invented minutes in which lines are lost, doubled, joined, cut, moved, marked, set in
columns, or taken over from other minutes, and names of many forms stand where none was expected. No rule may stop at
what no writer meant: it must be read within ten seconds of processor time, each fact's words must stand at their
offsets, and its quads must be read back as they were.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Final

from pyoxigraph import RdfFormat, parse, serialize

from lrtgraph import rdf
from lrtgraph.build.reader import Reader
from lrtgraph.records import Document, Span
from lrtgraph.resources import Settings

_ROOT: Final = Path(__file__).parent.parent
_SLOW: Final = 10.0  # seconds of processor time
_GIVEN: Final = ["Jan", "Jan Jaap", "A.B.", "Th.", "Anne-Marie", "Özlem", "É.", "J.P.H.", "mr. dr. Piet", "(Henk)"]
_PREFIXES: Final = ["", "", "", "van", "van der", "in ’t", "ter", "'t", "el", "op den"]
_SURNAMES: Final = ["Bakker", "Burg", "Bos-de Vries", "Öztürk", "El Amrani", "Groot Koerkamp", "Ng", "D'Hont", "Vos"]
_MARKS: Final = ["- ", "• ", "* ", "1. ", "a) ", "## ", "| ", "> ", "**", "→ ", "o ", "2.1 ", "\t", "    ", ": "]
_LABELS: Final = ["Aanwezig: ", "Afwezig: ", "Actie: ", "Voorzitter: ", "- ", "Besluit: ", "Namens VNG: ", "| "]
_CELLS: Final = ["Naam", "Organisatie", "Actie", "Wie", "Termijn", "Nr", "Status", "---", "VNG", "1 mei", "Akkoord"]
_ENDS: Final = [":", " |", ";", " (", ")", "**", "  ", "-", " /", "\f"]


def texts() -> list[str]:
    """The example minutes and those of the gold that rules were made from, in a fixed order."""
    folders = [
        _ROOT / "examples" / "minutes",
        *(_ROOT / "tests" / "gold" / name for name in ("made", "lifelike", "plain")),
    ]
    return [path.read_bytes().decode("utf-8") for folder in folders for path in sorted(folder.glob("*.txt"))]


def jumbled(rng: random.Random, text: str, other: str) -> str:
    """The text, with up to twenty-five changes to its lines; some come from the other."""
    lines, others = text.splitlines() or [""], other.splitlines() or [""]
    for _ in range(rng.randint(1, 25)):
        at = rng.randrange(len(lines))
        lines[at : at + 1] = rng.choice(_CHANGES)(rng, lines[at], others)
        lines = lines or [""]
        if rng.random() < 0.1:
            lines.insert(rng.randrange(len(lines)), lines.pop(rng.randrange(len(lines))))
        if rng.random() < 0.1:
            at = rng.randrange(len(lines))
            lines[at : at + 2] = [rng.choice(["", " ", "\t", " | ", ", "]).join(lines[at : at + 2])]
    return rng.choice(["\n", "\n", "\r\n"]).join(lines)


def name(rng: random.Random) -> str:
    """A name as lists write them."""
    given, prefix, last = rng.choice(_GIVEN), rng.choice(_PREFIXES), rng.choice(_SURNAMES)
    forms = [
        f"{given} {prefix} {last}",
        f"{last}, {given} {prefix}",
        f"{prefix} {last}, {given}",
        f"{last} ({given})",
        f"dhr. {prefix} {last}",
        f"{last} - {rng.choice(_SURNAMES)}",
        f"{prefix.title()} {last}",
        given,
        last,
    ]
    return " ".join(rng.choice(forms).split())


def _list(rng: random.Random) -> str:
    names = ", ".join(name(rng) for _ in range(rng.randint(1, 5)))
    return rng.choice(_LABELS) + names + rng.choice(["", " (VNG)", " (COA), ", " namens IPO", " | IPO |"])


def _row(rng: random.Random) -> str:
    return "| " + " | ".join(rng.choice([*_CELLS, name(rng)]) for _ in range(rng.randint(2, 5))) + " |"


def _cut(rng: random.Random, line: str) -> list[str]:
    at = rng.randrange(len(line) + 1)
    return [line[:at], line[at:]]


def _renamed(rng: random.Random, line: str) -> str:
    return re.sub(r"\b[A-Z][a-z]+\b", lambda found: name(rng) if rng.random() < 0.5 else found[0], line)


def _borrowed(rng: random.Random, lines: Sequence[str]) -> list[str]:
    at = rng.randrange(len(lines))
    return list(lines[at : at + rng.randint(1, 12)])


_CHANGES: Final[list[Callable[[random.Random, str, Sequence[str]], list[str]]]] = [
    lambda _rng, _line, _others: [],
    lambda _rng, line, _others: [line, line],
    lambda rng, line, _others: _cut(rng, line),
    lambda rng, line, _others: [rng.choice(_MARKS) + line],
    lambda rng, line, _others: [line + rng.choice(_ENDS)],
    lambda _rng, line, _others: [line.upper()],
    lambda rng, line, _others: [line, name(rng)],
    lambda rng, line, _others: [line, _list(rng)],
    lambda rng, line, _others: [line, _row(rng)],
    lambda rng, line, others: [line, *_borrowed(rng, others)],
    lambda rng, line, _others: [_renamed(rng, line)],
    lambda rng, line, _others: [line.replace(" ", rng.choice(["  ", "\t", "|"]))],
    lambda _rng, line, _others: [line.translate(dict.fromkeys(map(ord, ".,:;")))],
]


def check(reader: Reader, text: str, media_type: str) -> None:
    """Read a text through all stages. Raises ValueError where the record does not hold, and whatever a stage raises."""
    record = reader.read(Document("x.txt", hashlib.sha256(text.encode()).hexdigest(), media_type, text))
    for span in _spans(record):
        if not 0 <= span.start < span.end <= len(text):
            raise ValueError(f"nothing stands at {span}")
    quads = set(parse(rdf.trig(record, reader.gazetteer).trig, format=RdfFormat.TRIG))
    if set(parse(serialize(quads, format=RdfFormat.N_QUADS) or b"", format=RdfFormat.N_QUADS)) != quads:
        raise ValueError("what is read back is something else")


def _spans(value: object) -> list[Span]:
    """All spans within a record."""
    if isinstance(value, Span):
        return [value]
    if isinstance(value, (list, tuple)):
        return [span for one in value for span in _spans(one)]
    if is_dataclass(value):
        return [span for field in fields(value) for span in _spans(getattr(value, field.name))]
    return []


def rehearse(minutes: int, *, seed: int = 0) -> Counter[str]:
    """How many texts were read; those that were slow or brought a stage down, by number, with the kind of error."""
    rng, whole, reader = random.Random(seed), texts(), Reader(Settings())
    found: Counter[str] = Counter()
    for number in range(minutes):
        text = jumbled(rng, rng.choice(whole), rng.choice(whole))
        began = time.process_time()
        try:
            check(reader, text, rng.choice(["text/plain", "text/plain", "text/markdown"]))
            found["read"] += 1
        except Exception as error:  # what this program looks for
            found[f"{number} {type(error).__name__}: {str(error)[:80]}"] += 1
        if time.process_time() - began > _SLOW:
            found[f"{number} slow"] += 1
    return found


def main() -> None:
    """Run and say what became of the texts; ends with 1 where one was slow or brought a stage down."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    found = rehearse(options.minutes, seed=options.seed)
    for what, count in sorted(found.items()):
        print(f"{count:6} {what}")
    sys.exit(int(found.keys() != {"read"}))


if __name__ == "__main__":
    main()
