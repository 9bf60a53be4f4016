"""Houses, awnings and machines that stand in more than one scene."""

from config.demo.drawing import brushes
from config.demo.drawing.canvas import Canvas
from config.demo.drawing.palettes import Colour, Palette, mix

LIT: Colour = (0xFF, 0xD9, 0x8A)
FRONTS: tuple[Colour, ...] = (
    (0xEA, 0xD7, 0xA6), (0xD9, 0xE0, 0xD2), (0xE9, 0xC9, 0xAE), (0xC9, 0xD6, 0xDC),
    (0xF0, 0xE6, 0xD2), (0xE3, 0xCF, 0xB4), (0xD8, 0xB8, 0x9C),
)
CLOTHS: tuple[Colour, ...] = (
    (0x3E, 0x74, 0x8C), (0xB9, 0x5A, 0x48), (0x5B, 0x86, 0x66), (0xD9, 0xB0, 0x5C),
    (0xDD, 0xD6, 0xC6), (0x6E, 0x5C, 0x7C),
)


def house(c: Canvas, p: Palette, x: float, y: float, w: float, far: float = 0,
          lit: bool = False) -> None:
    """A one-storey tiled house, its long front toward us, its left corner at (x, y)."""
    h, over = w * 0.24, w * 0.05
    wall = mix(p.wall, p.haze, far)
    c.glow(x + w * .55, y, w * .66, w * .05, p.ink, 120)
    c.rect(x, y - h, w, h, mix(wall, p.ink, .1))
    c.rect(x, y - w * .03, w, w * .03, mix(p.road, p.haze, far))
    _openings(c, p, x, y, w, far, lit)
    c.rect(x, y - h, w, h * .22, p.ink, 70)
    for k in range(6):
        c.rect(x + w * (.01 + k * .192), y - h, w * .02, h, mix(wall, p.sun, .25))
    _roof(c, p, x - over, y - h, w + 2 * over, far)


def _openings(c: Canvas, p: Palette, x: float, y: float, w: float, far: float,
              lit: bool) -> None:
    h, wood = w * 0.24, mix(mix(p.roof, p.ink, .5), p.haze, far * .8)
    for k in range(5):
        left, door = x + w * (.055 + k * .192), k in (1, 3)
        tall = h * (.66 if door else .4)
        top = y - tall - (w * .03 if door else h * .28)
        c.rect(left, top, w * .1, tall, LIT if lit and k != 3 else wood)
        c.rect(left + w * .048, top, w * .005, tall, mix(wood, p.wall, .45))
        c.rect(left - w * .004, top - h * .02, w * .108, h * .04, mix(p.wall, p.sun, .3))


def _roof(c: Canvas, p: Palette, x: float, y: float, w: float, far: float) -> None:
    tall, inset = w * .17, w * .07
    tile = mix(p.roof, p.haze, far)
    c.fade_poly([(x, y), (x + inset, y - tall), (x + w - inset, y - tall), (x + w, y)],
                (mix(tile, p.sun, .14), mix(tile, p.ink, .12)))
    for k in range(1, 30):
        part = k / 30
        c.line([(x + inset + (w - 2 * inset) * part, y - tall), (x + w * part, y)],
               mix(tile, p.ink, .35), max(.8, w / 380), 90)
    c.line([(x + inset, y - tall), (x + w - inset, y - tall)], mix(tile, p.wall, .4), w * .014)
    c.line([(x, y), (x + w, y)], mix(tile, p.ink, .45), w * .01)


def front(c: Canvas, p: Palette, box: tuple[float, float, float, float], tone: Colour,
          lit: bool = False) -> None:
    """One narrow town house seen flat: (left, foot, width, height), shop below, floors above."""
    x, y, w, h = box
    c.rect(x, y - h, w, h, tone)
    c.rect(x + w * .82, y - h, w * .18, h, p.ink, 26)
    c.rect(x - w * .03, y - h - w * .06, w * 1.06, w * .09, mix(tone, p.sun, .35))
    floor = w * .78
    for k in range(1, int(h / floor)):
        _floor(c, p, (x, y - k * floor, w, floor), tone, lit)
    shop = LIT if lit else mix(p.ink, tone, .25)
    c.rect(x + w * .1, y - floor * .72, w * .8, floor * .72, shop)
    c.rect(x + w * .1, y - floor * .72, w * .8, floor * .1, mix(shop, p.ink, .4))
    cloth = c.rng.choice(CLOTHS)
    cloth = mix(cloth, p.ink, .55) if lit else cloth
    c.poly([(x + w * .06, y - floor * .8), (x + w * .94, y - floor * .8),
            (x + w, y - floor * .58), (x, y - floor * .58)], cloth)


def _floor(c: Canvas, p: Palette, box: tuple[float, float, float, float], tone: Colour,
           lit: bool) -> None:
    x, y, w, floor = box
    glass = mix(p.ink, p.sky_low, .3)
    for k in range(2):
        left = x + w * (.16 + k * .38)
        bright = lit and c.rng.random() < .6
        c.rect(left, y - floor * .78, w * .28, floor * .5, mix(tone, p.sun, .4))
        c.rect(left + w * .03, y - floor * .74, w * .22, floor * .44, LIT if bright else glass)
        c.rect(left + w * .13, y - floor * .74, w * .02, floor * .44, mix(tone, p.sun, .3))
    c.rect(x, y - floor * .14, w, floor * .06, mix(tone, p.ink, .2))
    c.rect(x + w * .1, y - floor * .3, w * .8, floor * .03, mix(p.ink, tone, .4))


def stall(c: Canvas, p: Palette, x: float, y: float, w: float, cloth: Colour,
          low: bool = False) -> None:
    """A market stall under an awning, the middle of its foot at (x, y)."""
    post = mix(p.ink, p.ground, .35)
    roof = y - w * (.72 if low else .86)
    c.glow(x, y, w * .62, w * .07, p.ink, 130)
    for side in (-.46, .46):
        c.rect(x + side * w - w * .012, roof, w * .024, y - roof, post)
    c.rect(x - w * .46, roof, w * .92, w * .3, p.ink, 90)
    _goods(c, x, y, w, .06 if low else .3, p)
    c.fade_poly([(x - w * .42, roof - w * .17), (x + w * .42, roof - w * .17),
                 (x + w * .58, roof + w * .04), (x - w * .58, roof + w * .04)],
                (mix(cloth, p.sun, .2), mix(cloth, p.ink, .1)))
    for k in range(6):
        left = x + w * (-.58 + k * .1934)
        c.poly([(left, roof + w * .04), (left + w * .193, roof + w * .04),
                (left + w * .17, roof + w * .1), (left + w * .023, roof + w * .1)],
               mix(cloth, p.sun if k % 2 else p.ink, .28))


def _goods(c: Canvas, x: float, y: float, w: float, lift: float, p: Palette) -> None:
    top = y - w * lift
    c.rect(x - w * .48, top, w * .96, y - top, mix(p.roof, p.ground, .4))
    c.rect(x - w * .5, top - w * .02, w, w * .05, mix(p.ground, p.sun, .2))
    tones = ((0x6E, 0x9A, 0x3E), (0xD9, 0x7B, 0x35), (0xB6, 0x3C, 0x37), (0xE3, 0xC4, 0x59),
             (0x4E, 0x7C, 0x45), (0xE8, 0xE2, 0xD0))
    for k in range(6):
        heap, tone = x + w * (-.4 + k * .16), c.rng.choice(tones)
        for _ in range(8):
            c.disc(heap + c.rng.uniform(-.06, .06) * w, top - w * c.rng.uniform(.01, .07),
                   w * .034, w * .03, mix(tone, p.ink, c.rng.uniform(0, .25)))


def basket(c: Canvas, p: Palette, x: float, y: float, r: float) -> None:
    """A woven back basket full of greens, standing at (x, y)."""
    straw = (0xB9, 0x93, 0x5C)
    c.glow(x + r * .3, y, r * 1.5, r * .3, p.ink, 130)
    brushes.bush(c, p, x, y - r * 1.6, r * .9)
    c.fade_poly([(x - r, y - r * 1.8), (x + r, y - r * 1.8), (x + r * .6, y), (x - r * .6, y)],
                (mix(straw, p.sun, .2), mix(straw, p.ink, .3)))
    for k in range(1, 5):
        c.line([(x - r * (1 - k * .09), y - r * (1.8 - k * .4)),
                (x + r * (1 - k * .09), y - r * (1.8 - k * .4))], mix(straw, p.ink, .4), r * .06)
