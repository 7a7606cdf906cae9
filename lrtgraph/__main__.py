"""`python -m lrtgraph` is the command line."""

from lrtgraph.cli.app import main

if __name__ == "__main__":
    main()
