"""What is settled beside the verbs of the table of cues: tasks that run on, what comes up, lists of lines; invented."""

from __future__ import annotations

import pytest
from minutes import read, read_item

HEAD = "VERSLAG LRT\n\nVergaderdatum 12 maart 2024\n\n"


def told(body: str, title: str = "Opening en actielijst") -> list[tuple[str, str | None]]:
    return [(one.evidence.text.split()[0], one.deadline) for one in read_item(body, title).outcomes]


def test_a_task_that_runs_on_is_an_action_with_its_new_term() -> None:
    body = (
        "Actie 4, het gesprek met de corporaties, heeft nog niet plaatsgevonden en blijft staan. Dit lukt in oktober."
    )
    assert told(body) == [("Actie", "in oktober")]
    assert told("Actie 4 blijft staan. Punt 5 is in oktober klaar.") == []


def test_a_task_that_is_put_off_keeps_who_holds_it() -> None:
    (one,) = read_item("- Actie 9 (COA, garantieregeling) wordt aangehouden tot november.", "Actielijst").outcomes
    assert (one.kind, one.owners, one.deadline) == ("actie", ("COA",), "november")


def test_behind_talk_of_the_list_what_is_late_is_a_task() -> None:
    late = "De inventarisatie van panden is vertraagd en komt in mei terug."
    assert told(f"Van de acties is de brief verzonden. {late}") == [("De", "in mei")]
    assert told(f"De brief is verzonden. {late}") == []


def test_a_term_on_its_own_belongs_to_the_sentence_before() -> None:
    body = (
        "VNG heeft zorgen.\n\nAfspraken:\n"
        "a. BZK en Aedes werken een voorstel uit voor het beheer. Gereed vóór 5 juli 2024.\n"
        "b. IPO telt de projecten zonder aansluiting. Oplevering eind mei, ten behoeve van het gesprek met EZK.\n"
    )
    found = [(one.owners, one.deadline) for one in read_item(body).outcomes]
    assert found == [(("BZK", "Aedes"), "2024-07-05"), (("IPO",), "eind mei")]


def test_the_lines_of_a_list_count_one_by_one() -> None:
    text = (
        f"{HEAD}1. Opening\nGeen mededelingen.\n\nActiepunten\n"
        "1 Richtlijn bekostiging - JenV - voor 11 juli\n2 Lijst met achterstanden - BZK aan IPO - 8 juli\n"
        "3 Locaties bespreken - CdK - 13 juli\n"
    )
    found = [(one.owners, one.deadline) for one in read(text).outcomes]
    assert found == [(("JenV",), "2024-07-11"), (("BZK",), "2024-07-08"), (("CdK",), "2024-07-13")]


def test_each_piece_of_a_conclusion_counts_also_without_a_verb() -> None:
    (first, second) = read_item("Conclusie: verslag vastgesteld; toezicht komt als vast punt op de agenda.").outcomes
    assert (first.kind, first.evidence.text) == ("besluit", "verslag vastgesteld")
    assert second.evidence.text == "toezicht komt als vast punt op de agenda."


def test_a_title_that_names_a_subject_makes_no_list_of_outcomes() -> None:
    talk = "- COA heeft geen titel om deze kosten te betalen.\n- VNG zoekt een andere weg."
    assert read_item(talk, "Veiligheid van besluitvorming").outcomes == ()
    assert read_item(talk, "Afspraken met corporaties").outcomes == ()
    assert len(read_item(talk, "Afspraken en acties").outcomes) == 2


def test_a_body_without_a_known_name_decides_under_its_own_word() -> None:
    text = (
        "BESLUITENLIJST RAADSCOMMISSIE WONEN\n\nDatum 20 mei 2024\n\n1. Verslag\n"
        "De commissie stelt de besluitenlijst ongewijzigd vast.\n\n2. Wonen\n"
        "De voorzitter concludeert dat het voorstel als hamerstuk aan de gemeenteraad wordt aangeboden.\n"
    )
    assert [one.kind for one in read(text).outcomes] == ["besluit", "besluit"]


def test_a_numbered_task_runs_on_by_its_new_term_alone() -> None:
    body = "De lijst is nagelopen. Punt 4 (VNG, overzicht leegstand) loopt, nieuwe termijn 1 mei 2024. Punt 9 vervalt."
    (one,) = read_item(body).outcomes
    assert (one.kind, one.owners, one.deadline) == ("actie", ("VNG",), "2024-05-01")
    assert read_item("De wet loopt vast. De nieuwe termijn is 1 mei 2024.").outcomes == ()


def test_behind_a_word_for_the_list_a_task_names_its_holder() -> None:
    (one,) = read_item("De actielijst is bijna leeg: de notitie over zorgkosten (BZK) schuift door naar mei.").outcomes
    assert (one.kind, one.owners, one.deadline) == ("actie", ("BZK",), "mei")
    assert read_item("De agenda is vol: de notitie (BZK) schuift door naar mei.").outcomes == ()
    assert read_item("De actielijst is bijna leeg. De behandeling van de wet schuift door naar mei.").outcomes == ()


@pytest.mark.parametrize(
    ("text", "settled"),
    [
        ("De bijeenkomst wordt om kwart voor twaalf gesloten.", False),
        ("De vergadering sluit om 12.00 uur.", False),
        ("De voorzitter sluit de vergadering om 12.00 uur.", False),
        ("Sluiting om 16.40 uur.", False),
        ("De bijeenkomst over Budel wordt gesloten gehouden.", True),
        ("Het overleg met COA wordt hervat.", True),
        ("Het overleg sluit aan bij de PRT.", True),
        ("De locatie wordt op 1 mei gesloten.", True),
        ("De vergadering wordt verplaatst naar mei.", True),
        ("De voorzitter sluit een overeenkomst met COA.", True),
        ("Sluiting van Budel wordt uitgesteld.", True),
    ],
)
def test_the_meeting_that_is_closed_is_no_agreement(text: str, settled: bool) -> None:
    below = f"- COA maakt een lijst.\n\n{text}"
    assert bool(read_item(f"- {text}", "Afspraken").outcomes) == settled
    assert any(text in one.evidence.text for one in read_item(f"Stand.\n\nAfspraken\n{below}").outcomes) == settled


def test_who_is_the_subject_of_an_agreement_must_do_it() -> None:
    (one,) = read_item("- Assen, Goes en Emmen bekijken samen een locatie.", "Afspraken").outcomes
    assert one.owners == ("gemeente:Assen", "gemeente:Goes", "gemeente:Emmen")
    (one,) = read_item("- De locaties in Assen en Goes worden bekeken.", "Afspraken").outcomes
    assert one.owners == ("LRT",)
