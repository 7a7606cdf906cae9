"""A SPARQL 1.1 endpoint as the store: Oxigraph's server, Fuseki, Virtuoso, GraphDB and their like."""

from __future__ import annotations

import base64
import urllib.error
import urllib.request
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final, Self
from urllib.parse import unquote, urlsplit, urlunsplit

import pyoxigraph as ox

from lrtgraph.errors import NoStoreError, QueryError, StoreError
from lrtgraph.store import version
from lrtgraph.store.protocol import Results, Source, Writer
from lrtgraph.store.update import replacement
from lrtgraph.vocabulary import ID, STORE_GRAPH, iri

_ROWS: Final = "application/sparql-results+json"
_TRIPLES: Final = "application/n-triples"
_SECONDS: Final = 300.0
_MOST_ANSWER: Final = 1 << 30
_BATCH: Final = 20_000  # quads of one update
_MARK: Final = f"GRAPH <{STORE_GRAPH}> {{ <{STORE_GRAPH}> <{iri('owl:versionInfo')}> ?version }}"
_OURS: Final = f'FILTER(STRSTARTS(STR(?g), "{ID}") && ?g != <{STORE_GRAPH}>)'


class EndpointStore:
    """The store behind an address; see `lrtgraph.store.open_store`.

    `http://host:7878` and `…/dataset` mean the paths `query` and `update` below it; an address that ends in
    `/query`, `/sparql` or `/update` is taken as it is, with `/update` (for `/sparql`: the same) for writing.
    A user name and password in the address are sent as HTTP Basic authentication.
    """

    def __init__(self, where: str, *, write: bool = False) -> None:
        parts = urlsplit(where)
        if not parts.hostname:
            raise StoreError(f"'{where}' is no address of a SPARQL endpoint")
        self._headers = {"User-Agent": "lrtgraph"}
        self._write = write
        self._is_checked = self._is_marked = False
        if parts.username is not None:
            pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
            self._headers["Authorization"] = "Basic " + base64.b64encode(pair.encode()).decode()
        host = parts.netloc.rpartition("@")[2]
        path = parts.path.rstrip("/")
        base, _, last = path.rpartition("/")
        if last in ("query", "update"):
            query, update = f"{base}/query", f"{base}/update"
        elif last == "sparql":
            query = update = path
        else:
            query, update = f"{path}/query", f"{path}/update"
        self.where = urlunsplit((parts.scheme, host, path, parts.query, ""))
        # Oxigraph's server takes the union of graphs only where asked; the others ignore the parameter.
        self._query = urlunsplit((parts.scheme, host, query, parts.query or "union-default-graph=true", ""))
        self._update = urlunsplit((parts.scheme, host, update, parts.query, ""))

    def _post(self, url: str, kind: str, text: str, accept: str) -> tuple[str, bytes]:
        headers = {**self._headers, "Content-Type": f"application/sparql-{kind}; charset=utf-8", "Accept": accept}
        request = urllib.request.Request(url, data=text.encode(), headers=headers, method="POST")
        try:
            with urllib.request.urlopen(request, timeout=_SECONDS) as response:
                return response.headers.get_content_type(), response.read(_MOST_ANSWER)
        except urllib.error.HTTPError as error:
            said = " ".join(error.read(500).decode("utf-8", "replace").split())
            if error.code == 404:
                raise NoStoreError(f"there is no SPARQL endpoint at {self.where} (404)") from None
            if error.code in (400, 422):
                raise QueryError(f"the endpoint cannot read the {kind}: {said}") from None
            raise StoreError(f"the endpoint {self.where} refused the {kind} ({error.code}): {said}") from None
        except (urllib.error.URLError, OSError) as error:
            reason = getattr(error, "reason", error)
            raise StoreError(f"the endpoint {self.where} cannot be reached: {reason}") from None

    def _check(self, *, write: bool) -> None:
        """Look once which version of the graph is there; mark it, and bring it up to date, before it is written to."""
        if self._is_marked or (self._is_checked and not write):
            return
        self._is_checked = True
        rows = self._answer(f"SELECT ?version WHERE {{ {_MARK} }}")
        assert isinstance(rows, ox.QuerySolutions)
        marks = [row["version"].value for row in rows]
        if len(marks) > 1 or not all(mark.isdecimal() for mark in marks):
            raise version.unknown(", ".join(sorted(marks)), self.where)
        found = int(marks[0]) if marks else 0 if self._graphs() else version.VERSION
        if not write:
            version.check_readable(found, self.where)
            return
        for update in version.steps(found, self.where):
            self._post(self._update, "update", update, "*/*")
        mark = _MARK.replace("?version", f'"{version.VERSION}"')
        if marks != [str(version.VERSION)]:
            self._post(self._update, "update", f"DROP SILENT GRAPH <{STORE_GRAPH}> ; INSERT DATA {{ {mark} }}", "*/*")
        self._is_marked = True

    def query(self, sparql: str) -> Results:
        """Answer a SPARQL query."""
        self._check(write=self._write)  # whoever writes brings it up to date before he reads
        return self._answer(sparql)

    def _answer(self, sparql: str) -> Results:
        kind, body = self._post(self._query, "query", sparql, f"{_ROWS}, {_TRIPLES};q=0.9")
        try:
            if kind == _ROWS:
                return ox.parse_query_results(body, format=ox.QueryResultsFormat.JSON)
            form = ox.RdfFormat.from_media_type(kind)
            if form is None:
                raise StoreError(f"the endpoint {self.where} answers in an unknown format ({kind})")
            triples = ox.Store()
            triples.load(body, format=form)
        except (SyntaxError, ValueError) as error:
            raise StoreError(f"the endpoint {self.where} answers what cannot be read: {error}") from None
        return triples.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")

    def graphs(self) -> list[str]:
        """The IRIs of all named graphs of ours, sorted."""
        self._check(write=self._write)
        return self._graphs()

    def _graphs(self) -> list[str]:
        rows = self._answer(f"SELECT DISTINCT ?g WHERE {{ GRAPH ?g {{ ?s ?p ?o }} {_OURS} }}")
        assert isinstance(rows, ox.QuerySolutions)
        return sorted(row["g"].value for row in rows)

    def quads(self, graph: str | None = None) -> Iterator[ox.Quad]:
        """All quads of our graphs, or those of one named graph."""
        for name in self.graphs() if graph is None else [graph]:
            node = ox.NamedNode(name)
            triples = self.query(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {node} {{ ?s ?p ?o }} }}")
            assert isinstance(triples, ox.QueryTriples)
            for triple in triples:
                yield ox.Quad(triple.subject, triple.predicate, triple.object, node)

    def dump(self, file: Writer) -> None:
        """Write all quads of our graphs to a file as N-Quads."""
        for graph in self.graphs():
            file.write(ox.serialize(self.quads(graph), format=ox.RdfFormat.N_QUADS) or b"")

    def load(self, file: Source) -> None:
        """Add quads from a file of N-Quads, in batches."""
        while lines := list(islice(file, _BATCH)):
            self.replace([], ox.parse(b"".join(lines), format=ox.RdfFormat.N_QUADS))

    def replace(
        self, drop: Iterable[str], add: Iterable[ox.Quad] | bytes, forget: Iterable[tuple[str, str]] = ()
    ) -> None:
        """Drop graphs, forget subjects and add quads, in one update request."""
        self.update(replacement(drop, add, forget))

    def update(self, sparql: str) -> None:
        """Run a SPARQL update."""
        if sparql.strip():
            self._check(write=True)
            self._post(self._update, "update", sparql, "*/*")

    def publish(self) -> None:
        """Nothing to do: an endpoint shows what is written at once."""

    def close(self) -> None:
        """Nothing to do: every request stands alone."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()
