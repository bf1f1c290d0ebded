// The draft of the release on the page: read once, changed by small functions, saved whole, never over another's work.
"use strict";
(() => {
  const { word } = bodojaryo;
  const meta = (name) => document.querySelector(`meta[name=${name}]`).content;
  const place = `/api/draft/${meta("release").split("/").map(encodeURIComponent).join("/")}`;
  const headers = { "X-Bodojaryo-Token": meta("token") };
  const banner = document.getElementById("banner");
  let draft = null;
  let timer = 0;

  async function ask(options = {}) {
    const answer = await fetch(place, { ...options, headers: { ...headers, ...options.headers } });
    return { status: answer.status, body: await answer.json() };
  }

  async function load() {
    const { status, body } = await ask();
    if (status !== 200) {
      say(word("edit.failed", { n: body.error }), "alert");
      throw new Error(body.error);
    }
    draft = body;
    return draft;
  }

  function say(text, className, buttons = []) {
    banner.replaceChildren(text, ...buttons.map(([label, action]) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = label;
      button.addEventListener("click", action);
      return button;
    }));
    banner.className = className;
    banner.hidden = false;
    clearTimeout(timer);
    if (className === "saved") timer = setTimeout(() => { banner.hidden = true; }, 2500);
  }

  // What the person did is a function over the draft; so it can be done again on top of what another saved.
  function conflict(make, done) {
    say(word("edit.conflict"), "alert", [
      [word("edit.reload"), () => location.reload()],
      [word("edit.apply"), async () => { await load(); await change(make, done); }],
    ]);
  }

  async function change(make, done = () => {}) {
    draft ?? await load();
    const next = structuredClone({ version: draft.version, release: draft.release, marks: draft.marks });
    make(next, draft.run);
    const { status, body } = await ask({ method: "PUT", body: JSON.stringify(next) });
    if (status === 200) {
      draft = body;
      say(word("edit.saved"), "saved");
      done(draft);
      return true;
    }
    if (status === 409) conflict(make, done);
    else say(word("edit.failed", { n: body.error }), "alert");
    return false;
  }

  Object.assign(bodojaryo, { change, load, draft: () => draft });
})();
