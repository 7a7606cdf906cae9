"""Clauses of a Dutch sentence by what opens them: main clauses, their coordinations, subordinate and relative clauses.

Minutes are full of verbless and telegram sentences on which a parse cannot be trusted, so clauses are cut at the words
that open them: a subordinator, a relative pronoun behind a comma, a coordination that brings its own finite verb.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lrtgraph.extraction.lexicon import words
from lrtgraph.extraction.verbs import HEBBEN, MODAL, WORDEN, ZIJN, Use

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

SUBORDINATORS = words("subordinator")
_RELATIVE = words("relative")
_SOMETIMES = words("sometimes_subordinator")
_INDIRECT = frozenset({"wie", "hoe", "waarom", "hoeveel"})
_ASKED = frozenset({"wie", "welk", "welke"})
_COORDINATORS = words("coordinator")


@dataclass(frozen=True, slots=True)
class Clause:
    """Token indices `[start, end)` of a clause in its Doc; `opener` is its subordinator, None for a main clause."""

    start: int
    end: int
    opener: str | None

    @property
    def main(self) -> bool:
        """Whether no subordinator or relative opens it."""
        return self.opener is None


def lower_words(doc: Doc) -> list[str]:
    """The tokens of a Doc in lower case, made once a Doc: a block can hold a hundred thousand sentences."""
    known: list[str] | None = doc.user_data.get(_LOWER)
    if known is None:
        known = [token.lower_ for token in doc]
        doc.user_data[_LOWER] = known
    return known


def tokens_at(doc: Doc, start: int, end: int) -> Span:
    """The tokens that cover `[start, end)` of a Doc's text, as `Doc.char_span` gives them, without reading all of it.

    >>> from lrtgraph.language import load
    >>> tokens_at(load()("Het COA meldt dit."), 5, 9).text
    'COA meldt'
    """
    starts: list[int] | None = doc.user_data.get(_STARTS)
    if starts is None:
        starts = [token.idx for token in doc]
        doc.user_data[_STARTS] = starts
    return doc[max(0, bisect_right(starts, start) - 1) : bisect_left(starts, end)]


_LOWER = "lrtgraph.lower"
_STARTS = "lrtgraph.starts"


def is_finite(token: Token) -> bool:
    """Whether the token is a finite verb, by its form where it is an auxiliary, else by its morphology."""
    word = token.lower_
    if word == "zet" and token.i and token.nbor(-1).lower_ == "aan":
        return False  # "aan zet"
    if word in MODAL or word in WORDEN - {"worden"} or word in ZIJN - {"zijn"} or word in HEBBEN - {"hebben"}:
        return True
    return token.pos_ in ("VERB", "AUX") and "Fin" in token.morph.get("VerbForm", [])


def is_noun_use(doc: Doc, use: Use) -> bool:
    """Whether what looks like a verb is a noun ("heeft afspraken gemaakt", "de besluiten")."""
    token = doc[use.verb]
    following = token.nbor().lower_ if token.i + 1 < len(doc) else ""
    if token.i and token.nbor(-1).lower_ == "het" and following == "van":
        return True  # "het uitvoeren van de taak"
    if use.form != "finite" or token.pos_ != "NOUN" or token.i == 0:
        return False
    if token.nbor(-1).pos_ in ("DET", "ADJ"):
        return True
    return any(is_finite(other) for other in doc[token.sent.start : token.i])


def clauses(sentence: Span) -> tuple[Clause, ...]:
    """The clauses of a sentence in order, without gaps; an empty sentence has none.

    >>> from lrtgraph.language import load
    >>> doc = load()("COA meldt dat de brief is verstuurd, en VNG reageert; IPO zwijgt.")
    >>> [(clause.opener, doc[clause.start : clause.end].text) for clause in clauses(doc[:])]
    [(None, 'COA meldt'), ('dat', 'dat de brief is verstuurd,'), (None, 'en VNG reageert;'), (None, 'IPO zwijgt.')]
    """
    tokens = list(sentence)
    if not tokens:
        return ()
    finite = [is_finite(token) for token in tokens]
    cuts: list[tuple[int, str | None]] = [(0, None)]
    for k in range(len(tokens)):
        opener = _opening(tokens, finite, k, cuts[-1])
        if opener is not _NONE and k > cuts[-1][0]:
            cuts.append((k, opener))
        elif opener is not _NONE and k == 0 and opener is not None:
            cuts[0] = (0, opener)
    base = tokens[0].i
    ends = [start for start, _ in cuts[1:]] + [len(tokens)]
    return tuple(Clause(base + start, base + end, opener) for (start, opener), end in zip(cuts, ends, strict=True))


_NONE = ""  # no clause opens here


def _opening(tokens: Sequence[Token], finite: Sequence[bool], k: int, current: tuple[int, str | None]) -> str | None:
    """The opener of the clause that begins at token `k`: a word, None for a main clause, _NONE where none begins."""
    word = tokens[k].lower_
    before = tokens[k - 1].lower_ if k else ""
    start, opener = current
    if before in (";", ":") or (k and before == "." and k < len(tokens) - 1 and tokens[k].is_title):
        return word if word in SUBORDINATORS else None
    if before == "," and word == "dan" and opener in SUBORDINATORS and any(finite[start:k]):
        return None if finite[k + 1 : k + 2] == [True] else _NONE  # "Mocht de wet vervallen, dan komt …"
    if before == "," and word == "ook" and k + 1 < len(tokens) and tokens[k + 1].lower_ == "al":
        return "al"  # "…, ook al was daar sprake van"
    if word in SUBORDINATORS and not (word == "mocht" and k and before != "," and not before.endswith(".")):
        return _NONE if word == "dat" and _determines(tokens, k) and before != "," else word
    if before == "," and word in _RELATIVE:
        return word
    following = tokens[k + 1].lower_ if k + 1 < len(tokens) else ""
    if k and tokens[k].pos_ == "ADP" and following in _ASKED:
        return following  # "tot wie gemeenten zich kunnen richten"
    if word == "waar" and k and tokens[k - 1].pos_ == "NOUN":
        return word  # "gemeenten waar de koppeling stagneert"
    if word == "die" and k and tokens[k].pos_ == "PRON" and tokens[k - 1].pos_ in ("NOUN", "PROPN"):
        return word
    if (
        word in _SOMETIMES
        and tokens[k].pos_ in ("SCONJ", "PRON", "ADV")
        and (before in words("asking") | {",", ""} or (word in _INDIRECT and tokens[k].pos_ != "ADV"))
    ):
        return word if word != "of" or before != "" else _NONE
    if word == "om" and any(t.lower_ == "te" for t in tokens[k + 1 : k + 20]):
        return "om"
    closed = any(finite[start:k])
    if before == "," and (word == "aldus" or (word == "zo" and finite[k + 1 : k + 2] == [True])):
        inserted = any(token.text == "," for token in tokens[k + 1 : k + 9])  # "…, aldus de minister, is aan …"
        return _NONE if inserted else None
    if before == "," and opener is not None and closed and finite[k]:
        return None
    if (
        opener in SUBORDINATORS
        and closed
        and finite[k]
        and start == 0
        and tokens[k - 1].pos_ in ("VERB", "AUX")
        and k + 2 < len(tokens)
    ):
        return None  # "Zolang de wet niet is aangenomen blijft …"
    if before == "," and opener in _RELATIVE and closed and k >= 2 and tokens[k - 2].pos_ in ("VERB", "AUX"):
        return None
    if (
        word in _COORDINATORS
        and closed
        and not (finite[k - 1] and finite[k + 1 : k + 2] == [True])
        and _brings_verb(tokens, finite, k)
    ):
        return opener if word == "en" and before != "," and _verb_final(tokens, finite, k) else None
    if (
        before == ","
        and closed
        and tokens[k].pos_ in ("PROPN", "PRON", "DET")
        and _brings_verb(tokens, finite, k, reach=6)
    ):
        return None if opener is None else _NONE
    return _NONE


def _determines(tokens: Sequence[Token], k: int) -> bool:
    """Whether "dat" is a determiner or pronoun ("dat toezicht", "Dat vindt zij")."""
    if not any(token.pos_ in ("VERB", "AUX") for token in tokens[k + 1 :]):
        return True
    if k and (tokens[k - 1].pos_ in ("VERB", "AUX") or tokens[k - 1].lower_ in words("announcing")):
        return False
    if tokens[k].pos_ in ("DET", "PRON"):
        return True
    return k == 0 and len(tokens) > 1 and (is_finite(tokens[1]) or tokens[1].pos_ in ("NOUN", "ADJ"))


def _brings_verb(tokens: Sequence[Token], finite: Sequence[bool], k: int, reach: int = 40) -> bool:
    """Whether a finite verb follows before the next boundary."""
    for j in range(k + 1, min(len(tokens), k + 1 + reach)):
        if tokens[j].lower_ in (";", ":", ",") or tokens[j].lower_ in SUBORDINATORS:
            return False
        if finite[j]:
            return True
    return False


def _verb_final(tokens: Sequence[Token], finite: Sequence[bool], k: int) -> bool:
    """Whether the coordinated clause has its finite verb at its end, as a subordinate clause has."""
    stop = next((j for j in range(k + 1, len(tokens)) if tokens[j].text in ";:,."), len(tokens))
    places = [j for j in range(k + 1, stop) if finite[j]]
    return bool(places) and places[0] >= stop - 2 and places[0] > k + 2
