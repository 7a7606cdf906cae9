"""What can be found in a document: its facts, and the paragraphs of its text, taken from its quads."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from pyoxigraph import BlankNode, NamedNode, Quad

from lrtgraph import vocabulary as v
from lrtgraph.search_index.stemming import stems_of

_PARAGRAPH: Final = re.compile(r"\S(?:.*?\S)??(?=\s*\n\s*\n|\s*\Z)", re.DOTALL)
_KINDS: Final = {
    v.LRT + name: kind
    for name, kind in (
        ("Besluit", "besluit"), ("Afspraak", "afspraak"), ("Actie", "actie"), ("Toezegging", "toezegging"),
        ("Target", "doel"), ("Responsibility", "verantwoordelijkheid"),
    )
}  # fmt: skip
_ACTS: Final = v.ACT_SCHEME + "/"
_TYPE, _LABEL, _TEXT = v.iri("rdf:type"), v.iri("rdfs:label"), v.iri("nif:isString")
_SELECTOR, _START, _END, _EXACT = (v.iri(f"oa:{name}") for name in ("hasSelector", "start", "end", "exact"))
_READ: Final = frozenset((
    _TYPE, _LABEL, _TEXT, _SELECTOR, _START, _END, _EXACT,
    v.EVIDENCE, v.LINE, v.PAGE, v.ACT, v.REPORTS_ON, v.DATE, v.LATEST,
))  # fmt: skip


class Passage(NamedTuple):
    """A piece of text that can be found: a statement, an outcome, another fact, or a paragraph of a document.

    `kind` is the statement's act, the outcome's kind, "doel", "verantwoordelijkheid" or "tekst"; `start` and `end`
    are offsets in the document's text; `score` is FTS5's bm25 turned round, so that more is better,
    and less for a heading.
    """

    fact: str | None
    kind: str
    document: str
    meeting: str
    date: str | None
    latest: str | None
    line: int
    page: int | None
    start: int
    end: int
    text: str
    score: float = 0.0


Prepared = tuple[Passage, str]
"""A passage and the stems of its words, with spaces between them."""


def prepared(quads: Iterable[Quad]) -> list[Prepared]:
    """All passages of a document's quads with their stems: facts in the order of the text, then its paragraphs."""
    said = _said(quads)
    found: list[Passage] = []
    for document, [text] in said[_TEXT].items():
        [meeting] = said[v.REPORTS_ON].get(document, [""])[:1]
        place = _Place(
            said[_LABEL].get(document, [""])[0],
            meeting,
            next(iter(said[v.DATE].get(meeting, ())), None),
            next(iter(said[v.LATEST].get(meeting, ())), None),
        )
        found += sorted(_facts(said, place), key=lambda passage: (passage.start, passage.fact, passage.kind))
        found += _paragraphs(text, place, _pages(said))
    return [(passage, " ".join(stems_of(passage.text))) for passage in found]


class _Place(NamedTuple):
    document: str
    meeting: str
    date: str | None
    latest: str | None


_Said = Mapping[str, Mapping[str, list[str]]]
"""Property → subject → its values, as text."""


def _said(quads: Iterable[Quad]) -> _Said:
    said: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        predicate, subject, value = quad.predicate.value, quad.subject, quad.object
        if predicate in _READ and isinstance(subject, NamedNode) and not isinstance(value, BlankNode):
            said[predicate][subject.value].append(value.value)  # type: ignore[union-attr]
    return said


def _facts(said: _Said, place: _Place) -> Iterator[Passage]:
    """The facts of a document that are statements, outcomes, targets or responsibilities, once for each evidence."""
    for fact, evidences in said[v.EVIDENCE].items():
        acts = [act.removeprefix(_ACTS) for act in said[v.ACT].get(fact, ())]
        kinds = acts + [_KINDS[cls] for cls in said[_TYPE].get(fact, ()) if cls in _KINDS]
        for evidence in evidences if kinds else ():
            selectors = said[_SELECTOR].get(evidence, ())
            position = next((one for one in selectors if one in said[_START]), None)
            quote = next((said[_EXACT][one][0] for one in selectors if one in said[_EXACT]), None)
            if position is None or quote is None:
                continue
            line, [start], [end] = said[v.LINE][evidence][0], said[_START][position], said[_END][position]
            page = next((int(page) for page in said[v.PAGE].get(evidence, ())), None)
            for kind in kinds:
                yield Passage(fact, kind, *place, int(line), page, int(start), int(end), quote)


def _pages(said: _Said) -> list[tuple[int, int]]:
    """Where the evidence of facts begins, and on which page, in the order of the text."""
    found: set[tuple[int, int]] = set()
    for evidence, [page] in said[v.PAGE].items():
        starts = (said[_START][one][0] for one in said[_SELECTOR].get(evidence, ()) if one in said[_START])
        found.update((int(start), int(page)) for start in starts)
    return sorted(found)


def _paragraphs(text: str, place: _Place, pages: list[tuple[int, int]]) -> Iterator[Passage]:
    """The paragraphs; their page is known where evidence stands in them, or on both sides on the same page."""
    line, counted = 1, 0
    for match in _PARAGRAPH.finditer(text):
        line += text.count("\n", counted, match.start())
        counted = match.start()
        behind = bisect_left(pages, (match.start(), 0))
        around = {page for start, page in pages[behind : behind + 1] if start < match.end()}
        around = around or {page for _, page in pages[max(0, behind - 1) : behind + 1] if 0 < behind < len(pages)}
        page = around.pop() if len(around) == 1 else None
        yield Passage(None, "tekst", *place, line, page, match.start(), match.end(), match[0])
