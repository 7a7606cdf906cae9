"""Contributions as they run on: over sentences, nested bullets and paragraphs, from one speaker to the next."""

from __future__ import annotations

from dataclasses import replace

from lrtgraph.extraction.context import Reading
from lrtgraph.extraction.grammar.clauses import text_of
from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.outcomes.marks.heads import heads_over
from lrtgraph.extraction.outcomes.marks.marked import arrows_decide
from lrtgraph.extraction.statements.course.bounds import (
    LABEL,
    label_of,
    promises,
    runs_on,
)
from lrtgraph.extraction.statements.course.floor import (
    Contribution,
    Floor,
    known_by_name,
)
from lrtgraph.extraction.statements.course.sentence import Sentence
from lrtgraph.extraction.statements.course.table import at_table, has_list
from lrtgraph.extraction.statements.sentence.blocks import SILENT_KINDS, passage_of
from lrtgraph.extraction.statements.sentence.groups import Group
from lrtgraph.extraction.statements.sentence.offices import Offices
from lrtgraph.extraction.statements.sentence.passage import ARROWS, Passage
from lrtgraph.extraction.statements.speakers.found import Setting
from lrtgraph.extraction.statements.speakers.likely import Hear, unheard
from lrtgraph.extraction.statements.speakers.telegram import heads_all, labels_all
from lrtgraph.records import Block

_DEBATABLE = frozenset({"steunt", "bezwaar", "stelt_voor", "verzoekt"})
_ARROWS = ARROWS | {"==>", "-->"}


def rows(reading: Reading, hear: Hear = unheard) -> list[Contribution]:
    """All contributions of a document in reading order. `hear` decides where the rules find none."""
    floor = Floor(hear, Offices(reading))
    presiding = reading.chair
    read: dict[int, Passage] = {}
    seats = frozenset(p.concept for p in reading.participants if p.concept)
    table = at_table(reading, seats, read)
    body = frozenset({reading.meeting.body} if reading.meeting.body else ())
    silent = (body - seats) | (words("elsewhere") - seats) | {"LRT", "HLRT"}
    previous: Block | None = None
    silent_blocks: set[int] = set()
    listed, heads, arrows = has_list(reading), heads_over(reading), arrows_decide(reading)
    above: tuple[str, Group] | None = None
    for index, block, doc in reading.blocks():
        label = label_of(block.text) or ("toezegging" if (block.section or "").startswith("toezegging") else None)
        settled = arrows and (block.marker or "") in _ARROWS and not (label or "").startswith("toezegging")
        settled = settled and not promises(passage_of(reading, index, block, doc))
        if block.kind in SILENT_KINDS or settled:
            floor.row = None
            if block.kind == "subheading":
                above = (
                    _over(passage_of(reading, index, block, doc), block, Setting(table=table, listed=listed)) or above
                )
            previous = block
            continue
        if block.item != floor.item:
            floor.item, floor.row, floor.last = block.item, None, None
        passage = read.pop(index, None) or passage_of(reading, index, block, doc)
        if not passage.words:
            continue
        alone = block.parent is None or block.parent in silent_blocks
        if alone and not runs_on(passage, block, previous):
            floor.row = None
            if above is not None and above[0] == block.section:
                floor.take(_bare(above[1], (index, *passage.chars(0, 1)), block))
        elif block.parent is None:
            floor.row = floor.last
        setting = Setting(
            speaking=floor.row is not None,
            table=table,
            listed=listed,
            chair=presiding,
            label=label,
            question=(block.marker or "") == "?",
            silent=silent,
            concluded=bool(block.section) and heads[index].outcomes,
        )
        _read_block(index, block, passage, setting, floor)
        if floor.row is None:
            silent_blocks.add(index)
        previous = block
    return [*known_by_name(row for row in floor.rows if not row.bare)]


def _over(passage: Passage, block: Block, setting: Setting) -> tuple[str, Group] | None:
    """The section that a head with nothing but the name of a speaker opens, and who that is."""
    group = heads_all(passage, setting)
    return (block.text.rstrip(" :").lower(), group) if group is not None else None


def _bare(group: Group, place: tuple[int, int, int], block: Block) -> Contribution:
    """Who has the floor before he has said anything."""
    return Contribution(
        group.concepts, group.persons, "informeert", (), "label", 0.7, [place], True, block.item, bare=True
    )


def _read_block(index: int, block: Block, passage: Passage, setting: Setting, floor: Floor) -> None:
    group = labels_all(passage, setting)
    if group is not None:
        floor.take(_bare(group, (index, *passage.chars(0, len(passage.words))), block))
        return
    label = LABEL.match(block.text)
    offset = label.end() if label else 0
    concluding = setting.label is not None and setting.label.startswith("conclusie")
    floor.subject = None
    for number, (start, end) in enumerate(passage.sentences):
        if label and number == 0:
            while start < end and passage.doc[start].idx < offset:
                start += 1
            if setting.label is not None and not setting.label.startswith("toezegging"):
                floor.settled = len(floor.rows)
            if start >= end:
                continue
        elif number and LABEL.match(text_of(passage.doc, start, end)):
            floor.row = None  # "Actie: …" behind what was said
            continue
        now = replace(
            setting,
            speaking=floor.row is not None,
            label=setting.label if number == 0 or concluding else None,
            stance=floor.last.act if floor.last is not None and floor.last.act in _DEBATABLE else None,
            question=setting.question and number == 0,
            guest=setting.listed and floor.row is not None and floor.offices.visit(floor.row.speakers),
            telling=floor.row is not None and floor.row.act == "informeert",
            settled=label is not None and number > 0 and not concluding,
            many=number > 0 and _names_many(passage, *passage.sentences[number - 1], floor),
        )
        Sentence(index, block, passage, start, end, now, floor).read()
        if setting.concluded:
            floor.row = None


def _names_many(passage: Passage, start: int, end: int, floor: Floor) -> bool:
    """Whether a sentence of one speaker names many others, last of all."""
    groups = passage.within(start, end)
    speakers = floor.row.speakers if floor.row is not None else ()
    alone = len(speakers) == 1 and not words("crowd").intersection(speakers)
    return alone and bool(groups) and bool(words("crowd").intersection(groups[-1].concepts))
