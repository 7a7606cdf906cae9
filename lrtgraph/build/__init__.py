"""From documents to the graph: the orchestrator, its workers, its journal and its report.

Importing this package does not load spaCy; only the worker processes do.
"""

from lrtgraph.build.extracting import extract
from lrtgraph.build.removing import remove
from lrtgraph.build.report import Progress, Refused, Report
from lrtgraph.build.running import build

__all__ = ["Progress", "Refused", "Report", "build", "extract", "remove"]
