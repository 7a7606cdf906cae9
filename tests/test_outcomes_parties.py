"""Who owns what is settled where its subject is blanked out, left out, or the one who receives it."""

from __future__ import annotations

import pytest
from minutes import read_item

PROMISED = [
    ("5.1.2.e heeft het COA toegezegd een brief te sturen.", ()),
    ("[geanonimiseerd] zegt de VNG toe dat de brief komt.", ()),
    ("█████ zegt de VNG toe dat de brief komt.", ()),
    ("Mevrouw 5.1.2.e van de VNG zegt toe een brief te sturen.", ("VNG",)),
    ("Mw. XXXX van het IPO zegt toe een brief te sturen.", ("IPO",)),
    ("5.1.2.e (COA) zegt toe een brief te sturen.", ("COA",)),
    ("Ik zeg de VNG toe een brief te sturen.", ()),
    ("De gemeenten is toegezegd dat de kosten worden vergoed.", ()),
    ("Door JenV is toegezegd dat de brief komt.", ("JenV",)),
    ("Toegezegd is dat MBZK de leden informeert.", ("MBZK",)),
    ("JenV heeft de VNG toegezegd een brief te sturen.", ("JenV",)),
]


@pytest.mark.parametrize(("sentence", "owners"), PROMISED)
def test_who_is_promised_something_does_not_promise_it(sentence: str, owners: tuple[str, ...]) -> None:
    (outcome,) = read_item(f"- {sentence}").outcomes
    assert (outcome.kind, outcome.owners) == ("toezegging", owners)


def test_for_whom_a_blanked_out_name_does_a_task_is_not_its_owner() -> None:
    (outcome,) = read_item("- Actie: 5.1.2.e stuurt de VNG een brief.").outcomes
    assert (outcome.owners, outcome.partners) == ((), ("VNG",))
