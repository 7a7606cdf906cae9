"""Earlier versions of minutes: the draft of which the adopted version is in the graph too, so that facts count once.

A draft is known by its name or head ("Conceptverslag", "versie 0.2"), a later version by saying that it is none
("definitief", "vastgesteld") or nothing of it, and both by reporting the same meeting in nearly the same words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from pyoxigraph import Quad, QuerySolutions

from lrtgraph import vocabulary as v
from lrtgraph.build.journal import Journal
from lrtgraph.build.planning import is_there
from lrtgraph.inventory import VersionOf, same_meeting
from lrtgraph.rdf.terms import node
from lrtgraph.store import Store

_ALIKE: Final = 0.6
"""How much of the longer text both have; minutes and a list of what they settled have far less."""
_HEAD_LINES: Final = 20
_LONGEST: Final = 18
"""Words of a line of a head."""
_ITEM = re.compile(r"\s*(?:#+\s*)?\d{1,2}\s?[.):]?\s+\S")
_DRAFT = re.compile(r"(?<![^\W_])(?:concept|klad)(?:-?(?:verslag|notulen|besluitenlijst|versie))?(?![^\W_])", re.I)
_ADOPTED = re.compile(r"(?<![^\W_])(?:definitieve?|vastgesteld|goedgekeurd|geaccordeerd|def)(?![^\W_])", re.IGNORECASE)
_NOT_ADOPTED = re.compile(
    r"\b(?:nog\s+)?niet\s+(?:vastgesteld|definitief)|vastgesteld\s*:\s*nee|\bter\s+vaststelling", re.I
)
_NUMBERED = re.compile(r"(?<![^\W_])(?:versie|v)[ .]?(\d{1,2}(?:\.\d{1,2})?)(?![^\W_])", re.IGNORECASE)
_REVISION: Final = v.iri("prov:wasRevisionOf")


def stage(name: str, text: str) -> tuple[int, float]:
    """How far minutes have come, by their file name and head: draft, unsaid, adopted; and the number of the version.

    >>> stage("verslag v0.2.docx", "CONCEPT\\nVerslag LRT 9 november 2022"), stage("verslag.docx", "Verslag LRT")
    ((-1, 0.2), (0, 0.0))
    """
    said = [name.rpartition(".")[0], *_head(text)]
    draft = any(_DRAFT.search(line) or _NOT_ADOPTED.search(line) for line in said)
    adopted = any(_ADOPTED.search(line) and not _NOT_ADOPTED.search(line) for line in said)
    number = next((float(found[1]) for line in said if (found := _NUMBERED.search(line))), 0.0)
    return adopted - draft, number


def _head(text: str) -> Iterator[str]:
    """The short lines above the first item."""
    filled = [line for line in text[:4000].splitlines() if line.strip()]
    for line in filled[:_HEAD_LINES]:
        if _ITEM.match(line):
            return
        if len(line.split()) <= _LONGEST and not re.search(r"\w{3,}\.\s*\Z", line):
            yield line


def earlier_versions(store: Store, read: set[str]) -> Iterator[tuple[VersionOf, VersionOf]]:
    """Each document that is an earlier version of another, with the latest one; `read` are the hashes of which at least
    one is in a pair."""
    for group in same_meeting(store, read):
        stages = {one.sha256: stage(one.name, one.text) for one in group}
        ordered = sorted(group, key=lambda one: (stages[one.sha256], one.name))
        for at, one in enumerate(ordered):
            later = [other for other in ordered[at + 1 :] if stages[other.sha256] > stages[one.sha256]]
            found = next((other for other in reversed(later) if one.alike(other) >= _ALIKE), None)
            if found is not None:
                yield one, found


def revision(earlier: str, later: str) -> Quad:
    """What the provenance graph says of two versions, by the hashes of their bytes."""
    return Quad(node(v.document_iri(later)), node(_REVISION), node(v.document_iri(earlier)), node(v.PROVENANCE_GRAPH))


def read_again(store: Store, journal: Journal) -> None:
    """Let the next reading take up each earlier version whose later one is gone."""
    rows = store.query(
        f"SELECT ?later ?earlier WHERE {{ GRAPH <{v.PROVENANCE_GRAPH}> {{ ?later <{_REVISION}> ?earlier }} }}"
    )
    assert isinstance(rows, QuerySolutions)
    later_of: dict[str, set[str]] = {}
    for row in rows:
        earlier, later = (row[name].value.rpartition("/")[2] for name in ("earlier", "later"))
        later_of.setdefault(earlier, set()).add(later)
    for entry in list(journal.entries.values()):
        if entry.error and entry.sha256 in later_of:
            holders = (path for later in later_of[entry.sha256] for path in journal.holders(later))
            if not any(map(is_there, holders)):
                journal.put(replace(entry, fingerprint=None))
