"""What can be found in a document: its facts, and the paragraphs of its text."""

from __future__ import annotations

import pickle
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from pyoxigraph import BlankNode, NamedNode, Quad

from lrtgraph import vocabulary as v
from lrtgraph.search_index.lexicon import token
from lrtgraph.search_index.stemming import stems_of

if TYPE_CHECKING:  # it takes longer to import than all of this package, and a question has no use for it
    from lrtgraph.rdf.evidence import Proof, Told

_PARAGRAPH: Final = re.compile(r"\S(?:.*?\S)??(?=\s*\n\s*\n|\s*\Z)", re.DOTALL)
_KINDS: Final = {iri: kind for kind, iri in v.OUTCOME_KINDS.items()} | {
    v.TARGET: "doel",
    v.RESPONSIBILITY: "verantwoordelijkheid",
}
_ACTS: Final = v.ACT_SCHEME + "/"
_TYPE, _LABEL, _TEXT = v.iri("rdf:type"), v.iri("rdfs:label"), v.iri("nif:isString")
_BEGIN_INDEX, _END_INDEX = v.iri("nif:beginIndex"), v.iri("nif:endIndex")
_SELECTOR, _START, _END, _EXACT = (v.iri(f"oa:{name}") for name in ("hasSelector", "start", "end", "exact"))
_READ: Final = frozenset((
    _TYPE, _LABEL, _TEXT, _SELECTOR, _START, _END, _EXACT,
    v.EVIDENCE, v.LINE, v.PAGE, v.ACT, v.REPORTS_ON, v.DATE, v.LATEST,
    v.CONCEPT, _BEGIN_INDEX, _END_INDEX,
))  # fmt: skip


class Passage(NamedTuple):
    """A piece of text that can be found: a statement, an outcome, another fact, or a paragraph of a document.

    `kind` is the statement's act, the outcome's kind, "doel", "verantwoordelijkheid" or "tekst"; `start` and `end`
    are offsets in the document's text; `score` is FTS5's bm25 turned round, so that more is better,
    and less for a heading. `named` are the concepts that it mentions, `marked` the places of what was asked for, both
    with offsets in `text`.
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
    named: tuple[tuple[int, int, str], ...] = ()
    score: float = 0.0
    marked: tuple[tuple[int, int], ...] = ()


Prepared = tuple[Passage, str, str]
"""A passage, the stems of its words, and its concepts as words, both with spaces between them."""


def packed(passages: list[Prepared]) -> bytes:
    """Passages in one piece, for a build that holds those of many documents: as objects they take three times that."""
    return pickle.dumps(passages, pickle.HIGHEST_PROTOCOL)


def unpacked(passages: bytes) -> list[Prepared]:
    """What was packed by this program; never what another made."""
    found: list[Prepared] = pickle.loads(passages)
    return found


def prepared(told: Told) -> list[Prepared]:
    """All passages of a document with their stems: facts in the order of the text, then its paragraphs."""
    place = (told.document, told.meeting, told.date, told.latest)
    found = sorted(_facts(told, place), key=lambda passage: (passage.start, passage.fact, passage.kind))
    found += _paragraphs(told, place)
    return [_with_words(passage, told.mentions) for passage in found]


def _with_words(passage: Passage, mentions: Sequence[tuple[int, int, str]]) -> Prepared:
    behind = bisect_left(mentions, (passage.start, 0, ""))
    named = []
    for start, end, concept in mentions[behind:]:
        if start >= passage.end:
            break
        if end - passage.start <= len(passage.text):
            named.append((start - passage.start, end - passage.start, concept))
    words = " ".join(token(concept) for *_, concept in named)
    return passage._replace(named=tuple(named)), " ".join(stems_of(passage.text)), words


_Place = tuple[str, str, str | None, str | None]
"""A document's name, and its meeting with its dates."""


def _facts(told: Told, place: _Place) -> Iterator[Passage]:
    """The facts of a document that are statements, outcomes, targets or responsibilities, once for each evidence."""
    for proof in told.proofs:
        kinds = [act.removeprefix(_ACTS) for act in proof.what if act.startswith(_ACTS)]
        for kind in kinds + [_KINDS[cls] for cls in proof.what if cls in _KINDS]:
            yield Passage(proof.fact, kind, *place, proof.line, proof.page, proof.start, proof.end, proof.text)


def _paragraphs(told: Told, place: _Place) -> Iterator[Passage]:
    """The paragraphs; their page is known where evidence stands in them, or on both sides on the same page."""
    line, counted, text, pages = 1, 0, told.text, told.pages
    for match in _PARAGRAPH.finditer(text):
        line += text.count("\n", counted, match.start())
        counted = match.start()
        behind = bisect_left(pages, (match.start(), 0))
        around = {page for start, page in pages[behind : behind + 1] if start < match.end()}
        around = around or {page for _, page in pages[max(0, behind - 1) : behind + 1] if 0 < behind < len(pages)}
        page = around.pop() if len(around) == 1 else None
        yield Passage(None, "tekst", *place, line, page, match.start(), match.end(), match[0])


def prepared_from(quads: Iterable[Quad]) -> list[Prepared]:
    """The same from a document's quads, wherever they are at the moment; none where they hold no text."""
    from lrtgraph.rdf.evidence import Told

    said = _said(quads)
    found: list[Prepared] = []
    for document, [text] in said[_TEXT].items():
        [meeting] = said[v.REPORTS_ON].get(document, [""])[:1]
        date, latest = (next(iter(said[one].get(meeting, ())), None) for one in (v.DATE, v.LATEST))
        name = said[_LABEL].get(document, [""])[0]
        found += prepared(Told(name, meeting, date, latest, text, tuple(_proofs(said)), tuple(_pages(said)),
                               tuple(_mentions(said))))  # fmt: skip
    return found


_Said = Mapping[str, Mapping[str, list[str]]]
"""Property → subject → its values, as text."""


def _said(quads: Iterable[Quad]) -> _Said:
    said: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        predicate, subject, value = quad.predicate.value, quad.subject, quad.object
        if predicate in _READ and isinstance(subject, NamedNode) and not isinstance(value, BlankNode):
            said[predicate][subject.value].append(value.value)  # type: ignore[union-attr]
    return said


def _proofs(said: _Said) -> Iterator[Proof]:
    """Each fact with each of its evidences."""
    from lrtgraph.rdf.evidence import Proof

    for fact, evidences in said[v.EVIDENCE].items():
        what = (*said[_TYPE].get(fact, ()), *said[v.ACT].get(fact, ()))
        for evidence in evidences:
            selectors = said[_SELECTOR].get(evidence, ())
            position = next((one for one in selectors if one in said[_START]), None)
            quote = next((said[_EXACT][one][0] for one in selectors if one in said[_EXACT]), None)
            if position is None or quote is None:
                continue
            line, [start], [end] = said[v.LINE][evidence][0], said[_START][position], said[_END][position]
            page = next((int(page) for page in said[v.PAGE].get(evidence, ())), None)
            yield Proof(fact, what, int(start), int(end), int(line), page, quote)


def _pages(said: _Said) -> list[tuple[int, int]]:
    """Where the evidence of facts begins, and on which page, in the order of the text."""
    found: set[tuple[int, int]] = set()
    for evidence, [page] in said[v.PAGE].items():
        starts = (said[_START][one][0] for one in said[_SELECTOR].get(evidence, ()) if one in said[_START])
        found.update((int(start), int(page)) for start in starts)
    return sorted(found)


def _mentions(said: _Said) -> list[tuple[int, int, str]]:
    """Where concepts are mentioned, in the order of the text."""
    starts, ends = said[_BEGIN_INDEX], said[_END_INDEX]
    found = ((mention, concept) for mention, [concept] in said[v.CONCEPT].items() if mention in starts)
    return sorted((int(starts[one][0]), int(ends[one][0]), v.local_id(concept)) for one, concept in found)
