"""What travels between the stages: documents, blocks, mentions and the facts of one record.

Standard library only. Every offset is a Python string offset into `Document.text` (start included, end
excluded), unless a field says that it counts in a block's cleaned text. `Span.text` is always exactly
`document.text[start:end]`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal

BlockKind = Literal["heading", "subheading", "paragraph", "bullet", "row", "attendance", "letterhead", "furniture"]
ParticipantStatus = Literal["present", "absent", "replaced", "replacement"]
OutcomeKind = Literal["besluit", "afspraak", "actie", "toezegging"]
Act = Literal["informeert", "verzoekt", "stelt_voor", "steunt", "bezwaar", "vraagt", "antwoordt", "zegt_toe"]
TargetStatus = Literal["target", "realised", "forecast", "need", "gap", "limit"]
RoleKind = Literal["task", "supervision", "drafting", "decision", "execution"]
ReportedStatus = Literal["done", "dropped", "removed", "moved", "running", "undone", "transferred"]
DocumentKind = Literal["verslag", "agenda", "notitie", "uitnodiging", "brief"]


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a document: its number as a reader counts (from 1) and its span in the text."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a document from outside its text; a value here overrides what the text says."""

    title: str | None = None
    date: str | None = None
    body: str | None = None
    url: str | None = None
    licence: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One source document: its exact text and where it came from.

    `source` is the file name without folders, `sha256` the hex digest of the file's bytes, `pages` is empty
    where the format has none; `feet` are the offsets of what stands at the foot of the pages, where the format tells.
    """

    source: str
    sha256: str
    media_type: str
    text: str
    pages: tuple[Page, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)
    feet: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """One logical unit of a document with its cleaned text.

    `text` is the unit as a person would type it on one line: wrapped and broken words joined, page furniture
    taken out, white space single, certain OCR confusions mended. `offsets[i]` is the raw offset of `text[i]`
    (same length, not decreasing), so the raw span of `text[a:b]` is `offsets[a] : offsets[b - 1] + 1`.

    `marker` is the bullet or number as it stood ("•", "1.3"), not part of `text`; `level` the nesting depth (0
    outermost); `parent` the index of the block it hangs under; `item` the index of its agenda item in
    `Layout.agenda`; `section` the lower-case head it stands under inside the item ("bespreking", "conclusie",
    "besluiten en acties"), and in an attendance block "aanwezig", "afwezig" or "ondersteuning"; `cells` the spans
    in `text` of a table row's cells and `columns` the row's lower-case column heads.
    """

    kind: BlockKind
    text: str
    offsets: tuple[int, ...]
    level: int = 0
    marker: str | None = None
    parent: int | None = None
    item: int | None = None
    section: str | None = None
    cells: tuple[tuple[int, int], ...] = ()
    columns: tuple[str, ...] = ()

    @property
    def start(self) -> int:
        """Raw offset of the first character."""
        return min(self.offsets) if self.cells else self.offsets[0]

    @property
    def end(self) -> int:
        """Raw offset just past the last character."""
        return (max(self.offsets) if self.cells else self.offsets[-1]) + 1

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """Turn a non-empty span of the cleaned text into a raw span.

        >>> Block("paragraph", "VNG", (5, 7, 8)).raw(0, 3)
        (5, 9)

        Raises ValueError where the span is empty or not within the text.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"empty or outside the block: {start}:{end}")
        if not self.cells:
            return self.offsets[start], self.offsets[end - 1] + 1
        found = self.offsets[start:end]  # cells may lie out of order
        return min(found), max(found) + 1


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """An item of the agenda; `start` is where its title begins, `end` where its body ends (raw)."""

    number: str | None
    title: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Layout:
    """A document's blocks in reading order and its agenda."""

    blocks: tuple[Block, ...]
    agenda: tuple[AgendaItem, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the raw text with its offsets."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A concept's name at its place.

    `start`, `end`, `text` are raw; `block` is the index of the block and `block_start`, `block_end` the span in
    that block's cleaned text. `concept` is a notation of the gazetteer, or `person:Surname`, `gemeente:Name`,
    `provincie:Name`, `place:Name`. `reason` says in words why this concept and no other.
    """

    start: int
    end: int
    text: str
    concept: str
    block: int
    block_start: int
    block_end: int
    rule: str
    confidence: float
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that looks like an actor or instrument and that the gazetteer lacks."""

    start: int
    end: int
    text: str
    kind: Literal["actor", "instrument", "person", "place"]
    context: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """The meeting that a document reports on; dates ISO, times "HH:MM"; `date` only where stated."""

    body: str | None = None
    date: str | None = None
    earliest: str | None = None
    latest: str | None = None
    start: str | None = None
    end: str | None = None
    place: str | None = None
    report_date: str | None = None
    approves: tuple[tuple[str | None, str], ...] = ()
    """(body, ISO date) of each earlier meeting whose minutes were approved; None for a body that is not known."""


@dataclass(frozen=True, slots=True)
class Participant:
    """One slot of the attendance list; `name` is None where it is blanked out."""

    name: str | None
    concept: str | None
    status: ParticipantStatus
    evidence: Span
    role: str | None = None
    """The office as it stands in the list, where it says more than the concept ("CdK Overijssel")."""
    rule: str = "attendance"
    confidence: float = 0.95


@dataclass(frozen=True, slots=True)
class Task:
    """By what a task is known again in the minutes of later meetings: its number in the list, and its wording.

    `number` is the same however it is written ("A3", "actie 3", "AP 3"); `words` are those that carry the wording, in
    lower case and each once, without owner and deadline; `things` are the nouns among them that name no actor,
    instrument or place, but what is to be made, sent or found out, or behind "over" what is told of. `deeds` says
    what is to be done with them (`deeds.csv`); in what is told of them later, all that has been done by then. `acts`
    are verbs that say so themselves, each with the places that are named. `meant` are the words of what its pronouns
    stand for, and of the title over it: a list that has it again may have these; of a row of a list, compounds that it
    may have taken apart.
    """

    number: str | None
    words: tuple[str, ...]
    things: tuple[str, ...] = ()
    deeds: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    meant: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """Something the meeting settled. Deadline: ISO date if concrete, else the literal words."""

    kind: OutcomeKind
    evidence: Span
    owners: tuple[str, ...]
    partners: tuple[str, ...]
    about: tuple[str, ...]
    deadline: str | None
    rule: str
    confidence: float
    deadline_date: str | None = None
    """The day by which it must be done, ISO, a relative deadline resolved against the meeting's date; None where that
    is unknown, or something goes on until then or from then on."""
    item: int | None = None
    task: Task | None = None
    """What a later meeting's list would know it by; of a decision its words alone."""


AGREED: Final = "afspraak"
"""The thing of a report that an agreement or a decision holds no more, with its month where that is told."""
NUMBER: Final = "report.number"
STANDING: Final = "report.standing"
"""Rules of reports by a sentence; by the first on a number of the list, by the second the task still stands."""
THING: Final = "report.thing"
"""The rule of reports by a sentence on the thing of a task that is done: "COA heeft de lijst verstuurd"."""


@dataclass(frozen=True, slots=True)
class StatusReport:
    """What minutes say came of a task that an earlier meeting set: that it is done ("A3 is afgerond"), dropped
    ("vervalt") or off the list without a reason ("kan van de lijst"), or goes on in this list, maybe with a new term;
    or in a sentence of its own that the term is another ("schuift op") or who must do it ("draagt over aan").
    """

    status: ReportedStatus
    task: Task
    owners: tuple[str, ...]
    evidence: Span
    rule: str
    confidence: float
    item: int | None = None
    about: tuple[str, ...] = ()
    """What a task that a list closes concerns: by that a task that stood in no list is known again."""
    partners: tuple[str, ...] = ()
    """Who got what the task is to give, where that is told."""
    takers: tuple[str, ...] = ()
    """Who must do it from now on, where it was handed over."""
    deadline: str | None = None
    """Its new term, where it was moved: ISO date if concrete, else the literal words."""
    deadline_date: str | None = None
    closed: Outcome | None = None
    """The task as a row or line of a list tells it that closes it: the list may be the first to tell of it."""

    @property
    def by_thing(self) -> bool:
        """Whether it is a sentence on a thing, and neither on a number nor a row or line of a list."""
        return self.rule == THING or (self.rule == STANDING and self.task.number is None)


@dataclass(frozen=True, slots=True)
class Statement:
    """One attributed contribution: speakers, what they did with it, towards whom, about what."""

    speakers: tuple[str, ...]
    act: Act
    addressees: tuple[str, ...]
    about: tuple[str, ...]
    evidence: Span
    rule: str
    confidence: float
    persons: tuple[str, ...] = ()
    """`person:Surname` of speakers who are named."""
    item: int | None = None
    apart: tuple[str, ...] = ()
    """Those of `about` to which it does not stand as its act says: what an objection is about that it joins, what is to
    end."""
    stance: Act = "antwoordt"
    """How it stands to those."""
    answers: tuple[int, ...] = ()
    """The places, among the document's statements, of the questions that it answers."""
    promise: Outcome | None = None
    """What is promised, as the task that it is; None where it promises nothing, or an outcome records that."""


@dataclass(frozen=True, slots=True)
class Target:
    """A number that sets or measures a policy target or capacity. `by`: ISO date, or the words ("eind 2024")."""

    value: float
    unit: str | None
    by: str | None
    about: tuple[str, ...]
    status: TargetStatus
    evidence: Span
    rule: str
    confidence: float
    item: int | None = None


GIVES: Final = "draagt over"
"""The role of who hands a responsibility over."""
LOSING: Final = frozenset({GIVES, "raakt kwijt"})
"""The roles of who has something no more."""


@dataclass(frozen=True, slots=True)
class Responsibility:
    """Who owns or answers for an instrument, as this document says.

    `role` is a short Dutch phrase; `role_kind` its class; `condition`, `since`, `until` the literal words.
    """

    instrument: str
    actor: str
    role: str
    role_kind: RoleKind
    evidence: Span
    rule: str
    confidence: float
    condition: str | None = None
    since: str | None = None
    until: str | None = None
    item: int | None = None

    @property
    def lost(self) -> bool:
        """Whether it is told of somebody who has it no more."""
        return self.role.partition(",")[0] in LOSING


@dataclass(frozen=True, slots=True)
class Unowned:
    """That nobody owns an instrument, as this document says outright: "niemand voelt zich eigenaar van de HAR"."""

    instrument: str
    evidence: Span
    rule: str
    confidence: float
    item: int | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """All that is taken from one document; `lrtgraph.build.published` has its published schema."""

    document: Document
    meeting: Meeting
    participants: tuple[Participant, ...]
    agenda: tuple[AgendaItem, ...]
    mentions: tuple[Mention, ...]
    outcomes: tuple[Outcome, ...]
    statements: tuple[Statement, ...]
    targets: tuple[Target, ...]
    ownership: tuple[Responsibility, ...]
    candidates: tuple[Candidate, ...] = ()
    reports: tuple[StatusReport, ...] = ()
    unowned: tuple[Unowned, ...] = ()
    """What came of earlier tasks, and what nobody owns: the graph has them, the published schema does not."""
    table: str | None = None
    """The table that met, as the head names it, where the gazetteer lacks it; the graph has it as the body."""
    province: str | None = None
    """Whose table met, where every province has one of this name."""
    lists: tuple[tuple[int, int], ...] = ()
    """Where it is listed who attended, read or not."""
    kind: DocumentKind = "verslag"
    """Minutes, or a paper around a meeting, of which nothing was settled or said at the table."""
