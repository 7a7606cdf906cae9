"""What the columns of a table of outcomes hold: by their heads, and where these do not tell it, by the cells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lrtgraph.dutch.column_heads import column_roles, with_text
from lrtgraph.extraction.grammar.clauses import tokens_at
from lrtgraph.extraction.outcomes.kinds import kind_of
from lrtgraph.extraction.outcomes.owners.naming import names_only, seated
from lrtgraph.extraction.outcomes.rows.fields import is_term
from lrtgraph.extraction.outcomes.status import status_of
from lrtgraph.extraction.outcomes.undone import stays_open
from lrtgraph.records import OutcomeKind

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading
    from lrtgraph.records import Block

_SETTLED = frozenset({"number", "text", "topic", "owner", "deadline", "status", "kind"})
"""What columns of outcomes hold; what other heads stand for, the cells tell."""
_FEWEST = 2
"""Cells of a row that tells, by what they hold, who must do what by when."""
_OUTCOME = re.compile(r"besluit|actie|afspraak|toezegging")
_STANDS_IN = re.compile(r"oorspronkelijk|\Z")
"""Heads of columns that may hold what the column for it leaves open: none at all, "Oorspronkelijke datum"."""
_OF_ELSE = re.compile(r"\b(?:locatie|plaats|vraag|vrager|aanvra|inbreng|ingebracht|ingang|start|begin|sinds|tijdstip)")
"""Heads of columns whose names and days are of something else: "Locatie", "Vraag van", "Ingangsdatum"."""
_STEMS: tuple[tuple[re.Pattern[str], OutcomeKind], ...] = (
    (re.compile(r"besluit"), "besluit"),
    (re.compile(r"(?<!re)(?<!trans)actie"), "actie"),
    (re.compile(r"afspra"), "afspraak"),
    (re.compile(r"toezegg"), "toezegging"),
)


def roles_by_head(block: Block) -> list[str]:
    """What each column of a row holds by its head; a topic is the text where no other column is."""
    roles = [column_roles().get(head, "text" if _OUTCOME.search(head) else "") for head in block.columns]
    return with_text(roles)


def with_told_roles(reading: Reading, index: int, block: Block, roles: list[str]) -> list[str]:
    """The roles of a row's columns, where no head tells it from the cells: names are its owner, a term its deadline.

    Where a column is for it, but empty in this row, only one without a head stands in for that.
    """
    for wanted, tells in (("owner", _names_owner), ("deadline", _tells_term)):
        columns = list(enumerate(zip(roles, block.columns, block.cells, strict=False)))
        if any(role == wanted and start < end for _, (role, _, (start, end)) in columns):
            continue
        unknown = [k for k, (role, head, _) in columns if role not in _SETTLED and not _OF_ELSE.search(head)]
        if wanted in roles:
            unknown = [k for k in unknown if _STANDS_IN.match(block.columns[k])]
        if found := [k for k in unknown if tells(reading, index, *block.cells[k])]:
            roles = [*roles[: found[-1]], wanted, *roles[found[-1] + 1 :]]
    return roles


def roles_by_cells(reading: Reading, index: int, block: Block) -> list[str]:
    """The roles of the cells of a row without heads, by what they hold; empty where none is an owner or a term.

    A row of no more than two cells is none of these.
    """
    text = block.text
    roles = [_role_by_cell(reading, index, start, end, text) for start, end in block.cells]
    told = len(roles) > _FEWEST and {"text", "owner"} <= set(roles) and {"deadline", "status"} & set(roles)
    return roles if told else []


def _role_by_cell(reading: Reading, index: int, start: int, end: int, text: str) -> str:
    if not text[start:end].strip():
        return ""
    if _names_owner(reading, index, start, end):
        return "owner"
    if _tells_term(reading, index, start, end):
        return "deadline"
    return "text" if status_of(text[start:end]) is None and not stays_open(text[start:end]) else "status"


def _names_owner(reading: Reading, index: int, start: int, end: int) -> bool:
    return names_only(reading, index, start, end) or bool(seated(reading, index, start, end))


def _tells_term(reading: Reading, index: int, start: int, end: int) -> bool:
    return is_term(reading.layout.blocks[index].text[start:end], reading.meeting)


def head_over(block: Block, text: tuple[int, int]) -> str:
    """The head of the column in which a cell stands."""
    return next((c for c, cell in zip(block.columns, block.cells, strict=False) if cell == text), "")


def kinds_named(words: str) -> list[OutcomeKind]:
    """The kinds of outcomes that words in lower case name: "besluit / actie"."""
    return [kind for stem, kind in _STEMS if stem.search(words)]


def one_kind(words: str) -> OutcomeKind | None:
    """The one kind of outcome that words in lower case name, if they name just one."""
    kinds = kinds_named(words)
    return kinds[0] if len(kinds) == 1 else None


def kind_of_column(reading: Reading, index: int, text: tuple[int, int], *, owned: bool) -> OutcomeKind | None:
    """The kind that a cell's words tell of those that the head of its column names: "Toezegging / actie".

    It is an action where they tell none of these, or the row is `owned` by somebody; where the head names a decision
    too, the words alone tell (None).
    """
    head = head_over(reading.layout.blocks[index], text)
    if owned and not re.search(r"besluit|afspra|toezegg|conclusie", head):
        return "actie"
    named = kinds_named(head)
    if len(named) < 2 or "actie" not in named or re.search(r"besluit|conclusie", head):
        return None
    told = kind_of(reading, index, tokens_at(reading.docs[index], *text))
    return told if told in named else "actie"
