"""Mentions: what a document names, each with the rule that found it, a confidence and the reason in words.

    linker = Linker(gazetteer)
    links = linker.link(document, layout, participants, meeting.body)
    links.mentions, links.candidates

Linking reads the blocks' text only, so that it can run before the parser and tell which blocks need it.

words            the words of a text with their places
lexicon          the word lists of linking (data/linking)
inflection       plurals, singulars and inflected adjectives of a name
spelling         slips of one letter
names            the gazetteer's names as they are looked for
matcher          names in a text, in one pass
compounds        compounds of a concept's name
definitions      names that a document defines: "Naam (AFK)", "hierna: provincie"
persons          persons by title, list and surname
offices          offices by a bare title
own_body         the body whose minutes these are
organs           the organs of the government whose minutes these are: "het college"
acting           whether the bare name of a territory acts
places           places and administrations
field            whether a document is of the gazetteer's field
disambiguation   whether a name means its concept here
candidates       names that the gazetteer lacks
lookup           what is asked of a gazetteer, made ready once
linker           the mentions of a document, by all of these
"""

from lrtgraph.linking.linker import Linker, Links

__all__ = ["Linker", "Links"]
