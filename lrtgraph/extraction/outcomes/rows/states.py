"""How things stand when what was to be done with them has come about, or will not: "ligt ter tafel", "gaat niet door".

No participle says what was done there: a verb of being or staying and a few words tell the result.
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass
from functools import cache

from lrtgraph.extraction.grammar.lexicon import table

_PARTLY = re.compile(
    r"\b(?:slechts|ten\s+dele|alleen|uitsluitend|behoudens|exclusief|deels|(?:een|het)\s+(?:eerste\s+|tweede\s+)?(?:deel|gedeelte)"
    r"|eerste\s+(?:versie|opzet|concept|aanzet)|met\s+uitzondering|op\s+(?:[^\W\d]\w*\s+){1,3}na(?=\W*\Z|\s*[,;.]|\s+(?:door|bij|aan|naar)\b)"
    r"|\A\W*van\s+(?:\d+|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|enkele|sommige)\s+[\w’']+\s+(?:is|zijn|heeft|hebben)"
    r"|(?:\d+|\w+)\s+van\s+de\s+(?:\d+|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class State:
    """One row of the table of states: what it says came of a thing, by deeds of tasks, and how it is told.

    `came` is "done", "dropped", "undone", or "received" where the subject of the verb got the thing.
    """

    came: str
    deeds: tuple[str, ...]
    verbs: frozenset[str]
    words: re.Pattern[str]


def state_told(clause: str, finite: Set[str]) -> tuple[State, int, int] | None:
    """The state that a clause with these finite verbs tells, and where its words begin and end in the clause.

    >>> found = state_told("De kaart ligt vandaag ter tafel.", {"ligt"})
    >>> found[0].came, found[1:]
    ('done', (22, 31))
    >>> state_told("De kaart ligt bij VNG.", {"ligt"}) is None
    True
    """
    for state in _states() if finite else ():
        if finite <= state.verbs and (found := state.words.search(clause)):
            return state, *found.span()
    return None


def is_part(sentence: str) -> bool:
    """Whether a sentence speaks of a part of a thing, or of all of it but one.

    What a thing brought is no part of it: "Het plan heeft 300 van de 500 plekken opgeleverd".

    >>> [is_part(told) for told in ("Klaar, op Ede na.", "Vier van de tien zijn klaar.", "Het is klaar.")]
    [True, True, False]
    """
    return _PARTLY.search(_brought().sub("", sentence)) is not None


@cache
def telling_states() -> str:
    """A pattern for the words of all states, to see fast whether a text may tell one."""
    told = (row["state"] or "|".join(row["verb"].split()) for row in table("result_states"))
    return "|".join(f"(?:{one})" for one in told)


@cache
def _brought() -> re.Pattern[str]:
    """The words of the states by which a thing itself did something: it "heeft", and is not made or sent."""
    return re.compile(
        "|".join(one.words.pattern for one in _states() if one.came == "done" and "heeft" in one.verbs), re.I
    )


@cache
def _states() -> tuple[State, ...]:
    return tuple(
        State(
            row["came"],
            tuple(row["deeds"].split()),
            frozenset(row["verb"].split()),
            re.compile(rf"(?<!\w)(?:{row['state'] or '|'.join(row['verb'].split())})(?!\w)", re.IGNORECASE),
        )
        for row in table("result_states")
    )
