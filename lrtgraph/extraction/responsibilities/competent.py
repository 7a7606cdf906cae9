"""Who acts within a known competence: the COA where places are taken over, the province where it oversees.

Minutes seldom say who answers for what everybody at the table knows. `data/competences.csv` holds who does what under
which instrument; where a clause has that actor in one of its places, with a word of the matter, and the instrument is
spoken of, the document shows that he does it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, cast

from lrtgraph.extraction.anaphora import recent
from lrtgraph.extraction.arguments import BARE, Argument, instead
from lrtgraph.extraction.lexicon import table, words
from lrtgraph.extraction.responsibilities.actors import posed, subject_of
from lrtgraph.extraction.responsibilities.frames import Frame
from lrtgraph.extraction.responsibilities.polarity import polarity
from lrtgraph.extraction.responsibilities.scene import concepts_of, once
from lrtgraph.extraction.responsibilities.stated import Stated
from lrtgraph.extraction.statements.lexicon import sightings
from lrtgraph.extraction.verbs import Use
from lrtgraph.records import RoleKind

if TYPE_CHECKING:
    from lrtgraph.extraction.clauses import Clause
    from lrtgraph.extraction.responsibilities.scene import Scene


@dataclass(frozen=True, slots=True)
class Competence:
    """One row: who acts under which instruments, behind which prepositions, and the words of the matter.

    `matter` holds whole words, `beginnings` and `endings` parts of words, all in lower case.
    """

    instruments: frozenset[str]
    actors: frozenset[str]
    places: frozenset[str]
    matter: frozenset[str]
    beginnings: tuple[str, ...]
    endings: tuple[str, ...]
    kind: RoleKind
    role: str

    def concerns(self, word: str) -> bool:
        """Whether a lower-case word is one of the matter.

        >>> taken_over = next(row for row in competences()["COA"] if "CNO" in row.instruments)
        >>> taken_over.concerns("overneemt"), taken_over.concerns("vervangende"), taken_over.concerns("vergadering")
        (True, True, False)
        """
        return word in self.matter or word.startswith(self.beginnings) or word.endswith(self.endings)


@cache
def competences() -> dict[str, tuple[Competence, ...]]:
    """The rows of the table by actor, in its order. Raises ResourceError where it is missing."""
    index: dict[str, list[Competence]] = {}
    for row in table("competences"):
        competence = _competence(row)
        for actor in sorted(competence.actors):
            index.setdefault(actor, []).append(competence)
    return {actor: tuple(found) for actor, found in index.items()}


def _competence(row: dict[str, str]) -> Competence:
    matter = row["matter"].split("/")
    return Competence(
        instruments=frozenset(row["instrument"].split("/")),
        actors=frozenset(row["actor"].split("/")),
        places=frozenset(BARE if place == "bare" else place for place in row["place"].split("/")),
        matter=frozenset(word for word in matter if "*" not in word),
        beginnings=tuple(word[:-1] for word in matter if word.endswith("*")),
        endings=tuple(word[1:] for word in matter if word.startswith("*")),
        kind=cast("RoleKind", row["kind"]),
        role=row["role"],
    )


_SURE = 0.6
"""How sure a competence is, as measured on minutes that the table was not made from."""
_FAR = 0.4
"""How sure it is where only an earlier paragraph of the agenda item names the instrument."""
_LONGEST = 60
"""Tokens of a clause; what is longer is a list or a table."""
_NEAR = 12
"""How many paragraphs back an instrument is still spoken of."""
_IDLE = words("lacking") | words("perceiving")
"""Words of a clause that tells what somebody has, gets or thinks, and not what he does."""
_JUDGING = frozenset({"steunt", "bezwaar", "vraagt"})
"""Acts of a clause in which somebody speaks of a matter and does not see to it."""
_ASSEMBLIES = ("raad", "raden", "college", "colleges")
_PERSONS = frozenset({"hij", "zij", "ze", "hijzelf", "zijzelf"})
"""Pronouns for who was spoken of."""
_TOLD = 0.5
"""From which certainty on what a sentence states of an actor is all that it says of him."""


def competent(scene: Scene, stated: Collection[Stated]) -> Iterator[Stated]:
    """The competences that the clauses of a sentence show somebody to act in, of whom it states nothing else."""
    told = {item.actor for item in stated if item.confidence >= _TOLD}
    for clause in scene.clauses:
        if clause.end - clause.start > _LONGEST or _judges(scene, clause):
            continue
        for argument in _acting(scene, clause):
            if not (instead(argument) or argument.denied):
                for actor in argument.concepts:
                    if actor not in told:
                        yield from _shown(scene, clause, argument, actor)


def _acting(scene: Scene, clause: Clause) -> Iterator[Argument]:
    """The actors of a clause: its own, and the one that the pronoun in the place of its subject points to.

    What somebody acts as is no other actor: "brengt de commissaris als Rijksheer verslag uit".
    """
    own = [a for a in scene.inside(clause) if a.first < clause.end]
    named = [a for a in own if not posed(scene, a)]
    meant = None
    if _pronominal(scene, clause) or (_goes_on(scene, clause) and not any(a.marker == BARE for a in named)):
        meant = subject_of(scene, clause, Use("finite", clause.start, ()))
    yield from named if named or meant else own
    if meant is not None:
        yield replace(meant, marker=BARE)


def _pronominal(scene: Scene, clause: Clause) -> bool:
    """Whether the clause has a pronoun for who was spoken of."""
    return any(scene.tokens[k] in _PERSONS and scene.parts[k] == "PRON" for k in range(clause.start, clause.end))


def _goes_on(scene: Scene, clause: Clause) -> bool:
    """Whether the clause shares the subject of the main clause before it: "COA steunt dit en past … aan"."""
    verb = any(scene.finite[clause.start + 1 : clause.start + 2])
    shared = verb and scene.tokens[clause.start] in words("coordinator")
    return shared and any(c.end == clause.start and c.main for c in scene.clauses)


@once
def _judges(scene: Scene, clause: Clause) -> bool:
    """Whether the clause tells that somebody is for or against something, or wants to know it."""
    finite = (k for k in range(clause.start, clause.end) if scene.finite[k])
    return any(
        found.frame.act in _JUDGING and found.sure
        for k in finite
        for found in sightings(scene.tokens, clause.start, clause.end, k)[:1]
    )


def _shown(scene: Scene, clause: Clause, argument: Argument, actor: str) -> Iterator[Stated]:
    """The competences under the instruments that are named nearest."""
    rows = [row for row in competences().get(actor, ()) if argument.marker in row.places]
    rows = [row for row in rows if _concerned(scene, clause, argument, row)]
    how = polarity(scene, clause, Use("finite", clause.start, ()), _frame()) if rows else None
    if how is None or how.past or not how.affirmed or not _IDLE.isdisjoint(scene.vocabulary(clause)):
        return
    for sure, concepts in _spoken_of(scene, clause):
        found = [(row, concept) for concept in concepts for row in rows if concept in row.instruments]
        for row, concept in found:
            yield Stated(scene, concept, actor, "competence", row.kind, row.role, how, sure, clause.start)
        if found:
            return


def _concerned(scene: Scene, clause: Clause, argument: Argument, row: Competence) -> bool:
    """Whether a word of the matter stands in the clause or the infinitive behind it, outside all names."""
    behind = _infinitive(scene, clause)
    taken = {k for i in scene.instruments_in(clause) for k in range(i.first, i.last + 1)}
    taken.update(range(argument.first, argument.last + 1))
    places = (k for k in range(clause.start, behind.end) if k not in taken)
    return any(row.concerns(scene.tokens[k]) and not _of_others(scene, clause, k, argument) for k in places)


@once
def _infinitive(scene: Scene, clause: Clause) -> Clause:
    """The infinitive that a clause ends in ("… om tot een verdeling te komen"), else the clause itself."""
    behind = next((c for c in scene.clauses if c.start == clause.end and c.opener == "om"), clause)
    return behind if behind.end - clause.start <= _LONGEST else clause


def _of_others(scene: Scene, clause: Clause, k: int, argument: Argument) -> bool:
    """Whether a noun is somebody else's, or about something else: "het besluit van de raad", "de brief over …"."""
    following = scene.tokens[k + 1 : k + 4]
    if following[:1] != ["van"]:
        return following[:1] == ["over"]
    others = (a for a in scene.inside(clause) if a is not argument)
    return any(word.endswith(_ASSEMBLIES) for word in following) or any(a.first == k + 1 for a in others)


def _spoken_of(scene: Scene, clause: Clause) -> Iterator[tuple[float, tuple[str, ...]]]:
    """The instruments spoken of in a clause with how sure that is, those named nearest first.

    Nearest are those of the clause, then of its sentence, of the sentences before it, of the agenda item's title, of
    an earlier paragraph of the item.
    """
    yield _SURE, concepts_of(scene.instruments_in(clause))
    yield _SURE, concepts_of(scene.instruments)
    yield _SURE, scene.named_before
    title = scene.named.title(scene.block)
    yield _SURE, () if title is None else (title,)
    paragraph = recent(scene.reading, scene.block, reach=_NEAR)
    yield _FAR, () if paragraph is None else (paragraph,)


@cache
def _frame() -> Frame:
    return Frame("competence", (), frozenset(), frozenset(), frozenset(), "execution", "", frozenset({"power"}))
