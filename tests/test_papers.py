"""Papers that are no minutes: how they are known by their form, and what is kept of them."""

from __future__ import annotations

import time
from pathlib import Path

import minutes
import pytest

import lrtgraph
from lrtgraph.answers import inventory
from lrtgraph.answers.cards import show
from lrtgraph.answers.events import minutes_of, papers_of
from lrtgraph.build import build
from lrtgraph.build.published import published
from lrtgraph.extraction.papers.kinds import _kind, titled
from lrtgraph.records import Record
from lrtgraph.resources import Settings
from lrtgraph.store import open_store

AGENDA = """Agenda Landelijke Regietafel Migratie en Integratie

Datum: 9 november 2023
Tijd: 10.00 – 11.30 uur
Locatie: Plein 4, Den Haag

1. Opening en mededelingen
2. Verslag LRT 27 september 2023 (ter vaststelling)
3. Spreidingswet: ondersteuning van gemeenten (ter besluitvorming)
4. Rondvraag en sluiting
"""
ANNOTATED = """# Geannoteerde agenda LRT 9 november 2023

## 1. Opening en mededelingen
De voorzitter opent de vergadering. MBZK is verhinderd en wordt vervangen door DGOBDR.

## 2. Verslag LRT 27 september 2023
Ter vaststelling. Gevraagd besluit: het verslag vaststellen.

## 3. Spreidingswet
De provincies houden toezicht op de uitvoering van de Spreidingswet. VNG maakt bezwaar tegen de termijn.
Per 1 juli 2024 zijn 75.500 opvangplekken nodig. Gevraagd besluit: IPO opdracht te geven een plan op te stellen.
"""
NOTE = """Oplegnotitie
Aan: leden Landelijke Regietafel Migratie en Integratie
Van: VNG en IPO
Datum: 2 november 2023
Betreft: ondersteuning gemeenten bij de Spreidingswet, LRT 9 november 2023

Gevraagd besluit
De LRT wordt gevraagd in te stemmen met een ondersteuningsteam.

Toelichting
De provincies houden toezicht op de uitvoering van de Spreidingswet. VNG heeft bezwaar gemaakt tegen de termijn.
JenV zegt toe de kosten te vergoeden. Het IPO steunt het team.
"""
INVITATION = """UITNODIGING

Aan de leden van de Provinciale Regietafel Overijssel

Hierbij nodig ik u uit voor de vergadering van de PRT op donderdag 6 juni 2024 in het provinciehuis te Zwolle.

Op de agenda staan:
• de verdeling van de taakstelling over de gemeenten;
• de voortgang van de doorstroomlocaties.

Ik verneem graag of u komt. COA zegt toe een presentatie te geven.

Met vriendelijke groet,
P. de Boer
"""
LETTER = """Gemeente Zutphen

Aan de Landelijke Regietafel Migratie en Integratie

Zutphen, 10 juni 2025
Betreft: locatie aan de haven

Geachte leden van de regietafel,

Op 24 april 2025 heeft onze gemeenteraad ingestemd met een doorstroomlocatie voor 120 plekken. Wij verzoeken de
provincie om een bijdrage. Het COA heeft ons toegezegd de omwonenden te
informeren. Wij maken bezwaar tegen verder uitstel.

Met vriendelijke groet,
het college van burgemeester en wethouders
"""
TO_PARLIAMENT = """Aan de Voorzitter van de Tweede Kamer
der Staten-Generaal

Datum 15 november 2023
Betreft Uitkomsten Landelijke Regietafel van 9 november 2023

Op 9 november heb ik met de medeoverheden gesproken. De VNG heeft bezwaar gemaakt tegen het intrekken van de wet.
Afgesproken is dat de provincies vóór 1 februari 2024 een plan maken. Ik heb uw Kamer toegezegd hierop terug te komen.

De Staatssecretaris van Justitie en Veiligheid,

A. Jansma
"""
SOME_TOLD = """VNG steunt de verlenging van de noodopvang. Het COA vraagt om meer doorstroomlocaties.
IPO maakt bezwaar tegen de Spreidingswet. Afgesproken is dat het COA vóór 1 mei 2024 een planning stuurt.
"""
MUCH_TOLD = f"""{SOME_TOLD}JenV zegt toe de regeling te verlengen. VNG is tegen een lagere bijdrage.
Besloten is dat de provincies vóór 1 juni 2024 een voorstel maken.
"""
PAPERS = {
    "agenda": (
        AGENDA,
        ANNOTATED,
        "Landelijke Regietafel – conceptagenda 4 april 2024\n\n1. Opening\n2. Spreidingswet\n",
    ),
    "notitie": (
        NOTE,
        "ANNOTATIE t.b.v. de staatssecretaris\nLRT 9 november 2023\n\n1. Opening\n\n2. Spreidingswet\n"
        "Spreeklijn: u kunt toezeggen dat de regeling wordt verlengd. VNG steunt u naar verwachting.\n",
        "LRT 9 november 2023, agendapunt 3\n\nGevraagd besluit\nInstemmen met de handreiking voor gemeenten.\n\n"
        "Kernboodschap\nDe Spreidingswet vraagt veel van gemeenten.\n",
    ),
    "uitnodiging": (INVITATION,),
    "brief": (
        LETTER,
        TO_PARLIAMENT,
        "Aan de Landelijke Regietafel\n\nGeachte voorzitter,\n\nDe burgemeesters van Zeist en Soest steunen ons.\n\n"
        "Met vriendelijke groet,\nA. Jansma\n",
        "Raadsinformatiebrief gemeente Zutphen\n\nDatum: 1 oktober 2025\n\nGeachte raadsleden,\n\nOp 25 september 2025 "
        "heeft de Landelijke Regietafel besloten een locatie te openen. Wij "
        "hebben toegezegd een vergunning te verlenen.\n",
    ),
}


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in PAPERS.items() for text in texts])
def test_a_paper_is_known_by_its_form_and_settles_and_says_nothing(kind: str, text: str) -> None:
    record = minutes.read(text)
    assert record.kind == kind
    assert published(record)["kind"] == kind
    assert record.outcomes == record.statements == record.participants == ()
    assert record.mentions


@pytest.mark.parametrize(
    "text",
    [
        minutes.HEAD,
        # the agenda above the minutes
        "LRT 8 juli 2024\n\nAanwezig: dhr. Jansma (SJenV), mw. Otten (MBZK)\n\nAgenda\n1. Opening\n2. Spreidingswet\n\n"
        "1. Opening\nSJenV opent de vergadering.\n2. Spreidingswet\nVNG maakt bezwaar tegen de Spreidingswet.\n",
        "Agenda LRT 8 juli 2024\n\n1. Opening\nVNG meldt dat de ledenraad instemt.\n2. Spreidingswet\n"
        "IPO steunt de wet.\nCOA vraagt om duidelijkheid. JenV zegt toe een brief te sturen.\n",
        "Agenda en verslag LRT 8 juli 2024\n\n1. Opening\n2. Spreidingswet\nVNG steunt de wet.\n",
        "Agenda PRT Overijssel 8 juli 2024\n\n1. Opening\n2. Spreidingswet\nBesluit: de tafel stelt het plan vast.\n",
        # a cover above the minutes
        "Beste allen,\n\nHierbij het verslag van de LRT van 9 november 2023. Willen jullie het lezen?\n\n1. Opening\n"
        "VNG meldt dat u bekend is.\n\nMet vriendelijke groet,\nhet secretariaat\n",
        "Onderwerp: verslag LRT 9 november\nAan: leden\n\nBeste leden,\n\nU leest hier wat jullie bespraken.\n\n"
        "1. Opening\nVNG steunt de Spreidingswet.\n\nMet vriendelijke groet,\nhet secretariaat\n",
        "Beste allemaal,\n\nOp 9 april 2024 zaten we in Utrecht bij elkaar. VNG steunt de Spreidingswet. IPO vraagt "
        "jullie om hulp, wij leveren die.\n\nMet vriendelijke groet,\nhet secretariaat\n",
        # what is asked of the meeting, and what it settled
        "LRT 9 november 2023\n\n1. Spreidingswet\nGevraagd besluit: instemmen.\nGevraagd advies: geen.\n"
        "Besluit: de LRT stemt in met de handreiking.\n",
        "PRT Overijssel 6 juni 2024\n\n1. Opvang\nGevraagd besluit: instemmen met het plan.\nVNG maakt bezwaar.\n"
        "2. Wonen\nGevraagd besluit: kennisnemen.\nGeen opmerkingen.\n",
        "Agenda PRT Overijssel 6 juni 2024\n\n1. Opvang\nBesluit:\n\nDe tafel stemt in met het plan.\n",
        # the list of actions behind an agenda
        "Agenda LRT 9 november 2023\n\n1. Opening\n2. Rondvraag\n\nBijlage 1: Actielijst LRT\n\n"
        "| Nr | Actie | Actiehouder | Deadline |\n|---|---|---|---|\n| 1 | Brief sturen | COA | 1 mei 2024 |\n",
        # heads of items that are words for a paper
        "PRT Overijssel\n6 juni 2024\n\nOpening\nDe gedeputeerde heet iedereen welkom.\n\n"
        f"Raadsbrief Zwolle\n{SOME_TOLD}",
        "Landelijke Regietafel\n4 april 2024\n\nUitnodiging congres\nHet COA nodigt allen uit.\n\n"
        f"Oplegnotitie VNG\n{MUCH_TOLD}",
        # a list of the items above them
        "Landelijke Regietafel\n4 april 2024\n\nAgenda\n1. Opening\n2. Noodopvang\n3. Wonen\n4. Geld\n5. Rondvraag\n\n"
        f"1. Opening\nHet verslag gaat ter informatie mee.\n2. Noodopvang\n{SOME_TOLD}3. Wonen\nGeen.\n",
        # a report in the form of a letter
        "Aan: de deelnemers van de PRT Gelderland\n\nGeachte deelnemers,\n\nOp 4 april 2024 kwam de tafel bijeen. "
        f"Graag breng ik u op de hoogte van wat is besproken. Ik dank u voor uw komst en uw bijdrage.\n\n{SOME_TOLD}\n"
        "Hoogachtend,\nde secretaris\n",
        # more than a note recounts
        f"Aan: gedeputeerde staten\nVan: afdeling Wonen\nOnderwerp: Bespreeknotitie PRT 4 april 2024\n\n{MUCH_TOLD}",
        f"Annotatie LRT 4 april 2024\n\n1. Opvang\n{MUCH_TOLD}",
    ],
)
def test_minutes_stay_minutes(text: str) -> None:
    record = minutes.read(text)
    assert record.kind == "verslag"
    assert "kind" not in published(record)


@pytest.mark.parametrize("name", sorted((Path(__file__).parents[1] / "examples" / "minutes").glob("*.txt")))
def test_the_examples_are_minutes(name: Path) -> None:
    assert minutes.read(name.read_text(encoding="utf-8")).kind == "verslag"


def test_the_kind_of_an_empty_sheet_shows_at_once() -> None:
    text = "LRT 9 november 2023\n" + "| - | - | - |\n" * 20000
    began = time.process_time()
    assert _kind(text, text.splitlines(), (), attended=False, told=0) == "verslag"
    assert time.process_time() - began < 5  # some minutes where each line is searched to the end


def test_an_agenda_keeps_its_items_and_its_meeting() -> None:
    record = minutes.read(AGENDA)
    assert [item.number for item in record.agenda] == ["1", "2", "3", "4"]
    assert all(AGENDA[item.start : item.end].split() == item.title.split() for item in record.agenda)
    assert (record.meeting.body, record.meeting.date, record.meeting.start) == ("LRT", "2023-11-09", None)
    assert [item.title for item in minutes.read(INVITATION).agenda] == [
        "de verdeling van de taakstelling over de gemeenten",
        "de voortgang van de doorstroomlocaties",
    ]


def test_what_a_paper_states_is_kept_and_what_it_proposes_is_not() -> None:
    for text in (ANNOTATED, NOTE):
        record = minutes.read(text)
        assert {(row.instrument, row.actor) for row in record.ownership} == {("Spreidingswet", "provincies")}
    assert [row.value for row in minutes.read(ANNOTATED).targets] == [75500]


@pytest.mark.parametrize(
    ("text", "day", "written"),
    [
        (NOTE, "2023-11-09", "2023-11-02"),
        (INVITATION, "2024-06-06", None),
        (LETTER, None, "2025-06-10"),
        (TO_PARLIAMENT, "2023-11-09", "2023-11-15"),
        (ANNOTATED, "2023-11-09", None),
    ],
)
def test_a_paper_is_for_the_meeting_that_it_names(text: str, day: str | None, written: str | None) -> None:
    meeting = minutes.read(text).meeting
    assert (meeting.date, meeting.report_date) == (day, written)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Bijlage 3: concept oplegnotitie", ["notitie"]),
        ("PRT Overijssel 6 juni 2024 - agenda", ["agenda"]),
        ("Uitvoeringsagenda Flexibilisering Asielketen", []),
        ("Werkgroep agenda flexibilisering", []),
        ("Verslag overleg over de agenda", ["verslag"]),
        ("De brief over de bekostiging is verstuurd.", []),
        ("Bijlagen: agenda, verslag", []),
    ],
)
def test_the_word_for_a_document_titles_it_only_in_its_place(line: str, found: list[str]) -> None:
    assert [title.kind for title in titled([line])] == found


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["LRT", "De voorzitter heet iedereen welkom.", "Kamerbrief Spreidingswet"], []),
        (["LRT", "9 november", "Utrecht", "Opening", "Geen.", "Oplegger JenV"], []),
        (["LRT", "9 november", "Utrecht", "Postbus 1", "Zwolle", "Betreft: oplegger JenV"], ["notitie"]),
        (["Beste allen,", "Zoals beloofd stuur ik het stuk.", "Verslag LRT"], ["verslag"]),
    ],
)
def test_below_running_text_only_minutes_have_a_title(lines: list[str], found: list[str]) -> None:
    assert [title.kind for title in titled(lines)] == found


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder: Path = tmp_path_factory.mktemp("papers")
    held = minutes.HEAD.replace("12 februari 2024", "9 november 2023") + "2. Spreidingswet\n\n- VNG steunt de wet.\n"
    for name, text in {"agenda.txt": AGENDA, "brief.txt": LETTER, "verslag.txt": held}.items():
        (folder / name).write_text(text, encoding="utf-8")
    build([folder], Settings(store=str(folder / "my.db")))
    return str(folder / "my.db")


def test_answers_tell_minutes_from_papers(store: str) -> None:
    meeting = "https://w3id.org/lrtgraph/id/meeting/lrt-2023-11-09"
    with open_store(store) as graph:
        assert minutes_of(graph, meeting) == ("verslag.txt",)
        assert papers_of(graph, meeting) == (("agenda.txt", "agenda"),)
        card = show(graph, "2023-11-09", lines=True)
        assert ("papers", "agenda.txt (agenda)") in {(line.section, line.text) for line in card.lines}
        assert card.agenda == ("1. Opening", "2. Spreidingswet")  # as the minutes have it
        found = inventory.status(graph)
    assert found.papers == {"agenda": ("agenda.txt",), "brief": ("brief.txt",)}
    assert found.without_date == found.without_speaker == ()


def test_a_letter_of_no_meeting_is_no_row_of_meetings(store: str) -> None:
    with lrtgraph.open(store) as graph:
        rows = graph.query("SELECT * { ?letter a lrt:Document ; dct:type ?kind }")
        assert len(rows) == 3
        found = [row["documents"] for row in graph.query("meetings")]
    assert [documents for documents in found if documents] == ["agenda.txt, verslag.txt"]


def test_a_record_is_that_of_minutes_by_default() -> None:
    assert Record.__dataclass_fields__["kind"].default == "verslag"
