"""Who a gedeputeerde at the table of one province speaks for, and who those are whom he names beside himself."""

from __future__ import annotations

import pytest
from minutes import read

from lrtgraph.rdf.deputies import with_deputies

PRT = """Provinciale Regietafel Utrecht

Verslag van de vergadering van 22 mei 2025

Aanwezig: de heer Bos (gedeputeerde), mevrouw Oostrik (CdK), de heer Brouwer (COA)

1. Opvang

- {}
"""
UTRECHT = "provincie:Utrecht"


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("De gedeputeerde meldt dat hij de andere gedeputeerden over de HAR heeft gesproken.", UTRECHT),
        ("De gedeputeerde steunt de Spreidingswet, net als de gedeputeerden van de andere provincies.", UTRECHT),
        ("De gedeputeerde steunt de HAR.", UTRECHT),
        ("De gedeputeerden steunen de HAR.", "gedeputeerden"),
    ],
)
def test_his_own_words_are_of_his_province_also_where_he_names_the_others(sentence: str, speaker: str) -> None:
    found = with_deputies(read(PRT.format(sentence)), UTRECHT).statements
    assert {one.speakers for one in found} == {(speaker,)}
