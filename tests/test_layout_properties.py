"""What must hold of any text whatever: offsets, characters, order, determinism, and time in proportion to length."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from layouts import as_document

from lrtgraph.layout import Lexicon, read_layout
from lrtgraph.layout.repair import characters
from lrtgraph.records import Layout

LEXICON = Lexicon.of(["opvang", "gemeenten"], ["VNG", "COA", "SJenV", "BAK OEK"])
PIECES = st.sampled_from(
    [
        "1. Opening",
        "2 . Stand van zaken 3. Rondvraag",
        "• VNG stemt in.",
        "o ",
        "e COA",
        "- ",
        "->",
        "a)",
        "1.1 tekst",
        "V NG",
        "| a | b",
        "Nr   Actie   Wie",
        "A1   iets   VNG",
        "Aanwezig: dhr. Jansen (VNG),",
        "Afwezig",
        "Datum",
        "9 november 2O22",
        "Pagina 2 van 3",
        "VERTROUWELIJK",
        "Directoraat-Generaal",
        "voorzien in de Directoraat-Generaal",
        "gemeen",
        "ten",
        "\xad",
        "ﬁ",
        "\f",
        "\t",
        "\r\n",
        "\u2028",
        "\u200b",
        "\u202e",
        "\ud800",
        "'s",
        '"s',
        " PRT 's",
        "( ",
        " ,",
        "Conclusie",
        "OPENING",
        "\n\n",
        "   ",
        "I. X",
        "l4",
        "0",
        "|",
        "¦",
        "é",
        "\x00",
        "’",
        "Agendapunt 3:",
        "Besluiten en acties",
        "2024-03-A4 tekst",
        "en",
        "-",
        "ij",
        "İ",
        "ß",
    ]
)
MESSY = st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=60).map(
    lambda pieces: "".join(piece + (" ", "\n", "\n\n", "")[len(piece) % 4] for piece in pieces)
)


def read(text: str) -> Layout:
    return read_layout(as_document(text), LEXICON)


def check(text: str, layout: Layout) -> None:
    seen: set[int] = set()
    for index, block in enumerate(layout.blocks):
        assert len(block.text) == len(block.offsets) > 0
        assert block.text == block.text.strip()
        assert 0 <= block.start < block.end <= len(text)
        own = {offset for offset, char in zip(block.offsets, block.text, strict=True) if char not in " |'"}
        assert not own & seen, "two blocks hold the same character"
        seen |= own
        assert block.parent is None or (0 <= block.parent < len(layout.blocks) and block.parent != index)
        assert block.item is None or 0 <= block.item < len(layout.agenda)
        assert all(0 <= start <= end <= len(block.text) for start, end in block.cells)
        if not block.cells:
            assert list(block.offsets) == sorted(block.offsets)
    starts = [(block.start, block.end) for block in layout.blocks]
    assert starts == sorted(starts)
    for item in layout.agenda:
        assert 0 <= item.start < item.end <= len(text)
        assert item.title == " ".join(item.title.split())


@settings(max_examples=400, deadline=None)
@given(st.one_of(st.text(max_size=300), MESSY))
@example("AANW\r\r|\r0")
@example("Bakker    :\n\n1. Opening\n\nTekst.\n\n2. Opvang\n\n- COA.\n")
def test_any_text_gives_a_sound_layout_and_always_the_same(text: str) -> None:
    layout = read(text)
    check(text, layout)
    assert layout == read(text)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80))
def test_plain_characters_lie_on_their_own_raw_character(text: str) -> None:
    clean = characters(text, 0, len(text))
    for char, offset in zip(clean.text, clean.offsets, strict=True):
        if char.isalnum() and char.isascii() and text[offset].isascii():
            assert text[offset] == char


@pytest.mark.parametrize(
    "unit",
    [
        "• VNG stemt in met het voorstel.\n",
        "12. Brief aan gemeenten - JenV - afgerond\n\n",
        "x",
        "a b Regietafe1 V NG l4 ",
        "\n",
        "| a | b | c\n",
        "OPENING EN SLUITING\n\n",
        "Aanwezig: dhr. Jansen (VNG),\n",
        "(",
        "Datum\nvoorzien in de Directoraat-Generaal\n",
        "4\tBrief sturen\tCOA\t1 mei\nOpvang\n",
        "A4; Brief sturen; COA; 1 mei\n",
        "## Kop **a\n\n- [VNG](http://x) _stemt_ in &amp; `zo`<br>\n",
        "| Naam | Van |\n| --- | --- |\n| **Bos** | VNG<br>COA |\n\n",
        "**a [b](c <!-- ",
        "# x\n~~~a\n```b\n",
        "**a** _b_ | c [d](http://e) ",
        "Aanwezig:\nmw. Klein (VNG)\ndhr. Groot (IPO)\n",
        "Naam\n",
        "Naam\nOrganisatie\n",
        "Nr   Actie   Wie\n",
        "4   Brief sturen   open\n",
        "naam\twaarde\nOpvang\n",
        "| Besluit |\n",
        "voorzien in de Directoraat-Generaal\nDatum\n8 mei 2024\n",
        "Datum\nAANMELDCENTRUMTERAPELENDRENTEENGRONINGENENFRIESLAND\n",
    ],
)
def test_time_grows_in_proportion_to_length(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        start = time.process_time()
        read(text)
        return time.process_time() - start

    seconds(1000)
    small = max(0.01, min(seconds(20_000) for _ in range(2)))
    times, slack = (8, 4.0) if small < 0.05 else (4, 2.5)  # what is slow is measured well enough sooner
    assert any(seconds(times * 20_000) < times * slack * small for _ in range(3))


@pytest.mark.parametrize("text", ["", "\n\n \t\n", "\ufeff", "\x0c\x0c"])
def test_a_text_without_a_character_has_no_blocks(text: str) -> None:
    assert read(text) == Layout((), ())
