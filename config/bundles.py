"""Files of the desk that a page asks for together, sent as one: seventeen scripts of a form.

Each part stays a small file of its own under `static/`; a template names the whole. The whole is a
static file like any other: found here, collected, compressed and named by its content elsewhere.
"""

import os
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.files.storage import FileSystemStorage

UTF_8 = "utf-8"  # whatever the machine's own is
# {the whole: its parts in their order}. No part of a style sheet names a further file: an address
# in it would be looked for beside the whole.
BUNDLES = {
    "newsroom/every-page.css": ("newsroom/desk.css", "newsroom/bell.css"),
    "articles/form-page.js": (
        "articles/counts.js", "articles/list-keys.js", "articles/topics.js", "media/pictured.js",
        "articles/desk.js", "articles/kept-here.js", "articles/typed-form.js", "articles/merge.js",
        "articles/autosave.js", "meetings/insert.js", "articles/mention.js",
        "articles/proof-places.js", "articles/proof-lines.js", "articles/proof-list.js",
        "articles/proofread.js", "articles/notes.js", "articles/notes-lines.js",
    ),
    "articles/form-page.css": (
        "articles/desk.css", "articles/typed.css", "articles/editing.css", "articles/lists.css",
        "articles/mention.css", "media/pictured.css", "articles/proofread.css",
        "articles/notes.css", "articles/publishing.css", "articles/leaders-desk.css",
    ),
    "articles/review-page.css": (
        "articles/desk.css", "articles/proofread.css", "articles/versions.css",
        "articles/notes.css", "articles/publishing.css", "articles/review.css",
    ),
    "meetings/week-page.js": (
        "meetings/pasted-table.js", "people/choosing.js", "meetings/chairs.js", "meetings/week.js",
    ),
    "people/entry-page.js": ("people/choosing.js", "people/keeping.js", "people/entry.js"),
}  # fmt: skip


class BundleFinder(finders.BaseFinder):
    """Writes each whole under VAR when it is looked for, if its parts have changed since."""

    def __init__(self, app_names=None, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.storage = FileSystemStorage(location=settings.VAR / "bundles")

    def check(self, **kwargs):
        return []

    def find(self, path, find_all=False, **kwargs):
        found = [self._written(path)] if path in BUNDLES else []
        return found if find_all else next(iter(found), None)

    def list(self, ignore_patterns):
        for path in BUNDLES:
            self._written(path)
            yield path, self.storage

    def _written(self, path):
        at = Path(self.storage.path(path))
        parts = {part: Path(finders.find(part)).read_text(UTF_8) for part in BUNDLES[path]}
        whole = joined(parts)
        if not at.exists() or at.read_text(UTF_8) != whole:
            at.parent.mkdir(parents=True, exist_ok=True)
            new = at.with_name(f"{at.name}.{os.getpid()}")
            new.write_text(whole, UTF_8)
            new.replace(at)  # at once: another process reads the old or the new
        return str(at)


def joined(parts):
    """One text of {name: text}. A script that fails is told of and stops none behind it, as if
    each had been sent alone: what keeps the typed text must run whatever a panel does."""
    return "".join(
        f"/* {name} */\n{_on_its_own(text) if name.endswith('.js') else text}\n"
        for name, text in parts.items()
    )


def _on_its_own(script):
    return f"try {{\n{script}\n}} catch (error) {{ setTimeout(() => {{ throw error; }}); }}"
