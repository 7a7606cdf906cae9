"""Who is named: in a note, a cell or a label, as the chair, as everybody at the table, or as a place that acts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lrtgraph.dutch.redaction import BLANKED
from lrtgraph.extraction.grammar.arguments import BARE, Argument, arguments
from lrtgraph.extraction.grammar.clauses import is_finite, tokens_at
from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.outcomes import labels
from lrtgraph.extraction.outcomes.terms.deadlines import find_deadline, named_meeting
from lrtgraph.notations import MUNICIPALITY, PLACE, municipality_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from lrtgraph.extraction.context import Reading
    from lrtgraph.extraction.grammar.clauses import Clause
    from lrtgraph.records import Mention

EVERYONE = "leden"
"""The concept of the members of the table: together they are the body that meets."""

_BOARD = frozenset({"bestuur"})
_CHAIRING = "organisatie:voorzitter"
"""Whoever chairs, where nobody says who that is."""
_CHAIR = re.compile(r"\bvoorzitter\b", re.IGNORECASE)
_EVERYONE = re.compile(rf"\b{labels.EVERYONE}\b", re.IGNORECASE)
_LOCATED = ("locatie", "opening", "sluiting", "bijeenkomst", "bezoek", "avond", "gebouw", "pand")
"""How the nouns end for what has a place: "opvanglocatie", "werkbezoek", "bewonersavond"."""
_ACTING = (PLACE, MUNICIPALITY)
_AND = re.compile(r"\s*(?:,|,?\s+en)\s+(?:de\s+)?")
_BLANKED = re.compile(rf"\(?{BLANKED}|\(?[█■]", re.IGNORECASE)
_OPENS_CLAUSE = re.compile(r"(?:\A|\bdat\s+)(?:de\s+|regio\s+|de\s+regio\s+)?\Z", re.IGNORECASE)
_SAID_THAT = re.compile(r"\bdat\b", re.IGNORECASE)
_LAST_BRACKET = re.compile(r"\(\s*(?P<note>[^()]{2,80})\)\s*[.;]?\s*\Z")
_LEADS_TERM = re.compile(r"(?:[\s,;]|\b(?:vóór|voor|uiterlijk|gereed|per|op|in|begin|medio|eind)\b)+\Z", re.IGNORECASE)
_LISTED = re.compile(r"(?:[,/+&]|\ben|\bgemeenten?|\A)\s*\Z", re.IGNORECASE)


def is_body(reading: Reading, concept: str) -> bool:
    """Whether the concept is the meeting's own body, or all at the table."""
    return concept == EVERYONE or (reading.meeting.body is not None and concept == reading.meeting.body)


def own_words(reading: Reading) -> frozenset[str]:
    """The words for the meeting itself; of more sorts where its body is none that is known: "De commissie besluit".

    A body that is known goes by the noun in its own name too: "Het college besluit" where the college van B&W met; an
    organisation of which the board met, by that.
    """
    body = reading.gazetteer.concepts.get(reading.meeting.body or "")
    organ = words("organ_of_government") & body_names(reading)
    if body is None:
        return words("body_word", "other_body_word") | organ
    return words("body_word") | (_BOARD if body.cls == "Organisation" else organ)


def named_otherwise(reading: Reading, token: Token) -> bool:
    """Whether a word for the meeting has a name behind it that is not the meeting's: "De stuurgroep warmte"."""
    if token.i + 1 >= len(token.doc):
        return False
    behind = token.nbor()
    name = behind.is_title or (behind.pos_ in ("NOUN", "PROPN") and not is_finite(behind))  # "De tafel Wonen"
    return name and behind.lower_ not in body_names(reading)


def body_names(reading: Reading) -> frozenset[str]:
    """The words of all names of the meeting's body, in lower case."""
    body = reading.meeting.body or ""
    concept = reading.gazetteer.concepts.get(body)
    names = (body.replace("_", " "), *((concept.pref_label, *concept.alt_labels) if concept else ()))
    return frozenset(word for name in names for word in name.lower().split())


def named(reading: Reading, block: int, start: int, end: int) -> tuple[str, ...]:
    """The actors named in a note or a table's cell, as seats, each once; not who "met VNG" or "aan IPO" adds.

    A bare place stands for its municipality there; "voorzitter" and "allen" for the chair's seat and the table.
    """
    text = reading.layout.blocks[block].text
    when = named_meeting(text, start, end)
    pieces = [(start, end)] if when is None else [(start, when.start), (when.end, end)]
    found = [argument for piece in pieces for argument in arguments(reading, block, *piece)]
    plain = [argument for argument in found if argument.marker == BARE]
    doers = plain or [argument for argument in found if not is_marked_partner(argument)]
    named = [(argument.start, concept) for argument in doers for concept in argument.concepts]
    named += [(at, concept) for piece in pieces for at, concept in _municipalities(reading, block, *piece)]
    if named:
        return tuple(dict.fromkeys(concept for _, concept in sorted(named, key=lambda pair: pair[0])))
    seat = (reading.chair or _CHAIRING) if _CHAIR.search(text, start, end) else None
    everyone = (reading.meeting.body or EVERYONE) if _EVERYONE.search(text, start, end) else None
    return tuple(dict.fromkeys(concept for concept in (seat, everyone) if concept is not None))


def is_blanked(doc: Doc, start: int, end: int) -> bool:
    """Whether the tokens `[start, end)` open with a blanked-out name, with a title or without: "Mw. 5.1.2.e zegt …"."""
    first = next((k for k in range(start, end) if doc[k].lower_ not in words("title", "coordinator")), end)
    return first < end and _BLANKED.match(doc.text, doc[first].idx) is not None


def chair_acts(doc: Doc, clause: Clause) -> bool:
    """Whether the chair, named by no more than that, stands beside the finite verb of a clause as its subject."""
    for k in range(clause.start, clause.end):
        if doc[k].lower_ == "voorzitter":
            behind = k + 1 < clause.end and is_finite(doc[k + 1])
            first = k - (k > clause.start and doc[k - 1].lower_ == "de")
            return behind or (first > clause.start and is_finite(doc[first - 1]))
    return False


def only_tells(doc: Doc, argument: Argument) -> bool:
    """Whether a phrase only tells who made something, is thanked or says so: "…, aldus VNG", "met dank aan VNG"."""
    before = [token.lower_ for token in doc[max(0, argument.first - 3) : argument.first]]
    reported = before[:2] == [",", "zo"] and is_finite(doc[argument.first - 1])
    thanked = before[-2:] == ["met", "dank"] and argument.marker == "aan"
    return reported or thanked or before[-1:] == ["aldus"] or _describes_noun(doc, argument)


def _describes_noun(doc: Doc, argument: Argument) -> bool:
    """Whether a phrase only tells of a noun by whom that was made: "de door DGM opgestelde brief wordt verzonden"."""
    before, behind = argument.first - 1, argument.last + 1
    inside = argument.marker == "door" and before >= 0 and doc[before].pos_ == "DET"
    made = doc[behind : behind + 1]
    return inside and made.text.endswith("e") and all(token.pos_ != "ADP" for token in made)  # "te leveren" is a task


def noted_behind(doc: Doc, argument: Argument) -> bool:
    """Whether somebody stands in brackets right behind a participle: "Dit wordt toegezegd (COA), vóór 1 mei."."""
    if argument.first == 0 or doc[argument.first].text != "(" or doc[argument.last + 1 : argument.last + 2].text != ")":
        return False
    return doc[argument.first - 1].pos_ == "VERB" and not is_finite(doc[argument.first - 1])


def names_only(reading: Reading, index: int, start: int, end: int) -> bool:
    """Whether a stretch holds actors and nothing else to speak of."""
    text = reading.layout.blocks[index].text
    if end - start > 80 or not reading.mentions_in(index, start, end):
        return False
    rest = text[start:end]
    for mention in reversed(reading.mentions_in(index, start, end)):
        if not reading.is_actor(mention.concept):
            return False
        rest = rest[: mention.block_start - start] + rest[mention.block_end - start :]
    left = [word.strip(".,;:()+&/-–") for word in rest.lower().split()]
    return all(
        not word or word in words("joiner") or word in words("title") or word in words("determiner") for word in left
    )


def acting_places(reading: Reading, block: int, start: int, end: int) -> tuple[str, ...]:
    """The places that are the subject of an outcome, as municipalities where they are: "dat Twente en Assen dit doen".

    They open it, with a verb right behind, or a clause of it.
    """
    doc, text = reading.docs[block], reading.layout.blocks[block].text
    found: list[Mention] = []
    for mention in reading.mentions_in(block, start, end):
        before = text[found[-1].block_end if found else start : mention.block_start]
        if (_AND.fullmatch if found else _OPENS_CLAUSE.search)(before):
            found.append(mention)
    if not found or not all(m.concept.startswith(_ACTING) for m in found):
        return ()
    behind = tokens_at(doc, found[-1].block_end, end)
    opens = not _SAID_THAT.search(text[start : found[0].block_start])
    if not behind or (opens and (not is_finite(behind[0]) or behind[0].lower_ in words("stative"))):
        return ()
    return tuple(dict.fromkeys(_administration(reading, m.concept) for m in found))


def last_bracket(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the words in the bracket stand with which `text[start:end]` ends; None where it ends with none.

    >>> last_bracket("Brief sturen (COA).", 0, 19)
    (14, 17)
    """
    found = _LAST_BRACKET.search(text[:end], start)
    return found.span("note") if found else None


def seated(reading: Reading, block: int, start: int, end: int) -> tuple[str, ...]:
    """Whom a bracket or a cell names, where it begins with a municipality at the table: "(Woerden, 1 mei)".

    Empty where it has no seat there, or other words than names and a term stand there.
    """
    text, found = reading.layout.blocks[block].text, reading.mentions_in(block, start, end)
    seats = {participant.concept for participant in reading.participants}
    if not found or found[0].block_start != start or _administration(reading, found[0].concept) not in seats:
        return ()
    due = find_deadline(text, start, end, reading.meeting)
    rest = text[start : due.start if due else end]
    for mention in reversed([one for one in found if one.block_end <= start + len(rest)]):
        rest = rest[: mention.block_start - start] + rest[mention.block_end - start :]
    left = [word.strip(".,;:&+/") for word in _LEADS_TERM.sub("", rest).lower().split()]
    known = words("joiner", "partner_marker", "title", "determiner")
    known = known | {word.rstrip(".") for word in known} | {""}
    return named(reading, block, start, due.start if due else end) if known.issuperset(left) else ()


def charged_behind(reading: Reading, block: int, start: int, bracket: tuple[int, int]) -> tuple[str, ...]:
    """Whom the bracket behind a task names, as `seated` has it; nobody where it says where something is."""
    seats = seated(reading, block, *bracket)
    return () if seats and _tells_where(reading, block, start, bracket) else seats


def _tells_where(reading: Reading, block: int, start: int, bracket: tuple[int, int]) -> bool:
    """Whether a bracket behind a task says where it is: "locatie in Zeist bezoeken (Zeist)", "bijeenkomst (Woerden)".

    That is so where the task names the same place, or something with a place of its own and none for it.
    """
    inside = {municipality_of(mention.concept) for mention in reading.mentions_in(block, *bracket)}
    named_before = (municipality_of(mention.concept) for mention in reading.mentions_in(block, start, bracket[0]))
    places = {one for one in named_before if one.startswith(_ACTING)}
    if not inside.isdisjoint(places):
        return True
    task = tokens_at(reading.docs[block], start, bracket[0])
    offices = any(token.lower_ in words("title") for token in tokens_at(reading.docs[block], *bracket))
    return not places and not offices and any(token.lower_.endswith(_LOCATED) for token in task)


def _administration(reading: Reading, place: str) -> str:
    """The municipality of a place, or a region itself."""
    municipality = municipality_of(place)
    return municipality if municipality in reading.gazetteer else place


def _municipalities(reading: Reading, block: int, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Where bare places stand in a list of names, and the municipalities that they mean: "Zwolle en Almelo"."""
    text = reading.layout.blocks[block].text
    for mention in reading.mentions_in(block, start, end):
        municipality = municipality_of(mention.concept)
        listed = _LISTED.search(text, start, mention.block_start) if mention.block_start > start else True
        if municipality != mention.concept and municipality in reading.gazetteer and listed:
            yield mention.block_start, municipality


def is_marked_partner(argument: Argument) -> bool:
    """Whether a preposition says that it is done with, for or towards someone."""
    marker = argument.marker
    return marker in words("partner_marker") or marker.endswith(" met") or marker == "op verzoek van"
