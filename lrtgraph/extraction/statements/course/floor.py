"""Who has the floor: contributions in the making, and how one takes up the one before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.statements.sentence.groups import NOBODY, Group
from lrtgraph.extraction.statements.sentence.offices import Offices
from lrtgraph.extraction.statements.sentence.passage import Passage
from lrtgraph.extraction.statements.sentence.syntax import forms, main_clause
from lrtgraph.extraction.statements.speakers.found import Find
from lrtgraph.extraction.statements.speakers.likely import Hear
from lrtgraph.extraction.statements.speakers.reactions import agrees
from lrtgraph.extraction.statements.speech.lexicon import noun_frames
from lrtgraph.records import Act, Block

_OPENING = 5  # tokens within which a word points back to what was asked
_CONJUNCTION = frozenset({"dat", "die"})
_CALLING = frozenset({"verzoekt", "stelt_voor"})  # acts that somebody may answer
_MOVING = frozenset({"bezwaar", "verzoekt", "stelt_voor", "vraagt"})  # acts that ask for a reaction
_TELLING = 5  # letters of a noun that tells what a question is about
_POINTERS = words("demonstrative")
_DEFINITE = _POINTERS | (words("article") - {"een"})
_STOPS = frozenset({",", ";", ":", ".", "en", "maar"})
_REACH = 12  # tokens within which a support or objection points back
_REPLY = frozenset({"antwoord", "reactie", "beantwoording"})
_SHORT = 8  # tokens of an answer that only confirms


@dataclass(slots=True)
class Contribution:
    """A contribution in the making: `places` are (block, start, end) in the blocks' texts."""

    speakers: tuple[str, ...]
    persons: tuple[str, ...]
    act: Act
    towards: tuple[str, ...]
    rule: str
    confidence: float
    places: list[tuple[int, int, int]]
    plain: bool
    item: int | None
    aside: bool = False
    carried: tuple[str, ...] = ()
    nouns: frozenset[str] = frozenset()
    """The nouns of a question, by which an answer below it is known."""
    bare: bool = False
    """Whether it is only a label so far, over what its speaker contributes: "COA:"."""
    named: Act | None = None
    """The act that its predicate names."""
    final: bool = False
    """Whether nothing else that is said makes another act of it."""
    afresh: bool = False
    """Whether it opens a block with a topic of its own."""
    resolved: bool = False
    """Whether the sentence behind a question answers it, of which is not told who says so."""
    unsaid: bool = False
    """Whether nobody makes it: an outcome or a figure, behind which the discussion goes on as it was."""

    @property
    def explicit(self) -> bool:
        """Whether its act is the one that its predicate names."""
        return self.named == self.act

    def extend(self, block: int, start: int, end: int) -> None:
        """Let it run on over a stretch of text."""
        self.bare = False
        if self.places[-1][0] == block and self.places[-1][1] <= start:
            last = self.places[-1]
            self.places[-1] = (block, last[1], max(last[2], end))
        else:
            self.places.append((block, start, end))


@dataclass(slots=True)
class Floor:
    """Who has the floor: the contribution that goes on, and who spoke last; `hear` tells where no rule does,
    `offices` whom a title can mean."""

    hear: Hear
    offices: Offices
    row: Contribution | None = None
    last: Contribution | None = None
    rows: list[Contribution] = field(default_factory=list)
    item: int | None = None
    subject: Group | None = None
    """Who was the subject of the last sentence, where that told nothing that he said: "SJenV opent de vergadering"."""
    question: int | None = None
    """The block in which a question was asked by nobody in particular."""
    unanswered: int = 0
    """How many contributions there were when the minutes last told that no answer came: who speaks next gives none."""
    settled: int = 0
    """How many contributions there were when the table last decided: who reacts right behind that speaks to nobody."""

    def holder(self, title: str, item: int | None) -> str | None:
        """Whom a title means that does not fit who spoke last: its only holder, else who last spoke to an item.

        Rather who was called by title there, and rather a minister than a ministry: "de minister" takes up "de minister
        van BZK", and not "mevrouw Bos", who came in between. Else whoever presides: of two ministers the host.
        """
        rows = [row for row in reversed(self.rows) if row.item == item]
        spoken = [(bool(row.persons), one) for row in rows for one in row.speakers if one != NOBODY]
        fitting = [(by_name, one) for by_name, one in spoken if self.offices.held_by(title, one)]
        last = min(fitting, key=lambda told: (not self.offices.is_office(told[1]), told[0]), default=(False, None))[1]
        return self.offices.only(title) or last or self.offices.presiding(title)

    def asked(self, noun: str, before: Contribution) -> str | None:
        """Who was asked and can be meant by a noun: the first of whom the contribution before is directed to."""
        return next((one for one in before.towards if self.offices.mean(noun, (one,))), None)

    def other(self, title: str, before: Contribution | None, item: int | None) -> bool:
        """Whether a title means somebody else than who spoke before, or is known where nobody did."""
        if before is None:
            return self.holder(title, item) is not None
        return not self.offices.mean(title, before.speakers)

    def take(self, row: Contribution) -> None:
        """A new contribution; an aside leaves the floor to whoever had it."""
        label = self.row
        if label is not None and label.bare and label.speakers == row.speakers:
            self.rows.remove(label)
            row.places[:0] = label.places
        self.rows.append(row)
        if not row.aside:
            self.row = row
            self.last = row


def known_by_name(found: Iterable[Contribution]) -> Iterator[Contribution]:
    """The contributions of those who are named, without whoever is blanked out."""
    return (row for row in map(_known, found) if row.speakers)


def _known(row: Contribution) -> Contribution:
    if NOBODY not in (*row.speakers, *row.towards):
        return row
    speakers, towards = (tuple(one for one in who if one != NOBODY) for who in (row.speakers, row.towards))
    return replace(row, speakers=speakers, towards=towards)


def one_sentence(row: Contribution, index: int, passage: Passage, first: int) -> bool:
    """Whether the last contribution ends in the sentence that goes on at `first`."""
    block, _, end = row.places[-1]
    return block == index and not any(passage.chars(a, b)[0] in range(end, first + 1) for a, b in passage.sentences)


def replies(
    passage: Passage,
    one: Find,
    tokens: tuple[int, int],
    speakers: tuple[str, ...],
    asked: Contribution,
    index: int,
    block: Block,
) -> bool:
    """Whether a contribution in block `index` answers the one before it, `asked`, which is somebody else's."""
    here, (start, end) = asked.places[-1][0] == index, tokens
    if asked.act in _MOVING and here and _owns_up(passage, one, start):
        return True  # "Het COA erkent dat de overname vertraagd is."
    if asked.act in _MOVING and one.rule == "according-to" and one.plain and passage.words[start] == "volgens":
        return here or index - asked.places[-1][0] == 1
    if asked.act in _MOVING and here and one.told and one.plain and _takes_up(passage, one, start):
        return True  # "DGVB zegt dat hiervoor een regeling komt."
    if asked.act != "vraagt":
        turned_to = asked.act in _CALLING and not set(asked.towards).isdisjoint(speakers)
        beside = asked.act != "informeert" and one.rule == "label"  # "VNG vreest een tekort; SJenV: bedrag blijft"
        return here and (turned_to or beside) and one.plain and one.act == "informeert"
    refused = one.denied and one.manner == "saying" and passage.words[start] == "dat"  # "Dat kan hij niet toezeggen."
    if here and (one.told or (one.act == "bezwaar" and refused)):
        return True
    if here and _confirms(passage, start, end):
        return True  # "De DGM bevestigt dit."
    return one.plain and _answers(passage, one, start, asked, index, block)


def _owns_up(passage: Passage, one: Find, start: int) -> bool:
    """Whether somebody says that what was held against him is so."""
    opening = passage.words[start : min(one.end, start + _OPENING)]
    return one.act == "informeert" and any(word in forms("confirming") for word in opening)


def _takes_up(passage: Passage, one: Find, start: int) -> bool:
    """Whether what is told points back to what was asked for or held against somebody."""
    opening = passage.words[start : min(one.end, start + _SHORT)]
    return any(word in words("back_reference") - _CONJUNCTION for word in opening)


def _confirms(passage: Passage, start: int, end: int) -> bool:
    """Whether the sentence says no more than that what was asked is so."""
    found = any(passage.words[k] in forms("confirming") for k in range(start, end))
    return found and end - start <= _SHORT and any(passage.words[k] in ("dit", "dat") for k in range(start, end))


def answers_on(row: Contribution, one: Find, *, joined: bool) -> bool:
    """An answer goes on where the speaker, not named again or in the same sentence, tells more or what he will not."""
    refused = one.act == "bezwaar" and one.denied
    return row.act == "antwoordt" and ((one.again and (one.plain or refused)) or (refused and joined))


def _answers(passage: Passage, one: Find, start: int, asked: Contribution, index: int, block: Block) -> bool:
    """Whether a plain remark right behind a question answers it.

    It does beside or below it, below one that was put to nobody, and else as a label, by the same nouns or by pointing
    back.
    """
    if asked.places[-1][0] == index or block.parent == asked.places[-1][0]:
        return True
    lower = passage.words
    if index - asked.places[-1][0] != 1:
        return False
    if _owns_up(passage, one, start):
        return True  # "JenV bevestigt dat het LCSV zijn taak behoudt."
    if not asked.towards:
        return True  # asked of nobody in particular: whoever speaks next tells what he knows
    if one.told and not asked.nouns.isdisjoint(nouns(passage, start, one.end)):
        return True  # "… welke ruimte er is voor uitruil." "SJenV geeft aan dat uitruil mogelijk blijft."
    addressed = one.group is not None and not set(one.group.concepts).isdisjoint(asked.towards)
    opening = lower[start : min(one.end, start + _OPENING)]
    return addressed or one.rule == "label" or any(w in words("back_reference") - _CONJUNCTION for w in opening)


def has_topic(passage: Passage, one: Find, start: int) -> bool:
    """Whether a block opens with a topic of its own: "Huisvesting: VNG meldt …", but not "Antwoord: VNG meldt …"."""
    speaker = one.group.start if one.group is not None and one.who == "named" else start
    opening = range(start, min(speaker, start + _REACH))
    colon = next((k for k in opening if passage.words[k] == ":"), start)
    return any(passage.parts[k] in ("NOUN", "PROPN") and passage.words[k] not in _REPLY for k in range(start, colon))


def nouns(passage: Passage, start: int, end: int) -> frozenset[str]:
    """The nouns in a stretch of text that are no part of a name."""
    telling = (k for k in range(start, end) if passage.parts[k] == "NOUN" and passage.at(k) is None)
    return frozenset(passage.words[k] for k in telling if len(passage.words[k]) >= _TELLING)


def reacts(passage: Passage, start: int, end: int, act: Act) -> bool:
    """Whether a support or objection points back to what was just said."""
    if act not in ("steunt", "bezwaar", "zegt_toe"):
        return False
    main = main_clause(passage, start, end)
    opener = main.opener + _is_object(passage, main.opener, end)
    opening = range(main.start, min(opener, end, start + _REACH))
    taking_up = forms("contradicting") | forms("confirming")
    return any(_points_back(passage, k) or passage.words[k] in taking_up for k in opening)


def accepts(passage: Passage, start: int, end: int) -> bool:
    """Whether somebody takes what was proposed, and not an objection to it: "kan ermee leven", "stemt daarmee in".

    Not so "kan met dat bezwaar leven".
    """
    lower = passage.words[start:end]
    frames = (noun_frames().get(word) for word in lower)
    return not words("accepting").isdisjoint(lower) and all(frame is None or frame.act != "bezwaar" for frame in frames)


def contrasts(passage: Passage, one: Find, start: int) -> bool:
    """Whether who reacts in a word or two stands elsewhere than who spoke before: "IPO wel: …", not "IPO ook niet"."""
    return one.rule == "gapping" and not agrees(passage.words[start : min(one.end, start + _OPENING)])


def proposed_before(found: list[Contribution]) -> tuple[str, ...]:
    """Who proposed what the last contributions object to; nobody where it is not known."""
    before = (row for row in reversed(found) if row.act not in ("bezwaar", "steunt"))
    first = next(before, None)
    known = first is not None and first.item == found[-1].item and first.act in _CALLING
    return first.speakers if first is not None and known else ()


def called_back(passage: Passage, start: int, end: int, found: Sequence[Contribution]) -> tuple[str, ...]:
    """Who made the last of the contributions `found` that a remark calls by its act: "dit voorstel", "die zorgen".

    Nobody where it calls none so, says whose it is ("het verzoek van VNG") or what it is about ("het verzoek om …").
    """
    for k in range(start + 1, min(end, start + _REACH)):
        frame = noun_frames().get(passage.words[k])
        if frame is None or frame.act not in _MOVING or passage.words[k - 1] not in _DEFINITE:
            continue
        if passage.words[k + 1 : k + 2] and passage.words[k + 1] not in _STOPS:
            continue
        made = (row.speakers for row in reversed(found) if row.item == found[-1].item and row.act == frame.act)
        return next(made, ())
    return ()


def _is_object(passage: Passage, k: int, end: int) -> bool:
    """Whether what looks like a conjunction stands alone: "VNG vindt dat te laat", "Ede betreurt dat en …"."""
    stop = next((n for n in range(k + 1, end) if passage.words[n] in _STOPS), end)
    verbs = (passage.finite[n] or passage.parts[n] in ("VERB", "AUX") for n in range(k + 1, stop))
    return k < end and passage.words[k] == "dat" and not any(verbs)


def _points_back(passage: Passage, k: int) -> bool:
    """Whether a word of a main clause takes up what was said: no relative, and no article of something new.

    "VNG vindt dat te laat", "VNG deelt die twijfel", but not "het plan dat er ligt", "met deze vierkante meters".
    """
    lower = passage.words
    if lower[k] not in words("back_reference"):
        return False
    if lower[k] not in _POINTERS:
        return True
    behind = next((n for n in range(k + 1, len(lower)) if passage.parts[n] not in ("ADJ", "NUM")), k)
    if lower[k] in ("dit", "deze") and passage.parts[behind] in ("NOUN", "PROPN"):
        return not words("back_noun").isdisjoint(lower[k + 1 : behind + 1])
    return passage.parts[k - 1 : k] != ["NOUN"] or lower[k] in ("dit", "deze")
