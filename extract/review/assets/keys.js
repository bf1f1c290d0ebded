// Single keys as shortcuts: by their place on the keyboard, so that they work while Hangul is being typed.
"use strict";
(() => {
  const actions = new Map();
  const dialog = document.getElementById("keys");
  const on = document.getElementById("keys-on"); // single keys can be in the way, of speech input for one
  on.checked = bodojaryo.memory.read("keys") !== "off";
  on.addEventListener("change", () => bodojaryo.memory.write("keys", on.checked ? "on" : "off"));

  function isTyping(target) {
    return target.closest("input, select, textarea, dialog, [contenteditable]") !== null;
  }

  function name(event) {
    if (event.key === "?" || (event.code === "Slash" && event.shiftKey)) return "?";
    if (event.code === "Slash" || event.key === "/") return "/";
    return event.code.replace(/^Key/, "").toLowerCase() || event.key.toLowerCase();
  }

  document.addEventListener("keydown", (event) => {
    if (!on.checked || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const action = actions.get(name(event));
    if (action && action(event) !== false) event.preventDefault();
  });

  function help() {
    dialog.showModal();
  }

  document.getElementById("help").addEventListener("click", help);
  document.getElementById("keys-close").addEventListener("click", () => dialog.close());

  // on("j", action): the action may return false to leave the key to the browser.
  bodojaryo.on = (key, action) => actions.set(key, action);
  bodojaryo.on("?", help);
})();
