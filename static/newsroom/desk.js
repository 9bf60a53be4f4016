/* Small comforts of every desk page; without script everything is simply in sight. */
(function () {
  "use strict";
  document.documentElement.classList.add("script");

  document.addEventListener("DOMContentLoaded", function () {
    const header = document.getElementById("header");
    const toggle = document.querySelector(".desk-toggle");
    if (header && toggle) {
      toggle.addEventListener("click", function () {
        const open = header.classList.toggle("open");
        toggle.setAttribute("aria-expanded", String(open));
      });
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
