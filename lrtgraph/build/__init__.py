"""From documents to the graph: the orchestrator, its workers, its journal and its report.

Importing this package does not load spaCy; only the worker processes do. It may be called: `lrtgraph.build(...)` is
the function `build` below.

tools        what documents are read with
planning     which documents have to be read
reader       the stages in their order, from a document to its record
published    records in the extraction schema
worker       a process that reads documents
pool         worker processes and their limits
running      the build itself
journal      what was read when, from where and with what
knowledge    the ontology and the gazetteer in the graph
removing     taking documents out
report       what a build did
extracting   records without a store
"""

from __future__ import annotations

import sys
from types import ModuleType

from lrtgraph.build.extracting import extract
from lrtgraph.build.removing import remove
from lrtgraph.build.report import Progress, Refused, Report
from lrtgraph.build.running import build

__all__ = ["Progress", "Refused", "Report", "build", "extract", "remove"]


class _Callable(ModuleType):
    """`lrtgraph.build(...)` is the function of this package's name, also once the package itself is imported."""

    __call__ = staticmethod(build)


sys.modules[__name__].__class__ = _Callable
