"""The HTML reference of ontology, schemes, shapes, rules and gazetteer, written from their own files.

python -m lrtgraph.reference -o reference.html
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox

from lrtgraph import vocabulary as v
from lrtgraph.derivation import rules
from lrtgraph.gazetteer import Concept, load
from lrtgraph.resources import resource

OWL, RDFS, SKOS, SH = (v.NAMESPACES[name] for name in ("owl", "rdfs", "skos", "sh"))
KINDS: Final = {
    OWL + "Class": "class",
    OWL + "ObjectProperty": "object property",
    OWL + "DatatypeProperty": "datatype property",
    OWL + "AnnotationProperty": "annotation property",
}
ALIGNING: Final = {
    RDFS + "subClassOf": "is a kind of",
    RDFS + "subPropertyOf": "is a kind of",
    **{SKOS + name: "matches " + how for name, how in (
        ("exactMatch", "exactly"), ("closeMatch", "closely"), ("relatedMatch", "by relation"),
    )},
}  # fmt: skip
_PREFIXED: Final = ("gemeente", "provincie", "veiligheidsregio", "waterschap", "organisatie", "place")

Node = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


class Graph:
    """Turtle files as a look-up from subject and predicate to objects."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self.triples: defaultdict[str, defaultdict[str, list[Node]]] = defaultdict(lambda: defaultdict(list))
        for path in paths:
            for triple in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
                self.triples[str(triple.subject)][triple.predicate.value].append(triple.object)

    def subjects(self, cls: str) -> list[str]:
        """The nodes of a class, in the order of the files."""
        node = ox.NamedNode(cls)
        return [subject for subject, known in self.triples.items() if node in known.get(v.iri("rdf:type"), ())]

    def text(self, subject: str, predicate: str, language: str) -> str:
        """What a property says in a language; empty where it says nothing."""
        values = self.triples[subject].get(predicate, ())
        return next((o.value for o in values if isinstance(o, ox.Literal) and o.language == language), "")

    def links(self, subject: str, predicate: str) -> list[str]:
        """The IRIs that a property points to."""
        return [o.value for o in self.triples[subject].get(predicate, ()) if isinstance(o, ox.NamedNode)]


@dataclass(frozen=True, slots=True)
class Term:
    """A class or property of the ontology, as the page shows it; `aligned` are pairs of how and with what."""

    name: str
    kind: str
    label: tuple[str, str]
    definition: tuple[str, str]
    parents: tuple[str, ...]
    domain: str
    range: str
    aligned: tuple[tuple[str, str], ...]


def terms() -> tuple[Term, ...]:
    """The classes and properties of the ontology in its own order, with their alignments."""
    folder = resource("ontology")
    own = Graph([folder / "lrtgraph.ttl"])
    outside = Graph(sorted(folder.glob("alignments/*.ttl")))
    found = []
    for kind, name in KINDS.items():
        for subject in own.subjects(kind):
            if not subject.startswith(f"<{v.LRT}"):
                continue
            aligned = [(how, v.prefixed(iri)) for p, how in ALIGNING.items() for iri in outside.links(subject, p)]
            domains, ranges = (own.links(subject, RDFS + edge) for edge in ("domain", "range"))
            found.append(
                Term(
                    name=subject.strip("<>").removeprefix(v.LRT),
                    kind=name,
                    label=(own.text(subject, RDFS + "label", "nl"), own.text(subject, RDFS + "label", "en")),
                    definition=(
                        own.text(subject, SKOS + "definition", "nl"),
                        own.text(subject, SKOS + "definition", "en"),
                    ),
                    parents=tuple(v.prefixed(iri) for iri in own.links(subject, RDFS + "subClassOf")),
                    domain=", ".join(map(v.prefixed, domains)),
                    range=", ".join(map(v.prefixed, ranges)),
                    aligned=tuple(aligned),
                )
            )
    return tuple(found)


def render() -> str:
    """The whole page: one HTML document without scripts or requests."""
    from jinja2 import Environment, FileSystemLoader

    template = resource("data", "reference.html.j2")
    environment = Environment(
        loader=FileSystemLoader(template.parent), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template(template.name).render(
        terms=terms(),
        schemes=_schemes(),
        shapes=_shapes(),
        rules=[(rule.name, *_summary(rule.construct)) for rule in rules()],
        concepts=_concepts(),
        counts=_counts(),
        namespace=v.LRT,
    )


def _schemes() -> list[dict[str, Any]]:
    graph = Graph([resource("ontology", "lrtgraph.ttl")])

    def words(subject: str) -> dict[str, Any]:
        notation = graph.triples[subject].get(SKOS + "notation", [])
        return {
            "id": getattr(notation[0], "value", "") if notation else subject.strip("<>").rsplit("/", 1)[-1],
            **{f"label_{code}": graph.text(subject, SKOS + "prefLabel", code) for code in ("nl", "en")},
            **{f"definition_{code}": graph.text(subject, SKOS + "definition", code) for code in ("nl", "en")},
        }

    members = graph.subjects(SKOS + "Concept")
    return [
        words(scheme)
        | {"members": [words(m) for m in members if scheme.strip("<>") in graph.links(m, SKOS + "inScheme")]}
        for scheme in graph.subjects(SKOS + "ConceptScheme")
    ]


def _shapes() -> list[dict[str, Any]]:
    graph = Graph(sorted(resource("ontology", "shapes").glob("*.ttl")))
    found = []
    for shape in graph.subjects(SH + "NodeShape"):
        parts = [shape, *(str(o) for p in ("property", "sparql") for o in graph.triples[shape].get(SH + p, ()))]
        rows = [
            {
                "severity": v.prefixed((graph.links(part, SH + "severity") or [SH + "Violation"])[0]).removeprefix(
                    "sh:"
                ),
                "nl": graph.text(part, SH + "message", "nl"),
                "en": graph.text(part, SH + "message", "en"),
            }
            for part in parts
            if graph.text(part, SH + "message", "nl")
        ]
        found.append({"target": v.prefixed(graph.links(shape, SH + "targetClass")[0]), "rows": rows})
    return found


def _summary(query: str) -> tuple[str, str]:
    """The Dutch and the English summary in the header of a query."""
    import yaml

    header = yaml.safe_load("\n".join(line[2:] for line in query.splitlines() if line.startswith("#+")))
    return header["summary"]["nl"], header["summary"]["en"]


def _concepts() -> list[tuple[str, list[Concept]]]:
    """The concepts described by hand, by class; the generated lists of organisations are only counted."""
    listed = [c for c in load().concepts.values() if c.notation.partition(":")[0] not in _PREFIXED]
    listed.sort(key=lambda c: (c.kind, c.cls, c.pref_label.casefold()))
    return [(cls, list(group)) for cls, group in groupby(listed, key=lambda c: c.cls)]


def _counts() -> list[tuple[str, int]]:
    notations = [notation.partition(":")[0] for notation in load().concepts]
    return [(prefix, notations.count(prefix)) for prefix in _PREFIXED]


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the page to the file that the command line names."""
    parser = argparse.ArgumentParser(description="Write the HTML reference of ontology and gazetteer.")
    parser.add_argument("-o", "--output", type=Path, default=Path("reference.html"))
    path: Path = parser.parse_args(arguments).output
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(render(), encoding="utf-8")


if __name__ == "__main__":
    main()
