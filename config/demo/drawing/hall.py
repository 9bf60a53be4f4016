"""The meeting hall, seen from behind the delegates."""

from config.demo.drawing import brushes, figures
from config.demo.drawing.canvas import HEIGHT, WIDTH, Canvas
from config.demo.drawing.palettes import GOLD, RED, SKIN, WHITE, Colour, Palette, mix
from config.demo.drawing.people import drape, flower_stand

WOOD: Colour = (0x8E, 0x5E, 0x3C)


def hall(c: Canvas, p: Palette, seed: int) -> None:
    """The hall from behind the delegates; seeds bring a near speaker, a screen, long tables."""
    kind = seed % 8
    _room(c, p)
    _curtain(c, (0x2B, 0x55, 0x5C) if kind in (3, 7) else RED)
    if kind == 3:
        _screen(c, p)
    else:
        _backdrop(c, p)
    _presidium(c, kind)
    _apron(c, p)
    _podium(c, p, *((1085, 520, 250) if kind == 6 else (1100, 500, 190)))
    _delegates(c, p, tables=kind in (6, 7), rows=5 if kind in (2, 6) else 7)
    c.glow(WIDTH / 2, 120, 900, 420, (255, 240, 214), 60)


def _room(c: Canvas, p: Palette) -> None:
    wall = mix((0xEC, 0xDF, 0xC8), p.sky_low, 0.35)
    c.fade(0, 0, WIDTH, 560, (mix(wall, p.ink, 0.06), wall))
    c.poly([(0, 0), (WIDTH, 0), (1270, 92), (170, 92)], mix(wall, WHITE, 0.55))
    for k in range(3):
        x0, x1, y = 500 - k * 36, 940 + k * 36, 76 - k * 30
        c.poly([(x0, y), (x1, y), (x1 + 14, y + 9), (x0 - 14, y + 9)], (255, 252, 240))
    for side in (0, 1):
        for k in range(3):
            near, far = 60 * k, 60 * k + 38
            xs = [(near, far), (WIDTH - near, WIDTH - far)][side]
            tops = [30 + 0.5 * near, 30 + 0.5 * far]
            c.fade_poly(
                [
                    (xs[0], 110 + tops[0]),
                    (xs[1], 110 + tops[1]),
                    (xs[1], 520 - far * 0.3),
                    (xs[0], 520 - near * 0.3),
                ],
                (mix(p.sky_top, WHITE, 0.3), p.sky_low),
            )
    carpet = mix((0x9A, 0x7A, 0x62), p.haze, 0.2)
    c.fade(0, 530, WIDTH, HEIGHT - 530, (mix(carpet, p.sun, 0.25), mix(carpet, p.ink, 0.35)))


def _curtain(c: Canvas, tone: Colour) -> None:
    drape(c, (180, 92, 1080, 400), tone)
    c.rect(180, 92, 1080, 22, mix(GOLD, RED, 0.25))


def _apron(c: Canvas, p: Palette) -> None:
    c.rect(170, 482, 1100, 14, mix(WOOD, WHITE, 0.35))
    c.fade(170, 496, 1100, 56, (WOOD, mix(WOOD, p.ink, 0.35)))
    for x in (210, 1230):
        flower_stand(c, p, x, 566, 60)


def _backdrop(c: Canvas, p: Palette) -> None:
    c.fade(250, 150, 300, 220, (mix(p.wall, WHITE, 0.5), mix(p.wall, WHITE, 0.2)))
    brushes.flag(c, 276, 177, 248, wind=0)
    c.poly(brushes.star_points(850, 226, 54), (0xF2, 0xCB, 0x52))
    c.rect(690, 304, 320, 5, GOLD)
    c.rect(750, 320, 200, 3, GOLD)


def _screen(c: Canvas, p: Palette) -> None:
    c.rect(412, 136, 616, 302, mix(p.ink, (0, 0, 0), 0.4))
    for k in range(6):
        x, y = 422 + k % 3 * 201, 146 + k // 3 * 142
        c.fade(x, y, 194, 136, (mix(p.sky_low, WHITE, 0.2), mix(p.haze, p.far, 0.4)))
        c.rect(x, y, 194, 58, mix(RED, p.haze, 0.15))
        for j in range(4):
            _seated_back(c, x + 34 + j * 42, y + 128, 13, figures.wear(c))
        c.rect(x, y + 112, 194, 24, mix(WOOD, p.haze, 0.2))
    brushes.flag(c, 226, 170, 150)


def _presidium(c: Canvas, kind: int) -> None:
    seats = 3 if kind in (2, 6) else 5
    for k in range(seats):
        x = 660 + (k - (seats - 1) / 2) * 92
        figures.person(c, x, 566, 196, figures.wear(c), "hold", legs=False)
    half = seats * 50
    c.rect(660 - half, 446, 2 * half, 12, mix(WOOD, WHITE, 0.3))
    c.fade(660 - half, 458, 2 * half, 40, (mix(RED, WHITE, 0.06), mix(RED, (0, 0, 0), 0.25)))
    for k in range(seats):
        c.rect(644 + (k - (seats - 1) / 2) * 92, 432, 32, 15, WHITE)


def _podium(c: Canvas, p: Palette, x: float, y: float, h: float) -> None:
    dressed = figures.Wear((0xF2, 0xEE, 0xE4), (0x28, 0x2C, 0x38), long_hair=True)
    figures.person(c, x, y, h, dressed, "hold")
    w, top = h * 0.36, y - h * 0.56
    c.poly([(x - w * 0.62, top), (x + w * 0.62, top), (x + w * 0.46, y), (x - w * 0.46, y)], WOOD)
    c.poly(
        [
            (x - w * 0.46, top + 14),
            (x + w * 0.46, top + 14),
            (x + w * 0.36, y - 10),
            (x - w * 0.36, y - 10),
        ],
        mix(WOOD, WHITE, 0.14),
    )
    c.rect(x - w * 0.68, top - 8, w * 1.36, 12, mix(WOOD, WHITE, 0.35))
    for _ in range(16):
        c.disc(
            x + c.rng.uniform(-0.5, 0.5) * w,
            top - 6 - c.rng.uniform(0, 12),
            7,
            6,
            c.rng.choice(((0xE8, 0x6A, 0x6A), (0xF3, 0xD0, 0x55), WHITE, p.leaf)),
        )
    c.line([(x + w * 0.3, top - 6), (x + w * 0.16, top - 34)], p.ink, 3)


def _delegates(c: Canvas, p: Palette, tables: bool, rows: int) -> None:
    for k in range(rows):
        z = 3.1 / (1 + k * 2.3 / (rows - 1))
        y, u = 410 + 540 / z, 46 / z
        gap = u * (3.3 if tables else 2.75)
        for side in (-1, 1):
            for j in range(8 if rows > 5 else 7):
                x = WIDTH / 2 + side * (u * 2.6 + j * gap + (k % 2) * u * 0.3)
                if -60 < x < WIDTH + 60 and c.rng.random() < 0.95:
                    _delegate(c, p, x, y, u)
            if tables:
                _table(c, p, (WIDTH / 2 + side * u * 1.2, side * (gap * 7 + u * 3), y, u))


def _delegate(c: Canvas, p: Palette, x: float, y: float, u: float) -> None:
    _seated_back(
        c, x + c.rng.uniform(-0.1, 0.1) * u, y - u * c.rng.uniform(0, 0.2), u, figures.wear(c)
    )
    chair = mix(WOOD, p.ink, 0.25)
    c.rect(x - u * 1.15, y - u * 0.9, u * 2.3, u * 2.2, chair)
    c.rect(x - u * 1.15, y - u * 0.9, u * 2.3, u * 0.16, mix(chair, p.sun, 0.35))
    c.rect(x - u * 1.15, y + u * 0.7, u * 2.3, u * 0.6, p.ink, 60)


def _table(c: Canvas, p: Palette, spot: tuple[float, float, float, float]) -> None:
    x, reach, y, u = spot
    left, right = sorted((x, x + reach))
    top = y + u * 1.15
    c.poly(
        [(left, top), (right, top), (right, top + u * 0.5), (left, top + u * 0.5)],
        mix(WOOD, WHITE, 0.3),
    )
    c.rect(left, top + u * 0.5, right - left, u * 0.7, mix(WOOD, p.ink, 0.15))
    for k in range(7):
        c.rect(left + (k + 0.4) * (right - left) / 7, top + u * 0.1, u * 0.8, u * 0.28, WHITE)


def _seated_back(c: Canvas, x: float, y: float, u: float, w: figures.Wear) -> None:
    """A seated person from behind: shoulders and head above a chair back; y is the seat edge."""
    c.disc(x, y - u * 1.5, u * 1.12, u * 0.95, w.shirt)
    c.rect(x - u * 1.12, y - u * 1.5, u * 2.24, u * 1.6, w.shirt)
    c.rect(x - u * 0.2, y - u * 2.75, u * 0.4, u * 0.5, mix(SKIN, (90, 50, 40), 0.2))
    c.disc(x, y - u * 3.05, u * 0.5, u * 0.62, w.hair)
    if w.long_hair:
        c.disc(x, y - u * 2.75, u * 0.54, u * 0.72, w.hair)
    else:
        c.disc(x, y - u * 2.6, u * 0.34, u * 0.22, SKIN)
        c.disc(x, y - u * 2.9, u * 0.48, u * 0.45, w.hair)
