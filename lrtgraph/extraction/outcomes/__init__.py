"""What the meeting settled: decisions, agreements, actions and commitments.

Found by a label or an arrow, under a head ("Conclusie", "Besluiten en acties"), in a table or list of actions, by a
note behind the clause ("(afspraak)"), in running text by the verbs of the table of cues, and where none of these is,
by what such sentences are like in annotated minutes (`likely`).

Each package and module builds on those above it:

terms      by when: days, terms in words, and what a day in an outcome means
labels     how minutes mark an outcome: a label before it, an arrow, a note in brackets behind it
status     how a task stands, and the new term that it got
closing    what says that a task is closed: a head, its last field, the end of its line
undone     what says that a task is not done yet
owners     who: owners, partners and subjects of what was settled
found      an outcome as it is found in a block, and the sentences in which it is looked for
prose      in running text: what settles, whether it holds, and what is only talk
kinds      of which kind an outcome is, by its words
marks      what a label, head, note or number marks
rows       rows of tables and lines of lists, and what minutes say came of earlier tasks
finding    where outcomes stand, by all of these
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from lrtgraph.dutch.dates import find_dates
from lrtgraph.extraction.bodies import TABLE
from lrtgraph.extraction.grammar.arguments import BARE, arguments
from lrtgraph.extraction.grammar.clauses import is_finite, tokens_at
from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.members import with_offices
from lrtgraph.extraction.outcomes.finding import found_outcomes
from lrtgraph.extraction.outcomes.kinds import decides, kind_of, settles_to, tells_state
from lrtgraph.extraction.outcomes.labels import owner_within
from lrtgraph.extraction.outcomes.marks.numbered import CLOSED, says_of_numbers, told_numbers
from lrtgraph.extraction.outcomes.owners.naming import acting_places, is_body, last_bracket, named, own_words, seated
from lrtgraph.extraction.outcomes.owners.own_table import at_own_table
from lrtgraph.extraction.outcomes.owners.parties import Parties, parties
from lrtgraph.extraction.outcomes.owners.unlisted import plain, with_unlisted
from lrtgraph.extraction.outcomes.prose.granting import asked_of, request_before
from lrtgraph.extraction.outcomes.prose.likely import Judge, likely
from lrtgraph.extraction.outcomes.rows.fields import is_term
from lrtgraph.extraction.outcomes.rows.telling import told_things
from lrtgraph.extraction.outcomes.terms.timing import as_due, told_deadline
from lrtgraph.records import Outcome, OutcomeKind
from lrtgraph.records import Span as Evidence

if TYPE_CHECKING:
    from spacy.tokens import Span

    from lrtgraph.extraction.context import Reading
    from lrtgraph.extraction.outcomes.found import Found
    from lrtgraph.extraction.outcomes.terms.deadlines import Deadline

__all__ = ["adopts_minutes", "as_meant", "as_outcome", "outcomes", "told_until"]

_MARKED = ("outcome.verb.", "outcome.table", "outcome.head", "outcome.akkoord", "outcome.label", "outcome.arrow")
"""Rules by which what settles is told otherwise than by the place of a sentence."""
_AT = re.compile(r"\b(?:in|op|bij|naar|aan)\s+(?:(?:de|het|een)\s+)?(?:\w+\s+)?\Z", re.IGNORECASE)


def as_meant(reading: Reading) -> Reading:
    """The reading as those at the table mean it: with their table, their offices and those whom no gazetteer lists."""
    return with_unlisted(with_offices(at_own_table(reading)))


def outcomes(reading: Reading, judge: Judge = likely, meant: Reading | None = None) -> tuple[Outcome, ...]:
    """The outcomes of one document in the order of its text; each span is found once, by its most certain rule.

    `judge` decides on sentences in which no rule finds one; `meant` is the reading `as_meant`, if it is made already.
    """
    meant = as_meant(reading) if meant is None else meant
    found = (
        one for one in found_outcomes(meant, lambda one: judge(one.within(reading))) if not _tells_done(meant, one)
    )
    made = [outcome for item in found if not _reports(meant, outcome := as_outcome(meant, item))]
    return tuple(sorted(_distinct(made), key=lambda outcome: (outcome.evidence.start, outcome.evidence.end)))


def _tells_done(reading: Reading, item: Found) -> bool:
    """Whether a sentence among tasks only tells that a thing was done or will not be."""
    if item.kind == "besluit" or item.rule.startswith(_MARKED):
        return False
    first = next((s for s in reading.docs[item.block].sents if s.end_char > item.start), None)
    if first is None or told_deadline(reading, item.block, first.start_char, first.end_char) is not None:
        return False  # "Actie: VNG heeft de berekening uiterlijk 28 april gestuurd"
    numbered = [one.status for one in told_numbers(first.text, reading.meeting)]
    told = numbered or [one.status for one in told_things(reading, item.block, first)]
    return bool(told) and CLOSED.issuperset(told)


def _reports(reading: Reading, outcome: Outcome) -> bool:
    """Whether what was found only says how a number of the list stands: "Actie 3 is afgerond"; none that tells who must
    do what is left."""
    told = says_of_numbers(outcome.evidence.text, reading.meeting)
    return told is not None and (not outcome.owners or told in CLOSED)


def as_outcome(reading: Reading, item: Found) -> Outcome:
    """What was found as the fact that a record has; `reading` knows the table and those whom no gazetteer lists."""
    return _recorded(reading, _outcome(reading, item))


def _outcome(reading: Reading, item: Found) -> Outcome:
    """The fact with its parties, topics and deadline."""
    text = reading.layout.blocks[item.block].text
    stretch = tokens_at(reading.docs[item.block], item.start, item.end)
    kind = item.kind or kind_of(reading, item.block, stretch)
    noted = item.owners
    if not noted and (within := owner_within(text, item.start, item.end)) is not None:
        noted = named(reading, item.block, *within)
    asked = request_before(reading, item.block, stretch) if kind == "toezegging" else None
    deadline = _told_deadline(reading, item, asked)
    when = _term_cell(reading, item.block) or ((deadline.start, deadline.end) if deadline else None)
    roles = parties(reading, item.block, item.start, item.end, noted, when)
    if kind == "besluit":
        roles = _decided(reading, item.block, roles, stretch, noted)
    held = roles.owners or (asked_of(reading, item.block, asked) if asked is not None else ())
    owners, doubt = (held, 0.0) if held else _presumed(reading, item, stretch, kind)
    body = reading.meeting.body
    owners = tuple(dict.fromkeys(body if body and is_body(reading, c) and kind == "besluit" else c for c in owners))
    partners = tuple(concept for concept in roles.partners if concept not in owners)
    deadline = item.deadline or (deadline and as_due(reading, item.block, stretch, kind, deadline))
    of_paper = deadline is not None and deadline.start < item.end and _of_paper(text[item.start : deadline.start])
    if deadline and kind == "besluit" and (deadline.text == reading.meeting.date or of_paper):
        deadline = None  # a column of dates tells when it was decided
    return Outcome(
        kind=kind,
        evidence=reading.span(item.block, item.start, item.end),
        owners=owners,
        partners=partners,
        about=_about(reading, item, stretch, owners + partners),
        deadline=deadline.text if deadline else None,
        rule=item.rule,
        confidence=round(item.confidence - doubt, 2),
        deadline_date=deadline.day.isoformat() if deadline and deadline.day else None,
        item=reading.layout.blocks[item.block].item,
    )


def _term_cell(reading: Reading, block: int) -> tuple[int, int] | None:
    """The cell of a row that is nothing but a term: the sitting in "LRT september" is nobody's partner."""
    text, cells = reading.layout.blocks[block].text, reading.layout.blocks[block].cells
    return next((cell for cell in cells if is_term(text[slice(*cell)], reading.meeting)), None)


def _told_deadline(reading: Reading, item: Found, asked: Span | None) -> Deadline | None:
    """The deadline that the words tell, or those of what was `asked` before, which a commitment grants."""
    running = item.rule.startswith("outcome.verb.")
    found = told_deadline(reading, item.block, item.start, item.end, running=running)
    if found is not None or asked is None:
        return found
    return told_deadline(reading, item.block, asked.start_char, asked.end_char, running=True)


def _presumed(reading: Reading, item: Found, stretch: Span, kind: OutcomeKind) -> tuple[tuple[str, ...], float]:
    """Who must do it where no party was read, and what that takes from the confidence."""
    if kind != "besluit" and (places := acting_places(reading, item.block, item.start, item.end)):
        return places, 0.0
    if reading.chair and any(token.lower_ == "voorzitter" for token in stretch):
        return (reading.chair,), 0.0
    if (table := _put_before(reading, item, stretch)) is not None:
        return (table,), 0.0
    if reading.meeting.body and kind in ("besluit", "afspraak"):
        return (reading.meeting.body,), 0.05 if kind == "besluit" else 0.1
    return (), 0.15


def _recorded(reading: Reading, outcome: Outcome) -> Outcome:
    """The fact as a record has it, with names for those whom no gazetteer lists."""
    owners = plain(reading, outcome.owners)
    partners = tuple(concept for concept in plain(reading, outcome.partners) if concept not in owners)
    return replace(outcome, owners=owners, partners=partners, about=plain(reading, outcome.about))


def adopts_minutes(outcome: Outcome) -> bool:
    """Whether an outcome settles the minutes of a day: "Het verslag van 9 november wordt vastgesteld"."""
    text = outcome.evidence.text
    return outcome.kind == "besluit" and any(_of_paper(text[: day.start]) for day in find_dates(text))


def _of_paper(told: str) -> bool:
    """Whether a day behind these words belongs to the minutes that are approved: "Verslag PRT | 1 februari"."""
    before = told.split()
    while before and (before[-1].isupper() or before[-1].lower() in words("of_paper")):
        before.pop()
    return bool(before) and before[-1].lower() in words("minutes_word") | {"notities"}


def _put_before(reading: Reading, item: Found, stretch: Span) -> str | None:
    """The table at which a matter comes up: "Het punt middelen komt terug in de LRT van 11 maart"."""
    if words("comes_up").isdisjoint(token.lower_ for token in stretch):
        return None
    text = reading.layout.blocks[item.block].text
    named_there = reading.mentions_in(item.block, item.start, item.end)
    actors = [mention for mention in named_there if reading.is_actor(mention.concept)]
    tables = [
        mention.concept
        for mention in actors
        if _AT.search(text, item.start, mention.block_start)
        and TABLE.search(reading.gazetteer.concepts[mention.concept].pref_label)
    ]
    return tables[0] if tables and len(tables) == len(actors) else None


def _about(reading: Reading, item: Found, stretch: Span, parties: tuple[str, ...]) -> tuple[str, ...]:
    """The concepts of the clause but for its parties and the table that settles it."""
    body = reading.meeting.body
    if body is not None and body not in parties and _opens_with_body(reading, item.block, stretch):
        parties = (*parties, body)
    until = told_until(reading, item.block, item.start, item.end, parties)
    return reading.topics(item.block, item.start, until, parties)


def told_until(reading: Reading, block: int, start: int, end: int, parties: tuple[str, ...]) -> int:
    """Where those words of an outcome end that tell what it is about: before what it puts right in minutes that it
    adopts, and before a bracket at its end with municipalities that must do it.
    """
    corrected = _before_correction(tokens_at(reading.docs[block], start, end), end)
    return min(corrected, _before_owners(reading, block, start, end, parties))


def _before_correction(stretch: Span, end: int) -> int:
    """Where an outcome ends, or what it puts right in minutes begins: "verslag vastgesteld, met de wijziging …"."""
    papers = (token.i for token in stretch if token.lower_ in words("minutes_word"))
    first = next(papers, stretch.end)
    return next((t.idx for t in stretch if t.i > first and t.lower_ in words("correction")), end)


def _before_owners(reading: Reading, block: int, start: int, end: int, parties: tuple[str, ...]) -> int:
    """Where an outcome ends, or the bracket with municipalities that must do it: "Brief sturen (Woerden)"."""
    bracket = last_bracket(reading.layout.blocks[block].text, start, end)
    held = bracket is not None and seated(reading, block, *bracket)
    return bracket[0] if bracket and held and set(held).issubset(parties) else end


def _decided(reading: Reading, block: int, roles: Parties, stretch: Span, noted: tuple[str, ...]) -> Parties:
    """A decision belongs to the body that takes it; a task that is decided on, to whoever must do it."""
    body = reading.meeting.body
    opens = _opens_with_body(reading, block, stretch)
    taken = decides(reading, block, stretch) or opens
    taken = taken or (not noted and (settles_to(stretch) or tells_state(stretch)))
    if body is None or (roles.owners and not taken):
        return roles
    # The members who open the text are the table itself: "De leden stemmen in met het tijdpad".
    others = [c for c in roles.owners if not (opens and is_body(reading, c))] if noted or opens else []
    partners = tuple(dict.fromkeys((*others, *roles.partners)))
    if not noted and any(is_body(reading, concept) for concept in roles.owners[:1]):
        return Parties(roles.owners, partners)  # "De LRT en JenV verlengen de HAR"
    return Parties((body,), tuple(c for c in partners if c != body))


def _opens_with_body(reading: Reading, block: int, stretch: Span) -> bool:
    """Whether what the table itself does opens a text: "De tafel brengt een zienswijze uit"."""
    first = next((token for token in stretch if token.lower_ not in words("determiner")), None)
    if first is not None and first.lower_ in own_words(reading):
        return first.i + 1 < stretch.end and is_finite(stretch.doc[first.i + 1])
    found = next(iter(arguments(reading, block, stretch.start_char, stretch.end_char)), None)
    opens = found is not None and found.marker == BARE and found.first <= stretch.start + 1
    return opens and found is not None and all(is_body(reading, concept) for concept in found.concepts)


def _distinct(found: list[Outcome]) -> list[Outcome]:
    """One outcome a span: the most certain of those that overlap by more than half of the shorter."""
    kept: list[Outcome] = []
    for outcome in sorted(found, key=lambda o: (-o.confidence, o.evidence.start, o.evidence.end)):
        at = bisect_left(kept, outcome.evidence.start, key=lambda other: other.evidence.start)
        if not any(_same(outcome.evidence, other.evidence) for other in kept[max(0, at - 2) : at + 2]):
            kept.insert(at, outcome)
    return kept


def _same(one: Evidence, other: Evidence) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return 2 * shared > min(one.end - one.start, other.end - other.start)
