"""The gazetteer: every actor, instrument, target group and place by id, with all its names.

    import lrtgraph.gazetteer as gazetteer
    names = gazetteer.load()
    names.resolve("spreidingswet").notation   # 'Spreidingswet'

The packaged thesaurus is SKOS in Turtle (`ontology/gazetteer/`); a user's own list (CSV or SKOS Turtle) goes on top.

concepts     concepts, their names, and finding one; which of them everyday words name in passing
loading      reading the gazetteer and users' lists
table        a user's list as CSV
precedence   whose a name is that two lists have
persons      people of a user's list
longer_names a table's name that goes on as that of another
lists        adding a name to a user's list
check        what may go wrong with a list
"""

from __future__ import annotations

from lrtgraph.gazetteer.concepts import Alias, Concept, Gazetteer, Kind
from lrtgraph.gazetteer.loading import hash_of, load, quads

__all__ = ["Alias", "Concept", "Gazetteer", "Kind", "hash_of", "load", "quads"]
