// How long the text is and how long it takes to read, beside the body, while one types.
(function () {
  "use strict";
  const WORDS_A_MINUTE = 220; // Vietnamese writes every syllable apart
  const form = document.getElementById("article_form");
  const place = document.getElementById("text-counts");
  if (!form || !place) return;
  let timer = null;

  const wordsOf = (html) => new DOMParser().parseFromString(html, "text/html").body;
  function bodyText() {
    const body = wordsOf(form.elements.namedItem("body").value);
    for (const block of body.querySelectorAll("p, h2, h3, li, td, th, figcaption, br")) block.append(" ");
    return body.textContent;
  }
  function count() {
    const sapo = form.elements.namedItem("sapo").value;
    const text = bodyText().replace(/\s+/g, " ").trim();
    const words = `${sapo} ${text}`.split(/\s+/).filter(Boolean).length;
    const minutes = Math.max(1, Math.round(words / WORDS_A_MINUTE));
    place.textContent = words ? interpolate(
      gettext("Lead %s characters, body %s; %s words, about %s minutes to read"),
      [sapo.trim().length, text.length, words, minutes].map((each) => each.toLocaleString("vi-VN"))
    ) : "";
  }
  function later() {
    clearTimeout(timer);
    timer = setTimeout(count, 300);
  }
  form.addEventListener("input", later);
  form.addEventListener("article:changed", later);
  document.addEventListener("prose-editor:ready", (event) => {
    event.detail.editor.on("update", later);
    later();
  });
  count();
})();
