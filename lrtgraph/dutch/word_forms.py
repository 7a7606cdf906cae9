"""The forms of a word, and the nouns and verbs made of one another, as a reader of Dutch knows them to belong together.

What is read from a form alone is a guess ("gemeente" could be a participle), so a verb counts only where it is known:
each function takes what tells whether a word is. Words are in lower case without accents, as `plain` makes them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import Final, NamedTuple

from lrtgraph.dutch.conjugation import conjugation, strong_verbs
from lrtgraph.resources import table

Known = Callable[[str], bool]
"""Whether a word is known to exist."""

_ENDINGS: Final = ("", "t", "te", "ten", "d", "de", "den", "en", "e")
_VOICED: Final = {"f": "v", "s": "z"}
_VOWELS: Final = "aeiou"
_UNSTRESSED: Final = ("be", "ge", "her", "ont", "ver", "over", "onder", "voor")
_SHORTEST: Final = 3  # a verb behind its particle


class Verb(NamedTuple):
    """A verb: its separable particle ("in", else "") and the infinitive without it ("voeren")."""

    particle: str
    infinitive: str


@lru_cache(maxsize=100_000)
def plain(word: str) -> str:
    """A word in lower case and without accents.

    >>> plain("Geëvalueerd")
    'geevalueerd'
    """
    folded = word.casefold()
    if folded.isascii():
        return folded
    return "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))


def verbs(word: str, known: Known) -> tuple[Verb, ...]:
    """The verbs that a word may be a form of.

    >>> verbs("ingevoerd", {"voeren"}.__contains__), verbs("verdeelt", {"verdelen"}.__contains__)
    ((Verb(particle='in', infinitive='voeren'),), (Verb(particle='', infinitive='verdelen'),))
    """
    if word in listed("no_verb"):
        return ()
    found = [
        Verb(particle, infinitive)
        for particle, rest in _behind_particles(word)
        for infinitive in _infinitives(rest)
        if rest in _conjugated(infinitive) and _is_known(particle, infinitive, known)
    ]
    return tuple(dict.fromkeys(found))


def verbs_of_noun(word: str, known: Known) -> tuple[Verb, ...]:
    """The verbs that a noun is made of, where it still means what they mean.

    >>> verbs_of_noun("invoering", {"invoeren"}.__contains__), verbs_of_noun("toename", set().__contains__)
    ((Verb(particle='', infinitive='invoeren'), Verb(particle='in', infinitive='voeren')),
     (Verb(particle='toe', infinitive='nemen'),))
    >>> verbs_of_noun("woningen", {"wonen"}.__contains__)
    ()
    """
    singular = word.removesuffix("en") if word.endswith("ingen") else word.removesuffix("s")
    if singular in listed("settled_noun"):
        return ()
    found = [
        Verb(particle, infinitive)
        for particle, rest in _behind_particles(singular)
        for infinitive in _verbs_of(rest, bool(particle))
        if _is_known(particle, infinitive, known)
    ]
    return tuple(dict.fromkeys(found))


def forms(verb: Verb) -> frozenset[str]:
    """All forms of a verb in one word, a bent participle among them.

    >>> sorted(forms(Verb("in", "voeren")))[:4]
    ['ingevoerd', 'ingevoerde', 'invoer', 'invoerde']
    """
    return frozenset(verb.particle + form for form in _conjugated(verb.infinitive))


def nouns(verb: Verb) -> frozenset[str]:
    """The nouns made of a verb, whether they exist or not.

    >>> sorted(nouns(Verb("", "verdelen"))), "opname" in nouns(Verb("op", "nemen"))
    (['verdeling', 'verdelingen'], True)
    """
    particle, infinitive = verb
    base = particle + infinitive.removesuffix("en")
    found = {base + "ing", base + "ingen"} - listed("settled_noun")
    if infinitive.endswith("eren"):
        found |= {base.removesuffix("er") + "atie", base.removesuffix("er") + "aties"}
    for ending, noun in pairs("noun_of_verb"):
        if infinitive.endswith(ending) and particle + infinitive != ending:
            found |= {particle + infinitive.removesuffix(ending) + noun + plural for plural in ("", "s", "n")}
    return frozenset(found)


def finite(verb: Verb) -> frozenset[str]:
    """The forms that stand apart from the particle: "voert … in"."""
    return frozenset(map(plain, conjugation(verb.infinitive).finite))


def plurals(word: str) -> frozenset[str]:
    """The other number of a noun, where no rule of the stemmer meets it, at the end of a compound too.

    >>> sorted(plurals("raadsleden")), sorted(plurals("stad")), sorted(plurals("geluid"))
    (['raadslid'], ['steden'], [])
    """
    found = set()
    for one, many in pairs("plural"):
        for ending, other in ((one, many), (many, one)):
            if word == ending or (word.endswith(ending) and word[-len(ending) - 1] in "sn-"):
                found.add(word.removesuffix(ending) + other)
    return frozenset(found)


@cache
def listed(word_class: str) -> frozenset[str]:
    """The words of a class of `search_words.csv`."""
    return frozenset(map(plain, _classes("search_words.csv")[word_class].split()))


@cache
def pairs(word_class: str) -> tuple[tuple[str, str], ...]:
    """The pairs of a class of `search_words.csv`."""
    halves = (pair.partition("/") for pair in _classes("search_words.csv")[word_class].split())
    return tuple((one, other) for one, _, other in halves)


@cache
def particles() -> tuple[str, ...]:
    """The particles of separable verbs, the longest first."""
    classes = _classes("word_classes.csv")
    found = {*classes["particle"].split(), *classes["particle_preposition"].split()}
    return tuple(sorted(found, key=lambda particle: (-len(particle), particle)))


@cache
def after_particle() -> frozenset[str]:
    """The words that may follow a particle which closes its clause."""
    return frozenset(_classes("word_classes.csv")["after_particle"].split())


def _classes(name: str) -> dict[str, str]:
    return {row["class"]: row["words"] for row in table(name)}


def _behind_particles(word: str) -> Iterator[tuple[str, str]]:
    """A word as a whole, and each way to take a particle off."""
    yield "", word
    for particle in particles():
        if word.startswith(particle) and len(word) - len(particle) >= _SHORTEST:
            yield particle, word.removeprefix(particle)


def _is_known(particle: str, infinitive: str, known: Known) -> bool:
    if len(infinitive) < len("doen"):
        return infinitive in ("zien", "gaan", "doen", "slaan", "staan")
    return infinitive in strong_verbs() or known(infinitive) or (bool(particle) and known(particle + infinitive))


@lru_cache(maxsize=10_000)
def _conjugated(infinitive: str) -> frozenset[str]:
    verb = conjugation(infinitive)
    whole = {plain(form) for form in verb.finite | verb.participles}
    return frozenset(whole | {plain(participle) + "e" for participle in verb.participles if participle[-1] in "td"})


def _infinitives(form: str) -> Iterator[str]:
    """The infinitives that a form could belong to."""
    for prefix in ("", *_UNSTRESSED):
        if form.startswith(prefix):
            for ending in ("", "e"):
                strong = _strong_forms().get(form.removeprefix(prefix).removesuffix(ending), ())
                yield from (prefix + infinitive for infinitive in strong)
    for ending in _ENDINGS:
        if form.endswith(ending):
            base = form.removesuffix(ending)
            for each in (base, base.removeprefix("ge")):
                if len(each) > 1:
                    yield from _of_base(each)


def _of_base(base: str) -> Iterator[str]:
    """deel → delen, stel → stellen, geef → geven, huisvest → huisvesten."""
    yield base + "en"
    last = base[-1]
    for consonant in (last, _VOICED.get(last, last)):
        if last not in _VOWELS:
            yield base[:-1] + consonant + "en"
            yield base[:-1] + last + last + "en"
            if len(base) > 2 and base[-2] == base[-3] and base[-2] in _VOWELS:
                yield base[:-2] + consonant + "en"


@cache
def _strong_forms() -> dict[str, tuple[str, ...]]:
    """Each form of a strong verb, its participle also without ge- as it stands behind a prefix → its infinitives."""
    found: dict[str, list[str]] = {}
    for infinitive, (*finite, participle) in strong_verbs().items():
        base = infinitive.removesuffix("en")
        for form in {infinitive, *finite, finite[0].removesuffix("t"), base, participle, participle.removeprefix("ge")}:
            found.setdefault(plain(form), []).append(infinitive)
    return {form: tuple(infinitives) for form, infinitives in found.items()}


def _verbs_of(noun: str, behind_particle: bool) -> Iterator[str]:
    if noun.endswith("ing"):
        yield noun.removesuffix("ing") + "en"
    if noun.endswith("atie"):
        yield noun.removesuffix("atie") + "eren"
    for verb, ending in pairs("noun_of_verb"):
        if noun.endswith(ending) and (behind_particle or noun != ending):
            yield noun.removesuffix(ending) + verb
