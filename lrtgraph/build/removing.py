"""Taking documents out of the graph."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from lrtgraph import search_index
from lrtgraph import vocabulary as v
from lrtgraph.build.journal import Entry, Journal, activity_iri
from lrtgraph.derivation import changed, derive
from lrtgraph.errors import InputError
from lrtgraph.network.cache import keep_at
from lrtgraph.resources import Settings
from lrtgraph.store import Store, open_store

_SHORTEST = 8  # characters of a hash that are taken for one


def remove(names: Iterable[str], settings: Settings) -> tuple[str, ...]:
    """Take documents out of the graph; return the paths they were read from.

    A name is a document's path, its file name, or the first characters of its SHA-256 (eight or more).

    Raises InputError for a name that no document has, or that several documents with different bytes share,
    NoStoreError where there is no graph yet.
    """
    open_store(settings.store).close()  # a store that is opened for writing would be made
    with open_store(settings.store, write=True) as store:
        journal = Journal(store)
        paths = [entry.path for name in names for entry in _called(name, journal)]
        for path in dict.fromkeys(paths):
            remove_entry(store, journal, path)
        derive(store)
    search_index.sync_at(settings.store)
    keep_at(settings.store)
    return tuple(dict.fromkeys(paths))


def remove_entry(store: Store, journal: Journal, path: str) -> None:
    """Forget a path, and drop its graph unless another path has the same bytes."""
    entry = journal.entries[path]
    journal.drop(path)
    is_orphan = entry.sha256 is not None and entry.error is None and not journal.holders(entry.sha256)
    graphs = [entry.sha256] if is_orphan and entry.sha256 else []
    forget = [activity_iri(path), *([journal.troubles[path]] if path in journal.troubles else [])]
    store.replace(
        [v.graph_iri(sha) for sha in graphs], changed(store, graphs), [(v.PROVENANCE_GRAPH, iri) for iri in forget]
    )


def _called(name: str, journal: Journal) -> list[Entry]:
    """The entries that a name means: more than one only where their bytes are the same."""
    entries = list(journal.entries.values())
    found = [entry for entry in entries if entry.path in (name, str(Path(name).resolve()))]
    if not found:
        found = [entry for entry in entries if entry.path.endswith((f"/{name}", f"\\{name}"))]
    if not found and len(name) >= _SHORTEST:
        found = [entry for entry in entries if entry.sha256 and entry.sha256.startswith(name.lower())]
    if not found:
        raise InputError(f"no document is called '{name}'; `lrtgraph status --documents` lists them")
    if len({entry.sha256 or entry.path for entry in found}) > 1:
        raise InputError(f"several documents are called '{name}'; give one by its path")
    return found
