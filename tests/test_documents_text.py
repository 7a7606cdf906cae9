"""Plain text: the encodings that minutes come in, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from graphs import MINUTES
from hypothesis import given
from hypothesis import strategies as st

from lrtgraph.documents import read
from lrtgraph.documents.plain import pages
from lrtgraph.documents.text import decode
from lrtgraph.errors import DocumentError

DUTCH = (
    "Verslag van het overleg.\r\nDe coördinerend minister geeft één reactie: ‘financiële regelingen’ – € 5 miljoen.\n"
)
OLD = DUTCH.replace("‘", "'").replace("’", "'").replace("–", "-").replace("€ ", "")


@pytest.mark.parametrize("path", sorted(MINUTES.glob("*.txt")), ids=lambda path: path.stem)
def test_offsets_are_those_of_the_file_as_python_reads_it(path: Path) -> None:
    document = read(path.name, path.read_bytes())
    with path.open(encoding="utf-8", newline="") as file:
        assert document.text == file.read()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_text_is_read_in_every_encoding_that_has_its_characters(encoding: str) -> None:
    assert decode(DUTCH.encode(encoding)) == DUTCH


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "iso8859-15"])
def test_text_of_the_nineties_is_read(encoding: str) -> None:
    assert decode(OLD.encode(encoding)) == OLD


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_plain_letters_in_utf16_without_a_mark_are_read(encoding: str) -> None:
    assert decode("Besluit: akkoord".encode(encoding)) == "Besluit: akkoord"


def test_one_accent_in_many_pages_is_enough_to_be_read_right() -> None:
    text = "Het overleg stelt de agenda vast en gaat verder. " * 400 + "De financiële bijlage volgt."
    assert decode(text.encode("latin-1")) == text


def test_text_of_dos_is_read() -> None:
    text = "De coördinator geeft één reactie op de financiële bijlage van de ministeriële commissie. " * 3
    assert decode(text.encode("cp850")) == text


def test_a_mark_of_utf8_is_a_character_as_python_reads_it() -> None:
    assert decode("\ufeffVerslag".encode()) == "\ufeffVerslag"


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1))
def test_any_utf8_text_comes_back(text: str) -> None:
    assert decode(text.encode()) == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t \n", "no text"),
        (b"1 2 3", "no text"),
        (bytes(range(256)) * 40, "binary"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x03", "binary"),
        (b"%PDF-1.4\n" + bytes(range(128, 256)) * 3 + b"\x00\x01", "binary"),
        (b"\xff\xfeV\x00e\x00r", "UTF-16"),
    ],
)
def test_what_is_no_text_is_refused_with_a_reason(data: bytes, reason: str) -> None:
    with pytest.raises(DocumentError, match=reason):
        read("a.txt", data)


def test_an_unknown_format_is_refused_and_the_known_ones_are_named() -> None:
    with pytest.raises(DocumentError, match=r"\.xyz is no format.*\.txt"):
        read("a.xyz", b"tekst")


def test_the_name_is_without_folders() -> None:
    assert read("../../etc/verslag.txt", b"tekst").source == "verslag.txt"


@given(st.text(st.sampled_from("ab\f\n")))
def test_pages_cover_the_text_without_gaps(text: str) -> None:
    found = pages(text)
    assert bool(found) == ("\f" in text)
    assert "".join(text[page.start : page.end] for page in found) == (text if found else "")
    assert [page.number for page in found] == list(range(1, len(found) + 1))
