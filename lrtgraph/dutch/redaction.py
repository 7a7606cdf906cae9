"""Names that are blanked out: what stands in their place in documents that a Woo request released."""

from __future__ import annotations

import re
from collections.abc import Iterator

PARTICLES = frozenset(
    ["van", "de", "den", "der", "het", "t", "te", "ten", "ter", "in", "op", "s", "aan", "bij", "uit", "'"]
) | {"el", "al", "ben", "bin", "von", "la", "le", "du", "di", "da"}
REDACTED = frozenset(
    [
        "geanonimiseerd",
        "gelakt",
        "weggelakt",
        "zwartgelakt",
        "onleesbaar",
        "anoniem",
        "naam",
        "persoon",
        "persoonsgegevens",
    ]
)
_GROUND = re.compile(
    r"5\s?\.\s?[12]\s?\.\s?[1-9]\s?\.?\s?[a-i]?\b"
    r"|\b10\s?\.\s?[12]\s?\.\s?[a-g]\b"
    r"|\b(?:art(?:ikel|\.)?\s*)?(?:5\.[12]|10),?\s+(?:(?:eerste|tweede|1e|2e)\s+lid|lid\s+\d),?"
    r"(?:\s+(?:aanhef\s+en\s+)?(?:onder(?:deel)?|sub)?\s*[a-i]\b)?",
    re.I,
)
"""A ground of the Open Government Act, or of the act before it, in place of a name."""


_SIGN = re.compile(r"[█■▇▓●\[]|5\s?\.|10|[xX]{3}|[bB][uU][iIıİ]")
"""Without one of these, nothing in a text is withheld: one look that spares several."""
_IN_BRACKETS = re.compile(r"\s*\[[^\[\]]*\]\s*")
_BARS = re.compile(r"[█■]|X{3,}")
_OUTSIDE = re.compile(
    r"\W*buiten\s+(?:de\s+)?(?:reikwijdte|verzoek|scope)(?:\s+(?:van\s+)?(?:het\s+)?verzoek)?\W*", re.I
)
_OF_LAW = re.compile(r"\b(?:art(?:ikel|\.)?|gronden?)\s+\Z", re.I)
_NUMBER = r"(?:5\.\s?1\.\s?[1-9]\.?\s?[a-i]|10\.\s?[12]\.?\s?[a-g])(?!\w)"
_MARK = re.compile(
    rf"\({_NUMBER}\)|(?<![\w.,-]){_NUMBER}|[█■]+|[▇▓●]{{2,}}|(?<!\w)X{{3,}}(?!\w)|\[(?P<inside>[^\[\]]{{1,40}})\]", re.I
)
_PRIVATE = re.compile(r"[([]?(?:5\.\s?1\.\s?2\.?\s?e|10\.\s?2\.?\s?e|[^\W\d]*(?:naam|persoon))", re.I)
BLANKED = r"(?:\[|5\.1\.2|10\.2\.?e|X{2,}|█)"
"""How what stands in place of a blanked-out name begins, as part of a larger pattern."""


_PLAIN = r"(?:5\s?\.\s?[12]\s?\.\s?[1-9]\s?\.?\s?[a-i]?|10\s?\.\s?[12]\s?\.?\s?[a-g])(?![\w])"
_ARTICLE = r"(?:art(?:ikel|\.)?\s*)"
_ACT = r"(?:(?:van\s+)?(?:de\s+)?(?:Woo|Wob)\b)"
_MEMBER = r"(?:(?:eerste|tweede|1e|2e)\s+lid|lid\s+[12])"
_LETTER = r"(?:(?:aanhef\s+en\s+)?(?:onder(?:deel)?|sub)\s+[a-i]\b)"
_SPELLED = re.compile(
    rf"(?<![\w.])(?:"
    rf"{_ARTICLE}?(?:5\.[12]|10),?\s+{_MEMBER}(?:,?\s+{_LETTER})?(?:,?\s+{_ACT})?"
    rf"|(?:{_ACT},?\s+{_ARTICLE}?|{_ARTICLE}){_PLAIN}"
    rf"|(?!5\s?\.\s?1\s?\.\s?2\s?\.?\s?e)[5S]\s?[.,]\s?[1lI]\s?[.,]\s?2\s?[.,]?\s?[ae8](?!\w)"
    rf"|\({_PLAIN}\)(?=\s*\()"
    rf"|\((?:5|10)\)(?:\([12]\)){{0,2}}\((?:2\s?)?[a-i]\)"
    rf")",
    re.IGNORECASE,
)
"""A ground written in words, with its act, misread, in brackets before the seat, or in several: "(5)(1)(2e)"."""


def without_grounds(text: str) -> str:
    """The text, as long as it was, with what stands for a blanked-out name in more than its number as crosses.

    >>> without_grounds("[5.1, tweede lid, onder e] (IPO), Woo 5.1.2.e (BZK), 5.1.2.e (VNG)")
    '[XXXXXXXXXXXXXXXXXXXXXXXX] (IPO), XXXXXXXXXXX (BZK), 5.1.2.e (VNG)'
    """
    return _SPELLED.sub(lambda ground: "X" * len(ground[0]), text)


def is_redacted(name: str) -> bool:
    """Whether what stands in place of a name says that the name is blanked out.

    >>> [is_redacted(name) for name in ("5.1.2.e", "5.1.2 e", "[geanonimiseerd]", "XXX", "██", "Bakker", "Ten Xyl")]
    [True, True, True, True, True, False, False]
    >>> is_redacted("[zwart]"), is_redacted("Zwart")
    (True, False)
    """
    if _IN_BRACKETS.fullmatch(name):
        return True
    letters = [word for word in re.findall(r"[^\W\d_]+", _GROUND.sub("", name)) if word.lower() not in PARTICLES]
    return all(word.lower() in REDACTED or set(word.lower()) <= {"x"} for word in letters)


def is_withheld(text: str) -> bool:
    """Whether a text is nothing but what stands in place of words that were withheld.

    >>> [is_withheld(text) for text in ("5.1.2.i", "Buiten reikwijdte verzoek", "██", "12-3-2024", "COA belt 5.1.2.e")]
    [True, True, True, False, False]
    >>> is_withheld("[5.1.2.i] [buiten verzoek]")
    True
    """
    if _SIGN.search(text) is None:
        return False
    marked = _GROUND.search(text) or _BARS.search(text) or _IN_BRACKETS.fullmatch(text)
    if _OUTSIDE.fullmatch(text) is not None or (marked is not None and is_redacted(text)):
        return True
    told = list(blanks(text))
    between = zip([0, *(end for _, end in told)], [*(start for start, _ in told), len(text)], strict=True)
    return bool(told) and not any(map(str.isalnum, "".join(text[start:end] for start, end in between)))


def blanks(text: str) -> Iterator[tuple[int, int]]:
    """Where something stands in place of words that were withheld: a ground, bars, crosses, a note in brackets.

    >>> text = "5.1.2.e is tegen ████ (artikel 5.1.2.i) en [buiten verzoek] [1]"
    >>> [text[start:end] for start, end in blanks(text)]
    ['5.1.2.e', '████', '[buiten verzoek]']
    """
    for mark in _MARK.finditer(text) if _SIGN.search(text) else ():
        inside = mark["inside"]
        told = inside is None or is_withheld(inside) or (is_redacted(inside) and any(map(str.isalpha, inside)))
        if told and not _OF_LAW.search(text, 0, mark.start()):
            yield mark.span()


def ends_withheld(text: str) -> bool:
    """Whether a text ends in something that stands in place of words and is no person's name.

    >>> [ends_withheld(text) for text in ("VNG is tegen [5.1.2.i].", "COA belt 5.1.2.e.", "De ████ steunt dit.")]
    [True, False, False]
    """
    told = text.rstrip(" .;:\n")
    last = max(blanks(told), default=None)
    if last is None or last[1] < len(told) or told[last[0] :] == "■":  # a bullet
        return False
    return not is_blanked_name(told[last[0] :])


def is_blanked_name(text: str) -> bool:
    """Whether a text begins with what stands in place of a person's name: the ground of privacy, or a note of that.

    >>> [is_blanked_name(text) for text in ("5.1.2.e vraagt", "[naam] vraagt", "[5.1.2.i]", "████ vraagt")]
    [True, True, False, False]
    """
    return _PRIVATE.match(text) is not None
