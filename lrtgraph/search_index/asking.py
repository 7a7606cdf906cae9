"""A question to the index as people type it: words, "words in quotes" and beginnings of words*."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from lrtgraph.resources import word_list
from lrtgraph.search_index.stemming import WORD, bare

_QUOTES: Final = '"“”„«»'
_PIECE: Final = re.compile(rf"[{_QUOTES}]([^{_QUOTES}]*)[{_QUOTES}]|(\w{{2,}})\*(?!\w)|({WORD.pattern})")
_MOST: Final = 40  # words of a question that are looked for


class Term(NamedTuple):
    """What is asked for as one: a word in any form, a phrase as it is written, or a word by its beginning."""

    kind: Literal["word", "phrase", "prefix"]
    words: tuple[str, ...]
    """Without accents, in lower case."""


def terms_of(question: str) -> list[Term]:
    """The terms of a question: without function words, unless it has no other words.

    >>> [term.words for term in terms_of("tekort aan woningen")], [term.words for term in terms_of("aan")]
    ([('tekort',), ('woningen',)], [('aan',)])
    >>> terms_of('"op korte termijn" gemeentel*')
    [Term(kind='phrase', words=('op', 'korte', 'termijn')), Term(kind='prefix', words=('gemeentel',))]
    """
    every = every_term(question)
    return [term for term in every if not is_function_word(term)] or every


def every_term(question: str) -> list[Term]:
    """The same with function words."""
    found: list[Term] = []
    for match in _PIECE.finditer(question):
        phrase, prefix, word = match.groups()
        if phrase is not None:
            words = tuple(map(bare, WORD.findall(phrase)))
            found += [Term("phrase", words)] if words else []
        else:
            found.append(Term("prefix", (bare(prefix),)) if prefix else Term("word", (bare(word),)))
    return list(dict.fromkeys(term for term in found if any(term.words)))[:_MOST]


def is_function_word(term: Term) -> bool:
    """Whether a term is a word that nearly every passage has, and that is not asked for by itself."""
    return term.kind == "word" and term.words[0] in word_list("search_stopwords.txt")


def rows_of_words(terms: Sequence[Term], longest: int) -> list[tuple[int, int]]:
    """Where some words stand side by side in a question, as ranges of its terms, the longest first.

    >>> rows_of_words(every_term("het COA nu"), 2)
    [(0, 2), (1, 3), (0, 1), (1, 2), (2, 3)]
    """
    spans = [(at, at + many) for many in range(min(longest, len(terms)), 0, -1) for at in range(len(terms) - many + 1)]
    return [(start, end) for start, end in spans if all(term.kind == "word" for term in terms[start:end])]
