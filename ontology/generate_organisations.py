"""Write gazetteer/organisations.ttl and gazetteer/territories.ttl from sources/organisations.csv and regions.csv.

The CSV (kind, name, tooi) is the list of Dutch government organisations with their TOOI identifier, as published
in the TOOI value lists. Names and codes are taken over as facts; an organisation that gazetteer/actors.ttl already
describes (same TOOI identifier or name) is left out. The second CSV (name, also, province) lists stretches of land in
which municipalities work together; one that is a territory of an organisation too is listed once. Run it again after an
update of a list:

    python ontology/generate_organisations.py
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox

from lrtgraph.vocabulary import NAMESPACES, concept_iri

HERE = Path(__file__).resolve().parent
SOURCE = "TOOI-waardelijsten, identifier.overheid.nl"

PREFIX = {"gemeente": "gemeente", "provincie": "provincie", "waterschap": "waterschap"}
BROADER = {
    "gemeente": "gemeenten",
    "provincie": "provincies",
    "waterschap": "waterschappen",
    "veiligheidsregio": "VR",
}
ENGLISH = {"gemeente": "municipality of {}", "provincie": "province of {}", "veiligheidsregio": "safety region {}"}
SAFETY_REGION = re.compile(
    r"^(?:Veiligheidsregio|Veiligheidsregio en Gemeentelijke Gezondheidsdienst"
    r"|Veiligheids- en Gezondheidsregio) (?!en )(?P<name>.+)$"
)

# Names in daily use beside the official one.
ALSO = {
    "gemeente:'s-Hertogenbosch": ("Den Bosch",),
    "gemeente:Den_Haag": ("'s-Gravenhage",),
    "gemeente:Nuenen,_Gerwen_en_Nederwetten": ("Nuenen",),
    "gemeente:Alphen_aan_den_Rijn": ("Alphen a/d Rijn",),
    "gemeente:Capelle_aan_den_IJssel": ("Capelle a/d IJssel",),
    "gemeente:Krimpen_aan_den_IJssel": ("Krimpen a/d IJssel",),
    "gemeente:Súdwest-Fryslân": ("Súdwest Fryslân", "Zuidwest-Friesland"),
    "provincie:Fryslân": ("Friesland",),
    "provincie:Noord-Brabant": ("Brabant", "Noord Brabant"),
    "provincie:Noord-Holland": ("Noord Holland",),
    "provincie:Zuid-Holland": ("Zuid Holland",),
    "veiligheidsregio:Fryslân": ("Friesland",),
}

# A saint's name begins these in any of its forms.
SAINT = re.compile(r"Sint[- ](?P<name>.+)")
SAINTS = ("St.-", "St. ", "St-", "St ", "Sint-", "Sint ")

# Names of places and organisations that are words (or first names) of everyday Dutch, too.
ORDINARY = frozenset((HERE / "sources" / "ordinary_names.txt").read_text(encoding="utf-8").splitlines())


@dataclass(slots=True)
class Entry:
    """One concept to write: its notation, class and names (first the preferred one)."""

    notation: str
    cls: str
    names: list[str]
    english: str | None = None
    broader: str | None = None
    tooi: list[str] = field(default_factory=list)
    related: list[str] = field(default_factory=list)


def notation_of(prefix: str, name: str) -> str:
    """The notation of a name: `gemeente:Den_Haag`."""
    return f"{prefix}:{name.replace(' ', '_')}"


def also(notation: str) -> Iterator[str]:
    """The names in daily use of a territory, beside the official one of its notation."""
    yield from ALSO.get(notation, ())
    bare = notation.partition(":")[2].replace("_", " ")
    if saint := SAINT.fullmatch(bare):
        yield from (form for form in (f"{begins}{saint['name']}" for begins in SAINTS) if form != bare)


def organisations(rows: list[dict[str, str]], known: frozenset[str]) -> Iterator[tuple[Entry, str | None]]:
    """Each organisation, with the bare name of its territory where it has one."""
    made: dict[str, Entry] = {}
    territory: dict[str, str | None] = {}
    for row in sorted(rows, key=lambda row: (row["kind"], row["name"], row["tooi"])):
        name = row["name"]
        region = SAFETY_REGION.match(name)
        if region:
            prefix, bare = "veiligheidsregio", region["name"]
        elif row["kind"] in PREFIX:
            prefix = PREFIX[row["kind"]]
            bare = name.removeprefix(prefix + " ")
        else:
            prefix, bare = "organisatie", name
        notation = notation_of(prefix, bare)
        twin = made.get(notation.casefold())
        if twin:  # listed twice, perhaps in another case: one organisation with both identifiers
            twin.tooi.append(row["tooi"])
            continue
        if row["tooi"] in known or name in known:
            continue
        plain = re.sub(r" \([A-Z]\w*\)$", "", bare)
        names = [name, *(f"{prefix} {other}" for other in also(notation))]
        if plain != bare:
            names.append(f"{prefix} {plain}")
        if region:
            names += [f"Veiligheidsregio {bare}", f"VR {bare}"]
        english = ENGLISH[prefix].format(plain) if prefix in ENGLISH else None
        entry = Entry(notation, "Organisation", list(dict.fromkeys(names)), english, BROADER.get(prefix), [row["tooi"]])
        made[notation.casefold()] = entry
        territory[notation] = plain if prefix in ENGLISH else None
    for entry in made.values():
        yield entry, territory[entry.notation]


def territories(
    pairs: list[tuple[Entry, str | None]], regions: list[dict[str, str]], known: frozenset[str]
) -> Iterator[Entry]:
    """A place for every territory and region; a municipality and a province of one name share it."""
    places: dict[str, Entry] = {}
    for entry, name in pairs:
        if name is None:
            continue
        notation = notation_of("place", name)
        if notation in known:
            continue
        place = places.setdefault(notation, Entry(notation, "Place", [name]))
        place.names += [other for other in also(entry.notation) if other not in place.names]
        place.related.append(entry.notation)
    for row in regions:
        others = row["also"].split(";") if row["also"] else []
        if (notation := notation_of("place", row["name"])) not in known:
            places.setdefault(notation, Entry(notation, "Place", [row["name"], *others]))
    yield from (places[notation] for notation in sorted(places))


def literal(text: str, language: str = "nl") -> str:
    """A Turtle literal with its language."""
    return str(ox.Literal(text, language=language))


def turtle(entry: Entry, scheme: str) -> str:
    """One concept as Turtle."""
    preferred, *others = entry.names
    labels = literal(preferred) + (f", {literal(entry.english, 'en')}" if entry.english else "")
    lines = [
        f"<{concept_iri(entry.notation)}> a skos:Concept, lrt:{entry.cls}",
        f"skos:inScheme id:{scheme}",
        f"skos:notation {ox.Literal(entry.notation)}",
        f"skos:prefLabel {labels}",
    ]
    if others:
        lines.append("skos:altLabel " + ", ".join(map(literal, others)))
    if entry.broader:
        lines.append(f"skos:broader <{concept_iri(entry.broader)}>")
    if entry.related:
        lines.append("skos:related " + ", ".join(f"<{concept_iri(other)}>" for other in entry.related))
    if entry.tooi:
        lines.append("skos:exactMatch " + ", ".join(f"<{iri}>" for iri in entry.tooi))
        lines.append(f"dct:source {ox.Literal(SOURCE)}")
    ordinary = [name for name in entry.names if name in ORDINARY]
    if ordinary:
        lines.append("lrt:ordinaryWord " + ", ".join(map(literal, ordinary)))
    return " ;\n    ".join(lines) + " .\n"


def document(entries: Iterable[Entry], scheme: str) -> str:
    """A whole Turtle file, with a head that says how it was made."""
    prefixes = [f"@prefix {name}: <{NAMESPACES[name]}> ." for name in ("dct", "lrt", "skos")]
    head = [
        "# Made by ontology/generate_organisations.py from ontology/sources; edit those.",
        *prefixes,
        "@prefix id: <https://w3id.org/lrtgraph/id/> .",
        "",
    ]
    return "\n".join([*head, *(turtle(entry, scheme) for entry in entries)])


def described(path: Path) -> frozenset[str]:
    """The notations, external identifiers and alternative names of a hand-written gazetteer file."""
    wanted = {NAMESPACES["skos"] + name for name in ("notation", "exactMatch", "altLabel")}
    triples = ox.parse(path=path, format=ox.RdfFormat.TURTLE)
    return frozenset(triple.object.value for triple in triples if triple.predicate.value in wanted)


def files() -> dict[Path, str]:
    """The two files and what has to be in them."""
    with (HERE / "sources" / "organisations.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["tooi"]]
    with (HERE / "sources" / "regions.csv").open(encoding="utf-8", newline="") as file:
        regions = list(csv.DictReader(file))
    gazetteer = HERE / "gazetteer"
    pairs = list(organisations(rows, described(gazetteer / "actors.ttl")))
    places = territories(pairs, regions, described(gazetteer / "places.ttl"))
    return {
        gazetteer / "organisations.ttl": document((entry for entry, _ in pairs), "actors"),
        gazetteer / "territories.ttl": document(places, "places"),
    }


if __name__ == "__main__":
    for path, text in files().items():
        path.write_text(text, encoding="utf-8")
