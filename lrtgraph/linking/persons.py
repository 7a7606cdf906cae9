"""Persons: by a title before a name, by the attendance list, and by surname alone once they are known.

A person is `person:Surname` with the particles that belong to it, the first with a capital: `person:Van der Burg`.
The span is the surname without title, initials and given name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass, replace
from functools import cache

from lrtgraph.dutch.redaction import PARTICLES, REDACTED, is_redacted
from lrtgraph.dutch.surnames import INITIAL, WITHIN, given_names, surname, surnames
from lrtgraph.linking.acting import surroundings
from lrtgraph.linking.lexicon import table
from lrtgraph.linking.matcher import Match
from lrtgraph.linking.words import Words, fold, read_words
from lrtgraph.notations import MUNICIPALITY, PERSON
from lrtgraph.records import Participant

_ARTICLES = frozenset(["de", "het", "een", "dit", "dat", "deze", "die"])
_OFFICES = frozenset(["office", "local"])
_NO_GIVEN = frozenset(["", "ad", "an", "bo", "door", "per", "wil"])
"""Given names that open sentences as other words, and the want of one."""
_BODIES = frozenset(["staten"])
"""Words that are no surname behind an office: "Gedeputeerde Staten"."""
_LEAST_HALF = 2  # letters of half a surname that stands for the whole
_LONGEST = 6  # words of a full name before its seat in brackets
_FARTHEST = 7
"""Words from a post to a name: "voorzitter van de commissie Wonen Anna Bos"."""
_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-Þ][\w'’]*[a-zß-öø-ÿ][\w'’]*\Z")
_MOST_PARTICLES = 3
_AFTER_VAN = ("de", "den", "der")
_WITH_ARTICLE = re.compile(rf"[Vv]an (?:{'|'.join(_AFTER_VAN)}) (?P<rest>.+)")
"""A surname whose article is easily taken for another: "Van der Plas", "Van den Berg"."""


@cache
def titles() -> tuple[re.Pattern[str], dict[str, str]]:
    """The titles that come before a surname as one pattern, and the kind of each.

    A kind is "honorific", "plural", "office", or "local": an office behind which the name of its town may stand too.
    """
    listed = {row["title"]: row["kind"] for row in table("person_titles")}
    kinds = {word[0].upper() + word[1:]: kind for word, kind in listed.items()} | listed
    spelled = "|".join(map(re.escape, sorted(kinds, key=lambda word: (-len(word), word))))
    return re.compile(rf"(?<![\w-])(?P<title>{spelled})(?:\.\s*|\s+)(?=[\w'’])"), kinds


@cache
def _last_words() -> frozenset[str]:
    """The last words of the titles, folded; one of them stands wherever a title does."""
    return frozenset(read_words(title).folded[-1] for title in titles()[1])


@cache
def _posts() -> tuple[str, ...]:
    """How the words for posts end, folded: those of the titles that are no form of address."""
    return tuple(sorted(fold(title) for title, kind in titles()[1].items() if kind in _OFFICES and title.islower()))


def is_title(word: str) -> bool:
    """Whether a word is a title, with a capital or without."""
    return word in titles()[1]


class Persons:
    """The people of one document, and where they are named.

    `is_name` says whether a name of the gazetteer that is no place begins at a word, `is_town` whether a name of a
    municipality or province does.
    """

    def __init__(self, participants: Iterable[Participant], is_name: IsOther, is_town: IsOther) -> None:
        self._is_name = is_name
        self._is_town = is_town
        self._by_start: dict[str, dict[tuple[str, ...], str]] = {}
        self.seats: dict[str, str | None] = {}
        listed = {row.name: row.concept for row in participants if row.name and not is_redacted(row.name)}
        self._given: dict[str, set[str]] = {}
        named = list(surnames(list(listed)))
        for (name, first), concept in zip(named, listed.values(), strict=True):
            self.seats[fold(name)] = concept
            self._learn(name)
            self._given.setdefault(fold(first or ""), set()).add(name)
        self._learn_halves([name for name, _ in named])
        self._learn_particles([name for name, _ in named])
        self._by_given = {
            first: name for first, (name, *more) in self._given.items() if not more and first not in _NO_GIVEN
        }

    def titled(self, words: Words, named: Set[str]) -> list[Match]:
        """The persons who are named with a title; from now on their surnames are known.

        "wethouder Assen" is no person, but where the list has somebody of that name; nor is "directeur Assen" beside a
        gemeente Assen. `named` are the concepts that the document surely names.
        """
        if _last_words().isdisjoint(words.folded):
            return []
        pattern, kinds = titles()
        found: list[Match] = []
        for hit in pattern.finditer(words.text):
            kind = kinds[hit["title"]]
            held = kind in _OFFICES
            if held and "." in hit[0]:
                continue  # an office is written in full: the sentence ends behind it
            reason = f"'{hit['title']}' comes before it"
            at: int | None = words.at(hit.end())
            while at is not None:
                listed = self._listed(words, at)
                if listed is None and kind == "local" and self._is_town(words, at):
                    break
                name = listed or read_surname(words, at, self._other, small_first=not held)
                if name is None or (held and f"{MUNICIPALITY}{_written(words, name)}" in named):
                    break
                match = _match(words, name, "titled-person", 0.97, reason)
                known = None if listed is None else self._whose(words, name)
                found.append(match if known is None else replace(match, concept=f"{PERSON}{known}"))
                at = _next_in_list(words, name.last) if kind == "plural" else None
        for match in found:
            if fold(match.concept.partition(":")[2]) not in self.seats:
                self._learn(match.concept.partition(":")[2])
        return found

    def seated(self, words: Words) -> list[Match]:
        """Names before a seat in brackets, "Ten Doornwaard (VNG)": a person where the seat is an actor's name."""
        found: list[Match] = []
        for i in range(1, len(words) - 1):
            if words.folded[i] == "(" and self._is_name(words, i + 1):
                name = self._name_until(words, i)
                if name is not None and (name.full or _stands_alone(words, name.first)):
                    found.append(_match(words, name, "seated-person", 0.8, "a seat in brackets comes behind it"))
        return self._learned(found)

    def posted(self, words: Words) -> list[Match]:
        """Names in full beside a post: "Anna Bos, wethouder in Ede", "voorzitter van de commissie Wonen Anna Bos"."""
        found: list[Match] = []
        for i in range(len(words)):
            if not words.folded[i].endswith(_posts()):
                continue
            name = self._name_until(words, i - 1) if i > 2 and words.folded[i - 1] == "," else None
            if name is None or not name.full:
                read = (read_surname(words, at, self._other, small_first=False) for at in _behind_post(words, i))
                name = next((one for one in read if one is not None and one.full), None)
            if name is not None and not _is_namesake(words, name):
                found.append(_match(words, name, "posted-person", 0.85, "a post stands beside the name in full"))
        return self._learned(found)

    def in_full(self, words: Words, acts: Set[str]) -> list[Match]:
        """A given name and a surname that open a sentence before a verb of doing: "Paul van Gent licht toe dat …".

        Whoever is no guest but listed is known already. `acts` are the finite forms of such verbs. A given name alone
        is somebody's too, unless one in the list may have it: "Thomas geeft aan dat …".
        """
        found: list[Match] = []
        for i, word in enumerate(words.folded):
            if words.word(i) not in given_names() or word in _NO_GIVEN or not (i == 0 or words.opens_sentence(i)):
                continue
            name = read_surname(words, i, self._other, small_first=False)
            if name is not None and name.full:
                named = name.last < len(words) and words.folded[name.last] in acts and not _is_namesake(words, name)
                reason = "a given name before it and a verb behind"
                found += [_match(words, name, "person-in-full", 0.8, reason)] if named else []
            elif i + 1 < len(words) and words.folded[i + 1] in acts and self._is_guest(word):
                self._by_given[word] = words.word(i)
        return self._learned(found)

    def _is_guest(self, given: str) -> bool:
        """Whether nobody in the list has a given name, as far as it tells: without it anybody may."""
        return given not in self._given and "" not in self._given and given not in self._by_start

    def bare(self, words: Words) -> Iterator[Match]:
        """The surnames of people who are known by now, and given names that only one of the list has."""
        for i, key in enumerate(words.folded):
            if key in self._by_start:
                name = self._listed(words, i)
                if name is not None and not (i > 0 and words.is_hyphen(i - 1)):
                    yield self._known(words, name, 0)
            elif key.endswith("s") and (key[:-1],) in self._by_start.get(key[:-1], {}) and words.word(i)[0].isupper():
                yield self._known(words, Surname(i, i + 1, False), 1)  # "Reinsdorps voorstel"
            elif key in self._by_given and _is_whole_name(words, i):
                listed = key in self._given
                reason = f"{'only one in' if listed else 'nobody in'} the attendance list has this given name"
                concept = f"{PERSON}{self._by_given[key]}"
                yield Match(words.starts[i], words.ends[i], concept, "known-person", 0.8, reason)

    def seat_of(self, words: Words, i: int) -> str | None:
        """The seat of the listed person whose surname begins at a word."""
        name = self._listed(words, i)
        return None if name is None else self.seats.get(fold(self._whose(words, name)))

    def _whose(self, words: Words, name: Surname) -> str:
        """The whole surname of whom a known name means."""
        key = words.folded[name.first : name.last]
        return self._by_start[key[0]][tuple(key)]

    def _learned(self, found: list[Match]) -> list[Match]:
        """These persons, whose surnames are known from now on."""
        for match in found:
            self._learn(match.concept.partition(":")[2])
        return found

    def _learn(self, name: str) -> None:
        key = read_words(name).folded
        self._by_start.setdefault(key[0], {})[key] = name

    def _learn_halves(self, names: list[str]) -> None:
        """The first half of a double surname is its owner's where nobody else is called so: "mw. Nijboer"."""
        halves: dict[str, set[str]] = {}
        for name in names:
            first, hyphen, _ = name.partition("-")
            if hyphen and len(first) > _LEAST_HALF:
                halves.setdefault(fold(first.strip()), set()).add(name)
        for half, (owner, *others) in halves.items():
            key = read_words(half).folded
            if not others and key not in self._by_start.get(key[0], {}):
                self._by_start.setdefault(key[0], {})[key] = owner

    def _learn_particles(self, names: list[str]) -> None:
        """A surname with another article behind "van" is its owner's where nobody else has the rest: "Van de Plas"."""
        owners: dict[str, set[str]] = {}
        for name in names:
            if found := _WITH_ARTICLE.fullmatch(name):
                owners.setdefault(found["rest"], set()).add(name)
        for rest, (owner, *others) in owners.items():
            for article in () if others else _AFTER_VAN:
                key = read_words(f"van {article} {rest}").folded
                self._by_start.setdefault(key[0], {}).setdefault(key, owner)

    def _listed(self, words: Words, i: int) -> Surname | None:
        """The longest known surname that begins at a word."""
        known = self._by_start.get(words.folded[i], {}) if i < len(words) else {}
        lengths = [len(key) for key in known if words.folded[i : i + len(key)] == key]
        if not lengths or not words.word(i + max(lengths) - 1)[0].isupper():
            return None
        return Surname(i, i + max(lengths), False)

    def _known(self, words: Words, name: Surname, genitive: int) -> Match:
        start, end = words.starts[name.first], words.ends[name.last - 1] - genitive
        key = read_words(words.text[start:end]).folded
        concept = self._by_start[key[0]][key]
        listed = fold(concept) in self.seats
        reason = "the attendance list names them" if listed else "named in full elsewhere in the document"
        return Match(start, end, f"{PERSON}{concept}", "known-person", 0.95 if listed else 0.9, reason)

    def _name_until(self, words: Words, end: int) -> Surname | None:
        """The personal name that ends just before a word: the longest that there is."""
        for first in range(max(0, end - _LONGEST), end):
            whose = self._given.get(words.folded[first])
            listed = self._listed(words, first + 1) if whose else None
            if whose and listed is not None and listed.last == end and _written(words, listed) in whose:
                return replace(listed, full=True)  # "Wies Oldenkamp"
            name = read_surname(words, first, self._other, small_first=False)
            if name is not None and name.last == end:
                return name
        return None

    def _other(self, words: Words, i: int) -> bool:
        return self._is_name(words, i) or titles()[0].match(words.text, words.starts[i]) is not None


def _stands_alone(words: Words, i: int) -> bool:
    """Whether a capitalised word can only be a name: within a sentence, without an article or a capital before it."""
    if words.opens_sentence(i):
        return False
    return words.folded[i - 1] not in _ARTICLES and not words.word(i - 1)[0].isupper()


def _is_namesake(words: Words, name: Surname) -> bool:
    """Whether a name in full is that of what is named after a person: "de Jan van Galen Kazerne"."""
    return not surroundings()["namesake"].isdisjoint(words.folded[name.last - 1 : name.last + 1])


def _behind_post(words: Words, i: int) -> list[int]:
    """Where the name of who holds a post may begin: right behind it, or behind the name of what it is held in."""
    found, at = [i + 1], i + 1
    if words.folded[at : at + 1] == ("van",):
        while at < min(i + _FARTHEST, len(words) - 1) and words.word(at).isalnum():
            found += [at + 1] if words.word(at)[0].isupper() else []
            at += 1
    return [at for at in found if at < len(words)]


def _is_whole_name(words: Words, i: int) -> bool:
    """Whether a word with a capital is all that is said of a name: neither before nor behind it does one stand."""
    if not words.word(i)[0].isupper() or (i > 0 and words.word(i - 1)[0].isupper()):
        return False
    behind = past_particles(words, i + 1)
    return behind >= len(words) or not words.word(behind)[0].isupper()


def _written(words: Words, name: Surname) -> str:
    return surname(words.text[words.starts[name.first] : words.ends[name.last - 1]])


def _match(words: Words, name: Surname, rule: str, confidence: float, reason: str) -> Match:
    start, end = words.starts[name.first], words.ends[name.last - 1]
    return Match(start, end, f"{PERSON}{_written(words, name)}", rule, confidence, reason)


def _next_in_list(words: Words, i: int) -> int | None:
    """The word behind "," or "en" where a list of names goes on."""
    return i + 1 if i + 1 < len(words) and words.folded[i] in {",", "en"} else None


@dataclass(frozen=True, slots=True)
class Surname:
    """The words `[first, last)` of a text that are a surname; `full` says that initials or a given name precede it."""

    first: int
    last: int
    full: bool


IsOther = Callable[[Words, int], bool]
"""Whether a word begins a title, or a name of something that is no person and no place."""


def read_surname(words: Words, i: int, is_other: IsOther, *, small_first: bool) -> Surname | None:
    """The surname of the personal name that begins at the i-th word; None where none does.

    `small_first` says whether its first particle may be in lower case ("dhr. van Rijn", but "burgemeester van Epe").
    """
    first = i
    while first + 1 < len(words) and INITIAL.match(words.word(first)) and words.folded[first + 1] == ".":
        first += 2
    while first + 1 < len(words) and words.word(first) in given_names() and _may_begin(words, first + 1, is_other):
        first += 1
    full = first > i
    core = past_particles(words, first)
    if core >= len(words) or not _is_core(words, core, is_other):
        return None
    if core > first and words.word(first)[0].islower() and not (small_first or full):
        return None
    last = core + 1
    if last < len(words) and _is_core(words, last, is_other) and words.folded[last - 1] not in PARTICLES:
        last += 1  # "Groot Wassink"
    if last < len(words) and WITHIN.match(words.text, words.starts[last]):
        last = past_particles(words, last) + 1  # "Scholte in 't Veld"
    while last < len(words) and words.is_hyphen(last):
        other = past_particles(words, last + 1)
        if other >= len(words) or not _is_core(words, other, is_other):
            break
        last = other + 1
    return Surname(first, last, full)


def past_particles(words: Words, i: int) -> int:
    """The first word from the i-th on that is no particle of a name."""
    first = i
    while i < len(words) and i - first < _MOST_PARTICLES and words.folded[i] in PARTICLES:
        i += 1
    return i


def _may_begin(words: Words, i: int, is_other: IsOther) -> bool:
    return words.folded[i] in PARTICLES or _is_core(words, i, is_other)


def _is_core(words: Words, i: int, is_other: IsOther) -> bool:
    word = words.folded[i]
    if word in PARTICLES or word in REDACTED or word in _BODIES or set(word) == {"x"}:
        return False
    return _CAPITAL.match(words.word(i)) is not None and not is_other(words, i)
