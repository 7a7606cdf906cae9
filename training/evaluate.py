"""Score a pipeline as `lrtgraph.language.load` gives it, in four settings, on a CoNLL-U file.

- gold tokens, documents of five sentences, the parser finds the sentences: the setting of the targets;
- gold tokens and gold sentences;
- gold tokens, sentences by the package's rules: what the rules cost or gain;
- raw text: the package's own tokens and sentences, as minutes are read.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc
from spacy.training import Example
from treebank import Sentence, read_conllu

from examples import make_doc, with_spaces

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from lrtgraph.language import SENTENCES, load

SETTINGS = ("gold tokens", "gold sentences", "rule sentences", "raw text")
NAMES = {"pos_acc": "POS", "morph_acc": "morphology", "lemma_acc": "lemma", "dep_uas": "UAS", "dep_las": "LAS"}


def evaluate(nlp: Language, sentences: list[Sentence], setting: str, size: int = 5) -> dict[str, float]:
    """The scores in per cent in one setting."""
    size = 1 if setting == "gold sentences" else size
    examples = []
    for k in range(0, len(sentences), size):
        chunk = sentences[k : k + size]
        if setting == "raw text":
            reference = with_spaces(make_doc(nlp, chunk), chunk)
            examples.append(Example(nlp.make_doc(reference.text), reference))
        else:
            reference = make_doc(nlp, chunk)
            fresh = Doc(nlp.vocab, words=[token.text for token in reference])
            examples.append(Example(fresh, reference))
    off = [SENTENCES] if setting in ("gold tokens", "gold sentences") else []
    with nlp.select_pipes(disable=off):
        for example in examples:
            doc = example.predicted
            if setting == "gold sentences" and len(doc):
                for i, token in enumerate(doc):
                    token.is_sent_start = i == 0
            for _, component in nlp.pipeline:
                doc = component(doc)
            example.predicted = doc
        result = Scorer(nlp).score(examples)
    scores = {label: round(100 * float(result[name]), 2) for name, label in NAMES.items()}
    return {**scores, "sentences": round(100 * float(result["sents_f"] or 0), 2)}


def main() -> None:
    """``evaluate.py MODEL FILE``: print a table, and JSON with ``--json``."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("treebank", type=Path)
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    nlp = load(args.model)
    sentences = read_conllu(args.treebank)
    table = {setting: evaluate(nlp, sentences, setting) for setting in SETTINGS}
    print(f"{'':16}" + "".join(f"{name:>12}" for name in next(iter(table.values()))))
    for setting, scores in table.items():
        print(f"{setting:16}" + "".join(f"{value:12.2f}" for value in scores.values()))
    if args.json:
        args.json.write_text(json.dumps(table, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
