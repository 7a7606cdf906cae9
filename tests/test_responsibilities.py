"""Who answers for what: sentences in many styles, invented, with what must and must not come out of them."""

from __future__ import annotations

import pytest
from minutes import read, read_item, read_items, sentences

from lrtgraph.extraction.grammar.lexicon import table
from lrtgraph.extraction.responsibilities.frames import CLASSES, frames
from lrtgraph.extraction.responsibilities.likely import KINDS, LIKELY
from lrtgraph.records import Responsibility

# The title of the item, a sentence, and the pairs of instrument and actor that it states: none where actors and
# instruments only stand together.
SENTENCES = sentences("responsibilities")


LIKELY_RULE = "responsibility.likely"


def facts(sentence: str, title: str) -> tuple[Responsibility, ...]:
    """What the sentence states."""
    return tuple(fact for fact in read_item(f"- {sentence}", title).ownership if fact.rule != LIKELY_RULE)


def shown(sentence: str, title: str) -> set[str]:
    """Who probably has a part in what the title names, though the sentence does not state it."""
    return {fact.actor for fact in read_item(f"- {sentence}", title).ownership if fact.rule == LIKELY_RULE}


def one(sentence: str, actor: str, title: str = "Spreidingswet") -> Responsibility:
    return next(fact for fact in facts(sentence, title) if fact.actor == actor)


@pytest.mark.parametrize("number", range(len(SENTENCES)), ids=[sentence for _, sentence, _ in SENTENCES])
def test_what_a_sentence_states_is_found_and_nothing_else(number: int) -> None:
    _, found = read_items(tuple((title, sentence) for title, sentence, _ in SENTENCES))[number]
    stated = {f"{fact.instrument}:{fact.actor}" for fact in found if fact.rule != LIKELY_RULE}
    assert stated == set(SENTENCES[number][2].split())


def test_supervision_passes_from_one_to_the_other_at_a_turning_point() -> None:
    text = "De eerste vier jaar houdt de staatssecretaris toezicht op de Spreidingswet, daarna de provincies."
    first, second = one(text, "SJenV"), one(text, "provincies")
    assert (first.role_kind, first.until, second.since) == ("supervision", "De eerste vier jaar", "daarna")
    assert "vier jaar" in first.role
    assert "daarna" in second.role


def test_who_drafts_a_paper_about_a_law_drafts_that_paper() -> None:
    assert one("BZK stelt een planning op voor de Spreidingswet.", "BZK").role == "opstellen planning"
    assert one("BZK stelt de Spreidingswet op.", "BZK").role == "opstellen"
    assert shown("Het toezicht op de Spreidingswet vervalt voor de provincies.", "Spreidingswet") == set()
    assert shown("Het toezicht lag bij SJenV.", "Spreidingswet") == set()


def test_a_part_without_a_verb_has_its_own_role_and_nothing_of_the_part_before_it() -> None:
    text = "Het toezicht ligt bij de provincie, de uitvoering bij de gemeenten."
    assert one(text, "gemeenten").role == "uitvoering"
    assert (one(text, "provincies").role_kind, one(text, "gemeenten").role_kind) == ("supervision", "execution")
    assert shown("Het COA beheert de doorstroomlocaties, de gemeente de hal.", "Huisvesting") == set()
    consulted = read_item(
        "- BZK is verantwoordelijk voor de flexwoningen, in overleg met JenV.", "Huisvesting"
    ).ownership
    assert [fact.role for fact in consulted if fact.actor == "JenV"] == ["overlegpartner"]
    assert shown("De staatssecretaris gaat na of de termijn kan worden opgeschort.", "Spreidingswet") == set()


def test_what_ends_on_a_day_is_held_until_that_day() -> None:
    ends = one("De verantwoordelijkheid van de gemeenten voor de Spreidingswet vervalt per 1 april 2024.", "gemeenten")
    assert (ends.since, ends.until) == (None, "tot 1 april 2024")


def test_who_has_no_part_is_not_believed_to_have_one() -> None:
    assert shown("COA is niet betrokken bij de uitvoering van de HAR.", "HAR") == set()
    assert shown("SJenV ziet af van indeplaatsstelling.", "Indeplaatsstelling") == set()
    assert shown("De provincie verliest het toezicht.", "Spreidingswet") == set()


def test_whoever_takes_over_gets_what_is_handed_over() -> None:
    text = "Per 1 juli gaat de coördinatie van de GOO over van de veiligheidsregio naar de gemeenten."
    assert one(text, "gemeenten").role == "krijgt coördinatie, per 1 juli"


def test_one_role_in_words_is_told_once() -> None:
    """Both by what goes over and by the responsibility that does."""
    told = "Met de wet gaat de verantwoordelijkheid voor de GOO over van de burgemeesters naar de colleges van B&W."
    roles = [(fact.actor, fact.role) for fact in facts(told, "Oekraïne")]

    assert ("burgemeesters", "draagt over, tot de overdracht") in roles
    assert len(roles) == len(set(roles))


def test_a_condition_stands_in_the_role() -> None:
    text = "Na vier jaar wordt het toezicht belegd bij de provincie tenzij de evaluatie van de wet anders uitwijst."
    fact = one(text, "provincies")
    assert fact.instrument == "Spreidingswet"
    assert fact.since == "Na vier jaar"
    assert fact.condition == "tenzij de evaluatie van de wet anders uitwijst"
    assert fact.condition in fact.role


def test_who_says_so_before_a_colon_is_no_condition() -> None:
    fact = one("MBZK: dan is de staatssecretaris aan zet bij de Spreidingswet.", "SJenV")
    assert (fact.role, fact.condition) == ("aan zet", None)
    told = "Blijft een gemeente achter, dan is de staatssecretaris aan zet bij de Spreidingswet."
    assert one(told, "SJenV").condition == "Blijft een gemeente achter"


def test_an_understood_instrument_is_less_sure_than_a_named_one() -> None:
    understood = one("Het toezicht op de wet ligt bij het Rijk.", "Rijk")
    named = one("Het toezicht op de Spreidingswet ligt bij het Rijk.", "Rijk")
    assert understood.instrument == named.instrument == "Spreidingswet"
    assert understood.confidence < named.confidence


def test_the_past_counts_only_with_a_successor() -> None:
    assert facts("Het COA was trekker van de Uitvoeringsagenda Flexibilisering.", "Opvang") == ()
    text = "Het COA was tot 2024 trekker van de Uitvoeringsagenda Flexibilisering; sindsdien is dat de IND."
    assert (one(text, "COA", "Opvang").until, one(text, "IND", "Opvang").since) == ("tot 2024", "vanaf 2024")


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Het toezicht op de HAR ligt bij de gemeenten.", "supervision"),
        ("Gemeenten zijn verantwoordelijk voor de HAR.", "task"),
        ("Gemeenten voeren de HAR uit.", "execution"),
        ("Gemeenten stellen het BAK OEK op.", "drafting"),
        ("Gemeenten besluiten over de HAR.", "decision"),
    ],
)
def test_each_kind_of_role(sentence: str, kind: str) -> None:
    assert one(sentence, "gemeenten", "Opvang").role_kind == kind


def test_who_approves_decides_and_who_is_given_the_draft_drafts() -> None:
    record = read_item(
        "- Besluit: het BAK OEK wordt vastgesteld.\n- Actie: JenV past het voorstel voor het BAK OEK aan."
    )
    found = {(fact.instrument, fact.actor, fact.role_kind) for fact in record.ownership}
    assert found == {("BAK_OEK", "LRT", "decision"), ("BAK_OEK", "JenV", "drafting")}


def test_approving_the_minutes_says_nothing_about_an_instrument() -> None:
    assert read_item("- Het verslag over de crisisnoodopvang wordt vastgesteld.").ownership == ()


def test_the_evidence_is_the_sentence_and_each_fact_has_a_rule() -> None:
    record = read_item("- VNG licht toe. Het toezicht op de HAR ligt bij het COA. IPO knikt.")
    (fact,) = record.ownership
    assert fact.evidence.text == "Het toezicht op de HAR ligt bij het COA."
    assert record.document.text[fact.evidence.start : fact.evidence.end] == fact.evidence.text
    assert fact.rule == "responsibility.toezicht liggen"
    assert 0 < fact.confidence <= 1


def test_a_text_without_instruments_has_no_responsibilities() -> None:
    assert read("Verslag LRT\n\n1. Opening\n\nVNG en IPO zijn verantwoordelijk.\n").ownership == ()


def test_every_row_of_the_table_is_defined_exemplified_and_usable() -> None:
    assert len(frames()) == len(table("responsibility_cues"))
    slots = {"any", "object", "genitive", "none"} | set(CLASSES)
    for row, frame in zip(table("responsibility_cues"), frames(), strict=True):
        assert row["definition"], row
        assert row["example"], row
        assert frame.kind in ("task", "supervision", "drafting", "decision", "execution")
        assert frame.nouns or frame.predicates
        assert all(slot in slots or slot.islower() for slot in frame.instrument)


def test_what_is_likely_hardly_ever_adds_to_what_these_sentences_state() -> None:
    added = 0
    for (_, _, pairs), (_, found) in zip(SENTENCES, read_items(tuple(row[:2] for row in SENTENCES)), strict=True):
        likely = {f"{fact.instrument}:{fact.actor}" for fact in found if fact.rule == LIKELY_RULE}
        added += not likely <= set(pairs.split())
    assert added <= 0.04 * len(SENTENCES)


@pytest.mark.parametrize(
    ("sentence", "title", "actor"),
    [
        ("Daarna maakt de PRT de balans op.", "Spreidingswet", "PRT"),
        ("Het COA betaalt de hotels achteraf.", "HAR", "COA"),
        ("De HAR is niet alleen een taak van COA.", "HAR", "COA"),
        ("De HAR is niet uitsluitend de verantwoordelijkheid van gemeenten.", "HAR", "gemeenten"),
        ("De HAR ligt niet uitsluitend bij COA.", "HAR", "COA"),
        ("Het COA stuurt de dossiers wekelijks door.", "Koppeling", "COA"),
        ("Het RVB levert in mei 200 stuks.", "Flexwoningen", "RVB"),
    ],
)
def test_who_acts_in_what_is_spoken_of_has_a_part_in_it(sentence: str, title: str, actor: str) -> None:
    assert actor in shown(sentence, title)


@pytest.mark.parametrize(
    "sentence",
    [
        "De PRT maakt daarna niet de balans op.",
        "De PRT's vragen hoe het verder gaat.",
        "VNG maakt daarna de balans op.",
        "Wat als de PRT de balans niet opmaakt?",
        "De PRT's missen een overzicht van de plekken.",
        "Niet de PRT maar de vergadering maakt de balans op.",
    ],
)
def test_a_part_is_likely_only_where_a_clause_affirms_what_is_done(sentence: str) -> None:
    assert shown(sentence, "Spreidingswet") == set()


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("SJenV benadrukt het belang van de Spreidingswet.", "Spreidingswet"),
        ("SJenV dankt partijen voor hun inzet en benadrukt het belang van de Spreidingswet.", "Spreidingswet"),
        ("De provincie wordt geïnformeerd over de taakstelling.", "Flexwonen"),
        ("De provincies zijn bijgepraat over de taakstelling.", "Taakstelling"),
        ("COA en gemeenten overleggen over de HAR.", "HAR"),
        ("Aedes heeft het BAK OEK besproken met haar leden.", "Flexwonen"),
    ],
)
def test_who_only_tells_talks_or_is_told_has_no_part(sentence: str, title: str) -> None:
    assert shown(sentence, title) == set()


@pytest.mark.parametrize(
    ("sentence", "title", "actor"),
    [
        (
            "De provincies bespreken met gemeenten de taakstelling en grijpen in waar dat nodig is.",
            "Flex",
            "provincies",
        ),
        ("De provincies spreken gemeenten aan op de taakstelling.", "Flexwonen", "provincies"),
    ],
)
def test_who_also_acts_has_a_part(sentence: str, title: str, actor: str) -> None:
    assert actor in shown(sentence, title)


def test_what_others_are_asked_to_do_is_not_the_act_of_who_asks() -> None:
    asked = read_item("- VNG heeft elke gemeente gevraagd vier vergunninghouders te huisvesten.").ownership
    assert "VNG" not in {fact.actor for fact in asked}
    done = read_item("- Gemeenten hebben vier vergunninghouders gehuisvest.").ownership
    assert [(fact.actor, fact.rule) for fact in done] == [("gemeenten", "responsibility.act")]


def test_a_likely_part_is_told_once_and_not_where_one_is_stated() -> None:
    text = "- Het COA schuift de dossiers door.\n- Daarna schuift het COA de andere dossiers door."
    found = read_item(text, "Koppeling").ownership
    assert [(fact.actor, fact.rule) for fact in found] == [("COA", LIKELY_RULE)]
    stated = f"{text}\n- De koppeling wordt uitgevoerd door het COA."
    assert LIKELY_RULE not in {fact.rule for fact in read_item(stated, "Koppeling").ownership}


def test_how_sure_a_likely_part_is_stands_between_its_threshold_and_what_is_stated() -> None:
    found = [fact for _, facts in read_items(tuple(row[:2] for row in SENTENCES)) for fact in facts]
    likely = [fact.confidence for fact in found if fact.rule == LIKELY_RULE]
    assert likely
    assert min(likely) >= LIKELY
    assert max(likely) < 1
    assert {fact.role_kind for fact in found if fact.rule == LIKELY_RULE} <= set(KINDS)


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("De PRT is het aanspreekpunt voor de uitruil.", "aanspreekpunt"),
        ("De PRT's zijn de gremia voor de uitruil.", "bestuurlijke tafel"),
        ("De PRT opent een doorstroomlocatie in Ede.", "opent"),
    ],
)
def test_a_role_is_named_by_its_own_word(sentence: str, role: str) -> None:
    assert one(sentence, "PRT", "Opvang").role == role


@pytest.mark.parametrize(
    "told",
    [
        "De stuurgroep besluit Schagen tot 1 juli open te houden en de overige locaties te sluiten.",
        "COA levert uiterlijk 25 april een lijst met te sluiten locaties.",
        "COA en Zwolle sluiten vóór 1 juli een overeenkomst.",
        "COA sluit de contracten voor de crisisnoodopvang.",
    ],
)
def test_who_closes_a_deal_or_others_goes_on(told: str) -> None:
    assert all("stopt" not in item.role for item in facts(told, "Crisisnoodopvang"))


@pytest.mark.parametrize(
    "done", ["stoppen per 1 juli met de crisisnoodopvang", "sluiten de crisisnoodopvang per 1 juli"]
)
def test_the_day_on_which_one_stops_is_the_end(done: str) -> None:
    fact = one(f"De veiligheidsregio's {done}.", "VR", "Opvang")
    assert (fact.role, fact.since, fact.until) == ("stopt met de uitvoering, per 1 juli", None, "per 1 juli")


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("BZK voert de regeling grote gezinnen niet uit.", "BZK"),
        ("De PRT beslist niet over de verdeelsleutel.", "PRT"),
        ("Van gemeenten wordt gevraagd hun planning voor de taakstelling aan de PRT door te geven.", "PRT"),
        ("Het toezicht op de taakstelling blijft bij de provincies en komt niet bij BZK te liggen.", "BZK"),
        ("De regeling grote gezinnen is niet langer een zaak van BZK.", "BZK"),
        ("Volgens COA wordt de koppeling meestal binnen twee weken tot stand gebracht.", "COA"),
        ("COA heeft zijn taak bij de HAR neergelegd.", "COA"),
        ("Uitleg HAR (JenV): niet meer nodig", "JenV"),
    ],
)
def test_who_flatly_does_not_or_only_gets_a_paper_probably_has_no_part(sentence: str, actor: str) -> None:
    assert actor not in shown(sentence, "Stand van zaken")


@pytest.mark.parametrize(
    "sentence",
    [
        "VNG, IPO en COA nemen afstand van het besluit.",
        "COA neemt het besluit voor kennisgeving aan.",
        "COA verlaat de vergadering.",
        "COA is niet gekend in het besluit.",
        "COA wordt verrast door het besluit.",
        "COA is de vorige keer niet uitgenodigd.",
    ],
)
def test_who_only_comes_goes_or_is_told_has_no_part_in_what_the_title_names(sentence: str) -> None:
    assert shown(sentence, "HAR") == set()


@pytest.mark.parametrize(
    "sentence", ["JenV is niet alleen verantwoordelijk voor de HAR.", "JenV is niet alleen opsteller van de HAR."]
)
def test_who_does_not_only_do_something_has_a_part(sentence: str) -> None:
    assert "JenV" in {fact.actor for fact in read_item(f"- {sentence}", "Stand van zaken").ownership}


@pytest.mark.parametrize(
    ("sentence", "teller"),
    [
        (
            "VNG zegt dat de staatssecretaris zelf zegt dat hijzelf toezicht houdt op de Spreidingswet.",
            "VNG",
        ),
        ("VNG zegt dat volgens de minister hijzelf toezicht houdt op de Spreidingswet.", "VNG"),
        ("IPO meldt dat het COA zelf zegt dat zijzelf de HAR uitvoert.", "IPO"),
        ("Burgemeester Ede steunt de HAR.", "burgemeesters"),
        ("Burgemeester Ede meldt dat de HAR loopt.", "burgemeesters"),
        ("Volgens burgemeester Ede loopt het goed met de HAR.", "burgemeesters"),
    ],
)
def test_who_tells_what_another_says_or_does_has_no_part(sentence: str, teller: str) -> None:
    assert teller not in {fact.actor for fact in read_item(f"- {sentence}", "Stand van zaken").ownership}


def test_the_status_of_a_row_is_no_verb() -> None:
    table = "| Actie | Wie | Status |\n|---|---|---|\n| Memo crisisnoodopvang | COA | Open |\n"
    assert [fact.role for fact in read_item(table, "Acties").ownership if fact.rule != LIKELY_RULE] == []
