"""Who stands as the subject of a verb, by the order of words.

A Dutch main clause has its finite verb in second place and its subject right before or right behind it. That order
survives where a parse does not, so subjects are found by it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.grammar.tokens import MODIFIERS, first_finite
from lrtgraph.extraction.statements.sentence.groups import NOBODY, Group
from lrtgraph.extraction.statements.sentence.offices import is_functionary
from lrtgraph.extraction.statements.sentence.passage import Passage
from lrtgraph.extraction.statements.sentence.syntax import MainClause, forms, main_clause, skip
from lrtgraph.extraction.statements.speech.lexicon import SpeechFrame, noun_frames, sightings
from lrtgraph.value import value

_FEELING = words("object_pronoun")
_MARKS = frozenset({",", "?", "-", "–", "•"})
_CLOSING = frozenset({",", ".", ";", ":", ")", "?", "!"})
_DEMANDING = 2  # the weight of a frame with one word of its own
_OPENING = words("aanhef", "between", "quantifier") | _MARKS
_REST = frozenset({"andere", "overige", "aanwezige", "meeste"})


@value
class Subject:
    """Who is the subject of a verb: named, pointed back to (by a `noun` or a pronoun), the chair, or left out."""

    kind: Literal["named", "anaphor", "chair", "omitted"]
    group: Group | None
    inverted: bool
    noun: str = ""


def attribution(passage: Passage, verb: int, end: int, chair: str | None) -> Subject | None:
    """Who is said to tell what stands around it: a verb of speech and its subject are all there is behind a comma.

    "…, becijfert mevrouw Steenuil;", "Die komen, antwoordt SJenV, ten laste van JenV".
    """
    here = subject(passage, MainClause(verb, end, end, True), verb, chair)
    found = sightings(passage.words, verb, end, verb)
    thought = passage.words[verb] in forms("thinking")  # "…, vreest VNG"
    if here is None or not here.inverted or not (thought or (found and found[0].frame.manner == "saying")):
        return None
    if here.kind == "anaphor":
        behind = verb + 2
    else:
        behind = (
            here.group.end if here.group is not None else verb + 2 + (passage.words[verb + 1] in words("noun_opener"))
        )
    used = found[0].used if found else frozenset()
    while behind < end and (behind in used or passage.words[behind] in words("between")):
        behind += 1
    closed_off = behind >= end or passage.words[behind] in _CLOSING
    return here if closed_off else None


def noun_aside(passage: Passage, k: int, end: int) -> tuple[Group, SpeechFrame | None] | None:
    """Who is said to tell what comes before, by a noun that names the act, in an aside that begins at `k`.

    "…, zo is de klacht van VNG", "…, luidt de reactie van COA"; without a noun: "…, klinkt het bij Aedes", and
    "…, zo blijkt uit een presentatie van IND".
    """
    lower = passage.words
    verb = k + (lower[k] == "zo")
    shown = _shown(passage, verb, end)
    if shown is not None:
        return shown, None
    if verb + 3 >= end or lower[verb] not in forms("sounding"):
        return None
    via = verb + 2
    while via + 2 < end and via < verb + 4 and lower[via] not in words("via"):
        via += 1
    frame = noun_frames().get(lower[via - 1])
    group = passage.starting(via + 1) if lower[via] in words("via") else None
    if group is None or (frame is None and lower[verb + 1 : via] != ("het",)):
        return None
    closed = group.end >= end or lower[group.end] in _CLOSING
    return (group, frame) if closed else None


def _shown(passage: Passage, verb: int, end: int) -> Group | None:
    """Whose words or figures show what comes before: "blijkt uit de cijfers van COA"."""
    lower = passage.words
    if verb + 3 >= end or lower[verb] not in forms("showing") or lower[verb + 1] != "uit":
        return None
    group = next(iter(passage.within(verb + 2, end)), None)
    sources = words("figures", "utterance")
    if group is None or lower[group.start - 1] not in words("via") | {"dat", "die"}:
        return None
    made = lower[group.start - 1] in ("door", "dat", "die")  # "de door DGM verstrekte cijfers", "het overzicht dat …"
    return None if sources.isdisjoint(lower[verb : end if made else group.start]) else group


def subject(passage: Passage, clause: MainClause, verb: int, chair: str | None) -> Subject | None:
    """Who stands as the subject of a finite verb in a main clause, right before it or right behind it."""
    before = _before(passage, clause, verb, chair) or _unlisted(passage, clause, verb)
    return before or _behind(passage, clause, verb, chair)


def main_subject(passage: Passage, start: int, end: int, chair: str | None) -> tuple[Subject | None, int]:
    """The subject of the main clause in a piece, and where its finite verb stands: at `start` where there is none."""
    clause = main_clause(passage, start, end)
    verb = first_finite(passage.finite, clause.start, clause.end)
    return (None, start) if verb is None else (subject(passage, clause, verb, chair), verb)


def headed_by_thing(passage: Passage, start: int, end: int) -> bool:
    """Whether a noun phrase that names nobody comes before the verb of a piece: "De brief is verstuurd"."""
    clause = main_clause(passage, start, end)
    first = skip(passage, clause.start, clause.end, ("aanhef",))
    verb = next((k for k in range(first, clause.end) if passage.finite[k]), first)
    nouns = [k for k in range(first, verb) if passage.parts[k] == "NOUN" and passage.at(k) is None]
    opened = first < verb and (passage.words[first] in words("noun_opener") or first in nouns)
    return opened and not clause.led and any(passage.doc[k].text.islower() for k in nouns)


def _unlisted(passage: Passage, clause: MainClause, verb: int) -> Subject | None:
    """The subject before a verb that is a person or organ whom nobody lists: "De directie van het fonds zegt …"."""
    first = skip(passage, clause.start, verb, ("aanhef",))
    head = next((k for k in range(first, verb) if passage.parts[k] not in MODIFIERS), verb)
    word = passage.words[head]
    unnamed = _stands_in(word) or word in words("other_party")
    if head == verb or not unnamed or any(map(passage.at, range(first, verb))):
        return None
    if head + 1 == verb and _stands_in(word):
        return Subject("anaphor", None, False, word)  # "De nieuwe minister zegt …"
    return Subject("named", Group(head, head + 1, head, (NOBODY,)), False, word)


def _stands_in(noun: str) -> bool:
    """Whether a noun with an article stands for a speaker: for who spoke before, or for somebody unnamed."""
    return noun in words("stand_in") or is_functionary(noun)


def _before(passage: Passage, clause: MainClause, verb: int, chair: str | None) -> Subject | None:
    """The subject before a verb, in the word next to it or in one past what may stand between them."""
    lower = passage.words
    k = verb
    while k > clause.start:
        group = passage.ending(k)
        if group is not None:
            if group.start and lower[group.start - 1] in words("comparing") and group.start - 1 not in passage.excepted:
                return None
            return Subject("named", group, False) if _opens_clause(passage, clause, group.start) else None
        word = lower[k - 1]
        if word in words("pronoun") and _opens_clause(passage, clause, k - 1):
            return Subject("anaphor", None, False)
        if (own := _unnamed(passage, k - 1, inverted=False)) and _opens_clause(passage, clause, k - 1):
            return own
        named = lower[verb] in forms("obliging") and passage.starting(verb + 1) is not None  # "Het moet IPO …"
        felt = lower[verb] in forms("experiencing") and lower[verb + 1 : verb + 2] and lower[verb + 1] in _FEELING
        if felt:
            return None  # "Het stoort haar dat …"
        if word == "het" and k == verb and k - 1 == clause.start and not named and _personal(passage, clause, verb):
            return Subject("anaphor", None, False)
        if word in words("chair") and chair and k - 1 == clause.start:
            return Subject("chair", None, False)  # "Vz erkent dat"
        if word in words("ordinal_anaphor") and _opens_clause(passage, clause, k - 1):
            meant = _one_of_those_named(passage, k - 1)
            return Subject("named", meant, False) if meant else None
        if k - 1 > clause.start and lower[k - 2] in words("noun_opener") and _opens_clause(passage, clause, k - 2):
            if word in words("chair") and chair:
                return Subject("chair", None, False)
            if _stands_in(word):
                return Subject("anaphor", None, False, word)
        past = _past(passage, clause, k)
        if past is None:
            return None
        k = past
    return None


def _past(passage: Passage, clause: MainClause, k: int) -> int | None:
    """Where the search for a subject goes on past the word before `k`: an aside, brackets, an exception, an adverb."""
    word = passage.words[k - 1]
    if word == ",":
        return _aside(passage, clause, k - 1)
    if word == ")":
        return next((n for n in range(k - 2, clause.start, -1) if passage.words[n] == "("), None)
    excepted = k - 1 in passage.excepted  # "De gemeenten behalve Ede steunen dit"
    return k - 1 if excepted or word in words("between") or passage.parts[k - 1] == "ADV" else None


def _unnamed(passage: Passage, k: int, *, inverted: bool) -> Subject | None:
    """The subject that a pronoun at `k` is which means who speaks himself, or nobody by name: "ik", "men"."""
    word = passage.words[k]
    if word in words("self"):
        return Subject("anaphor", None, inverted, word)
    return Subject("named", Group(k, k + 1, k, (NOBODY,)), inverted, word) if word in words("indefinite") else None


def _personal(passage: Passage, clause: MainClause, verb: int) -> bool:
    """Whether "het" before a verb stands for a speaker: not where the verb alone leaves it without meaning."""
    lower = passage.words
    if lower[verb] not in forms("impersonal"):
        return True
    found = sightings(lower, verb, clause.end, verb)
    return bool(found) and found[0].frame.weight >= _DEMANDING and lower[verb] not in forms("copula")


def stands_for_name(passage: Passage, k: int) -> bool:
    """Whether a word is "het" as a pronoun and no article."""
    if passage.words[k] != "het":
        return False
    n = k + 1
    while n < len(passage.doc) and passage.parts[n] in ("ADJ", "NUM"):
        n += 1
    headed = n < len(passage.doc) and passage.parts[n] in ("NOUN", "PROPN")
    return passage.parts[k] == "PRON" or not headed


def _aside(passage: Passage, clause: MainClause, comma: int) -> int | None:
    """Where an aside between commas begins that stands between a name and its verb ("IPO, net als VNG, steunt …")."""
    for k in range(comma - 1, max(clause.start, comma - 14), -1):
        if passage.words[k] == ",":
            return k
    return None


def _one_of_those_named(passage: Passage, place: int) -> Group | None:
    """Whom "laatstgenoemde" or "eerstgenoemde" at a token means: of those named together before it, or one by one."""
    last = passage.words[place] == "laatstgenoemde"
    before = [group for group in passage.groups if group.end <= place][-2:]
    if before and len(before[-1].concepts) > 1:
        return replace(before[-1], concepts=before[-1].concepts[-1:] if last else before[-1].concepts[:1], persons=())
    return before[-1] if last and before else before[0] if len(before) > 1 else None


def _opens_clause(passage: Passage, clause: MainClause, start: int) -> bool:
    """Whether only words that may open a clause stand before a subject."""
    lower = passage.words
    if start - 2 >= clause.start and lower[start - 1] in _REST and lower[start - 2] in words("noun_opener"):
        start -= 2  # "De andere leden delen dit"
    if start > clause.start and lower[start - 1] == "tot":
        return False  # "Tot de provincies richt zij het verzoek …", and not "Tot slot meldt IPO …"
    told = (k for k in range(clause.start, start) if k not in passage.excepted)
    return all(lower[k] in _OPENING or passage.parts[k] == "ADV" for k in told)


def _behind(passage: Passage, clause: MainClause, verb: int, chair: str | None) -> Subject | None:
    """The subject within a few words behind a verb."""
    lower = passage.words
    k = verb + 1
    while k < clause.end and k <= verb + 6:
        group = passage.starting(k)
        if group is not None:
            return Subject("named", group, True)
        word = lower[k]
        if word in _FEELING and lower[verb] in forms("experiencing"):
            return Subject("anaphor", None, True)  # "Dat stuit hem tegen de borst"
        if word in words("pronoun") and not (word == "ze" and k > verb + 1):
            return Subject("anaphor", None, True)
        if own := _unnamed(passage, k, inverted=True):
            return own
        if clause.led and k == verb + 1 and stands_for_name(passage, k):
            return Subject("anaphor", None, True)  # "Hoewel het IPO dat niet betwistte, hield het staande …"
        if word in words("noun_opener") and k + 1 < clause.end:
            if lower[k + 1] in words("chair") and chair:
                return Subject("chair", None, True)
            if _stands_in(lower[k + 1]):
                return Subject("anaphor", None, True, lower[k + 1])
        if word not in words("between") and word not in words("denying"):
            return None
        k += 1
    return None
