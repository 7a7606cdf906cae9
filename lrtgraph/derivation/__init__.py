"""The short edges: made from facts by the CONSTRUCT rules in `queries/derive/`, kept in one graph of their own.

Each edge stands twice in the derived graph: as a plain triple for people who browse, and as a node that says which
rule made it, from which facts (`lrt:derivedFrom`) of which document. Such a node may be the end of an edge itself: a
position (support or objection) or a subject's target that differs from the one before it (`lrt:changedFrom`).

rules      the rules, and on what the edges of each rest: one document, one thread of outcomes,
           positions or targets, or the gazetteer
edges      edges as a rule's answer gives them, and as quads
own        the edges that one document has by itself, made from its quads alone, before it is in the store
stepping   what comes after what in a thread
waiting    what has changed since edges were derived
deriving   bringing the derived graph up to date with that
"""

from __future__ import annotations

from lrtgraph.derivation.deriving import Derived, changed, derive
from lrtgraph.derivation.own import with_edges
from lrtgraph.derivation.rules import Rule, rules

__all__ = ["Derived", "Rule", "changed", "derive", "rules", "with_edges"]
