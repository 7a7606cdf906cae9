"""Full text: stemming, ranking, and an index that follows the graph."""

from __future__ import annotations

import os
from pathlib import Path

import pyoxigraph as ox
import pytest

from lrtgraph import search_index
from lrtgraph import vocabulary as v
from lrtgraph.answers.searching import search
from lrtgraph.errors import InputError, QueryError, UnknownNameError
from lrtgraph.search_index import SearchIndex, highlight, stem, stems_of
from lrtgraph.search_index import index as index_of
from lrtgraph.search_index.asking import terms_of
from lrtgraph.search_index.expansion import Sought
from lrtgraph.search_index.highlighting import places
from lrtgraph.store import open_store


@pytest.fixture
def where(gold_copy: str) -> str:
    """A store of one's own, for the index is written into it."""
    return gold_copy


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("gemeente", "gemeenten"), ("locatie", "locaties"), ("huisvesting", "huisvesten"), ("provincie", "Provincies"),
        ("vergunninghouder", "vergunninghouders"), ("VR", "VR's"), ("geëvalueerd", "GEEVALUEERD"),
    ],
)  # fmt: skip
def test_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_different_words_keep_different_stems() -> None:
    assert len({stem(word) for word in ("gemeente", "meent", "opvang", "ontvangst", "wet", "weten")}) >= 5


def marked(text: str, *words: str) -> str:
    """A text with marks around these words in the forms of their stems."""
    return highlight(text, places(text, Sought(stems=frozenset(map(stem, words)))))


def test_words_found_are_marked_and_nothing_else() -> None:
    assert marked("De VR's en gemeenten.", "vr", "gemeente") == "De «VR's» en «gemeenten»."
    assert stems_of("A, b; c-d!") == ["a", "b", "c", "d"]


def test_a_statement_is_found_by_another_form_of_its_word(where: str) -> None:
    with open_store(where) as store:
        hits = search(store, "zorg dwingend karakter")

    assert "«zorgen»" in hits[0].text
    assert hits[0].kind == "bezwaar"
    assert hits[0].evidence[0].text in Path("examples/minutes/003_1202948651acc853.txt").read_text(encoding="utf-8")


def test_text_outside_every_fact_is_found_as_text(where: str) -> None:
    with open_store(where) as store:
        hits = search(store, "controversieel verklaard")

    assert "tekst" in {hit.kind for hit in hits}
    assert all(hit.evidence[0].place.count(":") == 1 for hit in hits)


def test_all_words_first_and_some_where_none_has_all(where: str) -> None:
    with open_store(where) as store:
        assert search(store, "flexwoningen zeppelin")
        assert not search(store, "zeppelin")


def test_what_says_something_comes_before_headings_and_figures(where: str) -> None:
    with open_store(where) as store:
        hits = search(store, "Spreidingswet", limit=1000)

    long = [len(hit.evidence[0].text) > 60 for hit in hits]
    assert long[0]
    assert not all(long)
    assert hits[0].fact is not None
    assert [hit.text for hit in hits].index("2. «Spreidingswet»") > sum(hit.fact is not None for hit in hits) / 2


def test_some_words_follow_where_few_passages_hold_all(where: str) -> None:
    with open_store(where) as store:
        hits = search(store, "zorg dwingend karakter", limit=1000)
        many = search(store, "gemeenten", limit=1000)

    whole = [{stem(word) for word in ("zorg", "dwingend", "karakter")} <= set(stems_of(hit.text)) for hit in hits]
    assert whole[0]
    assert whole == sorted(whole, reverse=True)
    assert not all(whole)
    assert all("«" in hit.text for hit in (*hits, *many))


@pytest.mark.parametrize("text", ["", " ", '"', "*", "?!"])
def test_a_question_without_words_is_an_error(where: str, text: str) -> None:
    with open_store(where) as store, pytest.raises(InputError, match="one or more words"):
        search(store, text)


def test_the_figures_of_a_number_are_looked_for_side_by_side() -> None:
    assert marked("Op 6 mei zijn 6.250 van 250 vol.", "6.250") == "Op 6 mei zijn «6.250» van 250 vol."
    assert [term.words for term in terms_of("A25-04 op 2024-03-05")] == [("a25-04",), ("2024-03-05",)]


def test_function_words_are_not_looked_for(where: str) -> None:
    with open_store(where) as store:
        hits = search(store, "tekort aan woningen", limit=5)

    assert hits
    assert all("«aan»" not in hit.text for hit in hits)
    assert "«" in hits[0].text


@pytest.mark.parametrize("text", ['NEAR "', "NEAR(", "a AND", "stems:x", "'; DROP TABLE passages; --", "x\x00y"])
def test_the_words_are_words_and_no_syntax(where: str, text: str) -> None:
    with open_store(where) as store:
        search(store, text)
        assert search(store, "gemeenten")


def test_only_the_meetings_of_a_time_or_one_meeting(where: str) -> None:
    with open_store(where) as store:
        all_of_them = {hit.meeting for hit in search(store, "opvang", limit=100)}
        one = search(store, "opvang", meeting="2022-11-09", limit=100)
        later = search(store, "opvang", since="2023-01-01", limit=100)
        with pytest.raises(QueryError):
            search(store, "opvang", since="morgen")
        with pytest.raises(UnknownNameError):
            search(store, "opvang", meeting="1999-01-01")

    assert len(all_of_them) == 3
    assert {hit.meeting for hit in one} == {"lrt-2022-11-09"}
    assert {hit.meeting for hit in later} == all_of_them - {"lrt-2022-11-09"}


def test_the_index_is_made_once_and_follows_the_graph(where: str) -> None:
    with open_store(where) as store, SearchIndex(store) as index:
        assert index.sync() == 3
        assert index.sync() == 0
        graph = next(graph for graph in store.graphs() if index_of._is_document(graph))
    with open_store(where, write=True) as store:
        store.replace([graph], [])
    with open_store(where) as store, SearchIndex(store) as index:
        assert index.sync() == 0  # nothing to read: one document is gone
        assert len({hit.document for hit in index.search("opvang", 100)}) == 2


def test_a_graph_that_changed_is_read_again(where: str) -> None:
    with open_store(where) as store:
        search_index.sync(store)
        graph = next(graph for graph in store.graphs() if index_of._is_document(graph))
        quads = list(store.quads(graph))
    changed = [
        ox.Quad(q.subject, q.predicate, ox.Literal("Een zeppelin landt."), q.graph_name)
        if q.predicate == ox.NamedNode(v.iri("nif:isString"))
        else q
        for q in quads
    ]
    with open_store(where, write=True) as store:
        store.replace([graph], changed)
    with open_store(where) as store:
        assert search_index.sync(store) == 1
        assert [hit.text for hit in search(store, "zeppelins")] == ["Een «zeppelin» landt."]


def test_a_folder_that_cannot_be_written_is_searched_in_memory(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_of, "FILE", os.path.join("no", "such", "folder", "x.sqlite"))
    with open_store(where) as store:
        assert search(store, "opvang")
