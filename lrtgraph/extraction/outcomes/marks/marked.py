"""Outcomes that the text marks: behind a label, an arrow or a numbered marker, or before a note in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from lrtgraph.dutch.redaction import is_withheld
from lrtgraph.extraction.grammar.clauses import tokens_at
from lrtgraph.extraction.grammar.lexicon import MODAL, NEGATION, words
from lrtgraph.extraction.grammar.tokens import VERBAL, tokens_of
from lrtgraph.extraction.outcomes.closing import has_closing_field
from lrtgraph.extraction.outcomes.found import Found, Prose, bounds
from lrtgraph.extraction.outcomes.kinds import does_itself
from lrtgraph.extraction.outcomes.labels import (
    ARROWS,
    Label,
    is_noun,
    label_at,
    last_note,
    noted_kind,
    noun_at,
    tails,
)
from lrtgraph.extraction.outcomes.marks.notes import Note, is_note, notes_before, notes_behind
from lrtgraph.extraction.outcomes.marks.numbered import CLOSED, says_of_numbers, told_numbers
from lrtgraph.extraction.outcomes.owners.naming import named, names_only
from lrtgraph.extraction.outcomes.prose.splitting import concluded, enumerated
from lrtgraph.extraction.outcomes.prose.talk import only_says
from lrtgraph.extraction.outcomes.prose.unsettled import continuation, denies, settles_nothing
from lrtgraph.extraction.outcomes.status import is_bare_label, is_closed, status_of
from lrtgraph.extraction.outcomes.terms.deadlines import Deadline, find_deadline, named_meeting, only_date
from lrtgraph.records import OutcomeKind

if TYPE_CHECKING:
    from spacy.tokens import Span

    from lrtgraph.extraction.context import Reading

_FIRST = re.compile(r"\(?[1a][.)]\s")
"""What a list within a paragraph opens with."""
_DASH = re.compile(r"\s[–—-]\s")
_EMPHASIS = re.compile(r"[*_]\s+\Z")
_ARROW_STYLE = 0.5
"""Above this share of a document's blocks an arrow is its bullet and tells nothing."""
_SHORT = 16
"""Words of a sentence that only tells by when."""
_MEASURED = re.compile(
    r"(?:(?:bijna|ruim|circa|ca\.|ongeveer|zo['’]n|meer\s+dan|minder\s+dan|slechts)\s+)?\d+(?:[.,]\d+)?\s*"
    r"(?:%|procent\b|van\s+de\s+\d|van\s+\d)(?!\s+van\s+(?:het|de)\s+(?:budget|geld|middelen|kosten|bedrag|lasten))",
    re.IGNORECASE,
)
"""A share at the head of a result is what was found, not what was agreed, unless it is one of money to be parted."""


def arrows_decide(reading: Reading) -> bool:
    """Whether an arrow marks an outcome in a document, and is not the bullet of its lists."""
    blocks = [block for _, block, _ in reading.blocks() if block.kind in ("paragraph", "bullet")]
    arrows = sum((block.marker or "").strip() in ARROWS for block in blocks)
    return arrows <= _ARROW_STYLE * len(blocks)


def marked_outcomes(reading: Reading, index: int, arrows: bool) -> Iterator[Found]:
    """Outcomes of a block that a label, an arrow, a numbered marker or a note behind the clause marks."""
    prose = Prose(reading, index, list(_lines(reading, index)))
    for k in range(len(prose.sentences)):
        label, last = _label_of(prose, k)
        if label is not None:
            yield from _labelled(prose, last, label)
        elif k == 0:
            yield from _listed(prose, last, arrows)
    yield from _noted_behind(prose)


def _lines(reading: Reading, index: int) -> Iterator[Span]:
    """The sentences of a block, and what a label opens on a line of its own within one."""
    doc, raw, offsets = reading.docs[index], reading.document.text, reading.layout.blocks[index].offsets
    tokens = tokens_of(doc)
    for sentence in doc.sents:
        first = sentence.start
        for k, word in enumerate(tokens.surface[first + 1 : sentence.end], first + 1):
            if not (word[0].isupper() or word == "["):
                continue
            at = tokens.starts[k]
            broken = "\n" in raw[offsets[at - 1] : offsets[at]]
            if broken and _label(reading, index, at, sentence.end_char) is not None:
                yield doc[first:k]
                first = k
        yield doc[first : sentence.end]


def _label_of(prose: Prose, k: int) -> tuple[Label | None, int]:
    """The label of a sentence, and the sentence in which what it marks stands: "Besluit 3. De pilot …"."""
    start, end = prose.bounds(k)
    label = _label(prose.reading, prose.index, start, end)
    if label is not None or k + 1 == len(prose.sentences) or not _is_only_label(prose.block.text[start:end]):
        return label, k
    return _label(prose.reading, prose.index, start, prose.sentences[k + 1].end_char), k + 1


def _is_only_label(sentence: str) -> bool:
    """Whether a sentence is no more than the label of the next: "Besluit 3.", "Toezegging.", "Actie"."""
    return is_bare_label(sentence) or is_noun(sentence.strip().removesuffix("."))


def _label(reading: Reading, index: int, start: int, end: int) -> Label | None:
    """The label of a stretch, also one that only bold or italics set apart: "**Actie** COA stuurt de lijst"."""
    block = reading.layout.blocks[index]
    label = label_at(block.text, start, end)
    if label is not None:
        return _before_fields(reading, index, label, end)
    if (label := noun_at(block.text, start, end)) is None:
        return None
    apart = reading.document.text[block.offsets[label.content - 2] : block.offsets[label.content]]
    return label if _EMPHASIS.search(apart) else None


def _before_fields(reading: Reading, index: int, label: Label, end: int) -> Label:
    """The label of a line of a list, which has its task before its fields: "AP 1 Afbouwplan - COA - 1 mei"."""
    text = reading.layout.blocks[index].text
    sign = _DASH.search(text, label.note[1], label.content) if label.noted else None
    if sign is None or named(reading, index, *label.note):
        return label
    stop = _DASH.search(text, label.content, end)
    field = (label.content, stop.start() if stop else end)
    return replace(label, content=label.note[0], note=field) if names_only(reading, index, *field) else label


def _listed(prose: Prose, last: int, arrows: bool) -> Iterator[Found]:
    """The first sentence of a block, up to `last`, whose marker is an arrow, or the number of an outcome: "[B1]"."""
    marker = prose.block.marker or ""
    arrow = arrows and marker.strip() in ARROWS
    label = label_at(f"{marker} ", 0, len(marker) + 1) if marker else None
    if (arrow or label is not None) and not settles_nothing(prose.sentences[0]):
        kind, rule = label.kind if label else None, "outcome.arrow" if arrow else "outcome.label"
        note = notes_behind(prose, 0)
        yield Found(prose.index, *prose.bounds(0, last), kind, rule, 0.93, note.owners, note.deadline)


def _labelled(prose: Prose, k: int, label: Label) -> Iterator[Found]:
    """The outcome behind a label, or before it where the label only names who ("… aangevuld. Actie: COA.")."""
    end = prose.bounds(k)[1]
    only_names = label.content >= end or names_only(prose.reading, prose.index, label.content, end)
    before = [sentence for sentence in prose.sentences[:k] if sentence.end_char <= label.start]
    if only_names and before:
        yield _before_label(prose, before[-1], label, end)
    elif _sets_nothing(prose, k, label):
        return
    elif denies(prose.sentences[k], label.content):
        if label.several:
            yield from _further(prose, k + 1, label.kind)
    elif not only_names or any(token.pos_ in ("VERB", "NOUN") for token in prose.sentences[k]):
        yield from _counted(prose, label) or _behind_label(prose, k, label)


def _owners(prose: Prose, label: Label) -> tuple[str, ...]:
    """Whom a label's note names."""
    return named(prose.reading, prose.index, *label.note) if label.noted else ()


def _due(prose: Prose, label: Label) -> Deadline | None:
    """The deadline in a label's note: a day, relative words, or a meeting of a month."""
    return prose.due(*label.note) or named_meeting(prose.block.text, *label.note) if label.noted else None


def _before_label(prose: Prose, said: Span, label: Label, end: int) -> Found:
    """The sentence before a label with names up to `end`; behind what a bracket around an action closes."""
    text = prose.block.text
    owners = _owners(prose, label) or named(prose.reading, prose.index, label.content, end)
    past = text.rfind("] ", said.start_char, said.end_char) + 1  # "[Actie COA: …] VNG wil een brief. Actie: BZK."
    start, stop = bounds(text, max(said.start_char, past), said.end_char)
    return Found(prose.index, start, stop, label.kind, "outcome.label_behind", 0.85, owners, _due(prose, label))


def _sets_nothing(prose: Prose, k: int, label: Label) -> bool:
    """Whether a label has nothing behind it, or only what is closed, withheld, or tells how its number stands."""
    text, meeting = prose.block.text, prose.reading.meeting
    start, end = prose.bounds(k)
    told = says_of_numbers(text[start:end], meeting)
    if told is None and label.kind != "besluit":
        told = next((one.status for one in told_numbers(text[start:end], meeting) if one.status in CLOSED), None)
    if told in CLOSED:
        return True  # "Actie 3: de brief is verstuurd."
    if told == "running" and not named(prose.reading, prose.index, label.content, end):
        return True  # "Actie 5: het gesprek heeft nog niet plaatsgevonden."
    content, note = text[label.content : end], f"({text[slice(*label.note)]})"
    if label.content >= end or is_closed(content) or is_withheld(content):
        return True
    if label.kind is None and (_MEASURED.match(content) or _counts_only(prose, label, end)):
        return True
    return label.kind != "besluit" and any(has_closing_field(one, meeting) for one in (content, note))


def _counts_only(prose: Prose, label: Label, end: int) -> bool:
    """Whether a result is a number without a verb: "Uitkomst: 14,2 miljoen per jaar", but not "3 locaties sluiten".

    Not where it has an owner or a term: "300 plekken voor 1 juli", "2 pilots, COA trekker".
    """
    reading, index = prose.reading, prose.index
    told = tokens_at(reading.docs[index], label.content, end)
    if not told[0].like_num or any(token.pos_ in VERBAL for token in told):
        return False
    term = find_deadline(prose.block.text, label.content, end, reading.meeting)
    return term is None and not named(reading, index, label.content, end)


def _counted(prose: Prose, label: Label) -> list[Found]:
    """What a label announces as a numbered list within the paragraph, where it does."""
    text, owners = prose.block.text, _owners(prose, label)
    if not (label.several and _FIRST.match(text, label.content)):
        return []
    pieces = enumerated(text, label.content, len(text))
    kinds = [label.kind or noted_kind(text[slice(*piece)]) for piece in pieces]
    found = [
        Found(prose.index, *piece, kind, "outcome.label", 0.95, owners)
        for piece, kind in zip(pieces, kinds, strict=True)
    ]
    return found if len(found) > 1 else []


def _behind_label(prose: Prose, k: int, label: Label) -> Iterator[Found]:
    """What the sentence behind a label settles, with those that go on with it and the notes behind."""
    text, last = prose.block.text, continuation(prose.sentences, k)
    start, end = label.content, _closing_bracket(text, label.content, prose.bounds(k, last)[1])
    dated = prose.due(start, end) is not None
    if status_of(text[start:end]) is not None and not dated:
        return  # "Actie 3: loopt."
    note = Note(_owners(prose, label), _due(prose, label)) | notes_behind(prose, last) | notes_before(prose, k)
    if note.closed:
        return
    pieces = concluded(prose.reading, prose.index, start, end) if label.several else [(start, end)]
    if len(pieces) == 1 and not dated:
        note |= Note(deadline=_due_behind(prose, last + 1))
    for piece in pieces:
        kind = label.kind or noted_kind(text[slice(*piece)])
        yield Found(prose.index, *piece, kind, "outcome.label", 0.95, note.owners, note.deadline)
    if label.several:
        yield from _further(prose, last + 1, label.kind)
    elif label.kind is not None:
        yield from _tasks_behind(prose, last + 1, label.kind)


def _closing_bracket(text: str, start: int, end: int) -> int:
    """Where a bracket around what is marked closes, or else its end: "[Actie COA: lijst rondsturen] VNG …"."""
    bracket = text.find("]", start, end)
    return bracket if bracket >= 0 and "[" not in text[start:bracket] else end


def _due_behind(prose: Prose, k: int) -> Deadline | None:
    """By when, where the short sentence behind tells that of the thing: "De uitkomst ligt er op 9 november"."""
    for sentence in prose.sentences[k : k + 1]:
        if len(sentence) <= _SHORT and sentence[0].lower_ in words("determiner"):
            return prose.due(sentence.start_char, sentence.end_char)
    return None


def _tasks_behind(prose: Prose, k: int, kind: OutcomeKind) -> Iterator[Found]:
    """Sentences behind what a label settles that give another a task: "MBZK publiceert dit vóór 1 juli"."""
    told: OutcomeKind = "afspraak" if kind == "besluit" else kind
    for at in range(k, len(prose.sentences)):
        start, end = prose.bounds(at)
        if label_at(prose.block.text, start, end) is not None:
            return
        if prose.due(start, end) is not None and does_itself(prose.reading, prose.index, prose.sentences[at]):
            yield Found(prose.index, start, end, told, "outcome.label_further", 0.8)


def _further(prose: Prose, k: int, kind: OutcomeKind | None) -> Iterator[Found]:
    """The sentences that follow "Conclusie:" or "Acties:" in the same block, up to the next label."""
    text, meeting = prose.block.text, prose.reading.meeting
    for at in range(k, len(prose.sentences)):
        start, end = prose.bounds(at)
        if label_at(text, start, end) is not None:
            return
        if _is_said(prose, at, kind):
            continue
        if end - start > 3 and not settles_nothing(prose.sentences[at]) and not is_note(text, start, end, meeting):
            note, told = notes_behind(prose, at), kind or noted_kind(text[start:end])
            yield Found(prose.index, start, end, told, "outcome.label_further", 0.85, note.owners, note.deadline)


def _is_said(prose: Prose, k: int, kind: OutcomeKind | None) -> bool:
    """Whether behind a conclusion of any kind somebody only says what he thinks, wants or cannot do."""
    return kind is None and (_speaks(prose, k) or only_says(prose.reading, prose.index, prose.sentences[k]))


def _speaks(prose: Prose, k: int) -> bool:
    """Whether a sentence is a name, a colon and what its owner will not do: "SJenV: dat kan ik niet toezeggen".

    Not what he will, nor what is no longer to be done: "VNG: wij leveren de lijst", "VNG: lijst niet meer sturen".
    """
    start, end = prose.bounds(k)
    colon = prose.block.text.find(":", start, end)
    if colon < 0 or not names_only(prose.reading, prose.index, start, colon):
        return False
    said = {token.lower_ for token in tokens_at(prose.reading.docs[prose.index], colon + 1, end)}
    return not said.isdisjoint(NEGATION) and not said.isdisjoint(words("self") | MODAL)


def _noted_behind(prose: Prose) -> Iterator[Found]:
    """What stands before "(afspraak)", or in the brackets themselves: "(actie COA: lijst sturen)"."""
    at = 0
    for tail in tails(prose.block.text):
        inside = [k for k, s in enumerate(prose.sentences) if s.start_char < tail.start and s.end_char > at]
        found = (_in_note(prose, tail) or _before_note(prose, tail, inside, at)) if inside else None
        if found is not None:
            yield found
            at = tail.content
    last = last_note(prose.block.text)
    if last is not None and names_only(prose.reading, prose.index, *last.note):
        inside = [k for k, s in enumerate(prose.sentences) if at <= s.start_char < last.start]
        found = _before_note(prose, last, inside[-1:], at) if inside else None
        yield from () if found is None else (found,)


def _in_note(prose: Prose, tail: Label) -> Found | None:
    """A task that a note in brackets tells, with who must do it before a colon or within."""
    reading, index, text = prose.reading, prose.index, prose.block.text
    first, last = tail.note
    colon = text.find(":", first, last)
    if colon >= 0 and names_only(reading, index, first, colon) and _is_task(text[colon + 1 : last]):
        start = colon + 1 + (text[colon + 1] == " ")
        return Found(index, start, last, tail.kind, "outcome.note", 0.94, named(reading, index, first, colon))
    if tail.noted and not names_only(reading, index, first, last) and _tells(reading, index, tail):
        return Found(index, first, last, tail.kind, "outcome.note", 0.9)
    return None


def _before_note(prose: Prose, tail: Label, inside: list[int], at: int) -> Found | None:
    """What stands before a note, from `at` on: the bullet up to there; of a long paragraph, the last sentence."""
    block = prose.block
    sentence = block.text[prose.sentences[inside[-1]].start_char : prose.sentences[inside[-1]].end_char]
    if any(told_numbers(sentence, prose.reading.meeting)):
        return None  # "COA: overzicht (actie 3) verstuurd."
    if label_at(f"{block.text[at : tail.start]}:", 0, tail.start - at + 1) is not None:
        return None  # "Uitkomst (besluit): …": the label of what follows
    long = len(inside) > 3 or (block.kind == "paragraph" and len(inside) > 2)
    last, first = prose.sentences[inside[-1]], prose.sentences[inside[0]]
    own = tail.kind == "toezegging" and _led_by_actor(
        prose, last
    )  # "… zijn schaars. SZW komt met cijfers (toezegging)"
    begin = (last if long or own else first).start_char
    start, end = bounds(block.text, max(begin, at), tail.start)
    if start == end:
        return None  # the same note again: "… (afspraak). (afspraak)"
    due = prose.due(*tail.note) if tail.noted else None
    if due is None and tail.noted and tail.kind != "besluit":
        due = prose.due(tail.start, tail.content)  # "(actie, 1 juli 2024)"
    return Found(prose.index, start, end, tail.kind, "outcome.note_behind", 0.9, _owners(prose, tail), due)


def _led_by_actor(prose: Prose, sentence: Span) -> bool:
    """Whether a sentence opens with the name of who may do something."""
    first = prose.reading.mention_at(prose.index, sentence.start_char)
    return first is not None and prose.reading.is_actor(first.concept)


def _is_task(words: str) -> bool:
    """Whether what stands behind a name and a colon is a task, and no day or status: "(actie COA: lijst sturen)"."""
    return len(words.split()) > 1 and not only_date(words) and status_of(words) is None


def _tells(reading: Reading, index: int, tail: Label) -> bool:
    """Whether the note itself says what must be done ("(actie: COA neemt contact op)")."""
    note = tokens_at(reading.docs[index], *tail.note)
    return len(note) > 2 and any(token.pos_ == "VERB" for token in note)
