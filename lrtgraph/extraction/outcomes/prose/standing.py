"""Sentences that settle something without a verb of the table of cues: approvals, tasks that run on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from lrtgraph.extraction.grammar.arguments import BARE, arguments
from lrtgraph.extraction.grammar.lexicon import NEGATION, words
from lrtgraph.extraction.grammar.tokens import tokens_of
from lrtgraph.extraction.outcomes.owners.naming import is_body
from lrtgraph.extraction.outcomes.prose.cues import LEADING_WORDS, nominative

if TYPE_CHECKING:
    from spacy.tokens import Span

    from lrtgraph.extraction.context import Reading


_LEAST_TASK = 3
"""Words of an approval that tells what shall be done."""


def approves_shortly(reading: Reading, block: int, sentence: Span) -> bool:
    """Whether a verbless sentence only says that something is agreed to ("Verslag vorige vergadering: akkoord.").

    A paragraph that opens with it has nobody before who could agree: "Akkoord met het verslag."
    """
    start, end, tokens = sentence.start, sentence.end, tokens_of(sentence.doc)
    lower = tokens.lower[start:end]
    if "akkoord" not in lower or any(tokens.finite[start:end]) or lower[0] in ("antwoord", "reactie"):
        return False
    place = start + lower.index("akkoord")
    if place == sentence.start:
        opens = place == 0 and not reading.layout.blocks[block].level
        alone = not reading.layout.blocks[block].marker and all(token.is_punct for token in sentence.doc[1:])
        return opens and (alone or sentence.doc[place + 1 : place + 2].text in ("met", "op", "om") or _to_do(sentence))
    if place + 1 < sentence.end and not sentence.doc[place + 1].is_punct:
        return False
    if not NEGATION.isdisjoint(lower[: place - start]):
        return False
    before = arguments(reading, block, sentence.start_char, sentence.doc[place].idx)
    bare = [a for a in before if a.marker == BARE]
    return all(is_body(reading, concept) for argument in bare for concept in argument.concepts)


def _to_do(sentence: Span) -> bool:
    """Whether a sentence ends in what shall be done or left: "Akkoord de tekst niet aan te passen."."""
    words_of = [token for token in sentence if not token.is_punct]
    return len(words_of) > _LEAST_TASK and words_of[-2].lower_ == "te" and words_of[-1].lower_.endswith("n")


def still_runs(sentences: Sequence[Span], k: int) -> bool:
    """Whether the k-th sentence says of a task of the list that it is not done yet: "De actie over HAR loopt nog".

    Behind one that tells of the list no word for a task is needed: "De inventarisatie is vertraagd en komt in mei".
    Behind a word for the list it names in brackets who must do it: "De lijst is bijna leeg: de kaart (BZK) …". Such a
    sentence is an outcome where it sets a new term.
    """
    sentence = sentences[k]
    tokens, start = tokens_of(sentence.doc), sentence.start
    lower = tokens.lower[start : sentence.end]
    task = _task(sentence)
    if task is None or not nominative(sentence.doc, start + task, start):
        task = _behind_list(lower)
        listed = task >= 0 or any(not words("task_list").isdisjoint(_lower(before)) for before in sentences[:k])
        if all(_task(before) is None for before in sentences[:k]) and not (listed and "(" in lower):
            return False
    verbs = [at for at in range(task + 1, len(lower)) if tokens.finite[start + at]]
    numbered = task >= 0 and lower[task + 1 : task + 2] and lower[task + 1].isdigit()
    return any(_undone_still(lower, verb) for verb in (verbs if numbered else verbs[:1]))


def _lower(sentence: Span) -> list[str]:
    return tokens_of(sentence.doc).lower[sentence.start : sentence.end]


def _behind_list(lower: Sequence[str]) -> int:
    """Where the colon stands behind what is said of the list itself; -1 where there is none."""
    colon = lower.index(":") if ":" in lower else -1
    return colon if not words("task_list").isdisjoint(lower[: colon + 1]) else -1


def _task(sentence: Span) -> int | None:
    """Where a sentence names a task of the list, before its verb and among its first words."""
    tokens = tokens_of(sentence.doc)
    for k in range(sentence.start, min(sentence.end, sentence.start + LEADING_WORDS)):
        if tokens.finite[k]:
            return None
        if tokens.lower[k] in words("listed_task"):
            return k - sentence.start
    return None


def _undone_still(lower: Sequence[str], verb: int) -> bool:
    """Whether the clause of the verb at `verb`, or a new term behind it, says that its subject is not done yet."""
    clause = next((k for k in range(verb, len(lower)) if lower[k] in ",;."), len(lower))
    renewed = any(old == "nieuwe" and noun in words("term_noun") for old, noun in pairwise(lower[clause:]))
    undone = not words("not_yet_done").isdisjoint(lower[verb + 1 : clause])
    return lower[verb] in words("still_running") and (undone or renewed)
