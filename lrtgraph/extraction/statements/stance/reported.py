"""Whose stance a clause behind "dat" tells: the speaker's, that of those he speaks for, or one he only reports.

"VNG geeft aan dat zij de zorgen deelt" is VNG's own and "dat gemeenten bezwaar maken" that of its members, but who
says that another organisation has concerns has none himself.
"""

from __future__ import annotations

from collections.abc import Iterator

from lrtgraph.extraction.grammar.lexicon import MODAL, words
from lrtgraph.extraction.grammar.tokens import MARKS
from lrtgraph.extraction.statements.sentence.groups import NOBODY, Group
from lrtgraph.extraction.statements.sentence.passage import Passage
from lrtgraph.extraction.statements.sentence.placement import main_subject
from lrtgraph.extraction.statements.sentence.syntax import forms, main_clause
from lrtgraph.extraction.statements.speech.lexicon import VERDICTS, noun_frames
from lrtgraph.extraction.statements.stance.changing import Read, stands_for_speaker, told_within
from lrtgraph.extraction.statements.stance.framing import takes_side
from lrtgraph.extraction.statements.stance.spoken import SpokenAct
from lrtgraph.records import Act

_COUNTED = (("het", "aantal"), ("het", "deel"))  # what is counted, and one part of a paper: no share of many
_STANCES = VERDICTS | {"verzoekt", "vraagt"}
_HEARSAY = 5  # tokens of an opening by which nobody in particular says something


def own_future(passage: Passage, start: int, end: int) -> bool:
    """ "dat hij … zal kijken": the speaker will do it."""
    lower = passage.words
    return start < end and lower[start] in words("pronoun") and any(w in ("zal", "zullen") for w in lower[start:end])


def own_clause(passage: Passage, start: int, end: int, own: frozenset[int], read: Read) -> Act | None:
    """ "dat hij de zorgen deelt": what the speaker, at `own`, says of himself, where that alone tells the act.

    Whom he speaks for may support or refuse as well ("dat gemeenten niet tekenen"); what they want is told. A
    minister tells of the cabinet what is his own.
    """
    return next((one.act for one in _of_himself(passage, start, end, own, read)), None)


def own_side(passage: Passage, start: int, end: int, own: frozenset[int], read: Read) -> Act | None:
    """ "reageert dat zij bezwaar heeft": what the speaker, at `own`, is for or against by his own words.

    Not so "dat hij dit niet kan doen", and "dat hij de zorgen deelt, maar …".
    """
    if not words("affected").isdisjoint(passage.words[start : start + 2]):
        return None  # "antwoordt dat omwonenden bezwaar maken"
    sided = (
        one.act
        for one in _of_himself(passage, start, end, own, read)
        if one.act in VERDICTS and one.frame is not None and one.frame.act in VERDICTS
        if one.frame.kind == "state" or takes_side(passage, start, one.frame, one.used)
    )
    return next(sided, None) if words("contrast").isdisjoint(passage.words[start:end]) else None


def _of_himself(passage: Passage, start: int, end: int, own: frozenset[int], read: Read) -> Iterator[SpokenAct]:
    """What a clause tells of the speaker, or of those for whom he speaks, that may be his own act."""
    stances, first = (_stances(passage, start) if start < end else frozenset()), start + 1
    speaker = _speaker(passage, own)
    other = _first(passage, start, end)
    if speaker is not None and other is not None and words("state").issuperset(other.concepts):
        stances, first = (VERDICTS if _speaks_for(speaker, other) else stances), other.end
    if stances:
        yield from (one for one in _told(passage, start, first, end, read) if one.act in stances)


def others_stance(passage: Passage, start: int, end: int, own: frozenset[int], read: Read) -> bool:
    """Whether a clause tells what another than the speaker, who stands at `own`, is for or against.

    What many are against is the speaker's own where he speaks for such many; whom nobody names speaks for anybody.
    """
    speaker = _speaker(passage, own)
    other = _first(passage, start, end)
    if speaker is None or other is None or _speaks_for(speaker, other):
        return False
    told = _told(passage, start, other.end, end, read)
    if not MODAL.isdisjoint(passage.words[other.end : end]):
        return False  # "dat de VNG het akkoord nog moet goedkeuren", "op steun kan rekenen"
    return any(
        one.act in VERDICTS and one.frame is not None and takes_side(passage, other.end, one.frame, one.used)
        for one in told
    )


def of_another(passage: Passage, start: int, end: int, teller: Group | None, chair: str | None, read: Read) -> bool:
    """Whether a main clause tells what another than its teller thinks or asks: "Volgens VNG is IPO tegen de HAR".

    What those think for whom he speaks is his own, but not what some of them do: "De helft is tegen, meldt VNG".
    """
    here, verb = main_subject(passage, start, end, chair)
    other = here.group if here is not None and here.kind == "named" else None
    behind = _behind_share(passage, start, end)
    if behind is None:
        if other is None or other == teller or NOBODY in other.concepts or (teller and _speaks_for(teller, other)):
            return False
        behind = other.end
    elif passage.words[verb] in forms("obliging"):
        return False  # "Raden moeten meedoen, vindt VNG": that is what the teller wants
    own = passage.naming(other) if other is not None else frozenset(range(start, behind))
    told = read(passage, main_clause(passage, start, end), verb, end, own)
    if told is None or told.frame is None:
        return False
    if told.frame.open:
        return told.frame.head in words("evaluating") and told.act in VERDICTS
    side = told.act in VERDICTS and takes_side(passage, max(verb, behind), told.frame, told.used)
    stated = told.frame.kind == "state" and told.act in VERDICTS
    return side or stated or told.act in ("verzoekt", "vraagt", "stelt_voor")


def _behind_share(passage: Passage, start: int, end: int) -> int | None:
    """Behind the words at the head of a clause for some of many: "de helft", "een meerderheid", "de raad"."""
    k = start
    while k < end and passage.words[k] in words("noun_opener"):
        k += 1
    if k == end or (k > start and passage.words[k - 1 : k + 1] in _COUNTED):
        return None
    return k + 1 if passage.words[k] in words("some_of_many") else None


def others_words(passage: Passage, start: int, end: int, own: frozenset[int]) -> bool:
    """ "verwijst naar de zorgen van de VNG": whether a stance that another is named for is what is spoken of."""
    speaker = _speaker(passage, own)
    for k in range(start, end - 1):
        noun = noun_frames().get(passage.words[k])
        if noun is None or noun.act not in VERDICTS or passage.words[k + 1] not in words("via"):
            continue
        other = _first(passage, k + 2, end)
        governed = "te" in passage.words[start:end]  # "zegt begrip te hebben voor de zorgen van gemeenten"
        return not governed and speaker is not None and other is not None and not _speaks_for(speaker, other)
    return False


def _speaker(passage: Passage, own: frozenset[int]) -> Group | None:
    """Who speaks by name, among the tokens of the subject."""
    return next((group for k in sorted(own) if (group := passage.at(k)) is not None), None)


def _first(passage: Passage, start: int, end: int) -> Group | None:
    """Who is named at the head of a clause."""
    k = start
    while k < end and passage.at(k) is None and passage.words[k] in words("noun_opener", "quantifier"):
        k += 1
    return passage.starting(k) if k < end else None


def _speaks_for(speaker: Group, other: Group) -> bool:
    """Whether a speaker tells of himself or of those whom he stands for."""
    others = set(other.concepts)
    if not others.isdisjoint(speaker.concepts):
        return True
    if others <= words("state"):
        return not words("government").isdisjoint(speaker.concepts)
    return others <= words("crowd") and not words("umbrella").isdisjoint(speaker.concepts)


def _told(passage: Passage, start: int, first: int, end: int, read: Read) -> list[SpokenAct]:
    """What a clause with its subject before `first` tells without leaving the act to what is said."""
    stop = next((k for k in range(start, end) if passage.words[k] in MARKS), end)
    found = told_within(passage, start, first, stop, read)
    return [one for one in found if one.frame is not None and not one.frame.open]


def _stances(passage: Passage, k: int) -> frozenset[str]:
    """The acts that a clause tells by its subject, the speaker or whom he speaks for: "het" may be an article."""
    lower = passage.words
    first, *rest = lower[k : k + 2]
    if (first if first != "de" or not rest else rest[0]) in words("affected"):
        return VERDICTS
    return _STANCES if stands_for_speaker(passage, k) else frozenset()


def is_hearsay(passage: Passage, start: int, end: int) -> bool:
    """Whether a sentence tells what is said by nobody that it names: "Naar verluidt is IPO tegen"."""
    head = "_".join(passage.words[start : min(end, start + _HEARSAY)])
    inside = "_".join(passage.words[start : main_clause(passage, start, end).end])
    return any(head.startswith(one) for one in words("hearsay")) or "_naar_verluidt" in inside
