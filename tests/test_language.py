"""The language pipeline without the trained model: tokens, sentence starts, refusals, exact arithmetic, lookups."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from lrtgraph.dutch.abbreviations import abbreviations
from lrtgraph.errors import ModelError
from lrtgraph.language import SENTENCES, encoding, load, pipe
from lrtgraph.language.arithmetic import ExactOps
from lrtgraph.language.embedding import FEATURES, features_of, spelling_embed
from lrtgraph.language.encoding import Encoder
from lrtgraph.language.lemmas import LemmaTable
from lrtgraph.language.sentences import sentence_marks, set_sentence_starts
from lrtgraph.language.tokens import adapt_tokenizer


@pytest.fixture(scope="module")
def blank() -> Language:
    nlp = spacy.blank("nl")
    adapt_tokenizer(nlp)
    nlp.add_pipe(SENTENCES)
    return nlp


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("de VR´s en PRT's", ["de", "VR", "´s", "en", "PRT", "'s"]),
        ("de CdK’s, CdK's", ["de", "CdK", "’s", ",", "CdK", "'s"]),
        ("Wiske's oom", ["Wiske's", "oom"]),
        ("m.b.t. dhr. De Wit", ["m.b.t.", "dhr.", "De", "Wit"]),
        ("i.h.k.v. W.v.t.t.k.", ["i.h.k.v.", "W.v.t.t.k."]),
        ("incl. ca. 75.500 plekken (resp. 2.000)", ["incl.", "ca.", "75.500", "plekken", "(", "resp.", "2.000", ")"]),
        ("Pijlman (COA): zegt toe.", ["Pijlman", "(", "COA", ")", ":", "zegt", "toe", "."]),
        ("art. 4b, 2023-II en 1-4-2024.", ["art.", "4b", ",", "2023-II", "en", "1-4-2024", "."]),
        ("B&W en I&R", ["B&W", "en", "I&R"]),
        ("Politie/AVIM", ["Politie", "/", "AVIM"]),
        ("CdK's/burgemeesters", ["CdK", "'s", "/", "burgemeesters"]),
        ("en/of t/m 1/2", ["en/of", "t/m", "1/2"]),
        ("akkoord;dat", ["akkoord", ";", "dat"]),
        ("Actie COA.Besluit", ["Actie", "COA", ".", "Besluit"]),
        ("En zo.", ["En", "zo", "."]),
        ("JenV. B&W. CdK. J.B. AMvB.", ["JenV", ".", "B&W", ".", "CdK", ".", "J.B.", "AMvB", "."]),
        ("de PRT 's. De", ["de", "PRT", "'s", ".", "De"]),
        ("IND. VR. ind. 4", ["IND", ".", "VR", ".", "ind.", "4"]),
    ],
)
def test_tokens(blank: Language, text: str, words: list[str]) -> None:
    assert [token.text for token in blank(text)] == words


def test_adapting_twice_changes_nothing(blank: Language) -> None:
    text = "CdK's/burgemeesters m.b.t. Politie/AVIM; jl. maandag."
    before = [token.text for token in blank(text)]
    adapt_tokenizer(blank)
    assert [token.text for token in blank(text)] == before


@pytest.mark.parametrize(
    "sentences",
    [
        ["COA meldt dit.", "VNG vraagt dat."],
        ["Dhr. De Wit spreekt namens prov. Utrecht.", "De VR is akkoord."],
        ["Dat is a.s. maandag aan de orde."],
        ["Dat is jl. besproken; COA komt erop terug."],
        ["Het gaat om opvang, zorg, etc.", "De gemeenten zijn aan zet."],
        ["Is dat haalbaar?", "Ja!", "Dat zegt COA."],
        ["“Is dat haalbaar?” vraagt VNG."],
        ["Dat is (nog) niet klaar.)", "Het COA wacht."],
        ["1. Opening en mededelingen"],
        ["Actie: COA.", "Besluit: akkoord."],
        ["De ministers willen 75.500 plekken per 1 jan. 2024 en 2.000 extra."],
        ["Het stuk van J. Jansen ligt voor.", "2024 wordt anders."],
        ["De regeling o.l.v. de minister loopt."],
        ["Zij zei: 'Dat kan niet.'", "Het blijft zo."],
        ["Dit loopt… en gaat door."],
        ["Dat ligt bij de IND.", "COA meldt dit aan de VR.", "FIN en DEF zwijgen."],
        ["Dat gebeurt al.", "VNG deed wat zij kon.", "IPO meldt dit aan de pers.", "Het COA wacht."],
    ],
)
def test_sentences(blank: Language, sentences: list[str]) -> None:
    assert [sentence.text for sentence in blank(" ".join(sentences)).sents] == sentences


def test_a_missing_full_stop_is_left_to_the_parser() -> None:
    words = ["zoals", "financiële", "regelingen", "Ook", "de", "regeling", "komt", "Jansen", "na"]
    marks = sentence_marks(words, [True] * len(words))
    assert marks[0] is True
    assert marks[words.index("Ook")] is None
    assert marks[words.index("Jansen")] is False


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("geweest . Minister De Jonge zegt toe", [True, False, True, False, False, False, False]),
        ("VNG vraagt De Jonge om uitstel", [True, False, False, False, False, False]),
        ("VNG vraagt De brief is weg", [True, False, None, False, False, False]),
        ("dat wethouder Van der Laan komt", [True, False, False, False, False, False]),
        ("dat Anneke De Wit komt", [True, False, False, False, False]),
        ("met de minister De VNG wacht", [True, False, False, None, False, False]),
        ("met de minister De brief volgt", [True, False, False, None, False, False]),
        ("de regelingen De Wit kent", [True, False, None, False, False]),
    ],
)
def test_a_particle_behind_a_title_or_a_given_name_opens_no_sentence(text: str, marked: list[bool | None]) -> None:
    words = text.split()
    assert sentence_marks(words, [True] * len(words)) == marked


def test_a_blank_line_and_a_bullet_start_a_sentence(blank: Language) -> None:
    words = ["Besluit", "\n\n", "Akkoord", "•", "Actie"]
    assert [bool(mark) for mark in sentence_marks(words, [False, False, True, True, False])] == [
        True,
        False,
        True,
        True,
        False,
    ]


@pytest.mark.parametrize("text", ["Nr Actie Wie", "Actie", "", "Acties De Het Een"])
def test_a_text_without_a_parse_has_sentences_whatever_was_left_to_the_parser(blank: Language, text: str) -> None:
    [doc] = pipe(blank, [text], parse=[False])
    assert [sentence.text for sentence in doc.sents] == ([text] if text else [])


def test_starts_set_before_are_kept(blank: Language) -> None:
    doc = Doc(blank.vocab, words=["dit", "is", "zo"], sent_starts=[True, False, True])
    assert [sentence.text.strip() for sentence in set_sentence_starts(doc).sents] == ["dit is", "zo"]


def test_an_empty_text_gives_an_empty_doc(blank: Language) -> None:
    assert len(blank("")) == 0


def test_the_component_declares_what_it_does(blank: Language) -> None:
    meta = blank.get_pipe_meta(SENTENCES)
    assert "doc.sents" in meta.assigns
    assert not blank.analyze_pipes()["problems"][SENTENCES]


def test_no_abbreviation_is_in_two_sections() -> None:
    known = abbreviations()
    assert not known.inner & known.final
    assert not known.all & known.words
    assert all(word == word.lower() for word in known.all)


def test_an_unknown_model_is_refused() -> None:
    with pytest.raises(ModelError, match=r"no spaCy pipeline 'nl_no_such_model'.*bundled model") as caught:
        load("nl_no_such_model")
    assert "\n" not in str(caught.value)


def test_a_folder_that_is_no_pipeline_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot be loaded as a spaCy pipeline"):
        load(tmp_path)


def test_a_pipeline_without_annotation_is_refused(tmp_path: Path) -> None:
    spacy.blank("nl").to_disk(tmp_path / "bare")
    with pytest.raises(ModelError, match=r"bare does not set pos .* and lemma .* and dep .*nl_core_news_sm"):
        load(tmp_path / "bare")


def test_a_pipeline_is_told_what_it_lacks(tmp_path: Path) -> None:
    nlp = spacy.blank("nl")
    ruler = nlp.add_pipe("attribute_ruler")
    ruler.add(patterns=[[{}]], attrs={"POS": "X", "LEMMA": "x"})  # type: ignore[attr-defined]
    nlp.to_disk(tmp_path / "half")
    with pytest.raises(ModelError, match=r"half does not set dep \(dependencies\), which"):
        load(tmp_path / "half")


def test_an_untrained_pipeline_is_refused(tmp_path: Path) -> None:
    nlp = spacy.blank("nl")
    nlp.add_pipe("tagger").add_label("N")  # type: ignore[attr-defined]
    nlp.to_disk(tmp_path / "raw")
    with pytest.raises(ModelError, match="raw cannot analyse a sentence; train it or choose another"):
        load(tmp_path / "raw")


def test_any_pipeline_that_sets_all_is_taken(tmp_path: Path) -> None:
    nlp = spacy.blank("nl")
    ruler = nlp.add_pipe("attribute_ruler")
    ruler.add(patterns=[[{}]], attrs={"POS": "X", "LEMMA": "x", "DEP": "dep"})  # type: ignore[attr-defined]
    nlp.to_disk(tmp_path / "whole")
    taken = load(str(tmp_path / "whole"))
    (doc,) = pipe(taken, ["COA meldt m.b.t. Politie/AVIM dit."])
    assert [token.text for token in doc][2:6] == ["m.b.t.", "Politie", "/", "AVIM"]
    assert {token.lemma_ for token in doc} == {"x"}


def test_masks_must_fit(blank: Language) -> None:
    with pytest.raises(ValueError, match="mask"):
        list(pipe(blank, ["a", "b"], parse=[True]))
    with pytest.raises(ValueError, match="mask"):
        list(pipe(blank, ["a"], analyse=[True, False]))


def test_a_parse_put_off_is_the_same_parse() -> None:
    """Sentence starts that only the parser can decide are decided at once; trees come when they are asked for."""
    nlp = load()
    minutes = (Path(__file__).parent.parent / "examples" / "minutes").glob("*.txt")
    texts = [part for path in minutes for part in path.read_text(encoding="utf-8").split("\n\n") if part]
    texts.append("COA wijst op de nieuwe financiële regelingen Ook de regeling voor gemeenten komt.")
    put_off = 0
    for now, later in zip(pipe(nlp, texts), pipe(nlp, texts, later="parse"), strict=True):
        assert [token.is_sent_start for token in now] == [token.is_sent_start for token in later]
        if (parse := later.user_data.get("parse")) is not None:
            assert not any(token.dep for token in later)
            put_off += 1
            parse(later)
        assert [(token.dep_, token.head.i) for token in now] == [(token.dep_, token.head.i) for token in later]
        assert [token.is_sent_start for token in now] == [token.is_sent_start for token in later]
    assert put_off > len(texts) / 2
    assert later.has_annotation("DEP")


@pytest.mark.parametrize("texts", [[""], ["Ja"], ["COA meldt dit.", "", "VNG " * 700, "De wet ligt voor."]])
def test_vectors_in_context_are_spacys_own_to_the_last_bit(texts: list[str]) -> None:
    nlp = load()
    for ours, theirs in zip(pipe(nlp, texts), nlp.pipe(texts), strict=True):
        assert np.array_equal(ours.tensor, theirs.tensor)


@pytest.mark.parametrize("kept", [3, 8, 1000])
def test_vectors_are_the_same_however_many_words_are_kept(kept: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoding, "_KEPT", kept)
    nlp = load()
    component = nlp.get_pipe("tok2vec")
    encoder = Encoder.of(component)  # type: ignore[arg-type]
    assert encoder is not None
    for text in ("COA meldt dit.", "VNG vraagt hoe het COA dit meldt.", "", "Nee.", "VNG vraagt dit."):
        docs = [nlp.make_doc(text), nlp.make_doc("Ja.")]
        for ours, theirs in zip(encoder.tensors(docs), component.predict(docs), strict=True):  # type: ignore[attr-defined]
            assert np.array_equal(ours, theirs)


def test_layers_of_another_kind_are_left_to_spacy(blank: Language) -> None:
    component = blank.add_pipe("tok2vec")
    assert Encoder.of(component) is None  # type: ignore[arg-type]


def test_products_are_exact_and_close() -> None:
    generator = np.random.default_rng(3)
    x = generator.normal(size=(1300, 384)).astype("float32")
    x[7] = 0
    w = generator.normal(size=(288, 384)).astype("float32")
    ops = ExactOps()
    whole = ops.gemm(x, w, trans2=True)
    for rows in (slice(0, 1), slice(5, 9), slice(500, 530), slice(3, 1290)):
        assert (ops.gemm(x[rows], w, trans2=True) == whole[rows]).all()
    lengths = np.linalg.norm(x, axis=1, keepdims=True) * np.linalg.norm(w, axis=1)
    assert float(np.abs(whole - x @ w.T).max() / lengths.max()) < 1e-3


def test_worst_case_products_stay_exact() -> None:
    """All weight on a few numbers, all of one sign: the sums come as near to 2**24 as they can."""
    x = np.full((8, 384), 1.0, dtype="float32")
    x[1, 1:] = 0
    ops = ExactOps()
    whole = ops.gemm(x, x.copy(), trans2=True)
    assert (ops.gemm(x[3:4], x, trans2=True) == whole[3]).all()
    assert abs(float(whole[0, 0]) - 384) < 0.5
    assert abs(float(whole[1, 1]) - 1) < 0.01


def test_spelling_features() -> None:
    assert features_of("Ärzte24")[0] == "ärzte00"
    assert features_of("Ärzte24")[1] == "00"
    assert features_of("OPVANG")[-1] == "XX"
    assert len(features_of("a")) == len(FEATURES)
    with pytest.raises(ValueError, match="one for each of word"):
        spelling_embed(8, [4], [10], 0.0)


def test_lemma_table_roundtrip(blank: Language, tmp_path: Path) -> None:
    table = LemmaTable(blank.vocab.strings)
    table.fill([("NOUN", "besluiten", "besluit"), ("VERB", "besluiten", "besluiten")])
    table.to_disk(tmp_path)
    first = next(tmp_path.iterdir()).read_bytes()
    again = LemmaTable(blank.vocab.strings).from_disk(tmp_path)
    again.to_disk(tmp_path)
    assert next(tmp_path.iterdir()).read_bytes() == first
    doc = Doc(blank.vocab, words=["Besluiten", "besluiten", "besluiten"], pos=["NOUN", "VERB", "X"])
    assert [token.lemma_ for token in again(doc)] == ["besluit", "besluiten", ""]
