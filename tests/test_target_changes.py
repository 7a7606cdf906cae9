"""The query target-changes: which figures of meetings are a change, and each change once."""

from __future__ import annotations

import pyoxigraph as ox

from lrtgraph import queries

_PREFIXES = "@prefix lrt: <https://w3id.org/lrtgraph/def#> . @prefix : <https://w3id.org/lrtgraph/id/> .\n"
_LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>"

Figure = tuple[str, str, int, str, str, str]
"""Its day, its table, its value, its status, what it is about, and the rule by which it was read."""


def changes(unit: str, figures: list[Figure]) -> list[tuple[str, str, str]]:
    """The changes that the query finds among figures: what about, the earlier value and the later one."""
    turtle = _PREFIXES + "".join(
        f':m{number} a lrt:Meeting ; {_LABEL} "{table} {day}" ; lrt:earliest "{day}" ; lrt:latest "{day}" .\n'
        f":t{number} lrt:targetStatus :{status} ; lrt:about {about} ; lrt:meeting :m{number} ;"
        f' lrt:unit "{unit}" ; lrt:value {value} ; lrt:rule "{rule}" .\n'
        for number, (day, table, value, status, about, rule) in enumerate(figures)
    )
    store = ox.Store()
    store.load(turtle.encode(), format=ox.RdfFormat.TURTLE)
    found = store.query(queries.text("target-changes"))
    assert isinstance(found, ox.QuerySolutions)
    return [
        (row["about"].value.rpartition("/")[2], row["earlier_value"].value, row["later_value"].value) for row in found
    ]


def test_figures_of_other_places_tables_and_kinds_are_no_changes() -> None:
    id_ = "https://w3id.org/lrtgraph/id"
    found = changes(
        "plekken",
        [
            ("2024-01-10", "LRT", 320, "realised", ":DSL", "counted"),
            ("2024-01-10", "LRT", 5000, "target", ":DSL", "counted"),
            ("2024-02-01", "PRT Gelderland", 140, "realised", f":DSL , <{id_}/place/Gelderland>", "counted"),
            ("2024-03-01", "PRT Utrecht", 95, "realised", f":DSL , <{id_}/place/Utrecht>", "counted"),
            ("2024-04-01", "LRT", 640, "realised", ":DSL", "counted"),
            ("2024-05-01", "PRT Gelderland", 210, "realised", f":DSL , <{id_}/provincie/Gelderland>", "counted"),
            ("2024-06-01", "PRT Gelderland", 60, "realised", f":DSL , <{id_}/gemeente/Ede>", "counted"),
        ],
    )
    assert found == [("DSL", "320", "640"), ("DSL", "140", "210")]


def test_each_change_of_a_figure_is_told_once_and_what_held_before_is_none() -> None:
    both = ":taakstelling , :vergunninghouders"
    found = changes(
        "vergunninghouders",
        [
            ("2024-01-10", "LRT", 5000, "target", both, "counted"),
            ("2024-02-10", "LRT", 5000, "target", both, "former"),
            ("2024-02-10", "LRT", 4000, "target", both, "counted"),
            ("2024-02-10", "LRT", 4000, "target", both, "bare-number"),
            ("2024-03-10", "LRT", 4500, "target", ":taakstelling", "former"),
            ("2024-04-10", "LRT", 6000, "target", ":vergunninghouders", "counted"),
        ],
    )
    assert found == [("taakstelling", "5000", "4000"), ("vergunninghouders", "4000", "6000")]
