// Sorts, searches and filters the table of students. Without it the table is complete, in the order of the folder.
// What is shown lives in the address: #q=jane&sort=score&order=descending&status=failed&m=0
"use strict";
(() => {
  const AT_FIRST = 200;
  const STATUSES = ["passed", "partial", "failed", "blocked", "inconclusive", "error"];
  const table = document.getElementById("students");
  const body = table.tBodies[0];
  // The same without accents, capitals and marks: "Müller, Jürgen" is found by muller, and O'Brien by obrien.
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}\s@._-]/gu, "");
  const rows = Array.from(body.rows, (row, index) => ({ row, index, text: plain(row.textContent) }));
  const tools = Object.fromEntries(["search", "status", "misconception", "found", "more"].map((id) => [id, document.getElementById(id)]));
  const headers = Array.from(table.tHead.rows[0].cells);
  const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });
  let view = {};
  let all = false;

  const read = () => {
    const given = new URLSearchParams(location.hash.slice(1));
    view = { q: given.get("q") || "", sort: given.get("sort") || "", order: given.get("order") || "ascending", status: given.get("status") || "", m: given.get("m") || "" };
  };

  const write = (change) => {
    view = { ...view, ...change };
    const kept = Object.entries(view).filter(([name, value]) => value && !(name === "order" && !view.sort));
    const hash = new URLSearchParams(kept).toString();
    history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
    all = false;
    show();
  };

  const fits = (one) => {
    const words = plain(view.q).split(/\s+/).filter(Boolean);
    return (!view.status || one.row.dataset.s === view.status)
      && (!view.m || one.row.dataset.m.includes(` ${view.m} `))
      && words.every((word) => one.text.includes(word));
  };

  const rank = (status) => (STATUSES.includes(status) ? STATUSES.indexOf(status) : STATUSES.length);

  const sorted = (found) => {
    const column = headers.findIndex((header) => header.dataset.key === view.sort);
    if (column < 0) return found;
    const { key, ...kind } = headers[column].dataset;
    const state = key === "status" || key.startsWith("exercise");
    const number = state || "number" in kind;
    const keyed = found.map((one) => {
      const cell = one.row.cells[column];
      if (state) return { one, key: rank(key === "status" ? one.row.dataset.s : cell.querySelector("span")?.className) };
      const text = cell.textContent.trim();
      return { one, key: number ? Number.parseFloat(text) : text };
    });
    const way = view.order === "descending" ? -1 : 1;
    const none = ({ key }) => Number(Number.isNaN(key));
    // Who has no mark comes last, whichever way.
    keyed.sort((a, b) => none(a) - none(b) || way * (number ? a.key - b.key : collator.compare(a.key, b.key)) || a.one.index - b.one.index);
    return keyed.map(({ one }) => one);
  };

  const show = () => {
    const found = sorted(rows.filter(fits));
    const shown = all ? found : found.slice(0, AT_FIRST);
    body.replaceChildren(...shown.map(({ row }) => row));
    tools.search.value = view.q;
    tools.status.value = view.status;
    tools.misconception.value = view.m;
    const everybody = `${rows.length} ${rows.length === 1 ? "student" : "students"}`;
    tools.found.textContent = found.length === rows.length ? everybody : `${found.length} of ${everybody}`;
    tools.more.hidden = shown.length === found.length;
    tools.more.textContent = `Show all ${found.length}`;
    for (const header of headers) {
      if (header.dataset.key === view.sort) header.setAttribute("aria-sort", view.order);
      else header.removeAttribute("aria-sort");
    }
  };

  const step = (by) => {
    const links = Array.from(body.querySelectorAll("a"));
    const next = links[Math.max(0, Math.min(links.length - 1, links.indexOf(document.activeElement) + by))];
    if (next) next.focus();
  };

  for (const header of headers) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...header.childNodes);
    header.append(button);
    button.addEventListener("click", () => {
      const first = "number" in header.dataset ? "descending" : "ascending";
      const other = first === "ascending" ? "descending" : "ascending";
      const order = view.sort === header.dataset.key && view.order === first ? other : first;
      write({ sort: header.dataset.key, order });
    });
  }
  for (const link of document.querySelectorAll("a.filter")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      write({ m: link.hash.slice(3), q: "", status: "" });
      document.getElementById("everybody").focus();
    });
  }
  tools.search.addEventListener("input", () => write({ q: tools.search.value }));
  tools.status.addEventListener("change", () => write({ status: tools.status.value }));
  tools.misconception.addEventListener("change", () => write({ m: tools.misconception.value }));
  tools.more.addEventListener("click", () => { all = true; show(); });
  // A place in the page, as the skip link's, is no view.
  addEventListener("hashchange", () => { if (location.hash.includes("=") || !location.hash) { read(); show(); } });
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
    if (event.key === "Escape") {
      document.activeElement.blur();
      write({ q: "", status: "", m: "" });
    } else if (!typing && event.key === "/") {
      event.preventDefault();
      tools.search.focus();
    } else if (!typing && (event.key === "j" || event.key === "k")) {
      step(event.key === "j" ? 1 : -1);
    } else if (event.key === "ArrowDown" && document.activeElement === tools.search) {
      event.preventDefault();
      step(1);
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && body.contains(document.activeElement)) {
      event.preventDefault();
      step(event.key === "ArrowDown" ? 1 : -1);
    }
  });
  let before = false;
  addEventListener("beforeprint", () => { before = all; all = true; show(); });
  addEventListener("afterprint", () => { all = before; show(); });
  document.getElementById("tools").hidden = false;
  read();
  show();
})();
