"""The desk by the window with its papers."""

from config.demo.drawing import brushes
from config.demo.drawing.canvas import HEIGHT, WIDTH, Canvas
from config.demo.drawing.palettes import GOLD, RED, WHITE, Colour, Palette, mix

WOOD: Colour = (0x8E, 0x5E, 0x3C)


def document_desk(c: Canvas, p: Palette, seed: int) -> None:
    """A desk by the window: files, an open book, a pen; a tablet on every fourth seed."""
    _window_wall(c, p)
    top = mix((0xB9, 0x85, 0x58), p.sun, 0.12)
    c.fade(0, 540, WIDTH, HEIGHT - 540, (mix(top, p.sun, 0.35), mix(top, p.ink, 0.25)))
    for k in range(9):
        y = 552 + 44 * k + k * k * 0.8
        c.line(
            [(0, y), (WIDTH * 0.4, y + c.rng.uniform(-6, 6)), (WIDTH, y)],
            mix(top, p.ink, 0.4),
            1.5,
            60,
        )
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
    wall = mix((0xE9, 0xE0, 0xCC), p.sky_low, 0.3)
    c.fade(800, 0, WIDTH - 800, 545, (mix(wall, p.ink, 0.08), mix(wall, p.sun, 0.3)))
    c.fade(130, 0, 560, 440, (p.sky_top, p.sky_low))
    c.glow(560, 240, 260, 200, p.sun, 120)
    for k in range(11):
        brushes.bush(c, p, 125 + k * 58, 450, 62 + c.rng.uniform(-20, 26), 0.4)
    light = mix(wall, p.ink, 0.08), mix(wall, p.sun, 0.3)
    c.fade_poly(
        [(0, 0), (130, 0), (130, 438), (690, 438), (690, 0), (900, 0), (900, 545), (0, 545)], light
    )
    for x, y, w, h in (
        (112, 0, 22, 452),
        (686, 0, 22, 452),
        (402, 0, 16, 440),
        (112, 230, 596, 12),
        (92, 436, 636, 24),
    ):
        c.rect(x, y, w, h, mix(WHITE, p.haze, 0.2))
    for k in range(3):
        y = 150 + k * 130
        c.rect(900, y, 440, 12, mix(WOOD, WHITE, 0.2))
        x = 916.0
        while x < 1290:
            w, h = c.rng.uniform(16, 34), c.rng.uniform(70, 102)
            tone = c.rng.choice(
                (
                    RED,
                    (0x3F, 0x5F, 0x7A),
                    (0xC9, 0xA8, 0x62),
                    (0x5E, 0x7A, 0x62),
                    (0xD9, 0xCF, 0xBC),
                )
            )
            c.rect(x, y - h, w, h, mix(tone, p.haze, 0.25))
            c.rect(x, y - h * 0.8, w, 8, mix(tone, WHITE, 0.5))
            x += w + 2


def _files(c: Canvas, p: Palette, x: float, y: float) -> None:
    c.glow(x + 10, y + 2, 250, 26, p.ink, 220)
    for k in range(9):
        tone = ((0xD9, 0xB9, 0x7A), WHITE, (0x7E, 0x99, 0xA8), (0xD2, 0xC6, 0xAE))[k % 4]
        left, low = x - 170 + c.rng.uniform(-12, 12), y - k * 18
        c.poly(
            [(left, low), (left + 340, low), (left + 330, low - 18), (left + 8, low - 18)],
            mix(tone, p.ink, 0.1),
        )
        c.line([(left, low), (left + 340, low)], mix(tone, p.ink, 0.45), 2)
    c.poly(
        [(x - 160, y - 162), (x + 165, y - 162), (x + 130, y - 222), (x - 130, y - 222)],
        (0xD9, 0xB9, 0x7A),
    )
    c.rect(x - 40, y - 206, 80, 26, WHITE)


def _lines(c: Canvas, p: Palette, corners: list[tuple[float, float]], count: int) -> None:
    (ax, ay), (bx, by), (dx, dy), (ex, ey) = corners
    for k in range(1, count):
        t, end = k / count, c.rng.uniform(0.7, 0.94)
        left = (ax + (ex - ax) * t, ay + (ey - ay) * t)
        right = (bx + (dx - bx) * t, by + (dy - by) * t)
        c.line(
            [
                tuple(a + (b - a) * part for a, b in zip(left, right, strict=True))
                for part in (0.08, end)
            ],
            mix(p.ink, WHITE, 0.45),
            3,
            150,
        )


def _forms(c: Canvas, p: Palette) -> None:
    for shift in (26, 0):
        sheet = [
            (150 + shift, 740 + shift),
            (420 + shift, 716 + shift),
            (470 + shift, 900 + shift),
            (150 + shift, 930 + shift),
        ]
        c.poly([(x + 8, y + 10) for x, y in sheet], p.ink, 50)
        c.poly(sheet, WHITE)
    _lines(c, p, sheet, 10)
    c.disc(400, 870, 24, 18, RED, 90)


def _book(c: Canvas, p: Palette) -> None:
    left = [(520, 720), (760, 708), (770, 880), (490, 900)]
    right = [(760, 708), (1000, 720), (1050, 896), (770, 880)]
    c.poly([(512, 736), (1008, 736), (1066, 916), (474, 920)], mix(RED, p.ink, 0.4))
    for page, tone in ((left, WHITE), (right, mix(WHITE, p.ink, 0.05))):
        c.poly(page, tone)
        _lines(c, p, page, 9)
    c.poly([(738, 709), (760, 708), (770, 880), (742, 883)], p.ink, 40)
    c.poly([(760, 708), (788, 709), (804, 882), (770, 880)], p.ink, 26)


def _pen(c: Canvas, p: Palette, head: tuple[float, float], tip: tuple[float, float]) -> None:
    c.line([(head[0] + 6, head[1] + 14), (tip[0] + 6, tip[1] + 8)], p.ink, 9, 70)
    c.limb([head, tip], (0x22, 0x3E, 0x66), 12)
    mid = tuple(a + (b - a) * 0.82 for a, b in zip(head, tip, strict=True))
    c.limb([mid, tip], GOLD, 8)


def _tablet(c: Canvas, p: Palette) -> None:
    c.poly([(1080, 720), (1370, 706), (1420, 900), (1110, 920)], p.ink, 70)
    c.poly([(1070, 706), (1364, 692), (1412, 886), (1100, 906)], mix(p.ink, (0, 0, 0), 0.3))
    glass = [(1086, 718), (1352, 706), (1394, 876), (1112, 892)]
    c.poly(glass, mix(p.sky_low, WHITE, 0.5))
    _lines(c, p, glass, 8)


def _mug(c: Canvas, p: Palette, x: float, y: float) -> None:
    c.glow(x + 20, y, 90, 18, p.ink, 150)
    c.disc(x + 46, y - 48, 26, 28, WHITE)
    c.disc(x + 46, y - 48, 15, 17, mix(WOOD, WHITE, 0.3))
    c.fade(x - 46, y - 100, 92, 92, (WHITE, mix(WHITE, p.ink, 0.16)))
    c.disc(x, y - 8, 46, 11, mix(WHITE, p.ink, 0.16))
    c.disc(x, y - 100, 46, 12, mix(WHITE, p.ink, 0.06))
    c.disc(x, y - 99, 39, 9, mix((0x7A, 0x8A, 0x42), p.ink, 0.25))
