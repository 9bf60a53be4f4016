"""The river, its far bank and the embankment."""

from config.demo.drawing import brushes, figures
from config.demo.drawing.canvas import HEIGHT, WIDTH, Canvas, Point
from config.demo.drawing.palettes import WHITE, Palette, mix


def surface(
    c: Canvas, p: Palette, y: float, sun_x: float | None = None, depth: float = 0.3
) -> None:
    """Still water from height y down: the sky's colour, far glints, the sun's path."""
    deep = mix(mix(p.water, p.sky_top, 0.35), p.ink, depth)
    c.fade(0, y, WIDTH, HEIGHT - y, (mix(p.water, p.sky_low, 0.55), deep))
    for _ in range(260):
        part = c.rng.random() ** 1.8
        foot, wide = y + 3 + part * (HEIGHT - y), 16 + part * 130
        tone, alpha = ((p.sun, 60), (deep, 70))[c.rng.random() < 0.5]
        c.disc(c.rng.uniform(0, WIDTH), foot, wide, 0.8 + part * 3.2, tone, alpha)
    if sun_x is not None:
        _sun_path(c, p, y, sun_x)


def _sun_path(c: Canvas, p: Palette, y: float, x: float) -> None:
    c.glow(x, y + 20, 260, 330, p.sun, 90)
    for k in range(70):
        part = (k / 70) ** 1.5
        foot = y + 4 + part * (HEIGHT - y)
        c.disc(x + c.rng.gauss(0, 18 + part * 50), foot, 10 + part * 42, 1 + part * 2.6, p.sun, 150)


def far_bank(c: Canvas, p: Palette, y: float, far: float = 0.45, size: float = 24) -> None:
    """A wooded bank at height y with roofs in it and its reflection below."""
    shade = mix(mix(p.leaf_dark, p.haze, far), p.water, 0.45)
    c.fade(0, y, WIDTH, size * 2.6, (shade, shade), (190, 0))
    brushes.wood(c, p, y - 2, size, far, 0.75)
    for _ in range(7):
        x, w = c.rng.uniform(0, WIDTH), size * c.rng.uniform(1.4, 2.2)
        c.rect(x, y - size * 0.75, w, size * 0.7, mix(p.wall, p.haze, far * 0.6))
        c.poly(
            [
                (x - 5, y - size * 0.7),
                (x + w * 0.15, y - size * 1.3),
                (x + w * 0.85, y - size * 1.3),
                (x + w + 5, y - size * 0.7),
            ],
            mix(p.roof, p.haze, far * 0.7),
        )
    brushes.wood(c, p, y + size * 0.1, size * 0.45, far * 0.9, 1.6)


def river(c: Canvas, p: Palette, seed: int) -> None:
    """A wide bend of the river, the stone embankment along the near water."""
    horizon = 400
    brushes.sky(c, p, horizon, (WIDTH * 0.36, 190))
    brushes.ranges(c, p, horizon, 260, 4)
    surface(c, p, horizon, WIDTH * 0.36)
    far_bank(c, p, horizon + 4)
    _headland(c, p, horizon)
    _embankment(c, p, horizon)


def _headland(c: Canvas, p: Palette, horizon: float) -> None:
    tip = 330 + c.rng.uniform(0, 120)
    shore = [
        (-20, horizon + 18),
        (tip * 0.6, horizon + 22),
        (tip, horizon + 34),
        (tip * 0.7, horizon + 50),
        (-20, horizon + 74),
    ]
    c.poly([(x, y + 8) for x, y in shore], mix(p.water, p.ink, 0.35), 120)
    c.poly(shore, mix(p.field, p.haze, 0.25))
    for k in range(14):
        brushes.bush(
            c, p, k * tip * 0.068, horizon + 30 + c.rng.uniform(-6, 14), c.rng.uniform(16, 30), 0.22
        )
    brushes.palm(c, p, tip * 0.55, horizon + 40, 92, 0.2)
    brushes.palm(c, p, tip * 0.3, horizon + 46, 110, 0.2)


def _bank_edge(part: float, shift: float, horizon: float) -> Point:
    # One smooth bend, seen in perspective: the bank leaves the right edge and closes in far off.
    x = 1210 - 150 * (1 - part) ** 2 - 760 * part**2.2 + shift * (0.06 + part)
    return x, horizon + 26 + (HEIGHT + 20 - horizon) * part**1.5


def _strip(left: float, right: float, horizon: float) -> list[Point]:
    steps = [k / 24 for k in range(25)]
    return [
        *(_bank_edge(t, left, horizon) for t in steps),
        *(_bank_edge(t, right, horizon) for t in reversed(steps)),
    ]


def _embankment(c: Canvas, p: Palette, horizon: float) -> None:
    stone = mix(p.road, p.wall, 0.3)
    c.poly(_strip(-60, 60, horizon), mix(p.water, p.ink, 0.4), 110)
    c.fade_poly(_strip(0, 2400, horizon), (mix(p.field, p.haze, 0.3), p.leaf))
    c.fade_poly(_strip(0, 250, horizon), (mix(stone, p.haze, 0.4), mix(stone, p.ink, 0.22)))
    c.fade_poly(_strip(250, 640, horizon), (mix(stone, p.haze, 0.3), mix(stone, WHITE, 0.25)))
    c.poly(_strip(250, 278, horizon), mix(stone, WHITE, 0.5))
    for k in range(5, 25):
        a, b = (_bank_edge((k / 24) ** 0.8, shift, horizon) for shift in (0, 250))
        c.line([a, b], mix(stone, p.ink, 0.4), 1 + k / 10, 130)
    _railing(c, p, horizon)
    for part, h in ((0.1, 70), (0.2, 120), (0.34, 190), (0.55, 330)):
        x, y = _bank_edge(part, 960, horizon)
        brushes.tree(c, p, x, y, h, 0.25 - part * 0.3 if part < 0.8 else 0)
    for part, shift in ((0.46, 430), (0.5, 520), (0.28, 420)):
        x, y = _bank_edge(part, shift, horizon)
        figures.person(c, x, y, 26 + 250 * part, figures.wear(c, hats=0.3), back=True)


def _railing(c: Canvas, p: Palette, horizon: float) -> None:
    steps = [(k / 40) ** 0.75 for k in range(2, 41)]
    for lift in (26, 52):
        c.line(
            [(x, y - lift * (t + 0.1)) for t in steps for x, y in (_bank_edge(t, 262, horizon),)],
            WHITE,
            3,
        )
    for t in steps:
        x, y = _bank_edge(t, 262, horizon)
        c.line([(x, y), (x, y - 60 * (t + 0.1))], WHITE, 1.5 + 5 * t)
