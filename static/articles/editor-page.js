// The page one writes on, as the editor makes it. Named for screen readers; without the style
// element the editor would put into the head, which the policy forbids (desk.css has its rules);
// left with the keyboard by Esc, then Tab; the line one types in never lies under the bars.
import { Extension } from "django-prose-editor/editor";

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
        handleDOMEvents: { keydown: leaving() },
        scrollThreshold: room,
        scrollMargin: room,
      },
    });
  },
});
