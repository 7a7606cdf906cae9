"""Attendance lists as other secretaries write them: columns, organisations first, bullets, sentences, telegrams."""

from __future__ import annotations

import pytest
from layouts import as_document, cases, lexicon, people

from lrtgraph.layout import read_layout

P, A = "present", "absent"
BODY = (
    "\n\n1. Opening\nDe voorzitter heet iedereen welkom, in het bijzonder mw. Zandstra.\n\n"
    "2. Stand van zaken (opvang)\n- COA (dhr. Pos) meldt dat er 400 plekken nodig zijn, VNG (mw. Kip) wil meer.\n\n"
    "3. Sluiting\nGeen.\n"
)


# Lists and the rows that they give, as "name / concept / status"; "-" is a blanked-out name or no office.
@pytest.mark.parametrize(("attendance", "expected"), cases("attendance*.txt"))
def test_a_list_as_secretaries_write_it(attendance: str, expected: list[str]) -> None:
    found = people(f"Verslag LRT 4 april 2024\n\n{attendance}{BODY}")
    assert sorted(" / ".join(cell or "-" for cell in row) for row in found) == sorted(expected)


LIST = "Verslag LRT 4 april 2024\n\nAanw.: Klein (VNG), Groot (IPO)\nAfw.: Tas (COA)\n"


@pytest.mark.parametrize(
    "minutes",
    [
        f"{LIST}\nOpening\nDe voorzitter opent de vergadering om tien uur.\n\nOpvang\nVNG (Klein) vraagt om plekken.",
        f"{LIST}1. Opening\nDe voorzitter opent de vergadering.\n2. Opvang\nVNG (Klein) vraagt om plekken.",
        f"{LIST}\nA. Opening\nDe voorzitter opent de vergadering.\n\nB. Opvang\nVNG (Mol) vraagt om plekken.",
        f"{LIST}\n1/ opening\n* verslag (maart) akkoord.\n\n2/ opvang\n* Mol (IND): loopt, zie brief (3 mei)",
        (
            f"{LIST[:-1]}.\nDe voorzitter opent de vergadering om tien uur en heet de leden welkom. VNG (Mol) heeft "
            "een vraag.\n\nSpreidingswet\nDe heer Vis (IND) geeft aan dat het loopt, de heer Kamp (COA) vult aan."
        ),
    ],
)
def test_a_list_ends_where_the_text_begins(minutes: str) -> None:
    assert people(minutes) == [("Klein", "VNG", P), ("Groot", "IPO", P), ("Tas", "COA", A)]


@pytest.mark.parametrize(
    ("line", "absent"),
    [
        ("• J.J. de Maa, wethouder", [("J.J. de Maa", "wethouders", A)]),
        ("J.J. de Maa, wethouder", [("J.J. de Maa", "wethouders", A)]),
        ("J.J. de Maa, die zich afmeldde voor de hele week en daarna weg was.", []),
    ],
)
def test_a_name_behind_initials_stands_under_a_label_apart(line: str, absent: list[tuple[str, str, str]]) -> None:
    found = people(f"Besluitenlijst 4 april 2024\n\nAanwezig\n\n• K. Bos, burgemeester\n\nAfwezig\n\n{line}{BODY}")
    assert found == [("K. Bos", "burgemeesters", P), *absent]


@pytest.mark.parametrize(
    "sentence",
    [
        "Er waren drie onderwerpen, de opvang, de wet en het toezicht.",
        "Er waren: drie vragen over de wet, twee over de opvang en een over het geld.",
        "Wie volgt de minister op, de staatssecretaris of een ander?",
        "Wie: COA",
        "Niet: het college, maar de raad, en ook het rijk",
        "Later volgt een brief aan VNG, IPO en COA.",
        "Tafel: de uitkomst is besproken en gedeeld met de gemeenten",
        (
            "De raad van Tholen behandelt in deze lange alinea het voorstel over de opvang. De VOORZITTER: Dames en "
            "heren! Wij hebben vandaag veel aanwezigen op de tribune. De leden van de raad zijn voltallig. De heer Vis "
            "(VVD): Voorzitter, dank u wel. De VOORZITTER: Gaat uw gang, het woord is aan de heer Mol, daarna anderen."
        ),
    ],
)
def test_an_everyday_word_labels_nothing_but_a_list_of_names(sentence: str) -> None:
    assert people(f"Verslag LRT 4 april 2024\n\n{sentence}{BODY}") == []


MINUTES = (
    "Verslag LRT 4 april 2024\n\n{one}Opening\n\nDe voorzitter heet iedereen welkom, in het bijzonder mw. Zandstra.\n\n"
    "{two}Stand van zaken opvang\n\nHet COA meldt dat er 400 plekken nodig zijn, de VNG wil er meer.\n\n"
    "{three}Sluiting\n\nDe vergadering wordt om 17.00 uur gesloten.\n\n"
)


@pytest.mark.parametrize("numbers", [("", "", ""), ("1. ", "2. ", "3. ")])
@pytest.mark.parametrize(
    "attendance",
    [
        "Aanwezig\nmw. Bos (VNG)\ndhr. Kok (COA)\nAfwezig\ndhr. Mol (IPO)\n",
        (
            "PRESENTIELIJST\n\nNaam        Namens   Aanwezig\nmw. Bos     VNG      ja\n"
            "dhr. Kok    COA      ja\ndhr. Mol    IPO      nee\n"
        ),
        "Aanwezig: mw. Bos (VNG), dhr. Kok (COA)\nAfwezig: dhr. Mol (IPO)\n",
        "Aanwezigen\n- Anna Bos, VNG\n- Jan Kok, COA\nAfgemeld\n- Piet Mol, IPO\n",
        "Deelnemers:\nAnna Bos (VNG)\nJan Kok (COA)\n\nAfwezig:\nPiet Mol (IPO)\n",
    ],
)
def test_a_list_that_closes_the_minutes(attendance: str, numbers: tuple[str, str, str]) -> None:
    one, two, three = numbers
    text = MINUTES.format(one=one, two=two, three=three) + attendance
    found = [(name and name.split()[-1], concept, status) for name, concept, status in people(text)]
    assert found == [("Bos", "VNG", P), ("Kok", "COA", P), ("Mol", "IPO", A)]
    items = read_layout(as_document(text), lexicon()).agenda
    assert [item.title for item in items] == ["Opening", "Stand van zaken opvang", "Sluiting"]


@pytest.mark.parametrize("label", ["Aanwezig\n", "Aanwezig: ", "Aanwezigen:\n"])
def test_a_list_under_the_first_item(label: str) -> None:
    row = "CdK Bos (voorzitter), wethouder Kok (gemeente Goes), de heer Mol (COA) en ambtelijke ondersteuning van COA."
    text = (
        "Verslag PRT Zeeland 4 april 2024\n\n"
        f"1. Opening\nBijlage 1 verslag\n{label}{row}\nDe agenda wordt vastgesteld.\n"
        "2. Opvang\nAanwezig is ook de heer Vis (IND).\nCOA meldt dat er plekken nodig zijn.\n3. Sluiting\nGeen.\n"
    )
    assert people(text) == [("Bos", "CdK", P), ("Kok", "gemeente:Goes", P), ("Mol", "COA", P)]
    layout = read_layout(as_document(text), lexicon())
    assert [item.title for item in layout.agenda] == ["Opening", "Opvang", "Sluiting"]
    assert "De agenda wordt vastgesteld." in [block.text for block in layout.blocks if block.kind != "attendance"]


def test_two_items_below_a_dated_title_are_no_front_matter() -> None:
    text = (
        "Gespreksverslag PRT Drenthe, 21 november 2023\n\nOpvang minderjarigen\nNidos geeft aan dat er te weinig"
        " plekken zijn.\n\nNoodopvang Assen\nDe gemeente Assen verlengt de opvang in de hallen niet.\n\nAanwezigen\n"
        "- Anna Bos, gemeente Assen\n- Els Mol, Nidos\n"
    )
    assert people(text) == [("Anna Bos", "gemeente:Assen", P), ("Els Mol", "Nidos", P)]
    items = read_layout(as_document(text), lexicon()).agenda
    assert [item.title for item in items] == ["Opvang minderjarigen", "Noodopvang Assen"]


@pytest.mark.parametrize(
    "letterhead",
    [
        "Afdeling    DGM\nKenmerk    2024-0012\nTelefoon    Postbus\nContactpersoon    A. Bos",
        "Ministerie van Algemene Zaken\nAfdeling    KMP\nDirectie    FEZ\nProjectnaam    Woondeals\nCluster    BZK",
        "Directie    DGM\nTeam    Asiel\nBehandeld door    Jan Bos\nTelefoon    Secretariaat\nE-mail    Info",
        "PROVINCIE DRENTHE\n\nOpdrachtgever    GS\nPortefeuille    Wonen\nTeam    BJZ\nRegistratienummer    PRT",
        "Gemeente Goes\nDomein    Sociaal\nSector    MO\nSteller    Kees Bakker\nPortefeuillehouder    Van Dam",
        "Gemeente Arnhem\nAfdeling: JZ\nTeam: Wonen\nCluster: SJ\nPostadres: Postbus\nWebsite: Arnhem",
        "Provincie Utrecht\nEenheid:   BRO\nBureau:    MO\nProgramma:    Wonen\nAdres:    Archimedeslaan",
    ],
)
def test_who_sends_a_paper_is_not_there(letterhead: str) -> None:
    assert people(f"{letterhead}\n\nVerslag LRT 4 april 2024\n\nAanw.: Klein (VNG), Groot (IPO){BODY}") == [
        ("Klein", "VNG", P),
        ("Groot", "IPO", P),
    ]
    assert people(f"{letterhead}\n\nVerslag LRT 4 april 2024{BODY}") == []


def test_a_sentence_that_opens_with_the_chair_is_no_list() -> None:
    opening = "Voorzitter Anna Bos opent de vergadering. Als eerste wordt het programma van het VNG Congres besproken."
    assert people(f"Verslag PRT Gelderland 3 mei 2024\n\n{opening}\n\n1. Opvang\n\nCOA vraagt om plekken.\n") == []
    listed = people("Verslag PRT Gelderland 3 mei 2024\n\nVoorzitter Anna Bos\n\n1. Opvang\n\nCOA vraagt om plekken.\n")
    assert [name for name, _, _ in listed] == ["Anna Bos"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (
            "Aanwezig zijn drie leden der Kamer, te weten: Croll, Van Hattem en Schalk",
            ["Croll", "Van Hattem", "Schalk"],
        ),
        ("Aanwezig zijn de raadsleden: Croll, Dittrich en Schalk", ["Croll", "Dittrich", "Schalk"]),
        ("Aanwezig waren 12 leden van de klankbordgroep en drie gasten uit het dorp.", []),
    ],
)
def test_a_label_may_count_those_on_its_list(line: str, names: list[str]) -> None:
    assert [name for name, _, _ in people(f"Verslag commissie 4 april 2024\n\n{line}{BODY}")] == names


@pytest.mark.parametrize(
    ("roll", "names"),
    [
        ("Aanwezig zijn drie leden der Kamer, te weten: Croll, Van Hattem, Karimi en Schalk.", True),
        ("Aanwezig: een boa en een wijkagent, met Karimi.", False),
    ],
)
def test_a_roll_stands_further_on_where_the_head_tells_only_who_presided(roll: str, names: bool) -> None:
    head = "Verslag commissie 26 maart 2024\n\nVoorzitter: Van Hattem\nGriffier: Van Dooren\n\n1. Opening\nWelkom.\n\n"
    text = f"{head}2. Verslag\nDat is af.\n\n{roll}\n\n3. Opvang\nVNG vraagt om plekken.\n"
    found = [name for name, _, _ in people(text)]
    assert found == ["Van Hattem", *(["Croll", "Karimi", "Schalk"] if names else [])]
