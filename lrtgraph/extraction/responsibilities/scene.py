"""One sentence as the responsibility rules see it: clauses, actors, instruments, and what is spoken of around it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, wraps
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from lrtgraph.extraction.anaphora import bare_nouns, class_of, recent
from lrtgraph.extraction.grammar.arguments import BARE, GENITIVE, Argument, arguments, parts_clauses, phrase
from lrtgraph.extraction.grammar.clauses import Clause, clauses, text_of, tokens_at
from lrtgraph.extraction.grammar.lexicon import MODAL, words
from lrtgraph.extraction.grammar.tokens import tokens_of
from lrtgraph.extraction.responsibilities.named import Instrument, Named, concepts_of
from lrtgraph.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

    from lrtgraph.extraction.context import Reading

_POINTING = words("pointing")
_POSSESSIVE = frozenset({"zijn", "haar", "hun", "mijn", "uw"})
"""Words that make a noun somebody's own: "zijn voorstel" is not the plan of the title."""
_COMPLEMENT = frozenset({"voor", "van", "over", "inzake", "rond", "rondom"})
_MODIFYING = words("modifying")
_PARTICLES = words("particle", "particle_preposition")


_REMEMBERED = 20
"""How many sentences back a pronoun can point; a block's first sentence is always remembered."""
_LATELY = 60
"""How many paragraphs back in the item an instrument can be meant."""
_LAYING_DOWN = frozenset({"Law", "Bill", "Agreement"})
"""Classes of instruments that lay something on someone."""
_YARDSTICKS = frozenset(phrase.replace("_", " ") for phrase in words("yardstick"))
"""Prepositions before what something is done by, those of several words with spaces."""
_WHEN = frozenset({"met", "na", "tot", "bij", "sinds", "vanaf", "door", "vóór", "voor"})
_SERVING = frozenset({"Plan", "Decree", "Letter"})
"""Classes of instruments that carry out another."""


class BareNoun(NamedTuple):
    """A noun that stands for an instrument ("plan"), the gazetteer's classes of what it can mean, and its token."""

    word: str
    classes: frozenset[str]
    at: int


Answer = TypeVar("Answer")


def once(ask: Callable[[Scene, Clause], Answer]) -> Callable[[Scene, Clause], Answer]:
    """Make a question about a clause of a scene be answered once: every cue in the clause asks it again."""

    @wraps(ask)
    def answer(scene: Scene, clause: Clause) -> Answer:
        key = (ask, clause.start, clause.end, clause.opener)
        known = scene.answers
        if key not in known:
            known[key] = ask(scene, clause)
        found: Answer = known[key]
        return found

    return answer


class Scene:
    """A sentence of a block, with its surroundings looked up once."""

    def __init__(self, reading: Reading, block: int, sentence: Tokens, before: tuple[Scene, ...], named: Named) -> None:
        self.reading = reading
        self.block = block
        self.named = named
        self.answers: dict[tuple[Callable[..., Any], int, int, str | None], Any] = {}
        """What was asked of the clauses; see `once`."""
        self.sentence = sentence
        self.doc = sentence.doc
        self.before = before
        """The scenes of the block's earlier sentences, in order."""
        tokens = tokens_of(self.doc)
        self.tokens, self.parts, self.finite = tokens.lower, tokens.parts, tokens.finite
        self.text = reading.layout.blocks[block].text
        self.clauses: tuple[Clause, ...] = clauses(sentence)

    @cached_property
    def span(self) -> Span:
        """The sentence in the document's text."""
        return self.reading.span(self.block, self.sentence.start_char, self.sentence.end_char)

    @cached_property
    def is_question(self) -> bool:
        """Whether the sentence ends on a question mark."""
        return text_of(self.doc, self.sentence.start, self.sentence.end).rstrip().endswith("?")

    @cached_property
    def actors(self) -> tuple[Argument, ...]:
        """The actors of the sentence with their prepositions."""
        return arguments(self.reading, self.block, self.sentence.start_char, self.sentence.end_char)

    @cached_property
    def instruments(self) -> tuple[Instrument, ...]:
        """The instruments of the sentence; one that only specifies another ("AMvB's bij de wet") is left out, and one
        that another is set against ("anders dan bij de taakstelling").
        """
        found: list[Instrument] = []
        for mention in self.reading.mentions_in(self.block, self.sentence.start_char, self.sentence.end_char):
            if not self.reading.is_instrument(mention.concept):
                continue
            span = tokens_at(self.doc, mention.block_start, mention.block_end)
            between = self.tokens[found[-1].last + 1 : span.start] if found else ["-"]
            between = [word for word in between if word not in ("'s", "´s", "’s", "`s", "s")]
            if (
                found
                and between
                and all(word in _MODIFYING for word in between)
                and between[0] in _MODIFYING - {"de", "het"}
            ):
                continue
            marker, first = self._marked(span.start)
            if self.tokens[max(0, first - 2) : first] == ["anders", "dan"]:
                continue
            opens = found and any(found[-1].last < c.start <= span.start for c in self.clauses if c.opener)
            opens = opens or (found and parts_clauses(self.doc, found[-1].first, span.end))
            if (
                found
                and between
                and not opens
                and all(word == "," or word in words("joiner", "determiner") for word in between)
            ):
                last = found[-1]
                concepts = tuple(dict.fromkeys((*last.concepts, mention.concept)))
                found[-1] = Instrument(concepts, last.marker, last.head, last.outer, last.first, span.end - 1)
                continue
            head, outer = self._governor(marker, first)
            found.append(Instrument((mention.concept,), marker, head, outer, first, span.end - 1))
        return tuple(found)

    @cached_property
    def named_before(self) -> tuple[str, ...]:
        """The instruments that the block's earlier sentences name, the nearest sentence's first."""
        return tuple(concept for scene in reversed(self.before) for concept in concepts_of(scene.instruments))

    def phrase(self, token: int) -> tuple[str, int]:
        """The preposition before the phrase at a token, BARE for none, and where that phrase begins."""
        return phrase(self.doc, token, self.sentence.start_char)

    def marker(self, token: int) -> str:
        """The preposition before the phrase at a token, BARE for none."""
        return self.phrase(token)[0]

    def _marked(self, token: int) -> tuple[str, int]:
        """The preposition before the phrase at a token, also one that no actor stands behind ("vanwege"), and where
        that begins.
        """
        marker, first = self.phrase(token)
        before = max(first - 1, self.sentence.start)
        if marker == BARE and self.parts[before] == "ADP" and self.tokens[before] not in _PARTICLES:
            return self.tokens[before], before
        return marker, first

    def _governor(self, marker: str, first: int) -> tuple[str | None, str]:
        """The noun on which "van X" hangs, and the preposition before that noun."""
        if marker == BARE or first <= self.sentence.start:
            return None, BARE
        k = first - 1
        while k > self.sentence.start and self.parts[k] not in ("NOUN", "PROPN", "VERB"):
            if self.parts[k] not in ("DET", "ADJ", "ADP"):
                return None, BARE
            k -= 1
        return self.tokens[k], self.marker(k)

    def proposed(self, concept: str) -> bool:
        """Whether the sentence has a proposal about a procedure of others: who writes that does not own it."""
        heads = {i.head for i in self.instruments if concept in i.concepts}
        return self.cls(concept) == "Procedure" and bool(heads & {"voorstel", "voorstellen"})

    def clause_at(self, token: int) -> Clause:
        """The clause in which a token stands."""
        return next(clause for clause in self.clauses if clause.start <= token < clause.end)

    @once
    def vocabulary(self, clause: Clause) -> frozenset[str]:
        """The words of one clause."""
        return frozenset(self.tokens[clause.start : clause.end])

    @once
    def inside(self, clause: Clause) -> tuple[Argument, ...]:
        """The actors of one clause, with those behind an infinitive in it: "legt de taak om te huisvesten bij X"."""
        behind = next((c for c in self.clauses if c.start == clause.end and c.opener == "om"), None)
        return tuple(
            a
            for a in self.actors
            if clause.start <= a.first < clause.end or (behind is not None and self._returns(behind, a))
        )

    def _returns(self, clause: Clause, argument: Argument) -> bool:
        """Whether a phrase stands right behind the infinitive that ends a clause with "om"."""
        if argument.marker != "bij" or not clause.start < argument.first < clause.end or argument.first < 2:
            return False
        return self.tokens[argument.first - 2] == "te"

    @once
    def instruments_in(self, clause: Clause) -> tuple[Instrument, ...]:
        """The instruments of one clause."""
        return tuple(i for i in self.instruments if clause.start <= i.first < clause.end)

    def closes(self, clause: Clause, token: int) -> bool:
        """Whether a token that may be read as a noun is the verb that ends a clause: one with "dat" or a relative that
        has no other, or the infinitive of a modal verb ("moet er 49 huisvesten").
        """
        ends = token + 1 >= clause.end or self.parts[token + 1] in ("PUNCT", "CCONJ")
        if not (ends and self.tokens[token].endswith("en")) or self.parts[token - 1] == "DET":
            return False
        finite = [k for k in range(clause.start, token) if self.finite[k]]
        return any(self.tokens[k] in MODAL for k in finite) if clause.main else not finite

    def acts(self, token: int) -> bool:
        """Whether a token stands in the phrase of an actor."""
        return any(argument.first <= token <= argument.last for argument in self.actors)

    def cls(self, concept: str) -> str:
        """The gazetteer's class of a concept, empty for one it lacks."""
        return class_of(self.reading, concept)

    def bare_noun(self, start: int, end: int, apart: frozenset[str] = frozenset()) -> BareNoun | None:
        """The bare noun in a stretch that stands for an instrument ("het plan"), if there is one.

        One behind a preposition of `apart` is passed by: "in afwachting van de wet", not "de uitvoering van de wet".
        """
        nouns = bare_nouns()
        for k in range(start, min(end, len(self.tokens))):
            if self.tokens[k] not in nouns or self.is_named(k) or self.tokens[max(0, k - 1)] in _POSSESSIVE:
                continue
            marker, first = self.phrase(k)
            if "een" in self.tokens[first:k]:
                continue  # "een voorstel": not the one spoken of
            partly = first > self.sentence.start and self.tokens[first - 1] in words("instrument_part")
            if marker not in apart or (partly and marker in _COMPLEMENT):
                return BareNoun(self.tokens[k], nouns[self.tokens[k]], k)
        return None

    def described(self, start: int, end: int) -> str | None:
        """The instrument of the document that a bare noun with a complement names: "het plan voor derdelanders"."""
        nouns = bare_nouns()
        for k in range(start, end - 2):
            if self.tokens[k] not in nouns or self.is_named(k) or self.tokens[k + 1] not in _COMPLEMENT:
                continue
            complement = next((t for t in self.doc[k + 2 : end] if t.pos_ in ("NOUN", "PROPN")), None)
            if complement is None or len(complement) < 5 or complement.i > k + 4:
                continue
            for index in range(self.block, max(-1, self.block - 40), -1):
                for concept in self.reading.concepts_in(index):
                    known = self.reading.gazetteer.concepts.get(concept)
                    if known is None or not self._is(concept, nouns[self.tokens[k]]):
                        continue
                    if complement.lower_ in known.pref_label.lower():
                        return concept
        return None

    def echo(self, start: int, end: int, classes: frozenset[str]) -> str | None:
        """The instrument that a definite noun repeats the end of: "de ladder" after "escalatieladder"."""
        repeated = (concept for k, concepts in self._repeated if start <= k < end for concept in concepts)
        return next((concept for concept in repeated if self._is(concept, classes)), None)

    @cached_property
    def _repeated(self) -> list[tuple[int, tuple[str, ...]]]:
        """Each definite noun of the sentence with the instruments before it whose names end in it, the last first."""
        found: list[tuple[int, tuple[str, ...]]] = []
        for k in range(max(self.sentence.start, 1), self.sentence.end):
            noun = self.tokens[k]
            if self.tokens[k - 1] not in _POINTING or self.parts[k] != "NOUN" or len(noun) < 4 or self.is_named(k):
                continue
            before = self.named.before(self.block, self.doc[k].idx)
            concepts = tuple(concept for name, concept in before if name.endswith(noun) and len(name) > len(noun))
            if concepts:
                found.append((k, concepts))
        return found

    def is_named(self, token: int) -> bool:
        """Whether a token stands in the name of an instrument."""
        return any(instrument.first <= token <= instrument.last for instrument in self.instruments)

    def meant(self, noun: BareNoun, near: int | None = None) -> tuple[str, float] | None:
        """The instrument that a bare noun stands for, as `topic` finds it."""
        return self.topic(noun.classes, near, noun.word)

    def topic(
        self, classes: frozenset[str] = frozenset(), near: int | None = None, noun: str = ""
    ) -> tuple[str, float] | None:
        """The instrument spoken of where none is named, with how sure that is (0 to 1; as measured on unread minutes).

        The sentence's own instruments come first (nearest to token `near`), then those of the sentences before it in
        the block, the item's title, and the blocks before it in the item. `classes` restricts what it can be, but for
        the instrument of a title that holds the bare `noun`.
        """
        meant = [i for i in self.instruments if not self.measures(i)]
        here = sorted(meant, key=lambda i: (self._dates(i), abs(i.first - (near if near is not None else i.first))))
        if near is not None and (follows := self._next_clause(near)) is not None:
            here = [i for i in here if i.first < follows]  # what a later clause names was not yet spoken of
        found = next((c for i in here for c in i.concepts if self._is(c, classes)), None)
        if found is not None:
            return found, 0.75
        for scene in reversed(self.before):
            found = next((c for i in reversed(scene.instruments) for c in i.concepts if self._is(c, classes)), None)
            if found is not None:
                return found, 0.68
        around = self._around(classes, noun)
        later = next((c for i in meant for c in i.concepts if self._is(c, classes)), None)
        return around if around is not None or later is None else (later, 0.6)

    def served(self, concept: str, classes: frozenset[str]) -> str:
        """What an instrument that was spoken of, but that this sentence does not name, is there for.

        Who takes a decision under a law, or acts under a plan, does so for the law, or for what is planned: the
        gazetteer tells which instrument is broader or related ("capaciteitsbesluit" serves the Spreidingswet).
        """
        known = self.reading.gazetteer.concepts.get(concept)
        if known is None or known.cls not in _SERVING or any(concept in i.concepts for i in self.instruments):
            return concept
        others = (other for other in (*known.broader, *known.related) if self.reading.is_instrument(other))
        return next((other for other in others if self._is(other, classes)), concept)

    def measures(self, instrument: Instrument) -> bool:
        """Whether an instrument is only what is gone by ("conform het plan", "bij AMvB"); what a law says holds by
        itself.
        """
        by_decree = self.tokens[instrument.first] == "bij" and instrument.last == instrument.first + 1
        if by_decree and self.cls(instrument.concepts[0]) == "Decree":
            return True
        if any(self.cls(concept) in _LAYING_DOWN for concept in instrument.concepts):
            return False
        before = tuple(self.tokens[max(0, instrument.first - 3) : instrument.first])
        complex_ones = (f"{' '.join(before[-n:])} {instrument.marker}" for n in (2, 3))
        return instrument.marker in _YARDSTICKS or any(one in _YARDSTICKS for one in complex_ones)

    def circumstantial(self, instrument: Instrument) -> bool:
        """Whether an instrument only says when or how: "tot de komst van de wet", "stelt dat vast bij AMvB"."""
        return self._dates(instrument) or self.measures(instrument)

    def _dates(self, instrument: Instrument) -> bool:
        """Whether an instrument only says when: "tot de inwerkingtreding van de wet"."""
        dated = instrument.marker == GENITIVE and instrument.head in words("coming_into_force")
        return dated and instrument.outer in _WHEN

    def _next_clause(self, token: int) -> int | None:
        """Where the clause behind the one that holds a token begins."""
        return next((clause.start for clause in self.clauses if clause.start > token), None)

    def _around(self, classes: frozenset[str], noun: str) -> tuple[str, float] | None:
        """The instrument of the item's title, else the last one before this block in the item."""
        title = self.named.title(self.block, classes, noun)
        if title is not None:
            return title, 0.62
        planned = self.named.title(self.block)
        known = self.reading.gazetteer.concepts.get(planned) if planned is not None else None
        if known is not None and known.cls == "Instrument" and not noun and "Scheme" in classes:
            return known.notation, 0.62  # of a user's list that does not tell what kind it is
        for related in known.related if known is not None else ():  # a plan's title tells what the plan is for
            if self.reading.is_instrument(related) and self._is(related, classes):
                return related, 0.55
        last = recent(self.reading, self.block, classes, _LATELY)
        return (last, 0.58) if last is not None else None

    def _is(self, concept: str, classes: frozenset[str]) -> bool:
        return not classes or self.cls(concept) in classes


def scenes(reading: Reading) -> dict[int, tuple[Scene, ...]]:
    """The sentences of each block of a document that may hold facts, by the block's index."""
    named = Named(reading)
    found: dict[int, tuple[Scene, ...]] = {}
    for index, block, doc in reading.blocks():
        if block.kind in ("heading", "subheading") or not block.text.strip():
            continue
        told: list[Scene] = []
        for sentence in doc.sents:
            before = (*told[:1], *told[max(1, len(told) - _REMEMBERED) :])
            told.append(Scene(reading, index, sentence, before, named))
        found[index] = tuple(told)
    return found
