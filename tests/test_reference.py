"""The HTML reference: everything in it, nothing that runs or asks a network."""

from __future__ import annotations

import re
from pathlib import Path

from lrtgraph import reference
from lrtgraph.gazetteer import load


def test_it_names_every_term_concept_and_rule() -> None:
    page = reference.render()
    for term in reference.terms():
        assert f'id="{term.name}"' in page
    for concept in load().concepts.values():
        assert ":" in concept.notation or f'id="concept-{concept.notation}"' in page
    assert "outcome-follows-up" in page
    assert "Deze uitkomst heeft geen eigenaar." in page


def test_nothing_in_it_runs_or_is_fetched() -> None:
    page = reference.render()
    assert not re.search(r"<script|<link|<img|\ssrc=|url\(|href=\"(?!#)", page)


def test_it_is_written_where_it_is_asked_for(tmp_path: Path) -> None:
    reference.main(["-o", str(tmp_path / "deep" / "page.html")])
    assert (tmp_path / "deep" / "page.html").read_text(encoding="utf-8") == reference.render()
