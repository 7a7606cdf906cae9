"""Whether a clause settles something at this meeting: by a cue that is neither denied, past, foreseen nor another's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from lrtgraph.dutch.dates import months
from lrtgraph.extraction.grammar.arguments import BARE, arguments, phrase
from lrtgraph.extraction.grammar.clauses import Clause, is_finite, text_of, tokens_at
from lrtgraph.extraction.grammar.lexicon import HEBBEN, WORDEN, ZIJN, words
from lrtgraph.extraction.outcomes.owners.naming import body_names, is_body, own_words
from lrtgraph.extraction.outcomes.prose.actuality import (
    competent,
    concludes,
    counts,
    elsewhere,
    expected,
    long_ago,
    observes,
    of_noun,
    proposed,
    recounts,
    resumes,
    still_to_come,
    undone,
)
from lrtgraph.extraction.outcomes.prose.cues import Hit, hits
from lrtgraph.extraction.outcomes.prose.subjects import says_we, subject_fits

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from lrtgraph.extraction.context import Reading
    from lrtgraph.extraction.grammar.arguments import Argument

_NOT_HERE = (undone, long_ago, recounts, elsewhere, of_noun, expected)
"""What tells that something was settled elsewhere or on another day, or was not."""
_SETTLING_NOTHING = (still_to_come, observes, counts, competent)
"""What tells that a main clause settles nothing, unless it goes on with what settles."""
_SIGNED = ("overeenkomst", "akkoord", "convenant", "contract")
"""How the words end for papers that parties sign, in which they make agreements of their own."""


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
    doc = sentence.doc
    for found in hits(sentence):
        hit = _resumed(found, doc)
        if hit.cue.known or any(tells(doc, hit) for tells in _NOT_HERE):
            continue
        if _laid_down(reading, block, hit) or _at_another_table(reading, block, hit):
            continue
        settles = (hit.clause.main or concludes(doc, hit)) and not any(tells(doc, hit) for tells in _SETTLING_NOTHING)
        if goes_on(reading, block, hit, sentence) or (settles and _voice_fits(reading, block, doc, hit)):
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
    inside = {"in", BARE} if doc[clause.start].lower_ == "in" else {"in"}  # "In de door VNG te tekenen overeenkomst"
    signed = (k for k in range(clause.start, hit.use.verb) if doc[k].lower_.endswith(_SIGNED))
    return hit.cue.name == "afspraak/afspraken maken" and any(phrase(doc, k, 0)[0] in inside for k in signed)


def _at_another_table(reading: Reading, block: int, hit: Hit) -> bool:
    """Whether others settle it among themselves: "In de ministerraad is besloten dat …", "wordt beslist aan de PRT"."""
    doc = reading.docs[block]
    if hit.cue.kind == "toezegging" or hit.use.form != "participle":
        return False
    for k in range(hit.clause.start, hit.use.verb):
        if doc[k].lower_ in words("other_table") and phrase(doc, k, 0)[0] in _AT_TABLE:
            return doc[k].lower_ not in body_names(reading)
    clause = doc[hit.clause.start : hit.clause.end]
    told = arguments(reading, block, clause.start_char, clause.end_char)
    where = _AT_TABLE | {"aan"} if hit.cue.name in _TALKED_OUT else _AT_TABLE
    tables = (a for a in told if a.marker in where and _is_other_body(reading, a))
    return any(_beside(doc, hit, a) for a in tables)


_AT_TABLE = frozenset({"in", "binnen", "bij"})
_TALKED_OUT = frozenset({"besluiten", "beslissen", "afspreken"})
"""Cues that "aan de tafel" gives a place, and nobody to whom something is given."""


def _is_other_body(reading: Reading, argument: Argument) -> bool:
    """Whether a phrase names a body of the gazetteer, and not the one that meets."""
    known = [reading.gazetteer.concepts[c] for c in argument.concepts if c in reading.gazetteer.concepts]
    return any(one.cls == "Body" for one in known) and not any(is_body(reading, c) for c in argument.concepts)


def _beside(doc: Doc, hit: Hit, argument: Argument) -> bool:
    """Whether a phrase belongs to the cue's verb: it opens the clause, stands between its verbs, or ends it."""
    if argument.first == hit.clause.start:
        return True
    if argument.first == hit.use.verb + 1:
        return argument.last + 1 >= hit.clause.end or doc[argument.last + 1].is_punct
    return argument.last + 1 == hit.use.verb and doc[argument.first - 1].pos_ in ("AUX", "ADV", "VERB")


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
        return not hit.cue.passive and subject_fits(reading, block, hit)
    if not HEBBEN.isdisjoint(tokens):
        return not hit.cue.passive and subject_fits(reading, block, hit) and not _tells_of_others(reading, block, hit)
    if not (WORDEN | ZIJN).isdisjoint(tokens):
        active_perfect = not hit.cue.passive and WORDEN.isdisjoint(tokens)
        if active_perfect:
            return bool(hit.cue.subject) and subject_fits(reading, block, hit)
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
    ours = ours or says_we(reading, block, hit)
    return not (several or ours or any(token.lower_ in own_words(reading) for token in clause))


def _telegram(doc: Doc, hit: Hit) -> bool:
    """ "Verslag vastgesteld, geen opmerkingen.", "Afgesproken dat …": a participle that ends or begins its phrase."""
    if any(is_finite(token) for token in doc[hit.clause.start : hit.clause.end] if token.i != hit.use.verb):
        return False
    if hit.use.verb == hit.clause.start:
        return True
    ends = hit.use.verb + 1 >= hit.clause.end or doc[hit.use.verb + 1].is_punct
    return ends and not doc[hit.use.verb - 1].is_punct


def _foreign_agent(reading: Reading, block: int, doc: Doc, hit: Hit) -> bool:
    """Whether someone else decides: "wordt door de gemeenteraad vastgesteld"; commitments may have any agent."""
    if hit.cue.kind != "besluit":
        return False
    clause = doc[hit.clause.start : hit.clause.end]
    agents = [a for a in arguments(reading, block, clause.start_char, clause.end_char) if a.marker == "door"]
    if agents:
        return not any(is_body(reading, concept) for concept in agents[0].concepts)
    if _is_anothers(reading, doc, hit) or _was_refused(doc, hit):
        return True
    by = next((token.i for token in clause if token.lower_ == "door"), None)
    return by is not None and not any(t.lower_ in own_words(reading) for t in doc[by : min(by + 6, hit.clause.end)])


def _is_anothers(reading: Reading, doc: Doc, hit: Hit) -> bool:
    """Whether a decision that changes is not the table's: "het besluit van het kabinet", or is only reported."""
    decisions = [k for k in hit.use.words if doc[k].lower_ in words("agreed_noun")]
    for k in decisions:
        if not {"volgens", "aldus"}.isdisjoint(token.lower_ for token in doc[k].sent):
            return True
        if doc[k + 1].lower_ == "van":
            holder = next((t for t in doc[k + 2 : hit.clause.end] if t.pos_ in ("NOUN", "PROPN")), None)
            ours = own_words(reading) | body_names(reading) | months().keys()
            if holder is not None and holder.lower_ not in ours:
                return True
    return False


def _was_refused(doc: Doc, hit: Hit) -> bool:
    """Whether it is told how somebody fared with a request of his own: "Zijn verzoek om uitstel is afgewezen".

    What the table does with it here would be "wordt", and with what lies before it "het verzoek".
    """
    if (hit.cue.predicate.particle, hit.cue.predicate.verb) != ("af", "wijzen"):
        return False
    own = any(doc[k - 1].lower_ in words("possessive") for k in hit.use.words if k > hit.clause.start)
    return own and WORDEN.isdisjoint(token.lower_ for token in doc[hit.clause.start : hit.clause.end])
