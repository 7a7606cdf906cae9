"""Which act a predicate is: its frame, negation, and what the content says where the frame leaves that open."""

from __future__ import annotations

from dataclasses import replace

from lrtgraph.extraction.grammar.lexicon import DUTY, FUTURE, HEBBEN, MODAL, words
from lrtgraph.extraction.grammar.tokens import first_finite
from lrtgraph.extraction.statements.sentence.passage import Passage
from lrtgraph.extraction.statements.sentence.syntax import MainClause, forms, main_clause
from lrtgraph.extraction.statements.speech.cues import cues
from lrtgraph.extraction.statements.speech.lexicon import (
    VERDICTS,
    Sighting,
    noun_frames,
    sightings,
)
from lrtgraph.extraction.statements.stance.changing import has_changed, no_longer, own_change
from lrtgraph.extraction.statements.stance.content import content, counts, doubted, first_excess, in_relative
from lrtgraph.extraction.statements.stance.denial import is_denied, left_of_promise
from lrtgraph.extraction.statements.stance.endings import after_ending, has_ended, left_of, over_now
from lrtgraph.extraction.statements.stance.evaluation import JUDGEMENT, concern, litotes, verdicts
from lrtgraph.extraction.statements.stance.framing import sighted
from lrtgraph.extraction.statements.stance.holding import held_on_to
from lrtgraph.extraction.statements.stance.reported import others_stance, others_words, own_clause, own_future, own_side
from lrtgraph.extraction.statements.stance.spoken import SpokenAct, Standing
from lrtgraph.extraction.statements.stance.states import SUPPOSING, state, state_of
from lrtgraph.records import Act

_JUDGEMENT = frozenset({"anywhere", "complement", "evaluation"})
_INSTEAD = frozenset({("wel",), ("om",), ("alleen",), ("slechts",)})
_OF_WORDS = frozenset({"woord", "woorden", "blijk", "van"})  # "met een woord van dank"


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
    if found is None:
        told = state_of(passage, clause, verb)
        if told is not None and told.frame is not None and told.frame.open:
            inside = content(passage, max(told.used) + 1, end, own | told.used, clause.opener)
            return replace(told, act=inside or told.act)
        return told or _light(passage, clause, verb, end)
    frame = found.frame
    ended = after_ending(passage, clause, found)
    if ended is not None:
        return SpokenAct(ended, frame, found.used, False, "final")
    standing: Standing
    kept = held_on_to(passage, clause, end, found)
    if kept is not None:
        denied = is_denied(passage, clause.start, clause.end, found.used)
        act = left_of(kept.act) if denied else kept.act
        standing = "final" if kept.settled else "weighed"
        return SpokenAct(act, frame, found.used, denied, standing, None if denied else kept.answering)
    changing = frame.head in words("changing") and bool(frame.companions)  # "is van mening veranderd"
    if (frame.weight == 0 or frame.open) and passage.words[verb] in forms("copula") and not changing:
        told = state_of(passage, clause, verb)
        if told is not None:
            return told
    if passage.words[found.token] in forms("coloured") | words("coloured") and frame.act in ("antwoordt", "informeert"):
        told = state(passage, clause.start, clause.end, found.token)
        if told is not None:
            return replace(told, frame=frame, used=found.used | told.used)
    led = _led(passage, clause, found)
    if led is not None:
        return led
    answered = _answered(passage, clause, found, end, own) if frame.act == "antwoordt" and not frame.open else None
    if answered is not None:
        return SpokenAct(answered, frame, found.used, False, "named")
    denied = is_denied(passage, clause.start, clause.end, found.used | own)
    if frame.open and (frame.head in words("evaluating") or any("als" in one.forms for one in frame.companions)):
        act = _judgement(passage, clause, end, found, denied, own)
        changed = act in VERDICTS and has_changed(passage, clause.start, clause.end)
        standing = "final" if changed or (denied and act == "steunt") else "weighed"  # "vindt de HAR niet slecht"
        return SpokenAct(act, frame, found.used, denied, standing)
    if frame.open:
        if _reports_other(passage, clause, found, end, own):
            return SpokenAct("informeert", frame, found.used, denied, "final")
        return _told_openly(passage, clause, found, end, own, denied=denied)
    left = left_of_promise(passage, frame, clause.start, clause.end) if denied else None
    if left is not None:  # who does it at another time refuses nothing
        return SpokenAct(left, frame, found.used, denied=left == "informeert")
    named = frame.content == "named"
    neither = "noch" in passage.words[clause.start : found.token]
    if named and denied and frame.denied == "informeert" and not (neither or _denied_closely(passage, found)):
        denied = False
    standing = "named" if named and not denied else "weighed"
    if denied and frame.denied != frame.act and not _corrected(passage, clause, end):
        taken_back = (named or frame.act == "stelt_voor") and frame.denied != "bezwaar"  # he may still answer
        doing = frame.manner != "saying" and frame.head not in MODAL | FUTURE  # no refusal: "zal niet sluiten"
        promise = frame.act == "zegt_toe" and (named or doing)
        refused = neither or ((frame.act == "steunt" or promise) and found.sure)  # "steunt dit ook niet"
        standing = "final" if taken_back or refused or no_longer(passage, clause.start, clause.end) else standing
    act = frame.denied if denied else frame.act
    if act in VERDICTS | {"stelt_voor"} and has_changed(passage, clause.start, clause.end):
        standing = "final"
    return SpokenAct(act, frame, found.used, denied, standing)


def _told_openly(
    passage: Passage, clause: MainClause, found: Sighting, end: int, own: frozenset[int], *, denied: bool
) -> SpokenAct:
    """What a verb tells that leaves the act to what is said."""
    reported = clause.opener < end and passage.words[clause.opener] == "dat"
    over = over_now(passage, clause.opener + 1, end) if reported else None
    if over is not None:
        return SpokenAct(over, found.frame, found.used, False, "final")
    changed = (
        found.frame.head in words("changing")
        and bool(found.frame.companions)
        and passage.words[clause.end : clause.end + 1] == (":",)
    )
    begin = clause.end if changed else clause.opener  # "stelt haar standpunt bij: zij is nu voor"
    told = reported or changed
    change = own_change(passage, begin + 1, end, own, _predicate, changed=changed) if told else None
    if change is not None:
        return SpokenAct(change.act, found.frame, found.used, change.denied, "final")
    act = _governed(passage, clause, found, end, denied, own)
    ended = not reported and act in VERDICTS and no_longer(passage, found.token, end)
    settled = ended or found.frame.head in words("considering")
    return SpokenAct(act, found.frame, found.used, denied, "final" if settled else "weighed")


def _answered(passage: Passage, clause: MainClause, found: Sighting, end: int, own: frozenset[int]) -> Act | None:
    """ "reageert dat zij bezwaar heeft", "antwoordt de HAR te steunen": an answer by which somebody takes a side."""
    if clause.opener < end and passage.words[clause.opener] == "dat":
        begin = clause.opener + 1
        return "zegt_toe" if own_future(passage, begin, end) else own_side(passage, begin, end, own, _predicate)
    stop = _governed_end(passage, clause, end)
    sides = noun_frames().keys() | words("misgiving", "siding")
    if sides.isdisjoint(passage.words[found.token + 1 : stop]):
        return None  # "antwoordt dit niet te weten"
    act = _infinitive(passage, found.token + 1, stop, found.used | own)
    return act if act in VERDICTS else None


def _denied_closely(passage: Passage, found: Sighting) -> bool:
    """ "vraagt niet om uitstel", and not "vraagt om uitstel als het niet lukt"."""
    return any(passage.words[k - 1] in words("denying") for k in found.others)


def _corrected(passage: Passage, clause: MainClause, end: int) -> bool:
    """ "schrikt daar niet meer van, maar wel van …": what is denied makes room for something else."""
    turned = (passage.words[k : k + 3] for k in range(clause.start, end + 1))
    return any(three[:2] == (",", "maar") and three[2:] in _INSTEAD for three in turned)


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


def _led(passage: Passage, clause: MainClause, found: Sighting) -> SpokenAct | None:
    """ "begint met een woord van dank", "reageert met instemming": the noun behind the verb's "met" tells the act."""
    lower = passage.words
    leading = next((k for k in found.others if lower[k] == "met"), None)
    if leading is None or found.frame.act not in ("informeert", "antwoordt"):
        return None
    for k in range(leading + 1, clause.end):
        noun = noun_frames().get(lower[k])
        if noun is not None and passage.at(k) is None:
            return None if noun.open else SpokenAct(noun.act, noun, found.used | {k}, denied=False)
        if passage.parts[k] not in ("ADJ", "ADV", "DET", "NUM") and lower[k] not in _OF_WORDS:
            return None
    return None


def _judgement(
    passage: Passage, clause: MainClause, end: int, found: Sighting, denied: bool, own: frozenset[int]
) -> Act:
    """ "acht de termijn te kort": the word of judgement decides, and its denial turns it."""
    lower, taken = passage.words, own | found.used
    sighted = cues(lower, clause.start, end, _JUDGEMENT)
    named = [(k, cue) for k, cue in sighted if counts(passage, k, cue, own) and not in_relative(passage, clause, k)]
    told = verdicts(passage, clause.start, end, taken, JUDGEMENT)
    if named:  # "vindt dat er een helder kader moet komen": what must come is the point, and not how good it is
        told = [one for one in told if not one.favourable or one.place < clause.opener]
    contrast = next((k for k in range(clause.start + 1, end) if lower[k] in words("contrast")), end)
    last = [one for one in told if one.place > contrast and (one.judging or not one.favourable)]
    judged = next((one for one in (*last, *told) if one.judging or not one.favourable), None)
    excess = first_excess(passage, clause.start, end, taken)
    spared = excess < end and lower[excess - 1] in words("denying")  # "niet te kort"
    excess = end if spared else excess
    if judged is not None and judged.place < min([excess, *(k for k, _ in named)]):
        against = [*(one.place for one in told if not one.favourable), *([excess] if excess < end else ())]
        turned = any(lower[k] in words("contrast") for k in range(judged.place, max(against, default=0)))
        return "steunt" if judged.favourable and not turned else "bezwaar"
    if excess < min([end, *(k for k, _ in named)]):
        return "bezwaar"
    if named:
        unneeded = named[0][1].reach == "evaluation" and denied and named[0][1].act == "verzoekt"
        return "bezwaar" if unneeded else named[0][1].act
    if denied and (spared or litotes(passage, clause.start, end, taken)):
        return "steunt"
    return "bezwaar" if denied else found.frame.act


def _governed(
    passage: Passage, clause: MainClause, found: Sighting, end: int, denied: bool, own: frozenset[int]
) -> Act:
    """What a verb of speech governs decides its act: an infinitive of the speaker's own, or cues in the content."""
    lower = passage.words
    begin = min(found.token + 1, end)
    reported = clause.opener < end and lower[clause.opener] in ("dat", "of", "hoe", "wat", "waarom")
    if not reported:
        inner = _infinitive(
            passage, max(begin, max(found.used) + 1), _governed_end(passage, clause, end), found.used | own
        )
        if inner is not None and (found.frame.head not in words("considering") or inner == "bezwaar"):
            return inner
    if reported and lower[clause.opener] == "of" and found.frame.head in words("considering"):
        return "informeert"
    if denied and found.frame.denied != found.frame.act:
        return found.frame.denied
    if clause.opener < end and lower[clause.opener] == "of" and found.frame.act == "vraagt":
        return "bezwaar" if doubted(passage, clause.opener, end) else "vraagt"
    if reported and own_future(passage, clause.opener + 1, end):
        return "zegt_toe"
    if reported and found.frame.head in words("announcing_verb") and lower[clause.opener + 1] in words("pronoun"):
        return "zegt_toe"  # "kondigt aan dat zij met de gemeenten om tafel gaat"
    if clause.opener < end and lower[clause.opener] in words("wh") and found.frame.act == "informeert":
        return "informeert"  # "licht toe waarom corporaties terughoudend zijn"
    told_of_himself = own_clause(passage, clause.opener + 1, end, own, _predicate) if reported else None
    if told_of_himself is not None:
        return told_of_himself
    told = content(passage, begin, end, own | found.used, clause.opener, report=found.frame.report)
    if found.frame.act == "steunt" and told == "verzoekt":
        return "steunt"  # "bevestigt het belang van"
    return told or found.frame.act


def _reports_other(passage: Passage, clause: MainClause, found: Sighting, end: int, own: frozenset[int]) -> bool:
    """ "IPO geeft aan dat de VNG zorgen heeft", "noemt de zorgen van de VNG": the concern is VNG's."""
    if found.frame.act != "informeert":
        return False
    if clause.opener < end:
        reported = passage.words[clause.opener] == "dat"
        return reported and others_stance(passage, clause.opener + 1, end, own, _predicate)
    return others_words(passage, clause.start, end, own)


def _governed_end(passage: Passage, clause: MainClause, end: int) -> int:
    """Where an infinitive that the verb governs must have come: a relative clause does not end the search."""
    opener = passage.words[clause.opener] if clause.opener < end else ""
    return end if opener in ("die", "dat", "waar", "wat") else min(end, clause.opener)


def _infinitive(passage: Passage, start: int, end: int, taken: frozenset[int]) -> Act | None:
    """ "zegt zich in te spannen", "geeft aan niet te kunnen …": what the speaker says of himself."""
    lower = passage.words
    verbs = [
        k + 1 for k in range(start, end - 1) if lower[k] == "te" and lower[k + 1].endswith("n") and k + 1 not in taken
    ]
    if not verbs:
        return None
    for k in verbs:
        inner = [s for s in sightings(lower, start, end, k) if s.form != "finite" and s.frame.head != "kunnen"]
        bare = inner and not inner[0].frame.weight and lower[k] in forms("auxiliary")
        if inner and not bare and inner[0].frame.act != "antwoordt" and not inner[0].frame.open:
            denied = is_denied(passage, start, end, inner[0].used)
            return inner[0].frame.denied if denied else inner[0].frame.act
        if lower[k] in ("zijn", "blijven", "staan"):
            here = state(passage, start, end, None)
            if here is not None:
                return here.act
    if any(lower[k] in words("denying") for k in range(start, verbs[-1])):
        return "bezwaar"
    if concern(passage, start, verbs[-1] + 1, taken) is not None:
        return "bezwaar"  # "laat weten hierdoor in de knel te komen"
    if any(lower[k] in ("willen", "kunnen", "hebben", "zijn", "moeten", "hopen", "verwachten") for k in verbs):
        return content(passage, start, end, taken, end)
    return "zegt_toe" if "zullen" in lower[start:end] else None
