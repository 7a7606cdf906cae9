"""Minutes converted by a real office program: the same facts in every format that it writes."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest
from facts import EXAMPLES, facts, facts_of_text
from formats import converted, docx_styled
from graphs import MINUTES
from minutes import reader

from lrtgraph.documents import read
from lrtgraph.errors import DocumentError


@pytest.mark.parametrize("form", ["docx", "odt", "html", "pdf"])
def test_a_text_that_libreoffice_saved_in_a_format_gives_the_same_facts(form: str, tmp_path: Path) -> None:
    made = converted(tmp_path, form, *EXAMPLES, options=("--infilter=Text (encoded):UTF8",))
    for path, original in zip(made, EXAMPLES, strict=True):
        assert facts(reader().read(read(path.name, path.read_bytes()))) == facts_of_text(original)


def unspaced(found: Counter[object]) -> Counter[str]:
    """Facts without white space: a line may break where no word ends ("PRT" / "´s")."""
    return Counter("".join(str(fact).split()) for fact in found.elements())


@pytest.mark.parametrize("form", ["odt", "html", "pdf"])
def test_a_word_document_that_libreoffice_saved_in_a_format_gives_the_same_facts(form: str, tmp_path: Path) -> None:
    original = tmp_path / "verslag.docx"
    original.write_bytes(docx_styled((MINUTES / "000_f18b6c50bbc24009.txt").read_text(encoding="utf-8")))
    [path] = converted(tmp_path, form, original)
    expected = facts(reader().read(read(original.name, original.read_bytes())))
    document = read(path.name, path.read_bytes())
    assert unspaced(facts(reader().read(document))) == unspaced(expected)
    if form == "pdf":
        assert [page.number for page in document.pages] == list(range(1, len(document.pages) + 1))
        assert len(document.pages) > 2


@pytest.mark.parametrize("form", ["doc", "rtf"])
def test_formats_of_old_are_refused_with_the_way_out(form: str, tmp_path: Path) -> None:
    original = tmp_path / "verslag.txt"
    shutil.copy(EXAMPLES[0], original)
    [path] = converted(tmp_path, form, original)
    with pytest.raises(DocumentError, match=rf"^\.{form} is no format that can be read: save it as \.docx$"):
        read(path.name, path.read_bytes())
