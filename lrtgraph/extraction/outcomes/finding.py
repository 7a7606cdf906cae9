"""Where outcomes stand: behind a label or arrow, under a head, in a table or list, before a note, in running text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lrtgraph.extraction.clauses import tokens_at
from lrtgraph.extraction.lexicon import words
from lrtgraph.extraction.outcomes.actuality import disagrees, only_convenes
from lrtgraph.extraction.outcomes.cues import approves_shortly, goes_on, settled
from lrtgraph.extraction.outcomes.deadlines import Deadline, find_deadline, named_meeting, only_date
from lrtgraph.extraction.outcomes.kinds import does_itself, kind_told
from lrtgraph.extraction.outcomes.labels import (
    ARROWS,
    Label,
    announced,
    head,
    label_at,
    noted_kind,
    tails,
)
from lrtgraph.extraction.outcomes.notes import Note, head_owners, is_note, names_only, notes_behind
from lrtgraph.extraction.outcomes.parties import named
from lrtgraph.extraction.outcomes.splitting import agreed, concluded, enumerated
from lrtgraph.extraction.outcomes.tables import (
    RowOutcome,
    is_bare_label,
    is_closed,
    is_listed,
    listed_outcome,
    row_outcome,
    status_of,
)
from lrtgraph.records import OutcomeKind

if TYPE_CHECKING:
    from spacy.tokens import Span

    from lrtgraph.extraction.context import Reading
    from lrtgraph.extraction.outcomes.labels import Head
    from lrtgraph.records import Block

_SHORT = 16
"""Words of a sentence that only tells by when."""
_ARROW_STYLE = 0.5
"""Above this share of a document's blocks an arrow is its bullet and tells nothing."""


@dataclass(frozen=True, slots=True)
class Found:
    """An outcome before its parties are read: kind (None: by its words), span in the block's text, what is noted."""

    block: int
    start: int
    end: int
    kind: OutcomeKind | None
    rule: str
    confidence: float
    owners: tuple[str, ...] = ()
    deadline: Deadline | None = None


def found_outcomes(reading: Reading) -> Iterator[Found]:
    """The outcomes of a document, block by block; a stretch may be found twice."""
    arrows = _arrows_decide(reading)
    for index, block, _ in reading.blocks():
        if block.kind not in ("heading", "subheading") and block.text.strip():
            yield from _in_block(reading, index, block, arrows)


def _arrows_decide(reading: Reading) -> bool:
    blocks = [block for _, block, _ in reading.blocks() if block.kind in ("paragraph", "bullet")]
    arrows = sum((block.marker or "").strip() in ARROWS for block in blocks)
    return arrows <= _ARROW_STYLE * len(blocks)


def _in_block(reading: Reading, index: int, block: Block, arrows: bool) -> Iterator[Found]:
    """The outcomes of one block, by the first way of marking that it uses."""
    above = head(block.section) if block.section else head(_item_title(reading, block))
    leading = reading.layout.blocks[block.parent] if block.parent is not None else None
    if not above.proposal and leading is not None and leading.kind == "paragraph" and not above.kind:
        above = announced(leading.text) or above
        under = above.outcomes
    else:
        under = above.outcomes and bool(block.section)
    if block.cells:
        row = row_outcome(reading, index, block, above)
        if row is not None:
            yield _from_row(index, row)
        return
    marked = sorted(_marked(reading, index, block, arrows), key=lambda item: item.start)
    if marked:
        yield from marked
        yield from (item for item in _running(reading, index, block) if not _touched(item, marked))
        return
    if above.proposal or (above.outcomes and only_convenes(block.text)):
        return
    if above.outcomes and not under and _is_entry(reading, index, block):
        row = listed_outcome(reading, index, block, above)
        if row is not None:
            yield _from_row(index, row)
    elif under:
        yield from _under_head(reading, index, block, above)
    elif not (announced(block.text) and _leads(reading, index)):
        yield from _running(reading, index, block)


def _leads(reading: Reading, index: int) -> bool:
    """Whether bullets hang under a block, so that "De LRT besluit:" is said of them."""
    blocks = reading.layout.blocks
    return index + 1 < len(blocks) and blocks[index + 1].parent == index


def _is_entry(reading: Reading, index: int, block: Block) -> bool:
    """Whether a block of an item such as "Actiepunten" is an entry of the list, and not talk about it."""
    mixed = re.search(r"verslag|opening|mededeling|bespreking", (_item_title(reading, block) or "").lower())
    if not block.marker or len(list(reading.docs[index].sents)) > 2:
        return False
    return is_listed(block) or not mixed


def _touched(one: Found, marked: list[Found]) -> bool:
    """Whether one of the marked outcomes, in order of place, overlaps with it."""
    at = bisect_left(marked, one.start, key=lambda other: other.start)
    return any(one.start < other.end and other.start < one.end for other in marked[max(0, at - 1) : at + 1])


def _item_title(reading: Reading, block: Block) -> str | None:
    return reading.layout.agenda[block.item].title if block.item is not None else None


def _from_row(index: int, row: RowOutcome) -> Found:
    return Found(index, row.start, row.end, row.kind, row.rule, row.confidence, row.owners, row.deadline)


def _marked(reading: Reading, index: int, block: Block, arrows: bool) -> Iterator[Found]:
    """Outcomes that a label, an arrow, a numbered marker or a note behind the clause marks."""
    doc = reading.docs[index]
    sentences = list(doc.sents)
    arrow = arrows and (block.marker or "").strip() in ARROWS
    marker = label_at(f"{block.marker} ", 0, len(block.marker) + 1) if block.marker else None
    for k, sentence in enumerate(sentences):
        start, end = _bounds(block.text, sentence.start_char, sentence.end_char)
        label, last = label_at(block.text, start, end), k
        if label is None and k + 1 < len(sentences) and is_bare_label(block.text[start:end]):
            label, last = label_at(block.text, start, sentences[k + 1].end_char), k + 1  # "Besluit 3. De pilot …"
        if label is not None:
            yield from _labelled(reading, index, block, sentences, last, label)
        elif k == 0 and (arrow or marker is not None) and not _settles_nothing(sentence):
            kind = marker.kind if marker else None
            rule = "outcome.arrow" if arrow else "outcome.label"
            note = notes_behind(reading, index, block, sentences, k)
            yield Found(index, start, end, kind, rule, 0.93, note.owners, note.deadline)
    yield from _noted_behind(reading, index, block, sentences)


def _labelled(
    reading: Reading, index: int, block: Block, sentences: list[Span], k: int, label: Label
) -> Iterator[Found]:
    """The outcome behind a label, or before it where the label only names who ("… aangevuld. Actie: COA.")."""
    _, end = _bounds(block.text, sentences[k].start_char, sentences[k].end_char)
    owners = named(reading, index, *label.note) if label.note[0] < label.note[1] else ()
    due = _note_deadline(reading, block, label) if label.note[0] < label.note[1] else None
    only_names = label.content >= end or names_only(reading, index, label.content, end)
    if only_names and k > 0:
        owners = owners or named(reading, index, label.content, end)
        said = sentences[k - 1]
        start, before = _bounds(block.text, max(said.start_char, _past_bracket(block.text, said)), said.end_char)
        yield Found(index, start, before, label.kind, "outcome.label_behind", 0.85, owners, due)
        return
    if label.content >= end or is_closed(block.text[label.content : end]):
        return
    if only_names and not any(token.pos_ in ("VERB", "NOUN") for token in sentences[k]):
        return
    content = label.content
    several = label.kind is None or label.several
    counted = enumerated(block.text, content, len(block.text)) if several else []
    if len(counted) > 1:
        for start, stop in counted:
            yield Found(
                index, start, stop, label.kind or noted_kind(block.text[start:stop]), "outcome.label", 0.95, owners
            )
        return
    last = _continuation(sentences, k)
    end = _bounds(block.text, content, sentences[last].end_char)[1]
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
    pieces = concluded(reading, index, content, end) if several else [(content, end)]
    if len(pieces) == 1 and find_deadline(block.text, content, end, reading.meeting) is None:
        note |= Note(deadline=_due_behind(reading, block, sentences[last + 1 : last + 2]))
    for start, stop in pieces:
        kind = label.kind or noted_kind(block.text[start:stop])
        yield Found(index, start, stop, kind, "outcome.label", 0.95, note.owners, note.deadline)
    if label.kind is None or label.several:
        yield from _further(reading, index, block, sentences, last + 1, label.kind)
    else:
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
        start, end = _bounds(block.text, sentence.start_char, sentence.end_char)
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
        start, end = _bounds(block.text, sentence.start_char, sentence.end_char)
        if label_at(block.text, start, end) is not None:
            return
        if end - start > 3 and not _settles_nothing(sentence) and not is_note(block.text, start, end):
            note = notes_behind(reading, index, block, sentences, k)
            told = kind or noted_kind(block.text[start:end])
            yield Found(index, start, end, told, "outcome.label_further", 0.85, note.owners, note.deadline)
        k += 1


def _continuation(sentences: list[Span], k: int) -> int:
    """The last sentence that goes on with the outcome of sentence `k` ("Hier zal ook … worden besproken")."""
    while k + 1 < len(sentences):
        tokens = [token.lower_ for token in sentences[k + 1][:3]]
        if not tokens or tokens[0] not in words("going_on"):
            break
        if not any(word in ("zal", "zullen", "wordt", "worden") for word in tokens[1:]):
            break
        k += 1
    return k


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
        begin = inside[-1] if len(inside) > 3 or (block.kind == "paragraph" and len(inside) > 2) else inside[0]
        start, end = _bounds(block.text, max(begin.start_char, at), tail.start)
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


def _under_head(reading: Reading, index: int, block: Block, above: Head) -> Iterator[Found]:
    """Each sentence under a head of conclusions."""
    if is_listed(block):
        row = listed_outcome(reading, index, block, above)
        if row is None or row.owners:
            yield from (_from_row(index, row),) if row is not None else ()
            return
    sentences = list(reading.docs[index].sents)
    named_above = head_owners(reading, index, block)
    for k, sentence in enumerate(sentences):
        start, end = _bounds(block.text, sentence.start_char, sentence.end_char)
        if end - start < 4 or _settles_nothing(sentence) or is_note(block.text, start, end):
            continue
        if block.text[end - 1] == ":" and k + 1 == len(sentences) and _leads(reading, index):
            continue
        note = notes_behind(reading, index, block, sentences, k)
        if not note.closed:
            owners = note.owners or named_above
            yield Found(index, start, end, above.kind, "outcome.head", 0.92, owners, note.deadline)


def _settles_nothing(sentence: Span) -> bool:
    """Whether a sentence says that nothing was settled ("Over een bonus wordt geen besluit genomen"), or only asks."""
    tokens = [token.lower_ for token in sentence]
    if sentence.text.rstrip().endswith("?") or is_closed(sentence.text) or disagrees(sentence):
        return True
    for k, word in enumerate(tokens):
        if word in words("outcome_noun"):
            before = tokens[max(0, k - 3) : k]
            if "geen" in before or (k and tokens[k - 1] == "niets"):
                return True
        denied = {"niets", "later", "nog"} & set(tokens[:k]) or tokens[k - 1] == "niet"
        if word in ("besloten", "afgesproken", "vastgesteld") and denied:
            return True
    return "ter kennisname" in sentence.text.lower() and len(tokens) < 6


def _running(reading: Reading, index: int, block: Block) -> Iterator[Found]:
    """Sentences of running text whose verb settles something."""
    sentences = list(reading.docs[index].sents)
    for k, sentence in enumerate(sentences):
        hit = settled(reading, index, sentence)
        if hit is None:
            if approves_shortly(reading, index, sentence):
                start, end = _bounds(block.text, sentence.start_char, sentence.end_char)
                yield Found(index, start, end, "besluit", "outcome.akkoord", 0.8)
            continue
        last = _continuation(sentences, k) if hit.cue.kind == "afspraak" else k
        owners = () if hit.clause.main else goes_on(reading, index, hit, sentence)
        opening = hit.clause.start + (hit.clause.opener != "die")  # "waarop" only joins it to what another said
        first = sentence.doc[opening].idx if owners else sentence.start_char
        start, end = _bounds(block.text, first, sentences[last].end_char)
        confidence = 0.7 if hit.cue.name == "concluderen" else 0.9
        kind, rule = kind_told(sentence.doc, hit), f"outcome.verb.{hit.cue.name}"
        pieces = agreed(reading, index, start, end) if kind == "afspraak" else [(start, end)]
        yield from (Found(index, first, stop, kind, rule, confidence, owners) for first, stop in pieces)


def _bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without white space, bullets and stray dashes in front."""
    while start < end and (text[start].isspace() or text[start] in "•*–—-"):
        start += 1
    return start, end
