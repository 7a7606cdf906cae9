"""Targets: numbers that set or measure a policy target or a capacity.

    targets(reading) -> tuple[Target, ...]

A number counts by what is counted (places, people, homes, posts), as a share, as the time limit of a standing
procedure, or, where no noun follows, by the words around it ("een opgave van 9.450"). Dates, references, money and
the deadline of one task do not.

Each module builds on those above it:

numbers    numbers in a text, with the words that qualify them
units      what a number counts
status     whether it is a target, a result, a forecast, a need, a gap or a limit
days       the day or year of a figure
places     which of the places that its sentence names a figure is of
judging    which numbers count, and as what
tables     figures in the cells of a table
reading    from the numbers of a document to its targets
"""

from lrtgraph.extraction.targets.reading import targets

__all__ = ["targets"]
