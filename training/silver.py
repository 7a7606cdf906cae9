"""Annotate the older part of the treebank anew: the teachers' opinion, weighed against the older annotation.

The older annotation follows other rules, but it is the work of people: where it says something that the current rules
could say too, it is evidence. How much evidence is measured, label by label, as the agreement between the teachers and
the older annotation; no token is needed that carries both.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import teacher as teacher_module
import torch
from teacher import Batch, Teacher, Vocabulary, batches
from torch import Tensor
from treebank import Sentence, bare_lemmas, read_conllu, write_conllu
from trees import spanning_tree


@dataclass(slots=True)
class Opinion:
    """What the teachers think of one sentence, as probabilities; heads count from 1, 0 is the root."""

    arcs: np.ndarray
    rels: np.ndarray
    tags: dict[str, np.ndarray]


def load_teacher(path: Path) -> tuple[Teacher, Vocabulary]:
    """A saved teacher; the vocabulary was pickled by a script, so its class is looked for in ``__main__``."""
    sys.modules["__main__"].__dict__.setdefault("Vocabulary", teacher_module.Vocabulary)
    state = torch.load(path, weights_only=False)
    model = Teacher(state["vocab"], hidden=state["hidden"], layers=state["layers"])
    model.load_state_dict(state["weights"])
    model.eval()
    return model, state["vocab"]


@torch.no_grad()
def opinions(paths: list[Path], sentences: list[Sentence]) -> tuple[list[Opinion], Vocabulary]:
    """The mean of the teachers' probabilities for every sentence, by the rules of the current annotation."""
    result: list[Opinion | None] = [None] * len(sentences)
    vocab: Vocabulary | None = None
    for path in paths:
        model, vocab = load_teacher(path)
        for indices in batches(sentences, 3000, shuffle=False):
            batch = Batch([sentences[i] for i in indices], vocab, 0, targets=False, drop=0)
            arcs, rels, tags = model(batch)
            arcs, rels = arcs.softmax(-1), rels.softmax(-1)
            tags = {name: scores.softmax(-1) for name, scores in tags.items()}
            for row, i in enumerate(indices):
                _add(result, i, row, len(sentences[i]), arcs, rels, tags, 1 / len(paths))
    assert vocab is not None
    return [opinion for opinion in result if opinion is not None], vocab


def _add(
    result: list[Opinion | None],
    i: int,
    row: int,
    n: int,
    arcs: Tensor,
    rels: Tensor,
    tags: dict[str, Tensor],
    w: float,
) -> None:
    a = w * arcs[row, :n, : n + 1].numpy()
    r = (w * rels[row, :n, : n + 1].numpy()).astype("float16")
    t = {name: w * scores[row, :n].numpy() for name, scores in tags.items() if name != "xpos"}
    known = result[i]
    if known is None:
        result[i] = Opinion(a, r, t)
    else:
        known.arcs += a
        known.rels += r
        for name, scores in t.items():
            known.tags[name] += scores


def confusion(pairs: Iterator[tuple[np.ndarray, str]], labels: int) -> dict[str, np.ndarray]:
    """For each older label, log P(older label | current label), from the teachers' probabilities of the latter."""
    sums: dict[str, np.ndarray] = {}
    total = np.full(labels, 1e-3)
    for probabilities, old in pairs:
        if old not in sums:
            sums[old] = np.zeros(labels)
        sums[old] += probabilities
        total += probabilities
    # A floor keeps one odd older label from overruling teachers who are sure.
    return {old: np.log((counts + 0.02 * total / len(sums) + 1e-4) / (total + 1e-3)) for old, counts in sums.items()}


def annotate(
    sentences: list[Sentence],
    views: list[Opinion],
    vocab: Vocabulary,
    lemmas: dict[tuple[str, str], str],
    trust: float,
) -> list[Sentence]:
    """The sentences with new annotation; `trust` 0 ignores the older one, 1 takes it as independent evidence."""
    names = {name: sorted(table[0], key=table[0].__getitem__) for name, table in vocab.labels.items()}
    agree: dict[str, list[float]] = {}
    for s, view in zip(sentences, views, strict=True):
        for i, (head, dep) in enumerate(zip(s.heads, s.deprels, strict=True)):
            agree.setdefault(dep, []).append(float(view.arcs[i, head]))
    bonus = {dep: _odds(np.mean(values)) for dep, values in agree.items()}
    print("agreement on heads:", {k: round(float(np.mean(v)), 2) for k, v in sorted(agree.items())})
    tables = {}
    for name in ("upos", "feats"):
        pairs = (
            (view.tags[name][i], old)
            for s, view in zip(sentences, views, strict=True)
            for i, old in enumerate(getattr(s, name))
        )
        tables[name] = confusion(pairs, len(names[name]))
    relation = confusion(
        (
            (view.rels[i, head].astype("float32"), dep)
            for s, view in zip(sentences, views, strict=True)
            for i, (head, dep) in enumerate(zip(s.heads, s.deprels, strict=True))
            if view.arcs[i, head] > 0.5
        ),
        len(names["deprels"]),
    )
    result, changed = [], Counter[str]()
    for s, view in zip(sentences, views, strict=True):
        scores = np.log(view.arcs + 1e-6)
        for i, (head, dep) in enumerate(zip(s.heads, s.deprels, strict=True)):
            if head != i + 1:
                scores[i, head] += trust * bonus[dep]
        heads = spanning_tree(scores)
        new: dict[str, list[str]] = {"upos": [], "feats": [], "deprels": [], "lemmas": []}
        for i, head in enumerate(heads):
            for name in ("upos", "feats"):
                evidence = np.log(view.tags[name][i] + 1e-6) + trust * tables[name].get(getattr(s, name)[i], 0.0)
                new[name].append(names[name][int(evidence.argmax())])
            label = np.log(view.rels[i, head].astype("float32") + 1e-6)
            if head == s.heads[i]:
                label = label + trust * relation.get(s.deprels[i], 0.0)
            label[names["deprels"].index("root")] = 1e9 if head == 0 else -1e9
            new["deprels"].append(names["deprels"][int(label.argmax())])
            # People wrote the older lemmas, and by nearly the same rules: they stay, but for known words.
            new["lemmas"].append(lemmas.get((new["upos"][i], s.forms[i]), s.lemmas[i]))
        new_sentence = replace(s, heads=heads, xpos=["_"] * len(s), **new)
        for name in ("heads", *new):
            changed[name] += sum(a != b for a, b in zip(getattr(s, name), getattr(new_sentence, name), strict=True))
        result.append(new_sentence)
    tokens = sum(map(len, sentences))
    print("agreement of the result:", {k: round(100 - 100 * v / tokens, 1) for k, v in changed.items()})
    return result


def _odds(agreement: float) -> float:
    """Log odds that the older annotation is right, never against it."""
    p = min(0.985, max(0.5, float(agreement)))
    return float(np.log(p / (1 - p)))


def usual_lemmas(sentences: list[Sentence]) -> dict[tuple[str, str], str]:
    """The lemma of each part of speech and form that the current annotation always gives the same one."""
    seen: dict[tuple[str, str], set[str]] = {}
    for sentence in bare_lemmas(sentences):
        for pos, form, lemma in zip(sentence.upos, sentence.forms, sentence.lemmas, strict=True):
            seen.setdefault((pos, form), set()).add(lemma)
    return {key: lemmas.pop() for key, lemmas in seen.items() if len(lemmas) == 1}


def main() -> None:
    """``silver.py --train nl-train.conllu --older nl-older.conllu.gz --teachers teacher-1.pt --output FILE``."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--train", type=Path, required=True)
    parser.add_argument("--older", type=Path, required=True)
    parser.add_argument("--teachers", type=Path, nargs="+", required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--trust", type=float, default=1.0)
    args = parser.parse_args()
    torch.set_num_threads(1)
    sentences = read_conllu(args.older)
    views, vocab = opinions(args.teachers, sentences)
    write_conllu(args.output, annotate(sentences, views, vocab, usual_lemmas(read_conllu(args.train)), args.trust))


if __name__ == "__main__":
    main()
