"""Outcomes that the text marks: behind a label, an arrow or a numbered marker, or before a note in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lrtgraph.dutch.redaction import is_withheld
from lrtgraph.extraction.grammar.clauses import tokens_at
from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.grammar.tokens import tokens_of
from lrtgraph.extraction.outcomes.found import Found, bounds, continuation, denies, settles_nothing
from lrtgraph.extraction.outcomes.kinds import does_itself
from lrtgraph.extraction.outcomes.marks.labels import (
    ARROWS,
    Label,
    is_noun,
    label_at,
    noted_kind,
    noun_at,
    tails,
)
from lrtgraph.extraction.outcomes.marks.notes import Note, is_note, notes_behind
from lrtgraph.extraction.outcomes.marks.numbered import says_of_numbers
from lrtgraph.extraction.outcomes.owners.naming import named, names_only
from lrtgraph.extraction.outcomes.prose.splitting import concluded, enumerated
from lrtgraph.extraction.outcomes.rows.status import (
    has_closing_field,
    is_bare_label,
    is_closed,
    status_of,
)
from lrtgraph.extraction.outcomes.terms.deadlines import Deadline, find_deadline, named_meeting, only_date
from lrtgraph.records import OutcomeKind

if TYPE_CHECKING:
    from spacy.tokens import Span

    from lrtgraph.extraction.context import Reading
    from lrtgraph.records import Block

_FIRST = re.compile(r"\(?[1a][.)]\s")
"""What a list within a paragraph opens with."""
_EMPHASIS = re.compile(r"[*_]\s+\Z")
_SHORT = 16
"""Words of a sentence that only tells by when."""


def marked_outcomes(reading: Reading, index: int, block: Block, arrows: bool) -> Iterator[Found]:
    """Outcomes that a label, an arrow, a numbered marker or a note behind the clause marks."""
    sentences = list(_told(reading, index, block))
    arrow = arrows and (block.marker or "").strip() in ARROWS
    marker = label_at(f"{block.marker} ", 0, len(block.marker) + 1) if block.marker else None
    for k, sentence in enumerate(sentences):
        start, end = bounds(block.text, sentence.start_char, sentence.end_char)
        label, last = _label(reading, block, start, end), k
        if label is None and k + 1 < len(sentences) and _is_only_label(block.text[start:end]):
            end, last = sentences[k + 1].end_char, k + 1  # "Besluit 3. De pilot …"
            label = _label(reading, block, start, end)
        if label is not None:
            yield from _labelled(reading, index, block, sentences, last, label)
        elif k == 0 and (arrow or marker is not None) and not settles_nothing(sentence):
            kind = marker.kind if marker else None
            rule = "outcome.arrow" if arrow else "outcome.label"
            note = notes_behind(reading, index, block, sentences, k)
            yield Found(index, start, end, kind, rule, 0.93, note.owners, note.deadline)
    yield from _noted_behind(reading, index, block, sentences)


def _is_only_label(sentence: str) -> bool:
    """Whether a sentence is no more than the label of the next: "Besluit 3.", "Toezegging.", "Actie"."""
    return is_bare_label(sentence) or is_noun(sentence.strip().removesuffix("."))


def _label(reading: Reading, block: Block, start: int, end: int) -> Label | None:
    """The label of a stretch, also one that only bold or italics set apart: "**Actie** COA stuurt de lijst"."""
    label = label_at(block.text, start, end)
    if label is not None or (label := noun_at(block.text, start, end)) is None:
        return label
    apart = reading.document.text[block.offsets[label.content - 2] : block.offsets[label.content]]
    return label if _EMPHASIS.search(apart) else None


def _told(reading: Reading, index: int, block: Block) -> Iterator[Span]:
    """The sentences of a block, and what a label opens on a line of its own within one."""
    doc, raw = reading.docs[index], reading.document.text
    tokens = tokens_of(doc)
    for sentence in doc.sents:
        first = sentence.start
        for k in range(first + 1, sentence.end):
            at, word = tokens.starts[k], tokens.surface[k]
            opens = word[0].isupper() or word == "["
            broken = opens and "\n" in raw[block.offsets[at - 1] : block.offsets[at]]
            if broken and _label(reading, block, at, sentence.end_char) is not None:
                yield doc[first:k]
                first = k
        yield doc[first : sentence.end]


def _labelled(
    reading: Reading, index: int, block: Block, sentences: list[Span], k: int, label: Label
) -> Iterator[Found]:
    """The outcome behind a label, or before it where the label only names who ("… aangevuld. Actie: COA.")."""
    _, end = bounds(block.text, sentences[k].start_char, sentences[k].end_char)
    owners = named(reading, index, *label.note) if label.note[0] < label.note[1] else ()
    due = _note_deadline(reading, block, label) if label.note[0] < label.note[1] else None
    only_names = label.content >= end or names_only(reading, index, label.content, end)
    before = [sentence for sentence in sentences[:k] if sentence.end_char <= label.start]
    if only_names and before:
        owners = owners or named(reading, index, label.content, end)
        said = before[-1]
        start, stop = bounds(block.text, max(said.start_char, _past_bracket(block.text, said)), said.end_char)
        yield Found(index, start, stop, label.kind, "outcome.label_behind", 0.85, owners, due)
        return
    whole = block.text[slice(*bounds(block.text, sentences[k].start_char, end))]
    if says_of_numbers(whole, reading.meeting) == "running" and not named(reading, index, label.content, end):
        return  # "Actie 5: het gesprek heeft nog niet plaatsgevonden."
    told = (block.text[label.content : end], f"({block.text[slice(*label.note)]})")
    if (
        label.content >= end
        or is_closed(told[0])
        or is_withheld(told[0])
        or (label.kind != "besluit" and any(has_closing_field(one, reading.meeting) for one in told))
    ):
        return
    if denies(sentences[k], label.content):
        if label.several:
            yield from _further(reading, index, block, sentences, k + 1, label.kind)
        return
    if only_names and not any(token.pos_ in ("VERB", "NOUN") for token in sentences[k]):
        return
    content = label.content
    counts = label.several and _FIRST.match(block.text, content)
    counted = enumerated(block.text, content, len(block.text)) if counts else []
    if len(counted) > 1:
        for start, stop in counted:
            yield Found(
                index, start, stop, label.kind or noted_kind(block.text[start:stop]), "outcome.label", 0.95, owners
            )
        return
    last = continuation(sentences, k)
    end = bounds(block.text, content, sentences[last].end_char)[1]
    bracket = block.text.find("]", content, end)
    if bracket >= 0 and "[" not in block.text[content:bracket]:
        end = bracket  # "[Actie COA: lijst rondsturen] VNG …"
    if (
        status_of(block.text[content:end]) is not None
        and find_deadline(block.text, content, end, reading.meeting) is None
    ):
        return  # "Actie 3: loopt."
    note = Note(owners, due) | notes_behind(reading, index, block, sentences, last)
    if note.closed:
        return
    pieces = concluded(reading, index, content, end) if label.several else [(content, end)]
    if len(pieces) == 1 and find_deadline(block.text, content, end, reading.meeting) is None:
        note |= Note(deadline=_due_behind(reading, block, sentences[last + 1 : last + 2]))
    for start, stop in pieces:
        kind = label.kind or noted_kind(block.text[start:stop])
        yield Found(index, start, stop, kind, "outcome.label", 0.95, note.owners, note.deadline)
    if label.several:
        yield from _further(reading, index, block, sentences, last + 1, label.kind)
    elif label.kind is not None:
        yield from _tasks_behind(reading, index, block, sentences[last + 1 :], label.kind)


def _past_bracket(text: str, sentence: Span) -> int:
    """Where a sentence goes on behind what a bracket around an action closes: "[Actie COA: …] VNG wil een brief."."""
    return text.rfind("] ", sentence.start_char, sentence.end_char) + 1


def _due_behind(reading: Reading, block: Block, following: list[Span]) -> Deadline | None:
    """By when, where a short sentence behind tells that of the thing: "De uitkomst ligt er op 9 november"."""
    for sentence in following:
        if len(sentence) <= _SHORT and sentence[0].lower_ in words("determiner"):
            return find_deadline(block.text, sentence.start_char, sentence.end_char, reading.meeting)
    return None


def _tasks_behind(
    reading: Reading, index: int, block: Block, following: list[Span], kind: OutcomeKind
) -> Iterator[Found]:
    """Sentences behind what a label settles that give another a task: "MBZK publiceert dit vóór 1 juli"."""
    for sentence in following:
        start, end = bounds(block.text, sentence.start_char, sentence.end_char)
        if label_at(block.text, start, end) is not None:
            return
        due = find_deadline(block.text, start, end, reading.meeting)
        if due is not None and does_itself(reading, index, sentence):
            yield Found(index, start, end, "afspraak" if kind == "besluit" else kind, "outcome.label_further", 0.8)


def _note_deadline(reading: Reading, block: Block, label: Label) -> Deadline | None:
    """The deadline in a label's note: a day, relative words, or a meeting of a month."""
    return find_deadline(block.text, *label.note, reading.meeting) or named_meeting(block.text, *label.note)


def _further(
    reading: Reading, index: int, block: Block, sentences: list[Span], k: int, kind: OutcomeKind | None
) -> Iterator[Found]:
    """The sentences that follow "Conclusie:" or "Acties:" in the same block, up to the next label."""
    for sentence in sentences[k:]:
        start, end = bounds(block.text, sentence.start_char, sentence.end_char)
        if label_at(block.text, start, end) is not None:
            return
        if end - start > 3 and not settles_nothing(sentence) and not is_note(block.text, start, end, reading.meeting):
            note = notes_behind(reading, index, block, sentences, k)
            told = kind or noted_kind(block.text[start:end])
            yield Found(index, start, end, told, "outcome.label_further", 0.85, note.owners, note.deadline)
        k += 1


def _noted_behind(reading: Reading, index: int, block: Block, sentences: list[Span]) -> Iterator[Found]:
    """What stands before "(afspraak)": the bullet up to there; of a long paragraph, the sentence."""
    at = 0
    for tail in tails(block.text):
        inside = [s for s in sentences if s.start_char < tail.start and s.end_char > at]
        if not inside:
            continue
        colon = block.text.find(":", *tail.note)
        if (
            colon >= 0
            and names_only(reading, index, tail.note[0], colon)
            and _is_task(block.text[colon + 1 : tail.note[1]])
        ):
            owners = named(reading, index, tail.note[0], colon)
            start = colon + 1 + (block.text[colon + 1] == " ")
            yield Found(index, start, tail.note[1], tail.kind, "outcome.note", 0.94, owners)
            at = tail.content
            continue
        if tail.note[0] < tail.note[1] and not names_only(reading, index, *tail.note) and _tells(reading, index, tail):
            yield Found(index, *tail.note, tail.kind, "outcome.note", 0.9)
            at = tail.content
            continue
        if label_at(f"{block.text[at : tail.start]}:", 0, tail.start - at + 1) is not None:
            continue  # "Uitkomst (besluit): …": the label of what follows
        begin = inside[-1] if len(inside) > 3 or (block.kind == "paragraph" and len(inside) > 2) else inside[0]
        start, end = bounds(block.text, max(begin.start_char, at), tail.start)
        if start == end:
            continue  # the same note again: "… (afspraak). (afspraak)"
        owners = named(reading, index, *tail.note) if tail.note[0] < tail.note[1] else ()
        due = find_deadline(block.text, *tail.note, reading.meeting) if tail.note[0] < tail.note[1] else None
        yield Found(index, start, end, tail.kind, "outcome.note_behind", 0.9, owners, due)
        at = tail.content


def _is_task(words: str) -> bool:
    """Whether what stands behind a name and a colon is a task, and no day or status: "(actie COA: lijst sturen)"."""
    return len(words.split()) > 1 and not only_date(words) and status_of(words) is None


def _tells(reading: Reading, index: int, tail: Label) -> bool:
    """Whether the note itself says what must be done ("(actie: COA neemt contact op)")."""
    note = tokens_at(reading.docs[index], *tail.note)
    return len(note) > 2 and any(token.pos_ == "VERB" for token in note)
