"""People seen from a distance: a few flat shapes in good proportion, never a face."""

from dataclasses import dataclass, replace

from config.demo.drawing.canvas import Canvas, Point
from config.demo.drawing.palettes import (
    BRIGHT,
    HAIR,
    RED,
    SHIRTS,
    SKIN,
    STAR,
    TROUSERS,
    WHITE,
    Colour,
    mix,
)

STRAW: Colour = (0xE6, 0xD3, 0xA2)

# Elbow and hand of the left and right arm, in eighths of the height from the feet's middle.
POSES: dict[str, tuple[tuple[Point, Point], tuple[Point, Point]]] = {
    "down": (((-1.35, -5.1), (-1.25, -3.9)), ((1.35, -5.1), (1.25, -3.9))),
    "hold": (((-1.3, -5.0), (-0.25, -4.75)), ((1.3, -5.0), (0.25, -4.75))),
    "talk": (((-1.35, -5.1), (-1.2, -3.9)), ((1.4, -5.2), (1.75, -6.0))),
    "show": (((-1.4, -5.2), (-0.9, -4.5)), ((1.45, -5.4), (2.3, -5.3))),
    "reach": (((-1.3, -5.1), (-1.15, -4.0)), ((1.3, -5.2), (2.5, -4.9))),
    "carry": (((-1.3, -5.6), (-0.9, -6.7)), ((1.35, -5.1), (1.25, -3.9))),
}


@dataclass(frozen=True)
class Wear:
    """What one person wears; `hat` is "", "cone", "helmet" or "cap"."""

    shirt: Colour = WHITE
    trousers: Colour = TROUSERS[0]
    hat: str = ""
    hair: Colour = HAIR
    long_hair: bool = False
    skirt: bool = False


def wear(c: Canvas, shirts: tuple[Colour, ...] = SHIRTS, hats: float = 0) -> Wear:
    """Somebody's clothes by chance; `hats` is the share of people in conical hats."""
    woman = c.rng.random() < 0.5
    return Wear(
        c.rng.choice(shirts),
        c.rng.choice(TROUSERS),
        long_hair=woman,
        hat="cone" if c.rng.random() < hats else "",
        hair=mix(HAIR, (150, 146, 140), c.rng.choice((0, 0, 0, 0.1, 0.8))),
    )


def bright_wear(c: Canvas, hats: float = 0) -> Wear:
    """Market-day clothes: stronger colours, a skirt here and there."""
    dressed = wear(c, BRIGHT, hats)
    return replace(dressed, skirt=dressed.long_hair and c.rng.random() < 0.5)


def person(
    c: Canvas,
    x: float,
    y: float,
    h: float,
    w: Wear,
    pose: str = "down",
    turn: int = 1,
    back: bool = False,
    legs: bool = True,
) -> None:
    """One person, feet at (x, y), `h` tall; `turn` -1 mirrors the pose, `legs` False seats."""
    u = h / 8
    if legs:
        c.glow(x + u * 0.5, y, u * 2.2, u * 0.5, (20, 22, 26), 170)
        _legs(c, x, y, u, w)
    arms = [
        [(x + turn * dx * u, y + dy * u) for dx, dy in ((s * 0.95, -6.35), *joints)]
        for s, joints in zip((-1, 1), POSES[pose], strict=True)
    ]
    if w.long_hair and not back:
        c.disc(x, y - u * 7.0, u * 0.6, u * 0.72, w.hair)
    _trunk(c, x, y, u, w)
    for arm in arms:
        _arm(c, arm, u, w)
    _head(c, x, y - u * 7.35, u * 1.1, w, back)


def _legs(c: Canvas, x: float, y: float, u: float, w: Wear) -> None:
    if w.skirt:
        c.poly(
            [
                (x - u * 0.75, y - u * 4.4),
                (x + u * 0.75, y - u * 4.4),
                (x + u * 1.1, y - u),
                (x - u * 1.1, y - u),
            ],
            w.trousers,
        )
        c.rect(x - u * 1.07, y - u * 1.45, u * 2.14, u * 0.22, mix(w.shirt, STAR, 0.4))
    for side in (-1, 1):
        foot = x + side * u * 0.45
        if w.skirt:
            c.line([(foot, y - u), (foot, y - u * 0.1)], mix(SKIN, w.trousers, 0.3), u * 0.42)
        else:
            c.line([(x + side * u * 0.38, y - u * 4.2), (foot, y)], w.trousers, u * 0.68)
        c.disc(foot + side * u * 0.08, y, u * 0.36, u * 0.15, mix(w.trousers, (0, 0, 0), 0.4))


def _trunk(c: Canvas, x: float, y: float, u: float, w: Wear) -> None:
    c.line([(x, y - u * 7.0), (x, y - u * 6.4)], mix(SKIN, (90, 50, 40), 0.2), u * 0.42)
    half = [(0.25, -6.75), (0.8, -6.62), (1.06, -6.3), (0.82, -5.0), (0.88, -3.85)]
    outline = [
        *((x - a * u, y + b * u) for a, b in half),
        *((x + a * u, y + b * u) for a, b in reversed(half)),
    ]
    c.poly(outline, w.shirt)
    shaded = [*((x + a * u, y + b * u) for a, b in half[2:]), (x + u * 0.4, y - u * 3.85)]
    c.poly(shaded, mix(w.shirt, (40, 40, 60), 0.35), 110)
    c.poly(
        [(x - u * 0.25, y - u * 6.76), (x + u * 0.25, y - u * 6.76), (x, y - u * 6.3)],
        mix(SKIN, (90, 50, 40), 0.12),
    )


def _arm(c: Canvas, arm: list[Point], u: float, w: Wear) -> None:
    shoulder, elbow, hand = arm
    c.limb([elbow, hand], SKIN, u * 0.34)
    c.limb([shoulder, elbow], mix(w.shirt, (40, 40, 60), 0.14), u * 0.5)
    c.disc(*hand, u * 0.22, u * 0.22, SKIN)


def _head(c: Canvas, x: float, y: float, u: float, w: Wear, back: bool) -> None:
    if back:
        c.disc(x, y + u * 0.1 * w.long_hair, u * 0.46, u * (0.54 + 0.2 * w.long_hair), w.hair)
    else:
        c.disc(x, y, u * 0.46, u * 0.57, w.hair)
        c.disc(x, y + u * 0.1, u * 0.4, u * 0.47, SKIN)
        c.cap(x, y - u * 0.03, u * 0.45, u * 0.54, (205, 335), w.hair)
    if w.hat == "cone":
        cone(c, x, y - u * 0.2, u)
    elif w.hat:
        _hard_hat(c, x, y, u, STAR if w.hat == "helmet" else RED)


def _hard_hat(c: Canvas, x: float, y: float, u: float, colour: Colour) -> None:
    c.cap(x, y - u * 0.08, u * 0.52, u * 0.58, (180, 360), colour)
    c.rect(x - u * 0.58, y - u * 0.12, u * 1.16, u * 0.12, mix(colour, (60, 20, 0), 0.3))


def cone(c: Canvas, x: float, y: float, u: float) -> None:
    """A conical hat whose brim is at height y."""
    c.disc(x, y + u * 0.08, u * 1.0, u * 0.17, mix(STRAW, (90, 70, 40), 0.4))
    c.poly(
        [
            (x - u, y + u * 0.05),
            (x - u * 0.1, y - u * 0.78),
            (x + u * 0.1, y - u * 0.78),
            (x + u, y + u * 0.05),
        ],
        STRAW,
    )
    c.poly(
        [(x + u * 0.05, y - u * 0.78), (x + u, y + u * 0.05), (x + u * 0.3, y + u * 0.14)],
        mix(STRAW, (110, 85, 45), 0.3),
        150,
    )


def reaper(c: Canvas, x: float, y: float, h: float, w: Wear, turn: int = 1) -> None:
    """Somebody bent over the crop, cutting it; `h` is the standing height."""
    u = h / 8
    hip, shoulder = (x, y - u * 3.9), (x + turn * u * 2.2, y - u * 4.5)
    for dx in (-0.5, 0.35):
        c.line([hip, (x + turn * dx * u, y)], w.trousers, u * 0.8)
    c.limb([hip, shoulder], w.shirt, u * 1.45)
    hand = (x + turn * u * 3.0, y - u * 1.9)
    c.limb([shoulder, (x + turn * u * 2.4, y - u * 3.1)], mix(w.shirt, (40, 40, 60), 0.2), u * 0.5)
    c.limb([(x + turn * u * 2.4, y - u * 3.1), hand], SKIN, u * 0.34)
    head = (x + turn * u * 3.05, y - u * 4.6)
    c.disc(*head, u * 0.45, u * 0.5, SKIN)
    cone(c, head[0] + turn * u * 0.1, head[1] - u * 0.15, u)
