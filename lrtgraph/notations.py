"""How the notations of people, places and governments begin: the ids of what no gazetteer can list in full.

`person:Otten`, `place:Ede`, `gemeente:Ede`, `provincie:Utrecht`; what is listed has none of these.
"""

from __future__ import annotations

from typing import Final

PERSON: Final = "person:"
PLACE: Final = "place:"
MUNICIPALITY: Final = "gemeente:"
PROVINCE: Final = "provincie:"
SAFETY_REGION: Final = "veiligheidsregio:"
GOVERNMENTS: Final = (MUNICIPALITY, PROVINCE)
"""The governments that a place may stand for."""
PLACES: Final = (PLACE, *GOVERNMENTS)


def is_person(notation: str) -> bool:
    """Whether a notation is a person's.

    >>> is_person("person:Otten"), is_person("VNG")
    (True, False)
    """
    return notation.startswith(PERSON)


def municipality_of(notation: str) -> str:
    """The municipality of a place's name; any other notation as it is.

    >>> municipality_of("place:Ede"), municipality_of("VNG")
    ('gemeente:Ede', 'VNG')
    """
    return notation.replace(PLACE, MUNICIPALITY, 1)
