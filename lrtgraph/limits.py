"""How much memory a process that reads what others made may take."""

from __future__ import annotations

from pathlib import Path


def limit_memory(size: int) -> None:
    """Let this process grow by so many bytes and no more; where the system cannot say, there is no limit."""
    try:
        import resource

        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except (ImportError, OSError, ValueError):
        return
    most = pages * resource.getpagesize() + size
    resource.setrlimit(resource.RLIMIT_AS, (most, resource.getrlimit(resource.RLIMIT_AS)[1]))
