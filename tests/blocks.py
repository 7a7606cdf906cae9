"""Hand-made blocks and documents for tests of linking and extraction: one block a line, raw text as it stands."""

from __future__ import annotations

from lrtgraph.records import Block, BlockKind, Document, Layout, Participant, ParticipantStatus, Span


def document(text: str) -> Document:
    """A document of a text."""
    return Document("toets.txt", "0" * 64, "text/plain", text)


def layout(text: str, kind: BlockKind = "bullet") -> Layout:
    """Every line of a text that is not blank as a block of a kind, its text without white space around it."""
    blocks: list[Block] = []
    at = 0
    for line in text.splitlines(keepends=True):
        body = line.strip()
        if body:
            first = at + line.index(body)
            blocks.append(Block(kind, body, tuple(range(first, first + len(body)))))
        at += len(line)
    return Layout(tuple(blocks), ())


def participant(name: str | None, concept: str | None, status: ParticipantStatus = "present") -> Participant:
    """A slot of an attendance list, without a place in the text."""
    return Participant(name, concept, status, Span(0, 1, ""))
