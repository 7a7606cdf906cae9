"""What Dutch minutes ask of the tokeniser on top of spaCy's own Dutch rules.

Abbreviations stay one token with their period, plural and genitive clitics are cut from acronyms ("VR´s" is "VR" and
"´s"), and words joined by a slash come apart ("Politie/AVIM"), while "en/of" and "t/m" stay whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from spacy.lang.tokenizer_exceptions import emoticons
from spacy.language import Language
from spacy.symbols import NORM, ORTH  # type: ignore[import-not-found]
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry

from lrtgraph.dutch.abbreviations import abbreviations

_Rules = dict[str, list[dict[int, str]]]

_UPPER = "A-ZÀ-ÖØ-Þ"
_ALPHA = "A-Za-zÀ-ÖØ-öø-ÿ"
_CLITIC = "['’´`‘]s"
# After an acronym only: in "Wiske's" the treebank, and with it the model, keeps name and clitic together.
# A full stop behind "JenV" or "B&W" is one; spaCy keeps it, as behind the initials "J.B.".
_SUFFIXES = (rf"(?<=[{_UPPER}]){_CLITIC}", r"(?<=[A-Za-z]);", rf"(?<=[{_ALPHA}][{_ALPHA}&][{_UPPER}])\.")
_INFIXES = (
    rf"(?<=[{_UPPER}]){_CLITIC}(?=/)",
    rf"(?<=[{_ALPHA}\)0-9’'])/(?=[{_ALPHA}\(][{_ALPHA}’'-])",
    rf"(?<=[{_ALPHA}][{_ALPHA}]);(?=[{_ALPHA}])",
    rf"(?<=[{_UPPER}][{_UPPER}])\.(?=[{_UPPER}][a-zà-öø-ÿ])",
)
_WHOLE = ("en/of", "t/m", "T/m", "En/of", "m/v", "M/V", "n.v.t.", "c/o", "a/d", "w/o", "incl./excl.", "i/o")


_CAPITALS = re.compile(rf"[{_UPPER}]{{2,}}\.")
"""Abbreviations of law reports in capitals, which in minutes are acronyms at the end of a sentence: "bij de IND."."""

_RUN = re.compile(r"\S{200}")


TOKENIZER: Final = "lrtgraph.Tokenizer.v1"
"""The name of our tokeniser in a pipeline's settings."""


@registry.tokenizers(TOKENIZER)  # type: ignore[untyped-decorator]
def make_tokenizer() -> Callable[[Language], Tokenizer]:
    """What makes the tokeniser of a pipeline that has none yet: spaCy's rules for its language with ours."""

    def made(nlp: Language) -> Tokenizer:
        own = nlp.Defaults
        prefix_search = compile_prefix_regex(own.prefixes).search if own.prefixes else None
        return _tokenizer(nlp, own.tokenizer_exceptions, prefix_search, own.token_match, own.url_match)

    return made


def adapt_tokenizer(nlp: Language) -> None:
    """Teach a pipeline's tokeniser the minutes' spellings; a tokeniser that is not spaCy's own is left as it is.

    Doing it again changes nothing.
    """
    old = nlp.tokenizer
    if isinstance(old, Tokenizer):
        # Made anew in one go: spaCy reads all special cases again whenever one part of a tokeniser is set.
        nlp.tokenizer = _tokenizer(
            nlp, old.rules or {}, old.prefix_search, old.token_match, old.url_match, old.faster_heuristics
        )


def _tokenizer(
    nlp: Language, rules: _Rules, prefix_search: Any, token_match: Any, url_match: Any, faster_heuristics: bool = True
) -> Tokenizer:
    """A tokeniser with spaCy's rules for a language, and ours."""
    own = nlp.Defaults
    return Tokenizer(
        nlp.vocab,
        rules={**_kept(rules), **_special_cases()},
        prefix_search=prefix_search,
        suffix_search=compile_suffix_regex([*_SUFFIXES, *(own.suffixes or ())]).search,
        infix_finditer=compile_infix_regex([*_INFIXES, *(own.infixes or ())]).finditer,
        # A run of brackets or digits without a space is one token: taken apart, its cost grows with its square.
        token_match=token_match or _RUN.match,
        url_match=url_match,
        faster_heuristics=faster_heuristics,
    )


def _kept(rules: _Rules) -> _Rules:
    """spaCy's special cases that hold in minutes: no faces, for "):" closes a bracket, no words and no acronyms."""
    return {
        word: parts
        for word, parts in rules.items()
        if word not in emoticons | abbreviations().words and not _CAPITALS.fullmatch(word)
    }


def _special_cases() -> _Rules:
    """The spellings that are whole tokens, or come apart in a way of their own."""
    cases: _Rules = {}
    for word in sorted(abbreviations().all):
        for spelled in dict.fromkeys((word, word[:1].upper() + word[1:])):
            cases[spelled] = [{ORTH: spelled, NORM: word}]
    for quote in "'’´`‘":  # "de PRT 's." with a space before the clitic
        cases[f"{quote}s"] = [{ORTH: f"{quote}s"}]
        cases[f"{quote}s."] = [{ORTH: f"{quote}s"}, {ORTH: "."}]
    for word in _WHOLE:
        cases[word] = [{ORTH: word, NORM: word.lower()}]
    return cases
