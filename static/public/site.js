/* Small comforts; every page works without them. */
(function () {
  "use strict";
  var CLASSES = { "co-chu": "size-", "tuong-phan": "contrast-" };
  var root = document.documentElement;
  var links = document.querySelectorAll("[data-look]");

  function remembered(look) {
    try { return localStorage.getItem(look) || ""; } catch (error) { return ""; }
  }

  function remember(look, value) {
    try { localStorage.setItem(look, value); } catch (error) { /* private window */ }
  }

  function inAddress(look) { return location.search.indexOf(look + "=") >= 0; }

  function put(look, value) {
    links.forEach(function (link) {
      if (link.dataset.look !== look) { return; }
      if (link.dataset.value) { root.classList.toggle(CLASSES[look] + link.dataset.value, link.dataset.value === value); }
      if (link.dataset.value === value) { link.setAttribute("aria-current", "true"); }
      else { link.removeAttribute("aria-current"); }
    });
  }

  /* Where the address says it, the link leads on by itself; the choice is kept all the same. */
  function choose(event) {
    var link = event.currentTarget, look = link.dataset.look, value = link.dataset.value;
    if ("switch" in link.dataset && link.hasAttribute("aria-current")) { value = ""; }
    remember(look, value);
    if (inAddress("co-chu") || inAddress("tuong-phan")) { return; }
    event.preventDefault();
    put(look, value);
  }

  Object.keys(CLASSES).forEach(function (look) {
    if (!inAddress(look) && remembered(look)) { put(look, remembered(look)); }
  });
  links.forEach(function (link) { link.addEventListener("click", choose); });

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
})();
