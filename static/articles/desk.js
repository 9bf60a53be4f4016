// The article form: rows of names and pictures, tabs on phones, and a copy of what is typed on
// this machine, so that a lost line or a closed window costs nothing.
(function () {
  "use strict";
  const form = document.getElementById("article_form");
  if (!form) return;

  // -- rows that can be added and removed (Django formsets) --
  function addRow(box) {
    const total = form.querySelector(`[name=${box.dataset.prefix}-TOTAL_FORMS]`);
    const row = box.querySelector("template").content.firstElementChild.cloneNode(true);
    for (const element of row.querySelectorAll("[name],[id],[for]")) {
      for (const name of ["name", "id", "for"]) {
        const value = element.getAttribute(name);
        if (value) element.setAttribute(name, value.replace("__prefix__", total.value));
      }
    }
    box.insertBefore(row, box.querySelector("template"));
    total.value = Number(total.value) + 1;
    return row;
  }
  function emptyRow(row) {
    for (const input of row.querySelectorAll("input, textarea, select[name$=-attachment]")) input.value = "";
    row.hidden = true;
  }
  form.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.classList.contains("add-row")) {
      const row = addRow(button.closest("fieldset"));
      if (row.classList.contains("picture-row")) choosePicture(row);
      else row.querySelector("input, select").focus();
    } else if (button.classList.contains("remove-row")) {
      emptyRow(button.closest(".row"));
      keep();
    } else if (button.classList.contains("choose-picture")) {
      choosePicture(button.closest(".row"));
    }
  });

  // -- the picture window answers through the function the editor's own dialog uses too --
  const waiting = new Map();
  let serial = 0;
  window.CKEDITOR = window.CKEDITOR || {};
  window.CKEDITOR.tools = window.CKEDITOR.tools || {};
  window.CKEDITOR.tools.callFunction = (number, address, picture) => {
    const answer = waiting.get(Number(number));
    if (answer) answer(address, picture);
    waiting.delete(Number(number));
  };
  function choosePicture(row) {
    serial += 1;
    waiting.set(serial, (address, picture) => fillPicture(row, picture));
    const query = `portal=${encodeURIComponent(form.dataset.portal)}&CKEditorFuncNum=${serial}`;
    window.open(`/toa-soan/anh/chon/?${query}`, "_blank", "width=900,height=700");
  }
  function fillPicture(row, picture) {
    row.querySelector("[name$=-picture]").value = picture.id;
    const caption = row.querySelector("[name$=-caption]");
    const alt = row.querySelector("[name$=-alt]");
    caption.value = caption.value || picture.caption || "";
    alt.value = alt.value || picture.alternative_text || "";
    let image = row.querySelector(".thumb img");
    if (!image) {
      image = document.createElement("img");
      image.alt = "";
      row.querySelector(".thumb").prepend(image);
    }
    image.src = `/toa-soan/anh/${picture.id}/480/`;
    keep();
  }

  // -- tabs on narrow screens --
  form.dataset.tab = "text";
  for (const tab of form.querySelectorAll("[data-tab]")) {
    tab.addEventListener("click", () => {
      form.dataset.tab = tab.dataset.tab;
      for (const other of form.querySelectorAll("button[data-tab]")) {
        other.setAttribute("aria-pressed", String(other === tab));
      }
    });
  }
  form.addEventListener("invalid", () => { form.dataset.tab = "text"; }, true);

  // -- a copy on this machine --
  if ("readonly" in form.dataset) return;
  const slot = `toasoan:${form.dataset.key}`;
  const typed = () => JSON.stringify(
    [...new FormData(form)].filter(([name]) => !["csrfmiddlewaretoken", "act", "revision", "digest"].includes(name))
  );
  let atOpening = null;
  let timer = null;
  function keep() {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const now = typed();
      if (now === atOpening) return;
      const copy = { at: Date.now(), revision: form.dataset.revision, fields: JSON.parse(now) };
      try {
        localStorage.setItem(slot, JSON.stringify(copy));
        document.getElementById("saved-locally").textContent = gettext("Kept on this machine");
      } catch (error) { /* a full or forbidden store: the server's copy remains */ }
    }, 800);
  }
  function stored() {
    try { return JSON.parse(localStorage.getItem(slot)); } catch (error) { return null; }
  }
  function restore(copy) {
    for (const box of form.querySelectorAll("fieldset[data-prefix]")) {
      const total = copy.fields.find(([name]) => name === `${box.dataset.prefix}-TOTAL_FORMS`);
      while (total && Number(form.querySelector(`[name=${box.dataset.prefix}-TOTAL_FORMS]`).value) < Number(total[1])) addRow(box);
    }
    for (const [name, value] of copy.fields) {
      const field = form.elements.namedItem(name);
      if (!field || field instanceof RadioNodeList) continue;
      field.value = value;
      field.dispatchEvent(new Event("change", { bubbles: true }));
      const editor = field.closest(".prose-editor") && editors.get(field);
      if (editor) editor.commands.setContent(value);
    }
  }
  const editors = new Map();
  form.addEventListener("prose-editor:ready", (event) => {
    editors.set(event.detail.textarea, event.detail.editor);
    event.detail.editor.on("update", keep);
    begin();
  });
  function begin() {
    if (atOpening !== null) return;
    atOpening = typed();
    const copy = stored();
    if (copy && JSON.stringify(copy.fields) !== atOpening) {
      const box = document.getElementById("restore");
      document.getElementById("restore-when").textContent = new Date(copy.at).toLocaleString("vi-VN");
      box.hidden = false;
      document.getElementById("restore-yes").onclick = () => { restore(copy); box.hidden = true; };
      document.getElementById("restore-no").onclick = () => { localStorage.removeItem(slot); box.hidden = true; };
    }
  }
  form.addEventListener("input", keep);
  window.addEventListener("offline", () => {
    document.getElementById("saved-locally").textContent =
      gettext("No network: the article is still kept on this machine; do not delete browser data.");
  });
  window.addEventListener("load", () => setTimeout(begin, 3000));
  // Saved means: the server answered with the page again and says so.
  if (document.querySelector(".messagelist .success")) localStorage.removeItem(slot);
  if (document.referrer.endsWith("/add/") || document.referrer.includes("/add/?")) {
    localStorage.removeItem(`toasoan:new:${form.dataset.portal}`);
  }
})();
