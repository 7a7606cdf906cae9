"""Heads that come back under several items: who speaks ("VNG", "Verhulsdonk") or what kind of talk it is ("Zorgen")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from lrtgraph.layout.attendance.labels import read_label
from lrtgraph.layout.head_words import head_words, in_capitals, is_capital, is_closing, plain_form, spells_words
from lrtgraph.layout.page import ENDED, Heading, Page

_ACRONYM = r"[A-Z][\w&]*[A-Z&]\w*(?:['’´]s)?"
_ACTORS = re.compile(rf"{_ACRONYM}(?:\s*(?:,|/|&|\+|\ben\b)\s*{_ACRONYM})*\Z")
_SURE = 3
"""Lines that come back, or are acronyms, from which on such heads are a style of the document."""
_ITEMS = 2
_MOST_WORDS = 6
_LONGEST = 60


def part_heads(
    page: Page, heads: Mapping[int, tuple[Heading, ...]], front: int, *, chained: bool
) -> dict[int, tuple[Heading, ...]]:
    """The lines that are heads of such parts, as subheads; empty where they are no style of the document.

    In: the page, the heads found so far, where the body begins, and whether the items have numbers. Where they have,
    or are set in capitals, a line between the parts that looks like one is one although it does not come back.
    """
    items = {index for index, found in heads.items() if found[0].kind == "heading"}
    numbered = {index for index in items if heads[index][0].number is not None}
    bodies = {
        index: plain_form(page.body(index))
        for index in page.filled
        if index >= front and index not in numbered and _may_be(page, index)
    }
    count = Counter(bodies.values())
    sure = {index for index, plain in bodies.items() if count[plain] > 1 or names_actors(page.body(index))}
    first = min(items - sure, default=-1)
    sure = {index for index in sure if index > first}
    if len(sure) < _SURE or not any(count[bodies[index]] > 1 for index in sure):
        return {}
    capitals = sum(in_capitals(page.body(index)) for index in items - sure) >= _ITEMS
    alike = {index for index in bodies if index > first and not in_capitals(page.body(index))}
    standing = {index for index in items if page.opens(index)}  # "Rondvraag" behind the last part
    chosen = sure | (alike - standing if chained or capitals else set())
    return {
        index: (Heading("subheading", None, ((page.lines[index].start, page.lines[index].end),), index),)
        for index in sorted(chosen)
    }


def names_actors(body: str) -> bool:
    """Acronyms and nothing else, none of them a word in capitals: "COA en IND", but not "OPVANG"."""
    return _ACTORS.match(body) is not None and not spells_words(body)


def _may_be(page: Page, index: int) -> bool:
    """A few words on a line of their own behind a blank line, with text or bullets right under them."""
    body, after = page.body(index), page.after(index)
    if after is None or not page.gap_before(index) or page.lines[after].gap or not is_capital(body):
        return False
    if len(body) > _LONGEST or len(body.split()) > _MOST_WORDS or ENDED.search(body) or body.endswith(":"):
        return False
    plain = plain_form(body)
    if plain in head_words()["section"] or is_closing(plain) or "  " in body or "\t" in body or "|" in body:
        return False
    return page.marker(index) is None and read_label(page.text, page.lines[index]) is None
