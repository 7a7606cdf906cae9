"""Actors as arguments of a clause: who stands there, coordinated with whom, behind which preposition, denied or not.

    "JenV neemt met IPO en CdK contact op"   → (JenV), met (IPO, CdK)
    "niet bij de provincies maar bij het Rijk" → denied bij (provincies), bij (Rijk)

It goes by the words around the mentions, so that it holds in telegram style and where a parse is broken.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lrtgraph.extraction.clauses import clauses, is_finite, lower_words, tokens_at
from lrtgraph.extraction.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from lrtgraph.extraction.context import Reading
    from lrtgraph.records import Mention

BARE = ""
"""The marker of an argument without a preposition."""

GENITIVE = "van"
_ARTICLES = frozenset({"de", "het", "een"})
_BRACKETS = frozenset("([„“\"'‘")


@dataclass(frozen=True, slots=True)
class Argument:
    """A coordination of actors that play one part in a clause.

    `concepts` are the actors, persons given as the seat they took; `marker` is the preposition that governs them in
    lower case ("met", "in overleg met", BARE for none); `start`, `end` count in the block's text; `first`, `last`
    are token indices of the whole phrase with its preposition; `denied` says that a negation belongs to the phrase.
    """

    concepts: tuple[str, ...]
    marker: str
    start: int
    end: int
    first: int
    last: int
    denied: bool


def arguments(reading: Reading, block: int, start: int, end: int) -> tuple[Argument, ...]:
    """The arguments in `[start, end)` of a block's text, in the order in which they stand there."""
    doc, text = reading.docs[block], reading.layout.blocks[block].text
    groups: list[list[Mention]] = []
    for mention in reading.mentions_in(block, start, end):
        if not reading.is_actor(mention.concept) or _particular(text, mention):
            continue
        if (groups and _names_one(text, groups[-1][-1], mention)) or (
            groups
            and _joined(text, groups[-1][-1].block_end, mention.block_start)
            and not _opens_clause(doc, start, groups[-1][-1], mention)
        ):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return tuple(_argument(reading, doc, group, start) for group in groups)


def _opens_clause(doc: Doc, start: int, last: Mention, mention: Mention) -> bool:
    """Whether a comma before a mention parts clauses: "… blijft in handen van COA, gemeenten kiezen zelf"."""
    if doc.text[last.block_end : mention.block_start].strip() != ",":
        return False
    behind = tokens_at(doc, mention.block_start, mention.block_end).end
    if behind >= len(doc) or not is_finite(doc[behind]):
        return False
    return any(is_finite(token) for token in tokens_at(doc, start, last.block_start))


def _opens_here(doc: Doc, k: int) -> bool:
    """Whether a clause opens at token `k`."""
    return any(clause.start == k and clause.opener is not None for clause in clauses(doc[k].sent))


def _particular(text: str, mention: Mention) -> bool:
    """Whether a word for all of a kind stands for one of them: "zijn gemeente"."""
    if mention.text.lower() not in ("gemeente", "provincie"):
        return False
    before = text[max(0, mention.block_start - 8) : mention.block_start].split()[-1:]
    return before in (["zijn"], ["haar"], ["onze"], ["mijn"])


def _names_one(text: str, kind: Mention, mention: Mention) -> bool:
    """Whether a word for all of a kind is followed by the names of some: "de gemeenten Almelo en Hardenberg"."""
    bare = kind.text.lower() in ("gemeenten", "provincies") and not text[kind.block_end : mention.block_start].strip()
    return bare and mention.concept.startswith(("gemeente:", "provincie:"))


def _argument(reading: Reading, doc: Doc, group: list[Mention], start: int) -> Argument:
    begin, end = group[0].block_start, group[-1].block_end
    tokens = tokens_at(doc, begin, end)
    marker, first = phrase(doc, tokens.start, start)
    denied = first > 0 and doc[first - 1].idx >= start and _denies(doc, first - 1, start)
    if len(group) > 1 and _names_one(doc.text, group[0], group[1]):
        group = group[1:]
    concepts = tuple(dict.fromkeys(reading.speaker_for(mention.concept) for mention in group))
    return Argument(concepts, marker, begin, end, first, tokens.end - 1, denied)


def _joined(text: str, end: int, start: int) -> bool:
    """Whether what stands between two mentions only joins them: "VNG, het IPO", "mw. Otten (VNG)"."""
    between = text[end:start]
    if not between.strip(" "):
        return False
    if between.strip(" ") in ("(", "/", "+", "&"):
        return True
    if len(between) > 40:
        return False
    inner = between.lower().replace("(", " ( ").replace(")", " ) ").replace(",", " , ").replace("/", " / ").split()
    joiners = [word for word in inner if word == "," or word in words("joiner")]
    rest = [word for word in inner if word not in joiners and word not in ("(", ")", "'s", "´s", "’s", "het", "de")]
    return bool(joiners) and all(word in words("title") or word in words("determiner") for word in rest)


def phrase(doc: Doc, token: int, start: int) -> tuple[str, int]:
    """The preposition that governs the noun phrase at `token`, and the index of the first token of the phrase."""
    first = token
    k = token - 1
    while k >= 0 and doc[k].idx >= start:
        word = doc[k].lower_
        if word == "dat" and (doc[k + 1].lower_ in words("determiner") or _opens_here(doc, k)):
            return BARE, first  # "wijst erop dat de provincies": a clause opens there
        if k + 1 < token and doc[k + 1].lower_ in _ARTICLES and _modifies(doc[k]):
            break  # "tot 2022 de locaties": the article opens the phrase
        if word in words("determiner") or word in words("title") or doc[k].text in _BRACKETS or _modifies(doc[k]):
            first = k
            k -= 1
        elif word == GENITIVE and k and doc[k - 1].lower_ in words("organ"):
            first = k - 1
            k -= 2
        else:
            break
    if k < 0 or doc[k].idx < start:
        return BARE, first
    if doc[k].lower_ in words("governing_preposition"):
        return _whole_marker(doc, k, start)
    if doc[k].lower_ in ("als", "zowel"):
        return BARE, k
    if first == token and _is_noun(doc[k]) and doc[k].idx + len(doc[k]) + 1 == doc[token].idx:
        return GENITIVE, first  # "aanbod VNG", "positie LCSV": the noun's genitive without its preposition
    return BARE, first


_COMPLEX = sorted(
    (tuple(marker.split("_")) for marker in words("complex_preposition")), key=lambda marker: (-len(marker), marker)
)
_INSTEAD = frozenset({"in plaats van", "in tegenstelling tot"})


def _is_noun(token: Token) -> bool:
    """Whether the word is a noun, also where it opens the sentence with a capital ("Handreiking flexwoningen")."""
    return token.pos_ == "NOUN" or (
        token.pos_ == "PROPN" and token.i == token.sent.start and token.is_title and len(token) > 4
    )


def _whole_marker(doc: Doc, k: int, start: int) -> tuple[str, int]:
    """The preposition at token `k`, or the complex one that ends there."""
    lower = lower_words(doc)
    for complex_marker in _COMPLEX:
        begin = k - len(complex_marker) + 1
        if begin >= 0 and tuple(lower[begin : k + 1]) == complex_marker and doc[begin].idx >= start:
            return " ".join(complex_marker), begin
    return {"v.": "van", "m.": "met"}.get(lower[k], lower[k]), k


def _modifies(token: Token) -> bool:
    """Whether the word can stand between a preposition and the noun it governs."""
    word = token.lower_
    if word in words("negation") or word.endswith("."):
        return False
    if token.pos_ in ("ADJ", "NUM") or (token.pos_ == "VERB" and word.endswith("nde")):
        return True
    return token.pos_ in ("VERB", "NOUN") and _PARTICIPLE.fullmatch(word) is not None and _attributive(token)


_PARTICIPLE = re.compile(r"(?:\w*ge|be|her|ont|ver)\w+(?:de|te|ene)")
"""The inflected form of a participle: "gewijzigde", "bijgestelde", "herziene"."""


def _attributive(token: Token) -> bool:
    """Whether a word stands between a determiner and a noun."""
    doc, k = token.doc, token.i
    return 0 < k < len(doc) - 1 and doc[k - 1].lower_ in words("determiner") and doc[k + 1].pos_ in ("NOUN", "PROPN")


def _denies(doc: Doc, k: int, start: int) -> bool:
    """Whether token `k`, just before a phrase, denies it: "niet bij", "niet langer door", "in plaats van"."""
    if doc[k].lower_ == GENITIVE and k > 1 and (doc[k - 2].lower_, doc[k - 1].lower_) == ("in", "plaats"):
        return True  # "bij de gemeente in plaats van bij het COA"
    if doc[k].lower_ in words("ended") and k and doc[k - 1].idx >= start:
        k -= 1
    return doc[k].lower_ in words("negation") | {"i.p.v.", "ipv"}


def instead(argument: Argument) -> bool:
    """Whether the phrase names who it is not: "in plaats van VNG"."""
    return argument.denied or argument.marker in _INSTEAD
