"""A process that reads documents for a build, so that no document can take the build down with it.

It is started with its settings on standard input and answers there too, in pickled messages: jobs come in, `Text`
(the bytes were read, so many characters) and then `Done` or `Failed` go out. It ends when its input ends.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
from dataclasses import dataclass, field
from typing import IO, Any, Final

from lrtgraph.build.published import published
from lrtgraph.errors import DocumentError, LrtgraphError
from lrtgraph.limits import limit_memory
from lrtgraph.notations import is_person
from lrtgraph.records import Metadata, Record
from lrtgraph.resources import Settings

# After which Python looks for reference cycles among them: with its own 700, that is a twentieth of the work on a
# document, which leaves hardly any, and an eighth of the start, which leaves none.
_NEW_OBJECTS: Final = 50_000


@dataclass(frozen=True, slots=True)
class Job:
    """A document to read: its path (to tell it by), name, bytes and what is known from outside."""

    path: str
    name: str
    data: bytes
    metadata: Metadata


@dataclass(frozen=True, slots=True)
class Ready:
    """The pipeline is loaded."""


@dataclass(frozen=True, slots=True)
class Text:
    """The bytes are read; the text has so many characters."""

    characters: int


@dataclass(frozen=True, slots=True)
class Done:
    """What was taken from the document: its quads as TriG or its record as JSON, and facts by kind.

    With the quads come what follows from them alone: `edges`, the TriG that goes in with that of a document that is
    not in the graph yet, and `passages`, what the search index takes, packed.
    """

    facts: dict[str, int]
    record: dict[str, Any] = field(default_factory=dict)
    quads: bytes = b""
    edges: bytes = b""
    passages: bytes = b""


@dataclass(frozen=True, slots=True)
class Failed:
    """The document cannot be read; `lasting` if it never can, with these tools."""

    reason: str
    lasting: bool


@dataclass(frozen=True, slots=True)
class Broken:
    """The worker cannot start."""

    error: LrtgraphError


def main() -> None:
    """Serve jobs until there are no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what an interrupt means
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not get between the answers
    jobs = sys.stdin.buffer
    settings, as_record, memory = pickle.load(jobs)
    gc.set_threshold(_NEW_OBJECTS)
    try:
        from lrtgraph.build.reader import Reader

        reader = Reader(settings)
    except LrtgraphError as error:
        _send(answers, Broken(error))
        return
    gc.freeze()  # what is loaded stays: looking through it for reference cycles takes longer than reading a page
    limit_memory(memory)
    _send(answers, Ready())
    while True:
        try:
            job = pickle.load(jobs)
        except EOFError:
            return
        _send(answers, _answer(reader, job, settings, as_record, answers))


def _answer(reader: Any, job: Job, settings: Settings, as_record: bool, answers: IO[bytes]) -> Done | Failed:
    from lrtgraph.documents import read

    try:
        document = read(job.name, job.data, job.metadata)
        _send(answers, Text(len(document.text)))
        record = reader.read(document)
        return _done(record, reader, settings, as_record)
    except DocumentError as error:
        return Failed(str(error), lasting=True)
    except MemoryError:
        return Failed("reading it takes more memory than a document may take; split it", lasting=False)
    except RecursionError:
        return Failed("it is nested too deep to be read; save its text in another format", lasting=True)
    except Exception as error:  # a fault of ours or of a library: this document is refused, the rest goes on
        said = " ".join(str(error).split())[:200]
        return Failed(f"reading it failed ({type(error).__name__}: {said}); save it in another format", lasting=False)


def _done(record: Record, reader: Any, settings: Settings, as_record: bool) -> Done:
    from lrtgraph import rdf
    from lrtgraph.derivation import with_edges
    from lrtgraph.rdf.stands import stands
    from lrtgraph.search_index import packed, prepared

    facts = {
        "mentions": len(record.mentions),
        "attendance": len(record.participants),
        "outcomes": len(record.outcomes),
        "statements": len(record.statements),
        "targets": len(record.targets),
        "responsibilities": len(record.ownership),
    }
    if as_record:
        return Done(facts, record=published(record))
    said = [stand.speakers for statement in record.statements for stand in stands(statement)]
    named = [(mention.concept,) for mention in record.mentions]
    for kind, who in (("statements", said), ("mentions", named)):
        kept = (settings.with_persons or any(not is_person(actor) for actor in actors) for actors in who)
        facts[kind] = sum(kept)
    written = rdf.trig(record, reader.gazetteer, with_persons=settings.with_persons)
    return Done(facts, quads=written.trig, edges=with_edges(written.facts), passages=packed(prepared(written.told)))


def _send(answers: IO[bytes], message: object) -> None:
    pickle.dump(message, answers, pickle.HIGHEST_PROTOCOL)
    answers.flush()
