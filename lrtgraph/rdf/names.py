"""The gazetteer as quads, and the nodes of persons and places that no gazetteer lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, Protocol

from pyoxigraph import Literal, NamedNode, Quad

from lrtgraph import vocabulary as v
from lrtgraph.rdf.terms import clean, day, dutch, is_date, node, string, term


class ConceptLike(Protocol):
    """What is needed of a gazetteer's concept."""

    @property
    def notation(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def cls(self) -> str: ...
    @property
    def pref_label(self) -> str: ...
    @property
    def alt_labels(self) -> tuple[str, ...]: ...
    @property
    def hidden_labels(self) -> tuple[str, ...]: ...
    @property
    def definition(self) -> str | None: ...
    @property
    def broader(self) -> tuple[str, ...]: ...
    @property
    def related(self) -> tuple[str, ...]: ...
    @property
    def exact_match(self) -> tuple[str, ...]: ...
    @property
    def source(self) -> str | tuple[str, ...] | None: ...
    @property
    def valid_from(self) -> str | None: ...
    @property
    def valid_to(self) -> str | None: ...


class GazetteerLike(Protocol):
    """What is needed of a gazetteer: its concepts by notation."""

    @property
    def concepts(self) -> Mapping[str, ConceptLike]: ...


_KINDS: Final = {"actor": v.ACTOR, "instrument": v.INSTRUMENT, "group": v.GROUP, "place": v.PLACE}
_TYPE: Final = term("rdf:type")


def gazetteer_quads(gazetteer: GazetteerLike) -> Iterator[Quad]:
    """All concepts of a gazetteer as SKOS, in the gazetteer graph."""
    graph = node(v.GAZETTEER_GRAPH)
    for notation in sorted(gazetteer.concepts):
        concept = gazetteer.concepts[notation]
        subject = node(v.concept_iri(notation))
        for predicate, value in _concept(concept):
            yield Quad(subject, predicate, value, graph)


def _concept(concept: ConceptLike) -> Iterator[tuple[NamedNode, NamedNode | Literal]]:
    yield _TYPE, term("skos:Concept")
    yield _TYPE, node(v.LRT + concept.cls)
    if (kind := _KINDS[concept.kind]) != v.LRT + concept.cls:
        yield _TYPE, node(kind)
    yield term("skos:notation"), string(concept.notation)
    yield term("skos:prefLabel"), dutch(concept.pref_label)
    for label in concept.alt_labels:
        yield term("skos:altLabel"), dutch(label)
    for label in concept.hidden_labels:
        yield term("skos:hiddenLabel"), dutch(label)
    if concept.definition:
        yield term("skos:definition"), dutch(concept.definition)
    for notation in concept.broader:
        yield term("skos:broader"), node(v.concept_iri(notation))
    for notation in concept.related:
        yield term("skos:related"), node(v.concept_iri(notation))
    for match in concept.exact_match:
        yield term("skos:exactMatch"), node(match)
    sources = (concept.source,) if isinstance(concept.source, str) else concept.source or ()
    for source in sources:
        yield term("dct:source"), node(source) if source.startswith(("http://", "https://")) else string(source)
    for predicate, date in (
        (term("schema:validFrom"), concept.valid_from),
        (term("schema:validThrough"), concept.valid_to),
    ):
        if date:
            yield predicate, day(date) if is_date(date) else string(date)


def name_quads(notation: str, graph: NamedNode) -> Iterator[Quad]:
    """The node of a person, municipality, province or place that is no concept of the gazetteer.

    `notation` is such as `person:Van_den_Brink` or `gemeente:Westerwolde`; other notations get a label only.
    """
    kind, colon, name = notation.partition(":")
    label = clean((name if colon else kind).replace("_", " "))
    types = (
        {
            "person": (v.PERSON, v.ACTOR),
            "gemeente": (v.ORGANISATION, v.ACTOR),
            "provincie": (v.ORGANISATION, v.ACTOR),
            "place": (v.PLACE,),
        }.get(kind, ())
        if colon
        else ()
    )
    if kind in ("gemeente", "provincie"):
        label = f"{kind} {label}"
    subject = node(v.concept_iri(notation))
    for cls in types:
        yield Quad(subject, _TYPE, node(cls), graph)
    yield Quad(subject, term("skos:prefLabel"), dutch(label), graph)
    yield Quad(subject, term("skos:notation"), string(notation), graph)
