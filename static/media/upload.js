/* Sends the chosen files one by one, so that a broken line costs one file and not forty, and the
   rest can be sent afterwards. Without this script the form sends them all at once. */
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
    let refusals = 0;
    if (shrink) shrink.closest("[hidden]").hidden = false;
    if (form.hasAttribute("data-compact")) {
      const later = form.querySelectorAll("[data-after-choice]");
      const unfold = () => later.forEach((part) => { part.hidden = !input.files.length; });
      input.addEventListener("change", unfold);
      unfold();
    }

    function line(file) {
      const item = document.createElement("li");
      item.append(document.createElement("span"), document.createElement("span"));
      item.firstChild.textContent = file.name;
      progress.append(item);
      return { file: file, item: item };
    }

    function say(entry, text, refused) {
      entry.item.lastChild.textContent = text;
      entry.item.classList.toggle("is-refused", Boolean(refused));
    }

    async function send(entry) {
      const data = new FormData(form);
      data.delete(input.name);
      const file = shrink && shrink.checked ? await smaller(entry.file) : entry.file;
      data.append(input.name, file, entry.file.name);
      const response = await fetch(window.location.href, {
        method: "POST",
        body: data,
        headers: { Accept: "application/json" },
        credentials: "same-origin",
      });
      if (!response.ok || response.redirected) throw new Error(String(response.status));
      return response.json();
    }

    async function sendOne(entry) {
      say(entry, form.dataset.sending);
      const answer = await send(entry);
      saved = saved.concat(answer.saved);
      refusals += answer.refused.length;
      say(entry, answer.refused.join(" ") || form.dataset.saved, answer.refused.length);
    }

    async function sendAll() {
      button.disabled = true;
      while (waiting.length) {
        try {
          await sendOne(waiting[0]);
        } catch (error) {
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
      if (!refusals) {
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
        refusals = 0;
        waiting = Array.from(input.files, line);
      }
      event.preventDefault();
      progress.hidden = false;
      sendAll();
    });
    window.addEventListener("online", function () {
      if (waiting.length && !button.disabled) sendAll();
    });
  }

  document.querySelectorAll("[data-upload]").forEach(begin);
})();
