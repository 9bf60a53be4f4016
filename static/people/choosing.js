// A text field that finds while one types: arrows, Enter, Escape; the server folds the marks.
// Register.choosing(input, {find, pick, fresh, waits, next, free, first}): `find(text)` is a promise of
// [{label, says, value, ended}]; `fresh(text, found)` is an entry for what is not there yet, or
// nothing; `waits()` says whether what stands in the field still has to be chosen; `free`: any
// text will do, the list only helps, and `first` marks its first entry all the same; `next()` goes
// to the next field.
window.Register = window.Register || {};
(function () {
  "use strict";
  let serial = 0;

  function item(list, entry, index) {
    const option = document.createElement("li");
    option.id = `${list.id}-${index}`;
    option.setAttribute("role", "option");
    const label = document.createElement("span");
    label.className = "label";
    label.textContent = entry.label;
    option.append(label);
    if (entry.says) {
      const says = document.createElement("span");
      says.className = "says";
      says.textContent = entry.says;
      option.append(says);
    }
    if (entry.fresh) option.classList.add("fresh");
    if (entry.ended) option.classList.add("past");
    return option;
  }

  window.Register.choosing = function (input, options) {
    const list = document.createElement("ul");
    serial += 1;
    list.id = `found-${serial}`;
    list.className = "found";
    list.setAttribute("role", "listbox");
    list.hidden = true;
    input.after(list);
    for (const [name, value] of Object.entries({
      role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false",
      "aria-controls": list.id, autocomplete: "off",
    })) input.setAttribute(name, value);

    let entries = [];
    let at = -1;
    let asked = 0;
    let answered = null; // the text the list was found for
    let timer = null;

    function mark(index) {
      at = index;
      [...list.children].forEach((option, number) => {
        option.setAttribute("aria-selected", String(number === index));
        if (number === index) option.scrollIntoView({ block: "nearest" });
      });
      if (index >= 0) input.setAttribute("aria-activedescendant", `${list.id}-${index}`);
      else input.removeAttribute("aria-activedescendant");
    }
    function close() {
      asked += 1;
      clearTimeout(timer);
      list.hidden = true;
      input.setAttribute("aria-expanded", "false");
      mark(-1);
    }
    function open(found) {
      entries = found;
      list.replaceChildren(...found.map((entry, index) => item(list, entry, index)));
      list.hidden = found.length === 0;
      input.setAttribute("aria-expanded", String(found.length > 0));
      if (found.length && (!options.free || options.first)) mark(0);
    }
    async function ask() {
      const text = input.value.trim();
      const mine = ++asked;
      let found = [];
      try { found = await options.find(text); } catch (error) { return; }
      if (mine !== asked || document.activeElement !== input) return;
      answered = text;
      const extra = options.fresh && text ? options.fresh(text, found) : null;
      open(extra ? [...found, extra] : found);
    }
    function choose(index) {
      const entry = entries[index];
      close();
      if (entry) options.pick(entry);
    }
    // What was typed wins over a list that is still on its way; the marked line of one that is there
    // is taken.
    async function settle() {
      clearTimeout(timer);
      if (list.hidden || answered !== input.value.trim()) await ask();
      if (list.hidden || at < 0) return false;
      choose(at);
      return true;
    }

    input.addEventListener("input", () => {
      if (options.typed) options.typed(input.value);
      clearTimeout(timer);
      timer = setTimeout(ask, 120);
    });
    input.addEventListener("focus", () => { if (options.onFocus) ask(); });
    input.addEventListener("blur", () => setTimeout(() => { if (document.activeElement !== input) close(); }, 150));
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) choose([...list.children].indexOf(option));
    });
    input.addEventListener("keydown", (event) => {
      if (event.isComposing || event.key === "Process") return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step && !list.hidden) {
        event.preventDefault();
        mark((at + step + entries.length) % entries.length);
      } else if (step === 1 && list.hidden) {
        event.preventDefault();
        ask();
      } else if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        event.stopPropagation();
        close();
      } else if (["Enter", "Tab"].includes(event.key) && !event.shiftKey && options.waits()) {
        event.preventDefault();
        event.stopPropagation();
        settle().then((chosen) => { if (chosen || options.free) options.next(); });
      }
    });
    return { close };
  };
})();
