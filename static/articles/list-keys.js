/* A handful of keys for the list and the form; each has a button that does the same.
   Single keys are silent while somebody types, and can be switched off (WCAG 2.1.4). */
(function () {
  "use strict";
  const OFF = "desk-keys-off";

  function isOff() {
    try { return localStorage.getItem(OFF) === "1"; } catch (error) { return false; }
  }

  function keep(off) {
    try { localStorage.setItem(OFF, off ? "1" : "0"); } catch (error) { /* this page only */ }
  }

  function types(target) {
    return target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName) ||
      (target.tagName === "INPUT" && !/^(checkbox|radio|button|submit)$/.test(target.type));
  }

  document.addEventListener("DOMContentLoaded", function () {
    const list = document.querySelector("[data-keys]");
    const opener = document.querySelector("[data-keys-open]");
    if (!list || !opener) return;
    const rows = Array.from(document.querySelectorAll("#result_list tbody tr, .calendar-entry"));
    const box = list.querySelector("[data-keys-on]");
    let off = isOff();
    let at = -1;
    let before = null;
    let goes = false;  // "g" was pressed: the next letter says where to
    opener.hidden = false;
    box.checked = !off;
    box.addEventListener("change", function () { off = !box.checked; keep(off); });

    function show(open) {
      if (open) before = document.activeElement;
      list.hidden = !open;
      opener.setAttribute("aria-expanded", String(open));
      if (open) list.focus();
      else if (before) before.focus();
    }
    opener.addEventListener("click", function () { show(list.hidden); });
    list.querySelector("[data-keys-close]").addEventListener("click", function () { show(false); });

    function go(step) {
      let next = at + step;
      while (rows[next] && !rows[next].offsetParent) next += step;  // not shown on this screen
      if (!rows[next]) return;
      if (rows[at]) rows[at].classList.remove("at-key");
      at = next;
      rows[at].classList.add("at-key");
      const link = rows[at].querySelector("a.headline");
      if (link) link.focus({ preventScroll: true });
      rows[at].scrollIntoView({ block: "nearest" });
    }

    function choose() {
      const mark = rows[at] && rows[at].querySelector("input[name=chon]");
      if (mark) mark.click();
    }

    function press(selector) {
      const link = document.querySelector(selector);
      if (link) link.click();
    }

    const LIST = {
      j: function () { go(1); },
      k: function () { go(-1); },
      x: choose,
      n: function () { press(".object-tools a.addlink"); },
      "/": function () {
        const field = document.getElementById("searchbar");
        if (field) { field.focus(); field.select(); }
      },
    };
    const CALENDAR = {
      j: LIST.j,
      k: LIST.k,
      t: function () { press("[data-key-today]"); },
      ArrowLeft: function () { press(".calendar-ways [rel=prev]"); },
      ArrowRight: function () { press(".calendar-ways [rel=next]"); },
    };
    const SINGLE = { list: LIST, calendar: CALENDAR }[list.dataset.keys] || {};

    document.addEventListener("keydown", function (event) {
      if (event.isComposing || event.keyCode === 229) return;  // an input method is at work
      if (event.key === "Escape" && !list.hidden) { show(false); return; }
      if (list.dataset.keys === "form" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
        const what = { s: "save", Enter: "submit" }[event.key];
        const button = what && document.querySelector("button[name=act][value=" + what + "]");
        if (!button) return;
        event.preventDefault();
        if (what === "save") button.click(); else button.focus();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || off || types(event.target)) return;
      if (event.key === "?") { event.preventDefault(); show(list.hidden); return; }
      const way = goes && /^[a-z]$/.test(event.key) && list.querySelector("[data-go=" + event.key + "]");
      goes = event.key === "g" && !goes;
      if (way) { event.preventDefault(); way.click(); return; }
      if (event.shiftKey && event.key.startsWith("Arrow")) return;
      if (!Object.prototype.hasOwnProperty.call(SINGLE, event.key)) return;
      event.preventDefault();
      SINGLE[event.key]();
    });
  });
})();
