"""Contributions as they run on: over sentences, nested bullets and paragraphs, from one speaker to the next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lrtgraph.extraction.bodies import bodies_of
from lrtgraph.extraction.context import Reading
from lrtgraph.extraction.grammar.clauses import text_of
from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.outcomes.marks.heads import announced, heads_over
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
from lrtgraph.extraction.statements.sentence.blocks import SILENT_KINDS, passage_of
from lrtgraph.extraction.statements.sentence.groups import Group
from lrtgraph.extraction.statements.sentence.offices import Offices
from lrtgraph.extraction.statements.sentence.passage import ARROWS, Passage
from lrtgraph.extraction.statements.speakers.finding import find
from lrtgraph.extraction.statements.speakers.found import Setting
from lrtgraph.extraction.statements.speakers.likely import Hear, unheard
from lrtgraph.extraction.statements.speakers.telegram import heads_all, labels_all
from lrtgraph.records import Block

if TYPE_CHECKING:
    from spacy.tokens import Doc

_DEBATABLE = frozenset({"steunt", "bezwaar", "stelt_voor", "verzoekt"})
_ARROWS = ARROWS | {"==>", "-->"}
_LABEL_REACH = 24  # characters within which a block's first name may be who speaks: "De heer Van der Burg"
_LISTED = 2  # seats present that make a list


def rows(reading: Reading, hear: Hear = unheard) -> list[Contribution]:
    """All contributions of a document in reading order. `hear` decides where the rules find none."""
    course = _Course(reading, hear)
    for index, block, doc in reading.blocks():
        course.read(index, block, doc)
    return [*known_by_name(row for row in course.floor.rows if not row.bare)]


class _Course:
    """The discussion so far: who has the floor, what the table is, and what stood above."""

    def __init__(self, reading: Reading, hear: Hear) -> None:
        self.floor = Floor(hear, Offices(reading))
        self._reading = reading
        self._passages: dict[int, Passage] = {}
        seats = frozenset(p.concept for p in reading.participants if p.concept)
        body = frozenset({reading.meeting.body} if reading.meeting.body else ()) - seats
        elsewhere = (words("elsewhere") - seats) | {"LRT", "HLRT"}
        organ = frozenset() if _is_table(reading) else body - elsewhere
        self._setting = Setting(
            table=_at_table(reading, seats, self._passages),
            listed=_has_list(reading),
            chair=reading.chair,
            silent=(body - organ) | elsewhere,
            organ=organ,
        )
        self._heads, self._arrows = heads_over(reading), arrows_decide(reading)
        self._above: tuple[str, Group] | None = None
        self._previous: Block | None = None
        self._silent: set[int] = set()

    def read(self, index: int, block: Block, doc: Doc) -> None:
        """Give the floor what the next block adds; one in which nobody speaks ends what goes on."""
        floor, label = self.floor, _label(block)
        if block.kind in SILENT_KINDS or self._settles(index, block, doc, label):
            floor.row = None
            if block.kind == "subheading":
                self._above = _over(passage_of(self._reading, index, block, doc), block, self._setting) or self._above
            self._previous = block
            return
        if block.item != floor.item:
            floor.item, floor.row, floor.last = block.item, None, None
        passage = self._passages.pop(index, None) or passage_of(self._reading, index, block, doc)
        if not passage.words:
            return
        self._give_floor(index, block, passage)
        setting = replace(
            self._setting,
            speaking=floor.row is not None,
            label=label,
            question=(block.marker or "") == "?",
            concluded=self._is_settled(index, block),
        )
        _read_block(index, block, passage, setting, floor)
        if floor.row is None:
            self._silent.add(index)
        self._previous = block

    def _is_settled(self, index: int, block: Block) -> bool:
        """Whether a block tells what was settled, by the head over it or the line that it hangs under."""
        if block.section:
            return self._heads[index].outcomes
        return block.parent is not None and announced(self._reading.layout.blocks[block.parent].text) is not None

    def _settles(self, index: int, block: Block, doc: Doc, label: str | None) -> bool:
        """Whether a bullet that is an arrow says what was settled, and is no promise."""
        marked = self._arrows and (block.marker or "") in _ARROWS and not (label or "").startswith("toezegging")
        return marked and not promises(passage_of(self._reading, index, block, doc))

    def _give_floor(self, index: int, block: Block, passage: Passage) -> None:
        """Who has the floor as a block begins: whoever had it goes on, or who stands in the head above it."""
        floor = self.floor
        alone = block.parent is None or block.parent in self._silent
        if alone and not runs_on(passage, block, self._previous):
            floor.row = None
            if self._above is not None and self._above[0] == block.section:
                floor.take(_bare(self._above[1], (index, *passage.chars(0, 1)), block))
        elif block.parent is None:
            floor.row = floor.last


def _is_table(reading: Reading) -> bool:
    """Whether those who met are a table of several parties, or nobody knows: a college, a board, a beraad is one."""
    body = reading.gazetteer.concepts.get(reading.meeting.body or "")
    if body is None:
        return True
    return bodies_of(reading.gazetteer).is_table(body.notation) and not body.pref_label.lower().endswith("beraad")


def _label(block: Block) -> str | None:
    """The label of an outcome that a block opens with, or that it stands under."""
    return label_of(block.text) or ("toezegging" if (block.section or "").startswith("toezegging") else None)


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


def _has_list(reading: Reading) -> bool:
    """Whether there is an attendance list, and not just a word on who was absent or replaced."""
    return len({p.concept for p in reading.participants if p.status == "present"}) >= _LISTED


def _at_table(reading: Reading, seats: frozenset[str], read: dict[int, Passage]) -> frozenset[str]:
    """The seats, and actors that open a block followed by a colon or a verb of speech, listed or not.

    The passages that it makes on the way are left in `read`.
    """
    found = {*seats, "leden"} if seats else set()
    listed = _has_list(reading)
    for index, block, doc in reading.blocks():
        if block.kind in SILENT_KINDS:
            continue
        first = next(iter(reading.mentions_in(index)), None)
        if first is None or (listed and first.block_start > _LABEL_REACH):
            continue
        passage = read[index] = passage_of(reading, index, block, doc)
        if not listed:  # nothing else tells who is at the table: every sentence is asked
            for start, end in passage.sentences:
                found |= _heard(passage, start, end, frozenset({"saying", "attitude"}))
            continue
        group = passage.groups[0] if passage.groups else None
        if group is None or group.start > 1 or len(passage.words) < 3:
            continue
        if found.issuperset(concept for other in passage.groups if other.start <= 1 for concept in other.concepts):
            continue  # who may open it sits there already
        found |= _heard(passage, *passage.sentences[0], frozenset({"saying"}))
    return frozenset(found)


def _heard(passage: Passage, start: int, end: int, manners: frozenset[str]) -> frozenset[str]:
    """Who opens a sentence as the subject of a verb of one of `manners`, or as its label."""
    one = next(iter(find(passage, start, end, Setting())), None)
    if one is None or one.group is None or one.manner not in manners:
        return frozenset()
    opens = one.group.start <= start + 1 and one.rule in ("subject", "label")
    return frozenset(one.group.concepts) - words("crowd") if opens or "attitude" in manners else frozenset()
