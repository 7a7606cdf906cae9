"""Files that are there whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def written_whole(path: Path) -> Iterator[Path]:
    """A file beside `path` to write to, which takes its place in the end; what was there stays until then.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with written_whole(Path(folder, "a.csv")) as part:
    ...         _ = part.write_text("id,kind,label")
    ...     [each.name for each in Path(folder).iterdir()]
    ['a.csv']

    Nothing is left beside it where writing fails. Raises OSError, before the work where the place cannot be written.
    """
    target = path.resolve()
    part = target.with_name(f"{target.stem}.part{os.getpid()}{target.suffix}")
    try:
        part.touch()
        yield part
        part.replace(target)
    finally:
        with suppress(OSError):  # a disk that cannot be written to holds no half file either
            part.unlink(missing_ok=True)
