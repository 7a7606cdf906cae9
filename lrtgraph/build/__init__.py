"""From documents to the graph: the orchestrator, its workers, its journal and its report.

Importing this package does not load spaCy; only the worker processes do. It may be called: `lrtgraph.build(...)` is
the function `build` below.
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
