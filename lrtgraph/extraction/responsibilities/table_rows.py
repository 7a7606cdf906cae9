"""Who has which part in a thing by the rows of a table, and by a note in a title.

"Spoor | Trekker" over "HAR | MVRO", the title "HAR (trekker: VNG)".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lrtgraph.dutch.column_heads import column_roles
from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.outcomes.marks.heads import heads_over
from lrtgraph.extraction.outcomes.owners.naming import named, names_only
from lrtgraph.extraction.responsibilities.named import Named
from lrtgraph.extraction.responsibilities.polarity import PLAIN
from lrtgraph.extraction.responsibilities.roles import label_roles, labelled
from lrtgraph.extraction.responsibilities.scene import Scene
from lrtgraph.extraction.responsibilities.stated import Stated

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading
    from lrtgraph.records import Block

_THINGS = frozenset({"topic", "instrument"})
"""What a column holds of which somebody is in charge; who has an action is in charge of that, and not of its matter."""
_OF_ACTION = "actiehouder"
_LONGEST = 8
"""Words of a cell that names a thing and does not tell of it."""


def tabled(reading: Reading) -> Iterator[Stated]:
    """The parts that rows and titles tell; those of a list of outcomes tell who must do a task."""
    heads, things = heads_over(reading), Named(reading)
    for index, block, doc in reading.blocks():
        if not reading.names_actor(index):
            continue
        scene = Scene(reading, index, doc[:], (), things)
        if block.kind in ("heading", "subheading"):
            yield from labelled(scene)
        elif len(block.cells) > 1 and not (index in heads and heads[index].outcomes):
            yield from _by_heads(scene, block)


def _by_heads(scene: Scene, block: Block) -> Iterator[Stated]:
    """ "Instrument | Verantwoordelijke | Uitvoerder" over "HAR | MVRO | COA"."""
    columns = [(head, *cell) for head, cell in zip(block.columns, block.cells, strict=False) if cell[0] < cell[1]]
    things = [(start, end) for head, start, end in columns if column_roles().get(head) in _THINGS]
    instrument = _named_in(scene, *things[0]) if things else None
    if instrument is None:
        return
    for head, start, end in columns:
        if column_roles().get(head) == "text" and head not in label_roles():
            return  # "Onderwerp | Actie | Trekker": of the action
        if head in label_roles() and head != _OF_ACTION:
            yield from _held(scene, instrument, head, start, end)


def _held(scene: Scene, instrument: str, label: str, start: int, end: int) -> Iterator[Stated]:
    """The part of a label, of whom a cell names and nothing else, but for a note in brackets."""
    bracket = scene.text.find("(", start, end)
    end = end if bracket < 0 else bracket
    if not names_only(scene.reading, scene.block, start, end):
        return
    kind, role = label_roles()[label]
    for actor in named(scene.reading, scene.block, start, end):
        if actor != instrument:
            yield Stated(scene, instrument, actor, "column", kind, role, PLAIN, 0.85)


def _named_in(scene: Scene, start: int, end: int) -> str | None:
    """The one instrument that a cell names, if it names that and does not tell of it, nor of a paper about it."""
    mentions = scene.reading.mentions_in(scene.block, start, end)
    inside = [token for token in scene.doc if start <= token.idx < end]
    concepts = {mention.concept for mention in mentions}
    if len(concepts) != 1 or len(inside) > _LONGEST or any(scene.finite[token.i] for token in inside):
        return None
    others = {token.lower_ for token in inside if token.idx < mentions[0].block_start}
    (concept,) = concepts
    return concept if scene.reading.is_instrument(concept) and others.isdisjoint(words("paper")) else None
