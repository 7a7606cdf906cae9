"""Reads .eml: the subject and the text of a mail, its plain form if it has one; attachments are documents apart."""

from __future__ import annotations

from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

from lrtgraph.documents import Content
from lrtgraph.documents import html as web
from lrtgraph.documents.text import decode
from lrtgraph.errors import DocumentError


def parse(data: bytes) -> EmailMessage:
    """The message in a file. Raises DocumentError where there is none."""
    try:
        message = BytesParser(policy=policy.default).parsebytes(data)
    except (ValueError, LookupError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise DocumentError("there is no mail in it") from error
    if not isinstance(message, EmailMessage) or not (message.get("From") or message.get("Subject")):
        raise DocumentError("there is no mail in it")
    return message


def read(data: bytes) -> Content:
    """Read a mail. Raises DocumentError where it has no text of its own."""
    message = parse(data)
    try:
        body = message.get_body(("plain", "html"))
        raw = body.get_payload(decode=True) if body is not None else None
        charset = body.get_content_charset() if body is not None else None
        subject = str(message.get("Subject") or "").strip()
    except (ValueError, LookupError, TypeError, AttributeError, IndexError, AssertionError) as error:
        raise DocumentError("the mail is damaged") from error
    if body is None or not isinstance(raw, bytes) or not raw.strip():
        raise DocumentError("the mail has no text")
    if body.get_content_subtype() == "html":
        return web.read(raw)
    return Content(_decoded(raw, charset).replace("\r\n", "\n"), (), subject or None)


def _decoded(raw: bytes, charset: str | None) -> str:
    try:
        return raw.decode(charset or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return decode(raw)
