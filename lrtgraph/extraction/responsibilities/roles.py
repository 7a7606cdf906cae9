"""Roles that are named beside an actor: a label ("Trekker: BZK"), a style ("JenV als opsteller"), an apposition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from lrtgraph.extraction.grammar.arguments import BARE, GENITIVE, Argument, instead
from lrtgraph.extraction.grammar.clauses import Clause, is_finite
from lrtgraph.extraction.grammar.lexicon import NEGATION, table, words
from lrtgraph.extraction.grammar.predicates import Use
from lrtgraph.extraction.outcomes.labels import label_at
from lrtgraph.extraction.outcomes.marks.heads import head
from lrtgraph.extraction.outcomes.owners.naming import names_only
from lrtgraph.extraction.responsibilities.frames import Frame
from lrtgraph.extraction.responsibilities.polarity import PLAIN, Polarity, polarity
from lrtgraph.extraction.responsibilities.stated import Stated

if TYPE_CHECKING:
    from lrtgraph.extraction.responsibilities.named import Instrument
    from lrtgraph.extraction.responsibilities.scene import Scene

_SIGN = re.compile(r":|\s[-=]\s")
"""What stands behind a label."""
_THIS = re.compile(
    r"van\s+(?:dit|deze|het|de)\s+(?:dossier|onderwerp|thema|punt|agendapunt|opgave|regeling)", re.IGNORECASE
)
"""Behind a label, that it is of what the item is about."""
_STYLE = Frame(name="styled", kind="task", nouns=frozenset({"als"}))
_STYLED = frozenset({"Law", "Bill", "Decree", "Agreement", "Plan", "Scheme", "PolicyTarget"})


def labelled(scene: Scene) -> Iterator[Stated]:
    """ "brief naar gemeenten (trekker: BZK, i.o.m. JenV)", "Toezicht HAR: COA", "Trekker: COA" behind a sentence."""
    text = scene.text
    start, end = scene.sentence.start_char, scene.sentence.end_char
    for found in _label().finditer(text, start, end) if _SIGN.search(text, start, end) else ():
        before = text[scene.sentence.start_char : found.start()].rstrip()
        if found["open"] is None and before and before[-1] not in ";:,→":
            continue
        kind, role = label_roles()[" ".join(found["label"].lower().split())]
        instrument = _labelled_instrument(scene, found)
        if instrument is None:
            continue
        stop = text.find(")", found.end()) if found["open"] else scene.sentence.end_char
        if _is_unsure(text[found.end() : stop]):
            continue
        for argument in scene.actors:
            if not found.end() <= argument.start < stop or instead(argument):
                continue
            shared = argument.marker not in (BARE, GENITIVE)
            for concept in argument.concepts:
                own = "overlegpartner" if shared else role
                yield Stated(scene, instrument, concept, "label", kind, own, PLAIN, 0.85)


def styled(scene: Scene) -> Iterator[Stated]:
    """ "de provincie als toezichthouder op de taakstelling", "deelt JenV als opsteller": the role behind an actor."""
    for argument in scene.actors:
        k = argument.last + 1
        replaced = scene.tokens[argument.first - 1] == "plaats"  # "in de plaats van Ede als trekker"
        if instead(argument) or replaced or scene.tokens[k : k + 1] != ["als"]:
            continue
        place = next(
            (j for j in range(k + 1, min(k + 4, scene.sentence.end)) if scene.tokens[j] in label_roles()), None
        )
        if place is None:
            continue
        clause = scene.clause_at(argument.first)
        how = polarity(scene, clause, Use("participle", k, ()), _STYLE)
        own = [i for i in scene.instruments if i.first <= place <= i.last or place < i.first <= place + 3]
        kind, _ = label_roles()[scene.tokens[place]]
        topic = scene.topic(_STYLED, place) if kind != "supervision" else None
        instrument = (own[0].concepts[0], 1.0) if own else topic
        asked = scene.tokens[max(0, argument.first - 1)] in ("of", "niet")
        if instrument is not None and how.affirmed and not asked:
            concept, sure = instrument
            yield from _held(scene, place, argument, concept, "styled", 0.8 * sure, how, clause.start)


def apposed(scene: Scene) -> Iterator[Stated]:
    """ "de IND, trekker van de Uitvoeringsagenda,": a role with its instrument between commas behind an actor."""
    for argument in scene.actors:
        k = argument.last + 1
        if instead(argument) or scene.tokens[k : k + 1] not in ([","], ["("]):
            continue
        opening = k + 2 if scene.tokens[k + 1 : k + 2] == ["als"] else k + 1
        place = _role_at(scene, opening)
        if place is None:
            continue
        stop = next((j for j in range(place, scene.sentence.end) if scene.tokens[j] in (",", ")", ";")), place + 14)
        own = _of_role(scene, place, stop)
        if own is None or NEGATION & set(scene.tokens[k:stop]):
            continue
        for instrument in own.concepts:
            yield from _held(scene, place, argument, instrument, "apposition", 0.85)


def posing(scene: Scene) -> Iterator[Stated]:
    """ "Als trekker van de agenda meldt de IND": the subject takes the role; "wijst X aan als" gives it to X."""
    for k in range(scene.sentence.start, scene.sentence.end - 2):
        if scene.tokens[k] != "als" or any(a.last == k - 1 for a in scene.actors):
            continue
        place = _role_at(scene, k + 1)
        own = _of_role(scene, place, place + 9) if place is not None else None
        if place is None or own is None or scene.tokens[k - 1 if k else k] in NEGATION:
            continue
        clause = scene.clause_at(k)
        bare = [a for a in scene.inside(clause) if a.marker == BARE and not instead(a)]
        before = [a for a in bare if a.last < k]
        actor = (before[-1:] if "aan" in scene.tokens[clause.start : k] else before[:1]) or bare[:1]
        how = polarity(scene, Clause(clause.start, clause.end, None), Use("participle", k, ()), _STYLE)
        if actor and how.affirmed:
            yield from _held(scene, place, actor[0], own.concepts[0], "styled", 0.8, how, clause.start)


def noted(scene: Scene) -> Iterator[Stated]:
    """ "HAR: COA (uitvoering), JenV (financiering)", "uitvoering COA, financiering JenV": notes without a verb."""
    verbless = not any(is_finite(token) for token in scene.sentence)
    for argument in scene.actors if verbless else ():
        opens, before = argument.last + 1, argument.first - 1
        if scene.tokens[opens : opens + 1] == ["("]:
            place = _role_at(scene, opens + 1)
            if place is not None and scene.tokens[place + 1 : place + 2] != [")"]:
                continue
        else:
            place = before if before >= scene.sentence.start and scene.tokens[before] in label_roles() else None
        if place is None or instead(argument):
            continue
        named = [i.concepts[0] for i in scene.instruments if i.last < argument.first]
        alone = place == scene.sentence.start == before and not scene.before and not _of_task(scene)
        instrument = named[-1] if named else scene.named.title(scene.block) if alone else None
        if instrument is None:
            continue
        yield from _held(scene, place, argument, instrument, "label", 0.8)


def _held(
    scene: Scene,
    place: int,
    argument: Argument,
    instrument: str,
    rule: str,
    sure: float,
    how: Polarity = PLAIN,
    at: int = -1,
) -> Iterator[Stated]:
    """The part that a role at a place gives to each actor of an argument."""
    kind, role = label_roles()[scene.tokens[place]]
    return (Stated(scene, instrument, actor, rule, kind, role, how, sure, at) for actor in argument.concepts)


def _role_at(scene: Scene, start: int) -> int | None:
    """Where a noun for a role stands: at `start`, or there behind an adjective."""
    for k in range(start, min(start + 2, scene.sentence.end)):
        if scene.tokens[k] in label_roles():
            return k
        if scene.doc[k].pos_ != "ADJ":
            return None
    return None


def _of_role(scene: Scene, place: int, stop: int) -> Instrument | None:
    """The instrument of which a role is one: "trekker van de agenda", "verantwoordelijk voor de HAR"."""
    near = [i for i in scene.instruments if place <= i.first < stop]
    return near[0] if near and (near[0].marker in ("van", "voor", "op", "bij", BARE)) else None


def _labelled_instrument(scene: Scene, found: re.Match[str]) -> str | None:
    """The instrument inside the label, before it in the sentence, or in the sentence before."""
    inside = [i for i in scene.instruments if scene.doc[i.last].idx < found.end()]
    if inside:
        return inside[-1].concepts[0] if found["open"] is None else inside[0].concepts[0]
    if _of_item(scene, found):
        return scene.named.title(scene.block)
    if found["between"] and found["between"].strip():
        return None
    for earlier in reversed(scene.before):
        if earlier.instruments:
            return earlier.instruments[-1].concepts[0]
    return None


def _is_unsure(told: str) -> bool:
    """Whether a note says that it is not known, or only possible: "trekker: nog onbekend, wellicht VNG"."""
    return not words("unknown", "hedge").isdisjoint(re.findall(r"\w+", told.lower()))


def _of_item(scene: Scene, found: re.Match[str]) -> bool:
    """Whether a label with names and no more is a note on the item: "Trekker: VNG", "Eigenaar van dit dossier: MVRO".

    It opens its block, or only such notes stand before it; no task or paper stands right above that it can be of.
    """
    reading, start = scene.reading, scene.sentence.start_char
    between = found["between"].strip()
    if found["label"].lower() == "actiehouder" or (between and _THIS.fullmatch(between) is None):
        return False
    if scene.text[start : found.start()].strip() or not names_only(
        reading, scene.block, found.end(), scene.sentence.end_char
    ):
        return False
    return all(_label().match(one.text, one.sentence.start_char) for one in scene.before) and not _of_task(scene)


def _of_task(scene: Scene) -> bool:
    """Whether a note stands in a list of outcomes, or below a line that tells a task or of a paper."""
    reading, block = scene.reading, scene.reading.layout.blocks[scene.block]
    title = block.section or (reading.layout.agenda[block.item].title if block.item is not None else "")
    if block.cells or head(title).outcomes:
        return True
    above = reading.layout.blocks[scene.block - 1] if scene.block else None
    if above is None or above.item != block.item or above.kind in ("heading", "subheading"):
        return False
    told = set(re.findall(r"\w+", above.text.lower()))
    return label_at(above.text, 0, len(above.text)) is not None or not told.isdisjoint(words("paper"))


@cache
def label_roles() -> dict[str, tuple[str, str]]:
    """The kind and the words of the part that each label stands for.

    >>> label_roles()["trekkers"], label_roles()["toezicht"]
    (('drafting', 'trekker'), ('supervision', 'toezicht'))
    """
    return {row["label"]: (row["kind"], row["role"]) for row in table("role_labels")}


@cache
def _label() -> re.Pattern[str]:
    labels = "|".join(sorted((label.replace(" ", r"\s+") for label in label_roles()), key=len, reverse=True))
    return re.compile(
        rf"(?P<open>\(\s*)?\b(?P<label>{labels})\b(?P<between>[^:().]{{0,60}})(?::|\s[-=]\s)\s*",
        re.IGNORECASE,
    )
