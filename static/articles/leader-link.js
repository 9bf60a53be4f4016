// "Copy": the address of a leader's link into the clipboard; without a clipboard it is selected.
(function () {
  "use strict";
  for (const box of document.querySelectorAll("[data-copy-field]")) {
    const field = box.querySelector("input");
    const button = box.querySelector("button");
    const said = box.querySelector("[data-copied]");
    field.addEventListener("focus", () => field.select());
    if (!navigator.clipboard) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(field.value);
      said.textContent = said.dataset.copied;
    });
  }
})();
