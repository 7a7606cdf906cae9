"""The rules for statements on hand-made Docs: word order, speakers, acts and continuation, without a model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import pytest
from blocks import document, layout, participant
from hypothesis import example, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from lrtgraph.extraction.context import Reading
from lrtgraph.extraction.statements import contributed, statements
from lrtgraph.extraction.statements.course import turns
from lrtgraph.extraction.statements.sentence.joints import pieces
from lrtgraph.extraction.statements.sentence.passage import Passage, read_passage
from lrtgraph.extraction.statements.sentence.placement import subject
from lrtgraph.extraction.statements.sentence.syntax import main_clause
from lrtgraph.extraction.statements.stance.acts import predicate
from lrtgraph.gazetteer import Gazetteer, load
from lrtgraph.records import Meeting, Mention, Participant

VOCAB = Vocab()
NAMES = {name: name for name in ("VNG", "IPO", "COA", "JenV", "SJenV", "MBZK", "Aedes", "VB", "LRT", "gemeenten")}
NAMES |= {"Jansen": "person:Jansen", "Utrecht": "place:Utrecht", "CdK": "CdK"}


@cache
def gazetteer() -> Gazetteer:
    return load()


AUXILIARIES = frozenset({"is", "wordt", "kan", "zijn", "zal", "heeft"})


def doc(text: str, deps: dict[str, str] | None = None) -> Doc:
    """A Doc of words between single spaces, where punctuation stands apart; words that are no auxiliary are nouns.

    With `deps` all words hang on the first, those named by a label.
    """
    words = text.split(" ")
    tags = ["PUNCT" if not w[0].isalnum() else "AUX" if w in AUXILIARIES else "NOUN" for w in words]
    if deps is not None:
        labels = [deps.get(word, "dep") for word in words]
        return Doc(VOCAB, words=words, pos=tags, deps=labels, heads=[0] * len(words))
    starts: list[bool | int | None] = [n == 0 or words[n - 1] in (".", "?", "!") for n in range(len(words))]
    return Doc(VOCAB, words=words, pos=tags, sent_starts=starts)


def mentions(text: str, block: int = 0, at: int = 0) -> list[Mention]:
    """The names of NAMES in a text of words between spaces."""
    found, offset = [], 0
    for word in text.split(" "):
        end = offset + len(word)
        if word in NAMES:
            found.append(Mention(at + offset, at + end, word, NAMES[word], block, offset, end, "test", 1.0))
        offset = end + 1
    return found


def reading(text: str, people: Sequence[Participant] = (), body: str | None = "LRT") -> Reading:
    """A reading of lines, each a bullet of its own."""
    places = layout(text)
    found = [m for n, block in enumerate(places.blocks) for m in mentions(block.text, n, block.start)]
    docs = tuple(doc(block.text) for block in places.blocks)
    return Reading(document(text), places, docs, tuple(found), gazetteer(), Meeting(body=body), tuple(people))


def acts(text: str, people: Sequence[Participant] = ()) -> list[tuple[str, str]]:
    return [
        ("+".join(one.row.speakers), one.row.act) for one in contributed(reading(text, people), hear=lambda _: None)
    ]


def passage(text: str) -> Passage:
    return read_passage(doc(text), mentions(text), str, gazetteer().is_actor, gazetteer().concepts)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("VNG dringt aan op haast .", [("VNG", "verzoekt")]),
        ("Daarnaast dringt VNG aan op haast .", [("VNG", "verzoekt")]),
        ("Uitstel van de brief wijst IPO van de hand .", [("IPO", "bezwaar")]),
        ("VNG en IPO stemmen in met de brief .", [("VNG+IPO", "steunt")]),
        ("VNG stemt niet in met de brief .", [("VNG", "bezwaar")]),
        ("VNG is niet tegen de brief .", [("VNG", "steunt")]),
        ("VNG stelt voor de brief niet te sturen .", [("VNG", "stelt_voor")]),
        ("VNG : kan zich niet vinden in de brief .", [("VNG", "bezwaar")]),
        ("Oproep VNG om haast te maken .", [("VNG", "verzoekt")]),
        ("De oproep van VNG wordt door IPO gesteund .", [("VNG", "verzoekt"), ("IPO", "steunt")]),
        ("De brief wordt door IPO met klem van de hand gewezen .", [("IPO", "bezwaar")]),
        ("Het is hoog tijd , aldus VNG .", [("VNG", "verzoekt")]),
        ("VNG faliekant tegen brief , wel voorstander overleg .", [("VNG", "bezwaar"), ("VNG", "steunt")]),
        ("VNG deelt de analyse , niet de oplossing .", [("VNG", "steunt"), ("VNG", "bezwaar")]),
        ("VNG steunt het plan , maar vreest uitstel .", [("VNG", "steunt"), ("VNG", "bezwaar")]),
        ("VNG meldt de cijfers en vraagt om haast .", [("VNG", "informeert"), ("VNG", "verzoekt")]),
        ("Namens JenV wordt verzocht in te stemmen .", [("JenV", "verzoekt")]),
        ("Het plan kan niet op instemming van VNG rekenen .", [("VNG", "bezwaar")]),
        ("VNG wordt verzocht de brief te sturen .", []),
        ("Gevraagd wordt de brief te sturen .", []),
        ("De LRT stemt in met de brief .", []),
    ],
)
def test_one_sentence(text: str, expected: list[tuple[str, str]]) -> None:
    assert acts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("VNG schetst de stand . Zij dringt aan op haast .", [("VNG", "informeert"), ("VNG", "verzoekt")]),
        ("VNG schetst de stand . Eist cijfers .", [("VNG", "informeert"), ("VNG", "verzoekt")]),
        ("VNG schetst de stand . Roept JenV op haast te maken .", [("VNG", "informeert"), ("VNG", "verzoekt")]),
        ("VNG schetst de stand . De brief is klaar .", [("VNG", "informeert")]),
        ("VNG schetst de stand . Dringend wordt verzocht te wachten .", [("VNG", "informeert"), ("VNG", "verzoekt")]),
        ("VNG vraagt wanneer de brief komt . COA meldt de datum .", [("VNG", "vraagt"), ("COA", "antwoordt")]),
        ("VNG schetst de stand .\nDe brief is klaar .", [("VNG", "informeert")]),
        ("VNG schetst de stand .\nZij dringt aan op haast .", [("VNG", "informeert"), ("VNG", "verzoekt")]),
    ],
)
def test_running_on(text: str, expected: list[tuple[str, str]]) -> None:
    assert acts(text) == expected


def test_a_parse_tells_an_object_from_a_subject() -> None:
    text = "Brief verzoekt gemeenten nu te reageren ."
    assert statements(_parsed(text, {"gemeenten": "obj"})) == ()
    (told,) = statements(_parsed(text, {"gemeenten": "nsubj"}))
    assert told.speakers == ("gemeenten",)


def _parsed(text: str, deps: dict[str, str]) -> Reading:
    base = reading(text)
    parsed = doc(text, deps=deps)
    return Reading(base.document, base.layout, (parsed,), base.mentions, base.gazetteer, base.meeting, ())


def test_persons_speak_for_their_seat() -> None:
    told = statements(reading("Dhr. Jansen ( VNG ) dringt aan op haast .", [participant("Jansen", "VNG")]))
    assert [(s.speakers, s.persons) for s in told] == [(("VNG",), ("person:Jansen",))]


def test_the_chair_speaks_for_its_seat() -> None:
    chair = Participant("Kramer", "SJenV", "present", participant(None, None).evidence, role="voorzitter")
    assert acts("De voorzitter dringt aan op haast .", [chair]) == [("SJenV", "verzoekt")]
    assert acts("De voorzitter dringt aan op haast .") == []


def test_who_is_not_at_the_table_is_spoken_about() -> None:
    people = [participant(None, "VNG")]
    assert acts("VNG schetst de stand . gemeenten zijn bezorgd .", people) == [("VNG", "informeert")]


def test_a_place_behind_a_seat_belongs_to_it() -> None:
    (group,) = passage("De CdK Utrecht meldt de stand .").groups
    assert (group.start, group.end, group.concepts) == (0, 3, ("CdK",))


def test_pieces_keep_coordinated_nouns_and_infinitives_together() -> None:
    def cut(text: str) -> list[str]:
        read = passage(text)
        return [" ".join(read.words[a:b]) for a, b in pieces(read, 0, len(read.words))]

    assert cut("VNG meldt cijfers en datum .") == ["vng meldt cijfers en datum ."]
    assert cut("VNG zal gemeenten benaderen en vragen om haast .") == [
        "vng zal gemeenten benaderen en vragen om haast ."
    ]
    assert cut("VNG meldt de stand ; IPO zwijgt .") == ["vng meldt de stand", "ipo zwijgt ."]


def test_subject_behind_the_verb_after_a_subordinate_clause() -> None:
    read = passage("Zolang dit zo is , acht VNG het plan onbespreekbaar .")
    clause = main_clause(read, 0, len(read.words))
    found = subject(read, clause, 5, None)
    assert clause.led
    assert found is not None
    assert found.group is not None
    assert found.group.concepts == ("VNG",)
    told = predicate(read, clause, 5, len(read.words), frozenset({6}))
    assert told is not None
    assert told.act == "bezwaar"


def test_no_passage_is_made_of_what_nobody_can_speak_in(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "VNG meldt dit . IPO meldt dat ."
    silent = replace(reading(text), layout=layout(text, "row"))
    monkeypatch.setattr(turns, "passage_of", None)
    assert statements(silent) == ()


WORDS = sorted(
    {*NAMES, "de", "het", "dat", "of", "en", "maar", "niet", "wel", "geeft", "aan", "vraagt", "om", "stelt", "voor"}
    | {"heeft", "zorgen", "is", "wordt", "door", "oproep", "van", "zij", "te", "komen", "zal", "volgens", "namens"}
    | {"aldus", "zo", "wat", "bij", "eens", "tegen", ",", ".", ":", ";", "(", ")", "?", "-", "Actie", "Toezegging"}
)


@settings(max_examples=150, deadline=None)
@example(words=["(", "(", "Aedes"])
@example(words=["LRT", "en", "Aedes", "oproep"])
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14))
def test_any_words_give_statements_that_hold_together(words: list[str]) -> None:
    read = reading(" ".join(words), [participant("Jansen", "VNG")])
    for one in statements(read):
        span = one.evidence
        assert read.document.text[span.start : span.end] == span.text != ""
        assert one.speakers
        assert "LRT" not in one.speakers
        assert not set(one.speakers) & set(one.addressees)
        assert 0 < one.confidence <= 1
