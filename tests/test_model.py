"""The bundled model: what it is, that it fits, and that it reads minutes."""

from __future__ import annotations

import json

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from lrtgraph.language import load, pipe
from lrtgraph.resources import bundled_model

MINUTES = [
    "1. OPENING EN MEDEDELINGEN",
    "Het verslag van de LRT van 25 april 2023 wordt vastgesteld.",
    "COA geeft aan dat er m.b.t. de doorstroom 2.000 plekken nodig zijn. VNG steunt dit, maar vraagt om meer tijd.",
    "Actie: JenV/BZK sturen de brief a.s. maandag toe.",
    "Afgesproken is dat de PRT's het plan vóór 1 juli uitwerken;\nde CdK’s zien daarop toe.",
    "opvang amv's; geen reactie ontvangen",
    "IPO stemt niet in met het voorstel.",
    "",
]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


def everything(doc: Doc) -> list[tuple[object, ...]]:
    """All annotation of a Doc, to compare."""
    return [(t.text, t.pos_, str(t.morph), t.lemma_, t.dep_, t.head.i, t.is_sent_start) for t in doc]


def test_meta() -> None:
    meta = json.loads((bundled_model() / "meta.json").read_text(encoding="utf-8"))
    assert (meta["name"], meta["lang"], meta["license"]) == ("nl_lrtgraph", "nl", "CC BY-SA 4.0")
    assert "Gosse Bouma" in meta["author"]
    assert {"UD_Dutch-LassySmall", "UD_Dutch-Alpino"} == {s["name"].partition(",")[0] for s in meta["sources"]}
    scores = meta["performance"]["gold tokens"]
    reached = {"POS": 96.0, "morphology": 94.8, "lemma": 95.3, "UAS": 85.5, "LAS": 79.5}
    assert {name: scores[name] for name, goal in reached.items() if scores[name] < goal} == {}


def test_licence_lies_beside_the_model() -> None:
    text = (bundled_model().parent / "LICENSE").read_text(encoding="utf-8")
    assert "Attribution-ShareAlike 4.0 International" in text
    assert "UD_Dutch-LassySmall" in text


def test_size() -> None:
    assert sum(path.stat().st_size for path in bundled_model().parent.rglob("*") if path.is_file()) <= 15_000_000


def test_no_treebank_text_in_the_configuration() -> None:
    assert "conllu" not in (bundled_model() / "config.cfg").read_text(encoding="utf-8")


def test_every_token_is_annotated(nlp: Language) -> None:
    for doc in pipe(nlp, MINUTES):
        for token in doc:
            if not token.is_space:
                assert token.pos_
                assert token.lemma_
                assert token.dep_
        assert "".join(token.text_with_ws for token in doc) == doc.text


def test_it_reads_a_plain_sentence(nlp: Language) -> None:
    doc = nlp("De minister stuurt de brief aan de gemeenten.")
    verb = next(token for token in doc if token.dep_ == "ROOT")
    assert (verb.text, verb.lemma_, verb.pos_) == ("stuurt", "sturen", "VERB")
    assert verb.morph.get("Tense") == ["Pres"]
    relations = {token.text: token.dep_ for token in verb.children}
    assert (relations.get("minister"), relations.get("brief")) == ("nsubj", "obj")
    assert doc[7].lemma_ == "gemeente"


@pytest.mark.parametrize(
    ("text", "subject", "verb"),
    [
        ("COA meldt dat de opvang vol is.", "COA", "melden"),
        ("VNG vraagt aandacht voor de kleine gemeenten.", "VNG", "vragen"),
        ("Het IPO steunt het voorstel van de provincies.", "IPO", "steunen"),
        ("De staatssecretaris neemt het plan over.", "staatssecretaris", "nemen"),
    ],
)
def test_who_does_what(nlp: Language, text: str, subject: str, verb: str) -> None:
    doc = nlp(text)
    token = next(token for token in doc if token.dep_ == "nsubj" and token.head.dep_ == "ROOT")
    assert (token.text, token.head.lemma_) == (subject, verb)


def test_negation_hangs_on_its_verb(nlp: Language) -> None:
    doc = nlp("IPO stemt niet in met het voorstel.")
    negation = next(token for token in doc if token.text == "niet")
    assert negation.head.text == "stemt"


def test_known_and_unknown_words_get_lemmas(nlp: Language) -> None:
    table = nlp.get_pipe("lrtgraph_lemmas").table  # type: ignore[attr-defined]
    assert table["NOUN"]["gemeenten"] == "gemeente"
    assert "crisisnoodopvanglocaties" not in table["NOUN"]
    doc = nlp("De crisisnoodopvanglocaties in de gemeenten sluiten.")
    assert [token.lemma_ for token in doc] == ["de", "crisisnoodopvanglocatie", "in", "de", "gemeente", "sluiten", "."]


def test_split_verbs_have_the_bare_lemma(nlp: Language) -> None:
    doc = nlp("De minister neemt de brief aan en wijst het voorstel af.")
    assert [(t.lemma_, t.head.lemma_) for t in doc if t.dep_ == "compound:prt"] == [("aan", "nemen"), ("af", "wijzen")]


def test_sentences_in_minutes(nlp: Language) -> None:
    texts = [[sentence.text for sentence in doc.sents] for doc in pipe(nlp, MINUTES[:4])]
    assert [len(sentences) for sentences in texts] == [1, 1, 2, 1]


def test_the_parser_runs_only_where_asked(nlp: Language) -> None:
    mask = [k % 2 == 0 for k in range(len(MINUTES))]
    docs = list(pipe(nlp, MINUTES, parse=mask))
    whole = list(pipe(nlp, MINUTES))
    for doc, full, parsed in zip(docs, whole, mask, strict=True):
        if len(doc):
            assert doc.has_annotation("DEP") is parsed
        assert [(t.pos_, t.lemma_) for t in doc] == [(t.pos_, t.lemma_) for t in full]
        if parsed:
            assert everything(doc) == everything(full)
        else:
            assert list(doc.sents) or not len(doc)


def test_nothing_runs_where_nothing_is_asked(nlp: Language) -> None:
    first, second = pipe(nlp, ["COA meldt dit.", "VNG vraagt dat."], analyse=[False, True])
    assert not first.has_annotation("POS")
    assert len(list(first.sents)) == 1
    assert second.has_annotation("DEP")


@pytest.mark.parametrize("batch_size", [1, 3, 64])
def test_batches_do_not_matter(nlp: Language, batch_size: int) -> None:
    texts = MINUTES * 5
    expected = [everything(nlp(text)) for text in texts]
    assert [everything(doc) for doc in pipe(nlp, texts, batch_size=batch_size)] == expected
    tensors = [doc.tensor.tobytes() for doc in pipe(nlp, texts, batch_size=batch_size)]
    assert tensors == [nlp(text).tensor.tobytes() for text in texts]


def test_order_of_texts_does_not_matter(nlp: Language) -> None:
    forward = [everything(doc) for doc in pipe(nlp, MINUTES)]
    backward = [everything(doc) for doc in pipe(nlp, MINUTES[::-1])]
    assert forward == backward[::-1]
