/* Hands the chosen picture to the editor that opened this window, in the form its picker expects. */
(function () {
  "use strict";
  const page = document.querySelector("[data-chooser]");
  const editor = window.opener && window.opener.CKEDITOR && window.opener.CKEDITOR.tools;
  if (!editor || !page.dataset.callback) {
    page.querySelector("[data-no-opener]").hidden = false;
    return;
  }
  page.addEventListener("click", function (event) {
    const chosen = event.target.closest("[data-picture]");
    if (!chosen) return;
    const data = chosen.dataset;
    editor.callFunction(Number(page.dataset.callback), data.address, {
      id: Number(data.picture),
      alternative_text: data.alt,
      caption: data.caption,
      people: data.people,
      linked: data.linked,
      children: data.children,
    });
    window.close();
  });
})();
