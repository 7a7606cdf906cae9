"""Blocks that are too long are cut, and nothing is lost or moved."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lrtgraph.layout.bounding import bounded
from lrtgraph.records import Block, Layout


@given(st.lists(st.text(st.sampled_from("aB. ?!"), min_size=1).filter(str.strip), min_size=1, max_size=5))
def test_pieces_have_their_own_offsets_and_the_right_parent(texts: list[str]) -> None:
    blocks = tuple(
        Block("paragraph", text, tuple(range(100 * n, 100 * n + len(text))), parent=n - 1 if n else None)
        for n, text in enumerate(texts)
    )
    found = bounded(Layout(blocks, ()), longest=7)
    pieces = {offset: char for block in found.blocks for offset, char in zip(block.offsets, block.text, strict=True)}
    whole = {offset: char for block in blocks for offset, char in zip(block.offsets, block.text, strict=True)}
    assert {o: c for o, c in whole.items() if c.strip()} == {o: c for o, c in pieces.items() if c.strip()}
    assert all(0 < len(block.text) <= max(7, 0) or block in blocks for block in found.blocks)
    for block in found.blocks:
        if block.parent is not None:
            assert found.blocks[block.parent].start // 100 == block.start // 100 - 1


def test_a_cut_comes_behind_a_sentence_and_then_between_words() -> None:
    text = "Een zin hier. Nog een zin daar en verder zonder einde tot het einde"
    block = Block("paragraph", text, tuple(range(len(text))))
    assert [piece.text for piece in bounded(Layout((block,), ()), longest=24).blocks] == [
        "Een zin hier.", "Nog een zin daar en", "verder zonder einde tot", "het einde",
    ]  # fmt: skip


def test_an_ordinary_layout_is_left_alone() -> None:
    layout = Layout((Block("paragraph", "kort", (0, 1, 2, 3)),), ())
    assert bounded(layout) is layout
