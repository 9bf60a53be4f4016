"""Private renditions become public files before the page that shows them is committed."""

import re
from collections.abc import Iterable

from django.core.files.storage import default_storage, storages
from django.utils.translation import gettext as _

from apps.newsroom.refusals import Refused

from .figures import figure_html
from .files import chunks, delete_folder, put_once
from .models import Attachment, Picture
from .renditions import FORMATS
from .values import attachment_values, picture_values

__all__ = [
    "attachment_values",
    "draft_name",
    "figure_html",
    "missing_public_files",
    "picture_values",
    "publish_attachments",
    "publish_files",
    "remove_files",
    "rendition_names",
]

DRAFTS = "renditions/"
SAFE_NAME = re.compile(r"[a-z0-9-]{1,100}\.(pdf|docx|xlsx|odt|mp4|webm|vtt)")  # of an attachment
SHA256 = re.compile(r"[0-9a-f]{64}")


def rendition_names(sha256: str, widths: Iterable[int]) -> list[str]:
    """Names in public storage: `<sha256>/<width>.<avif|webp|jpg>`."""
    return [f"{sha256}/{width}.{extension}" for width in widths for extension in FORMATS]


def draft_name(name: str) -> str:
    """Where the private storage keeps what public storage calls `name`."""
    return DRAFTS + name


def publish_files(pictures: Iterable[Picture]) -> None:
    """Copy every rendition to public storage; call it before the showing is committed.

    Safe to repeat and to run twice at once: a file that is there is left alone. Raises Refused
    when a private rendition is missing (the picture must be uploaded again, which mends it).
    """
    for picture in pictures:
        for name in rendition_names(picture.sha256, picture.widths):
            _publish(draft_name(name), name, picture)


def publish_attachments(attachments: Iterable[Attachment]) -> None:
    """Copy every attachment to public storage as `<sha256>/<name>`; else as `publish_files`."""
    for attachment in attachments:
        _publish(attachment.original.name, f"{attachment.sha256}/{attachment.name}", attachment)


def _publish(private_name, public_name, row):
    public = storages["public"]
    if public.exists(public_name):
        return
    if not default_storage.exists(private_name):
        raise Refused(
            _("The stored file of “%(name)s” is missing; upload the file once more.")
            % {"name": row}
        )
    with default_storage.open(private_name) as file:
        put_once(public, public_name, chunks(file))


def remove_files(sha256s: Iterable[str]) -> list[str]:
    """Delete all public files of these pictures and attachments; the names that were deleted.

    Whether another current or coming showing still uses one is the caller's question.
    """
    return [
        name for sha256 in sha256s for name in delete_folder(storages["public"], _checked(sha256))
    ]


def _checked(sha256):
    if not SHA256.fullmatch(sha256):
        raise ValueError(f"Not a SHA-256: {sha256!r}")
    return sha256


def missing_public_files(sha256s_with_widths: Iterable[tuple[str, Iterable[int]]]) -> list[str]:
    """Of pictures given as (sha256, widths): the names that public storage does not have."""
    public = storages["public"]
    return [
        name
        for sha256, widths in sha256s_with_widths
        for name in rendition_names(_checked(sha256), widths)
        if not public.exists(name)
    ]
