/* Sends the chosen or dropped files one by one, so that a broken line costs one file and not forty,
   and the rest can be sent afterwards. What the library has already is not sent again. Without this
   script the form sends them all at once. */
(function () {
  "use strict";
  const LONGEST = 2560; // pixels, when the person asks for smaller pictures on a slow line

  async function smaller(file) {
    try {
      const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
      const share = LONGEST / Math.max(picture.width, picture.height);
      if (share >= 1) return file;
      const canvas = document.createElement("canvas");
      canvas.width = Math.round(picture.width * share);
      canvas.height = Math.round(picture.height * share);
      canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
      const made = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.88));
      return made && made.size < file.size ? made : file;
    } catch (error) {
      return file; // a format this browser cannot draw goes as it is
    }
  }

  function begin(form) {
    const input = form.querySelector("input[type=file]");
    const shrink = form.querySelector("[data-shrink]");
    const progress = form.querySelector("[data-progress]");
    const button = form.querySelector("button[type=submit]");
    const buttonText = button.textContent;
    let waiting = [];
    let saved = [];
    let told = 0; // sentences somebody should read before going on
    if (shrink) shrink.closest("[hidden]").hidden = false;
    if (form.hasAttribute("data-compact")) {
      const later = form.querySelectorAll("[data-after-choice]");
      const unfold = () => later.forEach((part) => { part.hidden = !input.files.length; });
      input.addEventListener("change", unfold);
      unfold();
    }

    function line(file) {
      const item = document.createElement("li");
      const bar = document.createElement("progress");
      bar.max = 1;
      bar.value = 0;
      bar.hidden = true;
      bar.setAttribute("aria-label", file.name);
      item.append(document.createElement("span"), bar, document.createElement("span"));
      item.firstChild.textContent = file.name;
      progress.append(item);
      return { file: file, item: item, bar: bar };
    }

    function say(entry, text, refused) {
      entry.item.lastChild.textContent = text;
      entry.item.classList.toggle("is-refused", Boolean(refused));
    }

    // The picture with the same bytes that the library has already; only where pages are private.
    async function known(file) {
      const portal = form.querySelector("[name=portal]");
      if (!form.dataset.known || !window.crypto || !crypto.subtle || !portal) return {};
      const code = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
      const hex = Array.from(code, (byte) => byte.toString(16).padStart(2, "0")).join("");
      const query = new URLSearchParams({ portal: portal.value, sha256: hex });
      const answer = await fetch(`${form.dataset.known}?${query}`, { credentials: "same-origin" });
      return answer.ok && !answer.redirected ? answer.json() : {};
    }

    // fetch does not say how far it is.
    function post(data, bar) {
      return new Promise((done, failed) => {
        const request = new XMLHttpRequest();
        request.open("POST", window.location.href);
        request.setRequestHeader("Accept", "application/json");
        request.upload.addEventListener("progress", (event) => {
          if (event.lengthComputable) bar.value = event.loaded / event.total;
        });
        request.addEventListener("error", () => failed(new Error("line")));
        request.addEventListener("timeout", () => failed(new Error("line")));
        request.addEventListener("load", () => {
          try {
            if (request.status !== 200) throw new Error("answer");
            done(JSON.parse(request.responseText));
          } catch (error) {
            failed(new Error("answer")); // a refusal of the server, or the page to sign in
          }
        });
        request.send(data);
      });
    }

    async function send(entry) {
      const data = new FormData(form);
      data.delete(input.name);
      const file = shrink && shrink.checked ? await smaller(entry.file) : entry.file;
      data.append(input.name, file, entry.file.name);
      entry.bar.hidden = false;
      say(entry, form.dataset.sending);
      try {
        return await post(data, entry.bar);
      } finally {
        entry.bar.hidden = true;
      }
    }

    async function sendOne(entry) {
      say(entry, form.dataset.checking);
      const there = await known(entry.file).catch(() => ({}));
      if (there.id) {
        saved.push(there.id);
        told += 1;
        say(entry, there.says);
        return;
      }
      const answer = await send(entry);
      const said = answer.refused.concat(answer.known || []);
      saved = saved.concat(answer.saved);
      told += said.length;
      say(entry, said.join(" ") || form.dataset.saved, answer.refused.length);
    }

    // The server did not take this one: the others go on, this one can be sent again.
    function offerAgain(entry) {
      say(entry, form.dataset.failed + " ", true);
      told += 1;
      const again = document.createElement("button");
      again.type = "button";
      again.className = "button";
      again.textContent = form.dataset.again;
      again.addEventListener("click", () => {
        if (button.disabled) return;
        told -= 1;
        waiting.push(entry);
        sendAll();
      });
      entry.item.lastChild.append(again);
    }

    async function sendAll() {
      button.disabled = true;
      while (waiting.length) {
        try {
          await sendOne(waiting[0]);
        } catch (error) {
          if (error.message === "answer") {
            offerAgain(waiting.shift());
            continue;
          }
          waiting.forEach((entry) => say(entry, form.dataset.waiting, true));
          button.textContent = form.dataset.resume;
          button.disabled = false;
          return;
        }
        waiting.shift();
      }
      finish();
    }

    function finish() {
      input.value = "";
      button.textContent = buttonText;
      button.disabled = false;
      if (!saved.length) return;
      const address = new URL(form.dataset.done, window.location.href);
      saved.forEach((id) => address.searchParams.append("moi", id));
      if (!told) {
        window.location.assign(address.href);
        return;
      }
      const link = form.querySelector("[data-continue-link]") || document.createElement("a");
      link.dataset.continueLink = "";
      link.className = "button";
      link.textContent = form.dataset.continue;
      link.href = address.href;
      button.after(" ", link);
    }

    form.addEventListener("submit", function (event) {
      if (!waiting.length) {
        if (!input.files.length) return;
        progress.replaceChildren();
        told = 0;
        waiting = Array.from(input.files, line);
      }
      event.preventDefault();
      progress.hidden = false;
      sendAll();
    });
    // -- dropped anywhere on the page, so that nobody loses the page by missing the place --
    const place = form.querySelector("[data-drop]");
    if (place) {
      place.hidden = false;
      const over = (on) => form.classList.toggle("is-over", on);
      window.addEventListener("dragover", (event) => {
        if (!event.dataTransfer.types.includes("Files")) return;
        event.preventDefault();
        over(true);
      });
      window.addEventListener("dragleave", (event) => { if (!event.relatedTarget) over(false); });
      window.addEventListener("drop", (event) => {
        if (!event.dataTransfer.files.length) return;
        event.preventDefault();
        over(false);
        if (button.disabled || waiting.length) return;
        const all = new DataTransfer();
        for (const file of [...input.files, ...event.dataTransfer.files]) all.items.add(file);
        input.files = all.files;
        input.dispatchEvent(new Event("change", { bubbles: true }));
        form.scrollIntoView({ block: "nearest" });
      });
    }
    // What will be sent is seen before it is sent.
    input.addEventListener("change", () => {
      if (waiting.length) return;
      progress.replaceChildren();
      progress.hidden = !input.files.length;
      Array.from(input.files, line).forEach((entry) => say(entry, form.dataset.chosen));
    });
    window.addEventListener("online", function () {
      if (waiting.length && !button.disabled) sendAll();
    });
  }

  document.querySelectorAll("[data-upload]").forEach(begin);
})();
