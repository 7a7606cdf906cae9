"""Archives and mails are opened in a process of its own: whatever one was made to do, it ends, and the rest goes on.

The process is asked for what a container holds and for the bytes of a member, in pickled messages, and answers with
those or with the sentence that refuses them. What takes too long or too much memory ends it, and costs one container
or member; the next question starts another.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import weakref
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lrtgraph.documents.containers import Container, Member, open_container, read_file
from lrtgraph.errors import DocumentError
from lrtgraph.limits import limit_memory

_SECONDS: Final = 60
_MEMORY: Final = 2 * 1024**3
_OUT_OF_MEMORY: Final = 3
_ALARM: Final = getattr(signal, "SIGALRM", 0)  # Windows has none: there is no limit to time
_KEPT_OPEN: Final = 4
_PROGRAM: Final = "from lrtgraph.documents.opening import main; main()"

Chain = tuple[str, ...]
"""The path of a file on disk, and the place of each next one inside the one before."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What a container holds; `is_document` where it says something itself."""

    is_document: bool
    members: tuple[Member, ...]


class Opener:
    """Opens containers and reads what is in them; the process is started when it is first needed."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._end: Callable[[], object] = lambda: None

    def listing(self, chain: Chain) -> Listing:
        """What a container holds. Raises DocumentError where it cannot be opened."""
        found = self._ask("listing", chain)
        assert isinstance(found, Listing)
        return found

    def read(self, chain: Chain) -> bytes:
        """The bytes of a file: on disk, or in a container. Raises DocumentError where they cannot be had."""
        if len(chain) == 1:
            return read_file(Path(chain[0]))
        found = self._ask("read", chain)
        assert isinstance(found, bytes)
        return found

    def _ask(self, what: str, chain: Chain) -> object:
        process = self._process or self._start()
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            pickle.dump((what, chain), process.stdin)
            process.stdin.flush()
            answer = pickle.load(process.stdout)
        except (EOFError, OSError, pickle.UnpicklingError):
            raise DocumentError(_reason(process.wait())) from None
        finally:
            if process.poll() is not None:
                self._process = None
                self._end()
        if isinstance(answer, str):
            raise DocumentError(answer)
        return answer

    def _start(self) -> subprocess.Popen[bytes]:
        path = os.pathsep.join(os.path.abspath(entry) for entry in sys.path)
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", _PROGRAM],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": path},
        )
        self._end = weakref.finalize(self, _end, self._process)
        assert self._process.stdin is not None
        pickle.dump((_SECONDS, _MEMORY), self._process.stdin)
        return self._process


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout):
        try:
            if stream is not None:
                stream.close()
        except OSError:  # what was still to be said to it
            continue


def _reason(code: int) -> str:
    if code == -_ALARM:
        return f"opening it takes too long (stopped after {_SECONDS} seconds); unpack it, or save what is in it"
    if code == _OUT_OF_MEMORY:
        return "opening it takes more memory than a document may take; unpack it, or save what is in it"
    return f"the reader broke down on it (exit {code}); unpack it, or save what is in it"


def main() -> None:
    """Answer questions until there are no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what an interrupt means
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not get between the answers
    seconds, memory = pickle.load(sys.stdin.buffer)
    limit_memory(memory)
    opened = _Opened()
    while True:
        try:
            what, chain = pickle.load(sys.stdin.buffer)
        except EOFError:
            return
        _alarm(seconds)
        try:
            answer = _answer(opened, what, chain)
        except MemoryError:
            os._exit(_OUT_OF_MEMORY)
        _alarm(0)
        pickle.dump(answer, answers, pickle.HIGHEST_PROTOCOL)
        answers.flush()


def _alarm(seconds: int) -> None:
    """End this process after so many seconds, whatever it is doing then; 0: do not."""
    if _ALARM:
        signal.alarm(seconds)


def _answer(opened: _Opened, what: str, chain: Chain) -> Listing | bytes | str:
    try:
        if what == "read":
            return opened.read(chain)
        container = opened.get(chain)
        return Listing(container.is_document, container.members)
    except DocumentError as error:
        return str(error)
    except MemoryError:
        raise
    except Exception as error:  # a fault of ours or of a library: this one is refused, the rest goes on
        said = " ".join(str(error).split())[:200]
        return f"opening it failed ({type(error).__name__}: {said}); unpack it, or save what is in it"


class _Opened:
    """The containers that were opened last: opening one again costs less than keeping hundreds open."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Chain, Container] = OrderedDict()

    def get(self, chain: Chain) -> Container:
        """A container."""
        if chain not in self._kept:
            self._kept[chain] = open_container(chain[-1], Path(chain[0]) if len(chain) == 1 else self.read(chain))
        self._kept.move_to_end(chain)
        while len(self._kept) > _KEPT_OPEN:
            self._kept.popitem(last=False)[1].close()
        return self._kept[chain]

    def read(self, chain: Chain) -> bytes:
        """The bytes of a file: on disk, or in a container."""
        return read_file(Path(chain[0])) if len(chain) == 1 else self.get(chain[:-1]).read(chain[-1])
