"""Find a spaCy pipeline, add our components to it and refuse it where it lacks what the rules need."""

from __future__ import annotations

from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import is_package

from lrtgraph.errors import ModelError
from lrtgraph.language import (
    embedding,  # noqa: F401  (registers the layer that the bundled model's config names)
    lemmas,
)
from lrtgraph.language.arithmetic import make_exact
from lrtgraph.language.sentences import SENTENCES
from lrtgraph.language.tokens import TOKENIZER, adapt_tokenizer
from lrtgraph.resources import bundled_model

# What the extraction rules read from every token: spaCy's name for the annotation, and what to call it to a person.
NEEDED = (("POS", "pos (parts of speech)"), ("LEMMA", "lemma (lemmas)"), ("DEP", "dep (dependencies)"))
_LEMMAS = (lemmas.FACTORY, "trainable_lemmatizer")
"""The components of the bundled model that set lemmas."""
_PROBE = "De minister van Asiel en Migratie meldt dat de wet is aangenomen."


def load(model: str | Path | None = None, *, lemmas: bool = True) -> Language:
    """Load a pipeline and make it ready for minutes.

    `model` is None for the bundled Dutch model, else the name of an installed package ("nl_core_news_lg") or the path
    of a pipeline on disk. The result splits tokens and sentences our way and sets `pos`, `lemma` and `dep` on
    every token; without `lemmas` the bundled model sets none, and takes less time and memory. Raises ModelError, with
    one sentence that says what to do, where there is no such pipeline, where it cannot be read, or where it does not
    set all three.

    >>> nlp = load()
    >>> [(token.lemma_, token.pos_) for token in nlp("De ministers besloten.")]
    [('de', 'DET'), ('minister', 'NOUN'), ('besluiten', 'VERB'), ('.', 'PUNCT')]
    """
    nlp = _read(model, lemmas)
    if model is not None:
        adapt_tokenizer(nlp)
    if SENTENCES not in nlp.pipe_names:
        nlp.add_pipe(SENTENCES, first=True)
    if model is not None or lemmas:
        _check(nlp, str(model or "the bundled model"))
    return nlp


def _read(model: str | Path | None, lemmas: bool) -> Language:
    """The pipeline as it is stored, without our components."""
    if model is None:
        # The stored tokeniser is spaCy's Dutch one: making it, or reading it, takes a third of the loading time.
        exclude = ["tokenizer", *(() if lemmas else _LEMMAS)]
        tokenizer = {"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}}
        nlp = spacy.load(bundled_model(), exclude=exclude, config=tokenizer)
        make_exact(nlp)
        return nlp
    if not (isinstance(model, str) and is_package(model)) and not Path(model).exists():
        package = f" (pip install {model})" if str(model).isidentifier() else ""
        raise ModelError(
            f"there is no spaCy pipeline '{model}': give the path of one or the name of an installed package"
            f"{package}, or leave the option out to use the bundled model"
        )
    try:
        return spacy.load(model)
    except (OSError, ValueError, KeyError, ImportError) as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        raise ModelError(
            f"'{model}' cannot be loaded as a spaCy pipeline; give another or leave the option out ({reason[:200]})"
        ) from error


def _check(nlp: Language, name: str) -> None:
    """Refuse a pipeline whose Docs lack what the rules read; a trial sentence shows it whatever its components are."""
    try:
        doc = nlp(_PROBE)
    except ValueError as error:  # spaCy's way of saying that a component was never trained
        reason = " ".join(str(error).split())[:200]
        raise ModelError(f"{name} cannot analyse a sentence; train it or choose another pipeline ({reason})") from error
    missing = _lacking(doc)
    if missing:
        raise ModelError(
            f"{name} does not set {' and '.join(missing)}, which the rules need: choose a pipeline with a tagger or "
            "morphologizer, a lemmatizer and a parser, such as nl_core_news_sm, or leave the option out"
        )


def _lacking(doc: Doc) -> list[str]:
    """The names of the annotations that a processed Doc lacks.

    >>> _lacking(spacy.blank("nl")("Akkoord"))
    ['pos (parts of speech)', 'lemma (lemmas)', 'dep (dependencies)']
    """
    return [label for attribute, label in NEEDED if not doc.has_annotation(attribute)]
