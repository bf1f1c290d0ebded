// Forms for records, made from the fields of the contract that `fields.js` brings.
"use strict";
(() => {
  const { word } = bodojaryo;

  function element(tag, properties = {}, ...children) {
    const one = Object.assign(document.createElement(tag), properties);
    one.append(...children);
    return one;
  }

  // A control is an element with `read()`; which one depends on the type of the field.
  const reading = (element, read) => Object.assign(element, { read });

  function line(field, value, type, parse) {
    const input = element("input", { type, value: value ?? "" });
    if (type === "number") input.step = field.type === "integer" ? "1" : "any";
    return reading(input, () => (input.value.trim() === "" ? (field.empty ? null : "") : parse(input.value.trim())));
  }

  function choice(field, value) {
    const select = element("select");
    if (field.empty) select.append(new Option(word("edit.none"), ""));
    for (const one of field.values) select.append(new Option(field.table ? word(`${field.table}.${one}`) : one, one));
    select.value = value ?? (field.empty ? "" : field.values[0]);
    return reading(select, () => select.value || null);
  }

  function truth(value) {
    const input = element("input", { type: "checkbox", checked: Boolean(value) });
    return reading(input, () => input.checked);
  }

  function lines(value) {
    const area = element("textarea", { rows: 2, value: (value ?? []).join("\n") });
    return reading(area, () => area.value.split("\n").map((one) => one.trim()).filter(Boolean));
  }

  // A region by its names and code; none where the province is left empty.
  function region(value) {
    const inputs = ["sido", "sigungu", "code"].map((name) => element("input", {
      type: "text", name, value: value?.[name] ?? "", placeholder: word(`field.${name}`), ariaLabel: word(`field.${name}`),
    }));
    return reading(element("span", { className: "names" }, ...inputs), () => {
      const [sido, sigungu, code] = inputs.map((input) => input.value.trim() || null);
      return sido ? { sido, sigungu, code } : null;
    });
  }

  // The words that a record cites; more are added from what is selected in the reading text.
  function evidence(value) {
    let cited = [...(value ?? [])];
    const list = element("span", { className: "cited" });
    const add = element("button", { type: "button", textContent: word("edit.add_evidence") });
    function draw() {
      list.replaceChildren(...cited.map((one) => {
        const remove = element("button", { type: "button", textContent: "×", ariaLabel: `${word("edit.remove")}: ${one.quote}` });
        remove.addEventListener("click", () => { cited = cited.filter((other) => other !== one); draw(); });
        return element("span", { className: "words" }, one.quote, remove);
      }));
    }
    add.addEventListener("click", () => {
      const chosen = bodojaryo.chosen();
      if (chosen) { cited.push(chosen); draw(); }
    });
    draw();
    return reading(element("div", { className: "evidence" }, list, add), () => cited);
  }

  function parties(value) {
    const box = element("div", { className: "sub" });
    const add = element("button", { type: "button", textContent: word("edit.add_party") });
    const forms = [];
    function one(party) {
      const part = fields("selectees", party);
      const remove = element("button", { type: "button", textContent: word("edit.remove") });
      const frame = element("fieldset", {}, part, remove);
      remove.addEventListener("click", () => { forms.splice(forms.indexOf(part), 1); frame.remove(); });
      forms.push(part);
      add.before(frame);
    }
    add.addEventListener("click", () => {
      const chosen = bodojaryo.chosen();
      one({ name: chosen?.quote ?? "", evidence: chosen ? [chosen] : [] });
    });
    box.append(add);
    for (const party of value ?? []) one(party);
    return reading(box, () => forms.map((form) => form.read()));
  }

  function control(field, value) {
    switch (field.type) {
      case "integer": case "number": return line(field, value, "number", Number);
      case "date": return line(field, value, "date", String);
      case "boolean": return truth(value);
      case "values": return choice(field, value);
      case "strings": return lines(value);
      case "Region": return region(value);
      case "Selectee": return parties(value);
      default: return line(field, value, "text", String);
    }
  }

  // All fields of a record of a kind; `read()` gives the record back, with what cannot be edited as it was.
  function fields(kind, record) {
    const controls = bodojaryo.fields[kind].map((field) => [field.name, control(field, record[field.name])]);
    if (kind !== "release") controls.push(["evidence", evidence(record.evidence)]);
    const rows = controls.map(([name, one]) => {
      const label = name === "evidence" ? word("release.evidence") : word(`field.${name}`);
      const compound = ["DIV", "SPAN"].includes(one.tagName);
      const row = element(compound ? "div" : "label", { className: `row ${name}` }, element("span", { textContent: label }), one);
      if (compound) { row.role = "group"; row.ariaLabel = label; }
      return row;
    });
    return reading(element("div", { className: "fields" }, ...rows), () => {
      const read = { ...record };
      for (const [name, one] of controls) read[name] = one.read();
      return read;
    });
  }

  // A form in the place of a card; `save(record)` is called with what the person made of it.
  function open(kind, record, after, save) {
    document.querySelector("form.editor")?.close();
    const part = fields(kind, record);
    const form = element("form", { className: `editor ${kind}` }, part,
      element("p", { className: "buttons" },
        element("button", { type: "submit", className: "main", textContent: word("edit.save") }),
        element("button", { type: "button", className: "cancel", textContent: word("edit.cancel") })));
    form.close = () => form.remove();
    form.noValidate = true;
    form.querySelector(".cancel").addEventListener("click", form.close);
    form.addEventListener("keydown", (event) => { if (event.key === "Escape") form.close(); });
    form.addEventListener("submit", (event) => { event.preventDefault(); save(part.read()); });
    after.after(form);
    form.querySelector("input, select, textarea").focus();
    form.scrollIntoView({ block: "nearest" });
    return form;
  }

  bodojaryo.openForm = open;
})();
