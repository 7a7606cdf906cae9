"""One algorithm of NetworkX without all the others.

`import networkx` runs its three hundred modules, which takes longer than most questions; two of its algorithms need
thirty of them. Python runs a package's `__init__` before any module below it, and it is these that import the rest. So
NetworkX's packages are entered here without running theirs, only the modules that an algorithm imports are run, and
then all are taken out of `sys.modules` again: whoever imports NetworkX gets it whole, and a copy of its own.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from types import ModuleType
from typing import Any, Final

_WHOLE: Final = "networkx"
# NetworkX's packages that are entered, and the modules of each that have what others take from the package itself.
_ENTERED: Final[dict[str, tuple[str, ...]]] = {
    _WHOLE: ("exception", "lazy_imports", "utils", "classes"),
    f"{_WHOLE}.algorithms": (),
    f"{_WHOLE}.algorithms.centrality": (),
    f"{_WHOLE}.algorithms.community": ("quality",),
    f"{_WHOLE}.algorithms.shortest_paths": (),
}


@cache
def algorithm(module: str) -> Any:
    """The module below `networkx.algorithms` with an algorithm; its `nx` has the graphs that it takes.

    >>> betweenness = algorithm("centrality.betweenness")
    >>> betweenness.betweenness_centrality(betweenness.nx.DiGraph([("a", "b"), ("b", "c")]), normalized=False)["b"]
    1.0

    It is the one of the whole NetworkX where that is imported already, where another thread may be importing it, where
    the environment has settings for it (another library may then do its work), and where a version of it is made
    otherwise than we know. Raises ImportError for a module that there is not.
    """
    name = f"{_WHOLE}.algorithms.{module}"
    settings = any(variable.startswith("NETWORKX_") for variable in os.environ)
    if not _imported() and not settings and threading.active_count() == 1:
        with suppress(ImportError, AttributeError), _entered():
            return import_module(name)
    return import_module(name)


def _imported() -> list[str]:
    return [name for name in sys.modules if name.partition(".")[0] == _WHOLE]


@contextmanager
def _entered() -> Iterator[None]:
    """In here NetworkX's packages have nothing but what modules below them have that are imported meanwhile."""
    try:
        packages = [_enter(name) for name in _ENTERED]
        _configure(packages[0])
        yield
        for package in packages:
            for part in _ENTERED[package.__name__]:
                vars(package).update(_names(sys.modules.get(f"{package.__name__}.{part}")))
        for package in packages:
            vars(package)["__getattr__"] = _of_the_whole(package.__name__)
    finally:
        for name in _imported():
            del sys.modules[name]


def _enter(name: str) -> ModuleType:
    """A package whose `__init__` is not run; a name is looked up in the modules that have its names."""
    spec = find_spec(name)
    if spec is None:
        raise ImportError(f"there is no {name}")
    package = sys.modules[name] = module_from_spec(spec)
    above, _, last = name.rpartition(".")
    if above:
        setattr(sys.modules[above], last, package)

    def find(wanted: str) -> Any:
        for part in () if wanted.startswith("__") else _ENTERED[name]:
            found = _names(import_module(f"{name}.{part}"))
            if wanted in found:
                return found[wanted]
        raise AttributeError(f"{name} has no {wanted} here")

    vars(package)["__getattr__"] = find
    return package


def _names(module: ModuleType | None) -> dict[str, Any]:
    """What a module has, but for what every module has."""
    return {name: value for name, value in vars(module).items() if not name.startswith("__")} if module else {}


def _of_the_whole(package: str) -> Callable[[str], Any]:
    """What gives a name that an algorithm asks of a package only while it runs, and that is not there."""
    return lambda wanted: getattr(import_module(package), wanted)


def _configure(nx: Any) -> None:
    """What NetworkX's own `__init__` does first: import the graphs, and set what it has no settings for.

    Libraries that could do its work are not looked for once more: without settings they do none.
    """
    utils: Any = import_module(f"{_WHOLE}.utils")
    utils.backends._get_backends = lambda *_, **__: {}
    nx.config = utils.config = utils.configs.config = utils.backends._set_configs_from_environment()
    import_module(f"{_WHOLE}.classes")
