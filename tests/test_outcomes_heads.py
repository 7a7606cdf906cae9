"""Heads of outcomes, and lines in bold that settle something themselves: Markdown minutes with one such line."""

from __future__ import annotations

import pytest
from minutes import read, read_item

from lrtgraph.extraction.outcomes.marks.heads import head
from lrtgraph.records import Record

HEAD = """# Verslag Landelijke Regietafel (LRT)

## Algemeen

Vergaderdatum: 12 februari 2024

Aanwezig: dhr. Jansma (SJenV), mw. Otten (MBZK), dhr. Kuipers (VNG), mw. Blaak (IPO), dhr. Visser (COA)

## 2. Opvang

- VNG vraagt om een lijst.

"""


def under(line: str) -> Record:
    """The record of minutes in which this line stands in bold over two paragraphs of talk."""
    talk = "IPO vindt dat gemeenten te laat antwoorden.\n\nVNG steunt het IPO daarin."
    return read(f"{HEAD}**{line}**\n\n{talk}\n\n## 3. Rondvraag\n\n- Geen.\n")


@pytest.mark.parametrize(
    ("line", "settled"),
    [
        ("Actie COA: lijst maken", ("lijst maken", ("COA",))),
        ("Actie: COA maakt een lijst.", ("COA maakt een lijst.", ("COA",))),
        ("Besluit (VNG): brief sturen", ("brief sturen", ("VNG",))),
        ("Besluit: akkoord", ("akkoord", ("LRT",))),
        ("Acties: COA maakt een lijst", ("COA maakt een lijst", ("COA",))),
        ("Conclusie: het COA maakt een lijst", ("het COA maakt een lijst", ("COA",))),
    ],
)
def test_a_label_with_one_outcome_behind_it_is_no_head_of_the_talk_below(
    line: str, settled: tuple[str, tuple[str, ...]]
) -> None:
    record = under(line)
    assert [(one.evidence.text, one.owners) for one in record.outcomes] == [settled]
    assert [(one.speakers, one.act) for one in record.statements[1:]] == [(("IPO",), "bezwaar"), (("VNG",), "steunt")]


@pytest.mark.parametrize("line", ["Actie COA", "Actie: COA", "Acties", "Acties: opvang", "Conclusies: nieuwe locaties"])
def test_a_label_with_nothing_but_names_or_a_subject_behind_it_heads_what_stands_below(line: str) -> None:
    record = under(line)
    assert [one.rule for one in record.outcomes] == ["outcome.head"] * 2
    assert len(record.statements) == 1


def test_the_head_names_the_owner_of_what_stands_below() -> None:
    record = read(f"{HEAD}**Actie COA**\n\nLijst aan gemeenten sturen.\n\n## 3. Rondvraag\n\n- Geen.\n")
    assert [(one.evidence.text, one.owners) for one in record.outcomes] == [("Lijst aan gemeenten sturen.", ("COA",))]


def test_a_promise_under_a_head_of_conclusions_is_a_statement_too() -> None:
    record = read(f"{HEAD}**Conclusies**\n\n- VNG heeft toegezegd de leden bij te praten.\n\n## 3. Slot\n\n- Geen.\n")
    assert [(one.speakers, one.act) for one in record.statements[1:]] == [(("VNG",), "zegt_toe")]


@pytest.mark.parametrize("title", ["Afgesproken", "Besloten:", "Vervolgstappen", "Lijst van besluiten", "Actielijst"])
def test_heads_of_outcomes(title: str) -> None:
    assert head(title).outcomes


@pytest.mark.parametrize("title", ["Bespreking", "Gevraagd besluit", "Afspraken met corporaties", "Akkoord in wording"])
def test_heads_of_something_else(title: str) -> None:
    assert not head(title).outcomes


@pytest.mark.parametrize(
    ("below", "tasks"),
    [
        ("Niet besloten: het voorstel van IPO. VNG ziet daar niets in.", 2),
        ("VNG vraagt aandacht voor de kosten. SJenV ziet daar niets in.", 2),
        ("COA maakt een lijst.", 3),
        ("COA maakt een lijst. Die gaat voor 1 mei naar VNG.", 4),
    ],
)
def test_running_text_below_a_list_of_tasks_is_no_task(below: str, tasks: int) -> None:
    listed = "- VNG stuurt een brief.\n- IPO inventariseert de locaties.\n"
    record = read(f"{HEAD}### Acties\n\n{listed}\n{below}\n\n## 3. Rondvraag\n\n- Geen.\n")
    assert len([row for row in record.outcomes if row.kind == "actie"]) == tasks


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Van de vorige actielijst staan nog open:\n- Kaart (COA): loopt, nieuwe termijn 15 april 2025.", ["COA"]),
        ("Van de acties lopen nog:\n- Kaart van locaties (COA)\n- Brief (JenV): afgerond.", ["COA"]),
        ("Het verslag wordt vastgesteld. Van de actielijst staat open:\n- Kaart van locaties (COA)", ["LRT", "COA"]),
        ("Er staan geen acties open:\n- Kaart van locaties (COA)", []),
        ("De locaties staan nog open:\n- Kaart van locaties (COA)", []),
    ],
)
def test_a_sentence_over_tasks_that_are_still_open_heads_them(body: str, found: list[str]) -> None:
    assert [owner for one in read_item(body, "Opening").outcomes for owner in one.owners] == found


def listed(line: str, *bullets: str) -> list[tuple[str, str | None, tuple[str, ...]]]:
    """The outcomes of minutes in which this line stands over these bullets: text, kind, owners."""
    under = "\n".join(f"- {bullet}" for bullet in bullets)
    record = read(f"{HEAD}IPO meldt dat het loopt.\n\n{line}\n{under}\n\n## 3. Rondvraag\n\n- Geen.\n")
    return [(one.evidence.text, one.kind, one.owners) for one in record.outcomes]


@pytest.mark.parametrize(
    ("line", "kind", "owners"),
    [
        ("Actiepunten: COA", "actie", ("COA",)),
        ("Actie: COA", "actie", ("COA",)),
        ("Acties: @nieuwe projectleider", "actie", ()),
        ("Besluiten: opvang", "besluit", ("LRT",)),
    ],
)
def test_a_label_with_names_or_a_subject_heads_the_bullets_below(line: str, kind: str, owners: tuple[str, ...]) -> None:
    bullets = ("Lijst aan gemeenten sturen.", "Kaart maken.")
    assert listed(line, *bullets) == [(bullet, kind, owners) for bullet in bullets]


@pytest.mark.parametrize("line", ["Actiepunten: geen", "Acties: n.v.t.", "Actie: VNG"])
def test_a_label_with_nothing_or_behind_which_others_go_on_heads_no_bullets(line: str) -> None:
    assert listed(line, "IPO licht toe dat het goed gaat.", "Aedes vraagt om geld.") == []


@pytest.mark.parametrize("first", ["IPO uitnodigen.", "IPO vragen wat dat kost.", "VNG nodigt IPO uit."])
def test_a_label_with_names_heads_what_they_must_do(first: str) -> None:
    assert listed("Actie: VNG", first, "Kaart maken.") == [
        (first, "actie", ("VNG",)),
        ("Kaart maken.", "actie", ("VNG",)),
    ]


def test_a_label_with_what_is_to_be_done_heads_no_bullets() -> None:
    assert listed("Actie: COA stuurt de lijst.", "VNG vindt de lijst te lang.") == [
        ("COA stuurt de lijst.", "actie", ("COA",))
    ]


@pytest.mark.parametrize(
    ("title", "settled"),
    [
        ("Verslag LRT 15 januari 2024: akkoord", ["Verslag LRT 15 januari 2024: akkoord"]),
        ("Jaarplan opvang: vastgesteld", ["Jaarplan opvang: vastgesteld"]),
        ("Jaarplan opvang: ter bespreking", []),
        ("Vaststellen jaarplan opvang", []),
    ],
)
def test_the_title_of_an_item_may_end_on_what_became_of_it(title: str, settled: list[str]) -> None:
    record = read(f"{HEAD}## 3. {title}\n\n- VNG vraagt om cijfers.\n")
    assert [one.evidence.text for one in record.outcomes] == settled


@pytest.mark.parametrize(("first", "settled"), [("Besluit: akkoord.", 2), ("Actie: IPO maakt een lijst.", 3)])
def test_under_a_head_whose_lines_tell_their_own_kinds_it_says_nothing_of_the_others(first: str, settled: int) -> None:
    lines = f"- {first}\n- Actie: COA stuurt de brief.\n- De toets wordt verricht door COA.\n"
    record = read(f"{HEAD}**Vervolgproces**\n\n{lines}\n## 3. Rondvraag\n\n- Geen.\n")
    assert len(record.outcomes) == settled


@pytest.mark.parametrize(
    ("told", "settled"),
    [
        ("Het voorstel is aangenomen met 21 stemmen voor en 18 tegen.", ["besluit"]),
        ("De motie wordt verworpen.", ["besluit"]),
        ("Het voorstel wordt niet aangenomen.", ["besluit"]),
        ("De LRT besluit de verdeling vast te stellen.", []),
        ("De LRT stelt het voorstel vast.", []),
        ("De verdeling wordt vastgesteld.", []),
        ("Vorig jaar is het voorstel aangenomen.", []),
    ],
)
def test_under_a_proposal_only_what_became_of_it_is_settled(told: str, settled: list[str]) -> None:
    text = HEAD.replace("## 2. Opvang", "## 2. Voorstel: nieuwe verdeling")
    record = read(f"{text}{told}\n\n## 3. Rondvraag\n\n- Geen.\n")
    assert [one.kind for one in record.outcomes] == settled
