"""The order of words in a Dutch main clause: where it begins and ends, its finite verb, and who stands as its subject.

A Dutch main clause has its finite verb in second place and its subject right before or right behind it. That order
survives where a parse does not, so subjects are found by it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from lrtgraph.extraction.clauses import SUBORDINATORS
from lrtgraph.extraction.lexicon import words as closed
from lrtgraph.extraction.statements.lexicon import sightings
from lrtgraph.extraction.statements.passage import Group, Passage, in_any, words
from lrtgraph.extraction.verbs import FUTURE, MODAL, conjugation

_COORDINATORS = frozenset({"en", "maar", "doch", "want", "echter", "dus", "alsmede"})
_INDIRECT = frozenset(
    {"of", "wie", "wat", "hoe", "waarom", "welke", "welk", "hoeveel", "wanneer", "waar", "waarop", "waarmee"}
)
_ANNOUNCING = frozenset(
    {"eraan", "erop", "ervan", "ermee", "ertoe", "ervoor", "erover", "erbij", "aan", "op", "mee", "toe"}
)
_FEELING = frozenset({"hem", "haar", "hen"})
_DEMANDING = 2  # the weight of a frame with one word of its own
_STOPS = frozenset({":", ";", ".", "?", "!"})


@cache
def forms(name: str) -> frozenset[str]:
    """All finite forms of the verbs in a class of `speaker_words.csv`."""
    return frozenset(form for verb in words(name) for form in conjugation(verb).finite)


@dataclass(frozen=True, slots=True)
class Clause:
    """The main clause in a piece: tokens `[start, end)`; `opener` is the token that opens what it governs, or `end`.

    `led` says that something other than the verb comes first: a subordinate clause, so that the verb may open.
    """

    start: int
    end: int
    opener: int
    led: bool


@dataclass(frozen=True, slots=True)
class Subject:
    """Who is the subject of a verb: named, pointed back to, the chair, or left out."""

    kind: Literal["named", "anaphor", "chair", "omitted"]
    group: Group | None
    inverted: bool


def skip(passage: Passage, start: int, end: int, classes: tuple[str, ...]) -> int:
    """The first token from `start` that is in none of the word classes."""
    allowed = in_any(classes)
    while start < end and passage.words[start] in allowed and passage.starting(start) is None:
        start += 1
    return start


def main_clause(passage: Passage, start: int, end: int) -> Clause:
    """The main clause of a piece, behind a leading subordinate clause and before what its verb governs."""
    lower = passage.words
    begin, led = start, False
    first = skip(passage, start, end, ("aanhef",))
    if first < end and _subordinates(passage, first, start) and lower[first] not in ("dat", "of"):
        comma = next(
            (
                k
                for k in range(first + 1, end - 1)
                if lower[k] == "," and any(passage.finite[j] for j in range(k + 1, min(k + 3, end)))
            ),
            None,
        )
        if comma is not None:
            begin, led = comma + 1, True
    if not led and first < end and passage.finite[first]:
        then = next((k for k in range(first + 2, end - 2) if lower[k] == "," and lower[k + 1] == "dan"), None)
        if then is not None and passage.finite[then + 2]:
            begin, led = then + 1, True  # "Gebeurt dat niet, dan …"
    seen = False
    for k in range(begin, end):
        if lower[k] in _STOPS and k > begin:
            return Clause(begin, k, end, led)
        if seen and _opens(passage, k, end):
            return Clause(begin, min(k + 1, end), k, led)
        seen = seen or passage.finite[k]
    return Clause(begin, end, end, led)


def _subordinates(passage: Passage, k: int, start: int) -> bool:
    word = passage.words[k]
    if word in SUBORDINATORS or word in ("als", "toen"):
        return passage.starting(k) is None and not (word == "mocht" and k > start)
    return False


def _opens(passage: Passage, k: int, end: int) -> bool:
    """Whether what the verb governs opens at `k`, behind the verb: a subordinate, indirect or relative clause."""
    lower = passage.words
    word, before = lower[k], lower[k - 1]
    if word == "dat":
        behind = range(k + 1, _sentence_part(passage, k, end))
        tags = {passage.doc[n].pos_ for n in behind if not lower[n].endswith(("nd", "nde"))}
        verbal = "AUX" in tags or ("VERB" in tags and not tags.isdisjoint(("NOUN", "PROPN", "PRON")))
        verbal = verbal or any(passage.finite[n] for n in behind)
        return verbal and (passage.doc[k].pos_ != "DET" or before in _ANNOUNCING)
    if word in SUBORDINATORS and word != "mocht":
        return passage.at(k) is None
    if word == "wat" and before == "wel":
        return False  # "ziet wel wat in een proef"
    if word == "al" and before == "," and passage.finite[k + 1 : k + 2] == (True,):
        return True  # "…, al is het niet ideaal"
    if word in _INDIRECT:
        return before not in ("zowel",) and (word != "of" or not _between_nouns(passage, k))
    if before == "," and word in closed("relative"):
        return True
    if word == "die" and passage.doc[k].pos_ == "PRON" and (passage.doc[k - 1].pos_ == "NOUN" or passage.at(k - 1)):
        return True
    if word == "als":
        return before == ","
    return word == "om" and "te" in lower[k + 1 : min(end, k + 22)]


def _sentence_part(passage: Passage, k: int, end: int) -> int:
    """Where the part that begins at `k` ends at the latest."""
    return next((n for n in range(k + 1, end) if passage.words[n] in (";", ":")), end)


def _between_nouns(passage: Passage, k: int) -> bool:
    """ "een plan of een brief": the conjunction joins nouns."""
    doc = passage.doc
    return k + 1 < len(doc) and doc[k - 1].pos_ in ("NOUN", "PROPN", "NUM") and doc[k + 1].pos_ in ("NOUN", "NUM")


def pieces(passage: Passage, start: int, end: int) -> list[tuple[int, int]]:
    """A sentence cut where a new main clause, or a second verb of the same subject, begins; the joints fall away."""
    lower = passage.words
    cuts: list[tuple[int, int]] = []
    begin, depth = start, 0
    for k in range(start, end):
        depth += (lower[k] == "(") - (lower[k] == ")")
        if depth > 0 or k == begin or not _joint(passage, begin, k, end):
            continue
        last = k
        while last > begin and lower[last - 1] in (",", ";"):
            last -= 1
        cuts.append((begin, last))
        begin = k + 1
    return [(a, b) for a, b in (*cuts, (begin, end)) if a < b]


def _joint(passage: Passage, begin: int, k: int, end: int) -> bool:
    """Whether a new piece begins behind token `k`."""
    word = passage.words[k]
    if word == ",":
        return k + 1 < end and passage.words[k + 1] not in _COORDINATORS and _afterthought(passage, begin, k, end)
    return word == ";" or (word in _COORDINATORS and _second(passage, begin, k, end))


def _has_verb(passage: Passage, start: int, end: int) -> bool:
    """Whether the main clause of what came before has its verb already."""
    clause = main_clause(passage, start, end)
    if not clause.led and _subordinates(passage, clause.start, start) and passage.words[clause.start] != "dat":
        return False
    return any(passage.finite[k] for k in range(clause.start, clause.end)) and not _awaits_verb(passage, clause, end)


def _awaits_verb(passage: Passage, clause: Clause, end: int) -> bool:
    """A leading adverbial with a clause inside ("Op de vraag of er plek is, …") still awaits its main verb."""
    first = passage.words[clause.start]
    verbs = [k for k in range(clause.start, clause.end) if passage.finite[k]]
    return first in ("op", "na", "naar") and len(verbs) == 1 and verbs[0] == end - 1


def _second(passage: Passage, begin: int, k: int, end: int) -> bool:
    """Whether a coordinator at `k` joins a clause with its own verb, and not two nouns or subordinate clauses."""
    if not _has_verb(passage, begin, k) and not _verbless_before(passage, begin, k):
        return False
    j = skip(passage, k + 1, end, ("between", "negation"))
    if j >= end - 1:
        return False
    if passage.finite[j]:
        modal = any(passage.words[n] in MODAL | FUTURE for n in range(begin, k) if passage.finite[n])
        if modal and passage.words[j].endswith("en"):
            return False  # "zal gemeenten benaderen en vragen …": two infinitives
        rest = [n for n in range(j + 1, end) if passage.words[n][:1].isalnum()]
        return len(rest) >= 1 and not _verb_final(passage, begin, k)
    group = passage.starting(j) or passage.starting(k + 1)
    if group is not None:
        return any(passage.finite[n] for n in range(group.end, min(group.end + 3, end)))
    pronoun = passage.words[j] in words("pronoun")
    return pronoun and j + 1 < end and passage.finite[j + 1]


def _verbless_before(passage: Passage, begin: int, k: int) -> bool:
    group = passage.starting(skip(passage, begin, k, ("aanhef",)))
    return group is not None and group.end < k and not any(passage.finite[group.end : k])


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
    if passage.words[begin] == "dat" and passage.finite[k + 1] and not passage.finite[begin + 1]:
        return "," in passage.words[begin:k]  # "Dat dit zo is, noemt IPO …": the clause is the object
    if passage.finite[k + 1]:
        if attribution(passage, k + 1, end, None) is not None:
            return False
        return _has_verb(passage, begin, k) and main_clause(passage, begin, k).opener >= k
    group = passage.starting(k + 1)
    if group is not None and group.end < end and passage.finite[group.end]:
        return _has_verb(passage, begin, k) and main_clause(passage, begin, k).opener >= k
    return following == "wel" and k + 2 < end and not any(passage.finite[begin:end])


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
        relative = lower[group.end] == "," and lower[group.end + 1] in closed("relative")
        if relative and not any(passage.finite[begin : group.start]):
            return "," not in lower[group.end + 1 : k]
    return False


def attribution(passage: Passage, verb: int, end: int, chair: str | None) -> Subject | None:
    """Who is said to tell what stands around it: a verb of speech and its subject are all there is behind a comma.

    "…, becijfert mevrouw Steenuil;", "Die komen, antwoordt SJenV, ten laste van JenV".
    """
    here = subject(passage, Clause(verb, end, end, True), verb, chair)
    found = sightings(passage.words, verb, end, verb)
    thought = passage.words[verb] in forms("thinking")  # "…, vreest VNG"
    if here is None or not here.inverted or not (thought or (found and found[0].frame.manner == "saying")):
        return None
    if here.kind == "anaphor":
        behind = verb + 2
    else:
        behind = (
            here.group.end if here.group is not None else verb + 2 + (passage.words[verb + 1] in words("determiner"))
        )
    used = found[0].used if found else frozenset()
    while behind < end and (behind in used or passage.words[behind] in words("between")):
        behind += 1
    closed_off = behind >= end or passage.words[behind] in (",", ".", ";", ")", "?", "!")
    return here if closed_off else None


def subject(passage: Passage, clause: Clause, verb: int, chair: str | None) -> Subject | None:
    """Who stands as the subject of a finite verb in a main clause, right before it or right behind it."""
    return _before(passage, clause, verb, chair) or _behind(passage, clause, verb, chair)


def _before(passage: Passage, clause: Clause, verb: int, chair: str | None) -> Subject | None:
    lower = passage.words
    k = verb
    while k > clause.start:
        group = passage.ending(k)
        if group is not None:
            if group.start and lower[group.start - 1] in words("comparing"):
                return None
            return Subject("named", group, False) if _opens_clause(passage, clause, group.start) else None
        word = lower[k - 1]
        if word in words("pronoun") and _opens_clause(passage, clause, k - 1):
            return Subject("anaphor", None, False)
        named = lower[verb] in forms("obliging") and passage.starting(verb + 1) is not None  # "Het moet IPO …"
        if word == "het" and k == verb and k - 1 == clause.start and not named and _personal(passage, clause, verb):
            return Subject("anaphor", None, False)
        if word in words("chair") and chair and k - 1 == clause.start:
            return Subject("chair", None, False)  # "Vz erkent dat"
        if word == "laatstgenoemde" and _opens_clause(passage, clause, k - 1):
            last = next((group for group in reversed(passage.groups) if group.end < k), None)
            return Subject("named", last, False) if last else None
        if k - 1 > clause.start and lower[k - 2] in words("determiner") and _opens_clause(passage, clause, k - 2):
            if word in words("chair") and chair:
                return Subject("chair", None, False)
            if word in words("stand_in"):
                return Subject("anaphor", None, False)
        if word == ",":
            aside = _aside(passage, clause, k - 1)
            if aside is None:
                return None
            k = aside
            continue
        if word == ")":
            opening = next((n for n in range(k - 2, clause.start, -1) if lower[n] == "("), None)
            if opening is None:
                return None
            k = opening
            continue
        if word not in words("between") and passage.doc[k - 1].pos_ != "ADV":
            return None
        k -= 1
    return None


def _personal(passage: Passage, clause: Clause, verb: int) -> bool:
    """Whether "het" before a verb stands for a speaker: not where the verb alone leaves it without meaning."""
    lower = passage.words
    if lower[verb] not in forms("impersonal"):
        return True
    found = sightings(lower, verb, clause.end, verb)
    return bool(found) and found[0].frame.weight >= _DEMANDING and lower[verb] not in forms("copula")


def _stands_for_name(passage: Passage, k: int) -> bool:
    """Whether "het" is a pronoun and no article."""
    n = k + 1
    while n < len(passage.doc) and passage.doc[n].pos_ in ("ADJ", "NUM"):
        n += 1
    headed = n < len(passage.doc) and passage.doc[n].pos_ in ("NOUN", "PROPN")
    return passage.doc[k].pos_ == "PRON" or not headed


def _aside(passage: Passage, clause: Clause, comma: int) -> int | None:
    """Where an aside between commas begins that stands between a name and its verb ("IPO, net als VNG, steunt …")."""
    for k in range(comma - 1, max(clause.start, comma - 14), -1):
        if passage.words[k] == ",":
            return k
    return None


def _opens_clause(passage: Passage, clause: Clause, start: int) -> bool:
    """Whether only words that may open a clause stand before a subject."""
    allowed = (
        words("aanhef")
        | words("between")
        | {
            "?",
            "-",
            "–",
            "•",
            "zowel",
            ",",
            "alle",
            "beide",
            "sommige",
            "enkele",
            "diverse",
            "meerdere",
            "aantal",
            "een",
        }
    )
    lower = passage.words
    return all(lower[k] in allowed or passage.doc[k].pos_ == "ADV" for k in range(clause.start, start))


def _behind(passage: Passage, clause: Clause, verb: int, chair: str | None) -> Subject | None:
    lower = passage.words
    k = verb + 1
    while k < clause.end and k <= verb + 6:
        group = passage.starting(k)
        if group is not None:
            return Subject("named", group, True)
        word = lower[k]
        if word in _FEELING and lower[verb] in forms("experiencing"):
            return Subject("anaphor", None, True)  # "Dat stuit hem tegen de borst"
        if word in words("pronoun") and not (word == "ze" and k > verb + 1):
            return Subject("anaphor", None, True)
        if word == "het" and clause.led and k == verb + 1 and _stands_for_name(passage, k):
            return Subject("anaphor", None, True)  # "Hoewel het IPO dat niet betwistte, hield het staande …"
        if word in words("determiner") and k + 1 < clause.end:
            if lower[k + 1] in words("chair") and chair:
                return Subject("chair", None, True)
            if lower[k + 1] in words("stand_in"):
                return Subject("anaphor", None, True)
        if word not in words("between") and word not in words("negation"):
            return None
        k += 1
    return None
