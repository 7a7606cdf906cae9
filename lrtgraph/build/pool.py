"""Worker processes and their limits: each job is answered, whatever becomes of the worker that has it."""

from __future__ import annotations

import os
import pickle
import queue
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable, Iterator
from typing import IO, Any, Final, Self

from lrtgraph.build.worker import Broken, Done, Failed, Job, Ready, Text
from lrtgraph.errors import ResourceError
from lrtgraph.resources import Settings

_ENOUGH: Final = 10  # jobs for each worker
# Jobs for each worker that are given out before the first is asked for, so that no worker stands still while what is
# done is written; of large documents, few.
_AHEAD: Final = 32
_LEAST_AHEAD: Final = 2
_LARGE: Final = 4 * 1024**2  # bytes
_STARTING: Final = 300.0  # seconds
_READING: Final = 90.0
_CHARACTERS_A_SECOND: Final = 2000.0  # what extraction is given beyond that, a tenth of what it usually does
_MEMORY: Final = 3 * 1024**3  # bytes that one document may take beyond what the pipeline itself takes
# One thread a worker: numpy's own would only take the processors from each other. It reads this when it is imported.
_ALONE: Final = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
_PROGRAM: Final = "from lrtgraph.build.worker import main; main()"

Answer = Done | Failed


class Pool:
    """As many workers as jobs ask for, at most `settings.jobs`; a context manager that ends them all."""

    def __init__(self, settings: Settings, *, as_record: bool = False) -> None:
        self._settings, self._as_record = settings, as_record
        self._jobs: queue.Queue[Job | None] = queue.Queue()
        self._answers: queue.Queue[tuple[Job, Answer] | BaseException] = queue.Queue()
        self._workers: list[_Worker] = []

    def start(self, count: int) -> int:
        """Let as many workers as so many jobs ask for load what they need, unless they do; return how many there are.

        A second worker is not worth its start for a handful.
        """
        most = max(1, min(self._settings.jobs, count // _ENOUGH))
        while len(self._workers) < most:
            self._workers.append(_Worker(self._settings, self._as_record, self._jobs, self._answers))
        return most

    def run(self, jobs: Iterable[Job], count: int) -> Iterator[tuple[Job, Answer]]:
        """Answer every job, in the order in which they are done; few are taken from `jobs` ahead of time.

        `count` is about how many jobs there are, as for `start`.
        """
        waiting = large = 0
        for job in jobs:
            most = self.start(count)
            self._jobs.put(job)
            waiting += 1
            large += len(job.data)
            while waiting >= most * (_AHEAD if large < _LARGE else _LEAST_AHEAD):
                done, answer = self._next()
                waiting -= 1
                large -= len(done.data)
                yield done, answer
        for _ in range(waiting):
            yield self._next()

    def _next(self) -> tuple[Job, Answer]:
        answer = self._answers.get()
        if isinstance(answer, BaseException):
            raise answer
        return answer

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        for worker in self._workers:
            worker.end()
            self._jobs.put(None)
        for worker in self._workers:
            worker.join()


class _Worker(threading.Thread):
    """A thread that keeps one worker process, and starts another when that ends before its time."""

    def __init__(
        self,
        settings: Settings,
        as_record: bool,
        jobs: queue.Queue[Job | None],
        answers: queue.Queue[tuple[Job, Answer] | BaseException],
    ) -> None:
        super().__init__(daemon=True)
        self._settings, self._as_record = settings, as_record
        self._jobs, self._answers = jobs, answers
        self._process: subprocess.Popen[bytes] | None = None
        self._said: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed when the thread ends
        self._ended = False
        self.start()

    def run(self) -> None:
        """Take jobs until told to end."""
        try:
            self._start()
            while (job := self._jobs.get()) is not None and not self._ended:
                self._answers.put((job, self._answer(job)))
                del job  # its bytes, until the next one comes
        except BaseException as error:
            self._answers.put(error)
        finally:
            self._kill()
            self._said.close()

    def end(self) -> None:
        """Stop now, whatever it is doing."""
        self._ended = True
        self._kill()

    def _answer(self, job: Job) -> Answer:
        process = self._process or self._start()
        try:
            _send(process, job)
            first = self._receive(process, _READING)
            if not isinstance(first, Text):
                return _answer(first)
            return _answer(self._receive(process, _READING + first.characters / _CHARACTERS_A_SECOND))
        except TimeoutError as error:
            return Failed(
                f"reading it takes too long (stopped after {error.args[0]:.0f} seconds); split it", lasting=False
            )
        except (EOFError, OSError, pickle.UnpicklingError):
            self._kill()
            code = process.returncode
            return Failed(f"the reader broke down on it (exit {code}); save it in another format", lasting=False)

    def _start(self) -> subprocess.Popen[bytes]:
        path = os.pathsep.join(os.path.abspath(entry) for entry in sys.path)
        process = subprocess.Popen(
            [sys.executable, "-P", "-c", _PROGRAM],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._said,
            env={**os.environ, **_ALONE, "PYTHONPATH": path, "PYTHONHASHSEED": "0"},
        )
        self._process = process
        try:
            if self._ended:
                raise EOFError
            _send(process, (self._settings, self._as_record, _MEMORY))
            first = self._receive(process, _STARTING)
        except (EOFError, OSError, TimeoutError):
            raise ResourceError(f"a reader process cannot start: {self._last_words()}") from None
        if isinstance(first, Broken):
            raise first.error
        assert isinstance(first, Ready)
        return process

    def _receive(self, process: subprocess.Popen[bytes], seconds: float) -> Any:
        """The process's next message; TimeoutError, and no more process, if it takes too long."""
        assert process.stdout is not None
        late = threading.Event()

        def stop() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(seconds, stop)
        timer.daemon = True
        timer.start()
        try:
            return pickle.load(process.stdout)
        except (EOFError, pickle.UnpicklingError):
            if late.is_set():
                self._kill()
                raise TimeoutError(seconds) from None
            raise
        finally:
            timer.cancel()

    def _last_words(self) -> str:
        self._said.seek(0)
        lines = self._said.read().decode("utf-8", "replace").strip().splitlines()
        return lines[-1] if lines else "it said nothing"

    def _kill(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                try:
                    stream.close()
                except OSError:
                    continue


def _send(process: subprocess.Popen[bytes], message: object) -> None:
    assert process.stdin is not None
    pickle.dump(message, process.stdin, pickle.HIGHEST_PROTOCOL)
    process.stdin.flush()


def _answer(message: object) -> Answer:
    assert isinstance(message, Done | Failed)
    return message
