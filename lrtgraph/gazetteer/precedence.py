"""Whose a name is when a user's list gives it to one concept and the gazetteer to another.

An id or preferred name stays what it is; then the user's own names count, and only then the other names that
the gazetteer came with.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from lrtgraph.gazetteer.concepts import Concept, fold, is_acronym


def key(name: str) -> str:
    """What two names have in common when they are one: acronyms their letters as written, others their folded form.

    >>> key("PRT") == key("prt"), key("De Bond") == key("de bond")
    (False, True)
    """
    return name if is_acronym(name) else fold(name)


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
    """A concept with those of its names that nobody holds, or that it holds itself."""

    def mine(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(name for name in names if concept.notation in holders.get(key(name), {concept.notation}))

    alternatives, hidden = mine(concept.alt_labels), mine(concept.hidden_labels)
    if (alternatives, hidden) == (concept.alt_labels, concept.hidden_labels):
        return concept
    return replace(concept, alt_labels=alternatives, hidden_labels=hidden)
