"""Where a verb stands with its particle and companions.

A lexicon names a predicate by its infinitive: "vast|stellen" (the bar marks a separable particle), "akkoord gaan"
(words that must stand in the same clause), "in/op de agenda staan" (the slash separates alternatives of one word).
Matching goes by form and not by lemma, so that it also holds where the parse of a telegram style is broken.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from lrtgraph.dutch.conjugation import Conjugation, conjugation
from lrtgraph.extraction.grammar.lexicon import FUTURE, HEBBEN, MODAL, WORDEN, ZIJN, listed, words
from lrtgraph.extraction.grammar.tokens import MARKS, STOPS
from lrtgraph.value import value

Form = Literal["finite", "participle", "infinitive"]

_AUXILIARY = (WORDEN | ZIJN | HEBBEN) - {"zij"}
"""Without the pronoun "zij", which as an old form of "zijn" no minutes have."""
_GOVERNING = MODAL | FUTURE | words("aspect")
_PREPOSITIONAL = words("particle_preposition")
_PARTICLES = words("particle")
_ANY_PARTICLE = _PARTICLES | _PREPOSITIONAL
_NEXT_CLAUSE = MARKS | {"dat"}
_PLACES = words("place_adverb")
_BREAKS = STOPS | {":"}
_SUBJECTS = frozenset({"we", "wij", "ze", "zij"})


@value
class Use:
    """A predicate in a stretch of tokens: the form of its verb and the indices of verb and companions."""

    form: Form
    verb: int
    words: tuple[int, ...]

    @property
    def first(self) -> int:
        """The index of the first of its words."""
        return min((self.verb, *self.words))

    @property
    def last(self) -> int:
        """The index of the last of its words."""
        return max((self.verb, *self.words))


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb with its particle and the words that go with it, as a lexicon names it."""

    verb: str
    particle: str
    companions: tuple[frozenset[str], ...]
    forms: Conjugation = field(init=False, repr=False, compare=False)
    surfaces: frozenset[str] = field(init=False, repr=False, compare=False)
    """All words that can be a form of the verb, with its particle in front or without."""

    def __post_init__(self) -> None:
        forms = conjugation(self.verb)
        bare = {forms.infinitive, *forms.finite, *forms.participles}
        object.__setattr__(self, "forms", forms)
        object.__setattr__(self, "surfaces", frozenset(bare | {self.particle + word for word in bare}))

    @staticmethod
    def parse(text: str) -> Predicate:
        """Read "vast|stellen" or "akkoord gaan".

        >>> Predicate.parse("in/op behandeling nemen").companions[0] == {"in", "op"}
        True
        """
        *companions, verb = text.split()
        particle, bar, bare = verb.rpartition("|")
        return Predicate(bare, particle if bar else "", tuple(frozenset(word.split("/")) for word in companions))

    @staticmethod
    def alternatives(text: str) -> Iterator[Predicate]:
        """Read a row whose verb has alternatives: "toezicht houden/uit|oefenen"."""
        *companions, verbs = text.split()
        for verb in verbs.split("/"):
            yield Predicate.parse(" ".join((*companions, verb)))

    @staticmethod
    def of_class(name: str) -> tuple[Predicate, ...]:
        """The predicates of a closed class, in its order: "afstand_nemen" with a companion, "in|dienen/sturen" two.

        Raises KeyError for a class that the tables lack.
        """
        return tuple(one for text in listed(name) for one in Predicate.alternatives(text.replace("_", " ")))

    @property
    def groups(self) -> tuple[frozenset[str], ...]:
        """The sets of words of each of which one must be there."""
        return (self.surfaces, *self.companions)

    def fits(self, inside: Sequence[str] | Set[str]) -> bool:
        """Whether a form of the verb and one of each companion are among the words (lower case).

        The frequent answer is no, and it takes no look at where they stand.
        """
        return not self.surfaces.isdisjoint(inside) and not any(wanted.isdisjoint(inside) for wanted in self.companions)

    def uses(self, tokens: Sequence[str], start: int, end: int) -> Iterator[Use]:
        """Where the predicate stands in `tokens[start:end]` (lower case).

        >>> stelt = "het overleg stelt het verslag ongewijzigd vast".split()
        >>> [(use.form, use.verb, use.words) for use in Predicate.parse("vast|stellen").uses(stelt, 0, len(stelt))]
        [('finite', 2, (6,))]
        """
        if self.fits(tokens[start:end]):
            yield from self.standing(tokens, start, end)

    def standing(self, tokens: Sequence[str], start: int, end: int) -> Iterator[Use]:
        """The same where it is known to fit."""
        surfaces = self.surfaces
        for index in range(start, end):
            if tokens[index] not in surfaces:
                continue
            form, used = self._form(tokens, index, end)
            if form is None:
                continue
            companions = self._companions(tokens, start, end, index)
            if companions is not None:
                yield Use(form, index, used + companions)

    def _form(self, tokens: Sequence[str], index: int, end: int) -> tuple[Form | None, tuple[int, ...]]:
        """The form of the verb at `index`, and the index of its particle where that stands apart."""
        word = tokens[index]
        forms = self.forms
        bare = word
        if self.particle:
            if index and tokens[index - 1] == self.particle:
                # "vast gesteld", "toe zien": torn apart over a line
                if word in forms.participles:
                    return "participle", (index - 1,)
                if word in forms.finite and word.endswith("n"):
                    return "finite", (index - 1,)
            if not word.startswith(self.particle):
                return self._separated(tokens, index, end)
            bare = word[len(self.particle) :]
        if not self.particle and index >= 2 and tokens[index - 1] == "te" and tokens[index - 2] in _ANY_PARTICLE:
            return None, ()  # "in te trekken" is another verb
        if bare == forms.infinitive:
            if _infinitive_here(tokens, index, end):
                return "infinitive", ()
            together = "samen" in tokens[index + 1 : end]  # "VNG en IPO doen samen": an adverb where several act
            return ("finite" if together or not self._other(tokens, index, end) else None), ()
        if bare in forms.participles and not (bare in forms.finite and not _is_participle(tokens, index, end)):
            return "participle", ()
        if bare in forms.finite and not self._other(tokens, index, end):
            return "finite", ()
        return None, ()

    def _other(self, tokens: Sequence[str], index: int, end: int) -> bool:
        """Whether a finite verb has a particle behind it that makes it another verb than this, which has none."""
        return not self.particle and _with_particle(tokens, index, end, self.companions)

    def _separated(self, tokens: Sequence[str], index: int, end: int) -> tuple[Form | None, tuple[int, ...]]:
        """ "stelt … vast" and "vast te stellen"."""
        if (
            tokens[index] == self.forms.infinitive
            and index >= 2
            and tokens[index - 1] == "te"
            and tokens[index - 2] == self.particle
        ):
            return "infinitive", (index - 2,)
        if tokens[index] in self.forms.finite:
            for later in range(index + 1, end):
                if tokens[later] == self.particle and (
                    self.particle not in _PREPOSITIONAL or _closes(tokens, later, end)
                ):
                    return "finite", (later,)
        return None, ()

    def _companions(self, tokens: Sequence[str], start: int, end: int, verb: int) -> tuple[int, ...] | None:
        found: list[int] = []
        for wanted in self.companions:
            places = [k for k in range(start, end) if tokens[k] in wanted and k not in found and k != verb]
            if not places:
                return None
            found.append(min(places, key=lambda k: abs(k - verb)))
        return tuple(found)


class Predicates:
    """Many numbered predicates, of which those that can be in use are found by their rarest word, not one by one.

    >>> predicates = Predicates([(1, Predicate.parse("akkoord gaan")), (2, Predicate.parse("naar de kamer gaan"))])
    >>> predicates.fitting("iedereen gaat akkoord".split())
    [1]
    """

    def __init__(self, numbered: Iterable[tuple[int, Predicate]]) -> None:
        pairs = list(numbered)
        shared = Counter(word for _, predicate in pairs for group in predicate.groups for word in group)
        self._by_word: dict[str, list[tuple[int, tuple[frozenset[str], ...]]]] = {}
        for number, predicate in pairs:
            rarest = min(predicate.groups, key=lambda group: max(shared[word] for word in group))
            others = tuple(group for group in predicate.groups if group is not rarest)
            for word in rarest:
                self._by_word.setdefault(word, []).append((number, others))
        self._words = frozenset(self._by_word)

    def fitting(self, tokens: Sequence[str] | Set[str]) -> list[int]:
        """The numbers, in order, of the predicates whose words stand among the tokens (lower case)."""
        inside = frozenset(tokens)
        found: set[int] = set()
        for word in self._words & inside:
            for number, others in self._by_word[word]:
                if not others or not any(map(inside.isdisjoint, others)):
                    found.add(number)
        return sorted(found)


@cache
def verbs_of(name: str) -> tuple[Predicate, ...]:
    """The verbs of a class of words, in alphabetical order; "_" stands between a verb and its companions.

    >>> [verb.verb for verb in verbs_of("taking")]
    ['nemen']
    """
    return tuple(Predicate.parse(verb.replace("_", " ")) for verb in sorted(words(name)))


def uses_of(predicates: Iterable[Predicate], tokens: Sequence[str], start: int, end: int) -> Iterator[Use]:
    """Where predicates stand in `tokens[start:end]` (lower case), one predicate after the other.

    >>> [use.verb for use in uses_of(verbs_of("moving"), "de lijst schuift op".split(), 0, 4)]
    [2]
    """
    return (use for predicate in predicates for use in predicate.uses(tokens, start, end))


def _closes(tokens: Sequence[str], index: int, end: int) -> bool:
    """Whether a preposition can be a particle here: the clause ends behind it, or an extension begins.

    An infinitive may be one without "om": "stemt ermee in de brief te sturen".
    """
    if index + 1 >= end:
        return True
    before, following = tokens[index - 1], tokens[index + 1]
    apart = before == "mee" and "er" in tokens[_near(tokens, index) : index]  # "stemt er ook mee in"
    if (apart or before in words("pronominal_adverb")) and "te" in tokens[index + 1 : end]:
        return True
    return not following[:1].isalnum() or following in words("after_particle")


def _is_participle(tokens: Sequence[str], index: int, end: int) -> bool:
    """Whether a form that could be finite too is a participle: an auxiliary stands near, or "Besloten …" opens."""
    if not _AUXILIARY.isdisjoint(tokens[_near(tokens, index) : min(end, index + 3)]):
        return True
    opens = tokens[index].endswith("en") and (index == 0 or tokens[index - 1] in _BREAKS)
    return opens and _SUBJECTS.isdisjoint(tokens[index + 1 : index + 2])


def _with_particle(tokens: Sequence[str], index: int, end: int, companions: tuple[frozenset[str], ...]) -> bool:
    """Whether a finite verb has a particle behind it, which makes it another verb ("koppelt terug").

    In "koppelt en houdt daar rekening mee" the particle is the second verb's.
    """
    if tokens[index + 1 : index + 2] == ["en"]:
        return False
    for k in range(index + 1, min(end, index + 12)):
        word = tokens[k]
        if word in _NEXT_CLAUSE:
            return False
        if word not in _ANY_PARTICLE or any(word in wanted for wanted in companions):
            continue  # "treedt in de plaats van": the word goes with the verb, but is no particle of it
        if tokens[k] == "plaats" and tokens[k - 1] in ("in", "de", "te"):
            continue  # "ligt bij de gemeente in plaats van bij het COA"
        if word == "samen" and tokens[k + 1 : k + 2] == ["met"] and tokens[index] in ZIJN:
            continue  # "is samen met VNG verantwoordelijk"
        if word == "toe" and tokens[k - 2 : k] == ["tot", "nu"]:
            continue  # "lag tot nu toe bij JenV"
        if word == "tot" and tokens[k + 1 : k + 3] == ["en", "met"]:
            continue  # "besluit de HAR te verlengen tot en met juni"
        if word in _PREPOSITIONAL and not _PLACES.isdisjoint(tokens[index + 1 : k]):
            continue  # "legt er de laatste hand aan"
        closing = k + 1 >= end or not tokens[k + 1][:1].isalnum() or tokens[k + 1] in ("dat", "om", "en")
        if word in _PARTICLES or closing:
            return True
    return False


def _infinitive_here(tokens: Sequence[str], index: int, end: int) -> bool:
    """A form in -en is an infinitive behind "te" or where a modal, future or aspectual verb stands in the clause."""
    if index and tokens[index - 1] == "te":
        return True
    near = (*tokens[_near(tokens, index) : index], *tokens[index + 1 : min(end, index + 3)])
    return not _GOVERNING.isdisjoint(near)


def _near(tokens: Sequence[str], index: int) -> int:
    """Where the stretch before a verb begins in which its auxiliary stands: 25 tokens back, but not before its
    sentence or half of it.
    """
    begin = max(0, index - 25)
    return next((k + 1 for k in range(index - 1, begin - 1, -1) if tokens[k] in _BREAKS), begin)
