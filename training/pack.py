"""Make the shipped model of a trained pipeline: lemma table, meta data, licence, and the limit on its size."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections import Counter, defaultdict
from pathlib import Path

from spacy.language import Language
from spacy.util import load_config, load_model_from_config
from treebank import Sentence, bare_lemmas, read_conllu

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from lrtgraph.language import embedding, lemmas

assert embedding.FEATURES  # registers the layer that the config names
VERSION = "1.0.0"
LIMIT = 15_000_000
SHARE = 0.8  # of a form's occurrences that must have the lemma
META = {
    "name": "nl_lrtgraph",
    "lang": "nl",
    "version": VERSION,
    "description": "Dutch pipeline for minutes of meetings: parts of speech, morphology, dependencies, lemmas.",
    "author": "The lrtgraph contributors; treebank by Gosse Bouma, Gertjan van Noord, Daniel Zeman, Zdeněk Žabokrtský "
    "and the Lassy and Alpino projects",
    "email": "",
    "url": "https://universaldependencies.org/nl/",
    "license": "CC BY-SA 4.0",
    "spacy_version": ">=3.8.0,<3.9.0",
    "sources": [
        {
            "name": "UD_Dutch-LassySmall, commit 7880e0b",
            "url": "https://github.com/UniversalDependencies/UD_Dutch-LassySmall",
            "license": "CC BY-SA 4.0",
            "author": "Gosse Bouma, Gertjan van Noord (University of Groningen)",
        },
        {
            "name": "UD_Dutch-Alpino, commit 95e374a; older annotation from commit 4b8df79",
            "url": "https://github.com/UniversalDependencies/UD_Dutch-Alpino",
            "license": "CC BY-SA 4.0",
            "author": "Daniel Zeman, Zdeněk Žabokrtský, Gosse Bouma, Gertjan van Noord",
        },
    ],
}


def lemma_rows(sentences: list[Sentence]) -> list[tuple[str, str, str]]:
    """Part of speech, form and lemma, for forms that the treebank nearly always gives the same lemma."""
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for form, lemma, pos in zip(sentence.forms, sentence.lemmas, sentence.upos, strict=True):
            seen[pos, form][lemma] += 1
            if pos != "PROPN" and form != form.lower():
                seen[pos, form.lower()][lemma] += 1
    rows = []
    for (pos, form), counts in sorted(seen.items()):
        lemma, count = counts.most_common(1)[0]
        # A form that is its own lemma needs no row if the model would say so anyway; it might not, so it stays.
        if count >= SHARE * sum(counts.values()) and pos not in ("PUNCT", "SYM", "X"):
            rows.append((pos, form, lemma))
    return rows


def pack(trained: Path, sentences: list[Sentence], scores: dict[str, object], output: Path) -> int:
    """Write the model's folder anew and return its size in bytes; ValueError where it is too large."""
    config = load_config(trained / "config.cfg")
    # The same weights in a component that skips what the table has settled.
    config["components"]["trainable_lemmatizer"]["factory"] = lemmas.LEMMATIZER
    nlp: Language = load_model_from_config(config).from_disk(trained)
    table = nlp.add_pipe(lemmas.FACTORY, before="trainable_lemmatizer")
    assert isinstance(table, lemmas.LemmaTable)
    table.fill(lemma_rows(sentences))
    nlp.config["nlp"]["batch_size"] = 64  # documents; more of them leave the processor's cache and are slower
    nlp.meta.update(META | {"performance": scores})
    shutil.rmtree(output, ignore_errors=True)
    nlp.to_disk(output)
    size = sum(path.stat().st_size for path in output.rglob("*") if path.is_file())
    if size > LIMIT:
        raise ValueError(f"the model takes {size} bytes, {LIMIT} are allowed: use fewer rows or a smaller width")
    return size


def main() -> None:
    """``pack.py TRAINED --train FILE --scores FILE --output FOLDER``."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("trained", type=Path)
    parser.add_argument("--train", type=Path, required=True)
    parser.add_argument("--scores", type=Path)
    parser.add_argument("--output", type=Path, required=True)
    args = parser.parse_args()
    scores = json.loads(args.scores.read_text(encoding="utf-8")) if args.scores else {}
    size = pack(args.trained, bare_lemmas(read_conllu(args.train)), scores, args.output)
    print(f"{args.output}: {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
