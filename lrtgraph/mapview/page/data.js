"use strict";
/* The data that the page carries, and what every part of the page knows of it. */

const map = {
  data: JSON.parse(document.getElementById("data").textContent),
  facts: [],
  nodes: new Map(),
  edges: [],
  /* What is shown, all of it in the address so that a link brings it back. */
  state: null,
  /* What was asked for and is not on the map. */
  missed: "",
};

const t = map.data.strings;

const byId = (id) => document.getElementById(id);

/* Make an element; children that are strings become text, never markup. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

const counted = (forms, n) => fill(forms[n === 1 ? 0 : 1], { n });

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));

async function readFacts() {
  const element = byId("facts");
  if (element.dataset.encoding !== "gzip") return JSON.parse(element.textContent);
  const bytes = Uint8Array.from(atob(element.textContent), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}

async function loadData() {
  map.facts = await readFacts();
  map.data.nodes.forEach((node, index) => {
    node.index = index;
    node.edges = [];
    map.nodes.set(node.id, node);
  });
  map.edges = map.data.edges.map(([source, target, kind, facts], index) => {
    const edge = { index, source: map.data.nodes[source], target: map.data.nodes[target], kind, facts };
    edge.source.edges.push(edge);
    if (target !== source) edge.target.edges.push(edge);
    return edge;
  });
}

/* Colours of Okabe and Ito, apart for every common colour blindness; shapes tell kinds apart without colour. */
const KINDS = {
  actor: { colour: "#0072b2", shape: "dot", ink: "#ffffff", sign: "M3 20H21M5 20V10L12 5L19 10V20M9 20V14M15 20V14" },
  office: { colour: "#56b4e9", shape: "diamond", ink: "#10151b", sign: "M9 8A3 3 0 1 0 15 8A3 3 0 1 0 9 8M6 19C6 14 9 13 12 13S18 14 18 19" },
  instrument: { colour: "#e69f00", shape: "square", ink: "#10151b", sign: "M6 3H15L19 7V21H6ZM9 11H16M9 15H16" },
  group: { colour: "#f0e442", shape: "hexagon", ink: "#10151b", sign: "M5 9A2.5 2.5 0 1 0 10 9A2.5 2.5 0 1 0 5 9M14 9A2.5 2.5 0 1 0 19 9A2.5 2.5 0 1 0 14 9M3 18C3 14 5 13.5 7.5 13.5S12 14 12 18C12 14 14 13.5 16.5 13.5S21 14 21 18" },
  outcome: { colour: "#009e73", shape: "triangle", ink: "#ffffff", sign: "M7 14L11 18L18 9" },
  person: { colour: "#cc79a7", shape: "star", ink: "#10151b", sign: "" },
  place: { colour: "#8a8f98", shape: "triangleDown", ink: "#10151b", sign: "" },
};
const EDGES = {
  owns: { light: "#3b3b3b", dark: "#f2f2f2", width: 3.2, dashes: false },
  decided: { light: "#8a3ea3", dark: "#d59be8", width: 2.4, dashes: false },
  promised: { light: "#b85c00", dark: "#ffb066", width: 2.4, dashes: [12, 4] },
  asks: { light: "#0067b8", dark: "#7cc4ff", width: 1.8, dashes: [2, 4] },
  supports: { light: "#00795a", dark: "#4fd6ad", width: 2, dashes: false },
  objects: { light: "#c4340a", dark: "#ff8a66", width: 2.6, dashes: [7, 5] },
  about: { light: "#9a9a94", dark: "#6f7680", width: 1, dashes: false },
  seat: { light: "#a8568a", dark: "#e3a3c8", width: 1.2, dashes: [1, 3] },
};

const darkMode = matchMedia("(prefers-color-scheme: dark)");
const edgeColour = (kind) => EDGES[kind][darkMode.matches ? "dark" : "light"];

/* A small drawing of a node kind or an edge kind, for legend and cards. */
function symbol(kind) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("height", "18");
  if (KINDS[kind]) {
    svg.setAttribute("width", "18");
    svg.setAttribute("viewBox", "-10 -10 20 20");
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("d", outline(KINDS[kind].shape, 7.5));
    path.setAttribute("fill", KINDS[kind].colour);
    path.setAttribute("stroke", "currentColor");
    svg.append(path);
    return svg;
  }
  svg.setAttribute("width", "34");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  line.setAttribute("d", "M1 9H27M27 9l-6 -4.5M27 9l-6 4.5");
  line.setAttribute("stroke", edgeColour(kind));
  line.setAttribute("stroke-width", String(EDGES[kind].width));
  line.setAttribute("fill", "none");
  if (EDGES[kind].dashes) line.setAttribute("stroke-dasharray", EDGES[kind].dashes.join(" "));
  svg.append(line);
  return svg;
}

/* The outline of a node's shape around the origin, as an SVG path. */
function outline(shape, r) {
  const points = (count, turn, radius = () => r) =>
    "M" + Array.from({ length: count }, (_, i) => {
      const angle = turn + (2 * Math.PI * i) / count;
      return `${(radius(i) * Math.cos(angle)).toFixed(2)} ${(radius(i) * Math.sin(angle)).toFixed(2)}`;
    }).join("L") + "Z";
  if (shape === "square") return `M${-r} ${-r}H${r}V${r}H${-r}Z`;
  if (shape === "diamond") return points(4, 0);
  if (shape === "triangle") return points(3, -Math.PI / 2);
  if (shape === "triangleDown") return points(3, Math.PI / 2);
  if (shape === "hexagon") return points(6, 0);
  if (shape === "star") return points(10, -Math.PI / 2, (i) => (i % 2 ? r * 0.5 : r * 1.1));
  return `M${-r} 0A${r} ${r} 0 1 0 ${r} 0A${r} ${r} 0 1 0 ${-r} 0Z`;
}

/* Text that finds itself whatever the case or the accents. */
const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
