"""Which act the predicate of a main clause is: what its verb, state or act noun says, unless told of another time."""

from __future__ import annotations

from dataclasses import replace

from lrtgraph.extraction.grammar.lexicon import DUTY, HEBBEN, words
from lrtgraph.extraction.grammar.tokens import first_finite
from lrtgraph.extraction.statements.sentence.passage import Passage
from lrtgraph.extraction.statements.sentence.syntax import MainClause, forms, main_clause
from lrtgraph.extraction.statements.speech.lexicon import VERDICTS, noun_frames
from lrtgraph.extraction.statements.stance.content import content, first_excess
from lrtgraph.extraction.statements.stance.denial import is_denied
from lrtgraph.extraction.statements.stance.endings import has_ended, left_of
from lrtgraph.extraction.statements.stance.evaluation import concern
from lrtgraph.extraction.statements.stance.framing import sighted
from lrtgraph.extraction.statements.stance.spoken import SpokenAct
from lrtgraph.extraction.statements.stance.states import SUPPOSING, state_of
from lrtgraph.extraction.statements.stance.verbs import Verb
from lrtgraph.records import Act


def predicate(passage: Passage, clause: MainClause, verb: int, end: int, own: frozenset[int]) -> SpokenAct | None:
    """The predicate of a main clause with its finite verb at `verb`; `end` is the end of its piece.

    `own` are the tokens of the subject, which are no part of the predicate. None where the lexicon has no frame.
    """
    told = _predicate(passage, clause, verb, end, own)
    if told is not None and any(elsewhen(passage, clause, verb, told) for elsewhen in _ELSEWHEN):
        return replace(told, act="informeert", standing="final")
    if told is not None and told.act in VERDICTS and _gives_reason(passage, clause, told):
        told = replace(told, standing="final")
    if told is None or told.act != "steunt":
        return told
    if passage.words[verb] in SUPPOSING:
        proposing = told.frame is not None and told.frame.head in words("evaluating")
        asked: Act = "stelt_voor" if proposing else "verzoekt"
        return replace(told, act=asked, standing="weighed")  # who would welcome something asks for it
    if passage.words[verb] in DUTY and "nog" in passage.words[clause.start : clause.end]:
        # "moet het kader nog bekrachtigen": it is not done yet
        return replace(told, act="informeert", standing="weighed")
    return replace(told, act="bezwaar", standing="weighed") if _grants(passage, told, end) else told


def is_procedural(passage: Passage, start: int, end: int) -> bool:
    """ "VB heeft zich laten verontschuldigen": whether what is told belongs to the course of a meeting."""
    clause = main_clause(passage, start, end)
    verb = first_finite(passage.finite, clause.start, clause.end)
    told = None if verb is None else predicate(passage, clause, verb, end, frozenset())
    return told is not None and told.frame is not None and told.frame.manner == "procedure"


def _gives_reason(passage: Passage, clause: MainClause, told: SpokenAct) -> bool:
    """ "is voor de HAR, omdat het BAK OEK tekortschiet": what follows is why, and no other stance."""
    why = clause.opener < len(passage.words) and passage.words[clause.opener] in words("reason_opener") - {"terwijl"}
    return why and told.frame is not None and told.frame.act in VERDICTS and not told.frame.open


def _was(passage: Passage, clause: MainClause, verb: int, told: SpokenAct) -> bool:
    """ "was eerst tegen", "was tegen, maar is nu voor", "ging eerst akkoord": a side before somebody changed it."""
    lower = passage.words
    past = "Past" in passage.doc[verb].morph.get("Tense", []) and lower[verb] not in SUPPOSING
    if told.act not in VERDICTS or not past:
        return False
    behind = lower[verb + 1 : passage.sentence_at(clause.start)[1]]
    changed = lower[verb] in ("was", "waren") and not words("by_now").isdisjoint(behind)
    return changed or not words("past_adverb", "at_first").isdisjoint(lower[clause.start : clause.end])


def _had_promised(passage: Passage, clause: MainClause, verb: int, told: SpokenAct) -> bool:
    """ "had dat toegezegd": what was promised before, and is told now."""
    return told.act == "zegt_toe" and passage.words[verb] in ("had", "hadden")


def _broke_promise(passage: Passage, clause: MainClause, verb: int, told: SpokenAct) -> bool:
    """ "heeft dat toegezegd, maar het is niet gebeurd": a promise that is told not to have been kept."""
    lower, end = passage.words, passage.sentence_at(clause.start)[1]
    turn = next((k for k in range(verb + 1, end) if lower[k] in words("contrast")), end)
    unkept = all(not words(kind).isdisjoint(lower[turn:end]) for kind in ("denying", "unkept"))
    past = lower[verb] in HEBBEN or (told.frame is not None and told.frame.content == "named")
    return told.act == "zegt_toe" and past and unkept


def _foreseen(passage: Passage, clause: MainClause, verb: int, told: SpokenAct) -> bool:
    """ "zal naar verwachting bezwaar maken", "mogelijk steunt VNG dit": what is only expected."""
    planned = told.frame is not None and told.frame.head == "zullen" and told.act == "zegt_toe"
    if told.frame is None or told.frame.open or not (planned or told.act in VERDICTS):
        return False
    lower = passage.words
    for k in range(clause.start, min(clause.end, clause.opener)):
        first = k - (lower[k - 1 : k + 1] == ("naar", "verwachting"))
        named = lower[first - 1] in words("noun_opener") or (lower[k] == "verwachting" and first == k)
        soon = lower[k] == "mogelijk" and k not in (clause.start, verb + 1)  # "zo snel mogelijk"
        if lower[k] in words("expecting") and not (passage.finite[k] or named or soon):
            return True
    return False


_ELSEWHEN = (_foreseen, _was, _had_promised, _broke_promise)
"""What makes of an act something that is only told."""


def _grants(passage: Passage, told: SpokenAct, end: int) -> bool:
    """ "begrijpt de teleurstelling, maar de locatie is te klein": understanding leads up to a concern."""
    lower = passage.words
    understood = any(lower[k] in forms("understanding") or lower[k] == "begrip" for k in told.used)
    turn = next((k for k in range(max(told.used) + 1, end) if lower[k] in words("contrast")), end)
    if not understood or turn == end:
        return False
    inside = "dat" in lower[max(told.used) + 1 : turn]  # "begrijpt dat het krap is, maar haalbaar"
    worry = concern(passage, turn + 1, end, frozenset())
    return not inside or worry is not None or first_excess(passage, turn, end, frozenset()) < end


def _predicate(passage: Passage, clause: MainClause, verb: int, end: int, own: frozenset[int]) -> SpokenAct | None:
    found = sighted(passage, clause, verb, end)
    if found is not None:
        return Verb(passage, clause, verb, end, own, found, _predicate).told()
    told = state_of(passage, clause, verb)
    if told is not None and told.frame is not None and told.frame.open:
        inside = content(passage, max(told.used) + 1, end, own | told.used, clause.opener)
        return replace(told, act=inside or told.act)
    return told or _light(passage, clause, verb, end)


def _light(passage: Passage, clause: MainClause, verb: int, end: int) -> SpokenAct | None:
    """A verb that leaves its meaning to an act noun ("herhaalt haar oproep")."""
    lower = passage.words
    if lower[verb] not in forms("light"):
        return None
    for k in range(clause.start, clause.end):
        frame = noun_frames().get(lower[k])
        if frame is None or k == verb or passage.at(k) is not None:
            continue
        if lower[k - 1] in ("te", "van", "in", "met", "voor", "bij", "onder") and k:
            continue
        used = frozenset({k, verb})
        denied = is_denied(passage, clause.start, clause.end, used)
        if denied and frame.act == frame.denied == "informeert":
            return None
        if has_ended(passage, k, k, end):
            return SpokenAct(left_of(frame.act), frame, used, denied, "final")
        told = frame.denied if denied else frame.act
        if frame.open:
            told = content(passage, k + 1, end, used, clause.opener) or told
        return SpokenAct(told, frame, used, denied)
    return None
