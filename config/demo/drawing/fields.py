"""Fields: rice on flat ground and on terraces, the harvest."""

import math

from config.demo.drawing import brushes, figures
from config.demo.drawing.canvas import HEIGHT, WIDTH, Canvas, Point
from config.demo.drawing.palettes import Colour, Palette, mix


def rice(c: Canvas, p: Palette, seed: int) -> None:
    """Rice: green plots along a straight canal, or (every third seed) ripe terraces."""
    if seed % 3:
        _plain(c, p)
    else:
        _terraces(c, p)


def _plain(c: Canvas, p: Palette) -> None:
    horizon, centre = 380, WIDTH * c.rng.uniform(0.56, 0.66)
    brushes.sky(c, p, horizon, (WIDTH * 0.22, 150))
    brushes.ranges(c, p, horizon, 190)
    plots(c, p, horizon, centre, (mix(p.field, p.leaf, 0.25), p.field))
    brushes.wood(c, p, horizon + 2, 26, 0.45)
    _canal(c, p, horizon, centre)
    for x, z, turn in ((-330, 3.1, 1), (-120, 3.6, -1), (520, 4.2, 1)):
        foot = brushes.on_ground(horizon, x * z * 0.6, z, centre)
        figures.reaper(c, *foot, 300 / z, figures.wear(c, hats=1), turn)


def plots(
    c: Canvas, p: Palette, horizon: float, centre: float, tones: tuple[Colour, Colour]
) -> None:
    """Fields on flat ground, divided by banks, paling toward the horizon."""
    c.fade(0, horizon, WIDTH, HEIGHT - horizon, (mix(tones[0], p.haze, 0.5), tones[1]))
    depths = [14, 8.5, 5.6, 3.9, 2.8, 2.0, 1.45, 0.95]
    sides = [-5200, -3500, -2300, -1400, -680, -90, 90, 620, 1300, 2200, 3400, 5000]
    for far, near in zip(depths, depths[1:], strict=False):
        for left, right in zip(sides, sides[1:], strict=False):
            corners = [
                brushes.on_ground(horizon, x, z, centre)
                for x, z in ((left, far), (right, far), (right, near), (left, near))
            ]
            _plot(c, p, corners, mix(mix(*tones, c.rng.random()), p.haze, min(0.55, far / 20)))


def _plot(c: Canvas, p: Palette, corners: list[Point], colour: Colour) -> None:
    if max(x for x, _ in corners) < 0 or min(x for x, _ in corners) > WIDTH:
        return
    c.poly(corners, colour)
    (lf, rf, rn, ln) = corners
    for k in range(1, 12):
        top, low = _between(lf, rf, k / 12), _between(ln, rn, k / 12)
        c.line([top, low], mix(colour, p.leaf_dark, 0.5), 1.5, 42)
    bank = mix(colour, p.leaf_dark, 0.55)
    c.line([lf, rf], bank, max(1.2, (rn[1] - rf[1]) / 26))
    c.line([lf, ln], bank, max(1.2, (rn[1] - rf[1]) / 30))


def _between(a: Point, b: Point, part: float) -> Point:
    return a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part


def _canal(c: Canvas, p: Palette, horizon: float, centre: float) -> None:
    def strip(left: float, right: float) -> list[Point]:
        return [
            brushes.on_ground(horizon, x, z, centre)
            for x, z in ((left, 30), (right, 30), (right, 0.95), (left, 0.95))
        ]

    stone = mix(p.road, p.wall, 0.4)
    c.fade_poly(strip(-105, 105), (mix(stone, p.haze, 0.5), stone))
    c.poly(strip(-105, -92), mix(stone, p.ink, 0.25), 140)
    c.fade_poly(strip(-74, 66), (mix(p.sky_low, p.haze, 0.3), mix(p.water, p.ink, 0.12)))
    c.poly(strip(-74, -54), p.ink, 70)
    c.poly(strip(10, 26), p.sun, 70)


def _terraces(c: Canvas, p: Palette) -> None:
    brushes.sky(c, p, 380, (WIDTH * 0.78, 140))
    brushes.ranges(c, p, 360, 230)
    c.rect(0, 388, WIDTH, 300, mix(p.mid, p.haze, 0.6))
    phase = [c.rng.uniform(0, 6) for _ in range(3)]
    steps = 15
    edges = [_contour(k / steps, phase) for k in range(steps + 1)]
    for k, edge in enumerate(edges[:-1]):
        green = c.rng.random() < 0.22
        tone = mix(p.ripe, p.leaf if green else p.field, 0.75 if green else c.rng.random() * 0.35)
        _step(c, p, edge, mix(tone, p.haze, 0.4 * (1 - k / steps)), 5 + k * 1.5)
        if k in (2, 5, 9):
            _hut_and_trees(c, p, edge[c.rng.randrange(12, len(edge) - 12)], 30 + k * 9)


def _contour(part: float, phase: list[float]) -> list[Point]:
    base, swing = 330 + 660 * part**1.35, 95 * (1 - 0.35 * part)
    return [
        (
            x,
            base
            + swing
            * (
                math.sin(x / 330 + phase[0] + part * 1.7) * 0.75
                + math.sin(x / 150 + phase[1] - part * 2.3) * 0.22
            )
            + 20 * math.sin(x / 260 + part * 31 + phase[2])
            + 110 * (0.5 - x / WIDTH) * (1 - part),
        )
        for x in range(-20, WIDTH + 31, 12)
    ]


def _step(c: Canvas, p: Palette, edge: list[Point], tone: Colour, rise: float) -> None:
    # Deep enough for the next step's highest point; the steps after that paint over it.
    c.fade_poly(
        [*edge, *((x, min(y + 190, HEIGHT)) for x, y in reversed(edge))],
        (mix(tone, p.sun, 0.16), mix(tone, p.leaf_dark, 0.3)),
    )
    c.poly([*edge, *((x, y + rise * 0.8) for x, y in reversed(edge))], mix(tone, p.leaf_dark, 0.62))
    c.line([(x, y - 1) for x, y in edge], mix(tone, p.sun, 0.55), 1.6 + rise * 0.06)
    for x, y in edge[::3]:
        if c.rng.random() < 0.25:
            c.line(
                [(x, y + rise), (x + c.rng.uniform(-14, 14), y + rise * 3.4)],
                mix(tone, p.leaf_dark, 0.45),
                2,
                150,
            )


def _hut_and_trees(c: Canvas, p: Palette, at: Point, size: float) -> None:
    for dx in (-1.0, 0.9, 1.5):
        brushes.tree(c, p, at[0] + dx * size, at[1] + 4, size * c.rng.uniform(0.9, 1.3), 0.12)


def harvest(c: Canvas, p: Palette, seed: int) -> None:
    """The ripe field: a row of reapers, sheaves standing on the bank before them."""
    horizon = 360
    brushes.sky(c, p, horizon, (WIDTH * 0.7, 140))
    brushes.ranges(c, p, horizon, 210)
    gold = mix(p.ripe, p.sun, 0.12)
    plots(c, p, horizon, 640, (mix(gold, p.field, 0.25), gold))
    brushes.wood(c, p, horizon + 2, 24, 0.4)
    _standing_crop(c, p, 470, gold)
    for k in range(8):
        x, y = 120 + k * 158 + c.rng.uniform(-25, 25), 622 + k % 3 * 14
        figures.reaper(c, x, y, 185, figures.bright_wear(c), 1 if k % 4 else -1)
    _stubble(c, p, 650, gold)
    for k in range(9):
        _sheaf(c, p, 60 + k * 172 + c.rng.uniform(-30, 30), 770 + (k * 53) % 120, gold)


def _standing_crop(c: Canvas, p: Palette, y: float, gold: Colour) -> None:
    c.fade(0, y + 40, WIDTH, 150, (gold, mix(gold, p.roof, 0.22)), (0, 255))
    for _ in range(900):
        x, foot = c.rng.uniform(-10, WIDTH), c.rng.uniform(y + 60, y + 172)
        tall = 14 + (foot - y) * 0.15
        c.line(
            [(x, foot), (x + 3, foot - tall), (x + 9, foot - tall + 5)],
            mix(gold, c.rng.choice((p.sun, p.roof, p.leaf)), 0.28),
            2.4,
        )


def _stubble(c: Canvas, p: Palette, y: float, gold: Colour) -> None:
    cut = mix(gold, p.ground, 0.55)
    c.fade(0, y - 46, WIDTH, 60, (cut, cut), (0, 255))
    c.fade(0, y + 14, WIDTH, HEIGHT - y, (cut, mix(cut, p.roof, 0.2)))
    for _ in range(700):
        foot = y + 300 * c.rng.random() ** 1.3
        x, tall = c.rng.uniform(0, WIDTH), 3 + (foot - y) * 0.035
        c.line([(x, foot), (x + 1, foot - tall)], mix(cut, p.ink, 0.25), 2, 150)


def _sheaf(c: Canvas, p: Palette, x: float, y: float, gold: Colour) -> None:
    c.glow(x + 14, y, 62, 12, p.ink, 120)
    for k in range(15):
        lean = (k - 7) / 7
        tone = mix(gold, p.roof if k % 3 else p.sun, 0.3)
        c.line(
            [
                (x + lean * 34, y),
                (x + lean * 7, y - 52),
                (x + lean * 40, y - 104 + 22 * lean**2),
                (x + lean * 52, y - 92 + 30 * lean**2),
            ],
            tone,
            6,
        )
    c.rect(x - 11, y - 57, 22, 8, mix(p.roof, p.ink, 0.3))
