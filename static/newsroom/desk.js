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
    // Success is one line that goes away; warnings and errors stay.
    document.querySelectorAll(".messagelist li.success").forEach(function (line) {
      window.setTimeout(function () {
        line.classList.add("going");
        window.setTimeout(function () { line.remove(); }, 700);
      }, 10000);
    });
  });
})();
