"""How an action stands: what a cell, a field or a short sentence behind it says, and the new term that it sets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from lrtgraph.extraction.grammar.lexicon import table, words
from lrtgraph.extraction.outcomes.terms.deadlines import Deadline, cell_deadline, new_term
from lrtgraph.extraction.outcomes.terms.wording import reference_day
from lrtgraph.records import Meeting, ReportedStatus

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
    r"\W*(?:actie|actiepunt|ap|besluit|afspraak|toezegging)\s*(?:nr\.?)?\s*[A-Z]?\d{1,3}\W*", re.IGNORECASE
)
_NEW = re.compile(
    r"nieuwe?(?=\W*\Z|\s*[,;.:(–-]|\s+(?:termijn|datum|deadline|planning|streefdatum|actie|punt|actiepunt)\b)", re.I
)
"""A status, and not a task: "Nieuw.", "nieuwe termijn 1 mei", but not "nieuwe locatie zoeken"."""
_YES = frozenset({"ja", "j", "x", "v", "✓", "✔", "☑", "✅"})
_LONGEST = 6
"""Words of a status."""
_HALF_YEAR = timedelta(days=183)
_CLOSING: tuple[ReportedStatus, ...] = ("dropped", "removed")
"""How a task may be closed that nobody says was done."""
_CLAUSE_END = re.compile(r"[,;:]|\.(?:\s|\Z)")
_STRUCK = re.compile(r"~~[^~]*~~")
_TICKED = r"(?:\W*+|(?>\W*(?=[✓✔☑✅])))"
"""What stands before the first word, or before the last sign for what is done."""
_DENIED = re.compile(r"\b(?:niet|nooit)\b(?!\s+(?:meer|langer|nodig)\b)", re.IGNORECASE)
_LEADING = r"(?:(?:is|zijn|inmiddels|reeds|al|ook|nu|volledig|geheel|definitief|tijdig|per|mail|brief)\s+)*"
_BEHIND_DONE = (
    r"(?=\W*\Z|\s*[,;.(:–-]|\s+\d|\s+(?:op|in|per|d\.d\.|dd|aan|naar|bij|via|door|met|conform|zie|tijdens|voor|en)\b)"
)
"""What may follow where a participle is a status: "Verstuurd op 14 mei", but not "Gedeeld wordt dat …"."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What the cell of a column of statuses says: whether the action is closed, and the term that it gets or has.

    `told` are the words that close it, `runs` says that it goes on as it did, `undone` that it should have been done.
    """

    closed: bool = False
    moved: Deadline | None = None
    term: Deadline | None = None
    told: str = ""
    runs: bool = False
    undone: bool = False


def standing(text: str, meeting: Meeting, *, taken: bool = True) -> Standing:
    """How an action stands by the cell of its column of statuses, in minutes of `meeting`.

    What is ready on a day after the meeting is not ready yet. Without `taken`, what the table itself does with its
    papers ("vastgesteld") closes nothing.

    >>> meeting = Meeting(date="2024-06-05")
    >>> standing("verstuurd op 14 mei 2024", meeting).closed, standing("nog niet afgerond", meeting).closed
    (True, False)
    >>> standing("nog niet uitgevoerd", meeting).undone, standing("deels uitgevoerd", meeting).undone
    (True, False)
    >>> standing("uitgesteld tot 1 september 2024", meeting).moved.text, standing("gereed 1 juli", meeting).term.text
    ('2024-09-01', '2024-07-01')
    """
    text = _without_struck(text)
    moved = moved_term(text, meeting)
    if moved is not None:
        return Standing(moved=moved)
    if pattern("open").match(text.lstrip(" -–(")) and not _then_closed().search(text):
        return Standing(term=_coming(text, 0, len(text), meeting), runs=True)
    found = pattern("ready").search(text) or _closing(text, taken=taken)
    if found is None or _is_undone(text, found):
        return Standing(undone=found is not None and _DENIED.search(text, 0, found.start()) is not None)
    coming = None if found.re is _opening(taken) else _coming(text, *_clause(text, found), meeting)
    return Standing(closed=coming is None, term=coming)


def moved_term(text: str, meeting: Meeting) -> Deadline | None:
    """The term behind a word by which a term is moved: "verschoven naar 1 april", "1 mei → 1 juni"."""
    found = pattern("moved").search(text)
    if found is None:
        return None
    term, reference = new_term(text, found.end(), len(text), meeting), reference_day(meeting)
    if term is None or (term.day is not None and reference is not None and term.day <= reference):
        return None
    return term


def due_cell(text: str, meeting: Meeting) -> Deadline | None:
    """The deadline of a cell of the column for it, the new one where it was moved: "1 mei, verlengd tot 1 juni".

    >>> due_cell("1 mei → 1 juni", Meeting(date="2024-04-02")).text, due_cell("nee", Meeting())
    ('2024-06-01', None)
    """
    text = _without_struck(text)
    if text.strip().lower() == "nee":
        return None
    return moved_term(text, meeting) or cell_deadline(text, meeting)


def is_ticked_off(column: str, text: str) -> bool:
    """Whether a cell says yes to the head of its column, which asks whether it is done.

    >>> is_ticked_off("afgehandeld?", "Ja"), is_ticked_off("actie", "ja")
    (True, False)
    """
    return text.strip(" .").lower() in _YES and bool(pattern("closed").fullmatch(column.strip(" ?")))


def status_of(text: str) -> str | None:
    """What a few words behind an action say of how it stands: "closed", "open", None where they say anything else.

    >>> status_of("Gereed."), status_of("Loopt, gereed 1 juni 2024."), status_of("COA stuurt de brief.")
    ('closed', 'open', None)
    >>> status_of("Verstuurd op 14 mei."), status_of("Gedeeld wordt dat dit beter moet.")
    ('closed', None)
    >>> [status_of(told) for told in ("Compleet.", "Volledig overzicht volgt.", "Overgedragen aan VNG.")]
    ['closed', None, None]
    """
    found = re.findall(r"[^\W\d]+", text.lower())
    if not found or len(found) > _LONGEST:
        return "closed" if not found and pattern("done").search(text) else None
    telling = next((word for word in found if word not in words("closing")), "")
    at = text.lower().index(telling) if telling else 0
    if not telling:
        return None
    new = _NEW.match(text, at)
    if pattern("open").match(text, at) or new or (telling == "staat" and "open" in found):
        return "open"
    if pattern("closed").match(text, at):
        return "closed"
    return "closed" if _closing(text) and pattern("closed").search(text) is None else None


def is_closed(text: str) -> bool:
    """Whether what is said of an action point is only that it is closed, or that there is none.

    >>> is_closed("is afgedaan."), is_closed("gesloten"), is_closed("de gesloten locaties in beeld brengen")
    (True, True, False)
    """
    if is_bare_label(text):
        return True  # "Actie 3" on a line of its own
    telling = [word for word in re.findall(r"\w+", text.lower()) if word not in words("closing")]
    if telling in _NOTHING:
        return True
    found = pattern("closed").search(text)
    return found is not None and len(telling) <= 3 and not _is_undone(text, found)


def goes_on(text: str) -> bool:
    """Whether what is said of a task by its number tells that it stays on the list.

    >>> goes_on("blijft staan"), goes_on("is afgerond")
    (True, False)
    """
    return pattern("open").search(text) is not None


def is_struck(text: str) -> bool:
    """Whether a text is struck through from its first word to its last.

    >>> is_struck("~~Brief sturen~~"), is_struck("~~1 mei~~ 1 juni")
    (True, False)
    """
    return bool(re.search(r"\w", text)) and re.search(r"\w", _STRUCK.sub("", text)) is None


def _without_struck(text: str) -> str:
    """A text of the same length without what is struck through."""
    return _STRUCK.sub(lambda struck: " " * len(struck[0]), text)


def is_bare_label(text: str) -> bool:
    """Whether a text is a label with its number and nothing else: "Besluit 3."."""
    return _BARE_LABEL.fullmatch(text) is not None


def is_nothing(text: str) -> bool:
    """Whether a cell says that there is nothing: "Geen."."""
    return re.findall(r"\w+", text.lower()) in _NOTHING


def tells_status(text: str, start: int, end: int) -> bool:
    """Whether a field holds a word for how an action stands."""
    return any(pattern(status).search(text, start, end) for status in ("closed", "open"))


def settles_nothing(status: str) -> bool:
    """Whether a status tells that an item is closed, or open as before.

    >>> [settles_nothing(s) for s in ("afgerond", "niet gestart", "loopt, nieuwe termijn 15 maart")]
    [True, True, False]
    """
    if pattern("moved").search(status) or re.search(r"\bwordt\b", status, re.IGNORECASE):
        return False
    return tells_status(status, 0, len(status))


def is_status_head(text: str) -> bool:
    """Whether a head is only a word for how the tasks under it stand.

    >>> is_status_head("OPEN"), is_status_head("Afgerond:"), is_status_head("Open acties")
    (True, True, False)
    """
    plain = text.strip(" :*_")
    return any(pattern(status).fullmatch(plain) for status in ("open", "closed"))


def status_words() -> str:
    """The words for what is closed or open, as a pattern."""
    return f"{told_words('closed')}|{told_words('open')}"


def _closing(text: str, *, taken: bool = False) -> re.Match[str] | None:
    """Where a text says that it is closed, or opens with what has been done; with `taken`, at the table too."""
    return pattern("closed").search(text) or _opening(taken).match(text)


def _is_undone(text: str, found: re.Match[str]) -> bool:
    """Whether words before one for what is done deny it: "nog niet geheel afgerond"."""
    return _undone().search(text, 0, found.start()) is not None


def _clause(text: str, found: re.Match[str]) -> tuple[int, int]:
    """The clause around what was found."""
    stop = _CLAUSE_END.search(text, found.end())
    start = max((end.end() for end in _CLAUSE_END.finditer(text, 0, found.start())), default=0)
    return start, stop.start() if stop else len(text)


def _coming(text: str, start: int, end: int, meeting: Meeting) -> Deadline | None:
    """A term after the meeting in `text[start:end]`; a day without a year is the nearest such."""
    due, reference = new_term(text, start, end, meeting), reference_day(meeting)
    if due is None or due.day is None or reference is None:
        return due
    begins = due.day if due.text == due.day.isoformat() else due.day.replace(day=1)
    far = due.day - reference > _HALF_YEAR and not re.search(r"\b20\d\d\b", text[start:end])
    return None if begins <= reference or far else due


@cache
def told_words(status: str) -> str:
    """The words for a status, as a pattern; what is closed is finished, dropped or off the list.

    >>> "afgerond" in told_words("closed").split("|"), "loopt" in told_words("open").split("|")
    (True, True)
    """
    wanted = ("finished", *_CLOSING) if status == "closed" else (status,)
    return "|".join(row["pattern"] for row in table("action_status") if row["status"] in wanted)


@cache
def pattern(status: str) -> re.Pattern[str]:
    """The words for a status where they stand as words, in any case."""
    return re.compile(rf"(?<!\w)(?:{told_words(status)})(?!\w)", re.IGNORECASE)


@cache
def _then_closed() -> re.Pattern[str]:
    """Behind what was begun, that it is done: "gestart op 24 juni, afgerond", but not "loopt, eerste deel afgerond"."""
    return re.compile(
        rf"[,;.–]\s*(?:(?:is|inmiddels|nu|reeds)\s+)*(?:{told_words('finished')})\s*(?:[.,;]|\Z)", re.IGNORECASE
    )


@cache
def _undone() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{told_words('undone')})\s+(?:\w+\s+){{0,2}}\Z", re.IGNORECASE)


@cache
def only_done() -> re.Pattern[str]:
    """What says that a task is done and at most when, and no more: "gesloten", but not "gesloten en open panden"."""
    return re.compile(
        rf"{_TICKED}{_LEADING}(?:{told_words('closed')}|{told_words('done')})(?:\s++(?:op|in|per)\s.{{3,20}})?\W*+",
        re.I,
    )


@cache
def _opening(taken: bool) -> re.Pattern[str]:
    told = f"{told_words('done')}|{told_words('taken')}" if taken else told_words("done")
    return re.compile(rf"{_TICKED}{_LEADING}(?:{told}){_BEHIND_DONE}", re.IGNORECASE)
