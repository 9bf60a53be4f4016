"""Places where people are at work: school, clinic, building site, market, fire drill."""

from config.demo.drawing import brushes, buildings, figures
from config.demo.drawing.canvas import HEIGHT, WIDTH, Canvas
from config.demo.drawing.palettes import RED, STAR, WHITE, Palette, by_night, mix


def school(c: Canvas, p: Palette, seed: int) -> None:
    """A two-storey row of classrooms behind its yard, the flagpole in the middle, a tall tree."""
    brushes.sky(c, p, 520, (WIDTH * .2, 150))
    brushes.ridge(c, 430, 120, (mix(p.far, p.haze, .3), mix(p.mid, p.haze, .4)))
    brushes.wood(c, p, 560, 62, .3)
    wall = mix((0xF0, 0xDC, 0xA4), p.wall, .4)
    c.rect(110, 330, 1220, 300, wall)
    for foot in (480, 630):
        _classrooms(c, p, foot)
    c.fade_poly([(80, 330), (140, 262), (1300, 262), (1360, 330)],
                (mix(p.roof, p.sun, .15), p.roof))
    c.fade(0, 628, WIDTH, HEIGHT - 628, (mix(p.ground, p.haze, .35), p.ground))
    for k in range(-9, 10):
        c.line([brushes.on_ground(560, k * 190, z) for z in (5.6, 1)], mix(p.ground, p.ink, .3), 2, 50)
    c.rect(644, 716, 152, 20, mix(p.road, WHITE, .3))
    c.rect(620, 736, 200, 22, mix(p.road, p.ink, .1))
    brushes.flagpole(c, p, 720, 720, 560, 150)
    _pupils(c)
    brushes.tree(c, p, 1270, 860, 640)
    brushes.tree(c, p, 70, 760, 380)


def _classrooms(c: Canvas, p: Palette, foot: float) -> None:
    c.rect(110, foot - 124, 1220, 124, mix(p.wall, p.ink, .35))
    for k in range(10):
        x, glass = 128 + k * 122, mix(p.ink, p.sky_low, .35)
        c.rect(x + 14, foot - 104, 30, 104, mix(p.leaf_dark, p.ink, .1))
        c.rect(x + 52, foot - 100, 50, 56, glass)
        c.rect(x + 76, foot - 100, 3, 56, WHITE)
        c.rect(x + 52, foot - 73, 50, 3, WHITE)
    for k in range(11):
        c.rect(108 + k * 121, foot - 126, 14, 126, mix(p.wall, WHITE, .3))
    c.rect(110, foot - 40, 1220, 7, mix(p.wall, WHITE, .4))
    for k in range(82):
        c.rect(112 + k * 15, foot - 36, 3, 34, mix(p.wall, p.sun, .3), 190)
    c.rect(100, foot - 138, 1240, 16, mix(p.wall, WHITE, .2))


def _pupils(c: Canvas) -> None:
    for k in range(22):
        row, x = k // 11, 250 + (k % 11) * 58 + c.rng.uniform(-10, 10)
        if abs(x - 720) > 80 or row:
            worn = figures.Wear(WHITE, (0x2D, 0x3D, 0x62), long_hair=k % 2 == 0)
            y = 770 + row * 74
            figures.person(c, x + row * 34, y, 96 + row * 22, worn, back=True)
            c.poly([(x + row * 34 - 9, y - 82 - row * 18), (x + row * 34 + 9, y - 82 - row * 18),
                    (x + row * 34, y - 66 - row * 16)], RED)


def clinic(c: Canvas, p: Palette, seed: int) -> None:
    """The health station at night: a low house, lit windows, the cross on its gable."""
    p = by_night(p)
    c.fade(0, 0, WIDTH, 640, (p.sky_top, p.sky_low))
    for _ in range(110):
        c.disc(c.rng.uniform(0, WIDTH), c.rng.uniform(0, 360), 1.5, 1.5, p.sun,
               c.rng.randrange(60, 210))
    brushes.ridge(c, 430, 210, (p.far, p.mid), 1.6)
    brushes.ridge(c, 520, 120, (p.mid, p.near))
    c.fade(0, 610, WIDTH, HEIGHT - 610, (mix(p.ground, p.near, .4), p.near))
    brushes.wood(c, p, 612, 60, 0)
    c.glow(690, 640, 620, 190, buildings.LIT, 90)
    buildings.house(c, p, 340, 690, 700, lit=True)
    _cross(c, p, 690, 446)
    for k in (0, 1, 2, 4):
        x = 340 + 700 * (.105 + k * .192)
        c.glow(x, 610, 90, 90, buildings.LIT, 120)
        c.fade_poly([(x - 36, 694), (x + 36, 694), (x + 120, 840), (x - 120, 840)],
                    (mix(buildings.LIT, p.ground, .55), mix(p.ground, p.near, .6)))
    c.glow(690, 720, 640, 130, buildings.LIT, 70)
    figures.person(c, 620, 722, 116, figures.Wear(WHITE, WHITE, long_hair=True))
    figures.person(c, 700, 730, 120, figures.wear(c), back=True)
    brushes.tree(c, p, 190, 810, 460)
    brushes.tree(c, p, 1250, 790, 420)


def _cross(c: Canvas, p: Palette, x: float, y: float) -> None:
    c.poly([(x - 92, y + 60), (x, y - 52), (x + 92, y + 60)], mix(p.roof, p.ink, .25))
    c.poly([(x - 72, y + 60), (x, y - 30), (x + 72, y + 60)], mix(p.wall, WHITE, .3))
    c.glow(x, y + 22, 110, 90, buildings.LIT, 130)
    c.disc(x, y + 24, 28, 28, WHITE)
    c.rect(x - 6, y + 6, 12, 36, RED)
    c.rect(x - 18, y + 18, 36, 12, RED)


def construction(c: Canvas, p: Palette, seed: int) -> None:
    """A small site among fields: men along a concrete channel, a sand heap, a mixer."""
    horizon = 400
    brushes.sky(c, p, horizon, (WIDTH * .75, 140))
    brushes.ranges(c, p, horizon, 180)
    c.fade(0, horizon, WIDTH, 600, (mix(p.field, p.haze, .45), p.field))
    brushes.wood(c, p, horizon + 4, 26, .4)
    earth, stone = mix(p.ground, p.roof, .25), mix(p.road, WHITE, .25)
    for (left, right), tone in (((-560, 560), earth), ((-190, 190), stone),
                                ((-130, 130), mix(stone, p.ink, .5)), ((-80, 80), mix(stone, p.ink, .3))):
        c.fade_poly([brushes.on_ground(horizon, x, z, 640)
                     for x, z in ((left, 16), (right, 16), (right, .9), (left, .9))],
                    (mix(tone, p.haze, .35), tone))
    _planks(c, p, horizon)
    for x, z, pose, turn in ((-290, 3.0, "reach", 1), (270, 2.5, "reach", -1), (-260, 1.9, "hold", 1),
                             (250, 4.2, "talk", -1), (-250, 4.8, "down", 1), (330, 1.75, "show", -1)):
        foot = brushes.on_ground(horizon, x, z, 640)
        worn = figures.Wear(c.rng.choice(((0x3F, 0x64, 0x8A), (0xE0, 0x86, 0x3A))), hat="helmet")
        figures.person(c, *foot, 390 / z, worn, pose, turn)
    _sand(c, p, 1200, 800)
    _mixer(c, p, 250, 800)


def _planks(c: Canvas, p: Palette, horizon: float) -> None:
    for k in range(14):
        z = 10 / (1 + k * .62)
        for side in (-1, 1):
            x, y = brushes.on_ground(horizon, side * 205, z, 640)
            c.rect(x - 5 / z, y - 66 / z, 10 / z, 70 / z, mix((0xB9, 0x8A, 0x55), p.haze, min(.5, z / 16)))


def _sand(c: Canvas, p: Palette, x: float, y: float) -> None:
    sand = mix(p.ground, (0xE0, 0xBE, 0x86), .5)
    c.glow(x + 20, y, 260, 30, p.ink, 120)
    c.poly([(x - 220, y), (x - 60, y - 112), (x, y - 132), (x + 70, y - 104), (x + 220, y)], sand)
    c.poly([(x, y - 132), (x + 70, y - 104), (x + 220, y), (x + 60, y)], mix(sand, p.ink, .18))
    c.line([(x - 70, y - 60), (x - 150, y - 210)], mix(p.roof, p.ink, .3), 9)


def _mixer(c: Canvas, p: Palette, x: float, y: float) -> None:
    steel = (0xC9, 0x6A, 0x32)
    c.glow(x, y, 170, 24, p.ink, 140)
    c.line([(x - 80, y), (x - 20, y - 120), (x + 60, y)], mix(p.ink, steel, .2), 12)
    c.disc(x - 70, y - 20, 30, 30, mix(p.ink, p.road, .15))
    c.disc(x - 70, y - 20, 13, 13, p.road)
    c.poly([(x - 110, y - 120), (x - 60, y - 210), (x + 50, y - 200), (x + 100, y - 250),
            (x + 124, y - 226), (x + 80, y - 120), (x - 20, y - 76)], steel)
    c.poly([(x - 110, y - 120), (x + 80, y - 120), (x - 20, y - 76)], mix(steel, p.ink, .3))
    c.line([(x - 86, y - 164), (x + 92, y - 160)], mix(steel, p.sun, .4), 8)


def market(c: Canvas, p: Palette, seed: int) -> None:
    """Market day: a lane of awnings, or (every third seed) low stalls, greens and baskets."""
    low, horizon = seed % 3 == 0, 440
    brushes.sky(c, p, horizon, (WIDTH * .5, 190))
    brushes.ranges(c, p, horizon, 220)
    brushes.wood(c, p, horizon + 16, 46, .3)
    c.fade(0, horizon + 10, WIDTH, HEIGHT, (mix(p.ground, p.haze, .4), mix(p.ground, p.roof, .12)))
    for k in range(6):
        z = 5.4 / (1 + k * .62)
        for side in (-1, 1):
            foot = brushes.on_ground(horizon, side * 560, z)
            buildings.stall(c, p, foot[0], foot[1], 560 / z, mix(c.rng.choice(buildings.CLOTHS),
                            p.haze, min(.4, z / 12)), low)
        for _ in range(4 if k < 5 else 2):
            x, y = brushes.on_ground(horizon, c.rng.uniform(-330, 330), z * c.rng.uniform(.82, .98))
            figures.person(c, x, y, (y - horizon) * .8, figures.bright_wear(c, .45),
                           c.rng.choice(tuple(figures.POSES)), c.rng.choice((-1, 1)),
                           c.rng.random() < .45)
    if low:
        for k in range(9):
            buildings.basket(c, p, 130 + k * 150 + c.rng.uniform(-40, 40), 880 + k * 41 % 70, 40)


def fire_drill(c: Canvas, p: Palette, seed: int) -> None:
    """A fire engine before a market building, two jets of water meeting the smoke."""
    brushes.sky(c, p, 560, (WIDTH * .2, 160))
    brushes.wood(c, p, 560, 60, .35)
    for k in range(8):
        tone = mix(mix(c.rng.choice(buildings.FRONTS), p.sky_low, .15), p.haze, .1)
        buildings.front(c, p, (500 + k * 122, 640, 120, 300 + k % 3 * 40), tone)
    c.fade(0, 636, WIDTH, 330, (mix(p.road, p.haze, .3), mix(p.road, p.ink, .18)))
    for k in range(46):
        rise = k / 46
        c.glow(1090 + c.rng.gauss(0, 50 + 90 * rise) - 150 * rise, 560 - 500 * rise, 60 + 110 * rise,
               50 + 80 * rise, mix((0x5A, 0x5A, 0x5E), p.haze, .25 + .5 * rise), 190)
    _engine(c, p, 80, 800)
    for x, y, lift in ((660, 800, 330), (820, 850, 300)):
        _jet(c, p, (x + 54, y - 130), (1080, 470 + (330 - lift)), lift)
        worn = figures.Wear((0xC9, 0x7A, 0x2E), (0x35, 0x3C, 0x46), hat="helmet")
        figures.person(c, x, y, 210, worn, "reach")
        figures.person(c, x - 84, y + 12, 208, worn, "reach")
        c.line([(x + 54, y - 130), (x - 120, y - 96), (x - 220, y - 6), (430, 812)], STAR, 8)
    for k in range(6):
        figures.person(c, 1180 + k * 44, 726 + k % 2 * 16, 124, figures.wear(c), "down", back=True)


def _jet(c: Canvas, p: Palette, start: tuple[float, float], end: tuple[float, float],
         lift: float) -> None:
    for k in range(70):
        t = k / 69
        x = start[0] + (end[0] - start[0]) * t
        y = start[1] + (end[1] - start[1]) * t - lift * .7 * t * (1 - t)
        spread = 4 + 34 * t * t
        c.disc(x, y, spread, spread * .8, WHITE, round(210 - 150 * t))
        c.disc(x + c.rng.gauss(0, spread), y + c.rng.gauss(0, spread), 3, 3, p.sun, 200)


def _engine(c: Canvas, p: Palette, x: float, y: float) -> None:
    c.glow(x + 220, y + 10, 300, 34, p.ink, 170)
    c.fade(x, y - 210, 290, 180, (mix(RED, WHITE, .12), RED))
    c.poly([(x + 290, y - 30), (x + 290, y - 200), (x + 380, y - 200), (x + 424, y - 120),
            (x + 430, y - 30)], RED)
    c.poly([(x + 312, y - 122), (x + 312, y - 180), (x + 370, y - 180), (x + 402, y - 122)],
           mix(p.sky_low, p.ink, .3))
    c.rect(x, y - 96, 430, 14, WHITE)
    for k in range(3):
        c.rect(x + 18 + k * 90, y - 190, 76, 78, mix(p.road, p.ink, .25))
        for j in range(1, 6):
            c.rect(x + 18 + k * 90, y - 190 + j * 13, 76, 2, p.ink, 90)
    c.rect(x + 10, y - 232, 270, 8, mix(p.road, WHITE, .4))
    c.rect(x + 10, y - 246, 270, 5, mix(p.road, WHITE, .4))
    c.rect(x + 320, y - 216, 46, 16, (0x3A, 0x6F, 0xB8))
    c.rect(x, y - 36, 430, 14, p.ink)
    for wheel in (70, 350):
        c.disc(x + wheel, y - 22, 42, 42, mix(p.ink, (0, 0, 0), .3))
        c.disc(x + wheel, y - 22, 20, 20, p.road)
