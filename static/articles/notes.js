// Notes beside a text: posted without leaving the page, so that nothing else that is typed is lost.
// What stands in the boxes is kept on this machine until the server has it.
(function () {
  "use strict";
  const panel = document.getElementById("notes");
  const form = document.getElementById("notes-form");
  if (!panel || !form) return;
  const slot = `toasoan:notes:${form.action}`;
  const boxes = () => [...panel.querySelectorAll("textarea")];
  const where = () => ["field", "quote", "before", "after"].map((name) => panel.querySelector(`input[name=${name}]`));

  // -- on which words --
  function choose(passage) {
    where().forEach((input) => { input.value = passage[input.name] || ""; });
    const on = panel.querySelector(".note-on");
    on.hidden = !passage.quote;
    on.querySelector("blockquote").textContent = passage.quote || "";
    panel.dispatchEvent(new Event("notes:open", { bubbles: true }));
    panel.querySelector("#note-words").focus();
  }
  window.noteOn = (passage) => panel.querySelector("#note-words") && choose(passage);

  // -- a copy on this machine --
  function keep() {
    const typed = boxes().filter((box) => box.value.trim()).map((box) => [box.name, box.value]);
    try {
      if (typed.length) sessionStorage.setItem(slot, JSON.stringify(typed));
      else sessionStorage.removeItem(slot);
    } catch (error) { /* a full or forbidden store */ }
  }
  function fill(typed) {
    for (const box of boxes()) {
      const value = typed.get(box.name);
      if (value && !box.value) box.value = value;
    }
  }
  try { fill(new Map(JSON.parse(sessionStorage.getItem(slot)) || [])); } catch (error) { /* nothing kept */ }
  panel.addEventListener("input", keep);

  // -- posting --
  function say(words, wrong) {
    const line = panel.querySelector(".notes-said");
    line.textContent = words;
    line.classList.toggle("field-error", Boolean(wrong));
  }
  async function post(button) {
    const data = new URLSearchParams(new FormData(form));
    let answer = null;
    try {
      const response = await fetch(button.formAction, { method: "POST", body: data, headers: { Accept: "application/json" } });
      if (response.redirected || !response.ok) throw new Error(response.status);
      answer = await response.json();
    } catch (error) {
      return say(gettext("This could not be kept now; try again. What you typed is still here."), true);
    }
    if (answer.refused) return say(answer.refused, true);
    return show(answer, button, data);
  }
  function show(answer, button, sent) {
    const own = button.closest(".note-new") ? ["words"] : [`answer-${answer.note}`];
    const typed = new Map(boxes().filter((box) => !own.includes(box.name) || box.value !== sent.get(box.name)).map((box) => [box.name, box.value]));
    const passage = own[0] === "words" ? null : where().map((input) => input && input.value);
    panel.innerHTML = answer.panel;
    fill(typed);
    if (passage && passage[1] && panel.querySelector(".note-on")) {
      where().forEach((input, number) => { input.value = passage[number]; });
      panel.querySelector(".note-on").hidden = false;
      panel.querySelector(".note-on blockquote").textContent = passage[1];
    }
    keep();
    const text = document.getElementById("review-text");
    if (text && answer.text) text.innerHTML = answer.text;
    for (const number of document.querySelectorAll(".notes-number")) number.textContent = answer.open;
    say(answer.done);
    const note = document.getElementById(`ghi-chu-${answer.note}`);
    (note && note.offsetParent ? note : document.getElementById("notes-heading")).focus();
    document.dispatchEvent(new Event("notes:changed"));
  }
  panel.addEventListener("click", async (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.classList.contains("note-whole")) choose({});
    if (!button.hasAttribute("data-note-act")) return;
    event.preventDefault();
    if (panel.dataset.busy) return;
    panel.dataset.busy = "1";
    await post(button);
    delete panel.dataset.busy;
  });
})();
