"""People of a user's list, under the ids by which minutes know people: `person:Otten`.

So who is listed, who attended and who spoke are one node, whatever the list calls them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

import pyoxigraph as ox

from lrtgraph import vocabulary as v
from lrtgraph.dutch.surnames import surnames
from lrtgraph.gazetteer.concepts import Concept
from lrtgraph.notations import PERSON, is_person

_NOTATION = v.NAMESPACES["skos"] + "notation"
_HIDDEN = v.NAMESPACES["skos"] + "hiddenLabel"


def person_ids(concepts: Iterable[Concept], others: Iterable[Concept] = ()) -> dict[str, str]:
    """For each person of a list his id in minutes: by surname, where two share one by the name in full.

    `others` are the concepts of all lists that are read with it: two lists may each have an Otten of their own.

    >>> person_ids([Concept("FO", "actor", "Person", "Fleur Otten"), Concept("VNG", "actor", "Organisation", "VNG")])
    {'FO': 'person:Otten'}
    """
    people = _people(concepts)
    own = [one.pref_label for one in people]
    named = [last for last, _ in surnames(own)]
    elsewhere = sorted({one.pref_label for one in _people(others)}.difference(own))
    uses = Counter([*named, *(last for last, _ in surnames(elsewhere))])
    return {
        one.notation: PERSON + (last if uses[last] == 1 else one.pref_label)
        for one, last in zip(people, named, strict=True)
    }


def _people(concepts: Iterable[Concept]) -> list[Concept]:
    return [one for one in concepts if one.cls == "Person" and not is_person(one.notation)]


def as_in_minutes(concept: Concept, ids: Mapping[str, str]) -> Concept:
    """A concept under its id in minutes; the id that the list gives a person stays a name of his."""
    own = concept.notation
    if own not in ids:
        return concept
    known = {concept.pref_label, *concept.alt_labels, *concept.hidden_labels}
    hidden = concept.hidden_labels if own in known else (*concept.hidden_labels, own)
    return replace(concept, notation=ids[own], hidden_labels=hidden)


def triples_as_in_minutes(
    triples: Iterable[ox.Quad | ox.Triple], ids: Mapping[str, str]
) -> Iterator[ox.Quad | ox.Triple]:
    """The triples of a list with its people under their ids in minutes."""
    iris = {v.concept_iri(own): ox.NamedNode(v.concept_iri(theirs)) for own, theirs in ids.items()}
    for one in triples:
        if not isinstance(one.subject, ox.NamedNode):
            yield one
            continue
        subject = iris.get(one.subject.value, one.subject)
        value = iris.get(one.object.value, one.object) if isinstance(one.object, ox.NamedNode) else one.object
        if one.predicate.value == _NOTATION and isinstance(value, ox.Literal) and value.value in ids:
            yield ox.Triple(subject, ox.NamedNode(_HIDDEN), value)
            value = ox.Literal(ids[value.value])
        yield ox.Triple(subject, one.predicate, value)


def surname_triples(ids: Mapping[str, str]) -> Iterator[ox.Triple]:
    """The surnames of a list's people, by which they can be asked for; alone they are no evidence in a text."""
    for theirs in ids.values():
        label = ox.Literal(theirs.removeprefix(PERSON), language="nl")
        yield ox.Triple(ox.NamedNode(v.concept_iri(theirs)), ox.NamedNode(_HIDDEN), label)
