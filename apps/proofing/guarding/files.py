"""Attached files are held to the same rules: what stands in a PDF or Word file is published too."""

import hashlib
from dataclasses import replace

from django.core.cache import cache
from django.utils.translation import gettext as _

from apps.media.models import Attachment
from apps.media.videos import VIDEOS, VTT, words_of
from apps.proofing.findings import Finding, Kind, Severity
from apps.proofing.manuscript import Manuscript
from lib.documents import Fault, Reading, read_apart
from lib.vietnamese.encodings import to_unicode

from . import guard

# A list of a thousand people need not be listed a thousand times.
MOST_FINDINGS = 50
_VERSION = 2
_KEPT = 7 * 24 * 3600


def guard_attachment(attachment: Attachment) -> list[Finding]:
    """Findings in the text of an attachment; asked again, it is not read again. What a video
    says stands in its captions."""
    if attachment.type in VIDEOS:
        return []
    if attachment.type == VTT:
        where = _("In the file “%(name)s”") % {"name": attachment.file_name}
        found = guard(Manuscript("\n".join(words_of(attachment))))[:MOST_FINDINGS]
        return [replace(finding, evidence=where) for finding in found]
    key = f"proofing:file:{_VERSION}:{attachment.sha256}:{_short(attachment.file_name)}"
    found = cache.get(key)
    if found is None:
        with attachment.original.open("rb") as file:
            found = guard_file(file, attachment.file_name)
        cache.set(key, found, _KEPT)
    return found


def guard_file(file, name: str) -> list[Finding]:
    """Findings in the text of one document; places count signs of that text, not of the article.

    `evidence` names the file. What cannot be read gives a hint at 0 that says why.
    """
    reading = read_apart(file)
    where = _("In the file “%(name)s”") % {"name": name}
    text, _encoding = to_unicode(reading.text)
    found = guard(Manuscript(text))[:MOST_FINDINGS]
    return [replace(finding, evidence=where) for finding in [*_unread(reading, name), *found]]


def _short(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:16]


def _unread(reading: Reading, name: str) -> list[Finding]:
    if not reading.fault:
        return []
    words = _sentence(reading.fault) % {
        "name": name, "read": reading.pages, "all": reading.pages_in_all
    }  # fmt: skip
    return [Finding(Kind.UNREAD_FILE, 0, 0, "", words, Severity.HINT)]


def _sentence(fault: Fault) -> str:
    return {
        Fault.BROKEN: _("“%(name)s” is damaged and could not be read; look through it yourself."),
        Fault.LOCKED: _("“%(name)s” has a password and could not be read; look through it."),
        Fault.NO_TEXT: _(
            "“%(name)s” is a scan without text and could not be read; look through it."
        ),
        Fault.SOME_PAGES: _("Some pages of “%(name)s” are scans without text; look through them."),
        Fault.TOO_LONG: _("“%(name)s” is too long: %(read)s pages of %(all)s were read."),
        Fault.UNKNOWN: _("“%(name)s” cannot be read; save it as PDF or DOCX, or look through it."),
    }[fault]
