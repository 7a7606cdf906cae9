"""Shell completion: names from the graph, and questions of the catalogue; what cannot be read completes nothing."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping, MutableMapping
from typing import Final

import typer

from lrtgraph.errors import LrtgraphError
from lrtgraph.resources import Settings

_VARIABLE: Final = "_LRTGRAPH_COMPLETE"  # in the environment: for which shell the line is to be completed
_ENOUGH: Final = 50
_SAFE: Final = re.compile(r"[\w.,:=@%+/-]+")
_PARTING: Final = "=:"
"""Signs at which bash parts what we take for one word."""

_THINGS: Final = (
    "SELECT DISTINCT ?name WHERE { VALUES ?p { skos:notation skos:prefLabel foaf:name } ?c ?p ?name "
    "FILTER(CONTAINS(STR(?c), '/concept/') || EXISTS { ?anywhere lrt:concept ?c }) }"  # of places those that are named
)
_ACTORS: Final = "SELECT DISTINCT ?name WHERE { ?c a lrt:Actor ; skos:notation ?name }"
_DOCUMENTS: Final = "SELECT DISTINCT ?name WHERE { ?d a lrt:Document ; rdfs:label ?name }"
_MEETINGS: Final = (
    "SELECT DISTINCT ?name WHERE { { ?d a lrt:Document ; rdfs:label ?name } UNION "
    '{ ?m a lrt:Meeting BIND(STRAFTER(STR(?m), "/meeting/") AS ?name) } UNION '
    "{ ?m a lrt:Meeting ; lrt:date ?day BIND(STR(?day) AS ?name) } }"
)

# Parameter type of a query → what its values are called in the graph.
_VALUES: Final = {"concept": _THINGS, "meeting": _MEETINGS, "document": _DOCUMENTS}


def things(ctx: typer.Context, incomplete: str) -> list[str]:
    """Ids and labels of actors and instruments, and of the persons and places that minutes name."""
    return _silent(lambda: _matching(_in_graph(ctx, _THINGS), incomplete), incomplete)


def actors(ctx: typer.Context, incomplete: str) -> list[str]:
    """Ids of actors."""
    return _silent(lambda: _matching(_in_graph(ctx, _ACTORS), incomplete), incomplete)


def meetings(ctx: typer.Context, incomplete: str) -> list[str]:
    """Ids and days of meetings, and file names of documents."""
    return _silent(lambda: _matching(_in_graph(ctx, _MEETINGS), incomplete), incomplete)


def cards(ctx: typer.Context, incomplete: str) -> list[str]:
    """All that has a card: things and meetings."""
    return _silent(lambda: _matching((*_in_graph(ctx, _THINGS), *_in_graph(ctx, _MEETINGS)), incomplete), incomplete)


def documents(ctx: typer.Context, incomplete: str) -> list[str]:
    """File names of documents."""
    return _silent(lambda: _matching(_in_graph(ctx, _DOCUMENTS), incomplete), incomplete)


def concepts(incomplete: str) -> list[str]:
    """Ids and labels of the gazetteer."""
    from lrtgraph.gazetteer import load

    def names() -> Iterable[str]:
        listed = load(Settings.default_gazetteers()).concepts.values()
        return (name for concept in listed for name in (concept.notation, concept.pref_label))

    return _silent(lambda: _matching(names(), incomplete), incomplete)


def questions(incomplete: str) -> list[str]:
    """Names of the catalogue's questions."""
    from lrtgraph import queries

    return _silent(lambda: _matching(queries.names(), incomplete), incomplete)


def tags(incomplete: str) -> list[str]:
    """Tags of the catalogue's questions."""
    from lrtgraph import queries

    return _silent(
        lambda: _matching((tag for each in queries.catalogue() for tag in each.tags), incomplete), incomplete
    )


def parameters(ctx: typer.Context, incomplete: str) -> list[str]:
    """The parameters of the question that is asked, each with an example; behind the `=` the values that the graph has.

    An example, and not `name=` alone, because shells put a space behind what they complete.
    """
    from lrtgraph import queries

    def found() -> list[str]:
        name, equals, begun = incomplete.partition("=")
        question = ctx.params.get("name") or next(iter(ctx.args), "")  # an unfinished line is not wholly parsed
        taken = queries.load(question).parameters
        if not equals:
            return _matching((f"{each.name}={each.example}" for each in taken), incomplete)
        known = {each.name: each.type for each in taken}
        values = _in_graph(ctx, _VALUES[known[name]]) if known.get(name) in _VALUES else _choices(known.get(name, ""))
        return [f"{name}={value}" for value in _matching(values, begun)]

    return _silent(found, incomplete)


def forms(incomplete: str) -> list[str]:
    """The forms that a graph is exported in."""
    from lrtgraph.exports import FORMS

    return _silent(lambda: _matching(FORMS, incomplete), incomplete)


def _choices(kind: str) -> Iterable[str]:
    """The values of a parameter that has a fixed few."""
    from lrtgraph.queries.arguments import choices

    return choices(kind)


def _in_graph(ctx: typer.Context, sparql: str) -> Iterable[str]:
    """The names that a query finds in the graph that the command line names so far."""
    from lrtgraph.sparql import select
    from lrtgraph.store import open_store

    with open_store(ctx.params.get("store") or Settings.default_store()) as source:
        return [row["name"] for row in select(source, sparql)]


def _matching(names: Iterable[str], incomplete: str) -> list[str]:
    """The names that begin like this, the shortest first; in any case where none begins in the same.

    A shell takes a name with a space for several words: a name is found with _ for it as well. Those with a sign that
    means something to a shell are left out.
    """
    typed = sorted({name.replace(" ", "_") for name in names}, key=lambda name: (len(name), name))
    safe = [name for name in typed if _SAFE.fullmatch(name)]
    found = [name for name in safe if name.startswith(incomplete)]
    return (found or [name for name in safe if name.casefold().startswith(incomplete.casefold())])[:_ENOUGH]


def _silent(found: Callable[[], list[str]], incomplete: str) -> list[str]:
    try:
        values = found()
    except LrtgraphError:
        return []
    # What stands before the last sign at which bash parts words is another word to it, and stays as it is.
    known = 1 + max(map(incomplete.rfind, _PARTING)) if _is_bash(os.environ) else 0
    return [_Completion(value[known:]) for value in values]


class _Completion(str):
    """What replaces the word that was begun: Typer drops what does not begin as was typed, in another case say."""

    __slots__ = ()

    def startswith(self, *_: object) -> bool:
        """Whether it is kept."""
        return True


def _is_bash(environment: Mapping[str, str]) -> bool:
    return environment.get(_VARIABLE, "").endswith("_bash")


def join_words(environment: MutableMapping[str, str]) -> None:
    """Take together what bash hands over in pieces: `speaker=VNG` and `place:Utrecht` are three words each to it.

    >>> line = {"_LRTGRAPH_COMPLETE": "complete_bash", "COMP_WORDS": "lrtgraph show place : Ut", "COMP_CWORD": "4"}
    >>> join_words(line)
    >>> line["COMP_WORDS"], line["COMP_CWORD"]
    ('lrtgraph\\nshow\\nplace:Ut', '2')
    """
    if not _is_bash(environment):
        return
    typed, at = environment.get("COMP_WORDS", ""), int(environment.get("COMP_CWORD", 0))
    pieces = (typed.split("\n") if "\n" in typed else typed.split())[: at + 1]
    words: list[str] = []
    is_open = is_glued = False
    for piece in pieces:
        is_break = bool(piece) and not piece.strip(_PARTING)
        if words and (is_break or is_glued):
            words[-1] += piece
        elif piece:
            words.append(piece)
        is_open, is_glued = bool(piece) or is_glued, is_break
    environment["COMP_WORDS"] = "\n".join(words)
    environment["COMP_CWORD"] = str(len(words) - (is_open and len(pieces) > at))
