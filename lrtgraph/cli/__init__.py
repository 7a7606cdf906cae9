"""The command line: every command is a thin call of a library function.

app                which commands there are, and what an error becomes
build, maintain    commands that read documents, and keep the graph
ask, cards         daily questions, and one thing or meeting whole
query              questions in SPARQL
network, map       the network measured, and drawn
export, validate   the graph in another form, and held against the shapes
gazetteer          names
evaluate           reading quality

options, question_options      what commands share
completion, hints, mistakes    what helps who types
output, table, print_answers, print_results   what they print
"""

from lrtgraph.cli.app import main, run

__all__ = ["main", "run"]
