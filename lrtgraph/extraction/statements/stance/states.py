"""States behind "zijn" and its like, or behind a speaker without a verb: "is voorstander van", "VNG tegen"."""

from __future__ import annotations

from dataclasses import replace

from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.statements.sentence.passage import Passage
from lrtgraph.extraction.statements.sentence.syntax import MainClause, forms
from lrtgraph.extraction.statements.speech.lexicon import VERDICTS, state_frames
from lrtgraph.extraction.statements.stance.changing import has_changed
from lrtgraph.extraction.statements.stance.denial import is_denied
from lrtgraph.extraction.statements.stance.spoken import SpokenAct, Standing

SUPPOSING = frozenset({"zou", "zouden"})
"""Verb forms that tell of what is not so."""
_LIGHT = ("between", "denying", "ended", "pronoun")  # classes of what may stand between "is" and "tegen"
_BEFORE_STATE = frozenset({"op", "faliekant", "mordicus", "fel", "sterk"})


def state_of(passage: Passage, clause: MainClause, verb: int) -> SpokenAct | None:
    """A state behind "zijn" and its like ("is voorstander van")."""
    supposed = passage.words[verb] in SUPPOSING and "zijn" in passage.words[verb : clause.end]
    if not supposed and passage.words[verb] not in forms("copula"):
        return None
    told = state(passage, clause.start, clause.end, verb)
    hypothetical = told is not None and supposed and told.act == "bezwaar"  # "zou tegen zijn als het bedrag daalt"
    return replace(told, act="informeert", standing="final") if told is not None and hypothetical else told


def state(passage: Passage, start: int, end: int, verb: int | None) -> SpokenAct | None:
    """The most demanding state among tokens, of equals the first.

    Prepositions count only right behind the verb, its adverbs, or at the end.
    """
    lower = passage.words
    found: SpokenAct | None = None
    least = -1
    for k in range(start, end):
        for frame in state_frames().get(lower[k], ()):
            sided = lower[k] in ("tegen", "voor") and found is not None and _leaves_side_open(found)
            if frame.weight <= least - sided:  # "is voorzichtig voor de HAR", "zijn eensgezind tegen de HAR"
                continue
            led = k + 1 < end and lower[k - 1] in words("noun_opener")
            attributive = led and passage.parts[k + 1] == "NOUN"
            if k == verb or passage.at(k) is not None or attributive:
                continue  # "blijft bij het ingenomen standpunt"
            if frame.act in VERDICTS and _is_former(passage, start, k, verb):
                continue
            if lower[k] in words("pronominal_state") and not _closes(passage, k, end):
                continue
            if lower[k] in ("tegen", "voor") and not _stands_alone(passage, start, k, end, verb):
                continue
            if lower[k] in ("om", "uit") and not _ends_predicate(passage, k, end, verb):
                continue
            if frame.companions and lower[k - 1] in words("noun_opener") - {"de"}:
                continue  # "van het plan"
            if not all(any(w.fits(lower[n]) for n in range(start, end)) for w in frame.companions):
                continue
            used = frozenset({k} if verb is None else {k, verb})
            stop = next((n for n in range(k, end) if lower[n] == ","), end)
            denied = is_denied(passage, start, stop, used)  # not "is tegen, nu zij niets krijgt"
            act = frame.denied if denied else frame.act
            changed = act in VERDICTS and has_changed(passage, start, end)
            spared = frame.act == "bezwaar" and act == "steunt" and not words("denying").isdisjoint(lower[start:k])
            plain = frame.content == "named" or _is_plain(passage, k, end, verb)
            alone: Standing = "named" if plain else "weighed"
            standing = "final" if changed or spared else alone  # "is geen tegenstander van de HAR"
            found, least = SpokenAct(act, frame, used, denied, standing), frame.weight
    return found


def _is_plain(passage: Passage, k: int, end: int, verb: int | None) -> bool:
    """Whether a token is "tegen" or "voor" told as a state: "is tegen de HAR", and not "Tegen 1 mei is COA klaar"."""
    if passage.words[k] not in ("tegen", "voor"):
        return False
    if verb is None or k + 1 >= end or not passage.words[k + 1][:1].isalnum():
        return True  # "… bij: het is nu voor"
    return passage.words[verb] in forms("copula") and (verb < k or _is_last(passage, verb, end))


def _is_last(passage: Passage, verb: int, end: int) -> bool:
    """Whether a verb ends its clause: "dat zij voor de HAR is", and not "Voor de HAR is COA verantwoordelijk"."""
    following = passage.words[verb + 1] if verb + 1 < end else ""
    return not following[:1].isalnum() or following in words("coordinating")


def _leaves_side_open(told: SpokenAct) -> bool:
    """Whether a state tells how firmly somebody stands, and not on which side: "eensgezind", "voorzichtig"."""
    return told.act not in VERDICTS or (told.frame is not None and told.frame.head in words("reserving"))


def _is_former(passage: Passage, start: int, k: int, verb: int | None) -> bool:
    """ "IPO, eerst voorstander, is nu tegen", "is van voorstander tegenstander geworden": a state that is no longer."""
    lower = passage.words
    apposed = verb is not None and start < k < verb and lower[verb - 1] == "," and "," in lower[start:k]
    return apposed or (k > start and lower[k - 1] == "van" and passage.parts[k] == "NOUN")


def _closes(passage: Passage, k: int, end: int) -> bool:
    """Whether nothing follows a state that may also belong to another word: "is ervoor", not "ervoor aan zet"."""
    return k + 1 >= end or not passage.words[k + 1][:1].isalnum() or passage.words[k + 1] in words("joint") | {"mits"}


def _ends_predicate(passage: Passage, k: int, end: int, verb: int | None) -> bool:
    """ "MVRO is om", "is er nog niet uit"; not "is daar rouwig om", "is er om te helpen", "is uit op geld"."""
    light, n = words("between", "by_now", "denying", "ended"), k - 1
    while verb is not None and n > verb and (passage.words[n] in light or passage.at(n) is not None):
        n -= 1
    copular = verb is not None and n == verb and passage.words[verb] in forms("copula")
    behind = passage.words[k + 1 : k + 2]
    return copular and behind != ("te",) and (_closes(passage, k, end) or passage.words[k : k + 2] == ("uit", "met"))


def _stands_alone(passage: Passage, start: int, k: int, end: int, verb: int | None) -> bool:
    """Whether a preposition is a state of its own: "is tegen de HAR", "niet voor de HAR", "is nu voor de HAR"."""
    lower, parts = passage.words, passage.parts
    if lower[k + 2 : k + 3] and lower[k + 2] in words("part_of_it"):
        return False  # "is voor het laatst hier", "voor de helft gereed"
    if lower[k] == "tegen" and k + 1 < end and parts[k + 1] == "NUM":
        return False  # "Tegen 1 mei is COA klaar"
    n = k - 1
    while n >= start and n != verb and passage.at(n) is None:
        before = _before_light(passage, start, n)
        if before is None:
            return False
        n = before
    if lower[k] == "tegen" or k + 1 >= end or not lower[k + 1][:1].isalnum():
        return True
    denier = k - 2 if lower[k - 1] in words("ended") else k - 1
    denied = lower[denier] in words("denying") and parts[k + 1] in ("DET", "ADJ", "NOUN", "PROPN")
    group = passage.at(n) if n >= start else None
    inverted = group is not None and group.start - 1 == verb  # "Inmiddels is de VNG voor de HAR"
    behind = n < start and verb is not None and k < verb and _is_last(passage, verb, end)  # "dat zij voor de HAR is"
    governed = n < start and verb is None and "te" in lower[k:end]  # "zegt voor de HAR te zijn"
    last = verb if behind and verb is not None else lower.index("te", k) if governed else end
    others = any(parts[m] == "ADP" and lower[m] != "van" for m in range(k + 1, last))  # "nu voor overleg in Ede"
    second = any(parts[m] == "DET" and parts[m - 1] in ("NOUN", "PROPN") for m in range(k + 2, last))
    alone = not others and not second  # not "nu voor gemeenten het loket"
    there = "er" in lower[start:k]  # "is er steeds voor gemeenten"
    now = alone and not there and not words("by_now", "reserving", "past_adverb", "at_first").isdisjoint(lower[start:k])
    copular = verb is None or lower[verb] in forms("copula")  # not "laat voor 1 mei weten"
    stands = n == verb and copular and not second and (n == k - 1 or denied or now)
    own = alone and (behind or governed) and (n == k - 1 or now) and _names(passage, last)
    return (stands or own or (inverted and now)) and not _qualifies(passage, k + 1, last)


def _before_light(passage: Passage, start: int, n: int) -> int | None:
    """What stands before a word that may come between "is" and "tegen": "in beginsel", "nog steeds", "niet"."""
    light = passage.words[n] in _BEFORE_STATE or passage.words[n] in words(*_LIGHT)
    if passage.words[n - 1] in words("past_adverb") and passage.parts[n] == "NOUN":
        return n - 2  # "was vorig jaar tegen"
    if passage.words[n] not in words("reserving"):
        return n - 1 if light or passage.parts[n] in ("ADV", "ADJ") else None
    first = n
    while first > start and passage.parts[first - 1] in ("ADJ", "DET"):
        first -= 1
    return first - 2 if passage.parts[first - 1] == "ADP" else n - 1


def _names(passage: Passage, end: int) -> bool:
    """Whether a noun phrase ends at a token: "dat zij voor de HAR is", not "dat zij voor de zomer terug is"."""
    return passage.parts[end - 1] in ("NOUN", "PROPN")


def _qualifies(passage: Passage, start: int, end: int) -> bool:
    """Whether an adjective or participle closes the clause: "is niet voor 1 mei klaar", "voor de opvang ingericht"."""
    last = next((n for n in range(end - 1, start, -1) if passage.words[n][:1].isalnum()), start)
    closing = passage.parts[last]
    if passage.words[last - 1 : last + 1] == ("aan", "zet"):
        return True
    named = passage.parts[last - 1] == "DET"  # "voor een boete", whatever it was taken for
    return (closing == "ADJ" and not named) or (closing in ("VERB", "AUX") and passage.is_participle(last))
