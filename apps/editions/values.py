"""The shapes of what is cut. Whoever cuts fills them, `public` renders them; nobody else asks.

All are plain JSON values. Texts are NFC. Dates are ISO (`2021-10-11`), instants ISO with +07:00.
`html` values are sanitised and final: `public` marks them safe and changes nothing inside.
"""

from typing import TypedDict


class PictureValues(TypedDict):
    """Renditions at `/anh/<sha256>/<width>.<avif|webp|jpg>`, largest last."""

    sha256: str
    widths: list[int]
    width: int  # of the largest rendition, pixels
    height: int
    focal: list[float]  # x, y from 0 to 1
    caption: str
    alt: str
    credit: str


class BylineValues(TypedDict):
    name: str
    role: str  # text, photo, text_photo, video, digest
    office: str


class AttachmentValues(TypedDict):
    """A document at `/tep/<sha256>/<name>`."""

    sha256: str
    name: str
    title: str
    size: int  # bytes
    type: str


class ArticleValues(TypedDict):
    """kind "article", key "article:<id>", address "/<section>/<slug>-<id>/"."""

    headline: str
    sapo: str
    html: str  # body: p, h2, h3, ul, ol, li, blockquote, strong, em, a, table…, figure>picture
    genre: str
    source_prefix: str  # "TTV", without brackets
    outside_source: str
    event_date: str | None
    published_at: str | None  # the date readers see (an old page's own date, else first showing)
    published_has_time: bool
    bylines: list[BylineValues]
    byline_office: str  # the office line under the names
    lead: PictureValues | None
    gallery: list[PictureValues]
    attachments: list[AttachmentValues]
    section: str
    files: list[str]  # sha256 of every picture used


class StyleValues(TypedDict):
    """House style, applied when a page is rendered."""

    dateline: str  # a name of lib.vietnamese.datelines.DATELINE_FORMS
    views: str  # "" = hidden, else the label in front of the number, e.g. "View count:"
    source_prefix: str  # "brackets" "(TTV) …", "dash" "TTV - …", "none"
    byline_label: str  # "Tin, ảnh:" or "Tác giả:" or ""
    byline_joiner: str  # " – "
    byline_office: str  # "under", "same_line", "none"
    end_mark: str  # "", "./.", "…/."


class SectionValues(TypedDict):
    slug: str
    title: str
    parent: str  # "" for a top section
    description: str


class MenuValues(TypedDict):
    title: str
    href: str
    children: list["MenuValues"]


class BannerValues(TypedDict):
    slot: str  # "top", "side"
    wide: PictureValues
    narrow: PictureValues | None
    alt: str
    href: str
    shows_from: str | None  # instants; public compares them with the clock
    shows_until: str | None


class FrameValues(TypedDict):
    """kind "frame", key "frame", address "/": one per portal."""

    name: str
    short_name: str
    welcome: str
    masthead: PictureValues | None
    contact: list[str]  # lines
    responsibility: str
    style: StyleValues
    sections: list[SectionValues]
    menu: list[MenuValues]
    banners: list[BannerValues]
    hosts: list[str]
    files: list[str]
