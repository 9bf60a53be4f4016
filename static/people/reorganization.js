/* The screen of bodies that change: who goes on is seen at once; nothing typed is lost on the way. */
(function () {
  "use strict";

  function mark(row) {
    const box = row.querySelector(".tick input[type=checkbox]");
    if (box) row.classList.toggle("carried", box.checked);
  }

  function followers(details) {
    const names = Array.from(details.querySelectorAll("input:checked"), function (box) {
      return box.closest("label").textContent.trim();
    });
    if (names.length) details.querySelector(".chosen").textContent = names.join("; ");
  }

  document.addEventListener("DOMContentLoaded", function () {
    const form = document.getElementById("reorganization");
    if (!form) return;
    let changed = false;
    let sending = false;

    form.querySelectorAll("fieldset.holders tr[data-term]").forEach(mark);
    form.addEventListener("change", function (event) {
      changed = true;
      const row = event.target.closest("tr[data-term]");
      if (row) mark(row);
      const details = event.target.closest("details.followers");
      if (details) followers(details);
    });
    form.addEventListener("input", function () { changed = true; });
    // Choosing a body for somebody means that he goes on there.
    form.querySelectorAll("fieldset.holders select").forEach(function (select) {
      select.addEventListener("change", function () {
        const row = select.closest("tr");
        const box = row.querySelector(".tick input[type=checkbox]");
        box.checked = select.value !== "";
        mark(row);
      });
    });
    form.addEventListener("submit", function (event) {
      if (sending) event.preventDefault();
      sending = true;
    });
    window.addEventListener("pageshow", function () { sending = false; });
    window.addEventListener("beforeunload", function (event) {
      if (changed && !sending) event.preventDefault();
    });
    const wrong = form.querySelector(".errors input:not([type=hidden]), .errors select, .errors textarea");
    if (wrong) wrong.focus();
  });
})();
