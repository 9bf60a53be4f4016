"""Mountains: ranges behind ranges, a road, a valley in mist."""

import math

from config.demo.drawing import brushes
from config.demo.drawing.canvas import HEIGHT, WIDTH, Canvas
from config.demo.drawing.fields import plots
from config.demo.drawing.palettes import Palette, mix


def mountain(c: Canvas, p: Palette, seed: int) -> None:
    """Ranges behind ranges: a road climbing a slope, or (every fourth seed) a cleared valley."""
    brushes.sky(c, p, 520, (WIDTH * 0.3, 190))
    for k in range(5):
        near = k / 4
        colour = mix(mix(p.far, p.sky_low, 0.45), p.mid, near)
        base = 330 + k * 62
        brushes.ridge(c, base, 170 - 14 * k, (colour, mix(colour, p.haze, 0.75)), 2.2, base + 330)
        brushes.mist(c, p, base + 120, 46, 150)
    if seed % 4:
        _climbing_road(c, p)
    else:
        _valley(c, p)


def _climbing_road(c: Canvas, p: Palette) -> None:
    def slope(x: float) -> float:
        return 880 - 430 * (max(x, 0) / WIDTH) ** 1.5 - 16 * math.sin(x / 90)

    line = [(x, slope(x)) for x in range(-20, WIDTH + 41, 12)]
    c.fade_poly([*line, (WIDTH + 40, HEIGHT + 40), (-20, HEIGHT + 40)], (p.near, p.leaf_dark))
    for x in range(20, WIDTH, 46):
        brushes.bush(c, p, x, slope(x) + 6, c.rng.uniform(12, 26), 0.25)
    bends = [
        (380, 990, 96),
        (600, 905, 66),
        (1010, 845, 46),
        (1180, 800, 34),
        (1060, 752, 25),
        (900, 715, 19),
        (960, 672, 14),
        (1150, 630, 11),
        (1290, 575, 8),
        (1400, 512, 6),
    ]
    path = _smooth(bends)
    for part, tone in ((1.3, mix(p.leaf_dark, p.ink, 0.3)), (1.0, p.road)):
        for a, b in zip(path, path[1:], strict=False):
            c.line([a[:2], b[:2]], tone, a[2] * part * 0.62)
            c.disc(a[0], a[1], a[2] * part * 0.31, a[2] * part * 0.31, tone)
    for x, y, h in (
        (120, 930, 250),
        (250, 960, 190),
        (1330, 950, 300),
        (800, 960, 120),
        (1230, 905, 170),
        (760, 790, 80),
        (1290, 700, 90),
    ):
        brushes.tree(c, p, x, y, h)


def _smooth(bends: list[tuple[float, float, float]]) -> list[tuple[float, float, float]]:
    ends, path = [bends[0], *bends, bends[-1]], []
    for a, b, d, e in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        for k in range(24):
            t = k / 24
            path.append(
                tuple(
                    0.5
                    * (
                        2 * m
                        + (n - o) * t
                        + (2 * o - 5 * m + 4 * n - q) * t * t
                        + (3 * m - o - 3 * n + q) * t**3
                    )
                    for o, m, n, q in zip(a, b, d, e, strict=True)
                )
            )
    return path


def _valley(c: Canvas, p: Palette) -> None:
    bare = mix(p.ground, p.haze, 0.3)
    plots(c, p, 640, 940, (mix(bare, p.field, 0.35), mix(bare, p.ripe, 0.3)))
    brushes.wood(c, p, 660, 20, 0.5)
    for y, thick in ((560, 90), (640, 80), (690, 70), (770, 50)):
        brushes.mist(c, p, y, thick, 235)
    for x, y, h in ((110, 930, 280), (235, 900, 190), (1370, 950, 330)):
        brushes.tree(c, p, x, y, h)
