"""Clauses of a Dutch sentence by what opens them: main clauses, their coordinations, subordinate and relative clauses.

Minutes are full of verbless and telegram sentences on which a parse cannot be trusted, so clauses are cut at the words
that open them: a subordinator, a relative pronoun behind a comma, a coordination that brings its own finite verb.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from lrtgraph.extraction.grammar.lexicon import MODAL, WORDEN, ZIJN, words
from lrtgraph.extraction.grammar.predicates import Use
from lrtgraph.extraction.grammar.tokens import MARKS, VERBAL, tokens_of
from lrtgraph.value import value

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

SUBORDINATORS = words("subordinator")
_RELATIVE = words("relative")
_SOMETIMES = words("sometimes_subordinator")
_INDIRECT = frozenset({"wie", "hoe", "waarom", "hoeveel"})
_ASKED = frozenset({"wie", "welk", "welke"})
_COORDINATORS = words("coordinator")
_OPENERS = SUBORDINATORS | _SOMETIMES | _COORDINATORS | {"die", "om"}
_CLAUSES: Final = "lrtgraph.clauses"
_RESUMING = words("pro_verb", "resting")
"""Verbs of which "dat" may be what was told before: "sindsdien doet dat de gemeente"."""
_COPULAS = ZIJN | WORDEN | {"blijft", "blijven"}


@value
class Clause:
    """Token indices `[start, end)` of a clause in its Doc; `opener` is its subordinator, None for a main clause."""

    start: int
    end: int
    opener: str | None

    @property
    def main(self) -> bool:
        """Whether no subordinator or relative opens it."""
        return self.opener is None


def lower_words(doc: Doc) -> list[str]:
    """The tokens of a Doc in lower case."""
    return tokens_of(doc).lower


def tokens_at(doc: Doc, start: int, end: int) -> Span:
    """The tokens that cover `[start, end)` of a Doc's text, as `Doc.char_span` gives them, without reading all of it.

    >>> from lrtgraph.language import load
    >>> tokens_at(load()("Het COA meldt dit."), 5, 9).text
    'COA meldt'
    """
    first, last = tokens_of(doc).at(start, end)
    return doc[first:last]


def text_of(doc: Doc, start: int, end: int) -> str:
    """The text of the tokens `[start, end)` of a Doc, as `Span.text` gives it, without putting it together anew."""
    return tokens_of(doc).text_of(start, end)


def is_finite(token: Token) -> bool:
    """Whether the token is a finite verb; see `Tokens`."""
    return tokens_of(token.doc).finite[token.i]


def may_be_finite(token: Token) -> bool:
    """Whether the token is a finite verb or may be one: the plural of a verb often looks like its infinitive.

    >>> from lrtgraph.language import load
    >>> doc = load()("COA meldt dit, de CdK's nemen contact op om dit te regelen.")
    >>> [token.text for token in doc if may_be_finite(token)]
    ['meldt', 'nemen']
    """
    if is_finite(token):
        return True
    infinitive = token.pos_ == "VERB" and "Inf" in token.morph.get("VerbForm", [])
    return infinitive and (token.i == 0 or token.nbor(-1).lower_ != "te")


def is_noun_use(doc: Doc, use: Use) -> bool:
    """Whether what looks like a verb is a noun ("heeft afspraken gemaakt", "de besluiten")."""
    tokens, verb = tokens_of(doc), use.verb
    lower, parts = tokens.lower, tokens.parts
    if verb and lower[verb - 1] == "het" and lower[verb + 1 : verb + 2] == ["van"]:
        return True  # "het uitvoeren van de taak"
    if use.form != "finite" or parts[verb] != "NOUN" or verb == 0:
        return False
    if parts[verb - 1] in ("DET", "ADJ"):
        return True
    return any(tokens.finite[doc[verb].sent.start : verb])


def clauses(sentence: Span) -> tuple[Clause, ...]:
    """The clauses of a sentence in order, without gaps; an empty sentence has none.

    >>> from lrtgraph.language import load
    >>> doc = load()("COA meldt dat de brief is verstuurd, en VNG reageert; IPO zwijgt.")
    >>> [(clause.opener, doc[clause.start : clause.end].text) for clause in clauses(doc[:])]
    [(None, 'COA meldt'), ('dat', 'dat de brief is verstuurd,'), (None, 'en VNG reageert;'), (None, 'IPO zwijgt.')]
    """
    doc, begin, stop = sentence.doc, sentence.start, sentence.end
    known: dict[tuple[int, int], tuple[Clause, ...]] = doc.user_data.setdefault(_CLAUSES, {})
    if (begin, stop) not in known:
        known[begin, stop] = _clauses(doc, begin, stop)
    return known[begin, stop]


def _clauses(doc: Doc, begin: int, stop: int) -> tuple[Clause, ...]:
    if begin == stop:
        return ()
    inside, whole = slice(begin, stop), tokens_of(doc)
    tokens = _Words(whole.lower[inside], whole.parts[inside], whole.finite[inside], whole.surface[inside])
    cuts: list[tuple[int, str | None]] = [(0, None)]
    for k in _likely(tokens.lower, tokens.finite):
        opener = _opening(tokens, k, cuts[-1])
        if opener is not _NONE and k > cuts[-1][0]:
            cuts.append((k, opener))
        elif opener is not _NONE and k == 0 and opener is not None:
            cuts[0] = (0, opener)
    then = cuts[1][0] if len(cuts) > 1 and cuts[0][1] is None else 0
    if then and tokens.lower[then] == "dan" and tokens.lower[then - 1] != ":":  # "MBZK: dan is het Rijk aan zet"
        first = tokens.finite[:then]
        if first[0] or not any(first):  # a verb that opens the sentence may be taken for a name
            cuts[0] = (0, "als")  # "Blijft een gemeente in gebreke, dan gaat de provincie over tot …"
    ends = [start for start, _ in cuts[1:]] + [stop - begin]
    return tuple(Clause(begin + start, begin + end, opener) for (start, opener), end in zip(cuts, ends, strict=True))


_NONE = ""  # no clause opens here


class _Words(NamedTuple):
    """The tokens of a sentence: in lower case, their parts of speech, whether finite, and as they stand."""

    lower: list[str]
    parts: list[str]
    finite: list[bool]
    surface: list[str]


def _likely(lower: list[str], finite: list[bool]) -> list[int]:
    """The few tokens at which a clause may open at all: by their own form, the one before or the one behind."""
    around = zip(["", *lower[:-1]], lower, [*lower[1:], ""], finite, strict=True)
    return [
        k
        for k, (before, word, following, verb) in enumerate(around)
        if verb or word in _OPENERS or before in MARKS or following in _ASKED
    ]


def _opening(tokens: _Words, k: int, current: tuple[int, str | None]) -> str | None:
    """The opener of the clause that begins at token `k`: a word, None for a main clause, _NONE where none begins."""
    lower = tokens.lower
    word, before = lower[k], lower[k - 1] if k else ""
    if before in (";", ":") or (k and before == "." and k < len(lower) - 1 and tokens.surface[k].istitle()):
        return word if word in SUBORDINATORS else None
    if before == "," and word == "dan" and tokens.parts[k + 1 : k + 2] in (["VERB"], ["AUX"]):
        return None  # "Mocht de wet vervallen, dan komt …"; of "dan beslist" the form may be taken for a participle
    if word == current[1] == "dat" and before in _COORDINATORS:
        return word  # "dat de provincies toezien en dat BZK evalueert"
    return _subordinator(tokens, k, current[0]) or _main(tokens, k, current)


def _subordinator(tokens: _Words, k: int, start: int) -> str:
    """The word that opens a subordinate or relative clause at token `k`, _NONE where none does.

    `start` is where the clause begins that it would end.
    """
    lower, parts, finite, _ = tokens
    word, before = lower[k], lower[k - 1] if k else ""
    following = lower[k + 1] if k + 1 < len(lower) else ""
    if before == "," and word == "ook" and following == "al":
        return "al"  # "…, ook al was daar sprake van"
    if word == "dat" and k - 1 == start and before in _COPULAS:
        return _NONE  # "Als de wet in werking treedt, wordt dat het college van B&W"
    if word in SUBORDINATORS and not (word == "mocht" and k and before != "," and not before.endswith(".")):
        return _NONE if word == "dat" and _determines(tokens, k) and before != "," else word
    if before == "," and word in _RELATIVE:
        return word
    if k and parts[k] == "ADP" and following in _ASKED:
        return following  # "tot wie gemeenten zich kunnen richten"
    if word == "waar" and k and parts[k - 1] == "NOUN":
        return word  # "gemeenten waar de koppeling stagneert"
    if word == "die" and k and parts[k] == "PRON" and parts[k - 1] in ("NOUN", "PROPN", "NUM"):
        return word
    asked = before in words("asking") or before in ("", ",") or (word in _INDIRECT and parts[k] != "ADV")
    if word == "als" and _poses(tokens, k):
        return _NONE
    if word in _SOMETIMES and parts[k] in ("SCONJ", "PRON", "ADV") and asked:
        return word if word != "of" or before != "" else _NONE
    if word == "of" and k and finite[k - 1] and any(finite[k + 1 :]) and finite[k + 1 : k + 2] != [True]:
        return word  # "dat JenV bekijkt of de looptijd kan worden aangepast", "Gevraagd wordt of JenV optreedt"
    if word == "of" and any(finite[start:k]) and parts[k - 1] in ("ADP", "ADV") and _ends_in_verbs(tokens, k):
        return word  # "BZK zoekt uit of de bonus kan doorlopen", "toetst niet of Ede aan de wet voldoet"
    if word == "als" and k and before != "zowel" and any(finite[start:k]) and _verb_final(tokens, k):
        return word  # "De provincies grijpen in als gemeenten de taakstelling niet halen"
    return word if word == "om" and "te" in lower[k + 1 : k + 20] else _NONE


def _poses(tokens: _Words, k: int) -> bool:
    """Whether "als" only says what the subject acts as: "Als toezichthouder schrijft de provincie …"."""
    parts, finite = tokens.parts, tokens.finite
    noun = next((j for j in range(k + 1, min(k + 4, len(parts))) if parts[j] in ("NOUN", "PROPN")), None)
    if noun is None or any(part not in ("DET", "ADJ") for part in parts[k + 1 : noun]):
        return False
    return finite[noun + 1 : noun + 2] == [True] and parts[noun + 2 : noun + 3] in (["PRON"], ["DET"], ["PROPN"])


def _main(tokens: _Words, k: int, current: tuple[int, str | None]) -> str | None:
    """Whether a clause that no subordinator opens begins at token `k`, behind one that has its verb.

    None for a main clause, the current opener where it is coordinated with a subordinate one, _NONE where none begins.
    """
    lower, parts, finite, _ = tokens
    word, before = lower[k], lower[k - 1] if k else ""
    start, opener = current
    leads = finite[k + 1 : k + 2] == [True]
    if before == "," and (word == "aldus" or (word == "zo" and leads)):
        inserted = "," in lower[k + 1 : k + 9]  # "…, aldus de minister, is aan …"
        return _NONE if inserted else None
    if not any(finite[start:k]):
        return None if opener == "om" and _goes_on(tokens, start, k) else _NONE
    if word == "en" and _ends_in_infinitive(tokens, start, k):
        return _NONE
    if word in _COORDINATORS and not (finite[k - 1] and leads) and _brings_verb(tokens, k):
        return opener if word == "en" and before != "," and _verb_final(tokens, k) else None
    if opener in SUBORDINATORS and finite[k] and start == 0 and parts[k - 1] in VERBAL and k + 2 < len(lower):
        return None  # "Zolang de wet niet is aangenomen blijft …"
    if before != ",":
        return _NONE
    if opener is None and leads and word in words("succession"):
        return None  # "Tot 1 juli voerde de VR dit uit, sindsdien doen gemeenten dat"
    if opener is not None and finite[k]:
        return None
    if opener in _RELATIVE and k >= 2 and parts[k - 2] in VERBAL:
        return None
    if opener is None and leads and parts[k] == "NOUN" and not finite[k - 2]:
        return None  # "…, gemeenten zijn verantwoordelijk"
    if opener is None and parts[k] in ("PROPN", "PRON", "DET") and _brings_verb(tokens, k, reach=6):
        return None
    return _NONE


def _ends_in_infinitive(tokens: _Words, start: int, k: int) -> bool:
    """Whether a plural form behind "en" and one name, which cannot be its subject, is the infinitive of the verb
    before: "COA laat aan VNG en IPO weten welke …".
    """
    lower, parts, finite, _ = tokens
    name = k + 2 if parts[k + 1 : k + 2] == ["DET"] else k + 1
    alone = parts[name : name + 1] == ["PROPN"] and finite[name + 1 : name + 2] == [True]
    if not alone or not lower[name + 1].endswith("n") or lower[name + 1] in words("bare_infinitive"):
        return False
    return any(finite[j] and lower[j] in MODAL | words("bare_infinitive", "shall") for j in range(start, k))


def _goes_on(tokens: _Words, start: int, k: int) -> bool:
    """Whether behind an infinitive that "om" opened a coordinated main clause begins at token `k`, and no other
    infinitive: "VNG vraagt om de wet toe te passen en IPO zegt …".
    """
    lower, finite = tokens.lower, tokens.finite
    if lower[k] not in _COORDINATORS or "te" not in lower[start:k] or not _brings_verb(tokens, k):
        return False
    verb = next(j for j in range(k + 1, len(lower)) if finite[j])
    return verb > k + 1 and "te" not in lower[k:verb]


def _determines(tokens: _Words, k: int) -> bool:
    """Whether "dat" is a determiner or pronoun ("dat toezicht", "Dat vindt zij")."""
    lower, parts, finite, _ = tokens
    if k and parts[k - 1] == "VERB" and lower[k + 1 : k + 2] in (["de"], ["het"]) and lower[k - 1] not in _RESUMING:
        return False  # "becijfert dat de lasten een veelvoud bedragen", of which the verb may be misread
    if not any(part in VERBAL for part in parts[k + 1 :]):
        passive = k > 0 and lower[k - 1] in WORDEN and any(part in ("VERB", "ADJ") for part in parts[: k - 1])
        return not (passive and parts[k] == "SCONJ")  # misread: the verb of "Besloten wordt dat DGVB … opent"
    if k and (parts[k - 1] in VERBAL or lower[k - 1] in words("announcing")):
        return False
    if parts[k] in ("DET", "PRON"):
        return True
    return k == 0 and len(lower) > 1 and (finite[1] or parts[1] in ("NOUN", "ADJ"))


def _brings_verb(tokens: _Words, k: int, reach: int = 40) -> bool:
    """Whether a finite verb follows before the next boundary."""
    for word, finite in zip(tokens.lower[k + 1 : k + 1 + reach], tokens.finite[k + 1 : k + 1 + reach], strict=True):
        if word in (";", ":", ",") or word in SUBORDINATORS:
            return False
        if finite:
            return True
    return False


def _ends_in_verbs(tokens: _Words, k: int) -> bool:
    """Whether what token `k` opens has no verb but those at its end, before the next sign."""
    stop = next((j for j in range(k + 1, len(tokens.lower)) if tokens.lower[j] in MARKS), len(tokens.lower))
    first = next((j for j in range(k + 1, stop) if tokens.finite[j]), k)
    return first > k + 2 and all(part in VERBAL for part in tokens.parts[first:stop])


def _verb_final(tokens: _Words, k: int) -> bool:
    """Whether the coordinated clause has its finite verb at its end, as a subordinate clause has."""
    stop = next((j for j in range(k + 1, len(tokens.lower)) if tokens.lower[j] in ";:,."), len(tokens.lower))
    places = [j for j in range(k + 1, stop) if tokens.finite[j]]
    return bool(places) and places[0] >= stop - 2 and places[0] > k + 2
