"""Market day: stalls, greens, baskets."""

from config.demo.drawing import brushes, buildings, figures
from config.demo.drawing.canvas import HEIGHT, WIDTH, Canvas
from config.demo.drawing.palettes import Colour, Palette, mix


def market(c: Canvas, p: Palette, seed: int) -> None:
    """Market day: a lane of awnings, or (every third seed) low stalls, greens and baskets."""
    low, horizon = seed % 3 == 0, 440
    brushes.sky(c, p, horizon, (WIDTH * 0.5, 190))
    brushes.ranges(c, p, horizon, 220)
    brushes.wood(c, p, horizon + 16, 46, 0.3)
    c.fade(
        0, horizon + 10, WIDTH, HEIGHT, (mix(p.ground, p.haze, 0.4), mix(p.ground, p.roof, 0.12))
    )
    for k in range(6):
        z = 5.4 / (1 + k * 0.62)
        for side in (-1, 1):
            foot = brushes.on_ground(horizon, side * 560, z)
            stall(
                c,
                p,
                foot[0],
                foot[1],
                560 / z,
                mix(c.rng.choice(buildings.CLOTHS), p.haze, min(0.4, z / 12)),
                low,
            )
        for _ in range(4 if k < 5 else 2):
            x, y = brushes.on_ground(
                horizon, c.rng.uniform(-330, 330), z * c.rng.uniform(0.82, 0.98)
            )
            figures.person(
                c,
                x,
                y,
                (y - horizon) * 0.8,
                figures.bright_wear(c, 0.45),
                c.rng.choice(tuple(figures.POSES)),
                c.rng.choice((-1, 1)),
                c.rng.random() < 0.45,
            )
    if low:
        for k in range(9):
            basket(c, p, 130 + k * 150 + c.rng.uniform(-40, 40), 880 + k * 41 % 70, 40)


def stall(
    c: Canvas, p: Palette, x: float, y: float, w: float, cloth: Colour, low: bool = False
) -> None:
    """A market stall under an awning, the middle of its foot at (x, y)."""
    post = mix(p.ink, p.ground, 0.35)
    roof = y - w * (0.72 if low else 0.86)
    c.glow(x, y, w * 0.62, w * 0.07, p.ink, 130)
    for side in (-0.46, 0.46):
        c.rect(x + side * w - w * 0.012, roof, w * 0.024, y - roof, post)
    c.rect(x - w * 0.46, roof, w * 0.92, w * 0.3, p.ink, 90)
    _goods(c, x, y, w, 0.06 if low else 0.3, p)
    c.fade_poly(
        [
            (x - w * 0.42, roof - w * 0.17),
            (x + w * 0.42, roof - w * 0.17),
            (x + w * 0.58, roof + w * 0.04),
            (x - w * 0.58, roof + w * 0.04),
        ],
        (mix(cloth, p.sun, 0.2), mix(cloth, p.ink, 0.1)),
    )
    for k in range(6):
        left = x + w * (-0.58 + k * 0.1934)
        c.poly(
            [
                (left, roof + w * 0.04),
                (left + w * 0.193, roof + w * 0.04),
                (left + w * 0.17, roof + w * 0.1),
                (left + w * 0.023, roof + w * 0.1),
            ],
            mix(cloth, p.sun if k % 2 else p.ink, 0.28),
        )


def _goods(c: Canvas, x: float, y: float, w: float, lift: float, p: Palette) -> None:
    top = y - w * lift
    boards = mix(mix(p.roof, p.ground, 0.55), p.ink, 0.22)
    c.rect(x - w * 0.48, top, w * 0.96, y - top, boards)
    for k in range(1, 9):
        c.rect(x - w * (0.48 - k * 0.106), top, w * 0.006, y - top, mix(boards, p.ink, 0.4))
    c.rect(x - w * 0.5, top - w * 0.02, w, w * 0.05, mix(p.ground, p.sun, 0.2))
    tones = (
        (0x6E, 0x9A, 0x3E),
        (0xD9, 0x7B, 0x35),
        (0xB6, 0x3C, 0x37),
        (0xE3, 0xC4, 0x59),
        (0x4E, 0x7C, 0x45),
        (0xE8, 0xE2, 0xD0),
    )
    for k in range(6):
        heap, tone = x + w * (-0.4 + k * 0.16), c.rng.choice(tones)
        for _ in range(8):
            c.disc(
                heap + c.rng.uniform(-0.06, 0.06) * w,
                top - w * c.rng.uniform(0.01, 0.07),
                w * 0.034,
                w * 0.03,
                mix(tone, p.ink, c.rng.uniform(0, 0.25)),
            )


def basket(c: Canvas, p: Palette, x: float, y: float, r: float) -> None:
    """A woven back basket full of greens, standing at (x, y)."""
    straw = (0xB9, 0x93, 0x5C)
    c.glow(x + r * 0.3, y, r * 1.5, r * 0.3, p.ink, 130)
    brushes.bush(c, p, x, y - r * 1.6, r * 0.9)
    c.fade_poly(
        [(x - r, y - r * 1.8), (x + r, y - r * 1.8), (x + r * 0.6, y), (x - r * 0.6, y)],
        (mix(straw, p.sun, 0.2), mix(straw, p.ink, 0.3)),
    )
    for k in range(1, 5):
        c.line(
            [
                (x - r * (1 - k * 0.09), y - r * (1.8 - k * 0.4)),
                (x + r * (1 - k * 0.09), y - r * (1.8 - k * 0.4)),
            ],
            mix(straw, p.ink, 0.4),
            r * 0.06,
        )
