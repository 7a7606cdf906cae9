"""What is judged where somebody judges no instrument itself: its measure, its cost, pace or text, a figure, a promise,
what is told or found of it, that it is not done, or all but it ("behalve de bonus").

Who is against lowering a target, objects to late papers about an act or regrets that some do not carry it out, takes
no side for or against it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Final

from lrtgraph.extraction.grammar.exceptions import exceptions
from lrtgraph.extraction.grammar.lexicon import WORDEN, words
from lrtgraph.extraction.grammar.tokens import MODIFIERS, STOPS, phrase_start, tokens_of
from lrtgraph.extraction.statements.sentence.syntax import forms
from lrtgraph.extraction.statements.speech.lexicon import VERDICTS, noun_frames, sightings, state_frames
from lrtgraph.extraction.statements.subject.termination import Verbs, instruments, verbs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lrtgraph.extraction.context import Reading
    from lrtgraph.extraction.grammar.tokens import Tokens
    from lrtgraph.extraction.statements.course.floor import Contribution

_ABOUT: Final = frozenset({"over", "op", "bij", "inzake", "omtrent", "rond", "rondom"})
_GROUNDS: Final = frozenset(
    {"vanwege", "wegens", "gezien", "gelet", "ondanks", "zonder", "door", "namens", "basis", "grond"}
)
"""Words behind which stands why somebody judges, and not what."""
_WHERE_SAID: Final = frozenset({"in", "per", "via", "bij", "na", "volgens", "tijdens"})
_OPENING: Final = frozenset({"dat", "die"})
_FEASIBLE: Final = frozenset({"kan", "kunnen", "kon", "konden"})  # "kan niet worden uitgevoerd" objects to the thing


def aspects(reading: Reading, row: Contribution, about: Sequence[str]) -> tuple[str, ...]:
    """Those instruments of which a contribution for or against something judges no more than something about them.

    In: what it is about. Out: those of them that it names only so, also by a bare noun, and where it is about being
    told of something late or not at all, or about a promise, those that it does not name.
    """
    named = frozenset(concept for concept in about if reading.is_instrument(concept))
    if row.act not in VERDICTS or not named:
        return ()
    block, start, end = row.places[0]
    tokens = tokens_of(reading.docs[block])
    first, last = tokens.at(start, end)
    places = _places(reading, tokens, (block, first, last), about)
    spans = sorted((name.start, name.stop) for names in places.values() for name in names)
    excepted = {k for phrase in exceptions(tokens, spans) for k in phrase}
    found = {
        concept
        for concept, names in places.items()
        if all(one.start in excepted or _is_aspect(reading, tokens, row, one, first, last) for one in names)
    }
    if _is_part(tokens, places, first, last) and judged_later(reading, row) is None:
        found = set(named)
    if _is_no_instrument(reading, tokens, row, first, last):
        found |= named - places.keys()
    return tuple(concept for concept in about if concept in found)


def _places(
    reading: Reading, tokens: Tokens, place: tuple[int, int, int], about: Sequence[str]
) -> dict[str, list[range]]:
    """Where tokens of a block name those instruments that a contribution is about, also by a bare noun."""
    bare = (
        one for one in instruments(reading, *place, about) if tokens.lower[one[0]] not in words("aspect_noun")
    )  # "artikel 5 van de wet" names it but once
    places: dict[str, list[range]] = {}
    for begin, stop, concept in (*instruments(reading, *place), *bare):
        if concept in about:
            places.setdefault(concept, []).append(range(begin, stop))
    return places


def judged_later(reading: Reading, row: Contribution, denial: int | None = None) -> int | None:
    """Where a contribution that thanks or denies is itself for or against something: "dankt X en steunt Y".

    In: a contribution, and its verb that denies, before which it may tell its side too. Out: the verb of another main
    clause of it that has its act, None where it has no such clause.
    """
    block, start, end = row.places[0]
    tokens = tokens_of(reading.docs[block])
    first, last = tokens.at(start, end)
    opening = next((k for k in range(first, last) if tokens.finite[k]), last) if denial is not None else last
    mains = [k for k in range(first, last) if tokens.finite[k] and (k == opening or _goes_on(tokens, k, first))]
    for k in mains:
        stop = next((n for n in mains if n > k), last)
        if k == denial or _is_thanked(reading, row, k, k + 1):
            continue
        valued = tokens.lower[k] in forms("evaluating") and any(True for _ in instruments(reading, block, k, stop))
        if valued or _judges(tokens, k, stop, row):
            return k
    return None


def _goes_on(tokens: Tokens, k: int, first: int) -> bool:
    """Whether a finite verb opens a clause behind a joining word or mark, or a pronoun: "maar zij is tegen"."""
    before = k - 1 - (tokens.parts[k - 1] == "PRON")
    return before > first and (tokens.parts[before] == "CCONJ" or tokens.lower[before] in STOPS)


def _judges(tokens: Tokens, verb: int, end: int, row: Contribution) -> bool:
    """Whether a clause has the act of a contribution: "is tegen", "steunt", "heeft kritiek"."""
    lower = tokens.lower
    found = [one.frame for one in sightings(lower, verb, end, verb)[:1]]
    if lower[verb] in forms("copula") | forms("light"):
        found += [frame for k in range(verb + 1, end) for frame in state_frames().get(lower[k], ())]
        found += [noun_frames()[word] for word in lower[verb + 1 : end] if word in noun_frames()]
    denied = not words("denying").isdisjoint(lower[verb:end])
    return any((frame.reverse if denied else frame.act) == row.act for frame in found)


def _is_aspect(reading: Reading, tokens: Tokens, row: Contribution, name: range, start: int, end: int) -> bool:
    """Whether what is judged is something about a name, and not what it stands for."""
    if _measured(tokens, name, start, end) or _told_of(tokens, name, start) or _is_of_aspect(tokens, name, start):
        return True
    thanked = row.act == "steunt" and _is_thanked(reading, row, start, name.start)
    if thanked and _in_reason(tokens, name, start):
        later = judged_later(reading, row)
        return later is None or later > name.start
    return row.act == "bezwaar" and _is_not_done(tokens, name, start, end)


def _is_no_instrument(reading: Reading, tokens: Tokens, row: Contribution, start: int, end: int) -> bool:
    """Whether what is judged is a paper, a procedure or somebody, a promise that is not made or kept, or a figure."""
    end = next((k for k in range(start, end) if tokens.lower[k] in STOPS), end)
    if row.act == "bezwaar" and (_is_no_promise(tokens, start, end) or _is_figure(tokens, start, end)):
        return True
    if row.act == "bezwaar" and _is_blamed(reading, row, start, end):
        return True
    if any(tokens.parts[k] == "CCONJ" and tokens.finite[k + 1] for k in range(start, end - 1)):
        return False  # "dankt IPO en onderschrijft de opzet"
    return _is_procedure(tokens, start, end) or (row.act == "steunt" and _is_thanked(reading, row, start, end))


def _is_part(tokens: Tokens, places: Mapping[str, Sequence[range]], start: int, end: int) -> bool:
    """ "acht zich niet verantwoordelijk", "vindt de HAR geen taak van COA".

    Whose part something is is judged there; not so in "ziet geen rol voor de HAR".
    """
    lower, names = tokens.lower, {name.start for one in places.values() for name in one}
    why = STOPS | words("reason_opener", "condition")
    end = next((k for k in range(start, end) if lower[k] in why or _goes_on(tokens, k, start)), end)
    answers = not words("answerable").isdisjoint(lower[start:end])
    for k in range(start + 1, end):
        none = lower[k] in words("part_noun") and "geen" in lower[max(start, k - 2) : k]
        if none and not (lower[k + 1 : k + 2] == ["voor"] and not names.isdisjoint(range(k + 2, k + 5))):
            return True
        thought = forms("evaluating") | forms("copula")
        if answers and lower[k] == "zich" and not thought.isdisjoint(lower[max(start, k - 2) : k]):
            return True
    return False


def _is_blamed(reading: Reading, row: Contribution, start: int, end: int) -> bool:
    """ "spreekt het COA daarop aan", "COA wordt hierop aangesproken": what another does, no taste."""
    tokens = tokens_of(reading.docs[row.places[0][0]])
    known, inside = verbs(words("blaming")), tokens.lower[start:end]
    parted = known.stand_parted(inside)
    found = reading.mentions_in(row.places[0][0], tokens.starts[start], tokens.ends[max(start, end - 1)])
    others = {mention.concept for mention in found if reading.is_actor(mention.concept)} - set(row.speakers)
    return bool(others) and (parted or not (known.participles | known.infinitives).isdisjoint(inside))


def _is_procedure(tokens: Tokens, start: int, end: int) -> bool:
    """ "tegen de late verzending van de stukken", "stemt in met het verslag", "vindt de vergoeding te laag"."""
    verb = next((k for k in range(start, end) if tokens.finite[k]), end)
    why = words("reason_opener", "condition")
    end = next((k for k in range(verb, end) if tokens.lower[k] in why), end)
    passed = noun_frames().keys() - words("aspect_noun")
    noun = next((k for k in range(verb + 1, end) if tokens.parts[k] == "NOUN" and tokens.lower[k] not in passed), end)
    clause = _clause(tokens, range(verb, noun), start, end)
    return noun in clause and (tokens.lower[noun] in words("minutes_word") or _names_aspect(tokens, noun, verb, end))


def _is_thanked(reading: Reading, row: Contribution, start: int, end: int) -> bool:
    """ "dankt MVRO", "feliciteert de minister", "is trots op Gelderland": somebody is, and nothing he does it for."""
    tokens = tokens_of(reading.docs[row.places[0][0]])
    for k in range(start, end):
        if tokens.lower[k] in words("proud") and tokens.lower[k + 1 : k + 2] == ["op"]:
            return True
        if tokens.finite[k] and tokens.lower[k] in forms("thanking"):
            return tokens.lower[k] not in forms("praising") or _is_somebody(reading, row, k + 1, tokens)
    return False


def _is_somebody(reading: Reading, row: Contribution, start: int, tokens: Tokens) -> bool:
    """Whether the object at a token names an actor: "prijst de gemeenten", not "prijst de aanpak van de gemeenten"."""
    head = next((k for k in range(start, len(tokens.lower)) if tokens.parts[k] not in ("DET", "ADJ", "NUM")), start)
    found = reading.mentions_in(row.places[0][0], tokens.starts[start], tokens.ends[min(head, len(tokens.ends) - 1)])
    return any(not reading.is_instrument(mention.concept) for mention in found)


def _is_figure(tokens: Tokens, start: int, end: int) -> bool:
    """ "vindt 6.000 plekken te ambitieus": a number right behind the verb is what is judged."""
    number = next((k for k in range(start, end) if tokens.parts[k] == "NUM"), end)
    verb = next((k for k in range(number - 1, start, -1) if tokens.parts[k] not in ("DET", "ADP", "ADV", "ADJ")), start)
    return number < end and tokens.lower[verb] in forms("evaluating") and "te" in tokens.lower[number:end]


def _is_no_promise(tokens: Tokens, start: int, end: int) -> bool:
    """ "kan dat niet toezeggen", "doet geen toezegging", "dat de toezegging niet is nagekomen"."""
    lower = tokens.lower
    noun = next((k for k in range(start, end) if lower[k] in words("promise_noun")), None)
    known = verbs(words("promising") if noun is None else words("keeping"))
    if noun is not None and "geen" in lower[max(start, noun - 2) : noun]:
        return True
    verb = next(
        (k for k in range(noun or start, end) if lower[k] in known.whole or _parted(lower, known, k, end)), None
    )
    if verb is None:
        return False
    clause = _clause(tokens, range(verb, verb + 1), start, end)
    denied = not words("denying").isdisjoint(lower[max(start, clause.start - 1) : clause.stop])  # "VNG noch IPO …"
    return lower[verb].startswith("uit") or denied


def _parted(lower: Sequence[str], known: Verbs, k: int, end: int) -> bool:
    """ "zegt niet toe dat …": a verb whose particle stands behind it."""
    particles = known.parted.get(lower[k])
    return particles is not None and not particles.isdisjoint(lower[k + 1 : end])


def _measured(tokens: Tokens, name: range, start: int, end: int) -> bool:
    """ "verlaging van de taakstelling", "een lagere taakstelling", "de taakstelling te verlagen"."""
    lower, k = tokens.lower, phrase_start(tokens, name.start, start) - 1
    new = "nieuwe" in lower[max(start, k - 1) : name.start]
    if not new and not words("other_measure").isdisjoint(lower[k + 1 : name.start]):
        return True  # "een nieuwe, hogere doelstelling" is itself what is judged
    known = verbs(words("measuring"))
    if k > start and lower[k] == "van" and lower[k - 1] in words("measuring_noun") | known.infinitives:
        return True
    clause = _clause(tokens, name, start, end)
    found = (n for n in range(name.stop, clause.stop) if lower[n] in known.infinitives | known.participles)
    return any(lower[n - 1] == "te" or not WORDEN.isdisjoint(lower[clause.start : clause.stop]) for n in found)


def _told_of(tokens: Tokens, name: range, start: int) -> bool:
    """ "de stukken over de wet", "een toelichting op de wet", "is niet geïnformeerd over de wet"."""
    lower, k = tokens.lower, phrase_start(tokens, name.start, start) - 1
    if k <= start or lower[k] not in _ABOUT:
        return False
    if lower[k - 1] in verbs(words("informing")).participles | words("promise_noun", "fact_noun"):
        return True
    papers = phrase_start(tokens, k - 1, start)
    return lower[k - 1] in _papers() and (papers == start or lower[papers - 1] not in _WHERE_SAID)


def _is_of_aspect(tokens: Tokens, name: range, start: int) -> bool:
    """ "de kosten van de wet", "geld voor de wet", "de bevindingen van de evaluatie van de wet"."""
    k = phrase_start(tokens, name.start, start) - 1
    while k > start and tokens.parts[k] == "ADP" and tokens.lower[k] != "om":
        noun = k - 1
        while noun > start and (tokens.parts[noun] == "NUM" or tokens.finite[noun]):
            noun -= 1  # "artikel 5 van de wet", "dat er geen geld is voor de wet"
        if _names_aspect(tokens, noun, start, name.start):
            return True
        if tokens.parts[noun] != "NOUN":
            return False
        k = phrase_start(tokens, noun, start) - 1
    return False


def _names_aspect(tokens: Tokens, noun: int, start: int, end: int) -> bool:
    """Whether a noun is for an aspect that is judged: not beside another thing, and not as the ground of a judgement.

    "heeft zorgen over de kosten", not "over de kosten en het doel", "is vanwege de kosten tegen".
    """
    lower, parts, known = tokens.lower, tokens.parts, words("aspect_noun", "minutes_word")
    if lower[noun] not in known:
        return False
    before = phrase_start(tokens, noun, start) - 1
    joined = before > start and parts[before] == "CCONJ" and not tokens.finite[before - 1]
    if joined and lower[before - 1] not in known:
        return False
    behind = next((k for k in range(noun + 2, end) if parts[k] not in MODIFIERS), end)
    beside = noun + 1 < end and parts[noun + 1] == "CCONJ" and behind < end and parts[behind] == "NOUN"
    return not (beside and lower[behind] not in known) and _GROUNDS.isdisjoint(lower[start : before + 1])


def _in_reason(tokens: Tokens, name: range, start: int) -> bool:
    """ "dankt gemeenten die de HAR uitvoeren", "voor hun inzet bij de HAR"; not "dankt MVRO voor de HAR"."""
    k = phrase_start(tokens, name.start, start) - 1
    return k <= start or tokens.lower[k] != "voor"


def _is_not_done(tokens: Tokens, name: range, start: int, end: int) -> bool:
    """ "gemeenten die de wet niet uitvoeren", "de invoering van de wet gaat te langzaam", "dat de wet te laat komt".

    Not so "dat de wet niet kan worden uitgevoerd", "dat de wet te laat en te duur is".
    """
    lower, k, clause = tokens.lower, phrase_start(tokens, name.start, start) - 1, _clause(tokens, name, start, end)
    behind, opener = lower[name.stop : clause.stop], lower[clause.start - 1] if clause.start > start else ""
    carried = k > start and lower[k] == "van" and lower[k - 1] in words("carrying_out_noun")
    late = not words("slow").isdisjoint(behind) and tokens.parts[clause.stop : clause.stop + 1] != ["CCONJ"]
    if carried:
        return late or behind[:1] == ["door"]
    inside = lower[clause.start : clause.stop]
    done = not verbs(words("carrying_out")).whole.isdisjoint(behind) and _FEASIBLE.isdisjoint(inside)
    undone = done and not words("denying").isdisjoint(inside)
    return opener == "voordat" or (opener in _OPENING and (undone or (late and k + 1 == clause.start)))


def _clause(tokens: Tokens, name: range, start: int, end: int) -> range:
    """The tokens around a name between marks, "dat" or "die", and joining words."""
    first = next((k + 1 for k in range(name.start - 1, start - 1, -1) if _parts(tokens, k)), start)
    return range(first, next((k for k in range(name.stop, end) if _parts(tokens, k)), end))


def _parts(tokens: Tokens, k: int) -> bool:
    return (tokens.parts[k] in ("PUNCT", "CCONJ", "SCONJ") and tokens.lower[k] != "te") or tokens.lower[k] in _OPENING


@cache
def _papers() -> frozenset[str]:
    """Nouns for what tells of something, but those by which somebody takes a side ("zorgen over")."""
    siding = {noun for noun, frame in noun_frames().items() if frame.act not in ("informeert", "antwoordt")}
    return words("telling_noun", "telling") - siding - words("misgiving")
