"""Actors named together, with what belongs to their name: "mw. Ottersloot (VNG)", "het IPO en de CdK´s",
"vertegenwoordigers van VNG en Nidos", "de zijde van SZW (mw. Ruitenschild)".
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from typing import TYPE_CHECKING

from lrtgraph.dutch.redaction import blanks
from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.members import Item, with_members
from lrtgraph.extraction.seats import EVERYWHERE
from lrtgraph.extraction.statements.sentence.offices import is_functionary
from lrtgraph.notations import PERSON, PLACE, PLACES, is_person
from lrtgraph.records import Mention
from lrtgraph.value import value

if TYPE_CHECKING:
    from lrtgraph.extraction.grammar.tokens import Tokens
    from lrtgraph.records import Mention

_CLITICS = frozenset({"'s", "´s", "’s", "`s", "‘s", '"s', "s", "'", "´", "’", "`", '"', "‘"})
_OF = frozenset({"van", "namens", "vanuit"})
_SHORT_BRACKET = 6  # tokens of brackets that belong to a name whatever they hold
_LONGEST_POST = 7  # tokens of a post with its body
_POINTING = frozenset({"dat", "die"})
NOBODY = PERSON
"""Stands for somebody whom the document does not name: nothing is told of him, and he is nobody else."""


@value
class Group:
    """Actors named together: tokens `[start, end)`, the first token of the first name, the seats, the persons."""

    start: int
    end: int
    name: int
    concepts: tuple[str, ...]
    persons: tuple[str, ...] = ()


def groups_in(
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
        gathering = _Gathering(lower, items, index, seat, tokens.finite)
        groups.append(gathering.read())
        index = gathering.index
    return tuple(groups)


class _Gathering:
    """A group in the making: those named from one mention on, with what belongs to their names."""

    def __init__(
        self,
        lower: Sequence[str],
        items: Sequence[Item],
        index: int,
        seat: Callable[[str], str],
        finite: Sequence[bool],
    ) -> None:
        self._lower, self._items, self._seat, self._finite = lower, items, seat, finite
        self._name, self._end, self._first = items[index]
        self._past = items[index - 1][1] if index else 0
        self._concepts = [seat(self._first)]
        self._persons = [self._first] if is_person(self._first) else []
        self.index = index + 1
        """The first mention behind the group."""

    def read(self) -> Group:
        """The group, whole."""
        while self._take_in() or self._join():
            pass
        start, end, lower = _left(self._lower, self._name, person=bool(self._persons)), self._end, self._lower
        start = self._post_before(start) if self._persons else start
        if start and lower[start - 1] == "(" and end < len(lower) and lower[end] == ")":
            start, end = start - 1, end + 1
        known = [person for person in self._persons if person != NOBODY]
        return Group(start, end, self._name, tuple(dict.fromkeys(self._concepts)), tuple(dict.fromkeys(known)))

    def _post_before(self, start: int) -> int:
        """Where the phrase begins that names a post and its body before a person: "voorzitter van de raad Anna Bos"."""
        for k in range(start - 2, max(self._past, start - _LONGEST_POST) - 1, -1):
            if not self._lower[k + 1].isalpha() or self._finite[k + 1]:
                break
            if self._lower[k + 1] == "van" and self._lower[k] in words("speaker_title", "delegate"):
                return k - (k > 0 and _is_article(self._lower[k - 1]))
        return start

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
    allowed -= {"een", *_POINTING}  # "…, betoogt IPO, en een minister die dat doet, …", "IPO, die de gemeenten prijst"
    return all(word in allowed for word in between)


def _left(lower: Sequence[str], name: int, *, person: bool) -> int:
    """Where a name begins with its article, title and the noun that speaks for it."""
    start = name
    if person and start and is_functionary(lower[start - 1]):
        start -= 1
    while start and (lower[start - 1] in words("speaker_title") or _is_article(lower[start - 1])):
        start -= 1
        if not person and lower[start] in words("noun_opener"):
            break  # "heeft de minister de provincies verzocht"
    if start and lower[start - 1] in words("delegate"):
        start -= 1
    elif start >= 2 and lower[start - 1] in ("van", "bij", "uit") and lower[start - 2] in words("delegate"):
        start -= 2
    elif not person:
        return start
    served = words("serving") if person and start < name else frozenset[str]()  # "Bestuurlijk verkenner Van Leyden"
    while start and (_is_article(lower[start - 1]) or lower[start - 1] in served):
        start -= 1
    return start


def _is_article(word: str) -> bool:
    return word in words("noun_opener") and word not in _POINTING


def blanked(text: str, found: Sequence[Mention], block: int) -> Iterator[Mention]:
    """The blanked-out names in the text of a block, but where somebody is `found` to be named."""
    for start, end in blanks(text):
        if not any(mention.block_start < end and start < mention.block_end for mention in found):
            yield Mention(start, end, text[start:end], NOBODY, block, start, end, "blanked", 1.0)
