"""How a contribution reacts to what was said before it: what its first words share, turn down or regret."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from lrtgraph.dutch.conjugation import conjugation
from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.grammar.tokens import MODIFIERS, NAMING, phrase_start, tokens_of
from lrtgraph.extraction.statements.course.floor import Contribution
from lrtgraph.extraction.statements.speakers.reactions import agrees
from lrtgraph.extraction.statements.speech.lexicon import noun_frames
from lrtgraph.extraction.statements.stance.evaluation import LIMITING
from lrtgraph.extraction.statements.subject.termination import verbs

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading
    from lrtgraph.extraction.grammar.tokens import Tokens

_SHORT: Final = 6
"""Tokens of a contribution that says no more than that somebody joins."""
_JOINED: Final = frozenset({"aan", "bij"})
_LIKENING: Final = frozenset({"ook", "net", "precies", "eveneens"})
_SAME: Final = frozenset({"hetzelfde", "dezelfde", "eender"})
_DEFINITE: Final = frozenset({"de", "het", "deze", "die", "dit", "dat", "hun"})
_PASSED: Final = words("denying") | {"dat", "dit", "zich", "in", "echter"}
_THAT: Final = frozenset({"dat", "dit", "daar", "hier", "daarmee", "hiermee", "daarover", "hierover", "er"})
_ASKED: Final = frozenset({"verzoekt", "vraagt", "stelt_voor"})


class Opening:
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
            while noun < self._last and (self._tokens.parts[noun] in MODIFIERS or lower[noun] in _PASSED):
                noun += 1
            behind = lower[noun] if noun < self._last else "."
            pointing = lower[k + 1 : k + 2] in (["dat"], ["dit"]) and not behind[:1].isalnum()
            if behind in words("fact_noun") or (told and (pointing or behind in words("view_noun"))):
                return k
        return None

    def named_before(self, reading: Reading, k: int) -> set[str]:
        """What is named before a token."""
        starts = self._tokens.starts
        found = reading.mentions_in(self._block, starts[self._first], starts[k])
        return {mention.concept for mention in found}

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

    def is_moved(self) -> bool:
        """ "betreurt dat", "is daar blij mee", "vindt dit onterecht": what somebody did or said pleases or grieves."""
        lower, parts = self._tokens.lower, self._tokens.parts
        if words("regretting", "welcoming", "unfounded").isdisjoint(self._words):
            return False
        points = any(lower[k] in _THAT and parts[k] != "DET" for k in self._places)
        clauses = (parts[k + 1 : self._last] for k in self._places if parts[k] == "SCONJ")  # not in "vindt dat jammer"
        return points and all(NAMING.isdisjoint(clause) for clause in clauses)

    def rejects(self, reading: Reading, about: Sequence[str]) -> tuple[str, ...]:
        """Those topics whose critics are turned down, and not they themselves: "deelt de kritiek op de HAR niet".

        What it names outside the clause that does so is not among them, unless that has the objection alone.
        """
        clauses = [clause for k in self._places if (clause := self._turned_down(k)) is not None]
        if not clauses:
            return ()
        starts, ends = self._tokens.starts, self._tokens.ends
        inside, named = (
            {
                one.concept
                for place in places
                for one in reading.mentions_in(self._block, starts[place.start], ends[place.stop - 1])
            }
            for places in (clauses, [self._places])
        )
        return tuple(concept for concept in about if concept in inside or concept not in named)

    def _turned_down(self, noun: int) -> range | None:
        """The clause in which the objection at a token is turned down; None where it is none, or somebody makes it."""
        tokens, frame = self._tokens, noun_frames().get(self._tokens.lower[noun])
        if frame is None or frame.act != "bezwaar":
            return None
        phrase = phrase_start(tokens, noun, self._first)
        clause = self._clause(noun)
        inside = tokens.lower[clause.start : clause.stop]
        lead = tokens.lower[phrase - 1] if phrase > clause.start and tokens.parts[phrase - 1] == "ADP" else ""
        if tokens.lower[phrase] not in _DEFINITE or lead not in ("", "in", "met", "voor", "over", "tegen"):
            return None
        denied = any(one in words("denying") and after not in LIMITING for one, after in pairwise((*inside, "")))
        groundless = not words("founded" if denied else "unfounded").isdisjoint(inside)
        if clause.start > self._first and tokens.parts[clause.start - 1] == "SCONJ":
            return clause if groundless else None
        if lead in ("over", "tegen"):
            before = tokens.lower[clause.start : phrase]
            objects = (one for one in before if (own := noun_frames().get(one)) is not None and own.act == "bezwaar")
            return clause if any(True for _ in objects) or not words("regretting").isdisjoint(before) else None
        shared = _forms("sharing", "acknowledging") | words("agreeing") | {"vinden", "mee", "begrip"}
        turned = not shared.isdisjoint(inside) if denied else _rebuts(inside) or "oneens" in inside
        return clause if turned or (groundless and not lead) else None

    def _clause(self, k: int) -> range:
        """The tokens around one between marks, conjunctions before a clause and words that open one."""
        parts = self._parts
        first = next((n + 1 for n in range(k - 1, self._first - 1, -1) if parts(n)), self._first)
        return range(first, next((n for n in range(k, self._last) if parts(n)), self._last))

    def _parts(self, k: int) -> bool:
        tokens = self._tokens
        goes_on = tokens.parts[k] == "CCONJ" and any(tokens.finite[k + 1 : min(k + 3, self._last)])
        relative = tokens.lower[k] == "die" and tokens.parts[k] == "PRON"
        return goes_on or relative or tokens.parts[k] in ("PUNCT", "SCONJ")

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
        reacting = _forms("sharing", "acknowledging", "evaluating", "siding") | words("agreeing")
        verb = next((k for k in range(self._first, self._last) if lower[k] in reacting), self._last)
        for k in range(verb + 1, self._last):
            noun = noun_frames().get(lower[k])
            if noun is not None and noun.act == "bezwaar" and lower[k - 1] != "zonder":
                return words("denying").isdisjoint(self._words)
            if tokens.parts[k] in ("NOUN", "VERB", "SCONJ", "PUNCT"):
                return False
        return False


def _rebuts(clause: Sequence[str]) -> bool:
    """ "verwerpt de kritiek", "wuift de bezwaren weg", "wijst de kritiek van de hand"."""
    known, found = verbs(words("rebutting")), set(clause)
    parted = any(not known.parted[word].isdisjoint({*found, ""}) for word in found if word in known.parted)
    return parted or not known.whole.isdisjoint(found)


@cache
def _forms(*names: str) -> frozenset[str]:
    """All finite forms and participles of the verbs in classes of words."""
    found = (conjugation(verb) for verb in words(*names))
    return frozenset(form for verb in found for form in (*verb.finite, *verb.participles))
