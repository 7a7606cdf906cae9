"""Minutes that a mail quotes read as those that it does not."""

from __future__ import annotations

import pytest
from layouts import as_document

from lrtgraph.layout import read_layout
from lrtgraph.layout.lines import split_lines
from lrtgraph.layout.quoted import unquoted

MINUTES = """Verslag LRT 4 april 2024

Aanwezig: mw. Bos (COA), dhr. De Wit (VNG)

1. Opening
De voorzitter heet de leden welkom en stelt de agenda
vast.

2. Opvang
- COA meldt een tekort.
  - VNG vraagt om uitstel.
"""


def _read(text: str) -> list[tuple[str, int, str]]:
    return [(block.kind, block.level, block.text) for block in read_layout(as_document(text)).blocks]


@pytest.mark.parametrize("sign", ["> ", ">", ">> ", "> > "])
def test_quoted_minutes_read_as_the_minutes_do(sign: str) -> None:
    quoted = "".join(f"{sign}{line}".rstrip() + "\n" for line in MINUTES.splitlines())
    assert _read(quoted) == _read(MINUTES)


@pytest.mark.parametrize(
    "text",
    [
        "Acties\n\n> COA levert de cijfers.\n> VNG stuurt de brief.\n> IPO belt.\n> VB denkt na.\n> Aedes bouwt.\n",
        "Acties\n\n" + "> COA levert de cijfers.\n\n" * 6,
        "> Retouradres Postbus 20301\n>\nAan de leden\n",
    ],
)
def test_arrows_are_no_quotation(text: str) -> None:
    lines = split_lines(text)
    assert unquoted(text, lines) == lines
