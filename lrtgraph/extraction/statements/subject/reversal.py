"""What a contribution wants to end or keep from ending: who is against the repeal of an act is not against the act."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import TYPE_CHECKING, Final

from lrtgraph.extraction.grammar.lexicon import FUTURE, MODAL, words
from lrtgraph.extraction.grammar.tokens import MODIFIERS, NAMING, PARTING, STOPS, VERBAL, phrase_start, tokens_of
from lrtgraph.extraction.statements.course.floor import Contribution
from lrtgraph.extraction.statements.speech.lexicon import VERDICTS
from lrtgraph.extraction.statements.subject.termination import (
    befalls,
    behind_judgement,
    denied,
    ending_nouns,
    fates,
    lacking,
    prolonged,
    verbs,
)

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading
    from lrtgraph.extraction.grammar.tokens import Tokens

_MEANT: Final = frozenset({"tegen", "voor", "van", "met", "tot", "in", "aan", "dat"})
_OF_WHAT: Final = frozenset({"van", "met"})
_GUESSED: Final = frozenset({"wording", "likely", "continuation"})
_SHORT: Final = 9
"""Tokens of a contribution that says no more than how somebody stands to what was announced."""


class Endings:
    """The first sentence of a contribution, and what it tells of the instruments that it is about."""

    def __init__(self, reading: Reading, row: Contribution, about: tuple[str, ...]) -> None:
        self._reading, self._row, self._block = reading, row, row.places[0][0]
        block, start, end = row.places[0]
        self._tokens: Tokens = tokens_of(reading.docs[block])
        self._first, last = self._tokens.at(start, end)
        self._last = next((k for k in range(self._first, last) if self._tokens.lower[k] in STOPS), last)
        self._about = tuple(c for c in about if reading.is_instrument(c) and not _is_end(reading, c))
        self._judged = row.act in VERDICTS
        told = fates(reading, block, self._first, self._last, self._about, judged=self._judged)
        self.told = dict(reversed(told))
        """What it tells of each instrument that it names, where it names one first."""
        self.instruments: Set[str] = {concept for concept in about if reading.is_instrument(concept)}

    def ends(self) -> tuple[str, ...]:
        """Those instruments whose end it is about: "tegen intrekking van de wet".

        One that it does not name is what ends where it names a repeal and not of what ("is tegen intrekking"). Who
        ends something himself does not object to that ("wil de wet intrekken"), and who refuses to does.
        """
        wanted = ("ends", "spared") if self._row.act == "bezwaar" else ("ends", "ended")
        bare: bool | None = None
        found = []
        for concept in self._about:
            fate = self.told.get(concept)
            if fate is None:
                bare = self._names_bare_end() if bare is None else bare
            if fate in wanted or (fate is None and bare):
                found.append(concept)
        return tuple(found)

    def takes_up(self, announced: Set[str], *, pointing: bool = False) -> tuple[str, ...]:
        """Those instruments whose announced end it reacts to without naming them: "VNG maakt hier bezwaar tegen".

        `pointing`: only by a word that points back to what was told.
        """
        meant = tuple(concept for concept in self._about if concept in announced and concept not in self.told)
        nouns = words("announcing_noun", "view_noun") if pointing else words("announcing_noun")
        return meant if meant and (self._points(nouns) or (not pointing and self._says_no_more())) else ()

    def means(self, announced: Set[str], nouns: Set[str]) -> tuple[str, ...]:
        """Those instruments that it reacts to by one of some nouns alone: "is tegen de motie"."""
        meant = tuple(concept for concept in self._about if concept in announced and concept not in self.told)
        return meant if meant and any(self._is_announcement(k, nouns) for k in range(self._first, self._last)) else ()

    def fails(self) -> tuple[str, ...]:
        """Those instruments of which it tells that they fail or lack: "betreurt dat weinigen de HAR gebruiken".

        Who objects to that, or is glad of it, may be for them or against them.
        """
        lower, parts = self._tokens.lower, self._tokens.parts
        feeling = words("regretting", "welcoming")
        moved = next((k for k in range(self._first, self._last) if lower[k] in feeling), self._last)
        opener = next((k for k in range(moved, self._last) if parts[k] == "SCONJ"), self._last)
        failing = opener < self._last and befalls(self._tokens, opener, self._last)
        found = set()
        for name, concept in self._names():
            inside = failing and name.start > opener
            if self.told.get(concept) == "named" and (inside or lacking(self._tokens, name, self._first)):
                found.add(concept)
        return tuple(concept for concept in self._about if concept in found)

    def unwanted(self) -> tuple[str, ...]:
        """Those instruments that a request wants to end or not to be used: "wil dat de HAR niet wordt verlengd"."""
        return tuple(c for c in self._about if c in self.ended() or c in self._not_used())

    def ended(self) -> tuple[str, ...]:
        """Those instruments whose end it tells by name."""
        return tuple(concept for concept in self._about if self.told.get(concept) in ("ends", "ended"))

    def kept(self) -> tuple[str, ...]:
        """Those instruments that a request wants to keep from ending: "vraagt de wet niet in te trekken"."""
        return tuple(concept for concept in self._about if self.told.get(concept) in ("kept", "spared"))

    def asks_end(self, concept: str) -> bool:
        """Whether a request is for an end of an instrument, or against one, and for nothing else about it.

        "pleit voor afschaffing van de wet", "verzoekt de wet niet in te trekken"; not "vraagt hoe de wet eindigt".
        """
        lower = self._tokens.lower
        if self.told.get(concept) not in ("ends", "ended", "kept", "spared"):
            return False
        for name in (name for name, named in self._names() if named == concept):
            stop = next((k for k in range(name.stop, self._last) if self._tokens.parts[k] in PARTING), self._last)
            before = lower[self._first : name.start]
            if "," in before or not words("announcing_noun", "question_word").isdisjoint(before):
                continue
            if self._asked_by_verb(name, stop) or self._asked_by_noun(name, stop) or self._wants_rid(name, stop):
                return True
        return False

    def _names(self) -> Iterator[tuple[range, str]]:
        """What it names, each with the tokens of the name."""
        tokens, last = self._tokens, max(self._first, self._last - 1)
        for mention in self._reading.mentions_in(self._block, tokens.starts[self._first], tokens.ends[last]):
            yield range(*tokens.at(mention.block_start, mention.block_end)), mention.concept

    def _asked_by_verb(self, name: range, stop: int) -> bool:
        """ "wil de wet afschaffen", "verzoekt de wet in te trekken"."""
        lower = self._tokens.lower
        known = verbs(frozenset(verb for verb in words("ending") if verb.replace("|", "") not in words("delay")))
        te = [k for k in range(self._first, stop) if lower[k] == "te"]
        if te:
            whole = {lower[k + 1] for k in te} | {lower[k - 1] + lower[k + 1] for k in te if k + 1 < stop}
            return len(te) == 1 and te[0] >= name.stop and not known.infinitives.isdisjoint(whole)
        if not (known.infinitives | known.participles).isdisjoint(lower[name.stop : stop]):
            return True
        before = phrase_start(self._tokens, name.start, self._first) - 1  # "wil dat de HAR stopt"
        wanted = before > self._first and lower[before] == "dat" and self._tokens.parts[before - 1] != "NOUN"
        final = known.final | {form for form, particles in known.parted.items() if "" in particles}
        ends = any(self._tokens.finite[k] and lower[k] in final for k in range(name.stop, stop))
        return wanted and ends and sum(self._tokens.finite[self._first : before]) == 1

    def _wants_rid(self, name: range, stop: int) -> bool:
        """ "wil van de HAR af", "wil dat COA stopt met de HAR"."""
        lower, before = self._tokens.lower, phrase_start(self._tokens, name.start, self._first) - 1
        rid = lower[before] == "van" and (lower[before - 1] == "af" or "af" in lower[name.stop : stop])
        return rid or (lower[before] == "met" and sum(self._tokens.finite[self._first : before - 1]) == 1)

    def _asked_by_noun(self, name: range, stop: int) -> bool:
        """ "pleit voor afschaffing van de wet", "vraagt COA om beëindiging van de HAR"."""
        lower, parts = self._tokens.lower, self._tokens.parts
        ends = (ending_nouns() - words("delay")) | words("preserving")
        noun = next((k for k in range(name.start - 1, self._first, -1) if lower[k] in ends), None)
        if noun is None or "te" in lower[self._first : stop] or "van" not in lower[noun + 1 : name.start]:
            return False
        k = next((k for k in range(noun - 1, self._first, -1) if parts[k] not in MODIFIERS), self._first)
        if lower[k] == "om" or (self._tokens.finite[k] and lower[k] in words("requesting") | MODAL):
            return True  # "vraagt om afschaffing van de HAR", "bepleit behoud van de HAR"
        return lower[k] in ("voor", "op") and parts[k - 1] != "NOUN"

    def _names_bare_end(self) -> bool:
        """A repeal, itself supported or objected to, of what is not named with it: "is tegen intrekking."."""
        lower, parts = self._tokens.lower, self._tokens.parts
        for k in range(self._first, self._last):
            if lower[k] not in ending_nouns() or lower[k] in words("delay"):
                continue
            if not _OF_WHAT.isdisjoint(lower[k + 1 : k + 2]):
                continue
            first = behind_judgement(self._tokens, self._first, k) if self._judged else self._first
            if denied(self._tokens, first, k):
                continue
            before = next((n for n in range(k - 1, self._first - 1, -1) if parts[n] not in MODIFIERS), self._first)
            verbal = before == k - 1 and lower[k] in verbs().infinitives and lower[before] in MODAL | FUTURE
            if lower[before] in _MEANT or (parts[before] in VERBAL and not verbal):
                return True
        return False

    def _points(self, nouns: Set[str]) -> bool:
        """Whether it points back to what was announced: "hier … tegen", "dit", "dat besluit"."""
        lower, parts, finite = self._tokens.lower, self._tokens.parts, self._tokens.finite
        for k in range(self._first, self._last):
            opens = any(finite[self._first : k]) and any(finite[k + 1 : self._last])  # "zegt dat het draagvlak …"
            alone = parts[k] == "PRON" or NAMING.isdisjoint(parts[k + 1 : self._last])  # "vindt dat jammer"
            if lower[k] in words("taking_up") or (lower[k] in ("dit", "dat") and alone and not opens):
                return True
            if self._is_announcement(k, nouns) or (lower[k] == "er" and self._closes(k)):
                return True
        return False

    def _is_announcement(self, k: int, nouns: Set[str]) -> bool:
        """ "dit besluit", "de motie", of which is not told what they are for."""
        lower = self._tokens.lower
        known = self._tokens.parts[k] == "DET" and k + 1 < self._last and lower[k + 1] in nouns
        return known and lower[k] != "een" and lower[k + 2 : k + 3] not in (["om"], ["tot"], ["voor"])

    def _closes(self, er: int) -> bool:
        """ "heeft er moeite mee", "is er tegen": an adverb whose preposition ends the clause."""
        last = next((k for k in range(self._last - 1, er, -1) if self._tokens.lower[k][:1].isalnum()), er)
        return self._tokens.lower[last] in ("mee", "tegen", "voor", "over", "achter")

    def _says_no_more(self) -> bool:
        """ "VNG maakt bezwaar.", "IPO is voor."."""
        tokens = self._tokens
        alone = next((k for k in range(self._last - 1, self._first, -1) if tokens.lower[k][:1].isalnum()), self._first)
        labelled = tokens.lower[alone - 1] == ":" and tokens.lower[alone] in ("voor", "tegen")
        if self._last - self._first > _SHORT or (self._row.rule in _GUESSED and not labelled):
            return False
        nouns = {tokens.lower[k] for k in range(self._first, self._last) if tokens.parts[k] in ("NOUN", "NUM")}
        return nouns <= words("act_noun", "speaker_title")

    def _not_used(self) -> list[str]:
        tokens, lower = self._tokens, self._tokens.lower
        used = words("using")
        found = []
        for name, concept in self._names():
            stop = next((k for k in range(name.stop, self._last) if tokens.parts[k] == "PUNCT"), self._last)
            inside = range(name.stop, stop)
            verb = next((k for k in inside if lower[k] in used or lower[k - 2] + lower[k] in used), None)
            # "niet te wijzigen maar te behouden", "niet te laat invoeren" want it used
            if verb is None or "maar" in lower[verb : self._last]:
                continue
            if denied(tokens, name.stop, verb, 2 if lower[verb] in used else 3):
                found.append(concept)
        return found


def announced(
    reading: Reading, block: int, start: int, end: int, meant: Set[str], *, own: bool = False
) -> tuple[set[str], set[str]]:
    """The instruments of whose end a stretch of a block's text tells, and those that it names or keeps from ending.

    `meant`: what a bare noun may stand for; where something goes on after all ("wordt verlengd"), all that is. What
    somebody only turns down for his `own` part does not end: "VNG wijst de HAR af".
    """
    tokens = tokens_of(reading.docs[block])
    first, last = tokens.at(start, end)
    told = fates(reading, block, first, last, sorted(meant))
    if prolonged(tokens, first, last):
        return set(), {concept for concept, _ in told} | set(meant)
    ending = ("ends",) if own else ("ends", "ended")
    ends = {concept for concept, fate in told if fate in ending and not _is_end(reading, concept)}
    ends.update(one for concept, fate in told if fate == "named" for one in repealed_by(reading, concept))
    return ends, {concept for concept, _ in told} - ends


def repealed_by(reading: Reading, concept: str) -> tuple[str, ...]:
    """The instruments that an act is to repeal: of the "Intrekkingswet Spreidingswet" the Spreidingswet."""
    known = reading.gazetteer.concepts.get(concept)
    if known is None or not _is_end(reading, concept):
        return ()
    return tuple(one for one in known.related if reading.is_instrument(one))


def _is_end(reading: Reading, concept: str) -> bool:
    """Whether what ends something is itself spoken of: "Intrekkingswet Spreidingswet"."""
    known = reading.gazetteer.concepts.get(concept)
    return known is not None and known.pref_label.lower().startswith(tuple(words("repeal")))
