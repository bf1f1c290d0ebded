// Which rows of the list match, and in which order. Nothing here touches the page.
"use strict";
(() => {
  const FIELDS = ["name", "title", "issuer", "published", "format", "counts", "warnings", "programmes", "names", "reviewed"];
  const KINDS = ["selections", "budgets", "schedules"];
  const collator = new Intl.Collator("ko");

  const plain = (text) => text.normalize("NFC").toLowerCase();

  // A row as an object, from the array that the data files bring.
  function row(values) {
    const one = {};
    FIELDS.forEach((field, i) => { one[field] = values[i]; });
    one.records = one.counts[0] + one.counts[1] + one.counts[2];
    one.haystack = plain([one.title, one.issuer, one.name, one.names, ...one.programmes].join("\n"));
    return one;
  }

  function tests(wanted) {
    const all = [];
    const words = plain(wanted.q ?? "").split(/\s+/).filter(Boolean);
    if (words.length) all.push((one) => words.every((text) => one.haystack.includes(text)));
    if (wanted.issuer) all.push((one) => one.issuer === wanted.issuer);
    if (wanted.format) all.push((one) => one.format === wanted.format);
    if (wanted.programme) {
      const part = plain(wanted.programme);
      all.push((one) => one.programmes.some((name) => plain(name).includes(part)));
    }
    if (wanted.kind === "none") all.push((one) => one.records === 0);
    else if (wanted.kind) all.push((one) => one.counts[KINDS.indexOf(wanted.kind)] > 0);
    if (wanted.warning === "none") all.push((one) => one.warnings.length === 0);
    else if (wanted.warning === "any") all.push((one) => one.warnings.length > 0);
    else if (wanted.warning) all.push((one) => one.warnings.includes(wanted.warning));
    if (wanted.reviewed) all.push((one) => Boolean(one.reviewed) === (wanted.reviewed === "yes"));
    return all;
  }

  const ORDERS = {
    published: (a, b) => (a.published < b.published ? -1 : a.published > b.published ? 1 : 0),
    title: (a, b) => collator.compare(a.title, b.title),
    issuer: (a, b) => collator.compare(a.issuer, b.issuer),
    records: (a, b) => a.records - b.records,
    warnings: (a, b) => a.warnings.length - b.warnings.length,
  };

  function find(rows, wanted) {
    const all = tests(wanted);
    const found = rows.filter((one) => all.every((test) => test(one)));
    const sort = wanted.sort || "-published";
    const order = ORDERS[sort.replace("-", "")] ?? ORDERS.published;
    const sign = sort.startsWith("-") ? -1 : 1;
    return found.sort((a, b) => sign * order(a, b) || (a.name < b.name ? -1 : 1));
  }

  // The values of a field with how many rows have each, most first.
  function tally(rows, values) {
    const counts = new Map();
    for (const one of rows) for (const value of values(one)) counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  }

  Object.assign(bodojaryo, { row, find, tally, KINDS });
})();
