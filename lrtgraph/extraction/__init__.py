"""From a reading of one document to its record of facts: one module a rule family, composed here.

A rule family is a function from a `Reading` (blocks, parses, mentions, meeting, participants) to a tuple of facts.
Families do not know each other, but for what the data asks: who answers for an instrument shows from who decides on it,
is given it as a task and speaks about it, so responsibilities read outcomes and statements, and how outcomes are named;
statements ask what the heads of outcomes make of the blocks below them; and what
outcomes and figures are about shows from what was said before them. Who met, and on what day, is read before, from
the layout alone. `.importlinter` holds these directions.

participants       who sat at the table, by
  seats              the office or organisation that the words behind a name mean
  local_offices      offices that are held at a place
  offices_of_state   ministers and staatssecretarissen by the field they answer for
  full_names         given names and initials before a surname
meeting            which meeting it was: body, date, times, place, by
  letterhead         the head of minutes: labels and their values
  bodies             the bodies that meet, by their names
  table_names        the name of the table in the title
context            all that is known of a document before its facts: what every rule family reads
grammar            what the rules know of Dutch: classes of words, verbs, clauses, arguments
anaphora           bare nouns that stand for the instrument spoken of
members            names behind the word for their kind or office
outcomes           what the meeting settled
statements         who contributed what, as what act
responsibilities   who owns or answers for an instrument
targets            numbers that set or measure a target
subjects           what outcomes and figures are about
papers             which documents are no minutes, and what holds of them
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lrtgraph.extraction.bodies import bodies_of
from lrtgraph.extraction.outcomes import as_meant, outcomes
from lrtgraph.extraction.outcomes.owners.own_table import meeting_table
from lrtgraph.extraction.outcomes.rows.reports import reports
from lrtgraph.extraction.outcomes.rows.said import with_promises
from lrtgraph.extraction.outcomes.rows.tasks import with_tasks
from lrtgraph.extraction.papers import MINUTES, as_paper, kind_of
from lrtgraph.extraction.responsibilities import responsibilities
from lrtgraph.extraction.responsibilities.nobody import unowned
from lrtgraph.extraction.statements import discussed, statements
from lrtgraph.extraction.subjects import with_subjects
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
    meant = as_meant(reading)
    discussion = discussed(reading)
    heard = [one.row for one in discussion]
    settled = with_subjects(reading, heard, with_tasks(reading, outcomes(reading, meant=meant)))
    said = with_promises(meant, statements(reading, discussion), settled)
    record = Record(
        document=reading.document,
        meeting=reading.meeting,
        participants=reading.participants,
        agenda=reading.layout.agenda,
        mentions=reading.mentions,
        outcomes=settled,
        statements=said,
        targets=with_subjects(reading, heard, targets(reading)),
        ownership=responsibilities(reading, settled, said),
        candidates=reading.candidates,
        reports=reports(meant, settled),
        unowned=unowned(reading),
        table=meeting_table(reading, meant),
        province=reading.province if bodies_of(reading.gazetteer).is_provincial(reading.meeting.body) else None,
        lists=tuple((block.start, block.end) for block in reading.layout.blocks if block.kind == "attendance"),
    )
    kind = kind_of(reading, len(settled) + len(said))
    return record if kind == MINUTES else as_paper(record, reading, kind)
