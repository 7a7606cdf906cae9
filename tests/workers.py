"""Reader processes that outlive a build: to start one takes seconds, more than what most builds of tests read.

They are those of the program, with its limits and its messages; only when a build is done with one, the next takes it.
"""

from __future__ import annotations

import subprocess
import threading
from typing import ClassVar

from lrtgraph.build import pool
from lrtgraph.build.worker import Job

Kind = tuple[bool, bool]
MEMORY = pool._MEMORY


class KeptWorker(pool._Worker):
    """A worker that leaves its process to the next one, unless it is ended while it reads."""

    waiting: ClassVar[dict[Kind, subprocess.Popen[bytes]]] = {}
    _turn = threading.Lock()
    _reads = False

    @property
    def _kind(self) -> Kind | None:
        """What the process was started with; nothing where a test has its own names, model or limits."""
        own = self._settings.gazetteers or self._settings.model or pool._MEMORY != MEMORY
        return None if own else (self._settings.with_persons, self._as_record)

    def _start(self) -> subprocess.Popen[bytes]:
        process = self.waiting.pop(self._kind, None) if self._kind else None
        if process is None or process.poll() is not None:
            before, self._reads = self._reads, True  # one that is ended while it starts is of no use to the next
            try:
                return super()._start()
            finally:
                self._reads = before
        self._process = process
        return process

    def _answer(self, job: Job) -> pool.Answer:
        with self._turn:
            self._reads = True
        answer = super()._answer(job)
        with self._turn:
            self._reads = False
        return answer

    def _kill(self) -> None:
        with self._turn:
            process = self._process
            if process and not self._reads and process.poll() is None and self._kind and self._kind not in self.waiting:
                self.waiting[self._kind] = process
                self._process = None
        super()._kill()


def end_waiting() -> None:
    """End the processes that no build has taken."""
    while KeptWorker.waiting:
        _, process = KeptWorker.waiting.popitem()
        process.communicate()
