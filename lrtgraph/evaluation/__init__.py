"""Measuring: how well records agree with a gold standard made by people, a layer, a rule and a confidence at a time."""

from lrtgraph.evaluation.gold import Gold, concept_list, load_gold, load_records
from lrtgraph.evaluation.scoring import LAYERS, Evaluation, Miss, Score, evaluate

__all__ = [
    "LAYERS",
    "Evaluation",
    "Gold",
    "Miss",
    "Score",
    "concept_list",
    "evaluate",
    "load_gold",
    "load_records",
]
