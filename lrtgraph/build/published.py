"""Records in the extraction schema, as they are published and compared with others (`lrtgraph extract`)."""

from __future__ import annotations

from typing import Any

from lrtgraph.records import Outcome, Record, Responsibility, Statement, Target


def published(record: Record) -> dict[str, Any]:
    """A record in the extraction schema: plain dicts and lists, ready for `json.dumps`."""
    meeting = _pick(record.meeting, "body", "date", "earliest", "latest", "start", "end", "place", "report_date")
    return {
        "source": record.document.source,
        **({"kind": record.kind} if record.kind != "verslag" else {}),
        "meeting": meeting,
        "participants": [_pick(one, "name", "concept", "status") for one in record.participants],
        "agenda": [_pick(one, "number", "title", "start", "end") for one in record.agenda],
        "mentions": [_pick(one, "start", "end", "text", "concept") for one in record.mentions],
        "outcomes": [_row(o, "kind", "owners", "partners", "about", "deadline") for o in record.outcomes],
        "statements": [_row(s, "speakers", "act", "addressees", "about") for s in record.statements],
        "targets": [_row(t, "value", "unit", "by", "about", "status") for t in record.targets],
        "ownership": [_row(r, "instrument", "actor", "role") for r in record.ownership],
    }


def _pick(one: object, *keys: str) -> dict[str, Any]:
    return {key: list(value) if isinstance(value := getattr(one, key), tuple) else value for key in keys}


def _row(fact: Outcome | Statement | Target | Responsibility, *keys: str) -> dict[str, Any]:
    told = _pick(fact, *keys)
    if isinstance(fact, Target) and fact.value == int(fact.value):
        told["value"] = int(fact.value)
    return _pick(fact.evidence, "start", "end", "text") | told | _pick(fact, "rule", "confidence")
