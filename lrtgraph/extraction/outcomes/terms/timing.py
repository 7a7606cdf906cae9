"""What a day in an outcome means: the day by which it is done, from which it holds, or on which something else was."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from lrtgraph.extraction.grammar.clauses import Clause, clauses, tokens_at
from lrtgraph.extraction.grammar.lexicon import HEBBEN, MODAL, ZIJN, table, words
from lrtgraph.extraction.grammar.predicates import Predicate, uses_of
from lrtgraph.extraction.grammar.tokens import tokens_of
from lrtgraph.extraction.outcomes.terms.deadlines import Deadline, find_deadline
from lrtgraph.extraction.outcomes.terms.wording import reference_day
from lrtgraph.records import OutcomeKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from lrtgraph.extraction.context import Reading

_FROM = re.compile(
    r"\b(?P<from>vanaf|ingaande?(?:\s+(?:op|per|vanaf))?|met\s+ingang\s+van|per)\s+(?:de\s+)?\Z",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\b(?:tot(?:\s+en\s+met)?|t/m)\s+(?:de\s+)?\Z", re.IGNORECASE)
_BY = re.compile(r"\b(?:vóór|voor|uiterlijk(?:\s+op)?|per|tegen|niet\s+later\s+dan)\s+(?:de\s+)?\Z", re.IGNORECASE)

_EFFECTS = tuple(map(Predicate.parse, ("over|gaan", "in|gaan", "gelden", "vervallen", "over|nemen", "aan|treden")))
"""What happens by itself on its day, or puts another in somebody's place."""
_LASTS = tuple(
    map(
        Predicate.parse,
        (
            "blijven", "open|blijven", "gelden", "duren", "voort|duren", "lopen", "door|lopen", "door|gaan",
            "door|werken", "door|draaien", "aan|houden", "verlengen", "voort|zetten", "open|houden",
            "beschikbaar houden", "beschikbaar stellen", "open|stellen", "in stand houden", "continueren", "handhaven",
        ),
    )
)  # fmt: skip
"""What goes on until its day: nothing is to be done by then."""

_ENDS = tuple(
    map(
        Predicate.parse,
        (
            "af|lopen",
            "lopen",
            "door|lopen",
            "eindigen",
            "verlopen",
            "vervallen",
            "in|gaan",
            "gelden",
            "duren",
            "starten",
        ),
    )
)
"""What begins, runs and ends by itself: the day on which a thing does so is no term of who must do something."""
_BOUNDS = tuple(
    map(Predicate.parse, ("af|lopen", "eindigen", "verlopen", "vervallen", "in|gaan", "starten", "van start gaan"))
)
"""Those of them that tell of a beginning or an end."""
_SETTLING = tuple(
    map(
        Predicate.parse,
        ("toe|zeggen", "beloven", "garanderen", "zorgen", "af|spreken", "overeen|komen", "besluiten"),
    )
)
"""Verbs behind which it is agreed or promised that this happens."""
_CAUSE = frozenset({"omdat", "aangezien", "doordat"})

_PERFECT = (HEBBEN | ZIJN) - {"zij"}
_ON = re.compile(r"\bop\s+(?:de\s+)?(?:[a-z]+dag\s+)?\Z", re.IGNORECASE)
_YEAR = re.compile(r"\b20\d\d\b")


def told_deadline(reading: Reading, block: int, start: int, end: int, *, running: bool = False) -> Deadline | None:
    """The deadline in `[start, end)` of a block's text, as `find_deadline` has it, but none that tells of the past."""
    text, doc = reading.layout.blocks[block].text, reading.docs[block]
    found = find_deadline(text, start, end, reading.meeting, running=running)
    while found is not None and _is_anothers(doc, start, found, reference_day(reading.meeting)):
        found = (
            find_deadline(text, start, found.start, reading.meeting, running=running) if found.start > start else None
        )
    return found


def as_due(reading: Reading, block: int, stretch: Span, kind: OutcomeKind, deadline: Deadline) -> Deadline | None:
    """A deadline as it binds those of an outcome: None where its day tells of minutes that are put right.

    In: the tokens of the outcome, its kind, and the deadline that its words hold. Where from that day on, or until
    then, something holds or goes on, the words stay and the day goes, as nothing is due on it; a decision keeps the
    day on which it takes effect.
    """
    text = reading.layout.blocks[block].text
    if kind == "besluit" and _puts_right(stretch, deadline):
        return None
    inside = deadline.text.lower().startswith(("vanaf", "met ingang", "ingaand"))
    told = _FROM.search(text, stretch.start_char, deadline.start)
    if not inside and told is None and _happens(_clause_at(stretch, deadline), _LASTS):
        until = _UNTIL.search(text, stretch.start_char, deadline.start)
        return replace(deadline, day=None) if until else deadline
    if kind == "besluit":
        return deadline
    if not inside and (told is None or (told["from"].lower() == "per" and not _changes(stretch))):
        return deadline
    start = told.start() if told else deadline.start
    return replace(deadline, text=" ".join(text[start : deadline.end].split()), day=None, start=start)


def _clause_at(stretch: Span, deadline: Deadline) -> Span:
    """The clause of an outcome in which a deadline stands, or all of it where that stands in a cell of its own."""
    found = (c for c in clauses(stretch) if stretch.doc[c.start].idx <= deadline.start)
    last = next((c for c in reversed(list(found)) if deadline.start < stretch.doc[c.start : c.end].end_char), None)
    return stretch.doc[last.start : last.end] if last else stretch


def _is_anothers(doc: Doc, start: int, deadline: Deadline, reference: date | None) -> bool:
    """Whether something was done on the day, or it stands in a subordinate clause that tells of what was ("dat er in
    mei 40 plekken waren"), what is asked, why something is done, or when a thing ends ("die aflopen op 1 juli")."""
    tokens = tokens_of(doc)
    at = tokens_at(doc, deadline.start, deadline.end).start
    clause = next((c for c in clauses(doc[at].sent) if c.start <= at < c.end), None)
    if clause is None or clause.start == at:
        return False  # "zodra de brief is getekend"
    if clause.main:
        return _is_done(doc, clause, deadline, reference)
    if clause.opener in _CAUSE:
        return True
    ends = clause.opener in words("relative") and _happens(doc[clause.start : clause.end], _ENDS)
    if ends and not _is_settled(doc, clause, at):
        return True
    verbs = [k for k in range(clause.start, clause.end) if tokens.finite[k]]
    if any(_in_past(doc, k) for k in verbs):
        return True
    if _BY.search(tokens.text, start, deadline.start):
        return False  # "dat JenV de brief uiterlijk 1 mei heeft verstuurd"
    if clause.opener in words("question_word") and not any(tokens.finite[clause.start : at]):
        return True  # "gaat na welke plekken er op 1 juli zijn"
    inside = range(clause.start, clause.end)
    participle = any("Part" in doc[k].morph.get("VerbForm", []) for k in inside if k not in verbs)
    return participle and any(tokens.lower[k] in _PERFECT for k in verbs)


def _is_done(doc: Doc, clause: Clause, deadline: Deadline, reference: date | None) -> bool:
    """Whether a main clause tells what was done on a day without a year: "COA heeft de lijst op 3 mei gestuurd".

    What "is op 3 mei gesloten" may be so by then: the day that is nearer to the meeting decides.
    """
    tokens = tokens_of(doc)
    before = (tokens.text, doc[clause.start].idx, deadline.start)
    year = _YEAR.search(tokens.text, deadline.start, deadline.end)
    if year or _BY.search(*before) or not _ON.search(*before):
        return False
    inside = tokens.lower[clause.start : clause.end]
    done = any("Part" in doc[k].morph.get("VerbForm", []) for k in range(clause.start, clause.end))
    if "te" in inside or not (done or "laten" in inside) or not words("scheduled").isdisjoint(inside):
        return False
    finite = {tokens.lower[k] for k in range(clause.start, clause.end) if tokens.finite[k]}
    if finite <= HEBBEN:
        return bool(finite)
    return finite <= _PERFECT and lies_behind(deadline, reference)


def lies_behind(deadline: Deadline, reference: date | None) -> bool:
    """Whether the day of a deadline, a year earlier, is nearer to the meeting."""
    if deadline.day is None or reference is None:
        return False
    return deadline.day - reference > reference - deadline.day + timedelta(days=365)


def _is_settled(doc: Doc, clause: Clause, at: int) -> bool:
    """Whether that something begins or ends on the day at a token is itself what is settled.

    "zegt toe dat de HAR per 1 mei eindigt"; not "meldt dat …", nor "dat het contract dat per 1 mei eindigt …".
    """
    tokens, sentence = tokens_of(doc), doc[clause.start].sent
    first = next((one.start for one in clauses(sentence) if one.end == clause.start), sentence.start)
    nested = not (words("relative") | {"als"}).isdisjoint(tokens.lower[clause.start + 1 : at])
    if clause.opener != "dat" or nested or not _happens(doc[clause.start : clause.end], _BOUNDS):
        return False
    if tokens.parts[clause.start - 1] == "NOUN":
        return tokens.lower[clause.start - 1] in words("promise_noun")
    settles = next(uses_of(_SETTLING, tokens.lower, first, clause.start), None) is not None
    return settles and "te" not in tokens.lower[first : clause.start]


def _in_past(doc: Doc, k: int) -> bool:
    """Whether the verb at `k` is in the past, by its tag and its form, and no modal."""
    word = tokens_of(doc).lower[k]
    if word in words("past_verb"):
        return True
    weak = word.endswith(("de", "te")) and word not in MODAL
    return (weak or word in _strong_pasts()) and "Past" in doc[k].morph.get("Tense", [])


@cache
def _strong_pasts() -> frozenset[str]:
    return frozenset(row["past"] for row in table("strong_verbs"))


def _puts_right(stretch: Span, deadline: Deadline) -> bool:
    """Whether the day stands in what is put right in minutes: "verslag vastgesteld met één wijziging: … op 3 mei"."""
    before = {token.lower_ for token in stretch if token.idx < deadline.start}
    return not before.isdisjoint(words("minutes_word")) and not before.isdisjoint(words("correction"))


def _changes(stretch: Span) -> bool:
    """Whether something changes by itself on the day, or is done again and again from it on."""
    lower = tokens_of(stretch.doc).lower
    if not words("recurring").isdisjoint(lower[stretch.start : stretch.end]):
        return True
    return _happens(stretch, _EFFECTS)


def _happens(stretch: Span, verbs: tuple[Predicate, ...]) -> bool:
    """Whether one of the verbs is used in an outcome."""
    lower = tokens_of(stretch.doc).lower
    return next(uses_of(verbs, lower, stretch.start, stretch.end), None) is not None
