"""Whether a verdict is on something else than the instrument that its agenda item is on: "vindt de zaal te klein".

Somebody is for or against an instrument that he does not name where he names nothing else that he judges ("is tegen"),
where a noun stands for it ("steunt het voorstel"), or where he points to it ("is hiertegen"). Whoever has a noun of his
own behind his verb or its preposition ("is blij met de factsheet", "vreest dat burgemeesters worden bedreigd") judges
that, though he speaks under the item.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Final

from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.grammar.tokens import STOPS, VERBAL, phrase_start, tokens_of
from lrtgraph.extraction.statements.sentence.blocks import SILENT_KINDS
from lrtgraph.extraction.statements.sentence.syntax import forms
from lrtgraph.extraction.statements.speech.lexicon import VERDICTS, noun_frames, sightings, state_frames
from lrtgraph.extraction.statements.subject.termination import instruments
from lrtgraph.value import value

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading
    from lrtgraph.extraction.grammar.tokens import Tokens
    from lrtgraph.extraction.statements.course.floor import Contribution

_SIDED: Final = frozenset({"tegen", "over", "voor", "aan", "in"})
"""Prepositions behind which a noun without an article is what is judged: "waarschuwt voor leegstand"."""
_GUESSED: Final = frozenset({"wording", "likely"})
_AGREED: Final = frozenset({"eens", "oneens"})


@value
class _Clause:
    """A main clause of a contribution with the clauses that are its objects: "vreest dat burgemeesters afhaken".

    `passed` are the tokens of who speaks, which are nothing that he judges.
    """

    tokens: Tokens
    places: range
    passed: frozenset[int]

    def points(self) -> bool:
        """ "is hiertegen", "vindt dit een brug te ver", "noemt het onhaalbaar"; not "vindt het jammer dat …"."""
        lower, parts = self.tokens.lower, self.tokens.parts
        main = self._main()
        inside = lower[main.start : main.stop]
        for k in main:
            alone = parts[k] != "DET" or k + 1 == self.places.stop or parts[k + 1] not in ("NOUN", "ADJ")
            if lower[k] in words("back_reference") - {"eens"} and alone:
                return True
            if lower[k] == "het" and parts[k] == "PRON" and main == self.places and _AGREED.isdisjoint(inside):
                return True
        return False

    def _main(self) -> range:
        """The clause without those that are its objects."""
        tokens = self.tokens
        opens = (k for k in self.places if tokens.parts[k] == "SCONJ" and tokens.lower[k] != "te")
        return range(self.places.start, next(opens, self.places.stop))

    def without_explanation(self) -> _Clause:
        """The same up to a colon behind which it is explained: "betreurt de toon: die is dreigend"."""
        tokens, start = self.tokens, self.places.start
        explains = (k for k in self.places if tokens.lower[k] == ":" and not VERBAL.isdisjoint(tokens.parts[start:k]))
        colon = next(explains, None)
        if colon is None:
            return self
        told = _Clause(tokens, range(start, colon), self.passed)
        return told if told.points() or any(True for _ in told.objects()) else self

    def other(self) -> bool:
        """Whether the noun that it judges stands for no instrument, and none beside it does; a delay is none."""
        tokens, objects = self.tokens, list(self.objects())
        if not words("delay").isdisjoint(tokens.lower[self.places.start : self.places.stop]):
            return True
        if not objects:
            return False
        first, *more = objects
        joined = (k for k in more if tokens.parts[phrase_start(tokens, k, first) - 1] == "CCONJ")
        return not any(self._is_instrument(k) for k in (first, *joined))

    def means(self) -> bool:
        """Whether a noun in it stands for an instrument."""
        return any(map(self._is_instrument, self.places))

    def _is_instrument(self, k: int) -> bool:
        """Whether a noun stands for an instrument, or for its going on: "steunt een verlenging"."""
        lower = self.tokens.lower
        goes_on = lower[k] in words("prolongation") and lower[k + 1 : k + 2] != ["van"]
        return goes_on or lower[k] in words("instrument_noun")

    def objects(self) -> Iterator[int]:
        """The nouns that it judges, with what is told of them: no act noun, no adverbial, and nothing of who speaks."""
        carried: dict[int, bool] = {}
        taken = self._taken()
        for k in self.places:
            if not self._is_noun(k) or k in self.passed:
                continue
            before = phrase_start(self.tokens, k, self.places.start) - 1
            governed = before >= self.places.start and self.tokens.parts[before] == "ADP"
            carries = not governed or before in taken or carried.get(before - 1, True)
            own = self.tokens.lower[k] in _siding() or k in taken
            carried[k] = carries and own
            if carries and not own and not (governed and before not in taken and self._is_beside(k, before)):
                yield k

    def _is_noun(self, k: int) -> bool:
        """Whether a token is a noun, or a figure without one: "had 2.000 gewild"."""
        parts, lower = self.tokens.parts, self.tokens.lower
        if parts[k] == "NUM":
            before = phrase_start(self.tokens, k, self.places.start) - 1
            bare = k + 1 < self.places.stop and parts[k + 1] not in ("NOUN", "ADJ", "PROPN", "NUM", "SYM")
            return bare and lower[k][:1].isdigit() and parts[before] not in ("ADP", "NOUN")
        known = lower[k] in words("instrument_noun") and k > self.places.start and parts[k - 1] == "DET"
        return parts[k] == "NOUN" or known

    def _taken(self) -> frozenset[int]:
        """The tokens of the predicates of speech that it has: "ziet niets in", "heeft begrip voor"."""
        lower, places = self.tokens.lower, self.places
        verbal = (k for k in places if self.tokens.parts[k] in VERBAL)
        found = (sightings(lower, places.start, places.stop, k)[:1] for k in verbal)
        return frozenset(token for one in found for sighting in one for token in sighting.used)

    def _is_beside(self, k: int, before: int) -> bool:
        """Whether a noun behind a preposition tells how, when, why or for whom somebody judges: "namens de leden"."""
        lower = self.tokens.lower
        if lower[before] in words("ground_preposition"):
            return True
        if lower[k] in words("reserving", "sitting", "season", "reason", "footing", "viewing", "delegate"):
            return True
        return before == k - 1 and lower[before] not in _SIDED and not lower[k].endswith(("en", "s"))

    def judges(self) -> bool:
        """Whether it has a word by which somebody is for or against something, or values it."""
        lower = self.tokens.lower
        for k in self.places:
            states = state_frames().get(lower[k], ())
            if lower[k] in _siding() or any(one.act in VERDICTS for one in states) or lower[k] in forms("evaluating"):
                return True
            found = sightings(lower, self.places.start, self.places.stop, k)
            if found and not VERDICTS.isdisjoint((found[0].frame.act, found[0].frame.denied)):
                return True
        return False


@cache
def _siding() -> frozenset[str]:
    """Nouns by which somebody takes a side, and that have what it is about behind them: "zorgen over"."""
    return frozenset(noun_frames()) | words("misgiving", "act_noun", "courtesy")


def judges_another(reading: Reading, row: Contribution, about: Sequence[str]) -> tuple[str, ...]:
    """Those instruments that a contribution for or against something is about, and that it does not judge.

    In: what it is about. Out: of that the instruments which it neither names nor means by a bare noun, where it judges
    something by a noun of its own, or points to what was said before, and that was of something else.
    """
    unnamed = _unnamed(reading, row, about) if row.act in VERDICTS else ()
    if not unnamed:
        return ()
    other = plain = meant = judged = False
    for clause in (one for place in row.places for one in _clauses(reading, row, place)):
        if not clause.points():
            elsewhere = clause.other()
        elif other or judged or meant:
            elsewhere = not (plain or meant)
        else:
            elsewhere = _told_of_another(reading, row, unnamed)
        other, judged = other or elsewhere, judged or clause.judges()
        plain = plain or (clause.judges() and not elsewhere)
        meant = meant or (not elsewhere and clause.means())
    guessed = row.rule in _GUESSED and not judged
    return unnamed if (other or guessed) and not plain else ()


def points_back(reading: Reading, row: Contribution) -> bool:
    """Whether a contribution judges what it points to, and no noun of its own: "VNG kan hiermee leven"."""
    clauses = [*_clauses(reading, row, row.places[0])][:1]
    return any(clause.points() and not any(True for _ in clause.objects()) for clause in clauses)


def _unnamed(reading: Reading, row: Contribution, about: Sequence[str]) -> tuple[str, ...]:
    """The instruments among topics that a contribution does not name, by a bare noun or otherwise."""
    named = {concept for place in row.places for concept in _named(reading, place, about)}
    return tuple(concept for concept in about if reading.is_instrument(concept) and concept not in named)


def _named(reading: Reading, place: tuple[int, int, int], about: Sequence[str]) -> Iterator[str]:
    """The instruments that a stretch of a block names, also by a bare noun, and not beside what it says.

    Beside it stands what is named in a reason, a condition or an explanation, or behind "volgens".
    """
    block, tokens = place[0], tokens_of(reading.docs[place[0]])
    first, last = tokens.at(*place[1:])
    names = [*instruments(reading, block, first, last)]
    names += [one for one in instruments(reading, block, first, last, about) if _is_named(reading, tokens, one)]
    for begin, _, concept in names:
        before = phrase_start(tokens, begin, first) - 1
        ground = before >= first and tokens.lower[before] in words("ground_preposition")
        if not ground and not in_beside(tokens, begin, first):
            yield concept


def _is_named(reading: Reading, tokens: Tokens, name: tuple[int, int, str]) -> bool:
    """Whether a bare noun is one for the thing itself: "de wet"; not "het toezicht"."""
    noun, known = tokens.lower[name[0]], reading.gazetteer.concepts.get(name[2])
    return noun in words("instrument_noun") or (known is not None and noun in known.pref_label.lower())


def in_beside(tokens: Tokens, k: int, start: int) -> bool:
    """Whether a token stands in a sentence's clause of a reason or condition, or behind a colon after its verb."""
    lower = tokens.lower
    opener = next((n for n in range(k, start - 1, -1) if lower[n] in STOPS), start - 1) + 1
    beside = next((n for n in range(k, opener - 1, -1) if lower[n] in words("reason_opener", "condition")), None)
    if beside is not None and "," not in lower[beside:k]:
        now = lower[beside] == "nu" and tokens.parts[beside - 1] in ("PUNCT", "NOUN", "PROPN")
        return beside == opener or now or tokens.parts[beside] in ("SCONJ", "CCONJ")
    colon = next((n for n in range(k, opener, -1) if lower[n] == ":"), opener)
    return not VERBAL.isdisjoint(tokens.parts[opener:colon])


def _clauses(reading: Reading, row: Contribution, place: tuple[int, int, int]) -> Iterator[_Clause]:
    """The main clauses of a stretch of text, but for what gives a reason or a condition."""
    tokens = tokens_of(reading.docs[place[0]])
    start, end = tokens.at(*place[1:])
    passed = _speaking(reading, row, tokens, place)
    begins = [start, *(k for k in range(start + 1, end) if _begins(tokens, k, end))]
    for begin, stop in zip(begins, [*begins[1:], end], strict=True):
        if tokens.lower[begin] not in words("reason_opener", "condition"):
            yield _Clause(tokens, range(begin, stop), passed).without_explanation()


def _begins(tokens: Tokens, k: int, end: int) -> bool:
    """Whether a clause begins at a token that is no object of the one before it."""
    lower, parts = tokens.lower, tokens.parts
    if lower[k] in words("reason_opener", "condition") and parts[k] in ("SCONJ", "CCONJ"):
        return True
    if parts[k] == "CCONJ":
        return any(tokens.finite[k + 1 : min(k + 3, end)])
    if lower[k] == "al" and parts[k + 2 : k + 3] in (["PRON"], ["DET"]):
        return tokens.finite[k + 1]  # "kan hiermee leven al had het lager gemogen"
    return lower[k - 1] in STOPS or (lower[k - 1] == "," and parts[k] != "SCONJ")


def _speaking(reading: Reading, row: Contribution, tokens: Tokens, place: tuple[int, int, int]) -> frozenset[int]:
    """The tokens of who speaks: his names, with all before the verb where he stands there, but for a label."""
    start, end = tokens.at(*place[1:])
    found: set[int] = set()
    for mention in reading.mentions_in(*place):
        if mention.concept in row.speakers or mention.concept in row.persons:
            first, last = tokens.at(mention.block_start, mention.block_end)
            verb = next((k for k in range(start, end) if tokens.finite[k]), end)
            begin = next((k + 1 for k in range(first, start, -1) if tokens.lower[k] == ":"), start)
            found.update(range(begin, verb) if last <= verb < end else range(first, last))
    return frozenset(found)


def _told_of_another(reading: Reading, row: Contribution, concepts: Sequence[str]) -> bool:
    """Whether the sentence before a contribution told of something else than some instruments.

    Not where it names them, or a noun that stands for such ("het besluit"), or took a side for or against them.
    """
    place = sentence_before(reading, row)
    if place is None or not set(concepts).isdisjoint(_named(reading, place, concepts)):
        return False
    tokens = tokens_of(reading.docs[place[0]])
    first, last = tokens.at(*place[1:])
    clause = _Clause(tokens, range(first, last), frozenset())
    if clause.means():
        return False
    nouns = any(tokens.parts[k] == "NOUN" and tokens.lower[k] not in _siding() for k in clause.places)
    return nouns or not clause.judges()


def sentence_before(reading: Reading, row: Contribution) -> tuple[int, int, int] | None:
    """The sentence right before a contribution in its agenda item, as a stretch of a block; None where it opens it."""
    block: int = row.places[0][0]
    start: int | None = row.places[0][1]
    while block >= 0 and reading.layout.blocks[block].item == row.item:
        tokens = tokens_of(reading.docs[block])
        text = reading.layout.blocks[block]
        if text.kind in SILENT_KINDS:
            return None
        last = tokens.at(start, start + 1)[0] if start is not None else len(tokens.lower)
        stop = next((k + 1 for k in range(last - 1, -1, -1) if tokens.lower[k][:1].isalnum()), 0)
        first = next((k + 1 for k in range(stop - 1, -1, -1) if tokens.lower[k] in STOPS), 0)
        if stop > first:
            return block, tokens.starts[first], tokens.ends[stop - 1]
        block, start = block - 1, None
    return None
