"""The gazetteer: every actor, instrument, target group and place by id, with all its names.

    import lrtgraph.gazetteer as gazetteer
    names = gazetteer.load()
    names.resolve("spreidingswet").notation   # 'Spreidingswet'

The packaged thesaurus is SKOS in Turtle (`ontology/gazetteer/`); a user's own list (CSV or SKOS Turtle) goes on top.
"""

from __future__ import annotations

from lrtgraph.gazetteer.concepts import Alias, Concept, Gazetteer, Kind
from lrtgraph.gazetteer.loading import hash_of, load, quads

__all__ = ["Alias", "Concept", "Gazetteer", "Kind", "hash_of", "load", "quads"]
