"""The lexicon of speech acts: which verb, state or noun says what was done, and which words in the content say more.

`data/speech_acts.csv` holds the frames. A verb frame is an infinitive with the words that must stand in its clause and
its separable particle before it ("in overweging geven", "aan|dringen"); a state is a word behind "zijn" or, in
telegram style, behind the speaker ("voorstander"); a noun names the act itself ("oproep/oproepen"). Alternatives of a
word are separated by a slash, a star at its end stands for any ending.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from lrtgraph.dutch.conjugation import conjugation
from lrtgraph.extraction.grammar.lexicon import table, words
from lrtgraph.extraction.grammar.tokens import MARKS
from lrtgraph.extraction.statements.speech.patterns import Word
from lrtgraph.records import Act
from lrtgraph.value import value

Form = Literal["finite", "participle", "infinitive"]
Manner = Literal["saying", "attitude", "action", "condition", "procedure"]
Content = Literal["open", "report", "closed", "named", "ended", "done", "held", "joined", "recalled"]

OPPOSITE: dict[Act, Act] = {"steunt": "bezwaar", "bezwaar": "steunt"}
"""Acts for or against, each with its contrary."""
VERDICTS = frozenset(OPPOSITE)
"""Acts for or against."""
_FLIPPED: dict[Act, Act] = {
    "steunt": "bezwaar",
    "bezwaar": "steunt",
    "zegt_toe": "bezwaar",
    "stelt_voor": "bezwaar",
}


_OTHERWISE = frozenset({"om", "weg", "goed", "plaats", "vrij"})  # particles that are more often something else
_CONJUNCTION = frozenset({"dat"})  # as a companion it opens a clause: "bevestigt dat." has none


@dataclass(frozen=True, slots=True)
class SpeechFrame:
    """One row of the lexicon.

    `head` is the infinitive without particle, or the word itself. `denied` is the act under negation. `content` says
    what it takes to know the act: "open" that the content may make it more specific, "report" that what goes wrong in
    that does not (who reports, tells), "closed" that the predicate tells it, "named" that it is the very name of the
    act, "ended" that the act of the noun among its words ends by it, "done" that so it does when the verb is perfect,
    "held" that what is held on to tells it, "joined" that a party must stand behind the verb, "recalled" that it ends
    what its sentence told of before, where it points to that. `addressee` is "object"
    where the person addressed is the object, "party" where a party right behind the verb is whom somebody is with or
    against, else the preposition before it. `manner` is "saying" for a verb of speech, "attitude", or "action" for
    what a speaker does and thereby promises, "condition" for what somebody has or lacks: told of another while
    somebody speaks, or "procedure" for what belongs to the course of a meeting and contributes nothing.
    """

    kind: Literal["verb", "state", "noun"]
    head: str
    particle: str
    companions: tuple[Word, ...]
    act: Act
    denied: Act
    content: Content
    manner: Manner
    addressee: str

    @property
    def open(self) -> bool:
        """Whether the content may make the act more specific."""
        return self.content in ("open", "report")

    @property
    def report(self) -> bool:
        """Whether what goes wrong in the content does not count."""
        return self.content == "report"

    @property
    def weight(self) -> int:
        """How much the frame asks for: the more, the surer a match."""
        return 2 * len(self.companions) + 2 * bool(self.particle)

    @property
    def reverse(self) -> Act:
        """The act of a denied noun; where the table does not say it, a denied support is an objection, and back."""
        return self.denied if self.denied != self.act else _FLIPPED.get(self.act, self.act)


@value
class Sighting:
    """A frame at a token: in which form, and where its other words stand."""

    frame: SpeechFrame
    token: int
    form: Form
    others: tuple[int, ...]
    sure: bool

    @property
    def spread(self) -> int:
        """How far its other words stand from the verb: of two nouns the nearer one goes with it."""
        return sum(abs(place - self.token) for place in self.others)

    @property
    def used(self) -> frozenset[int]:
        """The indices of all words that the frame takes."""
        return frozenset((self.token, *self.others))


@cache
def frames() -> tuple[SpeechFrame, ...]:
    """All frames of the lexicon, in the order of the file."""
    return tuple(_frame(row) for row in table("speech_acts"))


def _frame(row: dict[str, str]) -> SpeechFrame:
    *companions, last = row["predicate"].split()
    particle, bar, head = last.rpartition("|")
    act = cast("Act", row["act"])
    return SpeechFrame(
        kind=cast("Literal['verb', 'state', 'noun']", row["kind"]),
        head=head if bar else last,
        particle=particle if bar else "",
        companions=tuple(Word.parse(word) for word in companions),
        act=act,
        denied=cast("Act", row["denied"]) if row["denied"] else _denied(row["kind"], act),
        content=cast("Content", row["content"]),
        manner=cast("Manner", row["manner"]),
        addressee=row["addressee"],
    )


def _denied(kind: str, act: Act) -> Act:
    """The act of a denied predicate of which the table does not say it: who does not promise to do it refuses."""
    return "bezwaar" if act == "zegt_toe" and kind != "noun" else act


@dataclass(frozen=True, slots=True)
class _Entry:
    frame: SpeechFrame
    form: Form
    joined: bool  # the particle is part of the word, or there is none
    needed: tuple[frozenset[str], ...]  # of each of these a word must stand in the clause

    @staticmethod
    def of(frame: SpeechFrame, form: Form, joined: bool) -> _Entry:
        particle = () if joined else (frozenset({frame.particle}),)
        companions = tuple(wanted.forms for wanted in frame.companions if not wanted.beginnings)
        return _Entry(frame, form, joined, (*particle, *companions))


@cache
def finite_forms() -> frozenset[str]:
    """The finite forms of the lexicon's verbs."""
    return frozenset(form for form, found in _by_form().items() if any(entry.form == "finite" for entry in found))


@cache
def final_forms() -> frozenset[str]:
    """The finite forms that have their particle in front: "waarop JenV opmerkt …"; some are nouns too: "inzet"."""
    return frozenset(_verb_final()) - finite_forms()


@cache
def _by_form() -> dict[str, tuple[_Entry, ...]]:
    """Every surface form of every verb frame."""
    index: dict[str, list[_Entry]] = {}
    for frame in frames():
        if frame.kind != "verb":
            continue
        verb = conjugation(frame.head)
        for form in sorted(verb.finite):
            index.setdefault(form, []).append(_Entry.of(frame, "finite", not frame.particle))
        for form in sorted(verb.participles):
            index.setdefault(frame.particle + form, []).append(_Entry.of(frame, "participle", True))
        index.setdefault(frame.particle + frame.head, []).append(_Entry.of(frame, "infinitive", True))
        if frame.particle:
            index.setdefault(frame.head, []).append(_Entry.of(frame, "infinitive", False))
    return {form: tuple(entries) for form, entries in index.items()}


@cache
def _verb_final() -> dict[str, tuple[_Entry, ...]]:
    """The finite forms with their particle in front, as a subordinate clause has them: "waarop JenV toezegt …"."""
    index: dict[str, list[_Entry]] = {}
    for frame in frames():
        if frame.kind == "verb" and frame.particle:
            for form in sorted(conjugation(frame.head).finite - {frame.head}):
                index.setdefault(frame.particle + form, []).append(_Entry.of(frame, "finite", True))
    return {form: tuple(entries) for form, entries in index.items()}


class _Entries:
    """The entries of one form, of which those that can be meant are found by a word that they need, not one by one."""

    def __init__(self, entries: Sequence[_Entry]) -> None:
        self._entries = tuple(entries)
        self._free = [number for number, entry in enumerate(entries) if not entry.needed]
        self._by_word: dict[str, list[int]] = {}
        for number, entry in enumerate(entries):
            for word in entry.needed[0] if entry.needed else ():
                self._by_word.setdefault(word, []).append(number)
        self._words = frozenset(self._by_word)

    def likely(self, present: frozenset[str]) -> list[_Entry]:
        """The entries, in the order of the file, all of whose words are among those present."""
        bound = {number for word in self._words & present for number in self._by_word[word]}
        entries = [self._entries[number] for number in (sorted({*self._free, *bound}) if bound else self._free)]
        return [entry for entry in entries if not any(map(present.isdisjoint, entry.needed[1:]))]


def _entries(form: str) -> _Entries | None:
    """The entries of a form: what it can be anywhere before what it can be at the end of a subordinate clause."""
    return _known_entries(form) if form in _by_form() or form in _verb_final() else None


@cache
def _known_entries(form: str) -> _Entries:
    return _Entries((*_by_form().get(form, ()), *_verb_final().get(form, ())))


@cache
def _simple_verbs() -> frozenset[str]:
    """Verbs that stand in the lexicon without particle and companions."""
    return frozenset(f.head for f in frames() if f.kind == "verb" and not f.particle and not f.companions)


@cache
def noun_frames() -> dict[str, SpeechFrame]:
    """Act nouns by their forms."""
    return {form: frame for frame in frames() if frame.kind == "noun" for form in frame.head.split("/")}


@cache
def state_frames() -> dict[str, tuple[SpeechFrame, ...]]:
    """States by their word."""
    index: dict[str, list[SpeechFrame]] = {}
    for frame in frames():
        if frame.kind == "state":
            index.setdefault(frame.head, []).append(frame)
    return {word: tuple(found) for word, found in index.items()}


def closes(word: str, *, last: bool) -> bool:
    """Whether a lower-case word can be the finite verb that closes a subordinate clause, as its last word or not.

    >>> closes("meewerkt", last=False), closes("ondertekenen", last=True), closes("ondertekenen", last=False)
    (True, True, False)
    """
    return word in _verb_final() or (last and word in finite_forms())


def sightings(tokens: Sequence[str], start: int, end: int, at: int) -> list[Sighting]:
    """The verb frames whose verb is token `at`, with particle and companions in `tokens[start:end]` (lower case).

    The most demanding come first, of equals the one whose words stand nearest.

    >>> tokens = "vng dringt aan op haast".split()
    >>> [(found.frame.act, found.others) for found in sightings(tokens, 0, 5, 1)]
    [('verzoekt', (2,))]
    """
    found: list[Sighting] = []
    entries = _entries(tokens[at])
    if entries is None:
        return found
    likely = entries.likely(frozenset(tokens[start:end]))
    parted = _parted(tokens, at, end) if likely else None
    for entry in likely:
        frame = entry.frame
        others: tuple[int, ...] = ()
        sure = True
        if frame.particle and not entry.joined:
            place = _particle(tokens, start, end, at, frame, entry.form)
            if place is None:
                continue
            others, sure = (place[0],), place[1]
        elif entry.form == "finite" and parted and not any(wanted.fits(parted) for wanted in frame.companions):
            continue  # "stelt de voorwaarden op": the particle makes it another verb
        companions = _companions(tokens, start, end, {at, *others}, frame)
        if companions is not None:
            found.append(Sighting(frame, at, entry.form, others + companions, sure))
    return sorted(found, key=lambda s: (not s.sure, -s.frame.weight, not s.frame.particle, s.spread))


@cache
def _closing_particles() -> frozenset[str]:
    """Words that are mostly particles where a clause ends with them."""
    return words("particle", "particle_preposition") - _OTHERWISE


def _parted(tokens: Sequence[str], at: int, end: int) -> str | None:
    """The particle that stands apart from a verb at the end of its clause."""
    last = next((k for k in range(at + 1, end) if not tokens[k][:1].isalnum() and tokens[k] != "€"), end) - 1
    if last <= at + 1 or tokens[last] not in _closing_particles():
        return None
    if tokens[last - 1] in words("determiner"):
        return None  # "ziet beren op de weg"
    stranded = not words("pronominal").isdisjoint(tokens[max(0, at - 4) : last])
    return None if stranded else tokens[last]


def _particle(
    tokens: Sequence[str], start: int, end: int, at: int, frame: SpeechFrame, form: Form
) -> tuple[int, bool] | None:
    """Where a separated particle stands, and whether it is surely one and not a preposition."""
    particle = frame.particle
    if form == "infinitive":  # "aan te dringen"
        return (at - 2, True) if at - 2 >= start and tokens[at - 1] == "te" and tokens[at - 2] == particle else None
    places = [k for k in range(at + 1, end) if tokens[k] == particle and not _infinitives_own(tokens, k)]
    if not places:
        return None
    governs = any(tokens[k] == "te" for k in range(places[0] + 2, end))
    prepositions = words("particle_preposition")
    for k in places:
        following = tokens[k + 1] if k + 1 < len(tokens) else "."
        closes = not following[:1].isalpha() or following in words("after_particle")
        if particle not in prepositions or closes:
            return k, True
    if frame.head not in _simple_verbs():
        phrase = tokens[places[-1] + 1] in words("determiner") and not _infinitive_follows(tokens, places[-1] + 2)
        return None if phrase else (places[-1], False)  # "dragen hun taak over aan het COA"
    # "stelt de leden voor de termijn te verlengen": the infinitive shows that the word is a particle.
    return (places[0], True) if governs and frame.particle in ("voor", "aan", "in", "toe") else None


def _infinitive_follows(tokens: Sequence[str], at: int) -> bool:
    """Whether an infinitive with "te" closes the part of the sentence: "roept gemeenten op de bonus om te zetten"."""
    stop = next((k for k in range(at, len(tokens)) if tokens[k] in MARKS), len(tokens))
    return "te" in tokens[at:stop]


def _infinitives_own(tokens: Sequence[str], at: int) -> bool:
    """Whether a particle goes with the infinitive behind it: "geeft aan mee te denken"."""
    torn = tokens[at + 1 : at + 3]
    return len(torn) > 1 and torn[0] == "te" and tokens[at] + torn[1] in _by_form()


def _companions(
    tokens: Sequence[str], start: int, end: int, taken: set[int], frame: SpeechFrame
) -> tuple[int, ...] | None:
    found: list[int] = []
    for wanted in frame.companions:
        places = [k for k in range(start, end) if k not in taken and k not in found and wanted.fits(tokens[k])]
        places = [k for k in places if "te" not in tokens[min(taken) : k - 1]]  # "vraagt MVRO te kijken naar …"
        places = [k for k in places if tokens[k] != "anders" or not _than_before(tokens, k)]
        if wanted.forms == _CONJUNCTION:
            places = [k for k in places if _opens_clause(tokens, min(taken), k)]
        if not places:
            return None
        found.append(places[0])
    return None if _behind_noun(frame, found) else tuple(found)


def _behind_noun(frame: SpeechFrame, found: Sequence[int]) -> bool:
    """Whether a preposition stands behind the noun that it is to govern, as in "houdt de toezegging aan"."""
    governing = [one.forms <= words("particle_preposition") for one in frame.companions]
    pairs = zip(governing, governing[1:], found, found[1:], strict=False)
    return any(first and not second and at > behind for first, second, at, behind in pairs)


def _than_before(tokens: Sequence[str], at: int) -> bool:
    """ "ziet dat nu anders", "steunt, anders dan in maart, …": otherwise than before, and not than somebody else."""
    before, after = tokens[max(0, at - 1) : at], tokens[at + 1 : at + 2]
    return before[0] in words("by_now") if before and before[0] != "," else list(after) == ["dan"]


def _opens_clause(tokens: Sequence[str], verb: int, at: int) -> bool:
    """Whether a conjunction opens what the verb governs: something follows it, and no comma parts it from the verb."""
    return at + 1 < len(tokens) and tokens[at + 1][:1].isalnum() and "," not in tokens[verb:at]
