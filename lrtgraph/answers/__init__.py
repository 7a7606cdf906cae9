"""Typed answers to the questions that are asked daily; each row with the sentence that proves it."""

from lrtgraph.answers.ownership import Ownership, who_owns
from lrtgraph.answers.rows import Evidence, Row, Rows

__all__ = ["Evidence", "Ownership", "Row", "Rows", "who_owns"]
