"""The teacher: a BiLSTM with biaffine parsers, far too slow to ship, that reads both annotations of the treebank.

It is trained on the current annotation and on the older one at once: one encoder, two sets of output layers. The older
annotation follows other rules, so adding it to the training data hurts; but the encoder that has to satisfy both sees
nearly twice as much annotated text. ``silver.py`` uses the output layers of the current annotation afterwards.
"""

from __future__ import annotations

import argparse
import math
import random
import time
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import torch
from edits import lemma_rule
from torch import Tensor, nn
from torch.nn import functional as F
from treebank import Sentence, read_conllu

LAYERS = ("upos", "feats", "xpos", "rule")
AFFIXES = ((-2, 4000), (-3, 8000), (-4, 12000), (3, 8000))
MAX_CHARS = 24


class Vocabulary:
    """Numbers for everything the teacher reads and writes; 0 is unknown (padding for characters)."""

    def __init__(self, current: list[Sentence], older: list[Sentence]) -> None:
        words = Counter(form.lower() for s in current + older for form in s.forms)
        self.words = {w: i + 1 for i, w in enumerate(sorted(w for w, n in words.items() if n >= 2))}
        self.counts = words
        chars = Counter(c for s in current + older for form in s.forms for c in form)
        self.chars = {c: i + 2 for i, c in enumerate(sorted(c for c, n in chars.items() if n >= 3))}
        self.labels: dict[str, list[dict[str, int]]] = {}
        for name in (*LAYERS, "deprels"):
            self.labels[name] = []
            for sentences in (current, older):
                seen = Counter(label for s in sentences for label in column(s, name))
                self.labels[name].append({label: i for i, label in enumerate(sorted(seen))})


def column(sentence: Sentence, name: str) -> list[str]:
    """One annotation layer of a sentence; lemmas are given as edit rules."""
    if name == "rule":
        return [lemma_rule(form, lemma) for form, lemma in zip(sentence.forms, sentence.lemmas, strict=True)]
    return list(getattr(sentence, name))


def shape_of(form: str) -> int:
    """A number below 64 that says how a token is cased and made up."""
    return (
        (1 if form[:1].isupper() else 0)
        + (2 if form.isupper() and len(form) > 1 else 0)
        + (4 if any(c.isdigit() for c in form) else 0)
        + (8 if "-" in form else 0)
        + (16 if not form[0].isalnum() else 0)
        + (32 if form.isdigit() else 0)
    )


def _hash(text: str, rows: int) -> int:
    value = 2166136261
    for char in text:
        value = ((value ^ ord(char)) * 16777619) & 0xFFFFFFFF
    return 1 + value % (rows - 1)


class Batch:
    """Tensors for a list of sentences of about the same length."""

    def __init__(
        self, sentences: list[Sentence], vocab: Vocabulary, scheme: int, *, targets: bool, drop: float
    ) -> None:
        size, width = len(sentences), max(len(s) for s in sentences)
        self.scheme = scheme
        self.words = torch.zeros(size, width, dtype=torch.long)
        self.shapes = torch.zeros(size, width, dtype=torch.long)
        self.affixes = torch.zeros(size, width, len(AFFIXES), dtype=torch.long)
        self.mask = torch.zeros(size, width, dtype=torch.bool)
        self.heads = torch.full((size, width), -1, dtype=torch.long)
        self.targets = {name: torch.full((size, width), -1, dtype=torch.long) for name in (*LAYERS, "deprels")}
        self.lengths = torch.tensor([len(s) for s in sentences])
        forms: dict[str, int] = {}
        self.form_index = torch.zeros(size, width, dtype=torch.long)
        for b, s in enumerate(sentences):
            for i, form in enumerate(s.forms):
                lower = form.lower()
                number = vocab.words.get(lower, 0)
                if drop and number and random.random() < drop / (drop + vocab.counts[lower]):
                    number = 0
                self.words[b, i] = number
                self.shapes[b, i] = shape_of(form) + (64 if i == 0 else 0)
                for a, (cut, rows) in enumerate(AFFIXES):
                    self.affixes[b, i, a] = _hash(lower[cut:] if cut < 0 else lower[:cut], rows)
                self.form_index[b, i] = forms.setdefault(form, len(forms))
                self.mask[b, i] = True
            if targets:
                # One token of the older part is its own head, which `mask_heads` forbids: it adds a constant to the
                # loss that is printed (some thousands) and nothing to learn.
                self.heads[b, : len(s)] = torch.tensor(s.heads)
                for name in self.targets:
                    table = vocab.labels[name][scheme]
                    if name == "xpos" and scheme == 1:
                        continue
                    self.targets[name][b, : len(s)] = torch.tensor([table.get(x, -1) for x in column(s, name)])
        chars = torch.zeros(len(forms), MAX_CHARS, dtype=torch.long)
        for form, k in forms.items():
            codes = [vocab.chars.get(c, 1) for c in (form if len(form) <= MAX_CHARS else form[:12] + form[-12:])]
            chars[k, : len(codes)] = torch.tensor(codes)
        self.chars = chars


class Biaffine(nn.Module):
    """Scores for every pair of dependent and head, ``labels`` of them a pair."""

    def __init__(self, width: int, labels: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(labels, width + 1, width + 1))

    def forward(self, dependents: Tensor, heads: Tensor) -> Tensor:
        ones = dependents.new_ones(*dependents.shape[:2], 1)
        x = torch.cat([dependents, ones], -1)
        y = torch.cat([heads, heads.new_ones(*heads.shape[:2], 1)], -1)
        return torch.einsum("bxi,oij,byj->bxyo", x, self.weight, y)


def locked(x: Tensor, rate: float, training: bool) -> Tensor:
    """Dropout with one mask for all positions of a sentence."""
    if not training:
        return x
    mask = torch.empty(x.shape[0], 1, x.shape[2]).bernoulli_(1 - rate) / (1 - rate)
    return x * mask


class Scheme(nn.Module):
    """The output layers of one annotation."""

    def __init__(self, width: int, vocab: Vocabulary, scheme: int) -> None:
        super().__init__()
        arc, rel, tag = 256, 96, 192
        self.arc_dep, self.arc_head = nn.Linear(width, arc), nn.Linear(width, arc)
        self.rel_dep, self.rel_head = nn.Linear(width, rel), nn.Linear(width, rel)
        self.arcs = Biaffine(arc, 1)
        self.rels = Biaffine(rel, len(vocab.labels["deprels"][scheme]))
        self.tag = nn.Linear(width, tag)
        self.out = nn.ModuleDict({n: nn.Linear(tag, len(vocab.labels[n][scheme])) for n in LAYERS})

    def forward(self, tokens: Tensor, with_root: Tensor) -> tuple[Tensor, Tensor, dict[str, Tensor]]:
        def act(layer: nn.Linear, x: Tensor) -> Tensor:
            return locked(F.leaky_relu(layer(x), 0.1), 0.33, self.training)

        arcs = self.arcs(act(self.arc_dep, tokens), act(self.arc_head, with_root)).squeeze(-1)
        rels = self.rels(act(self.rel_dep, tokens), act(self.rel_head, with_root))
        hidden = act(self.tag, tokens)
        return arcs, rels, {name: layer(hidden) for name, layer in self.out.items()}


class Teacher(nn.Module):
    """Words, characters and affixes → BiLSTM → the output layers of the asked annotation."""

    def __init__(self, vocab: Vocabulary, hidden: int = 256, layers: int = 2) -> None:
        super().__init__()
        self.words = nn.Embedding(len(vocab.words) + 1, 100)
        self.shapes = nn.Embedding(128, 24)
        self.affixes = nn.ModuleList(nn.Embedding(rows, 40) for _, rows in AFFIXES)
        self.chars = nn.Embedding(len(vocab.chars) + 2, 40, padding_idx=0)
        self.conv = nn.ModuleList([nn.Conv1d(40, 50, 3, padding=1), nn.Conv1d(40, 50, 5, padding=2)])
        width = 100 + 24 + 40 * len(AFFIXES) + 100
        self.lstms = nn.ModuleList(
            nn.LSTM(width if k == 0 else 2 * hidden, hidden, bidirectional=True, batch_first=True)
            for k in range(layers)
        )
        self.root = nn.Parameter(torch.zeros(2 * hidden))
        self.schemes = nn.ModuleList(Scheme(2 * hidden, vocab, k) for k in (0, 1))

    def forward(self, batch: Batch, scheme: int | None = None) -> tuple[Tensor, Tensor, dict[str, Tensor]]:
        x = self.chars(batch.chars).transpose(1, 2)
        spelled = torch.cat([F.relu(conv(x)).amax(-1) for conv in self.conv], -1)[batch.form_index]
        affixes = [table(batch.affixes[..., k]) for k, table in enumerate(self.affixes)]
        x = torch.cat([self.words(batch.words), self.shapes(batch.shapes), *affixes, spelled], -1)
        x = locked(x, 0.33, self.training)
        for lstm in self.lstms:
            packed = nn.utils.rnn.pack_padded_sequence(x, batch.lengths, batch_first=True, enforce_sorted=False)
            x, _ = nn.utils.rnn.pad_packed_sequence(lstm(packed)[0], batch_first=True)
            x = locked(x, 0.33, self.training)
        root = self.root.expand(x.shape[0], 1, -1)
        result = self.schemes[batch.scheme if scheme is None else scheme](x, torch.cat([root, x], 1))
        return (mask_heads(result[0], batch.mask), result[1], result[2])


def mask_heads(arcs: Tensor, mask: Tensor) -> Tensor:
    """Forbid padding and the token itself as a head."""
    allowed = torch.cat([mask.new_ones(mask.shape[0], 1), mask], 1)[:, None, :].expand_as(arcs).clone()
    steps = torch.arange(arcs.shape[1])
    allowed[:, steps, steps + 1] = False
    return arcs.masked_fill(~allowed, -1e9)


def loss_of(model: Teacher, batch: Batch) -> Tensor:
    """Cross-entropy of everything the batch is annotated with."""
    arcs, rels, tags = model(batch)
    known = batch.heads >= 0
    loss = F.cross_entropy(arcs[known], batch.heads[known])
    gold = batch.heads.clamp(min=0)[:, :, None, None].expand(-1, -1, 1, rels.shape[-1])
    chosen = rels.gather(2, gold).squeeze(2)
    loss = loss + F.cross_entropy(chosen[known], batch.targets["deprels"][known])
    for name, scores in tags.items():
        mask = batch.targets[name] >= 0
        if mask.any():
            loss = loss + 0.4 * F.cross_entropy(scores[mask], batch.targets[name][mask])
    return loss


def batches(sentences: list[Sentence], tokens: int, shuffle: bool) -> list[list[int]]:
    """Indices of sentences of like length, about ``tokens`` tokens together."""
    keys = [len(s) + (random.random() * 3 if shuffle else 0) for s in sentences]
    result: list[list[int]] = [[]]
    for i in sorted(range(len(sentences)), key=keys.__getitem__):
        if result[-1] and (len(result[-1]) + 1) * len(sentences[i]) > tokens:
            result.append([])
        result[-1].append(i)
    if shuffle:
        random.shuffle(result)
    return result


@torch.no_grad()
def accuracy(model: Teacher, vocab: Vocabulary, sentences: list[Sentence]) -> dict[str, float]:
    """Scores with the best head of each token, without a tree constraint, and without punctuation."""
    model.eval()
    right: Counter[str] = Counter()
    for indices in batches(sentences, 2000, shuffle=False):
        chunk = [sentences[i] for i in indices]
        batch = Batch(chunk, vocab, 0, targets=True, drop=0)
        arcs, rels, tags = model(batch)
        heads = arcs.argmax(-1)
        labels = rels.gather(2, heads[:, :, None, None].expand(-1, -1, 1, rels.shape[-1])).squeeze(2).argmax(-1)
        no_punct = batch.mask & (batch.targets["deprels"] != vocab.labels["deprels"][0]["punct"])
        ok = (heads == batch.heads) & no_punct
        right["tokens"] += int(batch.mask.sum())
        right["arcs"] += int(no_punct.sum())
        right["uas"] += int(ok.sum())
        right["las"] += int((ok & (labels == batch.targets["deprels"])).sum())
        for name, scores in tags.items():
            right[name] += int((batch.mask & (scores.argmax(-1) == batch.targets[name])).sum())
    return {k: 100 * n / right["arcs" if k in ("uas", "las") else "tokens"] for k, n in right.items()}


def train(args: argparse.Namespace) -> None:
    """Train one teacher and save it with its vocabulary."""
    random.seed(args.seed)
    np.random.seed(args.seed)
    torch.manual_seed(args.seed)
    torch.set_num_threads(1)
    current, older, dev = (read_conllu(p) for p in (args.train, args.older, args.dev))
    vocab = Vocabulary(current, older)
    model = Teacher(vocab, hidden=args.hidden, layers=args.layers)
    average = Teacher(vocab, hidden=args.hidden, layers=args.layers)
    average.load_state_dict(model.state_dict())
    optimizer = torch.optim.Adam(model.parameters(), lr=args.rate, betas=(0.9, 0.95), eps=1e-8)
    per_epoch = len(batches(current, args.tokens, False)) + len(batches(older, args.tokens, False))
    total, step, started = per_epoch * args.epochs, 0, time.time()
    for epoch in range(args.epochs):
        model.train()
        work: list[tuple[int, list[int]]] = [(0, b) for b in batches(current, args.tokens, True)]
        work += [(1, b) for b in batches(older, args.tokens, True)]
        random.shuffle(work)
        running = 0.0
        for scheme, indices in work:
            step += 1
            rate = args.rate * min(1.0, step / 100) * 0.5 * (1 + math.cos(math.pi * min(1.0, step / total)))
            for group in optimizer.param_groups:
                group["lr"] = rate
            source = current if scheme == 0 else older
            batch = Batch([source[i] for i in indices], vocab, scheme, targets=True, drop=0.5)
            loss = loss_of(model, batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimizer.step()
            running += float(loss.detach())
            with torch.no_grad():
                keep = min(0.998, (step + 1) / (step + 10))
                for a, p in zip(average.parameters(), model.parameters(), strict=True):
                    a.lerp_(p, 1 - keep)
        line = f"epoch {epoch + 1} loss {running / len(work):.3f} {time.time() - started:.0f}s"
        if epoch % 3 == 2 or epoch == args.epochs - 1:
            line += " dev " + " ".join(f"{k} {v:.2f}" for k, v in accuracy(average, vocab, dev).items())
        print(line, flush=True)
    state: dict[str, Any] = {"weights": average.state_dict(), "hidden": args.hidden, "layers": args.layers}
    torch.save({**state, "vocab": vocab}, args.output)


def main() -> None:
    """``teacher.py --train … --older … --dev … --seed 1 --output teacher-1.pt``."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    for name in ("--train", "--older", "--dev", "--output"):
        parser.add_argument(name, type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--epochs", type=int, default=30)
    parser.add_argument("--tokens", type=int, default=1000)
    parser.add_argument("--hidden", type=int, default=256)
    parser.add_argument("--layers", type=int, default=2)
    parser.add_argument("--rate", type=float, default=2e-3)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
