"""Whether a cue settles something here and now: not denied, not long ago, not elsewhere, not only announced."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from lrtgraph.dutch.dates import find_dates, months
from lrtgraph.extraction.grammar.clauses import clauses, is_finite, lower_words, text_of
from lrtgraph.extraction.grammar.lexicon import MODAL, NEGATION, WORDEN, ZIJN, words
from lrtgraph.extraction.grammar.tokens import VERBAL, tokens_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Span

    from lrtgraph.extraction.outcomes.prose.cues import Hit

_OTHER_TABLES = re.compile(
    r"\b(?:in|bij|binnen|door)\s+(?:veel|vele|de\s+meeste|enkele|sommige|meerdere|verschillende|diverse|een\s+aantal"
    r"|andere)\s+(?:\w+\s+)?(?:raden|gemeenteraden|colleges|gemeenten|provincies|regio['’]?s|staten|landen|tafels"
    r"|prt['’´ ]*s)\b"
)
_GONE_BY = re.compile(
    r"(?P<of>\b(?:van|over|uit)\s+)?(?:\b(?:het|de)\s+)?\b(?:afgelopen|vorige?|voorbije)\s+"
    r"(?:jaar|jaren|maand(?:en)?|week|weken|periode|zomer|winter|voorjaar|najaar|kwartaal)\b"
)
_DISAGREES = re.compile(
    r"\bhet\s+(?:\w+\s+){0,2}niet\s+(?:\w+\s+)?eens\b|\ber\s+(?:\w+\s+)?niet\s+uit\b"
    r"|\bgeen\s+(?:overeenstemming|consensus|eensgezindheid|unanimiteit)\b|\bniet\s+tot\s+(?:een\s+)?overeenstemming\b"
    r"|\b(?:meningen|standpunten|opvattingen|leden|partijen)\s+(?:\w+\s+){0,3}(?:uiteen|verdeeld)\b"
    r"|\blopen\s+(?:ver\s+|nog\s+)?uiteen|\b(?:blijft|blijven|is|zijn)\s+(?:\w+\s+){0,2}verdeeld\s+over"
    r"|\b(?:uiteen)?lopen\s+de\s+(?:meningen|standpunten|opvattingen)\b|\bvan\s+(?:mening|inzicht|opvatting)\s+verschillen"
    r"|\bverschillen\s+(?:\w+\s+){0,2}van\s+(?:mening|inzicht|opvatting)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_HAD = frozenset({"was", "waren", "had", "hadden"})
_PROPOSED = re.compile(
    r"\W*(?:(?:gevraagd|voorgesteld|te\s+nemen|gewenst|concept)e?[\s-]*(?:besluit|beslissing|conclusie)(?:en)?"
    r"|(?:concept)?voorstel(?:\s+(?:voor|tot)\s+besluit)?|beslispunt(?:en)?|spreeklijn|advies|gevraagd)\s*:",
    re.IGNORECASE,
)
_QUOTES = frozenset('"“”„')


_NEXT_MEETING = re.compile(
    r"\W*(?:(?:de|het|onze)\s+)?(?:eerst)?volgende?\s+(?:\w+\s+)?"
    r"(?:vergadering|overleg|bijeenkomst|sessie|\w*tafel|\w*beraad|h?lrt|prt|vb|bo)\b",
    re.IGNORECASE,
)


def only_convenes(text: str) -> bool:
    """Whether an entry of a list only says when and where the next meeting is.

    >>> only_convenes("Volgende vergadering: 14 maart 2023, 10.00 uur in Arnhem.")
    True
    >>> only_convenes("De volgende LRT op 14 maart bespreekt de HAR.")
    False
    """
    notice = _NEXT_MEETING.match(text)
    if notice is None:
        return False
    dates = find_dates(text)
    spans = [(notice.start(), notice.end()), *((found.start, found.end) for found in dates)]
    left = "".join(c for k, c in enumerate(text) if not any(start <= k < end for start, end in spans))
    return bool(dates) and all(w in words("convening") for w in re.findall(r"\b[a-z]+\b", left))


def disagrees(sentence: Span) -> bool:
    """Whether a sentence says no more than that the table did not agree: "Over de duur komen partijen er niet uit"."""
    first, *others = clauses(sentence)
    told = text_of(sentence.doc, first.start, first.end)
    found = _DISAGREES.search(told)
    if found is None or not words("sometimes_subordinator").isdisjoint(told[: found.start()].lower().split()):
        return False  # "zoekt uit waarom de leden het niet eens zijn"
    return first.main and not any(other.main for other in others)


def counts(doc: Doc, hit: Hit) -> bool:
    """Whether a commitment is only counted: "tot nu toe zijn 1.870 plekken toegezegd", "er zijn er 2.300 toegezegd"."""
    if hit.cue.kind != "toezegging" or hit.use.form != "participle":
        return False
    for token in doc[hit.clause.start : hit.use.verb]:
        governed = token.i and token.nbor(-1).pos_ == "ADP" and token.nbor(-1).lower_ != "toe"  # "tot nu toe"
        behind = token.i + 1 == hit.use.verb or token.nbor().pos_ in ("NOUN", "ADJ")
        alone = (
            token.nbor().lower_ in WORDEN | ZIJN and token.i and token.nbor(-1).pos_ not in ("NOUN", "PROPN")
        )  # no year
        if token.like_num and token.lower_ != "een" and not governed and (behind or alone):
            return True
    return False


def undone(doc: Doc, hit: Hit) -> bool:
    """Whether the clause only says that it must, can or does not happen."""
    told = _before_question(doc, hit)
    modal = (k for k in range(hit.clause.start, told) if lower_words(doc)[k] in MODAL)
    if any(k != hit.use.verb for k in modal) or hit.use.form == "infinitive":
        return True
    start, end = hit.clause.start, hit.use.last
    if "gestand" in lower_words(doc)[start : hit.clause.end]:
        return True  # "heeft zijn toezegging gestand gedaan": what was promised is kept
    if _held_over(doc, hit):
        return True
    if hit.use.form == "participle" and not any(tokens_of(doc).finite[start : hit.clause.end]):
        commas = (k for k in range(end - 1, start, -1) if doc[k].text == ",")
        start = next(commas, start)  # "Geen opmerkingen, verslag vastgesteld": each phrase speaks for itself
    # What is denied behind the cue belongs to what was settled: "besluit de HAR niet te verlengen".
    lower = lower_words(doc)
    denied = [k for k in range(start, end) if lower[k] in NEGATION]
    return any(k not in hit.use.words or lower[k - 1] == "nog" for k in denied)


def _held_over(doc: Doc, hit: Hit) -> bool:
    """Whether what is held over is no matter but what should be done with one: a decision, or to adopt minutes."""
    if (hit.cue.predicate.particle, hit.cue.predicate.verb) != ("aan", "houden"):
        return False
    nouns = [
        token.lower_
        for token in doc[hit.clause.start : hit.clause.end]
        if token.pos_ == "NOUN" and token.lower_ not in words("body_word")
    ]
    lower = lower_words(doc)[hit.clause.start : hit.use.last]
    return not words("minutes_word").isdisjoint(lower) or not words("deciding_noun").isdisjoint(nouns[:1])


def denies(doc: Doc, start: int, end: int) -> bool:
    """Whether one of the tokens `[start, end)` denies."""
    return not NEGATION.isdisjoint(lower_words(doc)[start:end])


def _before_question(doc: Doc, hit: Hit) -> int:
    """Where a clause ends, or what an infinitive in it asks begins: "zegt toe te bezien | of dat kan"."""
    lower = lower_words(doc)
    behind = range(hit.use.last + 3, hit.clause.end)
    asked = (k for k in behind if lower[k] in words("question_word") and lower[k - 2] == "te")
    return next(asked, hit.clause.end)


def observes(doc: Doc, hit: Hit) -> bool:
    """Whether "vaststellen" only notes a fact: "vastgesteld wordt dat …", "is vastgesteld op 18.750"."""
    if hit.cue.predicate.verb != "stellen" or hit.cue.subject == "chair":
        return False
    if opens_with_dat(doc, hit.clause.end):
        return doc[hit.clause.end - 1].lower_ not in words("provided")
    following = doc[hit.use.last + 1] if hit.use.last + 1 < hit.clause.end else None
    if following is None:
        return False
    return following.lower_ == "op" and following.i + 1 < len(doc) and doc[following.i + 1].like_num


def opens_with_dat(doc: Doc, k: int) -> bool:
    """Whether token `k` is a "dat" that goes on with the sentence before it, and does not open the next."""
    return k < len(doc) and doc[k].lower_ == "dat" and not doc[k].is_sent_start


def concludes(doc: Doc, hit: Hit) -> bool:
    """Whether a subordinate clause tells what follows here: "…, dat daarmee is vastgesteld", "waarna de LRT instemt".

    Without "daarmee" it is the minutes, or the body itself, of which that can be said.
    """
    start, opener = hit.clause.start, hit.clause.opener
    inside = set(lower_words(doc)[start : hit.clause.end])
    if opener in words("relative") and start > 1 and doc[start - 1].text == "," and doc[start - 2].pos_ not in VERBAL:
        return not inside.isdisjoint(words("hereby"))
    if opener not in words("resulting") or start == 0 or doc[start - 1].text != ",":
        return False
    said = set(lower_words(doc)[doc[start].sent.start : hit.clause.end])
    return not said.isdisjoint(words("minutes_word")) or (not hit.cue.passive and hit.use.form == "finite")


def resumes(doc: Doc, hit: Hit) -> bool:
    """Whether a participle ends the main clause behind an inserted one: "wordt, nadat … is aangepast, vastgesteld"."""
    verb, start = hit.use.verb, hit.clause.start
    if hit.use.form != "participle" or hit.clause.main or hit.clause.opener in words("condition"):
        return False
    if verb <= start or doc[verb - 1].text != "," or doc[start - 1].text != ",":
        return False
    main = doc[doc[start].sent.start : start]
    closed = verb + 1 == len(doc) or doc[verb + 1].is_punct
    return closed and any(token.lower_ in WORDEN | ZIJN for token in main) and main[-1].pos_ != "VERB"


def competent(doc: Doc, hit: Hit) -> bool:
    """Whether "beslist over" or "neemt daarover een besluit" only tells whose the decision is.

    What was decided would stand behind "te" or "dat".
    """
    joined = doc[hit.use.verb - 1].lower_ in words("coordinator")  # "is eigenaar van het net en beslist over …"
    if hit.cue.name not in ("besluiten", "beslissen", "besluit nemen"):
        return False
    lower, last = lower_words(doc), doc[hit.use.verb].sent.end
    last = next((k for k in range(hit.use.verb, last) if lower[k] == ";"), last)
    behind = lower[hit.use.verb + 1 : last]
    itself = ("zelf", "over") in pairwise(behind)  # "Tot dan beslist iedere gemeente zelf over de voorrang"
    object_ = next((t.lower_ for t in doc[hit.use.verb + 1 : last] if t.pos_ != "ADV"), "")  # "beslist niet over"
    taken = hit.cue.name == "besluit nemen" and "over" in behind  # "neemt een besluit over de verdeling"
    about = taken or not _ABOUT_IT.isdisjoint(lower[hit.clause.start : last])
    told = (object_ == "over" or about) and (hit.use.form == "finite" or joined)
    return (itself or told) and {"te", "dat", "om", ":"}.isdisjoint(behind)


_ABOUT_IT = frozenset({"hierover", "daarover", "erover"})


def long_ago(doc: Doc, hit: Hit) -> bool:
    """Whether the clause tells of an earlier day: "vorige keer is afgesproken", "in november is besloten".

    Behind a verb in the present, or before "te" behind a participle, a day belongs to what is settled: "gaat akkoord
    met de start op 20 maart", "Afgesproken wordt dit op 13 december te bespreken".
    """
    stretch = doc[hit.clause.start : hit.clause.end]
    if hit.use.form == "participle" and any(token.lower_ in _HAD for token in stretch):
        return True  # "Afgesproken was dat JenV dit zou bekostigen", "JenV had dit toegezegd"
    if any(token.lower_ in words("past_adverb") and not _describes(doc, token.i) for token in stretch):
        return True
    present = hit.use.form == "finite" and "Pres" in doc[hit.use.verb].morph.get("Tense", [])
    if present or "te" in lower_words(doc)[hit.use.verb : hit.clause.end]:
        stretch = doc[hit.clause.start : hit.use.verb]
    for found in find_dates(stretch.text):
        before = stretch.text[: found.start].lower().split()
        if before and before[-1] in ("op", "in", "sinds", "begin", "eind") and not _object_before(before):
            return True
    return hit.use.form == "participle" and _in_year(doc, hit)


def _in_year(doc: Doc, hit: Hit) -> bool:
    """Whether a year stands before what was settled: "In 2019 is met COA 1.500 afgesproken"."""
    lower, start = lower_words(doc), hit.clause.start
    places = [
        k for k in range(start, hit.use.verb - 1) if lower[k] in ("in", "sinds") and _YEAR.fullmatch(lower[k + 1])
    ]
    told = any(k == start or doc[k - 1].pos_ != "NOUN" for k in places)  # not "de periode in 2024"
    return told and WORDEN.isdisjoint(lower_words(doc)[hit.clause.start : hit.clause.end])


def _describes(doc: Doc, k: int) -> bool:
    """Whether a word for the past belongs to a noun: "het verslag van de vorige keer", "het eerder gemelde"."""
    if k + 1 < len(doc) and doc[k + 1].pos_ in ("VERB", "ADJ") and k and doc[k - 1].lower_ in words("determiner"):
        return True
    while k and (doc[k - 1].lower_ in words("determiner") or doc[k - 1].pos_ == "ADJ"):
        k -= 1
    return k > 0 and doc[k - 1].lower_ == "van"


def recounts(doc: Doc, hit: Hit) -> bool:
    """Whether the cue belongs to "wat", which tells that something was settled and not what: "meldt wat is besloten".

    Not over what was settled ("Wat is afgesproken: …", "De voorzitter vat samen wat er is afgesproken: …"), nor where
    "wat" has its own verb ("Wat COA betreft, is …").
    """
    lower, first = lower_words(doc), doc[hit.use.verb].sent.start
    start = next((k for k in range(hit.use.verb - 1, first - 1, -1) if lower[k] == "wat" or doc[k].is_punct), first)
    told = lower[first:start]
    summed = not words("chair").isdisjoint(told) and not words("summing_up").isdisjoint(told)
    over = (start == first or summed) and ":" in lower[hit.use.verb : doc[first].sent.end]
    if lower[start] != "wat" or over:
        return False
    return sum(tokens_of(doc).finite[start : hit.use.verb + 1]) == 1


def elsewhere(doc: Doc, hit: Hit) -> bool:
    """Whether it happened at other tables or over a time gone by: "in veel raden is vorig jaar een motie …"."""
    before = doc[hit.clause.start : max(hit.use.last, hit.use.verb) + 1].text.lower()
    gone = any(found["of"] is None for found in _GONE_BY.finditer(before))
    return gone or _OTHER_TABLES.search(before) is not None


def proposed(sentence: Span) -> bool:
    """Whether a sentence puts before its reader what may be settled: "Gevraagd besluit: …", "U kunt toezeggen …"."""
    told = text_of(sentence.doc, sentence.start, sentence.end)
    if _PROPOSED.match(told):
        return True
    return _asks_reader(lower_words(sentence.doc)[sentence.start : sentence.end]) and _QUOTES.isdisjoint(told)


def _asks_reader(lower: Sequence[str]) -> bool:
    """Whether a "u" stands beside a verb that leaves it to the reader; a letter also tells him ("zoals u weet")."""
    asked = MODAL | words("reader_asked") if "u" in lower else frozenset()
    beside = ((lower[max(0, k - 1) : k], lower[k + 1 : k + 2]) for k, word in enumerate(lower) if word == "u")
    return any(not asked.isdisjoint(before) or not (asked | WORDEN).isdisjoint(behind) for before, behind in beside)


def expected(doc: Doc, hit: Hit) -> bool:
    """Whether a clause tells what may be settled: "De tafel stelt naar verwachting in mei het kader vast"."""
    start, end = hit.clause.start, max(hit.use.last, hit.use.verb)
    start = next((k for k in range(hit.use.first, start, -1) if doc[k].text == ","), start)
    for k in range(start, end):
        if doc[k].lower_ in words("expecting"):
            before = k - (doc[k - 1].lower_ == "naar") - 1
            able = doc[k - 1].lower_ in words("as_far_as") or doc[k + 1].lower_ == "te"  # "waar mogelijk"
            if not able and (before < start or doc[before].pos_ not in ("DET", "ADP", "ADJ")):
                return True
    return False


def of_noun(doc: Doc, hit: Hit) -> bool:
    """Whether the noun of the cue only tells of another, or is a decree's name: "een overzicht van alle afspraken"."""
    for k in hit.use.words:
        if _is_decree(doc, k):
            return True
        for before in range(k - 1, max(hit.clause.start, k - 4) - 1, -1):
            if doc[before].lower_ == "van":
                return before not in hit.use.words
            if doc[before].pos_ in ("NOUN", "PROPN", "PUNCT", "ADP", "AUX"):
                break
    return False


def _is_decree(doc: Doc, k: int) -> bool:
    """Whether a noun with a capital opens the name of a decree: "het Besluit opvang ontheemden"."""
    named = not doc[k].is_sent_start and doc[k].is_title and k + 1 < len(doc)
    return named and doc[k + 1].pos_ in ("NOUN", "PROPN", "ADJ") and not is_finite(doc[k + 1])


def still_to_come(doc: Doc, hit: Hit) -> bool:
    """Whether a decision is announced for another time: "wordt in april vastgesteld", "in het najaar besloten"."""
    if hit.cue.kind != "besluit" or (hit.use.form == "finite" and not hit.use.words):
        return False
    end = max(hit.use.verb, *hit.use.words, hit.clause.start)
    if not words("shall").isdisjoint(lower_words(doc)[hit.clause.start : end]):
        return True  # "Dan zal het definitief vastgesteld worden"
    for k in range(hit.clause.start, end):
        word = doc[k].lower_
        if word in ("later", "binnenkort", "eerstdaags", "straks"):
            return True
        following = doc[k + 1].lower_ if k + 1 < end else ""
        if word in ("in", "op") and (following in months() or following in ("volgende", "komende")):
            return True
        if (
            word in ("in", "na", "voor", "vóór")
            and following in ("de", "het")
            and doc[min(k + 2, end)].lower_ in words("season")
        ):
            return True
    return False


def _object_before(before: list[str]) -> bool:
    """Whether the date belongs to a document's name ("het verslag van de vergadering op 5 oktober")."""
    return any(word.startswith(("verslag", "notulen", "vergadering", "overleg")) for word in before)
