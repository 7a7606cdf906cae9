"""Where the documents that prove an answer come from: the title and the address that stood beside them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from lrtgraph.sparql import Source, select

_PROOF: Final = frozenset({"document", "text"})


def cite(source: Source, answer: Any) -> None:
    """Give every piece of evidence in an answer of plain values its document's `title` and `url`, where it has them.

    `answer` is what `as_json` gives, or a list of such; evidence is a mapping with `document` and `text`.
    """
    proofs = list(_proofs(answer))
    known = _origins(source, {proof["document"] for proof in proofs})
    for proof in proofs:
        proof.update(known.get(proof["document"], {}))


def _proofs(answer: Any) -> Iterator[dict[str, Any]]:
    if isinstance(answer, list):
        for part in answer:
            yield from _proofs(part)
    elif isinstance(answer, dict):
        if answer.keys() >= _PROOF and isinstance(answer["document"], str):
            yield answer
        else:
            for part in answer.values():
                yield from _proofs(part)


def _origins(source: Source, documents: set[str]) -> dict[str, dict[str, str]]:
    """The title and the address of the documents of these file names, as far as they are known."""
    import pyoxigraph

    values = " ".join(str(pyoxigraph.Literal(name)) for name in sorted(documents))
    found = select(
        source,
        "SELECT DISTINCT ?name ?title ?url WHERE { "
        f"{{ SELECT ?document ?name WHERE {{ VALUES ?name {{ {values} }} ?document rdfs:label ?name }} }} "
        # Few things have these, and fewer documents: they are read whole.
        "{ SELECT ?document ?title ?url WHERE "
        "{ { ?document dct:title ?title } UNION { ?document dct:source ?url } } } "
        "?document a lrt:Document } ORDER BY ?title ?url",
    )
    known: dict[str, dict[str, str]] = {}
    for row in found if documents else ():
        known.setdefault(row["name"], {}).update({key: row[key] for key in ("title", "url") if row[key]})
    return known
