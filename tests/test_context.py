"""A reading: mentions by place, spans in raw text, seats of persons."""

from __future__ import annotations

import pytest
import spacy
from blocks import document, layout, participant

from lrtgraph.extraction.context import Reading
from lrtgraph.gazetteer import load
from lrtgraph.linking import Linker
from lrtgraph.records import Meeting

TEXT = "  De VNG vraagt Klijnsma om 300 plekken in Ter Apel.\n\nHet COA helpt de VNG.\n"
GAZETTEER = load()
TABLE = (
    participant("Klijnsma", "CdK"), participant("Stijn van den Berg", "COA"), participant("Bos", "IPO"),
    participant("Bos", "VNG"), participant(None, "SZW"), participant("Broeke, R.A. ten", "Aedes"),
)  # fmt: skip


@pytest.fixture(scope="module")
def reading() -> Reading:
    blocks = layout(TEXT)
    mentions = Linker(GAZETTEER).link(document(TEXT), blocks, TABLE).mentions
    docs = tuple(spacy.blank("nl").pipe(block.text for block in blocks.blocks))
    return Reading(document(TEXT), blocks, docs, mentions, GAZETTEER, Meeting(), TABLE)


def test_mentions_by_place(reading: Reading) -> None:
    assert reading.concepts_in(0) == ("VNG", "person:Klijnsma", "place:Ter_Apel")
    assert reading.concepts_in(0, 4) == ("person:Klijnsma", "place:Ter_Apel")
    assert reading.concepts_in(0, 0, 22) == ("VNG", "person:Klijnsma")
    assert reading.concepts_in(0, 0, 21) == ("VNG",)
    assert reading.concepts_in(1) == ("COA", "VNG")
    assert reading.concepts_in(7) == ()


def test_the_mention_at_an_offset(reading: Reading) -> None:
    text = reading.layout.blocks[0].text
    for mention in reading.mentions_in(0):
        for offset in range(mention.block_start, mention.block_end):
            assert reading.mention_at(0, offset) == mention
    outside = [i for i in range(len(text)) if reading.mention_at(0, i) is None]
    assert "".join(text[i] for i in outside) == "De  vraagt  om 300 plekken in ."


def test_a_span_is_raw(reading: Reading) -> None:
    span = reading.span(1, 0, 7)
    assert span.text == TEXT[span.start : span.end] == "Het COA"
    with pytest.raises(ValueError, match="empty"):
        reading.span(1, 3, 3)


def test_who_a_person_speaks_for(reading: Reading) -> None:
    assert reading.speaker_for("person:Klijnsma") == "CdK"
    assert reading.speaker_for("person:Van den Berg") == "COA"
    assert reading.speaker_for("person:Ten Broeke") == "Aedes"
    assert reading.speaker_for("person:Bos") == "person:Bos"
    assert reading.speaker_for("person:Onbekend") == "person:Onbekend"
    assert reading.speaker_for("VNG") == "VNG"


def test_kinds_and_topics(reading: Reading) -> None:
    assert reading.is_actor("person:Klijnsma")
    assert reading.is_instrument("Spreidingswet")
    assert not reading.is_instrument("VNG")
    assert reading.topics(0, without=("VNG",)) == ("place:Ter_Apel",)
