"""On which nouns a phrase hangs, and whether it is only the yardstick of what is told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lrtgraph.extraction.anaphora import bare_nouns
from lrtgraph.extraction.grammar.arguments import BARE, GENITIVE
from lrtgraph.extraction.grammar.lexicon import HEBBEN, MODAL, words
from lrtgraph.extraction.outcomes.status import status_of

if TYPE_CHECKING:
    from lrtgraph.extraction.grammar.clauses import Clause
    from lrtgraph.extraction.responsibilities.named import Instrument
    from lrtgraph.extraction.responsibilities.scene import Scene

_PASSED = frozenset({"DET", "ADJ", "ADV", "NUM", "ADP"})
"""What may stand between a noun and the phrase that hangs on it."""
_IT = frozenset({"haar", "hem", "die", "deze", "ze", "het"})
_STEM = 5
"""Letters that a noun shares with its verb: "evaluatie", "evalueren"."""
_BEING = frozenset({"is", "blijft", "wordt", "ligt", "was", "bleef"})
_MADE_FOR = frozenset({GENITIVE, "over", "voor", "bij"})
_ABOUT = frozenset({"over", "tegen", "inzake", "rond", "rondom", "omtrent"})


def governors(scene: Scene, token: int) -> Iterator[tuple[str, str]]:
    """The nouns that the phrase at a token hangs on, the nearest first, each with the preposition in between:
    "toezicht" in "de brief over de evaluatie van het toezicht" hangs on "evaluatie" and on "brief".
    """
    start = scene.sentence.start
    marker, first = scene.phrase(token)
    while marker != BARE and first > start:
        k = _noun_before(scene, first)
        if k is None:
            return
        yield marker, scene.tokens[k]
        marker, first = scene.phrase(k)


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
    marker = scene.marker(token)
    if marker in _ABOUT:
        return True
    return any(noun in words("telling_noun") or between in _ABOUT for between, noun in governors(scene, token))


def done(scene: Scene, clause: Clause) -> bool:
    """Whether the clause tells what has been ("RvS heeft advies gegeven")."""
    return any(
        word in HEBBEN or word in ("gegeven", "uitgebracht", "afgerond", "voltooid")
        for word in scene.tokens[clause.start : clause.end]
    )


def of_another(scene: Scene, k: int) -> bool:
    """Whether the block has just told what the noun at a token is of, and named no instrument: "VNG vraagt om de
    bestuursakkoorden te evalueren. JenV voert de evaluatie uit."
    """
    stem = scene.tokens[k][:_STEM]
    for earlier in reversed(scene.before):
        inside = range(earlier.sentence.start, earlier.sentence.end)
        place = next((j for j in inside if earlier.tokens[j].startswith(stem)), None)
        if place is not None:
            others = (j for j in inside if j != place and earlier.parts[j] == "NOUN" and not earlier.acts(j))
            return not earlier.instruments and any(_foreign(earlier.tokens[j]) for j in others)
    return False


def _foreign(noun: str) -> bool:
    """Whether a noun stands for no instrument and no part of one."""
    return noun not in words("instrument_part", "task_noun", "matter") and noun not in bare_nouns()


def told_before(scene: Scene, clause: Clause) -> bool:
    """Whether a pronoun in a clause points to a paper or a test that the sentence has just told of: "De evaluatie van
    de bestuursakkoorden is vertraagd; AenM heeft haar overgenomen."
    """
    if clause.opener is not None or _IT.isdisjoint(scene.vocabulary(clause)):
        return False
    before = range(scene.sentence.start, clause.start)
    nouns = [k for k in before if scene.parts[k] == "NOUN" and not scene.acts(k)]
    told = (k for k in nouns if scene.marker(k) == BARE)
    first = next(told, None)
    return first is not None and not scene.instruments and scene.tokens[first] in words("telling_noun")


def remaining(scene: Scene, k: int) -> bool:
    """Whether the noun at a token is only of what is left: "een verdeling van de ontbrekende plekken"."""
    return scene.tokens[k + 1 : k + 2] == [GENITIVE] and not words("remaining").isdisjoint(scene.tokens[k + 2 : k + 5])


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
    return clause.main and any(scene.marker(k) == BARE for k in nouns)
