"""The graph's keeper: embedded Oxigraph in a folder, or any SPARQL 1.1 endpoint.

protocol   what a store must do
update     the SPARQL update that replaces graphs
version    the version of the graph's form
embedded   a store in a folder
endpoint   a store behind an address
backup     all quads of a store in one file
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from lrtgraph.store.protocol import Store

CURRENT: Final = "current"
"""The file of a folder with the name of its newest view."""


def is_endpoint(where: str) -> bool:
    """Whether a store's place is the address of a SPARQL endpoint rather than a folder.

    >>> is_endpoint("http://localhost:7878"), is_endpoint("lrtgraph.db")
    (True, False)
    """
    return where.startswith(("http://", "https://"))


def newest_view(where: str) -> str:
    """What tells one state of a store in a folder from another: the name of its newest view; "" where unknown.

    >>> newest_view("http://localhost:7878")
    ''
    """
    if is_endpoint(where):
        return ""
    try:
        return (Path(where) / CURRENT).read_text(encoding="utf-8").strip()
    except OSError:
        return ""


def open_store(where: str, *, write: bool = False) -> Store:
    """Open the store at a folder or a SPARQL endpoint's address, for reading or also for writing.

    A folder opened for writing is made where it does not exist. Many readers and one writer can have a folder
    open at a time; a reader sees the last state that the writer published, and nothing that came after.

    Raises NoStoreError, StoreLockedError, StoreVersionError or StoreError.
    """
    if is_endpoint(where):
        from lrtgraph.store.endpoint import EndpointStore

        return EndpointStore(where, write=write)
    from lrtgraph.store.embedded import EmbeddedStore

    return EmbeddedStore(where, write=write)


__all__ = ["CURRENT", "Store", "is_endpoint", "newest_view", "open_store"]
