"""Texts and files of any length, to see whether reading takes time in proportion to it: minutes, and what nobody typed.

Each shape is a function from a size to the name and the bytes of one file. For texts the size is the number of
characters; for files of other formats it is that of the text in them.
"""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Callable, Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import Final

sys.path.insert(0, os.fspath(Path(__file__).parent.parent / "tests"))
from formats import FORMATS, packed
from generated import minutes
from office import word_xml, writer_xml

Shape = Callable[[int], tuple[str, bytes]]

_START: Final = "Verslag LRT 3 november 2023\n\n1. Opening\n\n"
_NAMES: Final = (
    "COA", "VNG", "IPO", "Spreidingswet", "gemeente Coevorden", "SJenV", "mevrouw De Vries", "Ter Apel", "Nidos",
)  # fmt: skip
_NOISE: Final = "abcdefghijklmnopqrstuvwxyz  .,;:()[]{}<>|•*-–0123456789\n\n\t§€%&/\"'’“”"


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


def _word(number: int) -> str:
    """A made-up name, another for each number."""
    found = ""
    while number or len(found) < 4:
        number, rest = divmod(number, 20)
        found += "bdfgklmnprstvwz"[rest % 15] + "aeiou"[rest % 5]
    return found.capitalize()


def _known(size: int) -> str:
    """Many people at the table, each of whom says something."""
    seats = max(10, size // 100)
    lines = (f"Dhr. {_word(number)} (VNG)\n" for number in range(seats))
    said = (f"• Dhr. {_word(number % seats)} vraagt IPO om een plan.\n" for number in count())
    return _until(size, said, "Aanwezig:\n" + "".join(lines) + "\n1. Opening\n\n")


def _columns(size: int) -> str:
    rows = (f"COA vraagt VNG om een plan {number:7}          IPO steunt het plan {number:7}\n" for number in count())
    return _until(size, rows)


TEXTS: Final[Mapping[str, Callable[[int], str]]] = {
    "minutes": lambda size: _until(size, (minutes(number) for number in count())),
    "one document": lambda size: _until(size, iter(lambda: minutes(1, items=7, bullets=40), "")),
    "one line": lambda size: _until(size, (_bullet(number)[2:-1] + " " for number in count())),
    "one word": lambda size: _until(size, iter(lambda: "a", "")),
    "no full stop": lambda size: _until(size, iter(lambda: "dat het COA vindt en ", "")),
    "one speaker": lambda size: _until(
        size, (f"en dat zij {_NAMES[number % 9]} vraagt om plan {number}, " for number in count()), "1. A\n\nVNG meldt "
    ),
    "bullets": lambda size: _until(size, (_bullet(number) for number in count())),
    "empty bullets": lambda size: _until(size, iter(lambda: "• \n", "")),
    "deeper bullets": lambda size: _until(size, (" " * (number % 150) + _bullet(number) for number in count())),
    "deeper numbers": lambda size: _until(size, ("1." * (number % 60 + 1) + " Plan van COA\n" for number in count())),
    "decisions": lambda size: _until(size, (f"Besluit: COA maakt plan {number} voor VNG.\n\n" for number in count())),
    "targets": lambda size: _until(
        size,
        (f"• In 2024 zijn er {number % 9 + 1}.{number % 900:03} plekken bij het COA nodig.\n" for number in count()),
    ),
    "owners": lambda size: _until(
        size, (f"• Het COA is verantwoordelijk voor de uitvoering van wet {number}.\n" for number in count())
    ),
    "names": lambda size: _until(size, (_NAMES[number % len(_NAMES)] + ", " for number in count())),
    "names a line": lambda size: _until(size, (_NAMES[number % len(_NAMES)] + "\n" for number in count())),
    "persons": lambda size: _until(size, (f"• Mevrouw {_word(number)} (VNG) vraagt om rust.\n" for number in count())),
    "persons known": _known,
    "acronyms": lambda size: _until(
        size,
        (
            f"• De Regietafel {(word := _word(number))} (R{word[0]}{number % 97}) vraagt VNG om rust.\n"
            for number in count()
        ),
    ),
    "names for short": lambda size: _until(
        size, (f"• Het plan {_word(number)} (hierna: plan {_word(number)}) gaat naar VNG.\n" for number in count())
    ),
    "digits": lambda size: _until(size, (f"{number * 7919 % 100_003} " for number in count())),
    "numbers a line": lambda size: _until(size, (f"{number}. \n" for number in count())),
    "dates": lambda size: _until(size, (f"{number % 28 + 1} maart {2000 + number % 30}, " for number in count())),
    "brackets": lambda size: _until(size, iter(lambda: "(", "")),
    "brackets and names": lambda size: _until(size, iter(lambda: "(COA) [VNG ", "")),
    "quotes": lambda size: _until(size, iter(lambda: "“COA ‘VNG ", "")),
    "colons": lambda size: _until(size, iter(lambda: "a: ", "")),
    "capitals": lambda size: _until(size, (minutes(number).upper() for number in count())),
    "table": lambda size: _until(size, (f"A{number}\tBrief sturen aan VNG\tCOA\tloopt\n" for number in count())),
    "tables": lambda size: _until(
        size, (f"\nNr\tActie\tWie\n{number}\tBrief aan VNG\tCOA\n\nEn verder.\n" for number in count())
    ),
    "heads in a table": lambda size: _until(
        size,
        (f"{number}\tBrief sturen aan VNG\tCOA\t1 mei\nOpvang\n" for number in count()),
        _START + "Nr\tActie\tWie\tWanneer\n",
    ),
    "table of topics": lambda size: _until(
        size,
        (f"{number}\tOpvang {number}\tDe LRT stemt in met plan {number}.\tCOA\n" for number in count()),
        "Besluitenlijst LRT 3 november 2023\n\nNr\tOnderwerp\tBesluit\tWie\n",
    ),
    "letterheads": lambda size: _until(
        size,
        (
            f"COA vraagt VNG om plan {number} en Directoraat-Generaal\nwil dat op termijn. Migratie\nDatum\n4 mei\n"
            for number in count()
        ),
    ),
    "piped table": lambda size: _until(size, (f"| {number} | Brief aan VNG | COA | loopt |\n" for number in count())),
    "one row": lambda size: _until(size, iter(lambda: "COA\t", "")),
    "columns": _columns,
    "heads": lambda size: _until(size, (f"{number}. Opvang in gemeente {number}\n\n" for number in count(2))),
    "heads and facts": lambda size: _until(size, (f"{number}. Opvang\n\n{_bullet(number)}\n" for number in count(2))),
    "attendance": lambda size: _until(size, (f"dhr. Naam{number} (VNG), " for number in count()), "Aanwezig: "),
    "attendance a line": lambda size: _until(size, (f"Dhr. Naam{number}  VNG\n" for number in count()), "Aanwezig:\n"),
    "pages": lambda size: _until(
        size, (f"Verslag LRT\n{_bullet(number) * 9}\nPagina {number}\n\f" for number in count())
    ),
    "blank lines": lambda size: _until(size, iter(lambda: "\n", "")),
    "spaces": lambda size: _until(size, iter(lambda: " ", "")) + "COA",
    "accents": lambda size: _until(size, iter(lambda: "\u0301", ""), "COA"),
    "noise": lambda size: "".join(random.Random(size).choices(_NOISE, k=size)),
}


def _of_paragraphs(body: Callable[[int], str]) -> Shape:
    return lambda size: ("x.docx", packed({"word/document.xml": word_xml(body(size))}))


def _of_text(body: Callable[[int], str]) -> Shape:
    return lambda size: ("x.odt", packed({"content.xml": writer_xml(body(size))}))


def _page(body: Callable[[int], str]) -> Shape:
    return lambda size: ("x.html", b"<!doctype html><meta charset=utf-8><p>Verslag LRT</p>" + body(size).encode())


def _times(piece: str) -> Callable[[int], str]:
    return lambda size: piece * (size // len(piece))


_CELL: Final = "<w:tc><w:p><w:r><w:t>COA vraagt</w:t></w:r></w:p></w:tc>"
FILES: Final[Mapping[str, Shape]] = {
    "docx one paragraph": _of_paragraphs(
        lambda size: "<w:p>" + _times("<w:r><w:t>COA vraagt VNG om rust. </w:t></w:r>")(size) + "</w:p>"
    ),
    "docx one row": _of_paragraphs(lambda size: "<w:tbl><w:tr>" + _times(_CELL)(size) + "</w:tr></w:tbl>"),
    "docx rows": _of_paragraphs(lambda size: "<w:tbl>" + _times(f"<w:tr>{_CELL}</w:tr>")(size) + "</w:tbl>"),
    "odt one paragraph": _of_text(
        lambda size: "<text:p>" + _times("<text:span>COA vraagt VNG om rust. </text:span>")(size) + "</text:p>"
    ),
    "odt lists": _of_text(
        _times("<text:list><text:list-item><text:p>COA vraagt</text:p></text:list-item></text:list>")
    ),
    "html list": _page(lambda size: "<ul>" + _times("<li>COA vraagt VNG om rust.</li>")(size) + "</ul>"),
    "html lists": _page(_times("<ol><li>COA vraagt VNG om rust.</li></ol>")),
    "html open tags": _page(_times("<p>COA <b>vraagt <i>rust.")),
    "html one row": _page(lambda size: "<table><tr>" + _times("<td>COA vraagt")(size) + "</table>"),
    "md links": lambda size: ("x.md", _times("[COA](https://example.org) **vraagt** _rust_. ")(size).encode()),
    "md marks": lambda size: ("x.md", _times("**_[`~")(size).encode() + b" Besluit"),
    "mail lines": lambda size: ("x.eml", b"From: a\nSubject: b\n\n" + _times("> COA vraagt rust.\n")(size).encode()),
    "mail of the web": lambda size: (
        "x.eml", b"From: a\nSubject: b\nContent-Type: text/html\n\n" + _times("<p>COA vraagt rust.")(size).encode()
    ),
}  # fmt: skip


def _as_text(make: Callable[[int], str]) -> Shape:
    return lambda size: ("x.txt", make(size).encode())


def _as_file(name: str, make: Callable[[str], bytes]) -> Shape:
    return lambda size: (name, make(TEXTS["minutes"](size)))


SHAPES: Final[Mapping[str, Shape]] = {
    **{name: _as_text(make) for name, make in TEXTS.items()},
    **{form: _as_file(name, make) for form, (name, make) in FORMATS.items()},
    **FILES,
}
