"""On the river: small boats and the bridge."""

from config.demo.drawing import brushes, figures
from config.demo.drawing.canvas import HEIGHT, WIDTH, Canvas, Point
from config.demo.drawing.palettes import WHITE, Colour, Palette, mix
from config.demo.drawing.water import far_bank, surface

LIFE_JACKET: Colour = (0xE8, 0x74, 0x2C)
HULL: Colour = (0x5A, 0x43, 0x36)


def boat(c: Canvas, p: Palette, seed: int) -> None:
    """A small boat: the ferry at daybreak (odd seeds) or a rescue boat with life jackets."""
    horizon = 390
    sun_x = WIDTH * 0.68
    brushes.sky(c, p, horizon, (sun_x, horizon - 70))
    brushes.ranges(c, p, horizon, 200)
    surface(c, p, horizon, sun_x, 0.38)
    far_bank(c, p, horizon + 3, 0.62)
    brushes.mist(c, p, horizon + 8, 46, 190)
    if seed % 2:
        _ferry(c, p, 560, 690)
    else:
        _rescue_boat(c, p, 640, 700)
    _reeds(c, p)


def _hull(c: Canvas, p: Palette, x: float, y: float, w: float, tone: Colour) -> None:
    c.glow(x, y + 34, w * 0.62, 44, p.ink, 150)
    for k in range(9):
        c.disc(
            x + c.rng.uniform(-0.4, 0.4) * w,
            y + 34 + k * 9,
            w * 0.22,
            2.5,
            mix(tone, p.water, 0.25),
            130,
        )
    deck = [(-0.52, -44), (-0.3, -8), (0.3, -8), (0.54, -52)]
    keel = [(0.36, 30), (0.1, 38), (-0.3, 36)]
    plank = [(-0.46, -12), (-0.2, 14), (0.2, 14), (0.46, -12)]
    deck, keel, plank = ([(x + a * w, y + b) for a, b in part] for part in (deck, keel, plank))
    c.poly([*deck, *keel], tone)
    c.line(deck, mix(tone, p.sun, 0.45), 6)
    c.line(plank, mix(tone, p.ink, 0.45), 3)


def _seat(c: Canvas, x: float, y: float, h: float, dressed: figures.Wear) -> None:
    # The hull is painted afterwards and hides where the body ends.
    figures.person(c, x, y + h * 0.49, h, dressed, "hold", legs=False)


def _ferry(c: Canvas, p: Palette, x: float, y: float) -> None:
    for dx in (-120, -30, 70):
        _seat(c, x + dx, y, 210, figures.wear(c, hats=0.8))
    figures.person(c, x + 215, y - 4, 270, figures.wear(c, hats=1), "show", -1)
    _hull(c, p, x, y, 600, mix(HULL, p.ink, 0.25))
    c.line([(x + 300, y - 250), (x + 110, y + 60)], mix(HULL, p.sun, 0.25), 7)


def _rescue_boat(c: Canvas, p: Palette, x: float, y: float) -> None:
    for k, dx in enumerate((-170, -60, 50, 150)):
        dressed = figures.Wear((LIFE_JACKET, LIFE_JACKET)[k % 2], hat="cap" if k == 3 else "")
        _seat(c, x + dx, y, 225, dressed)
        c.line([(x + dx - 24, y - 68), (x + dx + 24, y - 68)], (0xF4, 0xE9, 0xC0), 7)
    _hull(c, p, x, y, 620, mix((0x3B, 0x6B, 0x86), p.ink, 0.15))
    c.rect(x - 330, y - 74, 32, 40, mix(p.ink, p.water, 0.2))
    c.rect(x - 319, y - 36, 9, 66, mix(p.ink, p.water, 0.1))
    brushes.flagpole(c, p, x + 300, y - 30, 150, 66)
    for k in range(16):
        c.disc(x - 380 - k * 22, y + 34 + k * 3 + c.rng.uniform(-8, 8), 40, 4, WHITE, 120)


def _reeds(c: Canvas, p: Palette) -> None:
    for _ in range(70):
        x = c.rng.choice((c.rng.gauss(40, 90), c.rng.gauss(1420, 60)))
        tall = c.rng.uniform(90, 260)
        bend = c.rng.uniform(-46, 46)
        c.poly(
            [
                (x - 5, HEIGHT),
                (x + bend * 0.4, HEIGHT - tall * 0.6),
                (x + bend, HEIGHT - tall),
                (x + bend * 0.4 + 6, HEIGHT - tall * 0.55),
                (x + 6, HEIGHT),
            ],
            mix(p.leaf_dark, p.leaf, c.rng.random()),
        )


def bridge(c: Canvas, p: Palette, seed: int) -> None:
    """A bridge of many spans in perspective, its piers in the water, a crane still at work."""
    horizon = 430
    brushes.sky(c, p, horizon, (WIDTH * 0.3, 170))
    brushes.ranges(c, p, horizon, 210)
    surface(c, p, horizon, WIDTH * 0.3)
    far_bank(c, p, horizon + 3, 0.42, 30)
    _crane(c, p, 250, horizon + 10)
    depths = [5.6 / (1 + 0.62 * k) for k in range(8)]
    spots = [_span(z, horizon) for z in depths]
    for (x, y), z in zip(spots[1:], depths[1:], strict=True):
        _pier(c, p, x, y, z)
    _deck(c, p, spots, depths)


def _span(z: float, horizon: float) -> Point:
    return -40 + 1640 * (1 / z), horizon - 240 / z + 8


def _pier(c: Canvas, p: Palette, x: float, y: float, z: float) -> None:
    foot, w = y + 500 / z, 44 / z
    stone = mix(mix(p.wall, p.ink, 0.12), p.haze, min(0.6, z / 9))
    c.glow(x, foot, w * 2.4, 16 / z + 4, p.ink, 90)
    c.fade(x - w * 0.6, foot, w * 1.2, 190 / z, (mix(stone, p.water, 0.3), p.water), (190, 0))
    c.rect(x - w / 2, y, w, foot - y, stone)
    c.rect(x + w * 0.1, y, w * 0.4, foot - y, mix(stone, p.ink, 0.28))
    c.poly(
        [(x - w * 1.3, y), (x + w * 1.3, y), (x + w * 0.5, y + 60 / z), (x - w * 0.5, y + 60 / z)],
        mix(stone, p.ink, 0.12),
    )
    c.rect(x - w * 0.9, foot - 34 / z, w * 1.8, 36 / z, mix(stone, p.ink, 0.16))


def _deck(c: Canvas, p: Palette, spots: list[Point], depths: list[float]) -> None:
    stone = mix(p.wall, WHITE, 0.3)
    ends = list(zip(spots, depths, strict=True))
    top = [(x, y - 58 / z) for (x, y), z in ends]
    low = [(x, y + 6 / z) for (x, y), z in ends]
    c.poly([*top, *reversed(low)], stone)
    c.poly([*((x, y - 22 / z) for (x, y), z in ends), *reversed(low)], mix(stone, p.ink, 0.38))
    c.line([(x, y - 104 / z) for (x, y), z in ends], mix(stone, p.ink, 0.3), 3)
    for k in range(60):
        z = 5.6 / (1 + 0.62 * k * 7 / 59)
        x, y = -40 + 1640 / z, 438 - 240 / z
        c.line([(x, y - 58 / z), (x, y - 104 / z)], mix(stone, p.ink, 0.3), 1 + 2 / z)


def _crane(c: Canvas, p: Palette, x: float, y: float) -> None:
    steel = mix((0xD9, 0x9A, 0x2B), p.haze, 0.25)
    c.rect(x - 5, y - 300, 10, 300, steel)
    for k in range(14):
        c.line([(x - 5, y - k * 21), (x + 5, y - k * 21 - 21)], mix(steel, p.ink, 0.4), 1.5)
    c.line([(x - 90, y - 290), (x + 260, y - 290)], steel, 7)
    c.line([(x - 90, y - 290), (x, y - 345), (x + 260, y - 290)], mix(steel, p.ink, 0.2), 2)
    c.line([(x, y - 345), (x, y - 290)], steel, 5)
    c.rect(x - 96, y - 292, 34, 22, mix(p.ink, steel, 0.3))
    c.line([(x + 190, y - 288), (x + 190, y - 150)], p.ink, 1.5, 170)
    c.rect(x + 170, y - 150, 40, 12, mix(p.roof, p.haze, 0.2))
