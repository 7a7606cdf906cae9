"""Dutch numbers in words: "twaalf", "vijfentwintig", "anderhalf"."""

from __future__ import annotations

from functools import cache

from lrtgraph.resources import table


@cache
def numerals() -> dict[str, int]:
    """The numerals that other numbers are made of, in lower case: one to nineteen, and the tens.

    Raises ResourceError where the table is missing.

    >>> numerals()["één"], numerals()["veertien"], numerals()["negentig"]
    (1, 14, 90)
    """
    return {row["numeral"]: int(row["value"]) for row in table("numerals.csv")}


@cache
def number_words() -> dict[str, float]:
    """Number words from one and a half to ninety-nine thousand, written as one word; without the article "een".

    >>> words = number_words()
    >>> [words[word] for word in ("veertien", "vijfentwintig", "tweehonderd", "vijftienhonderd", "anderhalf")]
    [14, 25, 200, 1500, 1.5]
    >>> words["tweehonderdvijftig"], words["vijfentwintighonderd"], words["zeveneneenhalf"]
    (250, 2500, 7.5)
    """
    below = {word: value for word, value in numerals().items() if word.isascii()}  # no compound is made of "één"
    tens = {word: value for word, value in below.items() if value >= 20}
    ones = {word: value for word, value in below.items() if value < 10}
    below |= {_and(one) + ten: value + more for ten, value in tens.items() for one, more in ones.items()}
    words: dict[str, float] = dict(below)
    hundreds = {word + "honderd": 100 * value for word, value in below.items() if value >= 2 and value % 10}
    for hundred, value in {"honderd": 100, **hundreds}.items():
        words[hundred] = value
        words.update({hundred + join + word: value + more for word, more in below.items() for join in ("", "en")})
    words.update({word + "duizend": 1000 * value for word, value in below.items() if value > 1})
    for word, value in below.items():
        words |= {_and(word) + half: value + 0.5 for half in ("eenhalf", "half")}
    words |= {"duizend": 1000, "anderhalf": 1.5, "anderhalve": 1.5}
    del words["een"]
    return words


def _and(word: str) -> str:
    """A numeral joined to what follows: "vieren", "drieën"."""
    return word + ("ën" if word.endswith("e") else "en")
