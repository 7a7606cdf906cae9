"""Which forms there are, what each writes, and the one way in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lrtgraph.errors import InputError
from lrtgraph.files import written_whole
from lrtgraph.store import Store


@dataclass(frozen=True, slots=True)
class Form:
    """A form of export: what it is, the ending of its file (none for a folder), and what one counts in it."""

    about: str
    suffix: str | None
    unit: str

    @property
    def is_text(self) -> bool:
        """Whether it is one file of text."""
        return self.suffix not in (None, ".xlsx")


FORMS: Final[dict[str, Form]] = {
    "ttl": Form("Turtle, all graphs in one", ".ttl", "triples"),
    "trig": Form("TriG, with the named graphs", ".trig", "quads"),
    "nq": Form("N-Quads, with the named graphs", ".nq", "quads"),
    "nt": Form("N-Triples, all graphs in one", ".nt", "triples"),
    "jsonld": Form("JSON-LD, with the named graphs", ".jsonld", "quads"),
    "rdfxml": Form("RDF/XML, all graphs in one", ".rdf", "triples"),
    "graphml": Form("GraphML for yEd, igraph and others: the network of actors and instruments", ".graphml", "edges"),
    "gexf": Form("GEXF for Gephi: labels, kinds, colours, dates", ".gexf", "edges"),
    "cytoscape": Form("Cytoscape JSON, the same network", ".cyjs", "edges"),
    "csv": Form("a folder with nodes.csv, edges.csv and facts.csv", None, "facts"),
    "xlsx": Form("an Excel workbook with nodes, edges and facts", ".xlsx", "facts"),
    "neo4j": Form("a folder with CSV for neo4j-admin, and the command", None, "edges"),
}


def export(store: Store, form: str, path: Path) -> int:
    """Write the graph in a form to a file, or to a folder where the form has several files.

    Returns how many of the form's units were written. Raises InputError where there is no such form or the place
    cannot be written.
    """
    if form not in FORMS:
        raise InputError(f"there is no export form '{form}'; choose from {', '.join(FORMS)}")
    try:
        if FORMS[form].suffix is None:
            if path.is_file():
                raise InputError(f"{path} is a file; give -o the name of a folder")
            path.mkdir(parents=True, exist_ok=True)
            return _write(store, form, path)
        if path.is_dir():
            raise InputError(
                f"{path} is a folder; give -o the name of a file, such as {path / 'graph'}{FORMS[form].suffix}"
            )
        if path.exists() and not path.is_file():
            return _write(store, form, path)  # a device or a pipe
        with written_whole(path) as part:
            return _write(store, form, part)
    except OSError as error:
        raise InputError(f"{path} cannot be written: {error.strerror or error}") from None


def _write(store: Store, form: str, path: Path) -> int:
    if form in ("graphml", "gexf", "cytoscape"):
        from lrtgraph.exports.networks import write as write_network

        return write_network(store, form, path)
    if form == "neo4j":
        from lrtgraph.exports.neo4j import write as write_neo4j

        return write_neo4j(store, path)
    if form in ("csv", "xlsx"):
        from lrtgraph.exports.tables import write_folder, write_workbook

        return write_folder(store, path) if form == "csv" else write_workbook(store, path)
    from lrtgraph.exports.rdf import write as write_rdf

    return write_rdf(store, form, path)
