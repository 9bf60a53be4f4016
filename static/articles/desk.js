// The article form: rows of names and pictures, and tabs on phones. What is typed is kept by
// autosave.js.
(function () {
  "use strict";
  const form = document.getElementById("article_form");
  if (!form) return;

  // -- on a phone the acts are pushed sideways: a sign while there are more of them --
  const acts = form.querySelector(".acts");
  if (acts && window.ResizeObserver) {
    const sign = () => acts.classList.toggle("more", acts.scrollWidth - acts.clientWidth - acts.scrollLeft > 8);
    acts.addEventListener("scroll", sign, { passive: true });
    new ResizeObserver(sign).observe(acts);
  }

  // -- rows that can be added and removed (Django formsets) --
  function addRow(box) {
    const total = form.querySelector(`[name=${box.dataset.prefix}-TOTAL_FORMS]`);
    const row = box.querySelector("template").content.firstElementChild.cloneNode(true);
    for (const element of row.querySelectorAll("[name],[id],[for],[aria-describedby]")) {
      for (const name of ["name", "id", "for", "aria-describedby"]) {
        const value = element.getAttribute(name);
        if (value) element.setAttribute(name, value.replace(/__prefix__/g, total.value));
      }
    }
    box.insertBefore(row, box.querySelector("template"));
    total.value = Number(total.value) + 1;
    window.pictured(row);
    return row;
  }
  function emptyRow(row) {
    for (const input of row.querySelectorAll("input, textarea, select[name$=-attachment]")) input.value = "";
    const people = row.querySelector("[name$=-people]");
    if (people) people.dispatchEvent(new Event("change", { bubbles: true }));
    row.hidden = true;
  }
  // Who took a row away with the keyboard goes on at its neighbour.
  function focusBeside(row) {
    const all = [...row.parentElement.querySelectorAll(":scope > .row")];
    const at = all.indexOf(row);
    const next = [...all.slice(at + 1), ...all.slice(0, at).reverse()].find((each) => !each.hidden);
    (next ? next.querySelector(".remove-row") : row.parentElement.querySelector(".add-row")).focus();
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
      const row = button.closest(".row");
      emptyRow(row);
      focusBeside(row);
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
    const linked = picture.linked || "{}";
    const shown = { of: picture.id, people: picture.people || "", linked: JSON.parse(linked) };
    row.querySelector("[name$=-linked]").value = linked;
    row.querySelector("[name$=-shown]").value = JSON.stringify(shown);
    row.querySelector("[name$=-people]").value = picture.people || "";
    row.querySelector("[name$=-people]").dispatchEvent(new Event("change", { bubbles: true }));
    showPicture(row);
    tellOfChildren(row.querySelector(".child-mark"), picture);
    changed();
  }
  function showPicture(row) {
    const number = row.querySelector("[name$=-picture]").value;
    let image = row.querySelector(".thumb img");
    if (!image) {
      image = document.createElement("img");
      image.alt = "";
      row.querySelector(".thumb").prepend(image);
    }
    image.hidden = !number;
    if (number) image.src = `/toa-soan/anh/${encodeURIComponent(number)}/480/`;
  }
  window.articleRows = { addRow, emptyRow, showPicture };
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
  if (wrong) form.querySelector("[aria-invalid=true]")?.focus();
})();
