"""A name without what stands before and behind it: titles, degrees, remarks."""

from __future__ import annotations

import re
from functools import cache

from lrtgraph.dutch.surnames import LETTER, SURNAME, TITLES
from lrtgraph.extraction.grammar.lexicon import table

TITLE = rf"(?:{TITLES}|jhr|jkvr|msc|burg)\b\.?"
"""What stands before a name."""
ADDRESS = r"(?:de\s+heer|mevrouw|mevr|dhr|mw)"
"""How one person is spoken of; the end of the word is for the pattern to ask."""
LOCAL_OFFICE = r"(?:burgemeester|wethouder|gedeputeerde)"
AWAY = r"(?:afwezig|afgemeld|verhinderd|verontschuldigd)"
NOTICE = r"(?:m\.?k\.?|met\s+(?:kennisgeving|bericht))"
"""With what notice somebody stayed away."""


PERSON = re.compile(rf"(?<!\w)(?:{TITLE}\s*)+", re.IGNORECASE)
OFFICE_TITLE = re.compile(
    r"\A(?:voorzitter|(?:loco-)?burgemeester|wethouder|gedeputeerde|minister|staatssecretaris|commissaris|generaal)\s+(?=[A-Z]|van|de|ter)"
)
_INITIALS = re.compile(rf"(?<!\w)(?:{LETTER}\.\s?-?)+")
GIVEN = "\ue100\ue101"
"""What brackets around a given name, "J. (Jan) Bos", are read as, so that no office is looked for in them."""
_BRACKETS = str.maketrans(GIVEN, "()")
DEGREES = re.compile(r"(?:,?\s+(?:MSc|MBA|LL\.?M|PhD|BSc|MPA|MPS|MA|RA|RC|EMIA|BA)\b\.?)+\Z")
_PART_TIME = re.compile(
    r"\s+(?:(?:vanaf|tot|t/m|bij|voor|na|tijdens)\s+(?:en\s+met\s+)?(?:agenda)?punt|vanaf|deels|tot\s+\d)\b.*\Z",
    re.IGNORECASE,
)
SUPPORT = re.compile(
    r"\b(?:secretariaat|ondersteuning|ambtelijke?\s+(?:ondersteuning|secretaris)|notulist\w*|secr|verslag\w*|secretaris(?!\s?[-/]\s?directeur)"
    r"|griffie\w*|ondersteunend\w*|notulen|toehoorder\w*)\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"(?:(?:haar|zijn|hun|diens)\s+\w+|vz|voorzitter|lid|x{2,}|n\.?\s?n\.?|naam|onbekend|vacant|vacature|gelakt)\Z",
    re.IGNORECASE,
)


_NAMED = re.compile(rf"(?:(?:{LETTER}\.\s?)+(?=[A-Za-z'])|(?!(?:van|te)\s)){SURNAME}")
"""Behind a function, a surname and its initials; "van" and "te" in small letters say there of what or where it is."""
_WORD = 4
"""Letters that a word in lower case has at least; what is shorter may belong to a name: "van", "'t", "zu"."""
_DESCRIBES = re.compile(r"(?:(?:de|het|een)\s+(?!(?:la|van|der|den)\b)[a-zà-ÿ]{5,}|\d+\s)")
"""How words begin that say what somebody is: "de directeur", "25 voorzitters"."""


def person_name(text: str) -> str | None:
    """A name without title, its first letter a capital; None where nothing of a name is left but initials.

    >>> person_name("dhr. drs. J.A. van der Burg"), person_name("mw. van der Burg"), person_name("Mw. J.")
    ('J.A. van der Burg', 'Van der Burg', None)
    >>> person_name("de directeur"), person_name("25 voorzitters"), person_name("Bos neemt zijn inbreng mee")
    (None, None, None)
    >>> person_name("Projectleider"), person_name("mw. Leider")
    (None, 'Leider')
    """
    text = text.strip(" ,.;:()[]-•").translate(_BRACKETS)
    if titled := PERSON.match(text):
        text = text[titled.end() :].strip(" ,.;:")
    elif len(text.split()) == 1 and is_function(text):
        return None
    text = DEGREES.sub("", _PART_TIME.sub("", OFFICE_TITLE.sub("", text))).strip()
    bare = _INITIALS.sub("", text, count=1).strip()
    if not any(char.isalpha() for char in bare) or len(bare) < 2 or _NOBODY.match(text) or _NOBODY.match(bare):
        return None
    if _DESCRIBES.match(text) or (any(map(str.isupper, text)) and not is_name(bare)):
        return None
    return text[0].upper() + text[1:]


def is_name(text: str) -> bool:
    """Whether a text can be a person's name: no words in lower case but particles and short ones.

    >>> is_name("J. van der Burg"), is_name("Scholte in 't Veld"), is_name("Bos neemt zijn inbreng mee")
    (True, True, False)
    """
    words = re.findall(r"[^\W\d_]+", text)
    return all(word[0].isupper() or len(word) < _WORD for word in words)


def is_function(word: str) -> bool:
    """Whether a word tells a function, or how somebody is there, and is nobody's name.

    >>> is_function("Programmamanager"), is_function("Bos")
    (True, False)
    """
    return word.lower().endswith(_functions())


def post_and_name(text: str) -> tuple[str, str] | None:
    """A person behind a function that no gazetteer has, as name and function; None where it is no such pair.

    >>> post_and_name("bestuurlijk verkenner Van Leyden"), post_and_name("kwartiermaker Smit")
    (('Van Leyden', 'bestuurlijk verkenner'), ('Smit', 'kwartiermaker'))
    >>> post_and_name("kwartiermaker El Amrani"), post_and_name("verkenner IJzerman")
    (('El Amrani', 'kwartiermaker'), ('IJzerman', 'verkenner'))
    >>> post_and_name("raadslid H.J. Prins"), post_and_name("raadslid VVD")
    (('H.J. Prins', 'raadslid'), None)
    >>> post_and_name("verkenner"), post_and_name("Bos verkenner"), post_and_name("verkenner JenV")
    (None, None, None)
    >>> post_and_name("directeur van Aedes"), post_and_name("verkenner te Assen")
    (None, None)
    """
    words = text.rstrip(" .,;").split()
    at = next((k for k, word in enumerate(words) if is_function(word)), len(words))
    name = " ".join(words[at + 1 :])
    posted = all(word[1:].islower() for word in words[: at + 1]) and not any(map(str.istitle, words[1 : at + 1]))
    return (name, " ".join(words[: at + 1])) if name and posted and _NAMED.fullmatch(name) else None


@cache
def _functions() -> tuple[str, ...]:
    return tuple(row["ending"] for row in table("function_endings"))
