"""What documents are read with, known without loading it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import astuple, dataclass
from importlib.util import find_spec
from pathlib import Path

from lrtgraph import __version__
from lrtgraph.errors import ModelError
from lrtgraph.records import Metadata
from lrtgraph.resources import Settings, bundled_model


@dataclass(frozen=True, slots=True)
class Tools:
    """What documents are read with; a graph made with other tools is made again."""

    version: str
    model: str
    gazetteer: str
    with_persons: bool

    def fingerprint(self, name: str, metadata: Metadata) -> str:
        """Two short hashes: of the tools, and of what the graph takes from outside the bytes."""
        return f"{_digest(astuple(self))}-{_digest((name, astuple(metadata)))}"

    def made(self, fingerprint: str | None) -> bool:
        """Whether a fingerprint is of these tools."""
        return fingerprint is not None and fingerprint.startswith(_digest(astuple(self)) + "-")


def _digest(parts: tuple[object, ...]) -> str:
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:16]


def tools(settings: Settings, gazetteer_hash: str) -> Tools:
    """The version, model and gazetteer of a run.

    Raises ModelError where there is no such pipeline.
    """
    return Tools(__version__, model_identity(settings.model), gazetteer_hash, settings.with_persons)


def model_identity(model: str | None) -> str:
    """What tells one pipeline from another: its folder's name and a hash of its files."""
    folder = bundled_model() if model is None else _folder(model)
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts):
        digest.update(f"{path.relative_to(folder).as_posix()}\0".encode())
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return f"{folder.name}@{digest.hexdigest()[:16]}"


def _folder(model: str) -> Path:
    if (path := Path(model)).is_dir():
        return path
    try:
        spec = find_spec(model)
    except (ImportError, ValueError):
        spec = None
    if spec is None or not spec.submodule_search_locations:
        raise ModelError(
            f"there is no spaCy pipeline '{model}': give the path of one or the name of an installed package, "
            "or leave the option out to use the bundled model"
        )
    return Path(next(iter(spec.submodule_search_locations)))
