"""Actors as arguments of a clause: who stands there, coordinated with whom, behind which preposition, denied or not.

    "JenV neemt met IPO en CdK contact op"   → (JenV), met (IPO, CdK)
    "niet bij de provincies maar bij het Rijk" → denied bij (provincies), bij (Rijk)

It goes by the words around the mentions, so that it holds in telegram style and where a parse is broken.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import zip_longest
from typing import TYPE_CHECKING

from lrtgraph.extraction.grammar.clauses import clauses
from lrtgraph.extraction.grammar.exceptions import exceptions
from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.grammar.tokens import Tokens, tokens_of
from lrtgraph.extraction.local_offices import local_offices
from lrtgraph.notations import GOVERNMENTS, PLACES
from lrtgraph.value import value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from lrtgraph.extraction.context import Reading
    from lrtgraph.records import Mention

BARE = ""
"""The marker of an argument without a preposition."""

GENITIVE = "van"
_IN_PLACE_OF = frozenset({"i.p.v.", "ipv"})
_OF_ITSELF = frozenset({"gemeenten", "provincies"})  # no office of a town, but what it is
_BRACKETS = frozenset("([„“\"'‘")


@value
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
    mentions = _included(reading, doc, reading.mentions_in(block, start, end))
    for mention, following in zip_longest(mentions, mentions[1:]):
        if not reading.is_actor(mention.concept) or _particular(text, mention) or _of_town(text, mention, following):
            continue
        if (groups and _names_one(text, groups[-1][-1], mention)) or (
            groups
            and _joined(text, groups[-1][-1].block_end, mention.block_start)
            and not _opens_clause(doc, start, groups[-1], mention)
        ):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return tuple(_argument(reading, doc, group, start) for group in groups)


def _included(reading: Reading, doc: Doc, mentions: Sequence[Mention]) -> Sequence[Mention]:
    """The mentions without the actors that are excepted: of "alle partijen behalve VNG" not VNG."""
    tokens = tokens_of(doc)
    names = [tokens.at(one.block_start, one.block_end) for one in mentions if reading.is_actor(one.concept)]
    excepted = {k for phrase in exceptions(tokens, names) for k in phrase}
    return [one for one in mentions if tokens.at(one.block_start, one.block_end)[0] not in excepted]


def _opens_clause(doc: Doc, start: int, group: list[Mention], mention: Mention) -> bool:
    """Whether a comma or a conjunction before a mention parts clauses: "… blijft in handen van COA, gemeenten kiezen
    zelf", "… is een taak van GS, de CdK heeft daarin geen rol", "… wordt gemaakt door JenV en de AVIM draagt zorg".
    """
    tokens, last = tokens_of(doc), group[-1]
    between = tokens.lower[slice(*tokens.at(last.block_end, mention.block_start))]
    _, behind = tokens.at(mention.block_start, mention.block_end)
    if not between or behind >= len(doc) or not tokens.finite[behind]:
        return False
    if between[0] == "," and words("article").issuperset(between[1:]):
        first, end = tokens.at(start, last.block_start)
        return any(tokens.finite[first:end])
    own, _ = tokens.at(group[0].block_start, last.block_end)
    return parts_clauses(doc, own, behind) and (phrase(doc, own, start)[0] != BARE or _names_first(tokens, doc, own))


def parts_clauses(doc: Doc, first: int, behind: int) -> bool:
    """Whether a coordinated main clause opens behind token `first` and has its verb at token `behind`, where the clause
    before has its own: "toezicht op de taakstelling en de HAR loopt goed".
    """
    tokens = tokens_of(doc)
    if behind >= len(doc) or not tokens.finite[behind]:
        return False
    told = clauses(doc[first].sent)
    opened = any(c.main and first < c.start < behind and tokens.lower[c.start] in words("coordinator") for c in told)
    before = next((c for c in told if c.start <= first < c.end), None)
    return opened and before is not None and any(tokens.finite[before.start : first])


def _names_first(tokens: Tokens, doc: Doc, own: int) -> bool:
    """Whether the clause of token `own` opens with a name or noun, so that the bare one there is not its subject."""
    opening = next((c.start for c in clauses(doc[own].sent) if c.start <= own < c.end), own)
    return opening < own and tokens.parts[opening] in ("NOUN", "PROPN", "PRON", "DET")


def _opens_here(doc: Doc, k: int) -> bool:
    """Whether a clause opens at token `k`."""
    return any(clause.start == k and clause.opener is not None for clause in clauses(doc[k].sent))


def _particular(text: str, mention: Mention) -> bool:
    """Whether a word for all of a kind stands for one of them: "zijn gemeente"."""
    if mention.text.lower() not in ("gemeente", "provincie"):
        return False
    before = text[max(0, mention.block_start - 8) : mention.block_start].split()[-1:]
    return before in (["zijn"], ["haar"], ["onze"], ["mijn"])


def _of_town(text: str, office: Mention, following: Mention | None) -> bool:
    """Whether an office that stands for all of its kind is of one town: "burgemeester Ede", "wethouder van Ede"."""
    local = local_offices().get(office.text.lower(), "").endswith(":") and office.concept not in _OF_ITSELF
    if following is None or not local or not following.concept.startswith(PLACES):
        return False
    return text[office.block_end : following.block_start].strip() in ("", "van")


def _names_one(text: str, kind: Mention, mention: Mention) -> bool:
    """Whether a word for all of a kind is followed by the names of some: "de gemeenten Almelo en Hardenberg"."""
    bare = kind.text.lower() in ("gemeenten", "provincies") and not text[kind.block_end : mention.block_start].strip()
    return bare and mention.concept.startswith(GOVERNMENTS)


def _argument(reading: Reading, doc: Doc, group: list[Mention], start: int) -> Argument:
    begin, end = group[0].block_start, group[-1].block_end
    tokens = tokens_of(doc)
    name, behind = tokens.at(begin, end)
    marker, first = phrase(doc, name, start)
    denied = first > 0 and tokens.starts[first - 1] >= start and _denies(tokens, first - 1, start)
    denied = denied or tokens.lower[behind : behind + 1] == ["noch"]  # "het COA noch de gemeenten"
    if len(group) > 1 and _names_one(tokens.text, group[0], group[1]):
        group = group[1:]
    concepts = tuple(dict.fromkeys(reading.speaker_for(mention.concept) for mention in group))
    return Argument(concepts, marker, begin, end, first, behind - 1, denied)


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
    tokens = tokens_of(doc)
    lower, places = tokens.lower, tokens.starts
    first = token
    k = token - 1
    while k >= 0 and places[k] >= start:
        word = lower[k]
        if word == "dat" and (lower[k + 1] in words("determiner") or _opens_here(doc, k)):
            return BARE, first  # "wijst erop dat de provincies": a clause opens there
        if k + 1 < token and lower[k + 1] in words("article") and _modifies(tokens, k):
            break  # "tot 2022 de locaties": the article opens the phrase
        if word in words("determiner") or word in words("title") or word in _BRACKETS or _modifies(tokens, k):
            first = k
            k -= 1
        elif behind := _stands_for(lower, k):
            first = k - behind
            k = first - 1
        else:
            break
    if k < 0 or places[k] < start:
        return BARE, first
    if lower[k] in words("governing_preposition"):
        return _whole_marker(tokens, k, start)
    if lower[k] in ("als", "zowel"):
        return BARE, k
    if first == token and tokens.ends[k] + 1 == places[token] and _is_noun(doc[k]):
        return GENITIVE, first  # "aanbod VNG", "positie LCSV": the noun's genitive without its preposition
    return BARE, first


def _stands_for(lower: Sequence[str], k: int) -> int:
    """How many tokens an organ or group stands before the preposition at `k` that says of whom it is; 0 for none.

    "het bestuur van de VNG", "een werkgroep bestaande uit VNG en IPO".
    """
    behind = {GENITIVE: 1, "uit": 2}.get(lower[k], 0)
    if not 0 < behind <= k or lower[k - behind] not in words("organ"):
        return 0
    return behind if behind == 1 or lower[k - 1] == "bestaande" else 0


_INSTEAD = frozenset({"in plaats van", "in tegenstelling tot"})


@cache
def _complex_markers() -> dict[str, list[tuple[str, ...]]]:
    """The prepositions of several words by the last of them, longest first."""
    markers = [tuple(text.split("_")) for text in words("complex_preposition")]
    index: dict[str, list[tuple[str, ...]]] = {}
    for marker in sorted(markers, key=lambda marker: (-len(marker), marker)):
        index.setdefault(marker[-1], []).append(marker)
    return index


def _is_noun(token: Token) -> bool:
    """Whether the word is a noun, also where it opens the sentence with a capital ("Handreiking flexwoningen")."""
    return token.pos_ == "NOUN" or (
        token.pos_ == "PROPN" and token.i == token.sent.start and token.is_title and len(token) > 4
    )


def _whole_marker(tokens: Tokens, k: int, start: int) -> tuple[str, int]:
    """The preposition at token `k`, or the complex one that ends there."""
    lower = tokens.lower
    for complex_marker in _complex_markers().get(lower[k], ()):
        begin = k - len(complex_marker) + 1
        if begin >= 0 and tuple(lower[begin : k + 1]) == complex_marker and tokens.starts[begin] >= start:
            return " ".join(complex_marker), begin
    return {"v.": "van", "m.": "met"}.get(lower[k], lower[k]), k


def _modifies(tokens: Tokens, k: int) -> bool:
    """Whether the word can stand between a preposition and the noun it governs."""
    part = tokens.parts[k]
    if part not in ("ADJ", "NUM", "VERB", "NOUN"):
        return False
    word = tokens.lower[k]
    if word in words("negation") or word.endswith("."):
        return False
    if part in ("ADJ", "NUM") or (part == "VERB" and word.endswith("nde")):
        return True
    return _PARTICIPLE.fullmatch(word) is not None and _attributive(tokens, k)


_PARTICIPLE = re.compile(r"(?:\w*ge|be|her|ont|ver)\w+(?:de|te|ene)")
"""The inflected form of a participle: "gewijzigde", "bijgestelde", "herziene"."""


def _attributive(tokens: Tokens, k: int) -> bool:
    """Whether a word stands between a determiner and a noun."""
    if not 0 < k < len(tokens.lower) - 1 or tokens.lower[k - 1] not in words("determiner"):
        return False
    return tokens.parts[k + 1] in ("NOUN", "PROPN")


def _denies(tokens: Tokens, k: int, start: int) -> bool:
    """Whether token `k`, just before a phrase, denies it: "niet bij", "niet langer door", "in plaats van"."""
    lower = tokens.lower
    if lower[k] == GENITIVE and k > 1 and lower[k - 2 : k] == ["in", "plaats"]:
        return True  # "bij de gemeente in plaats van bij het COA"
    if lower[k] in words("ended") and k and tokens.starts[k - 1] >= start:
        k -= 1
    return lower[k] in words("negation") or lower[k] in _IN_PLACE_OF


def instead(argument: Argument) -> bool:
    """Whether the phrase names who it is not: "in plaats van VNG"."""
    return argument.denied or argument.marker in _INSTEAD
