"""How reactions to an objection stand to its subject: "IPO maakt bezwaar tegen de HAR. VNG sluit zich hierbij aan."

Such a contribution supports who objected, and is no support of what he objected to; nor does who grants or contradicts
an objection himself support or object to its subject.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.grammar.tokens import tokens_of
from lrtgraph.extraction.statements.course.floor import Contribution
from lrtgraph.extraction.statements.speech.lexicon import OPPOSITE
from lrtgraph.extraction.statements.subject.judged.aspects import aspects, judged_later
from lrtgraph.extraction.statements.subject.judged.elsewhere import judges_another
from lrtgraph.extraction.statements.subject.judged.objects import beside
from lrtgraph.extraction.statements.subject.reacting import Opening
from lrtgraph.extraction.statements.subject.reversal import Endings, announced, repealed_by
from lrtgraph.extraction.statements.subject.termination import befalls, prolonged
from lrtgraph.records import Act
from lrtgraph.value import value

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading

_MOVED: Final = frozenset({"steunt", "bezwaar", "verzoekt", "stelt_voor", "zegt_toe"})
"""Acts that show where somebody stands; others leave it as it was where he goes on without being named again."""
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

    `asked`: he does so by asking for its end, or for it not to be used. `elsewhere`: he objects to
    no instrument that he speaks about, but to something of his own: "vindt de zaal te klein".
    """

    against: frozenset[str]
    favoured: frozenset[str] = frozenset()
    asked: bool = False
    elsewhere: bool = False


@dataclass(slots=True)
class _Item:
    """What those who spoke on an agenda item object to, as far as that is where they stand, and who spoke last.

    `told`: who spoke last told how things are. `ending`: the instruments whose end was announced, `unclear`: those of
    which something was told or asked since; `befallen`: what was told last may be bad for one of them; `read`: up to
    which block and offset its text was read for that.
    """

    objections: dict[str, _Objection] = field(default_factory=dict)
    last: tuple[str, ...] = ()
    told: bool = False
    ending: set[str] = field(default_factory=set)
    unclear: set[str] = field(default_factory=set)
    befallen: bool = False
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
        opening, endings = Opening(reading, row), Endings(reading, row, about)
        _listen(reading, item, row)
        objection = _taken_up(opening, row, item)
        if objection is None and row.act == "steunt" and opening.names_objection():
            objection = _Objection(frozenset(about) - set(row.towards))
        rejected = opening.rejects(reading, about) if objection is None and row.act == "bezwaar" else ()
        if rejected:
            told, own = Apart(rejected), None
        elif objection is None:
            told, own = _by_itself(reading, opening, endings, item, row, about)
        else:
            shares = row.act == "steunt" and opening.shares(row.rule)
            told, own = _reacting(reading, row, objection, about, shares=shares), objection if shares else None
        found.append(told)
        _stand(item, row, own)
        _take_in(reading, item, row, about)
        if not row.aside:
            item.last, item.told = row.speakers, row.act in _TELLING
    return found


def _by_itself(
    reading: Reading, opening: Opening, endings: Endings, item: _Item, row: Contribution, about: tuple[str, ...]
) -> tuple[Apart, _Objection | None]:
    """How a contribution that reacts to no objection stands to its topics, and what it objects to itself."""
    sided = row.act in OPPOSITE
    aside = beside(reading, row, about)
    ends = tuple(c for c in _ends(endings, row, item) if c not in aside) if sided else ()
    if ends:
        aside = ()
    else:
        aside = aside or _denied_only(reading, opening, row, item, about) or aspects(reading, row, about)
        if sided:
            doubtful = (*_in_doubt(endings, item, row), *judges_another(reading, row, about))
            aside = tuple(dict.fromkeys((*aside, *doubtful)))
    repealed = tuple(c for c in _repealed(reading, about) if c not in endings.told and c not in aside)
    if repealed and sided:
        ends, aside = tuple(dict.fromkeys((*ends, *repealed))), ()
    objection = _own(row, tuple(c for c in about if c not in aside), ends, endings)
    if objection is not None and aside and not any(map(reading.is_instrument, objection.against)):
        objection = replace(objection, elsewhere=True)
    if ends:
        return Apart(ends, OPPOSITE[row.act]), objection
    asked = _asked(endings) if row.act == "verzoekt" else Apart()
    return Apart(aside, "informeert") if aside else asked, objection


def _reacting(
    reading: Reading, row: Contribution, objection: _Objection, about: tuple[str, ...], *, shares: bool
) -> Apart:
    """How a contribution stands to the topics of the objection that it reacts to, which it `shares` or not."""
    named = {concept for place in row.places for concept in reading.concepts_in(*place)}
    topics = tuple(_of(objection, about, named, shared=shares))
    return Apart(topics, "bezwaar" if shares and not objection.elsewhere else "antwoordt")


def _ends(endings: Endings, row: Contribution, item: _Item) -> tuple[str, ...]:
    """Those instruments to whose end a contribution stands as its act says, named or announced before it.

    Who goes on in the sentence in which he himself announces it means something else by "dit".
    """
    if row.rule == "ellipsis" and row.speakers == item.last:
        return endings.ends()
    return tuple(dict.fromkeys((*endings.ends(), *endings.takes_up(item.ending))))


def _in_doubt(endings: Endings, item: _Item, row: Contribution) -> tuple[str, ...]:
    """Those instruments of which cannot be told how a reaction stands to them, for it may not mean them.

    It takes up what befell them ("Er doen weinig gemeenten mee. VNG betreurt dat."), a request behind an announced end,
    or a motion, which may be for or against them.
    """
    if row.rule == "ellipsis" and row.speakers == item.last:
        return endings.fails()
    found = [*endings.fails(), *endings.takes_up(item.unclear)]
    if item.befallen:
        found += endings.takes_up(endings.instruments - item.ending, pointing=True)
    return tuple(dict.fromkeys((*found, *endings.means(endings.instruments - item.ending, words("motion")))))


def _repealed(reading: Reading, about: Iterable[str]) -> tuple[str, ...]:
    """The instruments that those ones are to repeal: an objection to "de intrekkingswet" counts for the act."""
    return tuple(one for concept in about for one in repealed_by(reading, concept))


def _asked(endings: Endings) -> Apart:
    """How who asks for the end of something, or against it, stands to that."""
    unwanted = tuple(concept for concept in endings.ended() if endings.asks_end(concept))
    if unwanted:
        return Apart(unwanted, "bezwaar")
    return Apart(tuple(concept for concept in endings.kept() if endings.asks_end(concept)), "steunt")


def _denied_only(
    reading: Reading, opening: Opening, row: Contribution, item: _Item, about: tuple[str, ...]
) -> tuple[str, ...]:
    """The instruments that a contribution is about which denies what another told: "VNG bestrijdt dat aantal".

    Who does so objects to him, and to no instrument.
    """
    verb = opening.denial(told=item.told and row.speakers != item.last) if row.act == "bezwaar" else None
    if verb is None:
        return ()
    held, later = opening.named_before(reading, verb), judged_later(reading, row, verb)
    if later is not None:  # "herkent het beeld niet en is tegen de HAR"
        held |= set(about) - opening.named_before(reading, later)
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
        if any(map(str.isalnum, reading.layout.blocks[index].text[begin:stop])):
            _hear(reading, item, (index, begin, stop), *announced(reading, index, begin, stop, item.ending))


def _hear(reading: Reading, item: _Item, place: tuple[int, int, int], ends: set[str], others: set[str]) -> None:
    """Take in what a stretch of text tells: of whose end, of what else, and whether something befell something."""
    tokens = tokens_of(reading.docs[place[0]])
    first, last = tokens.at(*place[1:])
    goes_on = prolonged(tokens, first, last)
    again = set() if goes_on else item.ending & others
    item.unclear = ((item.unclear - others) | again) - ends
    item.ending = (item.ending | ends) - others
    item.befallen = befalls(tokens, first, last) and not goes_on and not ends


def _take_in(reading: Reading, item: _Item, row: Contribution, about: tuple[str, ...]) -> None:
    """Take in whose end a contribution itself tells; one that names a thing without its end has gone on to that."""
    ends: set[str] = set()
    others: set[str] = set()
    reacts = row.act in OPPOSITE and not any(one in words("crowd") for one in row.speakers)
    befallen = item.befallen
    for place in row.places:
        told = announced(reading, *place, set(about), own=reacts)
        ends, others = ends | told[0], others | told[1]
        _hear(reading, item, place, *told)
    if row.act in ("verzoekt", "stelt_voor") and not ends:
        item.unclear = item.ending - others
        item.ending = set()
    if row.act in OPPOSITE:
        item.befallen = befallen
    elif row.act not in ("informeert", "antwoordt"):
        item.befallen = False
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


def _taken_up(opening: Opening, row: Contribution, item: _Item) -> _Objection | None:
    """The objection that a contribution reacts to; None where it reacts to none."""
    if row.act not in OPPOSITE:
        return None
    moved = not item.ending and opening.is_moved()
    joins = row.rule == "gapping" or opening.only_joins() or opening.differs() or opening.likens() or moved
    others = row.towards or (item.last if joins else ())
    theirs = [item.objections[one] for one in others if one in item.objections and one not in row.speakers]
    asked = any(one.asked for one in theirs)
    reacts = opening.agrees(row.rule, asked=asked) if row.act == "steunt" else opening.contradicts()
    if not theirs or not (reacts or moved):
        return None
    against = frozenset(concept for one in theirs for concept in one.against)
    favoured = frozenset(concept for one in theirs for concept in one.favoured) - against
    return _Objection(against, favoured, asked, elsewhere=all(one.elsewhere for one in theirs))
