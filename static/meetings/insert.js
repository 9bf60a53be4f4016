// The article form: the sentences on who chaired and took part, put into the text at the caret.
(function () {
  "use strict";
  const button = document.querySelector("[data-insert-people]");
  const choice = document.getElementById("id_meeting");
  if (!button || !choice) return;
  const box = button.closest(".insert-people");
  const says = box.querySelector("[role=status]");
  const show = () => { box.hidden = !choice.value; };
  choice.addEventListener("change", show);
  show();

  const paragraph = (text) => ({ type: "paragraph", content: [{ type: "text", text }] });
  button.addEventListener("click", async () => {
    says.textContent = "";
    try {
      const answer = await fetch(button.dataset.address.replace("/0/", `/${choice.value}/`));
      const told = await answer.json();
      const page = document.querySelector(".ProseMirror[contenteditable=true]");
      const lines = [told.chairs, told.present].filter(Boolean);
      if (!lines.length) says.textContent = gettext("Nobody is listed for this meeting yet.");
      else page.editor.chain().focus().insertContent(lines.map(paragraph)).run();
    } catch (error) {
      says.textContent = gettext("The list could not be fetched; try again.");
    }
  });
})();
