// Keeps what is typed, every few seconds: on the server, and on this machine until the server has
// it. Never sends while an input method composes. Says in words where the text lies; offers what
// was left unsaved; goes on by itself when the line or the session is back.
(function () {
  "use strict";
  const form = document.getElementById("article_form");
  if (!form || "readonly" in form.dataset) return;
  const HERE = 300;           // a copy on this machine, at most so often
  const PAUSE = 1500;         // sent after so long a rest,
  const AT_MOST = 5000;       // and while typing goes on, so often
  const AGAIN = 8000;         // after a failure
  const THERE = 25000;        // says that somebody is here
  const IDLE = 10 * 60000;    // who types nothing for so long is no longer here
  const SLOWEST = 15000;
  const SMALL = 60000;        // what a closing page may still send

  const typed = window.typedForm(form);
  const line = document.getElementById("saved-locally");
  const article = form.dataset.key.startsWith("article:") ? form.dataset.key.slice(8) : "";
  const place = `${form.dataset.user}:${form.dataset.key}:`;
  const given = (id) => JSON.parse(document.getElementById(id).textContent);
  const revision = () => form.elements.namedItem("revision").value || "0";

  let page = form.dataset.page;
  let token = page;
  let over = "";          // the page whose kept text was answered
  let number = 0;         // one more with every change
  let atOpening = null;
  let onServer = null;    // what the server has, as JSON
  let here = null;        // what this machine has
  let composing = false;
  let sending = null;
  let trouble = "";       // "", "offline", "server", "signed out", "refused"
  let unsent = 0;         // since when something waits to be sent
  let lastKey = 0;
  let leaving = false;
  let sendTimer = null;
  let hereTimer = null;
  let disk = Promise.resolve();

  // -- words --
  function say(words, address) {
    line.classList.toggle("in-trouble", trouble !== "");
    if (line.dataset.said === words) return;
    line.dataset.said = words;
    line.textContent = words;
    if (!address) return;
    const way = document.createElement("a");
    way.href = `${address}?next=/toa-soan/`;
    way.target = "_blank";
    way.rel = "opener";
    way.textContent = gettext("Sign in in a new window");
    line.append(" ", way);
  }
  function fails(what, words, address) {
    trouble = what;
    say(words, address);
    clearTimeout(sendTimer);
    sendTimer = setTimeout(send, AGAIN);
    keepHere();
  }
  const offline = () => fails("offline", gettext("No network: kept on this machine"));
  function tell(id, words) {
    const box = document.getElementById(id);
    box.hidden = !words;
    if (box.textContent !== words) box.textContent = words;
  }

  // -- on this machine --
  const slotOf = (of) => place + of;
  function keepHere() {
    clearTimeout(hereTimer);
    hereTimer = null;
    if (atOpening === null || leaving === "saved") return;
    const pairs = typed.pairs();
    const now = JSON.stringify(pairs);
    if (now === here || now === onServer || (here === null && now === atOpening)) return;
    here = now;
    number += 1;
    const copy = { slot: slotOf(page), page, token, number, revision: revision(), at: Date.now(), pairs };
    window.keptHere.now(copy);
    disk = disk.then(() => window.keptHere.put(copy)).then(() => {
      // A key pressed while this was written down still waits for its own turn.
      const all = here === now && hereTimer === null;
      if (all && form.dataset.keeping === "waiting") form.dataset.keeping = "here";
    }).catch(() => { /* a full store: the server has it */ });
  }
  function forgetHere(of) {
    disk = disk.then(() => window.keptHere.drop(slotOf(of)));
  }

  // -- to the server --
  function question(extra) {
    const data = new URLSearchParams({
      user: form.dataset.user, article, portal: form.dataset.portal, token, page, number, over,
      revision: revision(), typing: lastKey && Date.now() - lastKey < IDLE ? "1" : "0", ...extra,
    });
    return data;
  }
  function post(address, data, options) {
    return fetch(address, {
      method: "POST", body: data, redirect: "manual", headers: { "X-CSRFToken": secret() }, ...options,
    });
  }
  // Signing in elsewhere gives this browser a new one.
  function secret() {
    const field = form.elements.namedItem("csrfmiddlewaretoken");
    const cookie = document.cookie.match(/(?:^|;\s*)csrftoken=([^;]+)/);
    if (cookie) field.value = cookie[1];
    return field.value;
  }
  // True when the server has what the form holds.
  async function send(asked) {
    clearTimeout(sendTimer);
    if (sending) return sending;
    if (composing || atOpening === null) {
      sendTimer = setTimeout(send, PAUSE);
      return false;
    }
    const pairs = typed.pairs();
    const now = JSON.stringify(pairs);
    const changed = now !== (onServer === null ? atOpening : onServer);
    if (!changed && !asked && !trouble) { unsent = 0; form.dataset.keeping = "kept"; return true; }
    keepHere();
    const mine = number;
    sending = attempt(changed ? { typed: now } : {}, changed ? now : null, mine);
    const done = await sending;
    sending = null;
    const more = done && JSON.stringify(typed.pairs()) !== (onServer === null ? atOpening : onServer);
    if (more) soon();
    else if (done) form.dataset.keeping = "kept";
    return done;
  }
  async function attempt(extra, now, mine) {
    const stop = new AbortController();
    const slow = setTimeout(() => stop.abort(), SLOWEST);
    try {
      const answer = await post(form.dataset.keep, question(extra), { signal: stop.signal });
      if (answer.status === 401 || answer.status === 403 || answer.type === "opaqueredirect") {
        const { sign_in: way, says } = await answer.json().catch(() => ({}));
        fails("signed out", says || gettext("You are signed out; the text is kept on this machine."), way || form.dataset.login);
        return false;
      }
      if (answer.status === 409) {
        const { other } = await answer.json();
        trouble = "refused";
        say(gettext("Kept on this machine: first answer the line on top"));
        offer({ ...other, server: true });
        return false;
      }
      if (!answer.ok) throw new Error(answer.status);
      return await taken(await answer.json(), now, mine);
    } catch (error) {
      if (navigator.onLine === false || error instanceof TypeError) offline();
      else fails("server", gettext("The server does not answer: kept on this machine"));
      return false;
    } finally {
      clearTimeout(slow);
    }
  }
  async function taken(answer, now, mine) {
    if (answer.refused) { fails("refused", answer.refused); return false; }
    if (answer.saved) { anew(); return false; }
    const before = trouble;
    trouble = "";
    if (now !== null) {
      onServer = now;
      if (here === now) { here = null; if (number === mine) forgetHere(page); }
    }
    unsent = 0;
    if (answer.at && (now !== null || before || line.dataset.said === undefined)) say(interpolate(gettext("Kept %s"), [answer.at]));
    tell("typed-others", (answer.others || []).join("; "));
    tell("typed-newer", answer.newer || "");
    return true;
  }
  // The page was saved and is back on the screen: from here on it is another one.
  function anew() {
    page = `${form.dataset.page.slice(0, 20)}-${Math.random().toString(36).slice(2, 12)}`;
    form.elements.namedItem("typed_page").value = page;
    token = page;
    onServer = here = null;
    soon();
  }

  // -- while typing goes on --
  function changed() {
    if (atOpening === null) return;
    lastKey = Date.now();
    form.dataset.keeping = "waiting";
    if (hereTimer === null) hereTimer = setTimeout(keepHere, HERE);
    if (!trouble) soon();
  }
  function soon() {
    const now = Date.now();
    unsent = unsent || now;
    clearTimeout(sendTimer);
    sendTimer = setTimeout(send, Math.max(0, Math.min(PAUSE, unsent + AT_MOST - now)));
  }
  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("article:changed", changed);
  form.addEventListener("compositionstart", () => { composing = true; });
  form.addEventListener("compositionend", () => {
    composing = false;
    changed();
    if (unsent && Date.now() - unsent > AT_MOST && !trouble) send();
  });
  setInterval(() => {
    if (article && lastKey && Date.now() - lastKey < IDLE && !trouble && !composing) send(true);
  }, THERE);
  window.addEventListener("offline", () => { if (atOpening !== null) offline(); });
  window.addEventListener("online", () => send(true));
  window.addEventListener("focus", () => { if (trouble) send(true); });
  // Another window of the desk has been opened by somebody signed in.
  window.addEventListener("storage", (event) => { if (event.key === "toasoan:signed-in" && trouble) send(true); });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") keepHere();
    else if (trouble) send(true);
  });
  window.addEventListener("pagehide", () => {
    if (leaving || atOpening === null) return;
    composing = false;
    keepHere();
    const now = JSON.stringify(typed.pairs());
    const rest = now !== (onServer === null ? atOpening : onServer) && now.length < SMALL ? { typed: now } : {};
    if (rest.typed || (article && lastKey)) post(form.dataset.keep, question({ ...rest, left: "1" }), { keepalive: true }).catch(() => {});
  });
  window.addEventListener("pageshow", () => { leaving = false; });

  // -- saving: not into the void --
  form.addEventListener("submit", async (event) => {
    if (event.defaultPrevented) return;
    secret();
    keepHere();
    if (!trouble || trouble === "refused") { leaving = true; return; }
    event.preventDefault();
    delete form.dataset.sent;
    const pressed = event.submitter;
    if (await send(true)) form.requestSubmit(pressed);
    else line.querySelector("a")?.focus();
  });

  // -- what was left unsaved --
  const offers = [];
  const bar = document.getElementById("restore");
  const part = (name) => document.getElementById(`restore-${name}`);
  function offer(found) {
    const known = offers.findIndex((each) => each.page === found.page);
    if (known >= 0) offers.splice(known, 1, { ...offers[known], ...found });
    else offers.push(found);
    offers.sort((one, other) => other.at - one.at);
    showOffer();
  }
  function showOffer() {
    const first = offers[0];
    part("differences").textContent = "";
    bar.hidden = !first;
    if (!first) return;
    part("says").textContent = first.gone ? gettext("Discarded.") : interpolate(gettext("Typed and not saved, from %s."), [first.when]);
    part("no").textContent = first.gone ? gettext("Close") : gettext("Discard it");
    part("differs").hidden = Boolean(first.gone);
  }
  function take() {
    const first = offers.shift();
    const before = JSON.stringify(typed.pairs());
    typed.fill(first.pairs);
    // Whoever saved in between must not be overwritten: then the server shows both texts.
    if (first.revision > 0) form.elements.namedItem("revision").value = first.revision;
    answered(first);
    if (before !== atOpening) {
      const kept = { page: `${page.slice(0, 30)}-${offers.length}v`, number: 0, at: Date.now(), token, revision: revision(), pairs: JSON.parse(before) };
      disk = disk.then(() => window.keptHere.put({ ...kept, slot: slotOf(kept.page) }));
      offers.unshift({ ...kept, when: gettext("just now") });
    }
    keepHere();
    forgetHere(first.page);
    showOffer();
    if (trouble === "refused") trouble = "";
    send(true);
  }
  function answered(first) {
    if (!first.server) return;
    over = form.elements.namedItem("typed_over").value = first.page;
    if (!article && first.token) token = first.token;
  }
  function discard() {
    const first = offers.shift();
    if (!first.gone) {
      answered(article ? first : {});
      forgetHere(first.page);
      if (first.server) post(form.dataset.letGo, question({ page: first.page })).catch(() => {});
      if (trouble === "refused") { trouble = ""; send(true); }
      if (!offers.length) offers.push({ ...first, gone: true, server: false });
    }
    showOffer();
  }
  async function showDifferences() {
    const data = question({ typed: JSON.stringify(offers[0].pairs), form: JSON.stringify(typed.pairs()) });
    const box = part("differences");
    try {
      const answer = await post(form.dataset.differs, data);
      if (!answer.ok) throw new Error(answer.status);
      box.innerHTML = await answer.text();
      window.articleMerge(form, typed, box);
    } catch (error) {
      box.textContent = gettext("The server does not answer; the text is safe. Try again.");
    }
  }
  part("yes").addEventListener("click", take);
  part("no").addEventListener("click", discard);
  part("differs").addEventListener("click", showDifferences);

  // As the desk's pages say it (`say_when` of lib/vietnamese/datelines.py), always in +07:00.
  function sayWhen(moment) {
    const [at, now] = [moment, Date.now()].map((each) => new Date(each + 7 * 3600e3));
    const ago = Math.floor(now / 864e5) - Math.floor(at / 864e5);
    const two = (number) => String(number).padStart(2, "0");
    const weekday = () => at.toLocaleDateString("vi-VN", { weekday: "long", timeZone: "UTC" }).replace(/^Thứ/, "thứ");
    const near = ago === 0 ? gettext("today") : ago === 1 ? gettext("yesterday") : ago > 1 && ago <= 6 ? weekday() : "";
    const clock = `${at.getUTCHours()}:${two(at.getUTCMinutes())}`;
    if (near) return `${near} ${clock}`;
    return `${two(at.getUTCDate())}/${two(at.getUTCMonth() + 1)}/${at.getUTCFullYear()} ${clock.padStart(5, "0")}`;
  }
  async function look() {
    for (const saved of given("typed-saved")) {
      forgetHere(saved);
      window.keptHere.drop(`${form.dataset.user}:new:${form.dataset.portal}:${saved}`);
    }
    await disk;
    const copies = await window.keptHere.all(place);
    const found = new Map(given("typed-kept").map((each) => [each.page, { ...each, server: true }]));
    for (const copy of copies) {
      const server = found.get(copy.page);
      const when = sayWhen(copy.at);
      if (!server) found.set(copy.page, { ...copy, when });
      else if (copy.number > server.number) found.set(copy.page, { ...server, ...copy, when });
      else forgetHere(copy.page);
    }
    for (const each of found.values()) {
      if (each.page === page) number = Math.max(number, each.number);
      else if (JSON.stringify(each.pairs) !== atOpening) offer(each);
      else if (each.server) answered(each);
      else forgetHere(each.page);
    }
  }

  // The editor may stand before or after this script has run.
  function watch() {
    const editor = typed.editor();
    if (!editor) return false;
    editor.on("update", changed);
    begin();
    return true;
  }
  async function begin() {
    if (atOpening !== null) return;
    atOpening = JSON.stringify(typed.pairs());
    if ("unsaved" in form.dataset) onServer = "";
    await look();
    form.dataset.keeping = "kept";
    window.articleMerge(form, typed, document.getElementById("merge-stale"));
    if ("unsaved" in form.dataset) changed();
  }
  form.elements.namedItem("typed_page").value = page;
  // One who comes back to a page for a new text goes on with what that page has made.
  const begun = form.elements.namedItem("begun");
  if (begun) {
    const [way] = performance.getEntriesByType("navigation");
    if (way && way.type === "back_forward" && history.state && history.state.begun) begun.value = history.state.begun;
    history.replaceState({ begun: begun.value }, "");
  }
  if (!watch()) form.addEventListener("prose-editor:ready", watch, { once: true });
  window.addEventListener("load", () => setTimeout(begin, 3000));
})();
