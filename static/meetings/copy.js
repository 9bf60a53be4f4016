// "Copy the sentences": into the clipboard, paragraph by paragraph.
(function () {
  "use strict";
  if (!navigator.clipboard) return;
  for (const box of document.querySelectorAll("[data-copy]")) {
    const button = box.querySelector("[data-copy-button]");
    const said = box.querySelector("[data-copied]");
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText([...box.querySelectorAll("p")].map((line) => line.textContent).join("\n"));
      said.textContent = said.dataset.copied;
    });
  }
})();
