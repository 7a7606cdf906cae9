"""Names of people as they are written in lists: which part is the surname, and which way round they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from lrtgraph.dutch.redaction import PARTICLES
from lrtgraph.resources import table, word_list

TITLES = r"dhr|mevr|mw|mr|drs|dr|ir|ing|prof|de\s+heer|mevrouw|heer|hr|de\s+heren|de\s+dames|heren|dames"
TITLE = rf"(?:{TITLES})\b\.?"
"""A pattern of what stands before a name, in any case."""
LETTER = r"(?:[A-ZÀ-ÖØ-Þ]|Th|Ch|IJ|Ph|Chr|Fr|Joh|Wm)"
"""A pattern of one initial, without its full stop."""
INITIAL = re.compile(rf"{LETTER}\Z")
WITHIN = re.compile(r"(?:in ['’]t|op (?:['’]t|den)) (?=[A-ZÀ-Þ])")
"""What joins two halves of a surname: "Scholte in 't Veld", "Meijer op den Camp"; before "van" stands a given name."""
_LEAST_GIVEN = 2
"""Known given names in a list, at the least, for it to be a list of full names."""
_LEAST_FULL = 3
"""Names of two words in a list, at the least, for it to be one whatever the words are."""
_HALVES = frozenset(("Groot", "Groote", "Grote", "Klein", "Kleine", "Oude", "Nieuwe", "Lange", "Korte"))
"""First halves of surnames of two words: "Groot Wassink", "Oude Elferink"."""
_BRACKETED = re.compile(r"\s*\([^()]*\)")
PARTICLE = r"(?:van|de|den|der|ten|ter|te|el|['’]t)"
"""A pattern of a word in small letters of a surname."""
SURNAME = (
    rf"(?:(?i:{PARTICLE})\s+){{0,3}}(?:IJ|[A-ZÀ-Þ](?=[a-zà-ÿ'’]))[\w'’-]*[a-zà-ÿ]"
    r"(?:\s+[A-ZÀ-Þ][\w'’-]*[a-zà-ÿ])?"
)
"""A pattern of a surname of one word or two, and no acronym, with its particles."""
_TITLED = re.compile(rf"{TITLE}\s+(?:{PARTICLE}\s+)*(?-i:[A-ZÀ-Þ])", re.IGNORECASE)
_INVERTED = re.compile(
    rf"(?P<name>{SURNAME}),\s*"
    r"(?P<given>(?:[A-ZÀ-Þ][a-zà-ÿ][\w'’-]*|(?:[A-ZÀ-Þ][a-z]?\.\s?)+)(?:\s+[A-ZÀ-Þ][a-zà-ÿ][\w'’-]*)?"
    rf"(?:\s+{PARTICLE}){{0,3}})"
)


def opens_on_person(line: str) -> bool:
    """Whether a line begins with somebody's title and name, in small letters or not.

    >>> opens_on_person("dhr. van Rijn, COA"), opens_on_person("de heren zijn het eens")
    (True, False)
    """
    return _TITLED.match(line) is not None


@cache
def given_names() -> frozenset[str]:
    """Common given names. Raises ResourceError where the list is missing.

    >>> "Anneke" in given_names()
    True
    """
    return word_list("given_names.txt")


@cache
def person_titles() -> frozenset[str]:
    """The words, in small letters, that stand right before a surname. Raises ResourceError where the list is missing.

    >>> {"minister", "dhr", "heer"} <= person_titles(), "gemeente" in person_titles()
    (True, False)
    """
    return frozenset(row["title"].split()[-1].lower() for row in table("linking", "person_titles.tsv"))


def is_inverted(text: str) -> bool:
    """Whether a text may be a surname, a comma and a given name; two surnames look the same.

    >>> is_inverted("Burg, Jan van der"), is_inverted("Van der Burg, J."), is_inverted("Bos, VNG")
    (True, True, False)
    """
    return _INVERTED.fullmatch(text.strip()) is not None


def in_order(name: str) -> str:
    """A name as it is spoken.

    >>> in_order("Bijen, Antoon"), in_order("Voorn, Sebastiaan van"), in_order("Klaas Bakker")
    ('Antoon Bijen', 'Sebastiaan van Voorn', 'Klaas Bakker')
    """
    inverted = _INVERTED.fullmatch(name.strip())
    return f"{inverted['given'].strip()} {inverted['name']}" if inverted else name


def short_forms(name: str) -> frozenset[str]:
    """The initials of a name, with and without those of its particles; none of a surname alone.

    >>> sorted(short_forms("Ingrid van den Akker")), sorted(short_forms("Dijk, Wout")), short_forms("Van Dijk")
    (['IA', 'IvdA'], ['WD'], frozenset())
    """
    parts = [word for word in in_order(name).split() if word[0].isalpha()]
    whole = "".join(word[0] for word in parts)
    capitals = "".join(filter(str.isupper, whole))
    given = len(capitals) > 1 and whole[0].isupper() and parts[0].lower() not in PARTICLES
    return frozenset({whole, capitals}) if given else frozenset()


def surname(name: str) -> str:
    """The surname of a written name as an id has it: its first letter a capital.

    >>> surname("J.H. ter Horst"), surname("van der Burg"), surname("Groot Wassink"), surname("Klaas Bakker")
    ('Ter Horst', 'Van der Burg', 'Groot Wassink', 'Bakker')
    >>> surname("J.A. (Jan) van der Burg"), surname("Burg, Jan van der")
    ('Van der Burg', 'Van der Burg')
    >>> surname("Scholte in 't Veld"), surname("Henk in 't Veld")
    ("Scholte in 't Veld", "In 't Veld")
    >>> surname("Anna Faber-van de Kolk"), surname("Bos - van der Wal")
    ('Faber-van de Kolk', 'Bos - van der Wal')
    """
    words = in_order(_BRACKETED.sub("", name)).split()
    while len(words) > 1 and (words[0].endswith(".") or INITIAL.match(words[0])):
        words.pop(0)
    if words and words[0].lower() not in PARTICLES:  # "Eric van der Burg"
        begins = (word in PARTICLES or _opens_half(word, after) for word, after in pairwise(words))
        first = next((i for i, surely in enumerate(begins) if surely), 0)
        if words[0] in given_names() or not WITHIN.match(" ".join(words[1:])):
            words = words[first:]
        while not first and len(words) > 1 and words[0] in given_names():  # "Jan Jaap Bakker"
            words.pop(0)
    kept = " ".join(words)
    return kept[:1].upper() + kept[1:]


def _opens_half(word: str, after: str) -> bool:
    """Whether a word, with the one behind it, joins two halves of a surname: "Faber-van de Kolk", "Faber - De Wit"."""
    return after == "-" or ("-" in word and word.rpartition("-")[2] in PARTICLES)


def surnames(names: Sequence[str]) -> Iterator[tuple[str, str | None]]:
    """The surname of each name in one list, and the given name where the list has those.

    Where most names begin with a known given name, all begin with one; so they do where nearly all
    are of two words and one shows that it begins with one.

    >>> list(surnames(["Antoon Bijen", "Klaas Bakker", "Anna Bos"]))
    [('Bijen', 'Antoon'), ('Bakker', 'Klaas'), ('Bos', 'Anna')]
    >>> list(surnames(["Voorn, Sebastiaan van", "Groot Wassink"]))
    [('Van Voorn', 'Sebastiaan'), ('Groot Wassink', None)]
    >>> list(surnames(["Öykü Yıldız", "Ludo de Wit", "Nguyen Lan"]))
    [('Yıldız', 'Öykü'), ('De Wit', 'Ludo'), ('Lan', 'Nguyen')]
    """
    plain = [in_order(name) for name in names]
    firsts = [words[0] for name in plain if len(words := name.split()) > 1 and words[1].lower() not in PARTICLES]
    known = sum(first in given_names() for first in firsts)
    full = (known >= _LEAST_GIVEN and 2 * known >= len(firsts)) or _are_full(plain)
    for name, ordered in zip(names, plain, strict=True):
        first, _, rest = ordered.partition(" ")
        half = _opens_half(first, rest.partition(" ")[0])
        is_given = first in given_names() or name != ordered or (full and first not in _HALVES and first[-1:].isalpha())
        is_name = rest != "" and first[:1].isupper() and first.lower() not in PARTICLES and not INITIAL.match(first)
        if is_name and is_given and not half:
            yield surname(rest), first
        else:
            yield surname(ordered), None


def _are_full(names: Sequence[str]) -> bool:
    """Whether nearly all names of a list have a word before the surname that is no initial and no particle.

    One of them must show that it is a given name, known or before a particle: "Bakker Schut" may be a surname of two.
    """
    full, told = 0, False
    for first, _, rest in (name.partition(" ") for name in names):
        opens = first[:1].isupper() and first[-1:].isalpha() and first.lower() not in PARTICLES
        full += bool(rest) and opens and first not in _HALVES and not INITIAL.match(first)
        told = told or (opens and (first in given_names() or rest.partition(" ")[0].lower() in PARTICLES))
    return told and full >= _LEAST_FULL and 4 * full >= 3 * len(names)


def same_person(one: str, other: str) -> bool:
    """Whether two names are of one person, who may be written by the surname alone.

    >>> same_person("J.A. Bos", "Bos"), same_person("J.A. Bos", "K. Bos")
    (True, False)
    """
    bare = surname(one)
    return one == other or (bare == surname(other) and bare in (one, other))
