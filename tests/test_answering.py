"""Which question a contribution answers, from the sentences to the answers of the queries; invented."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
import rdflib
from minutes import read_item

from lrtgraph import gazetteer, queries, rdf
from lrtgraph.extraction.grammar.lexicon import table
from lrtgraph.extraction.statements.course.answering import _TOKEN, leaves_open
from lrtgraph.extraction.statements.speech.patterns import Word, fits
from lrtgraph.sparql import with_prefixes

WHEN = "VNG vraagt wanneer het geld komt."
MANY = "IPO vraagt hoeveel plekken er ontbreken."


def links(body: str) -> list[str]:
    """Who answers whom in an item: "COA:IPO"."""
    said = read_item(f"- {body}").statements
    return [",".join(one.speakers) + ":" + ",".join(said[at].speakers) for one in said for at in one.answers]


@pytest.mark.parametrize(
    ("body", "answered"),
    [
        (f"{MANY} COA antwoordt dat het er 300 zijn.", ["COA:IPO"]),
        ("Vraag VNG: wanneer komt het geld?\nAntwoord MBZK: in mei.", ["MBZK:VNG"]),
        ("COA: rol bij verdeling? SJenV: adviserend.", ["SJenV:COA"]),
        ("De vraag van het IPO of de bonus blijft, beantwoordt SJenV bevestigend.", ["SJenV:IPO"]),
        ("Op de vraag van COA wat de planning is, geeft SJenV aan dat de brief in juni komt.", ["SJenV:COA"]),
        ("VNG vraagt of COA de PRT kan bijwonen. COA zegt dit toe.", ["COA:VNG"]),
        ("VNG vraagt of het COA kleine locaties overneemt.\n- Dat kan, zegt COA, vanaf 50 plekken.", ["COA:VNG"]),
        (f"{MANY} VNG steunt die vraag. COA antwoordt dat het er 300 zijn.", ["COA:IPO"]),
        (f"{WHEN} Volgens VNG is dat te laat. MBZK antwoordt dat het in mei komt.", ["MBZK:VNG"]),
        (f"{WHEN} SJenV weet dat niet. MBZK antwoordt dat het in mei komt.", ["MBZK:VNG"]),
        ("De vraag van IPO uit februari over de kosten wordt beantwoord: die zijn voor rekening van COA.", ["IPO:IPO"]),
        ("Vraag VNG hierover schriftelijk beantwoord op 30/8.", ["VNG:VNG"]),
        (f"{MANY}\n- {WHEN} MBZK antwoordt dat het in mei komt.", ["MBZK:VNG"]),
        (f"{WHEN}\n- De regeling: MBZK antwoordt dat het geld in mei komt.", ["MBZK:VNG"]),
        ("VNG vraagt of de eigen bijdrage per 1 juli ingaat.\n- DGM bevestigt dat 1 juli de planning is.", ["DGM:VNG"]),
        ("IPO vraagt hoeveel plekken er zijn. COA geeft in reactie aan dat er 300 klaar zijn.", ["COA:IPO"]),
        ("VNG vraagt of JenV de gemeenten kan bellen. JenV neemt dat op zich.", ["JenV:VNG"]),
        ("VNG vraagt of de cijfers gedeeld mogen worden. COA heeft daar geen bezwaar tegen.", ["COA:VNG"]),
        # By the next sentence, of which is not told who says it.
        ("VNG vraagt of dit meetelt. Nee.", ["VNG:VNG"]),
        ("IPO vraagt naar de evaluatie. Die is bij het WODC belegd; oplevering in het tweede kwartaal.", ["IPO:IPO"]),
        ("IPO vraagt waar de brief blijft. Die is vorige week verstuurd.", ["IPO:IPO"]),
        ("IPO vraagt hoe het staat met de wet. Die ligt bij de Raad van State.", ["IPO:IPO"]),
        (f"{MANY} Dat zijn er op dit moment 4.000.", ["IPO:IPO"]),
        (f"{WHEN} Naar verwachting is dat in mei.", ["VNG:VNG"]),
        ("VNG wil weten wie de buslijnen betaalt. Dat doet het ministerie.", ["VNG:VNG"]),
        ("COA: wie wijst de rest aan? De minister, uiterlijk 31 december.", ["COA:COA"]),
        (f"{WHEN} Dat is in mei. MBZK antwoordt dat het bedrag vast ligt.", ["VNG:VNG", "MBZK:VNG"]),
    ],
)
def test_a_question_is_answered_by_what_comes_behind_it(body: str, answered: list[str]) -> None:
    assert links(body) == answered


@pytest.mark.parametrize(
    "body",
    [
        "IPO vraagt wie opdraait voor de kosten. SJenV kan die vraag nu niet beantwoorden en neemt haar mee terug.",
        "IPO vraagt of de inburgering kan starten. MBZK moet het antwoord schuldig blijven.",
        f"{WHEN} MBZK weet dat niet.",
        f"{MANY} JenV neemt dat op zich.",
        "VNG vraagt of de cijfers gedeeld mogen worden. COA steunt die vraag.",
        "VNG vraagt of de cijfers gedeeld mogen worden.\n- Opvang: IPO heeft geen bezwaar tegen de bouw.",
        "Vraag VNG: wanneer komt het geld?\nAntwoord MBZK: komt hier schriftelijk op terug.",
        "Vraag VNG: wanneer komt het geld?\nReactie MBZK: zoekt dit uit.",
        "COA: rol bij verdeling? SJenV: weet niet.",
        "VNG vraagt wanneer de cijfers komen. COA zegt toe dit uit te zoeken.",
        "Op de vraag van COA wat de planning is, geeft SJenV aan dat hij dat niet weet.",
        "De vraag van VNG wie de leegstand betaalt, is nog steeds niet beantwoord.",
        "De vraag van VNG over de kosten wordt schriftelijk beantwoord.",
        "Wie het betaalt, is voor VNG een vraag die eerst beantwoord moet zijn.",
        # An answer to what somebody else asked, or asked for, is none to this.
        f"{MANY}\n- VNG verzoekt SJenV om een garantie. SJenV antwoordt dat die in mei komt.",
        # Who says something of his own on the next line does not answer.
        "VNG vraagt wie hem betaalt.\n- IPO geeft aan dat de opvang vol zit.",
        "VNG vraagt of de eigen bijdrage per 1 juli ingaat.\n- DGM bevestigt dat 1 mei de planning is.",
        "VNG vraagt of de eigen bijdrage per 1 juli ingaat.\n- DGM kan over 1 juli nog niets zeggen.",
        # A block with a topic of its own answers nobody.
        "VNG vraagt wie de kosten draagt.\n- Huisvesting: MVRO meldt dat de plannen klaar zijn.",
        "VNG vraagt wie de kosten draagt.\n- De voorrang voor statushouders: MVRO wil die bij wet verbieden.",
        "Divosa vraagt wie de inburgering betaalt.\n- De voorrang: VRO legt die uit.",
        # Who hands a question on does not answer it.
        "IPO vraagt wanneer de evaluatie komt. SJenV schuift dit door naar zijn opvolger.",
        "IPO vraagt of de termijn haalbaar is. MBZK legt de vraag neer bij zijn ambtenaren.",
        "VNG vraagt naar de planning. Een antwoord blijft uit.",
        # Who asked goes on.
        "IPO vraagt of de termijn haalbaar is. Die is al twee keer verschoven.",
        "IPO vraagt naar de evaluatie. Die was vorig jaar toegezegd.",
        "IPO vraagt naar de evaluatie. Die moet eerst af zijn.",
        "IPO vraagt naar de cijfers. Die zijn er nog niet.",
        "IPO vraagt wie de kosten draagt. Dat is voor gemeenten van belang.",
        "IPO vraagt wie de regie voert bij een acuut tekort. Nu is dat het LCSV.",
        "VNG: kan dit eerder? Graag voor de zomer.",
        f"{WHEN} Gemeenten wachten al sinds mei.",
        f"{MANY} Dat is nog niet bekend.",
        f"{WHEN} De vraag van VNG wie de leegstand betaalt, blijft onbeantwoord. Het IPO vindt 10.000 plekken te veel.",
    ],
)
def test_in_doubt_a_question_stays_open(body: str) -> None:
    assert links(body) == []


@pytest.mark.parametrize("row", table("no_answers"), ids=lambda row: row["pattern"])
def test_each_pattern_is_at_work_in_its_example(row: dict[str, str]) -> None:
    tokens = _TOKEN.findall(row["example"].lower())
    pattern = [Word.parse(word) for word in row["pattern"].split()]

    assert row["definition"]
    assert any(fits(tokens, at, len(tokens), pattern) for at in range(len(tokens)))


@pytest.mark.parametrize(
    "text",
    [
        "COA weet dat het kan.",
        "COA antwoordt dat het niet kan.",
        "Antwoord COA: niet haalbaar.",
        "Antwoord COA: de brief komt in mei.",
        "De vraag is schriftelijk beantwoord.",
        "COA geeft als antwoord dat er 300 plekken worden gegeven.",
        "COA antwoordt dat de 300 mensen in mei terugkomen.",
        "JenV zoekt naar een oplossing: het contract loopt af, de locatie gaat uit.",
        "COA antwoordt dat dit nu bekend en duidelijk is.",
        "COA antwoordt dat de locatie niet in Opmeer komt.",
        "COA antwoordt dat er in mei is beslist en dat het kabinet dit bevestigt.",
        "COA antwoordt dat de mensen pas in mei daar komen en er niets verandert.",
    ],
)
def test_an_answer_that_says_no_or_when_is_an_answer(text: str) -> None:
    assert not leaves_open(text)


def test_the_queries_tell_which_questions_are_open_in_every_engine() -> None:
    unnamed = "CdK vraagt waar de brief blijft. Die is vorige week verstuurd."  # answered, by nobody who is named
    record = read_item(f"- {MANY} COA antwoordt dat het er 300 zijn.\n- {WHEN} MBZK weet dat niet.\n- {unnamed}")
    store, graph = ox.Store(), rdflib.Graph()
    store.extend(rdf.quads(record, gazetteer.load()))
    graph.parse(data=ox.serialize({quad.triple for quad in store}, format=ox.RdfFormat.N_TRIPLES), format="nt")

    for name, column, expected in (
        ("questions-answered", "answer_quote", "COA antwoordt dat het er 300 zijn."),
        ("questions-unanswered", "quote", WHEN),
    ):
        text = with_prefixes(queries.text(name))
        asked = store.query(text, use_default_graph_as_union=True)
        assert isinstance(asked, ox.QuerySolutions)
        assert [row[column].value for row in asked] == [expected]
        assert [str(row[column]) for row in graph.query(text)] == [expected]  # type: ignore[call-overload,index,union-attr]
