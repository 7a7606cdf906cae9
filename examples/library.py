"""The library in one page: build a graph, ask it, and take it elsewhere.

    python examples/library.py [FOLDER WITH MINUTES] [STORE]

Without arguments it reads the example minutes into a store in a temporary folder.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import lrtgraph


def main(minutes: Path, store: Path) -> None:
    """Build a graph of the minutes where there is none yet, and put some questions to it."""
    if not store.exists():
        report = lrtgraph.build([minutes], lrtgraph.Settings(store=str(store)))
        print(f"read: {len(report.new)} documents in {report.seconds:.0f} s")

    with lrtgraph.open(store) as graph:
        print("\nWho owns the Spreidingswet?")
        for owner in graph.who_owns("Spreidingswet"):
            known = f" ({owner.basis}: {owner.source})" if owner.source else ""
            print(f"  {owner.actor_label}: {owner.role}{known}")
            for proof in owner.evidence:
                print(f"    {proof.place} “{' '.join(proof.text.split())}”")

        print("\nWhat must JenV still do?")
        for action in graph.actions(owner="JenV", open=True):
            print(f"  {action.kind}: {' '.join(action.text.split())}")

        print("\nWho spoke most often?")
        table = graph.query(
            "SELECT ?actor (COUNT(*) AS ?n) { ?s lrt:speaker ?actor } GROUP BY ?actor ORDER BY DESC(?n)"
        )
        if isinstance(table, lrtgraph.Table):
            for row in table[:3]:
                print(f"  {row['actor'].rsplit('/', 1)[1]}: {row['n']}")

        try:
            graph.who_owns("Spredingswet")
        except lrtgraph.UnknownNameError as error:
            print(f"\n{error}")

        network = graph.to_networkx()
        print(f"\nthe network: {network.number_of_nodes()} nodes, {network.number_of_edges()} edges")


if __name__ == "__main__":
    here = Path(__file__).parent
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else here / "minutes"
    with tempfile.TemporaryDirectory() as scratch:
        main(folder, Path(sys.argv[2]) if len(sys.argv) > 2 else Path(scratch) / "lrtgraph.db")
