"""Which lines are heads: numbered items of the agenda, heads without a number, and subheads inside an item.

Numbered heads are the best chain of rising numbers (1, 2, 3 or I, II, III) among all lines that open with a number:
numbered paragraphs and lists inside an item do not look like heads and do not fit the chain.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Literal

from lrtgraph.layout.attendance.labels import read_label
from lrtgraph.layout.bullets import Marker
from lrtgraph.layout.head_words import (
    head_words,
    in_capitals,
    is_capital,
    is_closing,
    names_opening,
    plain_form,
    spells_words,
)
from lrtgraph.layout.heads.lettered import lettered_parts
from lrtgraph.layout.heads.numbered import ABBREVIATED, best_chain, numbered, title_lines
from lrtgraph.layout.heads.stated import stated_heads
from lrtgraph.layout.lines import Line
from lrtgraph.layout.page import ENDED, Heading, Page, without_colon
from lrtgraph.layout.tables.cells import is_gapped_head

__all__ = ["Heading", "beside_items", "find_headings", "first_numbered"]

_LABELS_ACTOR = re.compile(
    r"(?:[A-Z][a-z]+|[A-Z]+) [A-Z][\w&]*[A-Z]\w*(?:\s*(?:/|,|&|\+|en)\s*[A-Z][\w&]*[A-Z]\w*){0,3}:?"
)
"""A label that names whom it is for, on a line of its own: "ACTIE COA", "Actie VNG/IPO"."""
_ACRONYMS = re.compile(r"[A-Z&]{2,6}(?:['’´]s)?(?:\s*[,/+]\s*[A-Z&]{2,6}(?:['’´]s)?)+\Z")

_SHORT = 0.6
"""Of the margin: a line that ends before it was not wrapped there."""
_FEW_WORDS, _STYLE = 6, 2
"""Words of a head with a colon, and standing heads that make it the style of a document."""
_CELLS = frozenset("\t|")
_ANNEX = re.compile(r"bijlage\s+(?:\d{1,2}|[A-Z]|[IVX]{1,4})\s*(?:[:.–-]\s*\S.{1,80})?", re.IGNORECASE)
"""The title of what is annexed to minutes: "Bijlage 1: planning"."""


def find_headings(
    text: str, lines: Sequence[Line], margin: int, front: int, levels: Mapping[int, int] = MappingProxyType({})
) -> dict[int, tuple[Heading, ...]]:
    """The heads of a document by the index of the line they begin on.

    In: the raw text, its lines without furniture, the right margin (0: unwrapped), the number of lines of front
    matter, where only numbered heads are looked for, and how deep the heads are that markup states, by the offset
    where their line begins: where it states the items, no others are looked for.
    """
    page = Page(text, lines, margin)
    if levels and (stated := stated_heads(page, levels)):
        return _without_empty_closings(stated | _subheads(page, stated))
    chain = best_chain(page)
    heads: dict[int, tuple[Heading, ...]] = {}
    for candidate in chain:
        heads[candidate.index] = numbered(page, candidate)
    taken = {index for start, found in heads.items() for index in range(start, found[-1].last + 1)}
    first = chain[0].index if chain else front
    ending = ":" if not chain and _end_in_colons(page) else ""
    for index in page.filled:
        if index in taken or index < min(front, first) or (chain and index < first and not page.opens(index)):
            continue
        outside = bool(chain) and not chain[0].index < index < chain[-1].index
        beneath = page.before(index) in taken
        found_head = beside_items(page, index) or _annex(page, index) if outside else None
        found_head = found_head or _unnumbered(page, index, bool(chain), beneath, ending)
        if found_head:
            heads[index] = (found_head,)
            taken.update(range(index, found_head.last + 1))
    if not chain:
        certain = sum(found[0].kind == "heading" for found in heads.values())
        heads |= {at: (head,) for at, head in _flush_heads(page, taken, front, certain, ending).items()}
        heads = _alike(page, heads)
    heads |= part_heads(page, heads, front, chained=bool(chain))
    if chain:
        heads |= lettered_parts(page, heads)
    return _without_empty_closings(heads)


def _subheads(page: Page, stated: Mapping[int, tuple[Heading, ...]]) -> dict[int, tuple[Heading, ...]]:
    """Standing subheads, such as "Conclusie", among the lines that markup does not call heads."""
    behind = [index for index in page.filled if index > min(stated) and index not in stated]
    found = ((index, _unnumbered(page, index, chained=True)) for index in behind)
    return {index: (head,) for index, head in found if head}


def first_numbered(text: str, lines: Sequence[Line], margin: int) -> int | None:
    """The line of the first numbered head, if the document has such heads."""
    chain = best_chain(Page(text, lines, margin))
    return chain[0].index if chain else None


def _without_empty_closings(heads: dict[int, tuple[Heading, ...]]) -> dict[int, tuple[Heading, ...]]:
    """A standing head of a closing list inside the agenda is a subhead; behind the last item it closes the agenda."""
    last = max((index for index, found in heads.items() if found[0].kind == "heading"), default=-1)
    return {
        index: tuple(
            replace(head, kind="subheading") if head.kind == "closing" and index < last else head for head in found
        )
        for index, found in sorted(heads.items())
    }


def _alike(page: Page, heads: dict[int, tuple[Heading, ...]]) -> dict[int, tuple[Heading, ...]]:
    """Heads without numbers that open with one word are of one kind: "Inbreng VNG" is an item as "Inbreng Aedes"."""
    opened = {page.body(index).split()[0] for index, (head, *_) in heads.items() if head.kind == "heading"}
    return {
        index: tuple(replace(one, kind="heading") for one in found)
        if page.body(index).split()[0] in opened and _LABELS_ACTOR.fullmatch(page.body(index))
        else found
        for index, found in heads.items()
    }


def _end_in_colons(page: Page) -> bool:
    """Whether standing heads of the agenda have lines of their own and end in a colon: "Opening en verslag:"."""
    ending = (
        names_opening(body) and len(body.split()) <= _FEW_WORDS and page.gap_before(index) and page.after(index)
        for index in page.filled
        if (body := page.body(index)).endswith(":")
    )
    return sum(map(bool, ending)) >= _STYLE


def _leads(page: Page, index: int, ending: str) -> bool:
    """Whether a line's colon leads to what a speaker, a label or a sentence says, and is not the `ending` of heads."""
    body = page.body(index)
    if not body.endswith(":"):
        return False
    return not ending or names_actors(body.rstrip(" :")) or read_label(page.text, page.lines[index]) is not None


def _unnumbered(page: Page, index: int, chained: bool, beneath: bool = False, ending: str = "") -> Heading | None:
    """The head without a number that a line is, if it is one; `beneath`: a head stands right above it; `ending`: the
    sign that heads of the document end in."""
    body, line = page.body(index), page.lines[index]
    words = head_words()
    table = ("\t" in body or "  " in body) and is_gapped_head(page.text, line)
    plain = plain_form(body)
    leads = plain in words["section"] and (beneath or _leads_list(page, index))
    apart = page.gap_before(index) or page.after_end(index) or _opens_in_capitals(body) or leads
    if table or len(body) > 120 or not apart or (body[0] == "(" and body[-1] == ")"):
        return None
    item_like = not chained and plain in words["opening"]
    if not item_like and (plain in words["section"] or is_closing(plain)):
        kind: Literal["closing", "subheading"] = "closing" if is_closing(plain) else "subheading"
        if body[0].isupper() and (page.after(index) is not None):
            return Heading(kind, None, ((line.start, line.end),), index)
        return None
    marker = page.marker(index)
    if marker is not None and marker.kind == "decimal" and _title_like_part(page, index, marker):
        return Heading("subheading", None, ((line.start + marker.width, line.end),), index, marker.text)
    if marker is not None and not body.startswith("("):
        return None
    if (ENDED.search(body) and not ABBREVIATED.search(body)) or _leads(page, index, ending):
        return None
    if page.after(index) is None:
        return None
    if _LABELS_ACTOR.fullmatch(body) and plain.split()[0] in words["section"]:
        return Heading("subheading", None, ((line.start, line.end),), index)  # "ACTIE COA"
    if in_capitals(body) and len(re.findall(r"[A-Z]", body)) >= 4 and not _ACRONYMS.match(body):
        spans = [(line.start, line.end)]
        last = title_lines(page, index, spans)
        spans[-1] = without_colon(page.text, *spans[-1])
        if page.gap_after(last) or page.starts_sentence(last):
            return Heading("heading", None, tuple(spans), last)
    if not chained and _title_like(page, index):
        spans = [without_colon(page.text, line.start, line.end)]
        return Heading("heading", None, tuple(spans), title_lines(page, index, spans))
    return None


def _annex(page: Page, index: int) -> Heading | None:
    """The title of an annex behind the last item: what stands below belongs to no item."""
    line, body = page.lines[index], page.body(index)
    titled = page.gap_before(index) and page.gap_after(index) and _ANNEX.fullmatch(body) and not ENDED.search(body)
    return Heading("closing", None, ((line.start, line.end),), index) if titled and page.after(index) else None


def beside_items(page: Page, index: int) -> Heading | None:
    """A standing head before the first item with a number, or behind the last one: "Vooraf", "Tot slot"."""
    line, body, after = page.lines[index], page.body(index), page.after(index)
    if not page.opens(index) or plain_form(body) in head_words()["section"] or after is None:
        return None
    set_apart = page.gap_before(index) and page.starts_text(after)
    return Heading("heading", None, ((line.start, line.end),), index) if set_apart else None


def _leads_list(page: Page, index: int) -> bool:
    """Whether lines with numbers or bullets stand right below a line."""
    after = page.after(index)
    return after is not None and not page.lines[after].gap and page.marker(after) is not None


def _opens_in_capitals(body: str) -> bool:
    """A standing head of an agenda or in an item, in capitals."""
    return in_capitals(body) and (names_opening(body) or plain_form(body) in head_words()["section"])


def _title_like_part(page: Page, index: int, marker: Marker) -> bool:
    """ "2.1 Toelichting" on a line of its own is a subhead; "2.1 VNG vraagt …" is a numbered paragraph."""
    title = page.body(index)[marker.width :]
    after = page.after(index)
    if after is None or not page.gap_before(index) or not title[0].isupper() or ENDED.search(title):
        return False
    if page.lines[after].gap:
        return len(title.split()) <= 8 and not _goes_on(page, after)
    follows = page.marker(after)
    apart = page.body(after)[0].isupper() or (follows is not None and follows.kind != "decimal")
    short = page.margin == 0 or page.lines[index].right < 0.7 * page.margin
    return apart and short and len(title.split()) <= 5 and not title.split()[0][1:2].isupper()


def _title_like(page: Page, index: int) -> bool:
    """In a document without numbered heads: a short line between blank lines, before text, without a full stop."""
    body, after = page.body(index), page.after(index)
    if not page.gap_before(index) or after is None or not body[0].isupper() or "  " in body or set(body) & _CELLS:
        return False
    label = read_label(page.text, page.lines[index])
    if label is not None and label.rest < page.lines[index].end:
        return False  # "Griffier: Van Dooren"
    if plain_form(body) in head_words()["part"]:
        return False
    cut = not 0 < page.lines[index].right < _SHORT * page.margin
    if cut and _goes_on(page, after):
        return False
    short = len(body.split()) <= 10 and len(body) <= 80
    return (
        short
        and (names_opening(body) or (page.gap_after(index) and page.lines[index].gap > 0))
        and page.starts_text(after)
    )


def _goes_on(page: Page, index: int) -> bool:
    """A line that no text begins with: it goes on with the sentence that a page or blank lines cut above it."""
    first = page.body(index)[0]
    return page.marker(index) is None and (first.islower() or first == "(")


def _flush_heads(page: Page, taken: set[int], front: int, certain: int, ending: str) -> dict[int, Heading]:
    """Short lines behind a blank line with text right under them; one alone may be chance, two are a style.

    Where a conversion left no blank lines, the end of a sentence stands for one.

    `certain` heads of the document count as well.
    """
    found: dict[int, Heading] = {}
    for index in page.filled:
        body, after, line = page.body(index), page.after(index), page.lines[index]
        apart = line.gap or (page.gapless and page.after_end(index))
        if index < front or index in taken or after is None or after in taken or not apart or page.lines[after].gap:
            continue
        first = body.split()[0]
        plain = body[0].isupper() and not first[1:2].isupper() and not ENDED.search(body)
        plain = plain and ":" not in body.removesuffix(ending) and not _leads(page, index, ending)
        alone = len(body.split()) <= 6 and (page.margin == 0 or line.right < 0.6 * page.margin)
        if plain and alone and page.marker(index) is None and page.starts_text(after) and page.body(after)[0].isupper():
            found[index] = Heading("heading", None, (without_colon(page.text, line.start, line.end),), index)
    return found if found and len(found) + certain >= 2 else {}


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
