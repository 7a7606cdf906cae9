"""Heads that end in a colon, where a document writes them so; what else ends in one leads to what is said below."""

from __future__ import annotations

import pytest
from layouts import as_document

from lrtgraph.layout import read_layout

SAID = "COA meldt dat er in de regio te weinig plekken zijn.\n\n"


def _titles(text: str) -> list[str]:
    return [item.title for item in read_layout(as_document(text)).agenda]


@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_heads_without_numbers_may_end_in_a_colon(gap: str) -> None:
    heads = ("Opening en verslag", "Opvang van asielzoekers", "Rondvraag en sluiting")
    text = "".join(f"{head}:{gap}{SAID}" for head in heads)
    assert _titles(f"Verslag LRT\n\n{text}") == list(heads)


def test_the_colon_of_a_head_with_a_number_is_no_part_of_its_title() -> None:
    text = f"1. Opening:\n{SAID}2. Spreidingswet: stand van zaken:\n{SAID}3. Sluiting:\n{SAID}"
    assert _titles(text) == ["Opening", "Spreidingswet: stand van zaken", "Sluiting"]


def test_heads_in_capitals_lose_their_colon_too() -> None:
    text = "".join(f"{head}:\n\n{SAID}" for head in ("OPENING", "HUISVESTING VERGUNNINGHOUDERS", "SLUITING"))
    assert _titles(text) == ["OPENING", "HUISVESTING VERGUNNINGHOUDERS", "SLUITING"]


@pytest.mark.parametrize("leads", ["COA", "VNG en IPO", "Aanwezig", "Besluit", "Actie COA"])
def test_a_speaker_or_a_label_with_a_colon_is_no_item(leads: str) -> None:
    text = f"Opening:\n\n{SAID}Opvang:\n\n{SAID}{leads}:\n\n{SAID}Sluiting:\n\n{SAID}"
    assert leads not in _titles(text)


@pytest.mark.parametrize("leads", ["De volgende vragen zijn gesteld", "Gemeente Ede"])
def test_a_colon_is_no_sign_of_a_head_where_heads_have_none(leads: str) -> None:
    text = f"Opening\n\n{SAID}Opvang\n\n{SAID}{leads}:\n\n{SAID}Sluiting\n\n{SAID}"
    assert _titles(text) == ["Opening", "Opvang", "Sluiting"]


REGIONS = ("Drenthe", "Utrecht", "Zeeland", "Limburg")
HEADS = ("Opening", "Opvang van asielzoekers", "Huisvesting", "Sluiting")


def _said(region: str) -> str:
    """Wrapped text that is the same nowhere else, or it would be furniture."""
    return (
        f"Van het COA is bericht gekomen dat er in {region} te weinig plekken zijn, en dat het\n"
        f"daar in de komende winter ({region}) vermoedelijk niet beter op gaat worden dan het\n"
        f"in {region} nu al is.\n\n"
    )


def test_a_short_head_stays_one_above_text_in_small_letters() -> None:
    text = "".join(f"{head}\n\nv{_said(region)[1:]}" for head, region in zip(HEADS, REGIONS, strict=True))
    assert _titles(f"Verslag LRT\n\n{text}") == list(HEADS)


def test_a_full_line_above_text_in_small_letters_is_cut_from_it() -> None:
    cut = "Vergunninghouders huisvesten gemeenten waar er plek voor\n\nis en dat is niet overal zo, zegt de VNG.\n\n"
    text = "".join(f"{head}\n\n{_said(region)}" for head, region in zip(HEADS, REGIONS, strict=True))
    assert _titles(f"Verslag LRT\n\n{text}{cut}") == list(HEADS)
