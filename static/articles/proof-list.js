// The findings beside the text: one card each, with what is expected, why, and what can be done.
window.proofList = function (panel, acts) {
  "use strict";
  const list = panel.querySelector(".proof-list");
  const aside = panel.querySelector(".proof-passed");
  const says = panel.querySelector(".proof-says");

  function make(tag, className, words) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (words) element.textContent = words;
    return element;
  }
  function button(className, words, press) {
    const made = make("button", className, words);
    made.type = "button";
    made.addEventListener("click", press);
    return made;
  }
  function head(finding) {
    const line = make("span", "proof-head");
    line.append(make("span", `proof-word proof-mark-${finding.severity}`, finding.word), " ", make("strong", "", finding.label));
    return line;
  }
  function quote(finding) {
    if (!finding.quote.trim()) return "";
    return make("q", "proof-quote", finding.quote.length > 140 ? `${finding.quote.slice(0, 140)}…` : finding.quote);
  }

  // -- a card --
  function card(finding) {
    const item = make("li", `proof-card proof-of-${finding.severity}`);
    item.finding = finding;
    const shows = acts.jump ? button("proof-jump", "", () => acts.jump(finding)) : make("div", "proof-jump");
    shows.append(head(finding), quote(finding));
    item.append(shows, make("p", "proof-message", finding.message));
    if (finding.expected && !finding.message.includes(finding.expected)) {
      const line = make("p", "proof-expected", `${gettext("Write:")} `);
      line.append(make("b", "", finding.expected));
      item.append(line);
    }
    if (finding.evidence) item.append(make("p", "proof-evidence", `${gettext("The register says:")} ${finding.evidence}`));
    if (finding.stops) item.append(make("p", "proof-stops", gettext("Stops the article from being handed in and published.")));
    if (acts.jump) item.append(doing(finding, item));
    return item;
  }
  function doing(finding, item) {
    const line = make("p", "proof-acts");
    if (finding.fix !== null && finding.mark) line.append(button("act", gettext("Mend"), () => acts.mend(finding)));
    if (!finding.may_pass) line.append(make("span", "help", gettext("Only the chief or a deputy chief may pass this over.")));
    else if (!acts.keyed()) line.append(make("span", "help", gettext("Save the article first to pass this over.")));
    else line.append(button("act", gettext("Pass over (say why)"), (event) => asked(finding, item, event.currentTarget)));
    return line;
  }
  function asked(finding, item, opener) {
    if (item.querySelector(".proof-why")) return;
    const box = make("div", "proof-why");
    const why = make("textarea");
    why.rows = 2;
    why.maxLength = 2000;
    why.setAttribute("aria-label", gettext("Why may this stay as it is?"));
    why.placeholder = gettext("Why may this stay as it is?");
    const wrong = make("p", "field-error");
    wrong.setAttribute("role", "alert");
    async function send() {
      wrong.textContent = await acts.pass(finding, why.value);
      if (wrong.textContent) why.focus();
    }
    const close = () => { box.remove(); opener.focus(); };
    box.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      if (event.key === "Escape") close();
      else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send();
      else return;
      event.preventDefault();
    });
    const line = make("p", "proof-acts");
    line.append(button("act primary", gettext("Pass over"), send), button("act", gettext("Do not"), close));
    box.append(why, wrong, line);
    item.append(box);
    why.focus();
  }
  function passedCard(finding) {
    const item = make("li", "proof-card proof-is-passed");
    const { by, when, reason } = finding.passed;
    const told = interpolate(gettext("%(by)s, %(when)s: %(reason)s"), { by, when, reason }, true);
    item.append(head(finding), quote(finding), make("p", "proof-message", told));
    if (acts.jump && finding.may_pass) {
      const line = make("p", "proof-acts");
      line.append(button("act", gettext("Take back"), () => acts.takeBack(finding)));
      item.append(line);
    }
    return item;
  }

  // -- the whole --
  function counted(findings) {
    const counts = new Map();
    for (const { word } of findings) counts.set(word, (counts.get(word) || 0) + 1);
    return [...counts].map(([word, count]) => `${count} ${word.toLowerCase()}`).join(", ");
  }
  return {
    // A reason somebody is writing stays where it is: its card is kept.
    show(findings) {
      const open = findings.filter((finding) => !finding.passed);
      const over = findings.filter((finding) => finding.passed);
      const writing = [...list.children].filter((item) => item.querySelector(".proof-why"));
      const kept = (finding) => writing.find((item) => acts.same(item.finding, finding));
      const focused = list.contains(document.activeElement) ? document.activeElement : null;
      list.replaceChildren(...open.map((finding) => {
        const item = kept(finding);
        if (item) item.finding = finding;
        return item || card(finding);
      }));
      if (focused && focused.isConnected) focused.focus({ preventScroll: true });
      aside.hidden = !over.length;
      aside.querySelector("summary").textContent = `${gettext("Passed over")} (${over.length})`;
      aside.querySelector("ol").replaceChildren(...over.map(passedCard));
      this.say(counted(open) || gettext("Nothing to look at."));
      return open;
    },
    say(words) { if (says.textContent !== words) says.textContent = words; },
    active(finding) {
      for (const item of list.children) item.classList.toggle("proof-card-active", item.finding === finding);
      const item = [...list.children].find((each) => each.finding === finding);
      if (item && panel.scrollHeight > panel.clientHeight) {
        panel.scrollTop = item.offsetTop - panel.offsetTop - 8;
      }
    },
    counted,
  };
};
