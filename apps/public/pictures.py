"""From PictureValues to what an <img> needs: sources, size on the page, the point kept in sight."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from apps.editions import paths
from lib.vietnamese.fold import fold

TYPES = (("avif", "image/avif"), ("webp", "image/webp"))
USUAL_WIDTH = 960
FOCAL_STEPS = 4  # classes fx-0 … fx-4: no inline style is allowed
LABELLED = re.compile(r"(?:ảnh|nguồn)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Source:
    type: str
    srcset: str


@dataclass(frozen=True)
class Shown:
    """A picture ready for a template; `src` is the JPEG every browser can read."""

    src: str
    sources: tuple[Source, ...]
    srcset: str
    width: int
    height: int
    alt: str
    caption: str
    credit: str
    focal: str


def shown(values: dict | None) -> Shown | None:
    """PictureValues as a template needs them; None for none. A preview brings its own `src`."""
    if not values or not (values.get("src") or values.get("widths")):
        return None
    widths = [] if values.get("src") else sorted(values["widths"])
    return Shown(
        src=values.get("src") or _address(values, _usual(widths), "jpg"),
        sources=tuple(Source(kind, _srcset(values, widths, ext)) for ext, kind in TYPES if widths),
        srcset=_srcset(values, widths, "jpg"),
        width=values.get("width") or 0,
        height=values.get("height") or 0,
        alt=values.get("alt") or "",
        caption=values.get("caption") or "",
        credit=_credit(values.get("credit") or "", values.get("caption") or ""),
        focal=_focal(values.get("focal") or [0.5, 0.5]),
    )


def _usual(widths):
    """The smallest rendition that fills a text column, else the largest there is."""
    return next((width for width in widths if width >= USUAL_WIDTH), widths[-1])


def _address(values, width, extension):
    return paths.rendition(values["sha256"], width, extension)


def _srcset(values, widths, extension):
    return ", ".join(f"{_address(values, width, extension)} {width}w" for width in widths)


def _credit(credit, caption):
    """Once, and with its label once: captions of old pages often carry the credit themselves."""
    if not credit or re.search(rf"anh ?: ?{re.escape(fold(credit))}\W*$", fold(caption)):
        return ""
    if LABELLED.match(credit):
        return credit
    return _("Photo: %(credit)s") % {"credit": credit}


def _focal(point):
    x, y = (round(min(max(float(part), 0), 1) * FOCAL_STEPS) for part in point)
    return f"fx-{x} fy-{y}"
