"""The command that measures reading quality against records made by people."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lrtgraph.cli import options, output
from lrtgraph.errors import InputError
from lrtgraph.resources import Settings

if TYPE_CHECKING:
    from lrtgraph.evaluation import Evaluation, Gold

_SCORES: tuple[str, ...] = ("layer", "precision", "recall", "f1", "hit", "predicted", "gold")
_RULES: tuple[str, ...] = ("layer", "rule", "precision", "right", "facts")
_BINS: tuple[str, ...] = ("layer", "confidence", "mean", "precision", "right", "facts")
_MISSES: tuple[str, ...] = ("layer", "document", "kind", "row")


def evaluate(
    gold_dir: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="A folder with a record NAME.json a document.")],
    texts: Annotated[
        Path | None, typer.Option("--texts", metavar="DIR", help="The folder of the texts; by default GOLD_DIR.")
    ] = None,
    errors: Annotated[
        str | None,
        typer.Option("--errors", metavar="LAYER", help="List what was missed, extra or wrong in a layer, or in all."),
    ] = None,
    concepts: Annotated[
        Path | None, typer.Option("--concepts", metavar="FILE", help="A CSV file with the ids that count by name.")
    ] = None,
    records: Annotated[
        Path | None,
        typer.Option("--records", metavar="FILE", help="Records (JSON lines) instead of reading the texts."),
    ] = None,
    rules: Annotated[bool, typer.Option("--rules", help="Show how often each rule is right.")] = False,
    calibration: Annotated[bool, typer.Option("--calibration", help="Show confidence against precision.")] = False,
    form: options.Rows = options.Format.TABLE,
    gazetteer: options.Gazetteers = None,
    model: options.Model = None,
    jobs: Annotated[int, typer.Option("--jobs", min=1, metavar="N", help="How many processes read at a time.")] = 1,
) -> None:
    """Measure the reading against records that people made.

    A record NAME.json is what `lrtgraph extract NAME.txt --format jsonl` prints, corrected. Ids that a concepts.csv
    beside it (or --concepts) lists, or else the gazetteer, count by name, all others as one unknown. A span counts from
    an overlap of 0.3; ownership counts pairs of instrument and actor.

    Example: lrtgraph evaluate tests/gold/real --texts examples/minutes --errors outcomes
    """
    from lrtgraph import evaluation

    gold = evaluation.load_gold(gold_dir, texts)
    known = evaluation.concept_list(gold_dir, concepts)
    if known is None:
        from lrtgraph import gazetteer as names

        known = frozenset(names.load(gazetteer or ()).concepts)
    settings = Settings(gazetteers=tuple(gazetteer or ()), model=model, jobs=jobs)
    found = evaluation.load_records(records) if records else list(_read(gold, texts or gold_dir, settings))
    result = evaluation.evaluate(found, gold, known)
    layers = {score.layer for score in result.scores}
    if errors is not None and errors != "all" and errors not in layers:
        raise InputError(f"there is no layer '{errors}'; the layers are {', '.join(sorted(layers))}, or all")
    _print(result, errors, rules, calibration, form)


def _read(gold: Iterable[Gold], texts: Path, settings: Settings) -> Iterator[Mapping[str, Any]]:
    """The records of the texts that the gold standard is about; what is refused is reported and counts as missed."""
    from lrtgraph.build import Refused, extract

    paths = [path for document in gold if (path := texts / f"{document.name}.txt").is_file()]
    if not paths:
        raise InputError(f"{texts} holds no text of the gold records (NAME.txt): name their folder with --texts")
    for record in extract(paths, settings):
        if isinstance(record, Refused):
            output.note(f"{record.path}: {record.reason}")
        else:
            yield record


def _print(result: Evaluation, errors: str | None, rules: bool, calibration: bool, form: str) -> None:
    """The figures and what was asked on top: JSON in one object, CSV and JSON lines only the last that was asked."""
    misses = [
        {**asdict(miss), "row": json.dumps(miss.row, ensure_ascii=False, default=str)}
        for miss in result.misses
        if errors in ("all", miss.layer)
    ]
    if form == options.Format.JSON:
        whole = {
            "scores": [_numbers(row) for row in _scores(result)],
            "rules": [_numbers(row) for row in _rules(result)],
            "calibration": [_numbers(row) for row in _bins(result)],
            "errors": [asdict(miss) for miss in result.misses if errors in ("all", miss.layer)],
        }
        typer.echo(json.dumps(whole, ensure_ascii=False, indent=1, default=str))
        return
    tables = [(True, list(_scores(result)), _SCORES)]
    tables += [(rules, list(_rules(result)), _RULES), (calibration, list(_bins(result)), _BINS)]
    tables += [(errors is not None, misses, _MISSES)]
    asked = [(rows, columns) for wanted, rows, columns in tables if wanted]
    if form not in output.FOR_PEOPLE:
        asked = asked[-1:]  # a file of one kind of rows
    for place, (rows, columns) in enumerate(asked):
        if place:
            typer.echo("")
        output.emit(rows, columns, form)


def _numbers(row: dict[str, Any]) -> dict[str, Any]:
    """The row with its rates as numbers."""
    return {key: float(value) if key in ("precision", "recall", "f1", "mean") else value for key, value in row.items()}


def _scores(result: Evaluation) -> Iterator[dict[str, Any]]:
    for score in result.scores:
        rates = {"precision": score.precision, "recall": score.recall, "f1": score.f1}
        yield asdict(score) | {name: f"{rate:.3f}" for name, rate in rates.items()}


def _rules(result: Evaluation) -> Iterator[dict[str, Any]]:
    for layer, rule, right, facts in result.rules:
        yield {"layer": layer, "rule": rule, "precision": f"{right / facts:.3f}", "right": right, "facts": facts}


def _bins(result: Evaluation) -> Iterator[dict[str, Any]]:
    for found in result.calibration:
        yield {
            "layer": found.layer,
            "confidence": f"{found.low:.2f}-{found.high:.2f}",
            "mean": f"{found.mean:.3f}",
            "precision": f"{found.precision:.3f}",
            "right": found.right,
            "facts": found.facts,
        }
