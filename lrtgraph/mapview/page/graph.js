"use strict";
/* The drawing: vis-network with positions computed beforehand; labels are ours, so that they never pile up. */

const graph = { network: null, nodes: null, edges: null, shown: { edges: [], nodes: new Set() }, bright: null, looks: new Map(), cursor: null };

const radius = (node) => 9 + 15 * Math.sqrt(node.weight / map.data.heaviest);
/* Beyond this many lines on the screen they are straight and without arrow heads, and rest while one drags. */
const MANY = 1500;

/* Parallel edges of different kinds bend apart. */
const BEND = Object.fromEntries(Object.keys(EDGES).map((kind, i) => [kind, 0.06 + 0.07 * i]));

function startGraph() {
  graph.nodes = new vis.DataSet();
  graph.edges = new vis.DataSet();
  drawGraph();
  graph.network = new vis.Network(byId("graph"), { nodes: graph.nodes, edges: graph.edges }, {
    autoResize: true,
    physics: { enabled: false },
    layout: { improvedLayout: false },
    interaction: {
      hover: true, hideEdgesOnDrag: map.edges.length > MANY, hideEdgesOnZoom: map.edges.length > MANY, multiselect: false,
      tooltipDelay: 1e9, selectConnectedEdges: false, keyboard: false, zoomSpeed: 0.7,
    },
    nodes: { borderWidth: 1.5, borderWidthSelected: 4, chosen: false },
    edges: { arrowStrikethrough: false, chosen: false, hoverWidth: 1.5, selectionWidth: 2, smooth: false },
  });
  graph.network.on("click", onPick);
  graph.network.on("beforeDrawing", paintPaper);
  graph.network.on("afterDrawing", drawLabels);
  graph.network.on("hoverNode", ({ node }) => { graph.cursor = map.data.nodes[node]; });
  graph.network.on("blurNode", () => { graph.cursor = null; });
  graph.network.on("dragEnd", ({ nodes }) => {
    for (const index of nodes) Object.assign(map.data.nodes[index], graph.network.getPosition(index));
  });
  graph.network.on("doubleClick", ({ nodes }) => nodes.length && go({ node: map.data.nodes[nodes[0]].id, edge: null, hops: 1 }, { step: true }));
  darkMode.addEventListener("change", show);
}

function drawnNode(node, faded) {
  const { colour, shape } = KINDS[node.kind];
  const border = darkMode.matches ? "#f4f4f4" : "#23282e";
  return {
    id: node.index, x: node.x, y: node.y, shape, size: radius(node), opacity: faded ? 0.14 : 1, borderWidth: map.state.node === node.id ? 5 : 1.5,
    color: { background: colour, border, highlight: { background: colour, border }, hover: { background: colour, border } },
  };
}

function drawnEdge(edge, weight, faded, many) {
  const style = EDGES[edge.kind];
  const colour = edgeColour(edge.kind);
  return {
    id: edge.index, from: edge.source.index, to: edge.target.index, dashes: style.dashes, width: style.width + Math.min(5, Math.log2(weight)),
    color: { color: colour, highlight: colour, hover: colour, opacity: faded ? 0.07 : 0.8, inherit: false },
    arrows: many ? "" : { to: { enabled: true, scaleFactor: 0.55 } },
    smooth: many ? false : { enabled: true, type: "curvedCW", roundness: BEND[edge.kind] },
  };
}

function onPick({ nodes, edges }) {
  if (nodes.length) go({ node: map.data.nodes[nodes[0]].id, edge: null }, { step: true });
  else if (edges.length) go({ edge: edges[0] }, { step: true });
  else if (map.state.node || map.state.edge !== null) go({ node: null, edge: null, hops: 0 }, { step: true });
}

/* Draw what the state lets through; what is picked and its neighbours stay bright, the rest fades. */
function drawGraph() {
  const { edges, nodes } = visible();
  const lit = litNodes(edges);
  graph.shown = { edges, nodes };
  graph.bright = lit;
  const many = edges.length > MANY;
  const fadedEdge = (edge) => lit !== null && !lit.edges.has(edge.index);
  const fadedNode = (node) => lit !== null && !lit.nodes.has(node);
  const lines = edges.map(({ edge, facts }) => drawnEdge(edge, facts.length, fadedEdge(edge), many));
  const points = [...nodes].map((node) => drawnNode(node, fadedNode(node)));
  retire(graph.edges, lines);
  retire(graph.nodes, points);
  graph.nodes.update(changed("node", points));
  graph.edges.update(changed("edge", lines));
  byId("empty").hidden = nodes.size > 0;
}

/* Take away what is no longer shown. */
function retire(set, items) {
  const shown = new Set(items.map((item) => item.id));
  set.remove(set.getIds().filter((id) => !shown.has(id)));
}

/* Only what looks different from last time is sent to the drawing: thousands of updates would make it stutter. */
function changed(kind, items) {
  const known = graph.looks.get(kind) ?? new Map();
  const looks = new Map(items.map((item) => [item.id, JSON.stringify(item)]));
  graph.looks.set(kind, looks);
  return items.filter((item) => known.get(item.id) !== looks.get(item.id));
}

function litNodes(edges) {
  const { node, edge } = map.state;
  if (edge !== null) {
    const picked = map.edges[edge];
    return { nodes: new Set([picked.source, picked.target]), edges: new Set([edge]) };
  }
  if (!node) return null;
  const focus = map.nodes.get(node);
  const steps = map.state.hops > 1;  /* all that is shown then is within so many steps */
  const near = edges.filter((e) => steps || e.edge.source === focus || e.edge.target === focus);
  return { nodes: new Set([focus, ...near.flatMap((e) => [e.edge.source, e.edge.target])]), edges: new Set(near.map((e) => e.edge.index)) };
}

function paintPaper(context) {
  const { canvas } = context;
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = getComputedStyle(document.documentElement).getPropertyValue("--paper");
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.restore();
}

const measured = new Map();

function widthOf(context, text) {
  if (!measured.has(text)) measured.set(text, context.measureText(text).width);
  return measured.get(text);
}

const shortened = (label, most) => (label.length > most ? label.slice(0, most - 2).trimEnd() + "…" : label);

/* The most characters of a label, and of one that has no room for so many. */
const LENGTHS = [34, 18];

/* So many of the weightiest get their label even over the points around them. */
const ALWAYS = 12;

/* Where the label of a node may stand: below it, above it, to its right, to its left; never cut off by the edge, but for what is picked. */
function around({ x, y, ...node }, width, size, view) {
  const [r, height] = [radius(node) + size * 0.1, size * 1.35];
  const box = (left, top) => ({ left, right: left + width, top, bottom: top + height });
  const cut = ({ left, right, top, bottom }) => left < view.left || right > view.right || top < view.top || bottom > view.bottom;
  const boxes = [box(x - width / 2, y + r), box(x - width / 2, y - r - height), box(x + r, y - height / 2), box(x - r - width, y - height / 2)];
  const whole = boxes.filter((each) => !cut(each));
  return node.id === map.state.node ? [...whole, boxes[0]] : whole;
}

/* What of the drawing is on the screen. */
function viewBox() {
  const { clientWidth, clientHeight } = byId("graph");
  const [from, to] = [graph.network.DOMtoCanvas({ x: 0, y: 0 }), graph.network.DOMtoCanvas({ x: clientWidth, y: clientHeight })];
  return { left: from.x, top: from.y, right: to.x, bottom: to.y };
}

/* Which labels are drawn, and where, in the drawing's own coordinates: the weightiest first, none over another. */
function placedLabels(context, size) {
  const { bright, shown, cursor } = graph;
  const rank = (node) => (node === cursor || node.id === map.state.node ? 1e9 : 0) + (bright?.nodes.has(node) ? 1e6 : 0) + node.weight;
  const nodes = [...shown.nodes].filter((node) => !bright || bright.nodes.has(node)).sort((a, b) => rank(b) - rank(a) || a.index - b.index);
  const cell = size * 8;
  const taken = new Map();
  const placed = [];
  const view = viewBox();
  const cellsOf = (box) => {
    const cells = [];
    for (let i = Math.floor(box.left / cell); i <= Math.floor(box.right / cell); i += 1) {
      for (let j = Math.floor(box.top / cell); j <= Math.floor(box.bottom / cell); j += 1) cells.push(`${i},${j}`);
    }
    return cells;
  };
  const take = (box) => { for (const key of cellsOf(box)) taken.set(key, [...(taken.get(key) ?? []), box]); };
  for (const node of nodes) {
    const [r, { x, y }] = [radius(node) * 0.75, node];
    take({ left: x - r, right: x + r, top: y - r, bottom: y + r });
  }
  context.font = "100px system-ui, sans-serif";
  const apart = (box, other) => box.right < other.left || box.left > other.right || box.bottom < other.top || box.top > other.bottom;
  const free = (box, labels) => cellsOf(box).every((key) => (taken.get(key) ?? []).every((other) => (labels && !other.label) || apart(box, other)));
  for (const [i, node] of nodes.entries()) {
    const fit = (most) => {
      const text = shortened(node.short, most);
      const boxes = around(node, (widthOf(context, text) * size) / 100 + size * 0.5, size, view);
      const box = boxes.find((each) => free(each, false)) ?? (i < ALWAYS ? boxes.find((each) => free(each, true)) : undefined);
      return box && { text, box };
    };
    const found = fit(LENGTHS[0]) ?? fit(LENGTHS[1]);
    if (!found) continue;
    take({ ...found.box, label: true });
    placed.push({ node, text: found.text, x: (found.box.left + found.box.right) / 2, y: found.box.top });
    if (placed.length >= 220) break;
  }
  return placed;
}

function drawLabels(context) {
  const scale = graph.network.getScale();
  const style = getComputedStyle(document.documentElement);
  const size = Math.min(90, 13 / scale);
  const marks = scale > 0.45;
  context.save();
  context.textAlign = "center";
  context.lineJoin = "round";
  if (marks) drawSigns(context);
  const labels = placedLabels(context, size);
  context.textBaseline = "top";
  context.lineWidth = size / 3.5;
  context.strokeStyle = style.getPropertyValue("--paper");
  context.fillStyle = style.getPropertyValue("--ink");
  for (const { node, text, x, y } of labels) {
    context.font = `${node.id === map.state.node ? "700 " : ""}${size}px system-ui, sans-serif`;
    context.strokeText(text, x, y);
    context.fillText(text, x, y);
  }
  context.restore();
}

const SIGNS = Object.fromEntries(Object.entries(KINDS).map(([kind, { sign }]) => [kind, sign && new Path2D(sign)]));

/* A sign inside the nodes, so that kinds can be told apart in grey too. */
function drawSigns(context) {
  context.lineCap = "round";
  for (const node of graph.shown.nodes) {
    const sign = SIGNS[node.kind];
    if (!sign || (graph.bright && !graph.bright.nodes.has(node))) continue;
    const { x, y } = node;
    const size = radius(node) / 19;
    context.save();
    context.translate(x - 12 * size, y - 12 * size);
    context.scale(size, size);
    context.lineWidth = 2.2;
    context.strokeStyle = KINDS[node.kind].ink;
    context.stroke(sign);
    context.restore();
  }
}

function fitGraph(animate = true) {
  const nodes = [...(graph.bright?.nodes ?? graph.shown.nodes)].map((node) => node.index);
  if (!nodes.length) return;
  const calm = !animate || matchMedia("(prefers-reduced-motion: reduce)").matches;
  graph.network.fit({ nodes, maxZoomLevel: 1.4, animation: calm ? false : { duration: 350, easingFunction: "easeInOutQuad" } });
}

/* From a node to the nearest one in the direction of an arrow key. */
function neighbourTowards(from, dx, dy) {
  let best = null;
  for (const node of graph.shown.nodes) {
    if (node === from) continue;
    const ahead = (node.x - from.x) * dx + (node.y - from.y) * dy;
    const aside = Math.abs((node.x - from.x) * dy) + Math.abs((node.y - from.y) * dx);
    if (ahead <= 0) continue;
    const cost = ahead + 2.5 * aside;
    if (!best || cost < best.cost) best = { node, cost };
  }
  return best?.node ?? null;
}
