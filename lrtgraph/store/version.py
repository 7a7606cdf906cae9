"""The version of the graph's form, and the known ways from an older one to this.

A folder has it in its marker file, an endpoint in a graph of its own, a backup in its note. Whoever changes what
the quads mean raises VERSION and adds the step to STEPS; a store is brought up to date when it is next written to.
"""

from __future__ import annotations

from collections.abc import Iterator

from lrtgraph import vocabulary as v
from lrtgraph.errors import StoreVersionError

VERSION = 14

_READ_AGAIN = f"DELETE WHERE {{ GRAPH <{v.PROVENANCE_GRAPH}> {{ ?reading <{v.FINGERPRINT}> ?fingerprint }} }}"
"""The next build reads every document again."""

_DERIVE_AGAIN = f"""INSERT {{ GRAPH <{v.PROVENANCE_GRAPH}> {{ <{v.DERIVED_GRAPH}> <{v.AWAITS}> ?document }} }}
        WHERE {{ GRAPH ?graph {{ ?document a <{v.DOCUMENT}> }} }}"""
"""All edges are made again when they are derived next."""

_SUBJECTS = f"""INSERT {{ GRAPH ?graph {{ ?meeting <{v.iri("dct:subject")}> ?subject }} }}
        WHERE {{ GRAPH ?graph {{ ?fact <{v.ABOUT}> ?subject ; <{v.IN_MEETING}> ?meeting }} }}"""
"""What the facts of a meeting are about is its subjects."""

STEPS: dict[int, str] = {
    0: "",  # endpoints that were filled before they had a mark: the quads are the same
    1: _DERIVE_AGAIN,  # changes of position are derived edges since 2
    2: _READ_AGAIN,  # a secretariat is that of its table since 3
    3: _READ_AGAIN,  # meetings of a provincial table are told apart by their province since 4
    4: _READ_AGAIN,  # what minutes report of earlier tasks is read since 5, and each document has its kind
    5: _READ_AGAIN,  # a task has the things that it is about since 6
    6: _READ_AGAIN,  # outcomes share a thread by thing too, and a thing is what is made, since 7
    # A meeting has its subjects, and a subject an edge to its targets, whose changes are derived edges; sentences tell
    # what came of a thing, and only the same thing is followed up; an answer tells which questions it answers, since 8.
    7: f"{_SUBJECTS} ;\n{_DERIVE_AGAIN} ;\n{_READ_AGAIN}",
    8: f"{_DERIVE_AGAIN} ;\n{_READ_AGAIN}",  # what came of a task is told by states, and lists share more keys, since 9
    9: f"{_DERIVE_AGAIN} ;\n{_READ_AGAIN}",  # a task is known again by its verb, and each owner has his days, since 10
    10: f"{_DERIVE_AGAIN} ;\n{_READ_AGAIN}",  # promises only said are tasks, and decisions end, since 11
    11: f"{_DERIVE_AGAIN} ;\n{_READ_AGAIN}",  # changes of position are those on instruments since 12
    12: f"{_DERIVE_AGAIN} ;\n{_READ_AGAIN}",  # members that no list names are actors, and tasks share rows, since 13
    13: f"{_DERIVE_AGAIN} ;\n{_READ_AGAIN}",  # who met speaks, and a row names what a text tells of, since 14
}
"""Version → the SPARQL update that makes the next version of it; run twice it gives the same as once."""


def steps(found: int, where: str) -> Iterator[str]:
    """The updates that bring a graph of version `found` up to this version; none where it is.

    Raises StoreVersionError, before any update, where the version is newer or the way is not known.
    """
    if found > VERSION:
        raise StoreVersionError(
            f"the graph in {where} was made by a newer version of lrtgraph (store {found}, this one knows {VERSION}): "
            "`pip install --upgrade lrtgraph`, or build it anew in another place: `lrtgraph build DIR --store NEW`"
        )
    if any(number not in STEPS for number in range(found, VERSION)):
        raise unknown(f"store {found}", where)
    return (STEPS[number] for number in range(found, VERSION) if STEPS[number])


def check_readable(found: int, where: str) -> None:
    """Raise StoreVersionError where a graph of this version cannot be read as it is."""
    if any(steps(found, where)):
        raise StoreVersionError(
            f"the graph in {where} was made by an older version of lrtgraph (store {found}); "
            f"`lrtgraph build DIR --store {where}` brings it up to date"
        )


def unknown(mark: str, where: str) -> StoreVersionError:
    """The error for a mark that no version known here has written."""
    return StoreVersionError(
        f"the graph in {where} was made by another version of lrtgraph ({mark[:40]!r}); "
        "build it anew in another place: `lrtgraph build DIR --store NEW`"
    )
