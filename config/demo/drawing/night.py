"""The town by night: lights on the river, the health station."""

import math

from config.demo.drawing import brushes, buildings, figures
from config.demo.drawing.canvas import HEIGHT, WIDTH, Canvas
from config.demo.drawing.palettes import RED, WHITE, Palette, by_night, mix
from config.demo.drawing.water import surface


def night_town(c: Canvas, p: Palette, seed: int) -> None:
    """Lit houses along the river at night, their light lying long on the water."""
    day, p = p, by_night(p)
    shore = 560
    c.fade(0, 0, WIDTH, shore, (p.sky_top, mix(p.sky_low, day.sky_low, 0.16)))
    for _ in range(90):
        c.disc(
            c.rng.uniform(0, WIDTH),
            c.rng.uniform(0, 330),
            1.4,
            1.4,
            p.sun,
            c.rng.randrange(60, 200),
        )
    c.glow(1130, 150, 170, 170, p.sun, 90)
    c.disc(1130, 150, 30, 30, p.sun)
    brushes.ridge(c, 430, 130, (p.far, p.mid))
    surface(c, p, shore, None, 0.5)
    _lit_row(c, p, shore - 44, 0.62, 92)
    brushes.wood(c, p, shore - 30, 20, 0, 2.2)
    _lit_row(c, p, shore, 1.0, 128)
    c.rect(0, shore, WIDTH, 20, mix(p.road, p.ink, 0.2))
    for k in range(19):
        x = 20 + k * 79
        c.line([(x, shore + 4), (x, shore - 74)], p.ink, 3)
        c.glow(x, shore - 76, 52, 52, buildings.LIT, 190)
        c.disc(x, shore - 76, 6, 5, (255, 240, 205))
        _reflection(c, x, shore + 22, 260, 13)
    _moored(c, p)


def _lit_row(c: Canvas, p: Palette, foot: float, strength: float, width: float) -> None:
    x = -30.0
    while x < WIDTH:
        w, h = width * c.rng.uniform(0.75, 1.1), width * c.rng.uniform(1.6, 3.1)
        tone = mix(mix(c.rng.choice(buildings.FRONTS), p.wall, 0.45), p.ink, 0.62 - 0.22 * strength)
        buildings.front(c, p, (x, foot, w, h), tone, True)
        if strength == 1.0 and c.rng.random() < 0.7:
            _reflection(c, x + w / 2, foot + 22, h * 1.15, w * 0.3)
        x += w * c.rng.uniform(1.02, 1.12)


def _reflection(c: Canvas, x: float, y: float, reach: float, wide: float) -> None:
    steps = max(6, int(reach / 9))
    for k in range(steps):
        part = k / steps
        c.disc(
            x + 5 * math.sin(k * 2.1 + x) * (1 + part),
            y + k * 9,
            wide * (1 - 0.3 * part),
            2.8,
            buildings.LIT,
            round(150 * (1 - part)),
        )


def _moored(c: Canvas, p: Palette) -> None:
    for x, y, w in ((330, 800, 250), (980, 730, 180)):
        c.poly(
            [
                (x - w / 2, y - 16),
                (x + w / 2, y - 20),
                (x + w * 0.36, y + 18),
                (x - w * 0.36, y + 18),
            ],
            p.ink,
        )
        c.cap(x, y - 10, w * 0.24, w * 0.2, (180, 360), mix(p.ink, p.wall, 0.3))
        c.disc(x + w * 0.3, y - 26, 5, 5, buildings.LIT)
        c.glow(x + w * 0.3, y - 26, 40, 40, buildings.LIT, 150)


def clinic(c: Canvas, p: Palette, seed: int) -> None:
    """The health station at night: a low house, lit windows, the cross on its gable."""
    p = by_night(p)
    c.fade(0, 0, WIDTH, 640, (p.sky_top, p.sky_low))
    for _ in range(110):
        c.disc(
            c.rng.uniform(0, WIDTH),
            c.rng.uniform(0, 360),
            1.5,
            1.5,
            p.sun,
            c.rng.randrange(60, 210),
        )
    brushes.ridge(c, 430, 210, (p.far, p.mid), 1.6)
    brushes.ridge(c, 520, 120, (p.mid, p.near))
    c.fade(0, 610, WIDTH, HEIGHT - 610, (mix(p.ground, p.near, 0.4), p.near))
    brushes.wood(c, p, 612, 60, 0)
    c.glow(690, 640, 620, 190, buildings.LIT, 90)
    buildings.house(c, p, 340, 690, 700, lit=True)
    _cross(c, p, 690, 446)
    for k in (0, 1, 2, 4):
        x = 340 + 700 * (0.105 + k * 0.192)
        c.glow(x, 610, 90, 90, buildings.LIT, 120)
        c.fade_poly(
            [(x - 36, 694), (x + 36, 694), (x + 120, 840), (x - 120, 840)],
            (mix(buildings.LIT, p.ground, 0.55), mix(p.ground, p.near, 0.8)),
        )
    c.glow(690, 720, 640, 130, buildings.LIT, 70)
    figures.person(c, 620, 722, 116, figures.Wear(WHITE, WHITE, long_hair=True))
    figures.person(c, 700, 730, 120, figures.wear(c), back=True)
    brushes.tree(c, p, 190, 810, 460)
    brushes.tree(c, p, 1250, 790, 420)


def _cross(c: Canvas, p: Palette, x: float, y: float) -> None:
    c.poly([(x - 92, y + 60), (x, y - 52), (x + 92, y + 60)], mix(p.roof, p.ink, 0.25))
    c.poly([(x - 72, y + 60), (x, y - 30), (x + 72, y + 60)], mix(p.wall, WHITE, 0.3))
    c.glow(x, y + 22, 110, 90, buildings.LIT, 130)
    c.disc(x, y + 24, 28, 28, WHITE)
    c.rect(x - 6, y + 6, 12, 36, RED)
    c.rect(x - 18, y + 18, 36, 12, RED)
