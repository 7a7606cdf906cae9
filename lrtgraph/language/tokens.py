"""What Dutch minutes ask of the tokeniser on top of spaCy's own Dutch rules.

Abbreviations stay one token with their period, plural and genitive clitics are cut from acronyms ("VR´s" is "VR" and
"´s"), and words joined by a slash come apart ("Politie/AVIM"), while "en/of" and "t/m" stay whole.
"""

from __future__ import annotations

import re

from spacy.lang.tokenizer_exceptions import emoticons
from spacy.language import Language
from spacy.symbols import NORM, ORTH  # type: ignore[import-not-found]
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.util import compile_infix_regex, compile_suffix_regex

from lrtgraph.abbreviations import abbreviations

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


def adapt_tokenizer(nlp: Language) -> None:
    """Teach a pipeline's tokeniser the minutes' spellings; a tokeniser that is not spaCy's own is left as it is.

    Doing it again changes nothing.
    """
    tokenizer = nlp.tokenizer
    if not isinstance(tokenizer, Tokenizer):
        return
    defaults = nlp.Defaults
    # Made anew in one go: spaCy reads all special cases again whenever one part of a tokeniser is set.
    nlp.tokenizer = Tokenizer(
        nlp.vocab,
        rules={**_kept(tokenizer.rules or {}), **_special_cases()},
        prefix_search=tokenizer.prefix_search,
        suffix_search=compile_suffix_regex([*_SUFFIXES, *(defaults.suffixes or ())]).search,
        infix_finditer=compile_infix_regex([*_INFIXES, *(defaults.infixes or ())]).finditer,
        # A run of brackets or digits without a space is one token: taken apart, its cost grows with its square.
        token_match=tokenizer.token_match or _RUN.match,
        url_match=tokenizer.url_match,
        faster_heuristics=tokenizer.faster_heuristics,
    )


def _kept(rules: dict[str, list[dict[int, str]]]) -> dict[str, list[dict[int, str]]]:
    """spaCy's special cases that hold in minutes: no faces, for "):" closes a bracket, no words and no acronyms."""
    return {
        word: parts
        for word, parts in rules.items()
        if word not in emoticons | abbreviations().words and not _CAPITALS.fullmatch(word)
    }


def _special_cases() -> dict[str, list[dict[int, str]]]:
    """The spellings that are whole tokens, or come apart in a way of their own."""
    cases: dict[str, list[dict[int, str]]] = {}
    for word in sorted(abbreviations().all):
        for spelled in dict.fromkeys((word, word[:1].upper() + word[1:])):
            cases[spelled] = [{ORTH: spelled, NORM: word}]
    for quote in "'’´`‘":  # "de PRT 's." with a space before the clitic
        cases[f"{quote}s"] = [{ORTH: f"{quote}s"}]
        cases[f"{quote}s."] = [{ORTH: f"{quote}s"}, {ORTH: "."}]
    for word in _WHOLE:
        cases[word] = [{ORTH: word, NORM: word.lower()}]
    return cases
