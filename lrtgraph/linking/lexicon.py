"""The word lists of linking: tables with a definition and an example a row, and plain lists of words."""

from __future__ import annotations

from lrtgraph import resources


def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a packaged table (`lrtgraph/data/linking/NAME.tsv`). Raises ResourceError where it is missing.

    >>> sorted(table("person_titles")[0])
    ['definition', 'example', 'kind', 'title']
    """
    return resources.table("linking", f"{name}.tsv")


def listed(name: str) -> frozenset[str]:
    """The words of a packaged list (`lrtgraph/data/linking/NAME.txt`), as they stand there.

    >>> "Agenda" in listed("no_candidates")
    True
    """
    return resources.word_list("linking", f"{name}.txt")
