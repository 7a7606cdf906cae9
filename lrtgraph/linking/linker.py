"""From blocks to mentions: every finder's matches, what the document makes of them, and the longest of what is left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from lrtgraph.gazetteer.longer_names import goes_on
from lrtgraph.linking import compounds, definitions, organs, own_body, places
from lrtgraph.linking.acting import acting_verbs
from lrtgraph.linking.candidates import candidates
from lrtgraph.linking.disambiguation import decide
from lrtgraph.linking.field import OTHER_FIELD, is_other_field
from lrtgraph.linking.lookup import Lookup
from lrtgraph.linking.matcher import Match, Trie
from lrtgraph.linking.names import Name
from lrtgraph.linking.offices import bare_titles, bearers, is_another, is_anothers
from lrtgraph.linking.persons import Persons
from lrtgraph.linking.words import Words, read_words
from lrtgraph.notations import PLACE
from lrtgraph.records import Block, Candidate, Document, Layout, Mention, Participant

if TYPE_CHECKING:
    from lrtgraph.gazetteer import Gazetteer

_FURNITURE = {"furniture", "letterhead"}
_BETWEEN = 2
"""Blocks of text between two lines of a column that a conversion has mixed into the text."""
_TITLED = {"furniture", "letterhead", "paragraph"}


@dataclass(frozen=True, slots=True)
class Links:
    """What a document names: mentions in order of place, without overlap, and names that the gazetteer lacks.

    `province` is the concept of the one province whose table met, as a title or the seats tell; else None.
    `other_field` says that it is of another field than the gazetteer's.
    """

    mentions: tuple[Mention, ...]
    candidates: tuple[Candidate, ...]
    province: str | None = None
    other_field: bool = False


class Linker:
    """Links documents to one gazetteer; made once, used for many documents."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._lookup = Lookup.of(gazetteer)

    def link(
        self, document: Document, layout: Layout, participants: Iterable[Participant], met: str | None = None
    ) -> Links:
        """All mentions of a document.

        In: the document, its blocks, who attended, and the body that met, if that is known. Out: mentions with raw
        offsets and offsets in their block's text; candidates for the gazetteer. Raises nothing of its own.
        """
        body = document.metadata.body or ""
        reader = _DocumentReader(self._lookup, layout.blocks, tuple(participants), body, met, document.text)
        chosen = reader.read()
        mentions = tuple(
            mention
            for index, (block, matches) in enumerate(zip(layout.blocks, chosen, strict=True))
            for mention in _mentions(document, index, block, matches)
        )
        names = candidates(
            document, layout.blocks, reader.words, chosen, reader.terms.unknown, self._lookup.passing
        )  # fmt: skip
        return Links(mentions, names, reader.province, reader.other_field)


class _DocumentReader:
    """The finders at work on one document, each fed with what the ones before it found."""

    def __init__(
        self,
        lookup: Lookup,
        blocks: Sequence[Block],
        participants: Sequence[Participant],
        body: str,
        met: str | None,
        text: str,
    ) -> None:
        self._lookup = lookup
        self._blocks = blocks
        self._seats = frozenset(p.concept for p in participants if p.concept)
        self._sitting = bearers(participants, lookup.offices)
        self._persons = Persons(participants, lookup.begins_name, lookup.begins_town)
        self.words = [read_words(block.text) for block in blocks]
        listed = [
            [match for match in lookup.trie.find(words) if not goes_on(words.text, match.end)] for words in self.words
        ]
        texts = [block.text for block in blocks]
        self.terms = definitions.glossary(texts, listed, lookup.concepts_of_acronym, lookup.labels_of)
        defined = Trie(Name(acronym, concept, "acronym", "defined") for acronym, concept in self.terms.means.items())
        self._found = [self._names(i, [*listed[i], *defined.find(words)]) for i, words in enumerate(self.words)]
        head = [index for index, block in enumerate(blocks) if block.item is None and block.kind in _TITLED]
        titles, named = [texts[i] for i in head], [self._found[i] for i in head]
        self._kinds = own_body.kind_of_body(titles, named)
        self._short_forms = definitions.short_forms(texts, self._found)
        seated = self._seats | self._listed_governments()
        own = own_body.own_governments(titles, named, seated, lookup.bodies)
        if (seat := organs.seat_of(met, titles, named, lookup.gazetteer.concepts)) is not None:
            own |= {seat.partition(":")[0]: seat}
        self._organs = organs.organs(met, is_organisation=lookup.is_organisation(met), titles=titles, text=text)
        self.province = own.get("provincie")
        self._ministry = own_body.own_ministry(self._seats, lookup.gazetteer)
        self._own = {term: concept for term, concept in own.items() if term not in self._short_forms}
        self.other_field = is_other_field(texts, self._found, head, lookup.notation_of(body))
        given = lookup.gazetteer.own | ({OTHER_FIELD} if self.other_field else set())
        self._named = frozenset(
            match.concept
            for words, found in zip(self.words, self._found, strict=True)
            for match in found
            if decide(match, words.text, given) is not None
        )
        self._given = self._named | given
        self._known = self._named | self._seats
        self._regions = frozenset(chain.from_iterable(map(places.regions, self._found)))

    def _listed_governments(self) -> set[str]:
        """Administrations that the attendance list names, if for their staff: "ondersteuning vanuit gemeente Ede"."""
        lists = [index for index, block in enumerate(self._blocks) if block.kind == "attendance"]
        return {match.concept for i in lists for match in self._found[i] if match.rule == "administration"}

    def read(self) -> list[list[Match]]:
        """For each block the matches that stand, in order, without overlap."""
        persons, acts = self._persons, acting_verbs()[0]
        people = [
            [
                *persons.titled(words, self._named),
                *persons.seated(words),
                *persons.posted(words),
                *persons.in_full(words, acts),
            ]
            for words in self.words
        ]
        sited = self._sited()
        return [
            longest(
                [
                    *self._settled(index, self._found[index]),
                    *people[index],
                    *self._of_people(index, words),
                    *sited[index],
                ]
            )
            for index, words in enumerate(self.words)
        ]

    def _names(self, index: int, listed: Sequence[Match]) -> list[Match]:
        """Everything in a block that is a name by its form, without what the document defines as something else."""
        lookup, words, unknown = self._lookup, self.words[index], self.terms.unknown.get(index, ())
        return [
            *(m for m in listed if words.text[m.start : m.end] not in self.terms.foreign and not _within(m, unknown)),
            *self.terms.long_forms.get(index, ()),
            *compounds.closed(words, lookup.compound),
            *compounds.suspended(words, lookup.concept_of_word),
            *compounds.plural_acronyms(words, lookup.trie.named),
            *lookup.abbreviations.find(words),
            *(places.as_listed(m, lookup.territories) for m in places.administrations(words.text, lookup.is_name)),
            *self._split_name(index),
        ]

    def _split_name(self, index: int) -> list[Match]:
        """A name in page furniture whose second line stands in the next of it: "Directoraat-Generaal", "Migratie"."""
        block = self._blocks[index]
        near = self._blocks[index + 1 : index + 2 + _BETWEEN * (block.kind == "furniture")]
        below = next((other for other in near if other.kind in _FURNITURE), None)
        if block.kind not in _FURNITURE or below is None:
            return []
        whole = self._lookup.trie.named(f"{block.text} {below.text}")[:1]
        reason = "the first line of a name that goes on in the next"
        return [Match(0, len(block.text), name.concept, "split-name", 0.9, reason) for name in whole]

    def _settled(self, index: int, found: Iterable[Match]) -> Iterator[Match]:
        """What stands of a block's matches, given what the whole document names."""
        words, block = self.words[index], self._blocks[index]
        actors = frozenset(m.start for m in self._found[index] if self._lookup.is_actor(m))
        named = places.NamedPlaces(self._known, self._seats, self._regions, actors)
        for match in found:
            if match.concept not in self._seats and is_another(words.text, match, self._found[index]):
                continue
            if is_anothers(words.text[match.start : match.end], match.concept, self._sitting):
                continue
            decided = decide(match, words.text, self._given)
            if decided is not None and decided.concept.startswith(PLACE):
                decided = places.settle(decided, words, block, self._lookup.territories, named)
            if decided is not None:
                yield decided

    def _of_people(self, index: int, words: Words) -> Iterator[Match]:
        yield from self._persons.bare(words)
        yield from definitions.uses(words.text, self._short_forms)
        yield from definitions.uses(words.text, self._own, "these are the minutes of its own table")
        yield from own_body.uses(words.text, self._kinds)
        yield from organs.uses(words.text, self._organs)
        if self._ministry is not None:
            another = own_body.other_ministry(self._found[index], self._ministry, self._lookup.gazetteer)
            yield from own_body.of_ministry(words.text, self._ministry, another)
        seats, named, seat_of = self._seats, self._named, self._persons.seat_of
        for match in bare_titles(
            words, self._lookup.offices, seats, named, seat_of, sitting=self._sitting, anywhere=not self.other_field
        ):
            if match.concept in seats or not is_another(words.text, match, self._found[index]):
                yield match

    def _sited(self) -> list[list[Match]]:
        """The places that no list has: once sited or administered, a name is a place wherever it stands."""
        sited = [list(places.sited(words, self._lookup.is_ordinary)) for words in self.words]
        known = {
            m.concept: words.text[m.start : m.end] for words, ms in zip(self.words, sited, strict=True) for m in ms
        }
        for match in chain.from_iterable(self._found):
            name = match.concept.partition(":")[2]
            if match.rule == "administration" and name not in self._lookup.territories:
                known[f"{PLACE}{name}"] = name.replace("_", " ")
        trie = Trie(Name(text, concept, "proper") for concept, text in known.items())
        return [
            [*new, *self._settled(index, map(_elsewhere, trie.find(self.words[index])))]
            for index, new in enumerate(sited)
        ]  # fmt: skip


def _within(match: Match, unknown: Iterable[definitions.Definition]) -> bool:
    """Whether a match lies inside a longer name that the gazetteer lacks."""
    return any(long_form.start <= match.start and match.end <= long_form.end for long_form in unknown)


def _elsewhere(match: Match) -> Match:
    return replace(match, rule="sited-place", confidence=0.65, reason="known as a place elsewhere in the document")


def longest(matches: Iterable[Match]) -> list[Match]:
    """The longest of what overlaps; of equals the surest, then the first by concept. In order of place."""
    chosen: list[Match] = []
    taken: set[int] = set()
    for match in sorted(matches, key=_rank):
        span = range(match.start, match.end)
        if taken.isdisjoint(span):
            taken.update(span)
            chosen.append(match)
    return sorted(chosen, key=lambda m: m.start)


def _rank(match: Match) -> tuple[object, ...]:
    """Longer first; what stands before a name ("dhr.", "gemeente") says more than any list of names."""
    told = match.rule in {"titled-person", "administration", "short-form"}
    return (match.start - match.end, not told, -match.confidence, match.start, match.concept)


def _mentions(document: Document, index: int, block: Block, matches: Iterable[Match]) -> Iterator[Mention]:
    for m in matches:
        start, end = block.raw(m.start, m.end)
        yield Mention(
            start, end, document.text[start:end], m.concept, index, m.start, m.end, m.rule, m.confidence, m.reason
        )
