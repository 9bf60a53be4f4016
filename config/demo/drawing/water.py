"""The river: the embankment, boats, the bridge."""

from config.demo.drawing import brushes, figures
from config.demo.drawing.canvas import HEIGHT, WIDTH, Canvas, Point
from config.demo.drawing.palettes import WHITE, Colour, Palette, mix

LIFE_JACKET: Colour = (0xE8, 0x74, 0x2C)
HULL: Colour = (0x5A, 0x43, 0x36)


def surface(c: Canvas, p: Palette, y: float, sun_x: float | None = None,
            depth: float = 0.3) -> None:
    """Still water from height y down: the sky's colour, far glints, the sun's path."""
    deep = mix(mix(p.water, p.sky_top, .35), p.ink, depth)
    c.fade(0, y, WIDTH, HEIGHT - y, (mix(p.water, p.sky_low, .55), deep))
    for _ in range(260):
        part = c.rng.random() ** 1.8
        foot, wide = y + 3 + part * (HEIGHT - y), 16 + part * 130
        tone, alpha = ((p.sun, 60), (deep, 70))[c.rng.random() < .5]
        c.disc(c.rng.uniform(0, WIDTH), foot, wide, .8 + part * 3.2, tone, alpha)
    if sun_x is not None:
        _sun_path(c, p, y, sun_x)


def _sun_path(c: Canvas, p: Palette, y: float, x: float) -> None:
    c.glow(x, y + 20, 260, 330, p.sun, 90)
    for k in range(70):
        part = (k / 70) ** 1.5
        foot = y + 4 + part * (HEIGHT - y)
        c.disc(x + c.rng.gauss(0, 18 + part * 50), foot, 10 + part * 42, 1 + part * 2.6, p.sun, 150)


def far_bank(c: Canvas, p: Palette, y: float, far: float = .45, size: float = 24) -> None:
    """A wooded bank at height y with roofs in it and its reflection below."""
    shade = mix(mix(p.leaf_dark, p.haze, far), p.water, .45)
    c.fade(0, y, WIDTH, size * 2.6, (shade, shade), (190, 0))
    brushes.wood(c, p, y - 2, size, far, 0.75)
    for _ in range(7):
        x, w = c.rng.uniform(0, WIDTH), size * c.rng.uniform(1.4, 2.2)
        c.rect(x, y - size * .75, w, size * .7, mix(p.wall, p.haze, far * .6))
        c.poly([(x - 5, y - size * .7), (x + w * .15, y - size * 1.3), (x + w * .85, y - size * 1.3),
                (x + w + 5, y - size * .7)], mix(p.roof, p.haze, far * .7))
    brushes.wood(c, p, y + size * .1, size * .45, far * .9, 1.6)


def river(c: Canvas, p: Palette, seed: int) -> None:
    """A wide bend of the river, the stone embankment along the near water."""
    horizon = 400
    brushes.sky(c, p, horizon, (WIDTH * .36, 190))
    brushes.ranges(c, p, horizon, 260, 4)
    surface(c, p, horizon, WIDTH * .36)
    far_bank(c, p, horizon + 4)
    _headland(c, p, horizon)
    _embankment(c, p, horizon)


def _headland(c: Canvas, p: Palette, horizon: float) -> None:
    tip = 330 + c.rng.uniform(0, 120)
    shore = [(-20, horizon + 18), (tip * .6, horizon + 22), (tip, horizon + 34),
             (tip * .7, horizon + 50), (-20, horizon + 74)]
    c.poly([(x, y + 8) for x, y in shore], mix(p.water, p.ink, .35), 120)
    c.poly(shore, mix(p.field, p.haze, .25))
    for k in range(14):
        brushes.bush(c, p, k * tip * .068, horizon + 30 + c.rng.uniform(-6, 14),
                     c.rng.uniform(16, 30), .22)
    brushes.palm(c, p, tip * .55, horizon + 40, 92, .2)
    brushes.palm(c, p, tip * .3, horizon + 46, 110, .2)


def _bank_edge(part: float, shift: float, horizon: float) -> Point:
    # One smooth bend, seen in perspective: the bank leaves the right edge and closes in far off.
    x = 1330 - 190 * (1 - part) ** 2 - 760 * part ** 2.2 + shift * (0.06 + part)
    return x, horizon + 26 + (HEIGHT + 20 - horizon) * part ** 1.5


def _strip(left: float, right: float, horizon: float) -> list[Point]:
    steps = [k / 24 for k in range(25)]
    return [*(_bank_edge(t, left, horizon) for t in steps),
            *(_bank_edge(t, right, horizon) for t in reversed(steps))]


def _embankment(c: Canvas, p: Palette, horizon: float) -> None:
    stone = mix(p.road, p.wall, .3)
    c.poly(_strip(-60, 60, horizon), mix(p.water, p.ink, .4), 110)
    c.fade_poly(_strip(0, 2400, horizon), (mix(p.field, p.haze, .3), p.leaf))
    c.fade_poly(_strip(0, 250, horizon), (mix(stone, p.haze, .4), mix(stone, p.ink, .22)))
    c.fade_poly(_strip(250, 640, horizon), (mix(stone, p.haze, .3), mix(stone, WHITE, .25)))
    c.poly(_strip(250, 278, horizon), mix(stone, WHITE, .5))
    for k in range(5, 25):
        a, b = (_bank_edge((k / 24) ** .8, shift, horizon) for shift in (0, 250))
        c.line([a, b], mix(stone, p.ink, .4), 1 + k / 10, 130)
    _railing(c, p, horizon)
    for part, h in ((.1, 70), (.2, 120), (.34, 190), (.55, 330)):
        x, y = _bank_edge(part, 960, horizon)
        brushes.tree(c, p, x, y, h, .25 - part * .3 if part < .8 else 0)
    for part, shift in ((.46, 430), (.5, 520), (.28, 420)):
        x, y = _bank_edge(part, shift, horizon)
        figures.person(c, x, y, 26 + 250 * part, figures.wear(c, hats=.3), back=True)


def _railing(c: Canvas, p: Palette, horizon: float) -> None:
    steps = [(k / 40) ** .75 for k in range(2, 41)]
    for lift in (26, 52):
        c.line([(x, y - lift * (t + .1)) for t in steps
                for x, y in (_bank_edge(t, 262, horizon),)], WHITE, 3)
    for t in steps:
        x, y = _bank_edge(t, 262, horizon)
        c.line([(x, y), (x, y - 60 * (t + .1))], WHITE, 1.5 + 5 * t)


def boat(c: Canvas, p: Palette, seed: int) -> None:
    """A small boat: the ferry at daybreak (odd seeds) or a rescue boat with life jackets."""
    horizon = 390
    sun_x = WIDTH * .68
    brushes.sky(c, p, horizon, (sun_x, horizon - 70))
    brushes.ranges(c, p, horizon, 200)
    surface(c, p, horizon, sun_x, .38)
    far_bank(c, p, horizon + 3, .62)
    brushes.mist(c, p, horizon + 8, 46, 190)
    if seed % 2:
        _ferry(c, p, 560, 690)
    else:
        _rescue_boat(c, p, 640, 700)
    _reeds(c, p)


def _hull(c: Canvas, p: Palette, x: float, y: float, w: float, tone: Colour) -> None:
    c.glow(x, y + 34, w * .62, 44, p.ink, 150)
    for k in range(9):
        c.disc(x + c.rng.uniform(-.4, .4) * w, y + 34 + k * 9, w * .22, 2.5,
               mix(tone, p.water, .25), 130)
    deck = [(x - w * .52, y - 44), (x - w * .3, y - 8), (x + w * .3, y - 8), (x + w * .54, y - 52)]
    keel = [(x + w * .54, y - 52), (x + w * .36, y + 30), (x + w * .1, y + 38),
            (x - w * .3, y + 36), (x - w * .52, y - 44)]
    c.poly([*deck, *keel], tone)
    c.line([(x - w * .52, y - 44), (x - w * .3, y - 8), (x + w * .3, y - 8), (x + w * .54, y - 52)],
           mix(tone, p.sun, .45), 6)
    c.line([(x - w * .46, y - 12), (x - w * .2, y + 14), (x + w * .2, y + 14), (x + w * .46, y - 12)],
           mix(tone, p.ink, .45), 3)


def _seat(c: Canvas, x: float, y: float, h: float, dressed: figures.Wear) -> None:
    # The hull is painted afterwards and covers the legs.
    figures.person(c, x, y + h * .33, h, dressed, "hold")


def _ferry(c: Canvas, p: Palette, x: float, y: float) -> None:
    for dx in (-120, -30, 70):
        _seat(c, x + dx, y, 210, figures.wear(c, hats=.8))
    figures.person(c, x + 215, y - 4, 270, figures.wear(c, hats=1), "show", -1)
    _hull(c, p, x, y, 600, mix(HULL, p.ink, .25))
    c.line([(x + 300, y - 250), (x + 110, y + 60)], mix(HULL, p.sun, .25), 7)


def _rescue_boat(c: Canvas, p: Palette, x: float, y: float) -> None:
    for k, dx in enumerate((-170, -60, 50, 150)):
        dressed = figures.Wear((LIFE_JACKET, LIFE_JACKET)[k % 2], hat="cap" if k == 3 else "")
        _seat(c, x + dx, y, 225, dressed)
        c.line([(x + dx - 24, y - 68), (x + dx + 24, y - 68)], (0xF4, 0xE9, 0xC0), 7)
    _hull(c, p, x, y, 620, mix((0x3B, 0x6B, 0x86), p.ink, .15))
    c.rect(x - 345, y - 92, 46, 62, mix(p.ink, p.water, .2))
    brushes.flagpole(c, p, x + 300, y - 30, 150, 66)
    for k in range(16):
        c.disc(x - 380 - k * 22, y + 34 + k * 3 + c.rng.uniform(-8, 8), 40, 4, WHITE, 120)


def _reeds(c: Canvas, p: Palette) -> None:
    for _ in range(70):
        x = c.rng.choice((c.rng.gauss(40, 90), c.rng.gauss(1420, 60)))
        tall = c.rng.uniform(90, 260)
        bend = c.rng.uniform(-46, 46)
        c.poly([(x - 5, HEIGHT), (x + bend * .4, HEIGHT - tall * .6), (x + bend, HEIGHT - tall),
                (x + bend * .4 + 6, HEIGHT - tall * .55), (x + 6, HEIGHT)],
               mix(p.leaf_dark, p.leaf, c.rng.random()))


def bridge(c: Canvas, p: Palette, seed: int) -> None:
    """A bridge of many spans in perspective, its piers in the water, a crane still at work."""
    horizon = 430
    brushes.sky(c, p, horizon, (WIDTH * .3, 170))
    brushes.ranges(c, p, horizon, 210)
    surface(c, p, horizon, WIDTH * .3)
    far_bank(c, p, horizon + 3, .42, 30)
    _crane(c, p, 250, horizon + 10)
    depths = [5.6 / (1 + .62 * k) for k in range(8)]
    spots = [_span(z, horizon) for z in depths]
    for (x, y), z in zip(spots[1:], depths[1:], strict=True):
        _pier(c, p, x, y, z)
    _deck(c, p, spots, depths)


def _span(z: float, horizon: float) -> Point:
    return -40 + 1640 * (1 / z), horizon - 240 / z + 8


def _pier(c: Canvas, p: Palette, x: float, y: float, z: float) -> None:
    foot, w = y + 500 / z, 44 / z
    stone = mix(mix(p.wall, p.ink, .12), p.haze, min(.6, z / 9))
    c.glow(x, foot, w * 3, 16 / z + 4, p.ink, 150)
    c.fade(x - w * .6, foot, w * 1.2, 190 / z, (mix(stone, p.water, .3), p.water), (190, 0))
    c.rect(x - w / 2, y, w, foot - y, stone)
    c.rect(x + w * .1, y, w * .4, foot - y, mix(stone, p.ink, .28))
    c.poly([(x - w * 1.3, y), (x + w * 1.3, y), (x + w * .5, y + 60 / z), (x - w * .5, y + 60 / z)],
           mix(stone, p.ink, .12))
    c.rect(x - w * .9, foot - 34 / z, w * 1.8, 36 / z, mix(stone, p.ink, .16))


def _deck(c: Canvas, p: Palette, spots: list[Point], depths: list[float]) -> None:
    stone = mix(p.wall, WHITE, .3)
    ends = list(zip(spots, depths, strict=True))
    top = [(x, y - 58 / z) for (x, y), z in ends]
    low = [(x, y + 6 / z) for (x, y), z in ends]
    c.poly([*top, *reversed(low)], stone)
    c.poly([*((x, y - 22 / z) for (x, y), z in ends), *reversed(low)], mix(stone, p.ink, .38))
    c.line([(x, y - 104 / z) for (x, y), z in ends], mix(stone, p.ink, .3), 3)
    for k in range(60):
        z = 5.6 / (1 + .62 * k * 7 / 59)
        x, y = -40 + 1640 / z, 438 - 240 / z
        c.line([(x, y - 58 / z), (x, y - 104 / z)], mix(stone, p.ink, .3), 1 + 2 / z)


def _crane(c: Canvas, p: Palette, x: float, y: float) -> None:
    steel = mix((0xD9, 0x9A, 0x2B), p.haze, .25)
    c.rect(x - 5, y - 300, 10, 300, steel)
    for k in range(14):
        c.line([(x - 5, y - k * 21), (x + 5, y - k * 21 - 21)], mix(steel, p.ink, .4), 1.5)
    c.line([(x - 90, y - 290), (x + 260, y - 290)], steel, 7)
    c.line([(x - 90, y - 290), (x, y - 345), (x + 260, y - 290)], mix(steel, p.ink, .2), 2)
    c.line([(x, y - 345), (x, y - 290)], steel, 5)
    c.rect(x - 96, y - 292, 34, 22, mix(p.ink, steel, .3))
    c.line([(x + 190, y - 288), (x + 190, y - 150)], p.ink, 1.5, 170)
    c.rect(x + 170, y - 150, 40, 12, mix(p.roof, p.haze, .2))


