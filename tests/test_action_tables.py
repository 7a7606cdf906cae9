"""Lists and tables of actions and decisions in the shapes that secretaries and conversions give them."""

from __future__ import annotations

import pytest
from layouts import cases
from minutes import HEAD, read

from lrtgraph import gazetteer, rdf


@pytest.mark.parametrize(("body", "expected"), cases("actions.txt"))
def test_every_row_gives_its_outcome_and_nothing_else_does(body: str, expected: list[str]) -> None:
    """A case is the text behind the first item, and a line for each outcome: kind, owners, deadline, first words."""
    found = sorted(read(f"{HEAD}{body}\n").outcomes, key=lambda outcome: outcome.evidence.start)
    wanted = [line.split(" / ", 3) for line in expected]
    assert [
        [outcome.kind, ",".join(sorted(outcome.owners)), outcome.deadline or "-"] for outcome in found
    ] == [row[:3] for row in wanted]  # fmt: skip
    for outcome, (*_, opening) in zip(found, wanted, strict=True):
        assert " ".join(outcome.evidence.text.split()).startswith(opening)


UNTOLD = """Provinciale Regietafel Utrecht

Verslag van de vergadering van 22 mei 2025

Aanwezig: mevrouw De Graaf (burgemeester Woerden), de heer Brouwer (COA), mevrouw Claassen (ministerie van AenM)

1. Opening

De voorzitter opent de vergadering.

2. {title}

{rows}
"""


@pytest.mark.parametrize(
    "heads", ["Belegging | Behandeling in", "Organisatie | Oorspronkelijke datum", "Wie doet wat | Te behandelen"]
)
def test_what_no_head_tells_of_a_column_its_cells_do(heads: str) -> None:
    rows = f"| Nr. | Actie | {heads} |\n|---|---|---|---|\n"
    rows += "| A1 | Advies opstellen | COA | 1 juni 2025 |\n| A2 | Planning maken | Woerden | 15 juni 2025 |\n"
    found = [(one.owners, one.deadline) for one in read(UNTOLD.format(title="Actielijst", rows=rows)).outcomes]
    assert found == [(("COA",), "2025-06-01"), (("gemeente:Woerden",), "2025-06-15")]


OTHERWISE = [
    ("Wie | Wanneer | Terug op agenda", "COA | | 14 februari 2026", ("COA",), None),
    ("Wie | Ingangsdatum", "COA | 1 juli 2025", ("COA",), None),
    ("Wie | Tijdstip overleg", "COA | 1 juli 2025", ("COA",), None),
    ("Vraag van | Wie | Wanneer", "COA | | 1 juli 2025", (), "2025-07-01"),
    ("Vraag van | Wanneer", "COA | 1 juli 2025", (), "2025-07-01"),
    ("Locatie | Wie | Wanneer", "Woerden | | 1 juli 2025", (), "2025-07-01"),
]


@pytest.mark.parametrize(("heads", "cells", "owners", "deadline"), OTHERWISE)
def test_what_a_head_tells_otherwise_its_cells_do_not(
    heads: str, cells: str, owners: tuple[str, ...], deadline: str | None
) -> None:
    line = "|---" * (heads.count("|") + 3)
    rows = f"| Nr | Actie | {heads} |\n{line}|\n| 1 | Cijfers delen | {cells} |\n"
    found = [(one.owners, one.deadline) for one in read(UNTOLD.format(title="Actielijst", rows=rows)).outcomes]
    assert found == [(owners, deadline)]


def test_a_new_date_counts_and_else_the_old_one() -> None:
    rows = "| Actie | Wie | Oorspronkelijke datum | Nieuwe datum |\n|---|---|---|---|\n"
    rows += "| Advies opstellen | COA | 1 juni 2025 | 1 september 2025 |\n| Planning maken | COA | 15 juni 2025 | |\n"
    found = [one.deadline for one in read(UNTOLD.format(title="Actielijst", rows=rows)).outcomes]
    assert found == ["2025-09-01", "2025-06-15"]


def test_a_decision_that_was_carried_out_was_taken() -> None:
    rows = "| Nr. | Datum | Besluit | Status |\n|---|---|---|---|\n"
    rows += (
        "| B1 | 19-9-2024 | De pilot blijft open. | Uitgevoerd |\n| B2 | 19-9-2024 | De kaart komt er. | Afgedaan |\n"
    )
    rows += "| B3 | 30-1-2025 | De telling stopt. | Vervallen |\n"
    found = [(one.kind, one.deadline) for one in read(UNTOLD.format(title="Besluitenlijst", rows=rows)).outcomes]
    assert found == [("besluit", None), ("besluit", None)]


def test_labels_in_brackets_and_numbers_with_holder_open_a_task_of_their_own() -> None:
    body = (
        "Actie COA: advies over de veiligheid van de locatie in Zeist opleveren (15 augustus 2025)\n\n"
        "[ACTIE AenM] regeling toesturen, vóór 1 oktober 2025\n\nA25-13 (COA, 1 november 2025): planning delen\n"
    )
    found = [(one.owners, one.deadline) for one in read(UNTOLD.format(title="Opvang", rows=body)).outcomes]
    assert found == [(("COA",), "2025-08-15"), (("AenM",), "2025-10-01"), (("COA",), "2025-11-01")]


LASTING = [
    ("Afgesproken wordt dat de locatie tot en met 30 juni openblijft.", "2025-06-30", None),
    ("Afspraak: de HAR blijft open tot eind juni.", "eind juni", None),
    (
        "Afspraak: gemeenten hebben tot eind juni de tijd om te laten weten of zij de locatie verlengen.",
        "eind juni",
        "2025-06-30",
    ),
    ("Actie: COA levert cijfers (januari 2026).", "januari 2026", "2026-01-31"),
]


@pytest.mark.parametrize(("sentence", "told", "due"), LASTING)
def test_what_lasts_until_a_day_is_not_due_on_it(sentence: str, told: str, due: str | None) -> None:
    """Neither in the record nor in the graph, which keeps the words of the term."""
    record = read(UNTOLD.format(title="Opvang", rows=sentence))
    (outcome,) = record.outcomes
    assert (outcome.deadline, outcome.deadline_date) == (told, due)
    properties = [quad.predicate.value.split("#")[-1].split("/")[-1] for quad in rdf.quads(record, gazetteer.load())]
    assert ("deadline" in properties, "deadlineText" in properties) == (
        due is not None,
        not told[0].isdigit() or not due,
    )
