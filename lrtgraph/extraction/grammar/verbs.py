"""Classes of auxiliary verbs."""

from __future__ import annotations

from lrtgraph.dutch.conjugation import conjugation
from lrtgraph.extraction.grammar.lexicon import words

WORDEN = conjugation("worden").finite | {"worden"}
ZIJN = conjugation("zijn").finite
HEBBEN = conjugation("hebben").finite
MODAL = words("modal")
DUTY = words("duty")
FUTURE = words("future")
NEGATION = words("negation")
