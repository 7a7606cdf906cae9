"""Forms of Dutch words, what is made of them, and compounds: each with neighbours that are none."""

from __future__ import annotations

import pytest

from lrtgraph.dutch.compounds import holds, parts
from lrtgraph.dutch.word_forms import Verb, finite, forms, nouns, plain, plurals, verbs, verbs_of_noun
from lrtgraph.resources import word_list

_MORE = (
    "verdelen voeren nemen stellen plaatsen wonen menen delen huur woning nood asiel gemeente raad regio plan taak "
    "verbeteren belang zaak leden krijgen spreiden wet wetten"
)
WORDS = frozenset(map(plain, (*word_list("words.txt"), *_MORE.split())))


def known(word: str) -> bool:
    return word in WORDS


@pytest.mark.parametrize(
    ("form", "verb"),
    [
        ("verdeelt", "verdelen"), ("verdeeld", "verdelen"), ("verdeelde", "verdelen"), ("verdelen", "verdelen"),
        ("ingevoerd", "in voeren"), ("invoert", "in voeren"), ("afgenomen", "af nemen"), ("opvang", "op vangen"),
        ("besloot", "besluiten"), ("besproken", "bespreken"), ("gestegen", "stijgen"), ("geevalueerd", "evalueren"),
        ("uitgesteld", "uit stellen"), ("voldaan", "voldoen"), ("vroeg", "vragen"),
    ],
)  # fmt: skip
def test_a_form_belongs_to_its_verb(form: str, verb: str) -> None:
    particle, _, infinitive = verb.rpartition(" ")

    assert Verb(particle, infinitive) in verbs(form, known)
    assert form in forms(Verb(particle, infinitive))


@pytest.mark.parametrize(
    ("word", "no_form"),
    [
        ("gemeente", "meent"), ("leden", "geleden"), ("maand", "maant"), ("beeld", "bellen"), ("wet", "weten"),
        ("raad", "ried"), ("voert", "ingevoerd"), ("neemt", "toegenomen"),
    ],
)  # fmt: skip
def test_a_word_that_only_looks_like_a_form_is_none(word: str, no_form: str) -> None:
    assert no_form not in {form for verb in verbs(word, known) for form in forms(verb)}


@pytest.mark.parametrize(
    ("noun", "verb"),
    [
        ("verdeling", "verdelen"), ("invoering", "in voeren"), ("plaatsingen", "plaatsen"), ("evaluatie", "evalueren"),
        ("toename", "toe nemen"), ("afspraak", "af spreken"), ("uitkomst", "uit komen"), ("toezicht", "toe zien"),
    ],
)  # fmt: skip
def test_a_noun_goes_with_its_verb(noun: str, verb: str) -> None:
    particle, _, infinitive = verb.rpartition(" ")

    assert Verb(particle, infinitive) in verbs_of_noun(noun, known)
    assert noun in nouns(Verb(particle, infinitive))


@pytest.mark.parametrize("noun", ["woning", "woningen", "mening", "ding", "spraak", "koning"])
def test_a_noun_that_names_a_thing_has_no_verb(noun: str) -> None:
    assert verbs_of_noun(noun, known) == ()


def test_what_stands_apart_is_finite() -> None:
    assert {"voert", "voer", "voerde", "voeren"} <= finite(Verb("in", "voeren"))
    assert "gevoerd" not in finite(Verb("in", "voeren"))


def test_irregular_plurals() -> None:
    assert plurals("kind") == {"kinderen"}
    assert plurals("raadsleden") == {"raadslid"}
    assert not plurals("verleden") | plurals("geleden") | plurals("besteden")


@pytest.mark.parametrize(
    ("part", "word"),
    [
        ("woning", "huurwoningen"), ("woning", "flexwoning"), ("woning", "eengezinswoningen"),
        ("woning", "woningcorporatie"), ("opvang", "crisisnoodopvang"), ("opvang", "noodopvanglocaties"),
        ("gemeente", "gemeenteraad"), ("gemeente", "koppelgemeente"), ("raad", "gemeenteraadsleden"),
        ("wet", "wetsvoorstel"), ("wet", "spreidingswet"), ("regio", "veiligheidsregio"), ("plan", "verbeterplan"),
        ("taak", "taakstelling"),
    ],
)  # fmt: skip
def test_a_compound_has_parts(part: str, word: str) -> None:
    words = WORDS | {"corporatie", "crisis", "nood", "koppelen", "leden", "locaties", "voorstel", "spreiding",
                     "veiligheid", "stelling"}  # fmt: skip

    assert holds(word, [part], words.__contains__)


@pytest.mark.parametrize(
    ("part", "word"),
    [
        ("stuur", "bestuur"), ("rijk", "belangrijk"), ("zaak", "noodzaak"), ("deel", "verdeelt"), ("deel", "oordeel"),
        ("raad", "beraad"), ("stand", "bestand"), ("steden", "besteden"), ("wet", "kwetsbaar"), ("plan", "gepland"),
        ("gemeente", "gemeentelijk"), ("vraag", "aanvraag"), ("huis", "thuis"), ("recht", "utrecht"),
        ("stelling", "vaststelling"), ("woning", "woningen"), ("tijd", "altijd"), ("staat", "ontstaat"),
        ("minister", "ministerie"), ("secretaris", "staatssecretaris"), ("druk", "nadruk"), ("lid", "beleid"),
    ],
)  # fmt: skip
def test_what_only_has_the_letters_is_no_compound(part: str, word: str) -> None:
    words = WORDS | {"bes", "tuur", "nood", "oor", "belang", "bijna"}

    assert not holds(word, [part], words.__contains__)


def test_a_compound_is_taken_apart_at_the_longest_head() -> None:
    words = WORDS | {"crisis", "noodopvang", "opvang", "tekort"}

    assert parts("crisisnoodopvang", words.__contains__) == ("crisis", "noodopvang")
    assert parts("woningtekort", words.__contains__) == ("woning", "tekort")
    assert parts("gemeenteraad", words.__contains__) == ("gemeente", "raad")
    assert parts("onderraad", words.__contains__) is None
    assert parts("noodzaak", words.__contains__) is None
