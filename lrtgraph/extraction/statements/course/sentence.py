"""What one sentence adds to the discussion: contributions of its own, or more of the one that has the floor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from lrtgraph.dutch.conjugation import conjugation, plural
from lrtgraph.extraction.grammar.lexicon import HEBBEN, WORDEN, ZIJN, words
from lrtgraph.extraction.statements.course.bounds import (
    attends,
    collective,
    has_chair,
    presides,
    quotes_text,
    table_stands,
)
from lrtgraph.extraction.statements.course.floor import (
    Contribution,
    Floor,
    accepts,
    answers_on,
    called_back,
    contrasts,
    has_topic,
    nouns,
    one_sentence,
    proposed_before,
    reacts,
    replies,
)
from lrtgraph.extraction.statements.course.unsaid import answers_unsaid, is_charged, tells_of_none
from lrtgraph.extraction.statements.sentence.groups import NOBODY, Group
from lrtgraph.extraction.statements.sentence.passage import Passage
from lrtgraph.extraction.statements.sentence.placement import Subject, main_subject
from lrtgraph.extraction.statements.sentence.syntax import forms, main_clause, skip
from lrtgraph.extraction.statements.speakers.finding import find
from lrtgraph.extraction.statements.speakers.found import Find, Setting
from lrtgraph.extraction.statements.speakers.likely import candidates
from lrtgraph.extraction.statements.speakers.subjects import patient, promised_by_other
from lrtgraph.extraction.statements.stance.content import content, running
from lrtgraph.records import Act, Block

_DISCUSSING: Final = conjugation("bespreken").finite
_ASKING = frozenset({"vraagt", "verzoekt"})
_LONGEST: Final = 160
"""Words of a sentence; a longer stretch without a full stop is a list, or a page that lost its lines."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """The sentence `[start, end)` of a passage in the discussion so far, which its contributions are added to."""

    index: int
    block: Block
    passage: Passage
    start: int
    end: int
    setting: Setting
    floor: Floor

    def read(self) -> None:
        """Give the floor what the sentence adds: contributions of its own, or more of the last."""
        passage, start, end, floor = self.passage, self.start, self.end, self.floor
        joint = collective(passage, start, end) or self._of_table()
        silent = joint or attends(passage, start, end) or quotes_text(passage, start, end) or end - start > _LONGEST
        found = [] if silent else find(passage, start, end, self.setting)
        if joint:
            floor.settled = len(floor.rows)
        promised = next(iter(passage.within(0, start)), None) if self.setting.promising else None
        if promised is not None:  # "Toezegging (corporaties): …"
            found = [Find(start, end, "named", promised, "zegt_toe", "label", 0.88)]
        taken_up = floor.subject is not None and found and found[0].rule == "anaphor"
        if taken_up and floor.subject is not None and floor.offices.mean(found[0].noun, floor.subject.concepts):
            found[0] = replace(found[0], who="named", group=floor.subject, again=False)
        floor.subject = None if found else self._presented()
        found = [one for one in found if self._is_known(found, one) and not self._recounted(found, one)]
        sits, found = found, [one for one in found if not self._sits(one)]
        lower = passage.words[start:end]
        if not found and not silent:
            found = self._unheard()
        if not found and "gevraagd" in lower and any(word in ("wordt", "werd", "is") for word in lower[:4]):
            floor.question = self.index  # "Gevraagd wordt of …"
        if not found and any(one.rule != "agent" for one in sits):
            floor.row = None
        elif not found:
            self._go_on()
        elif floor.row is not None and all(one.aside for one in found) and found[0].rule != "in-passing":
            floor.row.extend(self.index, *passage.chars(start, end))
        if floor.row is not None and _only_then(found, start, floor.row):
            floor.row.extend(self.index, *passage.chars(start, found[0].start))
            start = found[0].start
        elif floor.row is not None and found and found[0].rule == "agentless" and found[0].start > start + 1:
            replace(self, end=found[0].start - 1)._go_on()  # "…, er wordt gevraagd om"
            start = found[0].start
        for one, (a, b) in zip(found, list(_bounds(passage, found, start, end)), strict=True):
            row = self._row(one, a, b)
            if row is not None:
                floor.take(row)

    def _of_table(self) -> bool:
        """Whether it tells how the table takes what was just proposed: "Niemand is tegen", "Geen steun"."""
        row = self.floor.row
        proposed = row is not None and row.act in ("stelt_voor", "verzoekt")
        return proposed and table_stands(self.passage, self.start, self.end)

    def _sits(self, one: Find) -> bool:
        """Whether a find only tells what the organ that meets does there: "Het bestuur bespreekt de nota"."""
        if not self.setting.is_organ(one.group) or (one.rule == "agent" and self.setting.speaking):
            return self.setting.is_organ(one.group)  # "IPO meldt …; de nota werd ondertekend door het bestuur"
        told = self.passage.words[one.start : one.end]
        said = one.towards or "dat" in told or one.rule in ("according-to", "label")
        return not said and (one.act == "informeert" or not _DISCUSSING.isdisjoint(told))

    def _subject(self) -> tuple[Subject | None, int]:
        return main_subject(self.passage, self.start, self.end, self.setting.chair)

    def _is_known(self, found: list[Find], one: Find) -> bool:
        """Whether it can be told who speaks: by name, as whoever did before, or as who holds an office."""
        floor = self.floor
        known = one.who != "same" or floor.row is not None or floor.last is not None
        return known or _named_before(found, one) or floor.holder(one.noun, self.block.item) is not None

    def _recounted(self, found: list[Find], one: Find) -> bool:
        """Whether somebody who is not at the table has said it elsewhere, so that whoever speaks tells of it.

        "De CdK blikt terug op het overleg. Minister Faber heeft een brief toegezegd", "… De minister heeft eerder laten
        weten dat …"; who has just asked for time, listed or not, does so here.
        """
        passage, floor, group = self.passage, self.floor, one.group
        if group is None or not self.setting.listed or not floor.offices.away(group.concepts):
            return False
        told = range(one.start, main_clause(passage, one.start, one.end).end)
        has = next((k for k in told if passage.finite[k]), None)
        if has is None or passage.words[has] not in HEBBEN:
            return False
        said = any(passage.is_participle(k) or passage.words[k] == "laten" for k in told if k > has)
        before = self._since(floor.row) if floor.row is not None else passage.words[self.start : has]
        elsewhere = not words("told_before").isdisjoint(passage.words[one.start : told.stop])
        teller = floor.row is not None or one is not found[0]
        return said and teller and (elsewhere or not words("recounting").isdisjoint(before))

    def _since(self, row: Contribution) -> tuple[str, ...]:
        """The words of the contribution that goes on, so far as it stands in this block."""
        block, first, _ = row.places[0]
        since = (k for k in range(self.start) if block == self.index and self.passage.chars(k, k + 1)[0] >= first)
        return self.passage.words[next(since, self.start) : self.end]

    def _unheard(self) -> list[Find]:
        """What somebody probably contributes in a sentence without a word of speech; whoever has the floor goes on."""
        passage, start, end, setting, floor = self.passage, self.start, self.end, self.setting, self.floor
        here, verb = self._subject()
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
        one = one or self._in_person(going_on)
        return [] if one is None else [one]

    def _in_person(self, going_on: tuple[str, ...]) -> Find | None:
        """What somebody at the table, by his own name, is told to have or do: he takes the floor with it.

        "Daar heeft mw. Kok geen aanwijzingen voor", "Bos heeft niets": an organisation may be spoken of, a person
        speaks; but not who is thanked, is away or leaves.
        """
        passage, start, end, setting = self.passage, self.start, self.end, self.setting
        here, verb = self._subject()
        if here is None or here.group is None or here.kind != "named" or not here.group.persons:
            return None
        if not setting.speaking or setting.absent(here.group) or here.group.concepts == going_on:
            return None
        if passage.words[verb] in forms("presiding") | WORDEN | ZIJN | words("coming_and_going"):
            return None
        if setting.label is not None or setting.concluded:
            return None
        return Find(start, end, "named", here.group, "informeert", "person", 0.6)

    def _presented(self) -> Group | None:
        """The subject of a sentence that says nothing of what he said, to whom the next one may point back."""
        passage, start, end, setting, floor = self.passage, self.start, self.end, self.setting, self.floor
        here, _ = self._subject()
        if here is not None and here.kind == "anaphor" and self._of_another():
            return Group(start, start + 1, start, (floor.holder(here.noun, floor.item) or NOBODY,))
        if here is not None and here.kind == "chair" and setting.chair:
            return Group(start, start + 1, start, (setting.chair,))
        group = passage.starting(skip(passage, start, end, ("aanhef",)))
        acting = group is not None and group.end < end and passage.finite[group.end]
        return group if group is not None and acting and not setting.absent(group) else None

    def _of_another(self) -> bool:
        """Whether it tells of a person or organ who is not whoever has the floor: "De directie maakt bezwaar"."""
        floor, (here, _) = self.floor, self._subject()
        if here is None or here.inverted or not here.noun or here.noun in words("self", "indefinite"):
            return False
        return here.kind == "named" or (floor.row is not None and not floor.offices.mean(here.noun, floor.row.speakers))

    def _row(self, one: Find, a: int, b: int) -> Contribution | None:
        """The row of a find; None where it only lets the contribution that goes on run further."""
        who = self._speakers(one)
        if who is None:
            return None
        speakers, persons = who
        first, last = self.passage.chars(a, b)
        act, towards = self._answered(one, (a, b), speakers)
        row = self.floor.row
        if row is not None and row.speakers == speakers and self._adds_nothing(one, a, act, row):
            row.extend(self.index, first, last)
            return None
        return Contribution(
            speakers,
            persons,
            act,
            towards,
            one.rule,
            one.confidence,
            [(self.index, first, last)],
            one.plain,
            self.block.item,
            one.aside,
            nouns=nouns(self.passage, a, b) if act == "vraagt" else frozenset(),
            named=one.named,
            final=one.final,
            afresh=self._is_afresh(one, a),
        )

    def _speakers(self, one: Find) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
        """Who speaks, and the persons named; None where that is not known."""
        floor, item = self.floor, self.block.item
        before = floor.row or floor.last
        if one.who == "named" and one.group is not None:
            return one.group.concepts, one.group.persons
        if one.who == "chair" and self.setting.chair:
            return (self.setting.chair,), ()
        if one.noun in words("self") and floor.row is None:
            return None  # "Ik heb de VNG een brief toegezegd", says who wrote the letter
        if before is not None and one.noun and self._grants(one, before):
            # "VNG verzoekt Aedes om de cijfers. Dat zegt de directeur toe.": not the VNG's
            return (floor.asked(one.noun, before) or NOBODY,), ()
        if floor.other(one.noun, before, item):
            # "De staatssecretaris …. De minister …": somebody else speaks, nobody where it is not known who.
            return (floor.holder(one.noun, item) or NOBODY,), ()
        if before is None or self._points_within(one):
            return None
        return before.speakers, before.persons

    def _points_within(self, one: Find) -> bool:
        """Whether a pronoun means whom its block opens on and no list knows, and not who spoke in the block above.

        "- Karel Jansen is directeur van de school. Hij pleit voor rust."
        """
        first, passage = self.passage.sentences[0][0], self.passage
        named = passage.parts[first] == "PROPN" and passage.doc[first : first + 2].text.istitle()
        stranger = named and not passage.within(first, self.start)
        return self.floor.row is None and one.rule == "anaphor" and not one.noun and stranger

    def _grants(self, one: Find, before: Contribution) -> bool:
        """Whether a find promises what was just asked for, which who asked it does not."""
        promised = before.act in ("vraagt", "verzoekt") and one.act == "zegt_toe"
        return promised and reacts(self.passage, one.start, one.end, one.act)

    def _answered(self, one: Find, ends: tuple[int, int], who: tuple[str, ...]) -> tuple[Act, tuple[str, ...]]:
        """The act of a find and whom it is towards, where it may answer or take up what was said before it."""
        passage, floor, index = self.passage, self.floor, self.index
        act, towards = one.act, one.towards
        if floor.question == index and not one.aside:
            act, floor.question = "antwoordt" if one.plain else act, None
        asked = floor.rows[-1] if floor.rows else None
        if asked is not None and self._is_afresh(one, ends[0]):
            asked = None
        if asked is not None and asked.item == self.block.item and asked.speakers != who:
            silence = floor.unanswered == len(floor.rows)
            if not silence and replies(passage, one, ends, who, asked, index, self.block):
                act = "antwoordt"
            open_still = floor.settled < len(floor.rows)
            called = called_back(passage, *ends, floor.rows) if open_still and act in ("steunt", "bezwaar") else ()
            if not towards and (act == "antwoordt" or called or (open_still and reacts(passage, *ends, act))):
                other = accepts(passage, *ends) or contrasts(passage, one, ends[0])
                objected = act == "steunt" and asked.act == "bezwaar" and other
                towards = called or (proposed_before(floor.rows) if objected else asked.speakers)
            if not towards and one.rule == "gapping" and asked.act == act:
                towards = tuple(other for other in asked.towards if other not in who)  # "VNG steunt VB. IPO ook."
        return act, towards

    def _is_afresh(self, one: Find, start: int) -> bool:
        """Whether it opens a block with a topic of its own behind somebody's contribution."""
        rows = self.floor.rows
        return bool(rows) and rows[-1].places[-1][0] != self.index and has_topic(self.passage, one, start)

    def _adds_nothing(self, one: Find, start: int, act: Act, row: Contribution) -> bool:
        """Whether what the same speaker does next belongs to the contribution that goes on."""
        passage = self.passage
        told = row.act == "bezwaar" and one.rule == "according-to" and act == "informeert"
        if told and passage.words[start] != "volgens":
            return True  # "… is hier geen voorstander van. Dat gebeurt volgens VNG alleen als …"
        joined = one_sentence(row, self.index, passage, passage.chars(start, start + 1)[0])
        if joined and not one.aside and passage.words[start - 1 : start] == ("want",):
            return True  # "VNG kan dit niet, want de gemeenten …": the reason
        if answers_on(row, one, joined=joined):
            return True
        if act == row.act and (joined or (act == "informeert" and one.manner != "saying")):
            return True
        repeats = act == row.act or (act == "informeert" and row.act == "antwoordt")
        return one.again and not one.aside and repeats

    def _go_on(self) -> None:
        """A sentence without a speaker of its own: the contribution runs on, changes its act, or ends."""
        floor = self.floor
        row = floor.row
        if row is None:
            return
        asking = row.act in _ASKING
        if self._is_of_all(row):
            floor.row = None
        elif asking and promised_by_other(self.passage, self.start, self.end, self.setting, row.speakers):
            return
        elif row.act == "vraagt" and self._answers():
            row.resolved, floor.row = True, None  # "VNG vraagt of dit meetelt. Nee.": whoever says so is not named
        elif self._charges(row):
            floor.row = None
        elif self._stays_unanswered(row):
            floor.unanswered, floor.row = len(floor.rows), None
        elif not (asking and self._of_another()):  # "VNG vraagt om cijfers. Het ministerie heeft die niet."
            self._say_more(row)

    def _is_of_all(self, row: Contribution) -> bool:
        """Whether it tells what the table or its chair does, and nobody in particular."""
        passage, start, end = self.passage, self.start, self.end
        chaired = self.setting.chair not in row.speakers and has_chair(passage, start, end)
        led = self.setting.label is not None or collective(passage, start, end)
        coming = presides(passage, start, end) or attends(passage, start, end)
        return led or chaired or coming or self._of_table()

    def _answers(self) -> bool:
        """Whether it answers the question before it: "Nee."."""
        asked = next(((a, b) for a, b in self.passage.sentences if b == self.start), None)
        return asked is not None and answers_unsaid(self.passage, asked, self.start, self.end)

    def _charges(self, row: Contribution) -> bool:
        """Whether it charges somebody with something, where nobody was just asking for that."""
        inside = self.passage.words[self.start : self.end]
        asking = row.act in ("verzoekt", "stelt_voor") and not words("requesting").isdisjoint(inside)
        return not asking and is_charged(self.passage, self.start, self.end)

    def _stays_unanswered(self, row: Contribution) -> bool:
        """Whether it tells that no answer came to what was just asked."""
        asked = row.act in _ASKING or self.passage.words[self.start - 1 : self.start] == ("?",)
        return asked and tells_of_none(self.passage, self.start, self.end)

    def _say_more(self, row: Contribution) -> None:
        """Extend the contribution that goes on, or take a new one of its speakers where what they do changes."""
        passage, start, end = self.passage, self.start, self.end
        first, last = passage.chars(start, end)
        act = None if self._of_another() else running(passage, start, end, row.act)
        if row.bare:
            act = content(passage, start, end, frozenset(), end) or act
        telling = row.act == "antwoordt" and act in ("informeert", "verzoekt", "stelt_voor")
        if act is None or act == row.act or telling:
            row.extend(self.index, first, last)
            return
        place = (self.index, first, last)
        self.floor.take(
            Contribution(
                row.speakers, row.persons, act, (), "continuation", 0.6, [place], plain=False, item=self.block.item
            )
        )


def _only_then(found: list[Find], start: int, row: Contribution) -> bool:
    """Whether who has the floor goes on before he does more: "COA zou er baat bij hebben, en is bereid te betalen"."""
    first = found[0] if found else None
    if first is None or first.group is None or first.aside or first.rule != "ellipsis":
        return False
    return first.group.start == start < first.start and first.group.concepts == row.speakers


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
