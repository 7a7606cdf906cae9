"""Outcomes in rows: tables of decisions and actions, and action lists with an owner and a status behind a dash."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lrtgraph.columns import column_roles
from lrtgraph.extraction.clauses import is_finite, tokens_at
from lrtgraph.extraction.lexicon import words
from lrtgraph.extraction.outcomes.deadlines import Deadline, cell_deadline, find_deadline, only_date
from lrtgraph.extraction.outcomes.kinds import kind_of
from lrtgraph.extraction.outcomes.labels import label_at
from lrtgraph.extraction.outcomes.naming import named, names_only
from lrtgraph.extraction.outcomes.row_ends import row_end
from lrtgraph.records import OutcomeKind

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading
    from lrtgraph.extraction.outcomes.heads import Head
    from lrtgraph.records import Block

_CLOSED = re.compile(
    r"\b(?:vervallen|vervalt|afgerond|afgehandeld|gereed gemeld|gesloten|voldaan|"
    r"afgevoerd|uitgevoerd|voltooid|klaar|done|"
    r"gereed(?!\s+(?:vóór|voor|op|in|eind|uiterlijk|per|medio))|closed|ingetrokken|geschrapt|kan vervallen|afgedaan)\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:loopt|lopend|openstaand|niet gestart|in behandeling|in uitvoering|onderhanden|open|doorlopend|gestart|"
    r"aangehouden|on hold|vertraagd)\b",
    re.IGNORECASE,
)
_CLOSING = words("closing")
_NOTHING = (
    ["geen"],
    ["geen", "punten"],
    ["geen", "bijzonderheden"],
    ["geen", "opmerkingen"],
    ["geen", "besluiten"],
    ["geen", "acties"],
    ["niets"],
    ["n", "v", "t"],
)
_BARE_LABEL = re.compile(
    r"\W*(?:actie|actiepunt|besluit|afspraak|toezegging)\s*(?:nr\.?)?\s*[A-Z]?\d{1,3}\W*", re.IGNORECASE
)
_RENEWED = re.compile(
    r"\b(?:nieuwe?|verlengd|gewijzigde?|aangepaste?|uitgesteld|doorgeschoven|verschoven|wordt)\b", re.IGNORECASE
)
_STATUS_WORDS = 6
_SEPARATOR = re.compile(
    rf"\s+[–—-]\s+|\s*;\s+|\s\|\s|\s*:\s+(?={_CLOSED.pattern}|{_OPEN.pattern})",  # "Brief aan DGM: afgehandeld"
    re.IGNORECASE,
)
_LAST_BRACKET = re.compile(r"\(([^()]{1,60})\)\s*\Z")
_CODE = re.compile(r"(?:\d{4}[-/.]\d{1,2}[-/.])?(?P<id>[ABT])[-.\s]?\d{1,3}[.):]?\Z", re.IGNORECASE)
_CODES: dict[str, OutcomeKind] = {"A": "actie", "B": "besluit", "T": "toezegging"}


@dataclass(frozen=True, slots=True)
class RowOutcome:
    """What a row settles: the span of its outcome in the block's text, and what its cells say."""

    kind: OutcomeKind | None
    start: int
    end: int
    text_end: int
    owners: tuple[str, ...]
    deadline: Deadline | None
    rule: str
    confidence: float


def row_outcome(reading: Reading, index: int, block: Block, head: Head) -> RowOutcome | None:
    """The outcome of a table's row; None for a row that is closed, empty, or of another sort of table."""
    roles = [_role(column) for column in block.columns]
    roles = roles if "text" in roles else ["text" if role == "topic" else role for role in roles]
    if not (head.outcomes or ("owner" in roles and "text" in roles) or any(map(_kinds_named, block.columns))):
        return None
    by_role: dict[str, tuple[int, int]] = {}
    filled = [cell for cell in block.cells if cell[0] < cell[1]]
    first_text = roles.index("text") if "text" in roles else 0
    for column, (role, cell) in enumerate(zip(roles, block.cells, strict=False)):
        raised = role == "deadline" and column < first_text  # "Datum | Actie | Wie": when it was raised
        if cell[0] < cell[1] and not raised:
            by_role.setdefault(role, cell)
    text = by_role.get("text") or (filled[0] if filled and not roles else None)
    settling = [k for k, role in enumerate(roles) if role == "text" and _kinds_named(block.columns[k])]
    if settling:  # beside a column of talk: "Bespreking | Actie"
        text = next((cell for k, cell in enumerate(block.cells) if k in settling and cell in filled), None)
    if text is None or _words(block.text[slice(*text)]) in _NOTHING:
        return None
    status = by_role.get("status")
    if status is not None and _CLOSED.search(block.text, *status):
        return None
    if any(cell != text and is_closed(block.text[slice(*cell)]) for cell in filled):
        return None
    start, text_end = text
    label = label_at(block.text, start, text_end)
    if label is not None and label.content < text_end:
        start = label.content
    owner = by_role.get("owner")
    due = by_role.get("deadline")
    owners = named(reading, index, *owner) if owner else ()
    deadline = cell_deadline(block.text[slice(*due)], reading.meeting) if due else None
    if "owner" in roles and not (owners and (deadline or "deadline" not in roles[first_text:])):
        at_end = row_end(reading, index)
        if at_end is not None and (not owners or at_end.deadline is not None):
            if status_of(at_end.rest) == "closed":
                return None
            owners, deadline = at_end.owners, at_end.deadline or deadline
    return RowOutcome(
        kind=(label.kind if label else None)
        or _told_kind(block, by_role.get("kind"))
        or _code(block.marker)
        or _column_kind(block, text)
        or head.kind
        or ("actie" if owners and not _mixed(block, text) else _kind_of_column(reading, index, block, text)),
        start=start,
        end=max(cell[1] for cell in filled),
        text_end=text_end,
        owners=owners,
        deadline=deadline,
        rule="outcome.table",
        confidence=0.95,
    )


def listed_outcome(
    reading: Reading, index: int, block: Block, head: Head, line: tuple[int, int] | None = None
) -> RowOutcome | None:
    """The outcome of an action list's line, "Handreiking - RVB - loopt, nieuwe termijn 15 maart".

    The line is the whole block, or `line` of it. One that is closed, or merely goes on as it did, settles nothing.
    """
    start, end = line or (0, len(block.text))
    sentences = [s for s in reading.docs[index].sents if start <= s.start_char < end]
    if is_closed(block.text[start:end]) or any(status_of(s.text) == "closed" for s in sentences[1:]):
        return None
    text, *behind = _parts(block.text, start, end)
    fields = [part for part in behind if not _is_clause(reading, index, part)]
    parts = [text, *fields] if fields else [(start, end)]
    due = find_deadline(block.text, parts[0][1], end, reading.meeting) or _due_field(reading, block, parts)
    statuses = [part for part in parts[1:] if _CLOSED.search(block.text, *part) or _OPEN.search(block.text, *part)]
    if statuses and all(_settles_nothing(block.text[slice(*part)]) for part in statuses):
        return None
    led = len(parts) > 1 and names_only(reading, index, *parts[0])  # "CdK - IND bellen - 1 maart"
    owners: dict[str, None] = dict.fromkeys(named(reading, index, *parts[0]) if led else ())
    for part in parts[1:] if not led else ():
        if part not in statuses and not (due and part[0] <= due.start and due.end <= part[1] <= due.end + 2):
            owners.update(dict.fromkeys(named(reading, index, *part)))
    bracket = _LAST_BRACKET.search(block.text, *parts[0])
    if not owners and bracket is not None and statuses:
        owners.update(dict.fromkeys(named(reading, index, *bracket.span(1))))
    return RowOutcome(
        kind=_code(block.marker) or head.kind,
        start=start,
        end=end,
        text_end=parts[0][1],
        owners=tuple(owners),
        deadline=due,
        rule="outcome.list",
        confidence=0.9 if statuses else 0.8,
    )


def _due_field(reading: Reading, block: Block, parts: list[tuple[int, int]]) -> Deadline | None:
    """The deadline of a field that is nothing but a day: "Cijfers - COA - 1 april"."""
    for start, end in parts[1:]:
        if only_date(block.text[start:end]):
            found = cell_deadline(block.text[start:end], reading.meeting)
            return found and replace(found, start=start + found.start, end=start + found.end)
    return None


def _is_clause(reading: Reading, index: int, part: tuple[int, int]) -> bool:
    """Whether what stands behind a separator tells who does what, and is no field: "; VNG stuurt een brief"."""
    named_there = any(reading.is_actor(mention.concept) for mention in reading.mentions_in(index, *part))
    return named_there and any(is_finite(token) for token in tokens_at(reading.docs[index], *part))


def is_bare_label(text: str) -> bool:
    """Whether a text is a label with its number and nothing else: "Besluit 3."."""
    return _BARE_LABEL.fullmatch(text) is not None


def is_closed(text: str) -> bool:
    """Whether what is said of an action point is only that it is closed, or that there is none.

    >>> is_closed("is afgedaan."), is_closed("gesloten"), is_closed("de gesloten locaties in beeld brengen")
    (True, True, False)
    """
    if is_bare_label(text):
        return True  # "Actie 3" on a line of its own
    telling = [word for word in _words(text) if word not in _CLOSING]
    return telling in _NOTHING or (len(telling) <= 3 and bool(_CLOSED.search(text)))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def status_of(text: str) -> str | None:
    """What a few words behind an action say of how it stands: "closed", "open", None where they say anything else.

    >>> status_of("Gereed."), status_of("Loopt, gereed 1 juni 2024."), status_of("COA stuurt de brief.")
    ('closed', 'open', None)
    """
    words = re.findall(r"[^\W\d]+", text.lower())
    if not words or len(words) > _STATUS_WORDS:
        return None
    telling = next((word for word in words if word not in _CLOSING), "")
    if _OPEN.match(telling) or telling in ("nieuw", "nieuwe") or (telling == "staat" and "open" in words):
        return "open"
    return "closed" if telling and _CLOSED.match(text[text.lower().index(telling) :]) else None


def is_listed(block: Block) -> bool:
    """Whether a line of an action list has fields behind dashes."""
    return len(_parts(block.text, 0, len(block.text))) > 1


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    parts, at = [], start
    for match in _SEPARATOR.finditer(text, start, end):
        parts.append((at, match.start()))
        at = match.end()
    return [*parts, (at, end)]


def _settles_nothing(status: str) -> bool:
    """Whether a status tells that an item is closed, or open as before.

    >>> [_settles_nothing(s) for s in ("afgerond", "niet gestart", "loopt, nieuwe termijn 15 maart")]
    [True, True, False]
    """
    if _RENEWED.search(status):
        return False
    return bool(_CLOSED.search(status) or _OPEN.search(status))


def _role(column: str) -> str:
    return column_roles().get(column, "text" if re.search(r"besluit|actie|afspraak|toezegging", column) else "")


def _code(marker: str | None) -> OutcomeKind | None:
    """The kind that a row's number tells: "B1", "2024-03-A4"."""
    found = _CODE.match((marker or "").strip())
    return _CODES[found["id"].upper()] if found else None


def _told_kind(block: Block, cell: tuple[int, int] | None) -> OutcomeKind | None:
    """The kind that a column of kinds names: "Soort | Omschrijving"."""
    return _stem_kind(block.text[slice(*cell)].lower()) if cell else None


def _mixed(block: Block, text: tuple[int, int]) -> bool:
    """The head of the column leaves the kind to each row's words: "Besluit/actie", "Afspraak of actie"."""
    return re.search(r"besluit|afspra|toezegg|conclusie", _head_over(block, text)) is not None


def _column_kind(block: Block, text: tuple[int, int]) -> OutcomeKind | None:
    """The kind that the head of the column tells."""
    return _stem_kind(_head_over(block, text))


def _head_over(block: Block, text: tuple[int, int]) -> str:
    """The head of the column in which a cell stands."""
    return next((c for c, cell in zip(block.columns, block.cells, strict=False) if cell == text), "")


def _kind_of_column(reading: Reading, index: int, block: Block, text: tuple[int, int]) -> OutcomeKind | None:
    """Of the kinds that the head of a column without decisions names, the one that the words of the cell tell, else an
    action: "Toezegging / actie"."""
    named = _kinds_named(_head_over(block, text))
    if len(named) < 2 or "actie" not in named or re.search(r"besluit|conclusie", _head_over(block, text)):
        return None
    told = kind_of(reading, index, tokens_at(reading.docs[index], *text))
    return told if told in named else "actie"


def _stem_kind(words: str) -> OutcomeKind | None:
    """The one kind that words name."""
    kinds = _kinds_named(words)
    return kinds[0] if len(kinds) == 1 else None


def _kinds_named(words: str) -> list[OutcomeKind]:
    stems: tuple[tuple[str, OutcomeKind], ...] = (
        ("besluit", "besluit"),
        (r"(?<!re)(?<!trans)actie", "actie"),
        ("afspra", "afspraak"),
        ("toezegg", "toezegging"),
    )
    return [kind for stem, kind in stems if re.search(stem, words)]
