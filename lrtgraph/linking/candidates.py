"""Names that look like actors, instruments, persons or places and that the gazetteer lacks.

A candidate is a name that the document introduces with an acronym, a name that begins or ends with a word for a kind
of actor or instrument ("Wet …", "…akkoord"), an acronym, or capitalised words within a sentence; in the attendance
list a name in brackets, in the title what minutes are of. What is a mention already, except by a guess, is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from lrtgraph.dutch.document_titles import title_words
from lrtgraph.dutch.surnames import given_names
from lrtgraph.linking.definitions import Definition
from lrtgraph.linking.lexicon import listed, table
from lrtgraph.linking.matcher import Match
from lrtgraph.linking.words import INSIDE, Words, fold
from lrtgraph.notations import PLACE
from lrtgraph.records import Block, Candidate, Document
from lrtgraph.value import value

Kind = Literal["actor", "instrument", "person", "place"]

_CONTEXT = 80  # characters of context on either side
_LONGEST = 8  # words of a name
_SHORTEST_END = 3  # letters before the last part of a compound
_ACRONYM = re.compile(r"(?=[\w&]*[A-Z][\w&]*[A-Z])[A-Z][A-Za-z&]{1,7}\Z")
_CAPITAL = re.compile(r"[A-ZÀ-Þ][\w'’]*[a-zß-ÿ][\w'’]*\Z")
_LAW_NOUN = re.compile(
    r"(?!(?:is|zijn|was|wordt|werd|heeft|kan|moet|zal|gaat|komt|die|dat|nog|niet|ook|te|om|per)\b)[a-zë-]{4,}\Z"
)


@dataclass(frozen=True, slots=True)
class Shape:
    """What a word's spelling says: an acronym, the first word of a name, a capitalised word, a compound of a kind."""

    acronym: bool
    first: Kind | None
    capital: bool
    last: Kind | None


@value
class Piece:
    """A stretch of a block's text that may be a name of a kind."""

    start: int
    end: int
    kind: Kind


def candidates(
    document: Document,
    blocks: Sequence[Block],
    words: Sequence[Words],
    mentions: Sequence[Sequence[Match]],
    unknown: Mapping[int, Sequence[Definition]],
    passing: frozenset[str],
) -> tuple[Candidate, ...]:
    """The candidates of a document, in order of place.

    `words[i]` and `mentions[i]` belong to `blocks[i]`; `unknown` holds the definitions of which neither the name nor
    the acronym is known, `passing` folded names that the gazetteer has but that are not linked. Of attendance lists
    only the seats count, of the head the title.
    """
    defined = {d.acronym: _kind(words[i].text[d.start : d.end]) for i, ds in unknown.items() for d in ds}
    found: list[Candidate] = []
    for index, block in enumerate(blocks):
        around = _around(words[index], block)
        taken = bytearray(len(block.text))  # 1 where a mention stands
        for mention in mentions[index]:
            if mention.rule != "sited-place" and not (around and _is_part_of(mention, around)):
                taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
        if around is not None:
            found.extend(_candidate(document, block, piece) for piece in _apart(around, taken))
            continue
        long_forms = (Piece(d.start, d.end, _kind(block.text[d.start : d.end])) for d in unknown.get(index, ()))
        pieces = [*long_forms, *_sited(mentions[index]), *_pieces(words[index], defined)]
        whole = (piece for piece in pieces if not _is_parted(piece, block))
        new = (p for p in _apart(whole, taken) if fold(block.text[p.start : p.end]) not in passing)
        found.extend(_candidate(document, block, piece) for piece in new)
    return tuple(found)


def _around(words: Words, block: Block) -> list[Piece] | None:
    """The names in a block around the text of minutes, seats or the title; None for a block of the text."""
    if block.kind == "attendance":
        return list(_seats(words))
    if block.kind in {"furniture", "letterhead"}:
        return list(_titled(words))
    return None


def _seats(words: Words) -> Iterator[Piece]:
    """The names that open brackets behind somebody: "Van der Lee (Wonen Oost)"."""
    for i in range(1, len(words)):
        if words.folded[i - 1] == "(" and (_CAPITAL.match(words.word(i)) or _ACRONYM.match(words.word(i))):
            last = _run(words, i)
            if last < len(words) and words.folded[last] in {")", ",", ";"} and words.word(i) not in stopped():
                yield Piece(words.starts[i], words.ends[last - 1], "actor")


def _titled(words: Words) -> Iterator[Piece]:
    """What minutes are of: "Verslag Woonkamer Oost"."""
    for hit in title_words().finditer(words.text):
        first = words.at(hit.end())
        while first < len(words) and words.folded[first] in INSIDE:
            first += 1
        if first < len(words) and (_CAPITAL.match(words.word(first)) or _ACRONYM.match(words.word(first))):
            last = _run(words, first)
            if last > first + 1 or _ACRONYM.match(words.word(first)):
                yield Piece(words.starts[first], words.ends[last - 1], "actor")
            return


def _is_part_of(mention: Match, pieces: Iterable[Piece]) -> bool:
    """Whether a mention is a place in a longer name: "Woonkamer Vechtdal"."""
    inside = (p for p in pieces if p.start <= mention.start and mention.end <= p.end)
    return mention.concept.startswith(PLACE) and any((p.start, p.end) != (mention.start, mention.end) for p in inside)


def _is_parted(piece: Piece, block: Block) -> bool:
    """Whether a stretch goes over the edge of a table's cell."""
    return any(piece.start < end < piece.end for _, end in block.cells)


def _apart(pieces: Iterable[Piece], taken: bytearray) -> list[Piece]:
    """The longest of pieces that overlap, without those that lie where something is taken."""
    kept: list[Piece] = []
    for piece in sorted(pieces, key=lambda p: (p.start - p.end, p.start)):
        if not any(taken[piece.start : piece.end]):
            taken[piece.start : piece.end] = b"\1" * (piece.end - piece.start)
            kept.append(piece)
    return sorted(kept, key=lambda p: p.start)


def _candidate(document: Document, block: Block, piece: Piece) -> Candidate:
    start, end = block.raw(piece.start, piece.end)
    around = block.text[max(0, piece.start - _CONTEXT) : piece.end + _CONTEXT]
    return Candidate(start, end, document.text[start:end], piece.kind, around)


def _sited(mentions: Iterable[Match]) -> Iterator[Piece]:
    return (Piece(m.start, m.end, "place") for m in mentions if m.rule == "sited-place")


def _pieces(words: Words, defined: dict[str, Kind]) -> Iterator[Piece]:
    """Names by their shape; a heading in capitals has none."""
    if words.text.isupper():
        return
    for i, word in enumerate(words.surfaces):
        shape = _shape(word)
        if shape is None or (i > 0 and words.is_hyphen(i - 1)):
            continue
        if shape.acronym and word not in defined and i > 0 and words.folded[i - 1][-1].isdigit():
            continue  # a unit
        if shape.acronym or word in defined:
            yield Piece(words.starts[i], words.ends[i], defined.get(word, "actor"))
        elif shape.first is not None and (typed := _typed(words, i, shape.first)) is not None:
            yield typed
        elif shape.capital and not words.opens_sentence(i):
            last = _run(words, i)
            if last > i + 1:
                kind: Kind = "person" if word in given_names() else "actor"
                yield Piece(words.starts[i], words.ends[last - 1], kind)
        elif shape.last is not None:
            yield Piece(words.starts[i], words.ends[i], shape.last)


@lru_cache(maxsize=65536)
def _shape(word: str) -> Shape | None:
    """The shape of a word; None for one that says nothing, as most do, or is never a name."""
    if word in stopped():
        return None
    first, last = heads()["first"].get(word) or heads()["title"].get(word), _by_last_part(word)
    shape = Shape(_ACRONYM.match(word) is not None, first, _CAPITAL.match(word) is not None, last)
    return shape if word[0].isupper() or shape.first or shape.last else None


def _typed(words: Words, i: int, kind: Kind) -> Piece | None:
    """A name that begins with a word for its kind: "Wet betaalbare huur", "Commissie Rombouts"."""
    if i + 1 >= len(words):
        return None
    last = _run(words, i)
    if words.word(i) in heads()["title"]:
        while last < len(words) and last - i < _LONGEST and _LAW_NOUN.match(words.word(last)):
            last += 1
    return Piece(words.starts[i], words.ends[last - 1], kind) if last > i + 1 else None


def _run(words: Words, i: int) -> int:
    """The word just past the capitalised words, with small words inside, that begin at a word."""
    last = j = i + 1
    while j < len(words) and j - i < _LONGEST and words.starts[j] - words.ends[j - 1] <= 1:
        if _CAPITAL.match(words.word(j)) or _ACRONYM.match(words.word(j)):
            last = j + 1
        elif words.folded[j] not in INSIDE and not words.is_hyphen(j):
            break
        j += 1
    return last


def _by_last_part(word: str) -> Kind | None:
    """The kind of a compound by its last part: "Terugkeerrichtlijn"."""
    folded = fold(word)
    return next(
        (
            kind
            for end, kind in heads()["last"].items()
            if folded.endswith(end) and len(folded) - len(end) >= _SHORTEST_END
        ),
        None,
    )


def _kind(long_form: str) -> Kind:
    """Whether a name is an instrument's or an actor's, by the words for kinds in it."""
    words = [fold(word) for word in re.findall(r"\w+", long_form)]
    instruments = {fold(word) for table in heads().values() for word, kind in table.items() if kind == "instrument"}
    return "instrument" if any(word.endswith(tuple(instruments)) for word in words) else "actor"


@cache
def heads() -> dict[str, dict[str, Kind]]:
    """Words for kinds of actors and instruments by where they stand, each with its kind.

    Those that begin a name, "first"; those whose name may go on in small letters, "title"; those that end a
    compound, "last".
    """
    tables: dict[str, dict[str, Kind]] = {"first": {}, "title": {}, "last": {}}
    kinds: dict[str, Kind] = {"actor": "actor", "instrument": "instrument"}
    for row in table("candidate_heads"):
        tables[row["position"]][row["word"]] = kinds[row["kind"]]
    return tables


@cache
def stopped() -> frozenset[str]:
    """Capitalised words and acronyms that are no names."""
    return listed("no_candidates")
