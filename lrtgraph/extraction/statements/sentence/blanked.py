"""Speakers whose name is blanked out: "5.1.2.e", "[geanonimiseerd]", "█████"; who they are is not known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lrtgraph.dutch.redaction import blanks
from lrtgraph.notations import PERSON
from lrtgraph.records import Mention

NOBODY = PERSON
"""Stands for somebody whom the document does not name: nothing is told of him, and he is nobody else."""


def blanked(text: str, found: Sequence[Mention], block: int) -> Iterator[Mention]:
    """The blanked-out names in the text of a block, but where somebody is `found` to be named."""
    for start, end in blanks(text):
        if not any(mention.block_start < end and start < mention.block_end for mention in found):
            yield Mention(start, end, text[start:end], NOBODY, block, start, end, "blanked", 1.0)
