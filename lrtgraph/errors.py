"""The errors that lrtgraph raises, each with one sentence that says what to do.

    LrtgraphError
    ├── InputError              the user's words, files or settings are off
    │   ├── DocumentError       a document cannot be read (the others still go in)
    │   ├── GazetteerError      a gazetteer file is not what it should be
    │   ├── ModelError          a spaCy pipeline is missing or lacks what the rules need
    │   ├── QueryError          a query, its header or its parameters are wrong
    │   └── UnknownNameError    no concept has this name; near misses are in `suggestions`
    ├── StoreError              the graph cannot be opened or written
    │   ├── NoStoreError        there is no graph yet
    │   ├── StoreLockedError    another process is writing
    │   ├── StoreFullError      there is no room on the disk
    │   └── StoreVersionError   the graph was made by a version this one cannot read
    └── ResourceError           a file that belongs to the package is not there

The command line prints the message and exits with 2; a library user catches `LrtgraphError`.
"""

from __future__ import annotations

import shlex


class LrtgraphError(Exception):
    """Root of all errors raised on purpose by lrtgraph; its message is one sentence for a person."""


class InputError(LrtgraphError):
    """Something the user gave is wrong."""


class DocumentError(InputError):
    """A document cannot be read; `reason` is for the build report."""


class GazetteerError(InputError):
    """A gazetteer file cannot be used."""


class ModelError(InputError):
    """A spaCy pipeline cannot be found or lacks a component the rules need."""


class QueryError(InputError):
    """A query cannot be parsed, is not allowed, or got a wrong parameter."""


class UnknownNameError(InputError):
    """A name that no concept carries.

    `suggestions` holds the labels that come near, best first; possibly none. `listed` is the command that lists what
    has names; without it, the one that searches the documents is named.

    >>> print(UnknownNameError("Spredingswet", ("Spreidingswet",)))
    unknown name 'Spredingswet'; did you mean Spreidingswet?
    >>> print(UnknownNameError("zeppelin"))
    unknown name 'zeppelin'; `lrtgraph search zeppelin` looks for the words in the documents
    """

    def __init__(self, name: str, suggestions: tuple[str, ...] = (), listed: str | None = None) -> None:
        self.name = name
        self.suggestions = suggestions
        near = f"did you mean {' or '.join(suggestions)}?" if suggestions else ""
        hint = f"`{listed}` lists them" if listed else ""
        hint = near or hint or f"`lrtgraph search {shlex.quote(name)}` looks for the words in the documents"
        super().__init__(f"unknown name '{name}'; {hint}" if name.strip() else "the name is empty; give one")


class StoreError(LrtgraphError):
    """The store cannot do what was asked."""


class NoStoreError(StoreError):
    """There is no store at this place."""


class StoreLockedError(StoreError):
    """Another process holds the store."""


class StoreFullError(StoreError):
    """There is no room on the disk for what is to be written."""


class StoreVersionError(StoreError):
    """The store was written in another format."""


class ResourceError(LrtgraphError):
    """A packaged file is missing: the installation is broken."""
