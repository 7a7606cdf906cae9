"""Heads of minutes that are a list of labels: the day, the chair and who was there are read as in any head."""

from __future__ import annotations

import pytest
from layouts import gazetteer, lexicon

from lrtgraph.documents import read
from lrtgraph.extraction.meeting import read_meeting
from lrtgraph.extraction.participants import chair, read_participants
from lrtgraph.layout import read_layout
from lrtgraph.records import Layout

ITEMS = "\n\n## 1. Opening\n\nDe voorzitter opent.\n\n## 2. HAR\n\nHet COA licht de HAR toe.\n"
SEATS = {"Bos": ("CdK", "present"), "Kok": ("gemeente:Houten", "present"), "Pos": ("COA", "absent")}


def head(name: str, text: str) -> tuple[str | None, str | None, dict[str | None, tuple[str | None, str]], Layout]:
    document = read(name, text.encode())
    layout = read_layout(document, lexicon())
    meeting = read_meeting(document, layout, gazetteer())
    seats = read_participants(document, layout, gazetteer(), meeting.body)
    return meeting.date, chair(document, seats), {seat.name: (seat.concept, seat.status) for seat in seats}, layout


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("a.md", "- Datum: 9 oktober 2024\n- Locatie: Utrecht\n- Voorzitter: mw. Bos (CdK)\n"
                 "- Aanwezig: dhr. Kok (gemeente Houten)\n- Afwezig: mw. Pos (COA)"),
        ("b.md", "* **Datum:** 9 oktober 2024\n* **Voorzitter:** mw. Bos (CdK)\n* **Aanwezig:**\n"
                 "  * dhr. Kok (gemeente Houten)\n* **Afwezig:** mw. Pos (COA)"),
        ("c.md", "- Datum: 9 oktober 2024\n- **Voorzitter**: mw. Bos (CdK)\n\nAanwezig: dhr. Kok (gemeente Houten)\n\n"
                 "Afwezig: mw. Pos (COA)"),
        ("d.txt", "• Datum: 9 oktober 2024\n• Voorzitter: mw. Bos (CdK)\n• Aanwezig:\n• dhr. Kok (gemeente Houten)\n"
                  "• Afwezig:\n• mw. Pos (COA)"),
        ("e.html", "<ul><li>Datum: 9 oktober 2024</li><li>Voorzitter: mw. Bos (CdK)</li>"
                   "<li>Aanwezig: dhr. Kok (gemeente Houten)</li><li>Afwezig: mw. Pos (COA)</li></ul>"),
        ("f.md", "## Algemene gegevens\n\n- **Datum:** 9 oktober 2024\n- **Plaats:** Utrecht\n\n## Aanwezig\n\n"
                 "- mw. Bos (CdK, voorzitter)\n- dhr. Kok (gemeente Houten)\n\n## Afwezig\n\n- mw. Pos (COA)"),
    ],
)  # fmt: skip
def test_a_head_of_bullets_is_a_head(name: str, listed: str) -> None:
    if name.endswith("html"):
        items = "<h2>1. Opening</h2><p>De voorzitter opent.</p><h2>2. HAR</h2><p>Het COA licht de HAR toe.</p>"
        text = f"<html><body><h1>Verslag Provinciale Regietafel Utrecht</h1>{listed}{items}</body></html>"
    else:
        text = f"{'#' if name.endswith('md') else ''} Verslag Provinciale Regietafel Utrecht\n\n{listed}{ITEMS}"
        text = text.replace("## ", "") if name.endswith("txt") else text
    day, chairs, seats, layout = head(name, text)
    assert (day, chairs, seats) == ("2024-10-09", "CdK", SEATS)
    assert [item.title for item in layout.agenda] == ["Opening", "HAR"]


def test_an_organisation_sits_under_a_bullet() -> None:
    day, _, seats, _ = head("x.md", f"# Verslag LRT\n\n- Datum: 9 oktober 2024\n- Aanwezig: VNG, IPO, COA{ITEMS}")
    assert (day, len(seats)) == ("2024-10-09", 1)  # three without a name


def test_bullets_of_the_text_stay_bullets() -> None:
    told = "– Vz: demissionair, maar de winkel blijft gewoon open. Lopende zaken gaan door.\n– VNG steunt dat.\n"
    layout = head("x.txt", f"Verslag LRT 9 oktober 2024\n\nOpening\n{told}")[3]
    assert [block.kind for block in layout.blocks].count("bullet") == 2
