"""What the discussion so far tells of a contribution."""

from __future__ import annotations

from typing import cast

import pytest

from lrtgraph.extraction.statements.course.discussion import Discussion, side
from lrtgraph.extraction.statements.course.floor import Contribution
from lrtgraph.records import Act


def row(act: str, speaker: str, towards: tuple[str, ...] = (), block: int = 0, item: int = 1) -> Contribution:
    places = [(block, 0, 9)]
    return Contribution((speaker,), (), cast("Act", act), towards, "subject", 0.9, places, plain=True, item=item)


def heard(*rows: Contribution, text: str = "") -> Discussion:
    so_far = Discussion()
    for one in rows:
        so_far.add(one, text)
    return so_far


def told(so_far: Discussion, speaker: str, act: Act | None = None, item: int = 1) -> set[str]:
    return set(so_far.features(row("informeert", speaker, block=1, item=item), act))


def test_the_last_contribution_tells_its_act_whom_it_was_put_to_and_whether_the_same_goes_on() -> None:
    asked = heard(row("vraagt", "VNG", ("COA",)))
    assert {"before vraagt addressed True", "before vraagt same False"} <= told(asked, "COA")
    assert "before vraagt addressed False" in told(asked, "IPO")
    assert "before vraagt same True" in told(asked, "VNG")
    assert "before vraagt lexicon steunt" in told(asked, "VNG", "steunt")


def test_who_opened_the_item_is_known_when_he_comes_back() -> None:
    so_far = heard(row("informeert", "JenV"), row("bezwaar", "VNG"))
    assert "side state opened True first False" in told(so_far, "JenV")
    assert "sides region state bezwaar same False item True" in told(so_far, "JenV")
    assert "before informeert bezwaar same True False" in told(so_far, "JenV")
    assert "opened False spoke True" in told(so_far, "VNG")
    assert "opened False spoke False" in told(so_far, "IPO")


def test_a_new_item_starts_anew() -> None:
    so_far = heard(row("informeert", "JenV"), row("bezwaar", "VNG"))
    assert {"in item 0", "opened False spoke False", "side state opened False first True"} <= told(
        so_far, "JenV", item=2
    )
    so_far.add(row("informeert", "VNG", item=2), "")
    assert {"in item 1", "opened False spoke False"} <= told(so_far, "JenV", item=2)
    assert "opened True spoke True" in told(so_far, "VNG", item=2)


def test_a_question_mark_is_heard() -> None:
    assert "before ?" in told(heard(row("bezwaar", "VNG"), text="VNG: kan dat?"), "COA")
    assert "before ?" not in told(heard(row("bezwaar", "VNG"), text="VNG: dat kan niet."), "COA")


@pytest.mark.parametrize(
    ("speakers", "expected"),
    [(["SJenV"], "state"), (["gemeente:Ede", "IPO"], "region"), (["Aedes"], "neither"), (["person:Bos"], "neither")],
)
def test_the_side_of_speakers(speakers: list[str], expected: str) -> None:
    assert side(speakers) == expected
