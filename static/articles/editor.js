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
  document.addEventListener("prose-editor:ready", (event) => {
    const bar = event.target.closest(".prose-editor")?.querySelector(".prose-menubar")
      || document.querySelector(".prose-menubar");
    if (!bar) return;
    inVietnamese(bar);
    new MutationObserver(() => inVietnamese(bar)).observe(bar, { childList: true, subtree: true });
  });
  // The dialog reads the option's value, so the English one stays behind the Vietnamese words.
  new MutationObserver(() => {
    for (const option of document.querySelectorAll(".prose-editor-dialog option:not([value])")) {
      option.value = option.textContent;
      option.textContent = gettext(option.value);
    }
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
