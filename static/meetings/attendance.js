// The list of participants: dragging (mouse, finger, keyboard), and "stands in for" where it is said.
(function () {
  "use strict";
  const form = document.getElementById("attendance-form");
  const list = document.getElementById("attendance");
  const says = document.getElementById("attendance-says");
  let dirty = false;
  if (!form) return;

  form.addEventListener("input", () => { dirty = true; });
  form.addEventListener("submit", () => { dirty = false; });
  window.addEventListener("beforeunload", (event) => { if (dirty) event.preventDefault(); });
  if (!list) return;

  form.addEventListener("change", (event) => {
    if (!event.target.name.endsWith("-role")) return;
    event.target.closest("[data-row]").querySelector(".for-whom").hidden = event.target.value !== "stands_in";
  });

  function placeOf(row) {
    return [...list.children].indexOf(row) + 1;
  }
  function moved(row) {
    dirty = true;
    says.textContent = `${placeOf(row)}/${list.children.length}`;
  }

  // Arrows move at once, without a journey to the server; saving keeps the order.
  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-move]");
    if (!button) return;
    event.preventDefault();
    const row = button.closest("[data-row]");
    if (button.dataset.move === "-1" && row.previousElementSibling) row.previousElementSibling.before(row);
    if (button.dataset.move === "1" && row.nextElementSibling) row.nextElementSibling.after(row);
    moved(row);
    button.focus();
  });

  // Pointer events drag with mouse and finger alike. The page listens, not the grip: a row that
  // moves in the list would lose the pointer on its way.
  let held = null;
  function drag(event) {
    if (event.clientY < 80) window.scrollBy(0, -12);
    if (event.clientY > window.innerHeight - 120) window.scrollBy(0, 12);
    const under = document.elementFromPoint(event.clientX, event.clientY);
    const over = under && under.closest("[data-row]");
    if (!over || over === held || over.parentElement !== list) return;
    const box = over.getBoundingClientRect();
    const above = event.clientY < box.top + box.height / 2;
    if (above && over.previousElementSibling !== held) over.before(held);
    if (!above && over.nextElementSibling !== held) over.after(held);
  }
  function drop() {
    for (const name of ["pointerup", "pointercancel"]) document.removeEventListener(name, drop);
    document.removeEventListener("pointermove", drag);
    held.classList.remove("held");
    moved(held);
    held = null;
  }
  for (const grip of list.querySelectorAll("[data-grip]")) {
    grip.hidden = false;
    grip.addEventListener("pointerdown", (event) => {
      if (held) return;
      event.preventDefault();
      if (grip.hasPointerCapture(event.pointerId)) grip.releasePointerCapture(event.pointerId);
      held = grip.closest("[data-row]");
      held.classList.add("held");
      document.addEventListener("pointermove", drag);
      for (const name of ["pointerup", "pointercancel"]) document.addEventListener(name, drop);
    });
  }
})();
