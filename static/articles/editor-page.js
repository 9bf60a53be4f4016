// The page one writes on, as the editor makes it. Named for screen readers; without the style
// element the editor would put into the head, which the policy forbids (desk.css has its rules);
// left with the keyboard by Esc, then Tab; the line one types in never lies under the bars; what is
// pasted behind a link is no part of it.
import { Extension, pm } from "django-prose-editor/editor";

const ABOVE = 70;  // the editor's buttons, which stay in sight
const foot = () => parseFloat(getComputedStyle(document.documentElement).scrollPaddingBottom) || 0;
const room = { top: ABOVE, left: 5, right: 5, get bottom() { return foot() + 16; } };

// In lists and tables Tab belongs to the text; after Esc it is the browser's.
function leaving() {
  let escaped = false;
  return (view, event) => {
    if (event.isComposing || event.keyCode === 229) return false;
    const goes = escaped && event.key === "Tab";
    escaped = event.key === "Escape" || (escaped && event.key === "Shift");
    return goes;
  };
}

// Plain text takes the marks of where it lands: of a link only what is pasted into its midst.
function pastedBehindLink(text, place, plain, view) {
  const { schema } = view.state;
  const link = schema.marks.link.isInSet(place.marks());
  const lines = text.split(/[\r\n]+/);
  const midst = place.nodeAfter && link && link.isInSet(place.nodeAfter.marks);
  if (!link || (midst && lines.length === 1)) return null;  // as the editor does it
  const marks = link.removeFromSet(place.marks());
  const made = (line) => schema.nodes.paragraph.create(null, line ? schema.text(line, marks) : null);
  return pm.model.Slice.maxOpen(pm.model.Fragment.from(lines.map(made)));
}

export const DeskPage = Extension.create({
  name: "deskPage",
  addOptions() {
    return { label: "", described: "" };
  },
  onBeforeCreate() {
    const { label, described } = this.options;
    this.editor.setOptions({
      injectCSS: false,
      editorProps: {
        ...this.editor.options.editorProps,
        attributes: { "aria-label": label, "aria-multiline": "true", "aria-describedby": described },
        clipboardTextParser: pastedBehindLink,
        handleDOMEvents: { keydown: leaving() },
        scrollThreshold: room,
        scrollMargin: room,
      },
    });
  },
});
