"""Who must do what was settled, with or towards whom, and what it concerns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from lrtgraph.dutch.conjugation import conjugation
from lrtgraph.extraction.grammar.arguments import BARE, GENITIVE, Argument, arguments, instead
from lrtgraph.extraction.grammar.clauses import Clause, clauses, is_finite, lower_words, tokens_at
from lrtgraph.extraction.grammar.lexicon import HEBBEN, WORDEN, ZIJN, words
from lrtgraph.extraction.grammar.predicates import Predicate, Use, uses_of
from lrtgraph.extraction.grammar.trees import has_subject
from lrtgraph.extraction.outcomes.owners.clauses import continues, shares_subject, told, told_clauses
from lrtgraph.extraction.outcomes.owners.naming import (
    EVERYONE,
    chair_acts,
    charged_behind,
    is_blanked,
    is_body,
    is_marked_partner,
    last_bracket,
    named,
    names_only,
    noted_behind,
    only_tells,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from lrtgraph.extraction.context import Reading

_SKIPPED = words("unsettling")
_ADDRESSED = tuple(Predicate.parse(verb) for verb in ("vragen", "verzoeken", "mandateren"))
_PROMISING = (Predicate.parse("toe|zeggen"),)
_RECEIVING = (Predicate.parse("ontvangen"), Predicate.parse("krijgen"))
_HELPING = tuple(Predicate.alternatives("mee|lezen/mee|kijken/mee|denken/aan|sluiten/aan|schuiven/ondersteunen"))
_SUPPLYING = (Predicate.parse("leveren"), Predicate.parse("aan|leveren"))
_SUPPLIES = frozenset({"input", "gegevens", "inbreng"})
_CHARGES = words("charge")
"""Whoever gets one of these must do it himself."""
_QUESTIONED = frozenset({"welke", "welk", "hoeveel"})
_GIVING = (Predicate.parse("geven"), Predicate.parse("verlenen"))
_LYING = conjugation("liggen").finite
_TOWARDS = frozenset({"aan", "naar", "richting"})
_PRONOUNS = frozenset({"hij", "zij", "ze", "hen"})
_EVERYONE_ACTS = re.compile(rf"(?:{'|'.join(sorted(words('everyone')))})(?=\s+\w|:)", re.IGNORECASE)
_ENDS_LIST = re.compile(r"\b(?:en|&)\s")
_MARKED_OFF = re.compile(r"\s*[,:]\s+|\s+(?:[–—-]|-?->|=>|→)\s+")
_MARKS = frozenset({"-", "–", "—", "(", ":", ">", "->", "→", "/"})


@dataclass(frozen=True, slots=True)
class Parties:
    """Concepts by the part they play; `sure` says that the owners were read and not presumed."""

    owners: tuple[str, ...]
    partners: tuple[str, ...]
    sure: bool = True


def parties(
    reading: Reading,
    block: int,
    start: int,
    end: int,
    noted: tuple[str, ...] = (),
    when: tuple[int, int] | None = None,
) -> Parties:
    """Owners and partners of the outcome at `[start, end)` of a block's text.

    `noted` are owners that a label, a cell or a note names: they come before what the words say. `when` is where the
    deadline stands: "volgende LRT" names no party.
    """
    doc = reading.docs[block]
    everyone = tuple(a for a in arguments(reading, block, start, end) if not only_tells(doc, a))
    if when is not None:
        everyone = tuple(a for a in everyone if not (when[0] <= a.start and a.end <= when[1]))
    owners: dict[str, None] = dict.fromkeys(noted or _led(reading, block, start, end))
    if not owners:
        for argument in _doers(reading, block, start, end, everyone):
            owners.update(dict.fromkeys(argument.concepts))
    if not owners:
        first = next(iter(clauses(tokens_at(doc, start, end))), None)
        bare = [a for a in everyone if a.marker == BARE]
        bare = [a for a in bare if first is not None and first.start <= a.first < first.end]
        if first is not None and (_pronoun_acts(doc, first, bare) or _without_subject(doc, first, bare)):
            owners.update(dict.fromkeys(_spoken_for(reading, block, start, bare)))
    if not owners and _EVERYONE_ACTS.match(reading.layout.blocks[block].text, start, end):
        owners[EVERYONE] = None
    partners: dict[str, None] = {}
    told = clauses(tokens_at(doc, start, end))
    receives = any(_is_promised(doc, one) or any(_verbs_of(doc, one, _RECEIVING)) for one in told)
    for argument in everyone:
        if not instead(argument) and _is_partner(argument, first=receives):
            partners.update(dict.fromkeys(c for c in argument.concepts if c not in owners))
    return Parties(tuple(owners), tuple(partners), sure=bool(owners))


def _led(reading: Reading, block: int, start: int, end: int) -> tuple[str, ...]:
    """Who opens a task without a verb, before a comma or a colon: "COA, VNG: lijst", "secretariaat, RVB uitnodigen"."""
    if any(map(is_finite, tokens_at(reading.docs[block], start, end))):
        return ()
    text = reading.layout.blocks[block].text
    first, last = start, start
    for mark in _MARKED_OFF.finditer(text, start, end):
        if not names_only(reading, block, first, mark.start()):
            break
        first, last = mark.end(), mark.start()
    across = [a for a in arguments(reading, block, start, end) if a.start < last < a.end]
    if any(_ENDS_LIST.search(text, last, a.end) for a in across):
        return ()  # "BZK, VNG en IPO stellen"
    return named(reading, block, start, last) if last > start else ()


def _is_partner(argument: Argument, *, first: bool = False) -> bool:
    """Whether the phrase names someone with, for or towards whom it is done, also the `first` word of the text."""
    if argument.marker == BARE:
        return first or argument.first > 0
    return is_marked_partner(argument) or argument.marker == "door"


def _doers(reading: Reading, block: int, start: int, end: int, everyone: tuple[Argument, ...]) -> list[Argument]:
    """The arguments that must do it, clause by clause."""
    doc = reading.docs[block]
    stretch = tokens_at(doc, start, end)
    if (sender := _sender(stretch, everyone)) is not None:
        return [sender]
    found: list[Argument] = []
    for clause in told_clauses(stretch, everyone):
        if clause.opener in _SKIPPED or clause.opener in words("relative") - {"dat"}:
            continue
        inside = [a for a in everyone if clause.start <= a.first < clause.end and _counts(doc, a)]
        if is_blanked(doc, clause.start, clause.end):
            found += _spoken_of(doc, clause, inside)
            continue
        promise = next(_verbs_of(doc, clause, _PROMISING), None)
        if promise is not None and chair_acts(doc, clause) and not any(a.marker == BARE for a in inside):
            return []  # "Verzoek van VNG om uitstel; de voorzitter zegt dit toe"
        if promise is not None and shares_subject(doc, clause, promise):
            return _before(everyone, clause)  # "SJenV begrijpt dit en zegt toe het VB een brief te sturen"
        if continues(doc, clause, found) or (found and _helps(doc, clause)):
            continue  # "DGM vraagt dit na en informeert VNG": VNG is informed
        doer = _doer(reading, doc, clause, inside)
        if doer is not None and doer.marker in (BARE, "door") and promise is not None:
            return [doer]  # "SJenV zegt toe dat VNG de teksten ontvangt": who promises must do it
        if found and doer is not None and doer.marker == "bij":
            continue  # "Het RVB koopt woningen in; het risico ligt bij het Rijk"
        if doer is not None and clause.opener == "om" and doer.marker == BARE and not _verb_asks(doc, clause):
            continue  # "om VNG te betrekken": the subject of an infinitive is not named
        if doer is not None and clause.opener == "dat" and doc[clause.start].lower_ != "en":
            found = [doer]  # "SJenV concludeert dat VNG …": what is settled stands in the clause
        elif doer is not None and clause.opener not in ("om", "of", "hoe", "wie", "wat", "waar", "wanneer"):
            found.append(doer)
    return (
        found
        or _trailing(reading, block, everyone, start, end)
        or [argument for argument in everyone if argument.marker == "tussen"]
    )


def _sender(stretch: Span, everyone: tuple[Argument, ...]) -> Argument | None:
    """From whom something goes to another where no verb says so: "lijst gemeenten van BZK naar IPO"."""
    if any(map(is_finite, stretch)):
        return None
    doc, pairs = stretch.doc, pairwise(everyone)
    sent = ((a, b) for a, b in pairs if b.marker in _TOWARDS and b.first == a.last + 1)
    return next((a for a, _ in sent if a.marker == doc[a.first].lower_ == GENITIVE), None)


def _counts(doc: Doc, argument: Argument) -> bool:
    """Whether a phrase names someone: not "in plaats van VNG", nor "welke provincies" or "waarin VNG zit"."""
    before = doc[argument.first - 1].lower_ if argument.first else ""
    return not (instead(argument) or before in _QUESTIONED or (before.startswith("waar") and len(before) > 4))


def _verb_asks(doc: Doc, clause: Clause) -> bool:
    return next(_verbs_of(doc, clause, _ADDRESSED), None) is not None


def _spoken_of(doc: Doc, clause: Clause, inside: list[Argument]) -> list[Argument]:
    """The organisation of a blanked-out subject: "Mevrouw [geanonimiseerd] van het COA zegt toe …"; behind the verb
    stand others.
    """
    verb = next((t.i for t in doc[clause.start : clause.end] if is_finite(t)), clause.end)
    before = [a for a in inside if a.last < verb]
    return [a for a in before if a.marker in (BARE, GENITIVE, "namens", "vanuit")][:1]


def _helps(doc: Doc, clause: Clause) -> bool:
    """Whether a clause only says who helps whoever must do it: "VNG leest mee", "de CdK's leveren input"."""
    if next(_verbs_of(doc, clause, _HELPING), None) is not None:
        return True
    supplies = next(_verbs_of(doc, clause, _SUPPLYING), None) is not None
    return supplies and not _SUPPLIES.isdisjoint(lower_words(doc)[clause.start : clause.end])


def _before(everyone: tuple[Argument, ...], clause: Clause) -> list[Argument]:
    """The subject of the clauses before this one."""
    return [a for a in everyone if a.first < clause.start and a.marker == BARE][:1]


def _verbs_of(doc: Doc, clause: Clause, predicates: tuple[Predicate, ...]) -> Iterator[Use]:
    """Where one of the predicates is the verb of a clause, and not a noun of the same form ("legt deze vraag voor")."""
    uses = uses_of(predicates, lower_words(doc), clause.start, clause.end)
    return (use for use in uses if doc[use.verb].pos_ != "NOUN")


def _doer(reading: Reading, doc: Doc, clause: Clause, inside: list[Argument]) -> Argument | None:
    """Who acts in one clause: the agent of a passive, the person addressed, else the subject."""
    lower = lower_words(doc)
    asked = next(_verbs_of(doc, clause, _ADDRESSED), None)
    passive = _is_passive(doc, clause) or _is_promised(doc, clause)
    bare = [a for a in inside if a.marker == BARE]
    if asked is not None:
        if asked.form in ("participle", "infinitive"):
            return next((a for a in inside if a.marker in (BARE, "aan")), None)
        own = asked.form == "finite" and clause.main and bare and bare[0].first < asked.verb
        if own and not any(is_body(reading, concept) for concept in bare[0].concepts):
            return bare[0]  # "JenV vraagt de IND om een toelichting": whoever asks, where it is not the table
        later = [a for a in inside if a.first > asked.verb and a.marker in (BARE, "aan")]
        if later and (len(bare) > 1 or later[0].marker == "aan" or asked.verb > clause.start):
            return later[0]
    if next(_verbs_of(doc, clause, _RECEIVING), None) is not None and not _charged(doc, clause):
        return next((a for a in inside if a.marker in (GENITIVE, "vanuit", "door", "via")), None)
    if _is_up_to(doc, clause) and (charged := next((a for a in inside if a.marker == "aan"), None)) is not None:
        return charged
    giving = next(_verbs_of(doc, clause, _GIVING), None)
    if giving is not None and not words("order").isdisjoint(lower[clause.start : clause.end]):
        given = [a for a in inside if a.marker == "aan" or (a.marker == BARE and a.first > giving.verb)]
        if given:
            return given[0]
    if passive and _has_participle(doc, clause):
        return next((a for a in inside if a.marker in words("agent_marker") or noted_behind(doc, a)), None)
    if not ZIJN.isdisjoint(lower[clause.start : clause.end]):  # "door BZK is toegezegd"
        agent = next((a for a in inside if a.marker == "door"), None)
        if agent is not None:
            return agent
    if _pronoun_acts(doc, clause, bare):
        return None
    subject = next((a for a in bare if not _is_object(doc, clause, a)), None)
    if subject is None and not _LYING.isdisjoint(lower[clause.start : clause.end]):
        return next((a for a in inside if a.marker == "bij"), None)  # "de handreiking ligt bij Aedes"
    return subject or next((a for a in inside if a.marker in ("namens", "vanuit")), None)


def _is_passive(doc: Doc, clause: Clause) -> bool:
    """Whether the clause's own verb is passive, and not that of a question in it: "VNG peilt wat wordt gesloten"."""
    lower = told(doc, clause.start, clause.end)
    return not WORDEN.isdisjoint(lower) and HEBBEN.isdisjoint(lower)


def _is_promised(doc: Doc, clause: Clause) -> bool:
    """Whether the clause says to whom something has been promised: "De gemeenten is toegezegd dat …"."""
    promise = next(_verbs_of(doc, clause, _PROMISING), None)
    if promise is None or promise.form != "participle":
        return False
    inside = set(lower_words(doc)[clause.start : clause.end])
    return not inside.isdisjoint(ZIJN) and inside.isdisjoint(HEBBEN)


def _charged(doc: Doc, clause: Clause) -> bool:
    """Whether somebody gets a task: "DGM krijgt opdracht om …"."""
    return any(token.lower_ in _CHARGES for token in doc[clause.start : clause.end])


def _is_up_to(doc: Doc, clause: Clause) -> bool:
    """Whether a clause says whose task it is: "het is aan Aedes om …", "dat het aan de provincies is om …"."""
    following = doc[clause.end].lower_ if clause.end < len(doc) else ""
    lower = lower_words(doc)[clause.start : clause.end]
    return following == "om" and "aan" in lower and not ZIJN.isdisjoint(lower)


def _pronoun_acts(doc: Doc, clause: Clause, bare: list[Argument]) -> bool:
    """Whether the subject is a pronoun, so that a bare actor is who it is done for ("Zij zegt de leden toe")."""
    for token in doc[clause.start : clause.end]:
        if token.lower_ in _PRONOUNS and token.pos_ == "PRON":
            beside = token.i + 1 < clause.end and is_finite(doc[token.i + 1])
            behind = token.i > clause.start and is_finite(doc[token.i - 1])
            return (beside or behind) and not any(a.last < token.i for a in bare)
    return False


def _without_subject(doc: Doc, clause: Clause, bare: list[Argument]) -> bool:
    """Whether a sentence opens with its verb and has no subject: "Zegt toe dit uit te zoeken."."""
    return bool(doc[clause.start].is_sent_start) and is_finite(doc[clause.start]) and not bare


def _spoken_for(reading: Reading, block: int, start: int, beside: list[Argument]) -> tuple[str, ...]:
    """Whom a pronoun subject points to: the first subject of the last sentence before it that has one, or whose words
    that tells; nobody who stands `beside` the pronoun.
    """
    doc, others = reading.docs[block], {argument.concepts for argument in beside}
    for sentence in reversed([s for s in doc.sents if s.end_char <= start]):
        inside = arguments(reading, block, sentence.start_char, sentence.end_char)
        quoted = sentence[0].lower_ == "volgens"  # "Volgens het antwoord van DGM wachten er nog 300."
        told = [a for k, a in enumerate(inside) if a.marker == BARE or (quoted and not k)]
        found = next((a for a in told if a.concepts not in others), None)
        if found:
            return found.concepts
    return ()


def _has_participle(doc: Doc, clause: Clause) -> bool:
    return any(
        "Part" in token.morph.get("VerbForm", []) or token.lower_.startswith("ge") or token.pos_ == "VERB"
        for token in doc[clause.start : clause.end]
        if token.lower_ not in WORDEN
    )


def _is_object(doc: Doc, clause: Clause, argument: Argument) -> bool:
    """Whether another phrase stands where the subject stands: before the finite verb, and the actor behind it."""
    verb = next((t.i for t in doc[clause.start : clause.end] if is_finite(t)), None)
    if verb is None or argument.first < verb or clause.opener is not None:
        return False
    front = [t for t in doc[clause.start : verb] if not t.is_punct and t.lower_ not in words("coordinator")]
    if not front or front[0].pos_ in ("ADP", "ADV", "ADJ", "SCONJ", "VERB", "AUX", "NUM"):
        return False
    if front[0].lower_ in ("er", "hier", "daar", "dit", "dat", "hiervoor", "daartoe"):
        return False
    return front[0].lower_ in ("de", "het", "een", "zij", "hij", "men") or has_subject(front)


def _trailing(reading: Reading, block: int, everyone: tuple[Argument, ...], start: int, end: int) -> list[Argument]:
    """Owners behind a verbless task: "Reactie op de toets - VNG + IPO", "brief naar gemeenten (BZK, met JenV)"."""
    doc = reading.docs[block]
    bracket = last_bracket(reading.layout.blocks[block].text, start, end)
    if bracket is not None:
        if seats := charged_behind(reading, block, start, bracket):
            at = tokens_at(doc, *bracket)
            return [Argument(seats, BARE, *bracket, at.start, at.end - 1, denied=False)]
        inside = arguments(reading, block, *bracket)
        if inside and inside[0].marker == BARE and inside[0].start == bracket[0]:
            return [inside[0]]
    for argument in reversed(everyone):
        if argument.marker == "door":
            return [argument]  # "terugkoppeling door BZK"
        before = doc[argument.first - 1].text if argument.first else ""
        if before in _MARKS and doc[argument.first - 1].idx >= start and argument.marker == BARE:
            return [argument]
        if argument.marker == GENITIVE and doc[argument.first - 1].idx == start:
            return [argument]  # "Brief JenV aan gemeenten"
    return []
