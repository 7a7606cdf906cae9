"""Leaving names out: in no literal and no IRI of a store stands a name that something marks as one."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from lrtgraph.build import build
from lrtgraph.dutch.people import Text
from lrtgraph.resources import Settings
from lrtgraph.store import open_store
from lrtgraph.vocabulary import GAZETTEER_GRAPH, ONTOLOGY_GRAPH, PROVENANCE_GRAPH

ITEMS = (
    "\n\n1. Opening\n\n• COA meldt dat de opvang in Breda vol zit. De voorzitter neemt dat over.\n"
    "• Besluit: de LRT gaat akkoord met de Spreidingswet.\n"
)
LISTS = {
    "blank between": "Aanwezig: dhr. Zwaluw (SJenV), [5.1.2e] (IPO), mw. Puttenaar (VNG), XXXXX (COA)",
    "bullets in a cell": (
        "Aanwezig\t• Ministerie van AenM: M. Zwaluw (voorzitter), XXXXX\n\t• IPO: H. Puttenaar\n"
        "\t• VNG: M. Ravestein, S. Oostrum\n\t• Aedes: L. Kwakman\nAfwezig\tMinisterie van SZW"
    ),
    "regions": (
        "Deelnemers\nVoorzitter   : Ina Zwaluw, CdK\nAchterhoek   : Mark Puttenaar (Doetinchem), [5.1.2e] (Aalten)\n"
        "Noord-Veluwe : Jan Ravestein (Epe), Piet Oostrum (Heerde), Kees Kwakman (Hattem)"
    ),
    "provinces": "Present: MAenM (vz), CdK NB (Zwaluw) + CdK GR (Puttenaar), gedeputeerde UT (Ravestein), VNG, COA",
    "sentences": (
        "Onder voorzitterschap van mevrouw Zwaluw zijn bijeen: gedeputeerde Puttenaar, de burgemeesters Ravestein,\n"
        "Van Oostrum en Kwakman, wethouder Lieftinck van Altena als gast, de heer [    ] namens het COA."
    ),
    "second seats": "Aanwezig: J. Zwaluw ('s-Hertogenbosch, tevens voorzitter VR Brabant-Noord), P. Puttenaar (Breda)",
}
SAID = {
    "successor": "• Gedeputeerde Ravestein (opvolger van S. Oostrum) is er voor het eerst. S. OOSTRUM vertrok.\n",
    "seat in brackets": "• Aedes (Kwakman) is tegen. Kwakmans voorstel gaat naar Oostrum (VNG).\n",
    "mail": "• Stukken naar k.lieftinck@minjenv.nl. De heer K. Lieftinck stuurt ze door; dhr.Kwakman leest mee.\n",
    "given name": "• COA: Jeroen Ravestein komt langs.\n",
}
PEOPLE = ("Zwaluw", "Puttenaar", "Ravestein", "Oostrum", "Kwakman", "Lieftinck")


def told(where: Settings) -> list[str]:
    """All literals and IRIs of what was read."""
    own = {GAZETTEER_GRAPH, ONTOLOGY_GRAPH, PROVENANCE_GRAPH}
    with open_store(where.store) as store:
        read = [quad for quad in store.quads() if getattr(quad.graph_name, "value", None) not in own]
    return [part.value for quad in read for part in (quad.subject, quad.object) if hasattr(part, "value")]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(store=os.fspath(tmp_path / "graph.db"), with_persons=False, jobs=1)


def test_no_name_of_a_list_or_a_sentence_is_in_the_store(tmp_path: Path, settings: Settings) -> None:
    folder = tmp_path / "minutes"
    folder.mkdir()
    heads = {name: f"{text}{ITEMS}{''.join(SAID.values())}" for name, text in LISTS.items()}
    for number, text in enumerate(heads.values(), start=1):
        (folder / f"{number}.txt").write_text(f"Verslag PRT Gelderland {number} maart 2024\n\n{text}")
    build([folder], settings)
    found = told(settings)
    left = [text for text in found if re.search("|".join(PEOPLE), text, re.IGNORECASE)]
    assert not left
    texts = [text for text in found if "De voorzitter neemt dat over" in text and "Opening" in text]
    assert len(texts) == len(LISTS)
    assert all("COA meldt dat de opvang in Breda vol zit." in text for text in texts)
    kept = ("Ministerie van AenM", "Voorzitter", "Achterhoek", "Doetinchem", "CdK", "Altena", "tevens voorzitter VR")
    for word in kept:
        assert any(word in text for text in texts), word


def test_who_is_listed_by_the_user_is_blacked_out_without_any_mark(tmp_path: Path, settings: Settings) -> None:
    (tmp_path / "a.txt").write_text(f"Verslag LRT 3 november 2023{ITEMS}• De LRT bedankt Kwakman in absentie.\n")
    people = tmp_path / "names.csv"
    people.write_text("id,kind,label,aliases,broader,same_as\nLK,person,Loes Kwakman,,,\n")
    build([tmp_path / "a.txt"], Settings(store=settings.store, with_persons=False, jobs=1, gazetteers=(people,)))
    with open_store(settings.store) as store:
        assert not store.query('ASK { GRAPH ?g { ?s ?p ?o } FILTER(CONTAINS(STR(?o), "Kwakman")) }')
        assert not store.query('ASK { GRAPH ?g { ?s ?p ?o } FILTER(CONTAINS(STR(?s), "Kwakman")) }')


def test_what_is_no_name_stays() -> None:
    text = (
        "De minister van Asiel en Migratie en de burgemeester van Ede zien variant A. De VNG niet.\n"
        "A. Opvang\nB. Vaststelling verslag\nDe voorzitter Weet het. Gedeputeerde Staten vraagt\n"
        "de opvang vast te stellen. Het verslag van de staten; migratie en asiel; burgemeester Ede (Gelderland)."
    )
    taken = [(m.start(), m.end()) for m in re.finditer("minister van Asiel en Migratie|VNG|Ede|Gelderland", text)]
    assert [text[start:end] for start, end in Text(text, taken, taken).people()] == ["Weet"]
