"use strict";
/* The search box: suggestions over labels and aliases, as an ARIA combobox. */

const search = { found: [], at: -1, missed: "" };

/* How well a name answers what was typed: 0 is best, null is not at all. */
function answers(name, typed) {
  const folded = fold(name);
  if (folded === typed) return 0;
  if (folded.startsWith(typed)) return 1;
  if (folded.split(/[^\p{L}\p{N}&]+/u).some((word) => word.startsWith(typed))) return 2;
  return folded.includes(typed) ? 3 : null;
}

function suggestions(text) {
  const typed = fold(text.trim());
  if (!typed) return [];
  const found = [];
  for (const node of map.data.nodes) {
    let best = null;
    for (const name of names(node)) {
      const score = answers(name, typed);
      if (score !== null && (best === null || score < best.score)) best = { node, name, score };
    }
    if (best) found.push(best);
  }
  return found.sort((a, b) => a.score - b.score || b.node.weight - a.node.weight || a.node.index - b.node.index).slice(0, 12);
}

/* The names that come near to what was typed, by the pairs of letters that they share. */
function nearMisses(text) {
  const pairs = (word) => new Set(Array.from({ length: Math.max(0, word.length - 1) }, (_, i) => word.slice(i, i + 2)));
  const typed = pairs(fold(text.trim()));
  if (typed.size < 2) return [];
  const likeness = (name) => {
    const other = pairs(fold(name));
    return (2 * [...typed].filter((pair) => other.has(pair)).length) / (typed.size + other.size);
  };
  const found = map.data.nodes.filter((node) => node.kind !== "outcome").map((node) => {
    const [score, name] = names(node).map((each) => [likeness(each), each]).sort((a, b) => b[0] - a[0])[0];
    return { node, name, score };
  });
  return found.filter(({ score }) => score >= 0.5).sort((a, b) => b.score - a.score || b.node.weight - a.node.weight).slice(0, 3);
}

/* Find what is typed; where nothing has such a name say so, take the last card away and offer what comes near. */
function look() {
  const typed = byId("search").value;
  search.found = suggestions(typed);
  search.missed = typed.trim() && !search.found.length ? typed.trim() : "";
  search.at = search.found.length ? 0 : -1;
  if (search.missed) {
    search.found = nearMisses(typed);
    go({ node: null, edge: null, hops: 0 }, { missed: search.missed });
  } else if (map.missed) go({});
  showSuggestions();
}

function showSuggestions() {
  const list = byId("suggestions");
  const box = byId("search");
  const told = fill(t.not_found, { name: search.missed }) + (search.found.length ? `; ${t.meant}:` : "");
  const message = search.missed ? [make("li", { role: "option", "aria-disabled": "true", "aria-selected": "false" }, told)] : [];
  list.replaceChildren(...message, ...search.found.map(({ node, name }, i) => make("li", {
    role: "option", id: `suggestion-${i}`, "aria-selected": String(i === search.at), onmousedown: (event) => { event.preventDefault(); choose(i); },
  }, node.label, make("small", {}, name === node.label ? node.type : `${name} · ${node.type}`))));
  list.hidden = !search.found.length && !search.missed;
  box.setAttribute("aria-expanded", String(!list.hidden));
  if (search.at >= 0) box.setAttribute("aria-activedescendant", `suggestion-${search.at}`);
  else box.removeAttribute("aria-activedescendant");
}

function closeSuggestions() {
  search.found = [];
  search.missed = "";
  search.at = -1;
  showSuggestions();
}

function choose(i) {
  const { node } = search.found[i];
  byId("search").value = node.label;
  closeSuggestions();
  go({ node: node.id, edge: null }, { step: true });
  fitGraph();
}

function startSearch() {
  const box = byId("search");
  box.addEventListener("input", look);
  box.addEventListener("blur", closeSuggestions);
  box.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!search.found.length) { search.found = suggestions(box.value); }
      const count = search.found.length;
      if (count) search.at = (search.at + (event.key === "ArrowDown" ? 1 : -1) + count) % count;
      showSuggestions();
      event.preventDefault();
    } else if (event.key === "Enter" && search.found.length && (search.at >= 0 || !search.missed)) {
      choose(Math.max(0, search.at));
      byId("card-body").querySelector("h2")?.focus();
      event.preventDefault();
    } else if (event.key === "Escape") { closeSuggestions(); box.value = ""; }
  });
}
