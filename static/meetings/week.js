// The week's grid: pasting a table, adding lines, moving with Enter, a copy on this machine.
(function () {
  "use strict";
  const form = document.getElementById("week-form");
  if (!form) return;
  const body = document.querySelector("#week-grid tbody");
  const pattern = document.getElementById("line-pattern");
  const says = document.getElementById("week-says");
  const ORDER = ["day", "time", "title", "chair", "guests", "place", "prepared"];

  // Headings as offices write them in the first row of such a table (folded, without marks).
  const HEADINGS = [
    ["day", /^(thu|ngay|thu,? ?ngay.*|ngay,? ?thang.*|ngay thu)$/],
    ["time", /^(gio|thoi gian|buoi.*|thoi diem)$/],
    ["title", /(noi dung|cong viec|viec)/],
    ["chair", /(chu tri|lanh dao)/],
    ["guests", /(thanh phan|tham du|du hop|nguoi du)/],
    ["place", /(dia diem|noi hop)/],
    ["prepared", /(chuan bi|don vi thuc hien|co quan)/],
    ["", /^(stt|tt|so tt|ghi chu)$/],
  ];
  const fold = (words) => words.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/gi, "d").toLowerCase().trim();
  const headingOf = (words) => (HEADINGS.find(([, form]) => form.test(fold(words))) || [null])[0];

  const cellOf = (row, name) => row.querySelector(`[data-cell=${name}]`);
  const isBlank = (row) => ORDER.every((name) => !cellOf(row, name).value.trim());
  const rowsNow = () => [...body.querySelectorAll("tr.line")];

  function newNumber() {
    const drawn = new Uint32Array(1);
    do { crypto.getRandomValues(drawn); } while (drawn[0] >= 4200000000);
    return String(100000000 + (drawn[0] % 900000000));
  }
  function addRow() {
    const row = pattern.content.firstElementChild.cloneNode(true);
    const old = row.querySelector("[name=line]").value;
    const number = newNumber();
    row.querySelector("[name=line]").value = number;
    for (const field of row.querySelectorAll("[name]")) field.name = field.name.replace(`${old}-`, `${number}-`);
    body.append(row);
    return row;
  }
  document.getElementById("more-lines").addEventListener("click", (event) => {
    event.preventDefault();
    cellOf(addRow(), "day").focus();
  });

  // -- a table from Word or Excel --
  function columnsOf(rows, first) {
    const named = rows[0].map((words) => headingOf(words || ""));
    if (named.filter((name) => name).length >= 2) return { columns: named, skip: 1 };
    return { columns: ORDER.slice(ORDER.indexOf(first)), skip: 0 };
  }
  function fill(rows, start, first) {
    const { columns, skip } = columnsOf(rows, first);
    let target = rowsNow().indexOf(start);
    let day = "";
    let number = 0;
    for (const cells of rows.slice(skip)) {
      if (cells.heading) { day = cells.heading; continue; }
      const row = rowsNow()[target] || addRow();
      columns.forEach((name, at) => { if (name && cells[at] !== undefined) put(cellOf(row, name), cells[at]); });
      if (day && !cellOf(row, "day").value) put(cellOf(row, "day"), day);
      target += 1;
      number += 1;
    }
    says.textContent = interpolate(ngettext("%s line pasted.", "%s lines pasted.", number), [number]);
  }
  function put(field, words) {
    field.value = words;
    grow(field);
  }
  form.addEventListener("paste", (event) => {
    const cell = event.target.closest("[data-cell]");
    const rows = cell && window.pastedTable(event.clipboardData);
    if (!rows) return;
    event.preventDefault();
    fill(rows, cell.closest("tr"), cell.dataset.cell);
    keep();
  });

  // -- Enter goes down, as in a table; Shift+Enter up --
  form.addEventListener("keydown", (event) => {
    const cell = event.target.closest("[data-cell]");
    if (!cell || event.key !== "Enter" || event.isComposing || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    down(cell, event.shiftKey ? -1 : 1);
  });
  function down(cell, step) {
    const rows = rowsNow();
    const row = rows[rows.indexOf(cell.closest("tr")) + step] || (step > 0 ? addRow() : null);
    if (row) cellOf(row, cell.dataset.cell).focus();
  }

  // -- who chairs: officials as one types, with the titles of the line's day --
  function dayOf(row) {
    const rows = rowsNow();
    for (let at = rows.indexOf(row); at >= 0; at -= 1) {
      const words = cellOf(rows[at], "day").value.trim();
      if (words) return words;
    }
    return "";
  }
  form.addEventListener("focusin", (event) => {
    const cell = event.target.closest("[data-cell=chair]");
    if (!cell || cell.getAttribute("role")) return;
    const row = cell.closest("tr");
    window.Meetings.chairs(cell, {
      chosen: row.querySelector("[data-chosen]"),
      known: row.querySelector("[data-known]"),
      address: form.dataset.people,
      query: () => ({ ngay: dayOf(row), tuan: form.dataset.week, trang: form.dataset.portal }),
      next: () => down(cell, 1),
    });
  });

  // -- cells as high as their words --
  function grow(field) {
    if (field.tagName !== "TEXTAREA") return;
    field.rows = window.innerWidth < 1024 ? 1 : 2;
    while (field.scrollHeight > field.clientHeight + 2 && field.rows < 8) field.rows += 1;
  }
  form.addEventListener("input", (event) => { grow(event.target); keep(); });
  const growAll = () => document.querySelectorAll("#week-grid textarea").forEach(grow);
  window.addEventListener("resize", growAll);
  growAll();

  // -- one tick for all lines that say something --
  const all = document.getElementById("all-public");
  all.closest("label").hidden = false;
  all.addEventListener("change", () => {
    for (const row of rowsNow()) {
      const hushed = row.querySelector("[data-tick=no_coverage]").checked;
      if (!isBlank(row) && !hushed) row.querySelector("[data-tick=public]").checked = all.checked;
    }
    keep();
  });

  // -- a copy of what is typed, until the server has it --
  const slot = `toasoan:week:${form.dataset.key}`;
  const typed = () => JSON.stringify([...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken"));
  const atOpening = typed();
  let sent = false;
  let timer = null;
  function keep() {
    clearTimeout(timer);
    timer = setTimeout(keepNow, 600);
  }
  function keepNow() {
    if (typed() === atOpening) return;
    try { localStorage.setItem(slot, JSON.stringify({ at: Date.now(), fields: JSON.parse(typed()) })); }
    catch (error) { /* a full or forbidden store: the form itself remains */ }
  }
  function restore(fields) {
    const numbers = fields.filter(([name]) => name === "line").map(([, number]) => number);
    for (const number of numbers) {
      if (form.querySelector(`[name="${number}-day"]`)) continue;
      const row = addRow();
      const drawn = row.querySelector("[name=line]").value;
      row.querySelector("[name=line]").value = number;
      for (const field of row.querySelectorAll("[name]")) field.name = field.name.replace(`${drawn}-`, `${number}-`);
    }
    for (const box of form.querySelectorAll("#week-grid input[type=checkbox][name]")) box.checked = false;
    for (const [name, value] of fields) {
      const field = name === "line" ? null : form.querySelector(`[name="${CSS.escape(name)}"]`);
      if (field && field.type === "checkbox") field.checked = true;
      else if (field && field.type !== "hidden") put(field, value);
      // What the line was when it was typed: a colleague's later change is then told, not lost.
      else if (field && /-(was|chosen)$/.test(name)) field.value = value;
    }
  }
  const wrong = document.querySelector("tr.line.wrong [data-cell=day]");
  if (wrong) wrong.focus();
  const saved = document.querySelector(".messagelist .success");
  if (saved) localStorage.removeItem(slot);
  let copy = null;
  try { copy = JSON.parse(localStorage.getItem(slot)); } catch (error) { /* no copy */ }
  if (copy && !document.querySelector(".line.wrong") && JSON.stringify(copy.fields) !== atOpening) {
    const box = document.getElementById("restore");
    document.getElementById("restore-when").textContent = new Date(copy.at).toLocaleString("vi-VN");
    box.hidden = false;
    document.getElementById("restore-yes").onclick = () => { restore(copy.fields); box.hidden = true; };
    document.getElementById("restore-no").onclick = () => { localStorage.removeItem(slot); box.hidden = true; };
  }
  form.addEventListener("submit", (event) => {
    if (sent) event.preventDefault();
    keepNow();
    sent = true;
  });
  window.addEventListener("pageshow", () => { sent = false; });
  window.addEventListener("beforeunload", (event) => {
    if (!sent && typed() !== atOpening) event.preventDefault();
  });
})();
