// Lines under the words a finding is about. They lie above the page, in an element of their own:
// what is being typed, and what an input method is rewriting, is never touched.
window.proofLines = function (form) {
  "use strict";
  const ground = form.querySelector(".columns");
  const layer = document.createElement("div");
  layer.className = "proof-lines";
  layer.setAttribute("aria-hidden", "true");
  ground.append(layer);
  let wanted = [];
  let waiting = 0;

  function draw() {
    waiting = 0;
    const from = ground.getBoundingClientRect();
    const lines = [];
    const byField = new Map();
    for (const mark of wanted) byField.set(mark.field, [...(byField.get(mark.field) || []), mark]);
    for (const [field, marks] of byField) {
      const found = field.lines(marks);
      marks.forEach((mark, number) => lines.push(...found[number].map((rect) => ({ ...rect, mark }))));
    }
    const seen = new Set();
    layer.replaceChildren(...lines.filter((line) => {
      const key = [line.left, line.right, line.bottom].map(Math.round).join();
      return !seen.has(key) && seen.add(key);
    }).map((line) => {
      const drawn = document.createElement("i");
      drawn.className = `proof-line proof-${line.mark.severity}${line.mark.active ? " proof-active" : ""}`;
      drawn.style.left = `${line.left - from.left}px`;
      drawn.style.top = `${line.bottom - from.top - 2}px`;
      drawn.style.width = `${line.right - line.left}px`;
      return drawn;
    }));
  }
  function again() {
    if (!waiting) waiting = requestAnimationFrame(draw);
  }
  form.addEventListener("scroll", again, true);
  window.addEventListener("resize", again);
  if (window.ResizeObserver) new ResizeObserver(again).observe(ground);
  if (document.fonts) document.fonts.ready.then(again);
  return {
    show(marks) { wanted = marks; again(); },
    again,
  };
};
