"""Whether a bare name of a territory acts, and so stands for the administration: "Utrecht vraagt", not "in Utrecht".

The name of a municipality that the document names as one acts wherever its surroundings do not make it a place. Any
other acts as the subject of a verb of saying or doing, in label form, as an agent, behind a noun of saying, as the one
that is asked, in dealings with others, in a list with actors, or in a table's column for who does it.
"""

from __future__ import annotations

import re
from collections.abc import Set
from functools import cache

from lrtgraph.dutch.redaction import BLANKED
from lrtgraph.linking.lexicon import table
from lrtgraph.linking.matcher import Match
from lrtgraph.linking.words import Words, fold
from lrtgraph.notations import PLACE
from lrtgraph.records import Block

_LISTING = frozenset({"furniture", "letterhead", "attendance"})
_SILENT = _LISTING | {"heading", "subheading", "row"}
_REACH = 12  # words between "door X" and the verb that X does
_NOUN_REACH = 4  # words between a noun of saying or a verb of asking and the preposition before the name
_LIST = 60  # words of a list of names that is read; longer ones are not sentences
_ENDS = frozenset(".!?;:")
_LINKS = frozenset({",", "en"})
_BEING = frozenset({"is", "zijn", "was", "waren", "blijft", "blijven", "bleef", "bleven"})
_PASSIVE = frozenset({"wordt", "worden", "werd", "werden", "is"})
_PERSON = re.compile(rf"\s\((?i:{BLANKED}|dhr\b|mw\b|mevr|de heer\b)")


@cache
def acting_verbs() -> tuple[frozenset[str], frozenset[str]]:
    """Finite forms and participles of what only an administration does, not a place; folded."""
    finite: set[str] = set()
    participles: set[str] = set()
    for row in table("acting_verbs"):
        finite.update(map(fold, f"{row['present']} {row['past']}".split()))
        participles.add(fold(row["participle"]))
    return frozenset(finite), frozenset(participles)


@cache
def surroundings() -> dict[str, frozenset[str]]:
    """Words around a name by what they make of it, folded; what each kind is, the table says ("site" is an ending)."""
    found: dict[str, set[str]] = {}
    for row in table("surroundings"):
        found.setdefault(row["kind"], set()).update(map(fold, row["words"].split()))
    return {kind: frozenset(words) for kind, words in found.items()}


def acts(words: Words, match: Match, block: Block, actors: Set[int], *, seated: bool) -> str:
    """Why a bare name of a territory acts, in words; empty where it does not.

    `actors` are the offsets at which the names of actors begin, `seated` says that the document names the
    administration of that name in full, as it does those at the table.
    """
    i, last = words.at(match.start), words.at(match.end) - 1
    first = _list_start(words, i)
    if _in_agent_column(match, block):
        return "it stands in the column for who does it"
    if why := _is_party(words, first, last):
        return why
    if _is_located(words, i, first, last):
        return ""
    why = _is_subject(words, i, first, last) or _is_agent(words, first, last) or _is_labelled(words, first, last)
    if not why and block.kind not in _LISTING:
        why = _is_among_actors(words, first, last, actors)
    if why:
        return why
    if _PERSON.match(words.text, match.end):
        return "who speaks for it stands behind it in brackets"
    if seated and match.concept.startswith(PLACE) and block.kind not in _SILENT and not _is_part(words, first):
        return "the document names the administration, and nothing here makes it a place"
    return ""


def _is_located(words: Words, i: int, first: int, last: int) -> bool:
    """Whether the words around a name make it a place: a preposition of place, the name of a site, a route."""
    known = surroundings()
    head, before = _word(words, first - 1), _word(words, i - 1)
    after = _word(words, last + 1)
    if head in known["locative"] or before in known["locative"]:
        return True
    if head == "op":
        return not _saying_before(words, first - 1)
    joined = last + 2 < len(words) and words.ends[last] == words.starts[last + 1]
    if (joined and after in {"-", "–"}) or after in known["part"] or after in known["stative"]:
        return True
    return first == i and before.endswith(tuple(known["site"])) and before not in acting_verbs()[0]


def _is_part(words: Words, first: int) -> bool:
    """Whether a name stands in brackets, behind "van" or behind another name: "mw. Bos (Assen)", "CdK Drenthe"."""
    if first == 0:
        return False
    head = words.word(first - 1)
    return head in {"(", "van", "-", "'"} or (head[0].isupper() and not words.opens_sentence(first - 1))


def _is_subject(words: Words, i: int, first: int, last: int) -> str:
    finite, known = acting_verbs()[0], surroundings()
    start = first - 1 if first < i and _word(words, first - 1) in {"de", "het"} else first
    head, before, after = _word(words, start - 1), _word(words, i - 1), _word(words, last + 1)
    subject = words.opens_sentence(start) or head in known["opening"] or head in known["subordinator"]
    if subject and (verb := _verb_after(words, last, finite)):
        return f"it is the subject of '{verb}'"
    if subject and (feeling := _feeling_after(words, last)):
        return f"it is said to be '{feeling}'"
    if head in known["subordinator"] and (verb := _clause_end(words, last)) in finite:
        return f"it is the subject of '{verb}'"
    if before in finite and i > 1 and after not in {"en", ","} and words.folded[i - 2] not in {"te", "om"}:
        return f"it is the subject of '{before}'"
    if start < first and head in finite:  # "stemmen de VR en Assen"
        return f"it is among the subjects of '{head}'"
    if head == "," and after in {"niet", "wel", "ook"} and _word(words, last + 2) in {"", ".", ";", ","}:
        return "the verb of the clause before is said of it too"
    return ""


def _is_agent(words: Words, first: int, last: int) -> str:
    head, known = _word(words, first - 1), surroundings()
    if head in {"volgens", "namens", "aldus"}:
        return f"what is said is its word: '{head}'"
    if head == "door" and any(word in acting_verbs()[1] for word in words.folded[last + 1 : last + _REACH]):
        return "it is the agent behind 'door'"
    if head == "van" and (noun := _saying_before(words, first - 1) or _before(words, first - 1, known["absence"])):
        return f"it is whose '{noun}' it is"
    if head == "aan" and (verb := _before(words, first - 1, known["asking"])):
        return f"it is addressed: '{verb}'"
    if (
        head == "aan"
        and _word(words, first - 2) in {"is", "blijft"}
        and _word(words, first - 3) in {"het", "dat", "dit"}
    ):
        return "it is its to do"
    return ""


def _is_party(words: Words, first: int, last: int) -> str:
    """Why a name is that of one whom others deal with, join or count among municipalities; empty where it is not."""
    known, head = surroundings(), _word(words, first - 1)
    dealing = _before(words, first - 1, known["dealing"]) if head in {"met", "tussen"} else ""
    if word := dealing or (_dealt(words, last) if head == "met" else ""):
        return f"it is one of those who deal: '{word}'"
    if head == "bij" and (word := _before(words, first - 1, known["joining"])):
        return f"it is whom one turns to: '{word} ... bij'"
    if head == "(" and (noun := _before(words, first - 1, known["bearing"])):
        closing = _word(words, _list_end(words, last)) == ")"
        return f"it is one of the '{noun}' in brackets" if closing else ""
    return ""


def _dealt(words: Words, last: int) -> str:
    """What is done with a name behind it, in the passive: "met Assen wordt nog gesproken"; empty where nothing is."""
    if _word(words, last + 1) not in _PASSIVE:
        return ""
    behind = words.folded[last + 2 : last + 2 + _NOUN_REACH]
    return next((word for word in behind if word in surroundings()["dealing"]), "")


def _is_among_actors(words: Words, first: int, last: int, actors: Set[int]) -> str:
    """Why a name in a list with actors acts: "Apeldoorn en BZK zijn verhinderd"; empty where it stands in none."""
    if _is_part(words, first) or (first > 0 and words.starts[first - 1] in actors):
        return ""  # "CdK Drenthe, VNG"
    end = _list_end(words, last)
    if _word(words, end) in _LINKS:  # "Venlo, Roermond en gemeente Horst"
        end = min(end + 2, len(words))
    listed = [k for k in range(first, end) if words.starts[k] in actors]
    return f"it stands beside '{words.word(listed[0])}'" if listed else ""


def _closes_label(words: Words, sign: int) -> bool:
    """Whether a sign parts who speaks from his remark: a colon, or a bar before words and no further bar."""
    if _word(words, sign) != "|":
        return _word(words, sign) == ":"
    behind = words.text[words.ends[sign] :].split("\n", 1)[0].strip()
    return behind[:1].isalpha() and "|" not in behind


def _is_labelled(words: Words, first: int, last: int) -> str:
    if words.opens_sentence(first) and _closes_label(words, last + 1):
        return "it speaks in label form"
    before = first - 2 if _word(words, first - 1) in {"(", ":", "-", "–"} else first - 1
    if before >= 0 and words.folded[before] in surroundings()["label"]:
        return f"it stands behind the label '{words.word(before)}'"
    return ""


def _saying_before(words: Words, i: int) -> str:
    return _before(words, i, surroundings()["saying"])


def _before(words: Words, i: int, wanted: frozenset[str]) -> str:
    """The nearest of some words within a few words before a word, in its sentence; empty where there is none."""
    for j in range(i - 1, max(-1, i - 2 - _NOUN_REACH), -1):
        if words.folded[j] in wanted:
            return words.folded[j]
        if words.folded[j] in _ENDS or words.folded[j] == ",":
            break
    return ""


def _word(words: Words, i: int) -> str:
    return words.folded[i] if 0 <= i < len(words) else ""


def _clause_end(words: Words, last: int) -> str:
    """The last word of the clause that a name stands in."""
    for j in range(last + 1, min(len(words), last + 2 * _REACH)):
        if (words.folded[j] in _ENDS or words.folded[j] == ",") and not words.word(j - 1)[0].isupper():
            return words.folded[j - 1]
    return ""


def _verb_after(words: Words, last: int, finite: frozenset[str]) -> str:
    """The verb of acting just behind a name or behind the list of names that it begins; empty where there is none."""
    behind = _list_end(words, last)
    verb = _word(words, behind + (_word(words, behind) in surroundings()["turning"]))
    return verb if verb in finite else ""


def _feeling_after(words: Words, last: int) -> str:
    """What is told to be felt by a name just before a form of "zijn"; empty where that is nothing: "is vol"."""
    verb = _list_end(words, last)
    if _word(words, verb) not in _BEING:
        return ""
    behind = words.folded[verb + 1 : verb + 2 + _NOUN_REACH]
    told = next((k for k, word in enumerate(behind) if word in surroundings()["feeling"]), len(behind))
    return "" if _ENDS.union({",", "en"}).intersection(behind[:told]) else "".join(behind[told : told + 1])


def _list_end(words: Words, last: int) -> int:
    """The first word behind the list of names that a name is part of."""
    i = last + 1
    end = min(len(words) - 1, i + _LIST)
    while i < end and (words.is_hyphen(i) or (words.folded[i] in _LINKS and words.word(i + 1)[0].isupper())):
        i += 2
    return i


def _list_start(words: Words, i: int) -> int:
    """The first word of the list of names that a name is part of; its own word where there is no list."""
    least = max(1, i - _LIST)
    while i > least and words.folded[i - 1] in _LINKS and words.word(i - 2)[0].isupper():
        i -= 2
        while i > least and not words.opens_sentence(i):
            if words.is_hyphen(i - 1):
                i -= 2
            elif words.word(i - 1)[0].isupper():
                i -= 1
            else:
                break
    return i


def _in_agent_column(match: Match, block: Block) -> bool:
    return any(
        start <= match.start < end and not surroundings()["column"].isdisjoint(column.split())
        for (start, end), column in zip(block.cells, block.columns, strict=False)
    )
