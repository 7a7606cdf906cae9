"""Whether a number is a target, a result, a forecast, a need, a gap or a limit: by the nearest words that say so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from lrtgraph.extraction.targets.numbers import Number
from lrtgraph.records import TargetStatus
from lrtgraph.resources import table

_STATUSES: dict[str, TargetStatus] = {
    "target": "target", "realised": "realised", "forecast": "forecast", "need": "need", "gap": "gap", "limit": "limit",
}  # fmt: skip
_FAINT = "_faint"
_NEXT = "_next"
_BEHIND_IT = "_behind"
_REACHES = {"": "", "faint": _FAINT, "next": _NEXT, "faint-next": _FAINT + _NEXT, "behind": _BEHIND_IT}
_REACH = 60  # characters within which a plain cue comes before a faint one
_CROSSING = 30  # characters that a comma or semicolon between a number and a cue counts for
_BREAK = re.compile(r"[,;:]\s")
_OTHER_CLAUSE = re.compile(r";\s|:\s+(?=\S)|,\s+(?:(?:en|maar|want)\s+)?(?:er|hier|daar|dit|dat|die)\s", re.I)
"""Between a faint cue and a number behind it: the cue is of another clause ("De zaal sluit; er zijn 1.200 plekken")."""
_RELATIVE = re.compile(r"\b(?:die|dat|wie|waar\w*)\b", re.I)
"""The same between a number and a faint cue behind it: "200 mensen die zelf kunnen koken"."""
_WHOLE = re.compile(r"\s*van\s+(?:de|het|deze|die)\s*")
_AGAINST = re.compile(r"\d.*\bten\s+opzichte\s+van\s+(?:de|het)\s+\Z", re.I)
"""Between what is missing and what it is missing from: "een tekort van 3.750 plekken ten opzichte van de 5.000"."""
_OLD = re.compile(r"\bvan\s+(?:de\s+)?\Z", re.I)
_NEW = re.compile(r"\s*(?:\w+\s+){0,3}naar\s+(?:\w+\s+)?\d")
"""Before and behind the old one of two figures: "verhoogd van 9.100 naar 11.870"."""
_ONCE = re.compile(
    r"(?:[(,]\s*(?:was|waren|eerder|voorheen)(?:\s+nog)?:?|\bin\s+plaats\s+van(?:\s+de)?"
    r"|\b(?:oorspronkelijke?|aanvankelijke?|eerdere|vorige|oude|toenmalige)\s+\w+\s+(?:was|waren|bedroeg))\s+\Z",
    re.I,
)
"""Before what holds no longer: "(was: 2.400)", "het oorspronkelijke doel was 5.000"; one "van 5.000" may still hold."""
_WRONG = r"(?:onjuist|verkeerd|fout|klop(?:t|te|pen|ten)\s+niet|niet\s+(?:juist|correct))"
_WITHDRAWN = re.compile(rf"\s+(?:\w+\s+){{0,3}}?{_WRONG}(?=(?:\s+(?:is|zijn|was|waren))?\s*(?:[.,;:)]|\Z))", re.I)
"""Behind a figure that was found wrong, but not "niet juist verdeeld", "een verkeerd aantal"."""
_CORRECTION = re.compile(
    rf"\b{_WRONG}[;,:]\s+(?:(?:het|dit|dat)\s+)?(?:moe(?:s)?t(?:en)?)\s+(?:(?:er|dat|het)\s+)*\Z", re.I
)
_BEHIND = 6  # a cue behind the number is a little further off than one before it


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that give a number its status, and how far from it they stand; faint ones yield to all others.

    `own`: they make it a whole or a bound, which no figure after it is for that reason: "5.930 van 13.800".
    """

    status: TargetStatus
    words: str
    distance: int
    faint: bool = False
    own: bool = False


@cache
def _pattern() -> re.Pattern[str]:
    groups: dict[str, list[str]] = {}
    for row in table("targets", "status.tsv"):
        kind = _REACHES[row["reach"]]
        groups.setdefault(row["status"] + kind, []).append(row["pattern"])
    told = "|".join(rf"(?P<{group}>(?:{'|'.join(ps)})(?!\w))" for group, ps in groups.items())
    return re.compile(rf"(?<![\w-])(?:{told})", re.I)


@lru_cache(maxsize=8)  # each number of a sentence asks for those around it
def _hits(text: str, start: int, end: int) -> tuple[re.Match[str], ...]:
    return tuple(_pattern().finditer(text, start, end))


def cue_for(text: str, sentence: tuple[int, int], start: int, end: int, *, share: bool = False) -> Cue | None:
    """The nearest cue in the sentence to the number (with its qualifier) at `[start, end)`; None where it has none.

    A cue behind the number speaks of it only within its clause. What a share is a part of ("52% van de opgave") says
    nothing of the share.
    """
    cues = []
    for hit in _hits(text, *sentence):
        if hit.lastgroup is None:
            continue
        before = hit.start() < start
        gap = text[hit.end() : start] if before else text[end : hit.start()]
        if hit.lastgroup.endswith(_NEXT) and (not before or gap.strip()):
            continue  # "5.930 van 13.800": of the number right behind it alone
        if hit.lastgroup.endswith(_BEHIND_IT) and before:
            continue  # "Zonder geschikte locatie blijven 300 plekken leeg"
        if _FAINT in hit.lastgroup and (_OTHER_CLAUSE if before else _RELATIVE).search(gap):
            continue
        crossings = len(_BREAK.findall(gap))
        if not before and (crossings or (share and _WHOLE.fullmatch(gap))):
            continue
        distance = len(gap) + _CROSSING * crossings + (0 if before else _BEHIND)
        status = _STATUSES[hit.lastgroup.partition("_")[0]]
        if status == "gap" and before and _AGAINST.search(gap):
            status = "target"
        own = hit.lastgroup.endswith(_NEXT) and status != "realised"
        cues.append(Cue(status, hit[0].lower(), distance, _FAINT in hit.lastgroup, own))
    plain = [cue for cue in cues if not cue.faint and cue.distance <= _REACH]
    return min(plain or cues, key=lambda cue: cue.distance, default=None)


def is_replaced(text: str, number: Number, end: int) -> bool:
    """Whether a number, whose noun ends at `end`, gave way to another, is only told of as it was, or was found wrong.

    >>> is_replaced("van 5.000 naar 4.000 plekken", Number(4, 9, 5000, 4), 9)
    True
    """
    before = (max(0, number.first - _REACH), number.first)
    old = _OLD.search(text, *before) is not None and _NEW.match(text, end) is not None
    return old or _ONCE.search(text, *before) is not None or _WITHDRAWN.match(text, end) is not None


def is_correction(text: str, sentence: tuple[int, int], number: Number) -> bool:
    """Whether a number is what another "moet zijn": "was onjuist; het moet 2.450 zijn"."""
    return _CORRECTION.search(text, sentence[0], number.first) is not None
