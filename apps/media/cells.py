"""What stands in the cells of the library's lists and forms; everything escaped."""

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html

from .addresses import draft_picture, original_picture, private_attachment
from .figures import fallback_width
from .models import Attachment, Picture
from .renditions import height_at


def thumbnail(picture: Picture) -> str:
    """A small picture that leads to its form."""
    return format_html(
        '<a class="library-thumb" href="{}" aria-label="{}">{}</a>',
        change_address(picture), picture, image(picture, 480),
    )  # fmt: skip


def image(picture: Picture, width: int) -> str:
    """`<img>` of the draft rendition next to `width`, with its true size."""
    true_width = fallback_width(picture.widths, width)
    return format_html(
        '<img src="{}" width="{}" height="{}" alt="{}" loading="lazy">',
        draft_picture(picture.pk, true_width),
        true_width,
        height_at(true_width, of=(picture.width, picture.height)),
        picture.alt,
    )


def summary(picture: Picture) -> str:
    """Caption as a link, below it credit, who and when, and what is missing."""
    return render_to_string(
        "media/summary.html", {"picture": picture, "address": change_address(picture)}
    )


def uses(rows: list[dict]) -> str:
    """Where a picture stands: links, or that it stands nowhere yet."""
    return render_to_string("media/uses.html", {"uses": rows, "whole": True})


def focus(picture: Picture) -> str:
    """The picture to click on; the script moves the mark and fills the two numbers."""
    return render_to_string("media/focus.html", {"picture": picture, "image": image(picture, 960)})


def facts(picture: Picture) -> str:
    return render_to_string(
        "media/facts.html", {"row": picture, "download": original_picture(picture.pk)}
    )


def document(attachment: Attachment) -> str:
    return render_to_string(
        "media/facts.html", {"row": attachment, "download": private_attachment(attachment.pk)}
    )


def change_address(picture: Picture) -> str:
    return reverse("admin:media_picture_change", args=[picture.pk])
