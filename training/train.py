"""Train the pipeline that is shipped: gold sentences, and silver ones from the teachers."""

from __future__ import annotations

import argparse
import json
import math
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import fix_random_seed, load_config
from thinc.api import Adam, NumpyOps, set_current_ops
from treebank import Sentence, bare_lemmas, read_conllu

from examples import epoch, make_example

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))  # the checkout's own lrtgraph, whose layers the config names

from lrtgraph.language import embedding  # noqa: E402

assert embedding.FEATURES
SCORES = ("pos_acc", "morph_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f")
WEIGHTS = {"pos_acc": 1.0, "morph_acc": 1.0, "lemma_acc": 1.0, "dep_uas": 1.0, "dep_las": 2.0}


def documents(nlp: Language, sentences: list[Sentence], size: int) -> list[Example]:
    """Examples of `size` sentences each, with gold tokens."""
    return [make_example(nlp, sentences[k : k + size]) for k in range(0, len(sentences), size)]


def score(nlp: Language, examples: list[Example]) -> dict[str, float]:
    """The figures the targets are set in, in per cent."""
    result = nlp.evaluate([Example(blank(e.reference), e.reference) for e in examples])
    return {name: 100 * float(result[name] or 0) for name in SCORES}


def blank(reference: Doc) -> Doc:
    """A Doc with the same tokens and no annotation."""
    return Doc(reference.vocab, words=[token.text for token in reference])


def train(args: argparse.Namespace) -> None:
    """Run the training and save the best pipeline, by the development set."""
    set_current_ops(NumpyOps(use_blis=False))  # numpy's BLAS multiplies twice as fast here
    fix_random_seed(args.seed)
    chance = random.Random(args.seed)
    config = load_config(args.config, overrides=overrides(args.set))
    nlp = spacy.util.load_model_from_config(config, auto_fill=True)
    gold = bare_lemmas(read_conllu(args.train))
    silver = [s for path in args.silver for s in bare_lemmas(read_conllu(path))]
    dev = documents(nlp, read_conllu(args.dev), 5)
    # Labels come from gold alone: a teacher's rare mistakes must not add any.
    nlp.initialize(lambda: documents(nlp, gold, 5))
    optimizer = Adam(
        args.rate, beta1=0.9, beta2=0.999, L2=0.01, grad_clip=1.0, L2_is_weight_decay=True, use_averages=True
    )
    best, step, words, started = 0.0, 0, 0, time.time()
    losses: dict[str, float] = {}
    stream = _stream(nlp, gold, silver, chance, args)
    while step < (args.stop or args.steps):
        size = min(args.batch, 100 * 1.001**step)
        batch: list[Example] = []
        count = 0
        while count < size:
            example = next(stream)
            batch.append(example)
            count += len(example.reference)
        decay = 0.5 * (1 + math.cos(math.pi * min(1.0, step / args.steps)))
        optimizer.learn_rate = args.rate * min(1.0, (step + 1) / 100) * max(decay, 0.02)
        nlp.update(batch, drop=args.dropout, losses=losses, sgd=optimizer)
        step += 1
        words += count
        if step % args.every == 0:
            with nlp.use_params(optimizer.averages):
                scores = score(nlp, dev)
                total = sum(WEIGHTS[k] * scores[k] for k in WEIGHTS) / sum(WEIGHTS.values())
                line = " ".join(f"{k} {v:.2f}" for k, v in scores.items())
                print(f"{step} words {words} {time.time() - started:.0f}s {line} total {total:.2f}", flush=True)
                if total > best:
                    best = total
                    nlp.to_disk(args.output)
                    (args.output / "dev.json").write_text(json.dumps(scores, indent=2))


def _stream(
    nlp: Language, gold: list[Sentence], silver: list[Sentence], chance: random.Random, args: argparse.Namespace
) -> Iterator[Example]:
    while True:
        yield from epoch(nlp, gold * args.repeat + silver, chance, args.vary)


def overrides(settings: list[str]) -> dict[str, object]:
    """``section.key=json`` from the command line."""
    return {key: json.loads(value) for key, _, value in (item.partition("=") for item in settings)}


def main() -> None:
    """``train.py --train … --dev … --output …``."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    for name in ("--train", "--dev", "--output"):
        parser.add_argument(name, type=Path, required=True)
    parser.add_argument("--silver", type=Path, nargs="*", default=[])
    parser.add_argument("--repeat", type=int, default=1)
    parser.add_argument("--config", type=Path, default=HERE / "student.cfg")
    parser.add_argument("--set", nargs="*", default=[])
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--steps", type=int, default=5000)
    parser.add_argument("--stop", type=int, default=0, help="end here, while the rate falls as if to --steps")
    parser.add_argument("--every", type=int, default=500)
    parser.add_argument("--batch", type=int, default=1000)
    parser.add_argument("--dropout", type=float, default=0.2)
    parser.add_argument("--rate", type=float, default=0.002)
    parser.add_argument("--vary", type=float, default=0.1)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
