"""Dutch numbers in words."""

from __future__ import annotations

from lrtgraph.dutch.numerals import number_words, numerals


def test_number_words() -> None:
    words = number_words()
    spelled = ("twee", "eenentwintig", "tweeëndertig", "honderd", "vijftienhonderd", "tienduizend")
    assert [words[word] for word in spelled] == [2, 21, 32, 100, 1500, 10000]
    assert (words["vijfentwintighonderd"], words["zesendertighonderdtien"]) == (2500, 3610)
    assert not {"een", "twintighonderd"} & words.keys()


def test_numerals_are_one_to_nineteen_and_the_tens() -> None:
    assert sorted(set(numerals().values())) == [*range(1, 20), *range(20, 100, 10)]
