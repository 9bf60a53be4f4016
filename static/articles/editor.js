// The rich-text editor's own words come untranslated: its buttons, block types and yes/no.
(function () {
  "use strict";
  function inVietnamese(bar) {
    for (const button of bar.querySelectorAll("button[title]")) {
      const words = gettext(button.title);
      if (words !== button.title) {
        button.title = words;
        button.setAttribute("aria-label", words);
      }
    }
    for (const option of bar.querySelectorAll(".prose-menubar__option > *")) {
      const words = gettext(option.textContent);
      if (words !== option.textContent) option.textContent = words;
    }
  }
  // What colour alone says: which buttons are on, which can do nothing now.
  const ONCE = /:|^(table|figure|unlink|orderedListProperties)$/;  // pressed, never on
  function inWords(bar) {
    for (const button of bar.querySelectorAll("button[data-name]")) {
      const says = (name, sign) => button.setAttribute(name, String(button.classList.contains(sign)));
      says("aria-disabled", "disabled");
      if (!ONCE.test(button.dataset.name)) says("aria-pressed", "active");
    }
  }
  function begin(place) {
    const bar = place.querySelector(".prose-menubar");
    if (!bar) return false;
    const say = () => { inVietnamese(bar); inWords(bar); };
    say();
    new MutationObserver(say).observe(bar, { childList: true, subtree: true, attributeFilter: ["class"] });
    return true;
  }
  // The bar is made a moment after the editor says that it is ready.
  document.addEventListener("prose-editor:ready", (event) => {
    const place = event.target.closest(".prose-editor");
    if (!begin(place)) event.detail.editor.on("create", () => begin(place));
  });
  // The dialog reads the option's value, so the English one stays behind the Vietnamese words.
  new MutationObserver(() => {
    for (const dialog of document.querySelectorAll(".prose-editor-dialog:not([aria-label])")) {
      dialog.setAttribute("aria-label", dialog.querySelector(".prose-editor-dialog-title")?.textContent || "");
    }
    for (const option of document.querySelectorAll(".prose-editor-dialog option:not([value])")) {
      option.value = option.textContent;
      option.textContent = gettext(option.value);
    }
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
