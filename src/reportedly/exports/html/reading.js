"use strict";
// Ties every highlighted stretch of a report to its lines in the ledger, the timeline and the network.
// Layers are switched, and links followed, without this script; it lights, walks and finds.
(() => {
  const panel = document.getElementById("words");
  const wide = matchMedia("(min-width: 60rem)");
  const LAYER = { c: "claims", e: "events", a: "actors", r: "actors", p: "places", t: "places" };
  let held = null; // what stays lit until Escape or a press elsewhere

  // What stands for each fact in an article, gathered when it is first needed: "c5" -> [[element, role], ...].
  const known = new WeakMap();
  const index = (article) => {
    if (known.has(article)) return known.get(article);
    const found = { pieces: new Map(), rows: new Map(), lines: new Map() };
    const put = (map, fact, entry) => map.has(fact) ? map.get(fact).push(entry) : map.set(fact, [entry]);
    for (const el of article.querySelectorAll("span[data-f]")) for (const token of el.dataset.f.split(" ")) {
      const [fact, role] = token.split("/");
      put(found.pieces, fact, [el, role]);
    }
    for (const el of article.querySelectorAll("[data-own]")) for (const fact of el.dataset.own.split(" ")) {
      put(found.lines, fact, el);
      if (el.id) found.rows.set(fact, el);
    }
    known.set(article, found);
    return found;
  };

  const clear = () => {
    for (const el of document.querySelectorAll("[data-lit]")) delete el.dataset.lit;
    for (const el of document.querySelectorAll(".lit")) el.classList.remove("lit");
    panel.replaceChildren();
    panel.classList.remove("held");
  };

  // The facts of a stretch of the report whose layers are shown, the most specific first.
  const factsOf = (piece, article) => piece.dataset.f.split(" ").map((token) => token.split("/")).filter(([fact, role]) =>
    role !== "evidence" && role !== "part" && article.querySelector(`[data-layer="${LAYER[fact[0]]}"]`)?.checked).map(([fact]) => fact);

  const tell = (facts, found) => {
    for (const row of facts.slice(0, 3).map((fact) => found.rows.get(fact)).filter(Boolean)) {
      const parts = [...row.querySelectorAll(".status, p")];
      const words = (parts.length ? parts : [row.lastElementChild]).map((part) => part.innerText).join(" · ").replace(/\s+/g, " ");
      const line = document.createElement("p");
      const link = document.createElement("a");
      link.href = "#" + row.id;
      link.textContent = row.dataset.own;
      line.append(link, words.length > 200 ? words.slice(0, words.lastIndexOf(" ", 200)) + " …" : words);
      panel.append(line);
    }
  };

  // Light what an element stands for. Returns whether there was anything to light.
  const light = (el) => {
    const article = el.closest("article.reading");
    if (!article) return false;
    const found = index(article);
    const piece = el.matches("span[data-f]");
    const facts = piece ? factsOf(el, article) : el.dataset.own.split(" ");
    if (!facts.length) return false;
    clear();
    const first = piece ? facts.slice(0, 1) : facts;
    const tokens = el.dataset.own && el.dataset.f ? el.dataset.f.split(" ") : first.flatMap((fact) => found.rows.get(fact)?.dataset.f.split(" ") ?? [fact]);
    for (const token of tokens) {
      const [fact, only] = token.split("/");
      for (const [stretch, role] of found.pieces.get(fact) ?? []) {
        const weaker = stretch.dataset.lit && (role === "evidence" || role === "part");
        if ((!only || only === role) && !weaker) stretch.dataset.lit = role;
      }
    }
    for (const fact of first) for (const line of found.lines.get(fact) ?? []) line.classList.add("lit");
    if (piece || el.matches(".tie, .node")) tell(facts, found);
    return true;
  };

  const lit = (target) => target.closest?.("[data-own], span[data-f]");
  const release = () => { held = null; clear(); };
  const hold = (el) => {
    if (!light(el)) return release();
    held = el;
    panel.classList.add("held");
    if (!el.matches("span[data-f]") || !wide.matches) return;
    const article = el.closest("article.reading");
    const row = index(article).rows.get(factsOf(el, article)[0]);
    if (row?.closest(".ledger")) row.scrollIntoView({ block: "nearest" });
  };

  document.addEventListener("mouseover", (event) => {
    if (held) return;
    const el = lit(event.target);
    if (!el || !light(el)) clear();
  });
  document.addEventListener("focusin", (event) => {
    if (panel.contains(event.target)) return;
    const ref = event.target.matches(".ref") && index(event.target.closest("article")).rows.get(event.target.dataset.ref);
    const el = ref || (event.target.matches(":focus-visible") && (event.target.querySelector?.(":scope > .node") ?? lit(event.target)));
    if (el) { held = null; light(el); }
  });
  document.addEventListener("focusout", () => { if (!held) clear(); });
  document.addEventListener("click", (event) => {
    if (panel.contains(event.target)) return;
    const el = lit(event.target);
    if (!el || event.target.closest(".ref, label, input")) return el ? undefined : release();
    const way = el.matches(".row") && !event.target.closest("a") && el.querySelector("a.to");
    if (way && getSelection().isCollapsed) location.hash = way.getAttribute("href");
    hold(el);
  });

  // j and k walk the rows of the report in view; a row without words in the text is focused itself.
  const walk = (step) => {
    const here = document.activeElement.closest?.("article.reading") ?? [...document.querySelectorAll("article.reading")].find((a) => a.getBoundingClientRect().bottom > 80);
    const rows = [...(here?.querySelectorAll(".row[data-own]:not([hidden])") ?? [])];
    const at = rows.indexOf(document.activeElement.closest?.(".row"));
    const row = rows[Math.min(Math.max(at + step, 0), rows.length - 1)];
    if (!row) return;
    held = null;
    (row.querySelector("a.to") ?? row).focus({ focusVisible: true });
    if (light(row)) index(here).pieces.get(row.dataset.own.split(" ")[0])?.[0][0].scrollIntoView({ block: "nearest" });
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") return release();
    if (event.target.matches("input[type=search]")) return;
    if (event.key === "j" || event.key === "k") walk(event.key === "j" ? 1 : -1);
    const box = event.key === "/" && document.querySelector("article.reading .find input");
    if (box) { event.preventDefault(); box.focus(); }
  });

  for (const find of document.querySelectorAll(".find")) {
    const article = find.closest("article.reading");
    find.hidden = false;
    find.querySelector("input").addEventListener("input", (event) => {
      const words = event.target.value.trim().toLowerCase();
      article.classList.toggle("sought", words !== "");
      for (const row of article.querySelectorAll(".row")) row.hidden = words !== "" && !row.textContent.toLowerCase().includes(words);
    });
  }
})();
