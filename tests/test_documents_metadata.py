"""What stands beside documents: what is taken, what is told, and that one wrong row keeps no other document out."""

from __future__ import annotations

import json

import pytest

from lrtgraph.documents.metadata import Beside
from lrtgraph.errors import DocumentError
from lrtgraph.records import Metadata


def beside(**files: str) -> Beside:
    """The metadata of a folder with these files; `__` in a name is a full stop."""
    there = {name.replace("__", "."): text.encode("utf-8", "surrogatepass") for name, text in files.items()}
    return Beside("map", there.get)


def test_a_manifest_of_a_spreadsheet_is_read_in_dutch_over_lines_and_with_a_file_beside_it() -> None:
    manifest = (
        "\ufeffBestand;Titel;Datum;Orgaan;Bron;Licentie\r\n"
        'a.txt;"Verslag; met\r\npuntkomma";2024-03-01;PRT;https://example.org/a;CC0\r\n;;;;;\r\nb.txt;B;;;;\r\n'
    )
    found = beside(manifest__csv=manifest, b__txt__json=json.dumps({"Title": "anders"}))
    assert found.of("a.txt") == Metadata("Verslag; met puntkomma", "2024-03-01", "PRT", "https://example.org/a", "CC0")
    assert found.of("b.txt").title == "anders"
    assert found.of("c.txt") == Metadata()


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("x,01-03-2024,", "'01-03-2024' is no date"),
        ("x,2024-02-30,", "'2024-02-30' is no date"),
        ("x,,javascript:alert(1)", "'javascript:alert(1)' is no address; write it as https://..."),
        ("x,,doos 3 van het archief", "is no address"),
    ],
)
def test_a_wrong_row_keeps_its_document_out_and_no_other(row: str, reason: str) -> None:
    found = beside(manifest__csv=f"file,title,date,url\na.txt,{row}\nb.txt,B,2024-03-01,\n")
    with pytest.raises(DocumentError) as error:
        found.of("a.txt")
    assert str(error.value).startswith("map/manifest.csv: ")
    assert reason in str(error.value)
    assert found.of("b.txt") == Metadata("B", "2024-03-01")


@pytest.mark.parametrize("text", ["file,title\na.txt," + "x" * 200_000, "title\nx\n", "file,title\n\x00\x00\x00"])
def test_a_manifest_that_cannot_be_read_is_told_with_its_name(text: str) -> None:
    with pytest.raises(DocumentError, match=r"map/manifest\.csv"):
        beside(manifest__csv=text).of("a.txt")


def test_a_manifest_that_names_what_is_not_there_says_so_in_one_sentence() -> None:
    rows = "".join(f"verslag {number}.txt,Verslag\n" for number in range(9))
    found = beside(manifest__csv=f"file,title\n{rows}")
    assert found.without_document({f"verslag {number}.txt" for number in range(9)}) is None
    assert found.without_document({"verslag 1.txt", "ander.txt"}) == (
        "map/manifest.csv names what is not beside it: verslag 0.txt, verslag 2.txt, verslag 3.txt, verslag 4.txt, "
        "verslag 5.txt and 3 more; correct the names in it"
    )
    assert beside().without_document(set()) is None
    assert beside(manifest__csv="title\nx\n").without_document(set()) is None


def test_what_no_text_holds_is_taken_out_of_a_title() -> None:
    odd = json.dumps({"title": "Ver\x00slag\x1b[31m \ud800\u202e LRT", "body": 5, "source": {"a": 1}})
    assert beside(a__json=odd).of("a.txt") == Metadata("Ver slag [31m LRT")


@pytest.mark.parametrize("value", [20240301, ["2024-03-01"], {"day": 1}, True])
def test_a_date_that_is_no_text_is_told_and_other_fields_that_are_none_are_passed_by(value: object) -> None:
    with pytest.raises(DocumentError, match=r"^map/a\.json: .* is no date; write it as \"year-month-day\"$"):
        beside(a__json=json.dumps({"date": value})).of("a.txt")
    other = json.dumps({"title": value, "body": value, "url": value, "licence": value, "date": None})
    assert beside(a__json=other).of("a.txt") == Metadata()


@pytest.mark.parametrize("layer", ["mentions", "outcomes", "statements", "targets", "ownership"])
def test_a_record_of_some_layers_beside_its_text_is_no_metadata(layer: str) -> None:
    record = json.dumps({"source": "a.txt", layer: []})
    assert beside(a__json=record).of("a.txt") == Metadata()
