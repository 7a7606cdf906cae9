"""A block as the rules for statements read it: lower-case words, sentences, and who is named where."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from lrtgraph.dutch.abbreviations import abbreviations
from lrtgraph.extraction.grammar.exceptions import contrasts, exceptions
from lrtgraph.extraction.grammar.lexicon import FUTURE, HEBBEN, MODAL, WORDEN, ZIJN, words
from lrtgraph.extraction.grammar.tokens import VERBAL, Tokens, tokens_of
from lrtgraph.extraction.statements.sentence.groups import Group, groups_in
from lrtgraph.extraction.statements.speech.lexicon import final_forms, finite_forms

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from lrtgraph.extraction.statements.sentence.syntax import MainClause
    from lrtgraph.records import Mention

_AMBIGUOUS = frozenset({"worden", "zijn", "hebben"})  # finite or infinitive
_AUXILIARIES = (WORDEN | ZIJN | HEBBEN | MODAL | FUTURE) - _AMBIGUOUS  # finite whatever the tagger says
ARROWS = frozenset({"→", "⇒", "➔", "->", "=>"})  # in telegram style: what somebody says to it
_ABBREVIATED = frozenset(word[:-1] for word in abbreviations().all)


@dataclass(frozen=True, slots=True)
class Passage:
    """One block: words in lower case, whether each is a finite verb, sentences and groups as token ranges.

    `excepted` are the tokens that take somebody out of a group ("behalve VNG"), who is in no group himself; `parts` are
    the parts of speech; `clauses` holds the main clauses found so far by their stretch of tokens.
    """

    doc: Doc
    words: tuple[str, ...]
    finite: tuple[bool, ...]
    sentences: tuple[tuple[int, int], ...]
    groups: tuple[Group, ...]
    excepted: frozenset[int] = frozenset()
    parts: list[str] = field(init=False, repr=False, compare=False)
    clauses: dict[tuple[int, int], MainClause] = field(default_factory=dict, init=False, repr=False, compare=False)
    _by_token: dict[int, Group] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_token = {token: group for group in self.groups for token in range(group.start, group.end)}
        object.__setattr__(self, "_by_token", by_token)
        object.__setattr__(self, "parts", tokens_of(self.doc).parts)

    def at(self, token: int) -> Group | None:
        """The group that covers a token."""
        return self._by_token.get(token)

    def starting(self, token: int) -> Group | None:
        """The group that starts at a token."""
        group = self._by_token.get(token)
        return group if group is not None and group.start == token else None

    def ending(self, end: int) -> Group | None:
        """The group whose last token is just before `end`."""
        group = self._by_token.get(end - 1)
        return group if group is not None and group.end == end else None

    def within(self, start: int, end: int) -> list[Group]:
        """The groups that lie in a token range."""
        return [group for group in self.groups if start <= group.start and group.end <= end]

    def naming(self, group: Group) -> frozenset[int]:
        """The tokens of a group but those that deny what is told of it: "IPO noch VNG steunt dit"."""
        return frozenset(k for k in range(group.start, group.end) if self.words[k] != "noch")

    def sentence_at(self, token: int) -> tuple[int, int]:
        """The sentence in which a token stands."""
        return next(one for one in self.sentences if one[0] <= token < one[1])

    def is_participle(self, token: int) -> bool:
        """Whether a token is a participle, by its morphology."""
        return "Part" in self.doc[token].morph.get("VerbForm", [])

    def chars(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the block's text of a non-empty token range, without a comma at its end."""
        tokens = tokens_of(self.doc)
        comma = end - start > 1 and self.words[end - 1] == ","
        return tokens.starts[start], tokens.ends[end - 1 - comma]


def read_passage(
    doc: Doc,
    mentions: Sequence[Mention],
    seat: Callable[[str], str],
    is_actor: Callable[[str], bool],
    known: Container[str],
    lines: frozenset[int] = frozenset(),
) -> Passage:
    """A block's passage from its parsed text and the mentions in it.

    `seat` gives the seat behind a person, `is_actor` whether a concept can speak, `known` has all concepts that are
    listed, `lines` the offsets in the block's text at which a line of the document begins.
    """
    tokens = tokens_of(doc)
    lower = tuple(map(_plain, tokens.surface))
    groups = groups_in(tokens, lower, mentions, seat, is_actor, known)
    inside = {k for group in groups for k in range(group.start, group.end)}
    beside = {group.end for group in groups} | {group.start - 1 for group in groups}
    several = (group for group in groups if len(group.persons) > 1 or len(group.concepts) > 1)
    beside |= {group.end + 1 for group in several if lower[group.end : group.end + 1] == (":",)}  # "A en B: Delen dit."
    finite = tuple(
        (verb or word in _verbal()) and k not in inside and _finite(doc, tokens, lower, k, k in beside)
        for k, (word, verb) in enumerate(zip(lower, tokens.finite, strict=True))
    )
    excepted = _excepted(tokens, groups)
    included = tuple(group for group in groups if group.name not in excepted)
    return Passage(doc, lower, finite, _sentences(doc, tokens, lower, groups, lines), included, excepted)


def _excepted(tokens: Tokens, groups: Sequence[Group]) -> frozenset[int]:
    """The tokens of phrases that take some groups out of what is told: "op VNG na", "niet VNG maar" IPO."""
    names = [(group.name, group.end) for group in groups]
    return frozenset(k for phrase in (*exceptions(tokens, names), *contrasts(tokens, names)) for k in phrase)


def _plain(text: str) -> str:
    """A word in lower case, without the full stop that the tokeniser took for part of an abbreviation ("VB.")."""
    if not text.endswith("."):
        return text.lower()
    bare = text[:-1]
    if not bare.isalpha() or bare.lower() in words("speaker_title") or bare.lower() in _ABBREVIATED:
        return text.lower()
    return bare.lower() if len(bare) > 2 or (len(bare) == 2 and bare.isupper()) else text.lower()


@cache
def _verbal() -> frozenset[str]:
    """The words that may be finite verbs whatever the tagger says."""
    return finite_forms() | final_forms() | _AUXILIARIES | _AMBIGUOUS | {"uit"}


def _finite(doc: Doc, tokens: Tokens, lower: Sequence[str], k: int, named: bool) -> bool:
    """A finite verb by form, by morphology, or by standing right beside a speaker, which `named` says."""
    word = lower[k]
    if word in words("never_verb"):
        return word == "uit" and k > 1 and not words("possessive").isdisjoint(lower[k + 1 : k + 4])
    if k and lower[k - 1] == "te" and word.endswith("n"):
        return False  # "na te gaan"
    if word in _AUXILIARIES or tokens.finite[k]:
        return True
    if word in final_forms():
        return tokens.parts[k] == "VERB"
    named = named or lower[k - 1] == "laatstgenoemde"
    if word in _AMBIGUOUS:
        return named
    if word not in finite_forms():
        return False
    parts = tokens.parts
    part = parts[k]
    before = lower[k - 1] if k else ""
    if word.endswith("en"):
        following = lower[k + 1] if k + 1 < len(lower) else ""
        goes_on = before in ("en", "maar", "doch", "–", "-") and following in words("verb_follower")
        return goes_on or (named and before not in words("via"))
    if part in VERBAL and not doc[k].morph.get("VerbForm", []):
        return True
    if word.endswith(("t", "de", "te")) and len(word) > 3 and not word.startswith("ge"):
        noun = part in ("NOUN", "PROPN", "ADJ") and k > 0 and parts[k - 1] in ("DET", "ADJ", "ADP", "NUM")
        article = before in words("noun_opener") and before not in ("dat", "dit", "die")
        return not article and (named or not noun)
    return named


def _closes_variant(texts: Sequence[str], group: Group) -> bool:
    """Whether a letter with a full stop before a name ends a sentence: no initial stands before an organisation.

    "IPO is tegen variant C. VNG is voor.", "… voelt niets voor C. Ede hamert op B."; not "Dank aan A. Bos".
    """
    before = texts[group.start - 1]
    return len(before) == 2 and before[0].isupper() and before[1] == "." and group.start > 1 and not group.persons


def _sentences(
    doc: Doc, tokens: Tokens, lower: Sequence[str], groups: Sequence[Group], lines: frozenset[int]
) -> tuple[tuple[int, int], ...]:
    """The sentences, cut also where a label or a capitalised opener shows that a full stop was forgotten."""
    texts = tokens.surface
    starts = {0, *(k for k, mark in enumerate(doc.to_array("SENT_START").tolist()) if mark == 1)}
    for group in groups:
        opens = group.start and lower[group.end : group.end + 1] == (":",) and tokens.starts[group.start] in lines
        if opens and lower[group.start - 1] not in words("act_noun"):  # "… Voorstel" / "VNG: …"
            starts.add(group.start)
        if group.start and (texts[group.start - 1] == "." or _closes_variant(texts, group)):
            starts.add(group.start)
    for k in range(1, len(lower)):
        if not texts[k][:1].isupper():
            continue
        before = texts[k - 1]
        if lower[k] in words("sentence_opener") and before[-1:].islower() and not before[:1].isupper():
            starts.add(k)
        if before.endswith(".") and before.lower() != lower[k - 1]:
            starts.add(k)
    labels = {group.end for group in groups if group.start in starts}  # "DGM → PRT's zijn aan zet"
    starts |= {k + 1 for k in range(1, len(lower)) if lower[k] in ARROWS and k not in labels}
    ends = {*starts, len(lower)}
    for group in groups:
        inside = lower[group.start] != "("
        first, end = group.start - inside, group.end + inside
        if first > 0 and lower[first] == "(" and lower[end - 1 : end] == (")",) and ends & {end, end + 1}:
            starts -= {first, group.start, group.name}  # "Wie bewaakt dat kader? (Aedes)"
    ordered = sorted(start for start in starts | {0} if start < len(lower))
    return tuple(zip(ordered, [*ordered[1:], len(lower)], strict=True))
