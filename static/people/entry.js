// The table of a decision: rows typed by keyboard, sentences under each, nothing lost.
(function () {
  "use strict";
  const form = document.getElementById("entry");
  if (!form) return;
  const sheet = JSON.parse(document.getElementById("sheet-data").textContent);
  const { words, addresses } = sheet;
  const box = document.getElementById("lines");
  const NEEDS_TERMS = ["end", "move", "correct", "strike"];
  const NEEDS_TITLE = ["appoint", "move", "correct"];
  const lines = []; // {row, element, ...}
  let serial = 0;

  const make = (tag, options = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), options);
    element.append(...children);
    return element;
  };
  const dayAsked = () => form.elements.decided_on.value.trim();
  async function get(address, query) {
    const answer = await fetch(`${address}?${new URLSearchParams(query)}`, { credentials: "same-origin" });
    if (!answer.ok) throw new Error(answer.status);
    return answer.json();
  }

  // -- one labelled field of a line --
  function cell(line, name, label, input) {
    serial += 1;
    input.id = `field-${serial}`;
    input.dataset.name = name;
    const tag = make("label", { htmlFor: input.id, textContent: label });
    return make("div", { className: `cell ${name}` }, tag, input);
  }
  function text(line, name, label, options = {}) {
    const input = make("input", { type: "text", autocomplete: "off", value: line.row[name] || "", ...options });
    input.addEventListener("input", () => { line.row[name] = input.value; changed(); });
    return cell(line, name, label, input);
  }
  function select(line, name, label, choices, after) {
    const input = make("select");
    for (const [value, said] of choices) input.append(make("option", { value, textContent: said }));
    input.value = line.row[name] || choices[0][0];
    input.addEventListener("change", () => { line.row[name] = input.value; if (after) after(); changed(); });
    return cell(line, name, label, input);
  }

  // -- who and which body: chosen from what the register knows, or new --
  const shown = (chosen) => (chosen ? chosen.name || chosen.new || chosen.text || "" : "");
  function tagNew(input, chosen) {
    input.classList.toggle("is-new", Boolean(chosen && chosen.new));
    input.classList.toggle("unsettled", Boolean(chosen && chosen.text));
  }
  function chooser(line, name, label, options) {
    const input = make("input", { type: "text", value: shown(line.row[name]), spellcheck: false });
    const wrapped = cell(line, name, label, input);
    tagNew(input, line.row[name]);
    window.Register.choosing(input, {
      find: options.find,
      fresh: options.fresh,
      waits: () => Boolean(line.row[name] && line.row[name].text),
      typed: (value) => {
        line.row[name] = value.trim() ? { text: value } : null;
        delete line.row.carried;
        tagNew(input, line.row[name]);
        changed();
      },
      pick: (entry) => {
        line.row[name] = entry.value;
        input.value = shown(entry.value);
        tagNew(input, entry.value);
        if (options.after) options.after(entry);
        changed();
      },
      next: () => next(line, input),
    });
    return wrapped;
  }
  const news = (name) => lines.map((line) => line.row[name]).filter((chosen) => chosen && chosen.new);
  function withNew(name, typed, found) {
    const folded = typed.toLowerCase();
    const seen = new Set();
    const mine = news(name).filter((chosen) => chosen.new.toLowerCase().includes(folded) && !seen.has(chosen.new) && seen.add(chosen.new));
    return [...mine.map((chosen) => ({ label: chosen.new, says: words.is_new, value: { new: chosen.new } })), ...found];
  }
  async function findPeople(typed) {
    if (!typed) return [];
    const { found } = await get(addresses.people, { q: typed, day: dayAsked() });
    return withNew("person", typed, found.map((one) => ({ label: one.name, says: one.says, value: { id: one.id, name: one.name } })));
  }
  const newPerson = (typed) => ({ label: words.new_person + typed, fresh: true, value: { new: typed.trim() } });
  const guesses = new Map();
  async function findBodies(typed) {
    if (!typed) return [];
    const answer = await get(addresses.bodies, { q: typed, day: dayAsked() });
    guesses.set(typed, answer.new);
    return withNew("body", typed, answer.found.map((one) => ({ label: one.name, says: one.says, ended: one.ended, value: { id: one.id, name: one.name } })));
  }
  const newBody = (typed) => ({ label: words.new_body + typed, fresh: true, value: { new: typed.trim() }, guess: guesses.get(typed) });

  function rankCell(line) {
    const wrapped = text(line, "rank", words.rank);
    const input = wrapped.querySelector("input");
    const find = async (typed) => {
      const body = line.row.body && line.row.body.id;
      if (!body) return [];
      const { found } = await get(addresses.ranks, { body, q: typed });
      return found.filter((rank) => rank !== typed).map((rank) => ({ label: rank, value: rank }));
    };
    window.Register.choosing(input, {
      find, free: true, onFocus: true, waits: () => true,
      typed: () => {},
      pick: (entry) => { line.row.rank = input.value = entry.value; changed(); },
      next: () => next(line, input),
    });
    return wrapped;
  }

  // -- the titles a person has, to be given up, moved from, set right --
  async function loadTerms(line) {
    const id = line.row.person && line.row.person.id;
    if (!id || !NEEDS_TERMS.includes(line.row.act)) { drawTerms(line); return; }
    if (line.termsOf !== id) {
      let found = [];
      try { found = (await get(addresses.terms, { person: id, day: dayAsked() })).found; }
      catch (error) { return; }
      if (!line.row.person || line.row.person.id !== id) return;
      Object.assign(line, { terms: found, termsOf: id });
    }
    const held = line.terms.filter((term) => term.held);
    const known = new Set(line.terms.map((term) => term.id));
    line.row.terms = (line.row.terms || []).filter((key) => known.has(key));
    if (!line.row.terms.length && held.length === 1) tick(line, held[0], true);
    drawTerms(line);
    changed();
  }
  function tick(line, term, on) {
    const only = line.row.act === "correct";
    const others = only ? [] : (line.row.terms || []).filter((key) => key !== term.id);
    line.row.terms = on ? [...others, term.id] : others;
    if (only && on) fillFrom(line, term);
  }
  function fillFrom(line, term) {
    for (const name of ["rank", "body", "status", "on", "to", "elected", "approved", "precedence", "document"]) line.row[name] = term[name];
    draw(line);
  }
  function drawTerms(line) {
    const place = line.element.querySelector(".terms");
    if (!place) return;
    const had = place.contains(document.activeElement) ? document.activeElement.value : null;
    place.replaceChildren();
    if (!(line.row.person && line.row.person.id === line.termsOf)) return;
    if (!line.terms.length) place.append(make("p", { className: "quiet", textContent: words.no_terms }));
    const kind = line.row.act === "correct" ? "radio" : "checkbox";
    for (const term of line.terms) {
      if (!term.held && line.row.act !== "correct" && line.row.act !== "strike") continue;
      serial += 1;
      const input = make("input", { type: kind, name: `terms-${line.number}`, value: term.id, checked: (line.row.terms || []).includes(term.id) });
      input.addEventListener("change", () => { tick(line, term, input.checked); changed(); });
      const said = make("span", {}, term.words, " ", make("span", { className: "quiet", textContent: term.span }));
      place.append(make("label", { className: "term" }, input, said));
      if (had === String(term.id)) input.focus();
    }
  }

  // -- a whole line --
  function draw(line) {
    const { row } = line;
    const parts = [make("span", { className: "number" })];
    if (row.act === "line") {
      parts.push(make("p", { className: "fixed", textContent: row.says }));
    } else {
      parts.push(chooser(line, "person", words.who, { find: findPeople, fresh: newPerson, after: () => { row.terms = []; loadTerms(line); } }));
      parts.push(select(line, "act", words.what, sheet.acts, () => { if (row.act === "correct") row.terms = []; draw(line); loadTerms(line); line.element.querySelector(".act select").focus(); }));
      parts.push(titleCells(line));
      if (row.act !== "strike") parts.push(text(line, "on", row.act === "end" ? words.last : words.on, { className: "day", placeholder: row.act === "correct" ? "" : dayAsked() || words.own_day }));
      if (NEEDS_TITLE.includes(row.act)) parts.push(moreCells(line));
    }
    parts.push(tools(line));
    line.says = make("div", { className: "says" });
    line.element.className = `line act-${row.act}${line.open ? " open" : ""}`;
    line.element.replaceChildren(...parts, line.says);
    drawTerms(line);
    number();
    drawSays(line);
  }
  function titleCells(line) {
    const place = make("div", { className: "titles" });
    if (NEEDS_TERMS.includes(line.row.act)) {
      place.append(make("div", { className: "terms", role: "group", ariaLabel: words.terms }));
    }
    if (NEEDS_TITLE.includes(line.row.act)) {
      place.append(rankCell(line), chooser(line, "body", words.body, { find: findBodies, fresh: newBody, after: (entry) => guessed(line, entry) }));
    }
    return place;
  }
  function guessed(line, entry) {
    if (!entry.guess) { if (line.row.body_kind) { delete line.row.body_kind; delete line.row.body_level; } return; }
    line.row.body_kind = entry.guess.kind;
    line.row.body_level = entry.guess.level;
    line.open = line.open || !entry.guess.level;
    draw(line);
  }
  function moreCells(line) {
    const place = make("div", { className: "more", hidden: !line.open });
    place.append(
      select(line, "status", words.status, sheet.statuses), text(line, "to", words.to, { className: "day" }),
      text(line, "elected", words.elected, { className: "day" }), text(line, "approved", words.approved, { className: "day" }),
      text(line, "document", words.document, { maxLength: 200 }), text(line, "precedence", words.precedence, { inputMode: "numeric" }),
    );
    if (line.row.act === "correct") place.append(chooser(line, "right_person", words.right_person, { find: findPeople, fresh: newPerson }));
    if (line.row.body && line.row.body.new) {
      place.append(select(line, "body_kind", words.kind, sheet.kinds), select(line, "body_level", words.level, [["", words.choose], ...sheet.levels]));
    }
    return place;
  }
  function tools(line) {
    const place = make("div", { className: "tools" });
    if (NEEDS_TITLE.includes(line.row.act)) {
      const more = make("button", { type: "button", className: "link", textContent: line.open ? words.less : words.more });
      more.setAttribute("aria-expanded", String(Boolean(line.open)));
      more.addEventListener("click", () => { line.open = !line.open; draw(line); line.element.querySelector(line.open ? ".more select" : ".tools button").focus(); });
      place.append(more);
    }
    const away = make("button", { type: "button", className: "link remove", textContent: "×", title: words.remove, ariaLabel: words.remove });
    away.addEventListener("click", () => remove(line));
    place.append(away);
    return place;
  }
  function add(row, after) {
    const line = { row, element: make("div", { className: "line" }), terms: [], termsOf: null, open: false, explained: null };
    line.open = Boolean(row.status && row.status !== "holds") || ["to", "elected", "approved", "precedence"].some((name) => row[name]) && row.act !== "correct";
    line.element.addEventListener("keydown", (event) => keys(event, line));
    const place = after ? lines.indexOf(after) + 1 : lines.length;
    lines.splice(place, 0, line);
    box.insertBefore(line.element, box.children[place] || null);
    draw(line);
    if (NEEDS_TERMS.includes(row.act)) loadTerms(line);
    return line;
  }
  function remove(line) {
    const place = lines.indexOf(line);
    lines.splice(place, 1);
    line.element.remove();
    if (!lines.length) add({ act: "appoint" });
    number();
    focusFirst(lines[Math.min(place, lines.length - 1)]);
    changed();
  }
  function number() {
    lines.forEach((line, place) => {
      line.number = place;
      const tag = line.element.querySelector(".number");
      if (tag) tag.textContent = place + 1;
      line.element.setAttribute("role", "group");
      line.element.setAttribute("aria-label", `${words.line} ${place + 1}`);
    });
  }

  // -- keyboard: Enter goes on, and makes the next line at the end --
  const fields = (line) => [...line.element.querySelectorAll("input, select")].filter((field) => field.offsetParent);
  function focusFirst(line) {
    const [first] = fields(line);
    if (first) first.focus();
  }
  // A line may have been drawn anew meanwhile: then its field of the same name counts.
  function next(line, field) {
    const all = fields(line);
    const place = all.findIndex((one) => (field.isConnected ? one === field : one.dataset.name === field.dataset.name));
    if (place < all.length - 1) { all[place + 1].focus(); return; }
    const below = lines[lines.indexOf(line) + 1];
    if (below) focusFirst(below);
    else focusFirst(add(following(line.row), line));
  }
  // The next line of an election is mostly about the same body.
  function following(row) {
    if (row.act !== "appoint" || !row.body || row.body.text) return { act: row.act === "line" ? "appoint" : row.act };
    return { act: "appoint", body: { ...row.body }, body_kind: row.body_kind, body_level: row.body_level, carried: true };
  }
  function again(line) {
    const { act, rank, body, body_kind, body_level, status, on, elected, approved } = line.row;
    focusFirst(add({ act, rank, body, body_kind, body_level, status, on, elected, approved, carried: true }, line));
  }
  function keys(event, line) {
    if (event.isComposing) return;
    if (event.key === "Enter" && event.target.matches("input, select")) {
      event.preventDefault();
      next(line, event.target);
    } else if (event.key.toLowerCase() === "d" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      if (line.row.act !== "line") again(line);
    }
  }
  for (const field of form.querySelectorAll(".head input")) {
    field.addEventListener("keydown", (event) => { if (event.key === "Enter") { event.preventDefault(); const all = [...form.querySelectorAll(".head input")]; (all[all.indexOf(field) + 1] || fields(lines[0])[0]).focus(); } });
  }
  form.elements.decided_on.addEventListener("change", () => {
    for (const line of lines) {
      const input = line.element.querySelector(".on input");
      if (input && line.row.act !== "correct") input.placeholder = dayAsked() || words.own_day;
    }
  });

  // -- sentences while one types --
  let timer = null;
  let round = 0;
  const blank = (row) => !row.line && !row.person && !(row.terms || []).length && (row.carried || (!row.rank && !row.body));
  function told() {
    return lines.map((line) => {
      const { says, carried, ...row } = line.row;
      return blank(line.row) ? {} : row;
    });
  }
  async function explain() {
    const mine = ++round;
    const data = new FormData();
    data.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    data.set("rows", JSON.stringify(told()));
    data.set("decided_on", dayAsked());
    let answer;
    try {
      const reply = await fetch(addresses.explain, { method: "POST", body: data, credentials: "same-origin" });
      if (!reply.ok) throw new Error(reply.status);
      answer = await reply.json();
    } catch (error) {
      document.getElementById("sum").textContent = words.offline;
      return;
    }
    if (mine === round) showExplained(answer);
  }
  function showExplained(answer) {
    lines.forEach((line, place) => { line.explained = answer.rows[place] || null; drawSays(line); });
    const wrong = lines.filter((line) => line.explained && line.explained.wrong.length).length + answer.whole.length;
    const lacks = lines.filter((line) => line.explained && line.explained.lacks).length;
    const sum = document.getElementById("sum");
    sum.replaceChildren(`${told().filter((row) => Object.keys(row).length).length} ${words.lines}. `);
    if (!wrong && !lacks && answer.lines) sum.append(make("span", { className: "state state-on", textContent: words.good }));
    for (const sentence of answer.whole) sum.append(make("strong", { className: "wrong", textContent: sentence }));
  }
  function drawSays(line) {
    const found = line.explained;
    line.says.replaceChildren();
    line.element.classList.toggle("has-wrong", Boolean(found && found.wrong.length));
    line.element.classList.toggle("has-lacks", Boolean(found && found.lacks));
    if (!found) return;
    if (line.row.act !== "line") for (const sentence of found.says) line.says.append(make("p", { textContent: sentence }));
    for (const sentence of found.wrong) line.says.append(make("p", { className: "wrong", textContent: sentence }));
    for (const sentence of found.look) line.says.append(make("p", { className: "look", textContent: sentence }));
    if (found.lacks) line.says.append(make("p", { className: "lacks", textContent: found.lacks }));
  }

  // -- a copy on this machine, until the server has it --
  const typed = () => ({ fields: Object.fromEntries(["subject", "number", "decided_on", "note"].map((name) => [name, form.elements[name].value])), rows: told() });
  const copy = window.Register.keeping(form, { typed, restore, says: words.kept });
  function changed() {
    copy.touch();
    clearTimeout(timer);
    timer = setTimeout(() => { copy.keep(); explain(); }, 350);
  }
  function restore(kept) {
    for (const [name, value] of Object.entries(kept.fields)) form.elements[name].value = value;
    for (const line of [...lines]) { lines.splice(lines.indexOf(line), 1); line.element.remove(); }
    const rows = kept.rows.filter((row) => Object.keys(row).length);
    for (const row of rows.length ? rows : [{ act: "appoint" }]) add(row);
    changed();
  }

  form.addEventListener("input", (event) => { if (event.target.closest(".head, #id_note")) changed(); });
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "1";
    form.elements.rows.value = JSON.stringify(told());
    copy.keep();
    copy.send();
  });
  window.addEventListener("pageshow", () => { delete form.dataset.sent; });
  document.getElementById("add-line").addEventListener("click", () => {
    focusFirst(add(lines.length ? following(lines[lines.length - 1].row) : { act: "appoint" }));
  });

  for (const row of sheet.rows.length ? sheet.rows : [{ act: "appoint" }]) add(Object.keys(row).length ? row : { act: "appoint" });
  clearTimeout(timer);
  showExplained(sheet.explained);
  copy.offer();
  const refused = document.querySelector(".messagelist .error") && lines.find((line) => line.element.matches(".has-lacks, .has-wrong"));
  if (!form.elements.subject.value) form.elements.subject.focus();
  else if (refused) focusFirst(refused);
})();
