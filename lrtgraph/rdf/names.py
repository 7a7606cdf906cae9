"""The nodes of persons, places and units that no gazetteer lists, the forms of names, and what meetings are called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, Protocol

from lrtgraph import vocabulary as v
from lrtgraph.dutch.people import Text
from lrtgraph.dutch.redaction import PARTICLES
from lrtgraph.notations import PERSON, PLACE, is_person
from lrtgraph.rdf.written import Term, clean, dutch, node, string, term
from lrtgraph.records import Meeting, Mention, Participant, Record

_NAME: Final = re.compile(r"(?<!\w)[A-ZÀ-ÖØ-Þ](?:(?=\w*[a-zß-öø-ÿ])\w+|[A-ZÀ-ÖØ-Þ]{3,}(?!\w))")
"""A word of a name: with a capital, and no acronym; given names and surnames may stand in columns of their own."""
_MAILBOX: Final = r"(?<![\w.+-])[\w.+-]+(?=@\w[\w-]*\.\w)"
"""The first half of an address of mail, which is a name more often than not."""


class GazetteerLike(Protocol):
    """What is needed of a gazetteer: which notations it lists."""

    @property
    def concepts(self) -> Mapping[str, Any]:
        """What it lists, by notation."""


_TYPE: Final = term("rdf:type")
_CLASSES: Final[Mapping[str, tuple[str, ...]]] = {
    "person": (v.PERSON, v.ACTOR),
    "gemeente": (v.ORGANISATION, v.ACTOR),
    "provincie": (v.ORGANISATION, v.ACTOR),
    "place": (v.PLACE,),
}


def name_triples(notation: str, *, is_body: bool = False, acts: bool = False) -> Iterator[tuple[Term, Term]]:
    """What holds of the node of a person, municipality, province or place that is no concept of the gazetteer.

    `notation` is such as `person:Van_den_Brink` or `gemeente:Westerwolde`; other notations get a label only, and the
    class of a body where it is one that met, or else of an actor where it acts.
    """
    kind, colon, name = notation.partition(":")
    label = clean((name if colon else kind).replace("_", " "))
    classes = _CLASSES.get(kind, ()) if colon else (v.BODY,) * is_body + (v.ACTOR,) * (is_body or acts)
    if kind in ("gemeente", "provincie"):
        label = f"{kind} {label}"
    for cls in classes:
        yield _TYPE, node(cls)
    yield term("skos:prefLabel"), dutch(label)
    yield term("skos:notation"), string(notation)


def is_common(notation: str) -> bool:
    """Whether a notation that no gazetteer lists is a common noun, with a name behind it or without, and no name.

    >>> is_common("secretariaat"), is_common("werkgroep_Techniek"), is_common("Meetbureau"), is_common("person:Bos")
    (True, True, False, False)
    """
    return notation[:1].islower() and ":" not in notation


def unit_triples(notation: str, name: str, table: str) -> Iterator[tuple[Term, Term]]:
    """What holds of the node of a unit that a noun names: it acts, and is that of a table.

    In: the unit's id, `LRT.secretariaat`, its name, and what to call its table.
    """
    label = clean(name.replace("_", " "))
    yield _TYPE, node(v.ACTOR)
    yield term("skos:prefLabel"), dutch(f"{label} ({clean(table.replace('_', ' '))})")
    yield term("skos:altLabel"), dutch(label)
    yield term("skos:notation"), string(notation)


def meeting_label(meeting: Meeting, body: str | None) -> str:
    """What to call a meeting: its body and date, or the bounds of its date."""
    if meeting.date or not (meeting.earliest or meeting.latest):
        when = meeting.date or ""
    else:
        when = f"({meeting.earliest or '…'} – {meeting.latest or '…'})"
    return " ".join(part for part in (body, when) if part)


def names_in(record: Record, gazetteer: GazetteerLike) -> re.Pattern[str] | None:
    """Every form in which the record or a list of the user's names a person, and where something marks one.

    Each word of it that is a name by itself counts too. The longest comes first; a name may have the s of a genitive,
    and stand in capitals.
    """
    others = [mention for mention in record.mentions if not is_person(mention.concept)]
    forms = {mention.text for mention in record.mentions if is_person(mention.concept)}
    forms |= {participant.name for participant in record.participants if participant.name}
    forms |= {form for notation in gazetteer.concepts if is_person(notation) for form in _listed(notation, gazetteer)}
    taken = [(mention.start, mention.end) for mention in others]
    actors = [(mention.start, mention.end) for mention in others if not mention.concept.startswith(PLACE)]
    text = record.document.text
    forms |= {text[start:end] for start, end in Text(text, taken, actors, record.lists).people()}
    words = {word for form in forms for word in _NAME.findall(form) if word.lower() not in PARTICLES}
    words -= {mention.text for mention in others}
    forms |= words | {word.upper() for word in words} | {word.title() for word in words if word.isupper()}
    told = sorted((form for form in forms if form), key=lambda form: (-len(form), form))
    alternatives = "|".join(r"\s+".join(map(re.escape, form.split())) for form in told)
    return re.compile(rf"(?<!\w)(?:{alternatives})(?:['’´`]?s)?(?!\w)|{_MAILBOX}") if alternatives else None


def _listed(notation: str, gazetteer: GazetteerLike) -> Iterator[str]:
    """The names of a person of the user's own list."""
    concept = gazetteer.concepts[notation]
    yield from (notation.removeprefix(PERSON).replace("_", " "), concept.pref_label)
    yield from (*concept.alt_labels, *concept.hidden_labels)


def person_of(slot: Participant, persons: Iterable[Mention]) -> str:
    """The person in a slot: the one of `persons` mentioned there by (part of) that name, else the name itself."""
    name = slot.name or ""
    for mention in persons:
        inside = slot.evidence.start <= mention.start and mention.end <= slot.evidence.end
        if inside and (mention.text in name or name in mention.text):
            return mention.concept
    return PERSON + name.replace(" ", "_")
