"""What a graph holds, and where it has gaps."""

from __future__ import annotations

from dataclasses import replace

import pytest
from graphs import gold_records

from lrtgraph import gazetteer, rdf
from lrtgraph import vocabulary as v
from lrtgraph.answers.inventory import documents, sources, status
from lrtgraph.records import Document, Record
from lrtgraph.store import Store, open_store


def test_the_documents_are_those_that_were_written_with_their_meetings(gold_store: Store) -> None:
    listed = {row.sha256: row for row in documents(gold_store)}
    assert [row.name for row in listed.values()] == sorted(row.name for row in listed.values())
    assert listed.keys() == {record.document.sha256 for record in gold_records()}
    for record in gold_records():
        row = listed[record.document.sha256]
        assert (row.name, row.kind, row.date) == (record.document.source, "verslag", record.meeting.date)
        assert (row.statements, row.outcomes) == (len(record.statements), len(record.outcomes))


def test_figures_of_what_no_build_has_read(gold_store: Store) -> None:
    found = status(gold_store)
    assert (found.documents, found.reported, found.refused, found.last_build) == (3, 3, 0, None)
    assert found.facts["targets"] == sum(len(record.targets) for record in gold_records())
    assert (found.without_speaker, found.papers, found.alike) == ((), {}, ())
    assert sources(gold_store) == ()


def copied(record: Record, text: str) -> Record:
    """The record of a document of the same meeting with this text, in which nothing is found."""
    document = Document("kopie.txt", "f" * 64, "text/plain", text)
    return Record(document, record.meeting, (), (), (), (), (), (), ())


@pytest.mark.parametrize(("part", "same"), [(1.0, True), (0.9, True), (0.5, False)])
def test_documents_of_one_day_that_say_nearly_the_same_are_told(gold_copy: str, part: float, same: bool) -> None:
    record = gold_records()[0]
    text = record.document.text
    copy = copied(record, " ".join(text[: round(part * len(text))].split()))
    other_day = replace(
        copy, meeting=replace(record.meeting, date="2001-01-01", earliest="2001-01-01", latest="2001-01-01")
    )
    for one, expected in ((copy, same), (other_day, False)):
        with open_store(gold_copy, write=True) as store:
            store.replace([], rdf.quads(one, gazetteer.load()))
            found = status(store)
            assert found.documents == 4
            assert found.without_speaker == ("kopie.txt",)
            names = sorted((record.document.source, "kopie.txt"))
            assert [sorted(each) for each in found.alike] == ([names] if expected else [])
            store.replace([v.graph_iri("f" * 64)], b"")
