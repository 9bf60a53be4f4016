/* Small comforts of every desk page; without script everything is simply in sight. */
(function () {
  "use strict";
  document.documentElement.classList.add("script");

  // Django's searching choice has no name of its own, and says nothing while nothing is chosen.
  function nameChoices() {
    document.querySelectorAll(".select2-container").forEach(function (box) {
      const field = box.previousElementSibling;
      const label = field && field.labels && field.labels[0];
      if (!label) return;
      box.querySelectorAll("[role=combobox], [role=textbox]").forEach(function (part) {
        part.setAttribute("aria-label", label.textContent.trim().replace(/:$/, ""));
      });
    });
  }
  window.addEventListener("load", function () {
    if (window.django && window.django.jQuery) window.django.jQuery(nameChoices);  // after its own
  });

  // Signing in again elsewhere gives the browser a new secret: a page opened before sends that one.
  document.addEventListener("submit", function (event) {
    const field = event.target.elements.namedItem("csrfmiddlewaretoken");
    const cookie = document.cookie.match(/(?:^|;\s*)csrftoken=([^;]+)/);
    if (field && cookie) field.value = cookie[1];
  }, true);

  document.addEventListener("DOMContentLoaded", function () {
    // Windows that wait for a sign-in hear of it at once.
    try { if (document.getElementById("user-tools")) localStorage.setItem("toasoan:signed-in", Date.now()); }
    catch (error) { /* forbidden: they ask again when somebody comes back to them */ }
    const header = document.getElementById("header");
    const toggle = document.querySelector(".desk-toggle");
    if (header && toggle) {
      toggle.addEventListener("click", function () {
        const open = header.classList.toggle("open");
        toggle.setAttribute("aria-expanded", String(open));
      });
    }
    // What stays at the foot of the window never covers the field one has come to.
    const foot = document.querySelector(".article-form > .actions, .submit-row, .entry-acts");
    if (foot && window.ResizeObserver) {
      new ResizeObserver(function () {
        const stays = /fixed|sticky/.test(getComputedStyle(foot).position);
        const root = document.documentElement.style;
        root.scrollPaddingBottom = stays ? foot.offsetHeight + 16 + "px" : "";
        root.setProperty("--foot", foot.offsetHeight + "px");
      }).observe(foot);
    }
    // A dash says nothing where the column's heading is not in sight (phones).
    document.querySelectorAll("#result_list td").forEach(function (cell) {
      if (cell.textContent.trim() === "—") cell.classList.add("nothing");
    });
    // Success is one line that goes away; warnings and errors stay.
    document.querySelectorAll(".messagelist li.success").forEach(function (line) {
      window.setTimeout(function () {
        line.classList.add("going");
        window.setTimeout(function () { line.remove(); }, 700);
      }, 10000);
    });
  });
})();
