"""How well records agree with a gold standard: precision, recall and F1 a layer, by rule, and by confidence.

Records and gold share the published extraction schema (`build.published`) and are paired by the file name in `source`.
Facts with a span are paired one to one by descending overlap (intersection over union of their characters). Figures
are micro-averaged: hits and rows are added up over the documents before they are divided. Standard library only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from lrtgraph.evaluation.gold import Gold, Row
from lrtgraph.notations import PERSON, PLACES

Check = Callable[[Row, Row], bool]

MEETING_FIELDS = ("body", "date", "earliest", "latest", "start", "end", "place", "report_date")
LAYERS = ("participants", "agenda", "mentions", "outcomes", "statements", "targets", "ownership")
FACT_LAYERS = ("outcomes", "statements", "targets", "ownership")
"""The layers whose rows carry a rule and a confidence."""

OVERLAP = 0.3
"""Two spans of a sentence's size are the same fact above this share of their union."""

CONFIDENCE_BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01)
PATTERNS = (PERSON, *PLACES)
UNKNOWN = "NEW"


@dataclass(frozen=True, slots=True)
class Score:
    """Hits out of so many predicted and so many gold rows."""

    layer: str
    hit: int
    predicted: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of the predicted rows that are right; 1 where nothing was predicted and nothing was to be found.

        >>> Score("targets", 3, 4, 6).precision
        0.75
        """
        return self.hit / self.predicted if self.predicted else float(self.gold == 0)

    @property
    def recall(self) -> float:
        """Share of the gold rows that were found."""
        return self.hit / self.gold if self.gold else float(self.predicted == 0)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall.

        >>> round(Score("targets", 3, 4, 6).f1, 3)
        0.6
        """
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Miss:
    """One disagreement: a row that is `extra` (predicted only), `missed` (gold only) or `wrong` (both, different)."""

    layer: str
    document: str
    kind: str
    row: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Bin:
    """Facts whose confidence lies in `[low, high)`, and how many of them are right in every respect."""

    layer: str
    low: float
    high: float
    facts: int
    right: int
    mean: float

    @property
    def precision(self) -> float:
        """Share of the facts that are right."""
        return self.right / self.facts


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The figures of one comparison.

    `scores` has one row a layer and level of strictness, `rules` one a layer and rule (hits and predicted rows at
    the strictest level; a rule has no recall), `calibration` one a layer and confidence bin.
    """

    scores: tuple[Score, ...]
    misses: tuple[Miss, ...]
    rules: tuple[tuple[str, str, int, int], ...]
    calibration: tuple[Bin, ...]

    def score(self, layer: str) -> Score:
        """The score called `layer`, such as "outcomes +kind". Raises KeyError where there is none."""
        for score in self.scores:
            if score.layer == layer:
                return score
        raise KeyError(layer)


@dataclass(slots=True)
class _Tally:
    """Counts as they come in, document after document."""

    known: Container[str]
    counts: dict[str, list[int]] = field(default_factory=dict)
    misses: list[Miss] = field(default_factory=list)
    judged: list[tuple[str, str, float, bool]] = field(default_factory=list)

    def add(self, layer: str, hit: int, predicted: int, gold: int) -> None:
        counts = self.counts.setdefault(layer, [0, 0, 0])
        for k, number in enumerate((hit, predicted, gold)):
            counts[k] += number

    def miss(self, layer: str, document: str, kind: str, row: Mapping[str, Any]) -> None:
        self.misses.append(Miss(layer, document, kind, row))

    def judge(self, layer: str, row: Row, right: bool) -> None:
        """Note a fact for the figures by rule and by confidence."""
        if "rule" in row and "confidence" in row:
            self.judged.append((layer, str(row["rule"]), float(row["confidence"]), right))

    def id(self, concept: str | None) -> str | None:
        """A concept as compared: ids outside the list and the name patterns are one and the same unknown."""
        if concept is None or concept in self.known or concept.startswith(PATTERNS):
            return concept
        return UNKNOWN

    def same_concept(self, row: Row, gold: Row) -> bool:
        return self.id(row.get("concept")) == self.id(gold.get("concept"))

    def ids(self, row: Row, key: str) -> frozenset[str | None]:
        return frozenset(self.id(concept) for concept in row.get(key) or ())

    def any_of(self, row: Row, gold: Row, key: str) -> bool:
        """Whether the row's concepts are those of the gold row, or of one of its other readings (`key`_alt)."""
        alternatives = gold.get(f"{key}_alt") or []
        if alternatives and not isinstance(alternatives[0], list):
            alternatives = [alternatives]
        wanted = [gold.get(key) or [], *alternatives]
        return any(self.ids(row, key) == frozenset(self.id(c) for c in option) for option in wanted)


def evaluate(records: Iterable[Row], gold: Sequence[Gold], known: Container[str]) -> Evaluation:
    """Compare records with the gold standard.

    `records` are rows of the extraction schema; a gold document without a record counts as all missed. `known` are
    the concept ids that count by name: all others are one and the same unknown.

    >>> empty = {"meeting": {}, **dict.fromkeys(LAYERS, [])}
    >>> evaluate([{"source": "a.txt", **empty}], [Gold("a", empty, None)], ()).score("targets").f1
    1.0
    """
    by_name = {Path(str(record["source"])).stem: record for record in records}
    tally = _Tally(known)
    for document in gold:
        _compare(document, by_name.get(document.name) or {}, tally)
    return Evaluation(
        scores=tuple(Score(layer, *counts) for layer, counts in tally.counts.items()),
        misses=tuple(tally.misses),
        rules=_by_rule(tally.judged),
        calibration=_by_confidence(tally.judged),
    )


def _compare(gold: Gold, record: Row, tally: _Tally) -> None:
    """All layers of one document."""
    _meeting(gold.name, record.get("meeting") or {}, gold.record["meeting"], tally)
    _rows(
        "participants",
        gold,
        record,
        tally,
        lambda row: (row.get("name"), tally.id(row.get("concept")), row.get("status")),
    )
    _rows("agenda", gold, record, tally, lambda row: (row.get("number"), _plain(row.get("title"))))
    _spans("mentions", gold, record, tally, 0, tally.same_concept, ())
    _exact_mentions(gold, record, tally)
    owners = partial(tally.any_of, key="owners")
    _spans("outcomes", gold, record, tally, OVERLAP, None, (("+kind", _same_kind), ("+owners", owners)))
    speaker = partial(tally.any_of, key="speakers")
    _spans("statements", gold, record, tally, OVERLAP, None, (("+speaker", speaker), ("+act", _same("act"))))
    for row, wanted in _pair(record.get("statements") or [], gold.record["statements"], OVERLAP, None):
        said, meant = tally.ids(row, "about"), tally.ids(wanted, "about")
        tally.add("statement topics (matched)", len(said & meant), len(said), len(meant))
    _spans("targets", gold, record, tally, 0, _same("value"), ())
    _ownership(gold, record, tally)
    _evidence(gold, record, tally)


def _same_kind(row: Row, wanted: Row) -> bool:
    """Whether the row's kind is that of the gold row, or one of its other readings."""
    return row.get("kind") in (wanted["kind"], *wanted.get("kind_alt", ()))


def _same(key: str) -> Check:
    return lambda row, wanted: row.get(key) == wanted[key]


def _meeting(name: str, meeting: Row, wanted: Row, tally: _Tally) -> None:
    for key in MEETING_FIELDS:
        right = meeting.get(key) == wanted.get(key)
        tally.add("meeting fields", int(right), 1, 1)
        if not right:
            tally.miss("meeting fields", name, "wrong", {key: meeting.get(key), "gold": wanted.get(key)})


def _plain(title: object) -> str:
    """A title as compared: lower case, without full stops, white space single."""
    return " ".join(str(title or "").lower().replace(".", " ").split())


def _rows(layer: str, gold: Gold, record: Row, tally: _Tally, key: Callable[[Row], tuple[object, ...]]) -> None:
    """A layer without spans, compared as a multiset (blanked-out seats repeat)."""
    rows, wanted = record.get(layer) or [], gold.record[layer]
    left = Counter(key(row) for row in wanted)
    hit = 0
    for row in rows:
        if left[key(row)]:
            left[key(row)] -= 1
            hit += 1
        else:
            tally.miss(layer, gold.name, "extra", row)
    for values in left.elements():
        tally.miss(layer, gold.name, "missed", {"key": list(values)})
    tally.add(layer, hit, len(rows), len(wanted))


def _overlap(a: Row, b: Row) -> float:
    """Intersection over union of two spans, in characters."""
    shared: int = min(a["end"], b["end"]) - max(a["start"], b["start"])
    union: int = max(a["end"], b["end"]) - min(a["start"], b["start"])
    return max(0, shared) / max(1, union)


def _pair(rows: Sequence[Row], wanted: Sequence[Row], threshold: float, fits: Check | None) -> list[tuple[Row, Row]]:
    """Pairs of rows, one to one, the most overlapping first; of equals the later rows first."""
    candidates = []
    for j, target in enumerate(wanted):
        for i, row in enumerate(rows):
            if row["start"] < target["end"] and target["start"] < row["end"]:
                overlap = _overlap(row, target)
                if overlap > threshold and (fits is None or fits(row, target)):
                    candidates.append((overlap, i, j))
    taken_rows: set[int] = set()
    taken_wanted: set[int] = set()
    pairs = []
    for _, i, j in sorted(candidates, reverse=True):
        if i not in taken_rows and j not in taken_wanted:
            taken_rows.add(i)
            taken_wanted.add(j)
            pairs.append((rows[i], wanted[j]))
    return pairs


def _spans(
    layer: str,
    gold: Gold,
    record: Row,
    tally: _Tally,
    threshold: float,
    fits: Check | None,
    levels: Sequence[tuple[str, Check]],
) -> None:
    """A layer of spans: paired by overlap, then each level of strictness among those that passed the one before."""
    rows, wanted = record.get(layer) or [], gold.record[layer]
    pairs = _pair(rows, wanted, threshold, fits)
    tally.add(layer, len(pairs), len(rows), len(wanted))
    found, met = {id(row) for row, _ in pairs}, {id(target) for _, target in pairs}
    for row in rows:
        if id(row) not in found:
            tally.miss(layer, gold.name, "extra", row)
    for target in wanted:
        if id(target) not in met:
            tally.miss(layer, gold.name, "missed", target)
    label = layer
    for suffix, check in levels:
        label = f"{label} {suffix}"
        for row, target in pairs:
            if not check(row, target):
                tally.miss(label, gold.name, "wrong", {"pred": row, "gold": target})
        pairs = [(row, target) for row, target in pairs if check(row, target)]
        tally.add(label, len(pairs), len(rows), len(wanted))
    right = {id(row) for row, _ in pairs}
    for row in rows:
        tally.judge(layer, row, id(row) in right)


def _exact_mentions(gold: Gold, record: Row, tally: _Tally) -> None:
    wanted = {(m["start"], m["end"], tally.id(m["concept"])) for m in gold.record["mentions"]}
    found = {(m["start"], m["end"], tally.id(m.get("concept"))) for m in record.get("mentions") or []}
    tally.add("mentions exact", len(wanted & found), len(found), len(wanted))


def _ownership(gold: Gold, record: Row, tally: _Tally) -> None:
    """Who owns what, as the set of (instrument, actor) of the document."""
    rows = record.get("ownership") or []
    found = dict.fromkeys((tally.id(r["instrument"]), tally.id(r["actor"])) for r in rows)
    wanted = dict.fromkeys((tally.id(r["instrument"]), tally.id(r["actor"])) for r in gold.record["ownership"])
    tally.add("ownership", len(found.keys() & wanted.keys()), len(found), len(wanted))
    for kind, some, others in (("extra", found, wanted), ("missed", wanted, found)):
        for instrument, actor in some:
            if (instrument, actor) not in others:
                tally.miss("ownership", gold.name, kind, {"instrument": instrument, "actor": actor})
    for row in rows:
        tally.judge("ownership", row, (tally.id(row["instrument"]), tally.id(row["actor"])) in wanted)


def _evidence(gold: Gold, record: Row, tally: _Tally) -> None:
    """Whether each row's text stands literally at its offsets."""
    for layer in ("mentions", *FACT_LAYERS):
        for row in record.get(layer) or []:
            right = gold.text is None or gold.text[row["start"] : row["end"]] == row.get("text")
            tally.add("evidence offsets", int(right), 1, 1)
            if not right:
                tally.miss("evidence offsets", gold.name, layer, row)


def _by_rule(judged: Iterable[tuple[str, str, float, bool]]) -> tuple[tuple[str, str, int, int], ...]:
    """(layer, rule, right, predicted) in the order of layer and rule."""
    right: Counter[tuple[str, str]] = Counter()
    total: Counter[tuple[str, str]] = Counter()
    for layer, rule, _, good in judged:
        total[layer, rule] += 1
        right[layer, rule] += good
    return tuple((layer, rule, right[layer, rule], total[layer, rule]) for layer, rule in sorted(total))


def _by_confidence(judged: Sequence[tuple[str, str, float, bool]]) -> tuple[Bin, ...]:
    """The calibration table: all facts together first ("all"), then each layer."""
    bins = []
    layers = dict.fromkeys(layer for layer, *_ in judged)
    for name in ("all", *layers):
        chosen = [(confidence, good) for layer, _, confidence, good in judged if name in ("all", layer)]
        for low, high in pairwise(CONFIDENCE_BINS):
            inside = [(confidence, good) for confidence, good in chosen if low <= confidence < high]
            if inside:
                mean = sum(confidence for confidence, _ in inside) / len(inside)
                bins.append(Bin(name, low, min(high, 1.0), len(inside), sum(good for _, good in inside), mean))
    return tuple(bins)
