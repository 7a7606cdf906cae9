"""Markdown: what is read of its marks, which heads are items, and that every character keeps its raw place."""

from __future__ import annotations

from random import Random

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from layouts import as_document, gazetteer, lexicon, people

from lrtgraph.extraction.meeting import read_meeting
from lrtgraph.layout import read_layout
from lrtgraph.layout.markup.inline import read_inline
from lrtgraph.layout.markup.markdown import BOLD, Markup, read_markup
from lrtgraph.layout.markup.signs import is_bold, is_markdown
from lrtgraph.layout.repair import Clean
from lrtgraph.records import Document, Layout, Page


def markup(text: str) -> Markup:
    found = read_markup(Document("x.md", "", "text/markdown", text))
    assert found is not None
    return found


def layout(text: str) -> Layout:
    return read_layout(as_document(text), lexicon())


def agenda(text: str) -> list[tuple[str | None, str]]:
    return [(item.number, item.title) for item in layout(text).agenda]


def inline(text: str) -> str:
    clean = read_inline(Clean(text, tuple(range(len(text)))))
    assert len(clean.text) == len(clean.offsets)
    return clean.text


BODY = "\n\nDe VNG stemt in met het voorstel.\n\n"


# Which texts are Markdown


def test_plain_minutes_with_a_sign_or_two_are_no_markdown() -> None:
    plain = (
        "Verslag LRT\n-----------\n\n# deelnemers: 12\n\n1. Opening\n\n* COA meldt 2 * 3 plekken.\n* IPO ook **\n",
        "#   Actie        Wie\n1   Brief        COA\n",
        "| Naam | Organisatie |\n| dhr. Bos | VNG |\n\n1. Opening\n",
        "Wie [naam gelakt] (VNG) was, is <onbekend>.\n",
    )
    assert [is_markdown(text) for text in plain] == [False] * 4
    assert read_markup(as_document(plain[0])) is None


def test_underlines_as_long_as_their_heads_make_heads() -> None:
    text = "Overleg\n\nOpening\n-------\n\nHet COA meldt 12 plekken.\n\n2. Opvang\n=========\nDe VNG stemt in.\n"
    assert is_markdown(text)
    assert agenda(text) == [(None, "Opening"), ("2", "Opvang")]
    ruled = "Naam   Van\n----------\n\nDatum: 3 mei\n-----------------------\n\nPlaats: Tiel\n-----------------------\n"
    assert not is_markdown(ruled)


def test_two_heads_three_words_in_bold_or_two_kinds_of_marks_make_markdown() -> None:
    assert is_markdown("# Verslag\n\n## Opening\n\nTekst.\n")
    assert is_markdown("**Datum:** 3 mei\n**Aanwezig:** COA\n\n**Opening**\n")
    assert is_markdown("| Naam | Van |\n| --- | --- |\n| Bos | VNG |\n\nzie [hier](https://x.nl)\n")
    assert is_markdown("Verslag\n=======\n\nzie **hier**\n")
    assert is_markdown("# Verslag\n\nzie [hier](https://x.nl)\n")


# Marks


def test_emphasis_links_and_entities_show_their_words() -> None:
    assert inline("**Bos:**  is _mee_ *eens* en ***zeer***") == "Bos: is mee eens en zeer"
    assert inline("[Plan [A]](https://x/a_(b)) ![foto](x.png) <https://y.nl>") == "Plan [A] foto https://y.nl"
    assert inline("&quot;Hoe?&quot; R&amp;D &eacute;&eacute;n &onzin;") == '"Hoe?" R&D één &onzin;'
    assert inline("[tekst]{.underline}, noot[^1], <u>streep</u><!-- weg -->, `code_x`") == "tekst, noot, streep, code_x"


def test_a_mark_without_its_partner_is_a_character() -> None:
    assert inline("2 * 3 ** en snake_case_naam, **los") == "2 * 3 ** en snake_case_naam, **los"
    assert inline(r"\*geen\* nadruk, 1\. geen lijst, a\b") == r"*geen* nadruk, 1. geen lijst, a\b"
    assert inline("[x] gedaan, [ ] open, [naam] (VNG)") == "[x] gedaan, [ ] open, [naam] (VNG)"


def test_an_entity_at_the_end_of_words_ends_them() -> None:
    text = "zei &quot;nee&quot;"
    clean = read_inline(Clean(text, tuple(range(len(text)))))
    assert text[clean.offsets[4] : clean.offsets[-1] + 1] == "&quot;nee&quot;"


def test_a_line_in_bold_as_a_whole_may_be_a_head() -> None:
    assert [is_bold(line) for line in ("**Opening**", "1.  **Opening**", "**1.** **Opening**", "__Opening__")] == [
        True
    ] * 4
    assert not any(
        is_bold(line) for line in ("**Datum:** 3 mei", "**Aanwezig:**", "**1.**", "- **VNG**", "**a** of **b**")
    )


# Blocks


def test_blocks_lose_their_marks_and_stand_apart() -> None:
    text = (
        "---\ntitle: x\n---\nVerslag\n=======\nTekst\n### Kop ###\n* een\n+ twee\n  - drie\n\n> citaat\n\n***\n"
        "```\nvast  *x*\n```\n[1]: http://x\nzie [dit][1]\n"
    )
    made = markup(text)
    assert made.text.split("\n") == [
        "Verslag", "", "Tekst", "", "Kop", "", "• een", "• twee", "  • drie", "", "citaat", "", "", "vast  *x*", "",
        "zie dit", "",
    ]  # fmt: skip
    assert [(made.text[at : at + 3], level) for at, level in made.heads.items()] == [("Ver", 1), ("Kop", 3)]


def test_tables_keep_their_rows_and_breaks_are_lines() -> None:
    text = "|  |  |\n| :-- | --: |\n| **Aanwezig** | A<br>B \\| C |\nvan | wie\n\na\\\nb\n"
    assert markup(text).text == "| Aanwezig | A\nB / C |\n| van | wie |\n\na\nb\n"


def test_a_line_in_bold_that_stands_alone_is_marked_as_such() -> None:
    made = markup("**Opening**\n\nTekst **vet**.\n\n**Datum:** 3 mei\n")
    assert made.heads == {0: BOLD}


def test_pages_are_those_of_the_text_without_marks() -> None:
    text = "# Een\n\x0c# Twee\n"
    document = Document("x.md", "", "text/markdown", text, (Page(1, 0, 7), Page(2, 7, len(text))))
    made = markup(text)
    assert [made.text[page.start : page.end].strip() for page in made.pages(document.pages)] == ["Een", "Twee"]


# Heads


def test_heads_are_items_each_to_the_end_of_those_below_it() -> None:
    text = (
        "# Overleg Opvang\n\n3 mei 2023\n\n## Aanwezigen\n\n- Anna Bos\n- Bert Kok\n\n"
        f"## Mededelingen{BODY}### Stand ([#12](https://x/12)){BODY}### Raming -{BODY}## Rondvraag{BODY}"
    )
    found = layout(text)
    assert agenda(text) == [(None, "Mededelingen"), (None, "Stand"), (None, "Raming"), (None, "Rondvraag")]
    first, inner, last, _ = found.agenda
    assert text[first.start :].startswith("Mededelingen")
    assert first.end == last.end > inner.end
    assert [block.item for block in found.blocks if block.kind == "paragraph"] == [0, 1, 2, 3]


def test_underlined_heads_are_items() -> None:
    text = f"# Verslag overleg 3 mei 2023\n\n**Inleiding**\n---------{BODY}Rondvraag\n=========={BODY}"
    assert agenda(text) == [(None, "Inleiding"), (None, "Rondvraag")]


def test_numbers_and_the_word_before_them_are_no_part_of_a_title_and_heads_above_them_no_items() -> None:
    text = (
        "# Verslag overleg\n\n## De agenda van vandaag\n\n1. Opening\n2. Opvang\n\n## Verslag\n\n"
        f"### 1. Agendapunt 1: Opening{BODY}### 2. Agendapunt 2: Opvang{BODY}"
    )
    assert agenda(text) == [("1", "Opening"), ("2", "Opvang")]


def test_items_in_bold_of_a_list_that_counts_anew_are_items() -> None:
    text = (
        f"| **Datum** | **3 mei 2023** |\n| --- | --- |\n\n"
        f"1.  **Opening**{BODY}1.  **Opvang nu**{BODY}1.  **Sluiting**{BODY}"
    )
    assert agenda(text) == [("1", "Opening"), ("2", "Opvang nu"), ("3", "Sluiting")]


def test_lines_in_bold_are_items_where_nothing_else_is() -> None:
    text = f"# Werkgroep Opvang\n\n**Datum:** 3-5-2023\n\n**Raming**{BODY}**noodopvang**{BODY}"
    assert agenda(text) == [(None, "Raming"), (None, "noodopvang")]


def test_numbered_lines_stay_the_items_of_a_document_whose_heads_are_over_the_whole() -> None:
    text = (
        f"# Verslag\n\n## Aanwezig\n\n- mw. Bos (VNG)\n\n"
        f"## Verslag\n\n1. Opening{BODY}2. Opvang{BODY}3. Rondvraag{BODY}"
    )
    assert agenda(text) == [("1", "Opening"), ("2", "Opvang"), ("3", "Rondvraag")]


def test_standing_subheads_and_closing_lists_are_no_items() -> None:
    text = f"# Overleg\n\n## Opvang{BODY}### Conclusie{BODY}## Wonen{BODY}## Actiepunten\n\n- COA levert de cijfers.\n"
    found = layout(text)
    assert [item.title for item in found.agenda] == ["Opvang", "Wonen"]
    assert [block.section for block in found.blocks if block.kind in ("paragraph", "bullet")] == [
        None, "conclusie", None, "actiepunten",
    ]  # fmt: skip


# What the other stages read of it


def test_attendance_in_tables_of_markdown() -> None:
    columns = (
        "# Overleg 3 mei 2023\n\n## Aanwezigen\n| Achternaam | Tussenvoegsel | Voornaam | Organisatie |\n"
        "| :--- | --- | --- | ---: |\n"
        "| Burg | van der | Anna | VNG |\n| Kok | | Bert | Wegwijs |\n\n## Afwezig\n"
        "| Naam | Organisatie |\n| --- | --- |\n"
        f"| Cor Smit | COA |\n\n## Opening{BODY}## Sluiting{BODY}"
    )
    assert people(columns) == [
        ("Anna van der Burg", "VNG", "present"), ("Bert Kok", "Wegwijs", "present"), ("Cor Smit", "COA", "absent"),
    ]  # fmt: skip
    head = (
        "|  |  |\n| --- | --- |\n| **Vergaderdatum** | **3 mei 2023** |\n"
        "| Aanwezig | Anna Bos, VNG (vz)<br>Bert Kok, Wegwijs"
        f"<br>Cor Smit, COA|\n| Afwezig | Dirk Vos, IPO |\n\n1.  **Opening**{BODY}1.  **Sluiting**{BODY}"
    )
    assert people(head) == [
        ("Anna Bos", "VNG", "present"), ("Bert Kok", "Wegwijs", "present"), ("Cor Smit", "COA", "present"),
        ("Dirk Vos", "IPO", "absent"),
    ]  # fmt: skip


def test_names_behind_their_surnames_are_one_person_each() -> None:
    rows = "".join(f"| {name} | VNG |\n" for name in ("Bos, Anna", "Burg, Bert van der", "Kok, C.J.", "Dirk Smit"))
    text = (
        f"# Overleg\n\n## Aanwezigen\n\n| Naam | Organisatie |\n| --- | --- |\n{rows}\n"
        f"## Opening{BODY}## Sluiting{BODY}"
    )
    assert [name for name, _, _ in people(text)] == ["Bos, Anna", "Burg, Bert van der", "Kok, C.J.", "Dirk Smit"]


def test_the_meeting_of_a_text_in_markdown() -> None:
    text = (
        f"# Werkgroep Opvang\n\n**Datum:** 3-5-2023\n\n**Status:** vastgesteld op 7-6-2023\n\n"
        f"## Opening{BODY}## Sluiting{BODY}"
    )
    document = as_document(text)
    assert read_meeting(document, layout(text), gazetteer()).date == "2023-05-03"
    alone = f"# Technisch overleg\n\n3 mei 2023\n\n## Opening{BODY}## Sluiting{BODY}"
    assert read_meeting(as_document(alone), layout(alone), gazetteer()).date == "2023-05-03"


def test_a_mark_inside_a_sentence_stays_in_the_raw_span() -> None:
    text = f"# Overleg\n\n## Opening\n\nDe **VNG** stemt [in](https://x).\n\n## Sluiting{BODY}"
    block = next(block for block in layout(text).blocks if block.kind == "paragraph")
    assert block.text == "De VNG stemt in."
    start, end = block.raw(3, 6)
    assert text[start:end] == "VNG"


# Whatever the text

MARKS = st.sampled_from(
    [
        *("**", "*", "_", "__", "`", "```", "#", "## ", "- ", "1. ", "> ", "| ", "|---|---|", "[", "](http://x)", "]("),
        *("<br>", "&amp;", "&x", "\\", "\\|", "---", "===", "\n", "\n\n", "  \n", "\r\n", "\x0c", "<!--", "-->", "!["),
        *("[^1]", "[a]: b", "~~", ":::", "\t"),
    ]
)
WORDS = st.text(alphabet="abcABC é12 .:,()", max_size=8)
MARKED = st.lists(st.one_of(MARKS, WORDS), max_size=50).map("".join)


@settings(max_examples=400, deadline=None)
@given(MARKED)
def test_every_character_keeps_its_raw_place(text: str) -> None:
    made = markup(text)
    assert len(made.text) == len(made.offsets)
    assert list(made.offsets) == sorted(made.offsets)
    assert all(0 <= at < len(text) for at in made.offsets)
    for char, at in zip(made.text, made.offsets, strict=True):
        if char.isalnum() and text[at] not in "&;":
            assert text[at] == char
    assert all(0 <= at < len(made.text) and made.text[at] not in "\n\r" for at in made.heads)
    read_layout(Document("x.md", "", "text/markdown", text), lexicon())


@settings(max_examples=400, deadline=None)
@given(
    st.lists(
        st.one_of(WORDS, st.sampled_from(["**", "*", "_", "\n", "\n\n", "# ", "## ", "- ", "> ", "|", "| --- |"])),
        max_size=50,
    )
)
def test_no_word_is_lost(pieces: list[str]) -> None:
    text = "".join(pieces)
    assume(":::" not in text)  # behind it stands the name of a class
    assert [c for c in markup(text).text if c.isalnum()] == [c for c in text if c.isalnum()]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text(alphabet="abcABC.,;()'1", min_size=1, max_size=6), max_size=60), st.randoms())
def test_a_text_without_marks_reads_the_same_as_markdown(words: list[str], chance: Random) -> None:
    text = "".join(word + chance.choice((" ", " ", "\n", "\n\n")) for word in words)
    plain = read_layout(as_document(text), lexicon())
    marked = read_layout(Document("x.md", "", "text/markdown", text), lexicon())
    assert plain == marked
