"""Papers around a meeting that are no minutes: agendas, notes, invitations and letters; how they are known and read.

letters   what a text has of a letter
kinds     what kind of document it is, by its form
facts     what holds of a paper: which meeting it is for, agenda, names, figures, who answers for what
"""

from __future__ import annotations

from lrtgraph.extraction.papers.facts import as_paper
from lrtgraph.extraction.papers.kinds import MINUTES, kind_of

__all__ = ["MINUTES", "as_paper", "kind_of"]
