"""Full text over what was said, settled and written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from lrtgraph import names
from lrtgraph.answers.facts import Labels
from lrtgraph.answers.rows import Evidence, Row, Rows, explained
from lrtgraph.errors import InputError
from lrtgraph.search_index import SearchIndex, every_term, highlight
from lrtgraph.sparql import Day
from lrtgraph.store import Store
from lrtgraph.vocabulary import local_id


@dataclass(frozen=True, slots=True)
class Hit(Row):
    """A passage that holds the words: `text` has them between « and », `kind` says what it is."""

    columns: ClassVar = ("kind", "meeting_label", "text", "place")

    kind: str
    text: str
    meeting: str
    date: str | None
    score: float
    evidence: tuple[Evidence, ...]
    fact: str | None = explained()
    place: str | None = explained()
    meeting_label: str | None = None


def search(
    store: Store,
    text: str,
    *,
    limit: int = 20,
    since: Day | None = None,
    until: Day | None = None,
    meeting: str | None = None,
    language: str = "nl",
) -> Rows[Hit]:
    """Passages that hold the words of `text` in any inflection, the best first.

    A name finds what is meant by it however it is called ("COA", "het Centraal Orgaan"). Behind the words themselves
    come compounds ("flexwoningen" for "woningen"), the verb of a noun ("voert in" for "invoering") and, for a word
    that no text has, the one that it is a slip of. Words in quotes are found as they are written, side by side,
    and "huisvest*" finds what begins so.

    A statement or outcome comes in place of the paragraph it stands in, and what says something before headings.
    Where few passages hold all words, those with some of them follow.

    `since` and `until` are ISO dates of meetings, `meeting` is named as everywhere.

    Function words ("aan", "de") are not looked for, but in quotes.

    Raises InputError for a text without words, UnknownNameError for an unknown meeting, QueryError for a wrong date.
    """
    from lrtgraph.queries.arguments import period

    if not every_term(text):
        raise InputError("there is nothing to search for: give one or more words")
    first, last = period(since, until)
    at = names.meeting(store, meeting).iri if meeting else None
    with SearchIndex(store) as index:
        index.sync()
        found = index.search(text, limit, since=first, until=last, meeting=at)
    labels = Labels(store, language, meetings=(local_id(hit.meeting) for hit in found))
    rows = []
    for hit in found:
        proof = Evidence(hit.document, hit.start, hit.end, hit.text, hit.line, hit.page)
        held = local_id(hit.meeting)
        rows.append(
            Hit(
                kind=hit.kind,
                text=" ".join(highlight(hit.text, hit.marked).split()),
                meeting=held,
                date=hit.date,
                score=round(hit.score, 3),
                evidence=(proof,),
                fact=hit.fact,
                place=proof.place,
                meeting_label=labels.meeting(held),
            )
        )
    return Rows(rows, Hit)


def slips(store: Store, text: str) -> dict[str, str]:
    """The words of `text` that stand in no document, each with the one that `search` looks for instead."""
    with SearchIndex(store) as index:
        index.sync()
        return index.slips(text)
