"""Train the second opinion on acts: python training/acts.py

In: annotated minutes in `tests/gold/` (not those that measure, `unseen` and `held_out`), the examples of
`lrtgraph/data/speech_acts.csv` and `evaluations.csv`, and the sentences of `tests/sentences/statements.csv` with one
act. Out: the weights in `lrtgraph/data/act_words.csv`. Multinomial logistic regression (scikit-learn, L2, C = 1) over
the features of `lrtgraph.extraction.statements.wording`; an example weighs half of a contribution in minutes. Features
that occur once, or whose weights are all small, are left out. The result depends on the input alone.
"""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from lrtgraph.extraction.statements.wording import ACTS, SCALE, features

ROOT: Final = Path(__file__).parent.parent
TRAINED_ON: Final = ("real", "made", "invented", "further", "kept", "sober", "reconciled", "fresh")
EXAMPLES: Final = ROOT / "examples" / "minutes"
OF_AN_EXAMPLE: Final = 0.5
SEEN: Final = 2
SMALL: Final = 5  # hundredths

Row = tuple[str, str, float]


def of_minutes() -> Iterator[Row]:
    """The text and act of every annotated contribution, with its weight."""
    for folder in TRAINED_ON:
        for path in sorted((ROOT / "tests" / "gold" / folder).glob("*.json")):
            beside = path.with_suffix(".txt")
            text = (beside if beside.exists() else EXAMPLES / beside.name).read_bytes().decode("utf-8")
            for statement in json.loads(path.read_text(encoding="utf-8"))["statements"]:
                yield text[statement["start"] : statement["end"]], statement["act"], 1.0


def of_examples() -> Iterator[Row]:
    """The lexicon's examples, and the tests' sentences with one contribution."""
    with (ROOT / "lrtgraph" / "data" / "speech_acts.csv").open(encoding="utf-8", newline="") as rows:
        yield from ((row["example"], row["act"], OF_AN_EXAMPLE) for row in csv.DictReader(rows) if row["example"])
    with (ROOT / "lrtgraph" / "data" / "evaluations.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            favourable = (row["reach"], row["polarity"]) == ("judgement", "positive")
            yield row["example"], "steunt" if favourable else "bezwaar", OF_AN_EXAMPLE
    with (ROOT / "tests" / "sentences" / "statements.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            if row["statements"].count(":") == 1:
                yield row["text"].lstrip("- "), row["statements"].split(":")[1], OF_AN_EXAMPLE


def main() -> None:
    """Train and write the table of weights."""
    rows = [*of_minutes(), *of_examples()]
    found = [dict.fromkeys(features(text), 1) for text, _, _ in rows]
    count = Counter(feature for one in found for feature in one)
    found = [{feature: 1 for feature in one if count[feature] >= SEEN} for one in found]
    vectors = DictVectorizer()
    model = LogisticRegression(C=1.0, max_iter=5_000)
    model.fit(vectors.fit_transform(found), [act for _, act, _ in rows], sample_weight=[weight for *_, weight in rows])
    assert tuple(model.classes_) == ACTS
    columns = [("bias", model.intercept_), *zip(vectors.get_feature_names_out(), model.coef_.T, strict=True)]
    with (ROOT / "lrtgraph" / "data" / "act_words.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["feature", *ACTS])
        for name, weights in columns:
            whole = [round(float(weight) * SCALE) for weight in weights]
            if name == "bias" or max(map(abs, whole)) > SMALL:
                writer.writerow([name, *(number or "" for number in whole)])
    print(f"{len(rows)} contributions and examples, {len(columns)} features")


if __name__ == "__main__":
    main()
