"""How much memory a process may take that reads what others made, or writes much of it."""

from __future__ import annotations

import ctypes
from pathlib import Path
from typing import Final

_M_ARENA_MAX: Final = -8  # of mallopt(3), in GNU's malloc.h


def limit_memory(size: int) -> None:
    """Let this process grow by so many bytes and no more; where the system cannot say, there is no limit."""
    try:
        import resource

        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except (ImportError, OSError, ValueError):
        return
    most = pages * resource.getpagesize() + size
    resource.setrlimit(resource.RLIMIT_AS, (most, resource.getrlimit(resource.RLIMIT_AS)[1]))


def share_heap() -> None:
    """Let all threads of this process allocate from one heap, where the C library is GNU's; elsewhere do nothing.

    By default each has its own, and what one has given back another cannot use: the threads of the database that load
    and merge made a build of hundreds of documents a hundred megabytes larger.
    """
    try:
        ctypes.CDLL(None).mallopt(_M_ARENA_MAX, 1)
    except (AttributeError, OSError, TypeError):  # TypeError: Windows has no main program to ask
        return
