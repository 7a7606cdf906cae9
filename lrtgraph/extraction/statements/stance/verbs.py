"""What somebody does by a verb: what its frame says, its negation, and the content where the frame leaves that open."""

from __future__ import annotations

from dataclasses import replace

from lrtgraph.extraction.grammar.lexicon import FUTURE, MODAL, words
from lrtgraph.extraction.statements.sentence.passage import Passage
from lrtgraph.extraction.statements.sentence.syntax import MainClause, forms
from lrtgraph.extraction.statements.speech.cues import cues
from lrtgraph.extraction.statements.speech.lexicon import VERDICTS, Sighting, SpeechFrame, noun_frames, sightings
from lrtgraph.extraction.statements.stance.changing import Read, has_changed, no_longer, own_change
from lrtgraph.extraction.statements.stance.content import content, counts, doubted, first_excess, in_relative
from lrtgraph.extraction.statements.stance.denial import is_denied, left_of_promise
from lrtgraph.extraction.statements.stance.endings import after_ending, left_of, over_now
from lrtgraph.extraction.statements.stance.evaluation import JUDGEMENT, concern, litotes, verdicts
from lrtgraph.extraction.statements.stance.holding import held_on_to
from lrtgraph.extraction.statements.stance.reported import others_stance, others_words, own_clause, own_future, own_side
from lrtgraph.extraction.statements.stance.spoken import SpokenAct, Standing
from lrtgraph.extraction.statements.stance.states import state, state_of
from lrtgraph.records import Act
from lrtgraph.value import value

_JUDGEMENT = frozenset({"anywhere", "complement", "evaluation"})
_INSTEAD = frozenset({("wel",), ("om",), ("alleen",), ("slechts",)})
_OF_WORDS = frozenset({"woord", "woorden", "blijk", "van"})  # "met een woord van dank"


@value
class Verb:
    """A finite verb in a main clause, with the frame that is `found` for it, maybe at an infinitive or participle.

    `end` is the end of its piece, `own` are the tokens of its subject; `read` reads the verb of a clause inside.
    """

    passage: Passage
    clause: MainClause
    verb: int
    end: int
    own: frozenset[int]
    found: Sighting
    read: Read

    @property
    def frame(self) -> SpeechFrame:
        """Its frame."""
        return self.found.frame

    @property
    def opener(self) -> str:
        """The word that opens what it governs, empty where it governs no clause."""
        return self.passage.words[self.clause.opener] if self.clause.opener < self.end else ""

    def told(self) -> SpokenAct:
        """What is done by it: the first that fits of what it ends, keeps up or is, and of what it says."""
        told = self._ended() or self._kept() or self._stated() or self._led() or self._answered()
        if told is not None:
            return told
        if not self.frame.open:
            return self._closed()
        comparing = any("als" in one.forms for one in self.frame.companions)
        return self._judged() if comparing or self.frame.head in words("evaluating") else self._told_openly()

    def _spoken(self, act: Act, standing: Standing, *, denied: bool = False, answering: Act | None = None) -> SpokenAct:
        return SpokenAct(act, self.frame, self.found.used, denied, standing, answering)

    def _is_denied(self) -> bool:
        return is_denied(self.passage, self.clause.start, self.clause.end, self.found.used | self.own)

    def _is_new(self) -> bool:
        return has_changed(self.passage, self.clause.start, self.clause.end)

    def _is_changing(self) -> bool:
        """ "is van mening veranderd", "stelt haar standpunt bij"."""
        return self.frame.head in words("changing") and bool(self.frame.companions)

    def _ended(self) -> SpokenAct | None:
        """An act of somebody's that it ends."""
        ended = after_ending(self.passage, self.clause, self.found)
        return None if ended is None else self._spoken(ended, "final")

    def _kept(self) -> SpokenAct | None:
        """An act or a thing that somebody holds on to."""
        kept = held_on_to(self.passage, self.clause, self.end, self.found)
        if kept is None:
            return None
        standing: Standing = "final" if kept.settled else "weighed"
        if is_denied(self.passage, self.clause.start, self.clause.end, self.found.used):
            return self._spoken(left_of(kept.act), standing, denied=True)
        return self._spoken(kept.act, standing, answering=kept.answering)

    def _stated(self) -> SpokenAct | None:
        """A state that a verb of being or one that leaves the act to a word behind it goes with."""
        passage, frame, used = self.passage, self.frame, self.found.used
        told = None
        light = (frame.weight == 0 or frame.open) and not self._is_changing()
        if light and passage.words[self.verb] in forms("copula"):
            told = state_of(passage, self.clause, self.verb)
        coloured = passage.words[self.found.token] in forms("coloured") | words("coloured")
        if told is not None or not coloured or frame.act not in ("antwoordt", "informeert"):
            return told
        told = state(passage, self.clause.start, self.clause.end, self.found.token)
        return told and replace(told, frame=frame, used=used | told.used)

    def _led(self) -> SpokenAct | None:
        """ "begint met een woord van dank", "reageert met instemming": the noun behind "met" tells the act."""
        passage, lower, used = self.passage, self.passage.words, self.found.used
        leading = next((k for k in self.found.others if lower[k] == "met"), None)
        if leading is None or self.frame.act not in ("informeert", "antwoordt"):
            return None
        for k in range(leading + 1, self.clause.end):
            noun = noun_frames().get(lower[k])
            if noun is not None and passage.at(k) is None:
                return None if noun.open else SpokenAct(noun.act, noun, used | {k}, denied=False)
            if passage.parts[k] not in ("ADJ", "ADV", "DET", "NUM") and lower[k] not in _OF_WORDS:
                return None
        return None

    def _answered(self) -> SpokenAct | None:
        """ "reageert dat zij bezwaar heeft", "antwoordt de HAR te steunen": an answer that takes a side."""
        passage, begin = self.passage, self.found.token + 1
        if self.frame.act != "antwoordt" or self.frame.open:
            return None
        act: Act | None = None
        if self.opener == "dat":
            inside = (passage, self.clause.opener + 1, self.end)
            act = "zegt_toe" if own_future(*inside) else own_side(*inside, self.own, self.read)
        elif not (noun_frames().keys() | words("misgiving", "siding")).isdisjoint(passage.words[begin : self._stop()]):
            act = self._infinitive(begin)  # not "antwoordt dit niet te weten"
            act = act if act in VERDICTS else None
        return None if act is None else self._spoken(act, "named")

    def _stop(self) -> int:
        """Where an infinitive that it governs must have come: a relative clause does not end the search."""
        return self.end if self.opener in ("die", "dat", "waar", "wat") else min(self.end, self.clause.opener)

    def _infinitive(self, begin: int) -> Act | None:
        return _infinitive(self.passage, begin, self._stop(), self.found.used | self.own)

    def _closed(self) -> SpokenAct:
        """What a verb tells that itself says which act it is."""
        passage, clause, frame = self.passage, self.clause, self.frame
        denied = self._is_denied()
        left = left_of_promise(passage, frame, clause.start, clause.end) if denied else None
        if left is not None:  # who does it at another time refuses nothing
            return self._spoken(left, "weighed", denied=left == "informeert")
        named = frame.content == "named"
        neither = "noch" in passage.words[clause.start : self.found.token]
        if named and denied and frame.denied == "informeert" and not (neither or self._is_denied_closely()):
            denied = False
        standing: Standing = "named" if named and not denied else "weighed"
        if denied and frame.denied != frame.act and not self._is_corrected():
            taken_back = (named or frame.act == "stelt_voor") and frame.denied != "bezwaar"  # he may still answer
            doing = frame.manner != "saying" and frame.head not in MODAL | FUTURE  # no refusal: "zal niet sluiten"
            promise = frame.act == "zegt_toe" and (named or doing)
            refused = neither or ((frame.act == "steunt" or promise) and self.found.sure)  # "steunt dit ook niet"
            standing = "final" if taken_back or refused or no_longer(passage, clause.start, clause.end) else standing
        act = frame.denied if denied else frame.act
        if act in VERDICTS | {"stelt_voor"} and self._is_new():
            standing = "final"
        return self._spoken(act, standing, denied=denied)

    def _is_denied_closely(self) -> bool:
        """ "vraagt niet om uitstel", and not "vraagt om uitstel als het niet lukt"."""
        return any(self.passage.words[k - 1] in words("denying") for k in self.found.others)

    def _is_corrected(self) -> bool:
        """ "schrikt daar niet meer van, maar wel van …": what is denied makes room for something else."""
        turned = (self.passage.words[k : k + 3] for k in range(self.clause.start, self.end + 1))
        return any(three[:2] == (",", "maar") and three[2:] in _INSTEAD for three in turned)

    def _judged(self) -> SpokenAct:
        """What a verb of judgement tells; "vindt de HAR niet slecht" is final."""
        denied = self._is_denied()
        act = self._judgement(denied=denied)
        final = (denied and act == "steunt") or (act in VERDICTS and self._is_new())
        return self._spoken(act, "final" if final else "weighed", denied=denied)

    def _judgement(self, *, denied: bool) -> Act:
        """ "acht de termijn te kort": the word of judgement decides, and its denial turns it."""
        passage, clause, end, own = self.passage, self.clause, self.end, self.own
        lower, taken = passage.words, own | self.found.used
        sighted = cues(lower, clause.start, end, _JUDGEMENT)
        named = [(k, cue) for k, cue in sighted if counts(passage, k, cue, own) and not in_relative(passage, clause, k)]
        told = verdicts(passage, clause.start, end, taken, JUDGEMENT)
        if named:  # "vindt dat er een helder kader moet komen": what must come is the point, and not how good it is
            told = [one for one in told if not one.favourable or one.place < clause.opener]
        contrast = next((k for k in range(clause.start + 1, end) if lower[k] in words("contrast")), end)
        last = [one for one in told if one.place > contrast and (one.judging or not one.favourable)]
        judged = next((one for one in (*last, *told) if one.judging or not one.favourable), None)
        excess = first_excess(passage, clause.start, end, taken)
        spared = excess < end and lower[excess - 1] in words("denying")  # "niet te kort"
        excess = end if spared else excess
        if judged is not None and judged.place < min([excess, *(k for k, _ in named)]):
            against = [*(one.place for one in told if not one.favourable), *([excess] if excess < end else ())]
            turned = any(lower[k] in words("contrast") for k in range(judged.place, max(against, default=0)))
            return "steunt" if judged.favourable and not turned else "bezwaar"
        if excess < min([end, *(k for k, _ in named)]):
            return "bezwaar"
        if named:
            unneeded = denied and named[0][1].act == "verzoekt"  # "vindt niet dat er een website moet komen"
            return "bezwaar" if unneeded else named[0][1].act
        if denied and (spared or litotes(passage, clause.start, end, taken)):
            return "steunt"
        return "bezwaar" if denied else self.frame.act

    def _told_openly(self) -> SpokenAct:
        """What a verb tells that leaves the act to what is said."""
        passage, clause, end = self.passage, self.clause, self.end
        denied, reported = self._is_denied(), self.opener == "dat"
        if self._reports_other():
            return self._spoken("informeert", "final", denied=denied)
        over = over_now(passage, clause.opener + 1, end) if reported else None
        if over is not None:
            return self._spoken(over, "final")
        changed = self._is_changing() and passage.words[clause.end : clause.end + 1] == (":",)
        begin = clause.end if changed else clause.opener  # "stelt haar standpunt bij: zij is nu voor"
        told = reported or changed
        change = own_change(passage, begin + 1, end, self.own, self.read, changed=changed) if told else None
        if change is not None:
            return self._spoken(change.act, "final", denied=change.denied)
        act = self._governed(denied=denied)
        ended = not reported and act in VERDICTS and no_longer(passage, self.found.token, end)
        settled = ended or self.frame.head in words("considering")
        return self._spoken(act, "final" if settled else "weighed", denied=denied)

    def _reports_other(self) -> bool:
        """ "IPO geeft aan dat de VNG zorgen heeft", "noemt de zorgen van de VNG": the concern is VNG's."""
        if self.frame.act != "informeert":
            return False
        if not self.opener:
            return others_words(self.passage, self.clause.start, self.end, self.own)
        inside = (self.passage, self.clause.opener + 1, self.end)
        return self.opener == "dat" and others_stance(*inside, self.own, self.read)

    def _governed(self, *, denied: bool) -> Act:
        """What a verb of speech governs decides its act: an infinitive of the speaker's own, or cues in the content."""
        passage, opener, end, frame = self.passage, self.clause.opener, self.end, self.frame
        reported = self.opener in ("dat", "of", "hoe", "wat", "waarom")
        considering = frame.head in words("considering")
        if not reported:
            inner = self._infinitive(max(self.found.used) + 1)
            if inner is not None and (not considering or inner == "bezwaar"):
                return inner
        if self.opener == "of" and considering:
            return "informeert"
        if denied and frame.denied != frame.act:
            return frame.denied
        if self.opener == "of" and frame.act == "vraagt":
            return "bezwaar" if doubted(passage, opener, end) else "vraagt"
        if reported and own_future(passage, opener + 1, end):
            return "zegt_toe"
        if reported and frame.head in words("announcing_verb") and passage.words[opener + 1] in words("pronoun"):
            return "zegt_toe"  # "kondigt aan dat zij met de gemeenten om tafel gaat"
        if self.opener in words("wh") and frame.act == "informeert":
            return "informeert"  # "licht toe waarom corporaties terughoudend zijn"
        told_of_himself = own_clause(passage, opener + 1, end, self.own, self.read) if reported else None
        if told_of_himself is not None:
            return told_of_himself
        taken = self.own | self.found.used
        told = content(passage, min(self.found.token + 1, end), end, taken, opener, report=frame.report)
        if frame.act == "steunt" and told == "verzoekt":
            return "steunt"  # "bevestigt het belang van"
        return told or frame.act


def _infinitive(passage: Passage, start: int, end: int, taken: frozenset[int]) -> Act | None:
    """ "zegt zich in te spannen", "geeft aan niet te kunnen …": what the speaker says of himself."""
    lower = passage.words
    verbs = [
        k + 1 for k in range(start, end - 1) if lower[k] == "te" and lower[k + 1].endswith("n") and k + 1 not in taken
    ]
    if not verbs:
        return None
    for k in verbs:
        inner = [s for s in sightings(lower, start, end, k) if s.form != "finite" and s.frame.head != "kunnen"]
        bare = inner and not inner[0].frame.weight and lower[k] in forms("auxiliary")
        if inner and not bare and inner[0].frame.act != "antwoordt" and not inner[0].frame.open:
            denied = is_denied(passage, start, end, inner[0].used)
            return inner[0].frame.denied if denied else inner[0].frame.act
        if lower[k] in ("zijn", "blijven", "staan"):
            here = state(passage, start, end, None)
            if here is not None:
                return here.act
    if any(lower[k] in words("denying") for k in range(start, verbs[-1])) and not _is_done(passage, verbs[-1]):
        return "bezwaar"
    if concern(passage, start, verbs[-1] + 1, taken) is not None:
        return "bezwaar"  # "laat weten hierdoor in de knel te komen"
    if any(lower[k] in ("willen", "kunnen", "hebben", "zijn", "moeten", "hopen", "verwachten") for k in verbs):
        return content(passage, start, end, taken, end)
    return "zegt_toe" if "zullen" in lower[start:end] else None


def _is_done(passage: Passage, k: int) -> bool:
    """ "de brief niet te hebben ontvangen", "er niet te zijn geweest": what was not done, which refuses nothing."""
    around = [n for n in (k - 2, k + 1) if n < len(passage.words) and passage.is_participle(n)]
    if passage.words[k] == "zijn":
        return any(passage.words[n] == "geweest" for n in around)  # "niet overtuigd te zijn" objects
    return passage.words[k] == "hebben" and bool(around)
