"""Heads inside an attendance list: "Koepels" over bullets, an organisation over its people."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from lrtgraph.layout.attendance.words import ACRONYM, MARK, OFFICE, PERSON, TITLES, Body, lone_person, split_cells


def group_heads(text: str, bodies: Sequence[Body], *, headed: bool) -> list[Body]:
    """The heads over bullets, or over lines of a person without an office: "Ministerie van BZK", "- mw. Bos"."""
    marked = [MARK.match(text, start, end) is not None for start, end, _ in bodies]
    least = min((indent for _, _, indent in bodies), default=0)
    under = [indent > least for _, _, indent in bodies]
    if not any(marked) and _is_outline(text, bodies, under):
        return [body for body, inside in zip(bodies, under, strict=True) if not inside]
    member = marked if any(marked) else [lone_person(text, start, end) for start, end, _ in bodies]
    if len(bodies) < 2 or not member[-1] or not (headed or (member[1] and not member[0])):
        return []
    heads = [body for body, inside in zip(bodies, member, strict=True) if not inside]
    fit = all(
        text[start].isupper() and text[end - 1] not in ",;)" and not TITLES.search(text, start, end)
        and len(split_cells(text, start, end)) == 1 for start, end, _ in heads
    )  # fmt: skip
    return heads if fit else []


def _is_outline(text: str, bodies: Sequence[Body], under: Sequence[bool]) -> bool:
    """Organisations, each over its people who are set in: "Gemeente Goes", "  mw. Bos"."""
    heads = [body for body, inside in zip(bodies, under, strict=True) if not inside]
    people = [body for body, inside in zip(bodies, under, strict=True) if inside]
    if not people or under[0] or not under[-1] or any(not (one or other) for one, other in pairwise(under)):
        return False
    org = sum(bool(ACRONYM.match(text[start:end]) or OFFICE.match(text[start:end])) for start, end, _ in heads)
    return (
        2 * org > len(heads)
        and all(text[start].isupper() and text[end - 1].isalnum() and "," not in text[start:end]
                and not PERSON.match(text, start) for start, end, _ in heads)
        and all(len(split_cells(text, start, end)) == 1 and not OFFICE.match(text[start:end])
                and not ACRONYM.match(text[start:end]) for start, end, _ in people)
    )  # fmt: skip
