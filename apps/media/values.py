"""What leaves this app: plain JSON values, as `editions` stores them."""

from typing import NotRequired, TypedDict

from .models import Attachment, Picture
from .renditions import height_at


class PictureValues(TypedDict):
    """The same shape as `editions.values.PictureValues`; the two apps do not know each other."""

    sha256: str
    widths: list[int]
    width: int  # of the largest rendition, pixels
    height: int
    focal: list[float]  # x, y from 0 to 1
    caption: str
    alt: str
    credit: str


class AttachmentValues(TypedDict):
    """A file at `/tep/<sha256>/<name>`."""

    sha256: str
    name: str
    title: str
    size: int  # bytes
    type: str  # e.g. "application/pdf"
    seconds: NotRequired[int]  # how long a video is


def picture_values(
    picture: Picture,
    *,
    caption: str | None = None,
    alt: str | None = None,
    credit: str | None = None,
) -> PictureValues:
    """The picture as readers will get it; a text left None is the library's own, "" is none."""
    widest = picture.widths[-1]
    return {
        "sha256": picture.sha256,
        "widths": list(picture.widths),
        "width": widest,
        "height": height_at(widest, of=(picture.width, picture.height)),
        "focal": [picture.focal_x, picture.focal_y],
        "caption": picture.caption if caption is None else caption,
        "alt": picture.alt if alt is None else alt,
        "credit": picture.credit if credit is None else credit,
    }


def attachment_values(attachment: Attachment, *, title: str | None = None) -> AttachmentValues:
    """The attachment as readers will get it; `title` overrides the library's."""
    return {
        "sha256": attachment.sha256,
        "name": attachment.name,
        "title": attachment.title if title is None else title,
        "size": attachment.size,
        "type": attachment.type,
        **({"seconds": attachment.seconds} if attachment.seconds else {}),
    }
