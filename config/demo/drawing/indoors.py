"""Rooms: the meeting hall and the desk with its papers."""

from config.demo.drawing import brushes, figures
from config.demo.drawing.canvas import HEIGHT, WIDTH, Canvas
from config.demo.drawing.palettes import GOLD, RED, WHITE, Palette, mix
from config.demo.drawing.people import drape, flower_stand

WOOD = (0x8E, 0x5E, 0x3C)


def hall(c: Canvas, p: Palette, seed: int) -> None:
    """The hall from behind the delegates; seeds bring a near speaker, a screen, long tables."""
    kind = seed % 8
    _room(c, p)
    _stage(c, p)
    if kind == 3:
        _screen(c, p)
    else:
        _backdrop(c)
    _presidium(c, p, kind)
    _podium(c, p, *((1085, 520, 250) if kind == 6 else (1100, 500, 190)))
    _delegates(c, p, tables=kind in (6, 7), rows=5 if kind in (2, 6) else 7)
    c.glow(WIDTH / 2, 120, 900, 420, (255, 240, 214), 60)


def _room(c: Canvas, p: Palette) -> None:
    wall = mix((0xEC, 0xDF, 0xC8), p.sky_low, .35)
    c.fade(0, 0, WIDTH, 560, (mix(wall, p.ink, .06), wall))
    c.poly([(0, 0), (WIDTH, 0), (1270, 92), (170, 92)], mix(wall, WHITE, .55))
    for k in range(3):
        x0, x1, y = 500 - k * 36, 940 + k * 36, 76 - k * 30
        c.poly([(x0, y), (x1, y), (x1 + 14, y + 9), (x0 - 14, y + 9)], (255, 252, 240))
    for side in (0, 1):
        for k in range(3):
            near, far = 60 * k, 60 * k + 38
            xs = [(near, far), (WIDTH - near, WIDTH - far)][side]
            tops = [30 + .5 * near, 30 + .5 * far]
            c.fade_poly([(xs[0], 110 + tops[0]), (xs[1], 110 + tops[1]), (xs[1], 520 - far * .3),
                         (xs[0], 520 - near * .3)], (mix(p.sky_top, WHITE, .3), p.sky_low))
    carpet = mix((0x9A, 0x7A, 0x62), p.haze, .2)
    c.fade(0, 530, WIDTH, HEIGHT - 530, (mix(carpet, p.sun, .25), mix(carpet, p.ink, .35)))


def _stage(c: Canvas, p: Palette) -> None:
    c.fade(180, 92, 1080, 400, ((0xD9, 0xC3, 0x9E), (0xC4, 0xA8, 0x80)))
    drape(c, 180, 92, 1080, 400)
    c.rect(180, 92, 1080, 22, mix(GOLD, RED, .25))
    c.rect(170, 482, 1100, 14, mix(WOOD, WHITE, .35))
    c.fade(170, 496, 1100, 56, (WOOD, mix(WOOD, p.ink, .35)))
    for x in (210, 1230):
        flower_stand(c, p, x, 566, 60)


def _backdrop(c: Canvas) -> None:
    brushes.flag(c, 262, 165, 216)
    for k in range(3):
        # Lines of lettering too far away to read.
        wide = (440, 520, 300)[k]
        for j in range(int(wide / 34)):
            c.rect(810 - wide / 2 + j * 34, 176 + k * 50, c.rng.uniform(14, 27), 17,
                   (0xF0, 0xCB, 0x66))


def _screen(c: Canvas, p: Palette) -> None:
    c.rect(412, 136, 616, 302, mix(p.ink, (0, 0, 0), .4))
    for k in range(6):
        x, y = 422 + k % 3 * 201, 146 + k // 3 * 142
        c.fade(x, y, 194, 136, (mix(p.sky_low, WHITE, .2), mix(p.haze, p.far, .4)))
        c.rect(x, y, 194, 58, mix(RED, p.haze, .15))
        for j in range(4):
            figures.seated_back(c, x + 34 + j * 42, y + 128, 13, figures.wear(c))
        c.rect(x, y + 112, 194, 24, mix(WOOD, p.haze, .2))
    brushes.flag(c, 226, 170, 150)


def _presidium(c: Canvas, p: Palette, kind: int) -> None:
    seats = 3 if kind in (2, 6) else 5
    for k in range(seats):
        x = 660 + (k - (seats - 1) / 2) * 92
        figures.person(c, x, 566, 196, figures.wear(c), "hold")
    half = seats * 50
    c.rect(660 - half, 446, 2 * half, 12, mix(WOOD, WHITE, .3))
    c.fade(660 - half, 458, 2 * half, 54, (mix(RED, WHITE, .06), mix(RED, (0, 0, 0), .25)))
    for k in range(seats):
        c.rect(644 + (k - (seats - 1) / 2) * 92, 432, 32, 15, WHITE)


def _podium(c: Canvas, p: Palette, x: float, y: float, h: float) -> None:
    dressed = figures.Wear((0xF2, 0xEE, 0xE4), (0x28, 0x2C, 0x38), long_hair=True)
    figures.person(c, x, y, h, dressed, "hold")
    w, top = h * .36, y - h * .56
    c.poly([(x - w * .62, top), (x + w * .62, top), (x + w * .46, y), (x - w * .46, y)], WOOD)
    c.poly([(x - w * .46, top + 14), (x + w * .46, top + 14), (x + w * .36, y - 10),
            (x - w * .36, y - 10)], mix(WOOD, WHITE, .14))
    c.rect(x - w * .68, top - 8, w * 1.36, 12, mix(WOOD, WHITE, .35))
    for k in range(16):
        c.disc(x + c.rng.uniform(-.5, .5) * w, top - 6 - c.rng.uniform(0, 12), 7, 6,
               c.rng.choice(((0xE8, 0x6A, 0x6A), (0xF3, 0xD0, 0x55), WHITE, p.leaf)))
    c.line([(x + w * .3, top - 6), (x + w * .16, top - 34)], p.ink, 3)
    c.line([(x - w * .1, y - h * .82), (x + w * .1, y - h * .82)], p.ink, 1, 0)


def _delegates(c: Canvas, p: Palette, tables: bool, rows: int) -> None:
    for k in range(rows):
        z = 3.1 / (1 + k * 2.3 / (rows - 1))
        y, u = 410 + 540 / z, 46 / z
        gap = u * (3.3 if tables else 2.75)
        for side in (-1, 1):
            for j in range(8 if rows > 5 else 7):
                x = WIDTH / 2 + side * (u * 2.6 + j * gap + (k % 2) * u * .3)
                if -60 < x < WIDTH + 60 and c.rng.random() < .95:
                    _delegate(c, p, x, y, u)
            if tables:
                _table(c, p, (WIDTH / 2 + side * u * 1.2, side * (gap * 7 + u * 3), y, u))


def _delegate(c: Canvas, p: Palette, x: float, y: float, u: float) -> None:
    figures.seated_back(c, x + c.rng.uniform(-.1, .1) * u, y - u * c.rng.uniform(0, .2), u,
                        figures.wear(c))
    chair = mix(WOOD, p.ink, .25)
    c.rect(x - u * 1.15, y - u * .9, u * 2.3, u * 2.2, chair)
    c.rect(x - u * 1.15, y - u * .9, u * 2.3, u * .16, mix(chair, p.sun, .35))
    c.rect(x - u * 1.15, y + u * .7, u * 2.3, u * .6, p.ink, 60)


def _table(c: Canvas, p: Palette, spot: tuple[float, float, float, float]) -> None:
    x, reach, y, u = spot
    left, right = sorted((x, x + reach))
    top = y + u * 1.15
    c.poly([(left, top), (right, top), (right, top + u * .5), (left, top + u * .5)],
           mix(WOOD, WHITE, .3))
    c.rect(left, top + u * .5, right - left, u * .7, mix(WOOD, p.ink, .15))
    for k in range(7):
        c.rect(left + (k + .4) * (right - left) / 7, top + u * .1, u * .8, u * .28, WHITE)


def document_desk(c: Canvas, p: Palette, seed: int) -> None:
    """A desk by the window: files, an open book, a pen; a tablet on every fourth seed."""
    _window_wall(c, p)
    top = mix((0xB9, 0x85, 0x58), p.sun, .12)
    c.fade(0, 540, WIDTH, HEIGHT - 540, (mix(top, p.sun, .35), mix(top, p.ink, .25)))
    for k in range(9):
        y = 552 + 44 * k + k * k * .8
        c.line([(0, y), (WIDTH * .4, y + c.rng.uniform(-6, 6)), (WIDTH, y)], mix(top, p.ink, .4),
               1.5, 60)
    c.poly([(180, 540), (620, 540), (900, HEIGHT), (160, HEIGHT)], p.sun, 60)
    if seed % 4:
        _files(c, p, 1120, 690)
    else:
        _tablet(c, p)
    _forms(c, p)
    _book(c, p)
    _pen(c, p, (1010, 842), (830, 902))
    _mug(c, p, 250, 690)


def _window_wall(c: Canvas, p: Palette) -> None:
    wall = mix((0xE9, 0xE0, 0xCC), p.sky_low, .3)
    c.fade(0, 0, WIDTH, 545, (mix(wall, p.ink, .08), mix(wall, p.sun, .3)))
    c.fade(130, 0, 560, 440, (p.sky_top, p.sky_low))
    c.glow(560, 240, 260, 200, p.sun, 120)
    for k in range(10):
        brushes.bush(c, p, 150 + k * 58, 450, 62 + c.rng.uniform(-20, 26), .4)
    c.rect(130, 438, 560, 110, wall)
    for x, y, w, h in ((112, 0, 22, 452), (686, 0, 22, 452), (402, 0, 16, 440), (112, 230, 596, 12),
                       (92, 436, 636, 24)):
        c.rect(x, y, w, h, mix(WHITE, p.haze, .2))
    for k in range(3):
        y = 150 + k * 130
        c.rect(900, y, 440, 12, mix(WOOD, WHITE, .2))
        x = 916.0
        while x < 1290:
            w, h = c.rng.uniform(16, 34), c.rng.uniform(70, 102)
            tone = c.rng.choice((RED, (0x3F, 0x5F, 0x7A), (0xC9, 0xA8, 0x62), (0x5E, 0x7A, 0x62),
                                 (0xD9, 0xCF, 0xBC)))
            c.rect(x, y - h, w, h, mix(tone, p.haze, .25))
            c.rect(x, y - h * .8, w, 8, mix(tone, WHITE, .5))
            x += w + 2


def _files(c: Canvas, p: Palette, x: float, y: float) -> None:
    c.glow(x + 20, y + 20, 240, 50, p.ink, 140)
    for k in range(9):
        tone = ((0xD9, 0xB9, 0x7A), WHITE, (0x7E, 0x99, 0xA8), (0xD2, 0xC6, 0xAE))[k % 4]
        left, low = x - 170 + c.rng.uniform(-12, 12), y - k * 18
        c.poly([(left, low), (left + 340, low), (left + 330, low - 18), (left + 8, low - 18)],
               mix(tone, p.ink, .1))
        c.line([(left, low), (left + 340, low)], mix(tone, p.ink, .45), 2)
    c.poly([(x - 160, y - 162), (x + 165, y - 162), (x + 130, y - 222), (x - 130, y - 222)],
           (0xD9, 0xB9, 0x7A))
    c.rect(x - 40, y - 206, 80, 26, WHITE)


def _lines(c: Canvas, p: Palette, corners: list[tuple[float, float]], count: int) -> None:
    (ax, ay), (bx, by), (dx, dy), (ex, ey) = corners
    for k in range(1, count):
        t, end = k / count, c.rng.uniform(.7, .94)
        left = (ax + (ex - ax) * t, ay + (ey - ay) * t)
        right = (bx + (dx - bx) * t, by + (dy - by) * t)
        c.line([tuple(a + (b - a) * part for a, b in zip(left, right, strict=True))
                for part in (.08, end)], mix(p.ink, WHITE, .45), 3, 150)


def _forms(c: Canvas, p: Palette) -> None:
    for shift in (26, 0):
        sheet = [(150 + shift, 740 + shift), (420 + shift, 716 + shift), (470 + shift, 900 + shift),
                 (150 + shift, 930 + shift)]
        c.poly([(x + 8, y + 10) for x, y in sheet], p.ink, 50)
        c.poly(sheet, WHITE)
    _lines(c, p, sheet, 10)
    c.disc(400, 870, 24, 18, RED, 90)


def _book(c: Canvas, p: Palette) -> None:
    left = [(520, 720), (760, 708), (770, 880), (490, 900)]
    right = [(760, 708), (1000, 720), (1050, 896), (770, 880)]
    c.poly([(512, 736), (1008, 736), (1066, 916), (474, 920)], mix(RED, p.ink, .4))
    for page, tone in ((left, WHITE), (right, mix(WHITE, p.ink, .05))):
        c.poly(page, tone)
        _lines(c, p, page, 9)
    c.poly([(738, 709), (760, 708), (770, 880), (742, 883)], p.ink, 40)
    c.poly([(760, 708), (788, 709), (804, 882), (770, 880)], p.ink, 26)


def _pen(c: Canvas, p: Palette, head: tuple[float, float], tip: tuple[float, float]) -> None:
    c.line([(head[0] + 6, head[1] + 14), (tip[0] + 6, tip[1] + 8)], p.ink, 9, 70)
    c.limb([head, tip], (0x22, 0x3E, 0x66), 12)
    mid = tuple(a + (b - a) * .82 for a, b in zip(head, tip, strict=True))
    c.limb([mid, tip], GOLD, 8)


def _tablet(c: Canvas, p: Palette) -> None:
    c.poly([(1080, 720), (1370, 706), (1420, 900), (1110, 920)], p.ink, 70)
    c.poly([(1070, 706), (1364, 692), (1412, 886), (1100, 906)], mix(p.ink, (0, 0, 0), .3))
    glass = [(1086, 718), (1352, 706), (1394, 876), (1112, 892)]
    c.poly(glass, mix(p.sky_low, WHITE, .5))
    _lines(c, p, glass, 8)


def _mug(c: Canvas, p: Palette, x: float, y: float) -> None:
    c.glow(x + 20, y, 90, 18, p.ink, 150)
    c.disc(x + 46, y - 48, 26, 28, WHITE)
    c.disc(x + 46, y - 48, 15, 17, mix(WOOD, WHITE, .3))
    c.fade(x - 46, y - 100, 92, 92, (WHITE, mix(WHITE, p.ink, .16)))
    c.disc(x, y - 8, 46, 11, mix(WHITE, p.ink, .16))
    c.disc(x, y - 100, 46, 12, mix(WHITE, p.ink, .06))
    c.disc(x, y - 99, 39, 9, mix((0x7A, 0x8A, 0x42), p.ink, .25))
