"""Mentions: what a document names, each with the rule that found it, a confidence and the reason in words.

    linker = Linker(gazetteer)
    links = linker.link(document, layout, participants)
    links.mentions, links.candidates

Linking reads the blocks' text only, so that it can run before the parser and tell which blocks need it.
"""

from lrtgraph.linking.linker import Linker, Links

__all__ = ["Linker", "Links"]
