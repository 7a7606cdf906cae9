"""What passes from one actor to another: who has it from then on, and who has it no more."""

from __future__ import annotations

import pytest
from minutes import read_item, sentences

from lrtgraph.records import Responsibility

# The title of the item, a sentence, who has what from then on, and who no more: he has no row, or one with an end.
# Rows in which nobody goes are neighbours that must not change.
SENTENCES = sentences("passing")


def facts(sentence: str, title: str = "HAR") -> dict[str, Responsibility]:
    """The last fact that a sentence shows of each actor."""
    return {fact.actor: fact for fact in read_item(f"- {sentence}", title).ownership}


@pytest.mark.parametrize("row", SENTENCES, ids=[row[1] for row in SENTENCES])
def test_who_loses_a_task_does_not_stand_as_its_owner(row: tuple[str, ...]) -> None:
    title, sentence, now, gone = row
    held = {f"{o.instrument}:{o.actor}" for o in read_item(f"- {sentence}", title).ownership if o.until is None}
    assert set(now.split()) <= held
    assert held.isdisjoint(gone.split())


def test_who_hands_over_had_it_until_the_day_on_which_the_other_gets_it() -> None:
    found = facts("De regie op de HAR is met ingang van 2 juli van BZK naar het COA gegaan.")
    assert (found["BZK"].role, found["BZK"].since, found["BZK"].until) == (
        "draagt over, tot 2 juli",
        None,
        "tot 2 juli",
    )
    assert (found["COA"].since, found["COA"].until) == ("met ingang van 2 juli", None)
    assert facts("De HAR is van het RVB overgeheveld naar het COA.")["RVB"].until == "tot de overdracht"
    assert facts("COA is sinds 2 juli verantwoordelijk voor de HAR; voorheen was dat BZK.")["BZK"].until == "tot 2 juli"


def test_who_does_it_no_more_since_a_day_did_it_until_then() -> None:
    found = facts("De taak van de veiligheidsregio's in de crisisnoodopvang houdt op 1 oktober op.", "CNO")
    assert found["VR"].until == "tot 1 oktober"
    assert facts("De veiligheidsregio's houden op 1 oktober op met de crisisnoodopvang.", "CNO")["VR"].since is None


def test_each_of_two_clauses_joined_by_a_comma_has_its_own_day_and_actor() -> None:
    told = "Uiterlijk 1 november leveren de PRT's hun verslag in, op 31 december neemt SJenV het verdeelbesluit."
    found = {f"{one.actor} {one.role}" for one in read_item(f"- {told}", "Spreidingswet").ownership}
    assert found == {"PRT verslag, uiterlijk 1 november", "SJenV verdeelbesluit, op 31 december"}
    told = "Op 31 december neemt SJenV, op voordracht van de PRT's, het verdeelbesluit."
    assert {one.actor for one in read_item(f"- {told}", "Spreidingswet").ownership} == {"SJenV"}


@pytest.mark.parametrize(
    ("sentence", "actor", "since"),
    [
        ("De HAR gaat niet op 1 april maar op 8 mei over naar het COA.", "COA", "op 8 mei"),
        ("Het COA voert de HAR niet per 1 april maar per 1 mei uit.", "COA", "per 1 mei"),
        ("Het COA voert de HAR per 1 mei uit in plaats van per 1 april.", "COA", "per 1 mei"),
        ("De HAR gaat op 8 mei over naar JenV en niet naar BZK.", "JenV", "op 8 mei"),
    ],
)
def test_a_denied_day_is_not_the_day(sentence: str, actor: str, since: str) -> None:
    assert facts(sentence)[actor].since == since


def test_nothing_passes_where_nobody_gets_it_or_it_is_only_proposed_or_before_parliament() -> None:
    assert facts("De HAR was de verantwoordelijkheid van BZK.") == {}
    proposed = facts("Voorstel: regie HAR van JenV naar COA.").values()
    assert "responsibility.regie" not in {fact.rule for fact in proposed}
    assert "responsibility.regie" in {fact.rule for fact in facts("Regie HAR van JenV naar COA.").values()}
    chambers = facts("De Spreidingswet gaat van de Tweede Kamer naar de Eerste Kamer.", "Spreidingswet").values()
    assert "responsibility.gaan" not in {fact.rule for fact in chambers}
    assert "responsibility.weghalen" not in {
        fact.rule for fact in facts("De onzekerheid over de HAR is bij gemeenten weggehaald.").values()
    }
