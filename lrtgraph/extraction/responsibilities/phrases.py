"""On which nouns a phrase hangs, and whether it is only the yardstick of what is told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lrtgraph.extraction.grammar.arguments import BARE, GENITIVE, phrase
from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.grammar.verbs import HEBBEN, MODAL
from lrtgraph.extraction.outcomes.status import status_of

if TYPE_CHECKING:
    from lrtgraph.extraction.grammar.clauses import Clause
    from lrtgraph.extraction.responsibilities.scene import Instrument, Scene

_PASSED = frozenset({"DET", "ADJ", "ADV", "NUM", "ADP"})
"""What may stand between a noun and the phrase that hangs on it."""
_BEING = frozenset({"is", "blijft", "wordt", "ligt", "was", "bleef"})
_MADE_FOR = frozenset({GENITIVE, "over", "voor", "bij"})
_ABOUT = frozenset({"over", "tegen", "inzake", "rond", "rondom", "omtrent"})


def governors(scene: Scene, token: int) -> Iterator[tuple[str, str]]:
    """The nouns that the phrase at a token hangs on, the nearest first, each with the preposition in between:
    "toezicht" in "de brief over de evaluatie van het toezicht" hangs on "evaluatie" and on "brief".
    """
    start = scene.sentence.start
    marker, first = phrase(scene.doc, token, scene.sentence.start_char)
    while marker != BARE and first > start:
        k = _noun_before(scene, first)
        if k is None:
            return
        yield marker, scene.tokens[k]
        marker, first = phrase(scene.doc, k, scene.sentence.start_char)


def _noun_before(scene: Scene, first: int) -> int | None:
    """The noun that stands before token `first`, behind an actor at most: "de brief van JenV over …"."""
    k = first - 1
    while k >= scene.sentence.start:
        acting = next((a for a in scene.actors if a.first <= k <= a.last and a.marker != BARE), None)
        if acting is not None:
            k = acting.first - 1
        elif scene.parts[k] == "NOUN":
            return k
        elif scene.parts[k] in _PASSED and k == first - 1:
            k -= 1
        else:
            return None
    return None


def told_of(scene: Scene, token: int) -> bool:
    """Whether the noun at a token is only what a paper, a test or a talk is about: "de brief over de bekostiging",
    "de evaluatie van het toezicht", "vragen over de taak". What becomes of those does not become of it.
    """
    marker, _ = phrase(scene.doc, token, scene.sentence.start_char)
    if marker in _ABOUT:
        return True
    return any(noun in words("telling_noun") or between in _ABOUT for between, noun in governors(scene, token))


def done(scene: Scene, clause: Clause) -> bool:
    """Whether the clause tells what has been ("RvS heeft advies gegeven")."""
    return any(
        word in HEBBEN or word in ("gegeven", "uitgebracht", "afgerond", "voltooid")
        for word in scene.tokens[clause.start : clause.end]
    )


def product_for(scene: Scene, instrument: Instrument) -> str | None:
    """The noun for what is made for an instrument: "factsheet over de HAR", "Q&A Spreidingswet"; None for others."""
    nouns = words("product")
    if instrument.head in nouns and instrument.marker in _MADE_FOR:
        return instrument.head
    before = scene.tokens[instrument.first - 1] if instrument.first > scene.sentence.start else ""
    return before if before in nouns else None


def reported_done(scene: Scene, k: int) -> bool:
    """Whether behind a task stands that it is done or dropped: "Factsheet HAR (RVB): gereed"."""
    told = scene.doc[k + 1 : scene.sentence.end].text if scene.tokens[k : k + 1] == [":"] else ""
    return status_of(told) == "closed"


def subject_infinitive(scene: Scene, clause: Clause, token: int) -> bool:
    """Whether a form in -en is no doing of anybody here but what the clause is about: "de taakstelling halen blijft de
    verantwoordelijkheid van gemeenten".
    """
    if not scene.tokens[token].endswith("en") or scene.tokens[max(0, token - 1)] == "te":
        return False
    being = next((k for k in range(token + 1, clause.end) if scene.tokens[k] in _BEING), None)
    if being is None or not MODAL.isdisjoint(scene.vocabulary(clause)):
        return False
    doing = any(a.marker == BARE and clause.start <= a.first < being for a in scene.actors)
    return not doing and clause.opener not in words("relative") - {"dat"}


def has_own_subject(scene: Scene, clause: Clause) -> bool:
    """Whether a coordinated main clause has a noun before its verb, and so a subject of its own: "…, maar de regie op
    de uitruil is bij de PRT neergelegd", not "en moet nog worden vastgesteld".
    """
    verb = next((k for k in range(clause.start, clause.end) if scene.finite[k]), clause.start)
    nouns = (k for k in range(clause.start + 1, verb) if scene.parts[k] in ("NOUN", "PROPN"))
    return clause.main and any(phrase(scene.doc, k, scene.sentence.start_char)[0] == BARE for k in nouns)
