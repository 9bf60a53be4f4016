// Where words stand on the article form: every field as one text, a stretch of it as lines on the
// screen, as a selection, or replaced. Nothing here writes into a field but `replace`, and that can
// be undone with the field's own undo.
window.proofPlaces = function (form) {
  "use strict";
  const BETWEEN = "\n\n";  // paragraphs of the body in its one text
  const PLAIN = "textarea, input[type=text]";

  // -- plain fields: a twin that nobody sees breaks its lines at the same places --
  const COPIED = ["fontFamily", "fontSize", "fontWeight", "fontStyle", "fontVariant", "letterSpacing", "wordSpacing",
    "lineHeight", "textIndent", "textTransform", "tabSize", "paddingTop", "paddingRight", "paddingBottom", "paddingLeft"];
  const twin = document.createElement("div");
  twin.className = "proof-twin";
  twin.setAttribute("aria-hidden", "true");
  form.append(twin);
  function plain(element) {
    return {
      element,
      name: element.name,
      text: () => element.value,
      lines(stretches) {
        const look = getComputedStyle(element);
        for (const name of COPIED) twin.style[name] = look[name];
        twin.style.whiteSpace = element.tagName === "INPUT" ? "pre" : "pre-wrap";
        twin.style.width = `${element.clientWidth}px`;
        twin.textContent = element.value;
        const box = element.getBoundingClientRect();
        const from = twin.getBoundingClientRect();
        const high = element.tagName === "INPUT" ? (element.clientHeight - from.height) / 2 : 0;
        const right = box.left + element.clientLeft - from.left - element.scrollLeft;
        const down = box.top + element.clientTop - from.top - element.scrollTop + high;
        return stretches.map(({ start, end }) => {
          if (!twin.firstChild || !box.width) return [];
          const rects = rectsOf(twin.firstChild, start, twin.firstChild, end);
          return rects
            .map((r) => ({ left: r.left + right, right: r.right + right, bottom: r.bottom + down }))
            .filter((r) => r.bottom > box.top && r.bottom < box.bottom + 1 && r.left < box.right && r.right > box.left)
            .map((r) => ({ ...r, left: Math.max(r.left, box.left), right: Math.min(r.right, box.right) }));
        });
      },
      selection: () => (document.activeElement === element ? [element.selectionStart, element.selectionEnd] : null),
      select(start, end) {
        element.focus({ preventScroll: true });
        element.setSelectionRange(start, end);
      },
      replace(start, end, words) {
        element.focus({ preventScroll: true });
        element.setSelectionRange(start, end);
        // execCommand keeps what can be undone; Firefox before 89 does not know it here.
        if (document.execCommand(words ? "insertText" : "delete", false, words)) return;
        element.setRangeText(words, start, end, "end");
        element.dispatchEvent(new Event("input", { bubbles: true }));
      },
    };
  }
  function rectsOf(from, start, to, end) {
    const range = document.createRange();
    const within = (node, offset) => Math.min(offset, node.nodeType === 3 ? node.length : node.childNodes.length);
    range.setStart(from, within(from, start));
    range.setEnd(to, within(to, end));
    return [...range.getClientRects()].filter((rect) => rect.width > 0);
  }

  // -- the rich text: its own model gives the places, its page is only looked at --
  function page(element) {
    const { editor } = element;
    let seen = null;
    let blocks = [];
    function read() {
      const { doc } = editor.state;
      if (doc === seen) return;
      seen = doc;
      blocks = [];
      let at = 0;
      doc.descendants((node, pos) => {
        if (!node.isTextblock) return true;
        const text = node.textBetween(0, node.content.size, "\n", "\n");
        blocks.push({ at, text, pos: pos + 1 });
        at += text.length + BETWEEN.length;
        return false;
      });
    }
    // A place of the text in the model; a place between two paragraphs is the end of the first.
    function inside(place) {
      let block = blocks[0];
      for (const each of blocks) {
        if (each.at > place) break;
        block = each;
      }
      return block ? block.pos + Math.min(place - block.at, block.text.length) : 0;
    }
    function outside(pos) {
      let block = blocks[0];
      for (const each of blocks) {
        if (each.pos > pos) break;
        block = each;
      }
      return block ? block.at + Math.max(0, Math.min(pos - block.pos, block.text.length)) : 0;
    }
    const picture = (number) => {
      const found = [];
      editor.state.doc.descendants((node, pos) => { if (node.type.name === "image") found.push(pos); });
      return found[number];
    };
    return {
      element,
      name: "body",
      text() { read(); return blocks.map((block) => block.text).join(BETWEEN); },
      html: () => editor.getHTML(),
      blockAt(number) { read(); return blocks[number] ? blocks[number].at : -1; },
      lines(stretches) {
        read();
        const { view } = editor;
        return stretches.map(({ start, end }) => {
          const from = view.domAtPos(inside(start), 1);
          const to = view.domAtPos(inside(end), -1);
          const rects = rectsOf(from.node, from.offset, to.node, to.offset);
          return rects.map(({ left, right, bottom }) => ({ left, right, bottom }));
        });
      },
      selection() {
        if (!editor.isFocused) return null;
        read();
        const { from, to } = editor.state.selection;
        return [outside(from), outside(to)];
      },
      select(start, end) {
        read();
        editor.view.focus();
        editor.commands.setTextSelection({ from: inside(start), to: inside(end) });
      },
      selectPicture(number) {
        const pos = picture(number);
        if (pos === undefined) return;
        editor.view.focus();
        editor.commands.setNodeSelection(pos);
        const shown = editor.view.nodeDOM(pos);
        if (shown && shown.scrollIntoView) shown.scrollIntoView({ block: "center" });
      },
      replace(start, end, words) {
        read();
        const { tr } = editor.state;
        const [from, to] = [inside(start), inside(end)];
        editor.view.dispatch((words ? tr.insertText(words, from, to) : tr.delete(from, to)).scrollIntoView());
        editor.view.focus();
      },
    };
  }

  let body = null;
  function fields() {
    const editing = form.querySelector(".field-body .ProseMirror[contenteditable]");
    if (editing && editing.editor && (!body || body.element !== editing)) body = page(editing);
    const rest = [...form.querySelectorAll(PLAIN)].filter((element) => element.name && !element.closest("[hidden], .prose-editor, .proof"));
    return [...rest.map(plain), ...(body ? [body] : [])];
  }
  return {
    fields,
    fieldNamed: (name) => fields().find((field) => field.name === name) || null,
    // "block:3" is a paragraph of the body, all else the name of a field; null where nothing can be marked.
    place(name) {
      if (name.startsWith("block:")) {
        const at = body ? body.blockAt(Number(name.slice(6))) : -1;
        return at < 0 ? null : { field: body, at };
      }
      const element = form.elements.namedItem(name);
      return element && element.matches && element.matches(PLAIN) && !element.closest("[hidden]")
        ? { field: plain(element), at: 0 } : null;
    },
    body: () => { fields(); return body; },
    // What has no words to mark: a picture's row, a figure in the text, an attached file.
    show(name) {
      if (name.startsWith("figure:")) return body && body.selectPicture(Number(name.slice(7)));
      const first = form.querySelector(`[name^="${CSS.escape(name)}"]:not([type=hidden])`);
      const row = first && first.closest(".row");
      if (!row) return undefined;
      row.scrollIntoView({ block: "center" });
      return (row.querySelector("button, select, input:not([type=hidden])") || first).focus({ preventScroll: true });
    },
  };
};
