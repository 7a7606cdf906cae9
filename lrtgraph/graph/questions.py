"""The questions of the library's graph: one method for each daily question, which a command puts too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from lrtgraph.answers.rows import Rows
from lrtgraph.sparql import Day
from lrtgraph.store import Store

if TYPE_CHECKING:
    from lrtgraph.answers.cards import Card
    from lrtgraph.answers.centrality import Central
    from lrtgraph.answers.comparing import Difference
    from lrtgraph.answers.events import Event, Point
    from lrtgraph.answers.outcomes import Settled
    from lrtgraph.answers.ownership import Ownership
    from lrtgraph.answers.positions import Position
    from lrtgraph.answers.searching import Hit


class Questions:
    """What a graph that is open for reading can be asked; see `Graph`."""

    store: Store
    language: str

    def who_owns(
        self, name: str, *, since: Day | None = None, until: Day | None = None, meeting: str | None = None
    ) -> Rows[Ownership]:
        """Who owns or answers for an instrument, plan or action, each in a role and with its evidence.

        The surest answer comes first: what documents say before what is known from elsewhere (`basis` is "tekst" or
        "kennis", the latter with a `source`), task and supervision before decision, drafting and execution.

        >>> [(owner.actor, owner.role, owner.basis) for owner in graph.who_owns("spreidingswet")][0]
        ('SJenV', 'toezicht, de eerste vier jaar', 'tekst')
        >>> graph.who_owns("Spredingswet")
        Traceback (most recent call last):
            ...
        lrtgraph.errors.UnknownNameError: unknown name 'Spredingswet'; did you mean Spreidingswet or Spreidingswetbonus?
        """
        from lrtgraph.answers.ownership import who_owns

        return who_owns(self.store, name, self.language, since=since, until=until, meeting=meeting)

    def owned_by(
        self, actor: str, *, since: Day | None = None, until: Day | None = None, meeting: str | None = None
    ) -> Rows[Ownership]:
        """What an actor owns or answers for, in the order of `who_owns`.

        >>> "Spreidingswet" in [row.instrument for row in graph.owned_by("Tweede Kamer")]
        True
        """
        from lrtgraph.answers.ownership import owned_by

        return owned_by(self.store, actor, self.language, since=since, until=until, meeting=meeting)

    def actions(
        self,
        *,
        owner: str | None = None,
        partner: str | None = None,
        about: str | None = None,
        kind: Literal["actie", "afspraak", "toezegging"] | None = None,
        open: bool = False,
        due_before: Day | None = None,
        since: Day | None = None,
        until: Day | None = None,
        meeting: str | None = None,
    ) -> Rows[Settled]:
        """Who must do what, by when: actions, agreements and commitments, the latest meeting first.

        `owner` is who must do it, `partner` with or for whom, or to whom it was promised, `about` what it concerns.
        `open` leaves out what later minutes of the same table close, report on or list again (see the query
        `actions`); what is only said in passing to be done stays.
        `due_before` (a date) keeps what has its deadline before that day, or one in words that was set before it.
        `deadline` is an ISO date where the minutes give one, else their words. `basis` is "uitkomst", or "gezegd" for
        what somebody promised that was recorded as no outcome.

        >>> [(action.deadline, action.basis) for action in graph.actions(owner="SJenV", kind="toezegging")]
        [(None, 'gezegd'), ('volgende week', 'uitkomst')]
        """
        from lrtgraph.answers.outcomes import actions

        return actions(
            self.store, owner=owner, partner=partner, about=about, kind=kind, open=open, due_before=due_before,
            since=since, until=until, meeting=meeting, language=self.language,
        )  # fmt: skip

    def decisions(
        self,
        *,
        about: str | None = None,
        owner: str | None = None,
        since: Day | None = None,
        until: Day | None = None,
        meeting: str | None = None,
    ) -> Rows[Settled]:
        """What was decided, approved or adopted, the earliest meeting first; `owner` is the body that did.

        >>> [decision.text for decision in graph.decisions(meeting="2022-11-09")]
        ['Het verslag van 5 oktober 2022 is vastgesteld.']
        """
        from lrtgraph.answers.outcomes import decisions

        return decisions(
            self.store, about=about, owner=owner, since=since, until=until, meeting=meeting, language=self.language
        )

    def positions(
        self,
        name: str,
        *,
        actor: str | None = None,
        act: str | None = None,
        since: Day | None = None,
        until: Day | None = None,
        meeting: str | None = None,
    ) -> Rows[Position]:
        """What was said about `name`, or by it where it is an actor: who supports, requests, asks or objects.

        `act` is one of "informeert", "verzoekt", "stelt_voor", "steunt", "bezwaar", "vraagt", "antwoordt", "zegt_toe".

        >>> sorted({position.speakers for position in graph.positions("taakstelling", act="bezwaar")})[:1]
        [('IPO',)]
        """
        from lrtgraph.answers.positions import positions

        return positions(
            self.store, name, actor=actor, act=act, since=since, until=until, meeting=meeting, language=self.language
        )

    def timeline(
        self, name: str, *, since: Day | None = None, until: Day | None = None, meeting: str | None = None
    ) -> Rows[Event]:
        """What happened to something or somebody, the earliest meeting first.

        Its outcomes, what was said about it or by it, and who came to answer for it.

        >>> {event.meeting_label for event in graph.timeline("LCSV")}
        {'LRT (2023-04-25 – 2023-06-05)'}
        """
        from lrtgraph.answers.events import timeline

        return timeline(self.store, name, since=since, until=until, meeting=meeting, language=self.language)

    def show(
        self, name: str, *, since: Day | None = None, until: Day | None = None, meeting: str | None = None
    ) -> Card:
        """The card of an actor, instrument, person, place or meeting: all that is known of it.

        >>> card = graph.show("COA")
        >>> card.label, card.kind, card.mentions > 10
        ('Centraal Orgaan opvang asielzoekers', 'Organisation', True)
        """
        from lrtgraph.answers.cards import show

        return show(self.store, name, since=since, until=until, meeting=meeting, language=self.language)

    def search(
        self,
        text: str,
        *,
        limit: int = 20,
        since: Day | None = None,
        until: Day | None = None,
        meeting: str | None = None,
    ) -> Rows[Hit]:
        """Passages that hold these words in any form, the best first, at most `limit`; the words between « ».

        A name finds its other names; behind the words themselves come their compounds, and where few passages hold all
        words, those with some of them. '"Op tijd"' is found as it is written, "huisvest*" what begins so.

        >>> graph.search("gemeentelijke verdeelsleutels", limit=1)[0].place
        '001_b02e470687c8b965.txt:85'
        """
        from lrtgraph.answers.searching import search

        return search(self.store, text, limit=limit, since=since, until=until, meeting=meeting, language=self.language)

    def summary(self, meeting: str | None = None, *, since: Day | None = None, until: Day | None = None) -> Rows[Point]:
        """What a meeting settled, asked and promised, in the order of its agenda; or all meetings of a time.

        >>> point = graph.summary("2022-11-09")[0]
        >>> point.item, point.what, point.actors
        ('1. Algemeen', 'besluit', ('LRT',))
        >>> [point.meeting for point in graph.summary(until="2022-12-31")][0]
        'lrt-2022-11-09'
        """
        from lrtgraph.answers.events import summary

        return summary(self.store, meeting, since=since, until=until, language=self.language)

    def compare(self, first: str, second: str) -> Rows[Difference]:
        """What sets two meetings apart: outcomes, subjects, positions, people at the table and figures.

        >>> row = graph.compare("2022-11-09", "003_1202948651acc853.txt")[0]
        >>> row.what, row.label, row.first
        ('outcome', 'actie', None)
        """
        from lrtgraph.answers.comparing import compare

        return compare(self.store, first, second, language=self.language)

    def network(
        self,
        *,
        kind: Literal["all", "speaks-about", "asks", "owns", "agrees", "objects"] = "all",
        metric: Literal["degree", "betweenness", "pagerank", "community"] = "degree",
        since: Day | None = None,
        until: Day | None = None,
        meeting: str | None = None,
    ) -> Rows[Central]:
        """Who is central, who stands between others, who belongs together: the greatest first.

        `kind` is the relation that counts, from an actor to what it concerns: "speaks-about" is whatever is said about
        a subject or to somebody, "asks" are questions and requests, "agrees" and "objects" support and objection,
        "owns" responsibilities, decisions and what was promised. `metric` is how many facts there are ("degree"), the
        share of shortest ways between others that lead over it ("betweenness"), how much attention flows to it
        ("pagerank"), or the number of the group that is closer to each other than to the rest ("community", 1 is the
        largest). The network itself is what `to_networkx` gives.

        >>> central = graph.network(kind="asks", metric="degree")[0]
        >>> central.value == central.incoming + central.outgoing
        True

        Raises InputError for another kind or metric.
        """
        from lrtgraph.answers.centrality import centrality

        return centrality(self.store, kind, metric, since=since, until=until, meeting=meeting, language=self.language)
