"""What a contribution wants to end or keep from ending: who is against the repeal of an act is not against the act."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lrtgraph.extraction.lexicon import words as closed
from lrtgraph.extraction.statements.acts import OPPOSITE
from lrtgraph.extraction.statements.floor import Row
from lrtgraph.extraction.statements.passage import words
from lrtgraph.extraction.tokens import tokens_of
from lrtgraph.extraction.verbs import WORDEN

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading
    from lrtgraph.extraction.tokens import Tokens

_BEHIND: Final = 6
"""Tokens behind a name among which its end may be told: "de HAR per 1 mei af te schaffen"."""
_JOINING: Final = frozenset({"van", "met"})
_PARTING: Final = frozenset({"PUNCT", "CCONJ", "SCONJ"})
_MEANT: Final = frozenset({"tegen", "voor", "met", "tot"})
_BEFORE: Final = frozenset({"ADJ", "DET", "PRON"})
_OF_WHAT: Final = frozenset({"van", "ervan", "daarvan"})
_STOPS: Final = frozenset({".", ";", "?", "!"})


def turned(reading: Reading, row: Row, about: tuple[str, ...]) -> tuple[str, ...]:
    """Those instruments among the topics of support or an objection to whose end it is: "tegen intrekking van de wet".

    In: the contribution with its act, and what it is about. One that its first sentence does not name is what ends
    where that names a repeal and not of what ("tegen het voornemen tot intrekking").
    """
    if row.act not in OPPOSITE:
        return ()
    block, start, end = row.places[0]
    tokens = tokens_of(reading.docs[block])
    first, last = tokens.at(start, end)
    last = next((k for k in range(first, last) if tokens.lower[k] in _STOPS), last)
    ends: dict[str, bool] = {}
    named = [(tokens.at(m.block_start, m.block_end), m.concept) for m in reading.mentions_in(block, start, end)]
    for at, concept in named:
        if at[1] <= last:
            stop = min((other[0] for other, _ in named if other[0] >= at[1]), default=last)
            ends.setdefault(concept, _ends(tokens, at, first, min(stop, last)))
    bare = _bare_end(tokens, first, last)
    return tuple(c for c in about if ends.get(c, bare) and reading.is_instrument(c) and not _is_end(reading, c))


def _is_end(reading: Reading, concept: str) -> bool:
    """Whether what ends something is itself spoken of: "Intrekkingswet Spreidingswet"."""
    known = reading.gazetteer.concepts.get(concept)
    return known is not None and known.pref_label.lower().startswith(tuple(closed("repeal")))


def _ends(tokens: Tokens, name: tuple[int, int], start: int, end: int) -> bool:
    """Whether the name at some tokens is that of what is to end."""
    lower, (first, last) = tokens.lower, name
    k = first - 1
    while k > start and tokens.parts[k] in _BEFORE:
        k -= 1
    if k > start and lower[k] in _JOINING and lower[k - 1] in closed("ending_thing"):
        return not _denied(tokens, start, k - 1)
    if k >= start and tokens.parts[k] == "ADP":
        return False  # "de voorrang in de wet te schrappen"
    stop = next((n for n in range(last, end) if tokens.parts[n] in _PARTING), end)
    found = next((n for n in range(last, min(stop, last + _BEHIND)) if _verbal_end(tokens, n, last, stop)), None)
    return found is not None and not _denied(tokens, last, found)


def _verbal_end(tokens: Tokens, k: int, start: int, end: int) -> bool:
    """ "in te trekken", "te schrappen", "wordt ingetrokken"."""
    lower = tokens.lower
    if lower[k - 1] == "te":
        return lower[k] in closed("ending_thing") or lower[k - 2] + lower[k] in closed("ending_thing")
    return lower[k] in closed("ending_thing") and not WORDEN.isdisjoint(lower[start:end])


def _bare_end(tokens: Tokens, start: int, end: int) -> bool:
    """A repeal, itself supported or objected to, of what is not named with it: "is tegen intrekking."."""
    lower = tokens.lower
    for k in range(start, end):
        if lower[k] in closed("repeal") and _OF_WHAT.isdisjoint(lower[k + 1 : k + 2]) and not _denied(tokens, start, k):
            before = next((n for n in range(k - 1, start - 1, -1) if tokens.parts[n] not in _BEFORE), start)
            if lower[before] in _MEANT or tokens.parts[before] in ("VERB", "AUX"):
                return True
    return False


def _denied(tokens: Tokens, start: int, k: int) -> bool:
    """ "niet in te trekken", "geen uitstel"."""
    return not words("negation").isdisjoint(tokens.lower[max(start, k - 3) : k])
