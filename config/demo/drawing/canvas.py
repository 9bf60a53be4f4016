"""A sheet of 1440 by 960 units drawn twice as large as it is printed, for smooth edges."""

import io
import random
from functools import lru_cache

from PIL import Image, ImageChops, ImageDraw

from config.demo.drawing.palettes import Colour

WIDTH, HEIGHT = 1440, 960
OVERSAMPLING = 2
QUALITY = 88

Point = tuple[float, float]


class Canvas:
    """Flat shapes and soft light on one picture; all measures in sheet units."""

    def __init__(self, size: tuple[int, int], rng: random.Random) -> None:
        self.size, self.rng = size, rng
        self.zoom = OVERSAMPLING * max(size[0] / WIDTH, size[1] / HEIGHT)
        self.image = Image.new("RGB", (self._px(WIDTH), self._px(HEIGHT)))
        self.pen = ImageDraw.Draw(self.image, "RGBA")

    def _px(self, length: float) -> int:
        return round(length * self.zoom)

    def _at(self, points: list[Point]) -> list[Point]:
        return [(x * self.zoom, y * self.zoom) for x, y in points]

    def poly(self, points: list[Point], colour: Colour, alpha: int = 255) -> None:
        """Fill a closed outline."""
        self.pen.polygon(self._at(points), fill=(*colour, alpha))

    def rect(
        self, x: float, y: float, w: float, h: float, colour: Colour, alpha: int = 255
    ) -> None:
        """Fill an upright rectangle given by its top left corner and size."""
        self.poly([(x, y), (x + w, y), (x + w, y + h), (x, y + h)], colour, alpha)

    def disc(
        self, x: float, y: float, rx: float, ry: float, colour: Colour, alpha: int = 255
    ) -> None:
        """Fill an ellipse given by its centre and half axes."""
        box = self._at([(x - rx, y - ry), (x + rx, y + ry)])
        self.pen.ellipse([*box[0], *box[1]], fill=(*colour, alpha))

    def cap(
        self, x: float, y: float, rx: float, ry: float, arc: tuple[float, float], colour: Colour
    ) -> None:
        """Fill the part of an ellipse between two angles (degrees, clockwise from three)."""
        box = self._at([(x - rx, y - ry), (x + rx, y + ry)])
        self.pen.chord([*box[0], *box[1]], *arc, fill=colour)

    def line(self, points: list[Point], colour: Colour, width: float = 2, alpha: int = 255) -> None:
        """Draw a bent line with round corners."""
        self.pen.line(
            self._at(points), fill=(*colour, alpha), joint="curve", width=max(1, self._px(width))
        )

    def limb(self, points: list[Point], colour: Colour, width: float) -> None:
        """Draw a thick line with round ends, such as an arm or a branch."""
        self.line(points, colour, width)
        for x, y in (points[0], points[-1]):
            self.disc(x, y, width / 2, width / 2, colour)

    def fade(
        self,
        x: float,
        y: float,
        w: float,
        h: float,
        stops: tuple[Colour, Colour],
        alphas: tuple[int, int] = (255, 255),
    ) -> None:
        """Fill a rectangle with colour (and opacity) running evenly from top to bottom."""
        size = (max(1, self._px(w)), max(1, self._px(h)))
        opaque = alphas == (255, 255)
        mask = None if opaque else _ramp(size, *((alpha,) for alpha in alphas))
        self._lay((x, y), _ramp(size, *stops), mask)

    def fade_poly(self, points: list[Point], stops: tuple[Colour, Colour]) -> None:
        """Fill an outline with colour running from its top to its bottom."""
        left, right = max(0.0, min(x for x, _ in points)), min(WIDTH, max(x for x, _ in points))
        top, bottom = min(y for _, y in points), max(y for _, y in points)
        size = (max(1, self._px(right - left)), max(1, self._px(bottom - top)))
        mask = Image.new("L", size)
        inside = self._at([(x - left, y - top) for x, y in points])
        ImageDraw.Draw(mask).polygon(inside, fill=255)
        self._lay((left, top), _ramp(size, *stops), mask)

    def glow(
        self, x: float, y: float, rx: float, ry: float, colour: Colour, alpha: int = 255
    ) -> None:
        """Lay a soft round light or shadow, strongest in the middle."""
        spans = [
            _shown((x - rx) * self.zoom, 2 * rx * self.zoom, self.image.width),
            _shown((y - ry) * self.zoom, 2 * ry * self.zoom, self.image.height),
        ]
        (left, right, west, east), (top, bottom, north, south) = spans
        if right <= left or bottom <= top:
            return
        mask = _light(alpha).resize(
            (right - left, bottom - top), Image.Resampling.BILINEAR, (west, north, east, south)
        )
        self.image.paste(colour, (left, top), mask)

    def _lay(self, at: Point, paint: Image.Image, mask: Image.Image | None) -> None:
        self.image.paste(paint, (self._px(at[0]), self._px(at[1])), mask)

    def finished(self, focus: float = 0.5) -> Image.Image:
        """The picture at its size, cut around `focus` (0 top to 1 bottom), with a fine grain."""
        want = (self.size[0] * OVERSAMPLING, self.size[1] * OVERSAMPLING)
        left = (self.image.width - want[0]) // 2
        top = round(
            min(max(self.image.height * focus - want[1] / 2, 0), self.image.height - want[1])
        )
        box = (left, top, left + want[0], top + want[1])
        # The mean of each square: LANCZOS takes eight times as long, and nobody sees it.
        return self._grained(self.image.reduce(OVERSAMPLING, box))

    def _grained(self, picture: Image.Image) -> Image.Image:
        # Bytes from the seeded generator: Pillow's own noise differs from run to run.
        noise = Image.frombytes("L", self.size, self.rng.randbytes(self.size[0] * self.size[1]))
        faint = noise.point(lambda v: 128 + (v - 128) // 9)
        return ImageChops.soft_light(picture, Image.merge("RGB", (faint, faint, faint)))


def _shown(start: float, length: float, limit: int) -> tuple[int, int, float, float]:
    """The pixels of a span that lie on the sheet, and which part of 256 they are.

    Only that part of a light is scaled up: scaling is what costs time.
    """
    first, last = max(0, round(start)), min(limit, round(start + length))
    part = 256 / max(length, 1e-6)
    return first, last, max(0.0, (first - start) * part), min(256.0, (last - start) * part)


@lru_cache(maxsize=32)  # a scene lays hundreds of lights of a few strengths
def _light(alpha: int) -> Image.Image:
    return Image.radial_gradient("L").point([_falloff(v, alpha) for v in range(256)])


def _falloff(distance: int, alpha: int) -> int:
    # Pillow's radial gradient reaches 180 where its circle meets the square's sides.
    near = max(0.0, 1 - distance / 180)
    return round(alpha * near * near * (3 - 2 * near))


def _ramp(size: tuple[int, int], first: tuple[int, ...], last: tuple[int, ...]) -> Image.Image:
    ramp = Image.linear_gradient("L")
    bands = [
        ramp.point([round(a + (b - a) * v / 255) for v in range(256)])
        for a, b in zip(first, last, strict=True)
    ]
    column = bands[0] if len(bands) == 1 else Image.merge("RGB", bands)
    column = column.crop((0, 0, 1, 256)).resize((1, size[1]), Image.Resampling.BILINEAR)
    return column.resize(size, Image.Resampling.NEAREST)


def as_jpeg(picture: Image.Image) -> bytes:
    """The picture as JPEG bytes, quality 88."""
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=QUALITY)
    return out.getvalue()
