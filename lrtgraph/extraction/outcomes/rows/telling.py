"""Sentences that tell what came of a thing that somebody had to make, send or hold: it was done ("COA heeft de lijst
aangeleverd"), put off ("de notitie is uitgesteld tot 1 mei"), or handed over ("IPO draagt de monitor over aan VNG").

What is read is the thing, what was done with it, by whom and for whom, and the words that tell it from others of its
kind. A sentence that says it on a condition, for later or not outright tells nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from lrtgraph.extraction.anaphora import titled
from lrtgraph.extraction.grammar.arguments import BARE, GENITIVE, arguments, phrase
from lrtgraph.extraction.grammar.lexicon import HEBBEN, WORDEN, ZIJN, words
from lrtgraph.extraction.grammar.outright import outright_clauses
from lrtgraph.extraction.grammar.predicates import verbs_of
from lrtgraph.extraction.grammar.tokens import phrase_start, tokens_of
from lrtgraph.extraction.outcomes.rows.deeds import done_deeds, fulfilled, unfulfilled
from lrtgraph.extraction.outcomes.rows.lapsed import agreement_ended
from lrtgraph.extraction.outcomes.rows.repeated import done_again, noun_done
from lrtgraph.extraction.outcomes.rows.states import State, is_part, state_told
from lrtgraph.extraction.outcomes.rows.things import is_noun
from lrtgraph.extraction.outcomes.rows.told import Told, is_only_later, is_only_meant
from lrtgraph.extraction.outcomes.rows.withdrawn import promise_withdrawn
from lrtgraph.extraction.outcomes.rows.wordings import carrying
from lrtgraph.extraction.outcomes.status import moved_term
from lrtgraph.extraction.outcomes.terms.deadlines import Deadline
from lrtgraph.records import STANDING, THING, ReportedStatus, StatusReport, Task

if TYPE_CHECKING:
    from spacy.tokens import Span

    from lrtgraph.extraction.context import Reading

_CONFIDENCE = 0.7
_YEAR = re.compile(r"20\d\d")
_LATER = re.compile(r"\b\w+\s+(?:dag|dagen|week|weken|maand|maanden|kwartaal|jaar)\s+later\b", re.IGNORECASE)
"""How much later than it was to be: "wordt een maand later opgeleverd"."""
_UNTIL = re.compile(
    r"\b(?:tot|naar)\s+(?P<term>(?:(?:na|in|begin|medio|eind|half|het|de)\s+)*[^\W\d]\w*)", re.IGNORECASE
)
"""A term in words: "uitgesteld tot na de zomer"."""
_Way = Callable[["Told", "Span"], Iterator[StatusReport]]
_HANDING = (("handing", "aan", BARE), ("taking", BARE, GENITIVE), ("passing", "naar", GENITIVE))
"""Verbs by which a task gets to another, the preposition before whoever has it then, and before who had it."""


def told_things(reading: Reading, index: int, sentence: Span) -> Iterator[StatusReport]:
    """What a sentence of block `index` tells outright of the things of earlier tasks.

    In: a reading as those at the table mean it. Out: a report for each thing, its `task.deeds` being what was done.
    """
    tokens, whole = tokens_of(sentence.doc), outright_clauses(sentence)
    meant = {k for one in whole if is_only_meant(tokens, one.aside) for k in one.aside}
    told = ["" if k in meant else tokens.lower[k] for k in range(sentence.start, sentence.end)]
    draft = any(a == "in" and b in words("provisional") for a, b in pairwise(told))
    reply = _reply(told)
    doubts = _doubts(told[:reply])
    if "?" in sentence.text or draft or not doubts <= words("negation") | words("going"):
        return
    ways: tuple[_Way, ...] = (
        agreement_ended,
        promise_withdrawn,
        _moved,
        _handed_over,
        _done,
        done_again,
        _dropped,
        _undone,
    )
    if is_part(sentence.text):
        ways = (_dropped,)
    elif doubts:  # "VNG heeft Ede en Tiel gepolst: Ede doet mee, Tiel niet"
        outright = ":" not in told or _doubts(told[: told.index(":")])
        ways = (_dropped, _undone) if outright else (done_again, _dropped)
    for each in whole:
        clause = replace(each, end=min(each.end, max(sentence.start + reply, each.start + 1)))
        said = arguments(reading, index, tokens.starts[clause.first], tokens.ends[clause.end - 1])
        one = Told(reading, index, clause, tokens, said)
        yield from next(filter(None, (list(report(one, sentence)) for report in ways)), [])


def _reply(lower: Sequence[str]) -> int:
    """Where what was done is told apart from what others did with it: "is verstuurd, maar nog niet beantwoord"."""
    at = lower.index("maar") if "maar" in lower else len(lower)
    return at if not words("reply").isdisjoint(lower[at:]) else len(lower)


def _doubts(lower: Sequence[str]) -> set[str]:
    """The words by which something may not be done; "pas op 11 maart" only says how late it was."""
    late = {k for k, (a, b) in enumerate(pairwise(lower)) if a == "pas" and (b in words("lateness") or b.isdigit())}
    late |= {k for k, word in enumerate(lower) if word == "niet" and is_only_later(lower[k + 1 :])}
    return {word for k, word in enumerate(lower) if word in words("not_come") and k not in late}


def _done(told: Told, sentence: Span) -> Iterator[StatusReport]:
    """ "De lijst is verstuurd", "COA heeft de lijst verstuurd", "Het webinar heeft plaatsgevonden"."""
    done = list(done_deeds(told.doc, told.clause.start, told.clause.end))
    if not done:
        yield from _in_state(told, sentence)
        return
    verbs = [use.verb for _, use in done]
    finite = told.finite(*verbs)
    active = finite <= HEBBEN if finite else False
    if not (active or finite <= ZIJN) or not (finite or _closes(told, verbs[-1])) or _is_to_come(told, verbs):
        return
    doers = told.actors(BARE if active else "door")
    things = _things(told, verbs, None if finite else verbs[0])
    if active and not doers and not any(told.tokens.lower[verb] == "plaatsgevonden" for verb in verbs):
        yield from _in_state(told, sentence)
        return
    deeds = tuple(dict.fromkeys(closed for deed, _ in done for closed in fulfilled(deed)))
    for thing in things:
        yield from _report(told, sentence, "done", thing, deeds, doers or told.whose(thing), verbs)
        yield from noun_done(told, sentence, thing, verbs)


def _closes(told: Told, verb: int) -> bool:
    """Whether a participle tells by itself what was done: "Notitie verzonden.", but not "de verzonden brief"."""
    behind = told.tokens.parts[verb + 1 : told.clause.end]
    return not behind or behind[0] in ("PUNCT", "ADP")


def _in_state(told: Told, sentence: Span) -> Iterator[StatusReport]:
    """ "De notitie ligt ter tafel", "VNG heeft de lijst binnen"; what is to be so by a term ahead is not yet."""
    found = _state(told)
    if found is None or found[0].came in ("dropped", "undone") or told.is_ahead():
        return
    state, inside = found
    deeds = tuple(dict.fromkeys(closed for deed in state.deeds for closed in fulfilled(deed)))
    for thing in _things(told, inside, inside[0]):
        receivers = told.actors(BARE) if state.came == "received" else ()
        whose = told.whose(thing) or told.actors(GENITIVE if receivers else "door")
        yield from _report(told, sentence, "done", thing, deeds, whose, inside, receivers=receivers)


def _dropped(told: Told, sentence: Span) -> Iterator[StatusReport]:
    """ "Het werkbezoek gaat niet door", "IPO trekt het voorstel in", "Het aanbod is ingetrokken"."""
    for verbs, marker in (("calling_off", BARE), ("giving_up", "van")):
        withdrawn = [use.verb for use in told.uses(verbs_of(verbs))]
        if (
            withdrawn
            and not told.denies(told.clause.start, told.clause.end)
            and told.finite(*withdrawn) <= ZIJN | HEBBEN
        ):
            owners = told.actors(BARE)
            for thing in _things(told, withdrawn, marker=marker)[:1]:
                yield from _report(told, sentence, "dropped", thing, (), owners, withdrawn)
            return
    found = _state(told)
    if found is not None and found[0].came == "dropped":
        for thing in _things(told, found[1], found[1][0]):
            yield from _report(told, sentence, "dropped", thing, (), told.whose(thing), found[1])


def _undone(told: Told, sentence: Span) -> Iterator[StatusReport]:
    """ "De beloofde notitie is nooit verstuurd", "De toegezegde notitie is er niet"; it may still come."""
    found = _state(told)
    if found is not None:
        if found[0].came == "undone":
            for thing in _things(told, found[1], found[1][0]):
                yield from _report(told, sentence, "undone", thing, (), told.whose(thing), found[1])
        return
    done = list(done_deeds(told.doc, told.clause.start, told.clause.end))
    verbs = [use.verb for _, use in done]
    finite = told.finite(*verbs)
    if (
        not verbs
        or not finite
        or not (finite <= HEBBEN or finite <= ZIJN)
        or not told.denies(told.clause.start, verbs[0])
    ):
        return
    doers = told.actors(BARE if finite <= HEBBEN else "door")
    deeds = tuple(dict.fromkeys(missed for deed, _ in done for missed in unfulfilled(deed)))
    for thing in _things(told, verbs, verbs[0]):
        yield from _report(told, sentence, "undone", thing, deeds, doers or told.whose(thing), verbs)


def _state(told: Told) -> tuple[State, list[int]] | None:
    """The state that a clause tells and the tokens of its words; none where it is denied ("is niet van tafel") or
    another verb follows that says what is to be or was to be ("is op orde te brengen", "was op 3 mei gepland")."""
    found = state_told(told.text, told.state_verbs())
    if found is None:
        return None
    inside, tokens = told.within(*found[1:]), told.tokens
    last = inside[-1] + 1
    if told.denies(told.clause.start, inside[0]) or told.denies(last, told.clause.end):
        return None
    behind = range(last, told.clause.end)
    others = (tokens.parts[k] == "VERB" and not tokens.finite[k] and tokens.lower[k][-1] != "e" for k in behind)
    return None if any(others) or "te" in tokens.lower[last : told.clause.end] else (found[0], inside)


def _is_to_come(told: Told, verbs: Sequence[int]) -> bool:
    """Whether a thing is ready by a term that is nearer ahead than behind the meeting: "is op 1 mei gereed"."""
    return all(told.tokens.lower[k] in words("ready") for k in verbs) and told.is_ahead()  # not "in februari verstuurd"


def _moved(told: Told, sentence: Span) -> Iterator[StatusReport]:
    """ "De notitie is uitgesteld", "De termijn voor de notitie schuift op", "wordt een maand later opgeleverd"."""
    uses = list(told.uses(verbs_of("moving")))
    later = _LATER.search(told.text)
    if later is not None:
        uses += (use for _, use in done_deeds(told.doc, told.clause.start, told.clause.end))
    verbs = [use.verb for use in uses]
    if not verbs or not told.finite(*verbs) <= ZIJN | WORDEN | HEBBEN:
        return
    heads = [k for k in _nouns(told, verbs) if told.tokens.lower[k] in words("term_noun", "whole_noun")]
    things = [k for head in heads[:1] for k in _complements(told, head)][:1] if heads else _things(told, verbs)
    if not heads and any(told.tokens.lower[k].startswith("verleng") for k in verbs):
        return  # of a permit or a scheme that goes on no deadline is moved
    owners = told.actors(BARE)
    for thing in things[:1]:
        term = _new_term(told, later)
        yield from _report(told, sentence, "moved", thing, (), owners, verbs, term=term)


def _new_term(told: Told, later: re.Match[str] | None) -> Deadline | None:
    """The new term, in words where no day is told."""
    found = moved_term(told.text, told.reading.meeting)
    if found is not None:
        return found
    until = _UNTIL.search(told.text)
    term = later[0] if later else until["term"] if until else ""
    return Deadline(term, None, 0, 0) if term else None


def _handed_over(told: Told, sentence: Span) -> Iterator[StatusReport]:
    """ "IPO draagt de monitor over aan VNG", "VNG neemt het trekkerschap van de monitor over van IPO"."""
    for name, taker, giver in _HANDING:
        verbs = [use.verb for use in told.uses(verbs_of(name))]
        takers = told.actors(taker)
        if not verbs or not takers or not told.finite(*verbs) <= ZIJN | WORDEN | HEBBEN:
            continue
        heads = [k for k in _nouns(told, verbs) if told.tokens.lower[k] in words("task_noun", "held")]
        things = [k for head in heads[:1] for k in _complements(told, head)] if heads else _things(told, verbs)
        givers = tuple(one for one in told.actors(giver) if one not in takers)
        for thing in things[:1]:
            if name == "taking" and told.tokens.lower[thing] in words("adopted_noun"):
                continue  # "neemt het advies over": agrees with it
            yield from _report(told, sentence, "transferred", thing, (), givers, verbs, takers=takers)


def _nouns(told: Told, verbs: Sequence[int], marker: str = BARE) -> list[int]:
    """The nouns of a clause behind no preposition, or behind that, that are no names."""
    found = []
    for k in told.clause.inside:
        if not is_noun(told.tokens, k) or k in verbs or told.tokens.lower[k] in words("ready"):
            continue
        named = told.reading.mention_at(told.index, told.tokens.starts[k]) is not None
        if not named and phrase(told.doc, k, told.opening)[0] == marker:
            found.append(k)
    return found


def _things(told: Told, verbs: Sequence[int], end: int | None = None, *, marker: str = BARE) -> list[int]:
    """The things of which a clause tells before `end`: one, or several that are joined by "en" and nothing else."""
    found = [k for k in _nouns(told, verbs, marker) if told.tokens.lower[k] not in words("no_thing")]
    found = [k for k in found if (end is None or k < end) and _qualified(told, k) is None]
    for one, other in pairwise(found):
        between = told.tokens.lower[one + 1 : other]
        if "en" not in between or not set(between) <= words("article") | {"en"}:
            return []
    return [k for k in found if not _is_other(told, k)]


def _qualified(told: Told, noun: int) -> int | None:
    """The noun right before one, or its adjectives, by which that is told: "het protocol vermiste jongeren"."""
    lower, parts, first = told.tokens.lower, told.tokens.parts, noun
    while first > told.clause.first and (
        parts[first - 1] == "ADJ" or (parts[first - 1] == "VERB" and lower[first - 1][-1] == "e")
    ):
        first -= 1
    return first - 1 if first > told.clause.first and parts[first - 1] == "NOUN" else None


def _is_other(told: Told, noun: int) -> bool:
    """Whether a noun does not stand for the one that was spoken of: "een andere notitie"."""
    start = phrase_start(told.tokens, noun, told.clause.first)
    return not words("not_the_same").isdisjoint(told.tokens.lower[start:noun])


def _complements(told: Told, head: int) -> Iterator[int]:
    """The nouns by which a term, a task or a form of something is told: "de termijn voor de notitie"."""
    for k in range(head + 1, told.clause.end):
        if told.tokens.parts[k] == "NOUN" and phrase(told.doc, k, told.start)[0] in ("voor", "van"):
            yield k


def _report(
    told: Told,
    sentence: Span,
    status: ReportedStatus,
    thing: int,
    deeds: tuple[str, ...],
    owners: tuple[str, ...],
    verbs: Sequence[int],
    *,
    term: Deadline | None = None,
    takers: tuple[str, ...] = (),
    receivers: tuple[str, ...] = (),
) -> Iterator[StatusReport]:
    if told.reading.mention_at(told.index, told.tokens.starts[thing]) is not None or _is_other(told, thing):
        return
    instruments, qualifiers = _particulars(told, thing, verbs)
    owners = owners or told.meant_to()
    yield StatusReport(
        status,
        Task(None, qualifiers, (told.tokens.lower[thing],), deeds),
        tuple(dict.fromkeys(owners)),
        told.reading.span(told.index, sentence.start_char, sentence.end_char),
        THING if status in ("done", "dropped") else STANDING,
        _CONFIDENCE,
        told.reading.layout.blocks[told.index].item,
        instruments,
        receivers or (() if takers else told.actors(*sorted(words("recipient_marker"))) + told.with_whom(thing)),
        takers,
        term.text if term else None,
        term.day.isoformat() if term and term.day else None,
    )


def _particulars(told: Told, noun: int, verbs: Sequence[int]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The instruments that a clause names (none: that of the title), and the words that tell the thing from others."""
    reading, index, tokens = told.reading, told.index, told.tokens
    within = reading.mentions_in(index, told.opening, tokens.ends[told.clause.end - 1])
    mentions = [one for one in within if tokens.at(one.block_start, one.block_end)[0] not in told.clause.aside]
    instruments = [one for one in mentions if reading.is_instrument(one.concept)]
    title = titled(reading, index)
    start = phrase_start(tokens, noun, told.clause.first)
    found = {tokens.lower[k] for k in range(start, noun) if tokens.parts[k] in ("ADJ", "NUM", "VERB")}
    found -= words("same_adjective")
    found.update(one.text.lower() for one in instruments if one.concept != title)
    days = told.days()
    for k in (k for k in told.clause.inside if k > noun):
        at = tokens.starts[k]
        if k in verbs or reading.mention_at(index, at) is not None or any(at in day for day in days):
            continue
        named_by = _qualified(told, k)
        of_it = tokens.parts[k] == "NOUN" and (
            named_by is not None or phrase(told.doc, k, told.opening)[0] in words("qualifying")
        )
        if of_it or _YEAR.fullmatch(tokens.lower[k]):
            found.update(tokens.lower[k if named_by is None else named_by + 1 : k + 1])
    named = tuple(dict.fromkeys(one.concept for one in instruments))
    return named or (() if title is None else (title,)), carrying(found)
