"""People at work: the building site, the fire drill."""

from config.demo.drawing import brushes, buildings, figures
from config.demo.drawing.canvas import WIDTH, Canvas
from config.demo.drawing.palettes import RED, STAR, WHITE, Palette, mix


def construction(c: Canvas, p: Palette, seed: int) -> None:
    """A small site among fields: men along a concrete channel, a sand heap, a mixer."""
    horizon = 400
    brushes.sky(c, p, horizon, (WIDTH * 0.75, 140))
    brushes.ranges(c, p, horizon, 180)
    c.fade(0, horizon, WIDTH, 600, (mix(p.field, p.haze, 0.45), p.field))
    brushes.wood(c, p, horizon + 4, 26, 0.4)
    earth, stone = mix(p.ground, p.roof, 0.25), mix(p.road, WHITE, 0.25)
    for (left, right), tone in (
        ((-560, 560), earth),
        ((-190, 190), stone),
        ((-130, 130), mix(stone, p.ink, 0.5)),
        ((-80, 80), mix(stone, p.ink, 0.3)),
    ):
        c.fade_poly(
            [
                brushes.on_ground(horizon, x, z, 640)
                for x, z in ((left, 16), (right, 16), (right, 0.9), (left, 0.9))
            ],
            (mix(tone, p.haze, 0.35), tone),
        )
    _planks(c, p, horizon)
    for x, z, pose, turn in (
        (-290, 3.0, "reach", 1),
        (270, 2.5, "reach", -1),
        (-260, 1.9, "hold", 1),
        (250, 4.2, "talk", -1),
        (-250, 4.8, "down", 1),
        (330, 1.75, "show", -1),
    ):
        foot = brushes.on_ground(horizon, x, z, 640)
        worn = figures.Wear(c.rng.choice(((0x3F, 0x64, 0x8A), (0xE0, 0x86, 0x3A))), hat="helmet")
        figures.person(c, *foot, 390 / z, worn, pose, turn)
        if pose == "reach":
            _shovel(c, p, foot, turn / z)
    _sand(c, p, 1200, 800)
    _mixer(c, p, 250, 800)


def _planks(c: Canvas, p: Palette, horizon: float) -> None:
    for k in range(14):
        z = 10 / (1 + k * 0.62)
        for side in (-1, 1):
            x, y = brushes.on_ground(horizon, side * 205, z, 640)
            c.rect(
                x - 5 / z,
                y - 66 / z,
                10 / z,
                70 / z,
                mix((0xB9, 0x8A, 0x55), p.haze, min(0.5, z / 16)),
            )


def _shovel(c: Canvas, p: Palette, foot: tuple[float, float], size: float) -> None:
    grip = (foot[0] + 62 * size, foot[1] - 300 * abs(size))
    blade = (foot[0] + 165 * size, foot[1] - 20 * abs(size))
    c.line([grip, blade], mix((0xB9, 0x8A, 0x55), p.ink, 0.25), 9 * abs(size))
    c.disc(*blade, 26 * abs(size), 32 * abs(size), mix(p.ink, p.road, 0.45))


def _sand(c: Canvas, p: Palette, x: float, y: float) -> None:
    sand = mix(p.ground, (0xE0, 0xBE, 0x86), 0.5)
    c.glow(x + 20, y, 260, 30, p.ink, 120)
    c.poly([(x - 220, y), (x - 60, y - 112), (x, y - 132), (x + 70, y - 104), (x + 220, y)], sand)
    c.poly([(x, y - 132), (x + 70, y - 104), (x + 220, y), (x + 60, y)], mix(sand, p.ink, 0.18))
    c.line([(x - 70, y - 60), (x - 150, y - 210)], mix(p.roof, p.ink, 0.3), 9)


def _mixer(c: Canvas, p: Palette, x: float, y: float) -> None:
    steel = (0xC9, 0x6A, 0x32)
    c.glow(x, y, 170, 24, p.ink, 140)
    frame = mix(p.ink, steel, 0.2)
    for dx in (-84, 84):
        c.line([(x + dx, y - 24), (x, y - 150)], frame, 13)
        c.disc(x + dx, y - 27, 30, 30, mix(p.ink, p.road, 0.15))
        c.disc(x + dx, y - 27, 12, 12, p.road)
    c.line([(x - 110, y - 58), (x + 110, y - 58)], frame, 11)
    drum = [
        (-92, -140),
        (-62, -96),
        (-6, -82),
        (52, -110),
        (118, -206),
        (74, -248),
        (-20, -222),
        (-76, -190),
    ]
    c.poly([(x + dx, y + dy) for dx, dy in drum], steel)
    c.poly([(x + dx, y + dy) for dx, dy in (*drum[:5], (20, -140))], mix(steel, p.ink, 0.25))
    c.line([(x + 122, y - 210), (x + 72, y - 252)], mix(steel, p.sun, 0.35), 12)
    c.line([(x - 26, y - 226), (x + 56, y - 106)], mix(steel, p.ink, 0.5), 10)


def fire_drill(c: Canvas, p: Palette, seed: int) -> None:
    """A fire engine before a market building, two jets of water meeting the smoke."""
    brushes.sky(c, p, 560, (WIDTH * 0.2, 160))
    brushes.wood(c, p, 560, 60, 0.35)
    for k in range(8):
        tone = mix(mix(c.rng.choice(buildings.FRONTS), p.sky_low, 0.15), p.haze, 0.1)
        buildings.front(c, p, (500 + k * 122, 640, 120, 300 + k % 3 * 40), tone)
    c.fade(0, 636, WIDTH, 330, (mix(p.road, p.haze, 0.3), mix(p.road, p.ink, 0.18)))
    for k in range(46):
        rise = k / 46
        c.glow(
            1090 + c.rng.gauss(0, 50 + 90 * rise) - 150 * rise,
            560 - 500 * rise,
            60 + 110 * rise,
            50 + 80 * rise,
            mix((0x5A, 0x5A, 0x5E), p.haze, 0.25 + 0.5 * rise),
            190,
        )
    _engine(c, p, 80, 800)
    for x, y, lift in ((660, 800, 330), (820, 850, 300)):
        _jet(c, p, (x + 54, y - 130), (1080, 470 + (330 - lift)), lift)
        worn = figures.Wear((0xC9, 0x7A, 0x2E), (0x35, 0x3C, 0x46), hat="helmet")
        figures.person(c, x, y, 210, worn, "reach")
        figures.person(c, x - 84, y + 12, 208, worn, "reach")
        c.line([(x + 54, y - 130), (x - 120, y - 96), (x - 220, y - 6), (430, 812)], STAR, 8)
    for k in range(6):
        figures.person(c, 1180 + k * 44, 726 + k % 2 * 16, 124, figures.wear(c), "down", back=True)


def _jet(
    c: Canvas, p: Palette, start: tuple[float, float], end: tuple[float, float], lift: float
) -> None:
    for k in range(70):
        t = k / 69
        x = start[0] + (end[0] - start[0]) * t
        y = start[1] + (end[1] - start[1]) * t - lift * 0.7 * t * (1 - t)
        spread = 4 + 34 * t * t
        c.disc(x, y, spread, spread * 0.8, WHITE, round(210 - 150 * t))
        c.disc(x + c.rng.gauss(0, spread), y + c.rng.gauss(0, spread), 3, 3, p.sun, 200)


def _engine(c: Canvas, p: Palette, x: float, y: float) -> None:
    c.glow(x + 220, y + 10, 300, 34, p.ink, 170)
    c.fade(x, y - 210, 290, 180, (mix(RED, WHITE, 0.12), RED))
    c.poly(
        [
            (x + 290, y - 30),
            (x + 290, y - 200),
            (x + 380, y - 200),
            (x + 424, y - 120),
            (x + 430, y - 30),
        ],
        RED,
    )
    c.poly(
        [(x + 312, y - 122), (x + 312, y - 180), (x + 370, y - 180), (x + 402, y - 122)],
        mix(p.sky_low, p.ink, 0.3),
    )
    c.rect(x, y - 96, 430, 14, WHITE)
    for k in range(3):
        c.rect(x + 18 + k * 90, y - 190, 76, 78, mix(p.road, p.ink, 0.25))
        for j in range(1, 6):
            c.rect(x + 18 + k * 90, y - 190 + j * 13, 76, 2, p.ink, 90)
    c.rect(x + 10, y - 232, 270, 8, mix(p.road, WHITE, 0.4))
    c.rect(x + 10, y - 246, 270, 5, mix(p.road, WHITE, 0.4))
    c.rect(x + 320, y - 216, 46, 16, (0x3A, 0x6F, 0xB8))
    c.rect(x, y - 36, 430, 14, p.ink)
    for wheel in (70, 350):
        c.disc(x + wheel, y - 22, 42, 42, mix(p.ink, (0, 0, 0), 0.3))
        c.disc(x + wheel, y - 22, 20, 20, p.road)
