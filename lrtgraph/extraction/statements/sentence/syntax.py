"""Where a Dutch main clause begins and ends, and where what its verb governs opens, by the order of words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from lrtgraph.dutch.conjugation import conjugation
from lrtgraph.extraction.grammar.clauses import SUBORDINATORS
from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.grammar.tokens import NAMING, STOPS
from lrtgraph.extraction.statements.sentence.passage import Passage
from lrtgraph.value import value

_INDIRECT = words("question_word")
_ANNOUNCING = words("announcing")
_STOPS = STOPS | {":"}
_OPENERS = SUBORDINATORS | _INDIRECT | words("relative") | {"al", "als", "dat", "die", "om", "wat"}


@cache
def forms(name: str) -> frozenset[str]:
    """All finite forms of the verbs in a class of words."""
    return frozenset(form for verb in words(name) for form in conjugation(verb).finite)


@value
class MainClause:
    """The main clause in a piece: tokens `[start, end)`; `opener` is the token that opens what it governs, or `end`.

    `led` says that something other than the verb comes first: a subordinate clause, so that the verb may open.
    """

    start: int
    end: int
    opener: int
    led: bool


def skip(passage: Passage, start: int, end: int, classes: tuple[str, ...]) -> int:
    """The first token from `start` that is in none of the word classes."""
    allowed = words(*classes)
    while start < end and passage.words[start] in allowed and passage.starting(start) is None:
        start += 1
    return start


def main_clause(passage: Passage, start: int, end: int) -> MainClause:
    """The main clause of a piece, behind a leading subordinate clause and before what its verb governs."""
    known = passage.clauses.get((start, end))
    if known is None:
        known = passage.clauses[start, end] = _main_clause(passage, start, end)
    return known


def _main_clause(passage: Passage, start: int, end: int) -> MainClause:
    lower = passage.words
    begin, led = start, False
    first = skip(passage, start, end, ("aanhef",))
    contrasted = first + 1 < end and lower[first] == "waar" and passage.starting(first + 1) is not None
    if first < end and (contrasted or (subordinates(passage, first, start) and lower[first] not in ("dat", "of"))):
        comma = next(
            (
                k
                for k in range(first + 1, end - 1)
                if lower[k] == "," and any(passage.finite[j] for j in range(k + 1, min(k + 3, end)))
            ),
            None,
        )
        if comma is not None:
            begin, led = comma + 1, True
    if not led and first < end and passage.finite[first]:
        then = next((k for k in range(first + 2, end - 2) if lower[k] == "," and lower[k + 1] == "dan"), None)
        if then is not None and passage.finite[then + 2]:
            begin, led = then + 1, True  # "Gebeurt dat niet, dan …"
    seen = False
    for k in range(begin, end):
        if lower[k] in _STOPS and k > begin:
            return MainClause(begin, k, end, led)
        if seen and lower[k] in _OPENERS and _opens(passage, k, end):
            return MainClause(begin, min(k + 1, end), k, led)
        seen = seen or passage.finite[k]
    return MainClause(begin, end, end, led)


def main_level(passage: Passage, start: int, end: int) -> Iterator[int]:
    """The tokens outside relative clauses: "De cijfers die COA toont, dalen", "SJenV, die voorzit, meldt …".

    A relative clause ends at the next comma before a finite verb, or with the stretch.
    """
    k = start
    while k < end:
        if k > start and _opens_relative(passage, k):
            closing = (n for n in range(k + 1, end - 1) if passage.words[n] == "," and passage.finite[n + 1])
            k = next(closing, end)
            continue
        yield k
        k += 1


def _opens_relative(passage: Passage, k: int) -> bool:
    """Whether a pronoun stands behind what its relative clause tells of."""
    if passage.words[k - 1] == "," and passage.parts[k] == "ADP":
        return k + 1 < len(passage.words) and passage.words[k + 1] in words("relative") | {"wier", "wiens"}
    if passage.words[k] not in words("relative"):
        return False
    return passage.words[k - 1] == "," or passage.parts[k - 1] == "NOUN" or passage.at(k - 1) is not None


def subordinates(passage: Passage, k: int, start: int) -> bool:
    """Whether a subordinate clause opens at `k`, in a piece that begins at `start`."""
    word = passage.words[k]
    if word in SUBORDINATORS or word in ("als", "toen"):
        return passage.starting(k) is None and not (word == "mocht" and k > start)
    return False


def _opens(passage: Passage, k: int, end: int) -> bool:
    """Whether what the verb governs opens at `k`, behind the verb: a subordinate, indirect or relative clause."""
    lower = passage.words
    word, before = lower[k], lower[k - 1]
    if word == "dat" and lower[k + 2 : k + 3] == (",",) and passage.parts[k + 1] in ("ADP", "ADV"):
        return False  # "juicht dat toe, onder aantekening dat …"
    denied = not words("denying").isdisjoint(lower[k + 1 : k + 2])
    if word == "dat" and denied and not (SUBORDINATORS | {"als"}).isdisjoint(lower[k + 2 : k + 3]):
        return False  # "steunt dat niet zolang het geld ontbreekt"
    if word == "dat":
        behind = range(k + 1, _sentence_part(passage, k, end))
        tags = {passage.parts[n] for n in behind if not lower[n].endswith(("nd", "nde"))}
        verbal = "AUX" in tags or ("VERB" in tags and not tags.isdisjoint(NAMING))
        verbal = verbal or any(passage.finite[n] for n in behind)
        if not verbal or passage.parts[k] != "DET" or before in _ANNOUNCING:
            return verbal
        return k + 1 < end and "Plur" in passage.doc[k + 1].morph.get("Number", [])  # "brengt in dat werkgevers …"
    if word in SUBORDINATORS and word != "mocht":
        return passage.at(k) is None
    if word == "wat" and before == "wel":
        return False  # "ziet wel wat in een proef"
    if word == "al" and before == "," and passage.finite[k + 1 : k + 2] == (True,):
        return True  # "…, al is het niet ideaal"
    if word in _INDIRECT:
        return before not in ("zowel",) and (word != "of" or not _between_nouns(passage, k))
    if before == "," and word in words("relative"):
        return True
    if word == "die" and passage.parts[k] == "PRON" and (passage.parts[k - 1] == "NOUN" or passage.at(k - 1)):
        return True
    if word == "als":
        return before == ","
    return word == "om" and "te" in lower[k + 1 : min(end, k + 22)]


def _sentence_part(passage: Passage, k: int, end: int) -> int:
    """Where the part that begins at `k` ends at the latest."""
    return next((n for n in range(k + 1, end) if passage.words[n] in (";", ":")), end)


def _between_nouns(passage: Passage, k: int) -> bool:
    """ "een plan of een brief": the conjunction joins nouns."""
    doc = passage.doc
    return k + 1 < len(doc) and doc[k - 1].pos_ in ("NOUN", "PROPN", "NUM") and doc[k + 1].pos_ in ("NOUN", "NUM")


def is_acted_on(passage: Passage, k: int, end: int) -> bool:
    """Whether an infinitive has whoever ends at `k` do something: "JenV te verzoeken de regeling aan te passen"."""
    to = next((n for n in range(k, min(k + 2, end - 1)) if passage.words[n] == "te"), None)
    return to is not None and passage.words[to + 1] in words("charging")
