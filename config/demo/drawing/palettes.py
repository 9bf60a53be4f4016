"""Six lights over one river town, and the night; every colour is an (r, g, b) tuple."""

from dataclasses import dataclass, fields

Colour = tuple[int, int, int]

RED: Colour = (0xB3, 0x1F, 0x24)
RED_DEEP: Colour = (0xA3, 0x16, 0x1A)
GOLD: Colour = (0xC9, 0x9A, 0x3B)
STAR: Colour = (0xF6, 0xD2, 0x4A)
PAPER: Colour = (0xFB, 0xF7, 0xEF)
WHITE: Colour = (0xFA, 0xF8, 0xF2)
SKIN: Colour = (0xD9, 0xA8, 0x82)
HAIR: Colour = (0x2A, 0x26, 0x27)
SHIRTS: tuple[Colour, ...] = (
    (0xEE, 0xEC, 0xE4),
    (0xD8, 0xE2, 0xE8),
    (0xEE, 0xEC, 0xE4),
    (0xA9, 0xBD, 0xCC),
    (0xE5, 0xDC, 0xC8),
    (0x5E, 0x76, 0x8C),
    (0xB9, 0xC6, 0xAE),
    (0x46, 0x54, 0x62),
)
BRIGHT: tuple[Colour, ...] = (
    (0xC8, 0x5A, 0x48),
    (0x3F, 0x5F, 0x8A),
    (0xD9, 0xA4, 0x4A),
    (0x4F, 0x85, 0x6C),
    (0xEC, 0xE3, 0xD2),
    (0x8B, 0x56, 0x7A),
    (0x35, 0x3F, 0x57),
    (0xD4, 0x84, 0x66),
)
TROUSERS: tuple[Colour, ...] = ((0x2E, 0x36, 0x42), (0x3B, 0x3A, 0x3C), (0x4C, 0x4A, 0x46))


@dataclass(frozen=True)
class Palette:
    """The colours of one light, from the sky down to the darkest ink."""

    sky_top: Colour
    sky_low: Colour
    sun: Colour
    haze: Colour
    far: Colour
    mid: Colour
    near: Colour
    leaf: Colour
    leaf_dark: Colour
    field: Colour
    ripe: Colour
    water: Colour
    wall: Colour
    roof: Colour
    ground: Colour
    road: Colour
    ink: Colour


def mix(first: Colour, second: Colour, part: float) -> Colour:
    """The colour `part` (0 to 1) of the way from the first to the second."""
    return tuple(round(a + (b - a) * part) for a, b in zip(first, second, strict=True))


def _palette(colours: str) -> Palette:
    return Palette(*(tuple(bytes.fromhex(colour)) for colour in colours.split()))


PALETTES = (
    # early mist
    _palette(
        "93b4c6 f8e2c6 fff3da e6ddcf a9bbc0 7f9f93 587f63 648a50 3a5f45 9ab65c dcbb5c "
        "b4cbd2 f1e4cc b85a3f d9c6a1 d2c9b9 2f3b3a"
    ),
    # noon
    _palette(
        "5f9fcb dcedf0 ffffff cfe0e2 86adc0 6a9d80 4a8049 5f9a48 2f6639 a2c24f e0c45a "
        "86bccb f6ebd4 c4623f e2cda4 dad2c4 26343a"
    ),
    # rain green
    _palette(
        "94adb2 e3eae2 f4f6ee d0dbd3 8faba8 628e7b 3f6f54 4f8553 2a543c 88b04e c9bd5e "
        "9dbab8 e9e2d0 a65441 cdbf9e c2bdb3 24322f"
    ),
    # dusk
    _palette(
        "5b6b96 f6bf8e ffe0a8 dcb5a0 8f849f 6e6c80 50605a 66744a 3b4a3f a89f58 d2a655 "
        "b9a3a4 efd3b3 a04c3c ccaa87 c0aa99 2b2a38"
    ),
    # pale highland morning
    _palette(
        "a9c2d4 f4f0e4 fffaf0 dfe5e4 a5bac9 7c9da4 5a8072 6a9159 3f634a a9ba68 d8c272 "
        "b0c9d4 f2eada ac614a dbceb2 d4cec2 2d3941"
    ),
    # harvest gold
    _palette(
        "8ab2c6 fde7b6 fff2c6 f0deb8 a6b4a8 8f9d68 6c8248 7c8f42 4b5f35 c3b450 e3b646 "
        "b2c6c1 f5e4c2 bb583a e1c28c d8c7a7 3a3427"
    ),
)
NIGHT = _palette(
    "0f1934 3d4b74 f3e9c8 35466a 2b3c60 223252 182944 24443f 132a2e 2c4648 6a6148 "
    "1c2e52 666784 5a3b45 3c4560 3d4660 0a1022"
)


def by_night(palette: Palette) -> Palette:
    """The night, with a breath of the given light left in it."""
    names = [field.name for field in fields(Palette)]
    return Palette(*(mix(getattr(NIGHT, name), getattr(palette, name), 0.08) for name in names))
