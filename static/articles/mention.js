// Typing @ and a part of a name offers people with their titles on the day of the event, in the
// text, the lead and the captions. What was typed changes only when somebody chooses a line; input
// methods may rewrite it as they like, since every look reads the words before the caret anew.
(function () {
  "use strict";
  const form = document.getElementById("article_form");
  if (!form || "readonly" in form.dataset || !form.dataset.mention) return;
  const FIELDS = "textarea[name=sapo], textarea[name$=-caption], .ProseMirror";
  const TYPED = /(?:^|[^\p{L}\p{N}\p{M}_@])@([\p{L}][\p{L}\p{M}'’ʼ\- \u00a0]{0,59})$/u;
  const PAUSE = 120;

  // -- the two kinds of field: words before the caret, putting words there, where the caret is --
  function plain(field) {
    return {
      element: field,
      before: () => (field.selectionStart === field.selectionEnd ? field.value.slice(0, field.selectionStart) : ""),
      replace(from, to, words) {
        field.focus();
        field.setSelectionRange(from, to);
        // execCommand keeps what can be undone; Firefox before 89 does not know it here.
        if (document.execCommand("insertText", false, words)) return;
        field.setRangeText(words, from, to, "end");
        field.dispatchEvent(new Event("input", { bubbles: true }));
      },
      caret: () => field.getBoundingClientRect(),
    };
  }
  function page(element) {
    const at = () => element.editor.state.selection;
    return {
      element,
      before() {
        const { $from, empty } = at();
        return empty ? $from.parent.textBetween(0, $from.parentOffset, "\n", "\ufffc") : "";
      },
      replace(from, to, words) {
        const start = at().$from.start();
        const { view } = element.editor;
        view.dispatch(view.state.tr.insertText(words, start + from, start + to).scrollIntoView());
        view.focus();
      },
      caret: () => element.editor.view.coordsAtPos(at().from),
    };
  }
  const fieldOf = (element) => (element.editor ? page(element) : element.value === undefined ? null : plain(element));

  // -- the list --
  const box = document.createElement("div");
  box.className = "mention";
  box.hidden = true;
  const list = document.createElement("ul");
  list.id = "mention-list";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", gettext("Officials of that name"));
  const says = document.createElement("p");
  says.className = "mention-says";
  says.setAttribute("role", "status");
  box.append(list, says);
  (document.querySelector("main") || document.body).append(box);

  let field = null;    // where somebody types behind an @
  let shown = null;    // { query, rows } of the last answer
  let active = 0;
  let asked = "";      // the query that is on its way or answered
  let chosen = false;  // Enter was pressed before the answer came
  let left = null;     // words up to an @ that was closed with Esc
  let nobody = "";     // words up to and with a name nobody bears
  let timer = null;
  let request = null;

  function typed() {
    const before = field ? field.before().normalize("NFC") : "";
    const found = TYPED.exec(before);
    if (!found) return null;
    const at = before.length - found[1].length - 1;
    return { query: found[1].replace(/\s+/g, " "), at, lead: before.slice(0, at) };
  }
  function close() {
    clearTimeout(timer);
    if (request) request.abort();
    request = shown = null;
    asked = "";
    chosen = false;
    if (box.hidden) return;
    box.hidden = true;
    says.textContent = "";
    list.replaceChildren();
    for (const name of ["aria-controls", "aria-activedescendant", "aria-haspopup"]) field.element.removeAttribute(name);
  }
  function look() {
    const now = typed();
    if (!now) left = null;
    if (!now || now.lead === left || isNobody(now)) return close();
    if (now.query === asked) return;
    asked = now.query;
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE, now.query);
  }
  // Another word behind a name nobody bears is a sentence.
  const isNobody = (now) => nobody && `${now.lead}@${now.query}`.startsWith(`${nobody} `);
  async function ask(query) {
    if (request) request.abort();
    const mine = request = new AbortController();
    const about = { q: query, ngay: form.elements.namedItem("event_date")?.value || "", portal: form.dataset.portal };
    let answer;
    try {
      const response = await fetch(`${form.dataset.mention}?${new URLSearchParams(about)}`, { signal: mine.signal });
      if (!response.ok || response.redirected) throw new Error(response.status);
      answer = await response.json();
    } catch (error) {
      if (mine.signal.aborted) return;
      answer = { rows: [], says: gettext("The register cannot be reached now; the text stays as typed.") };
      asked = "";
    }
    if (request === mine) show(query, answer);
    const now = typed();
    if (now && asked === now.query && !answer.rows.length) nobody = `${now.lead}@${now.query.trimEnd()}`;
  }
  function show(query, answer) {
    request = null;
    shown = { query, rows: answer.rows };
    list.replaceChildren(...answer.rows.map(option));
    list.hidden = !answer.rows.length;
    says.textContent = answer.says;
    box.hidden = false;
    field.element.setAttribute("aria-controls", list.id);
    field.element.setAttribute("aria-haspopup", "listbox");
    mark(0);
    place();
    if (chosen && answer.rows.length) choose(0);
    chosen = false;
  }
  function option(row, number) {
    const line = document.createElement("li");
    line.id = `mention-${number}`;
    line.setAttribute("role", "option");
    for (const [name, words] of [["name", row.name], ["half", row.half], ["titles", row.titles]]) {
      if (!words) continue;
      const part = document.createElement("span");
      part.className = `mention-${name}`;
      part.textContent = words;
      line.append(part, " ");
    }
    return line;
  }
  function mark(number) {
    active = number;
    [...list.children].forEach((line, at) => line.setAttribute("aria-selected", String(at === number)));
    const line = list.children[number];
    if (!line) return field.element.removeAttribute("aria-activedescendant");
    field.element.setAttribute("aria-activedescendant", line.id);
    // Only the list scrolls: the line that is typed stays where the eye is.
    const below = line.offsetTop + line.offsetHeight - list.clientHeight;
    list.scrollTop = Math.max(below, Math.min(list.scrollTop, line.offsetTop));
  }
  // Below the line that is typed, above it where the keyboard or the buttons leave no room.
  function place() {
    if (box.hidden) return;
    const caret = field.caret();
    const bar = form.querySelector(".actions");
    const seen = window.visualViewport ? window.visualViewport.height : window.innerHeight;
    const floor = Math.min(seen, bar ? bar.getBoundingClientRect().top : seen);
    const above = caret.bottom + box.offsetHeight > floor && caret.top > box.offsetHeight;
    const widest = document.documentElement.clientWidth - box.offsetWidth - 8;
    box.style.left = `${Math.max(8, Math.min(caret.left, widest)) + window.scrollX}px`;
    box.style.top = `${(above ? caret.top - box.offsetHeight - 4 : caret.bottom + 4) + window.scrollY}px`;
  }

  // -- choosing --
  function honour(lead, words) {
    if (/đồng chí:?\s*$/iu.test(lead) || /các đồng chí[^.!?]*[:;]\s*$/iu.test(lead)) return "";
    const begins = /(?:^[\s"“‘(\-–•]*|[.!?…]["”’)]*\s+)$/u.test(lead);
    return `${begins ? words[0].toUpperCase() + words.slice(1) : words} `;
  }
  function choose(number) {
    const now = typed();
    const row = shown && shown.rows[number];
    if (!now || !row) return;
    const end = field.before().length;
    const words = honour(now.lead, row.honour) + row.words;
    close();
    // Counted back from the caret: letters in two signs make the composed text shorter.
    field.replace(field.before().lastIndexOf("@", end), end, words);
  }
  const KEYS = {
    ArrowDown: () => mark((active + 1) % shown.rows.length),
    ArrowUp: () => mark((active + shown.rows.length - 1) % shown.rows.length),
    Enter: pick,
    Tab: pick,
  };
  function pick() {
    if (shown.query === asked) choose(active);
    else chosen = true;
  }
  document.addEventListener("keydown", (event) => {
    if (box.hidden || event.isComposing || event.keyCode === 229 || !field.element.contains(event.target)) return;
    if (event.key === "Escape") {
      left = (typed() || { lead: null }).lead;
      close();
    } else if (KEYS[event.key] && shown.rows.length && !event.shiftKey && !event.ctrlKey && !event.altKey) {
      KEYS[event.key]();
    } else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);
  box.addEventListener("pointerdown", (event) => event.preventDefault());
  box.addEventListener("mousedown", (event) => event.preventDefault());
  box.addEventListener("click", (event) => {
    const line = event.target.closest("[role=option]");
    if (line) choose([...list.children].indexOf(line));
  });

  // -- when to look --
  function within(event) {
    const element = event.target.closest && event.target.closest(FIELDS);
    if (!element) return;
    if (!field || field.element !== element) {
      if (field) close();
      left = null;
      field = fieldOf(element);
    }
    if (field) setTimeout(look, 20);  // the editor reads the page a moment after the key
  }
  for (const name of ["input", "compositionend", "keyup", "click", "focusin"]) form.addEventListener(name, within);
  form.addEventListener("focusout", (event) => { if (field && event.target === field.element) close(); });
  form.addEventListener("submit", close);
  window.addEventListener("resize", place);
  if (window.visualViewport) window.visualViewport.addEventListener("resize", place);
})();
