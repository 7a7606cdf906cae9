"""Where sentences start, by rule: minutes are full of abbreviations, fragments and headings.

The component runs before the parser, so that every block has sentences whether it is parsed or not, and the parser
keeps to what is certain. A token gets one of three marks, as in spaCy: it starts a sentence, it does not, or it is
left to the parser, which happens only where a capitalised word follows without any sign that a sentence has ended
("… en financiële regelingen Ook de regeling …").
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from lrtgraph.dutch.abbreviations import abbreviations
from lrtgraph.dutch.redaction import PARTICLES
from lrtgraph.dutch.surnames import given_names, person_titles
from lrtgraph.resources import word_list

SENTENCES = "lrtgraph_sentences"

_MARKS = {True: 1, False: -1, None: 0}
_STRONG = frozenset("?!") | {"?!", "!!", "??", "!?"}
_WEAK = frozenset({".", "…", "...", "..", "...."})
_CLOSING = frozenset({")", "]", "”", "’", "»", '"', "'", "''", "´"})
_OPENING = frozenset({"(", "[", "“", "‘", "«", '"', "'", "„", "``", "‚"})
_CONTENT = frozenset({"dat", "om"})
_LEADS_ON = frozenset(
    {
        "en",
        "of",
        "van",
        "met",
        "door",
        "voor",
        "namens",
        "volgens",
        "vraagt",
        "vragen",
        "verzoekt",
        "verzoeken",
        "dankt",
    }
)
"""Words that a sentence hardly ends with, and a name follows."""
_BULLETS = frozenset("•▪◦●○‣∙■□–—→*o")
_NUMBERING = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[ivxIVX]{1,5})\Z")
_INITIAL = re.compile(r"(?:[A-ZÀ-Þ]\.?|(?:[A-ZÀ-Þ][a-z]?\.)+)\Z")


@cache
def _openers() -> frozenset[str]:
    """Words that open a sentence when they are capitalised behind an abbreviation.

    >>> "het" in _openers(), "minister" in _openers()
    (True, False)
    """
    return frozenset(map(str.lower, word_list("sentence_openers.txt")))


@Language.component(SENTENCES, assigns=["token.is_sent_start", "doc.sents"], requires=[], retokenizes=False)
def set_sentence_starts(doc: Doc) -> Doc:
    """Mark the sentence starts of a tokenised Doc and return it.

    Marks that are already there are kept where they say that a sentence starts.

    >>> import spacy
    >>> from lrtgraph.language.tokens import adapt_tokenizer
    >>> nlp = spacy.blank("nl"); adapt_tokenizer(nlp)
    >>> doc = set_sentence_starts(nlp("COA geeft m.b.t. Ter Apel uitleg; dat is jl. maandag gemeld. Akkoord? Ja."))
    >>> [sentence.text for sentence in doc.sents]
    ['COA geeft m.b.t. Ter Apel uitleg; dat is jl. maandag gemeld.', 'Akkoord?', 'Ja.']
    """
    strings = doc.vocab.strings
    words = [strings[number] for number in doc.to_array("ORTH").tolist()]
    marks = sentence_marks(words, doc.to_array("SPACY").astype(bool).tolist())
    values: Any = np.array([_MARKS[mark] for mark in marks], dtype="int64").astype("uint64")
    if doc.has_annotation("SENT_START"):
        before = doc.to_array("SENT_START")
        values = np.where(before == 1, before, values)
    # One call for all tokens: setting them one by one makes spaCy look through the whole Doc each time.
    return doc.from_array(["SENT_START"], values)


def sentence_marks(words: list[str], spaces: list[bool]) -> list[bool | None]:
    """True, False or None (undecided) for each token of a text: does a sentence start there?

    `spaces` says which tokens are followed by white space.

    >>> sentence_marks(["Ja", ".", "Nee", "."], [False, True, False, False])
    [True, False, True, False]
    """
    marks: list[bool | None] = []
    start = 0  # where the current sentence began
    for i, word in enumerate(words):
        if i == 0:
            marks.append(True)
            continue
        if word.isalpha() and word.islower() and words[i - 1].isalpha():
            marks.append(False)  # most words: neither ends a sentence nor begins one
            continue
        mark = _mark(words, spaces, i, start)
        if mark:
            start = i
        marks.append(mark)
        if word.isspace():
            start += start == i
    return marks


def _mark(words: list[str], spaces: list[bool], i: int, start: int) -> bool | None:
    word = words[i]
    previous = words[i - 1]
    if previous == "," and _splices(words, i):
        return True
    if previous.isspace():
        return "\n\n" in previous or _ended(words, spaces, i, start) is True
    if word.isspace() or word in _STRONG or word in _WEAK:
        return False
    return _ended(words, spaces, i, start)


def _splices(words: list[str], i: int) -> bool:
    """Whether a comma before token `i` joins on a main clause: "…, afgesproken wordt dat …", not "…, afgesproken is,".

    Such a clause tells what the meeting did, and nothing of whoever speaks before it.
    """
    if words[i].lower() not in _settling() or i + 2 >= len(words):
        return False
    return words[i + 2] in _CONTENT if words[i + 1] in ("is", "was") else words[i + 1] in ("wordt", "werd")


@cache
def _settling() -> frozenset[str]:
    return frozenset(word_list("settling_participles.txt"))


def _ended(words: list[str], spaces: list[bool], i: int, start: int) -> bool | None:
    """Has the sentence that began at `start` ended before token `i`?"""
    word = words[i]
    if word in "•▪◦●‣■□":
        return word not in (words[i - 1], *words[i + 1 : i + 2])  # "■■■■" is a name that is blanked out
    end = i - 1
    while end > start and words[end].isspace():
        end -= 1
    # A closing quote or bracket behind the full stop belongs to the sentence it closes.
    if word in _CLOSING and not (spaces[i - 1] and word in _OPENING):
        return False
    while end > start and words[end] in _CLOSING:
        end -= 1
    last = words[end]
    opened = i
    while opened < len(words) - 1 and words[opened] in _OPENING:
        opened += 1
    following = words[opened]
    if last in _STRONG:
        return not (following[:1].islower() and end < i - 1)
    if last in _WEAK:
        return _period_ends(words, end, start, following)
    known = abbreviations()
    if last.lower() in known.final:
        return following[:1].isupper() and following.lower() in _openers()
    if last.lower() in known.inner or _INITIAL.match(last):
        return False
    leads = last.lower() in person_titles() or last in given_names() or last in _LEADS_ON
    if end == i - 1 and leads and _opens_surname(words, i):
        return False  # "Minister De Jonge", "vraagt De Jonge om uitstel"
    # Only before a function word: before any capital, the parser would cut "derdelanders Oekraïne" in two.
    if following.istitle() and following.lower() in _openers() and last[:1].isalnum() and end == i - 1:
        return None
    return False


def _opens_surname(words: list[str], i: int) -> bool:
    """Whether a particle with a capital at `i` opens a surname: "De Jonge", "Van der Burg", but not "De VNG"."""
    core = i
    while core < len(words) and words[core].lower() in PARTICLES and (core == i or words[core].islower()):
        core += 1
    return core > i and core < len(words) and words[core].istitle()


def _period_ends(words: list[str], end: int, start: int, following: str) -> bool:
    """Does the full stop at `end` end the sentence, given the first word behind it?"""
    before = words[end - 1] if end > start else ""
    if following[:1].islower() or not following[:1].isalnum():
        # "o.l.v . de": a stray period; "… is akkoord . •" is caught by the bullet, "… . - " stays together.
        return not following[:1].islower() and following in _BULLETS
    if words[end] == "." and end - 1 == start and _NUMBERING.match(before):
        return False  # "1. Opening": the number of a heading or list item
    if words[end] == "." and before.lower() + "." in abbreviations().inner:
        return False
    if words[end] == "." and _INITIAL.match(before) and len(before) == 1:
        return False
    return not (words[end] != "." and following[:1].isdigit())
