"use strict";
/* The same data as rows: for people who do not like graphs, for screen readers, and for saving. */

const PAGE = 200;
let sorting = { column: "when", up: false };

const COLUMNS = ["who", "what", "about", "when", "quote", "where"];

/* Every fact behind what is drawn, once. */
function rows() {
  const seen = new Set();
  for (const { facts } of graph.shown.edges) facts.forEach((index) => seen.add(index));
  const labels = (indices) => indices.map((index) => map.data.nodes[index].short).join(", ");
  return [...seen].sort((a, b) => a - b).map((index) => {
    const fact = map.facts[index];
    const meeting = fact.m === null ? null : map.data.meetings[fact.m];
    return {
      fact, who: labels(fact.who), what: [fact.kind === "statement" ? t.acts[fact.act] : t.kinds[fact.kind], fact.role].filter(Boolean).join(": "),
      about: labels(fact.about.length ? fact.about : fact.to), when: meeting ? (meeting.date ?? meeting.label) : "",
      quote: fact.quote, where: `${map.data.documents[fact.d].name}:${fact.line}`,
    };
  });
}

function sortedRows() {
  const turn = sorting.up ? 1 : -1;
  return rows().sort((a, b) => turn * a[sorting.column].localeCompare(b[sorting.column], map.data.lang));
}

function showTable() {
  const table = byId("table");
  table.hidden = map.state.view !== "table";
  byId("view-table").setAttribute("aria-pressed", String(!table.hidden));
  byId("graph").style.visibility = table.hidden ? "visible" : "hidden";
  byId("fit").disabled = !table.hidden;
  if (table.hidden) return;
  const found = sortedRows();
  const body = make("tbody", {}, ...found.slice(0, PAGE).map(tableRow));
  const heads = COLUMNS.map((column) => make("th", { scope: "col", "aria-sort": sorting.column === column ? (sorting.up ? "ascending" : "descending") : "none" },
    make("button", { type: "button", onclick: () => { sorting = { column, up: sorting.column === column ? !sorting.up : true }; showTable(); } }, t.columns[column])));
  const parts = [make("table", {}, make("caption", {}, counted(t.rows, found.length)), make("thead", {}, make("tr", {}, ...heads)), body)];
  if (found.length > PAGE) {
    const more = make("button", { type: "button", onclick: () => { more.remove(); body.append(...found.slice(PAGE).map(tableRow)); } }, fill(t.more, { n: found.length - PAGE }));
    parts.push(more);
  }
  table.replaceChildren(...parts);
}

function tableRow(row) {
  const who = row.fact.who.map((index) => map.data.nodes[index]);
  const links = who.flatMap((node, i) => [i ? ", " : "", make("button", { type: "button", onclick: () => go({ node: node.id, edge: null }, { step: true }) }, node.short)]);
  return make("tr", {}, make("td", {}, ...links), ...COLUMNS.slice(1).map((column) => make("td", {}, row[column])));
}

function save(name, blob) {
  const address = URL.createObjectURL(blob);
  const link = make("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

/* Text that a spreadsheet could take for a formula gets an apostrophe in front. */
function csvCell(text) {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

function saveCsv() {
  const lines = [COLUMNS.map((column) => csvCell(t.columns[column])), ...sortedRows().map((row) => COLUMNS.map((column) => csvCell(row[column])))];
  save("lrtgraph.csv", new Blob(["\ufeff", lines.map((line) => line.join(",")).join("\r\n"), "\r\n"], { type: "text/csv;charset=utf-8" }));
}

function savePng() {
  byId("graph").querySelector("canvas").toBlob((blob) => save("lrtgraph.png", blob), "image/png");
}

/* The drawing as SVG text, made from the same positions, shapes and labels. */
function svgText() {
  const NS = "http://www.w3.org/2000/svg";
  const element = (tag, attributes, text) => {
    const made = document.createElementNS(NS, tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    if (text !== undefined) made.textContent = text;
    return made;
  };
  const nodes = [...graph.shown.nodes];
  const xs = nodes.map((node) => node.x);
  const ys = nodes.map((node) => node.y);
  const [left, top] = [Math.min(...xs) - 120, Math.min(...ys) - 60];
  const svg = element("svg", { xmlns: NS, viewBox: `${left} ${top} ${Math.max(...xs) - left + 120} ${Math.max(...ys) - top + 80}`, "font-family": "sans-serif", "font-size": "16" });
  for (const { edge, facts } of graph.shown.edges) {
    const { source: a, target: b } = edge;
    const bend = 0.5 * BEND[edge.kind];
    const path = `M${a.x} ${a.y}Q${(a.x + b.x) / 2 + (b.y - a.y) * bend} ${(a.y + b.y) / 2 - (b.x - a.x) * bend} ${b.x} ${b.y}`;
    const line = element("path", { d: path, fill: "none", stroke: EDGES[edge.kind].light, "stroke-width": EDGES[edge.kind].width + Math.min(5, Math.log2(Math.max(1, facts.length))), "stroke-opacity": 0.7 });
    if (EDGES[edge.kind].dashes) line.setAttribute("stroke-dasharray", EDGES[edge.kind].dashes.join(" "));
    line.append(element("title", {}, `${a.label} – ${t.edges[edge.kind]} – ${b.label}`));
    svg.append(line);
  }
  for (const node of nodes) {
    svg.append(element("path", { d: outline(KINDS[node.kind].shape, radius(node)), transform: `translate(${node.x} ${node.y})`, fill: KINDS[node.kind].colour, stroke: "#222" }));
    svg.append(element("text", { x: node.x, y: node.y + radius(node) + 17, "text-anchor": "middle" }, shortened(node.short, LENGTHS[0])));
  }
  return new XMLSerializer().serializeToString(svg);
}
