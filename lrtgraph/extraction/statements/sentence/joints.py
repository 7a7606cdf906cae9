"""A sentence cut into its main clauses, at the joints between them, by the order of words."""

from __future__ import annotations

from collections.abc import Iterator

from lrtgraph.dutch.conjugation import plural
from lrtgraph.extraction.grammar.lexicon import FUTURE, MODAL, words
from lrtgraph.extraction.statements.sentence.passage import Passage
from lrtgraph.extraction.statements.sentence.placement import attribution, noun_aside
from lrtgraph.extraction.statements.sentence.syntax import main_clause, main_level, skip, subordinates
from lrtgraph.extraction.statements.speech.lexicon import state_frames

_COORDINATORS = words("joint")
_MARKS = _COORDINATORS | {",", ";", "(", ")"}
_OBJECTS = words("question_word") | {"dat"}


def pieces(passage: Passage, start: int, end: int) -> list[tuple[int, int]]:
    """A sentence cut where a new main clause, or a second verb of the same subject, begins; the joints fall away."""
    lower = passage.words
    cuts: list[tuple[int, int]] = []
    begin, depth = start, 0
    for k in range(start, end):
        if lower[k] not in _MARKS:
            continue
        depth += (lower[k] == "(") - (lower[k] == ")")
        if depth > 0 or k == begin or not _joint(passage, begin, k, end):
            continue
        last = k
        while last > begin and lower[last - 1] in (",", ";"):
            last -= 1
        cuts.append((begin, last))
        begin = k + 1
    return [(a, b) for a, b in (*cuts, (begin, end)) if a < b]


def behind_noun(passage: Passage, start: int, end: int) -> Iterator[int]:
    """Marks in a sentence that an act noun heads, behind which another and a finite verb open a clause."""
    for k in range(start + 1, end - 2):
        if passage.words[k] in (",", ";"):
            group = passage.starting(k + 1)
            if by_chair(passage, k + 1, end) or (group is not None and any(passage.finite[group.end : group.end + 1])):
                yield k


def by_chair(passage: Passage, start: int, end: int) -> bool:
    """Whether whoever presides is the subject up front: "De voorzitter dankt allen en zegt toe …"."""
    k = skip(passage, start, end, ("aanhef", "noun_opener"))
    return k + 1 < end and passage.words[k] in words("chair") and passage.finite[k + 1]


def _joint(passage: Passage, begin: int, k: int, end: int) -> bool:
    """Whether a new piece begins behind token `k`."""
    word = passage.words[k]
    if word == ",":
        return k + 1 < end and passage.words[k + 1] not in _COORDINATORS and _afterthought(passage, begin, k, end)
    return word == ";" or (word in _COORDINATORS and _second(passage, begin, k, end))


def _has_verb(passage: Passage, start: int, end: int) -> bool:
    """Whether the main clause of what came before has its verb already."""
    if _reacts(passage, start, end):
        return True
    clause = main_clause(passage, start, end)
    if not clause.led and subordinates(passage, clause.start, start) and passage.words[clause.start] != "dat":
        return False
    return any(passage.finite[k] for k in main_level(passage, clause.start, clause.end))


def _reacts(passage: Passage, start: int, end: int) -> bool:
    """Whether all that came before is who reacts and how: "VNG idem, en …", "IPO enthousiast, ziet wel risico's"."""
    group = passage.starting(start)
    reacting = words("verdict") | state_frames().keys()
    return (
        group is not None
        and group.end == end - 1 - (passage.words[end - 1] == ",") < end
        and (passage.words[group.end] in reacting)
    )


def _second(passage: Passage, begin: int, k: int, end: int) -> bool:
    """Whether a coordinator at `k` joins a clause with its own verb, and not two nouns or subordinate clauses."""
    if not _has_verb(passage, begin, k):
        return False
    j = skip(passage, k + 1, end, ("between", "denying"))
    if j >= end - 1:
        return False
    if passage.finite[j]:
        main = main_clause(passage, begin, k)
        verb = next((n for n in range(main.start, main.end) if passage.finite[n]), k)
        modal = any(passage.words[n] in MODAL | FUTURE for n in range(begin, k) if passage.finite[n])
        turned = passage.words[k] in words("contrast") and passage.words[verb] in MODAL
        if modal and passage.words[j].endswith("en") and not turned:
            return False  # "zal gemeenten benaderen en vragen …": two infinitives; but "kunnen dat, maar vragen …"
        if plural(passage.words[j]) and not plural(passage.words[verb]):
            return False  # "merkt op dat provincies geen partij zijn maar wel kunnen meedenken": not the speaker's verb
        rest = [n for n in range(j + 1, end) if passage.words[n][:1].isalnum()]
        return len(rest) >= 1 and not _verb_final(passage, begin, k)
    group = passage.starting(j) or passage.starting(k + 1)
    if group is not None:
        return any(passage.finite[n] for n in range(group.end, min(group.end + 3, end)))
    pronoun = passage.words[j] in words("pronoun")
    return pronoun and j + 1 < end and passage.finite[j + 1]


def _verb_final(passage: Passage, begin: int, k: int) -> bool:
    """Whether the coordinator stands in a subordinate clause whose next part ends with its verb too."""
    clause = main_clause(passage, begin, k)
    if clause.opener >= k:
        return False
    tail = [n for n in range(k + 1, len(passage.words)) if passage.words[n] in (",", ".", ";")]
    stop = tail[0] if tail else len(passage.words)
    return stop - k <= 3


def _afterthought(passage: Passage, begin: int, k: int, end: int) -> bool:
    """Whether a comma is followed by a second verb of the same subject, or by a verbless contrast (", niet de …")."""
    following = passage.words[k + 1]
    if _conceding(passage, k, end):
        return _has_verb(passage, begin, k)
    if _in_relative(passage, begin, k):
        return False
    if passage.words[begin] in _OBJECTS and passage.finite[k + 1] and not passage.finite[begin + 1]:
        return "," in passage.words[begin:k]  # "Dat dit zo is, noemt IPO …": the clause is the object
    if passage.finite[k + 1]:
        if attribution(passage, k + 1, end, "any") is not None or noun_aside(passage, k + 1, end) is not None:
            return False
        return _has_verb(passage, begin, k) and main_clause(passage, begin, k).opener >= k
    group = passage.starting(k + 1)
    if group is not None and group.end < end and passage.finite[group.end]:
        return _has_verb(passage, begin, k) and main_clause(passage, begin, k).opener >= k
    if _requests(passage, k, end) or _turns_to_now(passage, k):
        return _has_verb(passage, begin, k)
    return following == "wel" and k + 2 < end and not any(passage.finite[begin:end])


def _requests(passage: Passage, k: int, end: int) -> bool:
    """A request behind a comma in which nobody is named: ", er wordt daarom gevraagd om geld"."""
    opens = passage.words[k + 1] == "er" and passage.words[k + 2 : k + 3] in (("wordt",), ("werd",))
    return opens and not words("requested").isdisjoint(passage.words[k + 3 : end])


def _turns_to_now(passage: Passage, k: int) -> bool:
    """Whether a comma is followed by what is so now of who spoke: ", nu is zij tegen", not ", nu zij niets krijgt"."""
    now, verb, pronoun = (*passage.words[k + 1 : k + 4], "", "", "")[:3]
    return now in words("by_now") and pronoun in words("pronoun") and bool(verb) and passage.finite[k + 2]


def _conceding(passage: Passage, k: int, end: int) -> bool:
    """A clause behind a comma with a speaker of its own: ", al nuanceerde de VNG", ", wat door SZW werd verwelkomd"."""
    lower = passage.words
    if k + 3 >= end:
        return False
    if lower[k + 1] == "al":
        return passage.finite[k + 2] and passage.starting(k + 3) is not None
    return lower[k + 1] in ("wat", "hetgeen") and lower[k + 2] == "door" and passage.starting(k + 3) is not None


def _in_relative(passage: Passage, begin: int, k: int) -> bool:
    """Whether the comma at `k` closes a relative clause of the subject ("De IND, die …, schetst …")."""
    lower = passage.words
    for group in passage.within(begin, k - 1):
        relative = lower[group.end] == "," and lower[group.end + 1] in words("relative")
        if relative and not any(passage.finite[begin : group.start]):
            return "," not in lower[group.end + 1 : k]
    return False
