"""What is said decides the act where the verb leaves it open: requests, promises and concerns among its words."""

from __future__ import annotations

from lrtgraph.extraction.grammar.clauses import SUBORDINATORS
from lrtgraph.extraction.grammar.lexicon import DUTY, words
from lrtgraph.extraction.statements.sentence.passage import Passage
from lrtgraph.extraction.statements.sentence.syntax import MainClause, forms, main_clause
from lrtgraph.extraction.statements.speech.cues import Cue, cues
from lrtgraph.extraction.statements.speech.patterns import Word
from lrtgraph.extraction.statements.stance.endings import dropped
from lrtgraph.extraction.statements.stance.evaluation import ANYWHERE, COMPLEMENT, JUDGEMENT, concern, verdicts
from lrtgraph.records import Act

_CONTENT = frozenset({"anywhere", "complement"})
_RUNNING = frozenset({"anywhere", "opening"})
_ASKING = frozenset({"verzoekt", "vraagt"})  # acts behind which whatever goes wrong is the reason for them
_RELATIVE = words("relative_adverb")
_FREE = 2  # finite verbs together that make a clause with "wie" or "wat" the subject
_CONTRAST_ENDS = frozenset({"terwijl", ".", ";", ":", ",", "?"})
_NEEDED = Word.parse("nodig")
_IMPERSONAL = frozenset({"er", "dat", "dit", "het"})  # subjects that are nobody
_CONDITION = frozenset({"als", "indien", "wanneer", "mocht"})
_PAST = ("eerder", "vorig", "destijds", "oud")


def content(
    passage: Passage, start: int, end: int, taken: frozenset[int], opener: int, least: int = 2, *, report: bool = False
) -> Act | None:
    """The act that the first cue in what is governed tells, None where there is none; `least` as in `concern`.

    In a `report` what goes wrong and what somebody must do is told like anything else.
    """
    start = _conceded(passage, start, end)
    found = None if report else concern(passage, start, end, taken, least=least)
    worry = end if found is None else found
    for k, cue in cues(passage.words, start, end, _CONTENT):
        if k >= worry:
            break
        if k in taken or not counts(passage, k, cue, frozenset()):
            continue
        if passage.words[k] in DUTY:
            duty = _duty(passage, start, k, end, opener)
            if duty is None or (report and duty == "verzoekt"):
                continue
            return duty
        return cue.act
    return "bezwaar" if worry < end else None


def bids(passage: Passage, start: int, end: int) -> bool:
    """Whether what is said without a finite verb ends in an infinitive: "eerst de evaluatie afwachten"."""
    opens = _CONTRAST_ENDS | SUBORDINATORS
    stop = next((k for k in range(start, end) if passage.words[k] in opens), end)
    last = stop - 1
    if words("denying").issuperset(passage.words[start:last]) or any(passage.finite[start:stop]):
        return False  # "niet doen" turns something down
    return (
        "te" not in passage.words[start:stop]
        and passage.parts[last] == "VERB"
        and "Inf" in passage.doc[last].morph.get("VerbForm", [])
    )


def first_excess(passage: Passage, start: int, end: int, taken: frozenset[int]) -> int:
    """Where "te hoog" and its like stands, or `end`."""
    return next((k for k in range(start, end - 1) if k not in taken and _excess(passage, k)), end)


def _conceded(passage: Passage, start: int, end: int) -> int:
    """Where the main point begins: behind "maar", or the end, where "weliswaar" grants what comes before."""
    granted = next((k for k in range(start, end) if passage.words[k] == "weliswaar"), None)
    if granted is None:
        return start
    return next((k + 1 for k in range(granted, end) if passage.words[k] in words("contrast")), end)


def doubted(passage: Passage, start: int, end: int) -> bool:
    """Whether who wonders if something is so doubts it: "of dit plan nog realistisch is", "of dat niet te vroeg is"."""
    if "wel" in passage.words[start:end]:
        return True
    judged = verdicts(passage, start, end, frozenset(), JUDGEMENT)
    return bool(judged) or first_excess(passage, start, end, frozenset()) < end


def _excess(passage: Passage, k: int) -> bool:
    """ "te afwachtend", "te hoog": more of a property than is good, and no infinitive."""
    after = passage.doc[k + 1]
    return passage.words[k] == "te" and after.pos_ == "ADJ" and not passage.words[k + 1].endswith("en")


def _duty(passage: Passage, start: int, k: int, end: int, opener: int) -> Act | None:
    """What must be done is a request, unless it is counted, the speaker must do it, or it stands in a relative."""
    lower = passage.words
    if _counted(passage, k, end):
        return None
    begin = opener + 1 if start <= opener < k else start
    if begin < len(lower) and lower[begin] in words("pronoun"):
        return "bezwaar" if any(lower[n] in words("denying") for n in range(begin, k)) else None
    if any(lower[n] in ("en", "maar") and lower[n + 1] == "dat" for n in range(begin, k)):
        return None  # "dat provincies geen taak hebben en dat dit zo moet blijven": what comes first is the point
    relative = [n for n in range(begin, k) if lower[n] in words("inner_clause")]
    return None if relative else "verzoekt"


def _counted(passage: Passage, k: int, end: int) -> bool:
    """ "dat moeten er 20 worden", "er moeten nog 18.500 plekken bij": a duty in figures of nobody tells how things are.

    Not so "het Rijk moet 200 plekken leveren", where somebody has it.
    """
    lower, parts = passage.words, passage.parts
    number = next((n for n in range(k + 1, end) if parts[n] not in ("ADV", "PRON")), end)
    if number == end or not (parts[number] == "NUM" or lower[number][0].isdigit()) or not lower[k].endswith("en"):
        return False
    begin = max((n + 1 for n in range(k) if lower[n] in _CONTRAST_ENDS), default=0)
    if lower[k - 1] in _IMPERSONAL:
        return True
    return (parts[begin] == "ADP" or "er" in lower[k + 1 : number]) and not passage.within(begin, k)


def in_relative(passage: Passage, clause: MainClause, k: int) -> bool:
    """Whether a token stands in a relative clause: "vindt de termijn waarin zij moeten kiezen te kort"."""
    opener = next((n for n in range(k, clause.start, -1) if passage.words[n] in _RELATIVE), None)
    return opener is not None and not any(passage.words[n] in (",", "dat") for n in range(opener + 1, k))


def counts(passage: Passage, k: int, cue: Cue, own: frozenset[int]) -> bool:
    """Whether a cue says what it seems to: not denied, not of the past, no verb of the same form."""
    lower = passage.words
    if k in own:
        return False
    before = lower[k - 1] if k else ""
    contrast = next((n for n in range(k, -1, -1) if lower[n] in _CONTRAST_ENDS), 0)
    if before.startswith(_PAST) or lower[contrast] == "terwijl":
        return False  # "begint pas na een jaar, terwijl dat al in de opvang zou kunnen"
    if _NEEDED in cue.pattern and _is_unneeded(passage, k):
        return False
    needed = lower[k] == "nodig" and any(word in ("die", "welke") for word in lower[max(0, k - 8) : k])
    return not needed  # "de plekken die nodig zijn"


def _is_unneeded(passage: Passage, k: int) -> bool:
    """Whether what a cue at a token finds to be needed is denied: "zijn de rondes niet meer nodig"."""
    place = passage.words.index("nodig", k)
    before = place - 1 if passage.words[place - 1] in words("ended") else place
    return passage.words[before - 1] in words("denying")


def running(passage: Passage, start: int, end: int, current: Act) -> Act | None:
    """The act of a sentence in which a speaker goes on without being named; None where it stays what it was."""
    lower = passage.words
    start = _consequence(passage, start, end)
    first = next((k for k in range(start, end) if lower[k] not in words("aanhef") and lower[k][:1].isalnum()), start)
    left = dropped(passage, first, end)
    if left is not None:
        return left
    if lower[end - 1] == "?" or (current != "bezwaar" and _opens_question(passage, first)):
        return "vraagt"
    specified = lower[first : first + 2] in (("het", "gaat"), ("het", "betreft")) and current != "vraagt"
    if specified or (lower[first] in ("dat", "dit") and _explains(passage, first, end)):
        return None
    worry = _worry(passage, start, first, end, current)
    found = _first_cue(passage, start, first, end, worry)
    if found is None:
        return "bezwaar" if worry is not None else _unmarked(passage, start, first, end, current)
    k, cue = found
    if cue.reach == "opening" and k > first and lower[first] in words("denying"):
        return "bezwaar" if cue.act == "steunt" else None  # "Geen goed idee."
    return cue.act


def _opens_question(passage: Passage, first: int) -> bool:
    """ "Wanneer komt dat", and no "Wie werkt kan …"."""
    asks = passage.words[first] in words("wh") and passage.finite[first + 1 : first + 2] == (True,)
    return asks and sum(passage.finite[first + 1 : first + 3]) < _FREE


def _worry(passage: Passage, start: int, first: int, end: int, current: Act) -> int | None:
    """Where a sentence tells what goes wrong; behind a denied judgement of what was said nothing does."""
    stop = main_clause(passage, first, end).end
    takes_up = _takes_up(passage, first, end)
    denied = takes_up and any(passage.words[k] in words("denying") for k in range(first, stop))
    reach = COMPLEMENT if takes_up or current in _ASKING else ANYWHERE
    return concern(passage, start, stop if denied else end, frozenset(), reach)  # "Dat betekent niet dat …"


def _first_cue(passage: Passage, start: int, first: int, end: int, worry: int | None) -> tuple[int, Cue] | None:
    """The first cue of a sentence that tells an act, before what goes wrong in it and not only granted there."""
    lower = passage.words
    for k, cue in cues(lower, start, end, _RUNNING):
        if worry is not None and k > worry:
            break
        if not counts(passage, k, cue, frozenset()):
            continue
        bare = lower[k] in words("please") and not any(passage.finite[start:end])  # "Eén lijn graag."
        if cue.reach == "opening" and ((k > first + 1 and not bare) or _heads_clause(passage, k)):
            continue  # "Voorstel komt in mei" is no proposal
        if worry is not None and any(lower[n] in words("contrast") for n in range(k, worry)):
            break  # "De PRT's zouden dat moeten overnemen, maar hebben daar de mensen niet voor"
        return k, cue
    return None


def _unmarked(passage: Passage, start: int, first: int, end: int, current: Act) -> Act | None:
    """The act of a sentence without a cue or worry, by what the speaker did before it."""
    lower = passage.words
    if current in ("vraagt", "stelt_voor", "steunt", "verzoekt") and _must(passage, start, end):
        return "verzoekt"
    if lower[first] in words("back_reference"):
        return None
    if current == "zegt_toe" and lower[first] not in words("pronoun") and any(passage.finite[start:end]):
        return "informeert"  # "De tekst wordt geschreven door JenV."
    if current == "vraagt":  # why it is asked: "Gemeenten willen contracten verlengen."
        return "informeert" if _neutral(passage, start, end) else "bezwaar"
    if current == "steunt":
        return _behind_support(passage, start, first, end)
    if current == "verzoekt" and _of_affected(passage, start, end):
        return "bezwaar" if _denies(passage, start, end) else None
    presented = lower[first] == "er" and lower[first + 1 : first + 2] not in (("wordt",), ("worden",))
    if current == "verzoekt" or (current == "bezwaar" and presented):
        return "informeert" if _neutral(passage, start, end) else None
    return None


def _consequence(passage: Passage, start: int, end: int) -> int:
    """Where a sentence tells what follows: behind "dan", if a condition opens it ("Lukt het niet, dan beslist …").

    What a verb at its head bids is none: "Laat de tafel beslissen, dan telt zij mee".
    """
    bidding = any(k == start and cue.reach == "opening" for k, cue in cues(passage.words, start, end, _RUNNING))
    conditional = passage.words[start] in _CONDITION or (passage.finite[start] and not bidding)
    then = (k + 1 for k in range(start, end - 2) if passage.words[k : k + 2] == (",", "dan"))
    return next(then, start) if conditional else start


def _behind_support(passage: Passage, start: int, first: int, end: int) -> Act | None:
    """The act of what comes behind support: None for the reason for it, or for what there is not."""
    lower = passage.words
    lacking = lower[first] == "er" and not words("denying").isdisjoint(lower[start:end])
    if lacking or _praises(passage, start, end):
        return None
    if bids(passage, first, end):
        return "verzoekt"  # "Heel graag. Wel eerst de brandweer laten kijken."
    against = concern(passage, start, end, frozenset()) is not None or _but(passage, start, end)
    return "bezwaar" if against else "informeert"


def _but(passage: Passage, start: int, end: int) -> bool:
    """Whether a sentence behind support turns against it: by an adverb, or by what those affected do not or cannot."""
    lower = passage.words
    turned = lower[start] in ("wel", "alleen") or not words("adversative").isdisjoint(lower[start:end])
    return turned or (_of_affected(passage, start, end) and _denies(passage, start, end))


def _denies(passage: Passage, start: int, end: int) -> bool:
    """Whether the main clause of a sentence is denied."""
    clause = main_clause(passage, start, end)
    return not words("denying").isdisjoint(passage.words[clause.start : clause.end])


def _of_affected(passage: Passage, start: int, end: int) -> bool:
    """Whether a sentence tells of those whom a request is to help: "Scholen weten nu vaak pas laat dat …"."""
    for k in range(start, end):
        if passage.words[k] not in words("affected") or (k and passage.parts[k - 1] == "ADP"):
            continue
        if any(passage.finite[max(start, k - 1) : k + 2]):
            return True
    return False


def _neutral(passage: Passage, start: int, end: int) -> bool:
    """Whether nothing in a sentence is denied, unfavourable, missing or contrasted."""
    lower = passage.words
    against = words("denying")
    if any(lower[k] in against for k in range(start, end)):
        return False
    return all(one.favourable for one in verdicts(passage, start, end, frozenset(), JUDGEMENT))


def _praises(passage: Passage, start: int, end: int) -> bool:
    """Whether a sentence gives a reason to support: "Ook voor kleine gemeenten is zo'n overzicht bruikbaar."."""
    told = verdicts(passage, start, end, frozenset(), JUDGEMENT)
    being = any(passage.words[k] in forms("copula") for k in range(start, end))
    return being and any(one.favourable and passage.parts[one.place] == "ADJ" for one in told)


def _explains(passage: Passage, first: int, end: int) -> bool:
    """Whether a sentence gives the cause of what was said: "Dit komt door het ontbreken van personeel"."""
    lower = passage.words
    causal = lower[first + 1 : first + 2] in (("komt",), ("ligt",), ("hangt",)) and any(
        word in ("door", "doordat", "omdat", "aan", "samen") for word in lower[first + 2 : min(end, first + 5)]
    )
    return causal or lower[first + 1 : first + 4] == ("heeft", "te", "maken")


def _takes_up(passage: Passage, first: int, end: int) -> bool:
    """Whether a sentence judges what was said: "Dat ondermijnt het draagvlak", "Uitstel zou de keten schaden"."""
    lower = passage.words
    pointing = lower[first] in ("dat", "dit") and passage.finite[first + 1 : first + 2] == (True,)
    supposed = any(word in ("zou", "zouden") for word in lower[first : first + 5])
    return (pointing or supposed) and not any(lower[k] in DUTY for k in range(first, end))


def _heads_clause(passage: Passage, k: int) -> bool:
    """Whether a noun that could name an act is the subject of a verb right behind it."""
    return passage.finite[k + 1 : k + 2] == (True,) and passage.parts[k] not in ("ADV", "ADJ", "VERB")


def _must(passage: Passage, start: int, end: int) -> bool:
    """Whether the sentence says what somebody must do."""
    lower = passage.words
    if lower[start] in ("formeel", "juridisch", "wettelijk", "procedureel"):
        return False
    asked = next((k for k in range(start, end) if lower[k] in words("wh")), end)  # "weten niet bij wie zij moeten zijn"
    return any(lower[k] in DUTY and passage.finite[k] and not _counted(passage, k, end) for k in range(start, asked))
