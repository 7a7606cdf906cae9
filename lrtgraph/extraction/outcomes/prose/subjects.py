"""Whether the subject of a clause is who its cue wants: the body itself, several together, the chair, or anyone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lrtgraph.extraction.grammar.arguments import BARE, arguments, phrase
from lrtgraph.extraction.grammar.clauses import is_finite, tokens_at
from lrtgraph.extraction.grammar.lexicon import FUTURE, HEBBEN, NEGATION, WORDEN, words
from lrtgraph.extraction.outcomes.owners.naming import body_names, is_blanked, is_body, named_otherwise, own_words
from lrtgraph.extraction.outcomes.prose.actuality import denies, opens_with_dat, undone
from lrtgraph.extraction.outcomes.prose.asking import asks_somebody, is_charged, is_promised
from lrtgraph.extraction.outcomes.prose.cues import LEADING_WORDS, Hit, deciding, hits, nominative
from lrtgraph.extraction.outcomes.terms.deadlines import find_deadline
from lrtgraph.extraction.participants.naming import is_function

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from lrtgraph.extraction.context import Reading
    from lrtgraph.extraction.grammar.arguments import Argument

_PAPERS = words("minutes_word") | {"concept", "voorstel", "tekst", "brief", "stuk", "plan", "notitie", "kader", "opzet"}
_POINTING = frozenset({"dat", "dit"})
_MINISTERS = ("minister", "staatssecretaris")
_SUBJECTS = frozenset({"hij", "zij", "ze", "voorzitter", *_MINISTERS})
_OPENING = 3
"""Words before the noun of a subject that opens a sentence: "Daarop zegt de portefeuillehouder toe"."""
_SPOKEN = frozenset(":[\"“”„'‘’")
"""Signs of somebody's own words in a sentence."""


@dataclass(frozen=True, slots=True)
class _Sought:
    """Where the subject of a cue is looked for: its clause, and the actors who stand bare in it."""

    reading: Reading
    block: int
    hit: Hit
    clause: Span
    bare: list[Argument]

    @property
    def doc(self) -> Doc:
        return self.clause.doc

    @property
    def behind(self) -> int:
        """Where the clause begins that follows that of the cue."""
        return self.hit.clause.end

    def names_body(self) -> bool:
        named = (a for a in self.bare if not a.denied)  # "Het kabinet beslist, niet de LRT."
        return any(is_body(self.reading, concept) for argument in named for concept in argument.concepts)


def subject_fits(reading: Reading, block: int, hit: Hit) -> bool:
    """Whether the subject of a hit's clause is who the cue wants.

    In: a reading, the index of a block, and a cue that was hit there. Out: whether the column `subject` of the cue is
    met; a cue that wants nobody named there ("body", "plural") wants the table itself, or several together.
    """
    sought, wanted = _sought(reading, block, hit), hit.cue.subject
    if not sought.bare and wanted in ("body", "plural") and hit.use.verb == sought.clause.start == 0:
        return _is_led(reading, block)
    if (hit.cue.own or wanted in ("charged", "promised")) and _is_past(sought.doc[hit.use.verb]):
        return False
    if wanted in _ALONE:
        return _ALONE[wanted](sought)
    if wanted in _BESIDE and not _BESIDE[wanted](sought):
        return False
    return _is_table(sought)


def _sought(reading: Reading, block: int, hit: Hit) -> _Sought:
    """The clause of a hit; behind "en" from its sentence on: "de tafel bespreekt het plan en stelt het vast"."""
    clause = reading.docs[block][hit.clause.start : hit.clause.end]
    start, end = clause.start_char, clause.end_char
    bare = [a for a in arguments(reading, block, start, end) if a.marker == BARE]
    first = clause[0].sent.start
    if not bare and clause[0].lower_ in words("coordinator") and clause.start > first:
        clause = clause.doc[first : hit.clause.end]
        bare = [a for a in arguments(reading, block, clause.start_char, end) if a.marker == BARE][:1]
    return _Sought(reading, block, hit, clause, bare)


def _follows(sought: _Sought) -> bool:
    """What is settled follows: "dat …"."""
    return opens_with_dat(sought.doc, sought.behind)


def _concludes(sought: _Sought) -> bool:
    """What the table concludes follows: not what a paper or one party finds, or how things are."""
    doc, noun = sought.doc, sought.hit.use.words[0]
    if not _follows(sought) or sought.bare:
        return False
    whose = _whose(sought, noun)
    if whose is not None and whose not in words("body_word", "talk"):
        return False
    told = doc[sought.behind : doc[sought.behind].sent.end]
    return any(token.pos_ == "VERB" for token in told) or _settling(doc, sought.behind)


def _is_paper(sought: _Sought) -> bool:
    """A paper, or what was just told: "Het verslag is akkoord.", "Dat is akkoord."."""
    clause = sought.clause
    pointed = clause[0].lower_ in _POINTING and len(clause) > 1 and is_finite(clause[1])
    papers = (t for t in clause if t.lower_ in _PAPERS)
    return not sought.bare and (pointed or any(nominative(sought.doc, t.i, clause.start) for t in papers))


def _is_granted(sought: _Sought) -> bool:
    """A paper, to which the meeting gives what the cue names: "Het verslag krijgt de instemming van de tafel"."""
    papers = any(t.lower_ in _PAPERS and nominative(sought.doc, t.i, sought.clause.start) for t in sought.clause)
    return papers and _whose(sought, sought.hit.use.words[0]) in own_words(sought.reading) | body_names(sought.reading)


def _whose(sought: _Sought, noun: int) -> str | None:
    """The word for whose the noun at a token is, empty where no noun says it: "de voorzitter van de tafel".

    None where no "van" follows the noun.
    """
    doc = sought.doc
    if doc[noun + 1 : noun + 2].text.lower() != "van":
        return None
    return next((t.lower_ for t in doc[noun + 2 : sought.behind] if t.pos_ in ("NOUN", "PROPN")), "")


def _settles(sought: _Sought) -> bool:
    """What follows tells a decision, what will be done, or by when somebody does something."""
    told = _settling(sought.doc, sought.behind) or _sets_term(sought)
    return told and not _declines(sought.doc, sought.behind)


def _is_chair(sought: _Sought) -> bool:
    """The chair, by that word, where it is of no other body, or by the seat."""
    clause, ours = sought.clause, own_words(sought.reading) | body_names(sought.reading) | {None}
    chairs = [t.i for t in clause if t.lower_ == "voorzitter" and nominative(sought.doc, t.i, clause.start)]
    return any(_whose(sought, chair) in ours for chair in chairs) or _leads(sought.reading, sought.bare)


def _rules(sought: _Sought) -> bool:
    """The chair or the table, and what is decided follows: "… dat …", "…: …", but not "met de mededeling dat …"."""
    told = _follows(sought) and phrase(sought.doc, sought.behind - 1, sought.clause.start_char)[0] != "met"
    said = sought.doc[sought.behind - 1].text == ":"
    return (told or said) and (_is_chair(sought) or _is_table(sought))


def _is_itself(sought: _Sought) -> bool:
    """A noun of the cue."""
    return any(nominative(sought.doc, k, sought.clause.start) for k in sought.hit.use.words)


def _is_somebody(sought: _Sought) -> bool:
    """Anybody who is named or spoken of; before "Zegt toe …" whoever just spoke."""
    use, clause = sought.hit.use, sought.clause
    return (
        (use.form == "finite" and use.verb == clause[0].sent.start > 0)
        or bool(sought.bare)
        or is_blanked(sought.doc, clause.start, clause.end)
        or _says_we(sought)
        or any(token.lower_ in words("body_word") | _SUBJECTS for token in clause)
        or (sought.hit.cue.kind == "toezegging" and _is_function(sought))
    )


def _is_function(sought: _Sought) -> bool:
    """Somebody by what he is at the table, or one of its boards, beside the verb: "De portefeuillehouder zegt toe".

    Not behind what he says, where whoever spoke before would seem to: "Komt in orde, zegt de wethouder toe".
    """
    doc, clause = sought.doc, sought.clause
    verbs = [t.i for t in clause if is_finite(t)]
    nouns = [t for t in clause if t.pos_ == "NOUN" and doc[t.i - 1].lower_ in words("determiner") and t.i]
    held = [t.i for t in nouns if is_function(t.lower_) or t.lower_ in words("board")]
    first = doc[sought.hit.use.verb].sent.start
    return any(verb in (noun - 2, noun + 1) and noun <= first + _OPENING for noun in held for verb in verbs)


def _is_table(sought: _Sought) -> bool:
    """The table itself, or where several together will do, these."""
    reading, clause, verb = sought.reading, sought.clause, sought.hit.use.verb
    if sought.names_body() or _says_we(sought):
        return True
    own = [t for t in clause if t.lower_ in own_words(reading) and nominative(sought.doc, t.i, clause.start)]
    # Beside the verb the noun behind is its object: "Unaniem verleent de tafel mandaat aan de voorzitter".
    own = [t for t in own if not _is_any(t)]
    ours = [t.i for t in own if verb in (t.i - 2, t.i - 1, t.i + 1) or not named_otherwise(reading, t)]
    if ours:
        before = ours[0] < verb  # "De tafel verleent DGM mandaat"
        return not any(argument.first < verb or not before for argument in sought.bare)
    return sought.hit.cue.subject == "plural" and bool(sought.bare) and len(sought.bare[0].concepts) > 1


def _is_any(token: Token) -> bool:
    """Whether a word for the meeting means none that is held: "besluit geen extra vergadering te beleggen"."""
    before = token.i - 1
    while before > token.sent.start and token.doc[before].pos_ == "ADJ":
        before -= 1
    return before >= 0 and token.doc[before].lower_ in ("een", "geen")


def _asks(sought: _Sought) -> bool:
    return sought.hit.use.form == "finite" and asks_somebody(sought.reading, sought.block, sought.hit)


_ALONE: Final[Mapping[str, Callable[[_Sought], bool]]] = {
    "": _is_somebody,
    "any": lambda _: True,
    "that": _follows,
    "concluded": _concludes,
    "paper": _is_paper,
    "granted": _is_granted,
    "itself": _is_itself,
    "chair": lambda sought: _settles(sought) and _is_chair(sought),
    "ruling": _rules,
    "witness": lambda sought: _table_decides(sought) and _is_chair(sought),
    "charged": lambda sought: is_charged(sought.hit, sought.bare, sought.doc),
    "promised": lambda sought: is_promised(sought.reading, sought.block, sought.hit),
}
"""Subjects that cues want, with what must hold."""
_BESIDE: Final[Mapping[str, Callable[[_Sought], bool]]] = {
    "meeting": _settles,
    "asking": _asks,
    "measuring": lambda sought: _changes_measure(sought.reading, sought.block, sought.hit),
}
"""What must hold beside the subject's being the table."""


def says_we(reading: Reading, block: int, hit: Hit) -> bool:
    """Whether the subject of a hit's clause is a "we" that means those at the table."""
    return _says_we(_sought(reading, block, hit))


def _says_we(sought: _Sought) -> bool:
    """Whether the minutes tell of those at the table as "we", and nobody speaks: "We besluiten het zo te doen.".

    In the perfect only where nobody has the floor, nor is it agreed with another: "We hebben afgesproken dat …".
    """
    doc, hit = sought.doc, sought.hit
    perfect = hit.use.form == "participle"
    inside = range(hit.clause.start, hit.clause.end)
    verbs = [k for k in inside if k == hit.use.verb or (perfect and doc[k].lower_ in HEBBEN)]
    beside = {k: doc[k].lower_ for verb in verbs for k in (verb - 1, verb + 1) if k in inside}
    we = next((k for k, word in beside.items() if word in ("we", "wij")), None)
    if we is None or any(token.text in _SPOKEN for token in doc[hit.use.verb].sent):
        return False
    asserted = we == hit.clause.start or doc[we - 1].lower_ in HEBBEN  # not "zoals we hebben afgesproken"
    return not perfect or (asserted and not _is_anothers_turn(sought))


def _is_anothers_turn(sought: _Sought) -> bool:
    """Whether somebody is named before in the block, or with whom: "VNG licht toe. We hebben met Rijk afgesproken"."""
    end = sought.clause.end_char
    named = any(a.marker in (BARE, "met") for a in arguments(sought.reading, sought.block, 0, end))
    return named or any(t.lower_ == "met" for t in sought.clause)


def _is_led(reading: Reading, block: int) -> bool:
    """Whether a bullet hangs under a line that only names the meeting's own body: "De PRT:" / "- stelt … vast"."""
    above = reading.layout.blocks[block].parent
    if above is None:
        return False
    text = reading.layout.blocks[above].text
    led = [mention.concept for mention in reading.mentions_in(above, 0, len(text))]
    return len(text.split()) <= LEADING_WORDS and text.rstrip().endswith(":") and any(is_body(reading, c) for c in led)


def _leads(reading: Reading, bare: list[Argument]) -> bool:
    """Whether the subject has the chair's seat; where nobody is known to, a minister may: "MAenM concludeert dat …"."""
    if not bare or len(bare[0].concepts) > 1:
        return False
    concept, seat = bare[0].concepts[0], reading.chair
    label = reading.gazetteer.concepts[concept].pref_label if concept in reading.gazetteer.concepts else ""
    return concept == seat or (seat is None and label.lower().startswith(_MINISTERS))


def _settling(doc: Doc, start: int) -> bool:
    """Whether the clause that begins at `start` tells a decision or what will be done."""
    if not opens_with_dat(doc, start):
        return False
    told = {token.lower_ for token in doc[start : doc[start].sent.end]}
    return not told.isdisjoint(FUTURE | WORDEN | words("comes_up")) or deciding(doc, start)


def _is_past(token: Token) -> bool:
    return "Past" in token.morph.get("Tense", [])


def _declines(doc: Doc, start: int) -> bool:
    """Whether the clause that begins at `start` tells that somebody does not: "dat VNG niet akkoord gaat"."""
    told = doc[start : doc[start].sent.end] if start < len(doc) else ()
    return any(t.lower_ in NEGATION for t in told) and all(t.lower_ not in WORDEN for t in told)


def _table_decides(sought: _Sought) -> bool:
    """Whether what follows tells a decision of the table: "dat de tafel instemt"; none that is denied."""
    doc, start = sought.doc, sought.behind
    if not opens_with_dat(doc, start) or denies(doc, start, doc[start].sent.end):
        return False
    own = own_words(sought.reading) | body_names(sought.reading)
    return any(
        hit.cue.kind == "besluit"
        and not (hit.cue.stance or hit.cue.own or hit.cue.known or undone(doc, hit))
        and any(t.lower_ in own and nominative(doc, t.i, start) for t in doc[hit.clause.start : hit.clause.end])
        for hit in hits(doc[start : doc[start].sent.end])
    )


def _changes_measure(reading: Reading, block: int, hit: Hit) -> bool:
    """Whether what the table changes or agrees on can be measured: "verlengt de pilot", not "de discussie"."""
    doc, clause = reading.docs[block], hit.clause
    if denies(doc, clause.start, clause.end):
        return False
    mentions = reading.mentions_in(block, doc[clause.start].idx, doc[clause.start : clause.end].end_char)
    named = {tokens_at(doc, m.block_start, m.block_end).start for m in mentions if reading.is_instrument(m.concept)}
    marker = "over" if hit.cue.predicate.verb == "worden" else BARE  # "worden het eens over …"
    measured = [k for k in range(clause.start, clause.end) if k in named or doc[k].lower_ in words("measure")]
    heads = [k - (doc[k - 1].lower_ == "aantal") for k in measured]
    return any(phrase(doc, head, doc[clause.start].idx)[0] == marker for head in heads)


def _sets_term(sought: _Sought) -> bool:
    """Whether what follows says by when another does something: "dat VNG vóór 1 mei reageert"."""
    reading, block, doc, start = sought.reading, sought.block, sought.doc, sought.behind
    said = start < len(doc) and doc[start - 1].text == ":"  # "De voorzitter vat samen: VNG reageert vóór 1 mei"
    if not (said or opens_with_dat(doc, start)):
        return False
    first, last = doc[start].idx, doc[start].sent.end_char
    opening = {start, start + 1} if said else {start + 1}
    acting = [a for a in arguments(reading, block, first, last) if a.marker == BARE and a.first in opening]
    text = reading.layout.blocks[block].text
    past = any(_is_past(token) for token in doc[start : doc[start].sent.end])
    return bool(acting) and not past and find_deadline(text, first, last, reading.meeting) is not None
