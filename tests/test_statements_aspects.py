"""Who judges something about a thing takes no side for or against it: its measure, cost or pace, papers about it."""

from __future__ import annotations

import pytest
from minutes import read_item

from lrtgraph.rdf.stands import stands


def side(sentence: str, title: str, concept: str) -> set[str]:
    """How the first who speaks stands to a concept, as the facts of a graph have it."""
    told = read_item(f"- {sentence}", title).statements[0]
    return {one.act for one in stands(told) if concept in one.about}


@pytest.mark.parametrize(
    "sentence",
    [
        "IPO is voor verlaging van de taakstelling.",
        "IPO is tegen verlaging van de taakstelling.",
        "IPO juicht de verlaging van de taakstelling toe.",
        "IPO is geen voorstander van verhoging van de taakstelling.",
        "IPO is tegen een lagere taakstelling.",
        "IPO vindt het onverstandig om de taakstelling te verlagen.",
        "IPO is blij dat de taakstelling wordt verlaagd.",
    ],
)
def test_another_measure_of_a_thing_is_not_the_thing(sentence: str) -> None:
    assert side(sentence, "Taakstelling", "taakstelling") == {"informeert"}


@pytest.mark.parametrize(
    "sentence",
    [
        "VNG betreurt dat zij niet vooraf is geïnformeerd over de Spreidingswet.",
        "VNG betreurt dat zij dit uit de krant moest vernemen.",
        "VNG vindt het jammer dat de stukken zo laat zijn toegezonden.",
        "VNG maakt bezwaar tegen de late toezending van de stukken over de wet.",
        "VNG noemt de communicatie over de Spreidingswet onder de maat.",
        "VNG mist een toelichting op de Spreidingswet.",
        "VNG is blij dat de stukken over de Spreidingswet nu op tijd zijn.",
    ],
)
def test_papers_and_news_of_a_thing_are_not_the_thing(sentence: str) -> None:
    assert side(sentence, "Spreidingswet", "Spreidingswet") == {"informeert"}


@pytest.mark.parametrize(
    "sentence",
    [
        "VNG is teleurgesteld dat niet alle gemeenten de Spreidingswet uitvoeren.",
        "VNG maakt zich zorgen over gemeenten die de wet niet uitvoeren.",
        "VNG is kritisch over de uitvoering van de Spreidingswet door gemeenten.",
        "VNG vindt dat de invoering van de Spreidingswet te langzaam gaat.",
    ],
)
def test_who_regrets_that_a_thing_is_not_done_does_not_object_to_it(sentence: str) -> None:
    assert side(sentence, "Spreidingswet", "Spreidingswet") == {"informeert"}


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("VNG is tegen de Spreidingswet.", "bezwaar"),
        ("VNG heeft zorgen over de Spreidingswet.", "bezwaar"),
        ("VNG is tegen een nieuwe, langere Spreidingswet.", "bezwaar"),
        ("VNG is kritisch over de uitvoering van de Spreidingswet.", "bezwaar"),
        ("VNG heeft per brief over de Spreidingswet bezwaar gemaakt.", "bezwaar"),
        ("VNG waarschuwt dat zonder geld de Spreidingswet niet kan worden uitgevoerd.", "bezwaar"),
        ("VNG is tegen en wil worden geïnformeerd.", "bezwaar"),
        ("VNG steunt de uitvoering van de Spreidingswet.", "steunt"),
    ],
)
def test_who_judges_the_thing_itself_stands_to_it(sentence: str, act: str) -> None:
    assert side(sentence, "Spreidingswet", "Spreidingswet") == {act}


@pytest.mark.parametrize(
    "sentence",
    [
        "VNG vindt 6.000 plekken te ambitieus.",
        "VNG betwist de cijfers over de doorstroomlocaties.",
        "VNG herkent zich niet in dat beeld.",
        "VNG deelt dat beeld niet.",
        "MVRO kan dat niet toezeggen.",
        "MVRO kan de toezegging aan VNG niet nakomen.",
        "MVRO doet geen toezegging aan de VNG.",
        "VNG is teleurgesteld dat de toezegging van MVRO niet is nagekomen.",
        "VNG betreurt dat de toezegging over de doorstroomlocaties niet is nagekomen.",
        "VNG is teleurgesteld dat de toegezegde brief uitblijft.",
    ],
)
def test_a_figure_and_a_promise_are_not_the_thing(sentence: str) -> None:
    assert side(sentence, "Doorstroomlocaties", "doorstroomlocaties") == {"informeert"}


@pytest.mark.parametrize(
    "sentence",
    [
        "VNG bestrijdt de doorstroomlocaties.",
        "VNG bestrijdt dat de doorstroomlocaties werken.",
        "VNG bestrijdt het besluit over de doorstroomlocaties.",
        "VNG maakt bezwaar tegen de doorstroomlocaties en bestrijdt de cijfers.",
        "VNG is tegen de doorstroomlocaties omdat de toezegging niet is nagekomen.",
        "VNG is kritisch over de doorstroomlocaties en doet geen toezegging.",
        "VNG is tegen de doorstroomlocaties. MVRO doet geen toezegging.",
        "VNG vindt de doorstroomlocaties te duur.",
        "VNG vindt dat 3.000 plekken te weinig zijn voor de doorstroomlocaties.",
    ],
)
def test_who_names_the_thing_itself_objects_to_it(sentence: str) -> None:
    assert side(sentence, "Doorstroomlocaties", "doorstroomlocaties") == {"bezwaar"}


@pytest.mark.parametrize(
    "sentence",
    [
        "VNG maakt bezwaar tegen de late verzending van de stukken.",
        "VNG maakt bezwaar tegen de gang van zaken.",
        "VNG is ontevreden over het verslag.",
        "IPO is tegen de voorgestelde datum.",
        "IPO is tegen een extra overleg.",
        "VNG vindt de vergadering te kort.",
        "VNG stemt in met het verslag.",
        "VNG is het eens met de agenda.",
        "VNG bedankt SJenV voor de toelichting.",
        "VNG feliciteert SJenV met zijn benoeming.",
        "VNG dankt SJenV.",
        "VNG dankt de gemeenten die doorstroomlocaties hebben geopend.",
        "VNG dankt COA voor de inzet bij de doorstroomlocaties.",
    ],
)
def test_papers_procedure_and_thanks_are_not_the_thing(sentence: str) -> None:
    assert side(sentence, "Doorstroomlocaties", "doorstroomlocaties") <= {"informeert"}


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("VNG dankt COA voor de doorstroomlocaties.", "steunt"),
        ("VNG is blij met de doorstroomlocaties.", "steunt"),
        ("VNG is tegen doorstroomlocaties en tegen een extra overleg.", "bezwaar"),
        ("VNG is tegen doorstroomlocaties, zoals in het verslag staat.", "bezwaar"),
        ("VNG vindt in het verslag geen reden om voor doorstroomlocaties te zijn.", "bezwaar"),
        ("VNG stemt in met het voorstel.", "steunt"),
        ("VNG dankt COA en onderschrijft de opzet.", "steunt"),
        ("VNG dankt voor de toelichting en kan zich vinden in het plan.", "steunt"),
        ("VNG maakt bezwaar tegen het plan.", "bezwaar"),
        ("VNG stemt in met doorstroomlocaties na overleg met gemeenten.", "steunt"),
    ],
)
def test_what_is_named_beside_papers_is_judged(sentence: str, act: str) -> None:
    assert act in side(sentence, "Doorstroomlocaties", "doorstroomlocaties")


def second(sentences: str) -> set[str]:
    """How the second who speaks stands to the subject of the item."""
    told = read_item(f"- {sentences}", "Doorstroomlocaties").statements[1]
    return {one.act for one in stands(told) if "doorstroomlocaties" in one.about}


@pytest.mark.parametrize(
    "text",
    [
        "Aedes schrijft de vertraging toe aan trage vergunningverlening. VNG bestrijdt dat.",
        "COA meldt dat er 2.000 plekken zijn. VNG bestrijdt dat aantal.",
        "COA meldt dat gemeenten traag zijn met doorstroomlocaties. VNG herkent dat niet.",
        "COA meldt dat de doorstroomlocaties goed werken. VNG herkent dat beeld niet.",
    ],
)
def test_who_denies_what_another_told_does_not_object_to_the_thing(text: str) -> None:
    assert second(text) == {"informeert"}


@pytest.mark.parametrize(
    "text",
    [
        "COA stelt voor doorstroomlocaties te openen. VNG bestrijdt dat.",
        "COA steunt de doorstroomlocaties. VNG bestrijdt dat.",
        "COA meldt dat de doorstroomlocaties goed werken. VNG is tegen doorstroomlocaties.",
        "COA meldt dat de doorstroomlocaties goed werken. VNG ontkent dat doorstroomlocaties nodig zijn.",
        "COA stelt voor doorstroomlocaties te openen. VNG is het daar niet mee eens.",
    ],
)
def test_who_turns_against_a_proposal_or_support_objects_to_the_thing(text: str) -> None:
    assert second(text) == {"bezwaar"}


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("VNG dankt JenV en steunt de HAR.", "steunt"),
        ("VNG dankt JenV en maakt geen bezwaar tegen de HAR.", "steunt"),
        ("VNG dankt COA en prijst de HAR.", "steunt"),
        ("VNG dankt JenV. Zij steunt de HAR.", "steunt"),
        ("VNG is trots op COA en steunt de HAR.", "steunt"),
        ("VNG bedankt COA voor de inzet en is tegen de HAR.", "bezwaar"),
        ("VNG steunt de HAR maar heeft kritiek op het proces.", "steunt"),
        ("IPO herkent het beeld niet en is tegen de HAR.", "bezwaar"),
        ("IPO herkent het beeld niet en is tegen.", "bezwaar"),
        ("IPO is tegen en herkent het beeld niet.", "bezwaar"),
        ("IPO herkent het beeld niet, maar zij is ook tegen de HAR.", "bezwaar"),
        ("IPO herkent het beeld niet en heeft kritiek op de HAR.", "bezwaar"),
        ("IPO deelt het beeld niet en vindt de HAR te duur.", "bezwaar"),
        ("VNG dankt COA en vindt de HAR een goed instrument.", "steunt"),
        ("VNG prijst de HAR.", "steunt"),
        ("VNG prijst de aanpak van de HAR door COA.", "steunt"),
    ],
)
def test_beside_thanks_and_denials_a_position_stands(sentence: str, act: str) -> None:
    stands_to = {
        one.act for row in read_item(f"- {sentence}", "HAR").statements for one in stands(row) if "HAR" in one.about
    }
    assert stands_to - {"informeert"} == {act}


@pytest.mark.parametrize(
    "sentence",
    [
        "VNG dankt gemeenten die de HAR steunen.",
        "VNG dankt COA en bedankt gemeenten die de HAR uitvoeren.",
        "VNG prijst de gemeenten die de HAR uitvoeren.",
        "VNG prijst JenV.",
        "VNG prijst COA voor de uitvoering van de HAR.",
        "IPO deelt het beeld niet en vindt het rapport te laat.",
        "VNG is trots op gemeenten die de HAR uitvoeren.",
        "IPO herkent het beeld niet en betwist de cijfers over de HAR.",
    ],
)
def test_thanks_to_an_actor_and_a_second_denial_are_no_position(sentence: str) -> None:
    assert side(sentence, "HAR", "HAR") <= {"informeert"}


@pytest.mark.parametrize(
    "sentence",
    [
        "IPO acht zich hiervoor niet verantwoordelijk.",
        "IPO acht zich niet verantwoordelijk voor de HAR.",
        "VB ziet hierin geen rol voor de veiligheidsregio's.",
        "COA vindt de HAR geen taak van COA.",
        "VNG spreekt gemeenten hierop aan.",
        "COA wordt hierop door VNG aangesproken.",
    ],
)
def test_whose_part_a_thing_is_and_what_another_does_are_not_the_thing(sentence: str) -> None:
    assert side(sentence, "HAR", "HAR") == {"informeert"}


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("VNG ziet geen rol voor de HAR.", "bezwaar"),
        ("VNG acht zich niet verantwoordelijk en is tegen de HAR.", "bezwaar"),
        ("VNG maakt bezwaar tegen de HAR omdat dit geen taak van gemeenten is.", "bezwaar"),
        ("VNG verzet zich tegen de HAR.", "bezwaar"),
        ("VNG schaart zich achter de HAR.", "steunt"),
        ("VNG staat weer achter de HAR.", "steunt"),
        ("VNG is tegen de HAR en spreekt COA daarop aan.", "bezwaar"),
    ],
)
def test_beside_a_part_and_blame_a_position_stands(sentence: str, act: str) -> None:
    assert side(sentence, "HAR", "HAR") == {act}


@pytest.mark.parametrize(
    "sentence",
    [
        "VNG heeft zorgen over de kosten van de HAR.",
        "VNG heeft zorgen over de kosten en de planning van de HAR.",
        "VNG vreest dat er onvoldoende geld is voor de HAR.",
        "COA waarschuwt voor een tekort aan personeel voor de HAR.",
        "VNG is kritisch over het tempo van de HAR.",
        "IPO maakt bezwaar tegen de procedure rond de HAR.",
        "VNG heeft bezwaar tegen artikel 5 van de regeling.",
        "COA vreest dat de HAR te laat komt.",
        "VNG waarschuwt dat de HAR vertraging oploopt.",
        "VNG vindt dat het te lang duurt voordat de HAR ingaat.",
        "VNG is ontstemd dat zij niet is betrokken bij de HAR.",
        "VNG heeft zorgen over de kosten.",
        "VNG vindt de vergoeding te laag.",
        "IPO maakt bezwaar tegen de hoogte van het bedrag.",
        "IPO vindt de termijn te kort.",
        "VNG onderschrijft de bevindingen van de evaluatie van de HAR.",
        "VNG is voor een evaluatie van de HAR.",
        "COA onderschrijft de aanbevelingen uit de evaluatie van de HAR.",
        "VNG is blij met de extra middelen voor de HAR.",
        "IPO stemt in met de planning van de HAR.",
        "VNG deelt de analyse.",
        "IPO onderschrijft de aanbeveling om gemeenten beter te informeren.",
    ],
)
def test_cost_pace_text_and_findings_are_not_the_thing(sentence: str) -> None:
    assert side(sentence, "HAR", "HAR") <= {"informeert"}


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("VNG is tegen de HAR vanwege de kosten.", "bezwaar"),
        ("IPO is tegen vanwege de kosten.", "bezwaar"),
        ("IPO is tegen omdat het geld ontbreekt.", "bezwaar"),
        ("IPO is vanwege de kosten van de HAR tegen.", "bezwaar"),
        ("IPO is op basis van de evaluatie van de HAR tegen.", "bezwaar"),
        ("VNG heeft zorgen over de kosten en het doel van de HAR.", "bezwaar"),
        ("VNG heeft zorgen over de opzet en de kosten van de HAR.", "bezwaar"),
        ("VNG maakt bezwaar tegen het proces en de inhoud.", "bezwaar"),
        ("VNG vreest dat de HAR te laat en te duur is.", "bezwaar"),
        ("VNG vindt de kosten te hoog en wijst de HAR af.", "bezwaar"),
        ("VNG is voor, mits het geld er is.", "steunt"),
        ("VNG steunt op grond van de bevindingen de HAR.", "steunt"),
        ("VNG steunt de HAR en de aanbevelingen van de evaluatie.", "steunt"),
        ("VNG steunt de aanbeveling om de HAR te verlengen.", "steunt"),
        ("IPO onderschrijft de conclusie dat de HAR werkt.", "steunt"),
        ("VNG deelt het doel van de HAR.", "steunt"),
    ],
)
def test_beside_its_cost_pace_and_findings_the_thing_itself_is_judged(sentence: str, act: str) -> None:
    assert side(sentence, "HAR", "HAR") == {act}


@pytest.mark.parametrize(
    "sentence",
    [
        "VNG stemt in met de HAR, met uitzondering van de bonus.",
        "VNG stemt in, met uitzondering van de bonus.",
        "VNG steunt de HAR op de bonus na.",
        "VNG steunt alles behalve de bonus.",
        "IPO is tegen de HAR, behalve de bonus.",
    ],
)
def test_what_is_excepted_is_not_judged(sentence: str) -> None:
    assert side(sentence, "Bonus", "bonus") == {"informeert"}


@pytest.mark.parametrize(
    ("sentence", "concept", "act"),
    [
        ("VNG stemt in met de HAR, met uitzondering van de bonus.", "HAR", "steunt"),
        ("VNG steunt de HAR inclusief de bonus.", "bonus", "steunt"),
        ("VNG steunt naast de HAR ook de bonus.", "bonus", "steunt"),
        ("VNG steunt de bonus, behalve voor Ede.", "bonus", "steunt"),
        ("VNG stemt in met de bonus, met uitzondering van het bedrag.", "bonus", "steunt"),
    ],
)
def test_beside_an_exception_the_rest_is_judged(sentence: str, concept: str, act: str) -> None:
    assert side(sentence, "Bonus", concept) == {act}


@pytest.mark.parametrize("sentence", ["IPO maakt bezwaar tegen de bonus.", "IPO steunt de bonus."])
def test_who_names_what_he_judges_does_not_judge_the_thing_of_the_item(sentence: str) -> None:
    assert side(sentence, "HAR", "HAR") <= {"informeert"}
    assert side(sentence, "HAR", "bonus") <= {"bezwaar", "steunt"}


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("IPO is tegen de regeling en de bonus.", "bezwaar"),
        ("VNG is tegen, de bonus werkt niet.", "bezwaar"),
        ("VNG stemt in, met uitzondering van de bonus.", "steunt"),
    ],
)
def test_beside_what_is_named_the_thing_of_the_item_is_judged(sentence: str, act: str) -> None:
    assert side(sentence, "HAR", "HAR") == {act}
