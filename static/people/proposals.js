// Proposed terms by keyboard: J, K, A, E, X, Z. Without script every row is an ordinary form.
document.addEventListener("DOMContentLoaded", function () {
  "use strict";
  const list = document.querySelector("[data-proposals]");
  if (!list) return;
  const rows = [...list.querySelectorAll("[data-proposal]")];
  const told = document.querySelector("[data-told]");
  let current = -1;
  let lastRefused = null;

  async function get(address, text) {
    const answer = await fetch(`${address}?${new URLSearchParams({ q: text })}`, { credentials: "same-origin" });
    if (!answer.ok) throw new Error(answer.status);
    return (await answer.json()).found.map((one) => ({ label: one.name, says: one.says, ended: one.ended, value: one }));
  }

  function chooses(input, hidden, address, after) {
    window.Register.choosing(input, {
      find: (text) => get(address, text),
      free: true,
      waits: () => false,
      typed: () => { hidden.value = ""; after(null); },
      pick: (entry) => { hidden.value = entry.value.id; input.value = entry.value.name; after(entry.value); },
      next: () => {},
    });
  }

  function go(index) {
    if (!rows.length) return;
    if (rows[current]) rows[current].classList.remove("is-current");
    current = Math.max(0, Math.min(rows.length - 1, index));
    rows[current].classList.add("is-current");
    rows[current].focus({ preventScroll: true });
    rows[current].scrollIntoView({ block: "nearest" });
  }

  function nextOpen(from) {
    const next = rows.findIndex((row, index) => index > from && !row.classList.contains("is-settled"));
    if (next >= 0) go(next);
  }

  function settle(row, answer) {
    row.classList.add("is-settled");
    const outcome = document.createElement("p");
    outcome.className = "proposal-outcome";
    outcome.textContent = answer.says;
    row.append(outcome);
    told.textContent = `${row.querySelector("h2").textContent}: ${answer.says}`;
    if (answer.draft) {
      document.querySelector("[data-draft]").hidden = false;
      document.querySelector("[data-draft-link]").href = answer.draft;
    }
  }

  async function send(row, address) {
    const form = row.querySelector("[data-accept]");
    const words = row.querySelector("[data-refused]");
    const response = await fetch(address, {
      method: "POST", body: new FormData(form), headers: { Accept: "application/json" },
      credentials: "same-origin",
    });
    if (!response.ok) throw new Error(response.status);
    const answer = await response.json();
    words.hidden = !answer.refused;
    words.textContent = answer.refused;
    return answer;
  }

  function act(row, button) {
    const form = row.querySelector("[data-accept]");
    const refuses = button.hasAttribute("data-refuse");
    const address = refuses ? button.getAttribute("formaction") : form.action;
    const buttons = [...row.querySelectorAll("button")];
    buttons.forEach((one) => { one.disabled = true; });
    send(row, address).then((answer) => {
      if (answer.refused) return row.querySelector("[data-refused]").scrollIntoView({ block: "nearest" });
      settle(row, answer);
      if (refuses) lastRefused = row;
      nextOpen(rows.indexOf(row));
    }).catch(() => {
      if (refuses) form.action = address;
      form.submit();
    }).finally(() => buttons.forEach((one) => { one.disabled = false; }));
  }

  function takeBack() {
    const row = lastRefused;
    if (!row) return;
    send(row, row.dataset.reopen).then((answer) => {
      if (answer.refused) return;
      lastRefused = null;
      row.classList.remove("is-settled");
      row.querySelector(".proposal-outcome").remove();
      go(rows.indexOf(row));
    }).catch(() => location.reload());
  }

  for (const row of rows) {
    const form = row.querySelector("[data-accept]");
    row.addEventListener("focusin", () => {
      const index = rows.indexOf(row);
      if (index !== current && row.contains(document.activeElement) && document.activeElement !== row) {
        if (rows[current]) rows[current].classList.remove("is-current");
        current = index;
        row.classList.add("is-current");
      }
    });
    if (!form) continue;
    const who = form.querySelector("[data-who]");
    chooses(form.elements.name, form.elements.person, list.dataset.people, (person) => {
      who.textContent = person ? person.says : who.dataset.new;
    });
    chooses(form.elements.body_name, form.elements.body, list.dataset.bodies, () => {});
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      act(row, event.submitter || form.querySelector("button"));
    });
  }

  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if (typing && event.key === "Escape" && rows[current]) return rows[current].focus();
    if (typing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const row = rows[current];
    const keys = {
      j: () => go(current + 1), ArrowDown: () => go(current + 1),
      k: () => go(current - 1), ArrowUp: () => go(current - 1),
      a: () => row && act(row, row.querySelector("[data-accept] button")),
      x: () => row && act(row, row.querySelector("[data-refuse]")),
      e: () => row && row.querySelector("[data-accept] input:not([type=hidden])").focus(),
      z: takeBack,
    };
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (!keys[key] || ((key === "a" || key === "x" || key === "e") && (!row || row.classList.contains("is-settled") || !row.querySelector("[data-accept]")))) return;
    event.preventDefault();
    keys[key]();
  });
});
