"""What a task of running text leaves to the words before it: "Er komt een brief over de kosten. COA stelt die op."

The row of a list that has such a task again says what its pronouns stand for, and it or its head the topic.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from lrtgraph.dutch.word_forms import verbs
from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.grammar.tokens import Tokens, tokens_of
from lrtgraph.extraction.outcomes.rows.wordings import words_in
from lrtgraph.resources import word_list

if TYPE_CHECKING:
    from spacy.tokens import Span

    from lrtgraph.extraction.context import Reading

_NEVER_BEFORE_NOUN: Final = frozenset({"hem", "ze", "er", "hier", "daar"})
"""Words that stand for something told before whatever follows; "het" and "dit" do so before no noun."""
_BEFORE_NOUN: Final = (["NOUN"], ["ADJ"], ["PROPN"], ["NUM"])
_SHORTEST: Final = 4
"""Letters of a part of a compound."""
_TELLING: Final = frozenset({"paragraph", "bullet"})


def words_meant(reading: Reading, index: int, start: int, end: int) -> tuple[str, ...]:
    """The words by which a task at `[start, end)` of a block's text may be known beside its own.

    In: a reading as those at the table mean it. Out: those of its sentence before it and of the title over it, the
    infinitives of its verbs with a particle ("neemt dit op"), and where it points to what was told before, those of
    the sentence before its own.
    """
    doc = reading.docs[index]
    tokens = tokens_of(doc)
    first, last = tokens.at(start, end)
    if first == last:
        return ()
    sentence = doc[first].sent
    told = [tokens.text_of(sentence.start, first), *_titles(reading, index), *_joined(tokens, first, last)]
    if _points(tokens, sentence.start, last):
        told.append(_before(reading, index, sentence))
    return words_in(" ".join(told))


def compounds(reading: Reading, index: int, start: int, end: int) -> tuple[str, ...]:
    """The compounds that a noun and a word beside it in a row may stand for: "brief kosten uitvoering"."""
    tokens = tokens_of(reading.docs[index])
    first, last = tokens.at(start, end)
    plain = [word.isalpha() and word.islower() and len(word) >= _SHORTEST for word in tokens.surface[first:last]]
    pairs = [
        k
        for k in range(first, last - 1)
        if plain[k - first] and plain[k + 1 - first] and "NOUN" in tokens.parts[k : k + 2]
    ]
    return tuple(tokens.lower[k + 1] + link + tokens.lower[k] for k in pairs for link in ("", "s"))


def _points(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a pronoun there stands for what was told before: "zoekt dit uit", "levert daarop tekst aan"."""
    for k in range(first, last):
        word, then = tokens.lower[k], tokens.parts[k + 1 : k + 2]
        if word in words("pronominal_adverb") | _NEVER_BEFORE_NOUN:
            return True
        if (word == "het" or word in words("demonstrative")) and then not in _BEFORE_NOUN:
            return True
    return False


def _before(reading: Reading, index: int, sentence: Span) -> str:
    """The sentence before one, which may end the block before its own."""
    if sentence.start:
        return str(sentence.doc[sentence.start - 1].sent.text)
    one, other = (reading.layout.blocks[k] for k in (index, max(0, index - 1)))
    told = reading.docs[max(0, index - 1)]
    same = index > 0 and other.item == one.item and other.kind in _TELLING and len(told)
    return str(told[-1].sent.text) if same else ""


def _titles(reading: Reading, index: int) -> Iterator[str]:
    """The title of the agenda item that a block is in."""
    item = reading.layout.blocks[index].item
    if item is not None:
        yield reading.layout.agenda[item].title


def _joined(tokens: Tokens, first: int, last: int) -> Iterator[str]:
    """The infinitives of finite verbs whose particle stands apart: "neemt dit met Defensie op"."""
    particles = [k for k in range(first, last) if tokens.lower[k] in words("particle") | words("particle_preposition")]
    for verb in range(first, last):
        if tokens.finite[verb]:
            for k in (k for k in particles if k > verb):
                found = verbs(tokens.lower[k] + tokens.lower[verb], _known)
                yield from (whole for one in found if _known(whole := one.particle + one.infinitive))


def _known(word: str) -> bool:
    return word in word_list("words.txt")
