/* On phones the week is a list by day: its table is laid out as blocks, and browsers before 2020 (Safari
   before 2023) then no longer tell a screen reader that it is one. Said again here. */
(function () {
  "use strict";
  var ROLES = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell", TH: "columnheader" };
  document.querySelectorAll(".week").forEach(function (week) {
    week.setAttribute("role", "table");
    week.querySelectorAll("thead, tbody, tr, td, th").forEach(function (part) {
      part.setAttribute("role", part.scope === "rowgroup" ? "rowheader" : ROLES[part.tagName]);
    });
  });
})();
