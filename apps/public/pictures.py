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
    full: str = ""  # the largest JPEG


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
        full=_address(values, widths[-1], "jpg") if widths else values["src"],
    )


@dataclass(frozen=True)
class Shared:
    """One JPEG with its own size, for machines: shared links, feeds, search engines."""

    src: str
    width: int
    height: int
    alt: str
    credit: str


def renditions(values: dict) -> list[Shared]:
    """The JPEGs of PictureValues, widest first; none of a preview, whose pictures are private."""
    if values.get("src"):
        return []
    alt = values.get("alt") or values.get("caption") or ""
    credit = values.get("credit") or ""
    return [
        Shared(_address(values, width, "jpg"), width, _height(values, width), alt, credit)
        for width in sorted(values.get("widths") or (), reverse=True)
    ]


def _height(values, width):
    return max(1, round((values.get("height") or 0) * width / (values.get("width") or width)))


def shared(values: dict | None) -> Shared | None:
    """The widest JPEG; None for no picture."""
    return next(iter(renditions(values or {})), None)


def shared_of(picture: Shown | None) -> Shared | None:
    """The JPEG of a picture in a list, whose own size is not said there (0)."""
    return picture and Shared(picture.src, 0, 0, picture.alt, picture.credit)


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
