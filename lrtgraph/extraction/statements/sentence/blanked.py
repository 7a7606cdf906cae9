"""Speakers whose name is blanked out: "5.1.2.e", "[geanonimiseerd]", "█████"; who they are is not known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lrtgraph.dutch.redaction import is_redacted
from lrtgraph.notations import PERSON
from lrtgraph.records import Mention

NOBODY = PERSON
"""Stands for somebody whom the document does not name: nothing is told of him, and he is nobody else."""

_GROUND = r"5\.\s?1\.\s?2\.?\s?e|10\.\s?2\.?\s?e"
_OF_LAW = re.compile(r"\b(?:art(?:ikel|\.)?|gronden?)\s+\Z", re.IGNORECASE)
_BLANKED = re.compile(
    rf"\((?:{_GROUND})\)|(?<![\w.,-])(?:{_GROUND})(?!\w)|[█■]+|(?<!\w)X{{3,}}(?!\w)|\[(?P<inside>[^\[\]]{{1,40}})\]",
    re.IGNORECASE,
)


def blanked(text: str, found: Sequence[Mention], block: int) -> Iterator[Mention]:
    """The blanked-out names in the text of a block, but where somebody is `found` to be named."""
    for match in _BLANKED.finditer(text):
        start, end = match.span()
        inside = match["inside"]
        if inside is not None and not (is_redacted(inside) and any(map(str.isalpha, inside))):
            continue  # "[Opm. VNG: graag toevoegen]", "[1]"
        if _OF_LAW.search(text, 0, start):
            continue  # "op grond van artikel 5.1.2.e"
        if any(mention.block_start < end and start < mention.block_end for mention in found):
            continue
        yield Mention(start, end, match[0], NOBODY, block, start, end, "blanked", 1.0)
