"""Statements: who contributed what to the discussion, as what act, towards whom and about what.

Each package builds on those above it:

speech     the lexicon of speech: verbs, nouns and cues, and how they are sighted
sentence   a block as words, sentences, clauses and groups of named actors
stance     the act of a predicate: its frame, whether it is denied, ended, held or only reported
speakers   who contributes in a sentence: a family of patterns a file, from the surest to the least sure
course     the course of the discussion: who has the floor, and how contributions run on over sentences
subject    what contributions are about, and what of it they want to end or keep
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from lrtgraph.dutch.redaction import is_withheld
from lrtgraph.extraction.statements.course.answering import Turn, answered
from lrtgraph.extraction.statements.course.discussion import Discussion
from lrtgraph.extraction.statements.course.floor import Contribution
from lrtgraph.extraction.statements.course.turns import rows
from lrtgraph.extraction.statements.course.wording import Opinion, opinion
from lrtgraph.extraction.statements.speakers.likely import RULE, Hear, unheard
from lrtgraph.extraction.statements.subject.joining import apart
from lrtgraph.extraction.statements.subject.topics import topics
from lrtgraph.records import Act, Span, Statement
from lrtgraph.value import value

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading

__all__ = ["Contributed", "contributed", "discussed", "statements"]


def statements(reading: Reading, said: Sequence[Contributed] | None = None) -> tuple[Statement, ...]:
    """All statements of a document in the order of the text.

    In: the reading of one document; `said`, what was `discussed` in it, if it is known already. Out: one statement for
    a speaker (or speakers together) and act; `evidence` is raw text from the first to the last of its words, page
    furniture in between included. Raises nothing of its own.
    """
    contributions = discussed(reading) if said is None else said
    found = [one.row for one in contributions]
    abouts = topics(reading, found)
    replies = answered([Turn(row, one.span, one.text) for row, one in zip(found, contributions, strict=True)])
    rest = zip(found, contributions, abouts, apart(reading, found, abouts), replies, strict=True)
    return tuple(
        Statement(
            speakers=row.speakers,
            act=row.act,
            addressees=tuple(c for c in row.towards if c not in row.speakers),
            about=about,
            evidence=one.span,
            rule=row.rule,
            confidence=round(row.confidence, 2),
            persons=row.persons,
            item=row.item,
            apart=other.topics,
            stance=other.stance,
            answers=questions,
        )
        for row, one, about, other, questions in rest
    )


@value
class Contributed:
    """A contribution as the lexicon has it, where it stands, and its own words, cleaned."""

    row: Contribution
    span: Span
    text: str


def contributed(reading: Reading, hear: Hear = unheard) -> list[Contributed]:
    """The contributions of a document in the order of the text. `hear` decides where the rules find none.

    What another says in the middle of one ("… op verzoek van CdK …") is not among its own words.
    """
    told = ((_span(reading, row), row) for row in rows(reading, hear))
    placed = sorted((one for one in told if not is_withheld(one[0].text)), key=lambda one: (one[0].start, -one[0].end))
    spans = [span for span, _ in placed]
    found: list[Contributed] = []
    for place, (span, row) in enumerate(placed):
        blocks = reading.layout.blocks[row.places[0][0] : row.places[-1][0] + 1]
        text, at = "", span.start
        for other in spans[place + 1 :]:
            if other.start >= span.end:
                break
            if other.end <= span.end and other != span:
                text += reading.told(at, max(at, other.start), blocks) + " "
                at = max(at, other.end)
        found.append(Contributed(row, span, text + reading.told(at, span.end, blocks)))
    return found


def discussed(reading: Reading) -> list[Contributed]:
    """The same with the acts that the lexicon, their words and what came before come to."""
    found: list[Contributed] = []
    so_far = Discussion()
    for one in contributed(reading):
        row, meant = one.row, _meant(one, so_far)
        if found and _goes_on(found[-1].row, row, meant.act):
            found[-1] = _with(reading, found[-1], one)
            continue
        rule = row.rule if meant.act == row.act or row.rule == RULE else "wording"
        sure = row.confidence * meant.sure if row.rule == RULE else min(row.confidence, meant.sure)
        found.append(replace(one, row=replace(row, act=meant.act, rule=rule, confidence=sure)))
        so_far.add(found[-1].row, one.text)
    return found


def _goes_on(before: Contribution, row: Contribution, act: Act) -> bool:
    """Whether what seemed another act of the same speaker, not named again, is after all more of the last one."""
    told = act == before.act or (act == "informeert" and before.act == "antwoordt")
    block, _, end = before.places[-1]
    beside = row.places[0][0] == block and end <= row.places[0][1]
    return row.rule == "continuation" and row.speakers == before.speakers and told and beside


def _with(reading: Reading, one: Contributed, more: Contributed) -> Contributed:
    """A contribution that runs on over the next."""
    row = replace(one.row, places=[*one.row.places])
    for place in more.row.places:
        row.extend(*place)
    return Contributed(row, _span(reading, row), f"{one.text} {more.text}")


def _meant(one: Contributed, so_far: Discussion) -> Opinion:
    """The act by the lexicon where that is final, else by all that is known."""
    row = one.row
    return Opinion(row.act, 1.0) if row.explicit and row.final else opinion(one.text, row, so_far)


def _span(reading: Reading, row: Contribution) -> Span:
    first = reading.span(*row.places[0])
    last = reading.span(*row.places[-1])
    return Span(first.start, last.end, reading.document.text[first.start : last.end])
