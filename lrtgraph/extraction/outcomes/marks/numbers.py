"""Numbers of tasks in lists, in one form, whatever the form in which minutes tell them."""

from __future__ import annotations

import re
from typing import Final

from lrtgraph.records import OutcomeKind

SERIES: Final = r"(?:19|20)\d\d[-/.](?:\d{1,2}[-/.])?"
"""The year or month of the meeting that set a task, where it is part of the number: "2024-03-A4"."""
CODE: Final = (
    rf"(?:{SERIES}(?:AP|[ABST])?[-.]?\d{{1,4}}|[A-Z]{{0,5}}\d\d-\d{{1,3}}(?!-)|(?:AP|[AST])[-.]?\d{{1,3}})"
    r"(?![\w%]|[.,-]\d)"
)
"""A number that is known by itself, in running text."""
_LETTERS: Final[dict[OutcomeKind, str]] = {"actie": "A", "toezegging": "T", "afspraak": "S", "besluit": "B"}
_NUMBER = re.compile(
    rf"[\s\[(*_~#]*(?P<series>{SERIES})?(?:(?P<letter>AP|[ABST])[-.\s]?)?(?P<number>\d{{1,4}})[.):\]*_~\s]*",
    re.IGNORECASE,
)
_OWN = re.compile(r"[\s\[(*_~]*(?P<own>(?:[A-Z]{1,6}[A-Z0-9]*(?:[-/.][A-Z0-9]+)*[-/.]|\d\d-)\d{1,4})[.):\]*_~\s]*")
_DAY = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}")


def number_in(told: str, kind: OutcomeKind) -> str | None:
    """The number that `told` is, of a task of this kind; None where it is none, such as a day.

    A code in a form of a table's own stays as it is.

    >>> [number_in(told, "actie") for told in ("A-3", "AP 3", "3.", "2024/03/A4", "RT24/07", "25-04")]
    ['A3', 'A3', 'A3', '2024-03-A4', 'RT24-07', '25-04']
    >>> [number_in(told, "actie") for told in ("1.2", "12-03-2024", "2024-03-12", "-")]
    [None, None, None, None]
    """
    if _DAY.fullmatch(told.strip(" .~*")):
        return None
    if found := _NUMBER.fullmatch(told):
        letter = (found["letter"] or _LETTERS[kind]).upper()[:1]
        series = re.sub(r"[/.]", "-", found["series"] or "")
        return f"{series}{letter}{int(found['number'])}"
    own = _OWN.fullmatch(told)
    return re.sub(r"[/.]", "-", own["own"]) if own else None
