"""Run texts through the pipeline in batches, with the parser only where a rule needs it."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.pipeline.tok2vec import Tok2Vec
from spacy.tokens import Doc

from lrtgraph.language.encoding import Encoder

_BATCH_SIZE = 128  # a document in one batch, mostly; larger ones leave the processor's cache and are slower


def pipe(
    nlp: Language,
    texts: Iterable[str],
    *,
    parse: Sequence[bool] | None = None,
    analyse: Sequence[bool] | None = None,
    later: str | None = None,
    lemmas: bool = True,
    batch_size: int = _BATCH_SIZE,
) -> Iterator[Doc]:
    """One Doc a text, in order, whatever the batches.

    `nlp` comes from `load`. `parse` says for each text whether the parser runs on it (None: on all); a text that is
    not parsed has no `dep` and no heads, but sentences, parts of speech and lemmas. With `later`, a text to be parsed
    is so at once only where its sentences depend on it; another's Doc keeps under this name in its `user_data` a
    function that parses it in place, with the same result. `analyse` says for each text
    whether anything runs on it but the tokeniser and the sentence starts (None: all). Without `lemmas`
    the components that set nothing else do not run. The masks are as long as `texts`; else ValueError.

    >>> from lrtgraph.language import load
    >>> docs = list(pipe(load(), ["COA meldt dit.", "COA meldt dat."], parse=[True, False]))
    >>> [doc.has_annotation("DEP") for doc in docs], [doc[1].lemma_ for doc in docs]
    ([True, False], ['melden', 'melden'])
    """
    iterator = iter(texts)
    done = 0
    while batch := list(islice(iterator, batch_size)):
        chosen = [_masks(parse, analyse, done + k) for k in range(len(batch))]
        done += len(batch)
        with _no_collection():
            docs = _run(nlp, batch, chosen, lemmas, later)
        yield from docs
    for mask in (parse, analyse):
        if mask is not None and len(mask) != done:
            raise ValueError(f"a mask has {len(mask)} entries for {done} texts")


def _masks(parse: Sequence[bool] | None, analyse: Sequence[bool] | None, k: int) -> tuple[bool, bool]:
    """Whether text `k` is analysed, and whether it is parsed."""
    if any(mask is not None and k >= len(mask) for mask in (parse, analyse)):
        raise ValueError(f"a mask has fewer entries than there are texts (at least {k + 1})")
    analysed = analyse is None or bool(analyse[k])
    return analysed, analysed and (parse is None or bool(parse[k]))


@contextmanager
def _no_collection() -> Iterator[None]:
    """Hold Python's search for reference cycles during a batch.

    A batch makes tens of thousands of objects, none of them in cycles, and each search goes through all that spaCy
    has loaded: that would be a tenth of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _run(
    nlp: Language, texts: list[str], chosen: list[tuple[bool, bool]], lemmas: bool, later: str | None
) -> list[Doc]:
    """The Docs of one batch: each component runs once, over the Docs that it is meant for."""
    docs = [nlp.make_doc(text) for text in texts]
    for name, component in nlp.pipeline:
        assigns = nlp.get_pipe_meta(name).assigns
        if not lemmas and set(assigns) == {"token.lemma"}:
            continue
        if "token.dep" in assigns:
            parsed = [k for k, (_, parsed) in enumerate(chosen) if parsed]
            wanted = parsed if later is None else _now(component, docs, parsed, later)
        else:
            marks = "token.is_sent_start" in assigns
            wanted = [k for k, (analysed, _) in enumerate(chosen) if marks or analysed]
        for k, doc in zip(wanted, _apply(component, [docs[k] for k in wanted]), strict=True):
            docs[k] = doc
    for doc, (_, is_parsed) in zip(docs, chosen, strict=True):
        if not is_parsed and not doc.has_annotation("SENT_START"):
            _settle(doc)
    return docs


def _settle(doc: Doc) -> None:
    """Where all was left to a parser that does not run ("Nr Actie Wie"), there is one sentence."""
    starts: Any = np.full(len(doc), -1, dtype="int64").astype("uint64")
    starts[:1] = 1
    doc.from_array(["SENT_START"], starts)


def _now(parser: Callable[[Doc], Doc], docs: list[Doc], wanted: list[int], later: str) -> list[int]:
    """Those of the wanted Docs in which the parser has to say where a sentence starts; the others keep it for later."""
    at_once = []
    for k in wanted:
        if len(docs[k]) and (docs[k].to_array("SENT_START") == 0).any():
            at_once.append(k)
        else:
            docs[k].user_data[later] = parser
    return at_once


def _apply(component: Callable[[Doc], Doc], docs: list[Doc]) -> Iterable[Doc]:
    """Run a component over Docs, in one batch where it can."""
    if not docs:
        return []
    if isinstance(component, Tok2Vec) and (encoder := Encoder.of(component)) is not None:
        component.set_annotations(docs, encoder.tensors(docs))
        return docs
    batched = getattr(component, "pipe", None)
    return batched(docs, batch_size=len(docs)) if batched is not None else [component(doc) for doc in docs]
