"""Settings, and the only code that finds files which belong to the package."""

from __future__ import annotations

import csv
import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lrtgraph.errors import ResourceError

_PACKAGE = Path(__file__).resolve().parent
STORE_VARIABLE = "LRTGRAPH_STORE"
DEFAULT_STORE = "lrtgraph.db"
GAZETTEER_VARIABLE = "LRTGRAPH_GAZETTEER"
DEFAULT_GAZETTEERS = ("gazetteer.csv", "gazetteer.ttl")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run is set to; passed in, never read at import.

    `store` is a folder or a SPARQL endpoint's URL, `gazetteers` are the user's own lists on top of the packaged
    one, `model` the name or path of a spaCy pipeline (None: the bundled one), `jobs` the number of processes.
    """

    store: str = DEFAULT_STORE
    gazetteers: tuple[Path, ...] = ()
    model: str | None = None
    jobs: int = 1
    with_persons: bool = True
    language: str = "nl"

    @staticmethod
    def default_store() -> str:
        """The store named by the environment variable LRTGRAPH_STORE, else `lrtgraph.db` here."""
        return os.environ.get(STORE_VARIABLE) or DEFAULT_STORE

    @staticmethod
    def default_gazetteers() -> tuple[Path, ...]:
        """The user's lists of names: those in the environment variable LRTGRAPH_GAZETTEER, divided as in PATH, else
        `gazetteer.csv` and `gazetteer.ttl` here, where they exist."""
        named = os.environ.get(GAZETTEER_VARIABLE)
        if named:
            return tuple(Path(path) for path in named.split(os.pathsep) if path)
        return tuple(path for path in map(Path, DEFAULT_GAZETTEERS) if path.is_file())


def resource(*parts: str) -> Path:
    """The path of a packaged file or folder, such as `resource("queries", "derive")`.

    The copy inside an installed package comes first; a checkout keeps `ontology/` and `queries/` beside the
    package. Raises ResourceError where neither is there.
    """
    for base in (_PACKAGE / "_data", _PACKAGE, _PACKAGE.parent):
        path = base.joinpath(*parts)
        if path.exists():
            return path
    raise ResourceError(f"{'/'.join(parts)} is missing from the installation; install lrtgraph again")


def bundled_model() -> Path:
    """The folder of the language model that comes with the package. Raises ResourceError where it is missing."""
    return resource("model", "nl_lrtgraph")


@cache
def table(*parts: str) -> tuple[dict[str, str], ...]:
    """The rows of a table in `data/`, by its columns: divided by tabs where its name ends in .tsv, else by commas.

    >>> table("numerals.csv")[0]["value"], sorted(table("linking", "person_titles.tsv")[0])
    ('1', ['definition', 'example', 'kind', 'title'])

    Raises ResourceError where it is missing.
    """
    path = resource("data", *parts)
    with path.open(encoding="utf-8", newline="") as file:
        tabs = path.suffix == ".tsv"
        return tuple(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if tabs else csv.DictReader(file))


@cache
def word_list(*parts: str, section: str | None = None) -> frozenset[str]:
    """The words of a list in `data/`, or of one `[section]` of it: white space between them, `#` before a remark.

    >>> "het" in word_list("sentence_openers.txt"), "m.b.t." in word_list("abbreviations.txt", section="inner")
    (True, True)

    Raises ResourceError where it is missing.
    """
    found: set[str] = set()
    current = None
    for raw in resource("data", *parts).read_text(encoding="utf-8").splitlines():
        line = raw.partition("#")[0].strip()
        if line.startswith("["):
            current = line.strip("[]")
        elif section in (None, current):
            found.update(line.split())
    return frozenset(found)
