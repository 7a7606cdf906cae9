"""Names as people type them → the concept they mean, by the labels in the graph.

An id or preferred label wins over an alias, an alias over a known misspelling. What is not found is an error
with near misses. Works on any store; nothing of the gazetteer's files is read.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lrtgraph import vocabulary as v
from lrtgraph.errors import InputError, UnknownNameError
from lrtgraph.sparql import Source, select, with_prefixes

# The label properties, from the surest to the least sure.
_RANKS: Final[dict[str, int]] = {
    v.iri("skos:notation"): 0,
    v.iri("skos:prefLabel"): 1,
    v.iri("foaf:name"): 1,
    v.iri("skos:altLabel"): 2,
    v.iri("skos:hiddenLabel"): 3,
}
_PROPERTIES: Final = " ".join(f"<{iri}>" for iri in _RANKS)
_ALL: Final = (
    "SELECT DISTINCT ?concept ?property ?label "
    f"WHERE {{ VALUES ?property {{ {_PROPERTIES} }} ?concept ?property ?label }}"
)
# Members of our own schemes have labels too, and "toezicht" is not the name of a thing.
_TERMS: Final = tuple(scheme + "/" for scheme in v.SCHEMES)
# What rows call facts and things → the class whose label they have.
_KINDS: Final = v.OUTCOME_KINDS | {
    "doel": v.TARGET,
    "verantwoordelijkheid": v.RESPONSIBILITY,
    "actor": v.ACTOR,
    "group": v.TARGET_GROUP,
    "instrument": v.INSTRUMENT,
    "office": v.OFFICE,
    "person": v.PERSON,
    "place": v.PLACE,
}
_ARTICLE: Final = re.compile(r"\s*(?:de|het|een)\s+(?=\S)", re.IGNORECASE)
_ENOUGH: Final = 75  # rapidfuzz score from which a near miss is worth asking about
_MANY: Final = 3
_ABOUT: Final = 31  # days within which a meeting is one that may be meant


@dataclass(frozen=True, slots=True)
class Name:
    """A concept as it was found: its IRI, its id ("SJenV", "person:Jansen") and its label."""

    iri: str
    id: str
    label: str


def normal(text: str) -> str:
    """A name's form for comparing: any case, accents, punctuation and white space alike.

    Who types is free to leave signs out; in texts & and % tell names apart, so `gazetteer.concepts.fold` keeps them.

    >>> normal("BAK_OEK"), normal("Oekraïense  ontheemden")
    ('bak oek', 'oekraiense ontheemden')
    """
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(re.sub(r"[\W_]+", " ", text.casefold()).split())


def resolve(source: Source, name: str, language: str = "nl") -> Name:
    """The concept that `name` means: an IRI, id, label or alias, in any case, with an article or without.

    Raises UnknownNameError with near misses where no concept has it, InputError where several have it
    equally.
    """
    if name.startswith((v.ID, "http://", "https://")) and _is_known(source, name):
        return Name(name, v.local_id(name), labels(source, [name], language)[name])
    wanted = normal(name)
    if not wanted:
        raise UnknownNameError(name)
    bare = _ARTICLE.sub("", name, count=1) if _ARTICLE.match(name) else None
    ranked = _called_so(source, name.strip()) or (_called_so(source, bare) if bare else [])
    if not ranked and " " in wanted:
        ranked = _part_of_one(source, wanted)
    if not ranked:
        raise UnknownNameError(name, near(source, name))
    best = min(rank for rank, _ in ranked)
    iris = sorted({iri for rank, iri in ranked if rank == best})
    if len(iris) > 1:
        choices = ", ".join(v.local_id(iri) for iri in iris[:5])
        raise InputError(f"'{name}' is the name of several: {choices}; give the id")
    return Name(iris[0], v.local_id(iris[0]), labels(source, iris, language)[iris[0]])


def _is_known(source: Source, iri: str) -> bool:
    import pyoxigraph

    try:
        return bool(source.query(f"ASK {{ {pyoxigraph.NamedNode(iri)} ?property ?value }}"))
    except ValueError:  # it only looks like an IRI
        return False


def is_actor(source: Source, iri: str) -> bool:
    """Whether a concept acts: an organisation, body, office, person or group that speaks or owns."""
    import pyoxigraph

    return bool(source.query(f"ASK {{ {pyoxigraph.NamedNode(iri)} a <{v.ACTOR}> }}"))


def administration(source: Source, notation: str) -> str | None:
    """The id of the municipality or province of a place, where the graph has it; None for what is no place.

    The bare name of a town is its place: who asks what it said or must do means its administration.
    """
    kind, _, name = notation.partition(":")
    found = (f"{each}:{name}" for each in ("gemeente", "provincie")) if kind == "place" else ()
    return next((each for each in found if is_actor(source, v.concept_iri(each))), None)


def with_administration(source: Source, name: str, language: str = "nl") -> tuple[Name, Name | None]:
    """What a name means, and its administration too where it is the bare name of a place: "Ede", but not "place:Ede".

    Raises as `resolve` does.
    """
    found = resolve(source, name, language)
    acts = None if ":" in name else administration(source, found.id)
    return found, resolve(source, acts, language) if acts else None


def is_meeting(source: Source, name: str) -> bool:
    """Whether `name` is the id of a meeting, such as "lrt-2022-11-09", or a day, which is no thing."""
    return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", name.strip())) or _is_known(source, v.meeting_named(name))


def meeting(source: Source, name: str) -> Name:
    """The meeting that `name` means: its id, its label ("LRT 2022-11-09"), its date, or a document that reports on it.

    A date may be written as in minutes: "9 november 2022", "LRT 9-11-2022".

    Raises UnknownNameError where there is none, InputError where several have it.
    """
    if exact := _meeting_exactly(source, name):
        return exact
    from lrtgraph.dutch.dates import in_iso  # only a name that is none as it is written pays for it

    dated = in_iso(name)
    if dated != name and (exact := _meeting_exactly(source, dated)):
        return exact
    rows = select(
        source,
        "SELECT DISTINCT ?item ?label ?date ?document WHERE { { SELECT DISTINCT ?item WHERE { ?item a lrt:Meeting } } "
        "{ ?item rdfs:label ?label } UNION { ?item lrt:date ?date } "
        "UNION { ?d lrt:reportsOn ?item . ?d rdfs:label ?document } }",
    )
    items = [(row["item"], row["label"], (row["date"], row["document"])) for row in rows]
    items.sort(key=lambda item: item[1] is None)
    listed = "lrtgraph query meetings"
    try:
        return _named(name, items, listed, dated)
    except UnknownNameError as unknown:
        if body := _body(source, name):
            raise UnknownNameError(name, (), f"{listed} --param body={body}") from None
        near_by = _held_about(source, dated)
        raise UnknownNameError(name, unknown.suggestions if near_by is None else near_by, listed) from None


def _body(source: Source, name: str) -> str | None:
    """The id of the body with meetings that a name means; None for anything else."""
    import pyoxigraph

    try:
        found = resolve(source, name)
    except InputError:
        return None
    met = source.query(with_prefixes(f"ASK {{ ?meeting lrt:body {pyoxigraph.NamedNode(found.iri)} }}"))
    return found.id if met else None


def _meeting_exactly(source: Source, name: str) -> Name | None:
    """The one meeting with this id, label, day or document as it is written, looked up: no number of meetings slows
    that down.
    """
    import pyoxigraph

    iri = pyoxigraph.NamedNode(v.meeting_named(v.local_id(name.strip())))
    label = pyoxigraph.Literal(name.strip())
    day = pyoxigraph.Literal(name.strip(), datatype=pyoxigraph.NamedNode(v.NAMESPACES["xsd"] + "date"))
    ways = (
        f"VALUES ?item {{ {iri} }}",
        f"?item lrt:date {day} .",
        f"?item rdfs:label {label} .",
        f"?document rdfs:label {label} ; lrt:reportsOn ?item .",
    )
    found = " UNION ".join(f"{{ {way} ?item a lrt:Meeting ; rdfs:label ?called }}" for way in ways)
    exact = list(select(source, f"SELECT DISTINCT ?item ?called WHERE {{ {found} }}"))
    return Name(exact[0]["item"], v.local_id(exact[0]["item"]), exact[0]["called"]) if len(exact) == 1 else None


def document(source: Source, name: str) -> Name:
    """The document that `name` means: its file name, with or without the ending, or its id.

    Raises UnknownNameError where there is none, InputError where several have it.
    """
    rows = select(source, "SELECT DISTINCT ?item ?label WHERE { ?item a lrt:Document ; rdfs:label ?label }")
    return _named(name, [(row["item"], row["label"], ()) for row in rows], "lrtgraph status --documents")


def _held_about(source: Source, name: str) -> tuple[str, ...] | None:
    """The labels of the meetings, with minutes, that were or may have been held about the time that is named, the
    nearest first and of these the surest; None where no time is named.
    """
    from lrtgraph.dutch.dates import typed

    days = re.search(r"\d{4}-\d\d(-\d\d)?", name)
    time = typed(days[0] if days else name)
    if time is None:
        return None
    rows = select(
        source,
        "SELECT DISTINCT ?label ?from ?by WHERE { ?document lrt:reportsOn ?held . "
        "?held rdfs:label ?label ; lrt:earliest ?from ; lrt:latest ?by }",
    )
    held = sorted(
        (max((row["from"] - time[1]).days, (time[0] - row["by"]).days, 0), row["by"] - row["from"], row["label"])
        for row in rows
    )
    return tuple(label for apart, _, label in held if apart <= _ABOUT)[:_MANY]


def _named(
    name: str, items: Sequence[tuple[str, str | None, tuple[object, ...]]], listed: str, other: str | None = None
) -> Name:
    """The one item of this name, or of the `other` form of it.

    `items` are (IRI, label, further names), `listed` is the command that lists them.
    """
    wanted = {normal(name), normal(other or name)}
    known: dict[str, tuple[str, set[str]]] = {}
    for iri, label, others in items:
        _, forms = known.setdefault(iri, (label or v.local_id(iri), {normal(iri), normal(v.local_id(iri))}))
        for form in (label, *others):
            forms |= {normal(str(form)), normal(str(form).rsplit(".", 1)[0])} if form else set()
    found = sorted(iri for iri, (_, forms) in known.items() if wanted & forms)
    if not found:
        from rapidfuzz import process

        texts = sorted({label for label, _ in known.values()})
        hits = process.extract(name, texts, processor=normal, limit=_MANY, score_cutoff=_ENOUGH)
        raise UnknownNameError(name, tuple(hit[0] for hit in hits), listed)
    if len(found) > 1:
        raise InputError(f"'{name}' is the name of several: {', '.join(map(v.local_id, found[:5]))}; give the id")
    return Name(found[0], v.local_id(found[0]), known[found[0]][0])


def near(source: Source, name: str) -> tuple[str, ...]:
    """The ids or labels that come near to `name`, best first, at most three, one for each concept."""
    from rapidfuzz import fuzz, process  # only a wrong name pays for it

    wanted = normal(name)
    known: dict[str, tuple[int, str, str]] = {}
    for rank, iri, text in sorted(every_label(source)):
        if rank < 3:
            known.setdefault(normal(text), (rank, iri, text))
    if len(wanted) < 3:
        return ()
    found = [(form, 100.0) for form in known if f" {wanted} " in f" {form} "]
    for scorer in (fuzz.ratio, fuzz.token_sort_ratio):
        found += (hit[:2] for hit in process.extract(wanted, list(known), scorer=scorer, limit=9, score_cutoff=_ENOUGH))
    nearest: dict[str, str] = {}
    for form, _ in sorted(found, key=lambda hit: (-hit[1], abs(len(hit[0]) - len(wanted)), hit[0])):
        _, iri, text = known[form]
        nearest.setdefault(iri, text)
    return tuple(nearest.values())[:_MANY]


def labels(source: Source, iris: Iterable[str], language: str = "nl") -> dict[str, str]:
    """The label of each IRI in a language (else Dutch, else any, else its id)."""
    wanted = sorted(set(iris))
    return _best(wanted, _called(source, wanted, "skos:prefLabel|foaf:name|rdfs:label"), language)


def short(source: Source, ids: Iterable[str], language: str = "nl") -> dict[str, str]:
    """What officials call each concept: an alias or label that is its id with spaces ("BAK OEK"), else its label."""
    iris = {notation: v.concept_iri(notation) for notation in sorted(set(ids))}
    wanted = list(iris.values())
    named = _called(source, wanted, "skos:prefLabel|foaf:name|rdfs:label")
    aliases = _called(source, wanted, "skos:altLabel")
    best = _best(wanted, named, language)
    found = {}
    for notation, iri in iris.items():
        form = normal(notation)
        same = sorted(text for _, text in (*named.get(iri, ()), *aliases.get(iri, ())) if normal(text) == form)
        known = next((text for text in (notation, best[iri]) if text in same), None)
        found[notation] = known or (same[0] if same else best[iri])
    return found


def _called(source: Source, iris: Sequence[str], properties: str) -> dict[str, list[tuple[str, str]]]:
    """What each IRI has for properties (as a path): pairs of a language and a text."""
    found: dict[str, list[tuple[str, str]]] = {}
    for start in range(0, len(iris), 500):
        values = " ".join(f"<{iri}>" for iri in iris[start : start + 500])
        for row in select(
            source,
            "SELECT DISTINCT ?c ?label (LANG(?label) AS ?language) WHERE { "
            f"VALUES ?c {{ {values} }} ?c {properties} ?label }}",
        ):
            found.setdefault(row["c"], []).append((row["language"], row["label"]))
    return found


def _best(iris: Iterable[str], called: Mapping[str, Iterable[tuple[str, str]]], language: str) -> dict[str, str]:
    """The label of each IRI among those that it has; its id where it has none."""
    order = {language: 0, "nl": 1}
    found = {iri: min((order.get(code, 2), text) for code, text in texts) for iri, texts in called.items()}
    return {iri: found[iri][1] if iri in found else v.local_id(iri).replace("_", " ") for iri in iris}


def terms(source: Source, ids: Iterable[str], language: str = "nl") -> dict[str, str]:
    """What to call acts, kinds of fact, statuses and the like by their ids ("zegt_toe": "zegt toe").

    What is none of them is left out.
    """
    possible = {
        iri: notation
        for notation in sorted(set(ids))
        for iri in (
            [_KINDS[notation]] if notation in _KINDS else [v.scheme_member(each, notation) for each in v.SCHEMES]
        )
    }
    values = " ".join(f"<{iri}>" for iri in possible)
    found = select(
        source,
        f"SELECT DISTINCT ?term ?label (LANG(?label) AS ?language) WHERE {{ VALUES ?term {{ {values} }} "
        "?term skos:prefLabel|rdfs:label ?label }",
    )
    return {possible[row["term"]]: row["label"] for row in found if row["language"] == language} if possible else {}


def _called_so(source: Source, name: str) -> list[tuple[int, str]]:
    """Concepts that have this name, the way that is fast on a large graph first."""
    wanted = normal(name)
    return (
        _exactly(source, name)
        or _in_any_case(source, name)
        or [(rank, iri) for rank, iri, text in every_label(source) if normal(text) == wanted]
    )


def _exactly(source: Source, name: str) -> list[tuple[int, str]]:
    """Concepts with this id or preferred label as it is written: a look-up that no large graph slows down."""
    import pyoxigraph

    forms = " ".join(
        str(literal)
        for text in dict.fromkeys((name, name.replace(" ", "_")))
        for literal in (pyoxigraph.Literal(text), *(pyoxigraph.Literal(text, language=code) for code in ("nl", "en")))
    )
    return [hit for hit in _hits(source, f"VALUES ?label {{ {forms} }}", "") if hit[0] < 2]


def _in_any_case(source: Source, name: str) -> list[tuple[int, str]]:
    """Concepts with this label in any case, which the engine compares faster than Python could."""
    import pyoxigraph

    return _hits(source, "", f"FILTER(LCASE(STR(?label)) = {pyoxigraph.Literal(name.lower())})")


def _hits(source: Source, before: str, after: str) -> list[tuple[int, str]]:
    rows = select(
        source,
        f"SELECT DISTINCT ?concept ?property WHERE {{ {before} VALUES ?property {{ {_PROPERTIES} }} "
        f"?concept ?property ?label {after} }}",
    )
    return [(_RANKS[row["property"]], row["concept"]) for row in rows if not row["concept"].startswith(_TERMS)]


def _part_of_one(source: Source, wanted: str) -> list[tuple[int, str]]:
    """The one concept with labels that hold these words in a row; none where several have such labels."""
    found = {iri for _, iri, text in every_label(source) if f" {wanted} " in f" {normal(text)} "}
    return [(0, iri) for iri in found] if len(found) == 1 else []


def every_label(source: Source) -> list[tuple[int, str, str]]:
    """All labels of concepts: (rank, IRI, text), the lower the rank the surer; an id stands for itself."""
    rows = [
        (_RANKS[row["property"]], row["concept"], row["label"])
        for row in select(source, _ALL)
        if not row["concept"].startswith(_TERMS)
    ]
    return rows + [(0, iri, v.local_id(iri)) for iri in {row[1] for row in rows}]
