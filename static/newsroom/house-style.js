/* Shows at once what a choice of house style looks like, and fills in a ready-made one. */
(function () {
  "use strict";
  document.addEventListener("DOMContentLoaded", function () {
    const box = document.getElementById("style-example");
    const presets = document.getElementById("style-presets");
    const form = document.getElementById("housestyle_form");
    if (!box || !presets || !form || !form.elements.dateline) return;
    const styles = JSON.parse(presets.textContent);
    const value = function (name) { return form.elements[name].value; };
    const write = function (part, words) {
      const line = box.querySelector("[data-part=" + part + "]");
      line.textContent = words;
      line.hidden = !words;
    };

    function show() {
      const joined = box.dataset.names.split("|").join(value("byline_joiner"));
      const office = value("byline_office");
      const prefix = { brackets: "(TTV) ", dash: "TTV - ", none: "" }[value("source_prefix")];
      const dateline = form.elements.dateline;
      const date = dateline.value === "none" ? "" : dateline.options[dateline.selectedIndex].text;
      const views = value("views").trim();
      let byline = [value("byline_label").trim(), joined].filter(Boolean).join(" ");
      if (office === "same_line") byline += " (" + box.dataset.office + ")";
      write("headline", prefix + box.dataset.headline);
      write("dateline", [date, views && views + " 1984"].filter(Boolean).join(" | "));
      write("ending", box.dataset.ending + (value("end_mark") || "."));
      write("byline", byline);
      write("office", office === "under" ? box.dataset.office : "");
    }

    form.elements.preset.addEventListener("change", function () {
      const style = styles[this.value];
      if (!style) return;
      Object.keys(style).forEach(function (name) { form.elements[name].value = style[name]; });
      this.value = "";
      show();
    });
    form.addEventListener("input", show);
    form.addEventListener("change", show);
  });
})();
