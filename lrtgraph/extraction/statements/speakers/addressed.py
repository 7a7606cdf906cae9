"""Whom a sentence only speaks to: the actor behind a verb whose subject, before it, is nobody whom a list has.

"De omwonenden hebben het COA gevraagd te komen" is no word of COA's. Dutch leaves the order of subject and object to
sense; what decides is the number of the verb, that a stretch of time asks nothing, and last the parse.
"""

from __future__ import annotations

from lrtgraph.dutch.conjugation import conjugation, plural
from lrtgraph.extraction.grammar.lexicon import HEBBEN, words
from lrtgraph.extraction.grammar.trees import has_subject
from lrtgraph.extraction.statements.sentence.groups import Group
from lrtgraph.extraction.statements.sentence.passage import Passage
from lrtgraph.extraction.statements.sentence.placement import Subject, main_subject
from lrtgraph.extraction.statements.sentence.syntax import MainClause, main_clause
from lrtgraph.extraction.statements.speech.lexicon import sightings

_NO_SUBJECT = words("preposition", "between", "aanhef")
"""Words that open a sentence before its verb without its subject."""
_APPEALING = conjugation("spreken").finite
"""Of a thing it tells how it is liked, or who is against it: "Het plan spreekt VNG niet aan", "… spreekt COA tegen"."""


def is_object(passage: Passage, clause: MainClause, verb: int, here: Subject) -> bool:
    """ "De brief verzoekt gemeenten …": a noun before a verb that takes a person as its object is its subject."""
    pointed_to = here.group is None and not here.noun
    if not here.inverted or pointed_to or clause.led:
        return False
    if not takes_person(passage, clause, verb) and not _has_asked(passage, clause, verb):
        return False
    opener = passage.words[clause.start]
    headed = opener == "het" and passage.parts[clause.start + 1] == "NOUN" and passage.words[verb] not in _APPEALING
    if passage.parts[clause.start] == "ADP" or (opener in _NO_SUBJECT and not headed):
        return False  # "Om versnelling verzoekt COA", "Dat voorstel raadt COA af"; but "Het dorp vraagt COA om een hek"
    ahead = (k for k in range(clause.start, verb) if passage.parts[k] in ("NOUN", "PROPN") and passage.at(k) is None)
    noun = next(ahead, None)
    if noun is None or passage.words[noun] in words("time_noun", "part_of_year"):
        return False  # "Deze week verzoekt COA om haast"
    several = plural(passage.words[verb])
    if not several and "Plur" in passage.doc[noun].morph.get("Number", []):
        return False  # "Die cijfers heeft het IPO gevraagd"
    if here.group is None or (several and _is_one(passage, here.group)):
        return True
    return not has_subject(passage.doc[here.group.name : here.group.name + 1])


def _is_one(passage: Passage, group: Group) -> bool:
    """Whether no plural verb can have a group as its subject: one actor by its acronym, or behind "het"."""
    single = len(group.concepts) == 1 and words("crowd").isdisjoint(group.concepts)
    return single and (passage.doc[group.name].text.isupper() or "het" in passage.words[group.start - 1 : group.name])


def is_addressed(passage: Passage, start: int, end: int, group: Group) -> bool:
    """Whether another than a group asks it, whom nobody lists: "De omwonenden hebben COA gevraagd te komen"."""
    clause = main_clause(passage, start, end)
    here, verb = main_subject(passage, start, end, None)
    if here is None or here.group != group or passage.words[verb] in _APPEALING:
        return False
    return is_object(passage, clause, verb, here)


def takes_person(passage: Passage, clause: MainClause, verb: int) -> bool:
    """Whether the object of a verb is whom it is said to: "verzoekt gemeenten"."""
    found = sightings(passage.words, clause.start, clause.end, verb)
    return bool(found) and found[0].frame.addressee == "object"


def _has_asked(passage: Passage, clause: MainClause, verb: int) -> bool:
    """Whether a perfect tense is of a verb that takes a person: "hebben gemeenten gevraagd"."""
    participles = (k for k in range(verb + 1, clause.end) if passage.parts[k] == "VERB")
    return passage.words[verb] in HEBBEN and any(takes_person(passage, clause, k) for k in participles)
