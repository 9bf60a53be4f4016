/* Three small comforts; every page works without them. */
(function () {
  "use strict";
  var SIZES = ["lon", "rat-lon"];
  var root = document.documentElement;

  function remembered() {
    try { return localStorage.getItem("co-chu") || ""; } catch (error) { return ""; }
  }

  function setSize(size) {
    SIZES.forEach(function (name) { root.classList.toggle("text-" + name, name === size); });
    document.querySelectorAll("[data-size]").forEach(function (link) {
      if (link.dataset.size === size) { link.setAttribute("aria-current", "true"); }
      else { link.removeAttribute("aria-current"); }
    });
  }

  function choose(event) {
    event.preventDefault();
    var size = event.currentTarget.dataset.size;
    setSize(size);
    try { localStorage.setItem("co-chu", size); } catch (error) { /* private window */ }
  }

  if (location.search.indexOf("co-chu=") < 0 && remembered()) { setSize(remembered()); }
  document.querySelectorAll("[data-size]").forEach(function (link) {
    link.addEventListener("click", choose);
  });

  var story = document.querySelector("[data-views]");
  if (story && navigator.sendBeacon) { navigator.sendBeacon(story.dataset.views); }

  if (document.body.hasAttribute("data-print")) {
    window.addEventListener("load", function () { window.print(); });
  }
})();
