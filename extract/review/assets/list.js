// The list of releases: its filters, its table a page at a time, and what the keyboard does with it.
"use strict";
(() => {
  const PAGE = 50;
  const KEPT = 5000; // names for "next" on the pages of releases
  const { word } = bodojaryo;
  const form = document.getElementById("filters");
  const body = document.querySelector("#releases tbody");
  const rows = [];
  let found = [];
  let page = 0;
  let current = -1;
  let pending = false;

  function element(tag, className, text) {
    const one = document.createElement(tag);
    if (className) one.className = className;
    if (text !== undefined) one.textContent = text;
    return one;
  }

  function chips(one) {
    const cell = element("td", "records");
    bodojaryo.KINDS.forEach((kind, i) => {
      if (one.counts[i]) cell.append(element("span", `chip ${kind}`, `${word(`kind.${kind}`)} ${one.counts[i]}`));
    });
    return cell;
  }

  function line(one) {
    const tr = element("tr");
    tr.append(element("td", "published", one.published || word("list.undated")));
    const title = element("td", "title");
    const link = element("a", "", one.title || word("list.untitled"));
    link.href = bodojaryo.address(one.name);
    const about = element("span", "file", one.name);
    title.append(link, about);
    if (one.reviewed) title.append(element("span", "chip reviewed", `✓ ${word("list.with_golden")}`));
    tr.append(title, element("td", "issuer", one.issuer), chips(one));
    const warnings = element("td", "warned");
    for (const code of one.warnings) warnings.append(element("span", "chip warnings", word(`warning.${code}`)));
    tr.append(warnings);
    return tr;
  }

  function draw() {
    const pages = Math.max(1, Math.ceil(found.length / PAGE));
    page = Math.min(page, pages - 1);
    body.replaceChildren(...found.slice(page * PAGE, (page + 1) * PAGE).map(line));
    current = -1;
    const key = found.length === rows.length ? "list.found" : "list.of";
    document.getElementById("found").textContent = word(key, { n: found.length.toLocaleString(), all: rows.length.toLocaleString() });
    document.getElementById("nothing").hidden = found.length > 0;
    document.getElementById("releases").hidden = found.length === 0;
    document.getElementById("paging").hidden = pages === 1;
    document.getElementById("page").textContent = word("list.page", { n: page + 1, all: pages });
    document.getElementById("earlier").disabled = page === 0;
    document.getElementById("later").disabled = page === pages - 1;
  }

  const wanted = () => Object.fromEntries([...new FormData(form)].filter(([, value]) => value));

  function markSort(sort) {
    for (const th of document.querySelectorAll("th[data-sort]")) {
      const key = th.dataset.sort;
      th.ariaSort = sort === key ? "ascending" : sort === `-${key}` ? "descending" : null;
    }
  }

  // Filters stand in the address, so that "back" finds the list as it was left.
  function remember(filters, at) {
    const kept = new URLSearchParams(filters);
    if (kept.get("sort") === "-published") kept.delete("sort");
    if (at) kept.set("page", at + 1);
    try { history.replaceState(null, "", `#${kept}`); } catch { /* some browsers refuse for files */ }
    try { sessionStorage.setItem("bodojaryo-list", `#${kept}`); } catch { /* no storage: the list opens unfiltered */ }
  }

  function refresh(to = 0) {
    const filters = wanted();
    found = bodojaryo.find(rows, filters);
    page = to;
    markSort(filters.sort);
    bodojaryo.order.write(found.slice(0, KEPT).map((one) => one.name));
    draw();
    remember(filters, page);
  }

  function turn(by) {
    page += by;
    draw();
    remember(wanted(), page);
    document.getElementById("releases").scrollIntoView();
  }

  function options(name, counted, label = (value) => value) {
    const select = form.elements[name];
    const chosen = select.value || asked.get(name) || "";
    while (select.options.length > (name === "warning" ? 3 : 1)) select.options[select.options.length - 1].remove();
    for (const [value, count] of counted) if (value) select.append(new Option(`${label(value)} (${count})`, value));
    select.value = chosen;
  }

  function fill() {
    options("issuer", bodojaryo.tally(rows, (one) => [one.issuer]));
    options("format", bodojaryo.tally(rows, (one) => [one.format]));
    options("warning", bodojaryo.tally(rows, (one) => one.warnings), (code) => word(`warning.${code}`));
    const names = bodojaryo.tally(rows, (one) => one.programmes).slice(0, 500);
    document.getElementById("programmes").replaceChildren(...names.map(([name]) => new Option(name)));
  }

  function move(by) {
    const lines = [...body.rows];
    if (!lines.length) return;
    const next = current + by;
    if (next >= lines.length && (page + 1) * PAGE < found.length) { turn(1); move(1); return; }
    if (next < 0 && current === 0 && page > 0) { turn(-1); current = PAGE; move(-1); return; }
    current = Math.max(0, Math.min(lines.length - 1, next));
    lines[current].querySelector("a").focus();
    lines[current].scrollIntoView({ block: "nearest" });
  }

  let asked = new URLSearchParams(location.hash.slice(1));
  for (const [name, value] of asked) if (form.elements[name]) form.elements[name].value = value;

  if (matchMedia("(max-width: 45rem)").matches) document.getElementById("more").open = asked.size > 0;
  form.addEventListener("input", () => refresh());
  document.getElementById("clear").addEventListener("click", () => { form.reset(); refresh(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  document.getElementById("earlier").addEventListener("click", () => turn(-1));
  document.getElementById("later").addEventListener("click", () => turn(1));
  document.querySelector("#releases thead").addEventListener("click", (event) => {
    const key = event.target.closest("th")?.dataset.sort;
    if (!key) return;
    const descends = ["published", "records", "warnings"].includes(key);
    const sort = form.elements.sort;
    const one = descends ? `-${key}` : key;
    const other = descends ? key : `-${key}`;
    const to = sort.value === one ? other : one;
    if (![...sort.options].some((option) => option.value === to)) sort.append(new Option(`${event.target.textContent} ${descends ? "↑" : "↓"}`, to));
    sort.value = to;
    refresh();
  });
  body.addEventListener("focusin", (event) => { current = [...body.rows].indexOf(event.target.closest("tr")); });

  bodojaryo.on("j", () => move(1));
  bodojaryo.on("k", () => move(-1));
  bodojaryo.on("/", () => form.elements.q.focus());
  form.elements.q.addEventListener("keydown", (event) => { if (event.key === "Enter") move(1); });
  bodojaryo.onLanguage(() => { fill(); draw(); });

  function settle() {
    pending = false;
    fill();
    refresh(Math.max(0, Number(asked.get("page") ?? 1) - 1));
    asked = new URLSearchParams();
  }

  // The data files call this, one after the other; the list is drawn once they have all come.
  bodojaryo.add = (some) => {
    for (const values of some) rows.push(bodojaryo.row(values));
    if (!pending) { pending = true; addEventListener("DOMContentLoaded", settle, { once: true }); }
  };
  addEventListener("DOMContentLoaded", () => { if (!pending && !rows.length) settle(); });
  if (asked.has("find")) form.elements.q.focus();
})();
