"""How actions stand: closed, open, or with a new term, by the words of a column of statuses or of a sentence."""

from __future__ import annotations

import pytest
from minutes import HEAD, read

from lrtgraph.extraction.outcomes.status import is_closed, standing
from lrtgraph.records import Meeting

MEETING = Meeting(date="2024-06-05")

CLOSED = (
    "Afgerond",
    "geannuleerd",
    "kan van de lijst",
    "Kan worden afgevoerd",
    "vervallen op verzoek van Ede",
    "niet meer nodig",
    "verstuurd op 14 mei",
    "inmiddels rondgestuurd",
    "~~loopt~~ ingediend op 28-5",
    "per mail beantwoord",
    "definitief vastgesteld",
    "Uitgevoerd, zie bijlage",
    "gereed op 14 mei 2024",
    "afgerond in het eerste kwartaal van 2024",
    "100%",
    "✔",
)
OPEN = (
    "loopt nog",
    "nog niet afgerond",
    "deels uitgevoerd",
    "moet nog worden verstuurd",
    "wordt verstuurd",
    "80%",
    "Loopt, eerste deel afgerond",
    "besproken met VNG",
    "nieuw (LRT 5 juni 2024)",
    "toegezegd in april",
)
TERMS = (
    ("uitgesteld tot 1 september", "2024-09-01"),
    ("Niet gehaald, nieuw: 01-12-2024", "2024-12-01"),
    ("Niet gehaald, nieuwe datum 1 september 2024", "2024-09-01"),
    ("termijn verschoven naar 1 april 2025", "2025-04-01"),
    ("Doorgeschoven naar Q4", "Q4"),
)
COMING = (
    ("Loopt, gereed 1 juli 2024", "2024-07-01"),
    ("gereed 1 juli", "2024-07-01"),
    ("klaar in september", "in september"),
    ("wordt in september afgerond", "in september"),
)


@pytest.mark.parametrize("told", CLOSED)
def test_what_is_done_or_dropped_is_closed(told: str) -> None:
    assert standing(told, MEETING).closed


@pytest.mark.parametrize("told", OPEN)
def test_what_is_not_done_yet_stays_open(told: str) -> None:
    found = standing(told, MEETING)
    assert (found.closed, found.moved, found.term) == (False, None, None)


@pytest.mark.parametrize(("told", "term"), TERMS)
def test_a_task_that_is_moved_has_its_new_term(told: str, term: str) -> None:
    found = standing(told, MEETING)
    assert not found.closed
    assert found.moved is not None
    assert found.moved.text == term


@pytest.mark.parametrize(("told", "term"), COMING)
def test_what_is_ready_after_the_meeting_is_not_ready_yet(told: str, term: str) -> None:
    found = standing(told, MEETING)
    assert not found.closed
    assert found.term is not None
    assert found.term.text == term


def test_what_is_denied_closes_nothing() -> None:
    assert is_closed("Is afgerond.")
    assert not is_closed("Nog niet afgerond.")


def test_a_decision_of_the_table_is_not_closed_by_being_taken() -> None:
    body = "2. Besluiten\n\nNr | Besluit | Status\n1 | De verdeelsleutel 2025 | vastgesteld\n"
    (one,) = read(HEAD + body).outcomes
    assert one.kind == "besluit"


def test_a_column_may_ask_whether_it_is_done() -> None:
    body = (
        "2. Actielijst\n\nNr | Actie | Wie | Wanneer | Afgehandeld\n"
        "1 | Cijfers aanleveren | COA | 1 mei 2024 | ja\n2 | Brief sturen | VNG | 1 juni 2024 | nee\n"
    )
    (one,) = read(HEAD + body).outcomes
    assert (one.owners, one.deadline) == (("VNG",), "2024-06-01")
