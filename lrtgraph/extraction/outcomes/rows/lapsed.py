"""Sentences by which an earlier agreement or decision ends: "Daarmee vervalt de afspraak van juni 2024 over de bonus",
"Het besluit van juni wordt ingetrokken".

Which one is meant is told by the meeting that made it or by the words behind it; where neither is, none is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Final

from lrtgraph.dutch.dates import months
from lrtgraph.extraction.anaphora import titled
from lrtgraph.extraction.grammar.lexicon import HEBBEN, WORDEN, ZIJN, words
from lrtgraph.extraction.grammar.predicates import verbs_of
from lrtgraph.extraction.outcomes.rows.states import state_told
from lrtgraph.extraction.outcomes.rows.told import Told
from lrtgraph.extraction.outcomes.rows.wordings import words_in
from lrtgraph.extraction.outcomes.terms.wording import reference_day
from lrtgraph.records import AGREED, THING, Meeting, StatusReport, Task

if TYPE_CHECKING:
    from spacy.tokens import Span

_CONFIDENCE = 0.7
_OF_MONTH: Final = re.compile(
    rf"\A\s*(?:van|uit)\s+(?:\d{{1,2}}\s+)?(?P<month>{'|'.join(sorted(months(), key=len, reverse=True))})\b\.?"
    r"(?:\s+(?P<year>20\d\d))?",
    re.IGNORECASE,
)
"""Behind the noun, when it was made: "van juni 2024", "van 5 juni"."""


def agreement_ended(told: Told, sentence: Span) -> Iterator[StatusReport]:
    """What a clause tells of an agreement or a decision that holds no more; `things` has its month."""
    nouns = [k for k in range(told.clause.start, told.clause.end) if told.tokens.lower[k] in words("agreed_noun")]
    if len(nouns) != 1 or not _ends(told) or told.denies(told.clause.start, told.clause.end):
        return
    noun = nouns[0]
    behind = _OF_MONTH.match(told.text[told.tokens.ends[noun] - told.start :])
    month = _month(behind, told.reading.meeting) if behind else None
    first = noun + 1 if behind is None else told.tokens.at(0, told.tokens.ends[noun] + behind.end())[1]
    wording = _wording(told, first)
    mentions = told.reading.mentions_in(told.index, told.start, told.tokens.ends[told.clause.end - 1])
    named = [one.concept for one in mentions if told.reading.is_instrument(one.concept)]
    title = titled(told.reading, told.index) if month else None
    about = named or ([title] if title else [])
    if not (wording or about):
        return
    yield StatusReport(
        "dropped",
        Task(None, wording, (f"{AGREED} {month}" if month else AGREED,)),
        (),
        told.reading.span(told.index, sentence.start_char, sentence.end_char),
        THING,
        _CONFIDENCE,
        told.reading.layout.blocks[told.index].item,
        tuple(dict.fromkeys(about)),
    )


def _ends(told: Told) -> bool:
    """Whether a clause says that something is given up or holds no more."""
    given_up = [use.verb for use in told.uses(verbs_of("calling_off"))]
    if given_up:
        return told.finite(*given_up) <= ZIJN | HEBBEN | WORDEN
    found = state_told(told.text, told.state_verbs())
    return found is not None and found[0].came == "dropped"


def _month(found: re.Match[str], meeting: Meeting) -> str | None:
    """The month in which it was made, the last of that name before the meeting: "2024-06"."""
    month, held = months()[found["month"].lower()], reference_day(meeting)
    if found["year"]:
        return f"{found['year']}-{month:02}"
    if held is None:
        return None
    return date(held.year - (month > held.month), month, 1).isoformat()[:7]


def _wording(told: Told, first: int) -> tuple[str, ...]:
    """The words behind it by which it is told: nouns and numbers that name nobody and no instrument."""
    tokens = told.tokens
    found = (
        tokens.surface[k]
        for k in range(first, told.clause.end)
        if tokens.parts[k] in ("NOUN", "PROPN", "NUM")
        and tokens.lower[k] not in words("no_thing")
        and told.reading.mention_at(told.index, tokens.starts[k]) is None
    )
    return words_in(" ".join(found))
