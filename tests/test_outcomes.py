"""What the meeting settled: sentences, tables and lists in many styles, invented."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache

import pytest
from minutes import document, items, read, read_item, read_items, reader, sentences

from lrtgraph.extraction.grammar.lexicon import table
from lrtgraph.extraction.outcomes import outcomes
from lrtgraph.extraction.outcomes.labels import label_at
from lrtgraph.extraction.outcomes.prose.cues import cues
from lrtgraph.extraction.outcomes.terms.deadlines import cell_deadline, find_deadline
from lrtgraph.records import Meeting, Outcome

# A sentence with kind and owners of its outcome; none where nothing is settled, or not here, or not now.
SENTENCES = sentences("outcomes")


def settled(sentence: str) -> tuple[Outcome, ...]:
    return read_item(f"- {sentence}").outcomes


@cache
def found_by_rule() -> list[list[Outcome]]:
    """What the rules alone find in each sentence."""
    found: list[list[Outcome]] = []
    for text, spans in items(tuple(("Stand van zaken", sentence) for sentence, _ in SENTENCES)):
        every = outcomes(reader().analyse(document(text)), judge=lambda _: None)
        found += [[one for one in every if start <= one.evidence.start < end] for start, end in spans]
    return found


def told(found: Iterable[Outcome]) -> str:
    return " ".join(f"{outcome.kind}:{'+'.join(outcome.owners)}" for outcome in found)


@pytest.mark.parametrize("number", range(len(SENTENCES)), ids=[sentence for sentence, _ in SENTENCES])
def test_what_a_sentence_settles_is_found_by_rule_and_nothing_else(number: int) -> None:
    assert told(found_by_rule()[number]) == SENTENCES[number][1]


@pytest.mark.parametrize("number", range(len(SENTENCES)), ids=[sentence for sentence, _ in SENTENCES])
def test_no_more_is_likely_than_what_the_rules_find(number: int) -> None:
    found, _ = read_items(tuple(("Stand van zaken", sentence) for sentence, _ in SENTENCES))[number]
    assert told(found) == SENTENCES[number][1]


def test_the_span_is_the_clause_without_label_and_bullet() -> None:
    (outcome,) = settled("Actie (COA, vóór 1 april): lijst met locaties aanvullen.")
    assert outcome.evidence.text == "lijst met locaties aanvullen."
    assert outcome.deadline == "2024-04-01"
    (outcome,) = settled("Wat helpt is een stand per gemeente (afspraak).")
    assert (outcome.kind, outcome.evidence.text) == ("afspraak", "Wat helpt is een stand per gemeente")
    assert len(settled("Wat helpt is een stand per gemeente (afspraak). (afspraak).")) == 1


def test_a_note_that_tells_the_task_is_the_outcome() -> None:
    (outcome,) = settled("VNG vraagt aandacht voor draagvlak. (actie: COA neemt contact op)")
    assert (outcome.owners, outcome.evidence.text) == (("COA",), "COA neemt contact op")


def test_parties_and_topics_of_an_action() -> None:
    (outcome,) = settled("Actie: JenV stelt in overleg met MBZK de taakstellingsbrief op en stuurt die aan VNG.")
    assert outcome.owners == ("JenV",)
    assert outcome.partners == ("MBZK", "VNG")
    assert outcome.about == ("taakstellingsbrief",)


def test_persons_are_the_seats_they_took() -> None:
    (outcome,) = settled("Afspraak: dhr. Visser en mw. Blaak bezien dit vóór het zomerreces.")
    assert outcome.owners == ("COA", "IPO")
    assert (outcome.deadline, outcome.deadline_date) == ("vóór het zomerreces", None)


def test_each_sentence_under_a_conclusion_counts_but_those_that_settle_nothing() -> None:
    body = (
        "Bespreking\nVNG heeft zorgen over het tempo.\n\nConclusie\nDe tafel stemt in met het kader. "
        "BZK stuurt de brief uiterlijk 22 maart. Over de bonus wordt geen besluit genomen."
    )
    found = [(outcome.kind, outcome.owners, outcome.deadline) for outcome in read_item(body).outcomes]
    assert found == [("besluit", ("LRT",), None), ("actie", ("BZK",), "2024-03-22")]


CONCLUSIONS = {
    "De tafel neemt kennis van de planning.": "besluit:LRT",
    "De leden nemen het overzicht voor kennisgeving aan.": "besluit:LRT",
    "De tafel kan zich vinden in de hoofdlijn van het transitieplan.": "besluit:LRT",
    "De LRT spreekt uit dat de planning wordt aangehouden.": "besluit:LRT",
    "De overdracht blijft staan op 1 april.": "besluit:LRT",
    "COA verlengt de contracten met een half jaar.": "actie:COA",
    "COA zoekt uit waarom de leden het niet eens zijn.": "actie:COA",
    "Partijen zijn het niet eens over de bonus; BZK maakt een notitie.": "actie:BZK",
    "De leden zijn het erover eens dat de bonus vervalt.": "besluit:LRT",
    "Partijen worden het niet eens over de duur.": "",
    "Over de bonus bestaat geen overeenstemming.": "",
    "Over de verdeling lopen de meningen uiteen.": "",
    "VNG en COA komen er niet uit.": "",
    "De tafel blijft verdeeld over de bonus.": "",
}


def test_under_a_head_of_conclusions_a_stance_is_a_decision_and_disagreement_nothing() -> None:
    body = "VNG heeft zorgen.\n\nConclusies:\n" + "".join(f"- {text}\n" for text in CONCLUSIONS)
    found = {
        outcome.evidence.text: f"{outcome.kind}:{'+'.join(outcome.owners)}" for outcome in read_item(body).outcomes
    }
    assert found == {text: told for text, told in CONCLUSIONS.items() if told}


def test_a_table_of_decisions_and_actions() -> None:
    text = (
        "VERSLAG LRT\n\nVergaderdatum 12 maart 2024\n\n1. Opening\nGeen mededelingen.\n\n"
        "Nr   Actie                              Actiehouder      Termijn        Status\n"
        "1    Cijfers huisvesting aanleveren     MBZK, Aedes      volgende LRT   nieuw\n"
        "2    Brief aan gemeenten                VNG              12 februari    afgerond\n"
        "3    Kader doorstroomlocaties           JenV             1 april        loopt\n"
    )
    found = [(outcome.kind, outcome.owners, outcome.deadline) for outcome in read(text).outcomes]
    assert found == [("actie", ("MBZK", "Aedes"), "volgende LRT"), ("actie", ("JenV",), "2024-04-01")]


def test_a_label_in_a_cell_is_the_kind_of_its_row() -> None:
    text = (
        "VERSLAG LRT\n\nVergaderdatum 12 maart 2024\n\n1. Opening\nGeen mededelingen.\n\n"
        "Nr   Actie                              Actiehouder      Termijn\n"
        "1    Afspraak: cijfers aanleveren       COA              1 april\n"
        "2    Brief aan gemeenten opstellen      VNG              2 april\n"
    )
    found = [(outcome.kind, outcome.owners, outcome.evidence.text.split()[0]) for outcome in read(text).outcomes]
    assert found == [("afspraak", ("COA",), "cijfers"), ("actie", ("VNG",), "Brief")]


def test_a_table_of_another_sort_settles_nothing() -> None:
    text = (
        "VERSLAG LRT\n\nVergaderdatum 12 maart 2024\n\n1. Stand van de opvang\nDe cijfers zijn rondgestuurd.\n\n"
        "Nr   Omschrijving                       Plaatsen         Sinds\n"
        "1    Hal in Ter Apel is open            2000             1 april\n"
        "2    Kazerne in Budel blijft open       1500             2 april\n"
    )
    assert read(text).outcomes == ()


def test_an_action_list_keeps_what_is_renewed_and_not_what_goes_on_without_a_term() -> None:
    text = (
        "Verslag LRT 12 maart 2024\n\n1. Actiepunten\n"
        "11. Overzicht doorstroomlocaties - COA - gereed\n12. Notitie HAR - JenV - loopt\n"
        "13. Reactie op het BAK OEK - VNG - loopt, nieuwe termijn 1 mei\n\n2. Opvang\nVNG meldt dat het stroef gaat.\n"
    )
    found = [(outcome.kind, outcome.owners, outcome.deadline) for outcome in read(text).outcomes]
    assert found == [("actie", ("VNG",), "2024-05-01")]


def test_clauses_behind_semicolons_are_no_fields_of_an_action_list() -> None:
    body = "- COA levert cijfers; VNG stuurt een brief.\n- Cijfers per gemeente; IPO; 1 april\n"
    found = [(outcome.owners, outcome.deadline) for outcome in read_item(body, "Acties").outcomes]
    assert found == [(("COA", "VNG"), None), (("IPO",), "2024-04-01")]


def test_when_the_next_meeting_is_settles_nothing() -> None:
    body = "- Volgende LRT: 14 maart 2024 in Arnhem.\n- De volgende LRT op 14 maart bespreekt de HAR.\n"
    (outcome,) = read_item(body, "Vervolg").outcomes
    assert outcome.evidence.text.endswith("HAR.")


def test_bullets_under_the_name_of_the_body_are_what_it_does() -> None:
    decided = read_item("De LRT:\n- stelt de verdeling van de opvangopgave vast;\n- neemt kennis van de cijfers.\n")
    assert [(outcome.kind, outcome.owners) for outcome in decided.outcomes] == [("besluit", ("LRT",))]
    assert read_item("COA:\n- stelt de verdeling van de opvangopgave vast.\n").outcomes == ()


def test_arrows_decide_only_where_they_are_not_the_bullet() -> None:
    decided = read(
        "Verslag LRT 7 mrt 2024\n\n1. Opvang\nCOA meldt dat het vol is.\nVNG herkent dit.\n-> HAR verlengd.\n"
    )
    assert [outcome.kind for outcome in decided.outcomes] == ["besluit"]
    bullets = read(
        "Verslag LRT 7 mrt 2024\n\n1. Opvang\n-> COA meldt dat het vol is.\n-> VNG herkent dit.\n-> IPO ook.\n"
    )
    assert bullets.outcomes == ()
    assert [(one.speakers, one.act) for one in bullets.statements][:2] == [
        (("COA",), "informeert"),
        (("VNG",), "steunt"),
    ]
    assert [one.speakers for one in decided.statements] == [("COA",), ("VNG",)]


def test_one_paragraph_can_hold_several_outcomes() -> None:
    body = (
        "COA licht de cijfers toe. Actie COA: cijfers per gemeente rondsturen. De tafel besluit de HAR te verlengen. "
        "Toegezegd wordt dat JenV aansluit."
    )
    found = [(outcome.kind, outcome.owners) for outcome in read_item(body).outcomes]
    assert found == [("actie", ("COA",)), ("besluit", ("LRT",)), ("toezegging", ("JenV",))]


def test_the_anaphoric_plan_of_a_heading_is_approved() -> None:
    record = read_item("- Besluit: het plan wordt geaccordeerd.", "Plan van aanpak versterking provinciale regietafels")
    assert [(outcome.kind, outcome.owners) for outcome in record.outcomes] == [("besluit", ("LRT",))]
    assert [outcome.about for outcome in record.outcomes] == [("PvA_PRT",)]


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("vóór 1 maart een verdeling toesturen", "2024-03-01", date(2024, 3, 1)),
        ("uiterlijk 6 mei van een reactie te voorzien", "2024-05-06", date(2024, 5, 6)),
        ("de brief volgende week te sturen", "volgende week", date(2024, 2, 25)),
        ("een lijst binnen drie weken", "binnen drie weken", date(2024, 3, 4)),
        ("de toets binnen zeven weken", "binnen zeven weken", date(2024, 4, 1)),
        ("het beeld over negentien dagen", "over negentien dagen", date(2024, 3, 2)),
        ("de cijfers volgende maand leveren", "volgende maand", date(2024, 3, 31)),
        ("komt hier in juni op terug", "in juni", date(2024, 6, 30)),
        ("zo snel mogelijk uitwerken", "zo snel mogelijk", None),
        ("vóór de volgende LRT bezien", "vóór de volgende LRT", None),
        ("uiterlijk donderdag 7 maart 2024 aan te leveren", "2024-03-07", date(2024, 3, 7)),
        ("voor maandag 6 januari een lijst", "2025-01-06", date(2025, 1, 6)),
        ("de lijst vrijdag 23 februari te sturen", "2024-02-23", date(2024, 2, 23)),
        ("de lijst dinsdag te sturen", "dinsdag", None),
        ("medio maart een brief te sturen", "medio maart", None),
        ("begin april een brief te sturen", "begin april", None),
        ("uiterlijk week 9 te reageren", "uiterlijk week 9", date(2024, 3, 3)),
        ("in week 3 te reageren", "in week 3", date(2025, 1, 19)),
        ("in de week van 4 maart te reageren", "in de week van 4 maart", date(2024, 3, 10)),
        ("in de tweede week van april te reageren", "in de tweede week van april", None),
        ("in de 1e helft van 2025 te evalueren", "in de 1e helft van 2025", date(2025, 6, 30)),
        ("in het tweede halfjaar van 2024 te evalueren", "in het tweede halfjaar van 2024", date(2024, 12, 31)),
        ("in het tweede kwartaal van 2024 te evalueren", "in het tweede kwartaal van 2024", date(2024, 6, 30)),
        ("voor het einde van het eerste kwartaal af", "voor het einde van het eerste kwartaal", date(2024, 3, 31)),
        ("vóór het einde van het jaar een nota", "vóór het einde van het jaar", date(2024, 12, 31)),
        ("uiterlijk Q3 te evalueren", "uiterlijk Q3", date(2024, 9, 30)),
        ("uiterlijk volgend jaar te evalueren", "uiterlijk volgend jaar", date(2025, 12, 31)),
        ("voor het einde van het jaar te evalueren", "voor het einde van het jaar", date(2024, 12, 31)),
    ],
)
def test_deadlines_are_dates_where_concrete_and_words_where_relative(text: str, words: str, day: date | None) -> None:
    found = find_deadline(text, 0, len(text), Meeting(date="2024-02-12"))
    assert found is not None
    assert (found.text, found.day) == (words, day)


@pytest.mark.parametrize("words", ["voorjaar 2025", "lente 2025"])
def test_a_season_comes_to_no_day(words: str) -> None:
    found = cell_deadline(words, Meeting(date="2024-02-12"))
    assert found is None or found.day is None


@pytest.mark.parametrize("words", ["eind mei", "in juni", "september"])
def test_a_month_is_no_day_where_the_meeting_has_no_date(words: str) -> None:
    found = cell_deadline(words, Meeting())
    assert found is not None
    assert (found.text, found.day) == (words, None)


@pytest.mark.parametrize("more", ["Hierbij wordt ook de reserve geteld.", "Daarin zullen de amv worden meegenomen."])
def test_what_goes_on_about_an_agreement_belongs_to_it(more: str) -> None:
    (outcome,) = settled(f"Afgesproken wordt dat COA de cijfers bijwerkt. {more} De zaal is warm.")
    assert outcome.evidence.text == f"Afgesproken wordt dat COA de cijfers bijwerkt. {more}"


@pytest.mark.parametrize(
    "text",
    [
        "het verslag van 5 oktober wordt vastgesteld",
        "het verslag van vrijdag 9 februari wordt vastgesteld",
        "een lijst van locaties die in het tweede kwartaal sluiten",
        "een plan voor volgend jaar",
        "de wet is aangenomen",
        "plaatst per week 12 gezinnen",
        "deelt de cijfers van week 7",
        "deelt de sheets van dinsdag 6 februari",
        "",
    ],
)
def test_a_rate_and_the_day_of_something_else_are_no_deadlines(text: str) -> None:
    assert find_deadline(text, 0, len(text), Meeting(date="2024-02-12")) is None


@pytest.mark.parametrize(
    "text",
    ["Actie is nodig.", "Besluitvorming: volgt.", "Actie- en besluitenlijst", "Afspraken met VNG: geen.", "Akkoorden"],
)
def test_words_that_only_look_like_labels(text: str) -> None:
    assert label_at(text, 0, len(text)) is None


def test_every_row_of_the_tables_is_defined_and_exemplified() -> None:
    for name in ("outcome_cues", "outcome_labels", "deadlines", "word_classes"):
        for row in table(name):
            assert row["definition"], row
            assert row["example"], row
    assert {cue.kind for cue in cues()} == {"besluit", "afspraak", "actie", "toezegging"}


def test_marks_within_a_paragraph() -> None:
    body = (
        "COA meldt dat er 400 plekken zijn. [Actie COA: lijst rondsturen voor 1 juni] VNG wil een brief. "
        "ACTIE: JenV.\n\n"
        "AP1 IPO: overzicht aanleveren.\n\nBesluit 3. De pilot wordt verlengd.\n\n"
        "Afspraken: 1. COA stuurt de lijst. 2. VNG reageert binnen twee weken. 3. IPO plant een overleg.\n"
    )
    found = [(outcome.kind, outcome.owners, outcome.evidence.text) for outcome in read_item(body).outcomes]
    assert found == [
        ("actie", ("COA",), "lijst rondsturen voor 1 juni"),
        ("actie", ("JenV",), "VNG wil een brief."),
        ("actie", ("IPO",), "overzicht aanleveren."),
        ("besluit", ("LRT",), "De pilot wordt verlengd."),
        ("afspraak", ("COA",), "COA stuurt de lijst"),
        ("afspraak", ("VNG",), "VNG reageert binnen twee weken"),
        ("afspraak", ("IPO",), "IPO plant een overleg."),
    ]


def test_an_action_of_last_time_that_is_done_or_only_goes_on_settles_nothing() -> None:
    body = (
        "- Actie 1 (COA): lijst is verstuurd. Afgevoerd.\n- Actie 2 (VNG): brief volgt uiterlijk 15 mei.\n"
        "- Actie 3: loopt.\n- Actie 5 is vervallen.\n"
    )
    found = read_item(body, "Actielijst vorige vergadering").outcomes
    assert [(outcome.owners, outcome.deadline) for outcome in found] == [(("VNG",), "2024-05-15")]


def test_a_column_of_talk_beside_one_of_actions() -> None:
    text = (
        "Verslag LRT, 24 april 2024\n\nAanwezig: dhr. Jansma (SJenV), dhr. Visser (COA), dhr. Kuipers (VNG)\n\n"
        "Agendapunt         Bespreking / besluit                                Actie\n"
        "1. Opening         Het verslag wordt vastgesteld.\n"
        "2. Opvang          COA meldt dat er 400 plekken zijn. VNG vraagt om    COA: lijst voor 1 juni\n"
        "                   een lijst.\n"
        "3. Huisvesting     De LRT stelt het kader vast.                        JenV: publicatie\n"
    )
    found = [(outcome.kind, outcome.owners) for outcome in read(text).outcomes]
    assert found == [("besluit", ("LRT",)), ("actie", ("COA",)), ("besluit", ("LRT",)), ("actie", ("JenV",))]


DEADLINES = {
    "JenV legt het plan voor aan de LRT van 28 juni.": "2024-06-28",
    "SZW levert voor de LRT van april een notitie.": "de LRT van april",
    "COA werkt een voorstel uit, dat in de eerste LRT van 2025 wordt besproken.": "de eerste LRT van 2025",
    "JenV stuurt gemeenten vóór de kerst een brief.": "vóór de kerst",
    "JenV stuurt binnen een week na ontvangst het advies.": "binnen een week na ontvangst",
    "COA stelt met ingang van december een overzicht op.": "met ingang van december",
    "COA rekent de sleutel door. De uitkomst ligt er op 9 november.": "2024-11-09",
    "BZK verwerkt de opmerkingen in het verslag van de LRT van 3 april.": None,
}


@pytest.mark.parametrize("task", DEADLINES)
def test_by_when_in_other_words(task: str) -> None:
    (outcome,) = settled(f"Actie: {task}")
    assert outcome.deadline == DEADLINES[task]


def test_arrows_labels_towards_someone_and_what_the_chair_concludes() -> None:
    body = (
        "VNG vraagt om een brief. → Actie VNG: concept maken.\n\n"
        "Toezegging aan VNG: JenV stuurt de brief.\n\n"
        "Samenvattend concludeert de voorzitter:\n- dat de termijn vervalt;\n- dat COA en VNG een plan opstellen.\n\n"
        "IPO concludeert:\n- dat de provincies het druk hebben.\n\n"
        "Vervolgstappen\n\nCOA: lijst van locaties (1 juni)\n"
    )
    found = [f"{outcome.kind}:{'+'.join(outcome.owners)}" for outcome in read_item(body).outcomes]
    assert found == ["actie:VNG", "toezegging:JenV", "afspraak:LRT", "actie:COA+VNG", "actie:COA"]


def test_a_list_of_decisions_in_a_table_above_one_of_actions() -> None:
    text = (
        "Besluitenlijst PRT Gelderland 24 april 2024\n\nAanwezig: mw. Dijk (CdK, voorzitter), mw. Tis (COA)\n\n"
        "Nr. | Onderwerp | Besluit\n1 | Verslag | Het verslag wordt vastgesteld.\n"
        "2 | Uitruil | De PRT stemt in met de uitruil.\n\n"
        "Actielijst\nNr. | Datum | Actie | Door | Gereed | Status\n"
        "2024-01 | 3-3-2024 | Overzicht locaties | COA | 1 mei | Gereed\n"
        "2024-02 | 24-4-2024 | Notitie uitruil | COA | juni 2024 | Open\n"
    )
    found = [(outcome.kind, outcome.owners) for outcome in read(text).outcomes]
    assert found == [("besluit", ("PRT",)), ("besluit", ("PRT",)), ("actie", ("COA",))]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "VNG zegt toe de leden te vragen en COA zegt toe het overzicht te sturen.",
            [(("VNG",), "VNG zegt toe de leden te vragen"), (("COA",), "COA zegt toe het overzicht te sturen.")],
        ),
        (
            "MBZK zegt toe dat de brief volgt; IPO zegt een reactie toe.",
            [(("MBZK",), "MBZK zegt toe dat de brief volgt"), (("IPO",), "IPO zegt een reactie toe.")],
        ),
        (
            "Dhr. Kuipers zegde toe dat de lijst er komt, maar vroeg of dat nog zin heeft.",
            [(("VNG",), "Dhr. Kuipers zegde toe dat de lijst er komt")],
        ),
        (
            "COA zegt toe de lijst bij te werken en stuurt die aan VNG.",
            [(("COA",), "COA zegt toe de lijst bij te werken en stuurt die aan VNG.")],
        ),
        (
            "COA zegt toe de lijst te sturen, maar niet deze week.",
            [(("COA",), "COA zegt toe de lijst te sturen, maar niet deze week.")],
        ),
    ],
)
def test_a_commitment_ends_where_another_or_a_turn_begins(
    sentence: str, found: list[tuple[tuple[str, ...], str]]
) -> None:
    settled_ = [(outcome.owners, outcome.evidence.text) for outcome in settled(f"- {sentence}")]
    assert settled_ == found


@pytest.mark.parametrize(
    "sentence",
    [
        "De toezegging van COA is nagekomen.",
        "COA trekt de toezegging in.",
        "Daarmee is de toezegging van mei afgedaan.",
    ],
)
def test_a_commitment_that_is_kept_or_withdrawn_is_none(sentence: str) -> None:
    assert settled(f"- {sentence}") == ()


def test_a_minister_of_whom_nobody_knows_which_commits_himself_without_an_owner() -> None:
    head = "Verslag LRT\n\nVergaderdatum: 12 februari 2024\n\n1. Opvang\n\n"
    text = f"{head}- De minister heeft toegezegd dat er een lijst komt.\n"
    assert [(outcome.kind, outcome.owners) for outcome in read(text).outcomes] == [("toezegging", ())]
