"""Which frame of the lexicon a main clause has: at its finite verb, its infinitive, participle or closing particle."""

from __future__ import annotations

from dataclasses import replace

from lrtgraph.extraction.grammar.lexicon import HEBBEN, WORDEN, ZIJN, words
from lrtgraph.extraction.statements.sentence.passage import Passage
from lrtgraph.extraction.statements.sentence.syntax import MainClause, forms
from lrtgraph.extraction.statements.speech.lexicon import VERDICTS, Sighting, SpeechFrame, noun_frames, sightings
from lrtgraph.extraction.statements.stance.endings import takes_act

_VERBAL = frozenset({"laten", "kunnen", "willen", "moeten", "mogen"})  # "heeft laten weten": infinitive for participle
_GOVERNED = frozenset({"om", "die", "dat", "waarop", "waarin"})


def sighted(passage: Passage, clause: MainClause, verb: int, end: int) -> Sighting | None:
    """The frame at the finite verb, or at the infinitive or participle that an auxiliary leaves the meaning to."""
    lower = passage.words
    # Fixed phrases may end behind a comma or in the governed part, particles may not.
    here = [s for s in _sightings(passage, clause, verb) if not _points(passage, clause, s)]
    if lower[verb] in ("zou", "zouden"):
        here = [s for s in here if s.frame.head != "zullen" or s.frame.companions]
    far = _closing_particle(passage, clause, verb, end)
    here = sorted([*far, *here], key=lambda s: -s.frame.weight) if far else here
    auxiliary = lower[verb] in forms("auxiliary")
    if not auxiliary:
        return here[0] if here else None
    demanding = [s for s in here if s.frame.weight]
    if demanding and not (demanding[0].frame.head == "hebben" and _perfect(passage, clause, demanding[0])):
        return demanding[0]
    if here and here[0].frame.head == "zullen":
        return _sides_later(passage, clause, verb) or here[0]
    if lower[verb] in ("gaat", "gaan") and not any(s.frame.weight for s in here):
        done = _done_later(passage, clause, verb)
        if done is not None:
            return done
    modal = any(lower[k] in _VERBAL and lower[k - 1] != "te" for k in range(verb + 1, clause.end))
    for k in range(clause.start, clause.end):
        if k == verb:
            continue
        perfect = lower[verb] in ZIJN | HEBBEN | WORDEN and not modal  # "heeft laten weten", "heeft moeten vaststellen"
        wanted = "participle" if perfect else "infinitive"
        if wanted == "participle" and (lower[k - 1] == "dan" or _attributive(passage, k, clause.end)):
            continue
        nonfinite = [s for s in _sightings(passage, clause, k) if s.form == wanted]
        noun = passage.parts[k] == "NOUN" and lower[k] in noun_frames()  # "heeft zijn bezwaren laten varen"
        if nonfinite and not noun and nonfinite[0].frame.head not in ("zijn", "hebben"):
            return nonfinite[0]
    return here[0] if here else None


def _sightings(passage: Passage, clause: MainClause, verb: int) -> list[Sighting]:
    """The frames at a verb of a clause whose words stand to it as they must."""
    found = sightings(passage.words, clause.start, clause.end, verb)
    return [one for one in found if takes_act(passage, one) and _joins(passage, one)]


def _joins(passage: Passage, found: Sighting) -> bool:
    """ "kiest de kant van VNG", "volgt VNG daarin", where the verb asks for it; not "volgt daarin de planning"."""
    if found.frame.content != "joined":
        return True
    used, lower = found.used, passage.words
    k = found.token + 1
    while k < len(lower) and passage.at(k) is None and (k in used or lower[k] in words("between", "noun_opener")):
        k += 1
    return k < len(lower) and passage.at(k) is not None


def _perfect(passage: Passage, clause: MainClause, found: Sighting) -> bool:
    """ "heeft kennisgenomen van het voorstel": the verb helps a participle and has no object of its own."""
    for k in range(found.token + 1, clause.end):
        if passage.words[k] in _VERBAL and passage.words[k - 1] != "te":
            return True  # "heeft laten weten weinig te zien in …"
        told = [s for s in sightings(passage.words, clause.start, clause.end, k) if s.form == "participle"]
        if told and k not in found.used and not _attributive(passage, k, clause.end):
            return True
    return False


def _attributive(passage: Passage, k: int, end: int) -> bool:
    """Whether a participle goes with a noun behind it: "is kritisch op de aangeboden panden"."""
    return k + 1 < end and passage.parts[k + 1] in ("NOUN", "PROPN", "ADJ") and passage.at(k + 1) is None


def _done_later(passage: Passage, clause: MainClause, verb: int) -> Sighting | None:
    """ "gaat de contracten verlengen": an infinitive that closes the clause is what the subject will do."""
    last = next((k for k in range(clause.end - 1, verb, -1) if passage.words[k][:1].isalnum()), verb)
    bare = last > verb + 1 and passage.words[last].endswith("en") and passage.words[last - 1] != "te"
    known = any(s.form == "infinitive" for s in sightings(passage.words, clause.start, clause.end, last))
    if not bare or not (known or passage.parts[last] in ("VERB", "AUX")):
        return None
    future = sightings(("zal",), 0, 1, 0)
    return replace(future[0], token=verb, others=(last,)) if future else None


def _sides_later(passage: Passage, clause: MainClause, verb: int) -> Sighting | None:
    """ "zal bezwaar maken", "zal de wet steunen": who announces a stance has it; "zal VNG steunen" promises help."""
    for k in range(verb + 1, clause.end):
        for one in _sightings(passage, clause, k):
            told = one.form == "infinitive" and one.frame.act in VERDICTS and not one.frame.open
            if told and takes_side(passage, verb + 1, one.frame, one.used):
                return replace(one, others=(*one.others, verb))
    return None


def takes_side(passage: Passage, start: int, frame: SpeechFrame, used: frozenset[int]) -> bool:
    """Whether a predicate behind `start` tells what somebody thinks of a thing, and not what he does to another.

    "heeft zorgen", "maakt bezwaar", "is tegen", "stemt niet in", but not "weigert te betalen" or "steunt gemeenten
    onvoldoende".
    """
    if any(passage.words[k] in noun_frames() or passage.words[k] in words("misgiving") for k in used):
        return True
    return frame.head in words("siding") and not passage.within(start, min(used))


def _closing_particle(passage: Passage, clause: MainClause, verb: int, end: int) -> list[Sighting]:
    """ "wijst het voorstel om te wachten resoluut af": the particle stands behind what the object governs."""
    last = next((k for k in range(end - 1, clause.end, -1) if passage.words[k][:1].isalnum()), verb)
    if last <= clause.end or clause.opener >= end or passage.words[clause.opener] not in _GOVERNED:
        return []
    found = sightings(passage.words, clause.start, end, verb)
    return [s for s in found if s.frame.particle and s.form == "finite" and s.others[:1] == (last,)]


def _points(passage: Passage, clause: MainClause, found: Sighting) -> bool:
    """ "bevestigde dat laatste getal", "wil dat onderzoeken": the word taken for a conjunction points to something."""
    if not any(word.forms == {"dat"} for word in found.frame.companions):
        return False
    within = range(clause.start, clause.end - 1)
    return any(
        passage.words[k] == "dat" and (passage.parts[k] == "DET" or (k in within and k != clause.opener))
        for k in found.others
    )
