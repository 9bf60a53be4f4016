/* The page "Gửi nhanh": what is typed and photographed is kept on the phone at once; "Send" puts it
   into the queue, which shows in words where everything is. */
(function () {
  "use strict";
  const form = document.getElementById("quick");
  const store = window.quickStore;
  const notes = document.getElementById("quick-notes");
  const shown = document.getElementById("quick-photos");
  const says = document.getElementById("quick-says");
  const button = document.getElementById("quick-send");
  const other = document.getElementById("quick-other");
  const place = document.getElementById("quick-queue");
  const choices = Array.from(form.querySelectorAll("[name=about]"));
  const OLD = 7 * 24 * 3600 * 1000;
  let draft = blank();
  let photos = [];
  let adding = Promise.resolve();
  let sentAt = 0;
  const queue = window.quickQueue(form, show);

  function token() {
    return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  function blank() {
    return { token: token(), user: form.dataset.user, about: "", portal: "", title: "", notes: "", state: "draft", made: Date.now(), says: [] };
  }

  function tell(text, wrong) {
    says.textContent = text;
    says.classList.toggle("is-wrong", Boolean(wrong));
  }

  // -- what is being written --
  const keep = () => store.put("sends", draft).then(() => {
    if (!store.keeps) tell(gettext("This browser keeps nothing: leave the page open until all is sent."), true);
  });

  function choose(unfold) {
    const chosen = choices.find((choice) => choice.checked);
    choices.forEach((choice) => {
      const label = choice.closest("label");
      label.classList.toggle("is-chosen", choice === chosen);
      label.hidden = Boolean(chosen) && !unfold && choice !== chosen;
    });
    other.hidden = !chosen || unfold || choices.length < 2;
    if (chosen) Object.assign(draft, { about: chosen.value, portal: chosen.dataset.portal, title: chosen.dataset.title });
  }

  function fill(row, its) {
    draft = row;
    photos = its;
    notes.value = row.notes;
    choices.forEach((choice) => { choice.checked = choice.value === row.about || choices.length === 1; });
    choose();
    showPhotos();
  }

  function showPhotos() {
    shown.replaceChildren(...photos.map((photo, number) => {
      const item = document.createElement("li");
      const picture = document.createElement("img");
      const drop = document.createElement("button");
      picture.src = URL.createObjectURL(photo.blob);
      picture.addEventListener("load", () => URL.revokeObjectURL(picture.src));
      picture.alt = interpolate(gettext("Photo %s"), [number + 1]);
      drop.type = "button";
      drop.textContent = gettext("Leave out");
      drop.addEventListener("click", () => {
        if (!drop.classList.contains("is-asking")) {
          drop.classList.add("is-asking");
          drop.textContent = gettext("Really leave out?");
          return;
        }
        photos = photos.filter((each) => each !== photo);
        store.drop("photos", photo.token);
        showPhotos();
      });
      item.append(picture, drop);
      return item;
    }));
  }

  // One after the other: a phone has no room for forty photos at once.
  async function add(files) {
    const mine = draft;
    for (const [number, file] of files.entries()) {
      tell(interpolate(gettext("Making the photos smaller: %s/%s"), [number + 1, files.length]));
      const blob = await window.quickShrink(file);
      const photo = { token: token(), send: mine.token, place: photos.length, name: file.name, blob: blob, size: blob.size, sha256: await window.quickLine.hash(blob), done: false, refused: "" };
      photos.push(photo);
      await store.put("photos", photo);
      showPhotos();
    }
    await keep();
    if (store.keeps) tell("");
  }

  async function sendDraft() {
    await adding;
    draft.notes = notes.value;
    if (!draft.notes.trim() && !photos.length) {
      if (Date.now() - sentAt > 3000) tell(gettext("Write a note or take a photo first."), true); // else a double tap
      return;
    }
    if (!choices.some((choice) => choice.checked)) {
      tell(gettext("Choose what it is about."), true);
      document.getElementById("quick-about").scrollIntoView({ block: "start" });
      choices[0].focus({ preventScroll: true });
      return;
    }
    const send = draft;
    sentAt = Date.now();
    fill(blank(), []);
    if (store.keeps) tell("");
    Object.assign(send, { state: "queued", how: "", says: [], made: Date.now() });
    await store.put("sends", send);
    await show();
    place.scrollIntoView({ block: "nearest" });
    queue.start();
  }

  // -- the queue in words --
  const photoWords = (number) => interpolate(ngettext("%s photo", "%s photos", number), [number]);
  const WORDS = {
    sending: (send) => (send.of ? interpolate(gettext("Sending %s/%s"), [send.at, send.of]) : gettext("Sending the notes")),
    waiting: (send) => (send.left ? interpolate(gettext("Waiting for the line (%s)"), [photoWords(send.left)]) : gettext("Waiting for the line")),
    session: () => gettext("Sign in again; everything is still on this phone."),
    sent: (send) => interpolate(gettext("Sent %s"), [send.clock]),
    stuck: () => gettext("Not sent"),
  };

  function link(words, address) {
    const made = document.createElement("a");
    made.textContent = words;
    made.href = address;
    return made;
  }

  function press(words, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = words;
    made.addEventListener("click", act);
    return made;
  }

  function line(words, name) {
    const made = document.createElement("span");
    made.textContent = words;
    made.className = name || "";
    return made;
  }

  async function openAgain(send) {
    if (notes.value.trim() || photos.length) {
      tell(gettext("Send what you are writing first."), true);
      return;
    }
    await store.drop("sends", draft.token);
    send.state = "draft";
    fill(send, (await store.photos(send.token)));
    await keep();
    await show();
    notes.focus();
  }

  function item(send) {
    const how = WORDS[send.how] ? send.how : "waits";
    const made = document.createElement("li");
    made.className = `is-${how}`;
    made.append(line(WORDS[how] ? WORDS[how](send) : gettext("Waiting its turn"), "quick-how"), line(send.title || send.notes.slice(0, 60)));
    (send.says || []).forEach((sentence) => made.append(line(sentence, "quiet")));
    if (how === "sending" && send.of) {
      const bar = document.createElement("progress");
      bar.max = send.of;
      bar.value = send.at - 1 + (send.share || 0);
      bar.setAttribute("aria-label", gettext("Sending"));
      made.append(bar);
    }
    if (how === "sent") made.append(link(gettext("Open the draft"), send.address));
    if (how === "session") made.append(link(gettext("Sign in"), form.dataset.login));
    if (how === "stuck") {
      made.append(press(gettext("Send again"), async () => {
        Object.assign(send, { state: "queued", how: "", says: [] });
        await store.put("sends", send);
        queue.start();
      }), press(gettext("Open again to change"), () => openAgain(send)));
    }
    return made;
  }

  async function show() {
    const sends = (await store.sends(form.dataset.user)).filter((send) => send.state !== "draft");
    place.hidden = !sends.length;
    const list = place.querySelector("ul");
    const made = document.createElement("ul");
    made.append(...sends.reverse().map(item));
    // Said aloud only when the words change, not with every part that has gone.
    if (made.textContent !== list.textContent || made.querySelectorAll("progress").length !== list.querySelectorAll("progress").length) list.replaceWith(made);
    else made.querySelectorAll("progress").forEach((bar, number) => { list.querySelectorAll("progress")[number].value = bar.value; });
  }

  // -- beginning --
  async function begin() {
    const chosen = choices.find((choice) => choice.checked);
    for (const send of await store.sends(form.dataset.user)) {
      if (send.state === "draft" && (send.notes || (await store.photos(send.token)).length)) {
        fill(send, await store.photos(send.token));
      } else if (send.state === "draft" || (send.sent && send.sent < Date.now() - OLD)) {
        await store.drop("sends", send.token);
      }
    }
    if (chosen && !draft.notes && !photos.length) chosen.checked = true;
    if (!choices.some((choice) => choice.checked) && choices.length === 1) choices[0].checked = true;
    choose();
    form.addEventListener("change", (event) => {
      if (event.target.name === "about") { choose(); tell(""); keep(); }
      if (event.target.matches("[data-photos]")) {
        const files = Array.from(event.target.files);
        event.target.value = "";
        adding = adding.then(() => add(files));
      }
    });
    other.addEventListener("click", () => choose(true));
    notes.addEventListener("input", () => { draft.notes = notes.value; keep(); });
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (button.disabled) return;
      button.disabled = true;
      try { await sendDraft(); } finally { button.disabled = false; }
    });
    form.dataset.ready = "";
    await show();
    queue.start();
  }
  begin();
})();
