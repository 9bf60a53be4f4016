"""The picture of a shared link: drawn when a page is cut, kept among the public files by content.

A readers' node draws nothing: it has the file like any other, and loses it with a take-down.
"""

import hashlib

from django.conf import settings
from django.core.files.storage import default_storage, storages

from lib.share_picture import PHOTO, SIZE, draw

from .files import put_once
from .publishing import draft_name


def share_picture(headline: str, name: str, picture: dict | None = None) -> dict | None:
    """`editions.values.PictureValues` of the drawn picture, put into public storage.

    `picture` are PictureValues of the photo beside the words, {} or None for none. None where the
    office has switched drawing off.
    """
    if not settings.TOASOAN_SHARE_PICTURES:
        return None
    content = draw(headline, name, *_photo(picture or {}))
    sha256 = hashlib.sha256(content).hexdigest()
    put_once(storages["public"], f"{sha256}/{SIZE[0]}.jpg", [content])
    return {
        "sha256": sha256,
        "widths": [SIZE[0]],
        "width": SIZE[0],
        "height": SIZE[1],
        "focal": [0.5, 0.5],
        "caption": "",
        "alt": headline,
        "credit": "",
    }


def _photo(picture):
    """(file, focal point) of the smallest rendition that fills its place, else of the largest."""
    if not picture:
        return ()
    wanted = max(PHOTO[0], PHOTO[1] * picture["width"] / max(1, picture["height"]))
    widths = sorted(picture["widths"])
    width = next((each for each in widths if each >= wanted), widths[-1])
    try:
        with default_storage.open(draft_name(f"{picture['sha256']}/{width}.jpg")) as file:
            return file.read(), tuple(picture["focal"])
    except OSError:
        return ()
