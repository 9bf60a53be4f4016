/* The queue of "Gửi nhanh": one thing after the other, again by itself when the line is back.
   `quickQueue(form, changed)` gives {start}; `changed()` is called whenever something is to be
   shown anew. */
window.quickQueue = function (form, changed) {
  "use strict";
  const store = window.quickStore;
  const line = window.quickLine;
  const SOONEST = 2000;
  const LATEST = 30000;
  let running = false;
  let again = null;
  let pause = SOONEST;

  async function say(send, how, more) {
    Object.assign(send, { how: how, says: [], share: 0 }, more);
    await store.put("sends", send);
    changed();
  }

  async function deliver(send) {
    const photos = await store.photos(send.token);
    for (const [place, photo] of photos.entries()) {
      if (photo.done) continue;
      await say(send, "sending", { at: place + 1, of: photos.length, left: photos.length - place });
      const known = await line.sendPhoto(form, send, photo, (share) => say(send, "sending", { share: share }));
      photo.done = true;
      photo.refused = known.refused;
      await store.put("photos", photo);
    }
    await say(send, "sending", { at: photos.length, of: photos.length, left: 0, share: 1 });
    const answer = await line.sendWords(form, send, photos);
    await say(send, "sent", { state: "sent", address: answer.address, clock: answer.at, says: answer.says, sent: Date.now() });
    for (const photo of photos) await store.drop("photos", photo.token);
    changed();
  }

  // True: go on with the next one. The line or the session of one is that of all.
  async function tried(send) {
    try {
      await deliver(send);
      pause = SOONEST;
      return true;
    } catch (trouble) {
      if (!trouble.line && !trouble.session && !trouble.says) {
        trouble.says = [gettext("This phone cannot read what it kept. Open it again, then send again.")];
      }
      const photos = await store.photos(send.token);
      const left = { left: photos.filter((photo) => !photo.done).length };
      if (trouble.says) {
        await say(send, "stuck", { ...left, state: "stuck", says: trouble.says });
        return true;
      }
      await say(send, trouble.session ? "session" : "waiting", left);
      if (trouble.line) later();
      return false;
    }
  }

  function later() {
    clearTimeout(again);
    again = setTimeout(start, pause);
    pause = Math.min(pause * 2, LATEST);
  }

  async function run() {
    const sends = (await store.sends(form.dataset.user)).filter((send) => send.state === "queued");
    for (const send of sends) if (!(await tried(send))) return;
    const more = (await store.sends(form.dataset.user)).some((send) => send.state === "queued");
    if (more) await run(); // put in while the others went out
  }

  // One window at a time: two would only send the same twice.
  async function start() {
    if (running) return;
    running = true;
    clearTimeout(again);
    try {
      if (navigator.locks) {
        await navigator.locks.request("toasoan-gui-nhanh", { ifAvailable: true }, (lock) => (lock ? run() : later()));
      } else {
        await run();
      }
    } finally {
      running = false;
    }
  }

  function hurry() {
    pause = SOONEST;
    start();
  }

  window.addEventListener("online", hurry);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) hurry(); });
  return { start: hurry };
};
