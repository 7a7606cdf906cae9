"""A clause of a sentence that tells outright what came of a thing, with its tokens and actors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lrtgraph.dutch.dates import find_dates
from lrtgraph.extraction.grammar.arguments import BARE, GENITIVE, Argument
from lrtgraph.extraction.grammar.clauses import text_of
from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.grammar.outright import Outright
from lrtgraph.extraction.grammar.predicates import Predicate, Use
from lrtgraph.extraction.grammar.tokens import Tokens
from lrtgraph.extraction.outcomes.terms.timing import lies_behind, told_deadline
from lrtgraph.extraction.outcomes.terms.wording import reference_day

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from lrtgraph.extraction.context import Reading

_LONG = 10
"""Letters of a compound."""
_BEFORE_DAY = frozenset({"op", "in", "per", "eind", "begin", "medio"})
_LONGEST_DAY = 6
"""Words of a day, with what stands before it and a comma behind."""


@dataclass(frozen=True, slots=True)
class Told:
    """One clause that tells outright: its block, tokens and actors."""

    reading: Reading
    index: int
    clause: Outright
    tokens: Tokens
    said: tuple[Argument, ...]

    @property
    def doc(self) -> Doc:
        return self.reading.docs[self.index]

    @property
    def start(self) -> int:
        """Where the clause begins in the block's text."""
        return self.tokens.starts[self.clause.start]

    @property
    def opening(self) -> int:
        """Where the clause begins with what it is told of."""
        return self.tokens.starts[self.clause.first]

    @property
    def text(self) -> str:
        return text_of(self.doc, self.clause.start, self.clause.end)

    def days(self) -> list[range]:
        """Where in the block's text the days that it names stand."""
        return [range(day.start + self.start, day.end + self.start) for day in find_dates(self.text)]

    def finite(self, *others: int) -> set[str]:
        """The finite verbs but for those at `others`, in lower case."""
        inside = range(self.clause.start, self.clause.end)
        found = (k for k in inside if self.tokens.finite[k] and k not in others)
        return {self.tokens.lower[k] for k in found if self.tokens.lower[max(0, k - 1)] != "te"}  # "te laat"

    def state_verbs(self) -> set[str]:
        """The finite verbs without what is taken for one: a compound in -en, beside others a participle in -e."""
        told = {word for word in self.finite() if len(word) < _LONG or not word.endswith("en")}
        return {word for word in told if not word.endswith("e")} or told

    def uses(self, verbs: Sequence[Predicate]) -> Iterator[Use]:
        """Where one of the verbs stands that is no infinitive."""
        tokens = self.tokens
        for use in (use for verb in verbs for use in verb.uses(tokens.lower, self.clause.start, self.clause.end)):
            is_noun = use.form == "finite" and tokens.parts[use.verb] == "NOUN"  # "uitstel"
            if use.form != "infinitive" and not is_noun:
                yield use

    def within(self, first: int, end: int) -> list[int]:
        """The tokens of a stretch of the clause's text."""
        return list(range(*self.tokens.at(self.start + first, self.start + end)))

    def denies(self, first: int, end: int) -> bool:
        """Whether a word that denies is among the tokens `[first, end)`, and not only a day."""
        lower = self.tokens.lower
        return any(lower[k] in words("negation") and not is_only_later(lower[k + 1 :]) for k in range(first, end))

    def actors(self, *markers: str) -> tuple[str, ...]:
        """Who stands behind one of these prepositions."""
        aside = self.clause.aside
        said = (a for a in self.said if a.marker in markers and not a.denied and a.first not in aside)
        told = (one for a in said for one in a.concepts)
        return tuple(dict.fromkeys(told))

    def meant_to(self) -> tuple[str, ...]:
        """Who was to do it, as the clause in between says: "de brief, die VNG zou sturen, is er"."""
        aside = self.clause.aside
        if not is_only_meant(self.tokens, aside) or self.tokens.lower[aside.start] not in words("relative"):
            return ()
        told = (one for a in self.said if a.marker == BARE and a.first in aside for one in a.concepts)
        return tuple(dict.fromkeys(told))

    def whose(self, thing: int) -> tuple[str, ...]:
        """Whose a thing is that is told of: "de lijst van COA"."""
        return tuple(one for a in self.said if a.marker == GENITIVE and a.first == thing + 1 for one in a.concepts)

    def with_whom(self, thing: int) -> tuple[str, ...]:
        """With whom a gathering is that is told of: "het gesprek met COA"."""
        return tuple(one for a in self.said if a.marker == "met" and a.first == thing + 1 for one in a.concepts)

    def is_ahead(self) -> bool:
        """Whether it names a term that is nearer ahead than behind the meeting."""
        term = told_deadline(self.reading, self.index, self.start, self.tokens.ends[self.clause.end - 1])
        return (
            term is not None and term.text != "vandaag" and not lies_behind(term, reference_day(self.reading.meeting))
        )


def is_only_meant(tokens: Tokens, aside: range) -> bool:
    """Whether a clause says only what somebody was to do: "die de minister met kerst zou sturen"."""
    finite = {tokens.lower[k] for k in aside if tokens.finite[k]}
    return bool(finite) and finite <= words("was_to")


def is_only_later(behind: Sequence[str]) -> bool:
    """Whether a "niet" denies a day alone, before these words: "niet op 1 juni, maar op 1 september verschenen".

    >>> [is_only_later(told.split()) for told in ("op 1 juni maar op 1 juli", "verstuurd maar op 1 juli besproken")]
    [True, False]
    """
    at = behind.index("maar") if "maar" in behind[:_LONGEST_DAY] else 0
    return at > 0 and behind[0] in _BEFORE_DAY and behind[at + 1 : at + 2] == behind[:1]
