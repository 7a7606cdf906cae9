"""The commands about names: gazetteer list, show, check, add, import, candidates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lrtgraph.cli import options, output
from lrtgraph.cli.completion import concepts
from lrtgraph.cli.print_answers import finish
from lrtgraph.errors import DocumentError, GazetteerError, InputError
from lrtgraph.resources import DEFAULT_GAZETTEERS, Settings

if TYPE_CHECKING:
    from lrtgraph.gazetteer import Concept
    from lrtgraph.gazetteer.lists import Change

app = typer.Typer(
    help="Look up, check and extend the names that documents are read with.",
    rich_markup_mode=None,
)

Own = Annotated[Path, typer.Option("--to", metavar="FILE", help="Your own list; builds in this folder use it.")]


class Kind(StrEnum):
    """The kinds of concepts."""

    ACTOR = "actor"
    INSTRUMENT = "instrument"
    GROUP = "group"
    PLACE = "place"


@app.command("list")
def list_(
    text: Annotated[str, typer.Argument(metavar="[TEXT]", help="Only names with this text in them.")] = "",
    kind: Annotated[Kind | None, typer.Option("--kind", help="Only concepts of this kind.")] = None,
    gazetteer: options.Gazetteers = None,
    form: options.Rows = options.Format.TABLE,
    lang: options.Lang = options.Language.NL,
) -> None:
    """List the concepts of the gazetteer.

    Actors, instruments, target groups and places, those of your own list too.

    Example: lrtgraph gazetteer list spreiding --kind instrument
    """
    from lrtgraph.gazetteer import load
    from lrtgraph.gazetteer.concepts import fold

    wanted = fold(text)
    rows = [
        {"id": c.notation, "kind": c.kind, "class": c.cls, "label": c.label(lang), "aliases": list(c.alt_labels)}
        for c in load(own_lists(gazetteer)).concepts.values()
        if kind in (None, c.kind)
        and (not wanted or any(wanted in fold(name) for name in (c.notation, c.label(lang), *c.alt_labels)))
    ]
    finish(output.emit(rows, ["id", "kind", "class", "label", "aliases"], form))


@app.command()
def show(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="An id, label or alias, in any case.", autocompletion=concepts)
    ],
    gazetteer: options.Gazetteers = None,
    form: options.Rows = options.Format.TABLE,
    lang: options.Lang = options.Language.NL,
) -> None:
    """Show all that is known of one name.

    Example: lrtgraph gazetteer show spreidingswet
    """
    from lrtgraph.gazetteer import load
    from lrtgraph.gazetteer.concepts import passing

    names = load(own_lists(gazetteer))
    concept = names.resolve(name)
    card = dict(_card(concept, lang))
    if concept.notation in passing() - names.own:
        card["in documents"] = "not looked for, an everyday word; `gazetteer add` puts it in your own list"
    if form == options.Format.TABLE:
        output.emit([{"what": key, "value": value} for key, value in card.items() if value], ["what", "value"], form)
    else:
        output.emit([card], list(card), form)
    others = [other.notation for other in names.find(name) if other is not concept]
    if others:
        output.note(f"{name} is also a name of {', '.join(others)}")


@app.command()
def check(
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="[FILE]...", help="Lists to check on top of ours.")
    ] = None,
    form: options.Rows = options.Format.TABLE,
) -> None:
    """Find what is wrong with a list of names.

    Ambiguous names, everyday words, duplicates, loops and loose ends. With files, or where you have a list of your
    own, only what touches its names. Exits with 1 where something is wrong; what is worth a look does not count.

    Example: lrtgraph gazetteer check
    """
    from lrtgraph.gazetteer import load
    from lrtgraph.gazetteer.check import check as find
    from lrtgraph.gazetteer.check import contested
    from lrtgraph.gazetteer.loading import read_list

    lists = own_lists(files)
    listed = [concept for path in lists for concept in read_list(path)]
    names = load(lists)
    problems = find(names, {concept.notation for concept in listed} if lists else None)
    if lists:
        problems = (*problems, *contested(listed, load(), names))
    rows = [{"kind": p.kind, "id": p.notation, "name": p.name, "detail": p.detail} for p in problems]
    if rows or form != options.Format.TABLE:
        output.emit(rows, ["kind", "id", "name", "detail"], form)
    wrong = sum(problem.is_error for problem in problems)
    output.note(f"{wrong} wrong, {len(problems) - wrong} worth a look")
    if wrong:
        raise typer.Exit(1)


@app.command()
def add(
    notation: Annotated[str, typer.Argument(metavar="ID", help="A short id without spaces, new or known.")],
    label: Annotated[
        str, typer.Option("--label", metavar="TEXT", help="The preferred name; that of the known concept by default.")
    ] = "",
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind",
            metavar="KIND",
            show_default="instrument; of a known id what it is",
            help="actor, instrument, group, place, or a class such as Law.",
        ),
    ] = None,
    alias: Annotated[
        list[str] | None, typer.Option("--alias", metavar="TEXT", help="Another name; may be given more than once.")
    ] = None,
    broader: Annotated[
        list[str] | None, typer.Option("--broader", metavar="ID", help="The id of a wider concept.")
    ] = None,
    same_as: Annotated[
        list[str] | None, typer.Option("--same-as", metavar="IRI", help="The IRI of the same thing elsewhere.")
    ] = None,
    to: Own = Path(DEFAULT_GAZETTEERS[0]),
    form: options.Rows = options.Format.TABLE,
) -> None:
    """Add a name to your own list.

    The next build finds it in all documents. It says which names the concept takes from another.

    Example: lrtgraph gazetteer add Doorstroomwet --label "Wet doorstroom vergunninghouders" --kind Bill
    """
    from lrtgraph.gazetteer import load
    from lrtgraph.gazetteer.lists import add as write
    from lrtgraph.gazetteer.lists import row
    from lrtgraph.gazetteer.table import concept_of_row

    known = load([to] if to.exists() else []).concepts.get(notation)
    cells = {
        "id": notation,
        "kind": kind or (row(known)["kind"] if known else "instrument"),
        "label": label or (known.pref_label if known else ""),
        "aliases": ";".join(alias or ()),
        "broader": ";".join(broader or ()),
        "same_as": ";".join(same_as or ()),
    }
    _written(to, write(to, [concept_of_row("gazetteer add", cells)]), form)


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A list as CSV or SKOS Turtle.")],
    to: Own = Path(DEFAULT_GAZETTEERS[0]),
    form: options.Rows = options.Format.TABLE,
) -> None:
    """Take another list over into your own.

    The list is CSV (id, kind, label, aliases, broader, same_as) or SKOS Turtle. It says what is new,
    what changes and what loses a name.

    Example: lrtgraph gazetteer import names.csv
    """
    from lrtgraph.gazetteer.lists import add as write
    from lrtgraph.gazetteer.loading import read_list

    concepts = read_list(file)
    if not concepts:
        raise GazetteerError(f"{file} has no names in it")
    _written(to, write(to, concepts), form)


@app.command()
def candidates(
    paths: options.Paths,
    gazetteer: options.Gazetteers = None,
    model: options.Model = None,
    form: options.Rows = options.Format.TABLE,
) -> None:
    """List names in documents that are not listed.

    Those that look like actors or instruments and that the gazetteer lacks.

    Example: lrtgraph gazetteer candidates examples/minutes
    """
    from lrtgraph.build.reader import Reader
    from lrtgraph.documents import read
    from lrtgraph.documents.sources import find

    reader = Reader(Settings(gazetteers=own_lists(gazetteer), model=model))
    seen: defaultdict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    spelt: dict[tuple[str, str], str] = {}
    for source in find(paths):
        try:
            record = reader.read(read(source.name, source.read(), source.metadata))
        except DocumentError as error:
            output.note(f"{source.path}: {error}")
            continue
        for found in record.candidates:
            name = " ".join(found.text.split())
            folded = (name.casefold(), found.kind)
            spelt[folded] = max(spelt.get(folded, name), name)  # in small letters where that occurs
            seen[folded].append((source.name, found.context))
    rows = [
        {
            "name": spelt[name, kind],
            "kind": kind,
            "count": len(places),
            "documents": sorted({document for document, _ in places}),
            "context": " ".join(places[0][1].split()),
        }
        for (name, kind), places in sorted(seen.items(), key=lambda item: (-len(item[1]), item[0]))
    ]
    finish(output.emit(rows, ["name", "kind", "count", "documents", "context"], form), "no candidates found")


def own_lists(given: list[Path] | None) -> tuple[Path, ...]:
    """The lists that a command was given, else the user's own."""
    for path in given or ():
        if not path.is_file():
            raise InputError(f"there is no list of names '{path}'")
    return tuple(given or ()) or Settings.default_gazetteers()


def _written(to: Path, changes: tuple[Change, ...], form: str) -> None:
    """Say which ids are new, what became of those that were known, and how the list gets used."""
    rows = [{"id": change.notation, "change": change.kind, "what": list(change.details)} for change in changes]
    output.emit(rows, ["id", "change", "what"], form)
    output.note(f"written to {to}; the next `lrtgraph build` finds these names in documents that it reads")
    if to not in Settings.default_gazetteers():
        output.note(f"give builds --gazetteer {to}, or name it in LRTGRAPH_GAZETTEER")


def _card(concept: Concept, language: str) -> Iterator[tuple[str, Any]]:
    """A concept field by field, in the order in which a person reads."""
    english = language == "en"
    yield "id", concept.notation
    yield "kind", concept.kind
    yield "class", concept.cls
    yield "label", concept.label(language)
    yield "definition", concept.definition_en if english and concept.definition_en else concept.definition
    yield "aliases", list(concept.alt_labels)
    yield "misspellings", list(concept.hidden_labels)
    yield "post in", list(concept.post_in)
    yield "broader", list(concept.broader)
    yield "related", list(concept.related)
    yield "same as", list(concept.exact_match)
    yield "identifiers", list(concept.identifiers)
    yield "source", list(concept.source)
    yield "from", concept.valid_from
    yield "until", concept.valid_to
    yield "may be confused with", list(concept.confusable)
    yield "everyday words", sorted(concept.ordinary)
