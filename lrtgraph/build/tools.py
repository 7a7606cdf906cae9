"""What documents are read with, known without loading it."""

from __future__ import annotations

import hashlib
from importlib.util import find_spec
from pathlib import Path

from lrtgraph import __version__
from lrtgraph.build.journal import Tools
from lrtgraph.errors import ModelError
from lrtgraph.resources import Settings, bundled_model


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
