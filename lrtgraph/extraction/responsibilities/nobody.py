"""Clauses that say outright that nobody owns an instrument: "niemand voelt zich eigenaar van de HAR"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from lrtgraph.extraction.anaphora import titled
from lrtgraph.extraction.grammar.arguments import arguments, phrase
from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.grammar.outright import Outright, outright_clauses
from lrtgraph.extraction.grammar.tokens import tokens_of
from lrtgraph.records import Unowned

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from lrtgraph.extraction.context import Reading

_RULE, _CONFIDENCE = "responsibility.nobody", 0.8


def unowned(reading: Reading) -> tuple[Unowned, ...]:
    """The instruments that a document says nobody owns, in the order of its text.

    In: the reading as it is. Out: a fact for each clause that says so outright and names one instrument, or none and
    no other thing under a title that names one. A clause with an actor says only that it is not his.
    """
    return tuple(
        one for index, block, doc in reading.blocks() if _may_tell(block.text) for one in _in(reading, index, doc)
    )


def _may_tell(text: str) -> bool:
    lower = text.lower()
    return any(word in lower for word in ("niemand", "geen", "niet", "ontbreekt")) and any(
        noun in lower for noun in words("owner_word", "ownership_noun")
    )


def _in(reading: Reading, index: int, doc: Doc) -> Iterator[Unowned]:
    block, tokens = reading.layout.blocks[index], tokens_of(doc)
    if block.kind in ("heading", "subheading") or block.cells:
        return
    for sentence in doc.sents:
        if "?" in sentence.text or not _may_tell(sentence.text):
            continue
        for clause in outright_clauses(sentence):
            start, end = tokens.starts[clause.start], tokens.ends[clause.end - 1]
            if clause.head is not None or not _denies_owner(doc, clause) or arguments(reading, index, start, end):
                continue
            instrument = _instrument(reading, index, doc, clause)
            if instrument is not None:
                span = reading.span(index, sentence.start_char, sentence.end_char)
                yield Unowned(instrument, span, _RULE, _CONFIDENCE, block.item)


def _denies_owner(doc: Doc, clause: Outright) -> bool:
    """Whether a clause says that there is no owner now: "niemand is …", "heeft geen eigenaar", "is niet belegd"."""
    tokens = tokens_of(doc)
    lower = tokens.lower[clause.start : clause.end]
    finite = {word for word, verb in zip(lower, tokens.finite[clause.start : clause.end], strict=True) if verb}
    inside = set(lower)
    if not inside.isdisjoint(words("not_nobody")):
        return False
    if "niemand" in inside:
        return finite <= {"is", "voelt"} and not inside.isdisjoint(words("owner_word"))
    if any(one == "geen" and other in words("owner_word") for one, other in pairwise(lower)):
        return finite <= {"is", "heeft", "hebben", "kent"}
    if "ontbreekt" in inside:
        return finite <= {"ontbreekt"} and not inside.isdisjoint(words("owner_word"))
    return finite <= {"is"} and {"niet", "belegd"} <= inside and not inside.isdisjoint(words("ownership_noun"))


def _instrument(reading: Reading, index: int, doc: Doc, clause: Outright) -> str | None:
    """The one instrument that a clause names, or that of the title where it names no other thing."""
    tokens = tokens_of(doc)
    start, end = tokens.starts[clause.start], tokens.ends[clause.end - 1]
    named = [one for one in reading.concepts_in(index, start, end) if reading.is_instrument(one)]
    if named:
        return named[0] if len(named) == 1 else None
    for k in range(clause.start, clause.end):
        noun = tokens.parts[k] == "NOUN" and tokens.lower[k] not in words("owner_word", "ownership_noun")
        if noun and phrase(doc, k, start)[0] in ("", "van", "voor"):
            return None
    return titled(reading, index)
