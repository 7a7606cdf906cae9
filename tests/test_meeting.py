"""Which meeting a document reports on, on invented text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from layouts import as_document, cases, gazetteer

from lrtgraph.extraction.meeting import read_meeting
from lrtgraph.layout import read_layout
from lrtgraph.records import Document, Meeting, Metadata

BODY = "\n1. Opening\n{opening}\n\n2. Rondvraag en sluiting\n{closing}\n"


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
        ("Verslag Landelijke Regietafel Jeugd\n", None),
        ("Landelijke Regietafel Woonzorg\n\nKort verslag\n", None),
        ("Verslag Landelijke Regietafel Jeugd, 3 mei 2024\n", None),
        ("Verslag Landelijke Regietafel Opvang Oekraïne\n", "LRT"),
        ("Landelijke Regietafel Conceptverslag 3 mei 2024\n", "LRT"),
        ("Verslag van het Veiligheidsberaad\n", "VB"),
        ("Ministerie van Justitie en Veiligheid\nDirectoraat-Generaal Migratie\n\nverslag LRT\n", "LRT"),
        ("Verslag overleg\n", None),
        ("Verslag hoogambtelijk LRT\n", "HLRT"),
        ("Hoogambtelijk overleg van de Landelijke Regietafel\n", "HLRT"),
        ("Verslag ambtelijk overleg LRT\n", "LRT"),
    ],
)
def test_the_body_is_named_in_the_title(head: str, body: str | None) -> None:
    assert meeting(head).body == body


def test_without_a_title_the_body_is_the_one_whose_minutes_it_approves() -> None:
    found = meeting("", "Het verslag van de HLRT van 7 maart 2024 wordt vastgesteld. De LRT is geïnformeerd.")
    assert (found.body, found.approves) == ("HLRT", (("HLRT", "2024-03-07"),))
    assert meeting("", "Verslag HLRT 7 maart 2024: conform. De LRT is geïnformeerd.").body == "HLRT"


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
        "Stuurgroep Opvang\nGespreksverslag 9 november 2022\n",
        "STUURGROEP OPVANG\nSamenvatting van het besprokene, 9 november 2022, raadhuis Heemstede (09.00-10.15)\n",
        "Veiligheidsregio Twente\nTafel opvang\n\nWoensdag 9 november 2022 | kazerne | 16.00 - 17.30 uur\n",
        "Werkgroep Opvang\nBijeenkomst 3, 9 november 2022, Amersfoort\n",
        "Bestuurlijk overleg opvang\nDatum 9 november 2022, Den Haag\n",
        "Van: secretariaat\nAan: leden\nBetreft: terugkoppeling Provinciale Regietafel Utrecht, 9 november 2022\n",
        "Aan: directie | Van: kabinetschef | Betreft: LRT 9 november 2022 |\n",
        "Ambtelijk voorportaal d.d. 9 november 2022, korte weergave\n",
        "Datum\n23 november 2022\nOns kenmerk\n5214477\n\nverslag          Landelijke Regietafel 9 november 2022\n\n"
        "Deelnemers       MBZK, VNG (Ter Braak, Oskam), IPO (Wielinga)\nAfwezig          geen\n",
    ],
)
def test_a_stated_date_is_the_meetings(head: str) -> None:
    found = meeting(head)
    assert (found.date, found.earliest, found.latest) == ("2022-11-09",) * 3


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("PROVINCIALE REGIETAFEL GELDERLAND\nVerslag van de vergadering van 9 november 2022 in Arnhem", "PRT"),
        ("LANDELIJKE REGIETAFEL\n9 november 2022 | gespreksnotitie, opgesteld door een bureau", "LRT"),
        ("STUURGROEP OPVANG (VB, VNG, RIJK, IPO)\nVerslag van de zitting van 9 november 2022", None),
    ],
)
def test_a_title_in_capitals_above_the_day_is_no_item(head: str, body: str | None) -> None:
    text = f"{head}\n\nOPVANG\n\nHet COA meldt dat er plekken nodig zijn.\n\nWONEN\n\nDe VNG wil meer geld.\n"
    document = as_document(text)
    layout = read_layout(document)
    found = read_meeting(document, layout, gazetteer())
    assert (found.body, found.date) == (body, "2022-11-09")
    assert [item.title for item in layout.agenda] == ["OPVANG", "WONEN"]


@pytest.mark.parametrize(
    "approval",
    [
        "Het verslag van de vergadering van 9 november 2022 is vastgesteld.",
        "Het verslag van de vergadering van 9 november 2022 is met dank aan de notulist\nvastgesteld.",
    ],
)
def test_an_item_about_earlier_minutes_is_no_title(approval: str) -> None:
    text = f"OPENING\n\n{approval}\n\nOPVANG\n\nHet COA meldt dat er plekken nodig zijn.\n"
    document = as_document(text)
    assert [item.title for item in read_layout(document).agenda] == ["OPENING", "OPVANG"]


def test_the_title_names_the_body_rather_than_the_text_under_it() -> None:
    text = (
        "HLRT van 9 november 2022\nVoortgangsverslag\n\nDe voorzitter opent. De vergadering van het Veiligheidsberaad "
        "van 7 november 2022 is besproken in het overleg.\n"
    )
    document = as_document(text)
    found = read_meeting(document, read_layout(document), gazetteer())
    assert (found.body, found.date) == ("HLRT", "2022-11-09")


def test_the_opening_words_may_state_the_date() -> None:
    found = meeting("Verslag LRT\n", "De voorzitter opent de vergadering van 9 november 2022 om 10.05 uur.")
    assert (found.date, found.start) == ("2022-11-09", "10:05")


@pytest.mark.parametrize(
    "head",
    [
        "Verslag LRT\n\nDatum\n23 november 2022\nKenmerk\n12345\n",
        "Verslag LRT\n\nVerslag gereed: 23 november 2022\n",
        "Datum 23 november 2022\n\nVerslag LRT\n\nVergaderdatum\nAanwezig dhr. Jansen (VNG)\n",
        "Directoraat-Generaal\n\nDatum\n23 november 2022\n\nVERSLAG LRT\n\nVergadertijd 16.00 uur\n",
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
        ("LRT is 6 juli, VNG neemt dit daar mee naartoe.", "2023-07-06"),
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


@pytest.mark.parametrize(
    "sentence",
    ["Op 3 april 2021 waren er samen 200 plekken.", "Vorige keer kwamen we op 3 april 2024 bijeen."],
)
def test_a_sentence_of_another_day_is_no_letters_day(sentence: str) -> None:
    assert meeting(f"Verslag overleg\n\n{sentence}\n").date is None


def test_what_was_so_on_a_day_is_not_to_come() -> None:
    found = meeting("Verslag overleg\n", "Op 1 mei 2022 is 80% van de plekken klaar.")
    assert found.latest is None


def test_a_welcome_and_a_closing_in_words_tell_the_times() -> None:
    welcome = "Nadat mevrouw Bos de aanwezigen om kwart over negen welkom had geheten, volgde een ronde."
    found = meeting("Verslag LRT 12 februari 2024", welcome, "Mevrouw Bos sloot de vergadering om tien over elf.")
    assert (found.start, found.end) == ("09:15", "11:10")


def test_a_time_behind_the_opening_is_the_start() -> None:
    text = "Verslag werksessie 9 november 2022\n\n1. Opening 13.35 uur\nWelkom.\n\n2. Lunch 12.00 uur\nSmakelijk.\n"
    assert read_meeting(as_document(text), read_layout(as_document(text)), gazetteer()).start == "13:35"


@pytest.mark.parametrize(
    ("opening", "start"),
    [
        ("Mw. Bos opent om 13.00 uur de werksessie.", "13:00"),
        ("Mw. Bos opent de deuren; om 13.00 uur is er lunch.", None),
    ],
)
def test_whoever_opens_at_a_time_opens_the_meeting(opening: str, start: str | None) -> None:
    assert meeting("Verslag werksessie 9 november 2024\n", opening).start == start


@pytest.mark.parametrize(
    ("media_type", "title", "day"),
    [
        ("text/markdown", "Notulen bestuursvergadering 16 mei 2024", "2024-05-16"),
        ("text/html", "Notulen bestuursvergadering 16 mei 2024", "2024-05-16"),
        ("text/plain", "Notulen bestuursvergadering 16 mei 2024", None),
        ("text/markdown", "Nieuws van 16 mei 2024", None),
        ("text/markdown", "Notulen 16 mei 2024, vastgesteld op 20 juni 2024", "2024-05-16"),
        ("text/markdown", "Notulen van 16 mei 2024 en 20 juni 2024", None),
    ],
)
def test_a_page_of_minutes_may_have_the_day_in_its_title_alone(media_type: str, title: str, day: str | None) -> None:
    text = BODY.format(opening="Welkom.", closing="Geen.")
    document = Document("x", "", media_type, text, metadata=Metadata(title=title))
    assert read_meeting(document, read_layout(document), gazetteer()).date == day


def test_the_date_of_a_version_is_the_reports() -> None:
    found = meeting("CONCEPT verslag LRT van 6 maart 2024 (versie 12 maart 2024)\n")
    assert (found.date, found.report_date) == ("2024-03-06", "2024-03-12")


@pytest.mark.parametrize(
    ("sent", "report"),
    [
        ("Verzonden: dinsdag 14 mei 2024 10:12\nVerslag LRT\nOpgesteld: 25 april 2024\n", "2024-04-25"),
        ("Verzonden: dinsdag 14 mei 2024 10:12\nVerslag LRT\n", "2024-05-14"),
        ("Verslag LRT\nDatum: 25 april 2024\nVerzonden: 14 mei 2024\n", "2024-05-14"),
    ],
)
def test_a_mail_tells_when_the_report_was_written_only_where_the_report_does_not(sent: str, report: str) -> None:
    assert str(meeting(sent).report_date) == report


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
            "Notulen, vergadering gehouden op 6 maart 2024 om 20.00 uur in de raadzaal van het stadhuis.\n",
            "Geen.",
            ("20:00", None, "raadzaal van het stadhuis"),
        ),
        (
            "Notulen, vergadering gehouden op 6 maart 2024 om 20.00 uur in de geest van het verdrag.\n",
            "Geen.",
            ("20:00", None, None),
        ),
        (
            (
                "LRT\nVERSLAG          d.d. 12 mei 2024\nProvinciehuis Zwolle, 14.00 - 16.10 uur      "
                "    verspreid: 19 mei 2024\n"
            ),
            "Geen.",
            ("14:00", "16:10", "Provinciehuis Zwolle"),
        ),
        (
            "LRT\nVerslag 6 maart 2024\nUtrecht, aanvang 9.30, einde 11.15\n",
            "Geen.",
            ("09:30", "11:15", "Utrecht"),
        ),
        ("Verslag LRT\nPlaats: Utrecht\nVastgesteld: nee\n", "Geen.", (None, None, "Utrecht")),
        ("Verslag LRT\n", "De vergadering wordt om 16.40 uur gesloten.", (None, "16:40", None)),
        ("Verslag LRT\n", "De voorzitter sluit het overleg om 16.40 uur.", (None, "16:40", None)),
        ("Verslag LRT\n", "De bus vertrekt om 16.40 uur.", (None, None, None)),
    ],
)
def test_times_and_place(head: str, closing: str, expected: tuple[str | None, ...]) -> None:
    found = meeting(head, closing=closing)
    assert (found.start, found.end, found.place) == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            "verslag LRT (kort) / 11-10-2023 / 9.00-10.20 u / digitaal\n",
            {"body": "LRT", "date": "2023-10-11", "start": "09:00", "end": "10:20", "place": None, "report_date": None},
        ),
        (
            (
                "Provinciale Regietafel Overijssel\n"
                "\n"
                "VERSLAG      d.d. 12 september 2024\n"
                "Provinciehuis Zwolle, 14.00 - 16.10 uur      verspreid: 19 september 2024\n"
            ),
            {
                "body": "PRT",
                "date": "2024-09-12",
                "start": "14:00",
                "end": "16:10",
                "place": "Provinciehuis Zwolle",
                "report_date": "2024-09-19",
            },
        ),
        (
            (
                "LANDELIJKE REGIETAFEL\n"
                "Vergadering 5 | Verslag donderdag 16 mei 2024 | 15.00 tot 16.15 uur | Rijnstraat 8, Den Haag\n"
            ),
            {
                "body": "LRT",
                "date": "2024-05-16",
                "start": "15:00",
                "end": "16:15",
                "place": "Rijnstraat 8, Den Haag",
                "report_date": None,
            },
        ),
        (
            (
                "LANDELIJKE REGIETAFEL\n"
                "\n"
                "Verslag van de vergadering van woensdag 22 mei 2024, gehouden te Den Haag, aanvang\n"
                "10.00 uur\n"
            ),
            {
                "body": "LRT",
                "date": "2024-05-22",
                "start": "10:00",
                "end": None,
                "place": "Den Haag",
                "report_date": None,
            },
        ),
        (
            "VERSLAG VEILIGHEIDSBERAAD\n\nDatum\tvrijdag 8 maart 2024\nAanwezig\tdhr. Jansen (VNG)\n",
            {"body": "VB", "date": "2024-03-08", "start": None, "end": None, "place": None, "report_date": None},
        ),
        (
            ("VERSLAG VEILIGHEIDSBERAAD\nDatum: vrijdag 8 maart 2024\n"),
            {"body": "VB", "date": "2024-03-08", "start": None, "end": None, "place": None, "report_date": None},
        ),
        (
            (
                "VEILIGHEIDSBERAAD\n"
                "\n"
                "Verslag\n"
                "Datum: vrijdag 8 maart 2024\n"
                "Tijd: 10.00 - 12.30 uur\n"
                "Plaats: Provinciehuis Utrecht\n"
            ),
            {
                "body": "VB",
                "date": "2024-03-08",
                "start": "10:00",
                "end": "12:30",
                "place": "Provinciehuis Utrecht",
                "report_date": None,
            },
        ),
        (
            "Hoogambtelijke Landelijke Regietafel, 7 maart 2024, 13.00 uur, Utrecht (concept)\n",
            {
                "body": "HLRT",
                "date": "2024-03-07",
                "start": "13:00",
                "end": None,
                "place": "Utrecht",
                "report_date": None,
            },
        ),
        (
            "Verslag Provinciale Regietafel Gelderland\t14-05-2024\t10:00 - 11:30\tHuis der Provincie, Arnhem\n",
            {
                "body": "PRT",
                "date": "2024-05-14",
                "start": "10:00",
                "end": "11:30",
                "place": "Huis der Provincie, Arnhem",
                "report_date": None,
            },
        ),
        (
            (
                "Notulen LRT d.d. 3 juni 2024\n"
                "Locatie: Teams\n"
                "Aanvang: 9.30 uur\n"
                "Einde: 11.00 uur\n"
                "Opgesteld: 10 juni 2024\n"
            ),
            {
                "body": "LRT",
                "date": "2024-06-03",
                "start": "09:30",
                "end": "11:00",
                "place": "Teams",
                "report_date": "2024-06-10",
            },
        ),
        (
            (
                "Overleg: LRT\n"
                "Wanneer: maandag 3 juni 2024 van 13.00 tot 15.00 uur\n"
                "Waar: Turfmarkt 147, Den Haag\n"
                "Verslag verzonden: 7 juni 2024\n"
            ),
            {
                "body": "LRT",
                "date": "2024-06-03",
                "start": "13:00",
                "end": "15:00",
                "place": "Turfmarkt 147, Den Haag",
                "report_date": "2024-06-07",
            },
        ),
        (
            "Besluitenlijst LRT maandag 3 juni 2024 (13.00-15.00 uur, Den Haag)\n",
            {
                "body": "LRT",
                "date": "2024-06-03",
                "start": "13:00",
                "end": "15:00",
                "place": "Den Haag",
                "report_date": None,
            },
        ),
        (
            (
                "Landelijke Regietafel Migratie en Integratie\n"
                "\n"
                "Datum\n"
                "19 februari 2024\n"
                "Kenmerk\n"
                "5124477\n"
                "\n"
                "VERSLAG LRT 7 februari 2024\n"
            ),
            {
                "body": "LRT",
                "date": "2024-02-07",
                "start": None,
                "end": None,
                "place": None,
                "report_date": "2024-02-19",
            },
        ),
        (
            (
                "VERSLAG\n"
                "Landelijke Regietafel Migratie\n"
                "Datum vergadering 3 juni 2024, 10.00 uur – 11.30 uur\n"
                "Plaats vergadering Ministerie van JenV, Den Haag\n"
                "Datum verslag 6 juni 2024\n"
            ),
            {
                "body": "LRT",
                "date": "2024-06-03",
                "start": "10:00",
                "end": "11:30",
                "place": "Ministerie van JenV, Den Haag",
                "report_date": "2024-06-06",
            },
        ),
        (
            ("Landelijke Regietafel (LRT)\nVerslag van het overleg d.d. maandag 3 juni 2024 in Den Haag\n"),
            {"body": "LRT", "date": "2024-06-03", "place": "Den Haag"},
        ),
        (
            (
                "LANDELIJKE REGIETAFEL MIGRATIE EN INTEGRATIE\n"
                "3 juni 2024, 14.00-16.00 uur\n"
                "Ministerie van Justitie en Veiligheid, Turfmarkt 147, Den Haag\n"
            ),
            {"body": "LRT", "date": "2024-06-03", "start": "14:00", "end": "16:00"},
        ),
        (
            ("Conceptverslag HLRT van 3 juni 2024\nOpgesteld door: secretariaat, 5 juni 2024\n"),
            {"body": "HLRT", "date": "2024-06-03", "report_date": "2024-06-05"},
        ),
        (
            (
                "Vergadering:\tProvinciale Regietafel Limburg\n"
                "Datum:\t\t3 juni 2024\n"
                "Tijd:\t\t9.30 - 11.00 uur\n"
                "Locatie:\tGouvernement Maastricht\n"
            ),
            {"body": "PRT", "date": "2024-06-03", "start": "09:30", "end": "11:00", "place": "Gouvernement Maastricht"},
        ),
        (
            ("| Datum | 3 juni 2024 |\n| Tijd | 9.30 - 11.00 uur |\n| Plaats | Utrecht |\n| Overleg | LRT |\n"),
            {"body": "LRT", "date": "2024-06-03", "start": "09:30", "end": "11:00", "place": "Utrecht"},
        ),
        (
            (
                "Verslag Bestuurlijk Overleg Veiligheidsberaad\n"
                "Arnhem, vrijdag 3 mei 2024\n"
                "Aanvang 10.00 uur, einde 12.15 uur\n"
            ),
            {"body": "VB", "date": "2024-05-03", "start": "10:00", "end": "12:15"},
        ),
        (
            ("Verslag LRT 3 juni 2024\nVersie: 7 juni 2024\nStatus: concept\n"),
            {"body": "LRT", "date": "2024-06-03", "report_date": "2024-06-07"},
        ),
        ("Verslag LRT 3 juni 2024 (concept 7 juni 2024)\n", {"body": "LRT", "date": "2024-06-03"}),
        (
            (
                "VERSLAG\n"
                "Onderwerp: Landelijke Regietafel\n"
                "Vergaderdatum en -tijd: 3 juni 2024, 13.00 - 14.30 uur\n"
                "Vergaderplaats: Den Haag, zaal 3\n"
                "Verslagdatum: 10 juni 2024\n"
            ),
            {
                "body": "LRT",
                "date": "2024-06-03",
                "start": "13:00",
                "end": "14:30",
                "place": "Den Haag, zaal 3",
                "report_date": "2024-06-10",
            },
        ),
        (
            (
                "Verslag van de 12e vergadering van de Landelijke Regietafel op maandag 3 juni 2024 van 13:00 tot "
                "15:00 uur in het provinciehuis te Utrecht\n"
            ),
            {"body": "LRT", "date": "2024-06-03", "start": "13:00", "end": "15:00"},
        ),
    ],
)
def test_heads_in_other_orders(head: str, expected: dict[str, str | None]) -> None:
    found = meeting(f"{head}\nAanwezig: mw. Klein (VNG), dhr. Groot (IPO)\n")
    assert {field: getattr(found, field) for field in expected} == expected


def heads() -> list[tuple[str, dict[str, str]]]:
    """Heads as secretaries write them, and the fields that they give; a field that is not named is None."""
    return [(head, dict(line.split(" ", 1) for line in fields)) for head, fields in cases("heads.txt")]


@pytest.mark.parametrize(("head", "expected"), heads())
def test_a_head_as_secretaries_write_it(head: str, expected: dict[str, str]) -> None:
    found = meeting(f"{head}\n")
    fields = ("body", "date", "start", "end", "place", "report_date")
    assert {field: getattr(found, field) for field in fields} == {field: expected.get(field) for field in fields}


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
    document = as_document(" ".join(pieces))
    found = read_meeting(document, read_layout(document), gazetteer())
    assert found.date is None or found.date == found.earliest == found.latest


@pytest.mark.parametrize(
    ("head", "place", "report"),
    [
        ("Verslag LRT 22 mei 2024\nStadhuis, Arnhem, 10.00 uur     Status: concept", "Stadhuis, Arnhem", None),
        ("Verslag van de LRT van 22 mei 2024 (10.00 - 11.45 uur, via Webex)", "Webex", None),
        ("VERSLAG LRT\nwoensdag 22 mei 2024 van 13.00 tot 14.45 uur (Teams)", "Teams", None),
        ("LRT - verslag\n22 mei 2024 | 13:00 - 14:45 | hybride (Den Haag / Teams)", "hybride (Den Haag / Teams)", None),
        ("Verslag LRT\nDatum vergadering: 22 mei 2024\nStatus: concept d.d. 29 mei 2024", None, "2024-05-29"),
        ("Vergadering LRT van 22 mei 2024\nVerslag: secretariaat LRT, 29 mei 2024", None, "2024-05-29"),
        ("Verslag LRT\nDatum 22-05-2024\nZaal\nCommissiekamer\nAard\nOordeelsvormend", "Commissiekamer", None),
        ("Verslag LRT 22 mei 2024\nZaal 7.02", "Zaal 7.02", None),
    ],
)  # fmt: skip
def test_heads_in_other_words(head: str, place: str | None, report: str | None) -> None:
    found = meeting(f"{head}\n\nAanwezig: mw. Loos (SJenV), dhr. Bos (COA)\n\n1. Opening\nGeen.\n")
    assert (found.date, found.place, found.report_date) == ("2024-05-22", place, report)


def test_when_it_ended_comes_before_when_it_was_to_end() -> None:
    text = "Verslag LRT 22 mei 2024, 13.00 - 14.45 uur\n\n1. Opening\nGeen.\n\n2. Sluiting\n{}\n"
    assert meeting(text.format("De voorzitter sluit de vergadering om 14.30 uur.")).end == "14:30"
    assert meeting(text.format("De HAR wordt om 12.00 uur gesloten.")).end == "14:45"


def test_a_ministry_at_the_start_of_a_line_of_text_is_no_place() -> None:
    text = (
        "1. OPENING\n\nHet verslag van 25 september 2023 is akkoord.\n\n2. OPVANG\n\n"
        "Over het bedrag kan JenV niets zeggen, omdat het overleg met het\n"
        "Ministerie van Financiën nog loopt.\n"
    )
    assert meeting(text).place is None


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ("PRT GRONINGEN 3 NOVEMBER 2022 - notitie\n", None),
        ("Tafel opvang\nSamenvatting, 2 februari 2024, raadhuis Heemstede (09.00-10.15)\n", "raadhuis Heemstede"),
        ("STUURGROEP OPVANG\nVoortgangsbijeenkomst, 9 oktober 2024\n", None),
        ("Verslag overleg opvang d.d. 6 december 2023 in het gemeentehuis te Ede\n", "gemeentehuis te Ede"),
        ("Verslag overleg opvang d.d. 6 december 2023 in het kader van de wet\n", None),
    ],
)
def test_what_stands_beside_the_day_is_no_place_where_it_names_the_meeting(head: str, place: str | None) -> None:
    assert meeting(head).place == place


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("De vergadering vindt inwerkingtreding per 1 januari 2021 te vroeg.", None),
        ("De vergadering wil de regeling uiterlijk vrijdag 1 januari 2021 zien.", None),
        ("De vergadering sprak op 1 januari 2021 over de regeling.", "2021-01-01"),
    ],
)
def test_a_day_from_which_something_is_to_be_is_not_the_meetings(sentence: str, day: str | None) -> None:
    assert meeting(f"Terugblik bestuur\n\n{sentence}\n").date == day


@pytest.mark.parametrize(
    ("second", "body"),
    [
        ("D. de Jager, wethouder, digitaal", "colleges_BenW"),
        ("D. de Jager (wethouder)", "colleges_BenW"),
        ("D. de Jager, wethouder Ede", None),
        ("D. de Jager, burgemeester", None),
        ("D. de Jager, gedeputeerde", None),
    ],
)
def test_a_mayor_and_aldermen_alone_are_a_college(second: str, body: str | None) -> None:
    listed = f"Aanwezig:\n\nK. Bos, burgemeester\n{second}\nP. Vos, wethouder\nR. Kip, gemeentesecretaris\n"
    assert meeting(f"Besluitenlijst 6 juni 2023\n\n{listed}").body == body
