"""Which numbers count, and as what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lrtgraph.extraction.targets.numbers import Figure, Number
from lrtgraph.extraction.targets.status import Cue
from lrtgraph.extraction.targets.units import Unit
from lrtgraph.records import TargetStatus

_NEAR = 60  # characters within which a cue speaks of a number without a noun
_CLAUSE_LENGTH = 100  # characters within which a verb says what was achieved
_SOME = 100  # a number without thousands marks and without a noun is at least this
_MANY = 5  # so many provinces or tables, in digits, measure something; fewer are only named
_COUNTED_IN_WORDS = 10  # a smaller number in words ("twee plekken") counts only where it bounds or is meant
_WORK_IN_WORDS = 21  # the same for people and files at work ("twintig dossiers")
_TEN = 10
_MEANT = frozenset({"target", "need", "limit"})
_PROCESS = re.compile(
    r"\b(?:koppelt|koppelen|koppelde|gekoppeld|gekoppelde|gehuisvest|huisvesten|huisvest|geplaatst|beslist|afgehandeld|behandeld|gehoord)\b"
    r"|\btijd\s+tussen\b|\bkoppeling(?:en)?\s+binnen\b|(?:%|\bprocent)\s[^.;]{0,60}\bbinnen\b"
    r"|\b(?:afhandeling|behandeling|koppeling|plaatsing|screening)\b[^.;]{0,60}\bdu(?:urt|urde|ren)\b"
    r"|\bna(?:dat)?\s+(?:de\s+|het\s+|een\s+)?(?:\w*koppeling|\w*vergunning\w*|\w*aanvraag|aanmelding|aankomst|toewijzing|binnenkomst)\b"
    r"|\b(?:koppeling|toewijzing|plaatsing)(?:en)?\b[^.;]{0,80}\b(?:tot\s+stand|plaatsvind\w*|rond)\b"
    r"|\b(?:doorloop|wacht|beslis|behandel|verblijfs?)(?:tijd|termijn|duur)\b|\bop\s+een\s+(?:\w+\s+){0,2}(?:plek|locatie)\b",
    re.I,
)
_BOUND = re.compile(
    r"\b(?:binnen|krijgen|hebben|termijn\s+van|norm\s+van|maximaal|minimaal|uiterlijk|onder|boven)\s+(?:de\s+)?\Z", re.I
)
_NORM = re.compile(
    r"\b(?:(?:norm|streeftermijn|maximum|wettelijke\s+termijn|afgesproken\s+termijn)\s+(?:van|is|tot)"
    r"|wettelijke?|afgesproken|toegestane|geldende)\s+(?:de\s+)?\Z",
    re.I,
)
_BECOMING = re.compile(r"\s+(?:worden|zijn|komen)\s*(?:[.,;)]|\Z)", re.I)
_NORM_BEHIND = re.compile(
    r"\s+(?:is|zijn|was|waren|geldt)\s+(?:de\s+)?(?:afgesproken|toegestaan|norm|(?:\w+\s+)?termijn)\b", re.I
)
_FROM_NOW = re.compile(r"\b(?:over|na|elke|iedere)\s+\Z", re.I)
"""Before a time that is no norm: "over twee weken is afgesproken"."""
_MEASURE = re.compile(
    r"\b(?:(?:opgelopen|gestegen|gedaald|verkort|bekort|teruggebracht|verlengd)\s+tot|du(?:urt|urde|ren)(?:\s+(?:soms|vaak|meestal|inmiddels|nog))?|tijd\s+van|duur\s+van|gemiddeld|bedraagt|is|naar|van|nu|momenteel|op\s+dit\s+moment)\s+(?:de\s+)?\Z",
    re.I,
)
_ACHIEVED = re.compile(
    r"\b(?:gehaald|behaald|bereikt|gerealiseerd|gevormd|opgericht|ingericht|aangesloten|operationeel|klaar|hebben\s+een"
    r"|beschikken\s+over|aan\s+de\s+lat|actief|van\s+start|gestart"
    r"|geopend|gereed|overgenomen|(?:besluit|plan|bod|overeenkomst|convenant)\s+(?:genomen|vastgesteld|ingediend|gesloten|getekend))\b",
    re.I,
)
_RUNNING = re.compile(r"\b(?:open|in\s+gebruik)\b", re.I)
_YEAR = re.compile(r"\b(?:in|sinds|vanaf|tot|over|eind|begin|medio|dan)\s+\Z", re.I)
_COMPARED = re.compile(r"\s+(?:meer|minder|extra|veel|weer|nog)\b", re.I)
_DIFFERENCE = re.compile(r"\s+(?:meer|minder)\s+dan\b", re.I)
_OF_NOW = re.compile(r"[^.;]{0,30}\b(?:nu|thans|nodig|gevraagd|beschikbaar|in\s+beeld)\b", re.I)
"""What a difference is from, where it is what is missing."""
_MEASURED = frozenset({"TWh", "GWh", "MW", "hectare"})
"""Units of which there can be less than one."""
_AGE = re.compile(r"\s+(?:worden|wordt|werd(?:en)?|jaar\s+oud)\b|\+|-(?:jarige?n?|plussers?)\b", re.I)
_ARTICLE = re.compile(r"\bde\s+\Z", re.I)
_ONE_TASK = re.compile(
    r"\b(?:stuurt|sturen|levert|leveren|maakt|werkt|komt|doet|geeft(?!\s+aan\b)|deelt(?!\s+mede?\b|\s+mee\b)|aanwijzen|organiseert|koppelt\s+terug)\b",
    re.I,
)
_PARTITIVE = re.compile(
    r"\ber\s+(?:(?:nog|nu|al|inmiddels|pas|maar|slechts|ook|daar|dit\s+jaar|in\s+totaal)\s+){0,2}\Z", re.I
)
_OF_THEM = re.compile(r"\s+(?:daarvan|hiervan|ervan)\b", re.I)
_UNDER_WAY = re.compile(
    r"\s+(?:(?:zijn|is)\s+)?in\s+(?:oprichting|aanbouw|voorbereiding|ontwikkeling|procedure)\b", re.I
)
"""Behind a number beside another, what of the same is to come: "17 verbanden operationeel, 4 in oprichting"."""
_DENIED = re.compile(r"\b(?:niet|geen)\s+\Z", re.I)
_GIVEN_UP = re.compile(r"\d\s+(?:\w*(?:plekken|plaatsen|woningen)\s+)?in\s+plaats\s+van\s+(?:de\s+)?\Z", re.I)
_ATTENDED = re.compile(
    r"\b\w*(?:overleg|bijeenkomst|vergadering|avond|sessie)\b[^.;]*(?:\.\s+Er)?\s+(?:was|waren)\s[^.;]*\Z", re.I
)
"""Before those who came to a meeting, who measure nothing."""
_STAFF = re.compile(r"\s+(?:medewerkers?|ambtenaren|mensen|vrijwilligers?|bewoners|omwonenden)\b", re.I)
_BUT = re.compile(r"(?:\s*+,)?+\s++maar\s++(?:\w++\s++)?\d", re.I)
_LIST_ENDS = re.compile(r"\s*(?:[,;.)]|en\b|\Z)")
_MOVED_TO = re.compile(r"\bmoe(?:t|ten)\b[^.;]*\bnaar\s+\Z", re.I)
_OVER = re.compile(r"\(\s*[+-]\s?\Z")
"""Before a difference: "2.650 plekken (+250)"."""
_OF = r"van(?:\s+(?:de|die|deze))?(?:\s+(?:beoogde|geplande|benodigde|gewenste|in\s+totaal|totaal))*"
_JOINT = re.compile(rf"\s*(?:en|tot|of|à|-|–|naar|tot\s+en\s+met|en\s+de|in\s+plaats\s+van|{_OF})\s*", re.I)
_PART = re.compile(rf"\s*{_OF}\s*", re.I)


@dataclass(frozen=True, slots=True)
class Counted:
    """A number that counts: what of, as what, by which rule, how surely. `told`: words of its sentence say as what."""

    number: Number
    unit: Unit
    status: TargetStatus
    rule: str
    confidence: float
    told: bool


def share_units(text: str, numbers: Sequence[Number], units: Sequence[Unit]) -> list[Unit]:
    """Give a number without a noun the unit of the one that it is joined to: "minimaal 12 en maximaal 25 plekken"."""
    shared = list(units)
    for i in range(len(numbers) - 2, -1, -1):
        counts = shared[i].kind == "none" and not numbers[i].like_a_year
        if counts and _JOINT.fullmatch(text, numbers[i].end, numbers[i + 1].first):
            other = shared[i + 1]
            shared[i] = Unit(other.name, other.kind, numbers[i].end, other.concept, other.intended)
    return shared


@dataclass(frozen=True, slots=True)
class _Said:
    """What the words around a number say: as what it counts, whether they say so, and whether they stand near."""

    status: TargetStatus
    told: bool
    near: bool
    cue: Cue | None

    def counted(self, number: Number, unit: Unit, rule: str, confidence: float) -> Counted:
        """The number as these words say."""
        return Counted(number, unit, self.status, rule, confidence, self.told)


def judge(figure: Figure, unit: Unit, cue: Cue | None, follows: bool) -> Counted | None:
    """Whether a number of a sentence counts; None where it does not. `follows`: one before it in the sentence does."""
    said = None if _is_set_aside(figure, unit) else _said(figure, unit, cue)
    if said is None or unit.kind in {"member", "size"}:
        return None  # of "zes regio's", "50.000 inwoners" only a part of the whole measures something
    number = figure.number
    if unit.kind == "share":
        return said.counted(number, unit, "share", 0.92)
    if unit.kind == "time":
        return _time(figure, unit)
    if unit.kind in {"capacity", "people", "work"}:
        return _of_things(number, unit, said)
    if unit.kind == "weak":
        return _of_bodies(figure, unit, said)
    return _of_nothing_listed(figure, unit, said, follows)


def _is_set_aside(figure: Figure, unit: Unit) -> bool:
    """Whether a number is not what counts, or no number at all: "niet 75.500 maar 77.100", "in 2024 meer mensen"."""
    number, text = figure.number, figure.text
    if figure.before(_DENIED) and _BUT.match(text, max(number.end, unit.end)):
        return True
    if (figure.before(_OVER) and text.startswith(")", number.end)) or figure.before(_GIVEN_UP):
        return True  # "120 in plaats van 150 plekken"
    if _ATTENDED.search(text, 0, number.first) and figure.behind(_STAFF):
        return True  # "Bij het overleg waren 12 medewerkers van de gemeente"
    return bool(number.like_a_year and figure.before(_YEAR) and figure.behind(_COMPARED))


def _said(figure: Figure, unit: Unit, cue: Cue | None) -> _Said | None:
    """What is said of a number; None where it is the difference from what is no target: "1.260 meer dan vorig jaar"."""
    number = figure.number
    near = cue is not None and cue.distance <= _NEAR
    compared = _DIFFERENCE.match(figure.text, max(number.end, unit.end)) if not number.qualifier else None
    if compared is not None:  # "6.200 meer dan nu in beeld" are missing
        return _Said("gap", True, near, cue) if _OF_NOW.match(figure.text, compared.end()) else None
    return _Said(_status(number, cue), cue is not None or number.limit, near, cue)


def _status(number: Number, cue: Cue | None) -> TargetStatus:
    """As what a number counts, by its bound or else by the cue that speaks of it."""
    return "limit" if number.limit else cue.status if cue is not None else "realised"


def _of_things(number: Number, unit: Unit, said: _Said) -> Counted | None:
    """Places, people and files count, but for a few in words: "twee plekken"."""
    meant = said.near and said.cue is not None and said.cue.status in _MEANT
    least = _WORK_IN_WORDS if unit.kind == "work" else _COUNTED_IN_WORDS
    few = number.spelled and number.value < least and not (number.limit or meant)
    single = number.value == 1 or (number.value < 1 and unit.name not in _MEASURED)
    return None if few or single else said.counted(number, unit, "counted", 0.95 if said.near else 0.85)


def _of_bodies(figure: Figure, unit: Unit, said: _Said) -> Counted | None:
    """Provinces, tables and the like count where they are bounded, meant, or have reached something."""
    number = figure.number
    if number.limit or unit.intended:
        return Counted(number, unit, "limit" if number.limit else "target", "bounded", 0.85, True)
    if not _told_behind(figure, _ACHIEVED) or number.value < (_COUNTED_IN_WORDS if number.spelled else _MANY):
        return None
    return Counted(number, unit, "realised", "counted-weak", 0.6, said.told)


def _of_nothing_listed(figure: Figure, unit: Unit, said: _Said, follows: bool) -> Counted | None:
    """A number with a noun that is not listed, or none, counts by its size and the words near it."""
    number = figure.number
    if number.like_a_year and not (number.qualifier or figure.before(_ARTICLE)):
        return None
    large = number.value >= _SOME and not number.spelled
    if unit.kind == "other":
        counts = said.near and large and said.status != "realised"
        return said.counted(number, unit, "counted-noun", 0.6) if counts else None
    if number.grouped or (large and (said.near or number.qualifier)):
        return said.counted(number, unit, "bare-number", 0.85 if said.near else 0.75)
    if follows and (said.near or large) and not number.spelled and not _is_age(figure):
        return said.counted(number, unit, "next-number", 0.75)
    return None


def whole(part: Figure, number: Number, unit: Unit) -> tuple[Counted, ...]:
    """What a part and its whole, `number`, count together; none where they are no such pair, or other rules count them.

    "6 van de 25 regio's zijn gereed" is a result and what it is measured by, "negen van de tien mensen" a share.
    """
    one = part.number
    if _PART.fullmatch(part.text, one.end, number.first) is None or one.value >= number.value:
        return ()
    if number.value == _TEN and unit.kind in {"people", "work", "size"}:
        tenths = replace(one, end=number.end, value=one.value * _TEN)
        share = Unit("procent", "share", unit.end, unit.concept)
        return (Counted(tenths, share, "realised", "part-of-ten", 0.75, True),)
    named_only = one.spelled and number.spelled  # "acht van de twaalf PRT's zijn gereed"
    reached = _told_behind(replace(part, number=number), _ACHIEVED, _RUNNING)
    if unit.kind not in {"weak", "member"} or number.value < _MANY or not reached or named_only:
        return ()
    counted = Unit(unit.name, unit.kind, one.end, unit.concept)
    return (
        Counted(one, counted, "realised", "part-of-whole", 0.8, True),
        Counted(number, unit, "target", "part-of-whole", 0.8, True),
    )


def elliptic(figure: Figure, cue: Cue | None, before: Unit | None, *, placed: bool = False) -> Counted | None:
    """A number without a noun of its own that counts what was named before it.

    "er" stands for that ("Zij hebben er 400 op voorraad"), or a bound follows it ("verbanden, minimaal 12"), or it is
    one of a list with a place before each, `placed` ("140 plekken in Ede, Apeldoorn 850 en in Zutphen 120").
    """
    number = figure.number
    if before is None or number.like_a_year or _is_age(figure):
        return None
    if figure.behind(_UNDER_WAY) and not number.spelled:
        return Counted(number, replace(before, end=number.end), "forecast", "elliptic", 0.8, True)
    listed = placed and before.kind in {"capacity", "people"} and figure.behind(_LIST_ENDS)
    if not (number.limit or is_partitive(figure) or listed):
        return None
    if number.value < (_COUNTED_IN_WORDS if number.spelled else _MANY):
        return None
    meant = cue is not None and cue.status in _MEANT and figure.behind(_BECOMING)
    if before.kind == "weak" and not (number.limit or meant or _told_behind(figure, _ACHIEVED, _RUNNING)):
        return None  # "van de gemeenten doen er 30 mee", but "dat moeten er 30 worden"
    counted = Unit(before.name, before.kind, number.end, before.concept)
    return Counted(number, counted, _status(number, cue), "elliptic", 0.8, cue is not None or number.limit)


def _is_age(figure: Figure) -> bool:
    """Whether a number is of years: "die 18 worden", but not "dat moeten er 20 worden"."""
    return figure.behind(_AGE) is not None and not is_partitive(figure)


def is_partitive(figure: Figure) -> bool:
    """Whether "er" before a number stands for what was named, or "daarvan" behind it does.

    "Het zijn er nu 31", "410 daarvan zijn tijdelijk".
    """
    return figure.before(_PARTITIVE) is not None or points_back(figure)


def points_back(figure: Figure) -> bool:
    """Whether a number is a part of what was named before it: "410 daarvan"."""
    return figure.behind(_OF_THEM) is not None


def _told_behind(figure: Figure, *told: re.Pattern[str]) -> bool:
    """Whether words not far behind a number say something of it: that it has been reached, or is in use."""
    end = figure.number.end
    behind = (end, min(figure.sentence[1], end + _CLAUSE_LENGTH))
    return any(words.search(figure.text, *behind) is not None for words in told)


def _time(figure: Figure, unit: Unit) -> Counted | None:
    """A time counts where it bounds or measures a standing procedure, not where it is the term of one task."""
    text, number = figure.text, figure.number
    norm = figure.before(_NORM) or (_NORM_BEHIND.match(text, unit.end) and not figure.before(_FROM_NOW))
    bound = number.limit or norm or figure.before(_BOUND)
    if not bound and not figure.before(_MEASURE):
        return None
    first, last = figure.sentence if norm else figure.clause
    process = _PROCESS.search(text, first, last)
    if process is None or (_ONE_TASK.search(text, first, last) and not process[0].lower().startswith("nadat")):
        return None
    status: TargetStatus = "limit" if bound else "target" if _MOVED_TO.search(text, first, number.first) else "realised"
    return Counted(number, unit, status, "procedure-time", 0.85, True)
