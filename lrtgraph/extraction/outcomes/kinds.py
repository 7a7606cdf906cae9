"""Of which kind an outcome is, by its words: decision, agreement, action or commitment."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from lrtgraph.extraction.grammar.arguments import BARE, arguments
from lrtgraph.extraction.grammar.clauses import clauses, is_finite
from lrtgraph.extraction.grammar.lexicon import MODAL, NEGATION, WORDEN, ZIJN, words
from lrtgraph.extraction.grammar.tokens import MARKS
from lrtgraph.extraction.outcomes.owners.clauses import told
from lrtgraph.extraction.outcomes.owners.naming import is_body
from lrtgraph.extraction.outcomes.prose.actuality import concludes, undone
from lrtgraph.extraction.outcomes.prose.cues import deciding, hits
from lrtgraph.records import OutcomeKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from lrtgraph.extraction.context import Reading
    from lrtgraph.extraction.outcomes.prose.cues import Hit

_APPROVAL = frozenset({"akkoord", "instemming", "goedkeuring", "vaststelling", "conform"})
"""Nouns that open a decision without a verb."""
_TELLERS = frozenset({"chair", "meeting", "witness"})
"""Subjects of cues by which it is told what was settled."""


def kind_told(doc: Doc, hit: Hit) -> OutcomeKind:
    """The kind of an outcome in running text; what is summed up is a decision where that tells one."""
    if hit.cue.subject in ("that", "concluded") and any(
        later.cue.kind == "besluit" and not later.cue.own for later in hits(doc[hit.clause.end : hit.clause.end + 60])
    ):
        return "besluit"
    told = hit.cue.subject in _TELLERS
    if (told or hit.cue.name == "concluderen") and deciding(doc, hit.clause.end, measures=told):
        return "besluit"
    return hit.cue.kind


def kind_of(reading: Reading, block: int, stretch: Span) -> OutcomeKind:
    """The kind of an outcome that bears no label, from its words.

    A cue in a main clause says it; "geen akkoord" is an agreement to go on; what someone does is an action; a verbless
    order that is denied ("HAR voorlopig niet inzetten") a decision.
    """
    found = [
        hit
        for hit in hits(stretch)
        if hit.clause.main and hit.use.form != "infinitive" and hit.cue.subject not in _TELLERS
    ]
    for kind in ("toezegging", "afspraak"):
        if any(hit.cue.kind == kind and not hit.cue.own for hit in found):
            return kind
    lower = [token.lower_ for token in stretch]
    if any(
        word in ("akkoord", "overeenstemming") and _denied(stretch, stretch.start + k) for k, word in enumerate(lower)
    ):
        return "afspraak"
    if decides(reading, block, stretch) or any(hit.cue.stance and _holds(reading, block, hit) for hit in found):
        return "besluit"
    if tells_state(stretch):
        return "besluit"
    if any(word in ("werkafspraak", "werkafspraken", "afspraken") for word in lower):
        return "afspraak"
    finite = any(is_finite(token) for token in stretch if not _order(stretch, token.i))
    start, end = stretch.start_char, stretch.end_char
    bare = [a for a in arguments(reading, block, start, end) if a.marker == BARE]
    if finite:
        passive = not WORDEN.isdisjoint(told(stretch.doc, stretch.start, stretch.end))
        ours = any(is_body(reading, concept) for concept in (bare[0].concepts if bare else ()))
        if ours and not passive and not NEGATION.isdisjoint(lower):
            return "besluit"  # "het beraad doet geen verzoek": what the table itself will not do
        return "afspraak" if passive or not bare else "actie"
    return "besluit" if not NEGATION.isdisjoint(lower) else "actie"


def decides(reading: Reading, block: int, stretch: Span) -> bool:
    """Whether the words approve or decide, for an outcome that is known to be one ("plan akkoord, mits …")."""
    for hit in hits(stretch):
        here = hit.clause.main or concludes(stretch.doc, hit)
        if here and hit.cue.kind == "besluit" and not (hit.cue.stance or hit.cue.own) and _holds(reading, block, hit):
            return True
    first = next((token.lower_ for token in stretch if token.is_alpha), "")  # "B25-02 Instemming met …"
    if first in _APPROVAL:
        return True
    return any(token.lower_ in ("akkoord", "conform") and not _denied(stretch, token.i) for token in stretch)


def settles_to(stretch: Span) -> bool:
    """Whether a decision is an infinitive of what the table does to somebody: "de heer Bos te benoemen".

    Who is asked, charged or allowed to do something in it must do that: "JenV te verzoeken de brief te sturen". What a
    clause behind it tells is only what it is about: "uit te spreken dat de gemeente achter het plan staat".
    """
    to = next((token.i for token in stretch if token.lower_ == "te"), stretch.end)
    stop = next((token.i for token in stretch.doc[to : stretch.end] if token.lower_ == "dat"), stretch.end)
    told = stretch.doc[stretch.start : stop]
    if any(is_finite(token) for token in told):
        return False
    verbs = [token.nbor().lower_ for token in told if token.lower_ == "te" and token.i + 1 < stop]
    return bool(verbs) and words("charging").isdisjoint(verbs)


def tells_state(stretch: Span) -> bool:
    """Whether a text opens with what stays as it is, or with who gets or has a role: no task of its subject.

    "Het LCSV blijft open", "Assen is met ingang van 1 mei penvoerder"; but not "COA blijft de cijfers leveren" or "Dit
    blijft op de agenda".
    """
    verb = next((token for token in stretch if is_finite(token)), None)
    first = next((one for one in clauses(stretch) if verb is not None and verb.i < one.end), None)
    if verb is None or first is None or not first.main or "(" in stretch.doc[first.start : verb.i].text:
        return False  # "Memo met scenario's (de wet blijft)"
    behind = list(takewhile(lambda token: token.text not in MARKS, stretch.doc[verb.i + 1 : first.end]))
    lower, verbs = {token.lower_ for token in behind}, [token.lower_ for token in behind if token.pos_ == "VERB"]
    if verb.lower_ in words("staying"):
        return lower.isdisjoint(words("comes_up")) and not any(word.endswith("en") for word in verbs)
    return verb.lower_ in ZIJN | WORDEN and not verbs and not lower.isdisjoint(words("role_noun"))


def does_itself(reading: Reading, block: int, sentence: Span) -> bool:
    """Whether a sentence opens with an actor, not the body, that does something now: no modal, passive or denial."""
    lower = {token.lower_ for token in sentence}
    verb = next((token for token in sentence if is_finite(token)), None)
    if verb is None or "Past" in verb.morph.get("Tense", []) or not lower.isdisjoint(MODAL | WORDEN | NEGATION):
        return False
    found = arguments(reading, block, sentence.start_char, sentence.end_char)
    first = found[0] if found else None
    opens = first is not None and first.marker == BARE and first.first <= sentence.start + 1
    return opens and first is not None and not any(is_body(reading, concept) for concept in first.concepts)


def _holds(reading: Reading, block: int, hit: Hit) -> bool:
    """Whether the cue of a clause is neither denied nor, where it only tells the kind, another's deed."""
    return not undone(reading.docs[block], hit) and not (hit.cue.known and _anothers(reading, block, hit))


def _anothers(reading: Reading, block: int, hit: Hit) -> bool:
    """Whether someone else than the body does what changes or keeps a measure: "COA verlengt de contracten"."""
    doc, clause = reading.docs[block], hit.clause
    if hit.use.form != "finite":
        return False
    found = arguments(reading, block, doc[clause.start].idx, doc[hit.use.verb].idx)
    return any(a.marker == BARE and not any(is_body(reading, c) for c in a.concepts) for a in found)


def _denied(stretch: Span, k: int) -> bool:
    return any(token.lower_ in NEGATION for token in stretch.doc[max(stretch.start, k - 3) : k])


def _order(stretch: Span, k: int) -> bool:
    """Whether token `k` is an infinitive that ends a verbless order, whatever its tag ("HAR niet inzetten")."""
    words_only = [token.i for token in stretch if token.is_alpha]
    return len(words_only) > 2 and k == words_only[-1] and stretch.doc[k].lower_.endswith("en")
