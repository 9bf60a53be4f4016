// Checks what is written against the register, a moment after the last key: the findings beside the
// text, lines under the words, F8 to the next, Alt+Enter to mend. Never asks while an input method
// composes, and drops an answer about words that have changed since.
(function () {
  "use strict";
  const form = document.getElementById("article_form");
  const panel = document.getElementById("proof");
  if (!form || !panel) return;
  const reading = "readonly" in form.dataset;
  const PAUSE = 800;
  const number = form.dataset.key.startsWith("article:") ? form.dataset.key.slice(8) : "";
  const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
  const places = reading ? null : window.proofPlaces(form);
  const lines = reading ? null : window.proofLines(form);
  const badge = document.getElementById("proof-count");
  const here = document.getElementById("proof-here");
  const list = window.proofList(panel, {
    jump: reading ? null : jump, mend, pass, takeBack, same, keyed: () => number !== "",
  });

  let findings = [];     // as last answered, each with its `mark` where words can be marked
  let texts = new Map(); // what every marked field said when the marks were put
  let edits = 0;         // one more with every change: an answer to an older question is dropped
  let timer = null;
  let composing = false;
  let request = null;
  let active = null;

  // -- asking --
  function question() {
    const data = new FormData(form);
    const body = places.body();
    if (body) data.set("body", body.html());
    data.set("article", number);
    data.set("portal", form.dataset.portal);
    return data;
  }
  async function ask() {
    clearTimeout(timer);
    if (composing) return;
    if (request) request.abort();
    const mine = request = new AbortController();
    const asked = edits;
    const data = reading ? new URLSearchParams({ csrfmiddlewaretoken: token }) : question();
    try {
      const response = await fetch(panel.dataset.check, { method: "POST", body: data, signal: mine.signal });
      if (!response.ok || response.redirected) throw new Error(response.status);
      const answer = await response.json();
      if (asked === edits && request === mine) take(answer.findings);
    } catch (error) {
      if (!mine.signal.aborted) list.say(gettext("The article cannot be checked now; what you typed is safe."));
    } finally {
      if (request === mine) request = null;
    }
  }
  function later(pause = PAUSE) {
    clearTimeout(timer);
    timer = setTimeout(ask, pause);
  }
  function take(answer) {
    const before = active;
    findings = answer;
    active = null;
    for (const finding of findings) {
      const place = reading || finding.start === finding.end ? null : places.place(finding.field);
      if (!place) continue;
      const mark = { field: place.field, start: place.at + finding.start, end: place.at + finding.end, severity: finding.severity };
      const words = place.field.text().slice(mark.start, mark.end);
      if (words.normalize() === finding.quote.normalize()) Object.assign(finding, { mark, words });
      if (before && same(before, finding)) active = finding;
    }
    show();
  }
  function show() {
    const open = list.show(findings);
    const grave = open.filter((finding) => finding.severity !== "hint");
    badge.hidden = !open.length;
    badge.textContent = list.counted(open);
    badge.className = `proof-badge proof-mark-${grave.length ? grave[0].severity : "hint"}`;
    for (const tab of form.querySelectorAll("button[data-tab=checks] .proof-number")) tab.textContent = open.length ? ` (${open.length})` : "";
    if (!reading) underline();
    if (active && !open.includes(active)) leave();
  }
  function underline() {
    const marked = findings.filter((finding) => finding.mark && !finding.passed);
    texts = new Map();
    for (const { mark } of marked) if (!texts.has(mark.field.name)) texts.set(mark.field.name, mark.field.text());
    for (const finding of marked) finding.mark.active = finding === active;
    lines.show(marked.map((finding) => finding.mark));
  }

  // -- typing: marks move with their words, one whose words change goes at once. Before anything
  // else looks at the marks, since `underline` takes the texts as they are then. --
  function follow() {
    let gone = false;
    for (const [name, before] of texts) {
      const field = places.fieldNamed(name);
      const now = field ? field.text() : "";
      if (now === before) continue;
      texts.set(name, now);
      const most = Math.min(before.length, now.length);
      let front = 0;
      while (front < most && before[front] === now[front]) front += 1;
      let back = 0;
      while (back < most - front && before[before.length - 1 - back] === now[now.length - 1 - back]) back += 1;
      const shift = now.length - before.length;
      for (const finding of findings) {
        const { mark } = finding;
        if (!mark || mark.field.name !== name) continue;
        if (mark.start >= before.length - back) {
          mark.start += shift;
          mark.end += shift;
        } else if (mark.end > front) {
          finding.mark = null;
          gone = true;
        }
      }
    }
    if (gone) findings = findings.filter((finding) => finding.mark !== null);
    return gone;
  }
  function typed() {
    edits += 1;
    const gone = follow();
    if (!here.hidden) leave();
    if (gone) show();
    else lines.again();
    later();
  }

  // -- going there, mending --
  function same(one, other) {
    return one.kind === other.kind && one.quote === other.quote && one.expected === other.expected && one.field === other.field;
  }
  function openTab(name) {
    const tab = form.querySelector(`button[data-tab=${name}]`);
    if (tab && tab.offsetParent) tab.click();
  }
  function jump(finding) {
    const { mark } = finding;
    const target = mark ? mark.field.element : form.elements.namedItem(finding.field);
    const pane = target && target.closest && target.closest("[data-pane]");
    openTab(pane ? pane.dataset.pane : "text");
    if (!mark) return places.show(finding.field);
    const folded = target.closest("details");
    if (folded) folded.open = true;
    mark.field.select(mark.start, mark.end);
    const [first] = mark.field.lines([mark])[0];
    const middle = (window.innerHeight - form.querySelector(".actions").offsetHeight) / 2;
    if (first) window.scrollBy(0, first.bottom - middle);
    enter(finding);
    return undefined;
  }
  // The strip above the buttons: what is wrong where the caret stands, and the way to mend it.
  function enter(finding) {
    active = finding;
    list.active(finding);
    underline();
    here.querySelector(".proof-here-says").textContent = `${finding.word}: ${finding.label}. ${finding.message}`;
    here.querySelector(".proof-here-mend").hidden = finding.fix === null;
    here.hidden = false;
  }
  function leave() {
    active = null;
    here.hidden = true;
    list.active(null);
    underline();
  }
  function mend(finding) {
    const { mark, fix, words } = finding;
    if (fix === null || !mark || mark.field.text().slice(mark.start, mark.end) !== words) return later(0);
    // Only what differs is written, so that bold and links beside it stay.
    let front = 0;
    while (front < Math.min(words.length, fix.length) && words[front] === fix[front]) front += 1;
    let back = 0;
    while (back < Math.min(words.length, fix.length) - front && words[words.length - 1 - back] === fix[fix.length - 1 - back]) back += 1;
    if (/[\ud800-\udbff]/.test(words[front - 1] || "")) front -= 1;
    openTab(mark.field.element.closest("[data-pane]").dataset.pane);
    mark.field.replace(mark.start + front, mark.end - back, fix.slice(front, fix.length - back));
    findings = findings.filter((other) => other !== finding);
    leave();
    typed();
    show();
    return later(250);
  }

  // -- the keys --
  function caret() {
    for (const field of places.fields()) {
      const at = field.selection();
      if (at) return { field, start: at[0], end: at[1] };
    }
    return null;
  }
  function inOrder() {
    const order = places.fields().map((field) => field.name);
    const top = (name) => { const element = places.fieldNamed(name)?.element; return element ? element.getBoundingClientRect().top + window.scrollY : 0; };
    const height = new Map(order.map((name) => [name, top(name)]));
    return findings.filter((finding) => finding.mark && !finding.passed)
      .sort((one, other) => height.get(one.mark.field.name) - height.get(other.mark.field.name) || one.mark.start - other.mark.start);
  }
  function step(back) {
    const row = inOrder();
    if (!row.length) return;
    const at = caret();
    const tops = at ? at.field.element.getBoundingClientRect().top : -Infinity;
    const behind = ({ mark }) => (mark.field.name === at.field.name ? mark.start > at.start
      : mark.field.element.getBoundingClientRect().top > tops);
    const before = ({ mark }) => (mark.field.name === at.field.name ? mark.start < at.start
      : mark.field.element.getBoundingClientRect().top < tops);
    const next = !at ? row[0] : back ? [...row].reverse().find(before) || row[row.length - 1] : row.find(behind) || row[0];
    jump(next);
  }
  function atCaret() {
    const at = caret();
    return at && findings.find(({ mark, passed }) => mark && !passed && mark.field.name === at.field.name
      && mark.start <= at.end && at.start <= mark.end);
  }
  document.addEventListener("keydown", (event) => {
    if (reading || event.isComposing || event.keyCode === 229) return;
    if (event.key === "F8" && !event.ctrlKey && !event.altKey && !event.metaKey) step(event.shiftKey);
    else if (event.key === "Enter" && event.altKey && !event.ctrlKey && !event.shiftKey && form.contains(event.target)) {
      const finding = atCaret();
      if (!finding || finding.fix === null) return;
      mend(finding);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }, true);

  // -- passing over --
  async function send(address, finding, reason) {
    const { kind, quote, expected } = finding;
    const data = new URLSearchParams({ csrfmiddlewaretoken: token, kind, quote, expected, reason });
    try {
      const response = await fetch(address, { method: "POST", body: data });
      if (response.redirected) throw new Error(response.status);
      const answer = await response.json();
      if (answer.refused) return answer.refused;
    } catch (error) {
      return gettext("This could not be kept now; try again.");
    }
    await ask();
    return "";
  }
  async function pass(finding, reason) {
    const refused = await send(panel.dataset.pass, finding, reason);
    if (!refused) panel.querySelector("h2").focus();
    return refused;
  }
  async function takeBack(finding) {
    list.say(await send(panel.dataset.takeBack, finding, "") || panel.querySelector(".proof-says").textContent);
  }

  // -- when --
  badge.addEventListener("click", () => {
    openTab("checks");
    panel.scrollIntoView({ block: "nearest" });
    panel.querySelector("h2").focus({ preventScroll: true });
  });
  if (reading) return void ask();
  here.addEventListener("mousedown", (event) => event.preventDefault());
  here.querySelector(".proof-here-mend").addEventListener("click", () => active && mend(active));
  form.addEventListener("compositionstart", () => { composing = true; clearTimeout(timer); }, true);
  form.addEventListener("compositionend", () => { composing = false; later(); }, true);
  const ours = (event) => event.target.closest && event.target.closest(".proof");
  // Leaving a box somebody typed in says nothing new.
  const told = (event) => event.type === "change" && event.isTrusted && event.target.matches("textarea, input[type=text]");
  for (const name of ["input", "change", "article:changed"]) {
    form.addEventListener(name, (event) => { if (!ours(event) && !told(event)) typed(); });
  }
  form.addEventListener("click", (event) => {
    if (ours(event) || event.target.closest(".actions")) return;
    if (event.target.closest("button[data-tab]")) lines.again();
    setTimeout(() => {  // the editor reads the selection a moment after the click
      const finding = atCaret();
      if (finding) enter(finding);
      else if (!here.hidden) leave();
    }, 30);
  });
  const side = panel.parentElement;
  side.addEventListener("focusin", (event) => panel.classList.toggle("proof-still", !panel.contains(event.target)));
  // Back from the library, or from talking to the chief: what was done there counts here.
  window.addEventListener("focus", () => later(100));
  form.addEventListener("submit", () => { clearTimeout(timer); if (request) request.abort(); });
  function watch() {
    const editing = form.querySelector(".field-body .ProseMirror[contenteditable]");
    if (!editing || !editing.editor) return false;
    editing.editor.on("update", typed);
    later(0);
    return true;
  }
  if (!watch()) form.addEventListener("prose-editor:ready", watch, { once: true });
})();
