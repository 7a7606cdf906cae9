"""Actors as arguments: coordination, prepositions, negation."""

from __future__ import annotations

import hashlib

import pytest
from minutes import HEAD, reader

import lrtgraph.build.reader as stages
from lrtgraph.extraction.context import Reading
from lrtgraph.extraction.grammar.arguments import Argument, arguments, instead
from lrtgraph.records import Document, Record


def read(sentence: str, monkeypatch: pytest.MonkeyPatch) -> list[Argument]:
    """The arguments of a sentence, taken while its document is being read (its parse does not outlive that)."""
    found: list[Argument] = []
    extract = stages.extract

    def take(reading: Reading) -> Record:
        block = max(index for index, block, _ in reading.blocks() if block.text.startswith(sentence[:5]))
        found.extend(arguments(reading, block, 0, len(sentence)))
        return extract(reading)

    monkeypatch.setattr(stages, "extract", take)
    text = f"{HEAD}2. Opvang\n\n- {sentence}\n"
    reader().read(Document("x.txt", hashlib.sha256(text.encode()).hexdigest(), "text/plain", text))
    return found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("JenV neemt met IPO en het COA contact op.", [("JenV", ""), ("IPO COA", "met")]),
        ("Zowel Rijk als VNG kijkt hiernaar.", [("Rijk VNG", "")]),
        ("Het plan is goedgekeurd door het bestuur van de VNG.", [("VNG", "door")]),
        ("Een werkgroep van VNG en IPO werkt dit uit.", [("VNG IPO", "")]),
        ("Het stuk komt van een werkgroep bestaande uit VNG en IPO.", [("VNG IPO", "van")]),
        ("Het voorstel bestaat uit een reactie van VNG.", [("VNG", "van")]),
        ("Dhr. Jansma en mw. Blaak (IPO) bezien dit.", [("SJenV IPO", "")]),
        ("MBZK doet dit in overleg met JenV.", [("MBZK", ""), ("JenV", "in overleg met")]),
        ("Het aanbod VNG ligt er nog.", [("VNG", "van")]),
        ("De raming komt van JenV en de IND geeft cijfers.", [("JenV", "van"), ("IND", "")]),
        ("JenV informeert de IND en het COA neemt dit over.", [("JenV", ""), ("IND", ""), ("COA", "")]),
        ("De raming komt van JenV en de IND.", [("JenV IND", "van")]),
        ("Volgens JenV en de IND klopt dit.", [("JenV IND", "volgens")]),
        ("Morgen gaan JenV en COA aan de slag.", [("JenV COA", "")]),
        ("Gemeld is dat de raming door JenV en de IND wordt gemaakt.", [("JenV IND", "door")]),
    ],
)
def test_who_stands_where(sentence: str, found: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch) -> None:
    assert [(" ".join(a.concepts), a.marker) for a in read(sentence, monkeypatch)] == found


def test_a_phrase_can_be_denied(monkeypatch: pytest.MonkeyPatch) -> None:
    found = read("Dat ligt niet bij de provincies maar bij het Rijk.", monkeypatch)
    assert [(a.concepts, instead(a)) for a in found] == [(("provincies",), True), (("Rijk",), False)]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Alle partijen, behalve VNG en IPO, melden JenV dit.", ["JenV"]),
        ("Op VNG, IPO en COA na meldt JenV dit aan allen.", ["JenV"]),
        ("JenV, VNG en IPO melden dit, COA uitgezonderd.", ["JenV VNG IPO"]),
        ("JenV, het COA uitgezonderd, meldt dit.", ["JenV"]),
        ("Met uitzondering van de VNG, het IPO en het COA meldt JenV dit.", ["JenV"]),
        ("Behalve VNG, JenV meldt dit.", ["JenV"]),
        ("Dat rust op gemeenten na de invoering.", ["gemeenten"]),
        ("Dat kan voor alle partijen, niet uitgezonderd VNG.", ["VNG"]),
    ],
)
def test_who_is_excepted_stands_nowhere(sentence: str, found: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert [" ".join(a.concepts) for a in read(sentence, monkeypatch)] == found
