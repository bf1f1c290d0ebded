// Judging and correcting the records of a release; every step is saved at once.
"use strict";
(() => {
  const { word } = bodojaryo;
  const KINDS = ["selections", "budgets", "schedules"];
  const PREFIX = { selections: "sel", budgets: "bud", schedules: "sch" };
  const records = document.getElementById("records");
  const text = document.getElementById("text");
  let span = null;

  const kindOf = (card) => KINDS.find((kind) => card.classList.contains(kind));
  const without = (ids, id) => ids.filter((one) => one !== id);
  const first = (record) => Math.min(...record.evidence.map((one) => one.start));
  const again = () => location.reload();

  // Offsets count code points of the reading text: those of the line, then those before the place in it.
  function offset(node, index) {
    const line = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-at]");
    if (!line || !text.contains(line)) return null;
    const range = new Range();
    range.setStart(line, 0);
    range.setEnd(node, index);
    return Number(line.dataset.at) + [...range.toString()].length;
  }

  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    if (selection.isCollapsed || !text.contains(selection.anchorNode)) return;
    const range = selection.getRangeAt(0);
    const start = offset(range.startContainer, range.startOffset);
    const end = offset(range.endContainer, range.endOffset);
    if (start !== null && end !== null && start < end) span = { start, end };
  });

  // The words selected last, as evidence; the reading text comes as data, since the page shows it in tables.
  bodojaryo.chosen = () => {
    const all = bodojaryo.draft()?.text;
    if (!span || !all) { bodojaryo.view("text"); return null; }
    const points = [...all];
    return { start: span.start, end: span.end, quote: points.slice(span.start, span.end).join(""), page: null, bbox: null };
  };

  function count() {
    const cards = [...records.querySelectorAll(".card[data-kind]")];
    const done = cards.filter((card) => card.dataset.mark).length;
    document.getElementById("progress").textContent = word("edit.progress", { n: done, all: cards.length });
  }

  function show(card, state) {
    card.dataset.mark = state;
    for (const button of card.querySelectorAll(".judge [data-act]")) {
      button.setAttribute("aria-pressed", String(button.dataset.act === state));
    }
    count();
  }

  function put(release, kind, record) {
    const at = release[kind].findIndex((one) => one.id === record.id);
    if (at >= 0) release[kind][at] = record;
    else release[kind].push(record);
    release[kind].sort((a, b) => first(a) - first(b));
  }

  function judge(card, state) {
    const { id } = card.dataset;
    const kind = kindOf(card);
    const added = card.dataset.mark === "missing";
    if (added && state === "wrong" && !confirm(word("edit.remove_sure"))) return;
    const to = card.dataset.mark === state ? "" : state;
    bodojaryo.change(({ release, marks }, run) => {
      const before = run[kind].find((one) => one.id === id);
      if (card.dataset.mark === "wrong" && before) put(release, kind, before);
      for (const name of ["correct", "wrong"]) marks[name] = without(marks[name], id);
      if (to === "wrong") {
        release[kind] = release[kind].filter((one) => one.id !== id);
        marks.missing = without(marks.missing, id);
        if (before) marks.wrong.push(id);
      }
      if (to === "correct") marks.correct.push(id);
    }, added && to === "wrong" ? again : ({ release, run }) => {
      const now = release[kind].find((one) => one.id === id);
      const before = run[kind].find((one) => one.id === id);
      show(card, to === "wrong" || !before || JSON.stringify(now) === JSON.stringify(before) ? to : "edited");
    });
  }

  async function edit(card) {
    const kind = kindOf(card);
    bodojaryo.select(card);
    const { release, run } = bodojaryo.draft() ?? await bodojaryo.load();
    const record = [...release[kind], ...run[kind]].find((one) => one.id === card.dataset.id);
    bodojaryo.openForm(kind, record, card, (made) => bodojaryo.change(({ release: to, marks }) => {
      put(to, kind, made);
      marks.wrong = without(marks.wrong, made.id);
      if (!marks.correct.includes(made.id)) marks.correct.push(made.id);
    }, again));
  }

  async function add(kind) {
    const draft = bodojaryo.draft() ?? await bodojaryo.load();
    bodojaryo.view("text");
    const chosen = bodojaryo.chosen();
    const id = `${PREFIX[kind]}-${[...crypto.getRandomValues(new Uint8Array(5))].map((b) => b.toString(16).padStart(2, "0")).join("")}`;
    const record = { id, evidence: chosen ? [chosen] : [], currency: "KRW", text: chosen?.quote };
    const known = draft.release.selections[0] ?? draft.release.budgets[0] ?? draft.release.schedules[0];
    Object.assign(record, { program: known?.program ?? "", year: known?.year ?? null });
    for (const name of ["currency", "text"]) {
      if (!bodojaryo.fields[kind].some((field) => field.name === name)) delete record[name];
    }
    bodojaryo.openForm(kind, record, document.getElementById("adding"), (made) => {
      bodojaryo.change(({ release, marks }) => {
        put(release, kind, made);
        if (!marks.missing.includes(made.id)) marks.missing.push(made.id);
      }, () => { history.replaceState(null, "", `#r-${id}`); again(); });
    });
  }

  async function editHeader() {
    const { release } = bodojaryo.draft() ?? await bodojaryo.load();
    bodojaryo.openForm("release", release, records.querySelector(".about"), (made) => {
      bodojaryo.change(({ release: to }) => {
        for (const { name } of bodojaryo.fields.release) to[name] = made[name];
      }, again);
    });
  }

  const acts = { correct: (card) => judge(card, "correct"), wrong: (card) => judge(card, "wrong"), edit };

  records.addEventListener("click", (event) => {
    const button = event.target.closest("[data-act]");
    if (button) acts[button.dataset.act](button.closest(".card"));
    const kind = event.target.closest("[data-add]")?.dataset.add;
    if (kind) add(kind);
    if (event.target.closest("#edit-header")) editHeader();
  });
  for (const [key, act] of [["c", "correct"], ["x", "wrong"], ["e", "edit"]]) {
    bodojaryo.on(key, () => {
      const card = records.querySelector(".card[aria-current][data-kind]");
      if (card) acts[act](card);
    });
  }
  bodojaryo.onLanguage(count);
  count();
  bodojaryo.load();
})();
