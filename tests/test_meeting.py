"""Which meeting a document reports on, on invented text."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lrtgraph.extraction.meeting import read_meeting
from lrtgraph.gazetteer import Gazetteer, load
from lrtgraph.layout import read_layout
from lrtgraph.records import Document, Meeting, Metadata

BODY = "\n1. Opening\n{opening}\n\n2. Rondvraag en sluiting\n{closing}\n"


@cache
def gazetteer() -> Gazetteer:
    return load()


def meeting(head: str, opening: str = "Welkom.", closing: str = "Geen.", metadata: Metadata | None = None) -> Meeting:
    text = head + BODY.format(opening=opening, closing=closing)
    document = Document("x.txt", "", "text/plain", text, metadata=metadata or Metadata())
    return read_meeting(document, read_layout(document), gazetteer())


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("LRT 9 november 2022\n", "LRT"),
        ("HLRT 7 mrt 2024 - verslag (concept)\n", "HLRT"),
        ("Landelijke Regietafel Migratie en Integratie (LRT)\n\nKORT VERSLAG\n", "LRT"),
        ("Verslag Provinciale Regietafel Drenthe\n", "PRT"),
        ("Verslag van het Veiligheidsberaad\n", "VB"),
        ("Ministerie van Justitie en Veiligheid\nDirectoraat-Generaal Migratie\n\nverslag LRT\n", "LRT"),
        ("Verslag overleg\n", None),
    ],
)
def test_the_body_is_named_in_the_title(head: str, body: str | None) -> None:
    assert meeting(head).body == body


def test_without_a_title_the_body_is_the_one_whose_minutes_it_approves() -> None:
    found = meeting("", "Het verslag van de HLRT van 7 maart 2024 wordt vastgesteld. De LRT is geïnformeerd.")
    assert (found.body, found.approves) == ("HLRT", (("HLRT", "2024-03-07"),))


@pytest.mark.parametrize(
    "head",
    [
        "Verslag LRT\n\nVergaderdatum 9 november 2022\n",
        "Verslag LRT\n\nVergaderdatum: donderdag 9 nov. 2022\n",
        "LRT 9 november 2022\n",
        "VERSLAG VAN DE LRT OP 9 NOVEMBER 2022\n",
        "Verslag LRT\n\nDatum en tijd: 9-11-2022, 10.00-12.00 uur\n",
        "Verslag LRT\n\nDatum: 9 november 2022\nTijd: 10.00 - 12.00 uur\nPlaats: Den Haag\n",
        "| Overleg | LRT |\n| Vergaderdatum | 9 november 2022 |\n",
        "Verslag LRT\n\nVergaderdatum\n9 november 2022\n",
        "Besluitenlijst LRT 9 november 2022\n",
        "CONCEPT verslag LRT van 9 november 2022\n",
        "Besluitenlijst van de LRT van 9 november 2022 (vastgesteld op 7 december 2022)\n",
        "verslag LRT 9-11-'22\n",
        "LRT | 9 november 2022 | 13.00-14.30 | Den Haag\n",
        "Landelijke Regietafel\nWoensdag 9 november 2022\n13:00 - 14:30 uur\nWebex\n",
    ],
)
def test_a_stated_date_is_the_meetings(head: str) -> None:
    found = meeting(head)
    assert (found.date, found.earliest, found.latest) == ("2022-11-09",) * 3


def test_the_opening_words_may_state_the_date() -> None:
    found = meeting("Verslag LRT\n", "De voorzitter opent de vergadering van 9 november 2022 om 10.05 uur.")
    assert (found.date, found.start) == ("2022-11-09", "10:05")


@pytest.mark.parametrize(
    "head",
    [
        "Verslag LRT\n\nDatum\n23 november 2022\nKenmerk\n12345\n",
        "Verslag LRT\n\nVerslag gereed: 23 november 2022\n",
        "Datum 23 november 2022\n\nVerslag LRT\n\nVergaderdatum\nAanwezig dhr. Jansen (VNG)\n",
    ],
)
def test_the_date_of_a_letterhead_is_the_reports_and_bounds_the_meeting(head: str) -> None:
    found = meeting(head, "Het verslag van 5 oktober 2022 is vastgesteld.")
    assert (found.date, found.report_date) == (None, "2022-11-23")
    assert (found.earliest, found.latest) == ("2022-10-05", "2022-11-23")


def test_a_date_beside_a_report_date() -> None:
    found = meeting(
        "LRT\n\nVergaderdatum   18 april 2024, 13.30 - 15.15 uur\n"
        "Locatie         Zaal Noord, Den Haag\nVerslag gereed  25 april 2024\n"
    )
    assert (found.date, found.report_date, found.start, found.end, found.place) == (
        "2024-04-18",
        "2024-04-25",
        "13:30",
        "15:15",
        "Zaal Noord, Den Haag",
    )


@pytest.mark.parametrize(
    ("sentence", "latest"),
    [
        ("Dit is ook een punt om te bespreken op 5 juni in het VB.", "2023-06-05"),
        ("Op 19 mei a.s. volgt een BO met gedeputeerden.", "2023-05-19"),
        ("De volgende LRT is op 6 juli.", "2023-07-06"),
        ("Volgende overleg: 6 juli.", "2023-07-06"),
        ("De behandeling in de Kamer staat voor 26 en 27 september geagendeerd.", "2023-09-26"),
        ("Op 12 december vindt een BO plaats.", "2023-12-12"),
        ("Op 10 januari vindt een BO plaats.", "2024-01-10"),
        ("CNO stopt per 1 juni.", None),
        ("Op 3 mei heeft de minister een brief gestuurd.", None),
        ("Gemeenten hebben tot 1 juli om de taakstelling te halen.", None),
        ("De plekken zijn sinds 1 mei beschikbaar.", None),
        ("Actie: COA levert vóór 1 juni cijfers.", "2023-06-01"),
    ],
)
def test_an_event_still_to_come_bounds_the_meeting(sentence: str, latest: str | None) -> None:
    found = meeting("", "Het verslag van de LRT van 25 april 2023 wordt vastgesteld.", sentence)
    assert (found.date, found.earliest, found.latest) == (None, "2023-04-25", latest)


def test_the_date_of_a_version_is_the_reports() -> None:
    found = meeting("CONCEPT verslag LRT van 6 maart 2024 (versie 12 maart 2024)\n")
    assert (found.date, found.report_date) == ("2024-03-06", "2024-03-12")


def test_the_first_bound_counts() -> None:
    opening = (
        "Het verslag van de LRT van 14 februari 2024 is vastgesteld. Op 19 maart a.s. volgt "
        "een BO. De volgende LRT is op 23 april."
    )
    assert meeting("Datum 27 maart 2024\n\nVerslag\n", opening).latest == "2024-03-19"
    assert meeting("Datum 15 maart 2024\n\nVerslag\n", opening).latest == "2024-03-15"


@pytest.mark.parametrize(
    ("opening", "approves"),
    [
        ("Het verslag van 5 oktober 2022 is vastgesteld.", (("LRT", "2022-10-05"),)),
        ("Het verslag van de HLRT van 5 oktober 2022 wordt met één wijziging vastgesteld.", (("HLRT", "2022-10-05"),)),
        ("Verslag LRT 5 okt.: twee punten verwerkt.\n-> verslag vastgesteld.", (("LRT", "2022-10-05"),)),
        ("De notulen van de vergadering van 5 oktober 2022 worden geaccordeerd.", (("LRT", "2022-10-05"),)),
        ("Het verslag van de afspraken over opvang 5 oktober 2022 wordt vastgesteld.", ()),
        ("Het verslag van 5 oktober 2022 wordt nagezonden.", ()),
    ],
)
def test_approved_minutes(opening: str, approves: tuple[tuple[str, str], ...]) -> None:
    assert meeting("LRT 9 november 2022\n", opening).approves == approves


@pytest.mark.parametrize(
    ("head", "closing", "expected"),
    [
        (
            "Verslag LRT\n\nTijd/plaats: 15.30-17.00 uur, Turfmarkt, Den Haag\n",
            "Geen.",
            ("15:30", "17:00", "Turfmarkt, Den Haag"),
        ),
        ("Verslag LRT\n\nAanvang: 9.00 uur\nEinde: 10.15 uur\nLocatie: Webex\n", "Geen.", ("09:00", "10:15", "Webex")),
        (
            "LRT 9 november 2022, 13.00 - 15.00 uur, Provinciehuis Assen\n",
            "Geen.",
            ("13:00", "15:00", "Provinciehuis Assen"),
        ),
        (
            "PRT Utrecht\nVerslag 6e vergadering, 6 maart 2024, provinciehuis Utrecht, 9.30-11.00 uur\n",
            "Geen.",
            ("09:30", "11:00", "provinciehuis Utrecht"),
        ),
        (
            "Verslag LRT, gehouden op woensdag 6 maart 2024 te Utrecht, aanvang 13.00 uur\n",
            "Geen.",
            ("13:00", None, "Utrecht"),
        ),
        (
            (
                "LRT\nVERSLAG          d.d. 12 mei 2024\nProvinciehuis Zwolle, 14.00 - 16.10 uur      "
                "    verspreid: 19 mei 2024\n"
            ),
            "Geen.",
            ("14:00", "16:10", "Provinciehuis Zwolle"),
        ),
        ("Verslag LRT\n", "De vergadering wordt om 16.40 uur gesloten.", (None, "16:40", None)),
        ("Verslag LRT\n", "De voorzitter sluit het overleg om 16.40 uur.", (None, "16:40", None)),
        ("Verslag LRT\n", "De bus vertrekt om 16.40 uur.", (None, None, None)),
    ],
)
def test_times_and_place(head: str, closing: str, expected: tuple[str | None, ...]) -> None:
    found = meeting(head, closing=closing)
    assert (found.start, found.end, found.place) == expected


def test_metadata_overrides_the_text() -> None:
    found = meeting("LRT 9 november 2022\n", metadata=Metadata(date="2022-11-10", body="HLRT"))
    assert (found.body, found.date, found.earliest, found.latest) == ("HLRT", "2022-11-10", "2022-11-10", "2022-11-10")


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Datum",
                "9 november 2022",
                "LRT",
                "verslag",
                "Tijd:",
                "10.00 uur",
                "1. Opening",
                "a.s.",
                "\n",
                "op",
                "|",
                "25:99 uur",
                "31-2-2024",
                "vastgesteld.",
            ]
        ),
        max_size=40,
    )
)
def test_any_text_gives_a_meeting(pieces: list[str]) -> None:
    document = Document("x.txt", "", "text/plain", " ".join(pieces))
    found = read_meeting(document, read_layout(document), gazetteer())
    assert found.date is None or found.date == found.earliest == found.latest
