"""Opening an upload that may be anything: only a real picture of a sane size comes through."""

import contextlib
import os
import warnings
from dataclasses import dataclass

from django.utils.translation import gettext as _
from PIL import Image

from apps.newsroom.refusals import Refused

from .files import size_of

MAX_BYTES = 40 * 1024 * 1024
MAX_PIXELS = 60_000_000  # a 50-megapixel camera fits; more is a scan of a poster, or a bomb
MAX_RATIO = 8  # WebP ends at 16,383 pixels a side; 1,600 wide times 8 stays well below

# Pillow warns from MAX_IMAGE_PIXELS on; as an error it also stops inside nested decoders. The
# filter is set once for the process: switching it per call would not be safe between threads.
Image.MAX_IMAGE_PIXELS = MAX_PIXELS
warnings.simplefilter("error", Image.DecompressionBombWarning)

ORIENTATION = 0x0112  # EXIF 2.32, table 4
UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
SIDEWAYS = {5, 6, 7, 8}


@dataclass(frozen=True)
class Opened:
    """A decoded picture as stored: not yet upright. `turn` is an EXIF orientation, 1 to 8.

    `width` and `height` are those of the upright original in pixels; `image` may be smaller,
    because a JPEG decoder can shrink while it reads.
    """

    image: Image.Image
    turn: int
    width: int
    height: int


def format_of(head: bytes) -> str:
    """Pillow's name of the format the first 16 bytes announce, "HEIC", or ""."""
    signs = {
        b"\xff\xd8\xff": "JPEG",
        b"\x89PNG\r\n\x1a\n": "PNG",
        b"II*\0": "TIFF",
        b"MM\0*": "TIFF",
    }
    for sign, name in signs.items():
        if head.startswith(sign):
            return name
    if head[:6] in (b"GIF87a", b"GIF89a"):
        return "GIF"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WEBP"
    is_heic = head[4:8] == b"ftyp" and head[8:12] in (b"heic", b"heix", b"mif1", b"msf1")
    return "HEIC" if is_heic else ""


class _Lent:
    """A file whose bytes are still needed when the decoder has closed what it was given."""

    def __init__(self, file):
        self.read, self.seek, self.tell = file.read, file.seek, file.tell

    def close(self):
        """The file is its owner's."""


def open_picture(file, name: str, *, width: int) -> Opened:
    """Decode a JPEG, PNG, WebP, GIF (first frame) or TIFF, at least `width` wide if it is.

    `file` is open, binary, seekable; `name` only appears in sentences, the content decides.
    Raises Refused: empty, too heavy, not a picture, broken, too many pixels, too narrow.
    """
    check_size(file, name)
    kind = _kind(file, name)
    with refusing_damage(name):
        image = Image.open(_Lent(file), formats=[kind])
        _check_dimensions(image.size, name)
        return _decode(image, width)


@contextlib.contextmanager
def refusing_damage(name: str):
    """Around everything that decodes or converts: whatever goes wrong becomes one sentence."""
    try:
        yield
    except Refused:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as bomb:
        raise Refused(_too_many_pixels(name)) from bomb
    except Exception as fault:  # decoders of hostile bytes raise whatever they stumble over
        raise Refused(
            _(
                "The picture “%(name)s” is damaged or incomplete; "
                "copy it again and upload it once more."
            )
            % {"name": name}
        ) from fault


def check_size(file, name: str) -> None:
    """Refuses an empty file and one above 40 MB."""
    size = size_of(file)
    file.seek(0, os.SEEK_SET)
    check_bytes(size, name)


def check_bytes(size: int, name: str) -> None:
    """The same for a file of which only the size is known yet."""
    if size == 0:
        raise Refused(
            _("The file “%(name)s” is empty; copy it again and upload it once more.")
            % {"name": name}
        )
    if size > MAX_BYTES:
        raise Refused(
            _("The file “%(name)s” is larger than 40 MB; make it smaller and upload it again.")
            % {"name": name}
        )


def _kind(file, name):
    kind = format_of(file.read(16))
    file.seek(0)
    if kind == "HEIC":
        raise Refused(
            _(
                "“%(name)s” is in the iPhone's HEIC format, which browsers cannot show; "
                "save it as JPEG and upload that."
            )
            % {"name": name}
        )
    if not kind:
        raise Refused(
            _("“%(name)s” is not a picture; choose a JPEG, PNG, WebP, GIF or TIFF file.")
            % {"name": name}
        )
    return kind


def _too_many_pixels(name):
    return _(
        "The picture “%(name)s” has more than 60 million pixels; "
        "make it smaller and upload it again."
    ) % {"name": name}


def _check_dimensions(size, name):
    long, short = max(size), min(size)
    if long * short > MAX_PIXELS:
        raise Refused(_too_many_pixels(name))
    if long > short * MAX_RATIO:
        raise Refused(
            _("The picture “%(name)s” is too long and narrow; crop it and upload it again.")
            % {"name": name}
        )


def _decode(image, width):
    turn, size = 1, image.size
    if image.format in ("JPEG", "MPO"):
        turn = _turn(image)
        share = max(1, _upright(size, turn)[0] / width)
        image.draft(None, (int(size[0] / share), int(size[1] / share)))
    image.load()
    turn = _turn(image)  # PNG may say it at the end; TIFF is turned by Pillow and says nothing
    return Opened(image, turn, *_upright(size, turn))


def _turn(image):
    turn = image.getexif().get(ORIENTATION, 1)
    return turn if turn in UPRIGHT else 1


def _upright(size, turn):
    return size[::-1] if turn in SIDEWAYS else size
