"""The rows of attendance lists in many forms, on invented people."""

from __future__ import annotations

import csv
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from layouts import as_document, gazetteer, lexicon
from minutes import read

from lrtgraph.extraction.participants import person_name, read_participants
from lrtgraph.extraction.participants.prose import read_prose
from lrtgraph.extraction.participants.sentences import read_replacements
from lrtgraph.extraction.seats import Seats
from lrtgraph.layout import read_layout
from lrtgraph.records import Block, Participant
from lrtgraph.resources import resource

Row = tuple[str | None, str | None, str]


def participants(text: str) -> tuple[Participant, ...]:
    document = as_document(text)
    return read_participants(document, read_layout(document, lexicon()), gazetteer())


def rows(attendance: str) -> list[Row]:
    found = participants(f"Verslag LRT\n\n{attendance}\n\n1. Opening\nWelkom.\n\n2. Sluiting\nGeen.\n")
    return [(p.name, p.concept, p.status) for p in found]


P, A = "present", "absent"


@pytest.mark.parametrize(
    ("attendance", "expected"),
    [
        (
            "Aanwezig: Projectleider (VNG), Wethouder (gemeente Zwolle), mw. Leider (IPO), Bos (COA)",
            [(None, "VNG", P), (None, "gemeente:Zwolle", P), ("Leider", "IPO", P), ("Bos", "COA", P)],
        ),
        ("Aanwezig: dhr. Jansen (VNG), mw. Van der Bos (IPO)", [("Jansen", "VNG", P), ("Van der Bos", "IPO", P)]),
        (
            "Aanwezig: SZW (DG), JenV (DGM), OCW (DG), VNG (De Boer en mevrouw Smit), Kok (DGM), COA (Hof)",
            [
                (None, "DGSZW", P),
                (None, "DGM", P),
                (None, "OCW", P),
                ("De Boer", "VNG", P),
                ("Smit", "VNG", P),
                ("Kok", "DGM", P),
                ("Hof", "COA", P),
            ],
        ),
        (
            "Aanwezig: de minister voor Asiel en Migratie en de minister van BZK, de voorzitter van het COA en de "
            "directeur van Aedes",
            [(None, "MAenM", P), (None, "MBZK", P), (None, "COA", P), (None, "Aedes", P)],
        ),
        (
            "Aanwezig Dhr. De Groot (MVRO) Dhr. Bos (SJenV),\nMevr. Klein (CdK’s),  (wnd.IPO),",
            [("De Groot", "MVRO", P), ("Bos", "SJenV", P), ("Klein", "CdK", P), (None, "IPO", P)],
        ),
        (
            "Aanwezig\ndhr. Jansen (VNG),\n\n (JenV),  (SZW), Dhr. \nBos (COA), secretariaat, ondersteuning",
            [("Jansen", "VNG", P), (None, "JenV", P), (None, "SZW", P), ("Bos", "COA", P)],
        ),
        (
            "Aanw.: dhr. Bos (vz, DGM),   (COA)\nAfw.: dhr. Kok (VB),   (OCW)",
            [("Bos", "DGM", P), (None, "COA", P), ("Kok", "VB", A), (None, "OCW", A)],
        ),
        (
            "Voorzitter: mw. Bos (SJenV)\nLeden: dhr. Kok (VNG)\nAfwezig m.k.: mw. Vos (IPO)\nVerslag: dhr. Pen",
            [("Bos", "SJenV", P), ("Kok", "VNG", P), ("Vos", "IPO", A)],
        ),
        (
            "Deelnemers: VNG (dhr. Jansen, mw. Bos), IPO (mw. Klein), COA",
            [("Jansen", "VNG", P), ("Bos", "VNG", P), ("Klein", "IPO", P), (None, "COA", P)],
        ),
        (
            "Aanwezig: VNG: dhr. Jansen, mw. Bos; IPO: mw. Klein",
            [("Jansen", "VNG", P), ("Bos", "VNG", P), ("Klein", "IPO", P)],
        ),
        (
            "Aanwezigen:\n- dhr. Jansen, VNG\n- mw. Bos namens IPO\n- (IND)\n- notulist",
            [("Jansen", "VNG", P), ("Bos", "IPO", P), (None, "IND", P)],
        ),
        (
            "Aanwezig zijn: de heer Jansen (VNG), mevrouw Bos (IPO) en de heer Kok (COA).",
            [("Jansen", "VNG", P), ("Bos", "IPO", P), ("Kok", "COA", P)],
        ),
        (
            "Aanwezig: dhr. Jansen en mw. Bos (VNG), dhr. J.A. de Wit (Aedes)",
            [("Jansen", "VNG", P), ("Bos", "VNG", P), ("J.A. de Wit", "Aedes", P)],
        ),
        (
            "Aanwezig: Jansen (VNG), Bos (IPO), De Wit (COA)",
            [("Jansen", "VNG", P), ("Bos", "IPO", P), ("De Wit", "COA", P)],
        ),
        (
            "AANWEZIG\ndhr. Jansen (S JenV), mw. Bos (V NG),  (lPO)\nAFWEZIG\nGeen",
            [("Jansen", "SJenV", P), ("Bos", "VNG", P), (None, "IPO", P)],
        ),
    ],
)
def test_run_on_lists(attendance: str, expected: list[Row]) -> None:
    assert rows(attendance) == expected


@pytest.mark.parametrize(
    ("attendance", "expected"),
    [
        (
            "Aanwezig: dhr. Jansen (VNG)\nAfwezig: dhr. Kok (VB), vervangen door mw. Bos",
            [("Jansen", "VNG", P), ("Kok", "VB", "replaced"), ("Bos", "VB", "replacement")],
        ),
        (
            "Aanwezig: mw. Bos (Aedes, vervangt dhr. Kok), dhr. Jansen (VNG)",
            [("Bos", "Aedes", "replacement"), ("Kok", "Aedes", "replaced"), ("Jansen", "VNG", P)],
        ),
        (
            "Aanwezig: mw. Bos i.p.v. dhr. Kok (Aedes), dhr. Jansen (VNG)",
            [("Bos", "Aedes", "replacement"), ("Kok", "Aedes", "replaced"), ("Jansen", "VNG", P)],
        ),
        (
            "Aanwezig: mw. Bos (Aedes) (vervangt dhr. Kok)",
            [("Bos", "Aedes", "replacement"), ("Kok", "Aedes", "replaced")],
        ),
        (
            "Afwezig: mw. Kok (IPO; vervangen door gedeputeerde Smit)",
            [("Kok", "IPO", "replaced"), ("Smit", "IPO", "replacement")],
        ),
        (
            (
                "Aanwezig zijn: de heer Jansen (VNG). Mevrouw Kok (Aedes) is verhinderd en wordt "
                "vervangen door de heer Bos."
            ),
            [("Jansen", "VNG", P), ("Kok", "Aedes", "replaced"), ("Bos", "Aedes", "replacement")],
        ),
        ("Aanwezig: dhr. Jansen (VNG). Mw. Kok (Aedes) is verhinderd.", [("Jansen", "VNG", P), ("Kok", "Aedes", A)]),
    ],
)
def test_replacements(attendance: str, expected: list[Row]) -> None:
    assert rows(attendance) == expected


COLUMNS = """\
Aanwezig
Dhr. Jansen             Staatssecretaris van Justitie en Veiligheid (SJenV), voorzitter
Mw. Van Zand            Minister van Binnenlandse Zaken en Koninkrijksrelaties (MBZK)
Dhr. Bos                CdK Overijssel
Mw. Kok                 VNG (vervangt dhr. Vos)
                        IPO
                        DGM
Secretariaat, ondersteuning

Afwezig
Mw. Klein               Nidos
                        RVB
"""


def test_a_list_in_two_columns_with_blanked_out_names() -> None:
    assert rows(COLUMNS) == [
        ("Jansen", "SJenV", P),
        ("Van Zand", "MBZK", P),
        ("Bos", "CdK", P),
        ("Kok", "VNG", "replacement"),
        ("Vos", "VNG", "replaced"),
        (None, "IPO", P),
        (None, "DGM", P),
        ("Klein", "Nidos", A),
        (None, "RVB", A),
    ]


def test_those_present_beside_those_absent() -> None:
    text = (
        "Aanwezig                          Afwezig\n"
        "dhr. Jansen (SJenV)               mw. Bos (MBZK)\n"
        "mw. Klein (VNG)                   (COA)\n (IPO)"
    )
    assert sorted(rows(text), key=str) == sorted(
        [("Jansen", "SJenV", P), ("Klein", "VNG", P), (None, "IPO", P), ("Bos", "MBZK", A), (None, "COA", A)], key=str
    )


@pytest.mark.parametrize(
    "attendance",
    [
        (
            "| Naam | Organisatie | Aanwezig |\n|---|---|---|\n| dhr. Jansen | VNG | ja |\n"
            "|  | COA | ja |\n| mw. Bos | IPO | nee |"
        ),
        "Aanwezig     dhr. Jansen (VNG)\n             (COA)\nAfwezig      mw. Bos (IPO)",
        "| Aanwezig | dhr. Jansen (VNG), (COA) |\n| Afwezig | mw. Bos (IPO) |",
        "Aanwezig\n• dhr. Jansen (VNG)\n• (COA)\n\nAfwezig\n• mw. Bos (IPO)",
        "Aanwezig:\tdhr. Jansen (VNG), (COA)\nAfwezig:\tmw. Bos (IPO)",
    ],
)
def test_one_list_in_many_forms(attendance: str) -> None:
    assert sorted(rows(attendance), key=str) == sorted(
        [("Jansen", "VNG", P), (None, "COA", P), ("Bos", "IPO", A)], key=str
    )


@pytest.mark.parametrize(
    ("office", "concept"),
    [
        ("wethouder Assen", "gemeente:Assen"),
        ("burgemeester van Emmen", "gemeente:Emmen"),
        ("gemeente Utrecht", "gemeente:Utrecht"),
        ("gedeputeerde Drenthe", "provincie:Drenthe"),
        ("Veiligheidsregio Drenthe", "VR"),
        ("CdK Drenthe, voorzitter", "CdK"),
        ("Ministerie van Justitie en Veiligheid", "JenV"),
        ("plv. voorzitter VNG", "VNG"),
        ("DGXYZ", "DGXYZ"),
        ("D66", "D66"),
        ("JA21", "JA21"),
        ("50PLUS", "50PLUS"),
        ("B3", None),
        ("2024", None),
    ],
)
def test_the_office_behind_a_seat(office: str, concept: str | None) -> None:
    assert rows(f"Aanwezig: dhr. Jansen ({office})") == [("Jansen", concept, P)]


@pytest.mark.parametrize(
    ("attendance", "expected"),
    [
        (
            (
                "Aanwezig waren: mevrouw mr. Bos, staatssecretaris van Justitie en Veiligheid\n"
                "(SJenV), voorzitter; mevrouw drs. Kok, "
                "Vereniging van Nederlandse\nGemeenten (VNG); de heer Vis, COA; mevrouw\n"
                "Ter Horst, Veiligheidsberaad (VB)."
            ),
            [("Bos", "SJenV", P), ("Kok", "VNG", P), ("Vis", "COA", P), ("Ter Horst", "VB", P)],
        ),
        (
            "Aanwezig:\nMw. Bos (voorzitter)      CdK                    Dhr. Kok         burgemeester gemeente Assen\n"
            "Dhr. Vis                  provincie Drenthe      Mw. Van 't Erve  wethouder gemeente Emmen\n"
            "Mw. Klein                 COA                    Mw. Groot        veiligheidsregio Drenthe",
            [
                ("Bos", "CdK", P),
                ("Kok", "gemeente:Assen", P),
                ("Vis", "provincie:Drenthe", P),
                ("Van 't Erve", "gemeente:Emmen", P),
                ("Klein", "COA", P),
                ("Groot", "VR", P),
            ],
        ),
        (
            "aanw.: Bos (vz, SJenV), Van de Kok +       (VNG),       (IPO)",
            [("Bos", "SJenV", P), ("Van de Kok", "VNG", P), (None, "VNG", P), (None, "IPO", P)],
        ),
        (
            "Aanwezig\nSJenV: dhr. Bos (vz)\nMBZK: mw. Kok\nVNG: dhr. Vis, mw. Groot\nIPO: -",
            [("Bos", "SJenV", P), ("Kok", "MBZK", P), ("Vis", "VNG", P), ("Groot", "VNG", P)],
        ),
        (
            "Aanwezig: XXXX (VNG), n.n. (IPO), ███ (COA), [naam] (IND)",
            [(None, "VNG", P), (None, "IPO", P), (None, "COA", P), (None, "IND", P)],
        ),
        ("Aanwezig: Bos (VNG), Kok & Vis (COA)", [("Bos", "VNG", P), ("Kok", "COA", P), ("Vis", "COA", P)]),
        (
            "Aanwezig\nVVD:     Tom Bos\nD66:     Floor Kok en Edwin van der Waal\nPvdA:    Linda Vis & Jan de Wit",
            [
                ("Tom Bos", "VVD", P),
                ("Floor Kok", "D66", P),
                ("Edwin van der Waal", "D66", P),
                ("Linda Vis", "PvdA", P),
                ("Jan de Wit", "PvdA", P),
            ],
        ),
        (
            "Aanwezig\nVVD:     Bos en Lommer\nD66:     Edwin van Berg en Dal\nPvdA:    Linda Vis",
            [("Bos en Lommer", "VVD", P), ("Edwin van Berg en Dal", "D66", P), ("Linda Vis", "PvdA", P)],
        ),
        (
            "Aanwezig: de heer Jansen, wethouder van Assen, mevrouw Bos, gedeputeerde van Drenthe, de heer Kok, COA.",
            [("Jansen", "gemeente:Assen", P), ("Bos", "provincie:Drenthe", P), ("Kok", "COA", P)],
        ),
    ],
)
def test_spelled_out_offices_and_other_columns(attendance: str, expected: list[Row]) -> None:
    assert rows(attendance) == expected


@pytest.mark.parametrize(
    ("attendance", "expected"),
    [
        ("Aanwezig: gedeputeerde Jansen, mw. Bos (VNG)", [("Jansen", "gedeputeerden", P), ("Bos", "VNG", P)]),
        ("Aanwezig: wethouder Assen, mw. Bos (VNG)", [(None, "gemeente:Assen", P), ("Bos", "VNG", P)]),
        (
            "aanw: CdK (vz), gem. Assen, COA, VR\nafw: IPO",
            [(None, "CdK", P), (None, "gemeente:Assen", P), (None, "COA", P), (None, "VR", P), (None, "IPO", A)],
        ),
        (
            "Aanwezig:\n  J. Bakker (DGM, vz.)\n  -  (DGVB)\n  K. Smit namens VNG\nAfgemeld:\n  L. Vis (Aedes)",
            [("J. Bakker", "DGM", P), (None, "DGVB", P), ("K. Smit", "VNG", P), ("L. Vis", "Aedes", A)],
        ),
        (
            (
                "Aanwezig\nEric van der Bos      SJenV (vz)\nHugo Kok              MBZK\n"
                "                      VNG\nA. Klein              CdK's"
            ),
            [("Eric van der Bos", "SJenV", P), ("Hugo Kok", "MBZK", P), (None, "VNG", P), ("A. Klein", "CdK", P)],
        ),
        (
            "Aanwezig\nDhr. Bos\tSJenV, voorzitter\n\tIPO\nMw. Kok\tVNG\nSecretariaat",
            [("Bos", "SJenV", P), (None, "IPO", P), ("Kok", "VNG", P)],
        ),
        (
            (
                "Aanwezig\ndhr. Bos (SJenV)           dhr. Kok (COA)\n"
                "mw. Klein (CdK's)            (DGM)\n  (DGVB)                   mw. Vos (VNG)"
            ),
            [
                ("Bos", "SJenV", P),
                ("Kok", "COA", P),
                ("Klein", "CdK", P),
                (None, "DGM", P),
                (None, "DGVB", P),
                ("Vos", "VNG", P),
            ],
        ),
        (
            "Aanwezig: Bos (SJenV), Kok (VNG); Vis (VB) afwezig\nNotulen: secretariaat\nKopie aan Deelnemers",
            [("Bos", "SJenV", P), ("Kok", "VNG", P), ("Vis", "VB", A)],
        ),
        (
            (
                "Aanwezig Dhr. Bos (SJenV),\n (DGVB),\nAfwezig Dhr. Kok (VB) – vervangen door mw. "
                "Vos\nKopie aan Deelnemers"
            ),
            [("Bos", "SJenV", P), (None, "DGVB", P), ("Kok", "VB", "replaced"), ("Vos", "VB", "replacement")],
        ),
    ],
)
def test_lists_as_they_come(attendance: str, expected: list[Row]) -> None:
    assert rows(attendance) == expected


def test_a_letterhead_column_mixed_into_the_list_is_no_name() -> None:
    attendance = (
        "Vergaderdatum 9 november 2022 Directoraat-Generaal\nAanwezig Dhr. Bos (MVRO) Dhr. Kok (SJenV), Migratie\n"
        "Mevr. Klein (CdK's),  (wnd.IPO),\nDhr. Vos (VNG), Dhr. Groot (VNG), Datum\n"
        "Mw. Smit (VNG) , 23 november 2022\n (RVB)"
    )
    assert rows(attendance) == [
        ("Bos", "MVRO", P),
        ("Kok", "SJenV", P),
        ("Klein", "CdK", P),
        (None, "IPO", P),
        ("Vos", "VNG", P),
        ("Groot", "VNG", P),
        ("Smit", "VNG", P),
        (None, "RVB", P),
    ]


def examples(name: str) -> list[tuple[str, str]]:
    """The status and the example of each row of a table of frames."""
    with resource("data", f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return [(row.get("status", ""), row["example"]) for row in csv.DictReader(file)]


@pytest.mark.parametrize(("status", "sentence"), examples("attendance_sentences"))
def test_a_sentence_tells_who_sat_and_how(status: str, sentence: str) -> None:
    block = Block("paragraph", f"{sentence}.", tuple(range(len(sentence) + 1)))
    found = list(read_prose(block, Seats(gazetteer())))
    how = A if status == "absent" else P
    others = [("Kok", "COA", how)] if "Kok" in sentence else []
    assert [(seat.name, seat.concept, seat.status) for seat in found] == [("Bos", "IPO", how), *others]
    assert ("voorzitter" in (found[0].office or "")) == (status == "chair")


def told(sentence: str) -> list[Row]:
    """The seats that a paragraph tells of; each has its own stretch of the text."""
    block = Block("paragraph", sentence, tuple(range(len(sentence))))
    found = list(read_prose(block, Seats(gazetteer())))
    assert all(one.end <= other.start for one, other in pairwise(found))
    return [(seat.name, seat.concept, seat.status) for seat in found]


def test_a_sentence_tells_who_presided_and_who_came() -> None:
    assert told(
        "Het overleg stond onder leiding van de voorzitter van de veiligheidsregio, de heer Visser, en werd bijgewoond "
        "door de burgemeesters Mol van Ede, Van den Berg van Tiel en Prins van Zaltbommel, door wethouder Smit van de "
        "gemeente Culemborg en mevrouw Dam van het COA. Van de politie was niemand aanwezig."
    ) == [
        ("Visser", "VR", P),
        ("Mol", "gemeente:Ede", P),
        ("Van den Berg", "gemeente:Tiel", P),
        ("Prins", "gemeente:Zaltbommel", P),
        ("Smit", "gemeente:Culemborg", P),
        ("Dam", "COA", P),
        (None, "Politie", A),
    ]
    assert told("Wethouder Smit (gemeente Ede) was hierbij ook aanwezig.") == [("Smit", "gemeente:Ede", P)]


def test_one_title_is_of_one_person_and_an_address_of_nobody() -> None:
    head = "Verslag LRT\n\nLocatie: stadhuis gemeente Utrecht\n"
    listed = "Aanwezig: Jan Bos (gemeente), wethouder Kok van Ede en Vis van Tiel\n"
    found = participants(f"{head}\n{listed}\n1. Opening\nWelkom.\n\n2. Sluiting\nGeen.\n")
    assert ("Jan Bos", "gemeenten", P) in [(p.name, p.concept, p.status) for p in found]
    assert not any(p.concept == "gemeente:Utrecht" for p in found)


def test_signs_that_nobody_filled_in_make_nobody_absent() -> None:
    table = "| Naam | Organisatie | +/- |\n|---|---|---|\n| Bos | VNG | |\n| Kok | IPO | |\n"
    found = participants(f"Verslag LRT\n\n{table}\n1. Opening\nWelkom.\n\n2. Sluiting\nGeen.\n")
    assert [(p.name, p.concept, p.status) for p in found] == [("Bos", "VNG", P), ("Kok", "IPO", P)]


def test_a_list_between_heads_of_parts_does_not_close_the_minutes() -> None:
    parts = "Samenvatting\nDe tafel sprak over opvang.\n\nInleiding\nDe stukken zijn gedeeld.\n"
    parts += "\nAanwezig\nJan Bos (VNG)\nPiet Kok (IPO)\n"
    below = "Opvang\nVNG vraagt aandacht voor de opvang.\n\nSpreiding\nIPO deelt het standpunt van de VNG.\n"
    found = participants(f"Verslag Regietafel 9 november 2022\n\n{parts}\n{below}")
    assert [(p.name, p.concept) for p in found] == [("Jan Bos", "VNG"), ("Piet Kok", "IPO")]


def test_an_office_stands_before_the_person_who_is_replaced() -> None:
    text = "De burgemeester van Tiel, de heer Vos, werd vervangen door zijn wethouder, mevrouw Ten Hove."
    (found,) = read_replacements(text, Seats(gazetteer()))
    assert [(seat.name, seat.concept) for seat in found.seats] == [
        ("Vos", "gemeente:Tiel"),
        ("Ten Hove", "gemeente:Tiel"),
    ]


@pytest.mark.parametrize("sentence", [sentence for _, sentence in examples("replacements")])
def test_a_sentence_tells_who_replaces_whom(sentence: str) -> None:
    found = participants(f"Verslag LRT\n\n1. Opening\n{sentence} Er zijn geen mededelingen.\n\n2. Sluiting\nGeen.\n")
    told = sorted((p.name, p.concept, p.status) for p in found if p.name)
    assert told == [("Bos", "IPO", "replaced"), ("Kok", "IPO", "replacement")]


def test_a_sentence_in_the_text_says_more_of_who_is_listed() -> None:
    found = participants(
        "Verslag LRT\n\nAanwezig: mw. Klein (VNG)\nAfwezig: mw. Bos (IPO)\n\n"
        "1. Opening\nDhr. Kok vervangt mw. Bos.\n\n2. Sluiting\nMw. Klein vervangt dhr. Vis (COA) in de werkgroep.\n"
    )
    assert [(p.name, p.concept, p.status) for p in found] == [
        ("Klein", "VNG", "present"),
        ("Bos", "IPO", "replaced"),
        ("Kok", "IPO", "replacement"),
    ]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("DGM vervangt vandaag de minister van SZW.", [("Vos", "MSZW", "replaced"), (None, "DGM", "replacement")]),
        ("SJenV laat zich vervangen door DGM.", [(None, "SJenV", "replaced"), (None, "DGM", "replacement")]),
        ("Klein vervangt zijn collega mevrouw Bos.", [("Klein", "VNG", "replacement"), ("Bos", "VNG", "replaced")]),
        ("Het LCSV wordt vervangen door de PRT's.", []),
    ],
)  # fmt: skip
def test_a_sentence_names_offices_alone_or_those_who_are_listed(sentence: str, told: list[Row]) -> None:
    listed = "Verslag LRT\n\nAanwezig: dhr. Klein (VNG)\nAfwezig: mw. Vos (MSZW)"
    found = participants(f"{listed}\n\n1. Opening\n{sentence}\n\n2. Sluiting\nGeen.\n")
    kept = [("Klein", "VNG", "present"), ("Vos", "MSZW", "absent")]
    others = [row for row in kept if row[0] not in [one[0] for one in told]]
    assert sorted((p.name, p.concept, p.status) for p in found if p.name) == sorted(
        row for row in (*others, *told) if row[0]
    )
    assert [(p.concept, p.status) for p in found if p.name is None] == [row[1:] for row in told if row[0] is None]


def test_what_the_office_says_beyond_the_concept_is_kept() -> None:
    (found,) = participants("Aanwezig: dhr. Jansen (CdK Drenthe)\n\n1. Opening\nWelkom.\n\n2. Sluiting\nGeen.\n")
    assert found.role == "CdK Drenthe"
    assert found.evidence.text == "dhr. Jansen (CdK Drenthe)"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("dhr. drs. J.A. van der Burg", "J.A. van der Burg"),
        ("Mevr. Weverling", "Weverling"),
        ("de heer Van den Burg", "Van den Burg"),
        ("wethouder Smit", "Smit"),
        ("Mw. ", None),
        ("  ", None),
        ("dhr. Groot Wassink", "Groot Wassink"),
        ("mr. Ingen", "Ingen"),
    ],
)
def test_names(text: str, name: str | None) -> None:
    assert person_name(text) == name


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "dhr.",
                "Jansen",
                "(VNG)",
                "(",
                ")",
                ",",
                ";",
                "vervangt",
                "vervangen door",
                "en",
                "namens",
                "VNG:",
                "\n",
                "  ",
                "secretariaat",
                ".",
                "i.p.v.",
                "mw. Bos",
            ]
        ),
        max_size=30,
    )
)
def test_any_list_gives_rows_with_evidence(pieces: list[str]) -> None:
    text = "Aanwezig: " + " ".join(pieces) + "\n\n1. Opening\nWelkom.\n\n2. Sluiting\nGeen.\n"
    for found in participants(text):
        assert text[found.evidence.start : found.evidence.end] == found.evidence.text
        assert found.name is None or found.name.strip()


PARTS = [
    ("DGM vervangt de laatste twintig minuten SJenV, die naar de Tweede Kamer moet.", {P}),
    ("Mevrouw Klein wordt bij agendapunt 4 vervangen door de heer Bos.", {P}),
    ("De heer Bos vervangt mevrouw Klein na 15.00 uur.", {P}),
    ("De heer Bos vervangt mevrouw Klein, die ziek is.", {P, "replaced", "replacement"}),
]


@pytest.mark.parametrize(("told", "expected"), PARTS)
def test_whoever_is_replaced_for_a_part_of_the_meeting_was_there(told: str, expected: set[str]) -> None:
    attendance = "Aanwezig: dhr. Groot (SJenV), mw. Klein (VNG), dhr. Bos (IPO), dhr. Kok (DGM)"
    found = participants(f"Verslag LRT\n\n{attendance}\n\n1. Opening\n{told}\n\n2. Sluiting\nGeen.\n")
    assert {row.status for row in found} == expected


@pytest.mark.parametrize(
    ("attendance", "body", "expected"),
    [
        ("Aanwezig: mw. Loos (voorzitter), dhr. Bos (COA)", "VB", "VB"),
        ("Voorzitter: mw. Loos\nAanwezig: dhr. Bos (COA)", "VB", "VB"),
        ("Aanwezig: mw. Loos (voorzitter), dhr. Bos (COA)", "LRT", None),
        ("Aanwezig: mw. Loos (vice-voorzitter), dhr. Bos (COA)", "VB", None),
        ("Aanwezig: mw. Loos (DGM, voorzitter), dhr. Bos (COA)", "VB", "DGM"),
    ],
)
def test_who_chairs_a_body_of_members_sits_for_it(attendance: str, body: str, expected: str | None) -> None:
    document = as_document(f"Verslag\n\n{attendance}\n\n1. Opening\nWelkom.\n")
    found = read_participants(document, read_layout(document, lexicon()), gazetteer(), body)
    assert next(row.concept for row in found if row.name == "Loos") == expected


def test_who_deputises_as_chair_is_replaced_by_nobody() -> None:
    head = "Verslag Landelijke Regietafel\n\nAanwezig: mevrouw Ten Hove (VNG, verv. voorzitter), de heer Kok (COA)\n\n"
    found = read(f"{head}1. Opvang\n\n- VNG vraagt om tijd.\n").participants
    assert [(one.name, one.status) for one in found] == [("Ten Hove", "present"), ("Kok", "present")]
