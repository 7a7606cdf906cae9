"""What else a term asks for: other forms of the word and its concept, then compounds and words made of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final, NamedTuple

from lrtgraph.dutch import compounds
from lrtgraph.dutch.word_forms import Verb, finite, forms, nouns, pairs, plurals, verbs, verbs_of_noun
from lrtgraph.search_index.asking import Term, every_term, is_function_word, rows_of_words, terms_of
from lrtgraph.search_index.lexicon import Lexicon, token
from lrtgraph.search_index.stemming import stem

_LONGEST_NAME: Final = 8  # words
_APART: Final = 12  # words between a verb and its particle
_NEAR: Final = 6  # words between the parts of a compound that is taken apart
_SHORTEST_MISSPELT: Final = 5
_LONGEST: Final = 60  # letters of a word that is taken apart
_MOST_WORDS: Final = 300  # of one term that are looked for


class Sought(NamedTuple):
    """What one term asks for: `stems` of words, a `phrase` or `prefix` as it is written, `apart` verbs whose particle
    stands away from them, `halves` the stems of modifier and head of a compound, `concepts` by their ids."""

    stems: frozenset[str] = frozenset()
    phrase: tuple[str, ...] = ()
    prefix: str = ""
    apart: tuple[Verb, ...] = ()
    halves: tuple[frozenset[str], ...] = ()
    concepts: tuple[str, ...] = ()

    @property
    def is_literal(self) -> bool:
        """Whether a passage must be looked at to know that it holds this."""
        return bool(self.phrase or self.prefix or self.apart or self.halves)

    def expression(self) -> str:
        """The same for FTS5."""
        ways = [_quoted(stem) for stem in sorted(self.stems)]
        if self.phrase:
            ways = [_quoted(" ".join(map(stem, self.phrase)))]
        for verb in self.apart:
            ways += [f"NEAR({_quoted(form)} {_quoted(verb.particle)}, {_APART})" for form in _stems(finite(verb))]
            ways.append(_quoted(f"{verb.particle} te {stem(verb.infinitive)}"))
        if self.halves:
            one, other = (sorted(half) for half in self.halves)
            ways += [f"NEAR({_quoted(a)} {_quoted(b)}, {_NEAR})" for a in one for b in other]
        said = [f"stems : ({' OR '.join(ways)})"] if ways else []
        meant = [f"named : {_quoted(token(concept))}" for concept in self.concepts]
        return f"({' OR '.join((*said, *meant))})"


def narrow(question: str, lexicon: Lexicon) -> list[Sought]:
    """What a question asks for: its words in all their forms, and what is meant by the names in it."""
    found = []
    for words, concepts in _named(question, lexicon):
        if len(words) == 1 and words[0].kind == "word":
            found.append(Sought(stems=_forms(words[0].words[0], lexicon), concepts=concepts))
        elif concepts:
            found.append(Sought(phrase=tuple(word for term in words for word in term.words), concepts=concepts))
        else:
            found.append(_literal(words[0], lexicon))
    return found


def wide(question: str, lexicon: Lexicon) -> list[Sought]:
    """The same, and what is made of its words: compounds, nouns and verbs; for a word that no text has, the nearest."""
    found = narrow(question, lexicon)
    for at, (words, concepts) in enumerate(_named(question, lexicon)):
        word = words[0].words[0]
        if len(words) == 1 and words[0].kind == "word" and len(word) <= _LONGEST:
            wider = _made_of(word, found[at], lexicon)
            meant = None if concepts else _nearest(word, wider, lexicon)
            found[at] = _instead(meant, wider, lexicon) if meant else wider
    return found


def slips(question: str, lexicon: Lexicon) -> dict[str, str]:
    """The words of a question that no text has, each with the one that is looked for instead."""
    found = {}
    for words, concepts in _named(question, lexicon):
        word = words[0].words[0]
        if len(words) == 1 and words[0].kind == "word" and not concepts and len(word) <= _LONGEST:
            asked = Sought(stems=_forms(word, lexicon))
            if meant := _nearest(word, _made_of(word, asked, lexicon), lexicon):
                found[word] = meant
    return found


def _literal(term: Term, lexicon: Lexicon) -> Sought:
    if term.kind == "phrase":
        return Sought(phrase=term.words)
    prefix = term.words[0]
    stems = frozenset(map(stem, lexicon.beginning(prefix)[:_MOST_WORDS]))
    return Sought(stems=stems or frozenset({prefix}), prefix=prefix)


def _named(question: str, lexicon: Lexicon) -> list[tuple[list[Term], tuple[str, ...]]]:
    """The terms of a question, those that are one name together, each with the concepts that it names."""
    every = every_term(question)
    asked = terms_of(question)
    taken: dict[int, tuple[int, tuple[str, ...]]] = {}
    for start, end in rows_of_words(every, _LONGEST_NAME):
        row = every[start:end]
        if any(start < upto and at < end for at, (upto, _) in taken.items()) or all(map(is_function_word, row)):
            continue
        if concepts := lexicon.concepts(" ".join(term.words[0] for term in row)):
            taken[start] = (end, concepts)
    found: list[tuple[list[Term], tuple[str, ...]]] = []
    at = 0
    while at < len(every):
        end, concepts = taken.get(at, (at + 1, ()))
        if concepts or every[at] in asked:
            found.append((every[at:end], concepts))
        at = end
    return found


def _forms(word: str, lexicon: Lexicon) -> frozenset[str]:
    """The stems of a word's forms that the texts have, and its own."""
    if len(word) > _LONGEST:
        return frozenset({stem(word)})
    others = {form for verb in verbs(word, lexicon.knows) for form in forms(verb)} | plurals(word)
    return frozenset({stem(word)} | _present(others, lexicon) | _abbreviations(stem(word)))


def _abbreviations(asked: str) -> set[str]:
    """The stems of what a word is shortened to, and of what is shortened to it: "miljoen" and "mln"."""
    both = ({stem(short), stem(full)} for short, full in pairs("abbreviation"))
    return set().union(*(two for two in both if asked in two))


def _present(words: Iterable[str], lexicon: Lexicon) -> frozenset[str]:
    return frozenset(stem(word) for word in words if lexicon.has(word))


def _made_of(word: str, narrow: Sought, lexicon: Lexicon) -> Sought:
    """A word with its compounds and what is made of it or what it is made of."""
    own = verbs(word, lexicon.knows)
    origins = verbs_of_noun(word, lexicon.knows)
    made = {noun for verb in (*own, *origins) for noun in nouns(verb)}
    made |= {form for verb in origins for form in forms(verb)}
    shapes = {shape for shape in (word, *plurals(word), *lexicon.of_stem(stem(word))) if len(shape) >= compounds.LEAST}
    around = [each for each in lexicon.around(shapes) if compounds.holds(each, shapes, lexicon.knows)]
    apart = tuple(dict.fromkeys(verb for verb in (*own, *origins) if verb.particle))
    halves = compounds.parts(word, lexicon.knows)
    return narrow._replace(
        stems=narrow.stems | _present(made, lexicon) | frozenset(map(stem, around[:_MOST_WORDS])),
        apart=apart,
        halves=tuple(_forms(half, lexicon) for half in halves) if halves else (),
    )


def _nearest(word: str, wider: Sought, lexicon: Lexicon) -> str | None:
    """The word that one is but a slip away from, where no text has anything of it; None where it is a word itself."""
    if len(word) < _SHORTEST_MISSPELT or not word.isalpha() or lexicon.knows(word):
        return None
    if lexicon.of_stem(*sorted(wider.stems)):
        return None
    from rapidfuzz.distance import OSA  # only a word that no text has pays for it

    most = 1 if len(word) < 7 else 2
    others = ((OSA.distance(word, other, score_cutoff=most), other) for other in lexicon.beginning(word[0]))
    return min(((distance, other) for distance, other in others if distance <= most), default=(0, None))[1]


def _instead(meant: str, wider: Sought, lexicon: Lexicon) -> Sought:
    """What the word asks for that was meant; the parts of a compound stay."""
    return wider._replace(stems=_forms(meant, lexicon), concepts=lexicon.concepts(meant))


def _stems(words: Collection[str]) -> list[str]:
    return sorted({stem(word) for word in words})


def _quoted(words: str) -> str:
    """Words side by side for FTS5, in which nothing is syntax."""
    return '"' + words.replace('"', " ") + '"'
