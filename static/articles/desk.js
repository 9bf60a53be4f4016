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
      if (row.classList.contains("picture-row")) {
        placeAfterTheFirst(row);
        choosePicture(row);
      }
      else row.querySelector("input, select").focus();
    } else if (button.classList.contains("remove-row")) {
      emptyRow(button.closest(".row"));
      changed();
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
  // One picture stands at the head; the next ones go to the end.
  function placeAfterTheFirst(row) {
    const places = [...form.querySelectorAll(".picture-row:not([hidden]) [name$=-placement]")];
    const own = row.querySelector("[name$=-placement]");
    if (places.some((place) => place !== own && place.value === "lead")) own.value = "gallery";
  }
  // Words typed here stay; words that came with the picture before go with it.
  function fillWords(field, words) {
    if (field.value && field.value !== field.dataset.fromLibrary) return;
    field.value = field.dataset.fromLibrary = words || "";
  }
  function fillPicture(row, picture) {
    row.querySelector("[name$=-picture]").value = picture.id;
    fillWords(row.querySelector("[name$=-caption]"), picture.caption);
    fillWords(row.querySelector("[name$=-alt]"), picture.alternative_text);
    let image = row.querySelector(".thumb img");
    if (!image) {
      image = document.createElement("img");
      image.alt = "";
      row.querySelector(".thumb").prepend(image);
    }
    image.src = `/toa-soan/anh/${picture.id}/480/`;
    tellOfChildren(row.querySelector(".child-mark"), picture);
    changed();
  }
  // `children`: not there without any, else who agreed for them, "" for nobody.
  function tellOfChildren(line, { id, children }) {
    line.hidden = children === undefined;
    line.classList.toggle("lacking", children === "");
    line.textContent = children ? interpolate(gettext("Children; agreed: %s"), [children]) : "";
    if (children !== "") return;
    const way = document.createElement("a");
    way.href = `/toa-soan/media/picture/${id}/change/`;
    way.target = "_blank";
    way.textContent = gettext("Children: nobody has agreed yet");
    line.append(way);
  }
  // What no key tells: a row was filled or emptied.
  function changed() {
    keep();
    form.dispatchEvent(new Event("article:changed"));
  }

  // -- one press is one act --
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "1";
  });
  window.addEventListener("pageshow", () => { delete form.dataset.sent; });

  // -- tabs on narrow screens --
  function openTab(name) {
    form.dataset.tab = name;
    for (const tab of form.querySelectorAll("button[data-tab]")) {
      tab.setAttribute("aria-pressed", String(tab.dataset.tab === name));
    }
  }
  for (const tab of form.querySelectorAll("button[data-tab]")) {
    tab.addEventListener("click", () => openTab(tab.dataset.tab));
  }
  const wrong = form.querySelector(".field-error");
  openTab(wrong ? wrong.closest("[data-pane]").dataset.pane : "text");

  const slot = `toasoan:${form.dataset.user}:${form.dataset.key}`;
  // -- the copy goes when the server has the text: this page says so, or was made from the new one --
  const sent = sessionStorage.getItem("toasoan:sent");
  sessionStorage.removeItem("toasoan:sent");
  const saved = document.querySelector(".messagelist .success") && sent === slot;
  const came = document.referrer ? new URL(document.referrer).pathname : "";
  const made = form.dataset.key.startsWith("article:") && came.endsWith("/article/add/");
  if (saved || (made && sent === `toasoan:${form.dataset.user}:new:${form.dataset.portal}`)) {
    localStorage.removeItem(sent);
  }

  // -- a copy on this machine --
  if ("readonly" in form.dataset) return;
  const typed = () => JSON.stringify(
    [...new FormData(form)].filter(([name]) => !["csrfmiddlewaretoken", "act", "revision", "digest"].includes(name))
  );
  let atOpening = null;
  let timer = null;
  let touched = false;
  function keep() {
    touched = true;
    clearTimeout(timer);
    timer = setTimeout(keepNow, 800);
  }
  function keepNow() {
    clearTimeout(timer);
    const now = typed();
    if (!touched || now === atOpening) return;
    const revision = form.elements.namedItem("revision").value;
    const copy = { at: Date.now(), revision, fields: JSON.parse(now) };
    try {
      localStorage.setItem(slot, JSON.stringify(copy));
      document.getElementById("saved-locally").textContent = gettext("Kept on this machine");
    } catch (error) { /* a full or forbidden store: the server's copy remains */ }
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
      const editor = editorOf(field);
      if (editor) editor.commands.setContent(value);
    }
    // Whoever saved in between must not be overwritten: the server shows both texts.
    if (copy.revision > 0) form.elements.namedItem("revision").value = copy.revision;
  }
  // The editor may stand before or after this script has run.
  function editorOf(field) {
    const page = field.closest(".prose-editor")?.querySelector(".ProseMirror[contenteditable]");
    return page && page.editor;
  }
  function watch() {
    const editor = editorOf(form.elements.namedItem("body"));
    if (!editor) return false;
    editor.on("update", keep);
    begin();
    return true;
  }
  if (!watch()) form.addEventListener("prose-editor:ready", watch, { once: true });
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
  window.addEventListener("pagehide", keepNow);

  form.addEventListener("submit", () => {
    keepNow();
    sessionStorage.setItem("toasoan:sent", slot);
  });
})();
