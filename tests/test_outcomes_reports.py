"""What minutes say came of earlier tasks: rows, lines and numbers of a list, and by what a task is known; invented."""

from __future__ import annotations

import pytest
from minutes import HEAD, read, read_item

from lrtgraph.extraction.outcomes.marks.numbered import told_numbers
from lrtgraph.records import NUMBER, STANDING, Meeting, StatusReport, Task

TABLE = """2. Actielijst

| Nr | Actie | Wie | Termijn | Status |
|---|---|---|---|---|
| A1 | Brief over de bonus aan de gemeenten sturen | JenV | 1 februari 2024 | {A1} |
| A2 | Kaart van leegstaande panden maken | COA | 1 maart 2024 | {A2} |
"""
MEETING = Meeting(date="2024-05-14")


def told(reports: tuple[StatusReport, ...]) -> list[tuple[str | None, str]]:
    return [(one.task.number, one.status) for one in reports]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("afgerond", "vervallen", [("A1", "done"), ("A2", "dropped")]),
        ("verstuurd op 2 februari", "kan van de lijst", [("A1", "done"), ("A2", "removed")]),
        ("uitgesteld tot 1 mei 2024", "loopt", [("A1", "moved"), ("A2", "running")]),
        ("gestart in januari, afgerond", "De kaart is op 5 februari ontvangen.", [("A1", "done"), ("A2", "done")]),
        ("wordt niet meer uitgevoerd", "nog niet afgerond", [("A1", "dropped"), ("A2", "undone")]),
        ("niet uitgevoerd", "deels uitgevoerd", [("A1", "undone")]),
        ("open sinds november 2023", "niet nodig", [("A1", "running")]),
        ("niet nodig gebleken", "nodig gebleken", [("A1", "dropped")]),
        ("gaat niet door", "compleet", [("A1", "dropped"), ("A2", "done")]),
        ("geweest op 5 februari", "binnen", [("A1", "done"), ("A2", "done")]),
        ("gaat door", "binnen twee weken", []),
        ("nieuw", "", []),
    ],
)
def test_a_row_reports_how_its_task_stands(first: str, second: str, expected: list[tuple[str, str]]) -> None:
    assert told(read(HEAD + TABLE.format(A1=first, A2=second)).reports) == expected


def test_a_row_that_goes_on_is_an_outcome_as_well_and_one_that_is_closed_is_none() -> None:
    record = read(HEAD + TABLE.format(A1="afgerond", A2="loopt"))
    assert [one.task and one.task.number for one in record.outcomes] == ["A2"]
    assert [one.evidence.text[:14] for one in record.reports] == ["Brief over de ", "Kaart van leeg"]


def test_the_evidence_of_a_report_is_the_text_at_its_offsets() -> None:
    text = HEAD + TABLE.format(A1="afgerond", A2="vervalt") + "\n3. Rondvraag\n\nActie 4 en 5 zijn afgerond.\n"
    reports = read(text).reports
    assert len(reports) == 4
    for one in reports:
        assert one.evidence.text == text[one.evidence.start : one.evidence.end]


def test_a_row_that_is_struck_through_is_off_the_list() -> None:
    struck = TABLE.format(A1="loopt", A2="open").replace(
        "Brief over de bonus aan de gemeenten sturen", "~~Brief sturen~~"
    )
    record = read(HEAD + struck)
    assert told(record.reports) == [("A1", "removed"), ("A2", "running")]
    assert [one.task and one.task.number for one in record.outcomes] == ["A2"]


@pytest.mark.parametrize(
    ("head", "status"), [("Afgeronde acties", "done"), ("Vervallen acties", "dropped"), ("Openstaande acties", None)]
)
def test_a_head_tells_how_all_tasks_under_it_stand(head: str, status: str | None) -> None:
    rows = "| Nr | Actie | Wie |\n|---|---|---|\n| 4 | Kaart van panden maken | COA |\n| 5 | Brief sturen | JenV |\n"
    record = read(f"{HEAD}2. {head}\n\n{rows}")
    assert told(record.reports) == ([("A4", status), ("A5", status)] if status else [])
    assert len(record.outcomes) == (0 if status else 2)


@pytest.mark.parametrize(
    ("line", "number", "status", "owners"),
    [
        ("3. Kaart van panden maken - COA - gereed", "A3", "done", ("COA",)),
        ("3. Kaart van panden maken (COA): is verstuurd, kan van de lijst.", "A3", "done", ("COA",)),
        ("- [x] Kaart van panden maken (COA)", None, "done", ("COA",)),
        ("- Kaart van panden maken – COA – vervallen", None, "dropped", ("COA",)),
    ],
)
def test_a_line_of_a_list_reports_too(line: str, number: str | None, status: str, owners: tuple[str, ...]) -> None:
    others = "1. Cijfers aanleveren – COA – 1 mei 2024\n2. Brief sturen – VNG – 1 juni 2024"
    (one,) = read(f"{HEAD}2. Rondvraag\n\nGeen.\n\nActiepunten\n\n{others}\n{line}\n").reports
    assert (one.task.number, one.status, one.owners) == (number, status, owners)
    assert one.task.words == ("kaart", "maken", "panden")


SAID = {
    "A1 is afgedaan.": [("A1", "done")],
    "Actie A2 is afgerond en kan van de lijst.": [("A2", "done")],
    "Actiepunt A3 vervalt.": [("A3", "dropped")],
    "A4: het draaiboek is gereed.": [("A4", "done")],
    "De acties 3 t/m 5 zijn afgehandeld.": [("A3", "done"), ("A4", "done"), ("A5", "done")],
    "Actie 3, 5 en 7 zijn klaar en actie 8 loopt nog.": [
        ("A3", "done"),
        ("A5", "done"),
        ("A7", "done"),
        ("A8", "running"),
    ],
    "Toezegging T2 is nagekomen.": [("T2", "done")],
    "Afgevoerd zijn de acties 2 en 3.": [("A2", "removed"), ("A3", "removed")],
    "Van de actielijst zijn de punten 2 en 5 afgevoerd.": [("A2", "removed"), ("A5", "removed")],
    "Actiepunt 2024-03-A4 is gereed.": [("2024-03-A4", "done")],
    "25-03 en 25-04 zijn afgedaan.": [("25-03", "done"), ("25-04", "done")],
    "Actie 12 is door het COA uitgevoerd.": [("A12", "done")],
    "Actie 12 is uitgesteld tot 1 juli 2024.": [("A12", "moved")],
    "Actie 7 is niet meer nodig.": [("A7", "dropped")],
}
UNSAID = (
    "Actie 4 moet voor 1 juni zijn afgerond.",
    "JenV vraagt of actie 4 is afgerond.",
    "Zodra actie 4 is afgerond, volgt een brief.",
    "Actie 4 wordt in juni afgerond.",
    "Is actie 4 afgerond?",
    "De A2 is afgesloten.",
    "A2 is gesloten.",
    "Punt 3 is afgerond.",
    "25 plekken zijn gereed.",
    "In 2024 is de opvang afgerond.",
)


@pytest.mark.parametrize("text", SAID)
def test_a_sentence_says_what_came_of_numbers_of_the_list(text: str) -> None:
    assert [(one.number, one.status) for one in told_numbers(text, MEETING)] == SAID[text]


@pytest.mark.parametrize("text", UNSAID)
def test_what_is_not_said_outright_reports_nothing(text: str) -> None:
    assert list(told_numbers(text, MEETING)) == []


def test_a_task_is_known_by_its_wording_without_owner_and_deadline() -> None:
    (one,) = read_item("Actie: COA maakt een kaart van panden vóór 1 mei 2024.").outcomes
    assert one.task is not None
    assert one.task.words == ("kaart", "maakt", "panden")


def test_what_tells_that_a_thing_is_done_is_no_new_task_of_an_item_on_tasks() -> None:
    texts = ("IPO heeft de knelpunten in kaart gebracht.", "IPO brengt de knelpunten in kaart.")
    assert [len(read_item(f"- {text}", "Actielijst").outcomes) for text in texts] == [0, 1]


def test_a_decision_is_no_task_and_known_by_its_words_alone() -> None:
    (one,) = read_item("Besluit: de LRT stemt in met de verdeling.").outcomes
    assert one.task is not None
    assert one.task == Task(None, ("lrt", "stemt", "verdeling"))


def test_a_task_that_goes_on_without_an_owner_leaves_it_to_the_one_before() -> None:
    held = read_item("- Actie 9 (COA, kaart) wordt aangehouden tot november.", "Actielijst")
    unheld = read_item("- Actie 4 wordt aangehouden tot november.", "Actielijst")
    assert [(one.status, one.rule) for one in held.reports] == [("running", NUMBER)]
    assert [(one.status, one.rule) for one in unheld.reports] == [("running", STANDING)]
    assert (len(held.outcomes), len(unheld.outcomes)) == (1, 0)


LINES = [
    ("Actie 1 is afgerond.", ("A1", "done")),
    ("Actie 2 is uitgevoerd: het overzicht is op 10 april gedeeld.", ("A2", "done")),
    ("Actiepunt 3 vervalt.", ("A3", "dropped")),
    ("Actie 4 wordt verschoven naar 1 december 2024.", ("A4", "moved")),
    ("Actie 5: het gesprek heeft nog niet plaatsgevonden.", ("A5", "running")),
    ("Actie 6 is nog niet afgerond.", ("A6", "running")),
]


@pytest.mark.parametrize("title", ["Actielijst", "Opening en actielijst", "Voortgang acties", "Mededelingen"])
@pytest.mark.parametrize("mark", ["- ", ""])
def test_a_sentence_on_a_number_is_no_task_under_whatever_title(title: str, mark: str) -> None:
    record = read_item("\n\n".join(mark + text for text, _ in LINES), title)
    assert told(record.reports) == [expected for _, expected in LINES]
    assert record.outcomes == ()


def test_a_line_of_the_list_with_its_wording_is_no_sentence_on_its_number() -> None:
    text = "Actie 3: kaart van panden maken - COA - afgerond"
    (report,) = read_item(f"- {text}", "Actielijst").reports
    assert (report.rule, report.status, "panden" in report.task.words) == ("report.line", "done", True)


STANDS = [
    ("Kaart van de panden (actie 24-03) op 3 februari gestuurd. Kan van de lijst.", [("24-03", "done")]),
    ("COA heeft het overzicht verstuurd (actie 6).", [("A6", "done")]),
    ("Actie 24-03: overzicht van locaties is verstuurd.", [("24-03", "done")]),
    ("Zoutkamp komt er niet → actie 24-09 sluiten.", [("24-09", "removed")]),
    ("Actie 24-04: nog niet gereed.", [("24-04", "running")]),
    ("COA: actie 7 is afgerond.", [("A7", "done")]),
    (
        "Van de actielijst: punt 2 (brief) is uitgevoerd, punt 3 schuift door naar 1 maart 2025.",
        [("A2", "done"), ("A3", "moved")],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), STANDS)
def test_what_is_said_of_a_number_of_the_list_is_no_new_task(sentence: str, expected: list[tuple[str, str]]) -> None:
    record = read_item(f"- {sentence}", "Actielijst")
    assert (told(record.reports), [one.evidence.text for one in record.outcomes]) == (expected, [])


@pytest.mark.parametrize(
    "sentence",
    [
        "Actie 5: COA verstuurt de lijst voor 3 mei.",
        "COA stuurt het overzicht (actie 6).",
        "Actie 7: nagaan of de brief is verstuurd.",
        "Actie 8: VNG stuurt de brief zodra de wet is aangenomen.",
        "De brief is verstuurd, VNG deelt hem met de leden (actie 9).",
        "Actie 10: COA levert de lijst die is toegezegd.",
        "Van de actielijst maakt COA een overzicht.",
    ],
)
def test_a_task_that_speaks_of_what_was_done_is_still_a_task(sentence: str) -> None:
    record = read_item(f"- {sentence}", "Actielijst")
    assert (len(record.outcomes), record.reports) == (1, ())


@pytest.mark.parametrize(
    ("sentence", "status", "things", "owners", "now"),
    [
        ("De notitie van VNG en IPO is klaar en is aan COA verstuurd.", "done", ["notitie"], ("VNG", "IPO"), None),
        ("De brief is verstuurd en de kaart is gemaakt.", "done", ["brief", "kaart"], (), None),
        ("COA laat weten dat de brief en de kaart zijn verstuurd.", "done", ["brief", "kaart"], (), None),
        ("De oplevering van de kaart is uitgesteld tot 1 mei 2024.", "moved", ["kaart"], (), "2024-05-01"),
        ("COA krijgt uitstel voor de kaart tot 1 mei 2024.", "moved", ["kaart"], ("COA",), "2024-05-01"),
        ("De kaart wordt twee weken later opgeleverd.", "moved", ["kaart"], (), "twee weken later"),
        ("VNG neemt het trekkerschap van de kaart over van COA.", "transferred", ["kaart"], ("COA",), None),
    ],
)
def test_a_sentence_on_a_thing_tells_of_whom_it_is_and_what_came_of_it(
    sentence: str, status: str, things: list[str], owners: tuple[str, ...], now: str | None
) -> None:
    reports = read_item(sentence).reports
    assert [one.task.things[0] for one in reports] == things
    assert {(one.status, one.owners, one.deadline) for one in reports} == {(status, owners, now)}


@pytest.mark.parametrize(
    "sentence",
    [
        "De vergunning is verlengd tot 1 mei 2024.",
        "VNG heeft een brief verstuurd.",
        "De brief wordt verstuurd.",
        "Zodra de kaart is gemaakt, volgt de brief.",
        "IPO stelt dat de kaart te laat is gemaakt.",
        "De kaart die COA heeft gemaakt, is oud.",
        "COA heeft de kaart met VNG besproken.",
        "De meeste gemeenten hebben de brief beantwoord.",
        "VNG vraagt IPO de kaart over te nemen.",
    ],
)
def test_what_is_not_said_outright_of_a_known_thing_tells_nothing(sentence: str) -> None:
    assert read_item(sentence).reports == ()
