"""How minutes mark an outcome: a label before it, an arrow, a note in brackets behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import cast

from lrtgraph.extraction.grammar.lexicon import table, words
from lrtgraph.records import OutcomeKind

ARROWS = frozenset({">>", ">>>", "->", "=>", "→", "⇒", "➔", "➜", "-->", "==>", "»>", "=&gt;"})
_DASH = "[:–—-]"
_TOLD_OF = (
    r"(?!\s*(?:,|(?:is|zijn|was|waren|wordt|worden|blijft|blijven|gaat|gaan|loopt|lopen|kan|kunnen|heeft|hebben|komt|komen"
    r"|staat|staan|schuift|schuiven|vervalt|vervallen|en)\b))"
)
"""What stands behind a label in brackets unless a sentence tells of it: "Actiepunt 3 (leegstand) is afgehandeld",
"Actie 3 (leegstand) en actie 5 (cijfers) zijn klaar"."""
EVERYONE = rf"(?:{'|'.join(sorted(words('everyone')))}|alle\s+(?:leden|partijen|deelnemers))"
"""Words that stand for all at the table, where a label, a note or a cell else names somebody; and so do these."""
_LOCAL = (
    r"(?:burgemeesters?|wethouders?|gedeputeerden?|gemeenten?|provincies?|ministers?|staatssecretaris|ministeries?"
    r"|(?:woning)?corporaties?|samenwerkingsverband(?:en)?|veiligheidsregio(?:['’´]s)?)"
    r"(?:(?:,?\s+(?:(?:van|en|de|het)\b|(?-i:[A-Z])[\w'’-]*|&))*?\s+(?-i:[A-Z])[\w'’-]*)?"
)
"""An office, government or kind of organisation, with its name or no more: "burgemeester Zwolle", "provincie"."""
_BY_FUNCTION = rf"(?:(?:de|het)\s+)?(?:voorzitter|{'|'.join(sorted(words('unit'), key=len, reverse=True))})|{EVERYONE}"
_NOTES = ("note", "square", "owner", "bracketed", "coded")
"""The groups of a label that may name owner and deadline."""
CODES: dict[str, OutcomeKind] = {"A": "actie", "B": "besluit", "T": "toezegging"}
"""The letters that stand for a kind in the number of an outcome: "B3"."""


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
    """Whether the label may announce more than one: "Acties: …", "Conclusie: …"."""

    @property
    def noted(self) -> bool:
        """Whether a part of the label names owner or deadline."""
        return self.note[0] < self.note[1]


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
    if not numbered and text[found.start() : found.end()].rstrip(" *_]")[-1] == ";" and not is_noun(found["label"]):
        return None  # "akkoord; verder geen opmerkingen"
    if not numbered and found["run_in"] and not is_noun(found["label"]):
        return None
    if not numbered and found["local"] and kinds()[known_label(found["label"])] == "besluit":
        return None  # "Besluit minister van JenV: …" is none of the table
    kind = CODES[found["id"] or found["code"] or found["series"]] if numbered else kinds()[known_label(found["label"])]
    groups = found.groupdict()
    note = next((found.span(name) for name in _NOTES if groups.get(name)), (start, start))
    kind = kind or kinds().get(text[slice(*note)].strip().lower())  # "Uitkomst (besluit): …"
    if kind is None and (groups.get("by") or "").lower() in ("van", "door"):
        note = (start, start)  # "Conclusies van DGM: …": who drew them
    content = found.end()
    inner = label_at(text, content, end) if content < end else None  # "=> afgesproken: …", "A4 - Actie: …"
    if inner is not None and re.search(r"\w", text[inner.content : end]):  # "Besluit: akkoord (unaniem)." is all
        kind = inner.kind or kind
        note = inner.note if inner.noted else note
        return Label(kind, start, inner.content, note, several=kind is None)
    plural = not numbered and found["label"].lower().endswith(("en", "s"))
    return Label(kind, start, content, note, several=plural or kind is None)


def is_noun(label: str) -> bool:
    """Whether a label is a noun for what is settled, which needs no colon behind it: "Besluit. De tafel …".

    >>> is_noun("Besluit"), is_noun("akkoord"), is_noun("besl.")
    (True, False, False)
    """
    return known_label(label) in words("label_noun")


_FIRST_WORD = re.compile(r"[*_]*([^\W\d_]+)\.?[*_]*\s+(?=\S)")


def noun_at(text: str, start: int, end: int) -> Label | None:
    """The noun for what is settled with which `text[start:end]` opens, where more stands behind: a label if it is set
    apart by other signs than the text's.

    >>> noun_at("Actie COA stuurt een brief.", 0, 27).content
    6
    """
    found = _FIRST_WORD.match(text, start, end)
    if found is None or not is_noun(found[1]):
        return None
    kind = kinds()[known_label(found[1])]
    plural = found[1].lower().endswith(("en", "s"))
    return Label(kind, start, found.end(), (start, start), several=plural or kind is None)


def is_ticked(text: str) -> bool:
    """Whether a task of a list is ticked off.

    >>> is_ticked("[x] Kaart bijwerken"), is_ticked("[ ] Kaart bijwerken")
    (True, False)
    """
    return _TICKED.match(text) is not None


@cache
def kinds() -> dict[str, OutcomeKind | None]:
    """The words of labels in lower case, with the kind of outcome that each tells, if it does."""
    return {row["label"]: cast("OutcomeKind", row["kind"]) if row["kind"] else None for row in table("outcome_labels")}


_SCANNED = str.maketrans({"i": "[i1l|!ìíï]", "l": "[l1|]", "o": "[o0]", "e": "[eéè]"})
"""What a scan makes of a letter in a label: "Act1e", "Bes1uit"."""


def _written(label: str) -> str:
    """The pattern of a label: its words, with what a scan makes of a noun that stands alone."""
    if label in words("label_noun"):
        return label.translate(_SCANNED)
    return re.escape(label).replace(r"\ ", r"\s+")


@lru_cache(4096)
def known_label(label: str) -> str:
    """A label as the list has it where a scan made another word of it, else as it is written.

    >>> known_label("Act1e"), known_label("BESLUIT")
    ('actie', 'besluit')
    """
    plain = " ".join(label.lower().split())
    if plain in kinds() or " " in plain:
        return plain
    return next((known for known, pattern in _scanned() if pattern.fullmatch(plain)), plain)


@cache
def _scanned() -> list[tuple[str, re.Pattern[str]]]:
    """The nouns of labels, each one word, with what a scan may make of them."""
    return [(known, re.compile(_written(known))) for known in words("label_noun")]


@cache
def _opening() -> re.Pattern[str]:
    labels = "|".join(_written(label) for label in sorted(kinds(), key=len, reverse=True))
    return re.compile(
        rf"""[\s\[(*_•·→⇒➔➜>=-]*(?:\d{{1,3}}[.)]\s+)?
        (?P<label>{labels})(?![^\W\d])\.?
        (?P<number>\s*(?:nr\.?|nummer|\#)?\s*(?:\d{{4}}-)?[A-Z]?\d{{1,3}}(?:[.-][A-Z]?\d{{1,3}})*)?\s*
        (?:\((?P<note>[^()\n]{{1,80}})\)\s*(?:{_DASH}|{_TOLD_OF})
          |\[(?P<square>[^\[\]\n]{{1,80}})\]\s*(?:{_DASH}|{_TOLD_OF})
          |(?:(?P<by>voor|door|van)\s+)?(?P<owner>(?:(?:dhr|mw|mevr|dr)\.\s+)?(?-i:[A-Z])[^:.;\n]{{1,50}}?|{_BY_FUNCTION}|(?P<local>(?:(?:de|het)\s+)?{_LOCAL}))\s*(?::|\s[–—-]\s)
          |(?P<bracketed>(?-i:[A-Z])[^:.;\[\]\n]{{1,50}}|{_BY_FUNCTION})\]
          |(?:aan|richting|jegens)\s+[^:.;\n]{{2,40}}?\s*:
          |[\]*_)]*\s*(?:[:;]|\s?[–—]\s?|(?<=\s)(?:-{{0,2}}>|=>|-|→)(?=\s)|[\]])
          |(?(number)\.(?=\s+(?-i:[A-Z]))|(?!))
          |(?P<run_in>[*_]*(?:(?<=\.)|(?<=\.[*_])|(?<=\.[*_][*_]))\s+(?=["'„“‘]?(?-i:[A-Z]))|\s+(?=(?-i:De|Het|Een)\s))
        )[\]*_]*\s*""",
        re.VERBOSE | re.IGNORECASE,
    )


_NUMBERED = re.compile(
    rf"[\s\[(*•-]*(?:(?:19|20)\d\d[-/]\d{{1,2}}[-/.])(?P<id>[ABT])\.?-?\d{{1,3}}\b\s*[.)\]]?\s*{_DASH}?\s*"
    rf"|[\s*•-]*\[(?P<code>[ABT])\.?-?\d{{1,3}}\]\s*{_DASH}?\s*(?=\w)"
    r"|[\s*•-]*(?P<series>[ABT])(?:\d{1,4}[-.]\d{1,3}|\d{2,4}(?=\s*\([^()\n]+,))\s*\((?P<coded>[^()\n]{1,80})\)\s*:\s*(?=\w)"
)
"""The number of an outcome, whose letter tells the kind: "2024-03-A4", "[B1]", "A25-13 (COA, 1 mei):"; but not
"B1 (taalniveau):", "A2 (Den Bosch):"."""

_BOX = re.compile(r"\[ ?\]\s+(?=\S)")
"""A task of a list that is ticked off when it is done: "[ ] Kaart bijwerken"."""
_TICKED = re.compile(r"\s*\[[xX✓]\]\s")

_TAIL = re.compile(
    r"\s*[(\[]\s*(?P<label>besluit(?!\s+(?-i:[a-zà-ÿ]{4}))|afspraak|actie(?:punt)?|ap|toezegging|afgesproken|akkoord)\b\.?\s*\d*\s*"
    r"[:–—,-]?\s*(?P<note>[^()\[\]\n]{0,80}?)\s*[)\]]\s*[.;]?",
    re.IGNORECASE,
)


def tails(text: str) -> tuple[Label, ...]:
    """The notes behind a clause that make it an outcome: "… een brief (actie JenV)."; `content` is just past it.

    >>> text = "Wat helpt is een stand per gemeente (afspraak)."
    >>> [(tail.kind, text[: tail.start]) for tail in tails(text)]
    [('afspraak', 'Wat helpt is een stand per gemeente')]
    >>> tails("alle bedrijven (Besluit risico's zware ongevallen)")
    ()
    """
    if "(" not in text and "[" not in text:
        return ()
    return tuple(
        Label(kinds()[found["label"].lower()], found.start(), found.end(), found.span("note"))
        for found in _TAIL.finditer(text)
        if found.start() > 0
    )


_LAST = re.compile(
    r"(?<=[.!?;)])\s+(?:(?:-{0,2}>|=>|→)\s*)?(?P<label>actie(?:punt)?|ap)\s+(?P<note>(?-i:[A-Z])[^.:;()\[\]\n]{0,60}?)\s*\.?\s*\Z",
    re.IGNORECASE,
)


def last_note(text: str) -> Label | None:
    """The note without a sign that ends a paragraph, if its last words may be one: "… te meten. Actie Anna".

    >>> last_note("Anna vraagt de politie te meten. Actie Anna").note
    (39, 43)
    >>> last_note("Dat gaat via actie Anna"), last_note("Actie Anna")
    (None, None)
    """
    found = _LAST.search(text)
    return Label("actie", found.start(), found.end(), found.span("note")) if found else None


def noted_kind(text: str) -> OutcomeKind | None:
    """The kind that a note in brackets tells of a conclusion without one of its own.

    >>> noted_kind("de telling wordt nagelopen (actie: COA)."), noted_kind("de telling wordt nagelopen.")
    ('actie', None)
    """
    return next((tail.kind for tail in tails(text)), None)


_HOLDER = r"(?:trekkers?|actiehouders?|penvoerders?|eigenaar|eigenaren|verantwoordelijken?|initiatief|ahd|wie)"
_OWNER_NOTE = re.compile(
    rf"(?:(?:{_HOLDER}|actie|door)\s*(?:is|zijn|blijft|:|-|–)\s*|(?:trekkers?|actiehouders?|penvoerders?)\s+(?=(?-i:[A-Z])))",
    re.IGNORECASE,
)


def owner_note(text: str, start: int, end: int) -> int | None:
    """Where the names begin if `text[start:end]` only says who must do it: "Trekker: COA", "Actiehouder is VNG".

    >>> owner_note("Trekker: COA", 0, 12)
    9
    """
    found = _OWNER_NOTE.match(text, start, end)
    return found.end() if found else None


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
