// The review screen: its parts as tabs, the page in two widths, notes on words chosen with the mouse
// or a finger. Without script all parts stand one below the other.
(function () {
  "use strict";
  const review = document.getElementById("review");
  if (!review) return;
  const text = document.getElementById("review-text");
  const offer = document.getElementById("note-selected");

  // -- parts --
  function show(part) {
    review.dataset.shown = part;
    for (const tab of review.querySelectorAll("[data-show]")) {
      tab.setAttribute("aria-pressed", String(tab.dataset.show === part));
    }
    fit();
  }
  for (const tab of review.querySelectorAll("[data-show]")) {
    tab.addEventListener("click", () => show(tab.dataset.show));
  }
  // What is pointed at is brought into sight, whichever part it stands in. Beside the text the side
  // column is in sight already.
  function reveal(id) {
    const target = id && document.getElementById(id);
    const part = target && target.closest("[data-part]");
    if (!part) return false;
    if (!part.offsetParent) show(part.dataset.part);
    target.scrollIntoView({ block: "center" });
    if (!target.matches("a, button, [tabindex]")) target.tabIndex = -1;
    target.focus({ preventScroll: true });
    return true;
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link && review.contains(link) && reveal(link.hash.slice(1))) event.preventDefault();
  });
  review.addEventListener("notes:open", () => {
    if (!document.getElementById("notes").offsetParent) show("notes");
  });
  show("text");
  if (location.hash) reveal(location.hash.slice(1));

  // -- the page as readers see it, as wide as theirs and as large as there is room --
  function fit() {
    for (const frame of review.querySelectorAll("iframe")) {
      const box = frame.parentElement;
      if (!box.offsetParent) continue;
      let height = 900;
      try {
        const page = frame.contentDocument.documentElement;
        height = Math.min(Math.max(page.scrollHeight, 600), 12000);
      } catch (error) { /* not there yet */ }
      const scale = Math.min(box.clientWidth / Number(frame.width), 1);
      frame.style.height = `${height}px`;
      frame.style.transform = `scale(${scale})`;
      box.style.height = `${height * scale}px`;
    }
  }
  for (const frame of review.querySelectorAll("iframe")) frame.addEventListener("load", fit);
  window.addEventListener("resize", fit);

  // -- words chosen --
  function letters(range) {
    const part = range.cloneContents();
    for (const ours of part.querySelectorAll(".note-ref, .note-here")) ours.remove();
    for (const end of part.querySelectorAll("br")) end.replaceWith("\n");
    return part.textContent;
  }
  function between(block, from, to) {
    const range = document.createRange();
    range.selectNodeContents(block);
    if (from) range.setStart(from.node, from.at);
    if (to) range.setEnd(to.node, to.at);
    return letters(range);
  }
  function blockOf(node) {
    const element = node.nodeType === 1 ? node : node.parentElement;
    return element && text.contains(element) ? element.closest("[data-field]") : null;
  }
  // The first block of what is chosen, and of it the chosen words.
  function chosen() {
    const selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const block = blockOf(range.startContainer);
    if (!block) return null;
    const from = { node: range.startContainer, at: range.startOffset };
    const to = block.contains(range.endContainer) ? { node: range.endContainer, at: range.endOffset } : null;
    const quote = between(block, from, to);
    if (!quote.trim()) return null;
    return {
      field: block.dataset.field,
      quote: quote.trim().slice(0, 500),
      before: between(block, null, from).slice(-40),
      after: to ? between(block, to, null).slice(0, 40) : "",
    };
  }
  if (!document.getElementById("note-words")) return;
  let last = null;
  document.addEventListener("selectionchange", () => {
    const passage = chosen();
    if (passage) last = passage;
    offer.hidden = !passage;
  });
  offer.addEventListener("mousedown", (event) => event.preventDefault());
  offer.addEventListener("click", () => {
    offer.hidden = true;
    window.noteOn(chosen() || last || {});
  });
  text.addEventListener("click", (event) => {
    const link = event.target.closest(".note-here");
    if (!link) return;
    event.preventDefault();
    const field = link.dataset.noteOn;
    const passage = chosen();
    const block = text.querySelector(`[data-field="${CSS.escape(field)}"]`);
    const whole = { field, quote: between(block, null, null).trim().slice(0, 500) };
    window.noteOn(passage && passage.field === field ? passage : whole);
  });
})();
