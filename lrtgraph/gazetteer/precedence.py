"""Whose a name is when a user's list gives it to one concept and the gazetteer to another.

An id or preferred name stays what it is; then the user's own names count, and only then the other names that
the gazetteer came with.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from lrtgraph.gazetteer.concepts import Concept, bare_name, fold, is_acronym


def key(name: str) -> str:
    """What two names have in common when they are one: acronyms their letters as written, others their folded form.

    An acronym is looked for without its article and plural -s, so that these are no other name.

    >>> key("PRT") == key("prt"), key("De Bond") == key("de bond"), key("de PRT's") == key("PRT")
    (False, True, True)
    """
    bare = bare_name(name)
    acronym = bare[:-1] if bare.endswith("s") and bare[-2:-1].isupper() else bare  # "VRs"
    return acronym if is_acronym(acronym) else fold(name)


def settle(known: Mapping[str, Concept], added: Iterable[Concept]) -> tuple[dict[str, Concept], list[Concept]]:
    """The known concepts without the names that the added ones take over, and the added ones without preferred names
    of others.

    >>> vb = Concept("VB", "actor", "Body", "Veiligheidsberaad", ("VB", "beraad"))
    >>> own = Concept("Beleidsberaad", "actor", "Actor", "Beleidsberaad", ("beraad", "Veiligheidsberaad"))
    >>> known, added = settle({"VB": vb}, [own])
    >>> known["VB"].alt_labels, added[0].alt_labels
    (('VB',), ('beraad',))
    """
    preferred = {key(concept.pref_label): notation for notation, concept in known.items()}
    settled = [
        _keep(concept, {k: {holder} for k in _keys(concept) if (holder := preferred.get(k))}) for concept in added
    ]
    claims: defaultdict[str, set[str]] = defaultdict(set)
    for concept in settled:
        for claimed in (key(concept.pref_label), *_keys(concept)):
            claims[claimed].add(concept.notation)
    return {notation: _keep(concept, claims) for notation, concept in known.items()}, settled


def _keys(concept: Concept) -> Iterable[str]:
    return map(key, (*concept.alt_labels, *concept.hidden_labels))


def _keep(concept: Concept, holders: Mapping[str, set[str]]) -> Concept:
    """A concept with those of its names that nobody holds, or that it holds itself.

    With an acronym goes what is made of it: "CNO-plekken" with "CNO".
    """

    def is_lost(name: str) -> bool:
        return concept.notation not in holders.get(key(name), {concept.notation})

    lost = {name for name in (*concept.alt_labels, *concept.hidden_labels) if is_acronym(name) and is_lost(name)}

    def mine(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(name for name in names if not is_lost(name) and _first_part(name) not in lost)

    alternatives, hidden = mine(concept.alt_labels), mine(concept.hidden_labels)
    if (alternatives, hidden) == (concept.alt_labels, concept.hidden_labels):
        return concept
    return replace(concept, alt_labels=alternatives, hidden_labels=hidden)


def _first_part(name: str) -> str:
    """What stands before a hyphen or space and a word in lower case; else nothing."""
    first, _, rest = name.replace("-", " ").partition(" ")
    return first if rest.islower() else ""
