"""Texts to be checked from files: .txt, or .json with `text` and `event_date`."""

import datetime as dt
import json
from pathlib import Path

from django.utils.translation import gettext as _

from lib.vietnamese.decoding import decode

from .manuscript import Manuscript

LARGEST = 5 * 1024 * 1024  # bytes


class Unreadable(Exception):
    """One sentence that says why a file is not checked."""


def read_file(path: Path, *, day: dt.date | None, portal_key: str | None) -> Manuscript:
    """The file's text exactly as given, line ends too: findings count its code points.

    `day` is for texts that do not state theirs. Raises Unreadable.
    """
    content = _content(path)
    if path.suffix.lower() != ".json":
        return _manuscript(_decoded(content), day, portal_key)
    try:
        values = json.loads(content)
    except (ValueError, RecursionError):
        raise Unreadable(_("The file is not proper JSON.")) from None
    if not isinstance(values, dict) or not isinstance(values.get("text"), str):
        raise Unreadable(_("The file has no “text”."))
    stated = values.get("event_date")
    return _manuscript(values["text"], _day(stated) if stated else day, portal_key)


def _content(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise Unreadable(_("The file is larger than 5 MB."))
        return path.read_bytes()
    except OSError:
        raise Unreadable(_("The file cannot be read.")) from None


def _decoded(content: bytes) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError:
        pass
    try:
        return decode(content)[0]
    except ValueError:
        raise Unreadable(_("The encoding of the file is not known.")) from None


def _manuscript(text, day, portal_key) -> Manuscript:
    if not text.strip():
        raise Unreadable(_("The file is empty."))
    if day is None:
        raise Unreadable(_("The day of the event is missing: add --date or “event_date”."))
    return Manuscript(text, day, portal_key)


def _day(stated) -> dt.date:
    try:
        return dt.date.fromisoformat(stated)
    except (TypeError, ValueError):
        raise Unreadable(_("“event_date” is no day: write it as 2021-10-11.")) from None
