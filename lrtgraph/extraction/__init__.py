"""From a reading of one document to its record of facts: one module a rule family, composed here.

A rule family is a function from a `Reading` (blocks, parses, mentions, meeting, participants) to a tuple of facts.
Families do not know each other, with one exception that the data asks for: whoever decides on an instrument or is given
it as a task answers for it, so responsibilities read the outcomes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lrtgraph.extraction.outcomes import outcomes
from lrtgraph.extraction.responsibilities import responsibilities
from lrtgraph.extraction.statements import statements
from lrtgraph.extraction.targets import targets
from lrtgraph.records import Record

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading

__all__ = ["extract"]


def extract(reading: Reading) -> Record:
    """All facts of one document, each family's in the order of the text.

    In: the reading of one document. Out: its record; offsets count characters of `Document.text`. Raises nothing of
    its own: a document without facts gives an empty record.
    """
    settled = outcomes(reading)
    return Record(
        document=reading.document,
        meeting=reading.meeting,
        participants=reading.participants,
        agenda=reading.layout.agenda,
        mentions=reading.mentions,
        outcomes=settled,
        statements=statements(reading),
        targets=targets(reading),
        ownership=responsibilities(reading, settled),
        candidates=reading.candidates,
    )
