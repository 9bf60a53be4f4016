// The screen of publishing: the button says the moment that was typed, as people say it.
(function () {
  "use strict";
  const says = document.querySelector("[data-goes-out]");
  if (!says) return;
  const form = says.closest("form");
  const [day, clock] = ["live_from_0", "live_from_1"].map((name) => form.elements.namedItem(name));
  const before = says.textContent;
  const one = 24 * 60 * 60 * 1000;

  function moment() {
    const date = day.value.trim().match(/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/);
    const time = clock.value.trim().match(/^(\d{1,2})[:hg.](\d{2})$/);
    if (!date || !time) return "";
    const at = new Date(Date.UTC(Number(date[3]), Number(date[2]) - 1, Number(date[1])));
    if (at.getUTCDate() !== Number(date[1]) || Number(time[1]) > 23 || Number(time[2]) > 59) return "";
    return `${dayInWords(at)} ${Number(time[1])}:${time[2]}`;
  }
  function dayInWords(at) {
    const ahead = Math.round((at - new Date(`${says.dataset.day}T00:00:00Z`)) / one);
    if (ahead === 0) return says.dataset.today;
    if (ahead === 1) return says.dataset.tomorrow;
    if (ahead > 1 && ahead <= 6) {
      const name = at.toLocaleDateString("vi-VN", { weekday: "long", timeZone: "UTC" });
      return name.replace(/^Thứ/, "thứ");
    }
    const two = (number) => String(number).padStart(2, "0");
    return `${two(at.getUTCDate())}/${two(at.getUTCMonth() + 1)}/${at.getUTCFullYear()}`;
  }
  function say() {
    const when = moment();
    says.textContent = when ? says.dataset.goesOut.replace("{when}", when) : before;
  }
  form.addEventListener("input", say);
  window.addEventListener("pageshow", say);
})();
