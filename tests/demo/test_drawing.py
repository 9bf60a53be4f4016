"""The demo office's pictures are drawn, each of them, alike every time."""

import io
import json
import math
import time
from pathlib import Path

import pytest
from PIL import Image, ImageFont

from config.demo import drawing
from config.demo.drawing import brushes, words

CONTENT = Path(drawing.__file__).parents[1] / "content"
PICTURES = json.loads((CONTENT / "pictures.json").read_text(encoding="utf-8"))["pictures"]
PORTALS = json.loads((CONTENT / "office.json").read_text(encoding="utf-8"))["portals"]
BANNERS = [banner for portal in PORTALS for banner in portal["banners"]]
LINES = ["Phường Bến Đò chung tay", "giữ phố sáng, xanh, sạch, đẹp"]
SMALL = (360, 240)


def opened(jpeg: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(jpeg))
    assert picture.format == "JPEG"
    return picture.convert("RGB")


def colours(picture: Image.Image) -> int:
    return len(set(picture.reduce(4).get_flattened_data()))


@pytest.mark.parametrize("entry", PICTURES, ids=lambda entry: entry["id"])
def test_every_listed_picture_is_drawn(entry):
    picture = opened(drawing.draw(entry["scene"], entry["palette"], entry["seed"], SMALL))
    assert picture.size == SMALL
    assert colours(picture) > 500


@pytest.mark.parametrize("scene", drawing.SCENES)
def test_no_corner_of_a_scene_stays_bare(scene):
    for palette in (0, 3):
        picture = opened(drawing.draw(scene, palette, 7, SMALL)).resize((36, 24))
        assert (0, 0, 0) not in set(picture.get_flattened_data())


@pytest.mark.parametrize("scene", drawing.SCENES)
def test_same_seed_gives_same_bytes(scene):
    assert drawing.draw(scene, 1, 5, SMALL) == drawing.draw(scene, 1, 5, SMALL)


def test_light_and_seed_change_the_picture():
    first = drawing.draw("river", 0, 1, SMALL)
    assert first not in (drawing.draw("river", 3, 1, SMALL), drawing.draw("river", 0, 2, SMALL))


@pytest.mark.parametrize("size", [(1440, 960), (300, 400), (900, 200)])
def test_picture_has_the_size_asked(size):
    assert opened(drawing.draw("bridge", 0, 1, size)).size == size


@pytest.mark.slow
def test_no_picture_takes_a_second_of_work():
    for scene in drawing.SCENES:
        start = time.process_time()
        drawing.draw(scene, 0, 3)
        # Measured 0.2 to 0.6 s of one core; the margin is for a busy machine.
        assert time.process_time() - start < 1.0, scene


def test_unknown_scene_is_a_key_error():
    with pytest.raises(KeyError, match="volcano"):
        drawing.draw("volcano", 0, 1)


def test_light_that_does_not_exist_is_refused():
    with pytest.raises(IndexError):
        drawing.draw("river", 6, 1)


@pytest.mark.parametrize("entry", BANNERS, ids=lambda entry: entry["id"])
def test_every_listed_banner_is_drawn(entry):
    jpeg = drawing.draw_banner(entry["lines"], entry["scene"], entry["palette"], entry["seed"])
    assert opened(jpeg).size == (1600, 320)


def ink_in(picture: Image.Image) -> int:
    """Dark or red pixels in the left half, where nothing but words can be."""
    w, h = picture.size
    words_half = picture.crop((0, 0, w // 2, round(h * 0.9)))
    return sum(green < 120 for _, green, _ in words_half.get_flattened_data())


@pytest.mark.skipif(words.font(40, True) is None, reason="no font with Vietnamese letters here")
def test_banner_and_masthead_carry_their_words():
    assert ink_in(opened(drawing.draw_banner(LINES, "river", 2, 1))) > 3000
    assert ink_in(opened(drawing.draw_masthead("Trang thông tin điện tử phường Bến Đò"))) > 3000


def test_banner_without_vietnamese_font_stays_wordless(monkeypatch):
    monkeypatch.setattr(words, "font", lambda height, bold: None)
    assert ink_in(opened(drawing.draw_banner(LINES, "river", 2, 1))) == 0
    assert ink_in(opened(drawing.draw_masthead("Phường Bến Đò"))) == 0


def test_pillows_own_font_lacks_vietnamese():
    assert not words.has_vietnamese(ImageFont.load_default(40))


@pytest.mark.skipif(words.font(40, True) is None, reason="no font with Vietnamese letters here")
def test_long_line_is_set_smaller_to_fit():
    text = "thi đua hoàn thành thắng lợi nhiệm vụ " * 2
    assert words.fitted(text, 800, 54, True).getlength(text) <= 800


def test_masthead_has_the_size_asked():
    assert opened(drawing.draw_masthead("Phường Bến Đò", (800, 120))).size == (800, 120)


def test_flag_star_is_the_regular_pentagram():
    points = brushes.star_points(0, 0, 100)
    # In a pentagram outer points 0 and 2 and the inner corners between lie on one line.
    (ax, ay), (bx, by) = points[0], points[4]
    for x, y in (points[1], points[3]):
        away = (bx - ax) * (y - ay) - (by - ay) * (x - ax)
        assert math.isclose(away, 0, abs_tol=1e-6)
