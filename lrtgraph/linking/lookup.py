"""What linking asks of a gazetteer, made ready once: names as a trie and cut short, parts of compounds, titles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lrtgraph.dutch.surnames import given_names
from lrtgraph.gazetteer.concepts import passing
from lrtgraph.linking.candidates import stopped
from lrtgraph.linking.compounds import Parts
from lrtgraph.linking.matcher import Match, Trie
from lrtgraph.linking.names import Name, names
from lrtgraph.linking.offices import titled_offices
from lrtgraph.linking.persons import is_title
from lrtgraph.linking.places import Territories
from lrtgraph.linking.words import Words, common_words, fold
from lrtgraph.notations import PERSON, PLACES

if TYPE_CHECKING:
    from lrtgraph.gazetteer import Gazetteer

_TERRITORIAL = (*PLACES, "veiligheidsregio:", "waterschap:")
_SHORTEST = 5  # letters that are left of a name
_MISSING = 3  # letters that are gone, at least


@dataclass(frozen=True, slots=True)
class Lookup:
    """A gazetteer as linking uses it.

    `offices` are those that a bare title can mean, by title; `passing` folded names that are not linked; `bodies` those
    that meet.
    """

    gazetteer: Gazetteer
    trie: Trie
    parts: Parts
    abbreviations: Abbreviations
    territories: Territories
    offices: dict[str, frozenset[str]]
    passing: frozenset[str]
    bodies: frozenset[str]

    @classmethod
    def of(cls, gazetteer: Gazetteer) -> Lookup:
        """Make a gazetteer ready."""
        listed = list(names(gazetteer))
        return cls(
            gazetteer=gazetteer,
            trie=Trie(listed),
            parts=Parts.of(listed, gazetteer.is_instrument),
            abbreviations=Abbreviations(listed),
            territories=Territories.of(gazetteer),
            offices=titled_offices(gazetteer),
            passing=frozenset(
                fold(alias.text) for alias in gazetteer.aliases() if alias.notation in passing() - gazetteer.own
            ),
            bodies=frozenset(c.notation for c in gazetteer.concepts.values() if c.cls == "Body"),
        )

    def is_name(self, text: str) -> bool:
        """Whether a text is a name of something that is no person, no place and no administration of one."""
        return any(not name.concept.startswith((*_TERRITORIAL, PERSON)) for name in self.trie.named(text))

    def is_actor(self, match: Match) -> bool:
        """Whether a match is the name of who acts; a bare name of a territory is none by itself."""
        concept = self.gazetteer.concepts.get(match.concept)
        return match.rule == "administration" or (concept is not None and concept.kind == "actor")

    def is_organisation(self, notation: str | None) -> bool:
        """Whether a concept is an organisation, and no table, office or group."""
        concept = self.gazetteer.concepts.get(notation or "")
        return concept is not None and concept.cls == "Organisation"

    def begins_name(self, words: Words, i: int) -> bool:
        """Whether such a name begins at a word."""
        return any(not match.concept.startswith((*_TERRITORIAL, PERSON)) for match in self.trie.find_at(words, i))

    def begins_town(self, words: Words, i: int) -> bool:
        """Whether the name of a municipality or province begins at a word."""
        places = (match.concept.partition(":") for match in self.trie.find_at(words, i))
        return any(kind == "place" and name in self.territories for kind, _, name in places)

    def is_ordinary(self, word: str) -> bool:
        """Whether a capitalised word is no name of a place: a word of the language, a title, a given name, a name."""
        listed = word in stopped() or word in given_names() or is_title(word)
        return listed or fold(word) in common_words() or self.is_name(word)

    def concepts_of_acronym(self, acronym: str) -> list[str]:
        """The concepts that go by an acronym."""
        return [name.concept for name in self.trie.named(acronym) if name.text.upper() == acronym.upper()]

    def compound(self, word: str) -> tuple[str, str] | None:
        """The concept that a closed compound names, and by which part; None for a word that is a name by itself."""
        found = self.parts.of_word(word)
        return found if found is None or self.concept_of_word(word) is None else None

    def concept_of_word(self, word: str) -> str | None:
        """The concept that a word names by itself."""
        return next((name.concept for name in self.trie.named(word)), None)

    def notation_of(self, name: str) -> str:
        """The id of a concept by any of its names; empty where it is unknown."""
        return next((concept.notation for concept in self.gazetteer.find(name)), "") if name else ""

    def labels_of(self, concept: str) -> tuple[str, ...]:
        """The names of a concept that may be shown."""
        known = self.gazetteer.concepts[concept]
        return (known.pref_label, *known.alt_labels)


class Abbreviations:
    """The beginnings by which one concept alone can be meant, as in telegram style: "taakst.", "samenwerkingsverb."."""

    def __init__(self, names: Iterable[Name]) -> None:
        beginnings: dict[str, tuple[str, str] | None] = {}
        for name in sorted(names, key=lambda name: (len(name.text), name.text)):
            word = fold(name.text)
            if name.shape != "plain" or name.rule == "misspelled" or not word.isalpha() or ":" in name.concept:
                continue
            for length in range(_SHORTEST, len(word) - _MISSING + 1):
                first = beginnings.setdefault(word[:length], (word, name.concept))
                if first is not None and first[1] != name.concept and not word.startswith(first[0]):
                    beginnings[word[:length]] = None
        self._beginnings = {start: known[1] for start, known in beginnings.items() if known is not None}

    def find(self, words: Words) -> Iterator[Match]:
        """The names cut short in a text; the span holds the period.

        A word before a period that ends a sentence is none, nor is a word of the language.
        """
        for i in range(len(words) - 1):
            if words.folded[i + 1] != "." or words.ends[i] != words.starts[i + 1]:
                continue
            concept = self._beginnings.get(words.folded[i])
            ends = i + 2 >= len(words) or words.word(i + 2)[0].isupper()
            if concept is not None and not ends and words.folded[i] not in common_words():
                reason = f"a name of {concept}, cut short"
                yield Match(words.starts[i], words.ends[i + 1], concept, "abbreviation", 0.75, reason)
