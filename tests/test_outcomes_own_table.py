"""The table itself as who approves, where the gazetteer does not know it; and its province."""

from __future__ import annotations

from pathlib import Path

import pytest
from minutes import document, read

from lrtgraph.build.published import published
from lrtgraph.build.reader import Reader
from lrtgraph.extraction.outcomes.owners.own_table import called_table, titled_table
from lrtgraph.records import Record
from lrtgraph.resources import Settings


def minutes(title: str, text: str) -> str:
    return (
        f"{title}\n\nDatum: 12 februari 2024\n\nAanwezig: mw. Otten (VNG), dhr. Blaak (IPO)\n\n1. Opening\n\n{text}\n"
    )


def owners(record: Record) -> list[tuple[str, ...]]:
    return [outcome.owners for outcome in record.outcomes]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Verslag van de Stuurgroep Havens, 3 mei 2024", "Stuurgroep Havens"),
        ("Betreft | Verslag Technisch Overleg Bruggen", "Technisch Overleg Bruggen"),
        ("BESTUURLIJKE KERNGROEP OPVANG", "Bestuurlijke Kerngroep Opvang"),
        ("Stuurgroep Havens donderdag 3 mei 2024", "Stuurgroep Havens"),
        ("Woon- en opvangtafel Noord", None),
        ("Raadscommissie voor Wonen, werken en natuur", "Raadscommissie voor Wonen, werken en natuur"),
        ("Bestuurlijk overleg met VNG en IPO", "Bestuurlijk overleg"),
        ("Verslag overleg 3 mei 2024", None),
        ("Aan tafel: VNG, IPO", None),
        ("https://voorbeeld.nl/werkgroep", None),
        ("Terugblik VNG-bestuursvergadering 3 mei 2024", "VNG-bestuur"),
        ("Verslag Commissievergadering Wonen", "Commissie Wonen"),
        ("Raadsvergadering 3 mei 2024", None),
        ("Notulen ALV 3 mei 2024", "ALV"),
        ("Verslag Algemene Ledenvergadering", "Algemene Ledenvergadering"),
        ("Notulen van de avond voor leden 3 mei 2024", None),
    ],
)
def test_a_title_names_the_table(line: str, name: str | None) -> None:
    assert titled_table([line]) == name


def test_the_text_names_it_where_no_title_does() -> None:
    assert called_table(["De werkgroep is akkoord. De werkgroep vraagt om geld."]) == "werkgroep"
    assert called_table(["De vergadering stelt het verslag vast."]) is None


def test_a_general_assembly_decides_by_that_word() -> None:
    told = "De ALV heeft besloten dat VNG dit onderzoekt."
    assert owners(read(minutes("Notulen ALV", told))) == [("ALV",)]
    assert owners(read(minutes("Verslag Landelijke Regietafel", told))) == []


def test_an_unlisted_table_approves_under_its_own_name() -> None:
    record = read(minutes("Verslag Stuurgroep Havens", "Het verslag van 3 januari wordt vastgesteld."))
    assert (record.meeting.body, owners(record)) == (None, [("Stuurgroep_Havens",)])


@pytest.mark.parametrize(
    ("title", "table"),
    [
        ("Ambtelijk vooroverleg LRT", "Ambtelijk_vooroverleg_LRT"),
        ("Verslag ambtelijk vooroverleg van de Landelijke Regietafel", "Ambtelijk_vooroverleg_LRT"),
        ("AMBTELIJK VOOROVERLEG LRT", "Ambtelijk_vooroverleg_LRT"),
        ("Voorbereidend overleg LRT van 12 februari 2024", "Voorbereidend_overleg_LRT"),
        ("AVO LRT 12 februari 2024", "AVO_LRT"),
        ("Werkgroep LRT", "Werkgroep_LRT"),
        ("Ambtelijk vooroverleg PRT Gelderland", "Ambtelijk_vooroverleg_PRT_Gelderland"),
    ],
)
def test_who_prepare_a_meeting_are_another_table(title: str, table: str) -> None:
    record = read(minutes(title, "Het verslag van 3 januari wordt vastgesteld. Het stuk gaat naar de volgende LRT."))
    assert (record.meeting.body, record.table, owners(record)) == (None, table, [(table,)])


@pytest.mark.parametrize("title", ["Verslag overleg LRT", "Verslag LRT, voorbereid door VNG", "Landelijke Regietafel"])
def test_the_table_itself_is_no_other(title: str) -> None:
    record = read(minutes(title, "Het verslag van 3 januari wordt vastgesteld."))
    assert (record.meeting.body, record.table, owners(record)) == ("LRT", None, [("LRT",)])


def test_the_table_that_met_is_known_to_the_graph_beside_the_record() -> None:
    for title, table in (
        ("Verslag Stuurgroep Havens", "Stuurgroep_Havens"),
        ("Notulen Opvangtafel Rivierenland", "Opvangtafel_Rivierenland"),
        ("Verslag Bestuurlijk overleg", None),
        ("Verslag Landelijke Regietafel", None),
    ):
        record = read(minutes(title, "Het verslag van 3 januari 2024 wordt vastgesteld."))
        assert record.table == table
        assert published(record)["meeting"]["body"] == (None if table or "overleg" in title else "LRT")


def test_a_table_in_a_list_of_ones_own_is_that_one(tmp_path: Path) -> None:
    own = tmp_path / "namen.csv"
    listed = (("Havens", "Stuurgroep Havens"), ("Gelders", "Provinciale Regietafel Gelderland"))
    rows = "".join(f"{notation},actor,{label},\n" for notation, label in listed)
    own.write_text(f"id,kind,label,aliases\n{rows}", encoding="utf-8")
    reader = Reader(Settings(gazetteers=(own,)))
    for notation, label in listed:
        text = minutes(f"Verslag {label}", "Het verslag van 3 januari 2024 wordt vastgesteld.")
        record = reader.read(document(text))
        assert (record.meeting.body, record.table, owners(record)) == (notation, None, [(notation,)])


def test_an_actor_of_ones_own_list_that_the_title_names_is_the_body(tmp_path: Path) -> None:
    own = tmp_path / "namen.csv"
    own.write_text("id,kind,label,aliases\nWO,actor,Woonkamer Oost,BO Wonen\nLinde,actor,De Linde,\n", encoding="utf-8")
    reader = Reader(Settings(gazetteers=(own,)))
    for title, body in (
        ("Conceptverslag BO Wonen", "WO"),
        ("Woonkamer Oost", "WO"),
        ("Concept-notulen van de Woonkamer Oost, 12 februari 2024", "WO"),
        ("De Linde\nVerslag Woonkamer Oost", "WO"),
        ("Verslag Landelijke Regietafel", "LRT"),
        ("Verslag Stuurgroep Havens", None),
    ):
        text = minutes(title, "De Linde steunt het voorstel. Het Veiligheidsberaad komt in mei.")
        assert reader.analyse(document(text)).meeting.body == body, title


def test_a_table_of_the_gazetteer_keeps_its_own() -> None:
    for title in ("Verslag Landelijke Regietafel", "LCSV-overleg"):
        record = read(minutes(title, "Het verslag van 3 januari wordt vastgesteld."))
        assert owners(record) == [(record.meeting.body,)]


def test_the_council_of_a_town_is_the_council() -> None:
    record = read(minutes("Gemeenteraad Oudewater", "De raad stemt in met het voorstel."))
    assert owners(record) == [("gemeenteraden",)]
    assert owners(read(minutes("Adviesraad Oudewater", "De raad stemt in met het voorstel."))) == []


def test_officials_who_prepare_a_table_are_not_that_table() -> None:
    record = read(minutes("Ambtelijk voorportaal LRT", "Het verslag van 3 januari wordt vastgesteld."))
    assert owners(record) == [("Ambtelijk_voorportaal_LRT",)]


def test_at_the_table_of_one_province_the_province_is_that_one() -> None:
    text = "Actie: de provincie stuurt de brief.\n\nIedere provincie heeft zo haar eigen aanpak."
    assert owners(read(minutes("Verslag Provinciale Regietafel Limburg", text))) == [("provincie:Limburg",)]
    assert owners(read(minutes("Verslag Stuurgroep Havens provincie Limburg", text))) == [("provincie:Limburg",)]
    assert owners(read(minutes("Verslag Landelijke Regietafel", text))) == [("provincies",)]
    assert owners(read(minutes("Verslag Landelijke Regietafel, provincie Limburg", text))) == [("provincies",)]


def test_every_province_has_a_regietafel_of_its_own() -> None:
    body = "Datum: 5 juni 2024\n\nAanwezig: mw. Bos (COA), dhr. Vos (VNG)\n\n1. Opvang\n\n- VNG vraagt om tijd.\n"
    record = read(f"Verslag Provinciale Regietafel Gelderland\n\n{body}")
    assert (record.meeting.body, record.province, record.table) == ("PRT", "provincie:Gelderland", None)
    assert read(f"Verslag Landelijke Regietafel\n\n{body}").province is None


def test_what_a_remark_beside_who_speaks_settles_is_an_outcome() -> None:
    remarks = (
        "tafel           Verslag van 9 maart vastgesteld.\nVNG             Vindt dit te laat. Wie betaalt\n"
        "                het?\nCOA             Het Rijk.\ngedeputeerde    Wil dat op schrift.\n\n"
        "COA             Zegt een brief toe.\nVNG             Akkoord.\n"
    )
    record = read(f"Verslag LRT 12 april 2024\n\n1. Opening\n\n{remarks}\n2. Sluiting\n\nGeen.\n")
    settled = [one for one in record.outcomes if one.kind == "besluit"]
    assert [(one.owners, "9 maart vastgesteld." in one.evidence.text) for one in settled] == [(("LRT",), True)]


def test_who_govern_go_by_the_noun_in_their_name_in_minutes_of_their_own() -> None:
    college = "Het college heeft besloten de locatie aan te kopen."
    for title, text, own in (
        ("Besluitenlijst college van burgemeester en wethouders", college, [("colleges_BenW",)]),
        ("Verslag vergadering Gedeputeerde Staten", college, [("GedeputeerdeStaten",)]),
        ("Verslag Landelijke Regietafel", college, []),
        ("Verslag vergadering Gedeputeerde Staten", "De raad heeft besloten de locatie aan te kopen.", []),
    ):
        assert owners(read(minutes(title, text))) == own, (title, text)


def test_what_the_college_has_done_is_listed_below_it() -> None:
    done = "Het college heeft:\n\n1. Besloten tot aankoop van het pand;\n2. Ingestemd met de begroting.\n"
    record = read(minutes("Besluitenlijst college van burgemeester en wethouders", done))
    assert owners(record) == [("colleges_BenW",), ("colleges_BenW",)]
