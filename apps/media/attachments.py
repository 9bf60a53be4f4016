"""Documents, videos and captions for readers; known by content, never by name."""

import struct
import zipfile
import zlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath

from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from apps.newsroom.history import record
from apps.newsroom.refusals import Refused
from lib.video import mp4
from lib.vietnamese.slug import slugify
from lib.vietnamese.text import clean

from .files import chunks, put_once, sha256_of, size_of
from .models import Attachment, original_path
from .reading import check_size
from .uploads import file_name_of, require_upload
from .videos import (
    VTT,
    cleaned_captions,
    cleaned_video,
    container_of,
    is_captions,
    seconds_of,
)

MAX_UNPACKED = 400 * 1024 * 1024
MAX_ENTRIES = 10_000
BROKEN_PACKAGE = (
    zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError,
    struct.error, zlib.error,
)  # fmt: skip
OFFICE = "application/vnd.openxmlformats-officedocument."


@dataclass(frozen=True)
class Kind:
    extension: str
    type: str


PDF = Kind("pdf", "application/pdf")
MP4, WEBM = Kind("mp4", "video/mp4"), Kind("webm", "video/webm")
CAPTIONS = Kind("vtt", VTT)
ODT = Kind("odt", "application/vnd.oasis.opendocument.text")
# What must stand in the package: ISO/IEC 29500-2 packages name their main part.
PACKAGES = {
    "word/document.xml": Kind("docx", OFFICE + "wordprocessingml.document"),
    "xl/workbook.xml": Kind("xlsx", OFFICE + "spreadsheetml.sheet"),
}


def add_attachment(*, portal: str, file, by, at: datetime, title: str = "") -> Attachment:
    """Put a document into the library of one portal, private.

    The same file twice in one portal is the same attachment. Raises OutOfSight without a seat,
    Refused for anything but a PDF, DOCX, XLSX or ODT without macros up to 40 MB, a video (MP4,
    WebM) or captions (WebVTT, SRT).
    """
    require_upload(by, portal, at)
    name = file_name_of(file)
    file, kind = _judged(file, name)
    sha256 = sha256_of(file)
    stem = PurePosixPath(name).stem
    attachment = Attachment(
        portal=portal,
        sha256=sha256,
        file_name=name,
        name=f"{slugify(stem) or 'tep'}.{kind.extension}",
        type=kind.type,
        size=size_of(file),
        seconds=seconds_of(file),
        title=clean(title) or stem,
        uploaded_by=by,
        uploaded_at=at,
    )
    _check_title(attachment)
    attachment.original.name = original_path(attachment, "")
    put_once(default_storage, attachment.original.name, chunks(file))
    return _save_new(attachment)


def _judged(file, name):
    """(what is kept of the file, its kind); videos and captions are cleaned first."""
    container = container_of(file)
    if container is not None:
        return cleaned_video(file, name), MP4 if container is mp4 else WEBM
    if is_captions(file, name):
        return cleaned_captions(file, name), CAPTIONS
    check_size(file, name)
    return file, kind_of(file, name)


def retitle_attachment(attachment: Attachment, *, by, at: datetime, title: str) -> Attachment:
    """Give the document another title. Raises OutOfSight without a seat, Refused when empty."""
    require_upload(by, attachment.portal, at)
    before = attachment.title
    attachment.title = clean(title)
    _check_title(attachment)
    if attachment.title != before:
        with transaction.atomic():
            attachment.save(update_fields=["title", "folded"])
            _record(attachment, "describe", by, at, before={"title": before})
    return attachment


def kind_of(file, name: str) -> Kind:
    """The kind of document, read from its content. Raises Refused for everything else."""
    file.seek(0)
    head = file.read(1024)
    if head.startswith(b"%PDF-"):
        return PDF
    kind = _package_kind(file, name) if head.startswith(b"PK\x03\x04") else None
    if kind is None:
        raise Refused(
            _(
                "“%(name)s” is no document and no video; choose a PDF, DOCX, XLSX or ODT file, "
                "an MP4 or a WebM."
            )
            % {"name": name}
        )
    return kind


def _package_kind(file, name):
    try:
        with zipfile.ZipFile(file) as package:
            return _kind_by_parts(package, name)
    except BROKEN_PACKAGE as fault:
        raise Refused(
            _("The document “%(name)s” is damaged; open it, save it anew and upload it again.")
            % {"name": name}
        ) from fault


def _kind_by_parts(package, name):
    parts = {part.filename: part for part in package.infolist()}
    unpacked = sum(part.file_size for part in parts.values())
    if len(parts) > MAX_ENTRIES or unpacked > MAX_UNPACKED:
        raise Refused(
            _("The document “%(name)s” is too large when unpacked; save it as PDF.")
            % {"name": name}
        )
    if any(part.lower().endswith("vbaproject.bin") for part in parts):
        raise Refused(
            _("The document “%(name)s” contains macros; save it without them or as PDF.")
            % {"name": name}
        )
    if "mimetype" in parts and parts["mimetype"].file_size == len(ODT.type):
        return ODT if package.read("mimetype") == ODT.type.encode() else None
    return next((kind for main, kind in PACKAGES.items() if main in parts), None)


def _check_title(attachment):
    try:
        attachment.clean_fields(exclude=["original", "uploaded_by"])
    except ValidationError as error:
        raise Refused(" ".join(error.messages)) from error


def _save_new(attachment):
    by, at = attachment.uploaded_by, attachment.uploaded_at
    try:
        with transaction.atomic():
            attachment.save(force_insert=True)
            _record(attachment, "upload", by, at, file_name=attachment.file_name)
    except IntegrityError:  # it is there already
        return Attachment.objects.get(portal=attachment.portal, sha256=attachment.sha256)
    return attachment


def _record(attachment, verb, by, at, before=None, **more):
    record(
        f"attachment:{attachment.pk}",
        verb,
        by=by,
        at=at,
        portal=attachment.portal,
        before=before,
        after={"title": attachment.title, **more},
    )
