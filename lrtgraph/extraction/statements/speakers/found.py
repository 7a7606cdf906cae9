"""What a sentence stands in, and one contribution found in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from lrtgraph.extraction.statements.sentence.groups import Group
from lrtgraph.extraction.statements.speech.lexicon import VERDICTS
from lrtgraph.notations import is_person
from lrtgraph.records import Act
from lrtgraph.value import value

Who = Literal["named", "same", "chair"]
"""Who speaks: somebody named here, whoever spoke before, or whoever presides."""


@value
class Setting:
    """What a sentence stands in.

    `speaking`: somebody has the floor. `table`: the seats at the table; `listed` says that they come from an
    attendance list. `chair`: who presides. `label`: the outcome label before the sentence ("actie"). `question`: the
    block is marked as a question. `silent`: who never speaks, as the table that meets; `organ`: the college or board
    that meets, of which minutes tell what it does all the time. `stance`: the act last said, where it can be agreed
    with or not. `crowded`: the sentence has a subject before that a pronoun may point to, and `many` that the sentence
    before names many to whom "zij hebben" points rather than to whoever spoke. `settled`: it follows a labelled outcome
    in its block. `concluded`: it stands under a head of conclusions, where only who says that he will do something
    contributes. `telling`: whoever has the floor tells how things are. `guest`: the last
    speaker is not on the attendance list, so that others need not be either.
    """

    speaking: bool = False
    table: frozenset[str] = frozenset()
    listed: bool = False
    chair: str | None = None
    label: str | None = None
    question: bool = False
    silent: frozenset[str] = frozenset()
    organ: frozenset[str] = frozenset()
    stance: Act | None = None
    crowded: bool = False
    many: bool = False
    settled: bool = False
    concluded: bool = False
    telling: bool = False
    guest: bool = False

    @property
    def promising(self) -> bool:
        """Whether the sentence is labelled as a commitment."""
        return self.label is not None and self.label.startswith("toezegging")

    def absent(self, group: Group) -> bool:
        """Whether there is a table and none of the group sits at it; surnames and "de leden" do, listed or not."""
        if any(is_person(concept) or concept == "leden" for concept in group.concepts):
            return False
        return bool(self.table) and not set(group.concepts) & self.table

    def is_organ(self, group: Group | None) -> bool:
        """Whether a group is the college or board that meets, and nobody else."""
        return group is not None and bool(self.organ) and self.organ.issuperset(group.concepts)

    def heard(self, finds: Iterable[Find]) -> list[Find]:
        """The finds that are statements here, without those who never speak: "De LRT en VNG vragen …"."""
        return [self._speaking(one) for one in finds if self.allows(one)]

    def _speaking(self, one: Find) -> Find:
        if one.group is None or self.silent.isdisjoint(one.group.concepts):
            return one
        speaking = tuple(concept for concept in one.group.concepts if concept not in self.silent)
        return replace(one, group=replace(one.group, concepts=speaking))

    def allows(self, one: Find) -> bool:
        """Whether a find is a statement here: under an outcome's label only what shows a stance is one.

        Behind the labelled sentence it is what somebody says or takes upon himself, and not what is to be done next.
        """
        if one.group is not None and set(one.group.concepts) <= self.silent:
            return False
        if self.concluded:
            return one.act == "zegt_toe" and one.who == "named" and one.manner == "saying"
        if self.settled:
            sided = one.act in VERDICTS and one.who == "named" and one.manner == "attitude"
            return one.manner == "saying" or sided or (one.act == "zegt_toe" and one.manner != "action")
        if self.label is None or self.promising:
            return True
        if one.rule == "ellipsis":
            return False  # "Actie: COA stelt een overzicht op en deelt dit met de PRT's."
        if self.label == "afspraak" and one.act in ("verzoekt", "vraagt", "antwoordt"):
            return False  # whom somebody will ask or answer: "Afgesproken: VNG vraagt gemeenten om cijfers"
        return one.act not in ("informeert", "stelt_voor") and (
            one.act != "zegt_toe" or one.manner == "saying" or one.rule == "concluded"
        )


@value
class Find:
    """One contribution: tokens `[start, end)`, who speaks, the act, by which rule and how sure, whom it is towards.

    `plain`: the verb left the act open and the content did not tell more. `aside`: a report inside another's
    contribution. `again`: the speaker is not named anew. `manner`: as in the lexicon. `quotable`: a verb names the
    speaking itself, so that it may be an aside. `denied`: the speaker denied the predicate. `told`: the verb only says
    that something was told, so that what else the act is comes from the content. `named`: the act that the predicate
    names, of which nothing else that is said can make another where it is `final`. `noun`: what stands for the speaker
    where he is not named again, empty for a pronoun.
    """

    start: int
    end: int
    who: Who
    group: Group | None
    act: Act
    rule: str
    confidence: float
    towards: tuple[str, ...] = ()
    plain: bool = False
    aside: bool = False
    again: bool = False
    manner: str = "saying"
    quotable: bool = False
    denied: bool = False
    told: bool = False
    named: Act | None = None
    final: bool = False
    noun: str = ""
