"""From blocks to mentions: every finder's matches, what the document makes of them, and the longest of what is left."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from lrtgraph.linking import acronyms, compounds, offices, places
from lrtgraph.linking.abbreviations import Abbreviations
from lrtgraph.linking.candidates import candidates, stopped
from lrtgraph.linking.disambiguation import decide
from lrtgraph.linking.matcher import Match, Trie
from lrtgraph.linking.names import Name, names, passing
from lrtgraph.linking.persons import Persons, is_title
from lrtgraph.linking.surnames import given_names
from lrtgraph.linking.words import Words, common_words, fold, read_words
from lrtgraph.records import Block, Candidate, Document, Layout, Mention, Participant

if TYPE_CHECKING:
    from lrtgraph.gazetteer import Gazetteer

_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Links:
    """What a document names: mentions in order of place, without overlap, and names that the gazetteer lacks."""

    mentions: tuple[Mention, ...]
    candidates: tuple[Candidate, ...]


class Linker:
    """Links documents to one gazetteer; made once, used for many documents."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        listed = list(names(gazetteer))
        self._gazetteer = gazetteer
        self._trie = Trie(listed)
        self._parts = compounds.Parts.of(listed, gazetteer.is_instrument)
        self._abbreviations = Abbreviations(listed)
        self._territories = places.Territories.of(gazetteer)
        self._offices = offices.titled_offices(gazetteer)
        self._passing = frozenset(fold(alias.text) for alias in gazetteer.aliases() if alias.notation in passing())

    def link(self, document: Document, layout: Layout, participants: Iterable[Participant]) -> Links:
        """All mentions of a document.

        In: the document, its blocks, who attended. Out: mentions with raw offsets and offsets in their block's text;
        candidates for the gazetteer. Raises nothing of its own.
        """
        table = tuple(participants)
        reader = _DocumentReader(self, layout, table)
        chosen = reader.matches()
        mentions = tuple(
            mention
            for index, (block, matches) in enumerate(zip(layout.blocks, chosen, strict=True))
            for mention in _mentions(document, index, block, matches)
        )
        return Links(mentions, candidates(document, layout.blocks, reader.words, chosen, reader.unknown, self._passing))

    def is_name(self, text: str) -> bool:
        """Whether a text is a name of something that is neither a place nor an administration of one."""
        return any(not _is_territory(name.concept) for name in self._trie.named(text))


def _within(match: Match, unknown: Iterable[acronyms.Definition]) -> bool:
    """Whether a match lies inside a longer name that the gazetteer lacks."""
    return any(long_form.start <= match.start and match.end <= long_form.end for long_form in unknown)


def _elsewhere(match: Match) -> Match:
    return replace(match, rule="sited-place", confidence=0.65, reason="known as a place elsewhere in the document")


def _is_territory(concept: str) -> bool:
    return concept.startswith(("place:", "gemeente:", "provincie:", "veiligheidsregio:", "waterschap:"))


class _DocumentReader:
    """The finders at work on one document, each fed with what the ones before it found."""

    def __init__(self, linker: Linker, layout: Layout, participants: Sequence[Participant]) -> None:
        self._linker = linker
        self._blocks = layout.blocks
        self._seats = frozenset(p.concept for p in participants if p.concept)
        self.words = [read_words(block.text) for block in layout.blocks]
        self._persons = Persons(participants, self._begins_name)
        self.unknown: dict[int, tuple[acronyms.Definition, ...]] = {}

    def matches(self) -> list[list[Match]]:
        """For each block the matches that stand, in order, without overlap."""
        linker = self._linker
        found = [list(linker._trie.find(words)) for words in self.words]
        terms = acronyms.glossary([b.text for b in self._blocks], found, self._acronym, self._labels)
        self.unknown = terms.unknown
        defined = Trie(Name(acronym, concept, "acronym", "defined") for acronym, concept in terms.means.items())
        for index, words in enumerate(self.words):
            kept = [m for m in found[index] if words.text[m.start : m.end] not in terms.foreign]
            kept += defined.find(words) if terms.means else ()
            kept = [
                m for m in kept if not any(d.start <= m.start and m.end <= d.end for d in terms.unknown.get(index, ()))
            ]
            kept += terms.long_forms.get(index, ())
            kept += compounds.closed(words, linker._parts, self._known_word)
            kept += compounds.suspended(words, self._single)
            kept += compounds.plural_acronyms(words, linker._trie.named)
            kept += linker._abbreviations.find(words)
            kept += places.administrations(words.text, linker.is_name)
            kept += self._split_name(index)
            found[index] = kept
        named = frozenset(m.concept for words, ms in zip(self.words, found, strict=True)
                          for m in ms if decide(m, words.text, frozenset()) is not None)  # fmt: skip
        people = [self._persons.titled(words) + self._persons.seated(words) for words in self.words]
        for index, (block, words) in enumerate(zip(self._blocks, self.words, strict=True)):
            known = (d for m in found[index] if (d := self._settle(m, words, block, named)) is not None)
            extra = chain(
                people[index],
                self._persons.bare(words),
                offices.bare_titles(words, linker._offices, self._seats, named, self._persons.seat_of),
            )
            found[index] = longest([*known, *extra])
        return self._sited(found)

    def _split_name(self, index: int) -> list[Match]:
        """A name in page furniture whose second line stands in the next block: "Directoraat-Generaal", "Migratie"."""
        block = self._blocks[index]
        if index + 1 == len(self._blocks) or {block.kind, self._blocks[index + 1].kind} - {"furniture", "letterhead"}:
            return []
        whole = self._linker._trie.named(f"{block.text} {self._blocks[index + 1].text}")
        reason = f"the first line of '{whole[0].text}'" if whole else ""
        return [Match(0, len(block.text), name.concept, "split-name", 0.9, reason) for name in whole[:1]]

    def _settle(self, match: Match, words: Words, block: Block, named: frozenset[str]) -> Match | None:
        decided = decide(match, words.text, named)
        if decided is not None and decided.concept.startswith("place:"):
            return places.settle(decided, words, block, self._linker._territories, named)
        return decided

    def _sited(self, found: list[list[Match]]) -> list[list[Match]]:
        """Add the places that no list has: once sited or administered, a name is a place wherever it stands."""
        sited = [list(places.sited(words, self._ordinary)) for words in self.words]
        known = {
            m.concept: words.text[m.start : m.end] for words, ms in zip(self.words, sited, strict=True) for m in ms
        }
        for match in chain.from_iterable(found):
            name = match.concept.partition(":")[2]
            if match.rule == "administration" and name not in self._linker._territories:
                known[f"place:{name}"] = name.replace("_", " ")
        if not known:
            return found
        trie = Trie(Name(text, concept, "proper", "name") for concept, text in known.items())
        again = [[_elsewhere(m) for m in trie.find(words)] for words in self.words]
        return [longest([*ms, *new, *more]) for ms, new, more in zip(found, sited, again, strict=True)]

    def _ordinary(self, word: str) -> bool:
        return (
            word in stopped()
            or word in given_names()
            or is_title(word)
            or fold(word) in common_words()
            or self._linker.is_name(word)
        )

    def _begins_name(self, words: Words, i: int) -> bool:
        return any(not _is_territory(m.concept) for m in self._linker._trie.find_at(words, i))

    def _acronym(self, acronym: str) -> list[str]:
        return [n.concept for n in self._linker._trie.named(acronym) if n.text.upper() == acronym.upper()]

    def _labels(self, concept: str) -> tuple[str, ...]:
        known = self._linker._gazetteer.concepts[concept]
        return (known.pref_label, *known.alt_labels)

    def _known_word(self, word: str) -> bool:
        return bool(self._linker._trie.named(word))

    def _single(self, word: str) -> str | None:
        return next((name.concept for name in self._linker._trie.named(word)), None)


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
    told = match.rule in {"titled-person", "administration"}
    return (match.start - match.end, not told, -match.confidence, match.start, match.concept)


def _mentions(document: Document, index: int, block: Block, matches: Iterable[Match]) -> Iterator[Mention]:
    for m in matches:
        start, end = block.raw(m.start, m.end)
        yield Mention(
            start, end, document.text[start:end], m.concept, index, m.start, m.end, m.rule, m.confidence, m.reason
        )
