"""Which instruments stand in the slot that a frame gives them, and which of several."""

from __future__ import annotations

from lrtgraph.extraction.grammar.arguments import BARE, GENITIVE
from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.grammar.predicates import Use
from lrtgraph.extraction.responsibilities.frames import CLASSES, Frame
from lrtgraph.extraction.responsibilities.named import Instrument
from lrtgraph.extraction.responsibilities.scene import Scene

PARTS = words("instrument_part")
"""Nouns for a part or side of an instrument: who answers for the part answers for the instrument in that role."""


def fits(scene: Scene, frame: Frame, instrument: Instrument) -> bool:
    """Whether an instrument stands in a slot of the frame and is of a class that it takes."""
    if not class_fits(scene, frame, instrument.concepts):
        return False
    if "any" in frame.instrument:
        return True
    if "draft" in frame.instrument:
        return instrument.marker == GENITIVE and instrument.head in words("draft_text")
    if instrument.marker in frame.instrument or instrument.outer in frame.instrument - {BARE}:
        return True
    partly = instrument.marker in (GENITIVE, "voor", "over", "tot") and instrument.head in PARTS
    if instrument.head in words("draft_head") and frame.name == "liggen":
        return False  # "bij BZK ligt een voorstel over de bonus": the paper lies there
    partly = partly and "decree" not in frame.instrument  # "neemt kennis van het concept van de AMvB"
    if frame.instrument & ({"object"} | set(CLASSES)):
        if "letter" in frame.instrument and instrument.marker == "in":
            return True
        by_law = instrument.marker in ("op grond van", "krachtens", "ingevolge", "onder")
        lawful = by_law and any(scene.cls(concept) in CLASSES["law"] | {"Agreement"} for concept in instrument.concepts)
        return instrument.marker == BARE or partly or lawful
    if "genitive" in frame.instrument:
        return instrument.marker == GENITIVE
    return False


_USUAL = frozenset({"op", "voor", "onder", "van", "over", "tot"})


def preferred(scene: Scene, fitting: list[Instrument], frame: Frame, use: Use) -> Instrument:
    """The one behind a preposition of the frame or a fitting one, else the nearest to the cue."""

    def rank(instrument: Instrument) -> tuple[int, int, int]:
        apart = instrument.first > use.last and "," in scene.tokens[use.last : instrument.first]
        wanted = instrument.marker in frame.instrument or instrument.marker in _USUAL
        return (int(apart), 0 if wanted else 1, min(abs(instrument.first - k) for k in (use.verb, *use.words)))

    return min(fitting, key=rank)


def class_fits(scene: Scene, frame: Frame, concepts: tuple[str, ...]) -> bool:
    """Whether a frame takes one of some instruments, by its class."""
    classes = frame.classes
    return not classes or any(scene.cls(concept) in classes for concept in concepts)
