"""1200 by 630 pixels: the office's name, the headline, beside them a photo where there is one.

The same words and bytes give the same picture. Neither is trusted: any text is drawn or left out,
a photo that cannot be read is left out.
"""

import io

from PIL import Image, ImageDraw, ImageOps

from .setting import HEADLINE, NAME, drawable, fitted, font, line_height

SIZE = (1200, 630)
PHOTO = (552, 630)  # on the right
PAPER, INK, RED, GOLD = "#fffefb", "#1c1a17", "#a3161a", "#c9a227"
EDGE = 56
BAND = 14  # the red edge on the left
NAME_SIZES = (22, 24, 26, 28)
SIZES = range(34, 69, 2)
WIDE_SIZES = range(40, 85, 2)
QUALITY = 84


def draw(
    headline: str,
    name: str = "",
    photo: bytes | None = None,
    focal: tuple[float, float] = (0.5, 0.5),
) -> bytes:
    """A JPEG without metadata; `photo` is a picture's file, `focal` what must be kept of it."""
    canvas = Image.new("RGB", SIZE, PAPER)
    beside = _cropped(photo, focal) if photo else None
    right = SIZE[0]
    if beside is not None:
        right -= PHOTO[0]
        canvas.paste(beside, (right, 0))
    pen = ImageDraw.Draw(canvas)
    pen.rectangle((0, 0, BAND - 1, SIZE[1]), fill=RED)
    _write(pen, headline, name, width=right - 2 * EDGE - BAND, wide=beside is None)
    target = io.BytesIO()
    canvas.save(target, "JPEG", quality=QUALITY)
    return target.getvalue()


def _write(pen, headline, name, *, width, wide):
    """Name at the top, a gold stroke, the headline in the middle of what is left."""
    top, bottom = EDGE, SIZE[1] - EDGE
    if drawable(name):
        lines, size = fitted(name, NAME, NAME_SIZES, (width, 2 * line_height(NAME_SIZES[-1])))
        top = _lines(pen, lines, font(NAME, size), size, top, RED) + 18
        pen.rectangle((BAND + EDGE, top, BAND + EDGE + 96, top + 4), fill=GOLD)
        top += 28
    lines, size = fitted(headline, HEADLINE, WIDE_SIZES if wide else SIZES, (width, bottom - top))
    spare = bottom - top - len(lines) * line_height(size)
    _lines(pen, lines, font(HEADLINE, size), size, top + spare // 2, INK)


def _lines(pen, lines, face, size, top, ink):
    """Draws them and says where the next would begin. The baseline leaves room for two marks."""
    for line in lines:
        pen.text((BAND + EDGE, top + size), line, font=face, fill=ink, anchor="ls")
        top += line_height(size)
    return top


def _cropped(photo, focal):
    try:
        with Image.open(io.BytesIO(photo)) as opened:
            opened.draft("RGB", (PHOTO[0], PHOTO[1]))
            return ImageOps.fit(
                opened.convert("RGB"), PHOTO, Image.Resampling.BICUBIC, centering=_inside(focal)
            )
    except (OSError, ValueError, Image.DecompressionBombError):
        return None


def _inside(focal):
    return tuple(min(max(float(part), 0.0), 1.0) for part in focal)
