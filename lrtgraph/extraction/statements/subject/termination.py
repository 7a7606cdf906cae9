"""What a stretch of text tells to end or fail: "de HAR stopt per 1 januari", "het intrekken van de wet", "Afbouw HAR".

Verbs and nouns of ending are those of `data/word_classes.csv` (`ending`, `ending_noun`); all forms of a verb count,
also where its particle stands apart ("trekt de wet in").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal

from lrtgraph.dutch.conjugation import conjugation
from lrtgraph.extraction.grammar.lexicon import FUTURE, HEBBEN, MODAL, WORDEN, ZIJN, words
from lrtgraph.extraction.grammar.tokens import MODIFIERS, PARTING, STOPS, VERBAL, phrase_start, tokens_of
from lrtgraph.extraction.statements.subject.anaphora import pointed
from lrtgraph.value import value

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading
    from lrtgraph.extraction.grammar.tokens import Tokens

Fate = Literal["named", "ends", "ended", "kept", "spared"]
"""What is told of a name: nothing of an end, its end, that by the main verb of a sentence ("wil de wet intrekken"),
that it does not end, or that by the main verb ("wil de wet niet intrekken")."""

_BEHIND: Final = 10
"""Tokens behind a name among which its end may be told: "de HAR met ingang van 1 mei af te schaffen"."""
_JOINING: Final = frozenset({"van", "met"})
_STOPPING: Final = frozenset({"stoppen", "ophouden"})  # verbs that take what ends with "met"
_HELPING: Final = WORDEN | ZIJN | HEBBEN | MODAL | FUTURE | {"laat", "laten"}
_OPENING: Final = frozenset({"dat", "die", "om", ",", ":"})
_UNABLE: Final = frozenset({"kan", "kunnen", "kon", "konden", "mag", "mogen", "wordt", "worden", "is", "zijn"})
_WANTED: Final = frozenset({"wil", "willen", "wilde", "wilden", "moet", "moeten", "te"})
_LABELS: Final = frozenset({":", "-", "–", "("})


@value
class Verbs:
    """The forms of verbs: infinitives and participles, finite forms with their particle in front, and those without,
    each with the particles that close its clause ("" for a verb that has none)."""

    infinitives: frozenset[str]
    participles: frozenset[str]
    final: frozenset[str]
    parted: Mapping[str, frozenset[str]]
    whole: frozenset[str]
    """All but those without their particle."""

    def stand_parted(self, inside: Sequence[str]) -> bool:
        """Whether a finite form and its particle are among some words."""
        return any(not self.parted[word].isdisjoint(inside) for word in inside if word in self.parted)


@cache
def verbs(names: frozenset[str] | None = None) -> Verbs:
    """The verbs of ending, or of some infinitives; a bar marks a particle ("in|trekken")."""
    infinitives: set[str] = set()
    participles: set[str] = set()
    final: set[str] = set()
    parted: dict[str, set[str]] = {}
    for name in words("ending") if names is None else names:
        particle, _, head = name.rpartition("|")
        verb = conjugation(head)
        infinitives.add(particle + head)
        participles.update(particle + form for form in verb.participles)
        final.update(particle + form for form in verb.finite - {head})
        for form in verb.finite:
            parted.setdefault(form, set()).add(particle)
    alone = {form: frozenset(particles) for form, particles in parted.items()}
    whole = frozenset(infinitives | participles | final)
    return Verbs(frozenset(infinitives), frozenset(participles), frozenset(final), alone, whole)


@cache
def ending_nouns() -> frozenset[str]:
    """What names an end: "intrekking", and infinitives as nouns."""
    return words("ending_noun") | verbs().infinitives


@cache
def _endings() -> frozenset[str]:
    known = verbs()
    return ending_nouns() | known.participles | known.final | known.parted.keys()


@cache
def _telling() -> frozenset[str]:
    """Without one of these, nothing is told of a name."""
    return _endings() | words("preserving") | {"af"}


@cache
def _failing() -> frozenset[str]:
    known = verbs()
    return words("setback") | ending_nouns() | known.participles | known.final


def fates(
    reading: Reading, block: int, first: int, last: int, meant: Sequence[str] = (), *, judged: bool = False
) -> list[tuple[str, Fate]]:
    """The instruments named among tokens `[first, last)` of a block, with what is told of each, in order.

    A bare noun ("de wet") counts where it stands for one of those `meant`. Where they are `judged`, a negation of the
    judgement denies no end: who is "geen voorstander van intrekking" tells of one.
    """
    tokens = tokens_of(reading.docs[block])
    named = _whole_names(tokens, list(instruments(reading, block, first, last)))
    if _telling().isdisjoint(tokens.lower[first:last]):
        return [(concept, "named") for _, _, concept in named]
    if meant:
        bare = instruments(reading, block, first, last, meant)
        named = sorted((*named, *(one for one in bare if not _is_another(tokens, one, named))))
    found: list[tuple[str, Fate]] = []
    for at, (start, end, concept) in enumerate(named):
        stop = named[at + 1][0] if at + 1 < len(named) else last
        found.append((concept, _fate(tokens, (start, end), first, stop, judged=judged)))
    return found


def _whole_names(tokens: Tokens, named: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The same names, one with its short form behind it as one: "de Hotel- en Accommodatieregeling (HAR)"."""
    found: list[tuple[int, int, str]] = []
    for start, end, concept in named:
        short = start > 0 and tokens.lower[start - 1] == "(" and tokens.lower[end : end + 1] == [")"]
        if short and found and found[-1][1:] == (start - 1, concept):
            found[-1] = (found[-1][0], end + 1, concept)
        else:
            found.append((start, end, concept))
    return found


def instruments(
    reading: Reading, block: int, first: int, last: int, meant: Sequence[str] = ()
) -> Iterator[tuple[int, int, str]]:
    """The tokens of names of instruments, or of the nouns that stand for one of those `meant`, with the concept."""
    tokens = tokens_of(reading.docs[block])
    if first >= last:
        return
    if not meant:
        for mention in reading.mentions_in(block, tokens.starts[first], tokens.ends[last - 1]):
            if reading.is_instrument(mention.concept):
                yield (*tokens.at(mention.block_start, mention.block_end), mention.concept)
        return
    for k in range(first, last):
        if tokens.parts[k] == "NOUN" and tokens.lower[k] not in ending_nouns():
            stands_for = pointed(reading, [(block, tokens.starts[k], tokens.ends[k])], meant)
            for concept in (*stands_for[0], *stands_for[1]):
                if concept in meant:
                    yield k, k + 1, concept


def _is_another(tokens: Tokens, bare: tuple[int, int, str], named: Sequence[tuple[int, int, str]]) -> bool:
    """ "de oude regeling", and with the name of a new one in its sentence "de huidige regeling"."""
    first, last, concept = bare
    adjective = tokens.lower[first - 1] if first else ""
    if adjective not in words("present"):
        return adjective in words("former")
    beside = (tokens.lower[min(last, one[1]) : max(first, one[0])] for one in named if one[2] == concept)
    return any("." not in between for between in beside)


def _fate(tokens: Tokens, name: tuple[int, int], start: int, stop: int, *, judged: bool) -> Fate:
    """What is told of the name at some tokens between `start` and `stop`."""
    lower, (first, last) = tokens.lower, name
    k = first - 1
    while k > start and tokens.parts[k] in MODIFIERS and lower[k] not in ending_nouns():
        k -= 1
    if rid := _got_rid_of(tokens, k, last, start, stop):
        return rid
    noun = k - 1 if k > start and lower[k] in _JOINING else k
    if noun < k and lower[noun] in words("preserving"):
        return "named" if denied(tokens, start, noun, noun - start) else "kept"
    stopped = lower[k] == "met" and "" in verbs(_STOPPING).parted.get(lower[noun], ())  # "dat COA stopt met de HAR"
    if judged and _is_measure(tokens, noun, start):
        return "named"
    if noun >= start and (stopped or lower[noun] in ending_nouns()) and (noun < k or k == first - 1):
        undone = not words("undone").isdisjoint(lower[last:stop])
        first_denying = behind_judgement(tokens, start, noun) if judged else start
        return "kept" if undone or denied(tokens, first_denying, noun) else "ends"
    if last + 1 < stop and lower[last] in _LABELS and lower[last + 1] in words("ending_noun"):
        return "ends"  # "Spreidingswet: intrekking"
    known = verbs()
    particle = k > start and tokens.finite[k - 1]  # "stelt voor de HAR te beëindigen"
    if k >= start and tokens.parts[k] == "ADP" and lower[k] != "om" and not particle:
        if lower[k] != "met":
            return "named"  # "de voorrang in de wet te schrappen"
        known = verbs(_STOPPING)
    return _verbal_fate(tokens, range(max(k, start), last), start, stop, known)


def _is_measure(tokens: Tokens, noun: int, start: int) -> bool:
    """Whether a noun only measures what is judged: "acht aanwijzen strijdig met de aangekondigde intrekking"."""
    before = next((k for k in range(noun - 1, start, -1) if tokens.parts[k] in ("ADP", "NOUN")), start)
    return before > start and tokens.lower[before] in ("met", "op") and tokens.lower[before - 1] in words("conflict")


def _got_rid_of(tokens: Tokens, van: int, last: int, start: int, stop: int) -> Fate | None:
    """ "wil van de HAR af", "moet af van de HAR"; not "wil van de nadelen van de HAR af"; `last` is behind the name."""
    lower = tokens.lower
    if van < start or lower[van] != "van":
        return None
    begin = next((n + 1 for n in range(van, start, -1) if tokens.parts[n] in PARTING), start)
    end = next((n for n in range(last, stop) if tokens.parts[n] in PARTING), stop)
    noun = phrase_start(tokens, van - 1, begin) if tokens.parts[van - 1] == "NOUN" else van
    behind = next((n for n in range(last, end) if lower[n] == "af"), None)
    closes = behind is not None and _WANTED.issuperset(word for word in lower[behind + 1 : end] if word.isalnum())
    inside, part = lower[begin:end], "van" in lower[max(begin, noun - 1) : noun]
    if part or not (closes or lower[van - 1] == "af") or _WANTED.isdisjoint(inside):
        return None
    return "ends" if words("denying").isdisjoint(inside) else "spared"


def _verbal_fate(tokens: Tokens, name: range, start: int, stop: int, known: Verbs) -> Fate:
    """What a verb tells of a name; `name` begins with the word before it and its determiners."""
    lower, k, last = tokens.lower, name.start, name.stop
    end = next((n for n in range(last, stop) if tokens.parts[n] in PARTING or lower[n] in ("die", "dat")), stop)
    before = next((n + 1 for n in range(k, start, -1) if tokens.parts[n] in PARTING), start)
    main = before == start or (tokens.parts[before - 1] == "CCONJ" and tokens.finite[before])
    told: Fate = "ended" if main and "te" not in lower[before:end] else "ends"
    free = told == "ended" and _UNABLE.isdisjoint(lower[start:end])
    kept: Fate = "spared" if free else "kept"
    if _parted(tokens, k, last, end, known):
        return kept if denied(tokens, before, end, end - before) else told
    found = any(_verbal(tokens, n, before, end, known) for n in range(last, min(end, last + _BEHIND)))
    if not found:
        return "named"
    return kept if denied(tokens, last, end, end - last) else told


def _verbal(tokens: Tokens, k: int, start: int, end: int, known: Verbs) -> bool:
    """ "in te trekken", "wordt ingetrokken", "wil intrekken", "eindigt", "loopt op 1 mei af"."""
    lower = tokens.lower
    if lower[k - 1] == "te":
        return lower[k] in known.infinitives or lower[k - 2] + lower[k] in known.infinitives
    if lower[k - 1] in words("noun_opener"):
        return False  # "de afgelopen maanden"
    if lower[k] in known.final:
        return tokens.parts[k] in VERBAL  # "na afloop"
    if lower[k] in known.infinitives or lower[k] in known.participles:
        return not _HELPING.isdisjoint(lower[start:end])
    return _parted(tokens, k, k + 1, end, known)


def _parted(tokens: Tokens, k: int, behind: int, end: int, known: Verbs) -> bool:
    """Whether a verb of ending stands at a token, without a particle or with it at the end of its clause."""
    particles = known.parted.get(tokens.lower[k])
    if particles is None:
        return False
    if "" in particles:
        return tokens.parts[k] in VERBAL
    last = next((n for n in range(end - 1, behind - 1, -1) if tokens.lower[n][:1].isalnum()), behind)
    return behind <= last < end and tokens.lower[last] in particles


def prolonged(tokens: Tokens, first: int, last: int) -> bool:
    """Whether tokens tell that something goes on, and no end of it behind that: "loopt af en wordt verlengd"."""
    lower = tokens.lower
    for k in range(last - 1, first - 1, -1):
        if lower[k] in _endings():
            return False
        if lower[k] in _goings_on():
            start = next((n + 1 for n in range(k, first - 1, -1) if tokens.parts[n] in PARTING), first)
            stop = next((n for n in range(k, last) if tokens.parts[n] in PARTING), last)
            return words("denying").isdisjoint(lower[start:stop])
    return False


@cache
def _goings_on() -> frozenset[str]:
    return words("prolongation") | verbs(words("prolonging")).whole


def denied(tokens: Tokens, start: int, k: int, reach: int = 3) -> bool:
    """ "niet in te trekken", "geen uitstel": a negation among the `reach` tokens before one."""
    return not words("denying").isdisjoint(tokens.lower[max(start, k - reach) : k])


def behind_judgement(tokens: Tokens, start: int, noun: int) -> int:
    """Where a phrase begins that is itself judged in a main clause: behind "geen voorstander van", "wil geen".

    `start` where the phrase may be denied itself: "is blij dat er geen sprake van intrekking is", "het niet intrekken".
    """
    before = tokens.lower[start:noun]
    if not _OPENING.isdisjoint(before):
        return start
    governed = next((k + 1 for k in range(noun - 1, start, -1) if tokens.parts[k] == "ADP"), start)
    return noun if governed == start and "geen" in before else governed


def befalls(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a sentence among tokens tells of a lack, a delay or a failure, or that something is not done.

    That may be bad for a thing; not so what does not end or fail ("wordt niet geschorst", "niet alleen").
    """
    begins = [first, *(k + 1 for k in range(first, last) if tokens.lower[k] in STOPS)]
    sentences = (tokens.lower[start:stop] for start, stop in zip(begins, [*begins[1:], last], strict=True))
    return any(map(_befalls, sentences))


def _befalls(sentence: Sequence[str]) -> bool:
    over = not ending_nouns().isdisjoint(sentence) and not words("undone").isdisjoint(sentence)
    if over or not words("former", "present").isdisjoint(sentence):
        return False  # an end that does not come, or what makes room for something new
    failed = verbs().stand_parted(sentence) or not _failing().isdisjoint(sentence)
    after = pairwise((*sentence, "")) if not words("denying").isdisjoint(sentence) else ()
    denied = any(word in words("denying") and following not in words("only") for word, following in after)
    against = "motie" in sentence and ("motie", "tegen") in pairwise(sentence)
    return against or failed != denied


def lacking(tokens: Tokens, name: range, start: int) -> bool:
    """Whether it is the lack or delay of what a name stands for that is spoken of: "te weinig X", "tekort aan X"."""
    k = phrase_start(tokens, name.start, start) - 1
    governed = k >= start and tokens.parts[k] == "ADP"  # "staat achter de HAR"
    if not words("setback").isdisjoint(tokens.lower[max(start, k + governed) : name.start]):
        return True
    governs = governed and k > start and tokens.parts[k - 1] == "NOUN"
    return governs and tokens.lower[k - 1] in words("setback")
