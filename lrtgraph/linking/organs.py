"""The organs of whom these are the minutes, by their bare names: "het college", "de raad", "het bestuur"."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cache

from lrtgraph.linking.lexicon import table
from lrtgraph.linking.matcher import Match
from lrtgraph.notations import PLACES

_BOARD = "bestuur"
"""The organ of an organisation."""
_HEAD = 4
"""Blocks of the head in which the title stands."""
_LONGEST_TITLE = 120
_SITTING = re.compile(r"\braadsvergadering(?!\w)", re.IGNORECASE)
_OF_COUNCIL = re.compile(r"\braads(?:vergadering|commissie|informatie\w*|bijeenkomst)(?!\w)", re.IGNORECASE)
_GRIFFIER = re.compile(r"\b[Gg]riffiers?\b")
_MUNICIPAL = re.compile(r"\b(?:wethouders?|raads(?:lid|leden)|gemeente)\b", re.IGNORECASE)
_NAMED_ALDERMAN = re.compile(
    r"\b[Ww]ethouders?\s*:?\s+(?:(?:de\s+heren?|mevrouw|mw\.?|mevr\.|dhr\.?)\s+)?[A-Z]|[,(]\s*wethouder\b"
)
_OTHER_COUNCIL = re.compile(r"\b(?:Provinciale Staten|[Gg]edeputeerden?|Statenl(?:id|eden)|(?:Eerste|Tweede) Kamer)\b")
_BETWEEN = re.compile(r"[\s:(–-]*(?:(?:van|der|de|te|gemeente|provincie)\s+)*")
"""Between an organ and its place in a title: "college van B&W van Assen", "GS Utrecht"."""
_OTHERS = r"(?!\s+(?:van|voor|der|uit)\s+(?!mening\b|plan\b|oordeel\b|zins\b|start\b))"
"""Another college than the one that met: "het college van bestuur"; not "is het college van mening"."""


def government_of(body: str | None) -> str | None:
    """The kind of government of which a body is an organ: "gemeente", "provincie"; None of any other body.

    >>> government_of("colleges_BenW"), government_of("LRT")
    ('gemeente', None)
    """
    return next((row["government"] for row in table("organs") if row["concept"] == body), None)


def seat_of(
    body: str | None, texts: Sequence[str], found: Sequence[Sequence[Match]], known: Container[str]
) -> str | None:
    """The municipality or province whose organ met, where the title has its name behind that of the organ.

    In: the body that met, the texts of the titles, the names found in each, and the governments that there are.

    >>> names = [Match(15, 18, "colleges_BenW", "alias", 0.9, ""), Match(19, 25, "place:Meppel", "place", 0.9, "")]
    >>> seat_of("colleges_BenW", ["Besluitenlijst B&W Meppel"], [names], {"gemeente:Meppel"})
    'gemeente:Meppel'
    """
    if (kind := government_of(body)) is None:
        return None
    for text, matches in zip(texts[:_HEAD], found[:_HEAD], strict=True):
        ends = {match.end for match in matches if match.concept == body}
        for match in matches:
            own = f"{kind}:{match.concept.partition(':')[2]}"
            beside = any(_BETWEEN.fullmatch(text, end, match.start) for end in ends)
            if match.concept.startswith(PLACES) and own in known and beside:
                return own
    return None


def organs(body: str | None, *, is_organisation: bool, titles: Sequence[str] = (), text: str = "") -> dict[str, str]:
    """The bare names of organs in minutes of one of them, and whom each stands for.

    In: the body that met, whether it is an organisation, the texts of the titles and the whole text. An organisation is
    meant by its board where that met, as a title says. A council or a committee of one that no list has is known by its
    title or its griffier. Out: empty where another table met.

    >>> organs("ProvincialeStaten", is_organisation=False)
    {'college': 'GedeputeerdeStaten', 'Staten': 'ProvincialeStaten'}
    >>> organs("VNG", is_organisation=True, titles=["Verslag VNG-bestuur"]), organs("LRT", is_organisation=False)
    ({'bestuur': 'VNG'}, {})
    """
    if is_organisation and body is not None:
        return {_BOARD: body} if any(_BOARD in title.lower() for title in titles[:_HEAD]) else {}
    government = government_of(body) if body is not None else _council(titles, text)
    found = {row["word"]: row["concept"] for row in table("organs") if row["government"] == government}
    if body is None and any(_SITTING.search(title) for title in titles[:_HEAD]):
        found.pop("raad", None)  # that is who met, under a name of its own
    if _NAMED_ALDERMAN.search(text):
        found.pop("wethouder", None)  # it points to whoever was named
    return found


def _council(titles: Sequence[str], text: str) -> str | None:
    """The kind of government whose council or committee met, by its title or its griffier and a municipality.

    >>> _council(["Verslag raadscommissie Wonen"], ""), _council(["Forumverslag 3 mei"], "Griffier: Bos. De raad")
    ('gemeente', None)
    >>> _council(["Forumverslag 3 mei"], "Griffier: Bos. De wethouder antwoordt.")
    'gemeente'
    """
    if any(len(title) <= _LONGEST_TITLE and _OF_COUNCIL.search(title) for title in titles[:_HEAD]):
        return "gemeente"
    told = _GRIFFIER.search(text) and _MUNICIPAL.search(text) and not _OTHER_COUNCIL.search(text)
    return "gemeente" if told else None


def uses(text: str, names: Mapping[str, str]) -> Iterator[Match]:
    """Where a text speaks of an organ by its bare name, behind an article or as the label of what it says.

    >>> [match.start for match in uses("Dat vindt het college; het college van bestuur niet.", {"college": "X"})]
    [14]
    """
    lower = text.lower()
    for word, concept in names.items():
        if word.lower() in lower:
            for hit in _used(word).finditer(text):
                yield Match(*hit.span("it"), concept, "own-organ", 0.9, f"the {word} in minutes of its own government")


@cache
def _used(word: str) -> re.Pattern[str]:
    noun = word if word[0].isupper() else f"[{word[0]}{word[0].upper()}]{word[1:]}"
    pointed = r"\b(?i:het|de|dit|deze|ons|onze)\s+(?:(?:dagelijks|algemeen)\s+)?"
    return re.compile(rf"(?:{pointed}|\A(?={noun}\s*:))(?P<it>{noun})(?![\w-]){_OTHERS}")
