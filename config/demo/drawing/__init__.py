"""The demo office's pictures, drawn on the spot: no image file is kept anywhere."""

import random
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context

from config.demo.drawing import (
    boats,
    desk,
    fields,
    hall,
    market,
    mountains,
    night,
    people,
    street,
    village,
    water,
    words,
    works,
)
from config.demo.drawing.canvas import Canvas, as_jpeg
from config.demo.drawing.palettes import PALETTES, Palette

SCENES: dict[str, Callable[[Canvas, Palette, int], None]] = {
    "hall": hall.hall,
    "document_desk": desk.document_desk,
    "rice": fields.rice,
    "harvest": fields.harvest,
    "mountain": mountains.mountain,
    "river": water.river,
    "boat": boats.boat,
    "bridge": boats.bridge,
    "village": village.village,
    "flags_street": street.flags_street,
    "night_town": night.night_town,
    "school": street.school,
    "clinic": night.clinic,
    "construction": works.construction,
    "market": market.market,
    "fire_drill": works.fire_drill,
    "people_group": people.people_group,
    "handshake": people.handshake,
}
# Where a banner's strip is cut from each scene (0 top, 1 bottom of the sheet).
STRIPS = {"hall": 0.36, "night_town": 0.5, "flags_street": 0.5, "mountain": 0.5}


def draw(scene: str, palette: int, seed: int, size: tuple[int, int] = (1440, 960)) -> bytes:
    """A JPEG of the scene, (width, height) pixels; the same arguments give the same bytes.

    Raises KeyError for an unknown scene and IndexError for a palette beyond 0 to 5.
    """
    return as_jpeg(_sheet(scene, palette, seed, size).finished())


def draw_many(arts: list[tuple], size: tuple[int, int] = (1200, 800)) -> list[bytes]:
    """`draw` for every (scene, palette, seed), on all cores: the slowest part of a first start."""
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as cores:
        return list(cores.map(partial(_draw_one, size=size), arts))


def _draw_one(art, size):
    return draw(*art, size=size)


def draw_banner(
    lines: list[str], scene: str, palette: int, seed: int, size: tuple[int, int] = (1600, 320)
) -> bytes:
    """A JPEG strip of the scene with one to three lines of words on paper beside it.

    On a machine without a Vietnamese font the words are left out. Raises as `draw` does.
    """
    sheet = _sheet(scene, palette, seed, size)
    return as_jpeg(words.banner(sheet.finished(STRIPS.get(scene, 0.52)), lines))


def draw_masthead(name: str, size: tuple[int, int] = (1600, 240)) -> bytes:
    """A JPEG strip with a portal's name, pale hills and the river, in red and gold on paper."""
    return as_jpeg(words.masthead(name, size))


def _sheet(scene: str, palette: int, seed: int, size: tuple[int, int]) -> Canvas:
    paint = SCENES[scene]
    sheet = Canvas(size, random.Random(f"{scene}/{palette}/{seed}"))
    paint(sheet, PALETTES[palette], seed)
    return sheet
