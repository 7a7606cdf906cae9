"""Dutch plurals, singulars and inflected adjectives of a name, made by the rules of spelling.

The forms are keys for look-up, so a form that no one writes does no harm; a form that is another name does, and
whoever collects the forms lets real names go first.
"""

from __future__ import annotations

_VOWELS = frozenset("aeiouy")
_UNSTRESSED = ("er", "el", "em")  # endings of words whose plural is in -s alone ("ministers")
_HARD = {"v": "f", "z": "s"}
_SOFT = {"f": "v", "s": "z"}


def noun_forms(word: str) -> frozenset[str]:
    """Other numbers of a noun in lower case; the noun itself is not among them.

    >>> sorted(noun_forms("koppelingen") & {"koppeling", "koppelings"})
    ['koppeling']
    >>> "taakstellingen" in noun_forms("taakstelling"), "brieven" in noun_forms("brief")
    (True, True)
    """
    return (_plurals(word) | _singulars(word)) - {word}


def adjective_forms(word: str) -> frozenset[str]:
    """An adjective with and without its ending -e.

    >>> sorted(adjective_forms("interbestuurlijk"))
    ['interbestuurlijke']
    """
    if word.endswith("e"):
        return frozenset(_bare(word[:-1]) - {word})
    return frozenset({_open(word) + "e"})


def _plurals(word: str) -> frozenset[str]:
    if len(word) < 3 or (word.endswith(("en", "s")) and not word.endswith(("us", "is", "ets"))):
        return frozenset()
    forms = {word + "s"}
    if word.endswith("heid"):
        forms.add(word[:-4] + "heden")
    elif word.endswith("um"):
        forms.add(word[:-2] + "a")
    elif word.endswith("e"):
        forms.add(word + "n")
    elif word[-1] not in _VOWELS and not (len(word) > 4 and word.endswith(_UNSTRESSED)):
        stem = _open(word)
        forms.update(
            {stem + "en", word + "en", word + word[-1] + "en", stem[:-1] + _SOFT.get(stem[-1], stem[-1]) + "en"}
        )
    return frozenset(forms)


def _singulars(word: str) -> frozenset[str]:
    forms: set[str] = set()
    if word.endswith("heden"):
        forms.add(word[:-5] + "heid")
    elif word.endswith("en") and len(word) > 4:
        forms.update({word[:-1]} if len(word) > 5 else ())  # "gemeente", but "lede" is another word than "leden"
        forms.update(_bare(word[:-2]))
    elif word.endswith("s") and len(word) > 4 and not word.endswith(("ss", "us", "is")):
        forms.add(word[:-1])
    return frozenset(forms)


def _open(word: str) -> str:
    """A word as it is spelled before an ending with a vowel: `taak` gives `tak`."""
    if len(word) > 3 and word[-2] == word[-3] and word[-2] in "aeou" and word[-1] not in _VOWELS:
        return word[:-2] + word[-1]
    return word


def _bare(stem: str) -> set[str]:
    """The words that a stem before an ending with a vowel may be: `portal` gives `portaal`, `plann` gives `plan`."""
    forms = {stem}
    last = stem[-1]
    if len(stem) > 2 and last == stem[-2] and last not in _VOWELS:
        forms.add(stem[:-1])
    elif len(stem) > 2 and last not in _VOWELS and stem[-2] in "aeou" and stem[-3] not in _VOWELS:
        forms.add(stem[:-1] + stem[-2] + last)
    if last in _HARD:
        forms.update(form[:-1] + _HARD[last] for form in tuple(forms))
    return forms
