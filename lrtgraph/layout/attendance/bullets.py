"""A head of minutes that is set as a list: "- Datum: 3 juli 2025", "• Aanwezig: VNG, IPO".

Without its bullet each label opens a line as in any head; the names that are bullets under a label stay bullets.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from lrtgraph.dutch.dates import find_dates
from lrtgraph.layout.attendance.labels import is_letterhead_label, labels, read_label
from lrtgraph.layout.attendance.words import MARK
from lrtgraph.layout.lines import Line

_SIGNED = re.compile(r"[^\W\d][^:\n]{1,40}:")
_NUMBERED = re.compile(r"(?:\d{1,2}|[IVX]{1,4})\s?[.)]\s|(?:agenda)?punt\s\d", re.IGNORECASE)
_SENTENCE = re.compile(r"[.?!][\"'”’)]*\Z")
_WORDS = 8
"""Words of running text at least."""
_NEAR = 12
"""Lines with text within which the first label stands."""
_FEW = 2
_LOWER = 0.6
"""The share of words in lower case that running text has."""


def without_label_bullets(text: str, lines: Sequence[Line]) -> list[Line]:
    """The lines; where the head is a list of labels, the bullets before those are cut off.

    >>> from lrtgraph.layout.lines import split_lines
    >>> text = "Verslag LRT\\n- Datum: 3 juli 2025\\n- Aanwezig: VNG, IPO\\n1. Opening"
    >>> [text[line.start : line.end] for line in without_label_bullets(text, split_lines(text))][1:3]
    ['Datum: 3 juli 2025', 'Aanwezig: VNG, IPO']
    """
    cut = dict(_run(text, lines))
    if not _is_head(text, list(cut.values())):
        return list(lines)
    return [cut.get(index, line) for index, line in enumerate(lines)]


def without_heads_over_labels(text: str, lines: Sequence[Line], levels: Mapping[int, int]) -> dict[int, int]:
    """The heads that markup states, without those over labels of the letterhead, which are no items: "Algemene
    gegevens". The first is the title and stays."""
    stated = [index for index, line in enumerate(lines) if not line.blank and line.start in levels]
    over = {lines[index].start for index in stated[1:] if _is_over_labels(text, lines, index)}
    return {start: level for start, level in levels.items() if start not in over}


def _is_over_labels(text: str, lines: Sequence[Line], at: int) -> bool:
    """Whether the first two lines under a head are labels of the letterhead with their values."""
    below = [line for line in lines[at + 1 : at + 1 + _NEAR] if not line.blank][:_FEW]
    head = lines[at]
    numbered = _NUMBERED.match(text, head.start, head.end)
    return (
        not numbered
        and len(below) == _FEW
        and all(_SIGNED.match(text, line.start, line.end) and _is_labelled(text, line) for line in below)
    )


def _run(text: str, lines: Sequence[Line]) -> list[tuple[int, Line]]:
    """The labelled bullets near the top that follow each other, by their indexes, with the bullets cut off."""
    found: list[tuple[int, Line]] = []
    filled = 0
    for index, line in enumerate(lines):
        if line.blank:
            continue
        bare = _without_bullet(text, line)
        filled += 1
        if bare is not None and _opens_label(text, bare):
            found.append((index, bare))
        elif found and _is_under(text, lines[found[-1][0]], found[-1][1], line):
            continue
        elif (found and not _is_labelled(text, line)) or filled > _NEAR or _opens_body(text, line):
            break
    return found


def _without_bullet(text: str, line: Line) -> Line | None:
    """The line behind its bullet; None where it has none."""
    mark = MARK.match(text, line.start, line.end)
    if mark is None or text[line.start].isalnum():
        return None
    return replace(line, start=mark.end(), indent=line.indent + mark.end() - line.start)


def _opens_label(text: str, bare: Line) -> bool:
    """A label with its colon, or one of attendance on its own."""
    if _SIGNED.match(text, bare.start, bare.end):
        return _is_labelled(text, bare)
    label = read_label(text, bare)
    return label is not None and label.rest == bare.end and labels()[label.form] != "none"


def _is_labelled(text: str, line: Line) -> bool:
    return is_letterhead_label(text, line) or read_label(text, line) is not None


def _is_under(text: str, marked: Line, bare: Line, line: Line) -> bool:
    """Whether a line goes on under a labelled bullet: it stands deeper, or is a bullet under a label on its own."""
    label = read_label(text, bare)
    alone = label is not None and label.rest == bare.end
    return line.indent > marked.indent or (alone and _without_bullet(text, line) is not None)


def _opens_body(text: str, line: Line) -> bool:
    """A number, a bullet that is no label, or running text: the head is past."""
    if _NUMBERED.match(text, line.start, line.end) or _without_bullet(text, line) is not None:
        return True
    words = text[line.start : line.end].split()
    return len(words) >= _WORDS and _SENTENCE.search(words[-1]) is not None


def _is_head(text: str, run: Sequence[Line]) -> bool:
    """Whether labels are those of a head: one says who was there, or of several one gives a day."""
    if any(_tells_who(text, line) for line in run):
        return True
    return len(run) >= _FEW and any(find_dates(text[line.start : line.end]) for line in run)


def _tells_who(text: str, line: Line) -> bool:
    """A label of those present or absent, and behind it no running text: "Vz: we gaan door met de lopende zaken."."""
    label = read_label(text, line)
    if label is None or labels()[label.form] == "none":
        return False
    words = text[label.rest : line.end].split()
    told = bool(words) and words[-1][-1] == "." and "(" not in text[label.rest : line.end]
    return not told or sum(word[0].islower() for word in words) < _LOWER * len(words)
