"use strict";
/* The page: controls and keys, and the first look. */

function show() {
  drawGraph();
  showAround();
}

/* All but the drawing itself. */
function showAround() {
  showCard();
  showTable();
  showControls();
  const { nodes, edges } = graph.shown;
  const left = map.data.omitted.nodes ? " " + fill(t.omitted, map.data.omitted) : "";
  const beyond = map.beyond ? " " + fill(t.beyond, { n: map.beyond }) : "";
  const missed = map.missed ? fill(t.not_found, { name: map.missed }) + ". " : "";
  byId("status").textContent = `${missed}${counted(t.points, nodes.size)}, ${counted(t.lines, edges.length)}${beyond}${left}`;
  byId("table").style.bottom = `${byId("status").offsetHeight + 14}px`;
}

function showControls() {
  const { state } = map;
  for (const box of document.querySelectorAll("#filters input[type=checkbox]")) box.checked = state[box.dataset.of].has(box.value);
  byId("filter-act").value = state.act;
  byId("filter-meeting").value = state.meeting;
  byId("filter-actor").value = state.actor;
  byId("filter-weight").value = state.weight;
  byId("weight-value").textContent = state.weight;
  byId("filter-most").value = [...byId("filter-most").options].some((option) => option.value === String(state.most)) ? state.most : "";
  byId("filter-hops").value = state.hops;
  byId("filter-hops").disabled = !state.node;
  byId("time-from").value = state.from;
  byId("time-to").value = state.to;
  const { meetings } = map.data;
  const span = state.from === state.to ? [meetings[state.to]] : [meetings[state.from], meetings[state.to]];
  byId("time-value").textContent = meetings.length ? span.map((meeting) => meeting.short).join(" – ") : "";
}

function legend(id, of, styles, labels) {
  const counts = {};
  for (const item of of === "nodes" ? map.data.nodes : map.edges) counts[item.kind] = (counts[item.kind] ?? 0) + 1;
  for (const kind of Object.keys(styles).filter((name) => counts[name])) {
    const box = make("input", { type: "checkbox", value: kind, "data-of": of, onchange: () => {
      const set = new Set(map.state[of]);
      if (box.checked) set.add(kind); else set.delete(kind);
      go({ [of]: set });
    } });
    byId(id).append(make("label", {}, box, symbol(kind), labels[kind], make("span", { class: "count" }, String(counts[kind]))));
  }
}

function options(id, first, entries) {
  byId(id).replaceChildren(make("option", { value: "" }, first), ...entries.map(([value, label]) => make("option", { value }, label)));
  const name = id.replace("filter-", "");
  byId(id).addEventListener("change", () => go({ [name]: byId(id).value }));
}

function startControls() {
  legend("legend-nodes", "nodes", KINDS, t.things_of);
  legend("legend-edges", "edges", EDGES, t.edges);
  options("filter-act", t.all_acts, Object.entries(t.acts));
  options("filter-meeting", t.all_meetings, map.data.meetings.map((meeting, i) => [String(i), meeting.label]));
  const actors = map.data.nodes.filter((node) => ["actor", "office"].includes(node.kind)).sort((a, b) => a.label.localeCompare(b.label, map.data.lang));
  options("filter-actor", t.all_actors, actors.map((node) => [node.id, node.label]));
  byId("filter-weight").addEventListener("input", () => go({ weight: Number(byId("filter-weight").value) }));
  byId("filter-most").addEventListener("change", () => { go({ most: Number(byId("filter-most").value) }); fitGraph(); });
  byId("filter-hops").addEventListener("change", () => { go({ hops: Number(byId("filter-hops").value) }, { step: true }); fitGraph(); });
  byId("reset").addEventListener("click", () => { map.state = initialState(); go({}, { step: true }); fitGraph(); });
  byId("filters-toggle").addEventListener("click", () => {
    const open = byId("filters").classList.toggle("open");
    byId("filters-toggle").setAttribute("aria-expanded", String(open));
  });
  byId("view-table").addEventListener("click", () => go({ view: map.state.view === "table" ? "graph" : "table" }, { step: true }));
  byId("fit").addEventListener("click", () => fitGraph());
  byId("card-close").addEventListener("click", closeCard);
  byId("save-csv").addEventListener("click", saveCsv);
  byId("save-png").addEventListener("click", savePng);
  byId("save-svg").addEventListener("click", () => save("lrtgraph.svg", new Blob([svgText()], { type: "image/svg+xml" })));
  byId("copy-link").addEventListener("click", async () => {
    try { await navigator.clipboard.writeText(location.href); byId("copy-link").textContent = t.copied; }
    catch { byId("status").textContent = location.href; }
  });
  startTime();
  startKeys();
}

function closeCard() {
  go({ node: null, edge: null, hops: 0 }, { step: true });
  byId(map.state.view === "table" ? "table" : "graph").focus();
}

function startTime() {
  const last = map.data.meetings.length - 1;
  byId("time").hidden = last < 1;
  const [from, to] = [byId("time-from"), byId("time-to")];
  from.max = to.max = Math.max(0, last);
  from.addEventListener("input", () => go({ from: Math.min(Number(from.value), map.state.to) }));
  to.addEventListener("input", () => go({ to: Math.max(Number(to.value), map.state.from) }));
  let timer = null;
  const stop = () => {
    clearInterval(timer);
    timer = null;
    byId("play").textContent = t.play;
    byId("play").setAttribute("aria-pressed", "false");
  };
  byId("play").addEventListener("click", () => {
    if (timer) { stop(); return; }
    go({ to: map.state.to >= last ? map.state.from : map.state.to });
    byId("play").textContent = t.stop;
    byId("play").setAttribute("aria-pressed", "true");
    timer = setInterval(() => { if (map.state.to >= last) stop(); else go({ to: map.state.to + 1 }); }, 900);
  });
}

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function startKeys() {
  byId("graph").addEventListener("keydown", (event) => {
    const step = ARROWS[event.key];
    if (step) {
      const heaviest = () => [...graph.shown.nodes].sort((a, b) => b.weight - a.weight || a.index - b.index)[0];
      const from = map.state.node && map.nodes.get(map.state.node);
      const next = from ? neighbourTowards(from, ...step) : heaviest();
      if (next) go({ node: next.id, edge: null });
      event.preventDefault();
    } else if (event.key === "Enter" && map.state.node) byId("card-body").querySelector("h2").focus();
    else if (event.key === "+" || event.key === "-") graph.network.moveTo({ scale: graph.network.getScale() * (event.key === "+" ? 1.25 : 0.8) });
    else if (event.key === "0") fitGraph();
  });
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName ?? "");
    if (event.key === "/" && !typing) { byId("search").focus(); event.preventDefault(); }
    if (event.key === "Escape" && !typing && (map.state.node || map.state.edge !== null)) closeCard();
  });
}

async function start() {
  await loadData();
  map.state = stateOf(location.hash);
  startGraph();
  startControls();
  startSearch();
  showAround();
  fitGraph(false);
  addEventListener("popstate", () => { map.state = stateOf(location.hash); show(); });
  addEventListener("hashchange", () => { map.state = stateOf(location.hash); show(); });
  document.documentElement.dataset.ready = "yes";
}

start();
