"""A block as the rules for statements read it: lower-case words, sentences, and who is named where.

A `Group` is one or several actors named together, with what belongs to their name: "mw. Ottersloot (VNG)", "het IPO en
de CdK´s", "vertegenwoordigers van VNG en Nidos", "de zijde van SZW (mw. Ruitenschild)".
"""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from lrtgraph.dutch.abbreviations import abbreviations
from lrtgraph.extraction.grammar.exceptions import contrasts, exceptions
from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.grammar.tokens import Tokens, tokens_of
from lrtgraph.extraction.grammar.verbs import FUTURE, HEBBEN, MODAL, WORDEN, ZIJN
from lrtgraph.extraction.members import Item, with_members
from lrtgraph.extraction.seats import EVERYWHERE
from lrtgraph.extraction.statements.sentence.blanked import NOBODY
from lrtgraph.extraction.statements.speech.lexicon import final_forms, finite_forms
from lrtgraph.notations import PERSON, PLACE, PLACES, is_person
from lrtgraph.value import value

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from lrtgraph.extraction.statements.sentence.syntax import MainClause
    from lrtgraph.records import Mention

_AMBIGUOUS = frozenset({"worden", "zijn", "hebben"})  # finite or infinitive
_AUXILIARIES = (WORDEN | ZIJN | HEBBEN | MODAL | FUTURE) - _AMBIGUOUS  # finite whatever the tagger says
_CLITICS = frozenset({"'s", "´s", "’s", "`s", "‘s", '"s', "s", "'", "´", "’", "`", '"', "‘"})


ARROWS = frozenset({"→", "⇒", "➔", "->", "=>"})  # in telegram style: what somebody says to it
_ABBREVIATED = frozenset(word[:-1] for word in abbreviations().all)
_POINTING = frozenset({"dat", "die"})
_OF = frozenset({"van", "namens", "vanuit"})
_SHORT_BRACKET = 6  # tokens of brackets that belong to a name whatever they hold


@value
class Group:
    """Actors named together: tokens `[start, end)`, the first token of the first name, the seats, the persons."""

    start: int
    end: int
    name: int
    concepts: tuple[str, ...]
    persons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """One block: words in lower case, whether each is a finite verb, sentences and groups as token ranges.

    `excepted` are the tokens that take somebody out of a group ("behalve VNG"), who is in no group himself; `parts` are
    the parts of speech; `clauses` holds the main clauses found so far by their stretch of tokens.
    """

    doc: Doc
    words: tuple[str, ...]
    finite: tuple[bool, ...]
    sentences: tuple[tuple[int, int], ...]
    groups: tuple[Group, ...]
    excepted: frozenset[int] = frozenset()
    parts: list[str] = field(init=False, repr=False, compare=False)
    clauses: dict[tuple[int, int], MainClause] = field(default_factory=dict, init=False, repr=False, compare=False)
    _by_token: dict[int, Group] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_token = {token: group for group in self.groups for token in range(group.start, group.end)}
        object.__setattr__(self, "_by_token", by_token)
        object.__setattr__(self, "parts", tokens_of(self.doc).parts)

    def at(self, token: int) -> Group | None:
        """The group that covers a token."""
        return self._by_token.get(token)

    def starting(self, token: int) -> Group | None:
        """The group that starts at a token."""
        group = self._by_token.get(token)
        return group if group is not None and group.start == token else None

    def ending(self, end: int) -> Group | None:
        """The group whose last token is just before `end`."""
        group = self._by_token.get(end - 1)
        return group if group is not None and group.end == end else None

    def within(self, start: int, end: int) -> list[Group]:
        """The groups that lie in a token range."""
        return [group for group in self.groups if start <= group.start and group.end <= end]

    def naming(self, group: Group) -> frozenset[int]:
        """The tokens of a group but those that deny what is told of it: "IPO noch VNG steunt dit"."""
        return frozenset(k for k in range(group.start, group.end) if self.words[k] != "noch")

    def chars(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the block's text of a non-empty token range."""
        tokens = tokens_of(self.doc)
        return tokens.starts[start], tokens.ends[end - 1]


def read_passage(
    doc: Doc,
    mentions: Sequence[Mention],
    seat: Callable[[str], str],
    is_actor: Callable[[str], bool],
    known: Container[str],
    lines: frozenset[int] = frozenset(),
) -> Passage:
    """A block's passage from its parsed text and the mentions in it.

    `seat` gives the seat behind a person, `is_actor` whether a concept can speak, `known` has all concepts that are
    listed, `lines` the offsets in the block's text at which a line of the document begins.
    """
    tokens = tokens_of(doc)
    lower = tuple(map(_plain, tokens.surface))
    groups = _groups(tokens, lower, mentions, seat, is_actor, known)
    inside = {k for group in groups for k in range(group.start, group.end)}
    beside = {group.end for group in groups} | {group.start - 1 for group in groups}
    several = (group for group in groups if len(group.persons) > 1 or len(group.concepts) > 1)
    beside |= {group.end + 1 for group in several if lower[group.end : group.end + 1] == (":",)}  # "A en B: Delen dit."
    finite = tuple(
        (verb or word in _verbal()) and k not in inside and _finite(doc, tokens, lower, k, k in beside)
        for k, (word, verb) in enumerate(zip(lower, tokens.finite, strict=True))
    )
    excepted = _excepted(tokens, groups)
    included = tuple(group for group in groups if group.name not in excepted)
    return Passage(doc, lower, finite, _sentences(doc, tokens, lower, groups, lines), included, excepted)


def _excepted(tokens: Tokens, groups: Sequence[Group]) -> frozenset[int]:
    """The tokens of phrases that take some groups out of what is told: "op VNG na", "niet VNG maar" IPO."""
    names = [(group.name, group.end) for group in groups]
    return frozenset(k for phrase in (*exceptions(tokens, names), *contrasts(tokens, names)) for k in phrase)


def _plain(text: str) -> str:
    """A word in lower case, without the full stop that the tokeniser took for part of an abbreviation ("VB.")."""
    if not text.endswith("."):
        return text.lower()
    bare = text[:-1]
    if not bare.isalpha() or bare.lower() in words("speaker_title") or bare.lower() in _ABBREVIATED:
        return text.lower()
    return bare.lower() if len(bare) > 2 or (len(bare) == 2 and bare.isupper()) else text.lower()


@cache
def _verbal() -> frozenset[str]:
    """The words that may be finite verbs whatever the tagger says."""
    return finite_forms() | final_forms() | _AUXILIARIES | _AMBIGUOUS | {"uit"}


def _finite(doc: Doc, tokens: Tokens, lower: Sequence[str], k: int, named: bool) -> bool:
    """A finite verb by form, by morphology, or by standing right beside a speaker, which `named` says."""
    word = lower[k]
    if word in words("never_verb"):
        return word == "uit" and k > 1 and not words("possessive").isdisjoint(lower[k + 1 : k + 4])
    if k and lower[k - 1] == "te" and word.endswith("n"):
        return False  # "na te gaan"
    if word in _AUXILIARIES or tokens.finite[k]:
        return True
    if word in final_forms():
        return tokens.parts[k] == "VERB"
    named = named or lower[k - 1] == "laatstgenoemde"
    if word in _AMBIGUOUS:
        return named
    if word not in finite_forms():
        return False
    parts = tokens.parts
    part = parts[k]
    before = lower[k - 1] if k else ""
    if word.endswith("en"):
        following = lower[k + 1] if k + 1 < len(lower) else ""
        goes_on = before in ("en", "maar", "doch", "–", "-") and following in words("verb_follower")
        return goes_on or (named and before not in words("via"))
    if part in ("VERB", "AUX") and not doc[k].morph.get("VerbForm", []):
        return True
    if word.endswith(("t", "de", "te")) and len(word) > 3 and not word.startswith("ge"):
        noun = part in ("NOUN", "PROPN", "ADJ") and k > 0 and parts[k - 1] in ("DET", "ADJ", "ADP", "NUM")
        article = before in words("noun_opener") and before not in ("dat", "dit", "die")
        return not article and (named or not noun)
    return named


def _groups(
    tokens: Tokens,
    lower: Sequence[str],
    mentions: Sequence[Mention],
    seat: Callable[[str], str],
    is_actor: Callable[[str], bool],
    known: Container[str],
) -> tuple[Group, ...]:
    """Mentions of actors, joined to groups."""
    items = []
    for mention in mentions:
        if not is_actor(mention.concept) and not mention.concept.startswith(PLACE):
            continue
        items.append((*tokens.at(mention.block_start, mention.block_end), mention.concept))
    items = with_members(lower, items, known)
    groups: list[Group] = []
    index = 0
    while index < len(items):
        if items[index][2].startswith(PLACE):
            index += 1
            continue
        gathering = _Gathering(lower, items, index, seat)
        groups.append(gathering.read())
        index = gathering.index
    return tuple(groups)


class _Gathering:
    """A group in the making: those named from one mention on, with what belongs to their names."""

    def __init__(self, lower: Sequence[str], items: Sequence[Item], index: int, seat: Callable[[str], str]) -> None:
        self._lower, self._items, self._seat = lower, items, seat
        self._name, self._end, self._first = items[index]
        self._concepts = [seat(self._first)]
        self._persons = [self._first] if is_person(self._first) else []
        self.index = index + 1
        """The first mention behind the group."""

    def read(self) -> Group:
        """The group, whole."""
        while self._take_in() or self._join():
            pass
        start, end, lower = _left(self._lower, self._name, person=bool(self._persons)), self._end, self._lower
        if start and lower[start - 1] == "(" and end < len(lower) and lower[end] == ")":
            start, end = start - 1, end + 1
        known = [person for person in self._persons if person != NOBODY]
        return Group(start, end, self._name, tuple(dict.fromkeys(self._concepts)), tuple(dict.fromkeys(known)))

    @property
    def _following(self) -> Item | None:
        return self._items[self.index] if self.index < len(self._items) else None

    def _to(self, end: int) -> bool:
        """Let the group end there, past the mention that follows."""
        self._end, self.index = end, self.index + 1
        return True

    def _take_in(self) -> bool:
        """Take in what belongs to the last name; whether there is any."""
        lower, following = self._lower, self._following
        while self._end < (following[0] if following else len(lower)) and lower[self._end] in _CLITICS:
            self._end += 1  # but not into a name that begins with one: "CdK 's-Hertogenbosch"
        if following is None:
            return self._take_bracket(None)
        start, end, concept = following
        if 0 <= start - self._end <= 1 and _placed(lower, self._end, following):
            return self._to(end)  # "de CdK Utrecht", "de CdK van Utrecht"
        if start == self._end and is_person(concept):
            self._persons.append(concept)  # "staatssecretaris Kramer": the office speaks, the name is its holder's
            if self._first in words("crowd") | EVERYWHERE and not is_person(self._seat(concept)):
                self._concepts[-1] = self._seat(concept)  # "burgemeester Otten": one of many, by the seat that he took
            return self._to(end)
        if not is_person(self._first) and _apposed(lower, self._end, following):
            self._persons.append(concept)  # "SJenV, dhr. Wezelbrink, maakte bekend"
            return self._to(end + 1)
        if self._take_bracket(following):
            return True
        sent = _sent_by(lower, self._end, following, self._concepts[-1]) if self._persons else None
        if sent is None:
            return False
        self._concepts[-1] = self._seat(concept)
        return self._to(sent)

    def _take_bracket(self, following: Item | None) -> bool:
        """Take in brackets: "mw. Ottersloot (VNG)", "SZW (mw. Ruitenschild)" is one speaker with seat and name."""
        close = _bracket(self._lower, self._end)
        if close is None:
            return False
        if following and self._end < following[0] < close:
            if is_person(following[2]):
                self._persons.append(following[2])
            elif is_person(self._concepts[-1]):
                self._concepts[-1] = following[2]
            while self._following is not None and self._following[0] < close:
                self.index += 1
        elif close - self._end > _SHORT_BRACKET:
            return False
        self._end = close
        return True

    def _join(self) -> bool:
        """Take in the next name, where only joining words stand before it; whether they do."""
        lower, following, end = self._lower, self._following, self._end
        if following is None or following[2].startswith(PLACE):
            return False
        left = _left(lower, self._name, person=bool(self._persons))
        via = lower[max(0, left - 1) : left]  # "bij IND noch bij JenV"
        again = end + 1 if via and lower[end + 1 : end + 2] == via and via[0] in words("via") else end
        if not _joined(lower, end, following[0], again):
            return False
        self._concepts.append(self._seat(following[2]))
        if is_person(following[2]):
            self._persons.append(following[2])
        return self._to(following[1])


def _sent_by(lower: Sequence[str], end: int, following: Item, whose: str) -> int | None:
    """The end of the name behind a person's that says whom he speaks for: "Otten van de VNG", "Otten, VNG,".

    `whose` is his seat, or himself if that is not known; who is blanked out may have it right behind: "(5.1.2.e) BZK".
    """
    between = lower[end : following[0]]
    if following[2].startswith((PERSON, PLACE)):
        return None
    if between == (",",) and whose == following[2] and lower[following[1] : following[1] + 1] == (",",):
        return following[1] + 1
    if between and (between[0] not in _OF or not all(_is_article(word) for word in between[1:])):
        return None
    told = whose in (NOBODY, following[2]) or (is_person(whose) and bool(between))
    return following[1] if told and (between or whose == NOBODY) else None


def _placed(lower: Sequence[str], end: int, following: Item) -> bool:
    """Whether a place right behind a name belongs to it."""
    if not following[2].startswith(PLACES):
        return False
    return following[0] == end or lower[end] in ("van", "in", "uit")


def _apposed(lower: Sequence[str], end: int, following: Item) -> bool:
    """Whether a person between commas behind a seat is who holds it, and not a second speaker."""
    start, stop, concept = following
    if not is_person(concept) or stop + 1 >= len(lower) or (lower[end], lower[stop]) != (",", ","):
        return False
    return start - end <= 3 and all(word in words("speaker_title") for word in lower[end + 1 : start])


def _bracket(lower: Sequence[str], at: int) -> int | None:
    """The end of a bracket that opens at a token."""
    if at >= len(lower) or lower[at] != "(":
        return None
    return next((k + 1 for k in range(at + 1, min(at + 12, len(lower))) if lower[k] == ")"), None)


def _joined(lower: Sequence[str], end: int, following: int, again: int) -> bool:
    """Whether only joining words, articles and titles stand between two names; what stands at `again` is repeated."""
    between = [lower[k] for k in range(end, following) if k == end or k != again]
    if not between or len(between) > 5:
        return False
    if (turned := [word for word in between if word != ","])[:2] == ["maar", "ook"]:
        between = ["en", *turned[2:]]  # "niet alleen VNG, maar ook IPO"
    if between[0] not in words("speaker_joiner") and between[0] != ",":
        return False
    allowed = words("speaker_joiner", "noun_opener", "speaker_title", "delegate") | {",", "van", "("}
    allowed -= {"een"}  # "…, betoogt IPO, en een minister die het tempo dicteert, miskent dat"
    return all(word in allowed for word in between)


def _left(lower: Sequence[str], name: int, *, person: bool) -> int:
    """Where a name begins with its article, title and the noun that speaks for it."""
    start = name
    while start and (lower[start - 1] in words("speaker_title") or _is_article(lower[start - 1])):
        start -= 1
        if not person and lower[start] in words("noun_opener"):
            break  # "heeft de minister de provincies verzocht"
    if start and lower[start - 1] in words("delegate"):
        start -= 1
    elif start >= 2 and lower[start - 1] in ("van", "bij", "uit") and lower[start - 2] in words("delegate"):
        start -= 2
    else:
        return start
    while start and _is_article(lower[start - 1]):
        start -= 1
    return start


def _is_article(word: str) -> bool:
    return word in words("noun_opener") and word not in _POINTING


def _sentences(
    doc: Doc, tokens: Tokens, lower: Sequence[str], groups: Sequence[Group], lines: frozenset[int]
) -> tuple[tuple[int, int], ...]:
    """The sentences, cut also where a label or a capitalised opener shows that a full stop was forgotten."""
    texts = tokens.surface
    starts = {0, *(k for k, mark in enumerate(doc.to_array("SENT_START").tolist()) if mark == 1)}
    for group in groups:
        if group.start and group.end < len(lower) and lower[group.end] == ":" and tokens.starts[group.start] in lines:
            starts.add(group.start)
        if group.start and texts[group.start - 1] == ".":
            starts.add(group.start)
    for k in range(1, len(lower)):
        if not texts[k][:1].isupper():
            continue
        before = texts[k - 1]
        if lower[k] in words("sentence_opener") and before[-1:].islower() and not before[:1].isupper():
            starts.add(k)
        if before.endswith(".") and before.lower() != lower[k - 1]:
            starts.add(k)
    labels = {group.end for group in groups if group.start in starts}  # "DGM → PRT's zijn aan zet"
    starts |= {k + 1 for k in range(1, len(lower)) if lower[k] in ARROWS and k not in labels}
    ends = {*starts, len(lower)}
    for group in groups:
        inside = lower[group.start] != "("
        first, end = group.start - inside, group.end + inside
        if first > 0 and lower[first] == "(" and lower[end - 1 : end] == (")",) and ends & {end, end + 1}:
            starts -= {first, group.start, group.name}  # "Wie bewaakt dat kader? (Aedes)"
    ordered = sorted(start for start in starts | {0} if start < len(lower))
    return tuple(zip(ordered, [*ordered[1:], len(lower)], strict=True))
