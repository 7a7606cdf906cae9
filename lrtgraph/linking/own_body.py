"""The body whose minutes these are, where the text speaks of it by its kind: "deze regietafel", "het beraad"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from lrtgraph.linking.lexicon import table
from lrtgraph.linking.matcher import Match
from lrtgraph.notations import PROVINCE

if TYPE_CHECKING:
    from lrtgraph.gazetteer import Gazetteer

_KINDS = ("regietafel", "beraad")
_GOVERNMENTS = ("provincie", "gemeente")
_MINISTRY = "ministerie"
_THE_MINISTRY = re.compile(rf"(?:(?P<before>\w+)\s+)?\bhet\s+(?P<it>{_MINISTRY})(?![\w-])(?!\s+van\b)", re.IGNORECASE)
_WHERE = frozenset({"bij", "naar", "met", "van", "voor", "tot", "in", "op", "over", "tussen", "binnen"})
_TABLES_NAME = re.compile(r"(?:\s*\(PRT\))?(?:\s+[A-Z]\w+(?:(?:,|\s+en)\s+\w+)*)?(?:\s*\(PRT\))?[\s–:(-]*")
"""Between a provincial table's name and its province: "Provinciale Regietafel (PRT) Asiel en Huisvesting Limburg"."""
_HEAD = 4
"""Blocks with a body's full name in the title of minutes."""


def kind_of_body(texts: Sequence[str], found: Sequence[Sequence[Match]]) -> dict[str, str]:
    """The kind of body that the title names and its concept: {"regietafel": "PRT"}; empty where it names none or two.

    In: the texts of the blocks of the head, in order, and the names found in each.

    >>> kind_of_body(["Provinciale Regietafel Overijssel"], [[Match(0, 23, "PRT", "name", 0.9, "")]])
    {'regietafel': 'PRT'}
    """
    kinds: dict[str, set[str]] = {}
    for text, matches in zip(texts[:_HEAD], found[:_HEAD], strict=True):
        for match in matches:
            surface = text[match.start : match.end].lower()
            for kind in _KINDS:
                if re.search(rf"\w\s*{kind}\b", surface):
                    kinds.setdefault(kind, set()).add(match.concept)
    return {kind: min(concepts) for kind, concepts in kinds.items() if len(concepts) == 1}


def own_governments(
    texts: Sequence[str], found: Sequence[Sequence[Match]], seated: Collection[str], bodies: Collection[str]
) -> dict[str, str]:
    """At a table at which one province sits, or that has it in its name, "de provincie" is that province.

    In: the texts of the titles, the names found in each, who sits at the table, and the bodies of the gazetteer. The
    province is the one that the table has in its name, or else the only one that a title or the seats name. A table
    that the gazetteer does not know is a local one, unless somebody sits there for the whole country: the only
    municipality that it names is its own as well.

    >>> text = "Provinciale Regietafel Flevoland"
    >>> names = [Match(0, 22, "PRT", "alias", 0.95, ""), Match(23, 32, "place:Flevoland", "place", 0.95, "")]
    >>> own_governments([text], [names], [], {"PRT", "LRT"})
    {'provincie': 'provincie:Flevoland'}
    >>> text = "Provinciale Regietafel Asiel en Opvang Limburg"
    >>> names = [Match(0, 22, "PRT", "alias", 0.95, ""), Match(39, 46, "place:Limburg", "place", 0.95, "")]
    >>> own_governments([text], [names], [], {"PRT", "LRT"})
    {'provincie': 'provincie:Limburg'}
    >>> own_governments(["Overleg opvang"], [[]], ["gemeente:Assen", "provincie:Drenthe"], {"PRT", "LRT"})
    {'provincie': 'provincie:Drenthe', 'gemeente': 'gemeente:Assen'}
    """
    texts, found = texts[:_HEAD], found[:_HEAD]
    titled = {match.concept for matches in found for match in matches if not _is_inside(match, matches)}
    for text, matches in zip(texts, found, strict=True):
        if any(match.concept in _national("table") and not _is_inside(match, matches) for match in matches):
            return {}
        ends = {match.end for match in matches if match.concept == "PRT"}
        for match in matches:
            kind, _, name = match.concept.partition(":")
            if kind in ("place", "provincie") and any(_TABLES_NAME.fullmatch(text, end, match.start) for end in ends):
                return {"provincie": f"{PROVINCE}{name}"}
    kinds = ("provincie",) if titled & set(bodies) or _national("seat") & set(seated) else _GOVERNMENTS
    named = {kind: {one for one in titled | set(seated) if one.startswith(f"{kind}:")} for kind in kinds}
    return {kind: min(ones) for kind, ones in named.items() if len(ones) == 1}


def own_ministry(seated: Collection[str], gazetteer: Gazetteer) -> str | None:
    """The only ministry that sits at a table, itself or by whoever holds an office there; None of two or none.

    >>> from lrtgraph.gazetteer import load
    >>> own_ministry(["COA", "BZK", "MBZK"], load()), own_ministry(["BZK", "SJenV"], load())
    ('BZK', None)
    """
    known = [gazetteer.concepts[seat] for seat in seated if seat in gazetteer.concepts]
    held = {whole for seat in known for whole in (seat.notation, *seat.post_in) if _is_ministry(whole, gazetteer)}
    return held.pop() if len(held) == 1 else None


def of_ministry(text: str, ministry: str | None, another: int | None = None) -> Iterator[Match]:
    """Where "het ministerie" says, promises or is asked something, and is that of the table.

    Where things lie with it or go to it, nothing is said of who sits there. `another` is where the text first names
    another ministry, which is meant from there on.

    >>> [match.concept for match in of_ministry("Het ministerie zegt dat de brief bij het ministerie ligt.", "BZK")]
    ['BZK']
    """
    if ministry is None or _MINISTRY not in text.lower():
        return
    for hit in _THE_MINISTRY.finditer(text):
        if (hit["before"] or "").lower() not in _WHERE and (another is None or hit.start("it") < another):
            yield Match(*hit.span("it"), ministry, "own-body", 0.9, f"{ministry} is the only ministry at the table")


def other_ministry(found: Iterable[Match], own: str | None, gazetteer: Gazetteer) -> int | None:
    """Where the first name of another ministry, or of an office there, begins among the names of a text."""
    for match in found:
        concept = gazetteer.concepts.get(match.concept)
        whole = () if concept is None else (concept.notation, *concept.post_in)
        if any(one != own and _is_ministry(one, gazetteer) for one in whole):
            return match.start
    return None


def _is_ministry(notation: str, gazetteer: Gazetteer) -> bool:
    concept = gazetteer.concepts.get(notation)
    return concept is not None and concept.pref_label.lower().startswith(_MINISTRY)


def _national(kind: str) -> frozenset[str]:
    """The tables, or who sits at one, of the whole country: there "de provincie" and "de gemeente" may be any."""
    return frozenset(row["concept"] for row in table("national") if row["kind"] == kind)


def _is_inside(match: Match, others: Sequence[Match]) -> bool:
    """Whether a match is part of a longer one: "Regietafel" in "Landelijke Regietafel"."""
    length = match.end - match.start
    return any(o.start <= match.start and match.end <= o.end and length < o.end - o.start for o in others)


def uses(text: str, kinds: dict[str, str]) -> Iterator[Match]:
    """Where a text speaks of its own body by its kind alone, pointed at: "deze regietafel", "onze regietafel"."""
    for kind, concept in kinds.items():
        if kind not in text.lower():
            continue
        for hit in re.finditer(rf"\b(?:deze|dit|onze|ons|de eigen)\s+(?P<kind>{kind})(?![\w-])", text, re.IGNORECASE):
            reason = f"these are the minutes of {concept}"
            yield Match(hit.start("kind"), hit.end("kind"), concept, "own-body", 0.9, reason)
