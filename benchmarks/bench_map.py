"""The map in headless Chromium: time to a settled, clickable map, frames per second while dragging, file size.

Against plain pyvis output of the same graph in the same run. Ratios matter, not seconds: run it as
`python benchmarks/bench_map.py` (needs Playwright and Debian's chromium).
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, Page, TimeoutError, sync_playwright
from pyvis.network import Network

from lrtgraph import mapview
from lrtgraph.network.facts import FactRow, Facts
from lrtgraph.network.projection import project
from lrtgraph.network.things import MeetingRow, Thing

ACTS = ("verzoekt", "steunt", "bezwaar", "informeert", "vraagt")
ARGS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
PATIENCE = 60_000  # ms until a page counts as not settled


def facts_of(nodes: int, edges: int) -> Facts:
    """A graph with hubs, as governance graphs have: one actor in ten says most things."""
    dice = random.Random(nodes)
    actors = [f"actor{i}" for i in range(nodes // 2)]
    instruments = [f"plan{i}" for i in range(nodes - nodes // 2)]
    things = {a: Thing(a, a, "actor", "Organisation", a) for a in actors}
    things |= {i: Thing(i, i, "instrument", "Plan", i) for i in instruments}
    meetings = {f"m{i}": MeetingRow(f"m{i}", f"LRT {i}", f"20{i:02}-01-01", None) for i in range(10, 24)}
    pairs: dict[tuple[str, str], None] = {}
    for i in range(max(len(actors), len(instruments))):
        pairs[actors[i % len(actors)], instruments[i % len(instruments)]] = None
    while len(pairs) < edges:
        pairs[actors[int(len(actors) * dice.random() ** 2.5)], dice.choice(instruments)] = None
    rows = tuple(
        FactRow(
            f"f{n}", "statement", dice.choice(ACTS), dice.choice(list(meetings)), "d", n + 1, None, n,
            f"{actor} zegt iets over {plan}, en dat staat in zin {n}.", 0.9, who=(actor,), about=(plan,),
        )
        for n, (actor, plan) in enumerate(pairs)
    )  # fmt: skip
    return Facts(rows, things, meetings, {"d": "verslag.txt"})


def plain_pyvis(facts: Facts, folder: Path) -> Path:
    """What pyvis writes by itself for the same nodes and edges."""
    graph = project(facts)
    drawing = Network(directed=True, cdn_resources="in_line")
    for name, data in graph.nodes(data=True):
        drawing.add_node(name, label=data["label"])
    for source, target, data in graph.edges(data=True):
        drawing.add_edge(source, target, title=data["kind"])
    path = folder / f"pyvis-{len(graph)}.html"
    path.write_text(drawing.generate_html(), encoding="utf-8")
    return path


def ours(facts: Facts, folder: Path) -> Path:
    graph = project(facts)
    path = folder / f"map-{len(graph)}.html"
    path.write_text(mapview.render(graph, facts, max_nodes=len(graph)), encoding="utf-8")
    return path


def settled(browser: Browser, address: str, ready: str) -> tuple[float | None, Page]:
    """Seconds from opening to the moment `ready` holds and a click gets an answer; None where it takes too long.

    `ready` is a selector, or a condition in JavaScript.
    """
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    started = time.perf_counter()
    try:
        page.goto(address, wait_until="commit", timeout=PATIENCE)
        if ready == READY:  # the page's policy forbids evaluating strings, as wait_for_function does
            page.wait_for_selector(ready, timeout=PATIENCE)
        else:
            page.wait_for_function(ready, timeout=PATIENCE)
        page.mouse.click(700, 450)
        page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    except TimeoutError:
        return None, page
    return time.perf_counter() - started, page


def drag_frames(page: Page) -> float:
    """Frames a second while the mouse drags the map to and fro for two seconds."""
    page.evaluate(
        "() => { window.frames_ = 0; (function tick() { window.frames_ += 1; requestAnimationFrame(tick); })(); }"
    )
    page.mouse.move(700, 200)
    page.mouse.down()
    before, started = page.evaluate("window.frames_"), time.perf_counter()
    while time.perf_counter() - started < 2:
        for x in (*range(700, 800, 10), *range(800, 700, -10)):
            page.mouse.move(x, 200)
    passed = time.perf_counter() - started
    frames = page.evaluate("window.frames_") - before
    page.mouse.up()
    return float(frames) / passed


SIZES = ((50, 150), (300, 900), (1500, 4500), (5000, 20000))
READY = "html[data-ready]"
STABLE = "window.network?.physics?.stabilized === true"


def measure(browser: Browser, address: str, ready: str, drag: bool = True) -> tuple[float | None, float | None]:
    """Seconds to a settled map and frames a second while dragging; None where it did not settle."""
    took, page = settled(browser, address, ready)
    frames = drag_frames(page) if took and drag else None
    page.close()
    return took, frames


def shown(value: float | None, form: str) -> str:
    return f"{value:{form}}" if value is not None else "> 60"


def main() -> None:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        sys.exit("this benchmark needs chromium (apt-get install chromium)")
    print("nodes  edges  file MB | first look: s, x of 50 nodes, fps | all edges drawn: s, fps | plain pyvis: MB, s")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(ARGS))
        smallest = None
        for nodes, edges in SIZES:
            facts = facts_of(nodes, edges)
            path, plain = ours(facts, Path(name)), plain_pyvis(facts, Path(name))
            first, frames = measure(browser, path.as_uri(), READY)
            whole, all_frames = measure(browser, path.as_uri() + "#most=0", READY)
            theirs = measure(browser, plain.as_uri(), STABLE, drag=False)[0] if nodes <= 1500 else None
            smallest = smallest or first
            ratio = first / smallest if first and smallest else None
            ours_said = f"{shown(first, '.2f')}, {shown(ratio, '.1f')}, {shown(frames, '.0f')}"
            whole_said = f"{shown(whole, '.2f')}, {shown(all_frames, '.0f')}"
            plain_said = shown(theirs, ".1f") if nodes <= 1500 else "not tried"
            size, plain_size = (file.stat().st_size / 1e6 for file in (path, plain))
            print(
                f"{nodes:5}  {edges:5}  {size:7.1f} | {ours_said} | {whole_said} | {plain_size:.1f}, {plain_said}",
                flush=True,
            )
        browser.close()


if __name__ == "__main__":
    main()
