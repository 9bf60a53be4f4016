"""The files a command line names."""

from pathlib import Path

from django.utils.translation import gettext as _

from .reading import PageRefused, ReadPage, read_page
from .reading.encoding import LARGEST

ENDINGS = {".txt", ".html", ".htm"}


def pages_under(paths: list[str]) -> list[Path]:
    """Every file that is named, and the pages of every folder with its folders, sorted.

    Links inside a folder are passed over: a copy of an old server may hold some that point at
    files of this one.

    Raises FileNotFoundError with the name of the first path that is not there.
    """
    found: dict[Path, None] = {}
    for path in map(Path, paths):
        if not path.exists():
            raise FileNotFoundError(str(path))
        inside = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in inside:
            if not path.is_dir() or _is_page(file):
                found[file] = None
    return list(found)


def _is_page(file):
    return file.suffix.lower() in ENDINGS and file.is_file() and not file.is_symlink()


def read_file(path: Path) -> ReadPage:
    """Raises PageRefused, also for a file that cannot be opened."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise PageRefused("unreadable", _("The file cannot be opened.")) from error
    return read_page(data, path.name)


def shown_name(path: Path) -> str:
    """The path as text that can be printed, whatever bytes the name is made of."""
    return bytes(path).decode("utf-8", "replace")
