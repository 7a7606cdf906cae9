"""Reading the gazetteer: the packaged Turtle, and users' own lists (CSV or SKOS Turtle) on top."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from lrtgraph import vocabulary as v
from lrtgraph.errors import GazetteerError
from lrtgraph.gazetteer.concepts import KIND_OF_CLASS, Concept, Gazetteer
from lrtgraph.gazetteer.persons import as_in_minutes, person_ids, surname_triples, triples_as_in_minutes
from lrtgraph.gazetteer.precedence import settle
from lrtgraph.gazetteer.table import read_table
from lrtgraph.resources import resource

SKOS: Final = v.NAMESPACES["skos"]
TYPE: Final = v.iri("rdf:type")

LISTS: Final = {
    SKOS + "altLabel": "alt_labels",
    SKOS + "hiddenLabel": "hidden_labels",
    SKOS + "exactMatch": "exact_match",
    v.iri("dct:source"): "source",
    v.iri("dct:identifier"): "identifiers",
    v.CONFUSABLE_WITH: "confusable",
}
LINKS: Final = {SKOS + "broader": "broader", SKOS + "related": "related", v.iri("org:postIn"): "post_in"}

_LABELS: Final = frozenset({SKOS + "prefLabel", SKOS + "altLabel", SKOS + "hiddenLabel"})

GENERAL_CLASS: Final = {
    **{f"<{v.LRT}{cls}>": ox.NamedNode(v.ACTOR) for cls, kind in KIND_OF_CLASS.items() if kind == "actor"},
    **{f"<{v.LRT}{cls}>": ox.NamedNode(v.INSTRUMENT) for cls, kind in KIND_OF_CLASS.items() if kind == "instrument"},
    f"<{v.RESPONSIBILITY}>": ox.NamedNode(v.FACT),
}

Node = ox.NamedNode | ox.BlankNode | ox.Literal
Properties = dict[str, list[Node]]


def load(paths: Iterable[Path | str] = ()) -> Gazetteer:
    """The packaged gazetteer with the user's own lists on top, in the order given.

    A list may add concepts, and names to concepts of ours; a preferred name of its own replaces ours, which stays
    as an alternative, and a name that it gives to another concept is that concept's alone. A person of a list has the
    id by which minutes know people, `person:Otten`; the one in the list is a name of his.

    >>> load()["COA"].pref_label
    'Centraal Orgaan opvang asielzoekers'

    Raises GazetteerError where a list cannot be read.
    """
    concepts: dict[str, Concept] = {}
    own: set[str] = set()
    lists = [Path(path) for path in paths]
    for path in packaged_files():
        for concept in _concepts(path, _bytes(path)):
            known = concepts.get(concept.notation)
            concepts[concept.notation] = concept if known is None else merge(known, concept)
    read = [read_list(path) for path in lists]
    for listed in read:
        ids = person_ids(listed, chain.from_iterable(read))
        added = [as_in_minutes(concept, ids) for concept in listed]
        own.update(concept.notation for concept in added)
        concepts = on_top(concepts, added)
    return Gazetteer(concepts.values(), hash_of(lists), own)


def hash_of(paths: Iterable[Path | str] = ()) -> str:
    """The hash of the gazetteer that `load` makes of these lists, without making it.

    >>> hash_of() == load().hash
    True

    Raises GazetteerError where a list cannot be opened.
    """
    digest = hashlib.sha256()
    for path in (*packaged_files(), *map(Path, paths)):
        digest.update(hashlib.sha256(_bytes(path)).digest())
    return digest.hexdigest()


def on_top(known: Mapping[str, Concept], added: Iterable[Concept]) -> dict[str, Concept]:
    """Concepts by notation with those of a user's list added to them, or joined with them.

    Raises GazetteerError where an added concept is of another kind than the known one.
    """
    concepts, settled = settle(known, added)
    for concept in settled:
        listed = concepts.get(concept.notation)
        concepts[concept.notation] = concept if listed is None else merge(listed, concept)
    return concepts


def read_list(path: Path) -> list[Concept]:
    """The concepts of one list by itself, CSV or SKOS Turtle.

    Raises GazetteerError where it cannot be read.
    """
    return list(_concepts(path, _bytes(path)))


def packaged_files() -> list[Path]:
    """The Turtle files of the packaged thesaurus, hand-written lists before generated ones."""
    return [
        resource("ontology", "gazetteer", f"{name}.ttl")
        for name in ("actors", "instruments", "groups", "places", "organisations", "territories")
    ]


def quads(paths: Iterable[Path | str] = (), graph: str = v.GAZETTEER_GRAPH) -> Iterator[ox.Quad]:
    """The thesaurus, what is known of ownership, and the user's lists as RDF in one named graph.

    A concept has, beside its own class, the class of its kind (a law is an instrument too), and what is known of
    ownership is a fact: queries need no reasoner. Its names are those that `load` finds it by.
    """
    name = ox.NamedNode(graph)
    lists = [Path(path) for path in paths]
    settled = load(lists).concepts if lists else {}
    listed = [concept for path in lists for concept in read_list(path)]
    for path in (*packaged_files(), resource("ontology", "gazetteer", "knowledge.ttl"), *lists):
        data = _bytes(path)
        ids = person_ids(_concepts(path, data), listed) if path in lists else {}
        for told in surname_triples(ids):
            yield ox.Quad(told.subject, told.predicate, told.object, name)
        for triple in triples_as_in_minutes(_triples(path, data), ids):
            predicate = _label(triple, settled)
            if predicate is None:
                continue
            yield ox.Quad(triple.subject, predicate, triple.object, name)
            is_class = triple.predicate.value == TYPE and isinstance(triple.object, ox.NamedNode)
            general = GENERAL_CLASS.get(str(triple.object)) if is_class else None
            if general is not None:
                yield ox.Quad(triple.subject, triple.predicate, general, name)


def _label(triple: ox.Quad | ox.Triple, settled: Mapping[str, Concept]) -> ox.NamedNode | None:
    """The predicate of a triple once names are settled: a preferred name may have become an alternative one, and a
    name that has gone to another concept has none."""
    predicate = triple.predicate
    if predicate.value not in _LABELS or not isinstance(triple.subject, ox.NamedNode):
        return predicate
    concept = settled.get(v.notation_of(triple.subject.value))
    if concept is None or not isinstance(triple.object, ox.Literal):
        return predicate
    if predicate.value == SKOS + "prefLabel":
        dutch = (triple.object.language or "nl") == "nl"
        return predicate if not dutch or triple.object.value == concept.pref_label else ox.NamedNode(SKOS + "altLabel")
    names = (concept.pref_label, *concept.alt_labels, *concept.hidden_labels)
    return predicate if triple.object.value in names else None


def merge(known: Concept, added: Concept) -> Concept:
    """One concept out of two with one notation; the added one's single values win, lists are joined.

    Raises GazetteerError where the two are of different kinds.
    """
    if known.kind != added.kind:
        raise GazetteerError(f"{added.notation} is {known.kind} in the gazetteer and {added.kind} in the added list")
    preferred = added.pref_label or known.pref_label
    shown = _joined((known.pref_label,), known.alt_labels, added.alt_labels)
    alternatives = tuple(name for name in shown if name != preferred)
    return replace(
        known,
        cls=known.cls if added.cls in ("Actor", "Instrument") else added.cls,
        pref_label=preferred,
        alt_labels=alternatives,
        hidden_labels=tuple(
            name
            for name in _joined(known.hidden_labels, added.hidden_labels)
            if name != preferred and name not in alternatives
        ),
        definition=added.definition or known.definition,
        broader=_joined(known.broader, added.broader),
        related=_joined(known.related, added.related),
        exact_match=_joined(known.exact_match, added.exact_match),
        source=_joined(known.source, added.source),
        valid_from=added.valid_from or known.valid_from,
        valid_to=added.valid_to or known.valid_to,
        confusable=_joined(known.confusable, added.confusable),
        ordinary=known.ordinary | added.ordinary,
        post_in=_joined(known.post_in, added.post_in),
        identifiers=_joined(known.identifiers, added.identifiers),
        pref_label_en=added.pref_label_en or known.pref_label_en,
        definition_en=added.definition_en or known.definition_en,
    )


def _joined(*parts: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for part in parts for value in part))


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise GazetteerError(f"cannot read the gazetteer {path}: {error.strerror}") from error


def _triples(path: Path, data: bytes) -> Iterator[ox.Quad | ox.Triple]:
    if path.suffix.lower() == ".csv":
        yield from read_table(path, data)
        return
    try:
        yield from ox.parse(data, format=ox.RdfFormat.TURTLE)
    except SyntaxError as error:
        raise GazetteerError(f"{path} is no Turtle: {error.msg}, line {error.lineno}") from error


def _concepts(path: Path, data: bytes) -> Iterator[Concept]:
    subjects: defaultdict[str, Properties] = defaultdict(lambda: defaultdict(list))
    for triple in _triples(path, data):
        if not isinstance(triple.subject, ox.Triple) and not isinstance(triple.object, ox.Triple):
            subjects[triple.subject.value][triple.predicate.value].append(triple.object)
    notations = {
        iri: properties[SKOS + "notation"][0].value
        for iri, properties in subjects.items()
        if SKOS + "notation" in properties
    }
    for iri, notation in notations.items():
        yield _concept(path, notation, subjects[iri])


def _concept(path: Path, notation: str, properties: Properties) -> Concept:
    classes = [o.value.removeprefix(v.LRT) for o in properties[TYPE] if o.value.startswith(v.LRT)]
    cls = next((name for name in classes if name in KIND_OF_CLASS), None)
    if cls is None:
        raise GazetteerError(f"{path}: {notation} has no class of lrtgraph (such as lrt:Organisation or lrt:Law)")
    labels = _by_language(properties[SKOS + "prefLabel"])
    definitions = _by_language(properties[SKOS + "definition"])
    links = {field: tuple(map(_notation, properties[predicate])) for predicate, field in LINKS.items()}
    lists = {field: tuple(o.value for o in properties[predicate]) for predicate, field in LISTS.items()}
    return Concept(
        notation=notation,
        kind=KIND_OF_CLASS[cls],
        cls=cls,
        pref_label=labels.get("nl", ""),
        definition=definitions.get("nl", ""),
        valid_from=_first(properties[v.VALID_FROM]),
        valid_to=_first(properties[v.VALID_TO]),
        ordinary=frozenset(o.value for o in properties[v.ORDINARY_WORD]),
        pref_label_en=labels.get("en", ""),
        definition_en=definitions.get("en", ""),
        **links,
        **lists,
    )


def _by_language(literals: list[Node]) -> dict[str, str]:
    """Literals by language; one without a language counts as Dutch."""
    return {o.language or "nl": o.value for o in literals if isinstance(o, ox.Literal)}


def _first(values: list[Node]) -> str | None:
    return values[0].value if values else None


def _notation(node: Node) -> str:
    return v.notation_of(node.value)
