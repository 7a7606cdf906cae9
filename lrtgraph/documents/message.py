"""A mail, whatever program wrote it: what it says itself, and what came with it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final

from lrtgraph.documents import Content
from lrtgraph.errors import DocumentError

# Parts without words of their own: signatures, invitations, visiting cards.
_PASSED_BY: Final = frozenset(
    {
        "application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature",
        "application/ms-tnef", "text/calendar", "text/vcard", "text/x-vcard",
    }
)  # fmt: skip

_QUOTED: Final = re.compile(r"^(?:>[ \t]?)+", re.MULTILINE)  # before the lines of the mail that is answered

Bytes = Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file in a mail: its name as the mail gives it (it may be anything), and its bytes when they are asked for."""

    name: str
    read: Bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail of any format.

    `plain` and `web` are the pieces of its text in either form (where both are given, they say the same);
    `attachments` are files, and mails that were sent along.
    """

    subject: str | None
    plain: tuple[str, ...] = ()
    web: tuple[bytes, ...] = ()
    attachments: tuple[Attachment | Mail, ...] = ()

    @property
    def has_text(self) -> bool:
        """Whether it says anything itself."""
        return bool(self.plain or self.web)

    def content(self) -> Content:
        """Its text. Raises DocumentError where it has none."""
        if self.plain:
            return Content(_QUOTED.sub("", "\n".join(self.plain)), (), self.subject)
        if not self.web:
            raise DocumentError("the mail has no text of its own; read what is attached to it")
        from lrtgraph.documents import html

        found = [html.read(page) for page in self.web]
        return replace(found[0], text="\n".join(one.text for one in found), title=self.subject or found[0].title)


def is_decoration(kind: str, *, has_id: bool) -> bool:
    """Whether a part of a media type is no document: a signature, or a picture to which the mail's text refers.

    >>> is_decoration("image/png", has_id=True), is_decoration("application/pdf", has_id=True)
    (True, False)
    """
    return kind in _PASSED_BY or (has_id and kind.startswith("image/"))
