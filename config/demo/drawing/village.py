"""The village: a road in, a drying yard, a yard with flags."""

from config.demo.drawing import brushes, buildings, figures
from config.demo.drawing.canvas import HEIGHT, WIDTH, Canvas
from config.demo.drawing.palettes import Palette, mix


def village(c: Canvas, p: Palette, seed: int) -> None:
    """Tiled houses below a wooded hill: a road in, a drying yard, or a yard with flags."""
    horizon = 430
    brushes.sky(c, p, horizon, (WIDTH * 0.24, 150))
    brushes.ranges(c, p, horizon, 170)
    brushes.ridge(c, 400, 110, (mix(p.near, p.haze, 0.3), p.leaf_dark))
    for _ in range(46):
        brushes.bush(
            c,
            p,
            c.rng.uniform(0, WIDTH),
            c.rng.uniform(385, 470),
            c.rng.uniform(22, 44),
            c.rng.uniform(0.15, 0.35),
        )
    (_road_in, _drying_yard, _flag_yard)[seed % 3](c, p)


def _row(
    c: Canvas, p: Palette, y: float, spots: tuple[tuple[float, float], ...], far: float
) -> None:
    for x, w in spots:
        brushes.palm(c, p, x + w * 1.06, y - 6, w * 0.75, far)
        buildings.house(c, p, x, y, w, far)
        brushes.bush(c, p, x - w * 0.05, y, w * 0.09, far)


def _road_in(c: Canvas, p: Palette) -> None:
    horizon = 440
    c.fade(0, 500, WIDTH, HEIGHT - 500, (mix(p.field, p.haze, 0.3), p.field))
    _row(c, p, 548, ((90, 240), (420, 210), (820, 230), (1130, 260)), 0.2)
    edges = ((-330, -280), (-280, 280), (280, 330))
    tones = (mix(p.leaf, p.ground, 0.5), mix(p.road, p.wall, 0.3), mix(p.leaf, p.ground, 0.5))
    for (left, right), tone in zip(edges, tones, strict=True):
        c.fade_poly(
            [
                brushes.on_ground(horizon, x, z, 700)
                for x, z in ((left, 5), (right, 5), (right, 0.9), (left, 0.9))
            ],
            (mix(tone, p.haze, 0.3), tone),
        )
    for k in range(7):
        z = 4.6 / (1 + k * 0.62)
        left, right = (brushes.on_ground(horizon, side * 520, z, 700) for side in (-1, 1))
        for x, y in (left, right):
            brushes.tree(c, p, x, y, 330 / z, min(0.25, z / 18))
    for x, z in ((-120, 2.3), (60, 2.1), (150, 3.4)):
        figures.person(
            c, *brushes.on_ground(horizon, x, z, 700), 330 / z, figures.wear(c, hats=0.6), back=True
        )


def _yard(c: Canvas, p: Palette) -> None:
    c.fade(0, 500, WIDTH, HEIGHT - 500, (mix(p.leaf, p.ground, 0.5), p.leaf))
    _row(c, p, 540, ((60, 250), (380, 270), (760, 250), (1090, 280)), 0.15)
    c.fade_poly(
        [(250, 560), (1190, 560), (1560, HEIGHT), (-120, HEIGHT)],
        (mix(p.ground, p.haze, 0.25), p.ground),
    )
    buildings.house(c, p, -150, 720, 480)
    buildings.house(c, p, 1130, 730, 500)


def _drying_yard(c: Canvas, p: Palette) -> None:
    _yard(c, p)
    grain = mix(p.ripe, (0xE8, 0xB8, 0x3A), 0.5)
    for left, right in ((-420, -30), (20, 440)):
        c.fade_poly(
            [
                brushes.on_ground(440, x, z)
                for x, z in ((left, 3.4), (right, 3.4), (right, 1.12), (left, 1.12))
            ],
            (mix(grain, p.haze, 0.25), grain),
        )
        for k in range(1, 16):
            x = left + (right - left) * k / 16
            c.line(
                [brushes.on_ground(440, x, 3.4), brushes.on_ground(440, x, 1.12)],
                mix(grain, p.roof, 0.4),
                2.5,
                110,
            )
    for x, z, turn in ((-250, 1.9, 1), (90, 1.5, -1), (300, 2.5, 1)):
        foot = brushes.on_ground(440, x, z)
        c.line(
            [
                (foot[0] + turn * 20 / z, foot[1] - 190 / z),
                (foot[0] + turn * 150 / z, foot[1] + 14),
            ],
            mix(p.roof, p.ink, 0.3),
            8 / z,
        )
        figures.person(c, *foot, 330 / z, figures.bright_wear(c, 0.9), "reach", turn)
    brushes.tree(c, p, 90, 950, 430)
    brushes.bush(c, p, 1400, 970, 110)


def _flag_yard(c: Canvas, p: Palette) -> None:
    _yard(c, p)
    for x, y, h, w in (
        (300, 726, 260, 92),
        (1105, 736, 270, 96),
        (352, 560, 130, 48),
        (700, 556, 130, 48),
        (1050, 558, 130, 48),
    ):
        brushes.flagpole(c, p, x, y, h, w)
    for k in range(13):
        x, y = 430 + k * 46 + c.rng.uniform(-16, 16), 640 + (k * 37) % 100
        figures.person(
            c,
            x,
            y,
            (y - 430) * 0.62,
            figures.bright_wear(c, 0.2),
            c.rng.choice(("down", "talk", "hold")),
            c.rng.choice((-1, 1)),
        )
    brushes.tree(c, p, 1330, 960, 400)
    brushes.bush(c, p, 60, 980, 120)
