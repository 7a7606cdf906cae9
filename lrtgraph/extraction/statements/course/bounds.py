"""Where a contribution ends: before a block that opens with a label, or with nothing of its speaker's, and at sentences
that tell of the meeting itself.
"""

from __future__ import annotations

import re
from functools import cache

from lrtgraph.dutch.conjugation import conjugation
from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.outcomes.labels import kinds
from lrtgraph.extraction.seats import MEMBERS
from lrtgraph.extraction.statements.sentence.joints import by_chair
from lrtgraph.extraction.statements.sentence.passage import Passage
from lrtgraph.extraction.statements.sentence.placement import attribution
from lrtgraph.extraction.statements.sentence.syntax import forms
from lrtgraph.extraction.statements.speakers.found import Setting
from lrtgraph.extraction.statements.speakers.subjects import by_subject
from lrtgraph.records import Block

_LABELS = sorted(kinds().keys() - {"akkoord"}, key=lambda label: (-len(label), label))
"""The words that label an outcome, but for one that somebody may say: "Akkoord: dat is wat wij vroegen"."""
LABEL = re.compile(
    rf"\s*(?P<square>\[)?(?P<label>{'|'.join(map(re.escape, _LABELS))})(?!\w)\.?"
    r"(?:\s*\([^)]*\)|\s+[A-Za-z]?\d+|(?<=toezegging)\s+[\w’' ]{2,30})?\s*(?(square)[^\]\n]{0,40}\]:?|[:–-])\s*",
    re.IGNORECASE,
)
_POINTING = frozenset({"hier", "daar", "hiervoor", "daarvoor"})
_STANDS = 8
"""Words of a sentence that tells no more than how the table stands to a proposal."""
_ELSEWHERE = frozenset({"in", "bij", "binnen", "door", "vanuit"})
_TAKING = conjugation("nemen").finite
_PLACE_OF = frozenset({"honneurs"})
"""What somebody takes who stands in: "neemt waar", "neemt de honneurs waar"; another thing he observes."""


def label_of(text: str) -> str | None:
    """The kind of outcome that the label tells with which a block's text opens, else "conclusie"; None without one.

    >>> label_of("Acties (COA): kaart maken"), label_of("[Actie COA] kaart maken"), label_of("VNG: eens")
    ('actie', 'actie', None)
    >>> label_of("Afspr.: VNG belt"), label_of("Uitkomst: VNG belt"), label_of("Akkoord: VNG belt")
    ('afspraak', 'conclusie', None)
    """
    match = LABEL.match(text)
    return (kinds()[match["label"].lower()] or "conclusie") if match else None


def promises(passage: Passage) -> bool:
    """Whether all that is marked is that somebody promises something: "→ SJenV zegt toe dit uit te zoeken"."""
    if len(passage.sentences) != 1:
        return False
    found = by_subject(passage, *passage.sentences[0], passage.sentences[0][1], Setting())
    return found is not None and found.who == "named" and found.act == "zegt_toe" and found.manner == "saying"


def runs_on(passage: Passage, block: Block, previous: Block | None) -> bool:
    """Whether a new paragraph is still the last speaker's: it says "we", or opens with a word that points to him."""
    lower = passage.words
    first = next((k for k in range(len(lower)) if lower[k] not in words("aanhef")), 0)
    if lower[first] in words("possessive") or lower[first] in words("pronoun"):
        return True
    if block.kind != "paragraph" or previous is None or previous.kind != "paragraph":
        return False
    return not words("first_person").isdisjoint(lower)


def has_chair(passage: Passage, start: int, end: int) -> bool:
    """Whether whoever presides is the subject, up front or behind the verb: "Die kan de voorzitter niet geven"."""
    lower = passage.words
    inverted = any(
        lower[k + 1] in words("noun_opener") and lower[k + 2] in words("chair") and passage.starting(k + 3) is None
        for k in range(start, end - 2)
        if passage.finite[k]
    )
    return inverted or by_chair(passage, start, end)


def presides(passage: Passage, start: int, end: int) -> bool:
    """ "De voorzitter sluit de vergadering", "Sluiting om 16.40 uur": what is told of the meeting itself."""
    lower = passage.words
    if lower[start] in words("course_noun"):
        return True
    verb = next((k for k in range(start, end) if passage.finite[k]), end)
    told = words("sitting") | {"uur"}
    return verb < end and lower[verb] in forms("presiding") and any(word in told for word in lower[verb:end])


def attends(passage: Passage, start: int, end: int) -> bool:
    """Whether a sentence only tells for which part of the meeting somebody is there, or for whom: no contribution.

    "De heer Kok zal iets later ter vergadering komen", "Bos sluit om 14.30 uur aan", "DG SZI neemt waar"; but not "VNG
    komt later met een voorstel", which is about a matter.
    """
    lower = [word for word in passage.words[start:end] if word[:1].isalnum()]
    if lower[-1:] == ["waar"] and not _TAKING.isdisjoint(lower):
        taken = (k for k in range(start, end) if passage.parts[k] == "NOUN" and passage.at(k) is None)
        return all(passage.words[k] in _PLACE_OF for k in taken)
    if words("part_of_meeting").isdisjoint(lower) or not words("of_matter").isdisjoint(lower):
        return False
    nouns = {passage.words[k] for k in range(start, end) if passage.parts[k] == "NOUN"}
    if not nouns <= words("sitting", "part_of_meeting", "title"):
        return False  # "COA zal de cijfers later aansluiten op het model"
    if not words("sitting").isdisjoint(lower) and not words("coming_and_going").isdisjoint(lower):
        return True
    return any(
        whole in lower or (lower[-1] == particle and not finite.isdisjoint(lower))
        for whole, particle, finite in _joining()
    )


@cache
def _joining() -> tuple[tuple[str, str, frozenset[str]], ...]:
    """The verbs of coming to a meeting that goes on: the infinitive, its particle, the finite forms without that."""
    parted = (verb.split("|") for verb in sorted(words("joining")))
    return tuple((f"{particle}{base}", particle, conjugation(base).finite) for particle, base in parted)


def collective(passage: Passage, start: int, end: int) -> bool:
    """Whether a sentence tells what the meeting did, so that nobody's contribution runs on through it."""
    lower = passage.words[start:end]
    if lower[0] in words("collective") or (len(lower) > 1 and lower[1] in words("collective")):
        return True
    if lower[0] in _ELSEWHERE:
        return False  # "In veel raden is een motie aangenomen."
    agents = any(passage.words[group.start - 1] in words("via") for group in passage.within(start + 1, end))
    if agents or passage.starting(start) is not None or "dat" in lower:
        return False
    told = (k for k in range(start + 1, end) if passage.words[k - 1] == "," and passage.finite[k])
    if any(attribution(passage, k, end, None) is not None for k in told):
        return False  # "De wet wordt, licht JenV toe, in juni behandeld."
    passive = any(word in ("wordt", "werd", "worden", "werden", "is", "zijn") for word in lower)
    final = [word for word in lower if word[:1].isalpha()][-1:]
    return passive and bool(final) and final[0] in words("collective") and len(lower) <= 16


def table_stands(passage: Passage, start: int, end: int) -> bool:
    """Whether a short sentence behind a proposal tells how the table stands to it, and its speaker does not go on.

    "Niemand is tegen.", "Allen akkoord.", "Geen bezwaren.", "Daar is geen steun voor."; not "Niemand weet hoe", and not
    "Daar is onder raadsleden geen steun voor".
    """
    told = [k for k in range(start, end) if k not in passage.excepted]
    lower = [passage.words[k] for k in told]
    said = [word for word in lower if word[:1].isalnum()]
    if not said or len(said) > _STANDS or lower[-1] == "?" or passage.within(start, end):
        return False
    things = {passage.words[k] for k in told if passage.parts[k] in ("NOUN", "PROPN")}
    if said[0] in words("everyone") | {"niemand", "geen"} or (said[0] == "alle" and things & words("body_word")):
        stands = not words("table_stance").isdisjoint(said)
        return stands and things <= words("table_stance", "body_word", "everyone", "denying")
    if said[0] in words("demonstrative") | {"het"} and not words("table_verdict").isdisjoint(said):
        return things <= words("back_noun")
    support = things <= words("table_support") and not words("table_support").isdisjoint(said)
    if said[1:2] == ["van"] and not words("everyone").isdisjoint(said[2:]):
        return things <= words("table_support", "everyone", "body_word")  # "Steun van allen, m.u.v. COA."
    return support and (said[0] in _POINTING or said[-1] in ("voor", "ervoor", "hiervoor", "daarvoor"))


def quotes_text(passage: Passage, start: int, end: int) -> bool:
    """Whether a sentence is about a text that it quotes, and names nobody beside: "De zin 'COA levert' vervalt"."""
    lower = passage.words
    noun = start + (lower[start] in words("noun_opener"))
    if noun >= end or lower[noun] not in words("text_noun"):
        return False
    opened = next((k for k in range(noun + 1, min(noun + _TO_QUOTE, end)) if lower[k][0] in _OPENING_QUOTES), end)
    closed = next((k for k in range(end - 1, opened, -1) if lower[k][-1] in _CLOSING_QUOTES), start)
    others = (one for one in passage.within(start, end) if not (opened < one.start and one.end <= closed))
    return all(one.concepts == (MEMBERS,) for one in others)


_TO_QUOTE = 4
_OPENING_QUOTES = frozenset("\"“”„'‘")
_CLOSING_QUOTES = frozenset("\"“”'’")
