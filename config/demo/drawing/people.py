"""People together: standing groups, a handshake before a red backdrop."""

from dataclasses import replace

from config.demo.drawing import brushes, buildings, figures
from config.demo.drawing.canvas import HEIGHT, WIDTH, Canvas
from config.demo.drawing.palettes import RED, STAR, WHITE, Colour, Palette, mix


def people_group(c: Canvas, p: Palette, seed: int) -> None:
    """A group outdoors; the seed chooses in a row, in talk, at a table, or two rows."""
    brushes.sky(c, p, 470, (WIDTH * 0.22, 150))
    brushes.ranges(c, p, 440, 200)
    (_neighbours, _in_talk, _at_table, _two_rows, _neighbours)[seed % 5](c, p)


def _hall_front(c: Canvas, p: Palette) -> None:
    c.fade(0, 560, WIDTH, HEIGHT - 560, (mix(p.ground, p.haze, 0.3), p.ground))
    brushes.wood(c, p, 556, 70, 0.25)
    buildings.house(c, p, 170, 630, 1080)
    c.rect(120, 630, 1180, 18, mix(p.road, WHITE, 0.3))
    c.rect(90, 648, 1240, 20, mix(p.road, p.ink, 0.08))
    brushes.flagpole(c, p, 120, 668, 330, 120)


def _neighbours(c: Canvas, p: Palette) -> None:
    c.fade(0, 440, WIDTH, HEIGHT - 440, (mix(p.field, p.haze, 0.4), p.leaf))
    brushes.wood(c, p, 470, 60, 0.3)
    buildings.house(c, p, 850, 560, 420, 0.15)
    brushes.tree(c, p, 150, 640, 420, 0.1)
    c.fade_poly(
        [(-20, 700), (WIDTH + 20, 640), (WIDTH + 20, HEIGHT), (-20, HEIGHT)],
        (p.ground, mix(p.ground, p.roof, 0.12)),
    )
    poses = ("down", "hold", "down", "talk", "hold", "down", "down")
    for k, pose in enumerate(poses):
        x, h = 330 + k * 132 + c.rng.uniform(-12, 12), c.rng.uniform(390, 440)
        worn = replace(figures.bright_wear(c), long_hair=k % 2 == 1, skirt=k % 4 == 1)
        figures.person(c, x, 850 + k % 2 * 22, h, worn, pose, 1 - k % 2 * 2)
    figures.person(c, 420, 880, 270, figures.bright_wear(c), "down")


def _in_talk(c: Canvas, p: Palette) -> None:
    _hall_front(c, p)
    for x, y, h, pose, turn in (
        (250, 740, 290, "down", 1),
        (330, 748, 300, "talk", -1),
        (560, 850, 400, "talk", 1),
        (690, 830, 390, "hold", -1),
        (800, 856, 405, "down", 1),
        (930, 838, 392, "show", -1),
        (1170, 760, 305, "hold", 1),
        (1250, 752, 300, "talk", -1),
    ):
        figures.person(c, x, y, h, figures.wear(c), pose, turn, back=x == 800)


def _two_rows(c: Canvas, p: Palette) -> None:
    _hall_front(c, p)
    for k in range(11):
        figures.person(c, 255 + k * 93, 775, 350 + c.rng.uniform(-14, 14), figures.wear(c))
    for k in range(9):
        x, h = 330 + k * 98, 350 + c.rng.uniform(-12, 12)
        figures.person(c, x, 880, h, figures.wear(c), "hold")
        _bouquet(c, x, 880 - h * 0.6, h / 8)


def _at_table(c: Canvas, p: Palette) -> None:
    _hall_front(c, p)
    for k, x in enumerate((400, 520, 650, 790, 920, 1040)):
        figures.person(c, x, 790, 370 + k % 3 * 14, figures.wear(c), "hold", 1 - k % 2 * 2)
        c.rect(x - 9, 790 - 370 * 0.61, 18, 28, p.ink)
    c.glow(720, 880, 460, 40, p.ink, 150)
    c.poly([(380, 690), (1060, 690), (1130, 740), (310, 740)], mix((0x2F, 0x62, 0x8C), WHITE, 0.15))
    c.rect(310, 740, 820, 130, mix((0x2F, 0x62, 0x8C), p.ink, 0.15))
    for k in range(5):
        c.poly(
            [
                (440 + k * 130, 702),
                (500 + k * 130, 702),
                (506 + k * 130, 728),
                (436 + k * 130, 728),
            ],
            (WHITE, mix(p.ink, p.sky_low, 0.2))[k % 2],
        )
    for x, y in ((300, 900), (1120, 912)):
        figures.person(c, x, y, 420, figures.wear(c, hats=0.5), "hold", back=True)


def handshake(c: Canvas, p: Palette, seed: int) -> None:
    """Two people shake hands before a red backdrop; the elder one holds flowers."""
    drape(c, (0, 0, WIDTH, 690))
    c.poly(brushes.star_points(WIDTH / 2, 180, 84), (0xF2, 0xCB, 0x52))
    wood = mix((0x9A, 0x6A, 0x44), p.haze, 0.12)
    c.fade(0, 690, WIDTH, HEIGHT - 690, (mix(wood, p.sun, 0.25), mix(wood, p.ink, 0.2)))
    for k in range(-12, 13):
        c.line([brushes.on_ground(420, k * 150, z) for z in (2, 1)], mix(wood, p.ink, 0.4), 2, 80)
    for k, x in enumerate((130, 250, 1190, 1310)):
        figures.person(c, x, 800 + k % 2 * 14, 430, figures.wear(c), "hold")
    for x in (60, 1390):
        flower_stand(c, p, x, 850, 90)
    elder = figures.Wear((0x6E, 0x7A, 0x72), hair=(0xC9, 0xC6, 0xC0))
    figures.person(c, 596, 880, 560, figures.Wear(WHITE, (0x2C, 0x34, 0x44)), "reach")
    figures.person(c, 884, 880, 546, elder, "reach", -1)
    _bouquet(c, 962, 600, 74)
    c.disc(740, 540, 21, 18, mix(figures.SKIN, WHITE, 0.08))
    c.glow(WIDTH / 2, 300, 700, 420, (255, 226, 180), 46)


def drape(c: Canvas, box: tuple[float, float, float, float], tone: Colour = RED) -> None:
    """A curtain in even folds, over (left, top, width, height)."""
    x, y, w, h = box
    c.fade(x, y, w, h, (mix(tone, (0, 0, 0), 0.12), mix(tone, (0, 0, 0), 0.3)))
    fold = 52
    for k in range(int(w / fold) + 1):
        left = x + k * fold
        wide = min(fold, x + w - left)
        if wide > 8:
            c.rect(left, y, wide * 0.34, h, mix(tone, (0, 0, 0), 0.7), 62)
            c.rect(left + wide * 0.55, y, wide * 0.2, h, mix(tone, WHITE, 0.7), 24)


def flower_stand(c: Canvas, p: Palette, x: float, y: float, r: float) -> None:
    """A pot of flowers as stand beside stages, its foot at (x, y)."""
    c.glow(x, y, r, r * 0.18, p.ink, 150)
    c.poly(
        [
            (x - r * 0.4, y - r * 0.8),
            (x + r * 0.4, y - r * 0.8),
            (x + r * 0.28, y),
            (x - r * 0.28, y),
        ],
        mix(p.wall, WHITE, 0.3),
    )
    brushes.bush(c, p, x, y - r * 0.9, r * 0.8)
    for _ in range(26):
        c.disc(
            x + c.rng.uniform(-0.7, 0.7) * r,
            y - r * c.rng.uniform(0.9, 1.75),
            r * 0.09,
            r * 0.09,
            c.rng.choice(((0xE8, 0x6A, 0x6A), (0xF3, 0xD0, 0x55), WHITE)),
        )


def _bouquet(c: Canvas, x: float, y: float, u: float) -> None:
    """Flowers held in front of somebody whose hands are at (x, y)."""
    c.poly(
        [
            (x - u * 0.25, y),
            (x + u * 0.25, y),
            (x + u * 0.1, y + u * 0.9),
            (x - u * 0.1, y + u * 0.9),
        ],
        (0x4C, 0x7A, 0x4A),
    )
    for _ in range(9):
        c.disc(
            x + c.rng.uniform(-0.6, 0.6) * u,
            y - c.rng.uniform(0, 0.75) * u,
            u * 0.26,
            u * 0.26,
            c.rng.choice(((0xE8, 0x6A, 0x6A), STAR, WHITE, (0xD9, 0x4B, 0x5A))),
        )
