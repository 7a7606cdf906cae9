"""Acts that end: who withdraws an objection no longer objects, and who has kept a promise does not promise anew.

The lexicon marks the verbs ("ended", "done"); the act is that of the noun among their words, turned round.
"""

from __future__ import annotations

from itertools import pairwise

from lrtgraph.dutch.dates import months
from lrtgraph.extraction.grammar.lexicon import MODAL, ZIJN, words
from lrtgraph.extraction.grammar.tokens import MODIFIERS
from lrtgraph.extraction.statements.sentence.passage import Passage
from lrtgraph.extraction.statements.sentence.syntax import MainClause
from lrtgraph.extraction.statements.speech.lexicon import OPPOSITE, VERDICTS, Sighting, noun_frames, sightings
from lrtgraph.extraction.statements.stance.denial import is_denied
from lrtgraph.records import Act

_OWN = words("possessive")
_TAKEN_BACK = VERDICTS | {"verzoekt", "stelt_voor", "zegt_toe"}


def after_ending(passage: Passage, clause: MainClause, found: Sighting) -> Act | None:
    """The act that is left of one that ends, None where the predicate ends none.

    Who withdraws an objection supports, who withdraws support objects, and of anything else it is told that it is over;
    who does not withdraw his objection keeps it up.
    """
    frame = found.frame
    by_this = not words("hereby").isdisjoint(passage.words[clause.start : clause.end])  # "Daarmee komt zij dat na"
    if frame.content == "done" and (found.form == "participle" or by_this):
        return "informeert"
    wished = found.form == "infinitive" and not MODAL.isdisjoint(passage.words[clause.start : clause.end])
    if frame.content not in ("ended", "recalled") or wished:
        return None  # who wants to withdraw his objection still has it
    noun = _object(passage, found)
    act = None if noun is None else noun_frames()[passage.words[noun]].act
    if act is None and frame.content == "recalled":
        act = _own_before(passage, clause, found)
    if act is None:
        before = passage.words[passage.sentence_at(found.token)[0] : found.token]
        told = any(mark == "," and word in words("relative") for mark, word in pairwise(before))
        # "VNG, die om uitstel vroeg, ziet daarvan af": it turns nothing of another's down
        return "informeert" if told and frame.content == "recalled" and frame.act == "bezwaar" else None
    return act if is_denied(passage, clause.start, clause.end, found.used) else left_of(act)


def _own_before(passage: Passage, clause: MainClause, found: Sighting) -> Act | None:
    """The act that somebody points back to: "maakte eerst bezwaar, maar ziet daar nu van af"."""
    lower = passage.words
    first = passage.sentence_at(found.token)[0]
    if words("taking_up").isdisjoint(lower[found.token : clause.end]) or _comes_back_to(passage, found):
        return None
    past = any(passage.finite[k] and "Past" in passage.doc[k].morph.get("Tense", []) for k in range(first, found.token))
    if found.frame.head == "komen" and not past:
        return None  # "steunt dit en komt daarop terug met een notitie"
    for k in range(found.token - 1, first, -1):
        if passage.starting(k) is not None and lower[k - 1] in words("contrast") | {"en", ","}:
            return None  # another's
        noun = noun_frames().get(lower[k])
        if noun is not None and noun.act in VERDICTS:
            return noun.act
        for one in sightings(lower, first, found.token, k) if passage.finite[k] else ():
            if one.frame.act in _TAKEN_BACK and not one.frame.open:
                return one.frame.denied if is_denied(passage, first, found.token, one.used) else one.frame.act
    return None


def left_of(act: Act) -> Act:
    """What is left of an act that has ended.

    >>> left_of("bezwaar"), left_of("zegt_toe")
    ('steunt', 'informeert')
    """
    return OPPOSITE.get(act, "informeert")


def over_now(passage: Passage, start: int, end: int) -> Act | None:
    """What a clause says of an act that is over: "dat haar zorgen zijn weggenomen"; None where it tells of none.

    Whose the act was, who says so, is told by a possessive: only his position is another by it.
    """
    k = start
    while k < end and passage.at(k) is None and (passage.parts[k] in MODIFIERS or passage.words[k] in _OWN):
        k += 1
    frame = noun_frames().get(passage.words[k]) if k < end else None
    if frame is None or not has_ended(passage, k, k + 1, end):
        return None
    return "informeert" if _OWN.isdisjoint(passage.words[start:k]) else left_of(frame.act)


def dropped(passage: Passage, start: int, end: int) -> Act | None:
    """What is left of a stance that who speaks opens with and tells to be over: "IPO: bezwaar gaat van tafel".

    Not of another's, nor where it "vervalt": that is read of the thing (`subject.termination`), which turns the side.
    """
    k = start
    while k < end and (passage.parts[k] == "DET" or passage.words[k] in _OWN):
        k += 1
    frame = noun_frames().get(passage.words[k]) if k < end else None
    if frame is None or frame.act not in VERDICTS or passage.within(k, end) or "vervallen" in passage.words[k:end]:
        return None
    return left_of(frame.act) if has_ended(passage, k, k + 1, end) else None


def has_ended(passage: Passage, noun: int, start: int, end: int) -> bool:
    """Whether of an act noun is told that what it names is over: "De toezegging van JenV is nagekomen"."""
    if any(_is_over(passage, k, start, end) for k in range(start, end)):
        return not is_denied(passage, start, end, ())
    for k in range(start, end):
        for found in sightings(passage.words, noun, end, k):
            told = found.frame.content in ("ended", "done") and found.form == "participle" and noun in found.used
            if told and not is_denied(passage, start, end, found.used):
                return True
    return False


def is_past(passage: Passage, noun: int, start: int, end: int) -> bool:
    """Whether of an act noun no more is told than what became of it: that it is over, or answered, or not answered.

    "Het bezwaar van IPO is vervallen", "De vraag van IPO is nog niet beantwoord".
    """
    if start >= end or has_ended(passage, noun, start, end) or _lapses(passage, start):
        return start < end
    last = next((k for k in range(end - 1, start, -1) if passage.words[k][:1].isalnum()), start)
    answered = passage.words[last] in words("answered") and noun_frames()[passage.words[noun]].act not in VERDICTS
    being = next((k for k in range(start, last) if passage.words[k] in ZIJN), last)
    asked = any(passage.words[k] in words("wh") or passage.words[k] == "of" for k in range(start, being))
    return (
        answered
        and being < last
        and not asked  # "De vraag van IPO of dit lukt is niet beantwoord": what was asked is told with it
        and not any("door" in passage.words[g.start - 1 : g.start] for g in passage.within(being, last))
    )


def _is_over(passage: Passage, k: int, start: int, end: int) -> bool:
    """ "is vervallen", "vervallen", "gaat van tafel", at the end of its part of the sentence."""
    lower = passage.words
    closes = k + 1 == end or not lower[k + 1][:1].isalnum()
    if lower[k - 1 : k + 1] == ("van", "tafel"):
        return closes and any(passage.finite[start:k])
    verbal = passage.finite[k] or not ZIJN.isdisjoint(lower[start:k])
    return lower[k] in words("over") and closes and verbal


def _lapses(passage: Passage, start: int) -> bool:
    """ "De toezegging om de HAR te evalueren vervalt": the verb stands behind the infinitive of what was promised."""
    lower, end = passage.words, passage.sentence_at(start)[1]
    last = next((k for k in range(end - 1, start, -1) if lower[k][:1].isalnum()), start)
    return lower[last] in words("lapsing") and "te" in lower[max(start, last - 2) : last]


def takes_act(passage: Passage, found: Sighting) -> bool:
    """Whether a sighted verb, where it ends an act, has the noun of one for its object."""
    if found.frame.content != "ended":
        return True
    return _object(passage, found) is not None and not _comes_back_to(passage, found)


def _comes_back_to(passage: Passage, found: Sighting) -> bool:
    """ "komt in mei terug op zijn toezegging": who will speak of it again takes nothing back."""
    first = passage.sentence_at(found.token)[0]
    first = next((k for k in range(found.token, first, -1) if passage.words[k] == ","), first)
    ahead = not (words("ahead") | months().keys()).isdisjoint(passage.words[first : max(found.used)])
    return found.frame.head == "komen" and ahead


def _object(passage: Passage, found: Sighting) -> int | None:
    """The act noun among the words of a verb, where it is what the verb is done to and in no phrase beside it."""
    lower = passage.words
    for k in found.others:
        if lower[k] not in noun_frames():
            continue
        before = k - 1
        while before >= 0 and (passage.parts[before] in MODIFIERS or lower[before] in words("possessive")):
            before -= 1
        if before < 0 or before in found.used or passage.parts[before] != "ADP":
            return k
    return None
