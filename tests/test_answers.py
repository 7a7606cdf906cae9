"""The typed answers, on the gold records and on the small graph."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pyoxigraph as ox
import pytest
from world import World

from lrtgraph import queries
from lrtgraph.answers.attendance import Seat
from lrtgraph.answers.cards import show
from lrtgraph.answers.comparing import compare
from lrtgraph.answers.events import summary, timeline
from lrtgraph.answers.outcomes import actions, decisions
from lrtgraph.answers.ownership import Ownership, owned_by, who_owns
from lrtgraph.answers.positions import positions
from lrtgraph.answers.rows import Evidence, Rows, Table
from lrtgraph.errors import InputError, QueryError, UnknownNameError
from lrtgraph.queries.arguments import TYPES, day
from lrtgraph.sparql import with_prefixes
from lrtgraph.store import Store
from lrtgraph.vocabulary import MEETING, ONTOLOGY_GRAPH, concept_iri, iri, meeting_named

OWNERSHIP = [
    "instrument", "instrument_label", "actor", "actor_label", "role", "basis", "polarity", "meeting", "date",
    "confidence", "evidence", "meeting_label",
]  # fmt: skip
SETTLED = [
    *("kind", "text", "owners", "partners", "about", "deadline", "meeting", "date", "evidence"),
    *("basis", "status", "status_evidence", "meeting_label"),
]
POSITION = ["speakers", "act", "about", "under", "addressees", "text", "meeting", "date", "evidence", "meeting_label"]


@pytest.fixture(scope="module")
def world() -> World:
    return World()


def texts(store: Store) -> dict[str, str]:
    rows = store.query(
        "SELECT ?name ?text WHERE { ?d <http://www.w3.org/2000/01/rdf-schema#label> ?name ; "
        "<http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#isString> ?text }"
    )
    return {row["name"].value: row["text"].value for row in rows}  # type: ignore[union-attr,index]


# Who owns


def test_the_owners_of_the_spreidingswet_in_an_experts_order(gold_store: Store) -> None:
    found = who_owns(gold_store, "spreidingswet")
    told = [row for row in found if row.basis == "tekst"]

    assert [(row.actor, row.role_kind) for row in told][:3] == [
        ("SJenV", "supervision"), ("provincies", "supervision"), ("TweedeKamer", "decision")
    ]  # fmt: skip
    assert "eerste vier jaar" in told[0].role
    assert told[0].date == "2022-11-09"
    assert told[0].meeting == "lrt-2022-11-09"
    assert [row.basis for row in found] == sorted((row.basis for row in found), reverse=True)


def test_every_quote_stands_at_its_offsets_and_line(gold_store: Store) -> None:
    written = texts(gold_store)
    for name in ("Spreidingswet", "BAK OEK", "LCSV", "CNO", "taakstelling"):
        for row in who_owns(gold_store, name):
            assert row.evidence or (row.basis == "kennis" and row.source)
            for proof in row.evidence:
                text = written[proof.document]
                assert text[proof.start : proof.end] == proof.text
                assert proof.line == text.count("\n", 0, proof.start) + 1


def test_a_plan_an_action_and_an_actor_have_owners_too(gold_store: Store) -> None:
    lcsv = who_owns(gold_store, "LCSV")
    plan = who_owns(gold_store, "versterking PRT")
    agreement = who_owns(gold_store, "BAK OEK")

    assert [(row.actor, row.role, row.settled) for row in lcsv] == [
        ("JenV", "afspraak: JenV kijkt naar positie LCSV", True)
    ]
    assert "JenV" in {row.actor for row in plan}
    assert plan[0].instrument == "PvA_PRT"
    settled = [row.settled for row in agreement]
    assert settled == sorted(settled)
    assert any(settled)


def test_what_is_known_from_elsewhere_comes_behind_all_that_documents_say(gold_store: Store) -> None:
    for name in ("Spreidingswet", "taakstelling", "IBT"):
        bases = [row.basis for row in who_owns(gold_store, name)]
        assert bases == sorted(bases, reverse=True)


def test_an_outcome_stands_for_its_role_with_a_phrase(gold_store: Store) -> None:
    roles = [
        row.role for name in ("CNO", "BAK OEK", "taakstelling") for row in who_owns(gold_store, name) if row.settled
    ]

    assert roles
    assert all(len(role) <= 90 for role in roles)


def test_what_is_proved_twice_is_one_row_with_both_quotes() -> None:
    from lrtgraph.answers.ownership import _merge

    first = row("a.txt")
    again = row("b.txt")

    assert _merge([first, again, first]) == [row("a.txt", "b.txt")]


def test_an_outcome_that_a_responsibility_was_read_from_is_not_said_twice() -> None:
    from dataclasses import replace

    from lrtgraph.answers.ownership import _not_stated

    stated = row("a.txt")
    longer = replace(stated, settled=True, evidence=(Evidence("a.txt", 2, 9, "G belt."),))
    elsewhere = replace(longer, evidence=(Evidence("a.txt", 3, 9, "belt ."),))
    another = replace(longer, actor="IPO")

    assert list(_not_stated([longer, elsewhere, another], [stated])) == [elsewhere, another]


def row(*documents: str) -> Ownership:
    proofs = tuple(Evidence(name, 0, 3, "VNG") for name in documents)
    return Ownership("HAR", "HAR", "VNG", "VNG", "taak", "tekst", "affirmed", None, None, 0.9, proofs)


def test_what_meetings_of_a_time_said(world: World) -> None:
    assert [row.actor for row in who_owns(world, "BAK OEK")] == ["LRT", "JenV", "JenV"]
    assert [row.actor for row in who_owns(world, "BAK OEK", until="2024-02-01")] == ["JenV"]
    assert [row.actor for row in who_owns(world, "BAK OEK", meeting="d2.txt")] == ["LRT", "JenV"]


def test_what_an_actor_owns(world: World) -> None:
    assert [(row.instrument, row.role) for row in owned_by(world, "staatssecretaris")] == [
        ("Spreidingswet", "toezicht, eerste vier jaar")
    ]


# The published shapes


def test_the_published_shape_of_every_row(gold_store: Store) -> None:
    ownership = who_owns(gold_store, "Spreidingswet").as_json()
    settled = [*actions(gold_store).as_json(), *decisions(gold_store).as_json()]
    said = positions(gold_store, "taakstelling").as_json()

    assert all(list(row) == OWNERSHIP for row in ownership)
    assert all(list(row) == SETTLED for row in settled)
    assert all(list(row) == POSITION for row in said)
    assert "LRT (2023-07-10 – 2023-09-25)" in {row["meeting_label"] for row in said}  # it has no date
    for row in [*ownership, *settled, *said]:
        assert all(list(proof) == ["document", "start", "end", "text"] for proof in row["evidence"])
    assert {row["basis"] for row in ownership} == {"tekst", "kennis"}
    assert {row["polarity"] for row in ownership} <= {"affirmed", "conditional"}


def test_an_explanation_adds_rule_line_and_words(gold_store: Store) -> None:
    row = who_owns(gold_store, "Spreidingswet").as_json(explain=True)[0]

    assert row["rule"]
    assert row["role_kind"] == "supervision"
    assert row["evidence"][0]["line"] == 47


# The others


def test_actions_by_owner_subject_kind_deadline_and_state(world: World) -> None:
    def quotes(**given: Any) -> list[str]:
        return [row.text for row in actions(world, **given)]

    assert quotes(owner="jenv") == ["JenV stuurt de nieuwe brief.", "JenV stuurt VNG de brief."]
    assert quotes(partner="vng") == ["JenV stuurt VNG de brief."]
    assert quotes(owner="jenv", open=True) == ["JenV stuurt de nieuwe brief."]
    assert quotes(about="bak oek", due_before="2024-03-01") == ["JenV stuurt VNG de brief."]
    assert quotes(kind="toezegging") == ["SJenV komt terug op Ter Apel."]
    assert quotes(since="2024-04-15") == ["VNG bezorgt cijfers."]
    assert actions(world, kind="toezegging")[0].deadline == "volgende vergadering"
    assert actions(world, owner="jenv")[1].deadline == "2024-02-01"


def test_decisions_in_the_order_of_the_meetings(world: World) -> None:
    assert [row.meeting for row in decisions(world)] == ["lrt-2024-01-10", "lrt-2024-03-13"]
    assert [row.about for row in decisions(world, about="BAK OEK")] == [("BAK_OEK",)]


def test_positions_on_an_instrument_and_of_an_actor(world: World) -> None:
    assert [(row.speakers, row.act) for row in positions(world, "Spreidingswet")] == [
        (("VNG",), "bezwaar"), (("IPO",), "steunt"), (("VNG",), "steunt"), (("JenV",), "verzoekt")
    ]  # fmt: skip
    assert [row.act for row in positions(world, "Spreidingswet", actor="VNG", act="steunt")] == ["steunt"]
    assert {row.speakers for row in positions(world, "SJenV")} == {("SJenV",)}


def test_a_timeline_and_a_summary(world: World) -> None:
    assert [row.what for row in timeline(world, "BAK OEK")] == ["verzoekt", "actie", "besluit", "actie"]
    found = summary(world, "d1")
    assert found[0].item == "1. Opening"
    assert [(row.what, row.actors) for row in found][-2:] == [("actie", ("JenV",)), ("toezegging", ("SJenV",))]
    assert summary(world, "2024-01-10") == found


def test_a_deadline_that_stands_in_words_and_as_a_day_is_one(world: World) -> None:
    before = list(summary(world, "2024-01-10"))
    action = next(row for row in before if row.what == "actie")
    words = ox.Quad(
        ox.NamedNode(str(action.fact)), ox.NamedNode(iri("lrt:deadlineText")), ox.Literal("vóór februari"),
        ox.NamedNode(ONTOLOGY_GRAPH),
    )  # fmt: skip
    world.store.add(words)

    assert action.deadline == "2024-02-01"
    assert list(summary(world, "2024-01-10")) == before


def test_the_card_of_an_actor_and_an_instrument(gold_store: Store) -> None:
    office = show(gold_store, "SJenV")
    law = show(gold_store, "Spreidingswet")

    assert (office.kind, law.kind) == ("Office", "Law")
    assert "Spreidingswet" in {row.instrument for row in office.owns}
    assert {row.owners for row in office.promised} >= {("SJenV",)}
    assert law.owners[0].actor == "SJenV"
    assert (law.first_seen, law.last_seen) == ("2022-11-09", "2023-09-25")
    assert law.seen == ("2022-11-09", "(2023-07-10 – 2023-09-25)")
    [mentioned] = [line.text for line in law.lines if line.section == "mentioned"]
    assert mentioned.endswith(" times, 2022-11-09 to (2023-07-10 – 2023-09-25)")
    assert law.mentions == 5
    assert [card.lines[0].text for card in (law, office)] == [
        "Spreidingswet", "staatssecretaris van Justitie en Veiligheid (SJenV)"
    ]  # fmt: skip
    assert {line.section for line in law.lines} >= {"name", "kind", "mentioned", "owner", "verzoekt"}
    assert office.as_json()["owns"][0]["actor"] == "SJenV"


def test_a_card_gives_each_other_name_once(gold_store: Store) -> None:
    card = show(gold_store, "COA")
    [also] = [line.text.split(", ") for line in card.lines if line.section == "also"]

    assert {"het COA", "Centraal Orgaan Opvang Asielzoekers"} <= set(card.aliases)
    assert also == ["Centraal Orgaan"]


def test_the_name_of_a_table_and_its_region_means_its_meetings() -> None:
    world = World()
    world.store.update(
        with_prefixes(
            'INSERT DATA { GRAPH <urn:x> { concept:VR_Zeeland skos:notation "VR_Zeeland" ; skos:prefLabel '
            '"VR Zeeland"@nl . meeting:prt-zeeland-2024-05-01 a lrt:Meeting ; rdfs:label "PRT Zeeland 2024-05-01" } }'
        )
    )
    with pytest.raises(UnknownNameError, match="did you mean PRT Zeeland 2024-05-01"):
        show(world, "PRT Zeeland")
    with pytest.raises(UnknownNameError, match=r"did you mean VR.Zeeland"):
        show(world, "VR Zeelant")


def test_the_card_of_a_person_a_place_and_a_meeting(gold_store: Store) -> None:
    assert show(gold_store, "person:Klijnsma").kind == "Person"
    assert show(gold_store, "Ter Apel").kind == "Place"
    meeting = show(gold_store, "2022-11-09")
    assert meeting.kind == "Meeting"
    assert {line.section for line in meeting.lines} >= {"agenda", "at the table", "besluit"}
    with pytest.raises(UnknownNameError):
        show(gold_store, "niemand en niets")
    with pytest.raises(InputError, match="its own day"):
        show(gold_store, "2022-11-09", since="2023-01-01")


def test_the_card_of_a_place_has_its_figures(gold_store: Store) -> None:
    card = show(gold_store, "Ter Apel")
    first = card.figures[0]

    assert (first.amount, first.status, first.evidence[0].text[:5]) == ("2000 plekken", "limit", "2000 ")
    assert all("place:Ter_Apel" in row.about for row in card.figures)
    assert card.as_json()["figures"] == card.figures.as_json()
    told = [line.text for line in card.lines if line.section == "figures"]
    assert "2000 plekken, grens" in told
    assert len(told) == len(card.figures)
    assert not show(gold_store, "Ter Apel", since="2030-01-01").figures


@pytest.mark.parametrize("name", ["SJenV", "Spreidingswet", "2022-11-09"])
def test_a_card_without_lines_is_otherwise_the_same(gold_store: Store, name: str) -> None:
    whole, bare = show(gold_store, name), show(gold_store, name, lines=False)

    assert bare.as_json(explain=True) == whole.as_json(explain=True)
    assert len(whole.lines) > 1
    assert not bare.lines


def test_a_card_of_few_lines_says_how_many_it_leaves_out(gold_store: Store) -> None:
    whole, short = show(gold_store, "SJenV"), show(gold_store, "SJenV", most=2)
    sections = Counter(line.section for line in whole.lines)

    assert short.as_json() == whole.as_json()
    assert not any(line.left_out for line in whole.lines)
    for section, count in sections.items():
        lines = [line for line in short.lines if line.section == section]
        if count <= 3:
            assert lines == [line for line in whole.lines if line.section == section]
        else:
            assert [line.left_out for line in lines] == [0, 0, count - 2]
            assert lines[-1].text == f"… and {count - 2} more"
    assert max(sections.values()) > 3


def test_a_card_tells_first_what_was_said_last(gold_store: Store) -> None:
    lines = [line for line in show(gold_store, "SJenV").lines if line.section == "maakt bezwaar"]
    days = [line.meeting_label for line in lines]

    assert len(days) > 2
    assert days == sorted(days, key=lambda label: label != "LRT (2023-07-10 – 2023-09-25)")
    assert days[-1] == "LRT 2022-11-09"


def test_the_card_of_a_meeting_names_its_minutes(gold_store: Store, world: World) -> None:
    other = ox.NamedNode(meeting_named("lrt-2023-07-10"))
    for prop, value in (("rdf:type", ox.NamedNode(MEETING)), ("rdfs:label", ox.Literal("LRT 2023-07-10"))):
        world.store.add(ox.Quad(other, ox.NamedNode(iri(prop)), value, ox.NamedNode(ONTOLOGY_GRAPH)))
    spoken_of = show(world, "lrt-2023-07-10")

    assert show(gold_store, "2022-11-09").documents == ("001_b02e470687c8b965.txt",)
    assert spoken_of.as_json()["documents"] == []
    assert [line.text for line in spoken_of.lines if line.section == "minutes"] == ["none in this graph"]


def test_what_two_meetings_differ_in_is_proved_on_both_sides(world: World) -> None:
    found = {(row.what, row.id): row for row in compare(world, "d1", "d2", language="en")}
    row = found["position", "VNG · Spreidingswet"]

    assert [proof.document for proof in row.evidence] == ["d1.txt", "d2.txt"]
    assert "evidence" in row.as_json(explain=True)
    assert "evidence" not in row.as_json()
    assert found["figure", "taakstelling"].label.endswith("(target, plekken)")


def test_the_card_of_a_person_says_where_it_sat(gold_store: Store) -> None:
    card = show(gold_store, "klijnsma", language="en")
    sat = [(row.seat, row.status, row.meeting) for row in card.attendance]

    assert sat == [("CdK", "present", "lrt-2022-11-09")]
    assert [line.text for line in card.lines if line.section == "at the table"] == [
        "King's commissioner, present: LRT 2022-11-09"
    ]
    assert "De Jonge" in {row.person_label for row in show(gold_store, "MVRO").attendance}
    assert show(gold_store, "klijnsma", since="2023-01-01").attendance == Rows((), Seat)


def test_the_card_of_a_meeting_is_whole_for_machines_too(gold_store: Store) -> None:
    card = show(gold_store, "2022-11-09")
    row = card.as_json()

    assert row["agenda"][0] == "1. Algemeen"
    assert ("SJenV", "person:Van_der_Burg") in {(each["seat"], each["person"]) for each in row["attendance"]}
    assert [point["what"] for point in row["points"]] == [point.what for point in summary(gold_store, card.id)]
    assert row["points"][0]["evidence"][0]["text"]


def test_a_card_is_read_in_the_language_that_was_asked(gold_store: Store) -> None:
    sections = {code: {line.section for line in show(gold_store, "VNG", language=code).lines} for code in ("nl", "en")}

    assert sections["nl"] - sections["en"] >= {"verzoekt", "maakt bezwaar"}
    assert sections["en"] - sections["nl"] >= {"requests", "objects"}


def test_acts_have_one_id_everywhere(gold_store: Store) -> None:
    acts = {row.act for row in positions(gold_store, "VNG")} | {row.act for row in positions(gold_store, "COA")}
    whats = {row.what for row in summary(gold_store, "003_1202948651acc853.txt")}

    assert whats - acts <= {"besluit", "afspraak", "actie", "toezegging", "stelt_voor", "zegt_toe"}
    assert not any(" " in what for what in whats)


def test_a_card_of_what_meetings_of_a_time_said(world: World) -> None:
    assert {row.meeting for row in show(world, "JenV", since="2024-03-01").promised} == {"lrt-2024-03-13"}
    assert show(world, "SJenV", meeting="d2").owns == show(world, "VNG").owns
    assert len(show(world, "SJenV", until="2024-02-01").owns) == 1


def test_two_meetings_side_by_side(world: World) -> None:
    found = {(row.what, row.label): (row.first, row.second) for row in compare(world, "d1", "d2")}

    assert ("outcome", "actie") not in found  # each has one
    assert found["outcome", "toezegging"] == (1, None)
    deed = ("JenV stuurt VNG de brief. (2024-02-01)", "JenV stuurt de nieuwe brief. (2024-04-01)")
    assert found["settled", "Ministerie van Justitie en Veiligheid (actie)"] == deed
    assert found["settled", "Staatssecretaris van Justitie en Veiligheid (done)"] == (
        None,
        "Toezegging 2 is nagekomen.",
    )
    assert found["position", "Vereniging van Nederlandse Gemeenten · Spreidingswet"] == ("bezwaar", "steunt")
    assert found["attendance", "Ministerie van Justitie en Veiligheid"] == ("absent", None)
    assert found["figure", "taakstelling huisvesting vergunninghouders (target, plekken)"] == (75500, 80000)


def test_a_wrong_date_act_or_meeting_is_an_error(world: World) -> None:
    with pytest.raises(QueryError, match="YYYY-MM-DD"):
        actions(world, since="vorig jaar")
    with pytest.raises(QueryError, match="act is one of"):
        positions(world, "HAR", act="zwijgt")
    with pytest.raises(UnknownNameError):
        decisions(world, meeting="1999-01-01")


@pytest.mark.parametrize(
    ("since", "until", "same"),
    [
        ("2024", "2024", ("2024-01-01", "2024-12-31")),
        ("2024-02", "maart 2024", ("2024-02-01", "2024-03-31")),
        ("1-2-2024", "31 maart 2024", ("2024-02-01", "2024-03-31")),
    ],
)
def test_a_time_may_be_given_as_minutes_write_it(world: World, since: str, until: str, same: tuple[str, str]) -> None:
    assert decisions(world, since=since, until=until) == decisions(world, since=same[0], until=same[1])
    assert (day(since, "since").value, day(until, "until").value) == same


@pytest.mark.parametrize("wrong", ["31-2-2024", "maart", "eind maart 2024", "2024-13", "in 2024", ""])
def test_what_is_no_day_month_or_year_is_no_date(wrong: str) -> None:
    with pytest.raises(QueryError, match="is no date"):
        day(wrong, "since")
    with pytest.raises(QueryError, match="is no date"):
        day("2024")  # one day is asked for


def test_parameters_have_the_types_that_the_headers_give_them() -> None:
    asked = ("who-owns", "actions", "decisions", "positions", "timeline", "outcomes")
    declared = {parameter for name in asked for parameter in queries.load(name).parameters}
    assert {(one.name, one.type) for one in declared if one.name in TYPES} == set(TYPES.items())


# Rows


def test_rows_are_a_sequence_a_frame_and_a_table_in_a_notebook(gold_store: Store) -> None:
    rows = who_owns(gold_store, "Spreidingswet")
    frame = rows.to_pandas()

    assert list(frame["actor"])[:2] == ["SJenV", "provincies"]
    assert len(frame) == len(rows) == len(list(rows))
    assert rows[:2] == Rows(list(rows)[:2], Ownership)
    assert hash(rows[:2]) == hash(Rows(list(rows)[:2], Ownership))
    assert ">actor</th>" in rows._repr_html_()
    assert ">staatssecretaris van Justitie en Veiligheid</td>" in rows._repr_html_()
    assert ">Kamerstukken 36 333</td>" in rows._repr_html_()
    assert ">BAK OEK" in positions(gold_store, "BAK OEK")._repr_html_()
    assert list(Rows((), Ownership).to_pandas().columns) == list(frame.columns)


def test_markup_in_a_document_is_text_in_a_notebook() -> None:
    hostile = '<script>alert(1)</script><img src=x onerror="x">'
    shown = Rows([row(hostile)], Ownership)._repr_html_() + Table([{hostile: hostile}], [hostile])._repr_html_()

    assert "<script" not in shown
    assert "<img" not in shown


def test_a_table_of_plain_rows() -> None:
    table = Table([{"a": 1, "b": None}, {"a": 2, "b": ["x", "y"]}], ["a", "b"])

    assert (len(table), table[1]["b"], len(table[:1])) == (2, ["x", "y"], 1)
    assert list(table.to_pandas()["a"]) == [1, 2]
    assert ">x, y</td>" in table._repr_html_()


def test_a_notebook_shows_names_in_place_of_iris() -> None:
    table = Table([{"about": concept_iri("BAK_OEK"), "owners": [concept_iri("Wet_OEK")]}], ["about", "owners"])

    assert '>BAK OEK</td><td style="text-align: left">Wet OEK</td>' in table._repr_html_()


@pytest.mark.parametrize("name", ["BAK OEK", "SJenV"])
def test_a_card_tells_a_promise_that_was_settled_once(gold_store: Store, name: str) -> None:
    lines = show(gold_store, name).lines
    settled = {proof.text for line in lines if line.section in ("settled", "owes") for proof in line.evidence}
    promised = {proof.text for line in lines if line.section == "zegt toe" for proof in line.evidence}

    assert any("BAK OEK voor besluitvorming" in text for text in settled)
    assert not settled & promised


def test_a_card_says_what_an_actor_is_owed(world: World) -> None:
    card = show(world, "VNG")

    assert [(line.text, line.evidence[0].text) for line in card.lines if line.section == "is owed"] == [
        ("Ministerie van Justitie en Veiligheid: actie, 2024-02-01, running", "JenV stuurt VNG de brief.")
    ]
    assert [row.text for row in card.owed] == ["JenV stuurt VNG de brief."]
