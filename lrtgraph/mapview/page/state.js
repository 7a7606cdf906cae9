"use strict";
/* What is shown: the state, its address, and which edges and nodes it lets through. */

function initialState() {
  const last = Math.max(0, map.data.meetings.length - 1);
  return {
    node: map.data.focus, edge: null, hops: 0, view: "graph", from: 0, to: last, act: "", meeting: "", actor: "", weight: 1, most: map.data.most,
    nodes: new Set(map.data.shown.nodes), edges: new Set(map.data.shown.edges),
  };
}

/* The address holds only what differs from the first look, so that links stay short. */
function addressOf(state) {
  const first = initialState();
  const parts = new URLSearchParams();
  if (state.node !== first.node) parts.set("node", state.node ?? "");
  if (state.edge !== null) {
    const edge = map.edges[state.edge];
    parts.set("edge", [edge.source.id, edge.kind, edge.target.id].join("~"));
  }
  for (const name of ["hops", "view", "from", "to", "act", "meeting", "actor", "weight", "most"]) {
    if (state[name] !== first[name]) parts.set(name, state[name]);
  }
  for (const name of ["nodes", "edges"]) {
    const now = [...state[name]].sort().join(".");
    if (now !== [...first[name]].sort().join(".")) parts.set(name, now);
  }
  return "#" + parts.toString().replace(/%7E/g, "~");
}

function stateOf(address) {
  const state = initialState();
  const parts = new URLSearchParams(address.replace(/^#/, ""));
  const last = Math.max(0, map.data.meetings.length - 1);
  const number = (name, low, high) => {
    const value = Number.parseInt(parts.get(name), 10);
    if (Number.isFinite(value)) state[name] = Math.min(high, Math.max(low, value));
  };
  const wanted = parts.get("node") ?? "";
  const node = map.nodes.get(wanted) ?? map.data.nodes.find((n) => names(n).some((name) => fold(name) === fold(wanted)));
  state.node = node ? node.id : null;
  map.missed = node ? "" : wanted;
  const [source, kind, target] = (parts.get("edge") ?? "").split("~");
  const edge = map.edges.find((e) => e.source.id === source && e.kind === kind && e.target.id === target);
  state.edge = edge ? edge.index : null;
  number("hops", 0, 3);
  number("from", 0, last);
  number("to", 0, last);
  number("weight", 1, 10);
  number("most", 0, 1e6);
  if (parts.get("view") === "table") state.view = "table";
  if (parts.get("act") && t.acts[parts.get("act")]) state.act = parts.get("act");
  if (map.data.meetings[Number(parts.get("meeting"))] && parts.get("meeting")) state.meeting = parts.get("meeting");
  if (map.nodes.has(parts.get("actor"))) state.actor = parts.get("actor");
  if (parts.has("nodes")) state.nodes = new Set(parts.get("nodes").split(".").filter((name) => KINDS[name]));
  if (parts.has("edges")) state.edges = new Set(parts.get("edges").split(".").filter((name) => EDGES[name]));
  return state;
}

const names = (node) => [node.label, node.id, ...node.aliases];

/* Change the state, remember it in the address and draw. A step is one that "back" should undo. */
function go(changes, { step = false, missed = "" } = {}) {
  map.missed = missed;
  Object.assign(map.state, changes);
  const address = addressOf(map.state);
  if (address !== (location.hash || "#")) {
    if (step) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  }
  show();
}

function factPasses(fact) {
  const { from, to, act, meeting, actor } = map.state;
  const timed = map.data.meetings.length > 1 && (from > 0 || to < map.data.meetings.length - 1);
  if (timed && (fact.m === null || fact.m < from || fact.m > to)) return false;
  if (act && fact.act !== act) return false;
  if (meeting !== "" && fact.m !== Number(meeting)) return false;
  return !actor || fact.who.includes(map.nodes.get(actor).index) || fact.to.includes(map.nodes.get(actor).index);
}

/* The edges with the facts that pass, and the nodes that they touch: what is drawn. */
function visible() {
  const { state } = map;
  const passing = map.facts.map(factPasses);
  const focus = state.node && map.nodes.get(state.node);
  const near = (edge) => focus && (edge.source === focus || edge.target === focus);
  const open = (node) => state.nodes.has(node.kind) || node === focus;
  const listed = (edge) => state.edges.has(edge.kind) && open(edge.source) && open(edge.target);
  /* A point whose every edge is of a hidden kind would stand alone: its own show then. */
  const alone = focus && !focus.edges.some((edge) => listed(edge) && edge.facts.some((index) => passing[index]));
  let edges = [];
  for (const edge of map.edges) {
    if (!listed(edge) && !(alone && near(edge))) continue;
    const facts = edge.facts.filter((index) => passing[index]);
    if (facts.length && (near(edge) || facts.length >= state.weight || edge.index === state.edge)) edges.push({ edge, facts });
  }
  if (focus && state.hops > 0) edges = within(focus, edges, state.hops);
  edges = strongest(edges, (edge) => near(edge) || edge.index === state.edge);
  const nodes = new Set(edges.flatMap(({ edge }) => [edge.source, edge.target]));
  if (focus) nodes.add(focus);
  return { edges, nodes };
}

/* As many lines as may be drawn (0: all), the strongest: most sentences, then between the weightiest nodes. */
function strongest(edges, always) {
  map.beyond = 0;
  if (!map.state.most || edges.length <= map.state.most) return edges;
  const weight = ({ edge }) => edge.source.weight + edge.target.weight;
  const ranked = [...edges].sort((a, b) => always(b.edge) - always(a.edge) || b.facts.length - a.facts.length || weight(b) - weight(a) || a.edge.index - b.edge.index);
  const kept = ranked.slice(0, Math.max(map.state.most, edges.filter(({ edge }) => always(edge)).length));
  map.beyond = edges.length - kept.length;
  return kept.sort((a, b) => a.edge.index - b.edge.index);
}

/* The edges between nodes at most so many steps from a node. */
function within(focus, edges, hops) {
  let reached = new Set([focus]);
  for (let step = 0; step < hops; step += 1) {
    const next = new Set(reached);
    for (const { edge } of edges) {
      if (reached.has(edge.source)) next.add(edge.target);
      if (reached.has(edge.target)) next.add(edge.source);
    }
    reached = next;
  }
  return edges.filter(({ edge }) => reached.has(edge.source) && reached.has(edge.target));
}
