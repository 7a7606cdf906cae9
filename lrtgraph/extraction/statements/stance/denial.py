"""Whether a predicate is denied."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from lrtgraph.dutch.dates import months
from lrtgraph.extraction.grammar.clauses import SUBORDINATORS
from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.statements.sentence.passage import Passage
from lrtgraph.extraction.statements.speech.lexicon import SpeechFrame
from lrtgraph.extraction.statements.stance.evaluation import LIMITING
from lrtgraph.records import Act

_NOTHING_ELSE = frozenset({("anders", "dan"), ("liever", "dan")})
_CLOSING = SUBORDINATORS | {",", ";", ":"}
_WHEN = frozenset({"aan", "bij", "in", "naar", "op", "per", "vanaf"})
"""Prepositions before a day, a place or somebody."""
_TIMES = words("ahead", "time_noun", "part_of_year", "moment") | months().keys()
_BEFORE = frozenset({"voordat", "alvorens"})
_IN_TIME = frozenset({"tijd", "tijdig"})
_LEADING = frozenset({"ADP", "DET", "NUM", "PRON"})
"""What stands before the noun of a time: "vóór het najaar", "op 1 juni"."""
_HARDLY = frozenset({"weinig", "minder", "matig"})


def is_denied(passage: Passage, start: int, end: int, used: Iterable[int]) -> bool:
    """Whether a negation denies the predicate itself, and not what it governs ("stelt voor dit niet te doen")."""
    lower = passage.words
    taken = set(used)
    last = max(taken, default=start)
    for k in range(start, end):
        if (lower[k] in _HARDLY or lower[k] == "zonder") and k + 1 in taken:
            return True  # "weinig enthousiast", "ziet dit zonder perspectief"
        if lower[k - 1 : k + 1] == ("nog", "minder") and (k + 1 == end or not lower[k + 1][:1].isalnum()):
            return True  # "Toezicht wil IPO nog minder.", but "wil nog minder locaties"
        if lower[k] not in words("denying") or k in taken or k in passage.excepted:
            continue
        if k + 1 < end and lower[k + 1] in LIMITING:
            continue
        if k and lower[k - 1] == "meer":
            continue  # "kan 20 plekken leveren, meer niet"
        if _limits(lower, k, end):
            continue
        if lower[k + 1 : k + 3] in _NOTHING_ELSE:
            continue  # "kan niet anders dan instemmen"
        if k and (lower[k - 1] in (",", "maar", "doch") or (k > last and lower[k - 1] == "en")):
            continue  # a contrast, and no denial of the whole
        if k and lower[k - 1] == "en" and lower[k + 1 : k + 2] and lower[k + 1] in words("ended"):
            continue  # "stemt in tot 1 mei en niet langer"
        at = k + 1 + (lower[k + 1 : k + 2] != () and lower[k + 1] in words("ended"))
        if at < end and at not in taken and lower[at] in _WHEN and ("maar", lower[at]) in pairwise(lower[at:end]):
            continue  # "komt er niet in maart maar in april op terug", "berust niet langer bij IPO maar bij VNG"
        infinitive = next((n for n in range(k + 1, end - 1) if lower[n] == "te"), None)
        if k > last and infinitive is not None and infinitive + 1 not in taken:
            continue
        if k > last and _is_of_relative(passage, last, k, end):
            continue
        return True
    return False


def left_of_promise(passage: Passage, frame: SpeechFrame, start: int, end: int) -> Act | None:
    """The act of a denied promise to do something of which only the time is denied, None where all of it is.

    "niet vóór 1 juni", "niet vandaag, maar morgen": it is promised; "nog niet", "niet op tijd", "nooit, voordat de wet
    er is": it is told.
    """
    lower = passage.words
    if frame.act != "zegt_toe" or frame.manner == "saying":
        return None
    for k in range(start, end):
        if lower[k] not in words("denying"):
            continue
        if lower[k - 1] == "nog" or not _BEFORE.isdisjoint(lower[k : passage.sentence_at(k)[1]]):
            return "informeert"
        if k + 1 < end and passage.parts[k + 1] == "ADP" and ("maar", lower[k + 1]) in pairwise(lower[k + 2 : end]):
            return "zegt_toe"  # "komt niet met een notitie maar met een brief"
        behind = (n for n in range(k + 1, end) if passage.parts[n] not in _LEADING or lower[n] in _TIMES)
        word = lower[next(behind, k)]
        if word in _TIMES:
            return "informeert" if word in _IN_TIME else "zegt_toe"
    return None


def _is_of_relative(passage: Passage, after: int, k: int, end: int) -> bool:
    """Whether a negation is that of a relative clause behind a noun: "bezwaren tegen de HAR die IPO niet deelt"."""
    opens = (n for n in range(after + 2, k) if passage.words[n] in words("relative"))
    behind = any(passage.doc[n - 1].pos_ in ("NOUN", "PROPN") for n in opens)
    return behind and any(passage.finite[k + 1 : end])


def _limits(lower: Sequence[str], k: int, end: int) -> bool:
    """ "niet langer dan een jaar", "niet meer plekken dan nodig": no more than that, and not the end of it."""
    if k + 1 == end or lower[k + 1] not in words("ended"):
        return False
    than = next((n for n in range(k + 2, end) if lower[n] in _CLOSING or lower[n] == "dan"), end)
    return than < end and lower[than] == "dan" and lower[than + 1 : than + 2] != ("wel",)  # "dan wel": or
