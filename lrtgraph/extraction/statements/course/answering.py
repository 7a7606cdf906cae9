"""Which questions a contribution answers: somebody else's, right before it or told in it.

In doubt a question stays open. What refuses an answer or puts it off (`data/no_answers.csv`) is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from lrtgraph.dutch.dates import find_dates
from lrtgraph.extraction.grammar.lexicon import FUTURE, WORDEN, table, words
from lrtgraph.extraction.statements.course.floor import Contribution
from lrtgraph.extraction.statements.speech.patterns import Index, Word, fits
from lrtgraph.records import Span
from lrtgraph.value import value

_TOKEN: Final = re.compile(r"\w+|[^\w\s]")
_SENTENCE: Final = re.compile(r"(?<=[.?!])\s+")
_TELLING: Final = frozenset({"informeert", "steunt", "antwoordt"})
"""Acts by which others may come between a question and what answers it by its very name."""
_OPENING: Final = 8
"""Words of a remark among which one points back to what was asked."""
_LABELS: Final = frozenset({":", "–", "→", "-"})
_LABEL: Final = 5
"""Words of a remark among which a sign stands behind the label of its speaker."""
_GRANTING: Final = (Word.parse("zegt/zeggen/zegde/zegden"), Word.parse("dit/dat/het"), Word.parse("toe"))
"""What does no more than grant what was asked: "COA zegt dit toe"."""
_GRANTED: Final = {
    act: tuple(tuple(map(Word.parse, row.split())) for row in rows)
    for act, rows in (
        ("zegt_toe", ("neemt/nemen/nam/namen dit/dat op zich",)),
        (
            "steunt",
            (
                "geen ~ bezwaar/bezwaren ~ tegen",
                "daar/hier ~ geen ~ bezwaar/bezwaren",
                "daarmee/hiermee/ermee ~ akkoord",
                "akkoord ~ daarmee/hiermee/ermee",
                "stemt/stemmen ~ daarmee/hiermee ~ in",
            ),
        ),
    )
}
"""What grants a question whether somebody can do something, or something may be done, by the act of who grants it."""


@value
class Turn:
    """A contribution with the act that it came out as, where it stands, and its own words."""

    row: Contribution
    span: Span
    text: str


def answered(turns: Sequence[Turn]) -> list[tuple[int, ...]]:
    """For each contribution of a document, in order, the places of the questions that it answers.

    A question of which no more is told than that it was answered, or with what but not by whom, is its own answer.
    """
    return [_answered_by(place, turns) for place in range(len(turns))]


def _answered_by(place: int, turns: Sequence[Turn]) -> tuple[int, ...]:
    turn = turns[place]
    if turn.row.act == "vraagt" and (turn.row.resolved or tells_answer(turn.text)):
        return (place,)
    if not (_can_answer(turn) or _goes_into(place, turns)) or leaves_open(turn.text):
        return ()
    inside = [
        other
        for other in range(len(turns))
        if other != place and turn.span.start <= turns[other].span.start and turns[other].span.end <= turn.span.end
    ]
    told = [other for other in inside if _asks(turns[other], turn)]
    if told:
        return tuple(other for other in told if not leaves_open(turns[other].text))
    last = _last_question(place, turns)
    return () if last is None else tuple(_together(last, turns))


def _can_answer(turn: Turn) -> bool:
    if turn.row.afresh and turn.row.named != "antwoordt":
        return False
    return turn.row.act == "antwoordt" or (turn.row.act == "zegt_toe" and _holds(turn.text, _GRANTING))


def _holds(text: str, *patterns: Sequence[Word]) -> bool:
    """Whether a text has words that fit one of the patterns."""
    tokens = _TOKEN.findall(text.lower())
    return any(fits(tokens, at, len(tokens), pattern) for at in range(len(tokens)) for pattern in patterns)


def _goes_into(place: int, turns: Sequence[Turn]) -> bool:
    """Whether a remark answers the question right before it whether something can be or may be: it takes upon itself
    what somebody asked another to do, or has nothing against what he asked leave for.
    """
    turn, asked = turns[place], turns[place - 1] if place else None
    if asked is None or not _asks(asked, turn) or turn.row.afresh:
        return False
    whether = _TOKEN.findall(asked.text.lower())
    able = "of" in whether and not words("modal").isdisjoint(whether[whether.index("of") :])
    return able and _holds(turn.text, *_GRANTED.get(turn.row.act, ()))


def _asks(turn: Turn, other: Turn) -> bool:
    """Whether it is a question, at the same item, of somebody else."""
    return turn.row.act == "vraagt" and turn.row.item == other.row.item and turn.row.speakers != other.row.speakers


def _last_question(place: int, turns: Sequence[Turn]) -> int | None:
    """The question that a contribution comes behind and is turned to, if it is not about something in between."""
    turn, before = turns[place], place - 1
    towards = turn.row.towards
    if before >= 0 and turns[before].row.speakers == towards:
        towards = ()  # towards whoever spoke before: that alone tells of no other
    between: list[Contribution] = []
    while before >= 0 and turns[before].row.item == turn.row.item:
        earlier = turns[before]
        if _asks(earlier, turn):
            meant = not towards or not set(towards).isdisjoint(earlier.row.speakers)
            own = all(row.speakers == earlier.row.speakers for row in between)  # who asks may say more
            fits_in = own and _to_the_point(turn, earlier, beside=not between)
            return before if meant and fits_in and not leaves_open(earlier.text) else None
        if not _lets_by(earlier, turn):
            if earlier.row.speakers == turn.row.speakers or earlier.row.act == "vraagt":
                return None
            between.append(earlier.row)
        before -= 1
    return None


def _to_the_point(turn: Turn, asked: Turn, *, beside: bool) -> bool:
    """Whether a remark goes into a question: by its name, its words, a day, or `beside` it in one block or labelled."""
    row, told = turn.row, _TOKEN.findall(turn.text.lower())
    if row.named == "antwoordt" or "antwoord" in told:
        return True
    if beside and (row.places[0][0] == asked.row.places[-1][0] or not _LABELS.isdisjoint(told[:_LABEL])):
        return True
    shared = not asked.row.nouns.isdisjoint(told) or not set(row.speakers).isdisjoint(asked.row.towards)
    shared = shared or not _days(turn.text).isdisjoint(_days(asked.text))
    pointing = words("back_reference") - ({"dat", "die"} - set(told[:1]))  # "Dat kan, zegt COA"
    return shared or not pointing.isdisjoint(told[:_OPENING])


def _days(text: str) -> set[tuple[int, int]]:
    """The days that are named, by day and month: a remark on the day that was asked about goes into the question."""
    return {(found.day, found.month) for found in find_dates(text) if found.day is not None}


def _lets_by(earlier: Turn, turn: Turn) -> bool:
    """Whether a contribution may stand between a question and its answer."""
    if earlier.row.speakers == turn.row.speakers:
        return earlier.row.act in ("informeert", "antwoordt") and not leaves_open(earlier.text)
    return earlier.row.act == "antwoordt" or (turn.row.named == "antwoordt" and earlier.row.act in _TELLING)


def _together(last: int, turns: Sequence[Turn]) -> list[int]:
    """A question with those that the same speakers asked in one breath before it."""
    first = last
    while first and _same(turns[first - 1].row, turns[last].row):
        first -= 1
    return [place for place in range(first, last + 1) if not leaves_open(turns[place].text)]


def _same(one: Contribution, other: Contribution) -> bool:
    return one.act == "vraagt" and one.speakers == other.speakers and one.item == other.item


def leaves_open(text: str) -> bool:
    """Whether a contribution says that there is no answer, or not yet.

    >>> leaves_open("MBZK weet dat niet."), leaves_open("COA zoekt dit uit."), leaves_open("COA weet dat het kan.")
    (True, True, False)
    """
    return any(_puts_off(_TOKEN.findall(sentence.lower())) for sentence in _SENTENCE.split(text))


def tells_answer(text: str) -> bool:
    """Whether what is told of a question is that it was answered, or is with these words.

    >>> tells_answer("De vraag van VNG is schriftelijk beantwoord."), tells_answer("Die vraag moet beantwoord worden.")
    (True, False)
    """
    tokens = _TOKEN.findall(text.lower())
    asked = next((k for k, word in enumerate(tokens) if word in ("vraag", "vragen")), len(tokens))
    if "beantwoord" not in tokens[asked:] or leaves_open(text):
        return False
    place = tokens.index("beantwoord", asked)
    with_these = tokens[place + 1 : place + 2] == [":"]  # "wordt beantwoord: de kosten …"
    ahead = words("modal") | FUTURE | (frozenset() if with_these else WORDEN)
    return ahead.isdisjoint(tokens)


def _puts_off(tokens: Sequence[str]) -> bool:
    end = len(tokens)
    return any(fits(tokens, at, end, pattern) for at in range(end) for pattern in _patterns().at(tokens[at]))


@cache
def _patterns() -> Index[tuple[Word, ...]]:
    rows = (tuple(map(Word.parse, row["pattern"].split())) for row in table("no_answers"))
    return Index((row, row) for row in rows)
