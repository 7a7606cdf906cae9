"""Who said what: invented sentences in many styles, with the speakers and acts that must come out of them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from functools import cache

import pytest
from minutes import read, read_item, reader, sentences

from lrtgraph.extraction.statements import contributed
from lrtgraph.extraction.statements.speakers.likely import PossibleSpeaker
from lrtgraph.records import Document, Statement

# The text of an item, and its statements in order as "speaker+speaker:act", separated by "; ".
TEXTS = sentences("statements")
HEAD = """Verslag Landelijke Regietafel (LRT)

Vergaderdatum: 12 februari 2024

Aanwezig: dhr. Kramer (SJenV), mw. Otten (MBZK), dhr. Jansen (VNG), mw. Wiersema (IPO), dhr. Verbrugge (COA),
mw. De Boer (Aedes), (CdK´s), (VB), (SZW), (Nidos), (IND), (Politie), (MVRO), (DGM), (OCW), (RVB), (JenV), (BZK)

"""
TOGETHER = 20  # texts that are read as one document


def told_apart(acts_of: Callable[[str], Iterable[tuple[int, str]]]) -> list[list[str]]:
    """What each text has by a function of minutes, which gives places and "speakers:act" in them; several texts are
    items of one document, which saves time.
    """
    every: list[list[str]] = []
    for first in range(0, len(TEXTS), TOGETHER):
        minutes, spans = HEAD, []
        for number, (text, _) in enumerate(TEXTS[first : first + TOGETHER], start=1):
            minutes += f"{number}. Stand van zaken\n\n"
            spans.append((len(minutes), len(minutes) + len(text)))
            minutes += f"{text}\n\n"
        places = list(acts_of(minutes))
        every += [[one for at, one in places if start <= at < end] for start, end in spans]
    return every


def nobody(found: Iterable[PossibleSpeaker]) -> None:
    """Hears nobody where no rule finds a contribution."""


def by_rule(minutes: str) -> Iterator[tuple[int, str]]:
    document = Document("x.txt", hashlib.sha256(minutes.encode()).hexdigest(), "text/plain", minutes)
    for one in contributed(reader().analyse(document), hear=nobody):
        yield one.span.start, f"{'+'.join(one.row.speakers)}:{one.row.act}"


def in_the_end(minutes: str) -> Iterator[tuple[int, str]]:
    for one in read(minutes).statements:
        yield one.evidence.start, f"{'+'.join(one.speakers)}:{one.act}"


@cache
def found_by_rule() -> list[list[str]]:
    return told_apart(by_rule)


@pytest.mark.parametrize("number", range(len(TEXTS)), ids=[text for text, _ in TEXTS])
def test_rules_find_speakers_and_acts(number: int) -> None:
    assert "; ".join(found_by_rule()[number]) == TEXTS[number][1]


def test_with_the_words_weighed_hardly_any_of_these_acts_is_another() -> None:
    kept = ["; ".join(one) == text for one, (_, text) in zip(told_apart(in_the_end), TEXTS, strict=True)]
    assert sum(kept) > 0.96 * len(TEXTS)


def statements(body: str, title: str = "Stand van zaken") -> tuple[Statement, ...]:
    return read(f"{HEAD}1. Opening\n\n- Er zijn geen mededelingen.\n\n2. {title}\n\n{body}\n").statements


def test_a_noun_at_the_end_of_a_line_belongs_to_the_label_below_it() -> None:
    told = [
        (one.speakers, one.act) for one in statements("- VNG is blij met de brief. Voorstel\nVNG: geld gelijktrekken.")
    ]
    assert told == [(("VNG",), "steunt"), (("VNG",), "stelt_voor")]
    (_, last) = statements("- VNG is blij met de brief.\nCOA: er is een tekort aan plekken.")
    assert last.speakers == ("COA",)


def test_nobody_goes_on_through_an_approval() -> None:
    (one,) = statements("VNG licht de cijfers toe. Het verslag van 10 januari wordt goedgekeurd.")
    assert one.evidence.text == "VNG licht de cijfers toe."
    (one,) = statements("VNG licht de cijfers toe. Het plan wordt in mei uitgevoerd.")
    assert one.evidence.text.endswith("uitgevoerd.")


def test_evidence_runs_over_following_sentences_and_nested_bullets() -> None:
    body = "- Dhr. Verbrugge schetst de bezetting. In mei is er een piek.\n  - Het tekort is het grootst bij amv."
    (told,) = statements(body)
    assert told.evidence.text.startswith("Dhr. Verbrugge")
    assert told.evidence.text.endswith("bij amv.")
    assert told.persons == ("person:Verbrugge",)


def test_a_new_bullet_without_a_speaker_is_nobodys() -> None:
    (told,) = statements("- COA schetst de bezetting.\n- In Ter Apel is een nieuwe locatie geopend.")
    assert told.evidence.text == "COA schetst de bezetting."


def test_under_a_line_of_nobody_each_bullet_is_its_own_speakers() -> None:
    first = "- Brief (prof. Jansen): VNG vraagt wanneer die komt. JenV antwoordt: in mei."
    body = f"De volgende punten zijn besproken:\n{first}"
    found = statements(f"{body}\n- Handreiking (prof. Bos): IPO vraagt om haast.\n- In Ede is een locatie geopend.")
    assert [(told.speakers, told.act) for told in found] == [
        (("VNG",), "vraagt"),
        (("JenV",), "antwoordt"),
        (("IPO",), "verzoekt"),
    ]
    assert found[-1].evidence.text.endswith("haast.")
    found = statements("COA schetst de stand:\n- In Ede is een locatie geopend.\n- In Zwolle is een tekort.")
    assert [told.speakers for told in found] == [("COA",)]
    assert found[0].evidence.text.endswith("tekort.")


@pytest.mark.parametrize(
    ("told", "speakers"),
    [
        ("Kofi Mensah is directeur van de school. Hij pleit voor extra plekken.", []),
        ("Kofi Mensah is directeur van de school. Hij woont in Ede. Hij pleit voor extra plekken.", []),
        ("Hij pleit voor extra plekken.", ["COA"]),
        ("VNG is blij. Hij pleit voor extra plekken.", ["VNG", "VNG"]),
        ("In Ede is een tekort. VNG pleit voor extra plekken. Zij vreest uitstel.", ["VNG", "VNG"]),
    ],
)
def test_a_pronoun_inside_a_bullet_means_nobody_of_the_bullet_above(told: str, speakers: list[str]) -> None:
    found = statements(f"- COA meldt dat de opvang vol is.\n- {told}")
    assert [one.speakers[0] for one in found] == ["COA", *speakers]


def test_what_the_meeting_does_ends_a_contribution() -> None:
    (told,) = statements("- COA schetst de bezetting. De cijfers worden ter kennis aangenomen.")
    assert told.evidence.text == "COA schetst de bezetting."


@pytest.mark.parametrize(
    "body",
    [
        "- Actie: JenV stuurt de brief naar de gemeenten.",
        "- Afspraak: COA en VNG bekijken de cijfers samen.",
        "- Besluit: het plan van aanpak wordt geaccordeerd.",
        "- De LRT stemt in met het plan.",
    ],
)
def test_what_was_settled_is_no_statement(body: str) -> None:
    assert statements(body) == ()


def test_a_page_that_lost_its_lines_is_no_sentence() -> None:
    roll = ", ".join(f"mevrouw A.B. Bos-{name} en de heer C. Kok-{name}" for name in ("Mol", "Vos", "Vis", "Das") * 6)
    told = "mevrouw Otten van MBZK deelt mee dat de agenda vol is."
    assert [row.act for row in read_item(f"Notulen {roll}; {told}").statements] == []
    assert [row.act for row in read_item(f"Verder {told}").statements] == ["informeert"]


def test_a_labelled_commitment_is_one() -> None:
    (told,) = statements("- Toezegging: mw. Otten stuurt de leden een overzicht.")
    assert (told.speakers, told.act) == (("MBZK",), "zegt_toe")


def test_names_that_share_a_token_do_not_stop_the_reading() -> None:
    told = statements("- Gemeente Emmen en gemeente Assen stemmen in.\n- Emmen+Assen")
    assert told[0].speakers == ("gemeente:Emmen", "gemeente:Assen")


def test_a_conclusion_is_no_statement() -> None:
    assert not statements("Bespreking\nCOA schetst de bezetting.\n\nConclusie\nJenV zal de brief sturen.")[1:]


def test_addressees() -> None:
    told = statements("- VNG verzoekt JenV om de planning te delen. IPO sluit zich aan bij VNG.")
    assert [s.addressees for s in told] == [("JenV",), ("VNG",)]


def test_a_report_inside_a_contribution_leaves_the_floor_to_its_speaker() -> None:
    told = statements("- VB heeft zorgen. De opvang stopt in juni, maar COA geeft aan dat er plek is. Dat is te laat.")
    assert [s.speakers for s in told] == [("VB",), ("COA",)]
    assert told[0].evidence.text.endswith("Dat is te laat.")


def test_a_reaction_takes_over_what_it_reacts_to() -> None:
    told = statements("- IPO stelt een bonus voor. Daar is VNG het niet mee eens.")
    assert told[1].about == ("bonus",)


def test_who_names_no_topic_speaks_of_what_the_title_names_and_then_of_what_came_up() -> None:
    body = (
        "- COA schetst het verloop.\n- VNG vreest voor draagvlak.\n- JenV licht de HAR toe.\n"
        "- IPO vreest dat het daarmee niet lukt."
    )
    told = statements(body, "Spreidingswet")
    assert [s.about for s in told[:3]] == [("Spreidingswet",), ("Spreidingswet",), ("HAR",)]
    assert "HAR" in told[3].about


def test_in_one_bullet_the_topic_goes_on_to_who_speaks_next() -> None:
    told = statements("- JenV licht de HAR toe. VNG pleit voor meer tijd bij gemeenten. COA vraagt naar de kosten.")
    assert [s.about for s in told] == [("HAR",), ("gemeenten", "HAR"), ("HAR",)]


def test_in_a_paragraph_the_topic_goes_on_to_who_speaks_next_or_points_there_or_agrees() -> None:
    told = statements("JenV licht de HAR toe. VNG wijst op gemeenten. COA vraagt meer tijd. IPO steunt dit.")
    assert [told[k].about for k in (0, 1, 3)] == [("HAR",), ("gemeenten", "HAR"), ("HAR",)]


def test_who_asks_or_agrees_takes_over_all_the_instruments_named_before() -> None:
    told = statements(
        "- JenV licht de HAR en de bonus toe. VNG vraagt om spoed.\n- COA acht de HAR nuttig naast de IBT."
    )
    assert [s.about for s in told] == [("HAR", "bonus"), ("HAR", "bonus"), ("HAR", "IBT")]


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("- COA biedt de PRT aan om een adviseur te sturen.", ("PRT",)),
        ("- MVRO complimenteert gemeenten en corporaties.", ("gemeenten", "corporaties")),
        ("- COA verzoekt gemeenten om spoed.", ()),
        ("- VNG vreest vertraging.\n- COA valt de VNG bij.", ()),
    ],
)
def test_whom_a_contribution_goes_towards_is_spoken_of_where_he_had_no_floor(text: str, about: tuple[str, ...]) -> None:
    assert statements(text)[-1].about == about


def test_of_several_things_the_first_is_the_topic() -> None:
    told = statements("- COA meldt dat de HAR voor statushouders blijft. VNG steunt dit.")
    assert [s.about for s in told] == [("HAR", "vergunninghouders"), ("HAR",)]


def test_the_law_of_the_item_is_meant_by_a_bare_noun() -> None:
    (told,) = statements("- IPO staat achter de wet.", "Spreidingswet: toezicht en planning")
    assert told.about == ("Spreidingswet",)


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("VNG meldt dat de termijn kort is.", ()),
        ("VNG meldt dat het bestuur van de VNG beslist.", ("VNG",)),
        ("CdK geeft aan dat de commissarissen als rijksorgaan handelen.", ("CdK", "Rijksheer")),
        ("VNG meldt dat de termijn volgens de VNG kort is.", ()),
        ("VNG en COA melden dat de termijn kort is.", ()),
        ("Het Centraal Orgaan opvang asielzoekers (COA) meldt dat de termijn kort is.", ()),
    ],
)
def test_the_speaker_is_a_topic_only_where_he_is_spoken_of(text: str, about: tuple[str, ...]) -> None:
    (told,) = statements(f"- {text}")
    assert told.about == about


@pytest.mark.parametrize(
    ("before", "text", "about"),
    [
        ("JenV licht de Spreidingswet toe.", "VNG heeft moeite met artikel 5.", "Spreidingswet"),
        ("COA licht de MPP toe.", "VNG vindt de prognose onbruikbaar.", "MPP"),
        ("BZK licht de interventieladder toe.", "IPO vindt trede drie te zwaar.", "interventieladder"),
        ("COA licht de HAR toe.", "Nidos vindt hotels ongeschikt.", "HAR"),
    ],
)
def test_a_bare_noun_stands_for_what_was_named_before(before: str, text: str, about: str) -> None:
    assert statements(f"- {before}\n- {text}")[-1].about == (about,)
    assert statements(f"- {text}")[-1].about == ()


def test_a_label_alone_gives_the_floor_to_what_stands_nested_below_it() -> None:
    told = statements("- COA:\n   o bezetting is 94%\n   o vraagt gemeenten om locaties\n- VNG:\n- IPO licht toe.")
    assert [(s.speakers, s.act) for s in told] == [
        (("COA",), "informeert"),
        (("COA",), "verzoekt"),
        (("IPO",), "informeert"),
    ]
    assert told[0].evidence.text.startswith("COA:")


def test_under_a_head_of_conclusions_a_promise_with_a_speaker_is_a_statement_too() -> None:
    body = "- VNG vraagt om cijfers.\n\nConclusie\nMBZK zegt toe dat de cijfers volgen. VNG deelt ze met de leden.\n"
    found = [(told.speakers, told.act) for told in statements(body)]
    assert found == [(("VNG",), "verzoekt"), (("MBZK",), "zegt_toe")]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("- Vz: de Eerste Kamer is aan het woord.", ["SJenV"]),
        ("- VNG vraagt wie er belt. Antwoord vz: het secretariaat.", ["VNG", "SJenV"]),
        ("- VNG bepleit een brief aan de Kamer. Dit wordt door de voorzitter afgeraden.", ["VNG", "SJenV"]),
        ("- De wet blijft volgens de voorzitter van kracht.", ["SJenV"]),
        ("- Van de voorzitter komt de mededeling dat de vergadering in Zwolle wordt gehouden.", ["SJenV"]),
        ("- COA schetst de rol van de voorzitter van de PRT.", ["COA"]),
    ],
)
def test_whoever_presides_is_named_where_he_is_no_subject(body: str, said: list[str]) -> None:
    head = HEAD.replace("(SJenV)", "(SJenV, voorzitter)")
    assert [one.speakers[0] for one in read(f"{head}1. Stand van zaken\n\n{body}\n").statements] == said


def test_who_has_the_floor_goes_on_where_a_pronoun_stands_for_him() -> None:
    told = statements(
        "- SJenV meldt dat de wet er komt. Over de opvang kon zij de VNG deelgenoot maken van goed nieuws."
    )
    assert [one.speakers for one in told] == [("SJenV",)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "[naam] (COA) wijst erop dat dit alleen telt als de gemeenten dat hebben vastgelegd en goedgekeurd.",
            ["COA"],
        ),
        ("De VNG vraagt om een brief. Daar heeft mw. Otten geen behoefte aan.", ["VNG", "MBZK"]),
        ("Kuipers noemt het aanbod mager. Blaak heeft niets en vraagt om geduld.", ["VNG", "IPO"]),
        ("De VNG vraagt om een lijst. COA kent het probleem en zal die lijst sturen.", ["VNG", "COA"]),
    ],
)
def test_who_takes_the_floor(body: str, expected: list[str]) -> None:
    assert [one.speakers[0] for one in read_item(body).statements] == expected


def test_a_first_clause_that_gives_the_subject_belongs_to_what_follows() -> None:
    body = "De VNG vraagt om een lijst. COA kent het probleem en zal die lijst sturen."
    asked, promised = read_item(body).statements
    assert asked.evidence.text == "De VNG vraagt om een lijst."
    assert promised.evidence.text == "COA kent het probleem en zal die lijst sturen."


def test_a_promise_under_its_head_is_heard() -> None:
    body = "Besluit    De brief is akkoord.\nToezegging Het COA stuurt de VNG een lijst.\nActie      IPO belt de VNG."
    assert [(one.speakers, one.act) for one in read_item(body).statements] == [(("COA",), "zegt_toe")]
