"""Findings as a report for machines."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from lrtgraph import vocabulary as v
from lrtgraph.validation.checking import TYPE, Finding


def report_graph(findings: Iterable[Finding]) -> str:
    """Findings as one `sh:ValidationReport` in Turtle."""
    sh = v.NAMESPACES["sh"]
    report = ox.BlankNode("report")
    triples: list[ox.Triple] = [ox.Triple(report, TYPE, ox.NamedNode(sh + "ValidationReport"))]
    conforms = True
    for number, finding in enumerate(findings, start=1):
        result = ox.BlankNode(f"result{number}")
        conforms = conforms and finding.severity != "violation"
        triples.append(ox.Triple(report, ox.NamedNode(sh + "result"), result))
        triples.append(ox.Triple(result, TYPE, ox.NamedNode(sh + "ValidationResult")))
        parts: list[tuple[str, ox.NamedNode | ox.Literal]] = [
            ("resultSeverity", ox.NamedNode(sh + finding.severity.capitalize())),
            ("focusNode", _term(finding.focus)),
            *(("resultMessage", ox.Literal(text, language=code)) for code, text in finding.messages.items()),
        ]
        if finding.path:
            parts.append(("resultPath", _term(finding.path)))
        if finding.value:
            parts.append(("value", _term(finding.value)))
        triples += [ox.Triple(result, ox.NamedNode(sh + name), value) for name, value in parts]
    answer = ox.Literal("true" if conforms else "false", datatype=ox.NamedNode(v.iri("xsd:boolean")))
    triples.append(ox.Triple(report, ox.NamedNode(sh + "conforms"), answer))
    text = ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes={"sh": sh, "lrt": v.LRT})
    return (text or b"").decode()


def _term(text: str) -> ox.NamedNode | ox.Literal:
    return ox.NamedNode(text) if text.startswith(("http://", "https://", "urn:")) else ox.Literal(text)
