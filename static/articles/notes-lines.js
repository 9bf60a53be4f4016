// On the article form: lines under the passages of open notes, wherever they have moved to while
// somebody writes, and a jump from a note to its passage.
(function () {
  "use strict";
  const form = document.getElementById("article_form");
  const panel = document.getElementById("notes");
  if (!form || !panel || !window.proofPlaces || "readonly" in form.dataset) return;
  const places = window.proofPlaces(form);
  const lines = window.proofLines(form);
  let timer = null;

  // Spaces of every kind count as one: the server keeps passages like that.
  function find(field, { quote, before, after }) {
    const words = quote.split(" ").map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    const pattern = new RegExp(words.join("\\s+"), "gu");
    const own = field.text().normalize("NFC");
    let best = null;
    for (const found of own.matchAll(pattern)) {
      const end = found.index + found[0].length;
      const left = own.slice(0, found.index).replace(/\s+/g, " ");
      const right = own.slice(end).replace(/\s+/g, " ");
      let beside = 0;
      while (beside < before.length && left[left.length - 1 - beside] === before[before.length - 1 - beside]) beside += 1;
      let behind = 0;
      while (behind < after.length && right[behind] === after[behind]) behind += 1;
      const sure = beside + behind >= 8 || quote.length >= 24 || (beside === before.length && behind === after.length);
      if (sure && (!best || beside + behind > best.like)) best = { field, start: found.index, end, like: beside + behind };
    }
    return best;
  }
  function place(note) {
    const name = note.dataset.field.startsWith("block:") ? "body" : note.dataset.field;
    const own = places.fieldNamed(name);
    const first = own && find(own, note.dataset);
    if (first) return first;
    return places.fields().filter((field) => field !== own).map((field) => find(field, note.dataset)).find(Boolean) || null;
  }
  const noted = () => [...panel.querySelectorAll(".note[data-quote]")];
  function draw() {
    lines.show(noted().map(place).filter(Boolean).map((mark) => ({ ...mark, severity: "note", active: false })));
  }
  function later() {
    clearTimeout(timer);
    timer = setTimeout(draw, 300);
  }
  panel.addEventListener("click", (event) => {
    const link = event.target.closest(".note-jump");
    if (!link) return;
    event.preventDefault();
    const tab = form.querySelector("button[data-tab=text]");
    const found = place(link.closest(".note"));
    if (!found) return;
    if (tab.offsetParent) tab.click();
    found.field.element.scrollIntoView({ block: "center" });
    found.field.select(found.start, found.end);
  });
  form.addEventListener("input", later);
  form.addEventListener("article:changed", later);
  document.addEventListener("notes:changed", later);
  for (const button of form.querySelectorAll("button[data-tab]")) button.addEventListener("click", later);
  for (const link of document.querySelectorAll("a.notes-open")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const tab = form.querySelector("button[data-tab=notes]");
      if (tab.offsetParent) tab.click();
      const heading = document.getElementById("notes-heading");
      heading.scrollIntoView({ block: "start" });
      heading.focus({ preventScroll: true });
    });
  }
  function watch() {
    const page = form.querySelector(".field-body .ProseMirror[contenteditable]");
    if (!page || !page.editor) return false;
    page.editor.on("update", later);
    later();
    return true;
  }
  if (!watch()) form.addEventListener("prose-editor:ready", watch, { once: true });
})();
