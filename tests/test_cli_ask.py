"""The commands that ask, as a person runs them."""

from __future__ import annotations

import csv
import io
import json
import re
import shlex
from pathlib import Path

import pytest
from commands import Run
from typer.testing import CliRunner

from lrtgraph import queries
from lrtgraph import vocabulary as v
from lrtgraph.cli.app import make_app
from lrtgraph.cli.completion import join_words
from lrtgraph.cli.output import clean
from lrtgraph.cli.print_answers import _around

ASKING = [
    ["who-owns", "Spreidingswet"],
    ["actions"],
    ["decisions"],
    ["positions", "taakstelling"],
    ["timeline", "Spreidingswet"],
    ["show", "SJenV"],
    ["search", "opvang", "--limit", "0"],
    ["summary", "2022-11-09"],
    ["compare", "2022-11-09", "003_1202948651acc853.txt"],
    ["queries"],
    ["query", "meetings"],
    ["network", "--limit", "0"],
]


@pytest.fixture
def run(gold_store_path: Path, command: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command line with the gold graph."""
    monkeypatch.setenv("LRTGRAPH_STORE", str(gold_store_path))
    return command


@pytest.mark.parametrize("arguments", ASKING, ids=lambda arguments: arguments[0])
@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv", "md"])
def test_every_command_prints_every_form(run: Run, arguments: list[str], form: str) -> None:
    result = run(*arguments, "--format", form)

    assert (result.code, result.err) == (0, "")
    if form == "json":
        assert result.rows
    elif form == "jsonl":
        assert all(json.loads(line) for line in result.out.splitlines())
    elif form == "csv":
        head, *rows = csv.reader(io.StringIO(result.out))
        assert rows
        assert all(len(row) == len(head) for row in rows)
    elif form == "md":
        assert result.out.splitlines()[1].startswith("| ---")
    else:
        assert max(map(len, result.out.splitlines())) <= 110
        assert "Traceback" not in result.out


def test_who_owns_answers_with_place_and_quote(run: Run) -> None:
    result = run("who-owns", "spreidingswet")

    assert "001_b02e470687c8b965.txt:47 “SJenV geeft na vragen van IPO aan" in result.out
    assert result.out.index("toezicht op de uitvoering") < result.out.index("parlementaire behandeling")


def test_curated_knowledge_shows_its_source(run: Run) -> None:
    assert "Kamerstukken 36 333" in run("who-owns", "Spreidingswet").out


def test_a_spreadsheet_gets_every_published_column(run: Run) -> None:
    head, first, *_ = csv.reader(io.StringIO(run("who-owns", "Spreidingswet", "--format", "csv").out))
    row = dict(zip(head, first, strict=True))

    assert head == list(run("who-owns", "Spreidingswet", "--format", "json").rows[0])
    assert (row["actor"], row["date"]) == ("SJenV", "2022-11-09")
    assert row["evidence"].startswith("001_b02e470687c8b965.txt:47 “")


def test_people_read_names_and_machines_ids(run: Run) -> None:
    assert "Plan van aanpak" in run("actions", "--owner", "JenV").out
    assert "PvA_PRT" not in run("actions", "--owner", "JenV").out
    assert "PvA_PRT" in run("actions", "--owner", "JenV", "--format", "csv").out
    assert "BAK OEK" in run("query", "instruments-by-meeting").out
    assert "/BAK_OEK" in run("query", "instruments-by-meeting", "--format", "csv").out


def test_people_read_acts_and_kinds_in_their_language(run: Run) -> None:
    asked = ("positions", "flexwoningen")

    assert "stelt voor" in run(*asked).out
    assert "proposes" in run(*asked, "--lang", "en").out
    assert "stelt_voor" in run(*asked, "--format", "csv").out
    assert "stelt_voor" not in run(*asked, "--format", "md").out
    assert "responsibility" in run("timeline", "Spreidingswet", "--lang", "en").out
    assert "afwezig" in run("compare", "2022-11-09", "003_1202948651acc853.txt").out
    assert "absent" in run("compare", "2022-11-09", "003_1202948651acc853.txt", "--format", "csv").out


def test_the_network_is_measured_in_every_way_and_told_in_both_languages(run: Run) -> None:
    for kind in ("all", "speaks-about", "asks", "owns", "agrees", "objects"):
        for metric in ("degree", "betweenness", "pagerank", "community"):
            for since in ((), ("--since", "2023-06-01")):
                rows = run("network", "--kind", kind, "--metric", metric, *since, "--format", "json").rows
                assert rows, (kind, metric, since)
                assert all(row["incoming"] + row["outgoing"] for row in rows)
    assert "staatssecretaris" in run("network", "--kind", "owns").out
    assert {"ambt", "instrument"} <= set(run("network", "--kind", "owns").out.split())
    assert {"office", "instrument"} <= {
        row["kind"] for row in run("network", "--kind", "owns", "--format", "json").rows
    }
    assert "State Secretary" in run("network", "--kind", "owns", "--lang", "en").out


def test_a_list_behind_the_agenda_is_of_no_item(run: Run, tmp_path: Path) -> None:
    text = "Verslag Landelijke Regietafel\n\n12 februari 2024\n\n1. HAR\n\nVNG vraagt wanneer de HAR komt.\n\n"
    (tmp_path / "lrt.txt").write_text(
        f"{text}Actielijst\n\n1 | VNG | Brief over de HAR | mei\n2 | COA | Cijfers | mei\n"
    )
    store = ("--store", str(tmp_path / "x.db"))
    assert run("build", str(tmp_path / "lrt.txt"), *store).code == 0
    rows = run("summary", "2024-02-12", *store, "--format", "md").out.splitlines()[2:]
    assert [row.split("|")[1].strip() for row in rows] == ["1. HAR", "–", ""]


def test_a_summary_is_of_a_meeting_or_of_a_time(run: Run) -> None:
    one = run("summary", "2022-11-09")
    time = run("summary", "--until", "2022-12-31", "--format", "md")

    assert "| meeting | agenda item |" in time.out
    assert "meeting" not in one.out.splitlines()[0]  # a column that no row has a value in is left out
    assert run("summary", "--meeting", "2022-11-09").out == one.out
    cells = [line.split("|")[1:3] for line in time.out.splitlines()[2:]]
    shown = ["".join(part) for part in zip(*cells, strict=True)]
    assert shown[0].split() == ["LRT", "2022-11-09"]  # said once, and each item of the agenda too
    assert shown[1].count("1. Algemeen") == 1
    assert run("summary").code == 2
    assert run("summary", "2022-11-09", "--since", "2022-01-01").code == 2


def test_a_card_says_when_each_thing_was_said(run: Run) -> None:
    heads, *_ = run("show", "CNO").out.splitlines()

    assert heads.split() == ["section", "text", "meeting"]
    assert "LRT 2022-11-09" in run("show", "CNO").out
    assert run("show", "lrt-2022-11-09").out.splitlines()[0].split() == ["section", "text"]


@pytest.mark.parametrize("name", ["SJenV", "Spreidingswet", "2022-11-09"])
def test_a_card_explains_itself(name: str, run: Run) -> None:
    explained = run("show", name, "--explain", "--format", "md").out
    heads, _, *lines = [line[2:-2].split(" | ") for line in explained.splitlines()]
    rows = [dict(zip(heads, line, strict=True)) for line in lines]

    assert {"confidence", "rule", "evidence"} <= set(heads)
    assert any(re.fullmatch(r"[01](\.\d+)?", row["confidence"]) and row["rule"] for row in rows)
    assert "confidence" not in run("show", name).out


def test_people_see_what_stands_around_the_words_that_were_found() -> None:
    text = " ".join(f"woord{number}" for number in range(200))
    found = text.replace("woord150", "«woord150»")

    seen = _around(found)

    assert len(seen) <= 304
    assert "«woord150»" in seen
    assert (seen[:2], seen[-2:]) == ("… ", " …")
    assert seen[2:-2] in found
    assert _around("«woord»" + text).startswith("«woord»")
    assert _around(text + " «slot»").endswith(" «slot»")


def test_a_card_for_people_is_short_and_one_for_machines_whole(run: Run) -> None:
    short, whole = run("show", "SJenV", "--limit", "2"), run("show", "SJenV", "--limit", "0")
    sheets = [run("show", "SJenV", "--format", "csv", *limit).out for limit in ((), ("--limit", "2"))]

    assert "… and" in short.out
    assert short.err == "a section has at most 2 lines: --limit 0 gives all\n"
    assert "… and" not in whole.out
    assert not whole.err
    assert sheets[0] == sheets[1]
    assert "… and" not in sheets[0]


def test_two_meetings_stand_under_their_names(run: Run) -> None:
    both = ("2022-11-09", "003_1202948651acc853.txt")

    assert "  LRT 2022-11-09  " in run("compare", *both).out.splitlines()[0]
    assert "001_b02e470687c8b965.txt:" in run("compare", *both, "--explain").out
    assert run("compare", *both, "--format", "csv").out.startswith("what,id,label,first,second\n")


@pytest.mark.parametrize("question", [["decisions"], ["timeline", "VNG"], ["query", "agenda"]])
def test_a_meeting_without_a_date_stands_at_its_last_possible_day(run: Run, question: list[str]) -> None:
    out = run(*question).out
    places = [out.index(label.split()[1][:11]) for label in ("LRT 2022-11-09", "LRT (2023-04-25", "LRT (2023-07-10")]

    assert places == sorted(places)


def test_an_explanation_names_the_rule(run: Run) -> None:
    assert "rule" in run("actions", "--explain").out.splitlines()[0]
    assert "rule" in run("actions", "--format", "json", "--explain").rows[0]
    assert "rule" not in run("actions", "--format", "json").rows[0]


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        (["who-owns", "Spreidingswet"], "rule"),
        (["decisions"], "rule"),
        (["positions", "taakstelling"], "rule"),
        (["summary", "2022-11-09"], "rule"),
        (["timeline", "Spreidingswet"], "rule"),
        (["search", "opvang"], "score"),
        (["query", "who-owns"], "rule"),
    ],
    ids=" ".join,
)
def test_every_answer_can_be_explained(run: Run, question: list[str], shown: str) -> None:
    assert re.search(rf"\b{shown}\b", run(*question, "--explain").out)
    assert not re.search(rf"\b{shown}\b", run(*question).out)


def test_what_was_found_tells_the_meeting_also_where_its_day_is_unknown(run: Run) -> None:
    assert "LRT (2023-07-10" in run("search", "dwingend karakter").out


def test_a_table_of_a_query_leaves_technical_columns_to_machines(run: Run) -> None:
    table = run("query", "who-owns", "--param", "instrument=Spreidingswet").out
    explained = run("query", "who-owns", "--param", "instrument=Spreidingswet", "--explain").out
    for_machines = run("query", "who-owns", "--param", "instrument=Spreidingswet", "--format", "json").out
    deadlines = run("query", "deadlines").out

    assert table.split("\n")[0].split() == ["instrument", "actor", "role", "basis", "meeting", "confidence"]
    assert "Kamerstukken 36 333" in table
    assert "confidence" in explained
    assert list(json.loads(for_machines)[0]) == list(queries.load("who-owns").columns)
    assert deadlines.split("\n")[0].split()[-2:] == ["deadline", "meeting"]
    assert "de komende week" in deadlines


def test_both_quotes_of_a_row_are_printed_with_their_places(run: Run) -> None:
    table = run("query", "questions-answered").out
    [asked, answered] = [line for line in table.splitlines() if line.startswith("    0")][:2]

    assert table.splitlines()[0].split() == ["speaker", "answered", "by", "meeting"]
    assert re.match(r"    \w+\.txt:\d+ “", asked)
    assert re.match(r"    \w+\.txt:\d+ “", answered)
    assert "question_quote" in run("query", "questions-answered", "--format", "csv").out.splitlines()[0]


def test_a_term_that_the_vocabulary_does_not_have_is_told(run: Run) -> None:
    wrong = run("query", "-", stdin="SELECT ?s { ?s a lrt:Besluitt ; lrt:owner ?o }")
    assert (wrong.code, wrong.out) == (1, "")
    assert wrong.err.splitlines() == ["the vocabulary has no lrt:Besluitt; did you mean Besluit?", "nothing found"]
    unlike = run("query", "-", stdin="ASK { ?s <https://w3id.org/lrtgraph/def#xyz> ?o }")
    assert "no lrt:xyz; `lrtgraph query vocabulary-used`" in unlike.err
    assert run("query", "-", stdin="ASK { ?s a lrt:Besluit ; lrt:owner ?o }").err == ""


def test_a_prefix_that_is_declared_for_another_namespace_is_told(run: Run, tmp_path: Path) -> None:
    asked = tmp_path / "own.rq"
    asked.write_text("PREFIX lrt: <https://example.org/lrt#>\nSELECT ?s { ?s a lrt:Statement }")
    wrong = run("query", str(asked))
    assert wrong.err.splitlines()[0].startswith(f"lrt: is <{v.LRT}> here, not <https://example.org/lrt#>")
    asked.write_text(f"PREFIX lrt: <{v.LRT}>\nSELECT ?s {{ ?s a lrt:Statement }}")
    assert run("query", str(asked)).err == ""


def test_a_table_of_a_query_has_labels_and_prefixes_in_place_of_iris(run: Run) -> None:
    assert "zegt toe" in run("query", "positions-by-actor").out
    assert "commits" in run("query", "positions-by-actor", "--lang", "en").out
    assert "https://" in run("query", "positions-by-actor", "--format", "csv").out
    assert "skos:Concept" in run("query", "vocabulary-used").out
    assert "verantwoordelijkheid" in run("query", "uncertain-facts", "--param", "below=1.1").out


def test_returning_agenda_items_are_listed_by_meeting_in_order(run: Run) -> None:
    table = run("query", "returning-agenda-items").out

    assert table.index("LRT (2023-04-25") < table.index("LRT (2023-07-10")
    assert "/meeting/" not in table


def test_labels_in_english(run: Run) -> None:
    dutch, english = (run("who-owns", "Spreidingswet", "--lang", code).out for code in ("nl", "en"))

    assert "staatssecretaris van Justitie" in dutch
    assert "State Secretary" in english
    assert dutch.split()[:4] == english.split()[:4] == ["who", "role", "basis", "meeting"]


def test_options_choose(run: Run) -> None:
    all_of_them = run("actions", "--format", "json").rows
    assert {row["kind"] for row in all_of_them} == {"actie", "afspraak", "toezegging"}
    with_partner = [row for row in all_of_them if "PRT" in row["partners"]]
    assert run("actions", "--to", "PRT", "--format", "json").rows == with_partner != []
    assert {tuple(row["owners"]) for row in run("actions", "--owner", "Aedes", "--format", "json").rows} == {("Aedes",)}
    assert {row["kind"] for row in run("actions", "--kind", "Toezegging", "--format", "json").rows} == {"toezegging"}
    assert {row["meeting"] for row in run("actions", "--meeting", "2022-11-09", "--format", "json").rows} == {
        "lrt-2022-11-09"
    }
    assert len(run("actions", "--since", "2023-08-01", "--format", "json").rows) < len(all_of_them)
    assert {row["act"] for row in run("positions", "taakstelling", "--act", "bezwaar", "--format", "json").rows} == {
        "bezwaar"
    }


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["who-owns", "Spredingswet"], "did you mean Spreidingswet"),
        (["actions", "--owner", "niemandal"], "unknown name 'niemandal'; `lrtgraph search niemandal`"),
        (["actions", "--since", "vandaag"], "'vandaag' is no date; write it as YYYY-MM-DD, YYYY-MM or YYYY"),
        (["summary", "LRT"], "unknown name 'LRT'; `lrtgraph query meetings --param body=LRT` lists them"),
        (
            ["actions", "--since", "2023-12-31", "--until", "2023-01-01"],
            "since 2023-12-31 is later than until 2023-01-01",
        ),
        (["summary", "1999-01-01"], "unknown name '1999-01-01'; `lrtgraph query meetings` lists them"),
        (["actions", "--meeting", "1999-01-01"], "`lrtgraph query meetings` lists them"),
        (["who-owns", "zep pelin"], "`lrtgraph search 'zep pelin'` looks for the words"),
        (["who-owns", " "], "the name is empty; give one"),
        (["query", "no-such-query"], "there is no query and no file"),
        (["query", "who-own"], "did you mean who-owns"),
        (["query", "SELECT * WHERE { ?s ?p ?o }"], "a query of your own comes from a file or standard input"),
        (["queries", "--tag", "tijdd"], "there is no tag 'tijdd'; did you mean tijd?"),
        (["queries", "--tag", "qqq"], "there is no tag 'qqq'; the tags are "),
        (["query", "overdue-actions"], "needs day"),
        (["query", "who-owns", "--param", "instrument"], "--param name=value"),
        (["query", "who-owns", "--param", "colour=red"], "has no parameter colour"),
        (["query", "who-owns", "--param", "instrument=x> } DROP ALL"], "unknown name"),
        (["query", "meetings", "--format", "turtle"], "rows, not triples"),
        (["export", "docx"], "choose from ttl"),
    ],
)
def test_a_mistake_is_one_sentence_and_exit_code_2(run: Run, arguments: list[str], message: str) -> None:
    result = run(*arguments)

    assert (result.code, result.out) == (2, "")
    assert message in result.err
    assert len(result.err.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["who-owns", "Nidos"],
        ["search", "zeppelin"],
        ["actions", "--since", "2031-01-01"],
    ],
)
def test_nothing_found_is_exit_code_1(run: Run, arguments: list[str]) -> None:
    result = run(*arguments, "--format", "json")

    assert (result.code, result.rows) == (1, [])
    assert result.err.startswith("nothing found")
    assert len(result.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("SJenV", "SJenV is an actor, and `lrtgraph show SJenV` says what it owns"),
        (
            "klijnsma",
            "person:Klijnsma sat for CdK, and minutes say what a seat does: ask for CdK with --since 2022-11-09",
        ),
        (
            "normbedrag",
            "documents are not read for bekostigingsregeling, an everyday word; `lrtgraph gazetteer add bek",
        ),
        ("bonus", "no owner is known of bonus; `lrtgraph show bonus` says what is"),
    ],
)
def test_no_owner_says_where_to_look(run: Run, name: str, said: str) -> None:
    result = run("who-owns", name)

    assert (result.code, result.out) == (1, "")
    assert said in result.err


def test_no_owner_in_the_chosen_meetings_is_not_none_at_all(run: Run) -> None:
    known, chosen = run("who-owns", "Spreidingswet"), run("who-owns", "Spreidingswet", "--until", "2020-01-01")

    assert (known.code, chosen.code) == (0, 1)
    assert "no owner is known" not in chosen.err
    assert "no owner of Spreidingswet is named in what was chosen" in chosen.err


def test_what_one_ministry_owes_is_asked_office_by_office(run: Run) -> None:
    owing = {one for row in run("actions", "--format", "json").rows for one in row["owners"]}
    asked = run("actions", "--owner", "JenV")

    assert {"SJenV", "DGM"} & owing
    assert [one for one in ("DGM", "SJenV") if one in asked.err] == sorted({"SJenV", "DGM"} & owing)
    assert run("actions", "--owner", "VNG").err == ""
    assert run("actions", "--owner", "JenV", "--format", "json").err == ""


def test_what_the_offices_of_one_ministry_and_those_related_to_it_said_is_asked_apart(run: Run) -> None:
    speaking = {one for row in run("query", "positions", "--format", "json").rows for one in row["speakers"]}
    asked = run("positions", "JenV")
    noted = set(asked.err.replace(",", " ").replace(";", " ").split())

    assert "SJenV" in {v.local_id(one) for one in speaking}
    assert "SJenV" in noted
    assert "COA" not in noted
    assert run("positions", "taakstelling").err == ""
    assert run("positions", "JenV", "--format", "json").err == ""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["actions", "--owner", "Klijnsma"], "person:Klijnsma sat for CdK"),
        (["decisions", "--about", "noodopvang"], "`lrtgraph search noodopvang` looks for the word"),
        (["positions", "taakstelling", "--actor", "Klijnsma"], "person:Klijnsma sat for CdK"),
    ],
)
def test_what_nothing_was_found_of_says_how_else_to_ask(run: Run, arguments: list[str], said: str) -> None:
    result = run(*arguments)

    assert (result.code, result.out) == (1, "")
    assert said in result.err


def test_no_graph_yet_says_what_to_do(run: Run, tmp_path: Path) -> None:
    result = run("who-owns", "Spreidingswet", "--store", str(tmp_path / "nothing"))

    assert result.code == 2
    assert "lrtgraph build" in result.err


# Queries of one's own

SELECT = (
    "SELECT ?owner (COUNT(?o) AS ?n) WHERE { ?o lrt:owner ?owner } GROUP BY ?owner ORDER BY DESC(?n) ?owner LIMIT 2"
)


def test_a_query_from_standard_input_or_a_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.rq").write_text(SELECT)
    piped = run("query", "-", "--format", "json", stdin=SELECT)

    assert piped.rows == run("query", str(tmp_path / "mine.rq"), "--format", "json").rows
    assert piped.rows[0]["owner"].endswith("/LRT")
    assert "LRT" in run("query", "-", stdin=SELECT).out.splitlines()[2]
    assert run("query", "-", "--format", "tsv", stdin=SELECT).out.splitlines()[0] == "owner\tn"


def test_a_question_with_a_limit_says_when_there_may_be_more(run: Run) -> None:
    few = run("query", "positions", "--param", "limit=2", "--format", "json")
    all_of_them = run("query", "positions", "--limit", "0", "--format", "json")

    assert (len(few.rows), len(all_of_them.rows) > 2) == (2, True)
    assert "--limit 0 gives all" in few.err
    assert all_of_them.err == ""
    assert run("query", "positions", "--format", "json").rows == all_of_them.rows
    assert run("query", "positions", "--limit", "2", "--format", "json").rows == few.rows
    assert run("query", "positions", "--param", "limit=-2").code == 2
    short, whole = (run("query", "brokers", "--limit", most, "--format", "json") for most in ("2", "0"))
    assert short.rows == whole.rows[:2]
    assert short.err == "there are more than these 2: --limit 0 gives all\n"
    assert len(whole.rows) > 2
    assert not whole.err
    assert "brokers has no parameter limit" in run("query", "brokers", "--param", "limit=2").err


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "tsv"])
def test_a_program_gets_all_rows_of_a_question_that_a_table_cuts(
    run: Run, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = run("query", "positions", "--limit", "0", "--format", form).out
    cut = queries.text("positions").replace('default: "200"', 'default: "3"')
    monkeypatch.setattr(queries, "text", lambda name: cut)
    queries.load.cache_clear()

    assert run("query", "positions", "--format", form).out == whole
    assert "more than these 3: --limit 0" in run("query", "positions").err
    queries.load.cache_clear()


@pytest.mark.parametrize("question", [["search", "opvang"], ["network"]])
@pytest.mark.parametrize("form", ["table", "json", "csv", "md"])
def test_a_ranking_says_that_there_is_more(run: Run, question: list[str], form: str) -> None:
    few, whole = (run(*question, "--limit", most, "--format", form) for most in ("2", "0"))

    assert few.err == "there are more than these 2: --limit 0 gives all\n"
    assert whole.err == ""
    assert len(whole.out) > len(few.out)


def test_a_file_with_a_header_takes_parameters(run: Run, tmp_path: Path) -> None:
    header = (
        "#+ summary: {nl: Vraag, en: Question}\n#+ description: Owners.\n#+ tags: [x]\n"
        "#+ parameters:\n#+   owner: {type: concept, example: VNG, description: one}\n#+ columns: [o]\n"
    )
    (tmp_path / "mine.rq").write_text(header + "SELECT ?o WHERE {\n  #@bind owner\n  ?o lrt:owner ?owner }")

    assert run("query", str(tmp_path / "mine.rq"), "--param", "owner=jenv", "--format", "json").rows
    assert "--param owner=VNG" in run("query", "--help", str(tmp_path / "mine.rq")).out


def test_yes_no_and_triples(run: Run) -> None:
    assert run("query", "-", stdin="ASK { ?s lrt:owner ?o }").out == "yes\n"
    no = run("query", "-", "--format", "json", stdin="ASK { ?s lrt:owner lrt:nobody }")
    assert (no.code, no.rows) == (1, {"boolean": False})
    turtle = run("query", "-", "--format", "turtle", stdin="CONSTRUCT WHERE { ?s lrt:owner ?o }").out
    assert "lrt:owner" in turtle
    assert run("query", "-", "--format", "csv", stdin="CONSTRUCT WHERE { ?s lrt:owner ?o }").code == 2


@pytest.mark.parametrize("query", ["DROP ALL", "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "hello", ""])
def test_what_is_no_question_does_not_run(run: Run, query: str) -> None:
    result = run("query", "-", stdin=query)

    assert (result.code, result.out) == (2, "")


def test_help_of_a_question_shows_its_text_and_parameters(run: Run) -> None:
    out = run("query", "--help", "who-owns").out

    assert "Wie gaat over een instrument" in out
    assert "--param instrument=Spreidingswet" in out
    assert "SELECT DISTINCT ?instrument" in out
    assert run("query", "--help").code == 0


def test_the_help_of_every_question_has_an_example_that_runs(run: Run) -> None:
    for name in queries.names():
        example = re.search(r"^Example: lrtgraph (query .*)$", run("query", "--help", name).out, re.MULTILINE)

        assert example, name
        result = run(*shlex.split(example[1]), "--format", "json")
        assert result.code in (0, 1) or "unknown name" in result.err, result.err


def test_a_question_and_its_command_give_one_order(run: Run) -> None:
    commands = [row["role"] for row in run("who-owns", "Spreidingswet", "--format", "json").rows]
    rows = run("query", "who-owns", "--param", "instrument=Spreidingswet", "--format", "json").rows

    assert list(dict.fromkeys(row["role"] for row in rows)) == commands


def test_a_question_shows_people_what_explains_it_when_they_ask(run: Run) -> None:
    asked = ("query", "actions", "--param", "owner=VNG")

    assert not re.search(r"^rule\b", run(*asked).out, re.MULTILINE)
    assert re.search(r"^rule\b", run(*asked, "--explain").out, re.MULTILINE)
    assert "rule" in run(*asked, "--format", "csv").out.splitlines()[0].split(",")


def test_the_list_of_questions_by_tag(run: Run) -> None:
    rows = run("queries", "--tag", "eigenaarschap", "--format", "json").rows

    assert {"who-owns", "co-owners"} <= {row["name"] for row in rows}
    assert all("eigenaarschap" in row["tags"] for row in rows)
    assert len(run("queries", "--format", "json").rows) >= 35


def test_control_characters_of_a_document_reach_no_terminal() -> None:
    assert clean("a\x1b[31mb\u202ec\x07") == "a�[31mb�c�"


# Completion


def completed_words(words: str, store: Path) -> list[str]:
    """What bash is given for a line that ends in the middle of a word."""
    environment = {
        "_LRTGRAPH_COMPLETE": "complete_bash",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split()) - 1),
        "LRTGRAPH_STORE": str(store),
    }
    join_words(environment)
    return CliRunner().invoke(make_app(), [], env=environment, prog_name="lrtgraph").output.split()


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("who-owns Spreid", "Spreidingswet"),
        ("actions --owner SJ", "SJenV"),
        ("summary lrt-", "lrt-2022-11-09"),
        ("summary 2022", "2022-11-09"),
        ("summary 001", "001_b02e470687c8b965.txt"),
        ("compare lrt-2022-11-09 003", "003_1202948651acc853.txt"),
        ("positions taakst", "taakstelling"),
        ("show Klijns", "Klijnsma"),
        ("show 2022-11", "2022-11-09"),
        ("timeline Marne", "Marnewaard"),
        ("map --focus Aed", "Aedes"),
        ("remove 000", "000_f18b6c50bbc24009.txt"),
        ("queries --tag tij", "tijd"),
        ("query who-ow", "who-owns"),
        ("query who-owns --param inst", "instrument=Spreidingswet"),
        ("query who-owns --param instrument = Spreid", "Spreidingswet"),  # bash parts words at = and :
        ("query actions --param kind = toe", "toezegging"),
        ("query meeting-summary --param meeting = lrt-2022-11", "lrt-2022-11-09"),
        ("show place : Marner", "Marnerwaard"),
        ("actions --owner = SJ", "SJenV"),
        ("who-owns spreid", "Spreidingswet"),
        ("show Centraal_Or", "Centraal_Orgaan_opvang_asielzoekers"),
        ("gazetteer show Spreidingsw", "Spreidingswet"),
        ("export gra", "graphml"),
    ],
)
def test_the_shell_completes_names_from_the_graph(gold_store_path: Path, typed: str, completed: str) -> None:
    assert completed in completed_words(f"lrtgraph {typed}", gold_store_path)


def test_the_case_that_was_typed_comes_first(gold_store_path: Path) -> None:
    assert "spreidingswet" not in {each.casefold() for each in completed_words("lrtgraph who-owns sp", gold_store_path)}


@pytest.mark.parametrize(
    ("pieces", "words", "at"),
    [
        ("lrtgraph\nshow\n", "lrtgraph\nshow", "2"),
        ("lrtgraph\nquery\nx\n--param\na\n=", "lrtgraph\nquery\nx\n--param\na=", "4"),
        ("lrtgraph\nquery\nx\n--param\na\n=\n", "lrtgraph\nquery\nx\n--param\na=", "4"),
        ("lrtgraph\nshow\nplace\n:\nUt", "lrtgraph\nshow\nplace:Ut", "2"),
        ("lrtgraph\nsearch\nx\n--meeting\n2022", "lrtgraph\nsearch\nx\n--meeting\n2022", "4"),
    ],
)
def test_what_bash_parts_is_one_word(pieces: str, words: str, at: str) -> None:
    line = {"_LRTGRAPH_COMPLETE": "complete_bash", "COMP_WORDS": pieces, "COMP_CWORD": str(pieces.count("\n"))}
    other = {"_LRTGRAPH_COMPLETE": "complete_zsh", "COMP_WORDS": pieces, "COMP_CWORD": "1"}
    join_words(line)
    join_words(other)

    assert (line["COMP_WORDS"], line["COMP_CWORD"]) == (words, at)
    assert other["COMP_WORDS"] == pieces


def test_the_shell_completes_from_the_graph_that_is_named(gold_store_path: Path, tmp_path: Path) -> None:
    words = f"lrtgraph who-owns --store {gold_store_path} Spreid"

    assert "Spreidingswet" in completed_words(words, tmp_path / "nothing")


@pytest.mark.parametrize("typed", ["who-owns a", "actions --owner a", "summary a", "query nothing --param a"])
def test_completion_without_a_graph_is_silent(typed: str, tmp_path: Path) -> None:
    assert completed_words(f"lrtgraph {typed}", tmp_path / "nothing") == []


def test_a_timeline_tells_people_what_events_are_about_where_that_was_not_asked(run: Run) -> None:
    law, office = (run("timeline", name).out.splitlines()[0].split() for name in ("Spreidingswet", "SJenV"))

    assert ("about" in law, "about" in office) == (False, True)
    assert all("Spreidingswet" in row["about"] for row in run("timeline", "Spreidingswet", "--format", "json").rows)


def test_an_owner_who_is_in_doubt_is_marked_and_comes_behind_who_is_not(command: Run, tmp_path: Path) -> None:
    minutes, store = tmp_path / "verslag.txt", str(tmp_path / "graph.db")
    minutes.write_text(
        "Verslag LRT 12 maart 2024\n\n1. Opening\nDe voorzitter opent.\n\n2. Koppeling\n"
        "- Het COA schuift de dossiers door.\n- VNG voert de koppeling uit.\n"
        "3. Spreidingswet\n- De PRT's hebben tot 1 november om een verslag in te dienen.\n"
        "- VNG voert de Spreidingswet uit.\n"
    )
    assert command("build", str(minutes), "--store", store, "--jobs", "1").code == 0

    def bases(name: str) -> list[tuple[str, str]]:
        """The first word of each owner's name and the basis, as a table has them."""
        lines = command("who-owns", name, "--store", store).out.splitlines()
        return [(line.split()[0], line[line.index("tekst") :].split("  ")[0]) for line in lines if " tekst" in line]

    assert bases("koppeling") == [("Vereniging", "tekst"), ("Centraal", "tekst, likely")]
    assert bases("Spreidingswet") == [("Vereniging", "tekst"), ("Provinciale", "tekst, unsure")]
    rows = json.loads(command("who-owns", "koppeling", "--store", store, "--format", "json").out)
    assert {row["basis"] for row in rows} == {"tekst"}
    assert "(likely)" in command("show", "koppeling", "--store", store).out


def test_a_promise_that_was_only_said_is_marked_beside_its_kind(command: Run, tmp_path: Path) -> None:
    minutes, store = tmp_path / "verslag.txt", str(tmp_path / "graph.db")
    minutes.write_text(
        "Verslag LRT 12 maart 2024\n\n1. Opening\nDe voorzitter opent.\n\n"
        "2. Opvang\nCOA zal de notitie vóór 1 april 2024 aan de gemeenten sturen.\n"
    )
    assert command("build", str(minutes), "--store", store, "--jobs", "1").code == 0
    assert "\ntoezegging, gezegd " in command("actions", "--store", store).out
    assert "\ncommitment, said " in command("actions", "--store", store, "--lang", "en").out
    (row,) = json.loads(command("actions", "--store", store, "--format", "json").out)
    assert (row["kind"], row["basis"]) == ("toezegging", "gezegd")


def test_a_word_taken_for_a_slip_is_told_to_people(run: Run) -> None:
    said = run("search", "spreidinswet")
    silent = run("search", "spreidinswet", "--format", "json")

    assert "«Spreidingswet»" in said.out
    assert said.err == "no document has 'spreidinswet'; 'spreidingswet' is looked for\n"
    assert silent.err == run("search", "spreidingswet").err == ""


def test_of_who_never_speaks_there_is_what_others_say(run: Run) -> None:
    result = run("positions", "Tweede Kamer")

    assert result.err == "TweedeKamer says nothing itself: this is said about it\n"
    rows = run("positions", "Tweede Kamer", "--format", "json").rows
    assert rows
    assert all("TweedeKamer" in row["about"] and row["speakers"] for row in rows)
    assert not run("positions", "VNG").err.startswith("VNG says")


def test_what_words_only_imply_is_marked_for_people(command: Run, tmp_path: Path) -> None:
    """Who shares an objection supports who made it, and by that objects himself."""
    minutes, store = tmp_path / "verslag.txt", str(tmp_path / "graph.db")
    minutes.write_text(
        "Verslag LRT 9 november 2022\n\n1. Opening\nDe voorzitter opent.\n\n"
        "2. HAR\n- VNG is tegen de HAR.\n- IPO sluit zich aan bij VNG.\n"
    )
    command("build", str(minutes), "--store", store, "--jobs", "1")

    told = command("positions", "HAR", "--store", store).out
    assert "maakt bezwaar, implied" in told
    assert told.count("implied") == 1
    for question in (["timeline", "HAR"], ["summary", "2022-11-09"], ["show", "2022-11-09"], ["show", "HAR"]):
        assert "implied" in command(*question, "--store", store).out
    assert "implied" not in command("positions", "HAR", "--format", "json", "--store", store).out


def test_questions_and_commands_call_things_alike(run: Run) -> None:
    """Also what something is said under, whom a meeting's points are of, and what they did."""
    under = run("positions", "escalatieladder").out
    assert "BAK OEK" in under
    assert "BAK_OEK" not in under
    assert "unders" not in run("query", "positions").out.splitlines()[0]
    told = run("query", "timeline", "--param", "concept=COA").out
    assert "maakt bezwaar" in told
    assert "stelt_voor" not in told
    compared = run("compare", "2022-11-09", "003_1202948651acc853.txt").out
    assert "SJenV (actie)" in compared
    assert "staatssecretaris van" not in compared


def test_the_parts_of_one_kind_that_an_owner_has_are_one_row_for_people(command: Run, tmp_path: Path) -> None:
    minutes, store = tmp_path / "verslag.txt", str(tmp_path / "graph.db")
    minutes.write_text(
        "Verslag LRT 12 maart 2024\n\n1. Opening\nDe voorzitter opent.\n\n2. Prognose\n"
        "- De MPP wordt door JenV opgesteld.\n- JenV is de opsteller van de MPP.\n- JenV is eigenaar van de MPP.\n"
        "- Vanaf 1 mei stelt JenV de MPP op.\n- Afspraak: VNG en COA spreken in mei over de MPP.\n"
    )
    command("build", str(minutes), "--store", store, "--jobs", "1")

    def roles(*arguments: str) -> list[str]:
        lines = command("who-owns", "MPP", "--store", store, "--format", "md", *arguments).out.splitlines()[2:]
        return [line.split("|")[2].strip() for line in lines]

    assert [role for role in roles() if role.startswith("opste")] == ["opstellen; opsteller", "opstellen, vanaf 1 mei"]
    assert sum(role.startswith("afspraak") for role in roles()) == 1
    assert "opsteller" in roles("--explain")
    apart = json.loads(command("who-owns", "MPP", "--store", store, "--format", "json").out)
    assert {"opstellen", "opsteller"} <= {row["role"] for row in apart}


@pytest.mark.parametrize(
    ("question", "last"),
    [(["who-owns", "BAK OEK"], False), (["actions"], False), (["decisions"], True), (["positions", "VNG"], True),
     (["timeline", "VNG"], True)],
)  # fmt: skip
def test_a_long_answer_can_be_cut(run: Run, question: list[str], last: bool) -> None:
    every = run(*question, "--format", "json").rows
    cut = run(*question, "--format", "json", "--limit", "2")

    assert cut.rows == (every[-2:] if last else every[:2])
    assert cut.err == "there are more than these 2: --limit 0 gives all\n"


def test_who_asks_for_the_owner_of_an_actor_is_told_where_it_says_what_that_owns(run: Run) -> None:
    told = run("who-owns", "VNG")

    assert "VNG is an actor, and `lrtgraph show VNG` says what it owns" in told.err
    assert told.err.count("is an actor") == 1
    assert not run("who-owns", "Spreidingswet").err
