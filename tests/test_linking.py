"""Linking as a whole: what a document names, read with the packaged gazetteer from hand-made blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest
from blocks import document, layout, participant
from hypothesis import given, settings
from hypothesis import strategies as st

from lrtgraph.gazetteer import load
from lrtgraph.linking import Linker
from lrtgraph.linking.disambiguation import KEEP, Context, contexts, decide
from lrtgraph.linking.matcher import Match
from lrtgraph.linking.own_body import own_governments
from lrtgraph.linking.words import fold
from lrtgraph.records import Block, Layout, Mention, Participant

LINKER = Linker(load())


def mentions(text: str, participants: Sequence[Participant] = ()) -> tuple[Mention, ...]:
    return LINKER.link(document(text), layout(text), participants).mentions


def named(text: str, participants: Sequence[Participant] = ()) -> list[tuple[str, str]]:
    return [(m.text, m.concept) for m in mentions(text, participants)]


def check(marked: str, participants: Sequence[Participant] = ()) -> None:
    """A text in which each mention is marked as [surface|concept] links as marked, and nothing else."""
    text = re.sub(r"\[([^|\]]*)\|[^\]]*\]", r"\1", marked)
    assert named(text, participants) == re.findall(r"\[([^|\]]*)\|([^\]]*)\]", marked)


@pytest.mark.parametrize(
    "marked",
    [
        "De [VNG|VNG] en het [COA|COA].",
        "de [VR|VR]'s, [CdK|CdK]´s en [PRT|PRT]’s",
        "[CNO|CNO]-plekken en de [GOO|GOO]-gelden",
        "de [RTB regeling|RTB] en het [I&R|IenR] proces",
        "[Politie|Politie]/[AVIM|AVIM]",
        "[SPREIDINGSWET|Spreidingswet]",
        "[Oekraiense ontheemden|ontheemden_OEK] en [derdelanders Oekraïne|derdelanders]",
        "asielopvang, Rijkstaak, politiecapaciteit, terugkoppeling",
        "vb. har haar rijk aan ind. [leden|leden]",
        "de [commissarissen|CdK] en het [interbestuurlijke toezicht|IBT]",
        "[Plan van aanpak versterking provinciale regietafels|PvA_PRT]",
        "De [cdK|CdK] en de [vng|VNG] vragen het [coa|COA]; [Jenv|JenV] zegt toe",
        "mail naar opvang@coa.nl of zie www.vng.nl, ind.nl/avim en prt_ipo.docx; [vng|VNG]/[ipo|IPO] ([coa|COA]).",
        "een duo van [bzk|BZK] pakt de bak uit; Rob en Har, vr. en vb., om en bij",
        "een [gemeente|gemeenten] echt niet, zegt [gemeente Best|gemeente:Best]; [GEMEENTE BEST|gemeente:Best]",
        "het [COA|COA] \u0301 vraagt de [VNG|VNG] \uff9e om een plan",
    ],
)
def test_names_of_the_gazetteer(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "[ministere van JenV|JenV]",
        "de [vergunnighouders|vergunninghouders]",
        "de [taakstellling|taakstelling]",
        "een corporate partij",
        "[VNG|VNG] vreest dat [gem.|gemeenten] afhaken; de wachttijd is gem. zeven weken",
        "de [taakst.|taakstelling] 2e helft, [gem.|gemeenten] met achterstand",
        "historische hervorming.",
    ],
)
def test_slips_and_abbreviations(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "[doorstroom-|doorstroomlocaties] en [voorportaallocaties|voorportaal]",
        "[escalatie-|escalatieladder] en [interventieladder|interventieladder]",
        "[doorstroom-|doorstroomlocaties]/[voorportaallocaties|voorportaal]",
        "de [streeftaakstelling|taakstelling]",
        "een [uitruilvoorstel|uitruil]",
        "De [PRT|PRT]s en [GGD|GGD]s tellen mee.",
        "de deelgemeenten",
    ],
)
def test_compounds(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "De [gemeente Oudveen|gemeente:Oudveen] sluit. In [Oudveen|place:Oudveen] is het vol.",
        "De [gemeente Oudveen|gemeente:Oudveen] sluit. [Oudveen|gemeente:Oudveen] vraagt om geld.",
        "In [Ter Apel|place:Ter_Apel] is het vol.",
        "[Utrecht|gemeente:Utrecht] geeft aan dat het kan.",
        "Interessant is wat er in [Utrecht|place:Utrecht] gebeurt.",
        "Volgens [Drenthe|provincie:Drenthe] kan het.",
        "[Gelderland|provincie:Gelderland]: geen bezwaar.",
        "[Assen|gemeente:Assen] is teleurgesteld.",
        "[Assen|gemeente:Assen] is huiverig.",
        "[Assen|gemeente:Assen] en [Emmen|gemeente:Emmen] zijn daar niet blij mee.",
        "[Assen|place:Assen] is vol. [Emmen|place:Emmen] is de eerste locatie, en bewoners zijn boos.",
        "De opvang in [Assen|place:Assen] is bereid mee te doen.",
        "[Assen|gemeente:Assen] daarentegen weigert, [Emmen|place:Emmen] echter ligt aan het kanaal.",
        "[Assen|gemeente:Assen], [Goes|gemeente:Goes] en [Emmen|gemeente:Emmen] bekijken samen een locatie.",
        "[Assen|gemeente:Assen] en [Emmen|gemeente:Emmen] bieden samen plekken aan.",
        "De [provincie Flevoland|provincie:Flevoland] biedt plekken aan.",
        "[CdK|CdK] [Overijssel|place:Overijssel], [PRT|PRT]-[Gelderland|place:Gelderland], Sovjet-Unie, Nieuw-Zeeland",
        "dat de [provincies|provincies] voor hem in de plaats treden",
        "Hans van Mierlo",
        "[Veiligheidsregio|VR] [Brabant-Noord|place:Brabant-Noord]",
        "Best wel veel. Huizen zijn schaars.",
        "Het [COA|COA] opent in [Sweikhuizen|place:Sweikhuizen] een locatie.",
        "De [gemeenten|gemeenten] [Assen|gemeente:Assen] en [Emmen|gemeente:Emmen] doen mee.",
    ],
)
def test_places_and_administrations(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "Elke [regietafel|PRT] krijgt een secretaris.",
        "De [regietafels|PRT] zijn er klaar voor.",
        "De [regietafel|PRT] in [Fryslân|place:Fryslân] heeft geen mensen.",
        "De regietafel stemt in.",
        "Beide regietafels komen in mei bijeen.",
        "Het is aan de [colleges|colleges_BenW]. Een college van een hogeschool.",
        "De colleges van bestuur zwijgen.",
        "Het overleg met [Financiën|FIN] loopt nog. De financiën zijn op orde.",
        "Financiën blijven een zorg.",
        "Het [BAK OEK|BAK_OEK] is af. Met het [afsprakenkader|BAK_OEK] is ingestemd.",
        "Een afsprakenkader met de sector is af. Zie afspr. 3.",
        "Het [wetsvoorstel spreiding|Spreidingswet] ligt voor.",
        "De intrekking van de [Spreidingswet|Spreidingswet] is aangekondigd.",
        "De [uitruil|uitruil] tussen [gemeenten|gemeenten] wordt mogelijk.",
        "Versterking [PRT|PRT]. Het [plan van aanpak versterking PRT|PvA_PRT] is af.",
    ],
)
def test_short_names_by_what_stands_beside_them(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("adverb", ["uit", "te werken", "hierover"])
def test_an_adverb_behind_a_name_sets_no_short_form(adverb: str) -> None:
    check(f"[DGM|DGM] werkt met het [VB|VB] verder {adverb}. Dat ligt {adverb}.")


SEATED = "Aanwezig is de [gemeente Venlo|gemeente:Venlo]. "


@pytest.mark.parametrize(
    "marked",
    [
        SEATED + "Daar voelt [Venlo|gemeente:Venlo] niets voor.",
        SEATED + "Onhaalbaar, zo vat [Venlo|gemeente:Venlo] het samen.",
        SEATED + "Morgen belt [Venlo|gemeente:Venlo] de bewoners in [Venlo|place:Venlo].",
        SEATED + "Het ligt aan de rand van [Venlo|place:Venlo], bij station [Venlo|place:Venlo].",
        SEATED + "De trein van [Venlo|place:Venlo] naar [Venlo|place:Venlo]; het stadhuis [Venlo|place:Venlo].",
        SEATED + "Dhr. [Bos|person:Bos] ([Venlo|place:Venlo]) is er. Heel [Venlo|place:Venlo] weet het.",
        SEATED
        + "[Venlo|place:Venlo] ligt aan de Maas. Wethouder [Venlo|gemeente:Venlo] en wethouder [Bos|person:Bos].",
        SEATED + "Het [COA|COA] doet een beroep op [Venlo|gemeente:Venlo].",
    ],
)
def test_the_bare_name_of_a_municipality_that_the_document_names(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "Daarmee stemmen de [VR|VR] en [Assen|gemeente:Assen] in, [Goes|gemeente:Goes] niet.",
        "Kritiek is er van [Assen|gemeente:Assen] en [Goes|gemeente:Goes] op de planning.",
        "Het voorstel van [Goes|gemeente:Goes] krijgt steun, de haven van [Goes|place:Goes] niet.",
        "Gehoopt wordt dat [Assen|gemeente:Assen] en [Goes|gemeente:Goes] een voorstel maken.",
        "Bekend is dat [Goes|place:Goes] aan zee ligt.",
        "Actie [Assen|gemeente:Assen]: de cijfers nalopen.",
        "Er is gevraagd aan [Assen|gemeente:Assen] om plekken; de weg loopt tot aan [Goes|place:Goes].",
        "[Goes|gemeente:Goes] (5.1.2.e) is niet gelukkig.",
        "[Goes|gemeente:Goes] ([naam gelakt]) en [Venlo|gemeente:Venlo] (XXX) wachten af.",
        "De brief wordt door [Assen|gemeente:Assen] gestuurd, de weg loopt door [Goes|place:Goes].",
        "[Goes|gemeente:Goes] betreurt dit. [Goes|place:Goes] ligt in [Zeeland|place:Zeeland].",
    ],
)
def test_where_a_bare_name_acts(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "Er is bericht van verhindering van [Assen|gemeente:Assen] en [Goes|gemeente:Goes].",
        "Afmeldingen zijn er van [Venlo|gemeente:Venlo] en het [COA|COA].",
        "[Assen|gemeente:Assen] en [BZK|BZK] zijn er niet; [Goes|gemeente:Goes], [Ede|gemeente:Ede] en [VNG|VNG] wel.",
        "De trein in [Assen|place:Assen] en [BZK|BZK] op tafel. Uit [Goes|place:Goes] en [Ede|place:Ede].",
        "De [uitruil|uitruil] tussen [Assen|gemeente:Assen] en [Goes|gemeente:Goes] is rond.",
        "De afstand tussen [Assen|place:Assen] en [Goes|place:Goes] is groot.",
        "Er lopen gesprekken met [Assen|gemeente:Assen], [Goes|gemeente:Goes] en [gemeente Ede|gemeente:Ede].",
        "Er wordt gebeld met [Assen|gemeente:Assen]; reizigers met bestemming [Assen|place:Assen] wachten.",
        "Daarmee sluit men aan bij [Goes|gemeente:Goes]. De locatie bij [Goes|place:Goes] is vol.",
        "Het is aan [Assen|gemeente:Assen] om te kiezen. De weg ligt aan [Goes|place:Goes].",
        "Drie [gemeenten|gemeenten] zonder aanbod ([Assen|gemeente:Assen], [Goes|gemeente:Goes]) schrijven.",
        "Twee terreinen zonder vergunning ([Assen|place:Assen], [Goes|place:Goes]) vallen af.",
        "Actie ([Assen|gemeente:Assen] en [Goes|gemeente:Goes], 15 november): plan maken.",
        "Dat wil [Alphen-Chaam|gemeente:Alphen-Chaam] niet.",
        "[Alphen-Chaam|gemeente:Alphen-Chaam] en [Goes|gemeente:Goes] sluiten zich aan.",
        "Met [Assen|gemeente:Assen] wordt nog gesproken; met [Assen|place:Assen] is de bus sneller.",
    ],
)
def test_a_bare_name_in_dealings_and_in_lists(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "[Veiligheidsregio|VR] [Gelderland-Zuid|place:Gelderland-Zuid] is er. [Gelderland-Zuid|VR] vraagt om plekken"
        " in [Gelderland-Zuid|place:Gelderland-Zuid].",
        "[VR|VR] [Twente|place:Twente] komt. Het voorstel van [Twente|VR] en [Assen|gemeente:Assen] is nieuw.",
        "Er is ruimte in [Twente|place:Twente]. [Twente|place:Twente] vraagt om plekken.",
    ],
)
def test_a_region_acts_as_its_safety_region_where_the_document_names_that(marked: str) -> None:
    check(marked)


def test_a_stretch_of_land_is_no_administration() -> None:
    check("In de regio [Achterhoek|place:Achterhoek] is plek; de [Achterhoek|place:Achterhoek] wil niet.")
    check("De voorzitter van de [veiligheidsregio|VR] belt. Het leegstaand rijksvastgoed aan de [PRT|PRT].")


@pytest.mark.parametrize(
    "marked",
    [
        "Vergaderd is in [Den Bosch|place:Den_Bosch].",
        "[Den Bosch|gemeente:Den_Bosch] vraagt om geld.",
        "[St.-Michielsgestel|gemeente:Sint-Michielsgestel] vraagt, in [St. Oedenrode|place:Sint-Oedenrode] niet.",
        "de [gemeente St. Michielsgestel|gemeente:Sint-Michielsgestel]",
        "in [Sint Michielsgestel|place:Sint-Michielsgestel]",
        "de [gemeente St.-Michielsgestel|gemeente:Sint-Michielsgestel], de [gemeente St. Olaf|gemeente:St._Olaf]",
        "In ['s-Hertogenbosch|place:'s-Hertogenbosch] en [Ter-Apel|place:Ter_Apel] is het vol.",
    ],
)
def test_the_id_of_a_place_keeps_the_name_as_written(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "de [provincie Flevoland|provincie:Flevoland], hierna: [provincie|provincie:Flevoland].\n"
        "De [provincie|provincie:Flevoland] weigert. Per [provincie|provincies] verschilt dat; geen"
        " [provincie|provincies] is gelijk.",
        "Het [Rode Kruis|RodeKruis] (hierna te noemen: hulpdienst) helpt.\nDe [hulpdienst|RodeKruis] belt.",
        "De [provincie Flevoland|provincie:Flevoland] is er.\nDe [provincie|provincies] weigert.",
    ],
)
def test_short_forms_hold_for_the_document(marked: str) -> None:
    if "hulpdienst) " in marked:  # the definition is a use too
        marked = marked.replace("noemen: hulpdienst", "noemen: [hulpdienst|RodeKruis]")
    check(marked)


def test_a_list_without_end_is_read_in_linear_time() -> None:
    text = "gemeente Venlo. " + "Venlo, Goes en Assen, " * 3000
    assert len(mentions(text)) == 9001


def test_a_name_in_the_column_for_who_acts_is_an_administration() -> None:
    text = "Cijfers aanleveren | Venlo"
    row = replace(layout(text, "row").blocks[0], cells=((0, 18), (21, 26)), columns=("wat", "wie"))
    found = LINKER.link(document(text), Layout((row,), ()), ()).mentions
    assert [m.concept for m in found] == ["gemeente:Venlo"]


TABLE = (
    participant("Klijnsma", "CdK"), participant("Groot Wassink", "VNG"), participant("van der Burg", "SJenV"),
    participant("De Jonge", "MVRO"), participant("Reinsdorp", "COA"),
)  # fmt: skip


@pytest.mark.parametrize(
    "marked",
    [
        "[Klijnsma|person:Klijnsma] vraagt dhr. [Groot Wassink|person:Groot Wassink] om uitleg.",
        "mevr. [Van Zwanenveld|person:Van Zwanenveld]",
        "drs. P. [van den Berg-de Vries|person:Van den Berg-de Vries]",
        "[Reinsdorp|person:Reinsdorp]s voorstel",
        "Wethouder [Karremans|person:Karremans] is er; [Karremans|person:Karremans] vraagt.",
        "De heren [Bruls|person:Bruls] en [Smeets|person:Smeets] danken.",
        "Klaas [Bakker|person:Bakker] ([Nidos|Nidos]) vult aan.",
        "Paul [van Gent|person:Van Gent] licht dit toe. [Van Gent|person:Van Gent] vraagt om tijd.",
        "Johan Friso Kazerne opent in mei. De directeur van de Jan van Galen Kazerne vraagt om uitleg.",
        "Johan [Kaarsgaren|person:Kaarsgaren] opent in mei.",
        "Florence vraagt om uitleg. Het Anna Paviljoen vraagt om uitleg, Anna Bosrijk is een wijk.",
        "De [burgemeester|burgemeesters] van [Epe|place:Epe]",
        "Peter [Kok|person:Kok], commissievoorzitter Wonen, dankt. [Kok|person:Kok] sluit af.",
        "Programmadirecteur Anna [van Dijk|person:Van Dijk] dankt.",
        "Voorzitter van de commissie Wonen Karel [Smit|person:Smit] dankt.",
        "De voorzitter van de raad dankt Karel Smit.",
        "Peter Kok, fietsenmaker te Wonen, dankt.",
        "[Gedeputeerde Staten|GedeputeerdeStaten] antwoorden; de Staten danken.",
        "dhr. [Ede|person:Ede]",
        "Dhr. [Bakker|person:Bakker] van [Aedes|Aedes]",
    ],
)
def test_persons(marked: str) -> None:
    check(marked, TABLE)


def test_a_listed_given_name_before_a_surname_is_that_persons_or_somebody_elses() -> None:
    people = {"Wies Oldenkamp": "VNG", "Sjef Hartog": "IPO", "Anna Bos": "COA", "Jan Vis": "COA"}
    table = [participant(name, seat) for name, seat in people.items()]
    check("Gebeld is met Wies [Oldenkamp|person:Oldenkamp] ([VNG|VNG]).", table)
    check("Gebeld is met [Wies Hartog|person:Wies Hartog] ([COA|COA]).", table)


@pytest.mark.parametrize("blank", ["5.1.2.e", "5.1.2e", "5.1.2 e", "[geanonimiseerd]", "Geanonimiseerd", "XXX", "██"])
def test_a_blanked_out_name_is_no_person(blank: str) -> None:
    table = (participant(blank, "VNG"), participant("Bakker", "COA"))
    text = f"Dhr. {blank} ([VNG|VNG]) en mw. [Bakker|person:Bakker]; {blank} vraagt het mw. {blank}."
    check(text if blank[0] != "[" else text.replace(blank, "geanonimiseerd"), table)


def test_people_who_are_introduced_in_running_text_are_known_from_there() -> None:
    check(
        "Gemeld is dat mw. [Kroonvliet|person:Kroonvliet] ([IPO|IPO]) ziek was en dat dhr. [Van Uil|person:Van Uil]"
        " haar verving. [Van Uil|person:Van Uil] vraagt om tempo, [Kroonvliet|person:Kroonvliet] niet."
    )


def test_a_bare_title_is_an_office_only_where_one_can_be_meant() -> None:
    two_ministers = (participant("A", "MBZK"), participant("B", "MVRO"))
    assert named("De minister zegt toe.", two_ministers[:1]) == [("minister", "MBZK")]
    assert named("De minister zegt toe.", two_ministers) == []
    assert named("De staatssecretaris van Financiën weigert.") == []
    assert named("Minister De Jonge zegt toe.", TABLE)[0] == ("Minister", "MVRO")


def test_definitions_hold_for_the_document() -> None:
    check("het [Landelijk Centrum voor Spreiding van Vluchtelingen|LCSV] ([LCSV|LCSV])")
    check("Het [Rode Kruis|RodeKruis] ([RK|RodeKruis]) meldt zich.\nHet [RK|RodeKruis] helpt.")
    check("Het Vast Bureau (VB) reageert.\nHet VB is akkoord.")


def test_the_first_line_of_a_letterhead_names_the_whole() -> None:
    text = "Directoraat-Generaal\nMigratie\n"
    found = LINKER.link(document(text), layout(text, "furniture"), ()).mentions
    assert [(m.text, m.concept) for m in found] == [("Directoraat-Generaal", "DGM")]


def test_a_goal_is_meant_only_where_the_document_names_it() -> None:
    assert named("Gemeenten lopen achter op de doelstelling.") == [("Gemeenten", "gemeenten")]
    text = "De doelstelling van 20.000 staat.\nDe doelstelling is leidend."
    assert [concept for _, concept in named(text)] == ["doelstelling_20000"] * 2


def test_candidates_are_names_that_the_gazetteer_lacks() -> None:
    text = (
        "Het Landelijk Overleg Migratie (LOM) bespreekt de Wet betaalbare huur met COA en dhr. Bakker in Sweikhuizen."
    )
    found = LINKER.link(document(text), layout(text), ()).candidates
    assert [(c.text, c.kind) for c in found] == [
        ("Landelijk Overleg Migratie", "actor"), ("LOM", "actor"), ("Wet betaalbare huur", "instrument"),
        ("Sweikhuizen", "place"),
    ]  # fmt: skip
    assert all(c.text in c.context for c in found)


def test_candidates_are_no_units_but_seats_and_what_the_title_names() -> None:
    text = "Verslag Woonkamer Vechtdal"
    assert [c.text for c in LINKER.link(document(text), layout(text, "letterhead"), ()).candidates] == [
        "Woonkamer Vechtdal"
    ]
    text = "Jan Bos (Wonen Oost), mw. Otten (VNG)"
    assert [c.text for c in LINKER.link(document(text), layout(text, "attendance"), ()).candidates] == ["Wonen Oost"]
    text = "De woonzorgvisie vraagt om 45 MW, 0,75 TWh en 3 PFT."
    assert [c.text for c in LINKER.link(document(text), layout(text), ()).candidates] == ["woonzorgvisie"]


ROWS = [row for rows in contexts().values() for row in rows]


@pytest.mark.parametrize("row", ROWS, ids=[f"{row.concept}: {row.example}" for row in ROWS])
def test_every_context_decides_its_own_example(row: Context) -> None:
    text = re.sub(r"[\[\]]", "", row.example)
    marked = list(re.finditer(r"\[([^\]]*)\]", row.example))
    assert marked
    known = {one for one in row.given if not one.startswith("!")}
    for count, name in enumerate(marked):
        start = name.start() - 2 * count
        match = Match(start, start + len(name[1]), row.concept, "name", 0.98, "")
        decided = decide(match, text, known)
        expected = {KEEP: row.concept, "-": None}.get(row.verdict, row.verdict)
        assert (decided.concept if decided else None) == expected
        if decided is not None:
            assert decided.reason == row.reason


@given(st.characters(codec="utf-8"))
def test_every_word_has_a_key(word: str) -> None:
    assert fold(word)


PIECES = """VNG COA CNO-plekken dhr. Klijnsma Van der Burg gemeente Utrecht (LCSV) leden doorstroom- en Landelijk
voorportaallocaties Centrum Spreiding minister van BZK in Ter Apel: . , ( ) - / 's Oekraïne koppeling met é ﬁ \u00ad
\u0301"""


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES.split()), st.text(max_size=6)), max_size=25))
def test_spans_slice_back_and_do_not_overlap(words: list[str]) -> None:
    text = " ".join(words)
    links = LINKER.link(document(text), layout(text), TABLE)
    blocks = layout(text).blocks
    ends: dict[int, int] = {}
    for mention in links.mentions:
        assert mention.text == text[mention.start : mention.end]
        block = blocks[mention.block]
        assert block.raw(mention.block_start, mention.block_end) == (mention.start, mention.end)
        assert mention.block_start >= ends.get(mention.block, 0)
        ends[mention.block] = mention.block_end
        assert 0 < mention.confidence <= 1
        assert mention.rule
        assert mention.reason
    for candidate in links.candidates:
        assert candidate.text == text[candidate.start : candidate.end]
    assert LINKER.link(document(text), layout(text), TABLE) == links


NAMES = (
    "Jan",
    "Jaap",
    "Anna",
    "A.",
    "J.H.",
    "van",
    "der",
    "de",
    "Groot",
    "Bakker",
    "Zoutendijk",
    "IJzer-Smit",
    "Ó Dálaigh",
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=5).map(" ".join))
def test_who_is_listed_is_linked_by_the_name_in_the_list(name: str) -> None:
    found = mentions(f"{name} licht het voorstel toe en Bakker sluit aan.", [participant(name, "VNG")])
    people = [mention for mention in found if mention.concept.startswith("person:")]
    for person in people:
        assert person.text in f"{name} Bakker"
    if name.split()[-1] in ("Bakker", "Zoutendijk", "IJzer-Smit"):
        assert people


def test_given_names_are_no_part_of_a_surname() -> None:
    listed = [participant("Jan Jaap Zoutendijk", "VNG")]
    check("Jan Jaap [Zoutendijk|person:Zoutendijk] opent.", listed)


@pytest.mark.parametrize(
    "marked",
    [
        "Wethouder [Scholte in 't Veld|person:Scholte in 't Veld] vraagt uitstel.",
        "[CdK|CdK] [Terwindt|person:Terwindt] opent; de [CdK|CdK] [Overijssel|place:Overijssel] is er niet.",
        "[Gouverneur|CdK] [Bakker|person:Bakker] vraagt, de [gouverneurs|CdK] zwijgen",
        "de gouverneur van Aruba en de oud-gouverneur",
        "het kabinet van de [Gouverneur|CdK]",
        "mw. [Bos|person:Bos] (wethouder [Venlo|place:Venlo])",
        "dhr. [Kok|person:Kok] ([burgemeester|burgemeesters] [Horst aan de Maas|place:Horst_aan_de_Maas])",
        "de heer [Venlo|person:Venlo]",
        "[PROVINCIE LIMBURG|provincie:Limburg], [GEMEENTE DEN HAAG|gemeente:Den_Haag]",
        "in [Twente|place:Twente], het [Vechtdal|place:Vechtdal]",
        "de [Kop van Noord-Holland|place:Kop_van_Noord-Holland]",
        "de regio [Zuid-Kennemerland/IJmond|place:Zuid-Kennemerland/IJmond]",
        "het [ambtelijk voorportaal van de Landelijke Regietafel|HLRT]",
        "[flexprojecten|flexwoningen] in [buurgemeenten|gemeenten]",
    ],
)
def test_who_and_where_at_a_provincial_table(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    ("marked", "listed"),
    [
        ("[Thomas|person:Thomas] geeft aan dat het knelt, maar volgens [Thomas|person:Thomas] kan dat.", ()),
        ("[Van de Plas|person:Van der Plas] vraagt.", ("Martin van der Plas", "Jan Bos")),
        ("Van de Plas vraagt.", ("Martin van der Plas", "Anna van den Plas")),
        ("[Van den Plas|person:Van den Plas] vraagt.", ("Martin van der Plas", "Anna van den Plas")),
        ("[Hidde|person:Hidde] vraagt of het kan.", ("Jan Bos",)),
        ("[Jan|person:Bos] vraagt of het kan.", ("Jan Bos",)),
        ("Jan vraagt of het kan.", ("Jan Bos", "Jan de Kok")),
        ("Thomas geeft aan dat het knelt.", ("J. Bos",)),
        ("Volgens Thomas kan dat. Thomas, die dat vond, ging.", ()),
        ("Ton per week. Door vraagt men veel. Wil vraagt men dat?", ()),
        ("[Jan van den Berg|person:Van den Berg] vraagt of het kan. [Jan|person:Jan] vraagt het ook.", ()),
    ],
)
def test_a_given_name_alone_and_a_surname_with_another_article(marked: str, listed: tuple[str, ...]) -> None:
    check(marked.replace("[Jan van den Berg|", "Jan [van den Berg|"), [participant(name, None) for name in listed])


def test_a_listed_surname_may_be_the_name_of_a_town() -> None:
    check("Wethouder [Venlo|person:Venlo] licht toe.", [participant("Venlo", "gemeente:Weert")])


def test_a_town_whose_name_is_a_word_is_known_by_its_seat() -> None:
    check("[Kampen|gemeente:Kampen] vraagt om uitstel.", [participant("Bos", "gemeente:Kampen")])
    check("Kampen met tenten zijn er niet.")


def test_a_town_in_the_list_is_the_seat_that_it_tells() -> None:
    text = "mw. Bakker wethouder Venlo"
    block = Block("attendance", text, tuple(range(len(text))), cells=((0, 10), (11, 26)), columns=("naam", "functie"))
    for seats, concept in (((), "place:Venlo"), ((participant("Bakker", "gemeente:Venlo"),), "gemeente:Venlo")):
        found = LINKER.link(document(text), Layout((block,), ()), seats).mentions
        assert [m.concept for m in found if m.text == "Venlo"] == [concept]


def test_in_a_list_of_full_names_all_have_a_given_name() -> None:
    listed = [participant(name, "VNG") for name in ("Klaas Bakker", "Anna Bos", "Zebedeus Quispel", "Anna van Dam")]
    check("[Quispel|person:Quispel]: akkoord. Daarna licht [Klaas|person:Bakker] het voorstel toe.", listed)
    check("Anna vraagt het [COA|COA], en Klaas [Bakker|person:Bakker] ook.", listed)


def test_a_name_behind_its_surname_is_one_person() -> None:
    listed = [participant("Voorn, Sebastiaan van", "VNG")]
    check("[van Voorn|person:Van Voorn] opent, [Sebastiaan|person:Van Voorn] sluit.", listed)


def test_another_linker_finds_the_same() -> None:
    text = "CdK Overijssel en dhr. Klijnsma over de taakstellling in Sweikhuizen (LCSV)."
    assert Linker(load()).link(document(text), layout(text), TABLE) == LINKER.link(document(text), layout(text), TABLE)


def test_offsets_go_through_the_block() -> None:
    raw = "de vergunning-\n   houders"
    block = Block("paragraph", "de vergunninghouders", (*range(13), *range(18, 25)))
    found = LINKER.link(document(raw), Layout((block,), ()), ()).mentions
    assert [(m.start, m.end, m.text) for m in found] == [(3, 25, "vergunning-\n   houders")]


@pytest.mark.parametrize(
    "marked",
    [
        "[Drenthe|provincie:Drenthe] en [Groningen|provincie:Groningen] willen meedoen.",
        "[Assen|gemeente:Assen] en [Groningen|gemeente:Groningen] willen meedoen.",
    ],
)
def test_a_name_beside_a_province_is_a_province(marked: str) -> None:
    check(marked)


def test_a_body_is_known_by_its_kind_in_its_own_minutes() -> None:
    blocks = (
        Block("letterhead", "Provinciale Regietafel Drenthe", tuple(range(30))),
        Block("paragraph", "Deze regietafel beslist, een regietafel elders niet.", tuple(range(31, 83)), item=0),
    )
    text = f"{blocks[0].text}\n{blocks[1].text}"
    found = LINKER.link(document(text), Layout(blocks, ()), ()).mentions
    assert [(m.text, m.concept) for m in found if m.text == "regietafel"][:1] == [("regietafel", "PRT")]
    assert [m.rule for m in found if m.text == "regietafel"].count("own-body") == 1


@pytest.mark.parametrize(
    ("title", "seats", "own"),
    [
        ("Overleg opvang De Hoek", ("gemeente:Assen", "provincie:Drenthe"), ("provincie:Drenthe", "gemeente:Assen")),
        ("Overleg opvang", ("gemeente:Assen", "gemeente:Emmen"), ("provincies", "gemeenten")),
        ("Landelijke Regietafel", ("gemeente:Assen", "provincie:Drenthe"), ("provincies", "gemeenten")),
        ("Provinciale Regietafel", ("gemeente:Assen", "provincie:Drenthe"), ("provincie:Drenthe", "gemeenten")),
    ],
)
def test_at_a_local_table_the_province_and_the_municipality_are_its_own(
    title: str, seats: tuple[str, ...], own: tuple[str, str]
) -> None:
    said = "De provincie vraagt de gemeente om een plan, een gemeente wacht."
    text = f"{title}\n{said}"
    head = Block("letterhead", title, tuple(range(len(title))))
    body = Block("paragraph", said, tuple(range(len(title) + 1, len(text))), item=0)
    found = LINKER.link(document(text), Layout((head, body), ()), [participant("Bos", seat) for seat in seats]).mentions
    assert [m.concept for m in found if m.block == 1] == [*own, "gemeenten"]


MINISTRY = (participant("Bos", "AenM"), participant("Kok", "COA"))


@pytest.mark.parametrize(
    "marked",
    [
        "Het [ministerie|AenM] zegt een brief toe.",
        "Vanuit het [ministerie|AenM] wordt een brief toegezegd, die nu nog bij het ministerie ligt.",
        "Er gaat een overzicht naar het ministerie, zo meldt een ministerie.",
    ],
)
def test_the_only_ministry_at_the_table_is_the_ministry(marked: str) -> None:
    check(marked, MINISTRY)


def test_of_two_ministries_none_is_the_ministry() -> None:
    check("Het ministerie zegt een brief toe.", (*MINISTRY, participant("Pit", "SJenV")))


def test_a_table_that_the_title_names_first_is_the_own_one() -> None:
    own = [Match(0, 22, "PRT", "alias", 0.95, ""), Match(23, 32, "place:Flevoland", "place", 0.95, "")]
    texts = ["Provinciale Regietafel Flevoland", "De LRT stelde het plan vast."]
    found = [own, [Match(3, 6, "LRT", "alias", 0.95, "")]]
    assert own_governments(texts, found, [], {"PRT", "LRT"}) == {"provincie": "provincie:Flevoland"}
    assert own_governments(texts[::-1], found[::-1], [], {"PRT", "LRT"}) == {}
