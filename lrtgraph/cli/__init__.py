"""The command line: every command is a thin call of a library function."""

from lrtgraph.cli.app import main, run

__all__ = ["main", "run"]
