"""Whether a clause settles something at this meeting: by a cue that is neither denied, past, foreseen nor another's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from lrtgraph.dutch.dates import months
from lrtgraph.extraction.grammar.arguments import BARE, arguments, phrase
from lrtgraph.extraction.grammar.clauses import Clause, is_finite, text_of, tokens_at
from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.grammar.verbs import FUTURE, HEBBEN, NEGATION, WORDEN, ZIJN
from lrtgraph.extraction.outcomes.owners.naming import body_names, is_blanked, is_body, named_otherwise, own_words
from lrtgraph.extraction.outcomes.prose.actuality import (
    competent,
    concludes,
    counts,
    denies,
    elsewhere,
    expected,
    long_ago,
    observes,
    of_noun,
    opens_with_dat,
    proposed,
    resumes,
    still_to_come,
    undone,
)
from lrtgraph.extraction.outcomes.prose.asking import asks_somebody, is_charged, is_promised
from lrtgraph.extraction.outcomes.prose.cues import LEADING_WORDS, Hit, deciding, hits, nominative
from lrtgraph.extraction.outcomes.terms.deadlines import find_deadline

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from lrtgraph.extraction.context import Reading
    from lrtgraph.extraction.grammar.arguments import Argument


_PAPERS = words("minutes_word") | {"concept", "voorstel", "tekst", "brief", "stuk", "plan", "notitie", "kader", "opzet"}
_POINTING = frozenset({"dat", "dit"})
_MINISTERS = ("minister", "staatssecretaris")
_SUBJECTS = frozenset({"hij", "zij", "ze", "voorzitter", *_MINISTERS})
_SPOKEN = frozenset(":[\"“”„'‘’")
"""Signs of somebody's own words in a sentence."""


def settled(reading: Reading, block: int, sentence: Span) -> Hit | None:
    """The first cue by which a sentence that proposes nothing settles something at this meeting, if one does."""
    return next(_settlings(reading, block, sentence), None)


def settlings(reading: Reading, block: int, sentence: Span) -> Iterator[Hit]:
    """The cues by which a sentence of running text settles something at this meeting.

    A modal, a negation, a question, a subordinate clause, another's decision and a decision of an earlier day do not.
    """
    return iter(()) if proposed(sentence) else _settlings(reading, block, sentence)


def _settlings(reading: Reading, block: int, sentence: Span) -> Iterator[Hit]:
    if text_of(sentence.doc, sentence.start, sentence.end).rstrip().endswith("?"):
        return
    for found in hits(sentence):
        hit = _resumed(found, sentence.doc)
        if hit.cue.known or undone(sentence.doc, hit) or long_ago(sentence.doc, hit):
            continue
        if elsewhere(sentence.doc, hit) or of_noun(sentence.doc, hit) or _laid_down(reading, block, hit):
            continue
        if expected(sentence.doc, hit) or _at_another_table(reading, sentence.doc, hit):
            continue
        if goes_on(reading, block, hit, sentence):
            yield hit
            continue
        if not (hit.clause.main or concludes(sentence.doc, hit)):
            continue
        if still_to_come(sentence.doc, hit) or observes(sentence.doc, hit) or counts(sentence.doc, hit):
            continue
        if competent(sentence.doc, hit):
            continue
        if _voice_fits(reading, block, sentence.doc, hit):
            yield hit


def _resumed(hit: Hit, doc: Doc) -> Hit:
    """With the whole sentence as its clause where a participle ends that behind an inserted clause."""
    return replace(hit, clause=Clause(doc[hit.use.verb].sent.start, hit.clause.end, None)) if resumes(doc, hit) else hit


def _laid_down(reading: Reading, block: int, hit: Hit) -> bool:
    """Whether the clause tells what stands in a law or an agreement: "In het BAK OEK is afgesproken dat …"."""
    doc, clause = reading.docs[block], hit.clause
    for mention in reading.mentions_in(block, doc[clause.start].idx, doc[hit.use.verb].idx):
        if reading.is_instrument(mention.concept):
            marker, _ = phrase(doc, tokens_at(doc, mention.block_start, mention.block_end).start, 0)
            return marker in ("in", "volgens", "conform") and hit.cue.kind == "afspraak"
    return False


def _at_another_table(reading: Reading, doc: Doc, hit: Hit) -> bool:
    """Whether others settled it among themselves: "In de ministerraad is besloten dat …"."""
    if hit.cue.kind == "toezegging" or hit.use.form != "participle":
        return False
    for k in range(hit.clause.start, hit.use.verb):
        if doc[k].lower_ in words("other_table") and phrase(doc, k, 0)[0] in ("in", "binnen", "bij"):
            return doc[k].lower_ not in body_names(reading)
    return False


def goes_on(reading: Reading, block: int, hit: Hit, sentence: Span) -> tuple[str, ...]:
    """Who commits himself in a clause that tells on: "…, waarop SJenV toezegt", "…, aldus Otten, die toezegde …".

    Empty where the clause only says which brief or number it is ("de brief die JenV toezegde").
    """
    doc, clause = sentence.doc, hit.clause
    if hit.cue.kind != "toezegging" or hit.use.form != "finite" or clause.start == sentence.start:
        return ()
    found = [a for a in arguments(reading, block, sentence.start_char, sentence.end_char) if a.marker == BARE]
    inside = [a for a in found if clause.start < a.first < hit.use.verb]
    if clause.opener in ("waarop", "waarna"):
        return inside[0].concepts if inside else ()
    if clause.opener != "die" or inside or doc[clause.start - 1].text != ",":
        return ()
    before = [a for a in found if a.last == clause.start - 2]
    return before[0].concepts if before else ()


def _voice_fits(reading: Reading, block: int, doc: Doc, hit: Hit) -> bool:
    tokens = [token.lower_ for token in doc[hit.clause.start : hit.clause.end]]
    if hit.use.form == "finite":
        return not hit.cue.passive and _subject_fits(reading, block, doc, hit)
    if not HEBBEN.isdisjoint(tokens):
        return (
            not hit.cue.passive
            and _subject_fits(reading, block, doc, hit)
            and not _tells_of_others(reading, block, hit)
        )
    if not (WORDEN | ZIJN).isdisjoint(tokens):
        active_perfect = not hit.cue.passive and WORDEN.isdisjoint(tokens)
        if active_perfect:
            return bool(hit.cue.subject) and _subject_fits(reading, block, doc, hit)
        gone = hit.cue.predicate.verb == "gaan" and WORDEN.isdisjoint(tokens)  # "zijn akkoord gegaan"
        return hit.cue.passive and not gone and not _foreign_agent(reading, block, doc, hit)
    return hit.cue.passive and _telegram(doc, hit) and not _foreign_agent(reading, block, doc, hit)


def _tells_of_others(reading: Reading, block: int, hit: Hit) -> bool:
    """Whether one at the table tells what he agreed elsewhere: "Zij heeft met haar collega's afgesproken dat …"."""
    if hit.cue.kind != "afspraak":
        return False
    clause = reading.docs[block][hit.clause.start : hit.clause.end]
    bare = [a for a in arguments(reading, block, clause.start_char, clause.end_char) if a.marker == BARE]
    several = bool(bare) and len(bare[0].concepts) > 1
    ours = any(is_body(reading, concept) for argument in bare for concept in argument.concepts)
    return not (several or ours or any(token.lower_ in words("body_word") for token in clause))


def _telegram(doc: Doc, hit: Hit) -> bool:
    """ "Verslag vastgesteld, geen opmerkingen.", "Afgesproken dat …": a participle that ends or begins its phrase."""
    if any(is_finite(token) for token in doc[hit.clause.start : hit.clause.end] if token.i != hit.use.verb):
        return False
    if hit.use.verb == hit.clause.start:
        return True
    ends = hit.use.verb + 1 >= hit.clause.end or doc[hit.use.verb + 1].is_punct
    return ends and not doc[hit.use.verb - 1].is_punct


def _subject_fits(reading: Reading, block: int, doc: Doc, hit: Hit) -> bool:
    """Whether the subject is who the cue wants: the body itself, several together, or anyone."""
    clause = doc[hit.clause.start : hit.clause.end]
    start, end = clause.start_char, clause.end_char
    bare = [a for a in arguments(reading, block, start, end) if a.marker == BARE]
    if not bare and clause[0].lower_ in words("coordinator") and hit.clause.start > clause[0].sent.start:
        clause = doc[clause[0].sent.start : hit.clause.end]  # "de tafel bespreekt het plan en stelt het vast"
        bare = [a for a in arguments(reading, block, clause.start_char, end) if a.marker == BARE][:1]
    if not bare and hit.cue.subject in ("body", "plural") and hit.use.verb == clause.start == 0:
        return _is_led(reading, block)
    if (hit.cue.own or hit.cue.subject in ("charged", "promised")) and _is_past(doc[hit.use.verb]):
        return False
    if hit.cue.subject == "that":
        return opens_with_dat(doc, hit.clause.end)
    if hit.cue.subject == "paper":
        pointed = clause[0].lower_ in _POINTING and len(clause) > 1 and is_finite(clause[1])  # "Dat is akkoord."
        return not bare and (pointed or any(t.lower_ in _PAPERS and nominative(doc, t.i, clause.start) for t in clause))
    if hit.cue.subject in ("chair", "meeting"):
        settling = _settling(doc, hit.clause.end) or _sets_term(reading, block, doc, hit.clause.end)
        settling = settling and not _declines(doc, hit.clause.end)
        if hit.cue.subject == "chair" or not settling:
            return settling and (_chairs(clause) or _leads(reading, bare))
    if hit.cue.subject == "witness":
        return _table_decides(reading, doc, hit.clause.end) and (_chairs(clause) or _leads(reading, bare))
    if hit.cue.subject == "charged":
        return is_charged(hit, bare, doc)
    if hit.cue.subject == "promised":
        return is_promised(reading, block, hit)
    if hit.cue.subject == "asking" and not (hit.use.form == "finite" and asks_somebody(reading, block, hit)):
        return False
    if hit.cue.subject == "measuring" and not _changes_measure(reading, block, hit):
        return False
    if hit.cue.subject == "any":
        return True
    if hit.cue.subject == "itself":
        return any(nominative(doc, k, clause.start) for k in hit.use.words)
    if not hit.cue.subject:
        said = hit.use.form == "finite" and hit.use.verb == clause[0].sent.start > 0  # "Zegt toe …": who just spoke
        return (
            said
            or bool(bare)
            or is_blanked(doc, clause.start, clause.end)
            or _says_we(doc, hit)
            or any(token.lower_ in words("body_word") | _SUBJECTS for token in clause)
        )
    if any(is_body(reading, concept) for argument in bare for concept in argument.concepts) or _says_we(doc, hit):
        return True
    own = [t for t in clause if t.lower_ in own_words(reading) and nominative(doc, t.i, clause.start)]
    # Beside the verb the noun behind is its object: "Unaniem verleent de tafel mandaat aan de voorzitter".
    ours = [t.i for t in own if hit.use.verb in (t.i - 2, t.i - 1, t.i + 1) or not named_otherwise(reading, t)]
    if ours:
        before = ours[0] < hit.use.verb  # "De tafel verleent DGM mandaat"
        return not any(argument.first < hit.use.verb or not before for argument in bare)
    return hit.cue.subject == "plural" and bool(bare) and len(bare[0].concepts) > 1


def _says_we(doc: Doc, hit: Hit) -> bool:
    """Whether the minutes tell of those at the table as "we", and nobody speaks: "We besluiten het zo te doen."."""
    sentence = doc[hit.use.verb].sent
    beside = {doc[k].lower_ for k in (hit.use.verb - 1, hit.use.verb + 1) if hit.clause.start <= k < hit.clause.end}
    return not beside.isdisjoint({"we", "wij"}) and all(token.text not in _SPOKEN for token in sentence)


def _is_led(reading: Reading, block: int) -> bool:
    """Whether a bullet hangs under a line that only names the meeting's own body: "De PRT:" / "- stelt … vast"."""
    above = reading.layout.blocks[block].parent
    if above is None:
        return False
    text = reading.layout.blocks[above].text
    led = [mention.concept for mention in reading.mentions_in(above, 0, len(text))]
    return len(text.split()) <= LEADING_WORDS and text.rstrip().endswith(":") and any(is_body(reading, c) for c in led)


def _chairs(clause: Span) -> bool:
    """Whether the chair is the subject of the clause."""
    return any(token.lower_ == "voorzitter" and nominative(clause.doc, token.i, clause.start) for token in clause)


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


def _table_decides(reading: Reading, doc: Doc, start: int) -> bool:
    """Whether the clause that begins at `start` tells a decision of the table: "dat de tafel instemt"; none denied."""
    if not opens_with_dat(doc, start) or denies(doc, start, doc[start].sent.end):
        return False
    own = own_words(reading) | body_names(reading)
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


def _sets_term(reading: Reading, block: int, doc: Doc, start: int) -> bool:
    """Whether the clause that begins at `start` says by when another does something: "dat VNG vóór 1 mei reageert"."""
    said = start < len(doc) and doc[start - 1].text == ":"  # "De voorzitter vat samen: VNG reageert vóór 1 mei"
    if not (said or opens_with_dat(doc, start)):
        return False
    first, last = doc[start].idx, doc[start].sent.end_char
    opening = {start, start + 1} if said else {start + 1}
    acting = [a for a in arguments(reading, block, first, last) if a.marker == BARE and a.first in opening]
    text = reading.layout.blocks[block].text
    past = any(_is_past(token) for token in doc[start : doc[start].sent.end])
    return bool(acting) and not past and find_deadline(text, first, last, reading.meeting) is not None


def _foreign_agent(reading: Reading, block: int, doc: Doc, hit: Hit) -> bool:
    """Whether someone else decides: "wordt door de gemeenteraad vastgesteld"; commitments may have any agent."""
    if hit.cue.kind != "besluit":
        return False
    clause = doc[hit.clause.start : hit.clause.end]
    agents = [a for a in arguments(reading, block, clause.start_char, clause.end_char) if a.marker == "door"]
    if agents:
        return not any(is_body(reading, concept) for concept in agents[0].concepts)
    if _is_anothers(reading, doc, hit):
        return True
    by = next((token.i for token in clause if token.lower_ == "door"), None)
    return by is not None and not any(t.lower_ in words("body_word") for t in doc[by : min(by + 6, hit.clause.end)])


def _is_anothers(reading: Reading, doc: Doc, hit: Hit) -> bool:
    """Whether a decision that changes is not the table's: "het besluit van het kabinet", or is only reported."""
    decisions = [k for k in hit.use.words if doc[k].lower_ in words("revocable")]
    for k in decisions:
        if not {"volgens", "aldus"}.isdisjoint(token.lower_ for token in doc[k].sent):
            return True
        if doc[k + 1].lower_ == "van":
            holder = next((t for t in doc[k + 2 : hit.clause.end] if t.pos_ in ("NOUN", "PROPN")), None)
            ours = own_words(reading) | body_names(reading) | months().keys()
            if holder is not None and holder.lower_ not in ours:
                return True
    return False
