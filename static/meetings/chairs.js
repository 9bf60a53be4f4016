// The cell of who chairs: officials are offered as one types, several are parted by semicolons; what
// nobody is chosen for stays as typed. Meetings.chairs(cell, {chosen, known, address, query, next}):
// `chosen` is the hidden field of ids, `known` the list of titles beneath the cell, `query()` says
// the line's day, `next()` goes to the next field.
window.Meetings = window.Meetings || {};
(function () {
  "use strict";

  // The part between two semicolons in which the caret stands.
  function partAt(cell) {
    const start = cell.selectionStart ? cell.value.lastIndexOf(";", cell.selectionStart - 1) + 1 : 0;
    const stop = cell.value.indexOf(";", cell.selectionStart);
    const end = stop < 0 ? cell.value.length : stop;
    return { start, end, words: cell.value.slice(start, end).trim() };
  }
  // As if typed: Ctrl+Z brings back what stood there.
  function write(cell, part, name) {
    const words = part.start ? ` ${name}` : name;
    cell.setSelectionRange(part.start, part.end);
    if (document.execCommand("insertText", false, words)) return;
    cell.setRangeText(words, part.start, part.end, "end");
    cell.dispatchEvent(new Event("input", { bubbles: true }));
  }

  window.Meetings.chairs = function (cell, { chosen, known, address, query, next }) {
    let settled = null; // the part somebody has decided about: taken from the list, or left as typed
    let leaving = false;
    let taken = false;
    const isKnown = (words) => [...known.children].some((item) => item.dataset.name === words);

    function tell() {
      const parts = cell.value.split(";").map((words) => words.trim());
      for (const item of known.children) item.hidden = !parts.includes(item.dataset.name);
    }
    function take(entry) {
      const id = entry.value.split(":")[0];
      const others = chosen.value.split(" ").filter((each) => each && each.split(":")[0] !== id);
      chosen.value = [...others, entry.value].join(" ");
      for (const item of [...known.children]) if (item.dataset.name === entry.label) item.remove();
      const item = document.createElement("li");
      item.dataset.name = entry.label;
      item.textContent = entry.says;
      known.append(item);
      settled = entry.label;
      taken = true;
      write(cell, partAt(cell), entry.label);
      tell();
    }

    cell.addEventListener("keydown", (event) => {
      leaving = event.key === "Tab";
      taken = false;
      if (event.key === "Escape") settled = partAt(cell).words;
      if (event.key === "ArrowDown") settled = null;
    });
    window.Register.choosing(cell, {
      free: true,
      first: true,
      find: async () => {
        const { words } = partAt(cell);
        if (words.length < 2 || words === settled) return [];
        const answer = await fetch(`${address}?${new URLSearchParams({ q: words, ...query() })}`, { credentials: "same-origin" });
        if (!answer.ok) throw new Error(answer.status);
        return (await answer.json()).found;
      },
      typed: () => {
        if (partAt(cell).words !== settled) settled = null;
        tell();
      },
      waits: () => {
        const { words } = partAt(cell);
        return !leaving && words.length > 1 && words !== settled && !isKnown(words);
      },
      pick: take,
      next: () => { if (!taken) next(); },
    });
  };

  // The page of one meeting.
  const single = document.getElementById("id_chair");
  const finder = document.getElementById("chair-finder");
  if (!single || !finder) return;
  const known = document.createElement("ul");
  known.className = "chairs-known";
  single.after(known);
  window.Meetings.chairs(single, {
    chosen: document.getElementById("id_chosen"),
    known,
    address: finder.dataset.people,
    query: () => ({ ngay: document.getElementById("id_day").value, trang: finder.dataset.portal }),
    next: () => document.getElementById("id_guest_words").focus(),
  });
})();
