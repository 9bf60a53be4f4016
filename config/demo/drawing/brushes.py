"""Strokes every scene shares: sky, ridges, mist, trees, flags, the ground plane."""

import math

from config.demo.drawing.canvas import HEIGHT, WIDTH, Canvas, Point
from config.demo.drawing.palettes import RED, STAR, Colour, Palette, mix

ARC = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)


def sky(c: Canvas, p: Palette, horizon: float, sun: Point | None = None) -> None:
    """Sky down to the horizon (a little below it), thin cloud, and the sun's light."""
    c.fade(0, 0, WIDTH, horizon + 40, (p.sky_top, p.sky_low))
    c.rect(0, horizon + 38, WIDTH, HEIGHT - horizon, mix(p.haze, p.mid, 0.3))
    for _ in range(6):
        x, y = c.rng.uniform(0, WIDTH), c.rng.uniform(40, horizon * 0.75)
        c.glow(x, y, c.rng.uniform(220, 520), c.rng.uniform(16, 44), p.sun, 120)
    if sun:
        c.glow(*sun, 560, 430, p.sun, 190)
        c.disc(*sun, 34, 34, mix(p.sun, (255, 255, 255), 0.3))


def outline(c: Canvas, base: float, rise: float, rough: float = 1.0) -> list[Point]:
    """A ridge line across the sheet: a few waves, the shorter the smaller."""
    waves = [
        (
            rise / (k**1.1) * (1 if k < 3 else rough),
            k * c.rng.uniform(0.7, 1.3),
            c.rng.uniform(0, 7),
        )
        for k in (1, 2, 4, 7, 13)
    ]
    return [
        (x, base - sum(abs(a) * math.sin(x / WIDTH * 4.4 * k + s) for a, k, s in waves) * 0.5)
        for x in range(-20, WIDTH + 41, 10)
    ]


def ridge(
    c: Canvas,
    base: float,
    rise: float,
    stops: tuple[Colour, Colour],
    rough: float = 1.0,
    foot: float = HEIGHT,
) -> None:
    """A hill or mountain layer from its ridge line down to `foot`."""
    line = outline(c, base, rise, rough)
    c.fade_poly([*line, (WIDTH + 40, foot), (-20, foot)], stops)


def ranges(c: Canvas, p: Palette, horizon: float, rise: float, layers: int = 3) -> None:
    """Far hills in layers that pale with distance, with mist between them."""
    for k in range(layers):
        near = k / max(1, layers - 1)
        colour = mix(mix(p.far, p.haze, 0.35), p.mid, near * 0.9)
        base = horizon - rise * (1.15 - near) * 0.75
        ridge(
            c,
            base,
            rise * (0.55 - 0.2 * near),
            (colour, mix(colour, p.haze, 0.6)),
            foot=horizon + 30,
        )
        mist(c, p, base + rise * 0.35, rise * 0.3)


def mist(c: Canvas, p: Palette, y: float, thick: float, alpha: int = 120) -> None:
    """Low banks of mist lying around a height."""
    for _ in range(4):
        c.glow(
            c.rng.uniform(-100, WIDTH + 100),
            y + c.rng.uniform(-thick, thick) * 0.3,
            c.rng.uniform(260, 560),
            thick,
            p.haze,
            alpha,
        )


def on_ground(horizon: float, x: float, z: float, centre: float = WIDTH / 2) -> Point:
    """Where a point on flat ground falls: x to the side, z away (1 is the sheet's lower edge)."""
    return centre + x / z, horizon + (HEIGHT - horizon) / z


def crown(c: Canvas, x: float, y: float, r: float, tones: tuple[Colour, Colour]) -> None:
    """A round head of leaves, lit from the upper left."""
    dark, light = tones
    spots = [(c.rng.uniform(-0.75, 0.75), c.rng.uniform(-0.55, 0.5)) for _ in range(9)]
    for dx, dy in spots:
        c.disc(x + dx * r, y + dy * r, r * 0.5, r * 0.44, dark)
    for part, size in ((0.45, 0.36), (0.95, 0.2)):
        for dx, dy in spots:
            c.disc(
                x + (dx - 0.2 * part) * r,
                y + (dy - 0.26 * part) * r,
                r * size,
                r * size * 0.8,
                mix(dark, light, part),
            )


def tree(c: Canvas, p: Palette, x: float, y: float, h: float, far: float = 0) -> None:
    """A broad tree standing at (x, y); `far` (0 to 1) melts it into the haze."""
    tones = mix(p.leaf_dark, p.haze, far), mix(p.leaf, p.haze, far)
    trunk = mix(mix(p.ink, p.roof, 0.35), p.haze, far)
    c.glow(x + h * 0.1, y, h * 0.6, h * 0.09, p.ink, 150)
    c.poly(
        [
            (x - h * 0.035, y),
            (x - h * 0.02, y - h * 0.6),
            (x + h * 0.02, y - h * 0.6),
            (x + h * 0.04, y),
        ],
        trunk,
    )
    crown(c, x, y - h * 0.66, h * 0.36, tones)


def bush(c: Canvas, p: Palette, x: float, y: float, r: float, far: float = 0) -> None:
    """A low bush whose foot is at (x, y)."""
    crown(c, x, y - r * 0.45, r, (mix(p.leaf_dark, p.haze, far), mix(p.leaf, p.haze, far)))


def palm(c: Canvas, p: Palette, x: float, y: float, h: float, far: float = 0) -> None:
    """An areca palm: a thin stem and a few bowed leaves."""
    stem, leaf = mix(mix(p.ground, p.ink, 0.45), p.haze, far), mix(p.leaf_dark, p.haze, far)
    lean = c.rng.uniform(-0.04, 0.04) * h
    c.line([(x, y), (x + lean * 0.4, y - h / 2), (x + lean, y - h)], stem, h * 0.028)
    for k in (0, 8, 1, 7, 2, 6, 3, 5, 4):
        turn = math.radians(186 + k * 21 + c.rng.uniform(-7, 7))
        _frond(c, (x + lean, y - h), turn, h * 0.3, mix(leaf, p.leaf, (k % 3) * 0.3 * (1 - far)))


def _frond(c: Canvas, at: Point, turn: float, reach: float, colour: Colour) -> None:
    (x, y), dx, dy = at, math.cos(turn) * reach, math.sin(turn) * reach
    droop = reach * 0.16 + abs(dx) * 0.36
    upper = [(t * dx, t * dy - reach * 0.34 * t * (1 - t) + droop * t * t) for t in ARC]
    under = [(a, b + reach * 0.3 * t * (1 - t)) for t, (a, b) in zip(ARC, upper, strict=True)]
    c.poly([(x + a, y + b) for a, b in (*upper, *reversed(under))], colour)


def wood(c: Canvas, p: Palette, y: float, size: float, far: float, gap: float = 0.9) -> None:
    """A line of trees along a far edge of the ground."""
    x = -size
    while x < WIDTH + size:
        r = size * c.rng.uniform(0.6, 1.15)
        bush(c, p, x, y + size * 0.2, r, far)
        x += r * gap * c.rng.uniform(0.9, 1.5)


def star_points(x: float, y: float, r: float) -> list[Point]:
    """The regular five-pointed star; inner corners lie where the pentagram's sides cross."""
    inner = r * math.sin(math.radians(18)) / math.sin(math.radians(54))
    radii = ((r, inner)[k % 2] for k in range(10))
    turns = (math.radians(36 * k - 90) for k in range(10))
    return [(x + q * math.cos(t), y + q * math.sin(t)) for q, t in zip(radii, turns, strict=True)]


def flag(c: Canvas, x: float, y: float, w: float, wind: float = 0.04) -> None:
    """A national flag, 3 by 2, its upper left corner at (x, y); on a wall `wind` is 0."""
    h, wave = w * 2 / 3, w * wind
    top = [(x + w * k / 12, y + wave * math.sin(k / 12 * 5.6)) for k in range(13)]
    c.poly([*top, *((px, py + h) for px, py in reversed(top))], RED)
    for k, alpha in ((3, 26), (8, 34)):
        fold = top[k : k + 3]
        c.poly([*fold, *((px, py + h) for px, py in reversed(fold))], (60, 0, 0), alpha)
    # Law: the star's centre is the flag's centre, its radius a fifth of the length.
    c.poly(star_points(x + w / 2, y + h / 2 + top[6][1] - y, w / 5), STAR)


def flagpole(c: Canvas, p: Palette, x: float, y: float, h: float, w: float) -> None:
    """A pole standing at (x, y) with a flag of width `w` at its head."""
    c.line([(x, y), (x, y - h)], mix(p.wall, p.ink, 0.35), max(2.0, w * 0.05))
    c.disc(x, y - h, w * 0.04, w * 0.04, STAR)
    flag(c, x + w * 0.03, y - h + w * 0.06, w)
