"""Whether a number is a target, a result, a forecast, a need, a gap or a limit: by the nearest words that say so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from lrtgraph.dutch.dates import months
from lrtgraph.extraction.targets.numbers import Figure
from lrtgraph.records import TargetStatus
from lrtgraph.resources import table

_STATUSES: dict[str, TargetStatus] = {
    "target": "target", "realised": "realised", "forecast": "forecast", "need": "need", "gap": "gap", "limit": "limit",
}  # fmt: skip
_FAINT = "_faint"
_NEXT = "_next"
_BEHIND_IT = "_behind"
_REACHES = {"": "", "faint": _FAINT, "next": _NEXT, "faint-next": _FAINT + _NEXT, "behind": _BEHIND_IT}
_SHORT = {
    "<n>": r"(?= ((ruim|circa|ongeveer) )?\d)",
    "<clause>": r"(?:[^.;,]|\.(?=\d))",
    "<sentence>": r"(?:[^.;]|\.(?=\d))",
}
"""What patterns of the table write in short: before a number, and a character on in the clause or sentence. A blank is
any white space, and no bracket captures.
"""
_NEAR = 60  # characters within which a plain cue comes before a faint one
_CROSSING = 30  # characters that a comma or semicolon between a number and a cue counts for
_BREAK = re.compile(r"[,;:]\s")
_NEW_CLAUSE = re.compile(r"\b(?:en|maar|terwijl|waarbij)\b")
_ITS_OWN = re.compile(r"(?:[^.,;:]|\.(?=\d))*?[\s(]\d")
"""Behind a cue that a coordinator parts from a number: it has one of its own ("en dat de achterstand 6.100 is")."""
_OTHER_CLAUSE = re.compile(r";\s|:\s+(?=\S)|,\s+(?:(?:en|maar|want)\s+)?(?:er|hier|daar|dit|dat|die)\s", re.I)
"""Between a faint cue and a number behind it: the cue is of another clause ("De zaal sluit; er zijn 1.200 plekken")."""
_ITS_NOUN = re.compile(r"\d\s+\Z")
"""Between a number and a participle behind it that goes with the next one: "310 van de 600 beloofde woningen"."""
_ATTRIBUTIVE = ("de", "afgesproken", "overeengekomen")
"""How participles end that may stand before a noun."""
_RELATIVE = re.compile(r"\b(?:die|dat|wie|waar\w*)\b", re.I)
"""The same between a number and a faint cue behind it: "200 mensen die zelf kunnen koken"."""
_WHOLE = re.compile(r"\s*van\s+(?:de|het|deze|die|hun|haar|zijn)\s*(?:\w{3,}e\s+)?", re.I)
_BRACKETED = re.compile(r"\d[\d.]*(?:\s+[\w-]+)?\s+\(\Z")
"""Before a number in brackets behind another: "zit onder de 2.000 (1.960)"."""
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
_RECALLED = re.compile(
    r"\b(?:was|waren|bedroeg)\s+(?:dat|dit|het|die)(?:\s+er(?=\s+nog\b))?(?:\s+(?:nog|toen))?\s+\Z", re.I
)
_ONWARDS = r"[^.,;:\d]{0,60}"
"""On in the clause, to no other number."""
_REFUSING = re.compile(
    r"\b(?:verwerp(?:t|en)|verwierp(?:en)?|stem(?:t|men|de|den)\s+tegen|weiger(?:t|en|de|den)|herroep(?:t|en)|herriep(?:en)?|schrap(?:t|te|pen|ten)"
    r"|bevrie(?:st|zen)|bevro(?:or|ren)|pauze(?:er|re)(?:t|n|de|den)"
    rf"|(?:ziet|zien|zag|zagen)\s+(?:(?!niet\b)\w+\s+){{0,2}}af\s+van)\s{_ONWARDS}\Z",
    re.I,
)
"""Before the places that there will not be: "de raad verwierp de 150 plekken"."""
_REFUSED = re.compile(
    rf"{_ONWARDS}?\b(?:(?:is|zijn|was|waren|ga(?:at|an))\s(?:(?!niet\b)\w+\s){{0,3}}van\s+(?:de\s+)?(?:baan|tafel)|verworpen|herroepen|afgewezen|afgekeurd|weggestemd|geweigerd|geschrapt|bevroren|gepauzeerd|verwerp(?:t|en))\b",
    re.I,
)
"""Behind them: "heeft de 150 plekken in december verworpen"."""
_TAKING = re.compile(rf"\b(?:trek(?:t|ken)|trok(?:ken)?|wij(?:st|zen)|wees|wezen)\s{_ONWARDS}\Z", re.I)
_BACK = re.compile(
    rf"{_ONWARDS}?\s(?:in|terug|af)(?=\s*(?:[.,;)]|\Z|(?:vanwege|omdat|wegens|nu|door|wordt|worden)\b))", re.I
)
"""Around them, a verb and its particle: "trekt 200 plekken in", "wees de locatie met 150 plekken af"."""
_OFFER = re.compile(
    r"\b(?:aanbod|bod|plan(?:nen)?|voorstel(?:len)?|initiatie(?:f|ven)|toezegging(?:en)?|beloften?"
    r"|\w*locaties?|\w*project(?:en)?|komst|opening|uitbreiding|bouw)"
    rf"\b{_ONWARDS}\Z",
    re.I,
)
_OFF = re.compile(
    rf"{_ONWARDS}?\b(?:(?:vervalt|vervallen|ingetrokken|niet\s+door\s?(?:ga(?:at|an)|ging(?:en)?))\b"
    r"|(?:ga(?:at|an)|ging(?:en)?)\s+(?:\w+\s+)?niet\s+door(?=\s*(?:[.,;:)]|\Z|(?:als|omdat|nu|en|wegens|vanwege|zolang)\b)))",
    re.I,
)
"""Around them, an offer and its end: "het aanbod van het kantoor (80 plekken) vervalt"."""
_AGAINST_IT = re.compile(r"\b(?:bezwa(?:ar|ren)|moties?|amendement(?:en)?|kritiek|beroep|verzoek(?:en)?)\b", re.I)
"""What is refused before a number, so that its places are not: "het bezwaar tegen de 150 plekken is afgewezen"."""
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
        groups.setdefault(row["status"] + _REACHES[row["reach"]], []).append(
            _written_out(row["pattern"], row["unless"])
        )
    told = "|".join(rf"(?P<{group}>(?:{'|'.join(ps)})(?!\w))" for group, ps in groups.items())
    return re.compile(rf"(?<![\w-])(?:{told})", re.I)


def _written_out(pattern: str, unless: str) -> str:
    r"""A pattern of the table as a regular expression: not behind the words of `unless`, an underscore between two.

    >>> _written_out("in (plan|beeld)", "niet nog_niet")
    '(?<!niet\\s)(?<!nog\\sniet\\s)(?:in\\s+(?:plan|beeld))'
    """
    for name, meant in (*_SHORT.items(), ("<month>", "|".join(months()))):
        pattern = pattern.replace(name, meant)
    pattern = re.sub(r"\((?!\?)", "(?:", pattern).replace(" ", r"\s+")
    behind = (word.replace("_", r"\s") for word in unless.split())
    return "".join(rf"(?<!{word}\s)" for word in behind) + f"(?:{pattern})"


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
        reach = hit.lastgroup or ""
        before = hit.start() < start
        gap = text[hit.end() : start] if before else text[end : hit.start()]
        if reach.endswith(_NEXT) and (not before or gap.strip()):
            continue  # "5.930 van 13.800": of the number right behind it alone
        if reach.endswith(_BEHIND_IT) and before:
            continue  # "Zonder geschikte locatie blijven 300 plekken leeg"
        if _FAINT in reach and (_OTHER_CLAUSE if before else _RELATIVE).search(gap):
            continue
        crossings = len(_BREAK.findall(gap))
        if not before and (_is_parted(text, gap, hit.end()) or (share and _WHOLE.fullmatch(gap))):
            continue
        if not before and hit[0].lower().endswith(_ATTRIBUTIVE) and _ITS_NOUN.search(gap):
            continue
        status = _STATUSES[reach.partition("_")[0]]
        alone = text[start - 1 : start] == "(" and text[end : end + 1] == ")"
        if alone and status == "limit" and before and _BRACKETED.search(gap):
            continue
        crossings += not before if alone and gap.startswith(")") else gap.count(" (") - (alone and gap == " (")
        distance = len(gap) + _CROSSING * crossings + (0 if before else _BEHIND)
        if status == "gap" and before and _AGAINST.search(gap):
            status = "target"
        own = reach.endswith(_NEXT) and status != "realised"
        cues.append(Cue(status, hit[0].lower(), distance, _FAINT in reach, own))
    plain = [cue for cue in cues if not cue.faint and cue.distance <= _NEAR]
    return min(plain or cues, key=lambda cue: cue.distance, default=None)


def _is_parted(text: str, gap: str, end: int) -> bool:
    """Whether a cue behind a number, which ends at `end`, is of another clause or number, by what stands between."""
    if _BREAK.search(gap) is not None:
        return True
    return _NEW_CLAUSE.search(gap) is not None and _ITS_OWN.match(text, end) is not None


def is_replaced(figure: Figure, end: int) -> bool:
    """Whether a number, whose noun ends at `end`, gave way to another, is only told of as it was, or was found wrong.

    >>> from lrtgraph.extraction.targets.numbers import Number
    >>> told = "van 5.000 naar 4.000 plekken"
    >>> is_replaced(Figure(told, (0, len(told)), Number(4, 9, 5000, 4)), 9)
    True
    """
    if figure.before(_OLD) and _NEW.match(figure.text, end):
        return True
    return figure.before(_ONCE) is not None or _WITHDRAWN.match(figure.text, end) is not None


def is_recalled(figure: Figure) -> bool:
    """Whether a number is what the one before it was at another time: "88.000 plekken; in mei was dat nog 96.000"."""
    return figure.before(_RECALLED) is not None


def is_withdrawn(figure: Figure) -> bool:
    """Whether the places that a number counts were refused, or the offer of them was taken back.

    >>> from lrtgraph.extraction.targets.numbers import Number
    >>> told = "Hengelo trekt het aanbod van 200 plekken in."
    >>> is_withdrawn(Figure(told, (0, len(told)), Number(29, 32, 200, 29)))
    True
    """
    if figure.before(_AGAINST_IT):
        return False
    if figure.before(_REFUSING) or figure.behind(_REFUSED):
        return True
    return any(figure.before(one) and figure.behind(other) for one, other in ((_TAKING, _BACK), (_OFFER, _OFF)))


def is_correction(figure: Figure) -> bool:
    """Whether a number is what another "moet zijn": "was onjuist; het moet 2.450 zijn"."""
    return figure.before(_CORRECTION) is not None
