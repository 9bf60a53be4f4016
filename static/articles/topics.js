// Topics used before, below the field: those that fit what is being typed, with or without marks.
(function () {
  "use strict";
  const field = document.getElementById("id_tags");
  const place = document.getElementById("topic-offers");
  const source = document.getElementById("topics");
  if (!field || !place || !source) return;
  const MOST = 6;
  const fold = (words) => words.normalize("NFD").replace(/[\u0300-\u036f]/g, "")
    .replace(/[đĐ]/g, "d").toLowerCase().trim();
  const topics = JSON.parse(source.textContent).map((name) => ({ name, key: fold(name) }));

  function parts() {
    const typed = field.value.split(/[,;]/);
    const last = typed.pop();
    return { chosen: typed.map((each) => each.trim()).filter(Boolean), last: fold(last) };
  }
  function offer() {
    const { chosen, last } = parts();
    const taken = new Set(chosen.map(fold));
    const fitting = topics.filter(({ key }) => !taken.has(key) && key !== last && key.includes(last));
    fitting.sort((a, b) => b.key.startsWith(last) - a.key.startsWith(last));
    const names = fitting.slice(0, MOST).map(({ name }) => name);
    // Leaving the field for a button must not take the button away under the finger.
    if (names.join() === Array.from(place.children, (each) => each.textContent).join()) return;
    place.replaceChildren(...names.map((name) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = name;
      button.addEventListener("click", () => take(name));
      return button;
    }));
  }
  function take(name) {
    field.value = [...parts().chosen, name].join(", ") + ", ";
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
  }
  field.addEventListener("input", offer);
  field.addEventListener("change", offer);
  offer();
})();
