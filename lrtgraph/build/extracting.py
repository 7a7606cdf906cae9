"""Records of documents, without a store."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import Any

from lrtgraph.build.pool import Pool
from lrtgraph.build.report import Refused, present
from lrtgraph.build.worker import Done, Job
from lrtgraph.documents.sources import Source, find
from lrtgraph.errors import DocumentError
from lrtgraph.resources import Settings


def extract(paths: Iterable[str | os.PathLike[str]], settings: Settings) -> Iterator[dict[str, Any] | Refused]:
    """The extraction record of each document, in the order of the paths, or why it was refused; first what is missing.

    A record is a mapping of plain values, as JSON has them: `source`, `meeting`, `participants`, `agenda`, `mentions`,
    `outcomes`, `statements`, `targets`, `ownership`. `start` and `end` count characters of the document's text.

    >>> for record in extract(["examples/minutes/001_b02e470687c8b965.txt"], Settings()):
    ...     print(record["source"], record["meeting"]["date"], len(record["agenda"]))
    001_b02e470687c8b965.txt 2022-11-09 6

    Raises InputError where no path exists, ModelError or GazetteerError.
    """
    there, missing = present(paths)
    sources = list(find(there))
    yield from missing
    waiting: dict[str, dict[str, Any] | Refused] = {}
    following = 0

    def jobs() -> Iterator[Job]:
        for source in sources:
            if (job := _job(source, waiting)) is not None:
                yield job

    with Pool(settings, as_record=True) as pool:
        for job, answer in pool.run(jobs(), len(sources)):
            waiting[job.path] = answer.record if isinstance(answer, Done) else Refused(job.path, answer.reason)
            while following < len(sources) and sources[following].path in waiting:
                yield waiting.pop(sources[following].path)
                following += 1
    for source in sources[following:]:
        yield waiting.pop(source.path)


def _job(source: Source, refused: dict[str, dict[str, Any] | Refused]) -> Job | None:
    """The job of a source; what cannot be opened is refused instead."""
    try:
        return Job(source.path, source.name, source.read(), source.metadata)
    except DocumentError as error:
        refused[source.path] = Refused(source.path, str(error))
        return None
