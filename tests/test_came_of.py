"""What came of actions over several meetings, from the minutes to the answers; invented."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest
from minutes import read, sentences

from lrtgraph import gazetteer, rdf
from lrtgraph.answers.events import summary
from lrtgraph.answers.outcomes import Settled, actions, decisions
from lrtgraph.answers.ownership import owned_by, who_owns
from lrtgraph.derivation import changed, derive
from lrtgraph.graph import Graph
from lrtgraph.store import Store, open_store

HEAD = """Verslag {table}

Vergaderdatum: {day}

Aanwezig: dhr. Jansma (SJenV), mw. Otten (MBZK), dhr. Kuipers (VNG), dhr. Visser (COA)

1. Opening en verslag

{opening}

2. Actielijst

| Nr | Actie | Wie | Termijn | Status |
|---|---|---|---|---|
"""
LRT = "Landelijke Regietafel (LRT)"
MARCH = ["A1 | Brief over de bonus aan de gemeenten sturen | JenV | 1 april 2024 | nieuw"]
MARCH += [
    "A2 | Kaart maken | COA | 1 mei 2024 | nieuw",
    "A3 | Lijst van panden per regio aanleveren | VNG | 1 juni 2024 |",
]


def minutes(day: str, rows: Iterable[str], table: str = LRT, opening: str = "Geen mededelingen.") -> str:
    head = HEAD.format(table=table, day=day, opening=opening)
    return head + "".join(f"| {row} |\n" for row in rows)


SENTENCES = sentences("came_of")


def in_items(day: str, said: Iterable[tuple[str, str]]) -> str:
    """Minutes of a day with an item for each (title, sentence)."""
    head = minutes(day, []).partition("2. Actielijst")[0]
    head = head.replace("\n\n1. Opening", ", mw. Blaak (IPO), mw. Smit (Aedes)\n\n1. Opening", 1)
    return head + "".join(f"{number}. {title}\n\n{text}\n\n" for number, (title, text) in enumerate(said, start=2))


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(str(tmp_path_factory.mktemp("came") / "graph.db"), write=True) as store:
        yield store


def still_open(store: Store, *texts: str) -> list[str]:
    """The first words of the tasks that are open in the graph of these minutes."""
    names = gazetteer.load()
    store.replace(store.graphs(), gazetteer.quads())
    for text in texts:
        record = read(text)
        store.replace([], [*rdf.quads(record, names), *changed(store, [record.document.sha256])])
    derive(store)
    return sorted(" ".join(row.text.split()[:2]) for row in actions(store, open=True))


def test_a_task_without_a_later_word_is_open(shared: Store) -> None:
    assert still_open(shared, minutes("12 maart 2024", MARCH)) == ["Brief over", "Kaart maken", "Lijst van"]


def test_what_a_later_list_closes_is_open_no_more_and_has_the_words_that_prove_it(shared: Store) -> None:
    later = [
        row.rpartition("|")[0] + f"| {status}"
        for row, status in zip(MARCH, ("afgerond", "vervalt", "loopt"), strict=True)
    ]
    assert still_open(shared, minutes("12 maart 2024", MARCH), minutes("14 mei 2024", later)) == ["Lijst van"]
    found = {row.text.split()[0]: row for row in actions(shared, meeting="2024-03-12")}
    assert {name: row.status for name, row in found.items()} == {
        "Brief": "done",
        "Kaart": "dropped",
        "Lijst": "running",
    }
    (proof,) = found["Brief"].status_evidence
    assert proof.text.endswith("afgerond")
    assert [point.what for point in summary(shared, "2024-05-14")] == ["done", "dropped", "actie"]
    assert {point.status for point in summary(shared, "2024-03-12")} == {"done", "dropped", "running"}


def test_a_row_of_the_last_list_stands_as_it_says_itself_and_stays_open(shared: Store) -> None:
    rows = [
        row.rpartition("|")[0] + f"| {told}"
        for row, told in zip(MARCH, ("niet uitgevoerd", "loopt", "nieuw"), strict=True)
    ]
    assert len(still_open(shared, minutes("12 maart 2024", rows))) == 3
    found = {row.text.split()[0]: row for row in actions(shared)}
    assert {name: row.status for name, row in found.items()} == {"Brief": "undone", "Kaart": "running", "Lijst": None}
    assert [proof.text for proof in found["Brief"].status_evidence] == [found["Brief"].text]
    (owed,) = Graph(shared).query("commitments", owner=found["Brief"].owners[0])
    assert owed["status"] == "undone"


def test_a_number_in_the_text_closes_the_task_of_the_last_list_that_has_it(shared: Store) -> None:
    said = "Het verslag van 12 maart 2024 wordt vastgesteld. Actie 2 is afgerond."
    march, may = minutes("12 maart 2024", MARCH), minutes("14 mei 2024", [], opening=said)
    assert still_open(shared, march, may) == ["Brief over", "Lijst van"]
    between = may.replace("12 maart 2024", "16 april 2024")
    assert still_open(shared, march, between) == ["Brief over", "Lijst van"]
    assert still_open(shared, march, minutes("16 april 2024", []), between) == ["Brief over", "Lijst van"]
    april = minutes("16 april 2024", ["A2 | Panden in beeld brengen | COA | 1 juni 2024 | nieuw"])
    assert still_open(shared, march, april, between) == ["Brief over", "Kaart maken", "Lijst van"]


def test_one_or_two_words_more_are_the_same_task_of_the_same_owner(shared: Store) -> None:
    march = minutes(
        "12 maart 2024",
        [
            "A1 | Overzicht van locaties met gemeenten delen | COA | 1 april 2024 |",
            "A2 | Brief over huisvesting van statushouders sturen | VNG | 1 april 2024 |",
            "A3 | Notitie nareizigers bespreken | JenV | 1 april 2024 |",
            "A4 | Handreiking opvangkosten opstellen | VNG | 1 april 2024 |",
        ],
    )
    later = [
        "A1 | Overzicht locaties delen met alle gemeenten in Nederland | COA | 1 april 2024 | afgerond",
        "A2 | Brief huisvesting aan de staatssecretaris | VNG | 1 april 2024 | afgerond",
        "A3 | Bespreken van de notitie over nareizigers met provincies | JenV | 1 april 2024 | afgerond",
        "A4 | Handreiking opvangkosten voor burgemeesters opstellen | VNG | 1 april 2024 | afgerond",
    ]
    assert still_open(shared, march, minutes("14 mei 2024", later)) == ["Brief over"]
    others = [row.replace("COA", "JenV").replace("| VNG", "| COA") for row in later]
    found = still_open(shared, march, minutes("14 mei 2024", others))
    assert found == ["Brief over", "Handreiking opvangkosten", "Overzicht van"]


def test_what_is_put_off_or_not_done_yet_stays_open(shared: Store) -> None:
    said = "Actie 1 wordt verschoven naar 1 december 2024.\n\nActie 2: de kaart is nog niet gemaakt."
    march, may = minutes("12 maart 2024", MARCH), minutes("14 mei 2024", [], opening=said)
    assert still_open(shared, march, may) == ["Brief over", "Kaart maken", "Lijst van"]
    assert {row.text.split()[0]: row.status for row in actions(shared)} == {
        "Brief": "moved",
        "Kaart": "running",
        "Lijst": None,
    }


AGREED = "Actie VNG: toesturen van de onderbouwing van de Spreidingswet aan COA, uiterlijk 1 juni 2024."


@pytest.mark.parametrize("status", ["open", "afgerond", "vervallen"])
def test_a_row_takes_up_or_closes_what_stood_in_no_list(shared: Store, status: str) -> None:
    march = minutes("12 maart 2024", [], opening=AGREED)
    may = minutes("14 mei 2024", [f"A1 | Onderbouwing Spreidingswet | VNG | 1 juni 2024 | {status}"])
    expected = ["Onderbouwing Spreidingswet"] if status == "open" else []
    assert still_open(shared, march, may) == still_open(shared, may, march) == expected


def test_a_closed_row_leaves_what_another_must_do_or_another_table_settled(shared: Store) -> None:
    row = "A1 | Onderbouwing Spreidingswet | {} | 1 juni 2024 | afgerond"
    march = minutes("12 maart 2024", [], opening=AGREED)
    assert len(still_open(shared, march, minutes("14 mei 2024", [row.format("COA")]))) == 1
    other = minutes("14 mei 2024", [row.format("VNG")], "Provinciale Regietafel Utrecht")
    assert len(still_open(shared, march, other)) == 1


PROMISED = ["MBZK zegt toe de {} van de HAR vóór 1 juni 2024 te sturen.", "Actie: VNG levert een lijst van de HAR."]


def test_what_the_same_owner_does_about_the_same_instrument_closes_nothing_without_the_same_thing(
    shared: Store,
) -> None:
    march = minutes("12 maart 2024", [], opening="\n\n".join(PROMISED).format("evaluatie"))
    assert len(still_open(shared, march)) == 2
    other = "MBZK zegt toe het bedrag van de HAR te verhogen.\n\nActie: VNG stuurt een ledenbrief over de HAR."
    assert len(still_open(shared, march, minutes("14 mei 2024", [], opening=other))) == 4
    again = "MBZK zegt toe de evaluatie van de HAR in juni te delen."
    assert len(still_open(shared, march, minutes("14 mei 2024", [], opening=again))) == 2
    first = "Actie: VNG levert uiterlijk eind mei een lijst van de HAR."
    told = "Actie: VNG bespreekt uiterlijk eind mei de HAR."
    assert (
        len(still_open(shared, minutes("12 maart 2024", [], opening=first), minutes("14 mei 2024", [], opening=told)))
        == 2
    )
    row = "A1 | {} HAR | MBZK | 1 juni 2024 | afgerond"
    for thing, left in (("Evaluatie", 1), ("Bekostiging", 2)):
        assert len(still_open(shared, march, minutes("14 mei 2024", [row.format(thing)]))) == left


TOLD_OF = [
    ("COA stelt het overzicht van de HAR op.", "COA schrijft over het uitblijven van het overzicht van de HAR."),
    ("COA stelt het overzicht van de HAR op.", "COA licht toe waarom het overzicht van de HAR er nog niet is."),
    ("COA stelt het overzicht van de HAR op.", "COA gaat na of het overzicht van de HAR klaar is."),
    ("COA werkt de lijst voor de HAR uit.", "COA informeert gemeenten over de vertraging van de lijst voor de HAR."),
    ("COA stelt een plan voor de HAR op.", "COA evalueert het plan voor de HAR."),
    ("COA stelt een plan voor de HAR op.", "COA licht het plan voor de HAR toe."),
    ("COA en VNG stellen een plan voor de HAR op.", "COA stelt een plan voor de HAR op."),
    ("COA stelt een plan voor de HAR op.", "COA stelt zijn deel van het plan voor de HAR op."),
]
TAKEN_UP = [
    ("COA stelt het overzicht van de HAR op.", "COA stuurt het overzicht van de HAR aan de leden."),
    ("COA stuurt een brief over de HAR.", "COA stuurt een brief over de vertraging van de HAR."),
    ("COA informeert gemeenten over de planning van de HAR.", "COA licht de planning van de HAR toe."),
    ("COA stelt een plan voor de HAR op.", "COA deelt het concept van het plan voor de HAR."),
    ("COA stelt een plan voor de HAR op.", "COA en VNG stellen een plan voor de HAR op."),
    ("COA stelt een plan voor de HAR op.", "COA komt met een plan voor de HAR."),
]


@pytest.mark.parametrize(
    ("set_in_march", "told_in_may", "left"), [(*pair, 2) for pair in TOLD_OF] + [(*pair, 1) for pair in TAKEN_UP]
)
def test_what_is_only_told_of_and_what_an_owner_does_alone_closes_nothing(
    shared: Store, set_in_march: str, told_in_may: str, left: int
) -> None:
    march, may = (f"Actie: {task}" for task in (set_in_march, told_in_may))
    assert len(still_open(shared, minutes("12 maart 2024", [], opening=march))) == 1
    told = minutes("12 maart 2024", [], opening=march), minutes("14 mei 2024", [], opening=may)
    assert len(still_open(shared, *told)) == left


def test_another_promise_in_between_keeps_no_task_from_being_taken_up(shared: Store) -> None:
    promises = "MBZK zegt toe de {} van de HAR in 2025 te delen."
    told = [("12 maart", "evaluatie"), ("14 mei", "cijfers"), ("11 juni", "cijfers"), ("10 september", "evaluatie")]
    texts = [minutes(f"{day} 2024", [], opening=promises.format(thing)) for day, thing in told]
    assert [len(still_open(shared, *texts[: k + 1])) for k in range(4)] == [1, 2, 2, 2]


def test_a_number_that_stands_for_another_task_closes_nothing(shared: Store) -> None:
    outcome = "Uitkomst van het gesprek met de regio delen"
    for task, owner in ((outcome, "VNG"), (outcome, "JenV"), ("Brief over de bonus aan de provincies sturen", "JenV")):
        later = [f"A1 | {task} | {owner} | 1 juli 2024 | afgerond"]
        found = still_open(shared, minutes("12 maart 2024", MARCH), minutes("14 mei 2024", later))
        assert found == ["Brief over", "Kaart maken", "Lijst van"]


def test_the_same_words_under_another_number_are_the_same_task(shared: Store) -> None:
    later = ["A7 | Brief over de bonus aan de gemeenten sturen | JenV | 1 april 2024 | gereed"]
    found = still_open(shared, minutes("12 maart 2024", MARCH), minutes("14 mei 2024", later))
    assert found == ["Kaart maken", "Lijst van"]
    other = [row.replace("JenV", "VNG") for row in later]
    assert len(still_open(shared, minutes("12 maart 2024", MARCH), minutes("14 mei 2024", other))) == 3


def test_a_list_of_another_table_or_of_an_earlier_day_closes_nothing(shared: Store) -> None:
    done = [row.rpartition("|")[0] + "| afgerond" for row in MARCH]
    prt = "Provinciale Regietafel {}"
    assert len(still_open(shared, minutes("12 maart 2024", MARCH), minutes("13 februari 2024", done))) == 3
    tables = [
        minutes("12 maart 2024", MARCH, prt.format("Utrecht")),
        minutes("14 mei 2024", done, prt.format("Zeeland")),
    ]
    assert len(still_open(shared, *tables)) == 3
    tables[1] = minutes("14 mei 2024", done, prt.format("Utrecht"))
    assert still_open(shared, *tables) == []


SAID = "Actie: IPO inventariseert vóór 1 april 2024 de knelpunten bij de bouw."
ROWS = [
    "3 | Inventarisatie knelpunten bouw | IPO | 1 april 2024 |",
    "4 | Rekenmodel huurprijzen | VNG | 1 mei 2024 |",
]


def test_what_the_list_of_the_same_minutes_has_again_is_one_task(shared: Store) -> None:
    march = minutes("12 maart 2024", ROWS, opening=SAID)
    assert still_open(shared, march) == ["IPO inventariseert", "Rekenmodel huurprijzen"]
    assert still_open(shared, minutes("12 maart 2024", ROWS[1:], opening=SAID)) == [
        "IPO inventariseert",
        "Rekenmodel huurprijzen",
    ]
    other = minutes("12 maart 2024", [ROWS[0].replace("IPO", "COA")], opening=SAID)
    assert len(still_open(shared, other)) == 2
    done = "De inventarisatie van de knelpunten is afgerond."
    assert still_open(shared, march, minutes("14 mei 2024", [], opening=done)) == ["Rekenmodel huurprijzen"]
    assert {row.status for row in actions(shared) if "knelpunten" in row.text} == {"done"}


def test_a_task_that_the_list_of_the_same_minutes_has_again_is_told_once_with_both_places(shared: Store) -> None:
    still_open(shared, minutes("12 maart 2024", ROWS, opening=SAID.replace(" vóór 1 april 2024", "")))
    assert [(row.deadline, len(row.evidence)) for row in actions(shared, owner="IPO")] == [("2024-04-01", 2)]
    assert len(actions(shared)) == 2
    (row,) = [one for one in summary(shared, "LRT 12 maart 2024") if "knelpunten" in one.text]
    assert (row.deadline, len(row.evidence)) == ("2024-04-01", 2)
    kinds = [row.kind for kind in ("actie", "toezegging") for row in actions(shared, owner="IPO", kind=kind)]
    assert kinds == ["actie"]


def test_what_the_list_has_again_is_told_once_by_all_who_count_it(shared: Store) -> None:
    told = "Afgesproken wordt dat IPO en VNG de knelpunten bij de uitruil inventariseren."
    row = "3 | Inventarisatie knelpunten uitruil | IPO, VNG | 1 april 2024 |"
    still_open(shared, minutes("12 maart 2024", [row], opening=told), minutes("14 mei 2024", []))
    graph = Graph(shared)
    (one,) = (each for each in graph.query("outcomes", about="uitruil"))
    assert (one["kind"], str(one["deadline"])) == ("afspraak", "2024-04-01")
    assert [each["kind"] for each in graph.query("outcomes", kind="actie")] == ["actie"], "by its own kind it is found"
    assert {event.what for event in graph.timeline("IPO") if "knelpunten" in event.text} >= {"afspraak"}
    assert "actie" not in {event.what for event in graph.timeline("IPO")}
    counted = {row.label: row.first for row in graph.compare("2024-03-12", "2024-05-14") if row.what == "outcome"}
    assert counted == {"afspraak": 1}


def test_an_outcome_with_several_owners_is_one_line_of_a_card(shared: Store) -> None:
    told = "Afspraak: IPO en VNG zijn op 3 april 2024 bij de opening van de locatie voor de HAR."
    still_open(shared, minutes("12 maart 2024", [], opening=told))
    (settled,) = (line.text for line in Graph(shared).show("HAR").lines if line.section == "settled")
    assert settled.startswith("Interprovinciaal Overleg; Vereniging van Nederlandse Gemeenten: afspraak")


def test_a_row_that_closes_what_nothing_told_of_says_whose_it_was_and_has_no_status_besides(shared: Store) -> None:
    still_open(shared, minutes("12 maart 2024", ["7 | Brief over de bonus | JenV | 1 april 2024 | afgerond"]))
    (point,) = (one for one in summary(shared, "2024-03-12") if "Brief" in one.text)
    assert (point.what, point.actors, point.about, point.status) == ("done", ("JenV",), ("bonus",), None)
    (line,) = (each for each in Graph(shared).show("JenV").lines if each.section == "owes")
    assert len(line.evidence) == 1, "the words that prove it and its status are the same"


PROPOSAL = "Actie: IPO legt vóór 1 april 2024 een voorstel voor."
MEETING = "Actie: IPO belegt een werksessie over het interbestuurlijk toezicht."
PLEDGE = "IPO zegt toe de knelpunten te inventariseren.\n\nToezegging: "


@pytest.mark.parametrize(
    ("said", "row", "times"),
    [
        (PROPOSAL, "3 | Voorstel makelaar | IPO | 1 april 2024 |", 1),  # the same term, and one word that is new
        (PROPOSAL, "3 | Voorstel makelaar | IPO | 1 juni 2024 |", 2),
        (PROPOSAL, "3 | Voorstel makelaar | COA | 1 april 2024 |", 2),
        (PROPOSAL, "3 | Kaart makelaars | IPO | 1 april 2024 |", 2),
        (PROPOSAL, "3 | Format voorstel makelaars invullen | IPO | 1 april 2024 |", 2),
        (PLEDGE + "IPO inventariseert de knelpunten.", "3 | Kaart | COA | |", 2),
        (PLEDGE + "IPO inventariseert de panden.", "3 | Kaart | COA | |", 3),
        (MEETING, "3 | Werksessie IBT | IPO | |", 1),  # another name of what it is about
        (MEETING, "3 | Werksessie taakstelling | IPO | |", 2),
        (MEETING, "3 | Nota IBT | IPO | |", 2),
    ],
)
def test_two_tasks_of_one_owner_stay_two(shared: Store, said: str, row: str, times: int) -> None:
    still_open(shared, minutes("12 maart 2024", [row], opening=said))
    assert len(actions(shared)) == times


@pytest.mark.parametrize(
    ("later", "left"),
    [
        ("4 | Rekenmodel huurprijzen | COA | 1 juli 2024 |", 2),
        ("9 | Rekenmodel huurprijzen | COA | 1 juli 2024 |", 2),
        ("4 | Nieuw rekenmodel voor de huurprijzen | COA | 1 juli 2024 |", 2),
        ("4 | Rekenmodel servicekosten | COA | 1 juli 2024 |", 3),
    ],
)
def test_a_later_list_has_a_task_again_whoever_has_it_by_then(shared: Store, later: str, left: int) -> None:
    assert len(still_open(shared, minutes("12 maart 2024", ROWS), minutes("14 mei 2024", [later]))) == left


def test_a_line_under_a_head_of_tasks_is_a_row_as_well(shared: Store) -> None:
    march = minutes("12 maart 2024", [], opening=SAID).partition("2. Actielijst")[0]
    lines = "Acties\n- {}: inventarisatie knelpunten bouw (1 april 2024)\n- VNG: rekenmodel huurprijzen (1 mei 2024)\n"
    assert len(still_open(shared, march + lines.format("IPO"))) == 2
    assert len(still_open(shared, march + lines.format("COA"))) == 3


def test_a_wording_that_many_tasks_have_is_not_anothers_task(shared: Store) -> None:
    rows = ["| Brief sturen | JenV | 1 april 2024 |", "| Brief sturen | VNG | 1 juni 2024 |"]
    assert len(still_open(shared, minutes("12 maart 2024", rows[:1]), minutes("14 mei 2024", rows[1:]))) == 2


def test_something_else_about_the_same_subject_closes_no_task_of_a_list(shared: Store) -> None:
    first = ["A1 | Evaluatie van de Spreidingswet opstellen | JenV | 1 mei 2024 | nieuw"]
    then = ["A2 | Brief over de Spreidingswet sturen | JenV | 1 juli 2024 | nieuw"]
    found = still_open(shared, minutes("12 maart 2024", first), minutes("14 mei 2024", then))
    assert found == ["Brief over", "Evaluatie van"]


@pytest.fixture(scope="module")
def told_of(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[dict[str, Settled], set[str], set[str]]]:
    """What the graph has of the tasks of `came_of.csv`, by what they say: all, those open, and those overdue."""
    with open_store(str(tmp_path_factory.mktemp("told") / "graph.db"), write=True) as store:
        still_open(
            store,
            in_items("12 maart 2024", ((title, task) for title, task, *_ in SENTENCES)),
            in_items("10 september 2024", ((title, told) for _, _, title, told, _ in SENTENCES)),
        )
        found = {row.text.removeprefix("Actie: "): row for row in actions(store)}
        overdue = {str(row["quote"]) for row in Graph(store).query("overdue-actions", day="2024-10-01")}
        yield found, {row.text for row in actions(store, open=True)}, overdue


@pytest.mark.parametrize(("task", "told", "came"), [(task, told, came) for _, task, _, told, came in SENTENCES])
def test_a_sentence_on_the_thing_of_a_task_tells_what_came_of_it(
    told_of: tuple[dict[str, Settled], set[str], set[str]], task: str, told: str, came: str
) -> None:
    found, left, overdue = told_of
    row = next(row for text, row in found.items() if text.rstrip(".") in task)
    what, _, now = came.partition(" ")
    assert (row.text in left) == (what not in ("done", "dropped"))
    assert row.status == {"open": None, "over": "transferred"}.get(what, what)
    assert [proof.text for proof in row.status_evidence] == ([] if what == "open" else [told])
    if what == "moved":
        assert row.deadline == now
        assert row.text not in overdue
    elif what == "over":
        assert list(row.owners) == [now]


def test_who_has_a_task_now_is_asked_for_by_name(shared: Store) -> None:
    told, days = (
        ("Actie: IPO stelt een monitor op.", "IPO draagt de monitor over aan VNG."),
        ("12 maart 2024", "14 mei 2024"),
    )
    texts = [in_items(day, [("Opvang", said)]) for day, said in zip(days, told, strict=True)]
    for count, owner, former in ((1, "IPO", "VNG"), (2, "VNG", "IPO")):
        still_open(shared, *texts[:count])
        assert [row.owners for row in actions(shared, owner=owner, open=True)] == [(owner,)]
        assert list(actions(shared, owner=former)) == []


def test_what_was_put_off_is_overdue_by_its_new_term(shared: Store) -> None:
    task, told = "Actie: IPO stelt vóór 1 juni 2024 een monitor op.", "De monitor is uitgesteld tot 1 november 2024."
    still_open(shared, in_items("12 maart 2024", [("Opvang", task)]), in_items("10 september 2024", [("Opvang", told)]))
    graph = Graph(shared)
    assert list(graph.query("overdue-actions", day="2024-10-01")) == []
    assert [str(row["deadline"]) for row in graph.query("overdue-actions", day="2024-12-01")] == ["2024-11-01"]
    assert list(actions(shared, due_before="2024-10-01")) == []
    assert len(actions(shared, due_before="2024-12-01")) == 1
    assert [str(row["deadline"]) for row in graph.query("deadlines")] == ["2024-11-01"]
    assert [str(row["deadline"]) for row in graph.query("commitments", owner="IPO")] == ["2024-11-01"]


def test_a_thing_that_several_must_make_is_whose_the_sentence_says(shared: Store) -> None:
    both = "Actie: VNG stuurt een reactie op de Spreidingswet.\n\nActie: IPO stuurt een reactie op de Spreidingswet."
    march = minutes("12 maart 2024", [], opening=both)
    for told, left in (("De reactie is verstuurd.", 2), ("De reactie is door IPO verstuurd.", 1)):
        assert len(still_open(shared, march, minutes("14 mei 2024", [], opening=told))) == left


@pytest.mark.parametrize(("then", "followed"), [("een brief over de HAR", 0), ("de cijfers van de HAR", 1)])
def test_only_the_same_thing_of_an_instrument_is_followed_up(shared: Store, then: str, followed: int) -> None:
    first, later = (
        f"MBZK zegt toe {thing} vóór 1 december 2024 te sturen." for thing in ("de cijfers van de HAR", then)
    )
    still_open(shared, minutes("12 maart 2024", [], opening=first), minutes("14 mei 2024", [], opening=later))
    assert len(Graph(shared).query("follow-ups")) == followed


@pytest.mark.parametrize(
    ("first", "later", "followed"),
    [
        ("de peildatum blijft 1 november.", "de voorzitter rouleert per 1 januari.", 0),
        ("de HAR wordt met een jaar verlengd.", "de HAR eindigt in 2026.", 1),
    ],
)
def test_only_what_names_the_instrument_itself_is_followed_up_without_a_thing(
    shared: Store, first: str, later: str, followed: int
) -> None:
    days = ("12 maart 2024", f"Besluit: {first}"), ("14 mei 2024", f"Besluit: {later}")
    still_open(shared, *(in_items(day, [("HAR", said)]) for day, said in days))
    assert len(Graph(shared).query("follow-ups")) == followed


def test_what_has_those_words_is_meant_though_another_thing_of_the_kind_is_to_be_made(shared: Store) -> None:
    both = "Actie: VNG stuurt een brief over de huurtoeslag.\n\nActie: VNG stuurt een brief over de parkeerplaatsen."
    march = minutes("12 maart 2024", [], opening=both)
    for told, left in (("De brief is verstuurd.", 2), ("De brief over de parkeerplaatsen is verstuurd.", 1)):
        assert len(still_open(shared, march, minutes("14 mei 2024", [], opening=told))) == left


HANDED_OVER = [
    ("VNG neemt het trekkerschap van de HAR over van IPO.", ["VNG", "COA"]),
    ("IPO draagt de uitvoering van de HAR over aan VNG.", ["VNG", "COA"]),
    ("IPO geeft de uitvoering van de HAR terug aan VNG.", ["VNG", "COA"]),
    ("VNG neemt het trekkerschap van de HAR niet over van IPO.", ["IPO", "COA"]),
    ("VNG wil het trekkerschap van de HAR overnemen van IPO.", ["IPO", "COA"]),
    ("IPO draagt de uitvoering van het BAK OEK over aan VNG.", ["IPO", "COA"]),
]


@pytest.mark.parametrize(("told", "owners"), HANDED_OVER)
def test_who_handed_an_instrument_over_has_it_no_more(shared: Store, told: str, owners: list[str]) -> None:
    held = [("HAR", "IPO is trekker van de HAR."), ("HAR", "COA is verantwoordelijk voor de uitvoering van de HAR.")]
    still_open(shared, in_items("12 maart 2024", held), in_items("14 mei 2024", [("HAR", told)]))
    found = [row for row in who_owns(shared, "HAR") if row.basis == "tekst"]
    assert sorted({row.actor for row in found if row.ended is None}) == sorted(owners)
    former = [row for row in owned_by(shared, "IPO") if row.ended and row.instrument == "HAR"]
    assert sorted(row.role for row in former) == (
        [] if "IPO" in owners else ["draagt over, tot de overdracht", "trekker, tot 2024-05-14"]
    )
    assert [row.ended for row in found][-len(former) :] == ["2024-05-14"] * len(former) or not former
    pairs = {
        str(row[end]).rpartition("/")[2]
        for row in Graph(shared).query("co-owners", instrument="HAR")
        for end in ("first", "second")
    }
    assert sorted(pairs) == sorted(owners)


# What the meetings of March and May say of supervision, and who has it then with whom May names instead.
OVERSEEN = [
    (
        "Het toezicht op de Spreidingswet ligt bij de provincies.",
        "Het toezicht op de Spreidingswet ligt bij het Rijk.",
        ["Rijk: toezicht", "provincies: toezicht (later: Rijk, 2024-05-14)"],
    ),
    (
        "Het toezicht op de Spreidingswet ligt tot 2027 bij SJenV en daarna bij gedeputeerde staten.",
        "Het toezicht op de Spreidingswet blijft bij het Rijk.",
        [
            "GedeputeerdeStaten: toezicht, vanaf 2027 (later: Rijk, 2024-05-14)",
            "Rijk: toezicht",
            "SJenV: toezicht, tot 2027",
        ],
    ),
    (
        "Het toezicht op de Spreidingswet ligt bij de provincies.",
        "Het toezicht op de Spreidingswet ligt bij het Rijk en bij gedeputeerde staten.",
        ["GedeputeerdeStaten: toezicht", "Rijk: toezicht", "provincies: toezicht"],
    ),
    (
        "Het toezicht op de Spreidingswet ligt bij de provincies.",
        "Het toezicht op de Spreidingswet ligt tot 2027 bij SJenV.",
        ["SJenV: toezicht, tot 2027", "provincies: toezicht"],
    ),
    (
        "Het toezicht op de Spreidingswet ligt bij de provincies.",
        "Het Rijk is verantwoordelijk voor de Spreidingswet.",
        ["Rijk: verantwoordelijk", "provincies: toezicht"],
    ),
    (
        "Gemeenten zijn verantwoordelijk voor de Spreidingswet.",
        "Het Rijk is verantwoordelijk voor de Spreidingswet.",
        ["Rijk: verantwoordelijk", "gemeenten: verantwoordelijk"],
    ),
]


@pytest.mark.parametrize(("march", "may", "owners"), OVERSEEN)
def test_whom_a_later_meeting_names_as_supervisor_stands_beside_who_was(
    shared: Store, march: str, may: str, owners: list[str]
) -> None:
    days = (("12 maart 2024", march), ("14 mei 2024", may))
    still_open(shared, *(in_items(day, [("Spreidingswet", told)]) for day, told in days))
    found = [row for row in who_owns(shared, "Spreidingswet") if row.basis == "tekst" and not row.likely]
    assert sorted(f"{row.actor}: {row.role}" for row in found) == owners
    over = [row.ended is not None for row in found]
    assert over == sorted(over), "who supervises no more comes last"
    for row in found:
        assert row.role in {other.role for other in owned_by(shared, row.actor)}
    until = who_owns(shared, "Spreidingswet", until="2024-04-01")
    assert all(row.ended is None for row in until)


NOBODY = [
    "Niemand voelt zich eigenaar van de HAR.",
    "IPO constateert dat niemand zich eigenaar voelt van de HAR.",
    "Het eigenaarschap van de HAR is nog niet belegd.",
    "De HAR heeft geen trekker.",
    "Voor de HAR ontbreekt een eigenaar.",
    "Niemand is eigenaar.",
]
SOMEBODY = [
    "Niemand anders dan COA is eigenaar van de HAR.",
    "COA voelt zich geen eigenaar van de HAR.",
    "IPO vraagt wie eigenaar is van de HAR.",
    "Is niemand eigenaar van de HAR?",
    "Zonder afspraken zou niemand eigenaar van de HAR zijn.",
    "Niemand voelt zich eigenaar van het probleem.",
    "Het eigenaarschap van de HAR is niet bij het COA belegd.",
    "De HAR had geen trekker.",
]


@pytest.mark.parametrize(("told", "missing"), [(one, True) for one in NOBODY] + [(one, False) for one in SOMEBODY])
def test_what_nobody_owns_as_minutes_say_has_no_owner(shared: Store, told: str, missing: bool) -> None:
    held = in_items("12 maart 2024", [("HAR", "IPO is trekker van de HAR.")])
    still_open(shared, held, in_items("14 mei 2024", [("HAR", told)]))
    rows = [row for row in Graph(shared).query("instruments-without-owner") if str(row["instrument"]).endswith("/HAR")]
    assert [row["quote"] for row in rows] == ([told] if missing else [])


def test_what_got_an_owner_since_has_one(shared: Store) -> None:
    told = "Niemand voelt zich eigenaar van de HAR.", "COA is verantwoordelijk voor de uitvoering van de HAR."
    days = "12 maart 2024", "14 mei 2024"
    still_open(shared, *(in_items(day, [("HAR", said)]) for day, said in zip(days, told, strict=True)))
    found = {str(row["instrument"]).rpartition("/")[2] for row in Graph(shared).query("instruments-without-owner")}
    assert "HAR" not in found


def test_what_was_promised_and_not_recorded_is_a_task_that_was_only_said(shared: Store) -> None:
    said = "COA zal de sluisnotitie vóór 1 april 2024 aan de gemeenten sturen. VNG vindt dat redelijk."
    still_open(shared, in_items("12 maart 2024", [("Opvang", said)]))
    (row,) = actions(shared)
    assert (row.kind, row.basis, row.owners, row.deadline) == ("toezegging", "gezegd", ("COA",), "2024-04-01")
    assert list(actions(shared, owner="COA", kind="toezegging")) == [row]
    assert not list(actions(shared, owner="VNG"))
    graph = Graph(shared)
    assert [found["basis"] for found in graph.query("commitments", owner="COA")] == ["gezegd"]
    assert [found["quote"] for found in graph.query("overdue-actions", day="2024-06-01")] == [row.text]
    assert not list(graph.query("outcomes"))


@pytest.mark.parametrize(
    ("told", "status", "left"),
    [
        ("De sluisnotitie is naar de gemeenten gestuurd.", "done", 0),
        ("De sluisnotitie is nooit verstuurd.", "undone", 1),
        ("De sluisnotitie van VNG is verstuurd.", None, 1),
        ("De dijknotitie is naar de gemeenten gestuurd.", None, 1),
    ],
)
def test_what_came_of_a_promise_that_was_only_said(shared: Store, told: str, status: str | None, left: int) -> None:
    said = "COA zal de sluisnotitie vóór 1 april 2024 aan de gemeenten sturen."
    march, may = (in_items(day, [("Opvang", text)]) for day, text in (("12 maart 2024", said), ("14 mei 2024", told)))
    assert len(still_open(shared, march, may)) == left
    assert [row.status for row in actions(shared)] == [status]


def test_a_promise_that_an_outcome_or_a_row_of_the_list_records_stands_once(shared: Store) -> None:
    said = "COA zal de sluisnotitie vóór 1 april 2024 aan de gemeenten sturen."
    for text in (
        in_items("12 maart 2024", [("Opvang", f"Toezegging: {said}")]),
        in_items("12 maart 2024", [("Opvang", "COA zegt toe de sluisnotitie vóór 1 april 2024 te sturen.")]),
        minutes("12 maart 2024", ["A1 | Sluisnotitie gemeenten sturen | COA | 1 april 2024 |"], opening=said),
    ):
        still_open(shared, text)
        assert [row.basis for row in actions(shared)] == ["uitkomst"]


@pytest.mark.parametrize(
    ("said", "row", "once"),
    [
        (
            "VNG vraagt of COA bijdraagt aan beveiliging. COA zoekt dit uit.",
            "Bijdrage COA beveiliging uitzoeken | COA",
            1,
        ),
        ("VNG mist de cijfers over leerlingen. COA levert daarover in mei een memo.", "Memo leerlingen | COA", True),
        ("SJenV weet niet of Defensie meedoet. MBZK neemt dit met Defensie op.", "Opnemen met Defensie | BZK", True),
        (
            "VNG vraagt of COA bijdraagt aan beveiliging. COA zoekt dit uit.",
            "Bijdrage beveiliging betalen | COA",
            False,
        ),
        (
            "VNG vraagt of COA bijdraagt aan beveiliging. IPO zoekt dit uit.",
            "Bijdrage beveiliging uitzoeken | COA",
            False,
        ),
        ("VNG mist cijfers over leerlingen. COA levert in mei een memo over vervoer.", "Memo leerlingen | COA", False),
    ],
)
def test_a_promise_that_points_to_what_was_told_before_is_the_row_that_says_so(
    shared: Store, said: str, row: str, once: bool
) -> None:
    still_open(shared, minutes("12 maart 2024", [f"A1 | {row} | |"], opening=said))
    assert [found.basis for found in actions(shared)] == (["uitkomst"] if once else ["gezegd", "uitkomst"])


def test_a_row_that_closes_what_no_minutes_told_before_is_a_task_that_is_over(shared: Store) -> None:
    rows = [
        "A1 | Brief over de bonus sturen | JenV | mei | afgerond",
        "A2 | Kaart van panden maken | COA | | vervallen",
    ]
    said = minutes("12 maart 2024", rows)
    assert not still_open(shared, said)
    found = {row.text.partition(" |")[0]: (row.kind, row.owners, row.status) for row in actions(shared)}
    assert found == {
        "Brief over de bonus sturen": ("actie", ("JenV",), "done"),
        "Kaart van panden maken": ("actie", ("COA",), "dropped"),
    }
    (row,) = Graph(shared).query("commitments", owner="COA")
    assert row["status"] == "dropped"
    assert not list(Graph(shared).query("overdue-actions", day="2024-10-01"))
    assert not still_open(shared, said, minutes("14 mei 2024", rows))
    assert len(list(actions(shared))) == 2


@pytest.mark.parametrize(
    ("said", "told", "left"),
    [
        ("VNG belooft 320 plekken.", "VNG licht dit toe. Zij trekt haar toezegging van 320 plekken in.", 0),
        ("VNG belooft 320 plekken.", "De burgemeester trekt zijn toezegging van 320 plekken in.", 0),
        ("VNG belooft een lijst.", "De burgemeester trekt zijn toezegging van een lijst in.", 1),
        (
            "VNG belooft 320 plekken.\n\nCOA belooft 320 plekken.",
            "De burgemeester trekt zijn toezegging van 320 plekken in.",
            2,
        ),
    ],
)
def test_whose_promise_is_taken_back_may_be_told_by_its_amount_alone(
    shared: Store, said: str, told: str, left: int
) -> None:
    days = ("12 maart 2024", said), ("14 mei 2024", told)
    assert len(still_open(shared, *(in_items(day, [("HAR", text)]) for day, text in days))) == left


@pytest.mark.parametrize(
    ("row", "left"),
    [
        ("Overzicht contracten amv | COA", 0),
        ("Overzicht contracten | COA", 1),
        ("Overzicht leegstand amv | COA", 1),
        ("Overzicht contracten amv | IPO", 1),
        ("Kaart contracten amv | COA", 1),
    ],
)
def test_a_row_closes_what_its_owner_only_said_about_the_same_thing_of_a_group(
    shared: Store, row: str, left: int
) -> None:
    said = in_items("12 maart 2024", [("Opvang amv", "COA belooft een overzicht van de contracten van amv.")])
    assert len(still_open(shared, said, minutes("14 mei 2024", [f"A5 | {row} | | afgerond"]))) == left


@pytest.mark.parametrize(("told", "left"), [("uitvoeringskosten", 0), ("opvangkosten", 1)])
def test_a_compound_tells_what_a_row_takes_apart(shared: Store, told: str, left: int) -> None:
    row = minutes("12 maart 2024", ["A1 | Brief kosten uitvoering provincies | JenV | | nieuw"])
    said = in_items("14 mei 2024", [("Opvang", f"De brief over de {told} is op 3 april ontvangen.")])
    assert len(still_open(shared, row, said)) == left


def test_a_row_that_closes_what_an_earlier_list_set_tells_no_task_of_its_own(shared: Store) -> None:
    later = minutes("14 mei 2024", [MARCH[0].replace("nieuw", "afgerond")])
    assert still_open(shared, minutes("12 maart 2024", MARCH[:1]), later) == []
    assert [(row.date, row.status) for row in actions(shared)] == [("2024-03-12", "done")]


TURNED = "Besluit: de overgang van het toezicht gaat in per 1 februari 2027."


@pytest.mark.parametrize(
    ("title", "settled", "told", "ended"),
    [
        ("Spreidingswet", TURNED, "Daarmee vervalt de afspraak van maart 2024 over 1 februari 2027.", True),
        ("Spreidingswet", TURNED, "Het besluit van maart wordt ingetrokken.", True),
        ("Spreidingswet", TURNED, "De tafel trekt het besluit van 12 maart over de overgang in.", True),
        (
            "Opvang",
            "Afspraak: de pendelbus rijdt elk uur.",
            "De eerder gemaakte afspraak over de pendelbus komt te vervallen.",
            True,
        ),
        ("Spreidingswet", TURNED, "Daarmee vervalt de afspraak van maart 2024 over 1 juli 2026.", False),
        ("Spreidingswet", TURNED, "Het besluit van april wordt ingetrokken.", False),
        ("Spreidingswet", TURNED, "Het besluit van maart wordt niet ingetrokken.", False),
        ("Spreidingswet", TURNED, "VNG wil dat het besluit van maart wordt ingetrokken.", False),
        ("Spreidingswet", TURNED, "Als het geld er niet komt, vervalt de afspraak van maart.", False),
        ("Spreidingswet", TURNED, "Het besluit over de tarieven is ingetrokken.", False),
        ("Spreidingswet", TURNED, "Het besluit is ingetrokken.", False),
        ("HAR", TURNED, "Het besluit van maart over de HAR wordt ingetrokken.", False),
        (
            "Spreidingswet",
            f"{TURNED}\n\nBesluit: het bedrag wordt verhoogd.",
            "Het besluit van maart wordt ingetrokken.",
            False,
        ),
    ],
)
def test_what_was_agreed_ends_where_later_minutes_say_so_of_the_only_one_that_may_be_meant(
    shared: Store, title: str, settled: str, told: str, ended: bool
) -> None:
    held = title if title != "HAR" else "Spreidingswet"
    march, may = in_items("12 maart 2024", [(held, settled)]), in_items("14 mei 2024", [(title, told)])
    still_open(shared, march, may)
    found = [*actions(shared, meeting="2024-03-12"), *decisions(shared, meeting="2024-03-12")]
    assert {row.status for row in found} == {"dropped" if ended else None}
    assert [proof.text for row in found for proof in row.status_evidence] == ([told] if ended else [])
    assert not any(row.status for row in decisions(shared, meeting="2024-05-14"))
