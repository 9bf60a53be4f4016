"""The picture of a shared link: every Vietnamese letter, whole, whatever the headline."""

import io

import pytest
from PIL import Image

from lib.share_picture import SIZE, draw, drawing, setting

BASES = "aăâeêioôơuưy"
TONES = "\u0300\u0301\u0303\u0309\u0323"
LETTERS = "".join(
    setting.unicodedata.normalize("NFC", base + tone) for base in BASES for tone in ("", *TONES)
)
ALL = LETTERS + LETTERS.upper() + "đĐ0123456789/-–“”…,.:;!?()%&"
NAME = "Cổng thông tin điện tử Đảng bộ thị xã Sông Vân"
LONG = (
    "Đồng chí Nguyễn Thị Ngọc Ánh được bầu giữ chức Bí thư Đảng ủy phường Sông Vân"
    " nhiệm kỳ 2025 – 2030 tại kỳ họp thứ nhất"
)


def opened(content):
    image = Image.open(io.BytesIO(content))
    assert (image.format, image.size, image.mode) == ("JPEG", SIZE, "RGB")
    assert not image.getexif()
    return image


def photo(color=(0, 0, 255), size=(960, 640)):
    file = io.BytesIO()
    Image.new("RGB", size, color).save(file, "JPEG")
    return file.getvalue()


def ink(image):
    """The box of everything darker than paper right of the red edge."""
    inside = image.convert("L").crop((drawing.BAND + 4, 0, *SIZE))
    left, top, right, bottom = inside.point(lambda value: 255 * (value < 200)).getbbox()
    return left + drawing.BAND + 4, top, right + drawing.BAND + 4, bottom


@pytest.mark.parametrize("name", [setting.HEADLINE, setting.NAME])
def test_fonts_have_every_letter(name):
    face = setting.font(name, 40)
    unknown = bytes(face.getmask("\uffff"))
    assert [sign for sign in ALL if bytes(face.getmask(sign)) == unknown] == []
    assert setting.drawable(ALL) == ALL


def test_two_marks_never_touch_the_line_above():
    for size in (*drawing.SIZES, *drawing.WIDE_SIZES):
        face = setting.font(setting.HEADLINE, size)
        highest = -min(face.getbbox(sign, anchor="ls")[1] for sign in ALL)
        lowest = max(face.getbbox(sign, anchor="ls")[3] for sign in ALL)
        assert highest + lowest <= setting.line_height(size) + 1, size


@pytest.mark.parametrize(
    "headline", [ALL, ALL.upper(), "Ễ", LONG, LONG.upper(), LONG * 9, "Ỗ" * 400, "ự " * 400]
)
@pytest.mark.parametrize("beside", [None, photo()])
def test_nothing_is_clipped_or_leaves_its_place(headline, beside):
    image = opened(draw(headline, NAME, beside))
    room = SIZE[0] - (drawing.PHOTO[0] if beside else 0)
    words = image.crop((0, 0, room, SIZE[1]))
    canvas = Image.new("RGB", SIZE, drawing.PAPER)
    canvas.paste(words)
    left, top, right, bottom = ink(canvas)
    assert left >= drawing.BAND + drawing.EDGE - 4
    assert right <= room - drawing.EDGE + 6
    assert top >= drawing.EDGE - 20 and bottom <= SIZE[1] - drawing.EDGE + 8


def test_lines_hold_all_words_in_order():
    lines, _size = setting.fitted(LONG, setting.HEADLINE, drawing.SIZES, (500, 400))
    assert " ".join(lines) == LONG


def test_no_word_stands_alone_on_the_last_line():
    lines, size = setting.fitted(LONG, setting.HEADLINE, drawing.WIDE_SIZES, (1074, 420))
    widths = [setting.font(setting.HEADLINE, size).getlength(line) for line in lines]
    assert len(lines) > 2 and min(widths) > max(widths) / 2


def test_what_is_too_long_ends_in_an_ellipsis():
    lines, size = setting.fitted(LONG * 3, setting.HEADLINE, drawing.SIZES, (300, 200))
    assert size == drawing.SIZES[0] and lines[-1].endswith("…")


def test_short_headline_is_large():
    assert setting.fitted("Giao ban", setting.HEADLINE, drawing.SIZES, (500, 400))[1] == 68


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        ("e\u0302\u0301", "ế"),
        (" Hai\n\tdòng\u00a0một ", "Hai dòng một"),
        ("Mừng 🎉 Đại hội \u200b\u202e第", "Mừng Đại hội"),
        ("\x00\ud800", ""),
    ],
)
def test_only_what_can_be_drawn_is_drawn(written, drawn):
    assert setting.drawable(written) == drawn


def test_photo_stands_beside_the_words_around_its_focal_point():
    wide = Image.new("RGB", (1600, 640), (255, 0, 0))
    wide.paste((0, 0, 255), (1200, 0, 1600, 640))
    file = io.BytesIO()
    wide.save(file, "JPEG", quality=95)
    places = {(0.0, 0.5): 0, (1.0, 0.5): 2}
    for focal, strongest in places.items():
        pixel = opened(draw("Giao ban", NAME, file.getvalue(), focal)).getpixel((1100, 300))
        assert pixel.index(max(pixel)) == strongest


@pytest.mark.parametrize("broken", [b"", b"no picture", photo()[:400]])
def test_broken_photo_is_left_out(broken):
    assert draw("Giao ban", NAME, broken) == draw("Giao ban", NAME)


def test_nothing_at_all_can_be_drawn():
    opened(draw("", ""))
    opened(draw("🎉", "第", photo(size=(3, 900)), (7, -1)))


def test_same_words_same_picture():
    assert draw(LONG, NAME, photo()) == draw(LONG, NAME, photo())
