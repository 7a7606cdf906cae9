"""From sentences to spaCy's training examples: documents of random length, in the spellings that minutes use."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from treebank import Sentence

MAX_SENTENCES = 5


def make_doc(nlp: Language, sentences: list[Sentence]) -> Doc:
    """One annotated Doc with the tokens of the treebank; no white space is claimed, so spaCy keeps these tokens."""
    words, pos, morphs, lemmas, heads, deps, starts = [], [], [], [], [], [], []
    for sentence in sentences:
        offset = len(words)
        words += sentence.forms
        pos += sentence.upos
        morphs += ["" if feats == "_" else feats for feats in sentence.feats]
        lemmas += sentence.lemmas
        heads += [offset + (head - 1 if head > 0 else i) for i, head in enumerate(sentence.heads)]
        deps += ["ROOT" if head == 0 else dep for head, dep in zip(sentence.heads, sentence.deprels, strict=True)]
        starts += [i == 0 for i in range(len(sentence))]
    return Doc(
        nlp.vocab, words=words, pos=pos, morphs=morphs, lemmas=lemmas, heads=heads, deps=deps, sent_starts=starts
    )


def with_spaces(doc: Doc, sentences: list[Sentence]) -> Doc:
    """The same Doc with the white space of running text."""
    spaces = [space for sentence in sentences for space in sentence.space_after]
    return Doc(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=spaces,
        pos=[token.pos_ for token in doc],
        morphs=[str(token.morph) for token in doc],
        lemmas=[token.lemma_ for token in doc],
        heads=[token.head.i for token in doc],
        deps=[token.dep_ for token in doc],
    )


def make_example(nlp: Language, sentences: list[Sentence]) -> Example:
    """An example whose prediction side has the treebank's tokens and nothing else."""
    reference = make_doc(nlp, sentences)
    return Example(Doc(nlp.vocab, words=[token.text for token in reference]), reference)


def epoch(nlp: Language, sentences: list[Sentence], chance: random.Random, vary: float) -> Iterator[Example]:
    """All sentences once, in random order, in documents of one to five sentences, some of them respelled."""
    order = list(sentences)
    chance.shuffle(order)
    position = 0
    while position < len(order):
        size = 1 if chance.random() < 0.3 else chance.randint(2, MAX_SENTENCES)
        chunk = order[position : position + size]
        position += size
        yield make_example(nlp, [respell(s, chance) if chance.random() < vary else s for s in chunk])


def respell(sentence: Sentence, chance: random.Random) -> Sentence:
    """The sentence as minutes might write it: as a heading, without its full stop, in lower case, plain letters."""
    kind = chance.random()
    if kind < 0.3 and len(sentence) <= 12:
        return replace(sentence, forms=[form.upper() for form in sentence.forms])
    if kind < 0.75:
        return _without_stop(sentence)
    if kind < 0.9:
        first = sentence.forms[0]
        lower = first.lower() if sentence.upos[0] != "PROPN" else first
        return replace(_without_stop(sentence), forms=[lower, *_without_stop(sentence).forms[1:]])
    plain = [
        "".join(c for c in unicodedata.normalize("NFD", form) if not unicodedata.combining(c)) or form
        for form in sentence.forms
    ]
    return replace(sentence, forms=plain)


def _without_stop(sentence: Sentence) -> Sentence:
    """Without the final full stop, where nothing depends on it."""
    last = len(sentence)
    if last < 3 or sentence.forms[-1] not in (".", ";") or last in sentence.heads:
        return sentence
    return Sentence(
        sentence.forms[:-1],
        sentence.lemmas[:-1],
        sentence.upos[:-1],
        sentence.xpos[:-1],
        sentence.feats[:-1],
        sentence.heads[:-1],
        sentence.deprels[:-1],
        sentence.space_after[:-1],
    )
