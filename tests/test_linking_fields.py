"""Minutes of other tables than the gazetteer's: what bare words and offices are there, and names of one's own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from blocks import document, layout
from minutes import document as as_document
from minutes import read

from lrtgraph.build.reader import Reader
from lrtgraph.gazetteer import Gazetteer, load
from lrtgraph.linking import Linker
from lrtgraph.records import Layout
from lrtgraph.resources import Settings

OTHER = "Verslag Stuurgroep Warmte Oost\n"
OURS = "Verslag Landelijke Regietafel\n"


def named(text: str, gazetteer: Gazetteer | None = None) -> list[tuple[str, str]]:
    title, *blocks = layout(text).blocks
    if title.text.startswith("Verslag"):
        title = replace(title, kind="letterhead")
    links = Linker(gazetteer or load()).link(document(text), Layout((title, *blocks), ()), ())
    return [(m.text, m.concept) for m in links.mentions]


def concepts(text: str, gazetteer: Gazetteer | None = None) -> list[str]:
    return [concept for _, concept in named(text, gazetteer) if not concept.startswith("place:")]


@pytest.mark.parametrize(
    ("sentence", "concept"),
    [
        ("De staatssecretaris stuurt een brief.", "SJenV"),
        ("De commissaris vraagt om uitstel.", "CdK"),
        ("Een taakstelling van 30% is te hoog.", "taakstelling"),
        ("De koppeling met het warmtenet loopt vast.", "koppeling"),
        ("De verdeelsleutel van de netkosten ligt vast.", "verdeelsleutel"),
        ("De crisisopvang bij stroomuitval is geregeld.", "CNO"),
        ("De MR stemt in met de begroting.", "Ministerraad"),
    ],
)
def test_a_common_word_is_one_of_ours_only_in_our_field(sentence: str, concept: str) -> None:
    assert concepts(OTHER + sentence) == []
    assert concept in concepts(OURS + sentence)
    assert concept in concepts(sentence)  # a mere sentence tells nothing of its table


def test_three_subjects_make_a_document_one_of_our_field() -> None:
    text = OTHER + "Asielzoekers en statushouders: de taakstelling stijgt."
    assert "taakstelling" not in concepts(text)
    assert "taakstelling" in concepts(text + "\nDe crisisnoodopvang sluit.")


def test_an_office_that_is_named_in_full_is_meant_by_its_title_anywhere() -> None:
    assert concepts(OTHER + "De commissaris van de Koning opent.\nDe commissaris dankt hen.") == ["CdK", "CdK"]


def test_what_stands_behind_an_office_or_acronym_says_whose_it_is() -> None:
    assert concepts("De commissaris van De Linde stemt in.") == []
    assert concepts("De staatssecretaris van Financiën weigert. De staatssecretaris blijft erbij.") == []
    assert concepts("De staatssecretaris van Justitie en Veiligheid komt. De staatssecretaris dankt.") == ["SJenV"] * 2
    assert concepts("De VB (Vechtbouw) en de IND (industrie) stemmen in. De IND dankt.") == []
    assert concepts("De CNO (Coöperatie Noord-Oost) en de lokale regietafel (LRT) dankt. De LRT ook.") == []
    assert concepts("De IND (Immigratie- en Naturalisatiedienst) dankt.")[0] == "IND"


def test_an_acronym_that_a_document_spells_out_means_that_in_another_field_too() -> None:
    assert concepts(OTHER + "De ministerraad beslist in mei. De MR spreekt er in april over.") == ["Ministerraad"] * 2


def test_a_holder_with_a_particle_makes_no_other_office() -> None:
    assert concepts("Staatssecretaris Van Ark licht toe. De staatssecretaris dankt.")[-1] == "SJenV"


def test_what_is_made_with_an_acronym_and_small_words_define_nothing() -> None:
    assert "IPO" in concepts("IPO (IPO-adviseur) vraagt om geld. IPO dankt hen.")
    assert isinstance(concepts("VB (voor bij) vraagt om geld."), list)


def own(tmp_path: Path, rows: str) -> Gazetteer:
    path = tmp_path / "own.csv"
    path.write_text(f"id,kind,label,aliases\n{rows}", encoding="utf-8")
    return load([path])


def test_names_of_ones_own_list_always_count(tmp_path: Path) -> None:
    rows = "waterschappen,actor,waterschappen,\nwoondeals,instrument,woondeals,Woondeal Oost\n"
    text = OTHER + "De waterschappen steunen de Woondeal Oost; het waterschap dankt."
    assert concepts(text) == []
    assert concepts(text, own(tmp_path, rows)) == ["waterschappen", "woondeals", "waterschappen"]
    assert concepts(OTHER + "De koppeling loopt.", own(tmp_path, "koppeling,instrument,koppeling,\n")) == ["koppeling"]


def test_an_acronym_taken_over_is_ones_own_in_all_its_forms(tmp_path: Path) -> None:
    taken = own(
        tmp_path, "Kring,actor,Industriekring,IND\nNoord,actor,Coöperatie Noord,CNO\nRecreatie,actor,Recra,VR\n"
    )
    found = concepts("De IND, de CNO's, CNO-plekken en de VR's doen mee. IND vraagt om geld.", taken)
    assert set(found) == {"Kring", "Noord", "Recreatie"}


HEAD = "\n\nDatum: 12 februari 2024\n\nAanwezig: mw. Otten (gemeente Assen), dhr. Blaak (provincie Drenthe)\n\n"


def statements(title: str, text: str) -> list[tuple[str, ...]]:
    record = read(f"{title}{HEAD}1. Opening\n\nMw. Otten opent.\n\n2. Regels\n\n{text}\n")
    return [statement.about for statement in record.statements if "steunt" in statement.evidence.text]


@pytest.mark.parametrize("words", ["de wet", "het toezicht", "de richtlijn", "de doelstelling", "het aandeel"])
def test_a_bare_noun_of_another_table_is_no_instrument_of_ours(words: str) -> None:
    assert statements("Verslag Stuurgroep Warmte Oost", f"Dhr. Blaak steunt {words}.") == [()]


def test_a_law_that_nobody_lists_takes_the_bare_noun() -> None:
    text = "Dhr. Blaak licht de Wet collectieve warmte toe. Mw. Otten steunt de wet."
    assert statements("Verslag Landelijke Regietafel", text) == [()]
    again = f"{text} Dhr. Blaak noemt de Spreidingswet. Mw. Otten steunt de wet."
    assert statements("Verslag Landelijke Regietafel", again)[-1] == ("Spreidingswet",)


LRT = "Verslag Landelijke Regietafel Migratie en Integratie"
JEUGD = "Verslag Landelijke Regietafel Jeugd"


@pytest.mark.parametrize(
    ("title", "seats", "meant"),
    [
        (LRT, "mw. Kok (VNG)", "SJenV"),
        (LRT, "dhr. Klein (staatssecretaris JenV), dhr. Groot (staatssecretaris VWS)", "SJenV"),
        (LRT, "dhr. Klein (staatssecretaris VWS)", "SVWS"),
        (LRT, "dhr. Klein (staatssecretaris Participatie en Integratie), mw. Vos (minister van AenM)", "SSZW"),
        (LRT, "dhr. Klein (staatssecretaris van Financiën)", "FIN"),
        (LRT, "dhr. Klein (staatssecretaris Openbaar Vervoer en Milieu)", None),
        (LRT, "dhr. Klein (staatssecretaris VWS), mw. Vos (staatssecretaris BZK)", None),
        (JEUGD, "dhr. Klein (staatssecretaris VWS)", "SVWS"),
        (JEUGD, "mw. Kok (VNG)", None),
    ],
)
def test_a_bare_title_means_the_one_at_the_table_who_bears_it(title: str, seats: str, meant: str | None) -> None:
    head = f"{title}\n\nDatum: 12 februari 2024\n\nAanwezig: {seats}, dhr. Bos (IPO)\n\n"
    text = f"{head}1. Opening\n\nDe staatssecretaris opent.\n"
    record = read(text)
    at = text.index("staatssecretaris opent")
    assert next((m.concept for m in record.mentions if m.start == at), None) == meant


@pytest.mark.parametrize(
    ("present", "absent", "speaker"),
    [
        ("minister De Vos, mw. Kok (VNG)", "MSZW", "person:De Vos"),  # of what, the list does not tell
        ("minister De Vos (VRO), mw. Kok (VNG)", "MSZW", "MVRO"),
        ("MVRO, mw. Kok (VNG)", "", "MVRO"),
    ],
)
def test_a_minister_of_an_office_that_is_not_told_is_not_the_one_who_is_away(
    present: str, absent: str, speaker: str
) -> None:
    away = f"Afwezig: {absent}\n" if absent else ""
    text = f"{LRT}\n\nDatum: 12 februari 2024\n\nAanwezig: {present}\n{away}\n1. Stand van zaken\n\n"
    said = read(f"{text}Minister De Vos licht de cijfers toe.\n").statements
    assert [one.speakers for one in said] == [(speaker,)]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("De Landelijke Regietafel Jeugd vraagt om een plan.", []),
        ("De landelijke regietafel wonen vraagt om een plan.", []),
        ("Het verslag van de Hoogambtelijke Regietafel Netcongestie ligt voor.", []),
        ("De Landelijke Regietafel vraagt om een plan.", ["LRT"]),
        ("De Landelijke Regietafel Asiel vraagt om een plan.", ["LRT"]),
        ("De Landelijke Regietafel Nederland vraagt om een plan.", ["LRT"]),
        ("De landelijke regietafel besluit hiertoe.", ["LRT"]),
        ("Het verslag van de Hoogambtelijke Regietafel ligt voor.", ["HLRT"]),
    ],
)
def test_a_tables_name_that_goes_on_with_others_words_is_anothers(sentence: str, found: list[str]) -> None:
    assert [concept for concept in concepts(OURS + sentence) if concept in ("LRT", "HLRT", "PRT")] == ["LRT", *found]


def test_a_bare_role_under_the_title_of_ones_own_instrument_belongs_to_it(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("id,kind,label,aliases\nWarmteplan,instrument,warmteaanpak Oost,\n", encoding="utf-8")
    roles = ["Het toezicht ligt bij IPO.", "VNG voert de regie.", "IPO is trekker.", "De uitvoering ligt bij COA."]
    others = ["IPO houdt toezicht op de wachtlijsten.", "VNG schrijft het plan.", "Het toezicht ligt niet bij IPO."]
    body = "\n\n".join((*roles, *others))
    text = f"{OTHER}{HEAD}1. Opening\n\nMw. Otten opent.\n\n2. Warmteaanpak Oost\n\n{body}\n"
    owned = Reader(Settings(gazetteers=(path,))).read(as_document(text)).ownership
    assert [(one.evidence.text, one.instrument) for one in owned] == [(role, "Warmteplan") for role in roles]
