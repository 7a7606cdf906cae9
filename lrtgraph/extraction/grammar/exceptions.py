"""Whom a phrase takes out of a group: "alle partijen behalve VNG", "op VNG en IPO na", "COA uitgezonderd".

What is told of the group is not told of him, nor of him alone ("niemand behalve VNG").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.grammar.tokens import Tokens

_AND: Final = frozenset({"en", "of", "&", "noch"})
_JOINING: Final = _AND | {",", "/"}
_WHEN: Final = frozenset({"DET", "NUM", "NOUN", "PROPN"})
"""Parts of speech of what stands behind "na" where it tells when: "rust op gemeenten na de invoering"."""


def exceptions(tokens: Tokens, names: Sequence[tuple[int, int]]) -> Iterator[range]:
    """The phrases by which some of the actors named are excepted, with the words that do so.

    In: the tokens of a text, and the tokens `[first, last)` of each name in it, in order. Out: ranges of tokens.

    >>> from lrtgraph.extraction.grammar.tokens import tokens_of
    >>> from lrtgraph.language import load
    >>> list(exceptions(tokens_of(load()("Alle partijen steunen dit, behalve de VNG.")), [(7, 8)]))
    [range(5, 8)]
    """
    lower, at = tokens.lower, 0
    while at < len(names):
        first = _phrase(lower, names[at][0])
        opened = _opening(lower, first)
        circled = first > 0 and lower[first - 1] == "op"
        last = _list(tokens, names, at, every=opened is not None or circled)
        end = names[last][1]
        if opened is not None:
            if lower[opened - 1 : opened] != ["niet"]:
                yield range(opened, end)
        elif circled and lower[end : end + 1] == ["na"] and _is_round(tokens, first - 1, end + 1):
            yield range(first - 1, end + 1)
        elif lower[end : end + 1] and lower[end] in words("excepted_behind") and not _goes_on(lower, names, end + 1):
            yield range(first, end + 1)
        at = last + 1


def contrasts(tokens: Tokens, names: Sequence[tuple[int, int]]) -> Iterator[range]:
    """Like `exceptions` the phrases by which one is named only to name another: "niet VNG maar" IPO, IPO "en niet VNG".

    >>> from lrtgraph.extraction.grammar.tokens import tokens_of
    >>> from lrtgraph.language import load
    >>> list(contrasts(tokens_of(load()("Niet VNG maar IPO steunt dit.")), [(1, 2), (3, 4)]))
    [range(0, 3)]
    """
    lower = tokens.lower
    starts, ends = {_phrase(lower, name) for name, _ in names}, {end for _, end in names}
    for name, end in names:
        first = _phrase(lower, name)
        if first > 1 and lower[first - 2] == "niet" and lower[first - 1] in words("only"):
            yield range(first - 2, first)  # "niet alleen VNG maar ook IPO": the words alone
        if not first or lower[first - 1] != "niet":
            continue
        turn = end + (lower[end : end + 1] == [","])
        if lower[turn : turn + 1] == ["maar"] and turn + 1 in starts:
            yield range(first - 1, turn + 1)
        elif first > 1 and lower[first - 2] == "en" and first - 2 in ends:
            yield range(first - 2, end)


def _phrase(lower: Sequence[str], name: int) -> int:
    """Where a name begins with its articles and titles."""
    while name and lower[name - 1] in words("determiner", "title"):
        name -= 1
    return name


@cache
def _openers() -> dict[str, list[tuple[str, ...]]]:
    """The words before those excepted, by the last of them."""
    index: dict[str, list[tuple[str, ...]]] = {}
    for opener in sorted(words("excepting")):
        index.setdefault(opener.rpartition("_")[2], []).append(tuple(opener.split("_")))
    return index


def _opening(lower: Sequence[str], first: int) -> int | None:
    """Where the words begin that except the names from a token on, which may repeat a preposition: "behalve bij"."""
    for end in (first, first - 1) if first and lower[first - 1] in words("governing_preposition") else (first,):
        for opener in _openers().get(lower[end - 1], ()) if end > 0 else ():
            if tuple(lower[max(0, end - len(opener)) : end]) == opener:
                return end - len(opener)
    return None


def _list(tokens: Tokens, names: Sequence[tuple[int, int]], at: int, *, every: bool) -> int:
    """The last of the names that are joined to one, with "en" only unless `every` joining sign counts."""
    lower = tokens.lower
    while at + 1 < len(names):
        end, following = names[at][1], names[at + 1]
        first = _phrase(lower, following[0])
        between = lower[end : first - (first > end + 1 and lower[first - 1] in words("governing_preposition"))]
        clause = between == [","] and any(tokens.finite[following[1] : following[1] + 1])
        if len(between) != 1 or between[0] not in (_JOINING if every else _AND) or clause:
            break  # "behalve VNG, en het COA", "behalve VNG, IPO is tegen"
        at += 1
    return at


def _is_round(tokens: Tokens, first: int, behind: int) -> bool:
    """Whether "op … na" goes round the names, and "na" opens no phrase that tells when."""
    opens = first == 0 or not tokens.lower[first - 1][:1].isalnum()
    told = _WHEN - {"NOUN", "PROPN"} if opens else _WHEN
    return tokens.parts[behind : behind + 1] == [] or tokens.parts[behind] not in told


def _goes_on(lower: Sequence[str], names: Sequence[tuple[int, int]], start: int) -> bool:
    """Whether another name stands at a token: "VNG, uitgezonderd IPO"."""
    return any(_phrase(lower, name) == start for name, _ in names)
