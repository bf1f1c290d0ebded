// A release: its records light up the words that they cite, and the words their records.
"use strict";
(() => {
  const source = document.getElementById("source");
  const records = document.getElementById("records");
  const linked = [...document.querySelectorAll("[data-e]")];
  const cards = [...records.querySelectorAll(".card")];
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const MARGIN = 48; // pixels: the switch above the source
  let selected = null;
  let step = 0;

  const numbers = (element) => element.dataset.e.split(" ").filter(Boolean);
  const byNumber = new Map();
  for (const element of linked) {
    for (const number of numbers(element)) byNumber.set(number, [...(byNumber.get(number) ?? []), element]);
  }

  function paint(className, wanted) {
    for (const element of document.querySelectorAll(`.${className}`)) element.classList.remove(className);
    for (const number of wanted) for (const element of byNumber.get(number) ?? []) element.classList.add(className);
  }

  // Words light all that cites them; a record lights its words, not the other records that share some of them.
  function light(element) {
    paint("lit", element ? numbers(element) : []);
    if (!element || source.contains(element)) return;
    for (const other of records.querySelectorAll(".lit")) {
      if (other !== element && !other.contains(element)) other.classList.remove("lit");
    }
  }

  function centre(pane, element) {
    const box = element.getBoundingClientRect();
    const around = pane.getBoundingClientRect();
    if (box.top > around.top + MARGIN && box.bottom < around.bottom - MARGIN) return; // it is in view already
    const top = pane.scrollTop + box.top - around.top - Math.max(0, (around.height - box.height) / 2);
    const far = Math.abs(top - pane.scrollTop) > 2 * around.height; // gliding over many pages takes too long
    pane.scrollTo({ top, behavior: calm.matches || far ? "auto" : "smooth" });
  }

  // Brings the first of some cited places into view; what only the text shows, turns to the text.
  function reveal(wanted) {
    for (const number of wanted) {
      const places = (byNumber.get(number) ?? []).filter((element) => source.contains(element));
      const seen = places.find((element) => !element.closest("[hidden]"));
      if (seen) { centre(source, seen); return; }
      if (places.length) { view("text"); centre(source, places[0]); return; }
    }
  }

  function remember(card) {
    try { history.replaceState(null, "", `#${card.id}`); } catch { /* some browsers refuse for files */ }
  }

  function select(card, from = null) {
    if (selected !== card) step = 0;
    selected?.removeAttribute("aria-current");
    selected = card;
    card.setAttribute("aria-current", "true");
    paint("chosen", numbers(card));
    remember(card);
    if (from !== "source") reveal(numbers(card));
    if (from !== "records") {
      centre(records, card);
      card.focus({ preventScroll: true });
    }
  }

  function move(by) {
    if (!cards.length) return;
    const at = selected ? cards.indexOf(selected) + by : 0;
    select(cards[Math.max(0, Math.min(cards.length - 1, at))]);
  }

  // Enter on a card walks through its cited places.
  function nextPlace() {
    if (!selected) return;
    const all = numbers(selected);
    step = (step + 1) % Math.max(all.length, 1);
    paint("lit", all.slice(step, step + 1));
    reveal(all.slice(step, step + 1));
  }

  // A place that several records cite goes to the next of them with every click.
  function cardOf(element) {
    const some = cards.filter((card) => numbers(card).some((number) => numbers(element).includes(number)));
    return some[(some.indexOf(selected) + 1) % some.length];
  }

  function view(name) {
    if (!source.querySelector("[data-view]")) return;
    for (const button of source.querySelectorAll("[data-view]")) {
      const on = button.dataset.view === name;
      button.setAttribute("aria-pressed", String(on));
      document.getElementById(button.dataset.view).hidden = !on;
    }
    bodojaryo.memory.write("view", name);
  }

  function choose(event) {
    const element = event.target.closest("[data-e]");
    if (!element || event.target.closest("[data-act]") || String(getSelection())) return;
    if (source.contains(element)) {
      const card = cardOf(element);
      if (card) select(card, "source");
      return;
    }
    select(element.closest(".card"), "records");
    if (!element.classList.contains("card")) {
      paint("lit", numbers(element));
      reveal(numbers(element));
    }
  }

  for (const start of ["pointerover", "focusin"]) {
    document.addEventListener(start, (event) => {
      light(event.target.closest("[data-e]"));
    });
  }
  document.addEventListener("pointerleave", () => paint("lit", []));
  document.addEventListener("click", choose);
  source.addEventListener("click", (event) => {
    const button = event.target.closest("[data-view]");
    if (button) view(button.dataset.view);
  });
  document.addEventListener("keydown", (event) => {
    const element = event.target;
    if (event.key !== "Enter" && event.key !== " ") return;
    if (element.matches("mark[role], rect")) { event.preventDefault(); choose(event); }
    if (element.matches(".card") && event.key === "Enter") {
      if (selected === element) nextPlace(); else select(element);
    }
  });

  Object.assign(bodojaryo, { view, select });
  if (bodojaryo.memory.read("view") === "text") view("text");

  // "Next" follows the list as it was filtered and sorted, where this release is in it.
  function follow() {
    const names = bodojaryo.order.read();
    const at = names.indexOf(document.querySelector(".bar .file").textContent);
    if (at < 0) return;
    const root = document.getElementById("back").getAttribute("href").replace("index.html", "");
    for (const [rel, name] of [["prev", names[at - 1]], ["next", names[at + 1]]]) {
      const link = document.querySelector(`a[rel=${rel}]`);
      link.hidden = name === undefined;
      if (name === undefined) link.removeAttribute("href");
      else link.href = `${root}${bodojaryo.address(name)}`;
    }
  }

  const go = (selector) => () => document.querySelector(selector)?.click();
  bodojaryo.on("j", () => move(1));
  bodojaryo.on("k", () => move(-1));
  bodojaryo.on("n", go("a[rel=next]"));
  bodojaryo.on("p", go("a[rel=prev]"));
  bodojaryo.on("l", go("#back"));
  bodojaryo.on("v", () => view(document.getElementById("text").hidden ? "text" : "pages"));
  follow();
  const back = document.getElementById("back");
  bodojaryo.on("/", () => { location.href = `${back.getAttribute("href").split("#")[0]}#find=1`; });
  try { back.hash = sessionStorage.getItem("bodojaryo-list") ?? ""; } catch { /* no storage: the list opens unfiltered */ }

  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (named?.matches(".card")) select(named);
})();
