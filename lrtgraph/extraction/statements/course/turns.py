"""Contributions as they run on: over sentences, nested bullets and paragraphs, from one speaker to the next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lrtgraph.dutch.conjugation import plural
from lrtgraph.extraction.context import Reading
from lrtgraph.extraction.grammar.clauses import text_of
from lrtgraph.extraction.grammar.lexicon import WORDEN, ZIJN, words
from lrtgraph.extraction.outcomes.marks.heads import heads_over
from lrtgraph.extraction.outcomes.marks.marked import arrows_decide
from lrtgraph.extraction.statements.course.bounds import (
    LABEL,
    collective,
    has_chair,
    label_of,
    presides,
    promises,
    runs_on,
)
from lrtgraph.extraction.statements.course.floor import (
    Contribution,
    Floor,
    answers_on,
    known_by_name,
    nouns,
    one_sentence,
    reacts,
    replies,
)
from lrtgraph.extraction.statements.course.table import at_table, has_list
from lrtgraph.extraction.statements.sentence.blocks import SILENT_KINDS, passage_of
from lrtgraph.extraction.statements.sentence.groups import NOBODY, Group
from lrtgraph.extraction.statements.sentence.offices import Offices
from lrtgraph.extraction.statements.sentence.passage import ARROWS, Passage
from lrtgraph.extraction.statements.sentence.placement import main_subject
from lrtgraph.extraction.statements.sentence.syntax import forms, skip
from lrtgraph.extraction.statements.speakers.finding import find
from lrtgraph.extraction.statements.speakers.found import Find, Setting
from lrtgraph.extraction.statements.speakers.likely import Hear, candidates, unheard
from lrtgraph.extraction.statements.speakers.subjects import patient, promised_by_other
from lrtgraph.extraction.statements.speakers.telegram import heads_all, labels_all
from lrtgraph.extraction.statements.stance.content import content, running
from lrtgraph.records import Act, Block

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
        broken = index > 0 and reading.layout.blocks[index - 1].kind == "furniture"
        if block.parent is None and not runs_on(passage, block, previous, broken=broken):
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
        _read_sentence(index, block, passage, start, end, now, floor)
        if setting.concluded:
            floor.row = None


def _names_many(passage: Passage, start: int, end: int, floor: Floor) -> bool:
    """Whether a sentence of one speaker names many others, last of all."""
    groups = passage.within(start, end)
    speakers = floor.row.speakers if floor.row is not None else ()
    alone = len(speakers) == 1 and not words("crowd").intersection(speakers)
    return alone and bool(groups) and bool(words("crowd").intersection(groups[-1].concepts))


def _read_sentence(
    index: int, block: Block, passage: Passage, start: int, end: int, setting: Setting, floor: Floor
) -> None:
    joint = collective(passage, start, end)
    found = [] if joint else find(passage, start, end, setting)
    if joint:
        floor.settled = len(floor.rows)
    promised = next(iter(passage.within(0, start)), None) if setting.promising else None
    if promised is not None:  # "Toezegging (corporaties): …"
        found = [Find(start, end, "named", promised, "zegt_toe", "label", 0.88)]
    taken_up = floor.subject is not None and found and found[0].rule == "anaphor"
    if taken_up and floor.subject is not None and floor.offices.mean(found[0].noun, floor.subject.concepts):
        found[0] = replace(found[0], who="named", group=floor.subject, again=False)
    floor.subject = None if found else _presented(passage, start, end, setting, floor)
    found = [
        one
        for one in found
        if one.who != "same"
        or floor.row
        or floor.last
        or _named_before(found, one)
        or floor.holder(one.noun, block.item)
    ]
    lower = passage.words[start:end]
    if not found and not joint:
        found = _unheard(passage, start, end, setting, floor)
    if not found and "gevraagd" in lower and any(word in ("wordt", "werd", "is") for word in lower[:4]):
        floor.question = index  # "Gevraagd wordt of …"
    if not found:
        _go_on(index, block, passage, start, end, setting, floor)
    elif floor.row is not None and all(one.aside for one in found) and found[0].rule != "in-passing":
        floor.row.extend(index, *passage.chars(start, end))
    if floor.row is not None and _only_then(found, start, floor.row):
        floor.row.extend(index, *passage.chars(start, found[0].start))
        start = found[0].start
    elif floor.row is not None and found and found[0].rule == "agentless" and found[0].start > start + 1:
        _go_on(index, block, passage, start, found[0].start - 1, setting, floor)  # "…, er wordt gevraagd om"
        start = found[0].start
    bounds = list(_bounds(passage, found, start, end))
    for one, (a, b) in zip(found, bounds, strict=True):
        row = _row(index, block, passage, one, a, b, floor, setting)
        if row is None:
            continue
        floor.take(row)


def _only_then(found: list[Find], start: int, row: Contribution) -> bool:
    """Whether who has the floor goes on before he does more: "COA zou er baat bij hebben, en is bereid te betalen"."""
    first = found[0] if found else None
    if first is None or first.group is None or first.aside or first.rule != "ellipsis":
        return False
    return first.group.start == start < first.start and first.group.concepts == row.speakers


def _unheard(passage: Passage, start: int, end: int, setting: Setting, floor: Floor) -> list[Find]:
    """What somebody probably contributes in a sentence without a word of speech; whoever has the floor goes on."""
    here, verb = main_subject(passage, start, end, setting.chair)
    pointed = here is not None and here.kind == "anaphor" and not plural(passage.words[verb])
    if floor.row is not None and pointed:
        return []  # "Over de GOO kon zij de VNG geruststellen"
    going_on = floor.row.speakers if floor.row is not None else ()
    told = patient(passage, start, end)
    probable = candidates(passage, start, end, setting)
    if here is not None and here.noun:
        # "Ik zeg de VNG toe …": he is not VNG; but "Of de minister dat kan, wil VNG weten"
        apart = next((k for k in range(verb, end) if passage.words[k] == ","), end)
        probable = (one for one in probable if one.group.start not in range(verb, apart))
    one = floor.hear(one for one in probable if one.group.concepts != going_on and one.group != told)
    one = one or _in_person(passage, start, end, setting, going_on)
    return [] if one is None else [one]


def _in_person(passage: Passage, start: int, end: int, setting: Setting, going_on: tuple[str, ...]) -> Find | None:
    """What somebody at the table, by his own name, is told to have or do: he takes the floor with it.

    "Daar heeft mw. Kok geen aanwijzingen voor", "Bos heeft niets": an organisation may be spoken of, a person speaks;
    but not who is thanked, is away or leaves.
    """
    here, verb = main_subject(passage, start, end, setting.chair)
    if here is None or here.group is None or here.kind != "named" or not here.group.persons:
        return None
    if not setting.speaking or setting.absent(here.group) or here.group.concepts == going_on:
        return None
    if passage.words[verb] in forms("presiding") | WORDEN | ZIJN | words("coming_and_going"):
        return None
    if setting.label is not None or setting.concluded:
        return None
    return Find(start, end, "named", here.group, "informeert", "person", 0.6)


def _presented(passage: Passage, start: int, end: int, setting: Setting, floor: Floor) -> Group | None:
    """The subject of a sentence that says nothing of what he said, to whom the next one may point back."""
    here, _ = main_subject(passage, start, end, setting.chair)
    if here is not None and here.kind == "anaphor" and _of_another(passage, start, end, setting, floor):
        return Group(start, start + 1, start, (floor.holder(here.noun, floor.item) or NOBODY,))
    if here is not None and here.kind == "chair" and setting.chair:
        return Group(start, start + 1, start, (setting.chair,))
    group = passage.starting(skip(passage, start, end, ("aanhef",)))
    acting = group is not None and group.end < end and passage.finite[group.end]
    return group if group is not None and acting and not setting.absent(group) else None


def _named_before(found: list[Find], one: Find) -> bool:
    return any(other.who == "named" for other in found[: found.index(one)])


def _bounds(passage: Passage, found: list[Find], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where each contribution in a sentence begins and ends: up to the next one, without the joint between."""
    firm = [one for one in found if not one.aside]
    for one in found:
        if one.aside:
            yield one.start, one.end
            continue
        n = firm.index(one)
        a = start if n == 0 else one.start
        b = end if n + 1 == len(firm) else firm[n + 1].start
        if n + 1 < len(firm):
            while b > a + 1 and passage.words[b - 1] in (",", ";", "en", "maar", "doch", "want"):
                b -= 1
        yield a, b


def _row(
    index: int, block: Block, passage: Passage, one: Find, a: int, b: int, floor: Floor, setting: Setting
) -> Contribution | None:
    """The row of a find; None where it only lets the contribution that goes on run further."""
    who = _speakers(one, block, floor, setting)
    if who is None:
        return None
    speakers, persons = who
    first, last = passage.chars(a, b)
    act, towards = _answered(index, block, passage, one, (a, b), floor, speakers)
    row = floor.row
    if row is not None and row.speakers == speakers and _adds_nothing(index, passage, one, a, act, row):
        row.extend(index, first, last)
        return None
    return Contribution(
        speakers,
        persons,
        act,
        towards,
        one.rule,
        one.confidence,
        [(index, first, last)],
        one.plain,
        block.item,
        one.aside,
        nouns=nouns(passage, a, b) if act == "vraagt" else frozenset(),
        named=one.named,
        final=one.final,
    )


def _speakers(
    one: Find, block: Block, floor: Floor, setting: Setting
) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Who speaks, and the persons named; None where that is not known."""
    before = floor.row or floor.last
    if one.who == "named" and one.group is not None:
        return one.group.concepts, one.group.persons
    if one.who == "chair" and setting.chair:
        return (setting.chair,), ()
    if one.noun in words("self") and floor.row is None:
        return None  # "Ik heb de VNG een brief toegezegd", says who wrote the letter
    if floor.other(one.noun, before, block.item):
        # "De staatssecretaris …. De minister …": somebody else speaks, nobody where it is not known who.
        return (floor.holder(one.noun, block.item) or NOBODY,), ()
    return None if before is None else (before.speakers, before.persons)


def _answered(
    index: int, block: Block, passage: Passage, one: Find, ends: tuple[int, int], floor: Floor, who: tuple[str, ...]
) -> tuple[Act, tuple[str, ...]]:
    """The act of a find and whom it is towards, where it may answer or take up what was said before it."""
    act, towards = one.act, one.towards
    if floor.question == index and not one.aside:
        act, floor.question = "antwoordt" if one.plain else act, None
    asked = floor.rows[-1] if floor.rows else None
    if asked is not None and asked.item == block.item and asked.speakers != who:
        if replies(passage, one, ends, who, asked, index, block):
            act = "antwoordt"
        if not towards and (act == "antwoordt" or (floor.settled < len(floor.rows) and reacts(passage, *ends, act))):
            towards = asked.speakers
    return act, towards


def _adds_nothing(index: int, passage: Passage, one: Find, start: int, act: Act, row: Contribution) -> bool:
    """Whether what the same speaker does next belongs to the contribution that goes on."""
    if (
        row.act == "bezwaar"
        and one.rule == "according-to"
        and act == "informeert"
        and passage.words[start] != "volgens"
    ):
        return True  # "… is hier geen voorstander van. Dat gebeurt volgens VNG alleen als …"
    joined = one_sentence(row, index, passage, passage.chars(start, start + 1)[0])
    if joined and not one.aside and passage.words[start - 1 : start] == ("want",):
        return True  # "VNG kan dit niet, want de gemeenten …": the reason
    if answers_on(row, one, joined=joined):
        return True
    if act == row.act and (joined or (act == "informeert" and one.manner != "saying")):
        return True
    repeats = act == row.act or (act == "informeert" and row.act == "antwoordt")
    return one.again and not one.aside and repeats


def _of_another(passage: Passage, start: int, end: int, setting: Setting, floor: Floor) -> bool:
    """Whether a sentence tells of a person or organ who is not whoever has the floor: "De directie maakt bezwaar"."""
    here, _ = main_subject(passage, start, end, setting.chair)
    if here is None or here.inverted or here.noun not in words("stand_in", "other_party"):
        return False
    return here.kind == "named" or (floor.row is not None and not floor.offices.mean(here.noun, floor.row.speakers))


def _go_on(index: int, block: Block, passage: Passage, start: int, end: int, setting: Setting, floor: Floor) -> None:
    """A sentence without a speaker of its own: the contribution runs on, changes its act, or ends."""
    row = floor.row
    if row is None:
        return
    chaired = setting.chair not in row.speakers and has_chair(passage, start, end)
    presided = chaired or presides(passage, start, end)
    if setting.label is not None or collective(passage, start, end) or presided:
        floor.row = None
        return
    if row.act in ("vraagt", "verzoekt") and promised_by_other(passage, start, end, setting, row.speakers):
        return
    if row.act == "vraagt" and passage.words[start] in words("yes_or_no"):
        floor.row = None  # "VNG vraagt of dit meetelt. Nee.": whoever says so is not named
        return
    first, last = passage.chars(start, end)
    act = None if _of_another(passage, start, end, setting, floor) else running(passage, start, end, row.act)
    if row.bare:
        act = content(passage, start, end, frozenset(), end) or act
    if act is None or act == row.act or (row.act == "antwoordt" and act in ("informeert", "verzoekt", "stelt_voor")):
        row.extend(index, first, last)
        return
    floor.take(
        Contribution(row.speakers, row.persons, act, (), "continuation", 0.6, [(index, first, last)], False, block.item)
    )
