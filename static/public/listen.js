/* The article read aloud by the browser's own Vietnamese voice; without one nothing shows. */
(function () {
  "use strict";
  var speech = window.speechSynthesis, panel = document.querySelector(".listen");
  if (!speech || !window.SpeechSynthesisUtterance || !panel) { return; }
  var LONGEST = 220; /* signs: voices from the net fall silent after about fifteen seconds */
  var SPOKEN = { UBND: "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân", MTTQ: "Mặt trận Tổ quốc", UBMTTQ: "Ủy ban Mặt trận Tổ quốc", BCH: "Ban Chấp hành", UBKT: "Ủy ban Kiểm tra", LHPN: "Liên hiệp Phụ nữ" };
  var toggle = panel.querySelector("[data-listen]"), stop = panel.querySelector("[data-stop]");
  var words = toggle.querySelector("span"), first = words.textContent;
  var parts = [], at = 0, speaking = false, turn = 0, voice = null;

  function vietnamese() {
    var all = speech.getVoices().filter(function (one) { return /^vi\b/i.test(one.lang.replace("_", "-")); });
    return all.filter(function (one) { return one.localService; })[0] || all[0] || null;
  }

  function show() {
    voice = vietnamese();
    panel.hidden = !voice;
  }

  function spoken(text) {
    return text.replace(/[A-ZĐ]{3,6}/g, function (short) { return SPOKEN[short] || short; });
  }

  /* Sentences, and pieces of those that are too long for one breath. */
  function sentences(text) {
    var found = spoken(text.replace(/\s+/g, " ").trim()).match(/[^.!?;…]+(?:[.!?;…]+(?!\s)[^.!?;…]+)*[.!?;…]*/g) || [];
    return found.reduce(function (pieces, sentence) {
      while (sentence.length > LONGEST) {
        var end = Math.max(sentence.lastIndexOf(", ", LONGEST), 0) || Math.max(sentence.lastIndexOf(" ", LONGEST), 0) || LONGEST;
        pieces.push(sentence.slice(0, end + 1));
        sentence = sentence.slice(end + 1);
      }
      return pieces.concat(sentence);
    }, []);
  }

  function collect() {
    var nodes = document.querySelectorAll(".story h1, .story .sapo, .story .text p, .story .text li, .story .text h2, .story .text h3, .story .text figcaption");
    parts = [];
    nodes.forEach(function (node) {
      if (node.tagName === "LI" && node.querySelector("p, li")) { return; }
      sentences(node.textContent).forEach(function (text) {
        if (/[^\s.,;:!?…]/.test(text)) { parts.push({ node: node, text: text }); }
      });
    });
  }

  function mark(node) {
    document.querySelectorAll(".heard").forEach(function (each) { each.classList.remove("heard"); });
    if (node) { node.classList.add("heard"); }
  }

  function label() {
    words.textContent = speaking ? panel.dataset.pause : at ? panel.dataset.on : first;
    stop.hidden = !speaking && !at;
    panel.classList.toggle("speaking", speaking);
  }

  function end() {
    turn += 1;
    speech.cancel();
    speaking = false;
    at = 0;
    mark(null);
    label();
  }

  function speak() {
    if (at >= parts.length) { end(); return; }
    var mine = turn, part = parts[at], said = new SpeechSynthesisUtterance(part.text);
    said.voice = voice;
    said.lang = voice.lang;
    said.onend = function () { if (mine === turn) { at += 1; speak(); } };
    said.onerror = function () { if (mine === turn) { end(); } };
    mark(part.node);
    speech.speak(said);
  }

  /* Not the browser's own pause: on Android it ends the reading. The sentence begins anew. */
  function pause() {
    turn += 1;
    speech.cancel();
    speaking = false;
    label();
  }

  toggle.addEventListener("click", function () {
    if (speaking) { pause(); return; }
    if (!at) { collect(); }
    turn += 1;
    speech.cancel();
    speaking = true;
    label();
    speak();
  });
  stop.addEventListener("click", function () { end(); toggle.focus(); });
  panel.addEventListener("keydown", function (event) { if (event.key === "Escape" && (speaking || at)) { end(); toggle.focus(); } });
  window.addEventListener("pagehide", function () { turn += 1; speech.cancel(); });
  if (speech.addEventListener) { speech.addEventListener("voiceschanged", show); }
  show();
})();
