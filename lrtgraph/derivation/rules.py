"""The rules in `queries/derive/`, by what their edges rest on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from lrtgraph import vocabulary as v
from lrtgraph.resources import resource
from lrtgraph.sparql import marks

Base = Literal["document", "thread", "knowledge"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its name and its CONSTRUCT."""

    name: str
    construct: str

    @property
    def base(self) -> Base:
        """What one of its edges rests on, as its parameter says.

        `document`: the facts of one document. `thread`: outcomes and reports on them, positions (the nodes of the
        edges `supports` and `objects-to`), or targets (those of `has-target`), that share a thread; subject and object
        of the edge are two of these.
        `knowledge`, without a parameter: what the gazetteer says.
        """
        bases: tuple[Base, ...] = ("document", "thread")
        return next((base for base in bases if base in marks(self.construct)), "knowledge")

    @property
    def rows(self) -> str:
        """The name of the rows that a rule on threads is given."""
        found = re.search(r"#@rows (\w+)", self.construct)
        return found[1] if found else ""


@cache
def rules(base: Base | None = None) -> tuple[Rule, ...]:
    """All rules by name, or those whose edges rest on `base`.

    >>> [rule.name for rule in rules("thread")]
    ['carries-on', 'changed-position', 'changed-target', 'outcome-follows-up', 'reports-on', 'tells-of']
    """
    paths = sorted(resource("queries", "derive").glob("*.rq"))
    found = (Rule(path.stem, path.read_text(encoding="utf-8")) for path in paths)
    return tuple(rule for rule in found if base in (None, rule.base))


@cache
def named_terms() -> frozenset[str]:
    """The IRIs of classes and properties that a rule on documents names: it reads no quad without one of them."""
    words = {word for rule in rules("document") for word in re.findall(r"\b(?:lrt|rdfs):\w+", rule.construct)}
    return frozenset(map(v.iri, words))
