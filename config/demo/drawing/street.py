"""The town by day: the street with flags, the school."""

from config.demo.drawing import brushes, buildings, figures
from config.demo.drawing.canvas import HEIGHT, WIDTH, Canvas
from config.demo.drawing.palettes import RED, WHITE, Palette, mix


def flags_street(c: Canvas, p: Palette, seed: int) -> None:
    """A clean street in perspective, a red flag before every house, a few walkers."""
    horizon, centre = 520, 690
    brushes.sky(c, p, horizon, (centre, 330))
    brushes.ridge(c, 470, 90, (mix(p.far, p.haze, 0.4), p.haze))
    c.fade(
        0, horizon, WIDTH, HEIGHT - horizon, (mix(p.road, p.haze, 0.4), mix(p.road, p.ink, 0.16))
    )
    brushes.wood(c, p, horizon + 6, 30, 0.4)
    for side in (-1, 1):
        _house_row(c, p, side, horizon, centre)
        c.fade_poly(
            [
                brushes.on_ground(horizon, side * x, z, centre)
                for x, z in ((460, 9), (640, 9), (640, 0.8), (460, 0.8))
            ],
            (mix(p.wall, p.haze, 0.4), mix(p.wall, p.road, 0.3)),
        )
    for k in range(7):
        z = 8 / (1 + k * 1.08)
        for side in (-1, 1):
            foot = brushes.on_ground(horizon, side * 520, z, centre)
            if k % 2:
                brushes.tree(c, p, foot[0] + side * 36 / z, foot[1], 330 / z, min(0.3, z / 12))
            brushes.flagpole(c, p, *foot, 560 / z, 150 / z)
    for x, z in ((-230, 2.4), (-120, 2.5), (260, 3.2), (60, 5), (330, 1.9)):
        figures.person(
            c,
            *brushes.on_ground(horizon, x, z, centre),
            400 / z,
            figures.wear(c, hats=0.25),
            c.rng.choice(("down", "hold")),
            back=x > 0,
        )


def _house_row(c: Canvas, p: Palette, side: int, horizon: float, centre: float) -> None:
    depth = [9.5 * 0.8**k for k in range(13)]
    for far, near in zip(depth, depth[1:], strict=False):
        tone = mix(
            mix(c.rng.choice(buildings.FRONTS), p.sky_low, 0.15), p.haze, min(0.55, far / 14)
        )
        tall = c.rng.uniform(620, 1150)

        def at(z: float, lift: float) -> tuple[float, float]:
            x, y = brushes.on_ground(horizon, side * 640, z, centre)
            return x, y - lift / z

        def pane(a: float, b: float, low: float, high: float, near=near, far=far):
            zs = [1 / ((1 - t) / far + t / near) for t in (a, b)]
            return [at(zs[0], low), at(zs[1], low), at(zs[1], high), at(zs[0], high)]

        shade = mix(tone, p.ink, 0.12 if side < 0 else 0.22)
        c.poly(pane(0, 1, 0, tall), shade)
        c.poly(pane(0, 1, tall, tall + 34), mix(tone, p.sun, 0.4))
        c.poly(pane(0.1, 0.9, 0, 210), mix(p.ink, tone, 0.3))
        c.poly(pane(0.02, 0.98, 225, 275), mix(c.rng.choice(buildings.CLOTHS), p.haze, 0.15))
        for floor in range(1, int(tall // 300)):
            for a in (0.16, 0.56):
                c.poly(
                    pane(a, a + 0.28, floor * 300 + 60, floor * 300 + 225), mix(p.ink, tone, 0.4)
                )
            c.poly(pane(0, 1, floor * 300 + 10, floor * 300 + 26), mix(shade, p.ink, 0.2))


def school(c: Canvas, p: Palette, seed: int) -> None:
    """A two-storey row of classrooms behind its yard, the flagpole in the middle, a tall tree."""
    brushes.sky(c, p, 520, (WIDTH * 0.2, 150))
    brushes.ridge(c, 430, 120, (mix(p.far, p.haze, 0.3), mix(p.mid, p.haze, 0.4)))
    brushes.wood(c, p, 560, 62, 0.3)
    wall = mix((0xF0, 0xDC, 0xA4), p.wall, 0.4)
    c.rect(110, 330, 1220, 300, wall)
    for foot in (480, 630):
        _classrooms(c, p, foot)
    c.fade_poly(
        [(80, 330), (140, 262), (1300, 262), (1360, 330)], (mix(p.roof, p.sun, 0.15), p.roof)
    )
    c.fade(0, 628, WIDTH, HEIGHT - 628, (mix(p.ground, p.haze, 0.35), p.ground))
    for k in range(-9, 10):
        c.line(
            [brushes.on_ground(560, k * 190, z) for z in (5.6, 1)], mix(p.ground, p.ink, 0.3), 2, 50
        )
    c.rect(644, 716, 152, 20, mix(p.road, WHITE, 0.3))
    c.rect(620, 736, 200, 22, mix(p.road, p.ink, 0.1))
    brushes.flagpole(c, p, 720, 720, 560, 150)
    _pupils(c)
    brushes.tree(c, p, 1270, 860, 640)
    brushes.tree(c, p, 70, 760, 380)


def _classrooms(c: Canvas, p: Palette, foot: float) -> None:
    c.rect(110, foot - 124, 1220, 124, mix(p.wall, p.ink, 0.35))
    for k in range(10):
        x, glass = 128 + k * 122, mix(p.ink, p.sky_low, 0.35)
        c.rect(x + 14, foot - 104, 30, 104, mix(p.leaf_dark, p.ink, 0.1))
        c.rect(x + 52, foot - 100, 50, 56, glass)
        c.rect(x + 76, foot - 100, 3, 56, WHITE)
        c.rect(x + 52, foot - 73, 50, 3, WHITE)
    for k in range(11):
        c.rect(108 + k * 121, foot - 126, 14, 126, mix(p.wall, WHITE, 0.3))
    c.rect(110, foot - 40, 1220, 7, mix(p.wall, WHITE, 0.4))
    for k in range(82):
        c.rect(112 + k * 15, foot - 36, 3, 34, mix(p.wall, p.sun, 0.3), 190)
    c.rect(100, foot - 138, 1240, 16, mix(p.wall, WHITE, 0.2))


def _pupils(c: Canvas) -> None:
    for k in range(22):
        row, x = k // 11, 250 + (k % 11) * 58 + c.rng.uniform(-10, 10)
        if abs(x - 720) > 80 or row:
            worn = figures.Wear(WHITE, (0x2D, 0x3D, 0x62), long_hair=k % 2 == 0)
            y = 770 + row * 74
            figures.person(c, x + row * 34, y, 96 + row * 22, worn, back=True)
            c.poly(
                [
                    (x + row * 34 - 9, y - 82 - row * 18),
                    (x + row * 34 + 9, y - 82 - row * 18),
                    (x + row * 34, y - 66 - row * 16),
                ],
                RED,
            )
