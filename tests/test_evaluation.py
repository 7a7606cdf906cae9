"""The figures of reading quality: hand-made cases, laws that every comparison keeps, and the command."""

from __future__ import annotations

import copy
import json
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from commands import Run
from hypothesis import given
from hypothesis import strategies as st

from lrtgraph.errors import InputError
from lrtgraph.evaluation import LAYERS, Gold, Miss, concept_list, evaluate, load_gold, load_records

ROOT = Path(__file__).parent.parent
REAL = ROOT / "tests" / "gold" / "real"
MEETING = {"body": "LRT", "date": None, "earliest": None, "latest": None}
KNOWN = frozenset({"VNG", "IPO", "HAR", "COA"})


def record(**layers: Any) -> dict[str, Any]:
    return {"source": "a.txt", "meeting": MEETING, **{layer: [] for layer in LAYERS}, **layers}


def outcome(start: int, end: int, **changes: Any) -> dict[str, Any]:
    row = {"start": start, "end": end, "kind": "actie", "owners": ["VNG"], "rule": "r", "confidence": 0.9}
    return {**row, **changes}


def figures(predicted: dict[str, Any], wanted: dict[str, Any], layer: str) -> tuple[int, int, int]:
    score = evaluate([predicted], [Gold("a", wanted, None)], KNOWN).score(layer)
    return score.hit, score.predicted, score.gold


def test_levels_of_strictness_count_among_those_that_passed_the_one_before() -> None:
    wanted = record(outcomes=[outcome(0, 10), outcome(20, 30), outcome(40, 50, owners=["VNG", "IPO"])])
    found = record(outcomes=[outcome(0, 10), outcome(20, 31, kind="besluit"), outcome(41, 50)])
    assert figures(found, wanted, "outcomes") == (3, 3, 3)
    assert figures(found, wanted, "outcomes +kind") == (2, 3, 3)
    assert figures(found, wanted, "outcomes +kind +owners") == (1, 3, 3)


def test_spans_pair_one_to_one_and_only_where_they_overlap_enough() -> None:
    wanted = record(outcomes=[outcome(0, 100)])
    assert figures(record(outcomes=[outcome(0, 100), outcome(0, 60)]), wanted, "outcomes") == (1, 2, 1)
    assert figures(record(outcomes=[outcome(80, 180)]), wanted, "outcomes") == (0, 1, 1)


def test_other_readings_of_the_gold_count_as_right() -> None:
    wanted = record(outcomes=[outcome(0, 10, kind_alt=["afspraak"], owners_alt=[["IPO"], []])])
    for kind, owners in (("actie", ["VNG"]), ("afspraak", ["IPO"]), ("actie", [])):
        found = record(outcomes=[outcome(0, 10, kind=kind, owners=owners)])
        assert figures(found, wanted, "outcomes +kind +owners") == (1, 1, 1)


def test_ids_outside_the_list_are_one_and_the_same_unknown() -> None:
    wanted = record(ownership=[{"instrument": "X", "actor": "VNG", "start": 0, "end": 1}])
    found = record(ownership=[{"instrument": "Y", "actor": "VNG", "start": 0, "end": 1}])
    assert figures(found, wanted, "ownership") == (1, 1, 1)
    mention = {"start": 0, "end": 3, "concept": "person:Otten"}
    other = {"start": 0, "end": 3, "concept": "person:Visser"}
    assert figures(record(mentions=[mention]), record(mentions=[other]), "mentions") == (0, 1, 1)


def test_blanked_out_seats_compare_as_a_multiset() -> None:
    seat = {"name": None, "concept": "VNG", "status": "present"}
    assert figures(record(participants=[seat, seat, seat]), record(participants=[seat, seat]), "participants") == (
        2,
        3,
        2,
    )


def test_a_missing_record_counts_as_all_missed() -> None:
    result = evaluate([], [Gold("a", record(outcomes=[outcome(0, 10)]), None)], KNOWN)
    assert (result.score("outcomes").recall, result.score("outcomes").f1) == (0.0, 0.0)
    assert [miss.kind for miss in result.misses if miss.layer == "outcomes"] == ["missed"]


def test_evidence_must_stand_at_its_offsets() -> None:
    found = record(targets=[{"start": 0, "end": 3, "text": "VNG", "value": 1}])
    result = evaluate([found], [Gold("a", record(), "IPO zegt")], KNOWN)
    assert result.score("evidence offsets").hit == 0
    assert Miss("evidence offsets", "a", "targets", found["targets"][0]) in result.misses


def test_rules_and_confidences_are_judged_at_the_strictest_level() -> None:
    rows = [outcome(0, 10), outcome(20, 30, kind="besluit"), outcome(40, 50, rule="s", confidence=0.6)]
    wanted = record(outcomes=[outcome(0, 10), outcome(20, 30), outcome(40, 50)])
    result = evaluate([record(outcomes=rows)], [Gold("a", wanted, None)], KNOWN)
    assert result.rules == (("outcomes", "r", 1, 2), ("outcomes", "s", 1, 1))
    table = {(found.layer, found.low): (found.right, found.facts) for found in result.calibration}
    assert table[("outcomes", 0.9)] == (1, 2)
    assert table[("all", 0.6)] == (1, 1)


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(1, 40), st.sampled_from(["VNG", "IPO"])), max_size=12))
def test_a_record_agrees_wholly_with_itself_whatever_the_order(spans: list[tuple[int, int, str]]) -> None:
    rows = [outcome(start, start + length, owners=[owner]) for start, length, owner in dict.fromkeys(spans)]
    forward = evaluate([record(outcomes=rows)], [Gold("a", record(outcomes=rows), None)], KNOWN)
    assert all(score.f1 == 1 for score in forward.scores if score.layer == "outcomes")
    backward = evaluate([record(outcomes=rows[::-1])], [Gold("a", record(outcomes=rows), None)], KNOWN)
    assert backward.score("outcomes") == forward.score("outcomes")


def test_the_gold_agrees_with_itself_and_less_when_it_is_spoilt() -> None:
    gold = load_gold(REAL, ROOT / "examples" / "minutes")
    known = concept_list(REAL)
    assert known is not None
    assert "Spreidingswet" in known
    own = [{**document.record, "source": f"{document.name}.txt"} for document in gold]
    assert all(score.f1 == 1 for score in evaluate(own, gold, known).scores)
    spoilt = copy.deepcopy(own)
    for row in spoilt[0]["outcomes"]:
        row["owners"] = []
    result = evaluate(spoilt, gold, known)
    assert result.score("outcomes").f1 == 1
    assert result.score("outcomes +kind +owners").f1 < 1


def test_what_cannot_be_read_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is no folder"):
        load_gold(tmp_path / "none")
    with pytest.raises(InputError, match="holds no gold record"):
        load_gold(tmp_path)
    (tmp_path / "a.json").write_text("{", encoding="utf-8")
    with pytest.raises(InputError, match="not valid JSON"):
        load_gold(tmp_path)
    (tmp_path / "records.jsonl").write_text('{"no": "source"}\n', encoding="utf-8")
    with pytest.raises(InputError, match="no extraction record"):
        load_records(tmp_path / "records.jsonl")
    (tmp_path / "concepts.csv").write_text("naam\nVNG\n", encoding="utf-8")
    with pytest.raises(InputError, match="no column id"):
        concept_list(tmp_path)
    with pytest.raises(InputError, match="is no file"):
        concept_list(tmp_path, tmp_path / "missing.csv")


@pytest.fixture
def run(command: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command at the root of the project."""
    monkeypatch.chdir(ROOT)
    return partial(command, "evaluate")


def test_the_command_reads_records_and_prints_every_form(tmp_path: Path, run: Run) -> None:
    records = tmp_path / "records.jsonl"
    gold = load_gold(REAL)
    rows = [json.dumps({**document.record, "source": f"{document.name}.txt"}) for document in gold]
    records.write_text("\n".join(rows[1:]) + "\n", encoding="utf-8")
    arguments = (str(REAL), "--records", str(records))
    whole = json.loads(run(*arguments, "--format", "json", "--errors", "outcomes").out)
    scores = {row["layer"]: row for row in whole["scores"]}
    assert scores["outcomes"]["precision"] == 1
    assert scores["outcomes"]["recall"] < 1
    assert {row["kind"] for row in whole["errors"]} == {"missed"}
    table = run(*arguments, "--calibration", "--rules")
    assert (table.code, table.err) == (0, "")
    assert "outcomes +kind +owners" in table.out
    csv = run(*arguments, "--format", "csv", "--errors", "targets").out.splitlines()
    assert csv[0] == "layer,document,kind,row"
    assert all(line.startswith("targets,") for line in csv[1:])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("nergens",), "is no folder"),
        ((str(REAL), "--errors", "niets", "--records", "RECORDS"), "there is no layer 'niets'"),
        ((str(REAL), "--texts", "nergens"), "no text of the gold records"),
    ],
)
def test_wrong_use_is_one_sentence_and_exit_2(
    tmp_path: Path, run: Run, arguments: tuple[str, ...], message: str
) -> None:
    records = tmp_path / "records.jsonl"
    records.write_text("", encoding="utf-8")
    result = run(*(str(records) if argument == "RECORDS" else argument for argument in arguments))
    assert result.code == 2
    assert message in result.err
    assert len(result.err.strip().splitlines()) == 1
    assert result.out == ""
