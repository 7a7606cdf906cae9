"""Whether a clause affirms what it says: negation, wishes, conditions, questions, the past; and since or until when."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from lrtgraph.dutch.dates import months
from lrtgraph.extraction.grammar.arguments import BARE, GENITIVE
from lrtgraph.extraction.grammar.clauses import Clause, is_finite, text_of
from lrtgraph.extraction.grammar.lexicon import DUTY, FUTURE, MODAL, NEGATION, words
from lrtgraph.extraction.grammar.predicates import Predicate, Use, uses_of
from lrtgraph.extraction.responsibilities.scene import Scene, once
from lrtgraph.value import value

if TYPE_CHECKING:
    from lrtgraph.extraction.responsibilities.frames import Frame

_HYPOTHETICAL = words("hypothetical")
_WISHING = words("wishing")
_MINDED = frozenset(
    {
        ("zich", "voorstellen"),
        ("in", "overweging"),
        ("van", "plan"),
        ("van", "zins"),
        ("van", "mening"),
        ("is", "voornemens"),
        ("zijn", "voornemens"),
    }
)
_ASKING = frozenset({"vragen", "verzoeken", "oproepen", "aansporen"})
_PAST = words("past_verb")
_MONTH = rf"(?:{'|'.join(sorted(months(), key=len, reverse=True))})\b(?:\.(?=\s+20\d\d))?"
_YEAR = r"(?:\s+20\d\d)?"
_IN_FORCE = r"inwerkingtreding(?:\s+van\s+(?:de\s+)?(?-i:[A-Z]\w+\s?){1,3})?"
# Both begin with what the first letter can be: at most places of a text, there is no more to look at.
_UNTIL = re.compile(
    r"(?=[dtv])(?:de\s+eerste\s+\w+\s+(?:jaar|jaren|maanden|weken)"
    r"|tot(?:\s+en\s+met|dat)?\s+(?!op\b|nu\b|dusver\b|stand\b|een\b|de\s+mogelijkheid)(?:(?:de|het|uiterlijk)\s+)?"
    rf"(?:\d{{1,2}}\s+\w+{_YEAR}|20\d\d|{_MONTH}{_YEAR}|{_IN_FORCE}|evaluatie|zomer|invoering)"
    r"|voorlopig|tijdelijk)",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"(?=[vspmiuond])(?:(?:vanaf|sinds|per|met\s+ingang\s+van|ingaande|uiterlijk|op)\s+(?:(?:de|het)\s+)?"
    rf"(?:(?:\d{{1,2}}\s+)?{_MONTH}{_YEAR}|20\d\d|{_IN_FORCE})"
    r"|na\s+(?:de\s+)?(?:\w+\s+(?:jaar|maanden|weken)|inwerkingtreding|evaluatie|overdracht|die\s+\w+)"
    r"|(?:sindsdien|daarna|voortaan|straks|inmiddels)\b)",
    re.IGNORECASE,
)
_UP_TO = re.compile(r"tot\s+(?!en\s+met|dat)", re.IGNORECASE)
_THEREAFTER = re.compile(
    r"daarna|vervolgens|nadien|sindsdien|later|(?:vanaf|na)\s+(?:dan|toen|die\s+\w+|dat\s+\w+)", re.IGNORECASE
)
_TILL_THEN = re.compile(r"tot\s+(?:dan|die\s+\w+|dat\s+\w+)", re.IGNORECASE)
_MEASURING = frozenset({"waar", "zo", "zoveel", "indien", "voorzover"})
"""Words with which "mogelijk" says how far something goes."""
_OF_A_DAY = re.compile(r"(?:vanaf|sinds|per|met\s+ingang\s+van|ingaande|uiterlijk|op)\s+", re.IGNORECASE)
_NOT_THEN = re.compile(r"\b(?:niet|in\s+plaats\s+van)\s+$", re.IGNORECASE)
"""Before a day on which something is not: "niet op 1 april maar op 8 mei"."""
_GIVING_UP = Predicate.of_class("losing")
_GIVING_UP_FORMS = frozenset().union(*(verb.surfaces for verb in _GIVING_UP))
_CEASING = Predicate.parse("op|houden")
"""Without "met": "de taak van de VR houdt op 1 oktober op"."""
_PROVISO = re.compile(r"onder voorbehoud van [^.;]+|op voorwaarde dat [^.;]+")


@value
class Polarity:
    """How a clause stands to its content: affirmed (else it makes no fact), on which condition, from and until when."""

    affirmed: bool
    condition: str | None = None
    since: str | None = None
    until: str | None = None
    past: bool = False


PLAIN = Polarity(True)
"""Affirmed, and no more."""


def polarity(scene: Scene, clause: Clause, use: Use, frame: Frame) -> Polarity:
    """The polarity of a cue in a clause.

    A condition in the sentence ("tenzij …", "mits …") belongs to the main clause; what stands inside a hypothetical
    clause or under a wish is not affirmed.
    """
    tokens = scene.vocabulary(clause)
    presupposed = "presupposes" in frame.flags
    affirmed = not (clause.opener in _HYPOTHETICAL and not presupposed)
    if clause.opener == "mits" and not {"formal", "presupposes"} & frame.flags:
        affirmed = False  # what a party asks in return is not the case yet
    if not presupposed and clause.opener == "dat" and _on_condition(scene, clause):
        affirmed = False
    hedged = not _plain_noun(frame) and _hedged(scene, clause)
    if scene.is_question or hedged:
        affirmed = False
    if not presupposed and (_denied_noun(scene, use) if _plain_noun(frame) else negated(scene, clause, use)):
        affirmed = False
    exclusive = not words("only").isdisjoint(tokens)  # "kan alleen door X"
    able = "power" in frame.flags or (frame.kind == "execution" and _offered(scene, clause))
    wishing = _WISHING - words("able") if able else _WISHING
    if "modal" not in frame.flags and not exclusive and not wishing.isdisjoint(tokens):
        affirmed = False
    if "formal" in frame.flags and clause.opener != "mits" and DUTY.isdisjoint(tokens):
        affirmed = False
    if not presupposed and clause.opener == "om" and _no_reason(scene, clause):
        affirmed = False
    if clause.opener in ("waarbij", "waarin") and scene.tokens[clause.start - 1] in words("idea"):
        affirmed = False  # "gewerkt wordt aan een model waarbij gemeenten …"
    wished = any(k not in use.words for k in _wishes(scene, clause))  # who comes with "een voorstel om" makes that
    if not presupposed and (wished or _refuted(scene, clause)):
        affirmed = False
    if "handover" in frame.flags and "sprake" in tokens:
        affirmed = False  # "ook al was sprake van een overgang": talk of it is none
    if {"handover", "shift"} & frame.flags and keeps(scene, clause):
        affirmed = False
    until, since = turning(scene, clause)
    over = ended(scene, clause)
    if not until and (over or no_more(scene, clause)) and (day := last_day(since)) is not None:
        until, since = day, None  # "de taak van de VR vervalt per 1 april"
    if _plain_noun(frame) and not until and over:
        affirmed = False  # "met de intrekking vervalt het toezicht door de provincies"
    return Polarity(affirmed, _condition(scene, clause), since, until, _past(scene, clause, use, frame))


def _on_condition(scene: Scene, clause: Clause) -> bool:
    """Whether what a clause tells is only a condition: "zolang maar vaststaat dat de colleges erover gaan"."""
    return any(c.end == clause.start and c.opener in words("condition") for c in scene.clauses)


@once
def ended(scene: Scene, clause: Clause) -> bool:
    """Whether a clause tells that a part is there no more: "vervalt", "verliest het toezicht"."""
    tokens = scene.vocabulary(clause)
    if "dan" in tokens:
        return False
    ceasing = () if tokens.isdisjoint(_GIVING_UP_FORMS) else _GIVING_UP
    nouns = (
        k
        for use in uses_of(ceasing, scene.tokens, clause.start, clause.end)
        for k in use.words
        if scene.parts[k] == "NOUN"
    )
    given_up = any(scene.marker(k) == BARE for k in nouns)
    given_up = given_up and not any(a.marker == "bij" for a in scene.inside(clause))  # "legt de taak neer bij Ede"
    over = any(use.words and "met" not in tokens for use in _CEASING.uses(scene.tokens, clause.start, clause.end))
    return given_up or over or not words("lapsing").isdisjoint(tokens)


def last_day(since: str | None) -> str | None:
    """Until when something was so that is so no more since a day: "per 1 april" → "tot 1 april"; None for no day."""
    day = _OF_A_DAY.match(since or "")
    return f"tot {since[day.end() :]}" if since is not None and day is not None else None


@once
def no_more(scene: Scene, clause: Clause) -> bool:
    """Whether what is told is so no more, and of nobody else then ("niet langer bij SJenV maar bij MVRO").

    "geen crisisnoodopvang meer", not "geen vragen meer over", "niet meer plekken dan".
    """
    inside = scene.tokens[clause.start : clause.end]
    if "maar" in inside or "dan" in inside or NEGATION.isdisjoint(inside):
        return False
    if any(a in NEGATION and b in words("ended") for a, b in pairwise(inside)):
        return True
    denied = next(k for k, word in enumerate(inside) if word in NEGATION)
    return any(
        word in words("ended") and scene.parts[clause.start + k + 1 : clause.start + k + 2] not in (["NOUN"], ["ADJ"])
        for k, word in enumerate(inside)
        if k > denied
    )


def keeps(scene: Scene, clause: Clause) -> bool:
    """Whether a passing is denied by its source: "gaat niet van BZK naar JenV"; not "niet van BZK maar van JenV"."""
    if "maar" in scene.vocabulary(clause):
        return False
    return any(a.denied and a.marker == GENITIVE for a in scene.inside(clause))


@once
def _hedged(scene: Scene, clause: Clause) -> bool:
    """Whether an adverb says that it only may be so; "waar mogelijk" and "zo snel mogelijk" say how far or how soon."""
    if words("hedge").isdisjoint(scene.vocabulary(clause)):
        return False
    inside = scene.tokens[clause.start : clause.end]
    return any(
        word in words("hedge") and not (word == "mogelijk" and _MEASURING & set(inside[max(0, k - 3) : k]))
        for k, word in enumerate(inside)
    )


def _no_reason(scene: Scene, clause: Clause) -> bool:
    """Whether the clause that an infinitive hangs on is denied: "ziet geen reden om het plan aan te passen"."""
    return any(c.end == clause.start and not NEGATION.isdisjoint(scene.vocabulary(c)) for c in scene.clauses)


@once
def turning(scene: Scene, clause: Clause) -> tuple[str | None, str | None]:
    """Until when and since when, in the words of the clause."""
    text = text_of(scene.doc, clause.start, clause.end)
    until, since = (
        _UNTIL.search(text),
        next((m for m in _SINCE.finditer(text) if not _NOT_THEN.search(text[: m.start()])), None),
    )
    return until[0].strip() if until else None, since[0].strip() if since else None


def following(how: Polarity, before: Polarity) -> Polarity:
    """The polarity of what stands behind another, with that one's day: "tot 2027 bij A en daarna bij B"."""
    if how.until is not None and _TILL_THEN.fullmatch(how.until):
        return replace(how, until=last_day(before.since) or how.until)
    if how.since is None or before.until is None or not _THEREAFTER.fullmatch(how.since):
        return how
    day = _UP_TO.match(before.until)
    return replace(how, since=f"vanaf {before.until[day.end() :]}") if day is not None else how


def preceding(how: Polarity, after: Polarity) -> Polarity:
    """The polarity of what stands before another, until that one's first day: "nu bij A en vanaf 2027 bij B"."""
    return how if how.since or how.until else replace(how, until=last_day(after.since))


def _offered(scene: Scene, clause: Clause) -> bool:
    """Whether the clause says how many, or the sentence on which condition: what can be done is offered then."""
    counted = any(token.pos_ == "NUM" for token in scene.doc[clause.start : clause.end])
    return counted or any(other.opener in words("condition") for other in scene.clauses)


def _past(scene: Scene, clause: Clause, use: Use, frame: Frame) -> bool:
    """Whether the clause tells what was: a past tense, or an adverb of it; what was drafted or decided stays so."""
    if {"handover", "shift"} & frame.flags:
        return False  # "ging over naar": the other has had it since
    tokens = scene.vocabulary(clause)
    tense = scene.doc[use.verb].morph.get("Tense", []) if use.form == "finite" else ()
    if "Pres" not in tense and not _PAST.isdisjoint(tokens):
        return True
    taken = frame.kind == "decision" and "power" in frame.flags
    if "Past" in tense:
        return True
    if words("past_adverb").isdisjoint(tokens) or frame.kind == "drafting" or taken:
        return False
    inside = scene.tokens[clause.start : clause.end]
    return any(
        word in words("past_adverb") and before not in ("(", ",")  # in brackets: who it was, "AenM (voorheen JenV)"
        for before, word in zip(["", *inside], inside, strict=False)
    )


def _plain_noun(frame: Frame) -> bool:
    """Whether the cue is a noun that stands for itself: what the clause denies of it does not deny whose it is."""
    return bool(frame.nouns) and "handover" not in frame.flags


def _denied_noun(scene: Scene, use: Use) -> bool:
    """Whether the noun's phrase is denied: "zonder regie", "niet langer een taak", "nooit een wettelijke taak"."""
    start = max(scene.sentence.start, use.verb - 2)
    while start > scene.sentence.start and scene.doc[start].pos_ in ("DET", "ADJ", "ADV"):
        start -= 1
    return any(word in NEGATION | {"zonder"} for word in scene.tokens[start : use.verb])


def negated(scene: Scene, clause: Clause, use: Use) -> bool:
    """Whether a negation holds for the whole clause and not for one phrase in it ("niet bij X maar bij Y")."""
    if NEGATION.isdisjoint(scene.vocabulary(clause)):
        return False
    for k in range(clause.start, clause.end):
        if scene.tokens[k] not in NEGATION:
            continue
        following = k + 1
        while following < clause.end and scene.tokens[following] in words("ended"):
            following += 1
        if following >= clause.end:
            return True
        own = following in (use.verb, *use.words)
        if any(argument.first == following and argument.denied for argument in scene.actors):
            continue
        pronoun = following + 1 < len(scene.doc) and scene.tokens[following + 1] in ("hem", "haar", "hen", "ons")
        token = scene.doc[following]
        if own or not (token.pos_ in ("ADP", "DET", "PROPN") or pronoun) or scene.tokens[k] == "geen":
            return True
        if not _contrasted(scene, clause, k):
            return True
    return False


def limits(scene: Scene, clause: Clause) -> bool:
    """Whether only that it is no more, or nobody else, is denied: "is niet alleen verantwoordelijk voor de HAR"."""
    inside = scene.tokens[clause.start : clause.end]
    return any(a in NEGATION and (b in words("only") or b == "meer") for a, b in pairwise(inside))


def _contrasted(scene: Scene, clause: Clause, k: int) -> bool:
    """Whether the denied phrase has its affirmed counterpart: "niet A maar B", "B en niet A", "B, niet A"."""
    before = scene.tokens[k - 1] if k else ""
    return before in ("en", ",", "maar", "-", "–", "dus") or any(
        word in words("contrast") for word in scene.tokens[k : clause.end]
    )


@once
def _wishes(scene: Scene, clause: Clause) -> tuple[int, ...]:
    """The words by which a party wishes or proposes what the clause says ("pleit voor", "wil dat", "vindt dat …")."""
    start = scene.sentence.start if clause.opener is not None else clause.start
    opining = _opining()
    return tuple(k for k in range(start, clause.end) if scene.tokens[k] in opining and opines(scene, k))


@cache
def _opining() -> frozenset[str]:
    """The words that may wish, propose or opine."""
    classes = words("opinion_participle", "fearing", "opinion_noun", "opinion_verb")
    return classes | _ASKING | {second for _, second in _MINDED}


@once
def _refuted(scene: Scene, clause: Clause) -> bool:
    """Whether the sentence tells what is said only to deny it ("onjuist is dat …", "bestrijdt dat …").

    What stands behind a colon or semicolon is told again: "… is een misverstand: daarover beslist het kabinet".
    """
    refuting = words("refuting")
    return any(
        scene.tokens[k] in refuting and not {":", ";"} & set(scene.tokens[k : clause.start])
        for k in range(scene.sentence.start, scene.sentence.end)
    )


def opines(scene: Scene, k: int) -> bool:
    """Whether token `k` is a verb or noun of wish, proposal or opinion, in the use that means it."""
    word = scene.tokens[k]
    if (scene.tokens[k - 1] if k else "", word) in _MINDED:
        return True  # "is van plan de wet in te trekken"
    if word in words("opinion_participle"):
        return True
    if word in words("fearing"):
        return "dat" in scene.tokens[k : scene.sentence.end]
    if word in words("opinion_noun"):
        return k + 1 < len(scene.tokens) and scene.tokens[k + 1] in ("is", "om", "dat", "van", "aan", ",", ":")
    if word in _ASKING and "te" in scene.tokens[k : scene.sentence.end]:
        ahead = scene.tokens[scene.sentence.start : k]
        return any(one in MODAL | FUTURE for one in ahead)  # "zal zo nodig de minister vragen over te gaan tot"
    if word not in words("opinion_verb") or not (is_finite(scene.doc[k]) or _second(scene, k)):
        return False
    if word in ("vindt", "vinden"):
        return "plaats" not in scene.tokens[k:]
    if word == "stelt":
        stop = next((c.start for c in scene.clauses if c.main and c.start > k), scene.sentence.end)
        particle = next((j for j in range(k + 1, stop) if scene.tokens[j] == "voor"), None)
        # "stelt voor met uitruil te beginnen"
        bare = particle == k + 1 and "te" in scene.tokens[k : scene.sentence.end]
        return particle is not None and (bare or _closed(scene, particle)) and "dat" not in scene.tokens[k + 1 : k + 2]
    return k == scene.sentence.start or scene.tokens[k - 1] not in ("na", "op", "de")


def _second(scene: Scene, k: int) -> bool:
    """Whether token `k` stands right behind the subject that opens the sentence: the place of a finite verb."""
    return any(a.first == scene.sentence.start and a.last == k - 1 and a.marker == BARE for a in scene.actors)


def _closed(scene: Scene, k: int) -> bool:
    """Whether nothing that a preposition could govern follows token `k`: it is a particle."""
    return all(part in ("ADP", "PUNCT", "SCONJ", "VERB", "AUX", "CCONJ") for part in scene.parts[k + 1 : k + 2])


@once
def _condition(scene: Scene, clause: Clause) -> str | None:
    """The condition that the sentence puts on the clause."""
    if clause.opener == "mits":
        return None
    for other in scene.clauses:
        if other.start > clause.start and scene.doc[other.start].is_title:
            break  # another sentence begins there
        if other.start >= clause.end and other.opener in words("condition") - {"als", "zolang"}:
            end = scene.clauses[-1].end if other.opener in ("tenzij", "mits") else other.end
            return text_of(scene.doc, other.start, end).rstrip(" .;,")
        if other.end <= clause.start and other.opener in ("indien", "mocht", "als"):
            return text_of(scene.doc, other.start, other.end).rstrip(" .;,")
    found = _PROVISO.search(text_of(scene.doc, scene.sentence.start, scene.sentence.end))
    return found[0].strip() if found else None
