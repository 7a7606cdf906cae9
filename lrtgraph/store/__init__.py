"""The graph's keeper: embedded Oxigraph in a folder, or any SPARQL 1.1 endpoint.

protocol   what a store must do
update     the SPARQL update that replaces graphs
version    the version of the graph's form
embedded   a store in a folder
endpoint   a store behind an address
backup     all quads of a store in one file
"""

from __future__ import annotations

from lrtgraph.store.protocol import Store


def is_endpoint(where: str) -> bool:
    """Whether a store's place is the address of a SPARQL endpoint rather than a folder.

    >>> is_endpoint("http://localhost:7878"), is_endpoint("lrtgraph.db")
    (True, False)
    """
    return where.startswith(("http://", "https://"))


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


__all__ = ["Store", "is_endpoint", "open_store"]
