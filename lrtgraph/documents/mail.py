"""Reads .eml: the subject and the text of a mail, its plain form if it has one; attachments are documents apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from email import message_from_bytes, policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from functools import partial
from mimetypes import guess_extension
from typing import Final

from lrtgraph.documents import Content
from lrtgraph.documents.message import Attachment, Mail, is_decoration
from lrtgraph.documents.text import decode
from lrtgraph.errors import DocumentError

_MOST_LINES: Final = 2_000_000
_MOST_BOUNDARIES: Final = 200  # each line is compared with the boundary of every part around it
_LONGEST_HEADER: Final = 2000
_DEEPEST: Final = 40
_STUB: Final = 0.25
"""How much of the words of a page a plain text has at least that is its alternative."""
_MARKUP: Final = re.compile(rb"<(style|script)\b.{0,100000}?</\1\s*>|<[^>]{0,2000}>", re.IGNORECASE | re.DOTALL)
_DAMAGED: Final = (ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError, MessageError)


def read(data: bytes) -> Content:
    """Read a mail. Raises DocumentError where it has no text of its own."""
    return parse(data).content()


def parse(data: bytes) -> Mail:
    """The mail in a file. Raises DocumentError where there is none."""
    if data.count(b"\n") > _MOST_LINES or data.lower().count(b"boundary=") > _MOST_BOUNDARIES:
        raise DocumentError("the mail has more lines or parts than can be read; save its attachments")
    try:
        message = message_from_bytes(data, policy=policy.compat32)
        if not (message.get("From") or message.get("Subject")):
            raise DocumentError("there is no mail in it; save the mail once more as .eml")
        return _mail(message, _DEEPEST)
    except _DAMAGED as error:
        raise DocumentError("the mail is damaged; save it once more as .eml") from error


def _mail(message: Message, depth: int) -> Mail:
    plain: list[str] = []
    pages: list[bytes] = []
    attachments: list[Attachment | Mail] = []
    for part in _parts(message, depth):
        kind = part.get_content_type()
        name = _words(part.get_filename())
        if kind == "message/rfc822" and (inside := _inside(part)) and depth:
            attachments.append(_mail(inside[0], depth - 1))
        elif name is None and part.get_content_disposition() != "attachment" and kind.startswith("text/"):
            raw = _bytes(part)
            if kind == "text/plain" and raw.strip():
                plain.append(_decoded(raw, part.get_content_charset()).replace("\r\n", "\n"))
            elif kind == "text/html" and raw.strip():
                pages.append(_as_utf8(raw, part.get_content_charset()))
        elif not is_decoration(kind, has_id="Content-ID" in part):
            extension = guess_extension(kind) or ".bin"
            attachments.append(Attachment(name or f"bijlage{extension}", partial(_bytes, part)))
    return Mail(_words(message.get("Subject")), tuple(plain), tuple(pages), tuple(attachments))


def _parts(part: Message, depth: int) -> Iterator[Message]:
    """The parts that hold something; of alternatives, texts of the plain kind where there is one with the words."""
    inside = _inside(part)
    if part.get_content_maintype() != "multipart" or not inside:
        yield part
        return
    if not depth:
        raise DocumentError("the mail's parts are nested too deep; save its attachments")
    found = [one for sub in inside for one in _parts(sub, depth - 1)]
    if part.get_content_type() == "multipart/alternative":
        texts = [
            one for one in found if one.get_content_type() in ("text/plain", "text/html") and not one.get_filename()
        ]
        plain = [one for one in texts if one.get_content_type() == "text/plain" and _bytes(one).strip()]
        pages = [one for one in texts if one.get_content_type() == "text/html"]
        page = max(pages, key=_words_in, default=None)
        if page is not None and sum(map(_words_in, plain)) < _STUB * _words_in(page):
            plain = [page]  # "Uw programma toont geen opmaak"
        left_out = {id(one) for one in texts} - {id(one) for one in plain or texts}
        found = [one for one in found if id(one) not in left_out]
    yield from found


def _words_in(part: Message) -> int:
    """How many words a part has, its markup left out."""
    return len(_MARKUP.sub(b" ", _bytes(part)).split())


def _inside(part: Message) -> list[Message]:
    inside = part.get_payload()
    return [one for one in inside if isinstance(one, Message)] if isinstance(inside, list) else []


def _bytes(part: Message) -> bytes:
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def _words(header: object) -> str | None:
    """A header as a person reads it, on one line."""
    if header is None:
        return None
    text = str(header)[:_LONGEST_HEADER]
    with suppress(*_DAMAGED):  # else it stays as it stands
        text = str(make_header(decode_header(text)))
    return " ".join(text.split()) or None


def _decoded(raw: bytes, charset: str | None) -> str:
    try:
        return raw.decode(charset or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return decode(raw)


def _as_utf8(raw: bytes, charset: str | None) -> bytes:
    """A page in the encoding that the mail declares, marked so that no declaration in the page itself wins."""
    try:
        return raw.decode(charset).encode("utf-8-sig") if charset else raw
    except (LookupError, UnicodeError):
        return raw
