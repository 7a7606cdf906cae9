"""The map in a real browser: nothing leaves the page, and everything a person would try works."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from axe_core_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

from lrtgraph import mapview
from lrtgraph.mapview.writing import write_map
from lrtgraph.network.facts import FactRow, Facts
from lrtgraph.network.projection import Selection, project
from lrtgraph.network.things import MeetingRow, Thing

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or "/usr/bin/chromium"
QUIET = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync")
HOSTILE = '</script><script>document.title="owned"</script>"><img src=x onerror="document.title=1">javascript:alert(1)'

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=[*QUIET, "--disable-component-update"])
        yield started
        started.close()


@pytest.fixture(scope="module")
def map_file(gold_store_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("map") / "kaart.html"
    write_map(str(gold_store_path), out)
    return out


@pytest.fixture
def visit(browser: Browser, map_file: Path) -> Iterator[Open]:
    """Open the map; afterwards no request may have left the page and no error may stand on the console."""
    trouble: list[str] = []
    contexts = []

    def opened(
        address: str = "", file: Path = map_file, width: int = 1440, height: int = 900, dark: bool = False
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light", accept_downloads=True
        )
        contexts.append(context)
        page = context.new_page()
        page.on(
            "request", lambda r: trouble.append(r.url) if not r.url.startswith(("file:", "data:", "blob:")) else None
        )
        page.on("console", lambda m: trouble.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda e: trouble.append(str(e)))
        page.goto(file.as_uri() + address)
        page.wait_for_selector("html[data-ready]")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert trouble == []


def drawn(page: Page, what: str) -> int:
    """How many nodes or edges are drawn."""
    found = page.evaluate(f"graph.shown.{what}.length ?? graph.shown.{what}.size")
    assert isinstance(found, int)
    return found


def test_first_look_shows_actors_and_instruments(visit: Open) -> None:
    page = visit()
    kinds = page.evaluate("[...new Set([...graph.shown.nodes].map(n => n.kind))].sort()")
    assert kinds == ["actor", "instrument", "office"]
    assert drawn(page, "edges") > 20


def test_search_finds_the_law_and_its_card_has_the_sentences(visit: Open) -> None:
    page = visit()
    page.get_by_role("combobox", name="Zoek").first.fill("spreidingsw")
    page.get_by_role("option").first.click()
    card = page.locator("#card")
    expect(card.get_by_role("heading", name="Spreidingswet")).to_be_visible()
    expect(card).to_contain_text("eerste vier jaar het toezicht op het uitvoeren van de wettelijke taak")
    expect(card).to_contain_text("Tweede Kamer")
    assert "node=Spreidingswet" in page.url


def test_a_search_that_finds_nothing_says_so_and_offers_what_comes_near(visit: Open) -> None:
    page = visit("#node=VNG")
    page.locator("#search").fill("zzzz")
    expect(page.locator("#suggestions")).to_have_text("Niets gevonden voor “zzzz”")
    expect(page.locator("#status")).to_contain_text("Niets gevonden voor “zzzz”")
    expect(page.locator("#card")).not_to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("#card")).not_to_be_visible()
    page.locator("#search").fill("spridingswt")
    expect(page.locator("#suggestions li").first).to_have_text("Niets gevonden voor “spridingswt”; bedoelde u:")
    expect(page.get_by_role("option").nth(1)).to_contain_text("Spreidingswet")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("#card h2")).to_have_text("Spreidingswet")
    expect(page.locator("#status")).not_to_contain_text("Niets gevonden")


def test_a_link_to_what_is_not_there_says_so(visit: Open) -> None:
    page = visit("#node=Nergens")
    expect(page.locator("#status")).to_contain_text("Niets gevonden voor “Nergens”")


def test_owners_stand_in_the_order_of_the_command(visit: Open) -> None:
    page = visit("#node=Spreidingswet")
    told = page.locator("#card ul").first.locator(".fact .who:first-child").all_inner_texts()
    assert [re.sub(r"verantwoordelijkheid\s+| →.*", "", each) for each in told] == [
        "SJenV", "provincies", "Tweede Kamer"
    ]  # fmt: skip


def test_a_card_says_about_what(visit: Open) -> None:
    page = visit("#node=SJenV")
    expect(page.locator("#card .fact .who").first).to_contain_text(re.compile("SJenV → .+"))
    assert page.locator("#card .fact .who", has_text="→ taakstelling").count() > 1


def test_who_has_only_edges_of_hidden_kinds_shows_those(visit: Open) -> None:
    page = visit("#node=person:Klijnsma")
    assert drawn(page, "edges") >= 1
    expect(page.locator("#card")).to_contain_text("Verbonden met")
    assert page.evaluate(
        "graph.shown.edges.every(({ edge }) => map.state.edges.has(edge.kind)"
        " || [edge.source.id, edge.target.id].includes('person:Klijnsma'))"
    )


def test_more_steps_are_lit(visit: Open) -> None:
    page = visit("#node=Spreidingswet&hops=2")
    assert page.evaluate("graph.bright.nodes.size === graph.shown.nodes.size")
    assert page.evaluate("graph.bright.edges.size === graph.shown.edges.length")


def test_the_weightiest_points_bear_a_name_on_a_phone(visit: Open) -> None:
    page = visit(width=390, height=844)
    named = page.evaluate(
        "(() => { const context = document.createElement('canvas').getContext('2d');"
        " const labels = placedLabels(context, Math.min(90, 13 / graph.network.getScale()));"
        " return labels.map((label) => label.node.id); })()"
    )
    heaviest = page.evaluate("[...graph.shown.nodes].sort((a, b) => b.weight - a.weight).slice(0, 4).map((n) => n.id)")
    assert set(heaviest) <= set(named)


def test_one_sentence_is_one(visit: Open) -> None:
    page = visit()
    single = page.evaluate("addressOf({ ...map.state, edge: map.edges.find((e) => e.facts.length === 1).index })")
    page.evaluate(f"location.hash = {single!r}")
    expect(page.locator("#card h3")).to_have_text("1 zin")


def test_the_status_does_not_lie_over_the_table(visit: Open) -> None:
    for width in (1440, 390):
        page = visit("#view=table", width=width)
        table, status = page.locator("#table").bounding_box(), page.locator("#status").bounding_box()
        assert table
        assert status
        assert table["y"] + table["height"] <= status["y"]


def test_search_knows_aliases(visit: Open) -> None:
    page = visit()
    page.locator("#search").fill("coa")
    expect(page.get_by_role("option").first).to_contain_text("Centraal Orgaan opvang asielzoekers")


def test_keyboard_alone_reaches_a_card(visit: Open) -> None:
    page = visit()
    page.keyboard.press("/")
    page.keyboard.type("vng")
    page.keyboard.press("Enter")
    focused = page.evaluate("document.activeElement.textContent")
    assert "Vereniging van Nederlandse Gemeenten" in focused
    page.keyboard.press("Escape")
    expect(page.locator("#card")).not_to_be_visible()
    page.locator("#graph").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#card")).to_be_visible()


def test_a_click_on_a_node_and_on_an_edge(visit: Open) -> None:
    page = visit("#node=Spreidingswet&hops=1")
    page.locator("#card-close").click()
    page.evaluate("graph.network.moveTo({scale: 1.2, position: map.nodes.get('VNG')})")
    box = page.locator("#graph").bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.locator("#card h2")).to_have_text("Vereniging van Nederlandse Gemeenten")
    page.evaluate("location.hash = '#edge=SJenV~owns~Spreidingswet'")
    expect(page.locator("#card")).to_contain_text("eerste vier jaar")
    expect(page.locator("#card cite").first).to_contain_text(".txt:")


def test_filters_change_what_is_drawn(visit: Open) -> None:
    page = visit()
    before = drawn(page, "edges")
    page.get_by_role("checkbox", name="heeft bezwaar").uncheck()
    without = drawn(page, "edges")
    assert without < before
    page.get_by_role("checkbox", name="Uitkomsten").check()
    assert page.evaluate("[...graph.shown.nodes].some(n => n.kind === 'outcome')")
    page.get_by_label("Taalhandeling").select_option("steunt")
    assert page.evaluate("graph.shown.edges.every(e => e.facts.every(i => map.facts[i].act === 'steunt'))")


def test_the_slider_changes_the_edges_and_plays(visit: Open) -> None:
    page = visit()
    before = drawn(page, "edges")
    page.locator("#time-to").focus()
    page.keyboard.press("ArrowLeft")
    one_less = drawn(page, "edges")
    assert 0 < one_less < before
    page.get_by_role("button", name="Speel af").click()
    expect(page.locator("#status")).to_contain_text(f"{before} lijnen")


def test_the_link_brings_the_view_back_and_history_works(visit: Open) -> None:
    page = visit("#node=Spreidingswet&hops=1&act=bezwaar")
    expect(page.locator("#card h2")).to_have_text("Spreidingswet")
    assert page.locator("#filter-act").input_value() == "bezwaar"
    assert page.locator("#filter-hops").input_value() == "1"
    page = visit("#node=spreidingswet")  # as a person would type it
    page.locator("#card .links button").first.click()
    assert page.locator("#card h2").text_content() != "Spreidingswet"
    page.go_back()
    expect(page.locator("#card h2")).to_have_text("Spreidingswet")
    page.go_forward()
    expect(page.locator("#card h2")).not_to_have_text("Spreidingswet")


def test_the_table_has_the_same_rows_and_they_can_be_saved(visit: Open, tmp_path: Path) -> None:
    page = visit()
    page.get_by_role("button", name="Tabel").click()
    rows = page.evaluate("new Set(graph.shown.edges.flatMap(e => e.facts)).size")
    expect(page.locator("#table caption")).to_contain_text(str(rows))
    assert page.locator("#table tbody tr").count() == min(rows, 200)
    page.get_by_text("Bewaar").click()
    with page.expect_download() as csv:
        page.get_by_role("button", name="CSV").click()
    csv.value.save_as(tmp_path / "rows.csv")
    assert (tmp_path / "rows.csv").read_text(encoding="utf-8-sig").count("\n") == rows + 1


def test_the_view_can_be_saved_as_a_picture(visit: Open, tmp_path: Path) -> None:
    page = visit("#node=BAK_OEK&hops=1")
    page.get_by_text("Bewaar").click()
    with page.expect_download() as png:
        page.get_by_role("button", name="PNG").click()
    png.value.save_as(tmp_path / "view.png")
    assert (tmp_path / "view.png").read_bytes().startswith(b"\x89PNG")
    with page.expect_download() as svg:
        page.get_by_role("button", name="SVG").click()
    svg.value.save_as(tmp_path / "view.svg")
    root = ElementTree.parse(tmp_path / "view.svg").getroot()
    assert "BAK OEK" in "".join(root.itertext())


def test_hostile_text_stays_text(visit: Open, tmp_path: Path) -> None:
    things = {
        "a": Thing("a", "a", "actor", "Organisation", HOSTILE, (HOSTILE,), HOSTILE),
        "i": Thing("i", "i", "instrument", "Law", "wet " + HOSTILE),
    }
    row = FactRow("f", "statement", "steunt", "m", "d", 1, None, 0, HOSTILE, 0.9, HOSTILE, HOSTILE, ("a",), (), ("i",))
    facts = Facts((row,), things, {"m": MeetingRow("m", HOSTILE, None, None)}, {"d": HOSTILE})
    file = tmp_path / "hostile.html"
    file.write_text(mapview.render(project(facts, Selection()), facts), encoding="utf-8")
    page = visit("#node=a", file=file)
    expect(page.locator("#card h2")).to_have_text(HOSTILE)
    page.locator("#search").fill("script")
    page.get_by_role("button", name="Tabel").click()
    assert page.locator("img").count() == 0
    assert "owned" not in page.title()
    assert page.title() != "1"


@pytest.mark.parametrize(("width", "height", "dark"), [(1440, 900, False), (1024, 768, True), (390, 844, False)])
def test_nothing_is_clipped_and_labels_do_not_pile_up(visit: Open, width: int, height: int, dark: bool) -> None:
    page = visit("#node=VNG", width=width, height=height, dark=dark)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    card = page.locator("#card").bounding_box()
    assert card
    assert card["x"] >= 0
    assert card["x"] + card["width"] <= width + 1
    overlaps = page.evaluate(
        """() => {
          const context = document.createElement('canvas').getContext('2d');
          const size = 13 / graph.network.getScale();
          const labels = placedLabels(context, size).map(({ text, x, y }) => {
            const width = (widthOf(context, text) * size) / 100;
            return { left: x - width / 2, right: x + width / 2, top: y, bottom: y + size * 1.3 };
          });
          return labels.filter((a, i) => labels.some((b, j) => j < i && a.left < b.right && b.left < a.right
            && a.top < b.bottom && b.top < a.bottom)).length;
        }"""
    )
    assert overlaps == 0


@pytest.mark.parametrize("address", ["", "#node=Spreidingswet", "#view=table"])
@pytest.mark.parametrize("dark", [False, True])
def test_axe_finds_no_serious_fault(visit: Open, address: str, dark: bool) -> None:
    page = visit(address, dark=dark)
    found = Axe().run(page)
    serious = [v for v in found["violations"] if v["impact"] in ("serious", "critical")]
    assert [(v["id"], [node["target"] for node in v["nodes"]]) for v in serious] == []


def test_english_labels(browser: Browser, gold_store_path: Path, tmp_path: Path, visit: Open) -> None:
    out = tmp_path / "map.html"
    write_map(str(gold_store_path), out, language="en")
    page = visit(file=out)
    expect(page.get_by_role("checkbox", name="objects to")).to_be_visible()
    assert page.locator("html").get_attribute("lang") == "en"
