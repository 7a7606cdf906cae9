"""How fast the questions are: every query of the catalogue on a generated graph of a million quads.

    python benchmarks/bench_queries.py [--quads 1000000] [--store FOLDER] [--json FILE]

For each query it prints the median of twenty runs through the catalogue, as a ratio to the same SPARQL run by hand in
pyoxigraph in the same process (may be 1.3), and its 95th percentile as a ratio to the median of a look-up of one
pattern (may be 20), the three in turn. That look-up is `?fact lrt:about <instrument>` by SPARQL with every value read,
for the instrument that most queries have as their example: some thousand facts, as an analyst's question would find in
such a graph.

A query is asked as people ask it: with what it needs and the example of the first name that it can take; one with a
limit for as many rows as it gives where nothing else is said. One that can do without a name is also asked for
everything, marked "(all)": it then looks at up to a tenth of the graph before it gives its rows.

Then what a command takes as a whole process, as a ratio to `python -c "import typer, pyoxigraph"` (may be 2.5) when the
time of its question is taken off: what a process takes longer that also opens the graph and puts the same SPARQL by
hand, and for the network what its metric takes on the edges that were read, told apart. The processes run in turn. What
NetworkX measures is kept beside the graph, as a build keeps it; over a part of the meetings it has to be imported, by
hand too, and the ratio is given without that import and with it. And `search` among 100,000 statements against bare
SQLite FTS5 on the same text (may be 5). Ratios in one run, because machines differ.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any, get_args

import pyoxigraph as ox

from lrtgraph import gazetteer, queries, rdf, search_index
from lrtgraph.answers.cards import show
from lrtgraph.answers.centrality import centrality
from lrtgraph.answers.comparing import compare
from lrtgraph.answers.events import summary, timeline
from lrtgraph.answers.outcomes import actions, decisions
from lrtgraph.answers.ownership import who_owns
from lrtgraph.answers.positions import positions
from lrtgraph.answers.searching import search
from lrtgraph.build.knowledge import refresh_knowledge
from lrtgraph.derivation import derive
from lrtgraph.network.analysis import BY_NETWORKX, kinds_of, measure, merged
from lrtgraph.network.cache import keep_at
from lrtgraph.network.counting import count_edges
from lrtgraph.network.projection import Selection
from lrtgraph.queries.arguments import arguments
from lrtgraph.records import (
    Act,
    AgendaItem,
    Document,
    Meeting,
    Mention,
    Outcome,
    OutcomeKind,
    Participant,
    ParticipantStatus,
    Record,
    Responsibility,
    RoleKind,
    Span,
    Statement,
    Target,
)
from lrtgraph.sparql import bind, select, with_prefixes
from lrtgraph.store import Store, open_store
from lrtgraph.vocabulary import concept_iri

RUNS = 20  # of a question
ROUNDS = 7  # of a process
NAMES = gazetteer.load()
# In the order of how often the example minutes have them. Each is drawn with a weight of one over its rank and one,
# which is about how often it is named there.
ACTORS = ("SJenV", "VNG", "CdK", "VB", "IPO", "MBZK", "COA", "Aedes", "JenV", "LRT", "RVB", "IND", "PRT", "gemeenten")
OFTEN = (
    "gemeenten", "vergunninghouders", "taakstelling", "Spreidingswet", "koppeling", "PRT", "BAK_OEK", "flexwoningen",
    "COA", "place:Ter_Apel", "CNO", "asielzoekers", "HAR", "derdelanders", "IBT", "LCSV", "RTB", "AMvB", "Wet_OEK",
    "PvA_PRT", "doorstroomlocaties", "place:Utrecht",
)  # fmt: skip
INSTRUMENTS = sorted(name for name, concept in NAMES.concepts.items() if concept.kind == "instrument")
THINGS = tuple(dict.fromkeys((*OFTEN, *INSTRUMENTS)))
OWNED = tuple(thing for thing in THINGS if not thing.startswith("place:") and thing not in ACTORS)
ACTS = {"informeert": 33, "verzoekt": 20, "bezwaar": 19, "steunt": 9, "stelt_voor": 8, "zegt_toe": 7, "antwoordt": 4,
        "vraagt": 3}  # fmt: skip
STATEMENTS = 100_000  # among which `search` finds
ADDRESSED = 0.2  # of all contributions
REPLACED = 0.1  # of all seats
STATED = 0.79  # of all quads; the rest is derived
WORDS = [
    "de",
    "opvang",
    "van",
    "vergunninghouders",
    "loopt",
    "vast",
    "omdat",
    "gemeenten",
    "te",
    "weinig",
    "woningen",
    "hebben",
    "en",
    "het",
    "tekort",
    "aan",
    "plekken",
    "in",
    "de",
    "noodopvang",
    "dit",
    "jaar",
    "verder",
    "oploopt",
    "terwijl",
    "provincies",
    "toezicht",
    "houden",
    "op",
    "de",
    "taakstelling",
]


def record(number: int, chance: random.Random) -> Record:
    """Minutes of about the size and variety of the real ones; the same number gives the same record."""
    text, spans = "", []
    for _ in range(90):
        sentence = " ".join(chance.choices(WORDS, k=chance.randint(8, 30))).capitalize() + "."
        spans.append(Span(len(text), len(text) + len(sentence), sentence))
        text += sentence + "\n"
    day = date(2015, 1, 1) + timedelta(days=3 * number)
    text += f"{number}\n"
    sha = hashlib.sha256(text.encode()).hexdigest()

    def some(of: tuple[str, ...], most: int) -> tuple[str, ...]:
        drawn = chance.choices(of, [1 / rank for rank in range(2, len(of) + 2)], k=chance.randint(1, most))
        return tuple(dict.fromkeys(drawn))

    def one(of: tuple[str, ...]) -> str:
        return some(of, 1)[0]

    def item() -> int:
        return chance.randrange(6)

    def statuses() -> tuple[ParticipantStatus, ...]:
        return ("replaced", "replacement") if chance.random() < REPLACED else ("present",)

    return Record(
        document=Document(f"{number:05}.txt", sha, "text/plain", text),
        meeting=Meeting("LRT", day.isoformat(), day.isoformat(), day.isoformat(),
                        approves=(("LRT", (day - timedelta(days=3)).isoformat()),)),
        participants=tuple(
            Participant(f"Persoon{chance.randrange(200)}", actor, status, spans[0])
            for actor in ACTORS[:10]
            for status in statuses()
        ),
        agenda=tuple(
            AgendaItem(str(i + 1), f"{i + 1} {chance.choice(WORDS)}", spans[15 * i].start, spans[15 * i + 14].end)
            for i in range(6)
        ),
        mentions=tuple(
            Mention(span.start, span.start + 5, span.text[:5], one(THINGS + ACTORS), 0, 0, 5, "bench", 0.9)
            for span in spans
        ),
        outcomes=tuple(
            Outcome(chance.choice(get_args(OutcomeKind)), span, some(ACTORS, 2), some(ACTORS, 2), some(THINGS, 3),
                    (day + timedelta(30)).isoformat() if chance.random() < 0.5 else None, "bench", 0.9, item=item())
            for span in spans[:10]
        ),
        statements=tuple(
            Statement(some(ACTORS, 2), chance.choices(get_args(Act), [ACTS[act] for act in get_args(Act)])[0],
                      some(ACTORS, 1) if chance.random() < ADDRESSED else (), some(THINGS, 3), span, "bench", 0.9,
                      item=item())
            for span in spans[10:65]
        ),
        targets=tuple(
            Target(chance.randrange(1000, 90000), "plekken", None, some(THINGS, 1), "target", span, "bench", 0.8)
            for span in spans[65:70]
        ),
        ownership=tuple(
            Responsibility(one(OWNED), one(ACTORS), " ".join(chance.choices(WORDS, k=3)),
                           chance.choice(get_args(RoleKind)), span, "bench", 0.6 + 0.3 * chance.random())
            for span in spans[70:78]
        ),
    )  # fmt: skip


def generate(where: str, quads: int) -> int:
    """Fill a new store with about so many quads; return how many there are."""
    chance = random.Random(1)
    with open_store(where, write=True) as store:
        refresh_knowledge(store)
        count, number = sum(1 for _ in store.quads()), 0
        while count < quads * STATED:
            made = list(rdf.quads(record(number, chance), NAMES))
            store.replace([], made)
            count, number = count + len(made), number + 1
        derive(store, everything=True)
        count = sum(1 for _ in store.quads())
    keep_at(where)
    return count


def times(run: Callable[[], object], runs: int = RUNS, clock: Callable[[], float] = time.process_time) -> list[float]:
    """Seconds of each run by a clock, after one that does not count where there are several.

    In this process it is the processor's time, so that other work on the machine does not count.
    """
    if runs > 1:
        run()
    taken = []
    for _ in range(runs):
        began = clock()
        run()
        taken.append(clock() - began)
    return taken


def children() -> float:
    """Processor seconds of all processes that this one has run to their end."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def side_by_side(things: Sequence[Callable[[], object]], runs: int) -> list[list[float]]:
    """Seconds of each run of several things in turn, so that what else the machine does hits all of them.

    Every other round the first two change places, because who comes second finds the data at hand. As in `times`, a
    first run of each does not count.
    """
    for thing in things:
        thing()
    taken: list[list[float]] = [[] for _ in things]
    for number in range(runs):
        for place in (0, 1) if number % 2 else (1, 0):
            taken[place] += times(things[place], 1)
        for place in range(2, len(things)):
            taken[place] += times(things[place], 1)
    return taken


def by_hand(store: Any, text: str) -> int:
    """The rows of a query as pyoxigraph gives them, every value read."""
    result = store.query(text, use_default_graph_as_union=True)
    names = result.variables
    return sum(1 for solution in result for name in names if solution[name] is not None)


def calls(query: queries.Query, found: Mapping[str, str]) -> Iterator[tuple[str, dict[str, str]]]:
    """How a query is asked, each call with what to call it; `found` has examples that this graph holds, by type."""

    def example(parameter: queries.Parameter) -> str:
        return found.get(parameter.type, parameter.example)

    needed = {each.name: example(each) for each in query.parameters if each.required}
    named = [each for each in query.parameters if each.type in ("concept", "meeting") and not each.required]
    if named and not any(each.required for each in query.parameters):
        yield query.name, needed | {named[0].name: example(named[0])}
        yield f"{query.name} (all)", needed
    else:
        yield query.name, needed


def bench_queries(store: Store) -> Iterator[dict[str, Any]]:
    """Every query, as people ask it and for everything."""
    bare = store._open  # type: ignore[attr-defined]  # the same open database, without our layer
    about = ox.NamedNode(concept_iri("Spreidingswet"))
    one_pattern = with_prefixes(f"SELECT ?fact {{ ?fact lrt:about {about} }}")

    def look_up() -> int:
        return by_hand(bare, one_pattern)

    yield {
        "query": "(one pattern)",
        "rows": look_up(),
        "median_ms": statistics.median(times(look_up)) * 1000,
        "by_hand": 1.0,
        "look_ups": 1.0,
    }
    fact = next(select(store, "SELECT ?fact { ?fact a lrt:Actie } LIMIT 1"))["fact"]
    meeting = next(select(store, "SELECT ?meeting { ?d lrt:reportsOn ?meeting } LIMIT 1"))["meeting"]
    for query in queries.catalogue():
        for name, given in calls(query, {"iri": fact, "meeting": meeting}):
            values = arguments(store, query, given)
            text = with_prefixes(bind(query.text, values))
            things = (
                lambda query=query, values=values: list(queries.rows(store, query, values)),
                lambda text=text: by_hand(bare, text),
                look_up,
            )
            ours, plain, one = side_by_side(things, RUNS)
            yield {
                "query": name,
                "rows": len(list(queries.rows(store, query, values))),
                "median_ms": statistics.median(ours) * 1000,
                "by_hand": statistics.median(ours) / statistics.median(plain),
                "look_ups": statistics.quantiles(ours, n=20)[-1] / statistics.median(one),
            }


BY_HAND = """
import sys, typer, pyoxigraph
store = pyoxigraph.Store.read_only(sys.argv[1])
for text in sys.argv[2:]:
    for row in store.query(text, use_default_graph_as_union=True):
        tuple(row)
"""


PART = "2012-01-01"
"""Since when meetings count where only a part of them does: what NetworkX measures is kept for all of them alone."""

COMMANDS: dict[str, Callable[[Any], object]] = {
    "who-owns IBT": lambda source: who_owns(source, "IBT"),
    "actions --owner JenV --about HAR": lambda source: actions(source, owner="JenV", about="HAR"),
    "decisions --about CNO": lambda source: decisions(source, about="CNO"),
    "positions IBT --act bezwaar": lambda source: positions(source, "IBT", act="bezwaar"),
    "timeline LCSV --since 2016-09-01": lambda source: timeline(source, "LCSV", since="2016-09-01"),
    "summary 00000.txt": lambda source: summary(source, "00000.txt"),
    "show IBT": lambda source: show(source, "IBT"),
    "compare 00000.txt 00001.txt": lambda source: compare(source, "00000.txt", "00001.txt"),
    "network --metric pagerank": lambda source: centrality(source, metric="pagerank"),
    "network --metric betweenness": lambda source: centrality(source, metric="betweenness"),
    "network --metric community": lambda source: centrality(source, metric="community"),
    "network --since 2012-01-01 --metric betweenness": lambda source: centrality(
        source, metric="betweenness", since=PART
    ),
    "network --since 2012-01-01 --metric community": lambda source: centrality(source, metric="community", since=PART),
}


class Asked:
    """A store that keeps the questions that are put to it: those of the catalogue, and all those of the network."""

    def __init__(self, store: Store, command: str) -> None:
        self._store, self.questions, self._all = store, list[str](), command.startswith("network")
        self.where = store.where

    def query(self, sparql: str, /) -> Any:
        """Answer one query."""
        if self._all or "#+ summary:" in sparql:
            self.questions.append(sparql)
        return self._store.query(sparql)


def measuring(source: Store, command: str) -> float:
    """Seconds that the metric of a command for the network takes on its edges; others have none, nor what is kept."""
    since = PART if PART in command else None
    if not command.startswith("network") or (since is None and command.endswith(BY_NETWORKX)):
        return 0.0
    weights = merged(count_edges(source, Selection(since, kinds=frozenset(kinds_of("all")))).edges)
    return statistics.median(times(lambda: measure(weights, command.split()[-1])))


NEEDED = "import typer, pyoxigraph"


def bench_processes(where: str) -> Iterator[dict[str, Any]]:
    """Commands as whole processes, with compiled modules as an installed package has them."""

    def process(*command: str) -> float:
        before = children()
        subprocess.run([sys.executable, *command], check=True, capture_output=True, env=environment)
        return children() - before

    with tempfile.TemporaryDirectory() as compiled:
        environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        environment["PYTHONPYCACHEPREFIX"] = compiled
        view = str(Path(where) / (Path(where) / "current").read_text(encoding="utf-8").strip())
        for command, call in COMMANDS.items():
            with open_store(where) as store:
                asked = Asked(store, command)
                call(asked)
                measured = measuring(store, command)
            turn = (
                ("-c", NEEDED),
                ("-c", NEEDED + (", networkx" if PART in command else "")),
                ("-c", BY_HAND, view, *asked.questions),
                ("-m", "lrtgraph", *command.split(), "--store", where, "--format", "json"),
            )
            rounds = [[process(*each) for each in turn] for _ in range(ROUNDS + 1)][1:]
            base, needed, by_hand, taken = map(statistics.median, zip(*rounds, strict=True))
            rest = taken - (by_hand - base) - measured
            yield {
                "command": command,
                "import_ms": base * 1000,
                "ms": taken * 1000,
                "sparql_ms": (by_hand - base) * 1000,
                "metric_ms": measured * 1000,
                "networkx_ms": (needed - base) * 1000 if PART in command else 0.0,
                "ratio": (rest - (needed - base if PART in command else 0.0)) / base,
                "ratio_with_networkx": rest / base,
            }


def grow(db: sqlite3.Connection, statements: int) -> None:
    """Fill an index up with further passages of the same words, shuffled, until it has so many statements."""
    chance = random.Random(2)
    columns = "graph, fact, kind, document, meeting, date, latest, line, page, start, end, named"
    known = db.execute("SELECT id, text FROM passages WHERE fact IS NOT NULL ORDER BY id").fetchall()
    for number in range(max(0, statements - len(known))):
        source, text = known[number % len(known)]
        words = text.split()
        chance.shuffle(words)
        row = db.execute(
            f"INSERT INTO passages ({columns}, text) SELECT {columns}, ? FROM passages WHERE id = ?",
            (" ".join(words), source),
        )
        stems = " ".join(search_index.stems_of(" ".join(words)))
        db.execute(
            "INSERT INTO words (rowid, stems, named) SELECT ?, ?, named FROM words WHERE rowid = ?",
            (row.lastrowid, stems, source),
        )
    db.commit()


def bench_search(where: str) -> dict[str, Any]:
    """`search` among a hundred thousand statements against bare FTS5 on the same text."""
    with open_store(where) as store:
        began = time.perf_counter()
        search_index.sync(store)
        made = time.perf_counter() - began
        db = sqlite3.connect(Path(where) / search_index.FILE)
        grow(db, STATEMENTS)
        ours = statistics.median(times(lambda: search(store, "tekort woningen")))
    bare = sqlite3.connect(":memory:")
    bare.execute("CREATE VIRTUAL TABLE f USING fts5 (text)")
    bare.executemany("INSERT INTO f VALUES (?)", db.execute("SELECT text FROM passages"))
    count = bare.execute("SELECT count(*) FROM f").fetchone()[0]
    plain = statistics.median(
        times(
            lambda: bare.execute("SELECT text FROM f WHERE f MATCH 'tekort woningen' ORDER BY rank LIMIT 20").fetchall()
        )
    )
    return {
        "passages": count,
        "index_s": made,
        "search_ms": ours * 1000,
        "fts5_ms": plain * 1000,
        "ratio": ours / plain,
    }


def main() -> None:
    """Run all and print it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--quads", type=int, default=1_000_000)
    parser.add_argument("--store", help="a store made by an earlier run")
    parser.add_argument("--json", type=Path, help="also write the figures to this file")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        where = chosen.store or str(Path(folder) / "bench.db")
        if not Path(where).exists():
            print(f"generated {generate(where, chosen.quads):,} quads")
        figures: dict[str, Any] = {"queries": [], "processes": []}
        with open_store(where) as store:
            for row in bench_queries(store):
                figures["queries"].append(row)
                print(
                    f"{row['query']:32} {row['rows']:7} rows {row['median_ms']:9.2f} ms  "
                    f"{row['by_hand']:5.2f} × by hand  {row['look_ups']:7.1f} look-ups",
                    flush=True,
                )
        for row in bench_processes(where):
            figures["processes"].append(row)
            print(
                f"{row['command']:40} {row['ms']:7.0f} ms, of which SPARQL {row['sparql_ms']:5.0f} ms "
                f"and the metric {row['metric_ms']:3.0f} ms; the rest {row['ratio']:5.2f} × import"
                + (f" ({row['ratio_with_networkx']:.2f} with NetworkX's)" if row["networkx_ms"] else ""),
                flush=True,
            )
        figures["search"] = bench_search(where)
        print(figures["search"])
    if chosen.json:
        chosen.json.write_text(json.dumps(figures, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
