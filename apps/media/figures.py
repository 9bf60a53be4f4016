"""The HTML of a picture on a readers' page; final, everything escaped."""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from .values import PictureValues

# The article column is at most 720 pixels wide; below that the picture fills the screen.
SIZES = "(min-width: 760px) 720px, 100vw"
FALLBACK_WIDTH = 960
SOURCES = {"avif": "image/avif", "webp": "image/webp"}


def figure_html(picture: PictureValues) -> SafeString:
    """`<figure><picture>…</picture><figcaption>…</figcaption></figure>` of public renditions.

    Width and height are given, so that nothing moves when the picture arrives. Without caption
    and credit there is no `figcaption`.
    """
    return format_html(
        "<figure>{}{}</figure>", picture_html(picture, sizes=SIZES), _figcaption(picture)
    )


def picture_html(picture: PictureValues, *, sizes: str) -> SafeString:
    """`<picture>` alone; `sizes` says how wide it stands on the page."""
    sources = format_html_join(
        "",
        '<source type="{}" srcset="{}" sizes="{}">',
        ((kind, _srcset(picture, extension), sizes) for extension, kind in SOURCES.items()),
    )
    width = fallback_width(picture["widths"])
    return format_html(
        '<picture>{}<img src="{}" width="{}" height="{}" alt="{}" loading="lazy" '
        'decoding="async"></picture>',
        sources,
        _address(picture, width, "jpg"),
        width,
        max(1, round(picture["height"] * width / picture["width"])),
        picture["alt"],
    )


def fallback_width(widths: list[int], wanted: int = FALLBACK_WIDTH) -> int:
    """The smallest rendition at least `wanted` pixels wide, else the widest."""
    return next((width for width in widths if width >= wanted), widths[-1])


def _address(picture, width, extension):
    return f"/anh/{picture['sha256']}/{width}.{extension}"


def _srcset(picture, extension):
    return ", ".join(
        f"{_address(picture, width, extension)} {width}w" for width in picture["widths"]
    )


def _figcaption(picture):
    if not picture["caption"] and not picture["credit"]:
        return mark_safe("")
    credit = _credit(picture["credit"])
    gap = " " if picture["caption"] and credit else ""
    return format_html("<figcaption>{}{}{}</figcaption>", picture["caption"], gap, credit)


def _credit(credit):
    if not credit:
        return mark_safe("")
    words = _("Photo: %(credit)s") % {"credit": credit}
    return format_html('<span class="credit">{}</span>', words)
