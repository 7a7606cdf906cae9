"""How reactions to an objection stand to its subject: "IPO maakt bezwaar tegen de HAR. VNG sluit zich hierbij aan."

Such a contribution supports who objected, and is no support of what he objected to; nor does who grants or contradicts
an objection himself support or object to its subject.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.grammar.tokens import tokens_of
from lrtgraph.extraction.grammar.verbs import conjugation
from lrtgraph.extraction.statements.course.floor import Contribution
from lrtgraph.extraction.statements.speakers.telegram import agrees
from lrtgraph.extraction.statements.speech.lexicon import OPPOSITE, noun_frames
from lrtgraph.extraction.statements.subject.aspects import aspects
from lrtgraph.extraction.statements.subject.objects import beside
from lrtgraph.extraction.statements.subject.turning import Endings, announced
from lrtgraph.records import Act
from lrtgraph.value import value

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading
    from lrtgraph.extraction.grammar.tokens import Tokens

_SHORT: Final = 6
"""Tokens of a contribution that says no more than that somebody joins."""
_JOINED: Final = frozenset({"aan", "bij"})
_LIKENING: Final = frozenset({"ook", "net", "precies", "eveneens"})
_SAME: Final = frozenset({"hetzelfde", "dezelfde", "eender"})
_MOVED: Final = frozenset({"steunt", "bezwaar", "verzoekt", "stelt_voor", "zegt_toe"})
"""Acts that show where somebody stands; others leave it as it was where he goes on without being named again."""
_ASKED: Final = frozenset({"verzoekt", "vraagt", "stelt_voor"})
_BEFORE_FACT: Final = frozenset({"DET", "ADJ", "PRON", "NUM"})
_PASSED: Final = words("denying") | {"dat", "dit", "zich", "in", "echter"}
_TELLING: Final = frozenset({"informeert", "antwoordt"})
_GOING_ON: Final = frozenset({"continuation", "anaphor", "ellipsis", "nominal"})


@value
class Apart:
    """Those topics of a contribution to which it does not stand as its act says, and how it stands to them."""

    topics: tuple[str, ...] = ()
    stance: Act = "antwoordt"


@value
class _Objection:
    """What somebody objects to, and what he holds on to by that: who is against a repeal is for the law.

    `asked`: he does so by asking for its end, or for it not to be used.
    """

    against: frozenset[str]
    favoured: frozenset[str] = frozenset()
    asked: bool = False


@dataclass(slots=True)
class _Item:
    """What those who spoke on an agenda item object to, as far as that is where they stand, and who spoke last.

    `told`: who spoke last told how things are. `ending`: the instruments whose end was announced, `read`: up to which
    block and offset its text was read for that.
    """

    objections: dict[str, _Objection] = field(default_factory=dict)
    last: tuple[str, ...] = ()
    told: bool = False
    ending: set[str] = field(default_factory=set)
    read: tuple[int, int] = (0, 0)


def apart(reading: Reading, rows: Sequence[Contribution], topics: Iterable[tuple[str, ...]]) -> list[Apart]:
    """Of each contribution the topics to which it does not stand as its act says.

    In: the contributions in the order of the text, with their acts, and what they are about. Of what one names itself
    only that counts which an objection is about too, or of which it tells the end.
    """
    items: dict[int | None, _Item] = {}
    found = []
    for row, about in zip(rows, topics, strict=True):
        item = items.setdefault(row.item, _Item())
        opening, endings = _Opening(reading, row), Endings(reading, row, about)
        _listen(reading, item, row)
        objection = _taken_up(opening, row, item)
        if objection is not None and opening.supports(reading, objection.against):
            objection = None
        elif objection is None and row.act == "steunt" and opening.names_objection():
            objection = _Objection(frozenset(about) - set(row.towards))
        if objection is None:
            aside = beside(reading, row, about)
            ends = tuple(c for c in _ends(endings, row, item) if c not in aside) if row.act in OPPOSITE else ()
            aside = () if ends else (aside or _denied_only(reading, opening, row, item, about))
            aside = aside if ends or aside else aspects(reading, row, about)
            asked = _asked(endings) if row.act == "verzoekt" else Apart()
            found.append(Apart(ends, OPPOSITE[row.act]) if ends else Apart(aside, "informeert") if aside else asked)
            _stand(item, row, _own(row, tuple(c for c in about if c not in aside), ends, endings))
        else:
            shares = row.act == "steunt" and opening.shares(row.rule)
            named = {concept for place in row.places for concept in reading.concepts_in(*place)}
            topics_apart = tuple(_of(objection, about, named, shared=shares))
            found.append(Apart(topics_apart, "bezwaar" if shares else "antwoordt"))
            _stand(item, row, objection if shares else None)
        _take_in(reading, item, row, about)
        if not row.aside:
            item.last, item.told = row.speakers, row.act in _TELLING
    return found


def _ends(endings: Endings, row: Contribution, item: _Item) -> tuple[str, ...]:
    """Those instruments to whose end a contribution stands as its act says, named or announced before it.

    Who goes on in the sentence in which he himself announces it means something else by "dit".
    """
    goes_on = row.rule == "ellipsis" and row.speakers == item.last
    return endings.ends() if goes_on else tuple(dict.fromkeys((*endings.ends(), *endings.takes_up(item.ending))))


def _asked(endings: Endings) -> Apart:
    """How who asks for the end of something, or against it, stands to that."""
    unwanted = tuple(concept for concept in endings.ended() if endings.asks_end(concept))
    if unwanted:
        return Apart(unwanted, "bezwaar")
    return Apart(tuple(concept for concept in endings.kept() if endings.asks_end(concept)), "steunt")


def _denied_only(
    reading: Reading, opening: _Opening, row: Contribution, item: _Item, about: tuple[str, ...]
) -> tuple[str, ...]:
    """The instruments that a contribution is about which denies what another told: "VNG bestrijdt dat aantal".

    Who does so objects to him, and to no instrument.
    """
    verb = opening.denial(told=item.told and row.speakers != item.last) if row.act == "bezwaar" else None
    held = opening.named_before(reading, verb) if verb is not None else set(about)
    return tuple(concept for concept in about if reading.is_instrument(concept) and concept not in held)


def _listen(reading: Reading, item: _Item, row: Contribution) -> None:
    """Take in whose end the text of an agenda item tells between its contributions, headings included."""
    block, start, _ = row.places[0]
    first, at = item.read
    for index in range(max(first, 0), block + 1):
        if reading.layout.blocks[index].item != row.item or row.item is None:
            continue
        stop = start if index == block else len(reading.layout.blocks[index].text)
        begin = at if index == first else 0
        if begin < stop:
            ends, others = announced(reading, index, begin, stop, item.ending)
            item.ending = (item.ending | ends) - (others - ends)


def _take_in(reading: Reading, item: _Item, row: Contribution, about: tuple[str, ...]) -> None:
    """Take in whose end a contribution itself tells; one that names a thing without its end has gone on to that."""
    ends: set[str] = set()
    others: set[str] = set()
    for place in row.places:
        told = announced(reading, *place, set(about))
        ends, others = ends | told[0], others | told[1]
    if row.act in ("verzoekt", "stelt_voor") and not ends:
        item.ending = set()
    item.ending = (item.ending - others) | ends
    item.read = max(item.read, (row.places[-1][0], row.places[-1][2]))


def _of(objection: _Objection, about: tuple[str, ...], named: Set[str], *, shared: bool) -> Iterator[str]:
    """The topics that an objection is about: those it has itself, and what is not named but meant.

    Who does not share it stands no more for what it favours than against what it is against.
    """
    for concept in about:
        its_own = concept in objection.against or concept not in named
        if not shared if concept in objection.favoured else its_own:
            yield concept


def _own(row: Contribution, about: tuple[str, ...], ends: tuple[str, ...], endings: Endings) -> _Objection | None:
    """What a contribution itself objects to; who supports the end of something or asks for it objects to it."""
    if row.act in ("verzoekt", "stelt_voor"):
        unwanted, kept = endings.unwanted(), endings.kept()
        return _Objection(frozenset(unwanted), frozenset(kept), asked=True) if unwanted or kept else None
    if row.act == "bezwaar":
        return _Objection(frozenset(about) - set(ends), frozenset(ends))
    return _Objection(frozenset(ends)) if row.act == "steunt" and ends else None


def _stand(item: _Item, row: Contribution, objection: _Objection | None) -> None:
    """Remember what a contribution's speakers object to, or that they have gone on to something else."""
    if row.act not in _MOVED and row.rule in _GOING_ON:
        return
    for speaker in row.speakers:
        if objection is None:
            item.objections.pop(speaker, None)
        else:
            item.objections[speaker] = objection


def _taken_up(opening: _Opening, row: Contribution, item: _Item) -> _Objection | None:
    """The objection that a contribution reacts to; None where it reacts to none."""
    if row.act not in OPPOSITE:
        return None
    joins = row.rule == "gapping" or opening.only_joins() or opening.differs() or opening.likens()
    others = row.towards or (item.last if joins else ())
    theirs = [item.objections[one] for one in others if one in item.objections and one not in row.speakers]
    asked = any(one.asked for one in theirs)
    reacts = opening.agrees(row.rule, asked=asked) if row.act == "steunt" else opening.contradicts()
    if not theirs or not reacts or (item.ending and opening.means_announcement()):
        return None
    against = frozenset(concept for one in theirs for concept in one.against)
    return _Objection(against, frozenset(concept for one in theirs for concept in one.favoured) - against, asked)


class _Opening:
    """The words of the first stretch of a contribution."""

    def __init__(self, reading: Reading, row: Contribution) -> None:
        self._block, start, end = row.places[0]
        self._tokens: Tokens = tokens_of(reading.docs[self._block])
        self._first, self._last = self._tokens.at(start, end)
        self._places = range(self._first, self._last)
        self._words = self._tokens.lower[self._first : self._last]

    def shares(self, rule: str) -> bool:
        """ "deelt dit", "is het daarmee eens", "kan zich daarin vinden", "eveneens"."""
        if rule == "gapping":
            return agrees(self._words)
        found = {"zich", "vinden"} <= set(self._words) or not words("agreeing").isdisjoint(self._words)
        return found or self.likens() or not _forms("sharing").isdisjoint(self._words)

    def supports(self, reading: Reading, subjects: Set[str]) -> bool:
        """ "begrijpt dat, maar steunt de HAR": it is the subject itself that is supported, by its name."""
        verb = next((k for k in range(self._first, self._last) if self._tokens.lower[k] in _forms("backing")), None)
        if verb is None or self.names_objection():
            return False
        behind = reading.mentions_in(self._block, self._tokens.ends[verb], self._tokens.ends[self._last - 1])
        return any(mention.concept in subjects for mention in behind)

    def agrees(self, rule: str, *, asked: bool = False) -> bool:
        """Whether somebody shares what was said, or grants it: no request or proposal, unless that was `asked`."""
        nouns = (noun_frames().get(word) for word in self._words)
        if not asked and any(noun is not None and noun.act in _ASKED for noun in nouns):
            return False
        granted = "begrip" in self._words or not _forms("acknowledging").isdisjoint(self._words)
        return granted or self.shares(rule)

    def contradicts(self) -> bool:
        """ "is het daar niet mee eens", "deelt die zorg niet", "bestrijdt dit", "ziet dat anders"."""
        if self.differs() or not _forms("contradicting").isdisjoint(self._words):
            return True
        return self.agrees("") and not words("denying").isdisjoint(self._words)

    def differs(self) -> bool:
        """ "is het oneens", "ziet dat anders", "ziet dat niet zo", "heeft daar een ander beeld van"."""
        for k, word in enumerate(self._words):
            after = self._words[k + 1 : k + 2]
            if self._words[k : k + 2] == ["niet", "zo"] and self._words[k + 2 : k + 3] in ([], ["."], ["over"]):
                return True
            other = word in ("ander", "andere") and after and after[0] in words("view_noun")
            if word == "oneens" or other or (word == "anders" and after not in (["dan"], ["om"])):
                return True
        return False

    def denial(self, *, told: bool) -> int | None:
        """Where a fact is denied: "bestrijdt dat aantal", "herkent dat beeld niet"; of what was `told` by "dat"."""
        lower, denied = self._tokens.lower, not words("denying").isdisjoint(self._words)
        denying = _forms("contradicting") | (_forms("recognising") if denied else frozenset())
        for k in self._places:
            if lower[k] not in denying:
                continue
            noun = k + 1
            while noun < self._last and (self._tokens.parts[noun] in _BEFORE_FACT or lower[noun] in _PASSED):
                noun += 1
            behind = lower[noun] if noun < self._last else "."
            pointing = lower[k + 1 : k + 2] in (["dat"], ["dit"]) and not behind[:1].isalnum()
            if behind in words("fact_noun") or (told and pointing):
                return k
        return None

    def named_before(self, reading: Reading, k: int) -> set[str]:
        """What is named before a token."""
        starts = self._tokens.starts
        found = reading.mentions_in(self._block, starts[self._first], starts[k])
        return {mention.concept for mention in found}

    def means_announcement(self) -> bool:
        """ "steunt dit voornemen": what was announced is meant, and not what another said of that."""
        for k, word in enumerate(self._words[1:], start=1):
            after = self._words[k + 1 : k + 2]
            if word in words("announcing_noun") and self._words[k - 1] in words("noun_opener"):
                return not after or after[0] == "van" or not after[0][:1].isalnum()
        return False

    def likens(self) -> bool:
        """ "denkt er net zo over", "is dezelfde mening toegedaan", "vindt dat ook": as whoever spoke."""
        likening = any(word == "zo" and before in _LIKENING for before, word in pairwise(self._words))
        said = [word for word in self._words if word[:1].isalnum()]
        return likening or any(map(self._is_same, self._places)) or said[-2:] in (["dat", "ook"], ["dit", "ook"])

    def _is_same(self, k: int) -> bool:
        """ "denkt er hetzelfde over", "is dezelfde mening toegedaan"; not "steunt hetzelfde plan"."""
        tokens, noun = self._tokens, k + 1
        if tokens.lower[k] not in _SAME:
            return False
        thing = noun < self._last and tokens.parts[noun] in ("NOUN", "ADJ", "PROPN")
        return not thing or tokens.lower[noun] in words("view_noun") | {"lijn"}

    def only_joins(self) -> bool:
        """ "VNG sluit zich aan", "Aedes valt bij": it joins whoever spoke."""
        short = len(self._words) <= _SHORT and not _JOINED.isdisjoint(self._words)
        return short and not _forms("sharing").isdisjoint(self._words)

    def names_objection(self) -> bool:
        """ "deelt de zorgen van IPO", "vindt het bezwaar terecht": what is shared or granted is itself an objection."""
        tokens, lower = self._tokens, self._tokens.lower
        for k in self._places[1:]:
            noun = noun_frames().get(lower[k])
            if (
                noun is not None
                and noun.act == "bezwaar"
                and lower[k - 2] == "in"
                and lower[k - 1] in words("possessive")
            ):
                return words("denying").isdisjoint(self._words)  # "wordt in haar bezwaar gesteund door IPO"
        reacting = _forms("sharing") | _forms("acknowledging") | _forms("evaluating")
        verb = next((k for k in range(self._first, self._last) if lower[k] in reacting), self._last)
        for k in range(verb + 1, self._last):
            noun = noun_frames().get(lower[k])
            if noun is not None and noun.act == "bezwaar":
                return words("denying").isdisjoint(self._words)
            if tokens.parts[k] in ("NOUN", "VERB", "SCONJ", "PUNCT"):
                return False
        return False


@cache
def _forms(name: str) -> frozenset[str]:
    """All finite forms and participles of the verbs in a class of words."""
    found = (conjugation(verb) for verb in words(name))
    return frozenset(form for verb in found for form in (*verb.finite, *verb.participles))
