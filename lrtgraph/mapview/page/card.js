"use strict";
/* The card: what a node is and does, or the sentences behind an edge. */

const FEW = 6;

function showCard() {
  const { node, edge } = map.state;
  const card = byId("card");
  const body = byId("card-body");
  const open = node !== null || edge !== null;
  const was = card.classList.contains("open");
  card.classList.toggle("open", open);
  body.replaceChildren(...(edge !== null ? edgeCard(map.edges[edge]) : node ? nodeCard(map.nodes.get(node)) : []));
  if (open) card.scrollTop = 0;
  if (was !== open) graph.network.redraw();
}

const nodeButton = (node) => make("button", { type: "button", onclick: () => go({ node: node.id, edge: null }, { step: true }) }, node.short);

function nodeCard(node) {
  const parts = [
    make("h2", { tabindex: "-1" }, node.label),
    make("p", { class: "kind" }, symbol(node.kind), node.type),
  ];
  if (node.definition) parts.push(make("p", {}, node.definition));
  if (node.aliases.length) parts.push(make("p", { class: "kind" }, `${t.aliases}: ${node.aliases.slice(0, 8).join(", ")}`));
  parts.push(hopButtons(node));
  for (const [title, facts] of sections(node)) {
    if (facts.length) parts.push(make("h3", {}, `${title} (${facts.length})`), factList(facts));
  }
  const near = neighbours(node);
  if (near.length) parts.push(make("h3", {}, t.neighbours), make("div", { class: "links" }, ...near.map(nodeButton)));
  return parts;
}

function hopButtons(node) {
  const button = (hops) => make("button", {
    type: "button", "aria-pressed": String(map.state.hops === hops), onclick: () => { go({ node: node.id, hops }, { step: true }); fitGraph(); },
  }, hops ? String(hops) : t.hops_all);
  return make("div", { class: "hops", role: "group", "aria-label": t.hops }, t.hops, ...[1, 2, 3, 0].map(button));
}

/* The facts in which a node takes part, by the question that they answer. */
function sections(node) {
  const mine = map.facts.filter((fact) => factPasses(fact) && [fact.who, fact.to, fact.about].some((list) => list.includes(node.index)));
  const as = (role, ...kinds) => mine.filter((fact) => fact[role].includes(node.index) && kinds.includes(fact.kind));
  if (node.kind === "instrument" || node.kind === "group" || node.kind === "place") {
    return [
      [t.owned_by, as("about", "responsibility")],
      [t.outcomes, as("about", "besluit", "afspraak", "actie", "toezegging")],
      [t.positions, as("about", "statement").filter((fact) => ["steunt", "bezwaar", "verzoekt"].includes(fact.act))],
      [t.said, as("about", "statement").filter((fact) => !["steunt", "bezwaar", "verzoekt"].includes(fact.act))],
    ];
  }
  if (node.kind === "outcome") return [[t.outcomes, map.facts.filter((fact) => fact.node === node.index)]];
  return [
    [t.owns, as("who", "responsibility")],
    [t.actions, as("who", "actie", "afspraak", "toezegging")],
    [t.decided, as("who", "besluit")],
    [t.positions, as("who", "statement").filter((fact) => ["steunt", "bezwaar"].includes(fact.act))],
    [t.asked, as("who", "statement").filter((fact) => ["verzoekt", "vraagt"].includes(fact.act))],
    [t.said, as("who", "statement").filter((fact) => !["steunt", "bezwaar", "verzoekt", "vraagt"].includes(fact.act))],
    [t.addressed, as("to", "statement", "besluit", "afspraak", "actie", "toezegging")],
    [t.attendance, as("who", "attendance")],
  ];
}

function neighbours(node) {
  const weights = new Map();
  for (const { edge, facts } of graph.shown.edges) {
    if (edge.source !== node && edge.target !== node) continue;
    const other = edge.source === node ? edge.target : edge.source;
    if (other !== node) weights.set(other, (weights.get(other) ?? 0) + facts.length);
  }
  return [...weights.keys()].sort((a, b) => weights.get(b) - weights.get(a) || a.index - b.index).slice(0, 24);
}

function edgeCard(edge) {
  const facts = edge.facts.map((index) => map.facts[index]).filter(factPasses);
  return [
    make("h2", { tabindex: "-1" }, `${edge.source.short} → ${edge.target.short}`),
    make("p", { class: "kind" }, symbol(edge.kind), t.edges[edge.kind]),
    make("div", { class: "links" }, nodeButton(edge.source), nodeButton(edge.target)),
    make("h3", {}, counted(t.sentences, facts.length)),
    factList(facts, Infinity),
  ];
}

/* A list of facts with their sentences, owners in the order of their roles, else the last meeting first; a long one opens at a press. */
function factList(facts, few = FEW) {
  const ordered = [...facts].sort((a, b) => (a.rank ?? 9) - (b.rank ?? 9) || (b.m ?? -1) - (a.m ?? -1));
  const list = make("ul", {}, ...ordered.slice(0, few).map(factItem));
  if (ordered.length <= few) return list;
  const more = make("button", { type: "button", class: "more", onclick: () => { more.remove(); list.append(...ordered.slice(few).map(factItem)); } }, fill(t.more, { n: ordered.length - few }));
  return make("div", {}, list, more);
}

function factItem(fact) {
  const meeting = fact.m === null ? null : map.data.meetings[fact.m];
  const labels = (indices) => indices.map((index) => map.data.nodes[index].short).join(", ");
  const what = fact.kind === "statement" ? t.acts[fact.act] : t.kinds[fact.kind];
  const line = [fact.role, fact.deadline && `${t.deadline}: ${fact.deadline}`].filter(Boolean).join(" · ");
  const who = fact.who.length ? labels(fact.who) : "";
  const towards = [...new Set([...fact.to, ...fact.about])].filter((index) => !fact.who.includes(index));
  const to = towards.length ? ` → ${labels(towards)}` : "";
  const place = map.data.documents[fact.d];
  const cite = [meeting && meeting.label, `${place.name}:${fact.line}`, fact.page && `${t.page} ${fact.page}`].filter(Boolean).join(" · ");
  return make("li", { class: "fact" },
    make("div", { class: "who" }, make("span", { class: "tag" }, what), ` ${who}${to}`),
    line ? make("div", { class: "who" }, line) : null,
    make("blockquote", {}, `“${fact.quote}”`),
    make("cite", {}, cite));
}
