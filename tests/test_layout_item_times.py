"""Times beside heads are taken off them; those of the meeting, of a schedule and in sentences stay."""

from __future__ import annotations

import pytest
from layouts import as_document, texts

from lrtgraph.layout import read_layout
from lrtgraph.layout.item_times import without_item_times
from lrtgraph.layout.lines import split_lines

HEADS = ["1. Opening", "2. Opvang van asielzoekers", "3. Rondvraag en sluiting"]
SAID = ["De voorzitter heet de leden welkom.", "COA meldt een tekort van 300 plekken.", "Er zijn geen vragen."]
TIMES = ["14.00", "14.05", "14.45"]
UNTIL = ["14.05", "14.45", "15.00"]


def _titles(form: str) -> list[tuple[str | None, str]]:
    told = (form.format(head=head, at=at, to=to) for head, at, to in zip(HEADS, TIMES, UNTIL, strict=True))
    text = "Verslag LRT\n\n" + "\n\n".join(f"{head}\n{said}" for head, said in zip(told, SAID, strict=True)) + "\n"
    return [(item.number, item.title) for item in read_layout(as_document(text)).agenda]


@pytest.mark.parametrize(
    "form",
    [
        "{at} uur  {head}",
        "{at} – {to} uur   {head}",
        "{at} - {to}\t{head}",
        "({at} uur) {head}",
        "{head} ({at} uur)",
        "{head}          {at} uur",
        "{head}     {at} - {to}",
        "{head} – {at} uur",
        "{head} (10 min.)",
        "{head}\n{at} – {to} uur",
        "{at} – {to} uur\n{head}",
    ],
)
def test_a_time_beside_a_head_is_no_part_of_it(form: str) -> None:
    assert _titles(form) == [(head[0], head[3:]) for head in HEADS]


def _kept(text: str) -> list[str]:
    lines = split_lines(text)
    assert without_item_times(text, lines) == lines
    return texts(text.splitlines())


@pytest.mark.parametrize(
    "said",
    [
        "10.00 uur  Inloop\n10.15 uur  Opening\n10.30 uur  Presentatie\n12.00 uur  Lunch",  # a schedule
        "14.00 uur  Opening\nWelkom.\n13.00 uur  Opvang\nCOA meldt.\n12.00 uur  Sluiting\nDank.",  # that does not rise
        "14.05 uur  2. Opvang\nCOA meldt een tekort.\n14.30 uur  3. Sluiting\nDank.",  # too few
        "14.00 uur vertrekt de bus.\nDan.\n14.10 uur komt hij aan.\nDan.\n14.20 uur gaat hij terug.\nDan.",
        "2.10 Toelichting\nCOA meldt.\n2.15 Vervolg\nVNG stemt in.\n2.20 Slot\nIPO ook.",  # numbers of parts
    ],
)
def test_other_times_stay(said: str) -> None:
    _kept(f"1. Opening\nDe voorzitter opent.\n\n2. Programma\n{said}\n")


def test_the_time_of_the_meeting_stays_above_heads_with_times() -> None:
    text = "Verslag LRT\nDatum: 3 mei 2024\nTijd          14.00 - 15.00 uur\n4 mei 2024, Utrecht      13.00 uur\n\n"
    text += "\n\n".join(f"{at} uur  {head}\n{said}" for at, head, said in zip(TIMES, HEADS, SAID, strict=True))
    lines = split_lines(text)
    read = without_item_times(text, lines)
    assert read[:5] == lines[:5]
    assert [text[line.start : line.end] for line in read if text[line.start] in "123"] == HEADS


def test_a_head_that_markup_states_is_one_without_its_time() -> None:
    text = "# Verslag\n\n" + "\n\n".join(
        f"## {at} uur  {head}\n\n{said}" for at, head, said in zip(TIMES, HEADS, SAID, strict=True)
    )
    assert [item.title for item in read_layout(as_document(text)).agenda] == [head[3:] for head in HEADS]
