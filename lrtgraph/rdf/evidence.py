"""What proves the facts of a document: a node for each span of its text, with a position and a quote selector."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

from lrtgraph import vocabulary as v
from lrtgraph.rdf.written import Term, minted, node, plain, whole
from lrtgraph.records import Document, Span

_CONTEXT: Final = 32  # characters of prefix and suffix in a quote selector


@dataclass(frozen=True, slots=True)
class Proof:
    """A place in the text that proves a fact of the graph: `what` are the IRIs of the fact's classes and of its act.

    `start` and `end` are raw offsets, `text` is what the graph quotes there, `line` and `page` count from 1.
    """

    fact: str
    what: tuple[str, ...]
    start: int
    end: int
    line: int
    page: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Told:
    """What can be found in a document's graph: its text and each proof of a fact, in no order.

    `document` is its name, `meeting` an IRI, `date` and `latest` are ISO dates. `pages` are the places where evidence
    begins, each with its page, in the order of the text; `mentions` are pairs of offsets with the id of a concept.
    """

    document: str
    meeting: str
    date: str | None
    latest: str | None
    text: str
    proofs: tuple[Proof, ...]
    pages: tuple[tuple[int, int], ...]
    mentions: tuple[tuple[int, int, str], ...]


class Evidence:
    """The evidence of one document, each span once, whatever the number of facts that it proves.

    `text` is the document's text as its graph has it; `lines` are the TriG of what has been proven until now.
    """

    def __init__(self, document: Document, text: str) -> None:
        self.lines: list[str] = []
        self._document = document
        self._text = text
        self._line_starts = [0, *(match.end() for match in re.finditer("\n", document.text))]
        self._page_starts = [page.start for page in document.pages]
        self._proven: dict[tuple[int, int], tuple[Term, int, int | None]] = {}
        self._proofs: dict[tuple[str, int, int], Proof] = {}

    def line(self, start: int) -> int:
        """The line of a place, from 1."""
        return bisect_right(self._line_starts, start)

    def prove(self, fact: str, what: tuple[str, ...], span: Span) -> Term:
        """The node that proves a fact, given by its IRI, with those of its classes and act."""
        start, end = span.start, span.end
        known = self._proven.get((start, end))
        if known is None:
            known = self._proven[start, end] = self._written(start, end)
        term, line, page = known
        self._proofs[fact, start, end] = Proof(fact, what, start, end, line, page, self._text[start:end])
        return term

    def _written(self, start: int, end: int) -> tuple[Term, int, int | None]:
        """Write a node with its selectors; return it with its line and page."""
        iri = v.fact_iri(self._document.sha256, "evidence", start, end)
        subject, position, quote = (minted(one) for one in (iri, f"{iri}/position", f"{iri}/quote"))
        line, text = self.line(start), self._text
        behind = bisect_right(self._page_starts, start)
        page = self._document.pages[behind - 1].number if behind else None
        at = f"{node(v.LINE)} {whole(line)}" + (f" ; {node(v.PAGE)} {whole(page)}" if page is not None else "")
        before, behind_it = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
        self.lines.append(
            f"{subject} a oa:SpecificResource ; oa:hasSource {node(v.document_iri(self._document.sha256))} ; "
            f"oa:hasSelector {position} , {quote} ; {at} .\n"
            f"{position} a oa:TextPositionSelector ; oa:start {whole(start)} ; oa:end {whole(end)} .\n"
            f"{quote} a oa:TextQuoteSelector ; oa:exact {plain(text[start:end])} ; "
            f"oa:prefix {plain(before)} ; oa:suffix {plain(behind_it)} .\n"
        )
        return subject, line, page

    @property
    def proofs(self) -> tuple[Proof, ...]:
        """Each fact with each place that proves it."""
        return tuple(self._proofs.values())

    @property
    def pages(self) -> tuple[tuple[int, int], ...]:
        """Where evidence begins, and on which page, in the order of the text."""
        return tuple(sorted({(start, page) for (start, _), (_, _, page) in self._proven.items() if page is not None}))
