/* Small comforts; every page works without them. Drawing waits for this, reading the page does not:
   what the reader once chose is there before the first letter is; the rest waits for the page. */
(function () {
  "use strict";
  var LOOKS = { "co-chu": { name: "size-", values: ["lon", "rat-lon"] }, "tuong-phan": { name: "contrast-", values: ["cao", "toi"] } };
  var root = document.documentElement;

  function remembered(look) {
    try { return localStorage.getItem(look) || ""; } catch (error) { return ""; }
  }

  function remember(look, value) {
    try { localStorage.setItem(look, value); } catch (error) { /* private window */ }
  }

  function inAddress(look) { return location.search.indexOf(look + "=") >= 0; }

  function wear(look, value) {
    LOOKS[look].values.forEach(function (each) { root.classList.toggle(LOOKS[look].name + each, each === value); });
  }

  function mark(look, value) {
    document.querySelectorAll("[data-look=" + look + "]").forEach(function (link) {
      if (link.dataset.value === value) { link.setAttribute("aria-current", "true"); }
      else { link.removeAttribute("aria-current"); }
    });
  }

  var kept = Object.keys(LOOKS).filter(function (look) {
    return !inAddress(look) && LOOKS[look].values.indexOf(remembered(look)) >= 0;
  });
  kept.forEach(function (look) { wear(look, remembered(look)); });

  /* Where the address says it, the link leads on by itself; the choice is kept all the same. */
  function choose(event) {
    var link = event.currentTarget, look = link.dataset.look, value = link.dataset.value;
    if ("switch" in link.dataset && link.hasAttribute("aria-current")) { value = ""; }
    remember(look, value);
    if (inAddress("co-chu") || inAddress("tuong-phan")) { return; }
    event.preventDefault();
    wear(look, value);
    mark(look, value);
  }

  function begin() {
    kept.forEach(function (look) { mark(look, remembered(look)); });
    document.querySelectorAll("[data-look]").forEach(function (link) { link.addEventListener("click", choose); });

    var menu = document.querySelector(".menu");
    if (menu) {
      document.addEventListener("keydown", function (event) {
        if (event.key !== "Escape" || !menu.open) { return; }
        menu.open = false;
        menu.querySelector("summary").focus();
      });
      document.addEventListener("click", function (event) {
        if (menu.open && !menu.contains(event.target)) { menu.open = false; }
      });
    }

    /* The poster fills its place whatever its shape; the video itself is shown whole. */
    document.querySelectorAll("video[poster]").forEach(function (video) {
      video.classList.add("still");
      video.addEventListener("play", function () { video.classList.remove("still"); });
    });

    var story = document.querySelector("[data-views]");
    if (story && navigator.sendBeacon) { navigator.sendBeacon(story.dataset.views); }

    if (document.body.hasAttribute("data-print")) {
      window.addEventListener("load", function () { window.print(); });
    }
  }

  if (document.readyState === "loading") { document.addEventListener("DOMContentLoaded", begin); } else { begin(); }
})();
