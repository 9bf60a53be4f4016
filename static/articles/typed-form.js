// The article form as one list of [name, value], and a list put back into it.
window.typedForm = function (form) {
  "use strict";
  const NOT_TYPED = ["csrfmiddlewaretoken", "act", "revision", "digest", "typed_page", "typed_over", "begun"];
  const rows = window.articleRows;

  function editor() {
    const page = form.querySelector(".field-body .ProseMirror[contenteditable]");
    return (page && page.editor) || null;
  }
  function pairs() {
    const found = [...new FormData(form)].filter(
      ([name, value]) => typeof value === "string" && !NOT_TYPED.includes(name)
    );
    const writing = editor();
    return writing ? found.map(([name, value]) => [name, name === "body" ? writing.getHTML() : value]) : found;
  }
  function put(field, value) {
    if (field.type === "checkbox" || field.type === "radio") field.checked = field.value === value;
    else field.value = value;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
  function set(name, value) {
    const field = form.elements.namedItem(name);
    if (!field) return;
    if (field instanceof RadioNodeList) { for (const each of field) put(each, value); return; }
    if (name === "body" && editor()) {
      editor().commands.setContent(value);
      field.value = editor().getHTML();
      return;
    }
    put(field, value);
    if (name.endsWith("-picture")) rows.showPicture(field.closest(".row"));
  }
  const total = (prefix) => form.querySelector(`[name=${prefix}-TOTAL_FORMS]`);
  function makeRows(prefix, wanted) {
    const box = form.querySelector(`fieldset[data-prefix=${prefix}]`);
    while (box && Number(total(prefix).value) < wanted) rows.addRow(box);
  }
  // Rows of a list in place of those that are there: [{name: value}, …].
  function setRows(prefix, wanted) {
    if (!total(prefix)) return;
    makeRows(prefix, wanted.length);
    for (let n = 0; n < Number(total(prefix).value); n += 1) {
      const names = [...form.querySelectorAll(`[name^=${prefix}-${n}-]`)];
      const row = names.length && names[0].closest(".row");
      if (!row) continue;
      if (n >= wanted.length) { rows.emptyRow(row); continue; }
      row.hidden = false;
      for (const [name, value] of Object.entries(wanted[n])) set(`${prefix}-${n}-${name}`, value);
    }
  }
  function fill(found) {
    for (const box of form.querySelectorAll("fieldset[data-prefix]")) {
      const { prefix } = box.dataset;
      const counted = found.find(([name]) => name === `${prefix}-TOTAL_FORMS`);
      if (!counted) continue;
      const lines = [];
      for (const [name, value] of found) {
        const place = name.match(/^[a-z]+-(\d+)-(\w+)$/);
        if (!place || !name.startsWith(`${prefix}-`)) continue;
        lines[place[1]] = { ...lines[place[1]], [place[2]]: value };
      }
      setRows(prefix, Array.from({ length: Number(counted[1]) }, (_empty, n) => lines[n] || {}));
      // A row that was taken out stays out of sight; one empty line of a name stays to write in.
      if (prefix !== "bylines") lines.forEach((line, n) => {
        const row = !(line.picture || line.attachment) && form.querySelector(`[name^=${prefix}-${n}-]`);
        if (row) row.closest(".row").hidden = true;
      });
    }
    for (const [name, value] of found) if (!/-\d+-|_FORMS$/.test(name)) set(name, value);
    form.dispatchEvent(new Event("article:changed"));
  }
  return { editor, pairs, set, setRows, fill };
};
