// What is pasted from Word or from another page: lists, tables, bold and italic come along;
// styles, remarks, deletions, tracking and pictures of other sites do not. The server does the same
// again (apps/articles/word/pasted.py).
(function () {
  "use strict";
  const GONE = "del, script, style, title, xml, meta, link, iframe, object, .MsoCommentReference";
  const HIDDEN = /mso-element:\s*comment|mso-hide:\s*all|mso-special-character:\s*comment|display:\s*none/i;
  // The property itself: Word writes mso-bidi-font-weight beside it, for other scripts than ours.
  const BOLD = /(?:^|;)\s*font-weight\s*:\s*(?:bold|[6-9]00)/i;
  const LIGHT = /(?:^|;)\s*font-weight\s*:\s*(?:normal|[1-4]00)/i;
  const ITALIC = /(?:^|;)\s*font-style\s*:\s*italic/i;
  const LEVEL = /mso-list:\s*l\d+\s+level(\d)/i;
  const NUMBERED = /^\(?(?:(\d{1,3})|[a-zđ]|[ivx]{1,5})[.)]/i;
  const OURS = /^(?:https?:\/\/[^/]+)?\/toa-soan\/anh\/(\d+)\//;
  const TRACKERS = /^(utm_\w+|fbclid|gclid|zarsrc|mc_[ce]id|igshid|_ga|yclid|msclkid)$/;
  const KEPT = ["href", "src", "alt", "data-file", "rowspan", "colspan", "start"];
  const SAME = { H1: "h2", H4: "h3", H5: "h3", H6: "h3" };

  const styleOf = (node) => node.getAttribute("style") || "";
  function wrap(node, tag) {
    const made = node.ownerDocument.createElement(tag);
    made.append(...node.childNodes);
    node.append(made);
  }
  const unwrap = (node) => node.replaceWith(...node.childNodes);

  function removeUnmeant(body) {
    for (const node of body.querySelectorAll(GONE)) node.remove();
    for (const node of body.querySelectorAll("[style]")) if (HIDDEN.test(styleOf(node))) node.remove();
    for (const node of body.querySelectorAll("*")) if (node.tagName.includes(":")) unwrap(node);
    const walk = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
    const remarks = [];
    while (walk.nextNode()) remarks.push(walk.currentNode);
    for (const remark of remarks) remark.remove();
  }

  // -- lists that are paragraphs with a typed bullet --
  function readMark(line) {
    let mark = "";
    for (const span of line.querySelectorAll("span")) {
      if (!styleOf(span).includes("mso-list:Ignore")) continue;
      mark += span.textContent.trim();
      span.remove();
    }
    return (mark || "·").match(NUMBERED);
  }
  function makeLists(body) {
    for (const line of body.querySelectorAll("p[style*='mso-list']")) {
      const level = styleOf(line).match(LEVEL);
      if (!level) continue;
      const before = line.previousElementSibling;
      const number = readMark(line);
      const item = body.ownerDocument.createElement("li");
      item.append(...line.childNodes);
      placeItem(line, before, Number(level[1]), number, item);
      line.remove();
    }
  }
  function placeItem(line, before, level, number, item) {
    const tag = number ? "OL" : "UL";
    let list = before && before.dataset.level ? before : null;
    while (list && Number(list.dataset.level) < level) {
      const inner = list.lastElementChild && list.lastElementChild.querySelector(":scope > [data-level]:last-child");
      if (!inner) break;
      list = inner;
    }
    if (list && Number(list.dataset.level) >= level && list.tagName === tag) {
      list.append(item);
      return;
    }
    const made = line.ownerDocument.createElement(tag);
    made.dataset.level = level;
    if (number && Number(number[1]) > 1) made.setAttribute("start", number[1]);
    made.append(item);
    if (list && Number(list.dataset.level) < level) list.lastElementChild.append(made);
    else line.before(made);
  }
  // Word on the web wraps every line into a list of its own.
  function joinLists(body) {
    for (const box of body.querySelectorAll(".ListContainerWrapper")) {
      const list = box.firstElementChild;
      const before = box.previousElementSibling;
      if (list && before && before.tagName === list.tagName) before.append(...list.children);
      else box.before(...box.childNodes);
      box.remove();
    }
  }

  function sayByTags(body) {
    for (const node of body.querySelectorAll("[style]")) {
      const style = styleOf(node);
      if (/^(B|STRONG)$/.test(node.tagName) && LIGHT.test(style)) unwrap(node);
      else if (/^(SPAN|FONT|A)$/.test(node.tagName) && node.textContent.trim()) {
        if (BOLD.test(style)) wrap(node, "strong");
        if (ITALIC.test(style)) wrap(node, "em");
      }
    }
  }

  // How many pictures somebody would miss.
  function leavePictures(body) {
    let left = 0;
    for (const image of body.querySelectorAll("img")) {
      const number = (image.getAttribute("src") || "").match(OURS);
      if (number && image.closest("figure")) {
        image.dataset.file = number[1];
        continue;
      }
      if (!["0", "1"].includes(image.getAttribute("width"))) left += 1;
      const line = image.parentElement;
      image.remove();
      if (line.tagName === "P" && !line.textContent.trim()) line.remove();
    }
    for (const figure of body.querySelectorAll("figure")) {
      if (figure.querySelector("img")) continue;
      const words = figure.ownerDocument.createElement("p");
      words.append(...(figure.querySelector("figcaption") || figure).childNodes);
      figure.replaceWith(words);
    }
    return left;
  }

  function plainAddress(href) {
    let url;
    try { url = new URL(href); } catch (error) { return href; }
    if (!/^https?:$/.test(url.protocol)) return href;
    if (/^lm?\.facebook\.com$/.test(url.hostname) && url.searchParams.get("u")) return plainAddress(url.searchParams.get("u"));
    const tracking = [...url.searchParams.keys()].filter((name) => TRACKERS.test(name));
    for (const name of tracking) url.searchParams.delete(name);
    return tracking.length ? url.href : href;
  }
  function tidy(body) {
    for (const link of body.querySelectorAll("a")) {
      const href = link.getAttribute("href") || "";
      if (/^(https?:|mailto:|tel:|\/(?!\/))/i.test(href)) link.setAttribute("href", plainAddress(href));
      else unwrap(link);
    }
    for (const node of body.querySelectorAll("*")) {
      for (const name of node.getAttributeNames()) if (!KEPT.includes(name)) node.removeAttribute(name);
    }
    for (const node of body.querySelectorAll("h1, h4, h5, h6")) {
      const made = node.ownerDocument.createElement(SAME[node.tagName]);
      made.append(...node.childNodes);
      node.replaceWith(made);
    }
  }

  function clean(html, tell) {
    // A style sheet means nothing here, and the policy would tell of it as soon as it is read.
    const bare = html.replace(/<style\b[^]*?<\/style\s*>/gi, "");
    const body = new DOMParser().parseFromString(bare, "text/html").body;
    const own = body.querySelector("[data-pm-slice]");
    if (!own) {
      removeUnmeant(body);
      joinLists(body);
      makeLists(body);
      sayByTags(body);
    }
    const left = leavePictures(body);
    if (!own) tidy(body);
    tell(left);
    return body.innerHTML;
  }

  function listen(editor, textarea) {
    const field = textarea.closest(".field");
    const told = document.createElement("p");
    told.className = "paste-told";
    told.setAttribute("role", "status");
    field.append(told);
    const tell = (left) => {
      told.textContent = left ? interpolate(ngettext(
        "%s picture of another page did not come along. Save it on this machine, then add it to the library.",
        "%s pictures of another page did not come along. Save them on this machine, then add them to the library.",
        left), [left]) : "";
    };
    editor.setOptions({
      editorProps: { ...editor.options.editorProps, transformPastedHTML: (html) => clean(html, tell) },
    });
  }
  document.addEventListener("prose-editor:ready", (event) => {
    if (event.detail.textarea.name === "body") listen(event.detail.editor, event.detail.textarea);
  });
})();
