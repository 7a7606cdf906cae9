"""The command line: every command is a thin call of a library function.

app                which commands there are, and what an error becomes
build              commands that read documents
maintain           commands that keep the graph
ask                daily questions
cards              one thing or meeting whole
query              questions in SPARQL
network            the network measured
map                the network drawn
export             the graph in another form
validate           the graph held against the shapes
gazetteer          names
evaluate           reading quality
options            what commands share
question_options   what questions share
completion         names for the shell to complete
hints              what to say where little was found
mistakes           what to say of a command line that cannot be taken
output             rows in their forms
table              rows for a terminal
print_answers      what a question prints
print_results      what a query prints
"""

from lrtgraph.cli.app import main, run

__all__ = ["main", "run"]
