// Two texts side by side: pressing a side puts it into the form, where it can be written on. The
// body is put together block by block; a block that was written on since is left alone.
window.articleMerge = function (form, typed, box) {
  "use strict";
  const given = box && box.querySelector("script[type='application/json']");
  if (!given) return;
  const stale = box.id === "merge-stale"; // the form holds mine; else it holds theirs
  const fields = JSON.parse(given.textContent);
  const body = fields.find((each) => each.field === "body");
  if (body) for (const row of body.rows) row.now = stale ? row.mine : row.theirs;

  const parsed = (html) => new DOMParser().parseFromString(html, "text/html").body;
  function said(element) {
    const pictures = [...element.querySelectorAll("img")].map((image) => image.dataset.file);
    return `${element.textContent.replace(/\s+/g, " ").trim().normalize()}|${pictures}`;
  }
  // Where each row's block stands in the text now; -1: not there, or written on.
  function placesIn(blocks) {
    let from = 0;
    return body.rows.map((row) => {
      if (!row.now) return -1;
      const wanted = said(parsed(row.now).firstElementChild || document.createElement("p"));
      const at = blocks.findIndex((block, n) => n >= from && said(block) === wanted);
      if (at >= 0) from = at + 1;
      return at;
    });
  }
  function setBlock(number, side) {
    const row = body.rows[number];
    if (row.now === row[side]) return true;
    const page = parsed(typed.editor().getHTML());
    const blocks = [...page.children];
    const places = placesIn(blocks);
    const old = blocks[places[number]];
    if (row.now && !old) return false;
    const coming = row[side] ? parsed(row[side]).firstElementChild : null;
    if (old && coming) old.replaceWith(coming);
    else if (old) old.remove();
    else {
      const before = places.slice(0, number).filter((at) => at >= 0).pop();
      if (before === undefined) page.prepend(coming);
      else blocks[before].after(coming);
    }
    row.now = row[side];
    typed.set("body", page.innerHTML);
    return true;
  }
  function choose(field, number, side) {
    const value = field.rows[number][side];
    if (field.field === "body") return setBlock(number, side);
    if (Array.isArray(value)) typed.setRows(field.field, value);
    else typed.set(field.field, value);
    return true;
  }
  if (stale) {
    for (const field of fields) {
      field.rows.forEach((row, number) => { if (!row.same && row.pick === "theirs") choose(field, number, "theirs"); });
    }
  }
  box.addEventListener("change", (event) => {
    const radio = event.target;
    if (radio.type !== "radio") return;
    event.stopPropagation();
    const field = fields.find((each) => each.field === radio.dataset.field);
    const note = radio.closest(".merge-row").querySelector(".merge-written-on");
    const done = choose(field, Number(radio.dataset.row), radio.value);
    note.hidden = done;
    if (done) form.dispatchEvent(new Event("article:changed"));
    else for (const each of radio.closest(".merge-row").querySelectorAll("input")) each.checked = each !== radio;
  });
};
