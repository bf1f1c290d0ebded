// Language and brightness, remembered where the browser lets us; loaded first so that no page flashes.
"use strict";
window.bodojaryo = {};

(() => {
  const root = document.documentElement;
  const memory = {
    read(key) {
      try { return localStorage.getItem(`bodojaryo-${key}`); } catch { return null; }
    },
    write(key, value) {
      try { localStorage.setItem(`bodojaryo-${key}`, value); } catch { /* private windows keep nothing */ }
    },
  };
  // The order of the list as it was last seen in this tab, so that "next" follows its filters.
  const order = {
    read() {
      try { return JSON.parse(sessionStorage.getItem("bodojaryo-order")) ?? []; } catch { return []; }
    },
    write(names) {
      try { sessionStorage.setItem("bodojaryo-order", JSON.stringify(names)); } catch { /* then by name */ }
    },
  };
  const address = (name) => `releases/${name.split("/").map(encodeURIComponent).join("/")}.html`;
  const ATTRIBUTES = ["aria-label", "placeholder", "alt", "title"];
  let language = memory.read("language") === "en" ? "en" : "ko";
  const listeners = [];

  // Words of the catalogue, {n} and {all} filled in.
  function word(key, values = {}) {
    const text = bodojaryo.words[language][key] ?? key;
    return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
  }

  // Swap one text or attribute; what the page was written with is Korean, and is kept.
  function swap(element, english, korean, get, put) {
    if (!(korean in element.dataset)) element.dataset[korean] = get();
    put(element.dataset[language === "en" ? english : korean]);
  }

  function translate(within = document) {
    for (const element of within.querySelectorAll("[data-en]")) {
      swap(element, "en", "ko", () => element.textContent, (text) => { element.textContent = text; });
    }
    for (const name of ATTRIBUTES) {
      const camel = name.replace(/^./, (c) => c.toUpperCase()).replace(/-(.)/g, (_, c) => c.toUpperCase());
      for (const element of within.querySelectorAll(`[data-en-${name}]`)) {
        swap(element, `en${camel}`, `ko${camel}`,
          () => element.getAttribute(name), (text) => element.setAttribute(name, text));
      }
    }
  }

  function setLanguage(to) {
    language = to;
    memory.write("language", to);
    root.lang = to;
    translate();
    for (const listener of listeners) listener();
  }

  function isDark() {
    return root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  }

  function setTheme(to) {
    root.dataset.theme = to;
    memory.write("theme", to);
  }

  const theme = memory.read("theme");
  if (theme === "dark" || theme === "light") root.dataset.theme = theme;
  root.lang = language;

  document.addEventListener("DOMContentLoaded", () => {
    document.getElementById("language").addEventListener("click", () => setLanguage(language === "en" ? "ko" : "en"));
    document.getElementById("theme").addEventListener("click", () => setTheme(isDark() ? "light" : "dark"));
    if (language === "en") setLanguage("en");
  });

  Object.assign(window.bodojaryo, {
    word, translate, memory, order, address, onLanguage: (listener) => listeners.push(listener),
  });
  Object.defineProperty(window.bodojaryo, "language", { get: () => language });
})();
