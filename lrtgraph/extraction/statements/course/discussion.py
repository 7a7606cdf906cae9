"""What the discussion so far tells of a contribution: what was said last, by whom, and who opened the agenda item.

Whoever opens an item mostly tells how things stand, and answers when others have reacted; the state answers provinces
and municipalities more often than they answer each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.statements.course.floor import Contribution
from lrtgraph.records import Act

_MANY = 3  # contributions in an item from which on their number no longer counts


@dataclass(slots=True)
class Discussion:
    """The contributions up to a place in a document, as far as they tell of the next."""

    last: Contribution | None = None
    before_last: Contribution | None = None
    asking: bool = False
    """Whether the last had a question mark."""
    opened: frozenset[str] = frozenset()
    """Who spoke first on the agenda item."""
    heard: set[frozenset[str]] = field(default_factory=set)
    """Who spoke on it."""
    count: int = 0
    """How many contributions there are on it."""

    def add(self, row: Contribution, text: str) -> None:
        """Take in the next contribution, with the act that it came out as, and its words."""
        if self.last is None or self.last.item != row.item:
            self.opened, self.heard, self.count = frozenset(row.speakers), set(), 0
        self.heard.add(frozenset(row.speakers))
        self.count += 1
        self.before_last, self.last, self.asking = self.last, row, "?" in text

    def features(self, row: Contribution, act: Act | None) -> Iterator[str]:
        """The features of a contribution that comes next; `act` is what the lexicon says of it, None where it says
        nothing.

        >>> row = Contribution(("COA",), (), "informeert", (), "subject", 0.9, [(0, 0, 44)], True, None)
        >>> list(Discussion().features(row, None))
        ['before nothing', 'in item 0', 'opened False spoke False', 'side state opened False first True']
        """
        if self.last is None:
            yield "before nothing"
        else:
            yield from self._of_last(self.last, row, act)
        yield from self._of_item(row)

    def _of_last(self, last: Contribution, row: Contribution, act: Act | None) -> Iterator[str]:
        addressed = not set(last.towards).difference(last.speakers).isdisjoint(row.speakers)
        same, here = set(last.speakers) == set(row.speakers), last.item == row.item
        joined = last.places[0][0] == row.places[0][0]
        yield f"addressed {addressed}"
        yield f"before {last.act}"
        yield f"before {last.act} addressed {addressed}"
        yield f"before {last.act} same {same}"
        yield f"before {last.act} same {same} item {here} block {joined}"
        yield f"sides {side(last.speakers)} {side(row.speakers)} {last.act} same {same} item {here}"
        if act is not None:
            yield f"before {last.act} lexicon {act}"
        if self.asking:
            yield from ("before ?", f"before ? same {same}")
        if self.before_last is not None:
            back = set(self.before_last.speakers) == set(row.speakers)
            yield f"before {self.before_last.act} {last.act} same {back} {same}"

    def _of_item(self, row: Contribution) -> Iterator[str]:
        """Where on the item it comes, whether the same opened it or spoke on it, and for which side."""
        going_on = self.last is not None and self.last.item == row.item
        who = frozenset(row.speakers)
        opened = going_on and who == self.opened
        yield f"in item {min(self.count, _MANY) if going_on else 0}"
        yield f"opened {opened} spoke {going_on and who in self.heard}"
        yield f"side {side(row.speakers)} opened {opened} first {not going_on}"


def side(speakers: Iterable[str]) -> str:
    """Whether speakers are of the state, of provinces, municipalities and regions, or of neither.

    >>> side(["JenV"]), side(["gemeente:Utrecht"]), side(["Aedes"])
    ('state', 'region', 'neither')
    """
    ids = {part for one in speakers for part in (one, one.partition(":")[0])}
    if not words("of_state").isdisjoint(ids):
        return "state"
    return "neither" if words("of_region").isdisjoint(ids) else "region"
