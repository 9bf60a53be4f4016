"""Houses and shop fronts that stand in more than one scene."""

from config.demo.drawing.canvas import Canvas
from config.demo.drawing.palettes import Colour, Palette, mix

LIT: Colour = (0xFF, 0xD9, 0x8A)
FRONTS: tuple[Colour, ...] = (
    (0xEA, 0xD7, 0xA6),
    (0xD9, 0xE0, 0xD2),
    (0xE9, 0xC9, 0xAE),
    (0xC9, 0xD6, 0xDC),
    (0xF0, 0xE6, 0xD2),
    (0xE3, 0xCF, 0xB4),
    (0xD8, 0xB8, 0x9C),
)
CLOTHS: tuple[Colour, ...] = (
    (0x3E, 0x74, 0x8C),
    (0xB9, 0x5A, 0x48),
    (0x5B, 0x86, 0x66),
    (0xD9, 0xB0, 0x5C),
    (0xDD, 0xD6, 0xC6),
    (0x6E, 0x5C, 0x7C),
)


def house(
    c: Canvas, p: Palette, x: float, y: float, w: float, far: float = 0, lit: bool = False
) -> None:
    """A one-storey tiled house, its long front toward us, its left corner at (x, y)."""
    h, over = w * 0.24, w * 0.05
    wall = mix(p.wall, p.haze, far)
    c.glow(x + w * 0.55, y, w * 0.66, w * 0.05, p.ink, 120)
    c.rect(x, y - h, w, h, mix(wall, p.ink, 0.1))
    c.rect(x, y - w * 0.03, w, w * 0.03, mix(p.road, p.haze, far))
    _openings(c, p, x, y, w, far, lit)
    c.rect(x, y - h, w, h * 0.22, p.ink, 70)
    for k in range(6):
        c.rect(x + w * (0.01 + k * 0.192), y - h, w * 0.02, h, mix(wall, p.sun, 0.25))
    _roof(c, p, x - over, y - h, w + 2 * over, far)


def _openings(c: Canvas, p: Palette, x: float, y: float, w: float, far: float, lit: bool) -> None:
    h, wood = w * 0.24, mix(mix(p.roof, p.ink, 0.5), p.haze, far * 0.8)
    for k in range(5):
        left, door = x + w * (0.055 + k * 0.192), k in (1, 3)
        tall = h * (0.66 if door else 0.4)
        top = y - tall - (w * 0.03 if door else h * 0.28)
        c.rect(left, top, w * 0.1, tall, LIT if lit and k != 3 else wood)
        c.rect(left + w * 0.048, top, w * 0.005, tall, mix(wood, p.wall, 0.45))
        c.rect(left - w * 0.004, top - h * 0.02, w * 0.108, h * 0.04, mix(p.wall, p.sun, 0.3))


def _roof(c: Canvas, p: Palette, x: float, y: float, w: float, far: float) -> None:
    tall, inset = w * 0.17, w * 0.07
    tile = mix(p.roof, p.haze, far)
    c.fade_poly(
        [(x, y), (x + inset, y - tall), (x + w - inset, y - tall), (x + w, y)],
        (mix(tile, p.sun, 0.14), mix(tile, p.ink, 0.12)),
    )
    for k in range(1, 30):
        part = k / 30
        c.line(
            [(x + inset + (w - 2 * inset) * part, y - tall), (x + w * part, y)],
            mix(tile, p.ink, 0.35),
            max(0.8, w / 380),
            90,
        )
    c.line([(x + inset, y - tall), (x + w - inset, y - tall)], mix(tile, p.wall, 0.4), w * 0.014)
    c.line([(x, y), (x + w, y)], mix(tile, p.ink, 0.45), w * 0.01)


def front(
    c: Canvas, p: Palette, box: tuple[float, float, float, float], tone: Colour, lit: bool = False
) -> None:
    """One narrow town house seen flat: (left, foot, width, height), shop below, floors above."""
    x, y, w, h = box
    c.rect(x, y - h, w, h, tone)
    c.rect(x + w * 0.82, y - h, w * 0.18, h, p.ink, 26)
    c.rect(x - w * 0.03, y - h - w * 0.06, w * 1.06, w * 0.09, mix(tone, p.sun, 0.35))
    floor = w * 0.78
    for k in range(1, int(h / floor)):
        _floor(c, p, (x, y - k * floor, w, floor), tone, lit)
    shop = LIT if lit else mix(p.ink, tone, 0.25)
    c.rect(x + w * 0.1, y - floor * 0.72, w * 0.8, floor * 0.72, shop)
    c.rect(x + w * 0.1, y - floor * 0.72, w * 0.8, floor * 0.1, mix(shop, p.ink, 0.4))
    for k in range(1, 4):
        c.rect(
            x + w * (0.1 + 0.2 * k),
            y - floor * 0.72,
            w * 0.018,
            floor * 0.72,
            mix(shop, p.ink, 0.6),
        )
    if lit and c.rng.random() < 0.4:
        c.rect(x + w * 0.1, y - floor * 0.72, w * 0.41, floor * 0.72, mix(tone, p.ink, 0.35))
    cloth = c.rng.choice(CLOTHS)
    cloth = mix(cloth, p.ink, 0.55) if lit else cloth
    c.poly(
        [
            (x + w * 0.06, y - floor * 0.8),
            (x + w * 0.94, y - floor * 0.8),
            (x + w, y - floor * 0.58),
            (x, y - floor * 0.58),
        ],
        cloth,
    )


def _floor(
    c: Canvas, p: Palette, box: tuple[float, float, float, float], tone: Colour, lit: bool
) -> None:
    x, y, w, floor = box
    glass = mix(p.ink, p.sky_low, 0.3)
    for k in range(2):
        left = x + w * (0.16 + k * 0.38)
        bright = lit and c.rng.random() < 0.6
        c.rect(left, y - floor * 0.78, w * 0.28, floor * 0.5, mix(tone, p.sun, 0.4))
        c.rect(left + w * 0.03, y - floor * 0.74, w * 0.22, floor * 0.44, LIT if bright else glass)
        c.rect(left + w * 0.13, y - floor * 0.74, w * 0.02, floor * 0.44, mix(tone, p.sun, 0.3))
    c.rect(x, y - floor * 0.14, w, floor * 0.06, mix(tone, p.ink, 0.2))
    c.rect(x + w * 0.1, y - floor * 0.3, w * 0.8, floor * 0.03, mix(p.ink, tone, 0.4))
