"""Lines of action lists that say how their task stands: what is open stays a task, what is done is reported."""

from __future__ import annotations

import pytest
from minutes import HEAD, read, read_item

OPEN = {
    "- Kaart van panden maken - COA - 1 mei 2024 - loopt": ("COA", "2024-05-01"),
    "- COA - kaart van panden maken - 1 mei 2024 - open": ("COA", "2024-05-01"),
    "- COA: kaart van panden maken (1 mei 2024) - in behandeling": ("COA", "2024-05-01"),
    "- COA: kaart van panden maken, mei 2024, vertraagd": ("COA", "mei 2024"),
    "- Kaart van panden maken (COA, 1 mei 2024, loopt nog)": ("COA", "2024-05-01"),
    "- Kaart van panden maken (COA, 1 mei 2024) - in uitvoering": ("COA", "2024-05-01"),
    "- COA maakt een kaart van panden vóór 1 mei 2024. Status: open.": ("COA", "2024-05-01"),
    "- COA maakt een kaart van panden vóór 1 februari 2024. [open]": ("COA", "2024-02-01"),
    "- COA / kaart van panden maken / 1 mei 2024 / doorlopend": ("COA", "2024-05-01"),
    "- COA - kaart van panden maken - 1 mei 2024 - nog niet gereed": ("COA", "2024-05-01"),
    "- COA - kaart van panden maken - 1 mei 2024 - status: op schema": ("COA", "2024-05-01"),
    "- Open dag in de panden organiseren - COA - 1 mei 2024": ("COA", "2024-05-01"),
    "- Aantal lopende zaken per pand - COA - 1 mei 2024": ("COA", "2024-05-01"),
    "- Brief over het openstaande bedrag (COA)": ("COA", None),
    "- COA maakt een kaart van open, gesloten en nieuwe panden.": ("COA", None),
}
CLOSED = (
    "- Kaart van panden maken - COA - 1 mei 2024 - afgerond",
    "- Kaart van panden maken (COA, toegezegd op 3 januari 2024): nagekomen.",
    "- COA: kaart van panden maken, mei 2024, uitgevoerd",
    "- COA maakt een kaart van panden. (uitgevoerd)",
)


@pytest.mark.parametrize("line", OPEN)
def test_what_is_open_stays_a_task_with_owner_and_day(line: str) -> None:
    found = [(*one.owners, one.deadline) for one in read_item(line, "Actielijst").outcomes]
    assert found == [OPEN[line]]


@pytest.mark.parametrize("line", CLOSED)
def test_what_is_done_is_only_reported(line: str) -> None:
    record = read_item(line, "Actielijst")
    assert record.outcomes == ()
    assert [(one.status, one.owners) for one in record.reports] == [("done", ("COA",))]


def test_rows_without_heads_are_read_by_what_their_cells_hold() -> None:
    rows = "1 | Kaart van panden maken | COA | 1 mei 2024 | loopt\n2 | Brief sturen | VNG | 1 juni 2024 | open"
    found = [(one.owners, one.deadline) for one in read_item(rows, "Actielijst").outcomes]
    assert found == [(("COA",), "2024-05-01"), (("VNG",), "2024-06-01")]


def test_a_cell_with_the_day_of_a_sitting_is_a_term_and_no_partner() -> None:
    rows = "1 | Kaart van panden maken | COA, VNG | LRT september\n2 | Reactie op de HAR | VNG | LRT van 1 juni"
    found = [(one.owners, one.partners, one.deadline) for one in read_item(rows, "Actielijst").outcomes]
    assert found == [(("COA", "VNG"), (), "LRT september"), (("VNG",), (), "2024-06-01")]


def test_what_runs_on_is_reported_too() -> None:
    (one,) = read_item("- Kaart van panden maken - COA - loopt", "Actielijst").reports
    assert (one.status, one.owners) == ("running", ("COA",))


@pytest.mark.parametrize("heads", [("OPEN", "AFGEROND"), ("Open acties", "Afgerond:"), ("Lopend:", "Afgehandeld")])
def test_heads_inside_a_list_say_how_its_tasks_stand(heads: tuple[str, str]) -> None:
    tasks = "{}\n1. Kaart van panden maken - COA - 1 mei 2024\n{}\n2. Brief aan gemeenten sturen - VNG"
    record = read_item(tasks.format(*heads), "Actielijst")
    assert [one.owners for one in record.outcomes] == [("COA",)]
    assert [(one.status, one.owners) for one in record.reports] == [("done", ("VNG",))]


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("B1 De HAR wordt verlengd. Stand: uitgevoerd.\nB2 Het plan wordt vastgesteld. Stand: niet uitgevoerd.", 2),
        ("1. De HAR wordt verlengd tot 1 juli 2025. (uitgevoerd)", 1),
        ("1. Het plan wordt vastgesteld. (niet uitgevoerd)", 1),
        ("1. De HAR wordt verlengd - uitgevoerd", 1),
        ("1. De proef wordt gestart (vervallen)", 0),
    ],
)
def test_a_decision_that_was_carried_out_stays_one(line: str, kept: int) -> None:
    assert [one.kind for one in read_item(line, "Besluitenlijst").outcomes] == ["besluit"] * kept


@pytest.mark.parametrize(
    ("line", "owners", "deadline"),
    [
        ("Actiehouder: COA. Termijn: 1 juli 2024. Actie: overzicht van de locaties.", ("COA",), "2024-07-01"),
        ("COA levert een overzicht (actie, 1 juli 2024).", ("COA",), "2024-07-01"),
        ("COA levert een overzicht (actie COA, gereed 1 juli 2024).", ("COA",), "2024-07-01"),
        ("COA levert het overzicht van 1 januari 2024 (actie).", ("COA",), None),
        ("COA levert een overzicht (actie, vergadering van 3 januari 2024).", ("COA",), None),
        ("De termijn is 1 juli 2024. Actie: COA levert een overzicht.", ("COA",), None),
    ],
)
def test_notes_before_a_label_and_beside_it_say_who_and_by_when(
    line: str, owners: tuple[str, ...], deadline: str | None
) -> None:
    found = [(one.owners, one.deadline) for one in read_item(line).outcomes if one.kind == "actie"]
    assert found == [(owners, deadline)]


def test_a_row_that_names_but_an_instrument_is_a_task_where_its_column_says_so() -> None:
    rows = "| Onderwerp | {} | Planning |\n|---|---|---|\n| HAR | COA | 1 juli 2024 |"
    held = read_item(rows.format("Actiehouder"), "Openstaande punten").outcomes
    assert [(one.owners, one.deadline) for one in held] == [(("COA",), "2024-07-01")]
    assert read_item(rows.format("Trekker"), "Openstaande punten").outcomes == ()


def test_under_a_head_for_questions_and_the_list_numbered_talk_is_no_task() -> None:
    title = "Rondvraag, actielijst en sluiting"
    assert read_item("2.1 De politie verzoekt gemeenten eerder te bellen.", title).outcomes == ()
    (one,) = read_item("- Kaart van panden maken - COA - 1 mei 2024", title).outcomes
    assert one.owners == ("COA",)


NAMED = (
    "Actielijst 12 februari",
    "ACTIELIJST 12-02-2024",
    "Actiepunten nr. 3",
    "Actielijst 2024-3 (bijgewerkt 14 februari)",
    "Openstaande acties per 12 februari 2024",
    "Openstaande acties eerdere overleggen",
    "Actielijst vorige vergadering",
    "Actielijst 8 januari 2024",
)


@pytest.mark.parametrize("name", NAMED)
def test_a_list_that_says_of_what_day_it_is_closes_the_agenda(name: str) -> None:
    tasks = "- COA maakt een kaart van panden (1 mei 2024)\n- Brief (VNG): afgerond\n"
    record = read(f"{HEAD}2. Rondvraag\n\nGeen.\n\n{name}\n{tasks}")
    assert [item.title for item in record.agenda] == ["Opening", "Rondvraag"]
    assert [(one.kind, one.owners, one.deadline) for one in record.outcomes] == [("actie", ("COA",), "2024-05-01")]
    assert record.statements == ()


@pytest.mark.parametrize("name", ["Actielijst 12 februari", "Openstaande acties", "Besluitenlijst 8 januari 2024"])
def test_an_empty_list_holds_nothing(name: str) -> None:
    record = read(f"{HEAD}2. Rondvraag\n\nGeen vragen.\n\n{name}\nGeen.\n")
    assert ([item.title for item in record.agenda], record.outcomes) == (["Opening", "Rondvraag"], ())


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("Besluitenlijst 12 februari", ["besluit"]),
        ("Besluiten nr. 3", ["besluit"]),
        ("Besluitenlijst 8 januari 2024", []),
        ("Besluiten vorige vergadering", []),
    ],
)
def test_what_an_earlier_meeting_decided_is_no_decision_of_this_one(name: str, kinds: list[str]) -> None:
    record = read(f"{HEAD}2. Rondvraag\n\nGeen.\n\n{name}\n- De regeling tot 1 januari 2025 te verlengen\n")
    assert [one.kind for one in record.outcomes] == kinds
