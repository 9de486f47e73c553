"use strict";
// Ties every highlighted stretch of the report to its lines in the ledger, the timeline and the network.
for (const article of document.querySelectorAll("article.reading")) {
  const report = article.querySelector(".report");
  const marked = [...article.querySelectorAll("[data-facts]")];
  const rows = [...article.querySelectorAll(".row[data-facts]")];
  const byFact = new Map();
  for (const el of marked) for (const fact of el.dataset.facts.split(" ")) {
    if (!byFact.has(fact)) byFact.set(fact, []);
    byFact.get(fact).push(el);
  }
  let held = null;

  const layer = (el) => {
    const on = (name) => report.classList.contains("show-" + name);
    return { c: on("claims"), e: on("events"), a: on("actors"), p: on("places"), t: on("places"), r: on("actors") }[el] ?? true;
  };
  const light = (facts) => {
    for (const el of article.querySelectorAll(".lit")) el.classList.remove("lit");
    for (const fact of facts) for (const el of byFact.get(fact) ?? []) el.classList.add("lit");
  };
  const tell = (facts) => {
    const lines = facts.map((fact) => rows.find((row) => row.dataset.facts === fact)?.innerText.replace(/\s+/g, " ")).filter(Boolean);
    document.getElementById("words").textContent = lines.join("  |  ");
  };
  const let_go = () => { held = null; light([]); tell([]); };
  const factsOf = (el) => {
    const facts = el.dataset.facts.split(" ");
    return el.closest(".body") ? facts.filter((fact) => layer(fact[0])) : facts;
  };

  for (const box of article.querySelectorAll("input[data-layer]")) {
    const set = () => report.classList.toggle("show-" + box.dataset.layer, box.checked);
    box.addEventListener("change", set);
    set();
  }
  for (const el of marked) {
    el.addEventListener("mouseenter", () => { if (!held) { light(factsOf(el)); if (el.closest(".body")) tell(factsOf(el)); } });
    el.addEventListener("mouseleave", () => { if (!held) { light([]); tell([]); } });
    el.addEventListener("focus", () => light(factsOf(el)));
    const hold = () => {
      const facts = factsOf(el);
      held = facts;
      light(facts);
      const inBody = el.closest(".body");
      const goal = (byFact.get(facts[0]) ?? []).find((x) => inBody ? x.closest(".ledger, .timeline") : x.closest(".body"));
      goal?.scrollIntoView({ block: "center" });
    };
    el.addEventListener("click", (event) => { event.stopPropagation(); hold(); });
    el.addEventListener("keydown", (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); hold(); } });
  }
  article.addEventListener("click", let_go);
  document.addEventListener("keydown", (event) => {
    if (event.target.matches("input, textarea") || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") let_go();
    const step = { j: 1, k: -1 }[event.key];
    if (!step || !rows.length) return;
    const at = rows.indexOf(document.activeElement);
    rows[Math.min(Math.max(at + step, 0), rows.length - 1)].focus();
  });
}
