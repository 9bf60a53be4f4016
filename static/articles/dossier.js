"use strict";
/* Choose a sentence by pressing it, by arrow keys, or by marking words of it; its story stands
   beside it, and the address names it. Without this script the links alone do the same. */
(() => {
  const page = document.querySelector("[data-dossier]");
  if (!page) return;
  const sentences = [...page.querySelectorAll("a.sentence")];
  page.classList.add("scripted");

  function choose(link) {
    for (const other of sentences) other.removeAttribute("aria-current");
    for (const about of page.querySelectorAll(".about.chosen")) about.classList.remove("chosen");
    if (!link) {
      history.replaceState(null, "", location.pathname + location.search);
      return;
    }
    link.setAttribute("aria-current", "true");
    const about = page.querySelector(link.hash);
    about.classList.add("chosen");
    about.parentElement.scrollTop = 0;
    history.replaceState(null, "", link.hash);
    keepInSight(link);
  }

  /* On a phone the sheet covers the lower half: the sentence goes above it. */
  function keepInSight(link) {
    const sheet = page.querySelector(".abouts").getBoundingClientRect();
    const place = link.getBoundingClientRect();
    const covered = sheet.left <= place.left && place.bottom > sheet.top && sheet.bottom >= innerHeight;
    if (covered || place.top < 0) scrollBy({ top: place.top - innerHeight / 5 });
  }

  page.addEventListener("click", (event) => {
    const link = event.target.closest("a.sentence");
    if (link) {
      event.preventDefault();
      if (getSelection().isCollapsed) choose(link);
    } else if (event.target.closest(".about-close")) {
      event.preventDefault();
      const last = page.querySelector("a.sentence[aria-current]");
      choose(null);
      if (last) last.focus({ preventScroll: true });
    }
  });

  page.addEventListener("keydown", (event) => {
    const here = sentences.indexOf(event.target.closest("a.sentence"));
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") choose(null);
    if (here < 0 || !step || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const next = sentences[here + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
    choose(next);
  });

  document.addEventListener("selectionchange", () => {
    const marked = getSelection();
    if (marked.isCollapsed || !marked.rangeCount) return;
    const from = marked.getRangeAt(0).startContainer;
    const link = (from.nodeType === Node.TEXT_NODE ? from.parentElement : from).closest("a.sentence");
    if (link && page.contains(link) && !link.hasAttribute("aria-current")) choose(link);
  });

  const asked = sentences.find((link) => location.hash && link.hash === location.hash);
  if (asked) choose(asked);
})();
