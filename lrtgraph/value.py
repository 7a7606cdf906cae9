"""Small values that are made by the thousand: dataclasses that the type checker keeps frozen.

A document comes to six thousand spans, clauses, cues and the like. To make one whose class refuses assignment at run
time as well takes four times as long, which comes to three hundredths of all reading. What leaves the package
(`lrtgraph.records`) is frozen in earnest.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def value(cls: type[T]) -> type[T]:
    """Make a class one of values: slots for its fields, equal and hashed by them, not to be assigned to.

    >>> @value
    ... class Place:
    ...     start: int
    ...     end: int
    >>> Place(1, 2), len({Place(1, 2), Place(1, 2)})
    (Place(start=1, end=2), 1)
    """
    return dataclass(slots=True, unsafe_hash=True)(cls)
