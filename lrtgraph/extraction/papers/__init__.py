"""Papers around a meeting that are no minutes: agendas, notes, invitations and letters; how they are known and read."""

from __future__ import annotations

from lrtgraph.extraction.papers.facts import as_paper
from lrtgraph.extraction.papers.kinds import MINUTES, kind_of

__all__ = ["MINUTES", "as_paper", "kind_of"]
