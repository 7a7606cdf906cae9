"""Targets: numbers that set or measure a policy target or a capacity.

    targets(reading) -> tuple[Target, ...]

A number counts by what is counted (places, people, homes, posts), as a share, as the time limit of a standing
procedure, or, where no noun follows, by the words around it ("een opgave van 9.450"). Dates, references, money and
the deadline of one task do not.
"""

from lrtgraph.extraction.targets.reading import targets

__all__ = ["targets"]
