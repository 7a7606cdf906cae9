"""The network over words: its file, fixed answers, and answers that no order of summing changes."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from lrtgraph.extraction.grammar.network import FINE, PIECES, ROUGH, WINDOW, Network, network
from lrtgraph.extraction.statements.course.wording import ACTS, words
from lrtgraph.resources import resource

TOLD = [
    ("VNG vraagt wanneer de brief komt.", "vraagt"),
    ("COA meldt dat de locatie in Utrecht op 1 mei opent.", "informeert"),
    ("SJenV zegt toe de leden hierover te informeren.", "zegt_toe"),
    ("IPO vreest dat provincies dit niet kunnen dragen.", "bezwaar"),
    ("VNG kan zich in het voorstel vinden.", "steunt"),
    ("COA roept gemeenten op om locaties aan te dragen.", "verzoekt"),
]


@pytest.fixture(scope="module")
def arrays() -> dict[str, Any]:
    with np.load(resource("model", "acts.npz")) as file:
        return dict(file)


def test_the_file_is_small_and_has_whole_numbers_and_every_feature_once(arrays: dict[str, Any]) -> None:
    assert resource("model", "acts.npz").stat().st_size < 1_000_000
    assert {array.dtype.kind for array in arrays.values()} == {"i", "u"}
    names = bytes(arrays["features"]).decode().split("\n")
    assert len(set(names)) == len(names) == len(arrays["rows"])
    assert len(arrays["speak"]) == len(ACTS)


@pytest.mark.parametrize(("text", "act"), TOLD)
def test_a_plain_contribution_is_known_by_its_words_alone(text: str, act: str) -> None:
    odds = network("acts").odds(words(text), [])
    assert ACTS[odds.index(max(odds))] == act


def test_the_order_of_words_counts() -> None:
    told = words("Kan VNG dit steunen?")
    assert network("acts").odds(told, []) != network("acts").odds(told[::-1], [])


def test_what_it_never_saw_does_not_count() -> None:
    told = words(TOLD[0][0])
    known = network("acts").odds(told, ["lexicon vraagt"])
    assert network("acts").odds([(*word, "w qqq") for word in told], ["lexicon vraagt", "qqq"]) == known
    assert len(network("acts").odds([], [])) == len(ACTS)


def test_no_order_of_summing_and_no_company_changes_an_answer(arrays: dict[str, Any]) -> None:
    """Numbers and detectors in another order, and all texts forth and back: sums differ if any is inexact."""
    alone = [Network(arrays).odds(words(text), ["lexicon vraagt"]) for text, _ in TOLD]
    width = arrays["rows"].shape[1]
    order = np.random.default_rng(0).permutation(width)
    sights = np.concatenate([order + width * piece for piece in range(PIECES)])
    windows = np.concatenate([order + width * place for place in range(2 * WINDOW + 1)])
    hidden = np.random.default_rng(1).permutation(len(arrays["hide"]))
    other = arrays | {
        "rows": arrays["rows"][:, order],
        "scale": arrays["scale"][order],
        "shift": arrays["shift"][order],
        "detect": arrays["detect"][sights][:, windows],
        "detect bias": arrays["detect bias"][sights],
        "hide": arrays["hide"][hidden][:, np.concatenate([order + width * part for part in range(3)])],
        "hide bias": arrays["hide bias"][hidden],
        "speak": arrays["speak"][:, hidden],
    }
    mixed = Network(other)
    assert [mixed.odds(words(text), ["lexicon vraagt"]) for text, _ in reversed(TOLD)] == alone[::-1]


def test_no_sum_of_a_detector_takes_more_than_24_bits(arrays: dict[str, Any]) -> None:
    """By Cauchy and Schwarz: a word of even size is no longer than the root of its width before scale and shift."""
    width = arrays["rows"].shape[1]
    scale, shift = arrays["scale"] / FINE, arrays["shift"] / FINE
    word = np.abs(scale).max() * width**0.5 + np.linalg.norm(shift) + width**0.5 / ROUGH
    longest = np.linalg.norm(arrays["detect"] / FINE, axis=1).max()
    bias = np.abs(arrays["detect bias"] / FINE).max()
    assert (word * (2 * WINDOW + 1) ** 0.5 * longest + bias) * ROUGH * FINE < 2**24
