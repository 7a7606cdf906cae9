"""Reading and writing the CoNLL-U files of the treebank: the few columns that the training uses."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path


@dataclass(slots=True)
class Sentence:
    """One sentence; every list has one entry a token. ``heads`` counts from 1, 0 is the root, -1 is unknown."""

    forms: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    feats: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deprels: list[str] = field(default_factory=list)
    space_after: list[bool] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.forms)


def read_conllu(path: Path) -> list[Sentence]:
    """The sentences of a CoNLL-U file, which may be gzipped; multiword lines and empty nodes are skipped."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as handle:
        return list(_sentences(handle))


def _sentences(lines: Iterable[str]) -> Iterator[Sentence]:
    sentence = Sentence()
    for line in lines:
        line = line.rstrip("\n")
        if not line:
            if len(sentence):
                yield sentence
            sentence = Sentence()
            continue
        if line.startswith("#"):
            continue
        columns = line.split("\t")
        if not columns[0].isdigit():
            continue
        sentence.forms.append(columns[1])
        sentence.lemmas.append(columns[2])
        sentence.upos.append(columns[3])
        sentence.xpos.append(columns[4])
        sentence.feats.append(columns[5])
        sentence.heads.append(int(columns[6]))
        sentence.deprels.append(columns[7])
        sentence.space_after.append("SpaceAfter=No" not in columns[9])
    if len(sentence):
        yield sentence


def write_conllu(path: Path, sentences: Iterable[Sentence]) -> None:
    """Write sentences as CoNLL-U; an unknown head (-1) is written as ``_``."""
    with path.open("w", encoding="utf-8") as handle:
        for sentence in sentences:
            for i in range(len(sentence)):
                head = "_" if sentence.heads[i] < 0 else str(sentence.heads[i])
                space = "_" if sentence.space_after[i] else "SpaceAfter=No"
                row = [str(i + 1), sentence.forms[i], sentence.lemmas[i], sentence.upos[i], sentence.xpos[i]]
                row += [sentence.feats[i], head, sentence.deprels[i], "_", space]
                handle.write("\t".join(row) + "\n")
            handle.write("\n")


def bare_lemmas(sentences: list[Sentence]) -> list[Sentence]:
    """The sentences with the lemma of a split verb without its particle: "neemt … aan" is "nemen", not "aannemen".

    The encyclopedia part of the treebank writes the particle into the lemma, the newspaper part does not. A lemmatizer
    sees one word, so the particle can only be noise to it; who wants it finds it as ``compound:prt``.
    """
    result = []
    for sentence in sentences:
        lemmas = list(sentence.lemmas)
        for form, head, dep in zip(sentence.forms, sentence.heads, sentence.deprels, strict=True):
            particle, verb = form.lower(), head - 1
            if dep == "compound:prt" and verb >= 0 and lemmas[verb].startswith(particle):
                inside = sentence.forms[verb].lower().startswith(particle)
                if not inside and len(lemmas[verb]) > len(particle) + 2:
                    lemmas[verb] = lemmas[verb][len(particle) :]
        result.append(replace(sentence, lemmas=lemmas))
    return result
