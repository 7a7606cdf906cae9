"""Which act a predicate is: its frame, negation, and what the content says where the frame leaves that open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from lrtgraph.extraction.statements.lexicon import (
    Cue,
    Frame,
    Sighting,
    cues,
    flipped,
    noun_frames,
    sightings,
    state_frames,
)
from lrtgraph.extraction.statements.passage import Passage, words
from lrtgraph.extraction.statements.syntax import Clause, forms
from lrtgraph.extraction.verbs import HEBBEN, WORDEN, ZIJN
from lrtgraph.records import Act

_CONTENT = frozenset({"anywhere", "complement"})
_JUDGEMENT = frozenset({"anywhere", "complement", "evaluation"})
_RUNNING = frozenset({"anywhere", "opening"})
_DUTY = frozenset({"moet", "moeten", "dient", "dienen"})
_VERBAL = frozenset({"laten", "kunnen", "willen", "moeten", "mogen"})  # "heeft laten weten": infinitive for participle
_BEFORE_STATE = frozenset({"op", "faliekant", "mordicus", "fel", "sterk"})
_PAST = ("eerder", "vorig", "destijds", "oud")


@dataclass(frozen=True, slots=True)
class Predicate:
    """What a speaker did: the act, the frame that says so, the tokens it takes, and whether it was denied."""

    act: Act
    frame: Frame | None
    used: frozenset[int]
    denied: bool


def predicate(passage: Passage, clause: Clause, verb: int, end: int, own: frozenset[int]) -> Predicate | None:
    """The predicate of a main clause with its finite verb at `verb`; `end` is the end of its piece.

    `own` are the tokens of the subject, which are no part of the predicate. None where the lexicon has no frame.
    """
    told = _predicate(passage, clause, verb, end, own)
    if told is not None and told.act == "steunt" and passage.words[verb] in ("zou", "zouden"):
        return replace(told, act="verzoekt")  # who would welcome something asks for it
    return told


def _predicate(passage: Passage, clause: Clause, verb: int, end: int, own: frozenset[int]) -> Predicate | None:
    found = _sighted(passage, clause, verb)
    if found is None:
        told = _state(passage, clause, verb)
        if told is not None and told.frame is not None and told.frame.open:
            inside = content(passage, max(told.used) + 1, end, own | told.used, clause.opener)
            return replace(told, act=inside or told.act)
        return told or _light(passage, clause, verb, end)
    frame = found.frame
    if (frame.weight == 0 or frame.open) and passage.words[verb] in forms("copula"):
        told = _state(passage, clause, verb)
        if told is not None:
            return told
    if frame.weight == 0 and passage.words[verb] in forms("auxiliary"):
        told = _state(passage, clause, verb)
        if told is not None:
            return told
    denied = is_denied(passage, clause.start, clause.end, found.used | own)
    if frame.head in words("evaluating") and frame.open:
        return Predicate(_judgement(passage, clause, end, found, denied, own), frame, found.used, denied)
    if frame.open:
        return Predicate(_governed(passage, clause, found, end, denied, own), frame, found.used, denied)
    return Predicate(frame.denied if denied else frame.act, frame, found.used, denied)


def _sighted(passage: Passage, clause: Clause, verb: int) -> Sighting | None:
    """The frame at the finite verb, or at the infinitive or participle that an auxiliary leaves the meaning to."""
    lower = passage.words
    # Fixed phrases may end behind a comma or in the governed part, particles may not.
    here = sightings(lower, clause.start, clause.end, verb)
    if lower[verb] in ("zou", "zouden"):
        here = [s for s in here if s.frame.head != "zullen" or s.frame.companions]
    auxiliary = lower[verb] in forms("auxiliary")
    if not auxiliary:
        return here[0] if here else None
    demanding = [s for s in here if s.frame.weight]
    if demanding:
        return demanding[0]
    if here and here[0].frame.head == "zullen":
        return here[0]
    for k in range(clause.start, clause.end):
        if k == verb:
            continue
        perfect = lower[verb] in ZIJN | HEBBEN | WORDEN and not (lower[k] in _VERBAL and lower[k - 1] != "te")
        wanted = "participle" if perfect else "infinitive"
        nonfinite = [s for s in sightings(lower, clause.start, clause.end, k) if s.form == wanted]
        if nonfinite and nonfinite[0].frame.head not in ("zijn", "hebben"):
            return nonfinite[0]
    return here[0] if here else None


def _state(passage: Passage, clause: Clause, verb: int) -> Predicate | None:
    """A state behind "zijn" and its like ("is voorstander van")."""
    if passage.words[verb] not in forms("copula"):
        return None
    return state(passage, clause.start, clause.end, verb)


def state(passage: Passage, start: int, end: int, verb: int | None) -> Predicate | None:
    """The first state among tokens; prepositions count only right behind the verb, its adverbs, or at the end."""
    lower = passage.words
    for k in range(start, end):
        for frame in state_frames().get(lower[k], ()):
            if k == verb or passage.at(k) is not None:
                continue
            if lower[k] in ("tegen", "voor") and not _stands_alone(passage, start, k, end, verb):
                continue
            if not all(any(w.fits(lower[n]) for n in range(start, end)) for w in frame.companions):
                continue
            used = frozenset({k} if verb is None else {k, verb})
            denied = is_denied(passage, start, end, used)
            return Predicate(frame.denied if denied else frame.act, frame, used, denied)
    return None


def _stands_alone(passage: Passage, start: int, k: int, end: int, verb: int | None) -> bool:
    """Whether a preposition is a state of its own: "is tegen de HAR", "niet op tegen", "daar voor"."""
    lower = passage.words
    n = k - 1
    while n >= start and n != verb and passage.at(n) is None:
        light = lower[n] in _BEFORE_STATE or lower[n] in words("between") or lower[n] in words("negation")
        if not light and passage.doc[n].pos_ not in ("ADV", "ADJ"):
            return False
        n -= 1
    return lower[k] == "tegen" or n == k - 1 == verb or k + 1 >= end


def _light(passage: Passage, clause: Clause, verb: int, end: int) -> Predicate | None:
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
        told = frame.denied if denied else frame.act
        if frame.open:
            told = content(passage, k + 1, end, used, clause.opener) or told
        return Predicate(told, frame, used, denied)
    return None


def is_denied(passage: Passage, start: int, end: int, used: Iterable[int]) -> bool:
    """Whether a negation denies the predicate itself, and not what it governs ("stelt voor dit niet te doen")."""
    lower = passage.words
    taken = set(used)
    last = max(taken, default=start)
    for k in range(start, end):
        if lower[k] not in words("negation") or k in taken:
            continue
        if k + 1 < end and lower[k + 1] in ("alleen", "slechts", "alleen,"):
            continue
        if k and lower[k - 1] in (",", "maar", "doch"):
            continue  # a contrast, and no denial of the whole
        infinitive = next((n for n in range(k + 1, end - 1) if lower[n] == "te"), None)
        if k > last and infinitive is not None and infinitive + 1 not in taken:
            continue
        return True
    return False


def _judgement(passage: Passage, clause: Clause, end: int, found: Sighting, denied: bool, own: frozenset[int]) -> Act:
    """ "acht de termijn te kort": the word of judgement decides, and its denial turns it."""
    start = clause.start
    named = [(k, cue) for k, cue in cues(passage.words, start, end, _JUDGEMENT) if _counts(passage, k, cue, own)]
    for k, cue in named:
        if cue.act in ("bezwaar", "steunt") and len(cue.pattern) == 1:
            negated = any(passage.words[n] in words("negation") for n in range(max(start, k - 3), k))
            return flipped(cue.act) if negated or (denied and k < clause.end) else cue.act
        return cue.act
    return "bezwaar" if denied else found.frame.act


def _governed(passage: Passage, clause: Clause, found: Sighting, end: int, denied: bool, own: frozenset[int]) -> Act:
    """What a verb of speech governs decides its act: an infinitive of the speaker's own, or cues in the content."""
    lower = passage.words
    begin = min(found.token + 1, end)
    reported = clause.opener < end and lower[clause.opener] in ("dat", "of", "hoe", "wat", "waarom")
    if not reported:
        inner = _infinitive(
            passage, max(begin, max(found.used) + 1), _governed_end(passage, clause, end), found.used | own
        )
        if inner is not None:
            return inner
    if denied and found.frame.denied != found.frame.act:
        return found.frame.denied
    if clause.opener < end and lower[clause.opener] == "of" and found.frame.act == "vraagt":
        wondered = cues(lower, clause.opener, end, frozenset({"evaluation"}))
        return "bezwaar" if any(cue.act in ("steunt", "verzoekt") for _, cue in wondered) else "vraagt"
    promised = reported and _own_future(passage, clause.opener + 1, end)
    if promised:
        return "zegt_toe"
    return content(passage, begin, end, own | found.used, clause.opener) or found.frame.act


def _governed_end(passage: Passage, clause: Clause, end: int) -> int:
    """Where an infinitive that the verb governs must have come: a relative clause does not end the search."""
    opener = passage.words[clause.opener] if clause.opener < end else ""
    return end if opener in ("die", "dat", "waar", "wat") else min(end, clause.opener)


def _own_future(passage: Passage, start: int, end: int) -> bool:
    """ "dat hij … zal kijken": the speaker will do it."""
    lower = passage.words
    return start < end and lower[start] in words("pronoun") and any(w in ("zal", "zullen") for w in lower[start:end])


def _infinitive(passage: Passage, start: int, end: int, taken: frozenset[int]) -> Act | None:
    """ "zegt zich in te spannen", "geeft aan niet te kunnen …": what the speaker says of himself."""
    lower = passage.words
    verbs = [
        k + 1 for k in range(start, end - 1) if lower[k] == "te" and lower[k + 1].endswith("n") and k + 1 not in taken
    ]
    if not verbs:
        return None
    for k in verbs:
        inner = [s for s in sightings(lower, start, end, k) if s.form != "finite"]
        bare = inner and not inner[0].frame.weight and lower[k] in forms("auxiliary")
        if (
            inner
            and not bare
            and not inner[0].frame.open
            and (inner[0].frame.weight or inner[0].frame.manner != "action")
        ):
            denied = is_denied(passage, start, end, inner[0].used)
            return inner[0].frame.denied if denied else inner[0].frame.act
        if lower[k] in ("zijn", "blijven", "staan"):
            here = state(passage, start, end, None)
            if here is not None:
                return here.act
    if any(lower[k] in words("negation") for k in range(start, verbs[-1])):
        return "bezwaar"
    if any(lower[k] in ("willen", "kunnen", "hebben", "zijn", "moeten", "hopen", "verwachten") for k in verbs):
        return content(passage, start, end, taken, end)
    return "zegt_toe"


def content(passage: Passage, start: int, end: int, taken: frozenset[int], opener: int) -> Act | None:
    """The act that the first cue in what is governed tells, None where there is none."""
    excess = next((k for k in range(start, end - 1) if k not in taken and _excess(passage, k)), end)
    for k, cue in cues(passage.words, start, end, _CONTENT):
        if k > excess:
            break
        if k in taken or not _counts(passage, k, cue, frozenset()):
            continue
        if passage.words[k] in _DUTY:
            duty = _duty(passage, start, k, end, opener)
            if duty is None:
                continue
            return duty
        return cue.act
    return "bezwaar" if excess < end else None


def _excess(passage: Passage, k: int) -> bool:
    """ "te afwachtend", "te hoog": more of a property than is good, and no infinitive."""
    after = passage.doc[k + 1]
    return passage.words[k] == "te" and after.pos_ == "ADJ" and not passage.words[k + 1].endswith("en")


def _duty(passage: Passage, start: int, k: int, end: int, opener: int) -> Act | None:
    """What must be done is a request, unless the speaker must do it, or it stands in a relative clause."""
    lower = passage.words
    begin = opener + 1 if start <= opener < k else start
    if begin < len(lower) and lower[begin] in words("pronoun"):
        return "bezwaar" if any(lower[n] in words("negation") for n in range(begin, k)) else None
    relative = [
        n
        for n in range(begin, k)
        if lower[n] in ("waarop", "waarin", "waarbij", "waar", "die", "waarvoor", "welke", "als", "omdat")
    ]
    return None if relative else "verzoekt"


def _counts(passage: Passage, k: int, cue: Cue, own: frozenset[int]) -> bool:
    """Whether a cue says what it seems to: not denied, not of the past, no verb of the same form."""
    lower = passage.words
    if k in own:
        return False
    before = lower[k - 1] if k else ""
    if before.startswith(_PAST):
        return False
    if lower[k] == "nodig" and any(word in ("die", "welke") for word in lower[max(0, k - 8) : k]):
        return False  # "de plekken die nodig zijn"
    if lower[k] == "zorgen" and k + 1 < len(lower) and lower[k + 1] in ("ervoor", "voor"):
        return False
    if len(cue.pattern) == 1 and cue.act == "bezwaar" and before in ("geen", "zonder", "nauwelijks", "niet"):
        return False
    return not (lower[k] == "dringend" and k + 1 < len(lower) and lower[k + 1] in ("een",))


def running(passage: Passage, start: int, end: int, current: Act) -> Act | None:
    """The act of a sentence in which a speaker goes on without being named; None where it stays what it was."""
    lower = passage.words
    first = next((k for k in range(start, end) if lower[k] not in words("aanhef") and lower[k][:1].isalnum()), start)
    if lower[end - 1] == "?" and current != "bezwaar":
        return "vraagt"
    if lower[first] in words("wh") and first + 1 < end and passage.finite[first + 1] and current != "bezwaar":
        return "vraagt"
    for k, cue in cues(lower, start, end, _RUNNING):
        if not _counts(passage, k, cue, frozenset()):
            continue
        if cue.reach == "opening" and (k > first + 1 or passage.finite[k + 1 : k + 2] == (True,)):
            continue  # "Voorstel komt in mei" is no proposal
        return cue.act
    if current in ("vraagt", "stelt_voor", "steunt", "verzoekt") and _must(passage, start, end):
        return "verzoekt"
    if (
        current in ("verzoekt", "steunt")
        and lower[first] not in words("back_reference")
        and not (lower[first] == "er" and any(word in words("negation") for word in lower[start:end]))
    ):
        return "informeert"
    if current == "bezwaar" and lower[first] == "er" and not any(w in words("negation") for w in lower[start:end]):
        return "informeert"
    return None


def _must(passage: Passage, start: int, end: int) -> bool:
    """Whether the sentence says what somebody must do."""
    lower = passage.words
    if lower[start] in ("formeel", "juridisch", "wettelijk", "procedureel"):
        return False
    return any(lower[k] in _DUTY and passage.finite[k] for k in range(start, end))
