"""Plain text: which encoding the bytes are in, and the text exactly as they say it.

Line ends stay as they are, and so does a byte order mark of UTF-8 (it is a character of the text), so that
offsets equal those of `open(path, encoding="utf-8", newline="").read()`.
"""

from __future__ import annotations

import codecs
import re

from lrtgraph.errors import DocumentError

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 200_000
# Control characters that no text has: all but tab, line feed, vertical tab, form feed, carriage return, escape.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROL = 0.01
_HIGH = re.compile(rb"[\x80-\xff]+")
# Preferred first; max() keeps the first of equals.
_ENCODINGS = ("cp1252", "iso8859-15", "cp850", "mac_roman", "latin-1")
_ACCENTED = frozenset("áàâäçéèêëíìîïñóòôöúùûüÁÀÉÈÊËÍÏÓÖÚÜø")
_MARKED = frozenset("‘’“”„–—•…€´°½¼§«»·\xa0×²³±©®µ")
_LETTER = re.compile(r"[^\W\d_]")


def decode(data: bytes) -> str:
    """Turn the bytes of a text file into its text: UTF-8, UTF-16, UTF-32, or what Western Europe used before.

    >>> decode("één".encode("utf-16"))
    'één'
    >>> decode("één".encode("latin-1"))
    'één'

    Raises DocumentError where the bytes are no text at all.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _plausible(_strict(data, encoding))
    if (wide := _unmarked_utf16(data)) is not None:
        return _plausible(_strict(data, wide))
    try:
        return _plausible(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _plausible(_strict(data, _legacy(data)))


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise DocumentError(
            f"the text is not valid {encoding.upper()} (byte {error.start}); save it as UTF-8"
        ) from None


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without its mark: nearly every second byte of Dutch text is then zero."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if not half or len(data) % 2:
        return None
    if sample[1::2].count(0) > 0.7 * half:
        return "utf-16-le"
    if sample[0::2].count(0) > 0.7 * half:
        return "utf-16-be"
    return None


def _legacy(data: bytes) -> str:
    """The single-byte encoding of Western Europe that makes most sense of the bytes; Windows-1252 in doubt."""
    if b"\x00" in data:
        raise DocumentError("this is no text but a binary file; give it the extension of its format")
    around = [data[max(0, match.start() - 1) : match.end() + 1] for match in _HIGH.finditer(data[:_SAMPLE])]
    return max(_ENCODINGS, key=lambda encoding: sum(_sense(piece.decode(encoding, "replace")) for piece in around))


def _sense(piece: str) -> int:
    """How likely some characters, with one plain character on either side, are in Dutch: many sensible ones, few odd.

    Accented letters stand in words, quotes and dashes beside them.
    """
    inside = piece[:1].isalpha() and piece[-1:].isalpha()
    beside = piece[:1].isalpha() or piece[-1:].isalpha()
    return sum(
        (1 if beside else 0) if char in _ACCENTED else (-1 if inside and char != "’" else 1) if char in _MARKED else -1
        for char in piece
        if ord(char) > 127
    )


def _plausible(text: str) -> str:
    """The text itself, if it looks like text: nearly no control characters, and some letters."""
    if len(_CONTROL.findall(text)) > _MOST_CONTROL * len(text):
        raise DocumentError("this is no text but a binary file; give it the extension of its format")
    return text


def has_words(text: str) -> bool:
    """Whether there is anything to read: at least one letter."""
    return _LETTER.search(text) is not None
