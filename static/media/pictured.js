/* Who is in a picture: chips instead of a line with commas. Participants of the meeting are offered
   at once, people of the register while one types, with or without marks; whoever is none of them
   stays a free name. With the people come words for caption and description, where nobody has
   written any. The line itself stays the field that is sent; without this script one types there. */
(function () {
  "use strict";
  const PAUSE = 150;
  const known = new Map();

  function ask(address) {
    if (!known.has(address)) {
      known.set(address, fetch(address, { credentials: "same-origin" })
        .then((answer) => (answer.ok && !answer.redirected ? answer.json() : Promise.reject()))
        .catch(() => { known.delete(address); return null; }));
    }
    return known.get(address);
  }

  function made(tag, className, words) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (words) element.textContent = words;
    return element;
  }

  function press(className, words, act) {
    const button = made("button", className, words);
    button.type = "button";
    button.addEventListener("mousedown", (event) => event.preventDefault());
    button.addEventListener("click", act);
    return button;
  }

  // Words somebody typed stay; those that were proposed follow the people.
  function fill(field, words) {
    if (!field || (field.value && field.value !== field.dataset.fromLibrary)) return;
    if (field.value === words) return;
    field.value = field.dataset.fromLibrary = words;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function begin(input) {
    const { form } = input;
    const links = form.elements.namedItem(input.name.replace(/people$/, "linked"));
    const place = input.closest(".picture-row, .library-captions > li") || form;
    const word = (name) => place.querySelector(`[name$=${name}]`);
    const names = () => input.value.split(",").map((name) => name.trim()).filter(Boolean);
    const linked = () => { try { return JSON.parse(links.value || "{}"); } catch (error) { return {}; } };

    const box = made("div", "pictured");
    const chips = made("ul", "pictured-names");
    const more = made("input", "pictured-more");
    const offers = made("div", "pictured-offers");
    more.type = "text";
    more.id = `${input.id}-more`;
    more.autocomplete = "off";
    more.placeholder = gettext("Add somebody: part of a name, marks or not");
    offers.setAttribute("role", "group");
    offers.setAttribute("aria-label", gettext("People offered"));
    box.append(chips, more, offers);
    input.hidden = true;
    input.after(box);
    const label = input.labels && input.labels[0];
    if (label) label.htmlFor = more.id;
    else more.setAttribute("aria-label", gettext("People in the picture"));

    let asked = 0;
    let timer = null;
    let first = null;

    function query() {
      const { event, meeting, portal, event_date: day } = form.elements;
      const held = !meeting || meeting.value === form.dataset.eventIs ? form.dataset.event : "";
      return new URLSearchParams({
        portal: (portal && portal.value) || input.dataset.portal,
        event: (event ? event.value : input.dataset.event || held) || "",
        ngay: (day && day.value) || input.dataset.day || "",
      });
    }

    async function propose() {
      const mine = ++asked;
      const about = query();
      const keys = linked();
      for (const name of names()) {
        about.append("ten", name);
        about.append("khoa", keys[name] || "");
      }
      const found = await ask(`${input.dataset.pictured}chu-thich/?${about}`);
      if (mine !== asked || !found) return;
      fill(word("caption"), found.caption);
      fill(word("alt"), found.alt);
    }

    function put(wanted, keys) {
      input.value = wanted.join(", ");
      if (links) links.value = JSON.stringify(keys);
      input.dispatchEvent(new Event("input", { bubbles: true }));
      form.dispatchEvent(new Event("article:changed"));
      show();
      if (wanted.length) propose();
      else [word("caption"), word("alt")].forEach((field) => fill(field, ""));
    }

    function add(name, key) {
      more.value = "";
      const mine = names();
      const fresh = name.split(",").map((each) => each.trim()).filter((each) => each && !mine.includes(each));
      if (fresh.length) put([...mine, ...fresh], { ...linked(), ...Object.fromEntries(fresh.map((each) => [each, key])) });
      else offer();
    }

    function show() {
      const keys = linked();
      chips.replaceChildren(...names().map((name) => {
        const chip = made("li", keys[name] ? "is-linked" : "", name);
        const away = press("pictured-away", "×", () => put(names().filter((each) => each !== name), { ...linked(), [name]: "" }));
        away.setAttribute("aria-label", interpolate(gettext("Not in the picture: %s"), [name]));
        chip.title = keys[name] ? gettext("In the register") : gettext("Not in the register");
        chip.append(away);
        return chip;
      }));
      offer();
    }

    async function offer() {
      const text = more.value.trim();
      if (!text && names().length && document.activeElement !== more) {
        first = null;
        offers.replaceChildren();
        return;
      }
      const about = query();
      if (text) about.append("q", text);
      const found = about.get("event") || text ? await ask(`${input.dataset.pictured}?${about}`) : { people: [] };
      if (text !== more.value.trim()) return;
      const mine = names();
      const people = ((found && found.people) || []).filter((person) => !mine.includes(person.name));
      const buttons = people.map((person) => {
        const button = press("", person.name, () => add(person.name, person.key));
        if (person.says) button.append(made("span", "", person.says));
        return button;
      });
      first = text && people.length ? () => add(people[0].name, people[0].key) : null;
      if (first) buttons[0].classList.add("is-first");
      if (text) buttons.push(press("", interpolate(gettext("Write “%s”, not in the register"), [text]), () => add(text, "")));
      else if (about.get("event") && !mine.length) buttons.push(press("", gettext("Only the view"), propose));
      offers.replaceChildren(...buttons);
    }

    more.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(offer, PAUSE);
    });
    more.addEventListener("focus", offer);
    more.addEventListener("keydown", (event) => {
      if (event.isComposing || event.key === "Process") return;
      if (event.key === "Enter" && more.value.trim()) {
        event.preventDefault();
        clearTimeout(timer);
        const text = more.value.trim();
        offer().then(() => { if (more.value.trim() === text) (first || (() => add(text, "")))(); });
      } else if (event.key === "Backspace" && !more.value && names().length) {
        const last = names().pop();
        put(names().slice(0, -1), { ...linked(), [last]: "" });
      }
    });
    const leave = () => { if (more.value.trim()) add(more.value.trim(), ""); else offer(); };
    box.addEventListener("focusout", (event) => { if (!box.contains(event.relatedTarget)) leave(); });
    form.addEventListener("submit", leave, true);
    form.addEventListener("change", (event) => {
      if (event.target === input || event.target === links) show();
      else if (["event", "meeting", "event_date", "portal"].includes(event.target.name)) offer();
    });
    show();
  }

  window.pictured = (place) => {
    place.querySelectorAll("input[data-pictured]").forEach((input) => { if (!input.hidden) begin(input); });
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => window.pictured(document));
  else window.pictured(document);
})();
