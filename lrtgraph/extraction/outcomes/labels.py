"""How minutes mark an outcome: a label before it, an arrow, a note in brackets behind it, the head above it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import cast

from lrtgraph.extraction.lexicon import table
from lrtgraph.records import OutcomeKind

ARROWS = frozenset({">>", ">>>", "->", "=>", "→", "⇒", "➔", "➜", "-->", "==>", "»>", "=&gt;"})
_DASH = "[:–—-]"
_TOLD_OF = (
    r"(?!\s*(?:,|(?:is|zijn|was|waren|wordt|worden|blijft|blijven|gaat|gaan|loopt|lopen|kan|kunnen|heeft|hebben|komt|komen"
    r"|staat|staan|schuift|schuiven|vervalt|vervallen|en)\b))"
)
"""What stands behind a label in brackets unless a sentence tells of it: "Actiepunt 3 (leegstand) is afgehandeld",
"Actie 3 (leegstand) en actie 5 (cijfers) zijn klaar"."""
_BY_FUNCTION = (
    r"(?:de\s+)?voorzitter|(?:het\s+)?secretariaat|(?:de\s+)?griffie|(?:het\s+)?bureau"
    r"|allen|iedereen|alle\s+(?:leden|partijen|deelnemers)"
)
"""Words that stand where a label, a note or a cell else names somebody."""
_ID_KINDS: dict[str, OutcomeKind] = {"A": "actie", "B": "besluit", "T": "toezegging"}


@dataclass(frozen=True, slots=True)
class Label:
    """A label in a text: its kind (None: to be seen from the words), where it begins, where the outcome begins, and
    the part of the label that names owner and deadline ("(COA, vóór 1 april)"; empty where there is none).
    """

    kind: OutcomeKind | None
    start: int
    content: int
    note: tuple[int, int]
    several: bool = False
    """Whether the label announces more than one ("Acties: …")."""


def label_at(text: str, start: int, end: int) -> Label | None:
    """The label with which `text[start:end]` opens.

    >>> text = "Actie (COA, vóór 1 april): lijst aanvullen."
    >>> label = label_at(text, 0, len(text)); label.kind, text[label.content :], text[slice(*label.note)]
    ('actie', 'lijst aanvullen.', 'COA, vóór 1 april')
    >>> label_at("Actie is nodig om dit te keren.", 0, 31) is None
    True
    """
    found = _opening().match(text, start, end) or _NUMBERED.match(text, start, end)
    if found is None:
        box = _BOX.match(text, start, end)
        return Label("actie", start, box.end(), (start, start)) if box else None
    numbered = found.re is _NUMBERED
    kind = _ID_KINDS[found["id"] or found["code"]] if numbered else _kinds()[" ".join(found["label"].lower().split())]
    groups = found.groupdict()
    note = next((found.span(name) for name in ("note", "square", "owner") if groups.get(name)), (start, start))
    kind = kind or _kinds().get(text[slice(*note)].strip().lower())  # "Uitkomst (besluit): …"
    content = found.end()
    inner = label_at(text, content, end) if content < end else None  # "=> afgesproken: …", "A4 - Actie: …"
    if inner is not None:
        return Label(inner.kind or kind, start, inner.content, inner.note if inner.note[0] < inner.note[1] else note)
    several = not numbered and found["label"].lower().endswith(("en", "s"))
    return Label(kind, start, content, note, several)


def is_ticked(text: str) -> bool:
    """Whether a task of a list is ticked off.

    >>> is_ticked("[x] Kaart bijwerken"), is_ticked("[ ] Kaart bijwerken")
    (True, False)
    """
    return _TICKED.match(text) is not None


@cache
def _kinds() -> dict[str, OutcomeKind | None]:
    return {row["label"]: cast("OutcomeKind", row["kind"]) if row["kind"] else None for row in table("outcome_labels")}


@cache
def _opening() -> re.Pattern[str]:
    labels = "|".join(re.escape(label).replace(r"\ ", r"\s+") for label in sorted(_kinds(), key=len, reverse=True))
    return re.compile(
        rf"""[\s\[(*_•·→⇒➔➜>=-]*(?:\d{{1,3}}[.)]\s+)?
        (?P<label>{labels})(?![^\W\d])\.?
        (?P<number>\s*(?:nr\.?|nummer|\#)?\s*(?:\d{{4}}-)?[A-Z]?\d{{1,3}}(?:[.-][A-Z]?\d{{1,3}})*)?\s*
        (?:\((?P<note>[^()\n]{{1,80}})\)\s*(?:{_DASH}|{_TOLD_OF})
          |\[(?P<square>[^\[\]\n]{{1,80}})\]\s*(?:{_DASH}|{_TOLD_OF})
          |(?:voor\s+|door\s+|van\s+)?(?P<owner>(?:(?:dhr|mw|mevr|dr)\.\s+)?(?-i:[A-Z])[^:.;\n]{{1,50}}?|{_BY_FUNCTION})\s*(?::|\s[–—-]\s)
          |(?:aan|richting|jegens)\s+[^:.;\n]{{2,40}}?\s*:
          |[\]*_)]*\s*(?::|\s?[–—]\s?|(?<=\s)(?:-{{0,2}}>|=>|-|→)(?=\s)|[\]])
          |(?(number)\.(?=\s+(?-i:[A-Z]))|(?!))
        )[\]*_]*\s*""",
        re.VERBOSE | re.IGNORECASE,
    )


_NUMBERED = re.compile(
    rf"[\s\[(*•-]*(?:(?:19|20)\d\d[-/]\d{{1,2}}[-/.])(?P<id>[ABT])\.?-?\d{{1,3}}\b\s*[.)\]]?\s*{_DASH}?\s*"
    rf"|[\s*•-]*\[(?P<code>[ABT])\.?-?\d{{1,3}}\]\s*{_DASH}?\s*(?=\w)"
)
"""The number of an outcome, whose letter tells the kind: "2024-03-A4", "[B1]"."""

_BOX = re.compile(r"\[ ?\]\s+(?=\S)")
"""A task of a list that is ticked off when it is done: "[ ] Kaart bijwerken"."""
_TICKED = re.compile(r"\s*\[[xX✓]\]\s")

_TAIL = re.compile(
    r"\s*[(\[]\s*(?P<label>besluit|afspraak|actie(?:punt)?|ap|toezegging|afgesproken|akkoord)\b\.?\s*\d*\s*"
    r"[:–—,-]?\s*(?P<note>[^()\[\]\n]{0,80}?)\s*[)\]]\s*[.;]?",
    re.IGNORECASE,
)


def tails(text: str) -> tuple[Label, ...]:
    """The notes behind a clause that make it an outcome: "… een brief (actie JenV)."; `content` is just past it.

    >>> text = "Wat helpt is een stand per gemeente (afspraak)."
    >>> [(tail.kind, text[: tail.start]) for tail in tails(text)]
    [('afspraak', 'Wat helpt is een stand per gemeente')]
    """
    if "(" not in text and "[" not in text:
        return ()
    return tuple(
        Label(_kinds()[found["label"].lower()], found.start(), found.end(), found.span("note"))
        for found in _TAIL.finditer(text)
        if found.start() > 0
    )


def noted_kind(text: str) -> OutcomeKind | None:
    """The kind that a note in brackets tells of a conclusion without one of its own.

    >>> noted_kind("de telling wordt nagelopen (actie: COA)."), noted_kind("de telling wordt nagelopen.")
    ('actie', None)
    """
    return next((tail.kind for tail in tails(text)), None)


_OWNER_NOTE = re.compile(
    r"(?:trekkers?|actiehouders?|actie|eigenaar|eigenaren|verantwoordelijken?|door|wie|penvoerders?|initiatief|ahd)"
    r"\s*(?:is|zijn|blijft|:|-|–)\s*",
    re.IGNORECASE,
)


def owner_note(text: str, start: int, end: int) -> int | None:
    """Where the names begin if `text[start:end]` only says who must do it: "Trekker: COA", "Actiehouder is VNG".

    >>> owner_note("Trekker: COA", 0, 12)
    9
    """
    found = _OWNER_NOTE.match(text, start, end)
    return found.end() if found else None


_HOLDER = r"(?:trekkers?|actiehouders?|penvoerders?|eigenaar|eigenaren|verantwoordelijken?|initiatief|ahd|wie)"
_OWNER_WITHIN = re.compile(
    rf"""\(\s*(?:{_HOLDER}\b\s*(?:is|zijn|blijft|[:–-])?|(?:actie|door)\s*[:–-])\s*(?P<bracketed>[^()]{{1,80}})\)
    |[;,–]\s+{_HOLDER}\b\s*(?:is|zijn|blijft|[:–-])?\s+(?P<trailing>(?-i:[A-Z])[^;()]{{1,60}}?)[.;]?\s*\Z""",
    re.VERBOSE | re.IGNORECASE,
)


def owner_within(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The names inside "(trekker: BZK, i.o.m. JenV)", or behind "; trekker DGM", in `text[start:end]`.

    >>> text = "brief naar gemeenten (trekker: BZK)."
    >>> text[slice(*owner_within(text, 0, len(text)))]
    'BZK'
    """
    found = _OWNER_WITHIN.search(text[:end], start)
    if found is None:
        return None
    return found.span("bracketed" if found["bracketed"] else "trailing")


@dataclass(frozen=True, slots=True)
class Head:
    """What a head above blocks makes of them: outcomes of a kind (None: by their words), or nothing of the sort."""

    outcomes: bool
    kind: OutcomeKind | None
    proposal: bool = False


_FOLLOW_UP = frozenset({"vervolg", "vervolgstappen", "vervolgproces", "to do", "to do's", "te doen"})
_LEAST_SETTLED = 2
"""Words behind a label that make a line more than a head."""
_PROPOSALS = re.compile(r"gevraagd|voorstel|beslispunt|ter besluitvorming|doel\b|gewenst|verzoek|concept.?besluit")
_STEMS: tuple[tuple[str, OutcomeKind], ...] = (
    ("besluit", "besluit"),
    ("besliss", "besluit"),
    ("afspra", "afspraak"),
    ("actie", "actie"),
    ("toezegging", "toezegging"),
)


_SUBJECT = re.compile(
    r"bestuursafsprak|afsprakenkader|\bvan\s+besluitvorming\b|\bbesluitvorming\s+(?:over|rond)"
    r"|\bafspraken\s+(?:na|over|met|tussen|rond|inzake|binnen)\b"
)
"""A title that names a subject: "Afspraken met corporaties", "Veiligheid van besluitvorming"."""

_ANNOUNCES: tuple[tuple[re.Pattern[str], OutcomeKind | None], ...] = (
    (re.compile(r"\b(?:besluit(?:en)?|besloten|stemt|stemmen)\b[^.:]{0,60}:\s*\Z", re.I), "besluit"),
    (re.compile(r"\b(?:afspraken|afgesproken|spreekt|spreken)\b[^.:]{0,60}:\s*\Z", re.I), "afspraak"),
    (re.compile(r"\b(?:acties|actiepunten|vervolgacties)\b[^.:]{0,60}:\s*\Z", re.I), "actie"),
    (re.compile(r"\b(?:toegezegd|toezeggingen)\b[^.:]{0,60}:\s*\Z", re.I), "toezegging"),
    (re.compile(r"\bconclusies?\b[^.:]{0,60}:\s*\Z", re.I), None),
    (
        re.compile(
            r"\A(?=.*\b(?:voorzitter|tafel|h?lrt|prt|vergadering|leden|wordt|is)\b)"
            r".*\b(?:conclude(?:ert|ren)|geconcludeerd|samengevat|vat\b.*\bsamen)\b[^.:]{0,60}:\s*\Z",
            re.I | re.S,
        ),
        None,
    ),
)
_NOT_YET = re.compile(
    r"\b(?:gevraagd|vraagt|vragen|verzoekt|voorstel\w*|kan|kunnen|zou|zouden|moet|moeten|geen|niet|eerder(?:e)?|vorige"
    r"|bestaande|landelijke|bestuurlijke|mogelijke)\b",
    re.I,
)


@lru_cache(maxsize=1024)
def announced(text: str) -> Head | None:
    """What the last sentence of a text makes of the bullets under it: "De LRT besluit:"; None where it is no such.

    >>> announced("De LRT besluit:").kind, announced("De volgende acties worden uitgezet:").kind
    ('besluit', 'actie')
    >>> announced("De LRT wordt gevraagd te besluiten:") is None, announced("VNG concludeert:") is None
    (True, True)
    >>> announced("Samenvattend concludeert de voorzitter:")
    Head(outcomes=True, kind=None, proposal=False)
    """
    sentence = re.split(r"(?<=[.?!])\s+", text.strip())[-1]
    if not sentence.endswith(":") or _NOT_YET.search(sentence):
        return None
    return next((Head(True, kind) for pattern, kind in _ANNOUNCES if pattern.search(sentence)), None)


@lru_cache(maxsize=1024)
def settles_itself(text: str) -> bool:
    """Whether a line is a label with what it settles behind it, and no head of what follows.

    >>> settles_itself("Actie: JenV schrijft de brief."), settles_itself("Acties:"), settles_itself("Actie COA")
    (True, False, False)
    """
    label = label_at(text, 0, len(text))
    return label is not None and len(text[label.content :].split()) >= _LEAST_SETTLED


@lru_cache(maxsize=1024)
def head(section: str | None) -> Head:
    """What a head says of the blocks under it.

    >>> head("conclusie")
    Head(outcomes=True, kind=None, proposal=False)
    >>> head("besluiten en acties").kind, head("gevraagd besluit").proposal, head("bespreking").outcomes
    (None, True, False)
    """
    text = (section or "").lower()
    if settles_itself(text):
        return Head(False, None)
    if _PROPOSALS.search(text):
        return Head(False, None, proposal=True)
    if text.strip(" :") in _FOLLOW_UP:
        return Head(True, "actie")
    if len(text.split()) > 8 or _SUBJECT.search(text):
        return Head(False, None)
    kinds = [kind for stem, kind in _STEMS if re.search(rf"\b(?:werk|proces|vervolg)?{stem}", text)]
    if len(kinds) == 1 and not re.search(r"conclusie\w*\s*(?:en|/|&|,)", text):
        return Head(True, kinds[0])
    return Head(bool(kinds) or "conclusie" in text or "uitkomst" in text, None)
