"""Village and town: yards, streets, the school, the lights at night."""

import math

from config.demo.drawing import brushes, buildings, figures
from config.demo.drawing.canvas import HEIGHT, WIDTH, Canvas
from config.demo.drawing.palettes import Palette, by_night, mix
from config.demo.drawing.water import surface


def village(c: Canvas, p: Palette, seed: int) -> None:
    """Tiled houses below a wooded hill: a road in, a drying yard, or a yard with flags."""
    horizon = 430
    brushes.sky(c, p, horizon, (WIDTH * .24, 150))
    brushes.ranges(c, p, horizon, 170)
    brushes.ridge(c, 400, 110, (mix(p.near, p.haze, .3), p.leaf_dark))
    for _ in range(46):
        brushes.bush(c, p, c.rng.uniform(0, WIDTH), c.rng.uniform(385, 470),
                     c.rng.uniform(22, 44), c.rng.uniform(.15, .35))
    (_road_in, _drying_yard, _flag_yard)[seed % 3](c, p)


def _row(c: Canvas, p: Palette, y: float, spots: tuple[tuple[float, float], ...],
         far: float) -> None:
    for x, w in spots:
        brushes.palm(c, p, x + w * 1.06, y - 6, w * .75, far)
        buildings.house(c, p, x, y, w, far)
        brushes.bush(c, p, x - w * .05, y, w * .09, far)


def _road_in(c: Canvas, p: Palette) -> None:
    horizon = 440
    c.fade(0, 500, WIDTH, HEIGHT - 500, (mix(p.field, p.haze, .3), p.field))
    _row(c, p, 548, ((90, 240), (420, 210), (820, 230), (1130, 260)), .2)
    edges = ((-330, -280), (-280, 280), (280, 330))
    tones = (mix(p.leaf, p.ground, .5), mix(p.road, p.wall, .3), mix(p.leaf, p.ground, .5))
    for (left, right), tone in zip(edges, tones, strict=True):
        c.fade_poly([brushes.on_ground(horizon, x, z, 700)
                     for x, z in ((left, 5), (right, 5), (right, .9), (left, .9))],
                    (mix(tone, p.haze, .3), tone))
    for k in range(7):
        z = 4.6 / (1 + k * .62)
        left, right = (brushes.on_ground(horizon, side * 520, z, 700) for side in (-1, 1))
        for x, y in (left, right):
            brushes.tree(c, p, x, y, 330 / z, min(.25, z / 18))
    for x, z in ((-120, 2.3), (60, 2.1), (150, 3.4)):
        figures.person(c, *brushes.on_ground(horizon, x, z, 700), 330 / z,
                       figures.wear(c, hats=.6), back=True)


def _yard(c: Canvas, p: Palette) -> None:
    c.fade(0, 500, WIDTH, HEIGHT - 500, (mix(p.leaf, p.ground, .5), p.leaf))
    _row(c, p, 540, ((60, 250), (380, 270), (760, 250), (1090, 280)), .15)
    c.fade_poly([(250, 560), (1190, 560), (1560, HEIGHT), (-120, HEIGHT)],
                (mix(p.ground, p.haze, .25), p.ground))
    buildings.house(c, p, -150, 720, 480)
    buildings.house(c, p, 1130, 730, 500)


def _drying_yard(c: Canvas, p: Palette) -> None:
    _yard(c, p)
    grain = mix(p.ripe, (0xE8, 0xB8, 0x3A), .5)
    for left, right in ((-420, -30), (20, 440)):
        c.fade_poly([brushes.on_ground(440, x, z) for x, z in
                     ((left, 3.4), (right, 3.4), (right, 1.12), (left, 1.12))],
                    (mix(grain, p.haze, .25), grain))
        for k in range(1, 16):
            x = left + (right - left) * k / 16
            c.line([brushes.on_ground(440, x, 3.4), brushes.on_ground(440, x, 1.12)],
                   mix(grain, p.roof, .4), 2.5, 110)
    for x, z, turn in ((-250, 1.9, 1), (90, 1.5, -1), (300, 2.5, 1)):
        foot = brushes.on_ground(440, x, z)
        c.line([(foot[0] + turn * 20 / z, foot[1] - 190 / z),
                (foot[0] + turn * 150 / z, foot[1] + 14)], mix(p.roof, p.ink, .3), 8 / z)
        figures.person(c, *foot, 330 / z, figures.bright_wear(c, .9), "reach", turn)
    brushes.tree(c, p, 90, 950, 430)
    brushes.bush(c, p, 1400, 970, 110)


def _flag_yard(c: Canvas, p: Palette) -> None:
    _yard(c, p)
    for x, y, h, w in ((300, 726, 260, 92), (1105, 736, 270, 96), (352, 560, 130, 48),
                       (700, 556, 130, 48), (1050, 558, 130, 48)):
        brushes.flagpole(c, p, x, y, h, w)
    for k in range(13):
        x, y = 430 + k * 46 + c.rng.uniform(-16, 16), 640 + (k * 37) % 100
        figures.person(c, x, y, (y - 430) * .62, figures.bright_wear(c, .2),
                       c.rng.choice(("down", "talk", "hold")), c.rng.choice((-1, 1)))
    brushes.tree(c, p, 1330, 960, 400)
    brushes.bush(c, p, 60, 980, 120)


def flags_street(c: Canvas, p: Palette, seed: int) -> None:
    """A clean street in perspective, a red flag before every house, a few walkers."""
    horizon, centre = 520, 690
    brushes.sky(c, p, horizon, (centre, 330))
    brushes.ridge(c, 470, 90, (mix(p.far, p.haze, .4), p.haze))
    c.fade(0, horizon, WIDTH, HEIGHT - horizon, (mix(p.road, p.haze, .4), mix(p.road, p.ink, .16)))
    brushes.wood(c, p, horizon + 6, 30, .4)
    for side in (-1, 1):
        _house_row(c, p, side, horizon, centre)
        c.fade_poly([brushes.on_ground(horizon, side * x, z, centre)
                     for x, z in ((460, 9), (640, 9), (640, .8), (460, .8))],
                    (mix(p.wall, p.haze, .4), mix(p.wall, p.road, .3)))
    for k in range(9):
        z = 8 / (1 + k * .8)
        for side in (-1, 1):
            foot = brushes.on_ground(horizon, side * 520, z, centre)
            if k % 2:
                brushes.tree(c, p, foot[0] + side * 36 / z, foot[1], 330 / z, min(.3, z / 12))
            brushes.flagpole(c, p, *foot, 560 / z, 190 / z)
    for x, z in ((-230, 2.4), (-120, 2.5), (260, 3.2), (60, 5), (330, 1.9)):
        figures.person(c, *brushes.on_ground(horizon, x, z, centre), 400 / z,
                       figures.wear(c, hats=.25), c.rng.choice(("down", "hold")), back=x > 0)


def _house_row(c: Canvas, p: Palette, side: int, horizon: float, centre: float) -> None:
    depth = [9.5 * .8 ** k for k in range(13)]
    for far, near in zip(depth, depth[1:], strict=False):
        tone = mix(mix(c.rng.choice(buildings.FRONTS), p.sky_low, .15), p.haze, min(.55, far / 14))
        tall = c.rng.uniform(620, 1150)

        def at(z: float, lift: float) -> tuple[float, float]:
            x, y = brushes.on_ground(horizon, side * 640, z, centre)
            return x, y - lift / z

        def pane(a: float, b: float, low: float, high: float, near=near, far=far):
            zs = [1 / ((1 - t) / far + t / near) for t in (a, b)]
            return [at(zs[0], low), at(zs[1], low), at(zs[1], high), at(zs[0], high)]

        shade = mix(tone, p.ink, .12 if side < 0 else .22)
        c.poly(pane(0, 1, 0, tall), shade)
        c.poly(pane(0, 1, tall, tall + 34), mix(tone, p.sun, .4))
        c.poly(pane(.1, .9, 0, 210), mix(p.ink, tone, .3))
        c.poly(pane(.02, .98, 225, 275), mix(c.rng.choice(buildings.CLOTHS), p.haze, .15))
        for floor in range(1, int(tall // 300)):
            for a in (.16, .56):
                c.poly(pane(a, a + .28, floor * 300 + 60, floor * 300 + 225), mix(p.ink, tone, .4))
            c.poly(pane(0, 1, floor * 300 + 10, floor * 300 + 26), mix(shade, p.ink, .2))


def night_town(c: Canvas, p: Palette, seed: int) -> None:
    """Lit houses along the river at night, their light lying long on the water."""
    day, p = p, by_night(p)
    shore = 560
    c.fade(0, 0, WIDTH, shore, (p.sky_top, mix(p.sky_low, day.sky_low, .16)))
    for _ in range(90):
        c.disc(c.rng.uniform(0, WIDTH), c.rng.uniform(0, 330), 1.4, 1.4, p.sun,
               c.rng.randrange(60, 200))
    c.glow(1130, 150, 170, 170, p.sun, 90)
    c.disc(1130, 150, 30, 30, p.sun)
    brushes.ridge(c, 430, 130, (p.far, p.mid))
    surface(c, p, shore, None, .5)
    _lit_row(c, p, shore - 44, .62, 92)
    brushes.wood(c, p, shore - 30, 20, 0, 2.2)
    _lit_row(c, p, shore, 1.0, 128)
    c.rect(0, shore, WIDTH, 20, mix(p.road, p.ink, .2))
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
        w, h = width * c.rng.uniform(.75, 1.1), width * c.rng.uniform(1.6, 3.1)
        tone = mix(mix(c.rng.choice(buildings.FRONTS), p.wall, .45), p.ink, .62 - .22 * strength)
        buildings.front(c, p, (x, foot, w, h), tone, True)
        if strength == 1.0 and c.rng.random() < .7:
            _reflection(c, x + w / 2, foot + 22, h * 1.15, w * .3)
        x += w * c.rng.uniform(1.02, 1.12)


def _reflection(c: Canvas, x: float, y: float, reach: float, wide: float) -> None:
    steps = max(6, int(reach / 9))
    for k in range(steps):
        part = k / steps
        c.disc(x + 5 * math.sin(k * 2.1 + x) * (1 + part), y + k * 9, wide * (1 - .3 * part), 2.8,
               buildings.LIT, round(150 * (1 - part)))


def _moored(c: Canvas, p: Palette) -> None:
    for x, y, w in ((330, 800, 250), (980, 730, 180)):
        c.poly([(x - w / 2, y - 16), (x + w / 2, y - 20), (x + w * .36, y + 18),
                (x - w * .36, y + 18)], p.ink)
        c.cap(x, y - 10, w * .24, w * .2, (180, 360), mix(p.ink, p.wall, .3))
        c.disc(x + w * .3, y - 26, 5, 5, buildings.LIT)
        c.glow(x + w * .3, y - 26, 40, 40, buildings.LIT, 150)
