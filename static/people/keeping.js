// What is typed into a decision is kept on this machine until the server has it.
// Register.keeping(form, {typed, restore, says}): `typed()` gives all that stands on the screen,
// `restore(kept)` puts such a copy back, `says` is told when it is kept.
window.Register = window.Register || {};
(function () {
  "use strict";
  const SENT = "toasoan:decision-sent";

  // On whatever page answers a save: when it says that all went well, the copy has done its work.
  const sent = sessionStorage.getItem(SENT);
  sessionStorage.removeItem(SENT);
  if (sent && document.querySelector(".messagelist .success")) localStorage.removeItem(sent);

  window.Register.keeping = function (form, options) {
    const slot = `toasoan:${form.dataset.user}:${form.dataset.key}`;
    let touched = false;

    function stored() {
      try { return JSON.parse(localStorage.getItem(slot)); } catch (error) { return null; }
    }
    function offer() {
      touched = false;
      const { at, ...kept } = stored() || {};
      if (!at || JSON.stringify(kept) === JSON.stringify(options.typed())) return;
      const place = document.getElementById("restore");
      place.hidden = false;
      document.getElementById("restore-when").textContent = new Date(at).toLocaleString("vi-VN");
      document.getElementById("restore-no").onclick = () => { localStorage.removeItem(slot); place.hidden = true; };
      document.getElementById("restore-yes").onclick = () => { place.hidden = true; options.restore(kept); };
    }
    return {
      touch: () => { touched = true; },
      keep: () => {
        if (!touched) return;
        try {
          localStorage.setItem(slot, JSON.stringify({ at: Date.now(), ...options.typed() }));
          document.getElementById("saved-locally").textContent = options.says;
        } catch (error) { /* a full or forbidden store: the screen still has it */ }
      },
      send: () => sessionStorage.setItem(SENT, slot),
      offer,
    };
  };
})();
