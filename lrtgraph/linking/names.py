"""The gazetteer's names as they are looked for: without article and clitic, with inflected forms, with their case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from lrtgraph.gazetteer.concepts import bare_name as bare
from lrtgraph.gazetteer.concepts import passing
from lrtgraph.linking.inflection import adjective_forms, noun_forms
from lrtgraph.linking.words import fold
from lrtgraph.notations import GOVERNMENTS

if TYPE_CHECKING:
    from lrtgraph.gazetteer import Concept, Gazetteer

Shape = Literal["acronym", "exact", "proper", "capitals", "plain"]
NameRule = Literal["name", "inflected", "misspelled", "defined"]

_LONG_NAME = 8  # letters; a longer word that is a name is one in lower case too ("ministerraad")
_INFLECTED = 5  # letters; shorter words have too many accidental forms
_ADJECTIVE = ("lijk", "lijke", "aal", "ale", "ige", "ig")
_JOINS = ("van", "voor", "v.d.", "vd", "bij", "inzake", "over")  # what the head noun of a name stands before
_CLASS_NOUN = ("regeling", "wet", "richtlijn", "ladder", "plan", "agenda")


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a concept, ready to be looked for.

    `shape` says how its case counts: an acronym keeps it or is all capitals, an exact name keeps it, a proper name
    keeps its first capital, a plain name has none. `rule` says whether the gazetteer writes it so.
    """

    text: str
    concept: str
    shape: Shape
    rule: NameRule = "name"


def names(gazetteer: Gazetteer) -> Iterator[Name]:
    """All names of a gazetteer's concepts: labels, acronyms, misspellings, then inflected forms that are no label.

    A safety region's name gives none: "Veiligheidsregio Twente" names the safety regions and a place.
    """
    listed: list[Name] = []
    for concept in gazetteer.concepts.values():
        if not concept.notation.startswith("veiligheidsregio:"):
            listed.extend(_listed(concept, concept.notation in gazetteer.own))
    yield from listed
    taken = {_key(name.text) for name in listed}
    for name in listed:
        if name.shape == "plain" and _inflects(gazetteer.concepts[name.concept]):
            for text in sorted(_phrase_forms(name.text)):
                if _key(text) not in taken:
                    yield Name(text, name.concept, name.shape, "inflected")


def _listed(concept: Concept, is_own: bool) -> Iterator[Name]:
    shown = dict.fromkeys(bare(text) for text in (concept.pref_label, *concept.alt_labels) if text)
    shown |= dict.fromkeys(f"directeur-generaal {text[3:]}" for text in shown if text.startswith("DG "))
    acronyms = frozenset(text for text in shown if shape(text) == "acronym")
    for text in shown:
        how = _shape_for(concept, text, is_own=is_own)
        if how is not None and not _is_longer_acronym(text, acronyms):
            yield Name(text, concept.notation, how)
    for text in dict.fromkeys(map(bare, concept.hidden_labels)):
        how = _shape_for(concept, text, is_own=is_own)
        if how is not None and text not in shown and not _is_longer_acronym(text, acronyms):
            yield Name(text, concept.notation, how, "misspelled")


def _shape_for(concept: Concept, text: str, *, is_own: bool = False) -> Shape | None:
    """How case counts in a name of a concept; None for a name that is no evidence of it.

    An everyday word does not name an organisation of the long lists, nor a concept that `passing.tsv` lists, unless a
    user's own list has it too (`is_own`).
    """
    how = shape(text)
    if concept.kind == "place":
        return "proper"
    if concept.notation in passing() and not is_own:
        return None
    if concept.notation.startswith("organisatie:") and " " not in text:
        return None if text in concept.ordinary or text[0].islower() else "exact"
    if concept.notation.startswith("organisatie:Regio_"):
        return "proper"  # "regio Achterhoek" is the stretch of land
    if concept.notation.startswith(GOVERNMENTS) and " " in text:
        return "capitals"  # "de gemeente echt" is not that of Echt
    return how


def _is_longer_acronym(text: str, acronyms: frozenset[str]) -> bool:
    """Whether a name is an acronym of the concept with an -s or a word behind it: in "CNO-plekken" CNO is it."""
    if text.endswith("s") and text[:-1] in acronyms:
        return True
    first, _, rest = text.replace("-", " ").partition(" ")
    return first in acronyms and rest.islower() and not rest.endswith(_CLASS_NOUN)


def _inflects(concept: Concept) -> bool:
    """Whether a concept's names have other numbers: not where they name one place or one administration."""
    return concept.kind != "place" and ":" not in concept.notation


def shape(text: str) -> Shape:
    """How case counts in a name.

    >>> shape("CdK"), shape("Nidos"), shape("Tweede Kamer"), shape("gemeenten"), shape("BAK OEK")
    ('acronym', 'proper', 'plain', 'plain', 'acronym')
    """
    parts = text.split()
    if all(sum(c.isupper() for c in part) > 1 or not any(c.isalpha() for c in part) for part in parts):
        return "acronym"
    if len(parts) == 1 and text[0].isupper() and len(text) < _LONG_NAME:
        return "proper"
    return "plain"


def _phrase_forms(text: str) -> frozenset[str]:
    """Other forms of a name of one or more words: its noun in another number, its adjective with or without -e.

    >>> "interbestuurlijke toezicht" in _phrase_forms("interbestuurlijk toezicht")
    True
    >>> "commissarissen van de Koning" in _phrase_forms("commissaris van de Koning")
    True
    """
    words = text.split()
    last = words[-1]
    forms: set[str] = set()
    if last.isalpha() and last[1:].islower() and len(last) >= _INFLECTED:
        forms.update(" ".join([*words[:-1], form]) for form in noun_forms(last))
    if len(words) == 2 and words[0].isalpha() and words[0].endswith(_ADJECTIVE):
        forms.update(f"{form} {last}" for form in adjective_forms(words[0]))
    if len(words) > 2 and words[1] in _JOINS and words[0].isalpha() and len(words[0]) >= _INFLECTED:
        forms.update(" ".join([form, *words[1:]]) for form in noun_forms(words[0].lower()))
    return frozenset(forms)


def _key(text: str) -> str:
    return " ".join(fold(word) for word in text.replace("-", " ").split())
