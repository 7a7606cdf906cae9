"""What the days in outcomes mean: due then, in force from then, or past."""

from __future__ import annotations

import pytest
from minutes import read_item

from lrtgraph.extraction.outcomes.terms.deadlines import find_deadline
from lrtgraph.records import Meeting

DUE = [  # sentence, deadline, whether it comes to a day
    ("Afgesproken wordt dat COA per 1 juli 2024 een overzicht levert.", "2024-07-01", True),
    ("Afgesproken is dat JenV de brief uiterlijk op 1 juli heeft verstuurd.", "2024-07-01", True),
    ("De tafel besluit de locatie per 1 januari 2025 te openen.", "2025-01-01", True),
    ("Afgesproken wordt dat het voorzitterschap per 1 september 2024 overgaat op MBZK.", "per 1 september 2024", False),
    ("Afgesproken is dat IPO per 1 augustus het trekkerschap overneemt.", "per 1 augustus", False),
    ("De tafel spreekt af dat IPO vanaf 1 juli 2024 de vergaderingen voorbereidt.", "vanaf 1 juli 2024", False),
    ("COA zegt toe per 1 september wekelijks de bezetting te melden.", "per 1 september", False),
    ("COA zegt toe de profielen met ingang van december te zenden.", "met ingang van december", False),
    ("SJenV zegt toe 9 miljoen te reserveren, ingaand op 1 januari 2026.", "ingaand op 1 januari 2026", False),
    ("MBZK zegt toe de bijdrage te verhogen, ingaande per 1 mei 2025.", "ingaande per 1 mei 2025", False),
    ("COA zegt toe elke maand de cijfers te leveren, te beginnen op 1 mei 2024.", "2024-05-01", True),
    ("Besluit: de taskforce gaat door tot 1 juli 2024.", "2024-07-01", False),
    ("Besluit: de taskforce stopt op 1 juli 2024.", "2024-07-01", True),
    ("Afgesproken is dat IPO op 1 mei 2024 ingaat op de brief.", "2024-05-01", True),
    ("VNG zegt toe de vragen die op 3 mei zijn gesteld te beantwoorden.", None, False),
    (
        "JenV zegt toe in september met een reactie op de brief die op 3 juli kwam.",
        "in september",
        True,
    ),
    ("MVRO zegt toe de leden te informeren zodra de brief is getekend.", "zodra de brief is getekend", False),
    ("Het verslag wordt vastgesteld met één wijziging: eind januari waren er 2.604 plekken.", None, False),
    ("Het verslag wordt vastgesteld met dien verstande dat COA op 15 januari heeft gereageerd.", None, False),
    ("VNG vraagt JenV vóór 1 juli een overzicht te sturen. JenV zegt dit toe.", "2024-07-01", True),
    ("VNG vraagt om een brief vóór 1 juli. De minister zegt toe.", "2024-07-01", True),
    ("VNG vraagt om een brief vóór 1 juli. JenV zegt die brief toe.", "2024-07-01", True),
    ("VNG vraagt om aanpassing van de wet vóór 1 juli. COA zegt een brief toe.", None, False),
    ("VNG stelt voor de wet vóór 1 juli te bespreken. JenV zegt dit toe.", "2024-07-01", True),
    ("VNG stelt dat de wet vóór 1 juli is aangepast. JenV zegt dit toe.", None, False),
    ("VNG bekijkt de cijfers vóór 1 juli. JenV zegt dit toe.", None, False),
    ("VNG meldt dat de brief op 1 juli komt. JenV zegt toe te komen.", None, False),
    ("JenV zegt toe dat de HAR per 1 april eindigt.", "2024-04-01", True),
    ("JenV zegt toe dat de pilot uiterlijk 1 april van start gaat.", "2024-04-01", True),
    ("Door JenV is toegezegd dat de HAR per 1 april eindigt.", "2024-04-01", True),
    ("JenV doet de toezegging dat de contracten aflopen op 1 april.", "2024-04-01", True),
    ("Afgesproken is dat de pilot per 1 april start.", "2024-04-01", True),
    ("Besloten is dat de afbouw in drie stappen verloopt: 1 april, 1 juli en 1 oktober.", "2024-10-01", True),
    ("JenV zegt toe dat de HAR na 1 april doorloopt.", None, False),
    ("JenV zegt toe dat de regeling die per 1 april eindigt wordt verlengd.", None, False),
    ("JenV zegt toe dat het contract dat per 1 april eindigt wordt verlengd.", None, False),
    ("JenV zegt toe een brief te sturen over het feit dat de HAR per 1 april eindigt.", None, False),
    ("JenV zegt toe gemeenten te melden dat de HAR per 1 april eindigt.", None, False),
    ("JenV zegt toe een brief te sturen omdat de HAR per 1 april eindigt.", None, False),
    ("Het verslag van de extra LRT 11 december wordt vastgesteld.", None, False),
    ("De verslagen van 14 maart en 17 april worden beide vastgesteld.", None, False),
    ("De verslagen van 14 maart, 17 april en 3 juni worden vastgesteld.", None, False),
    ("Het verslag van 14 maart en dat van 17 april worden vastgesteld.", None, False),
    ("Besluit: de besluiten van 14 maart en 3 april worden per 1 mei ingetrokken.", "2024-05-01", True),
    ("COA zegt toe de verslagen voor 14 april en 17 mei te sturen.", "2024-05-17", True),
    ("COA zegt toe de lijsten van 1 mei en van 1 juni te sturen.", "2024-06-01", True),
    ("Verslag extra LRT 11 december vastgesteld.", None, False),
    ("COA zegt toe uiterlijk 1 april na te gaan welke plekken er zijn.", "2024-04-01", True),
    ("COA zegt toe na te gaan welke locaties uiterlijk 1 april sluiten.", "2024-04-01", True),
    ("COA zegt toe uit te zoeken hoe het zit. Gereed 1 april.", "2024-04-01", True),
    ("Afspraak is dat VNG met IPO het gesprek aangaat. Terugkoppeling in juni.", "in juni", True),
    ("COA zegt toe uit te zoeken hoe het zit. Klaar in april is niet haalbaar.", None, False),
    ("Afspraak is dat VNG met IPO het gesprek aangaat. De terugkoppeling in juni viel tegen.", None, False),
]


LABELLED = [
    ("JenV stelt een memo op voor de volgende LRT van 24 april 2024.", "2024-04-24", True),
    ("COA levert cijfers aan ten behoeve van de LRT van 24 april.", "2024-04-24", True),
    ("VNG agendeert dit voor de ALV van 26 juni 2024.", "2024-06-26", True),
    ("VNG bespreekt de uitkomsten van het BO van 6 maart 2024.", None, False),
    ("IPO komt aanstaande vrijdag met een brief.", "aanstaande vrijdag", True),
    ("IPO komt komende dinsdag met een brief.", "komende dinsdag", True),
    ("COA levert cijfers over de instroom in 2025.", None, False),
    ("VNG heeft de berekening op 28 april aan MBZK gestuurd.", None, False),
    ("de brief is op 20 november aan MBZK gestuurd.", None, False),
    (
        "VNG polst drie gemeenten voor een locatie tot 1 april. Terugkoppeling aan JenV uiterlijk 22 mei.",
        "2024-05-22",
        True,
    ),
    ("COA brengt de plekken in beeld. Te leveren aan de LRT van april.", "de LRT van april", False),
    ("COA gaat na welke plekken er op 1 april zijn.", None, False),
    ("COA zoekt uit welke locaties sluiten en meldt dit op 1 mei aan VNG.", "2024-05-01", True),
    ("COA en VNG stellen een opdracht op. Trekker VNG, uiterlijk 1 mei.", "2024-05-01", True),
    ("JenV stuurt een brief over de wet die in 2025 ingaat.", None, False),
    ("MBZK evalueert de regeling die loopt tot 1 juli 2025.", None, False),
    ("COA verlengt de contracten die aflopen op 1 juli 2024.", None, False),
    ("COA zoekt een locatie omdat de vergunning op 1 mei 2024 afloopt.", None, False),
    ("JenV stuurt de brief die op 1 mei 2024 gereed is.", "2024-05-01", True),
    ("VNG stuurt de brief voordat de regeling op 1 juni 2024 ingaat.", "2024-06-01", True),
    ("COA houdt de locatie open tot 1 juli 2025.", "2025-07-01", False),
    ("COA houdt de plekken beschikbaar tot 1 juli 2025.", "2025-07-01", False),
    ("COA houdt voor 1 juli 2025 een open dag.", "2025-07-01", True),
    ("De taskforce gaat door tot 1 juli 2025.", "2025-07-01", False),
    ("De taskforce werkt tot 1 juli 2025 door.", "2025-07-01", False),
    ("De pilot duurt tot en met 1 juli 2025.", "2025-07-01", False),
    ("VNG gaat vóór 1 juli 2025 door de cijfers.", "2025-07-01", True),
    ("Overgang van het toezicht per 1 juli 2025.", "2025-07-01", True),
    ("IPO reageert tot uiterlijk 1 april 2024.", "2024-04-01", True),
    ("VNG heeft op 30 juni laten weten dat ruilen mag.", None, False),
    ("VNG heeft de berekening uiterlijk op 28 april gestuurd.", "2024-04-28", True),
    ("VNG heeft de berekening op 28 april 2024 gestuurd.", "2024-04-28", True),
    ("VNG stuurt op 28 april de berekening aan MBZK.", "2024-04-28", True),
    ("de brief is op 20 maart aan MBZK gestuurd.", "2024-03-20", True),
    ("de bijeenkomst is op 3 november gepland.", "2024-11-03", True),
    ("COA levert cijfers op 1 april, 1 juli en 1 oktober.", "2024-10-01", True),
    ("COA levert op 1 april cijfers en op 1 mei de brief.", "2024-05-01", True),
    ("COA stuurt de brief vóór 1 april, de nota 1 juli.", "2024-04-01", True),
]
DUE += [(f"Actie: {task}", *due) for task, *due in LABELLED]


@pytest.mark.parametrize(("sentence", "deadline", "comes_to_day"), DUE)
def test_a_day_is_due_in_force_or_past(sentence: str, deadline: str | None, comes_to_day: bool) -> None:
    (outcome,) = read_item(f"- {sentence}").outcomes
    assert (outcome.deadline, outcome.deadline_date is not None) == (deadline, comes_to_day)


def test_a_commitment_that_grants_a_request_is_about_what_was_asked() -> None:
    (outcome,) = read_item("- IPO vraagt om een brief over de Spreidingswet. JenV zegt dit toe.").outcomes
    assert (outcome.evidence.text, outcome.about) == ("JenV zegt dit toe.", ("Spreidingswet",))


@pytest.mark.parametrize(
    ("task", "deadline"),
    [
        ("COA stuurt de lijst (overleg juni).", "overleg juni"),
        ("COA stuurt de lijst (overleg januari).", None),  # of the month before
        ("COA stuurt de lijst (voor overleg januari).", "overleg januari"),
        ("IPO: uitwerking escalatieladder (april)", "april"),
        ("IPO: uitwerking escalatieladder (vanaf april)", "vanaf april"),
        ("IPO: verwerking cijfers (december)", None),  # of the year before
    ],
)
def test_a_bracket_with_a_sitting_gone_by_is_no_deadline(task: str, deadline: str | None) -> None:
    found = find_deadline(task, 0, len(task), Meeting(date="2024-02-12"))
    assert (found and found.text) == deadline


@pytest.mark.parametrize(("bracket", "deadline"), [("BO juni", None), ("gereed: BO juni", "BO juni"), ("juni", None)])
def test_in_running_text_a_bare_sitting_or_month_may_be_where_it_came_up(bracket: str, deadline: str | None) -> None:
    (outcome,) = read_item(f"- Er is afgesproken dat COA de lijst stuurt ({bracket}).").outcomes
    assert outcome.deadline == deadline


def test_what_an_unknown_chair_promises_is_nobodys() -> None:
    (outcome,) = read_item("- Verzoek van VNG om stukken eerder te ontvangen; de voorzitter zegt dit toe.").outcomes
    assert (outcome.kind, outcome.owners) == ("toezegging", ())


@pytest.mark.parametrize(
    ("sentence", "about"),
    [
        ("Het verslag wordt vastgesteld, met de wijziging dat VNG de HAR niet steunt.", ()),
        ("Het verslag wordt vastgesteld met dien verstande dat COA de Spreidingswet steunt.", ()),
        ("De HAR wordt vastgesteld met een wijziging over de Spreidingswet.", ("HAR", "Spreidingswet")),
    ],
)
def test_minutes_are_not_about_what_is_put_right_in_them(sentence: str, about: tuple[str, ...]) -> None:
    (outcome,) = read_item(f"- {sentence}").outcomes
    assert outcome.about == about
