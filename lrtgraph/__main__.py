"""`python -m lrtgraph` is the command line."""

from lrtgraph.cli.app import run

if __name__ == "__main__":
    run()
