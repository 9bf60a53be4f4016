/* Sends one thing of the queue: every photo in parts that go on where they stopped, then the notes.
   Throws {line} when there is no line or no answer, {session} when the person must sign in anew,
   {says} when the newsroom refuses. Sending again is always safe: tokens name what it is. */
window.quickLine = (function () {
  "use strict";
  const TRIES = 3;
  const PATIENCE = 90000; // ms for one part

  async function ask(address, options) {
    const clock = new AbortController();
    const alarm = setTimeout(() => clock.abort(), PATIENCE);
    let answer;
    try {
      answer = await fetch(address, { credentials: "same-origin", signal: clock.signal, ...options });
    } catch (error) {
      throw { line: true };
    } finally {
      clearTimeout(alarm);
    }
    if (answer.redirected || answer.status === 401 || answer.status === 403) throw { session: true };
    if (answer.status >= 500 || answer.status === 429) throw { line: true };
    if (answer.status === 404) throw { says: [gettext("This is out of your sight now: your role, the meeting or the portal has changed.")] };
    try {
      return { status: answer.status, values: await answer.json() };
    } catch (error) {
      throw { line: true }; // cut in the middle of the answer, or a page of somebody in between
    }
  }

  async function hash(blob) {
    if (!window.crypto || !crypto.subtle) return ""; // only where pages are private
    const code = new Uint8Array(await crypto.subtle.digest("SHA-256", await blob.arrayBuffer()));
    return Array.from(code, (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  // The cookie's, where it can be read: who signed in anew in another window need not reload this page.
  function csrf(form) {
    const cookie = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/);
    return cookie ? cookie[1] : form.elements.csrfmiddlewaretoken.value;
  }

  async function sendPhoto(form, send, photo, progress) {
    const base = form.dataset.part.replace("0".repeat(32), photo.token);
    const size = Number(form.dataset.partSize);
    const count = Math.ceil(photo.blob.size / size) || 1;
    let known = (await ask(base)).values;
    for (let tries = 0; !known.picture && !known.refused; tries += 1) {
      if (tries > TRIES) throw { says: [gettext("The line damages the photos. They are kept here and can be sent again.")] };
      for (let number = 0; number < count && !known.picture && !known.refused; number += 1) {
        if (known.have.includes(number)) continue;
        progress((known.have.length) / count);
        const part = photo.blob.slice(number * size, (number + 1) * size);
        const query = new URLSearchParams({
          portal: send.portal, name: photo.name, size: photo.blob.size, sha256: photo.sha256, number: number, part_sha256: await hash(part),
        });
        const answer = await ask(`${base}?${query}`, {
          method: "POST", body: part, headers: { "X-CSRFToken": csrf(form), "Content-Type": "application/octet-stream" },
        });
        if (answer.status === 400) throw { says: [answer.values.says] };
        known = answer.values;
        if (answer.status === 409) break; // damaged: what is missing is asked for again
      }
    }
    return known;
  }

  async function sendWords(form, send, photos) {
    const words = new FormData();
    words.append("token", send.token);
    words.append("about", send.about);
    words.append("notes", send.notes);
    photos.forEach((photo) => words.append("photo", photo.token));
    const answer = await ask(form.action, { method: "POST", body: words, headers: { "X-CSRFToken": csrf(form) } });
    if (answer.status !== 200) throw { says: answer.values.says };
    return answer.values;
  }

  return { hash: hash, sendPhoto: sendPhoto, sendWords: sendWords };
})();
