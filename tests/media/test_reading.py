"""What reporters upload by mistake, and what comes out of what they meant to upload."""

import io
import subprocess
import sys
import warnings

import pytest
from PIL import Image

from apps.media import reading, renditions
from apps.newsroom.refusals import Refused

from . import samples
from .samples import BLUE, GREEN, RED, WHITE

PHOTO = samples.photo((300, 200))
NOISE = samples.encoded(Image.effect_noise((400, 300), 80).convert("RGB"))
PNG = samples.encoded(Image.effect_noise((400, 300), 80), "PNG")
NOT_PICTURES = {
    "page": b"<!DOCTYPE html><html><script>alert(1)</script></html>",
    "drawing": b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    "script": b"#!/bin/sh\nrm -rf ~\n",
    "words": "Thị ủy họp phiên thứ ba".encode(),
    "archive": samples.package(a_txt="a"),
    "document": samples.PDF,
    "bitmap": samples.photo(kind="BMP"),
    "icon": samples.photo(kind="ICO"),
    "postscript": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n",
}
BROKEN = {
    "half a photo": NOISE[: len(NOISE) // 2],
    "only the head of a photo": NOISE[:200],
    "half a PNG": PNG[: len(PNG) // 2],
    "a PNG with a wrong checksum": PNG[:200] + b"\0\0\0\0" + PNG[204:],
    "a photo's sign and then nonsense": b"\xff\xd8\xff" + b"gambling" * 50,
    "a PNG's sign alone": b"\x89PNG\r\n\x1a\n",
    "a GIF without frames": b"GIF89a\x10\0\x10\0\0\0\0;",
    "a TIFF that points nowhere": b"II*\0\xff\xff\xff\x7f" + b"\0" * 20,
    "a WebP without data": b"RIFF\x20\0\0\0WEBPVP8 " + b"\0" * 30,
}
pytestmark = pytest.mark.usefixtures("in_english")


def refusal(content, name="IMG_0001.jpg"):
    with pytest.raises(Refused) as caught:
        rendered(content, name)
    return str(caught.value)


def rendered(content, name="IMG_0001.jpg"):
    """The files of a picture, as {(width, extension): content}."""
    file = content if hasattr(content, "read") else io.BytesIO(content)
    opened = reading.open_picture(file, name, width=1600)
    with reading.refusing_damage(name):
        made = renditions.make_renditions(opened)
    return {(width, extension): data for width, extension, data in made}


def widest(content):
    made = rendered(content)
    return Image.open(io.BytesIO(made[max(made)[0], "jpg"])).convert("RGB")


def alike(colour, wanted, by=14):
    return all(abs(a - b) <= by for a, b in zip(colour, wanted, strict=True))


@pytest.mark.parametrize("content", NOT_PICTURES.values(), ids=NOT_PICTURES.keys())
def test_disguised_file_is_not_a_picture(content):
    assert refusal(content) == (
        "“IMG_0001.jpg” is not a picture; choose a JPEG, PNG, WebP, GIF or TIFF file."
    )


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN.keys())
def test_broken_picture_is_refused_in_words(content):
    assert refusal(content).startswith("The picture “IMG_0001.jpg” is damaged or incomplete")


def test_empty_file_is_refused():
    assert "is empty" in refusal(b"")


def test_file_above_40_megabytes_is_refused(tmp_path):
    path = tmp_path / "scan.jpg"
    path.write_bytes(PHOTO)
    with path.open("r+b") as file:
        file.truncate(40 * 1024 * 1024 + 1)
        assert "larger than 40 MB" in refusal(file)


def test_iphone_format_is_named(tmp_path):
    assert "HEIC" in refusal(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic")


def test_small_file_with_400_million_pixels_is_refused():
    bomb = samples.encoded(Image.new("1", (20_000, 20_000)), "PNG")
    assert len(bomb) < 100_000
    assert "more than 60 million pixels" in refusal(bomb)


def test_picture_just_above_the_limit_is_refused():
    with warnings.catch_warnings():  # the limit itself must not depend on Pillow's warning
        warnings.simplefilter("ignore")
        assert "60 million" in refusal(samples.encoded(Image.new("1", (10_000, 6_001)), "PNG"))


def test_pillow_itself_stops_bombs_too():
    """In a process of its own: in this one pytest already makes errors of warnings."""
    check = (
        "import apps.media.reading; from PIL import Image; "
        "Image._decompression_bomb_check((10_000, 6_001))"
    )
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True)
    assert done.returncode == 1 and "DecompressionBombWarning" in done.stderr


def test_strip_is_refused_before_any_encoder_fails():
    assert "too long and narrow" in refusal(samples.photo((1000, 100)))


def test_name_on_the_file_decides_nothing():
    assert rendered(samples.photo((500, 300), kind="PNG"), "bao-cao.pdf")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "TIFF"])
def test_five_formats_come_in(kind):
    assert alike(widest(samples.photo((500, 300), BLUE, kind)).getpixel((250, 150)), BLUE)


def test_first_frame_of_a_moving_picture_is_taken():
    frames = [samples.plain((500, 300), colour) for colour in (GREEN, RED)]
    moving = samples.encoded(frames[0], "GIF", save_all=True, append_images=frames[1:])
    assert alike(widest(moving).getpixel((250, 150)), GREEN)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_sideways_photo_comes_upright(orientation, kind):
    stored = turned_away(samples.corners(), orientation)
    image = widest(samples.encoded(stored, kind, exif=samples.exif(orientation)))
    assert image.size == (640, 480)
    places = {(160, 120): RED, (480, 120): GREEN, (160, 360): BLUE, (480, 360): WHITE}
    assert all(alike(image.getpixel(place), colour) for place, colour in places.items())


def turned_away(image, orientation):
    """As a camera stores it: turning by the orientation makes it upright again."""
    back = {6: Image.Transpose.ROTATE_90, 8: Image.Transpose.ROTATE_270}
    turn = back.get(orientation) or reading.UPRIGHT.get(orientation)
    return image.transpose(turn) if turn is not None else image


def test_orientation_of_nonsense_is_ignored():
    assert widest(samples.photo((500, 300), exif=samples.exif(77))).size == (500, 300)


HIDDEN = [samples.PHONE.encode(), b"Exif", b"GPS", b"xap/1.0", b"ICC_PROFILE", b"ICCP", b"Duc Anh"]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_no_file_tells_place_or_phone(kind):
    told = samples.encoded(samples.plain((1700, 900)), kind, **telling(kind))
    assert samples.PHONE.encode() in told
    for content in rendered(told).values():
        assert [sign for sign in HIDDEN if sign in content] == []
        image = Image.open(io.BytesIO(content))
        assert not image.getexif()
        assert not {"exif", "xmp", "comment", "icc_profile"} & image.info.keys()


def test_sample_photo_does_tell_its_place():
    told = Image.open(io.BytesIO(samples.photo(exif=samples.exif())))
    assert told.getexif().get_ifd(0x8825)[2] == (21.0, 51.0, 3.0)


def telling(kind):
    """Everything a camera or a program may leave in a file of that kind."""
    options = {"exif": samples.exif(), "icc_profile": samples.profile_with_red_and_green_swapped()}
    if kind == "JPEG":
        options |= {"comment": b"Duc Anh", "xmp": b"http://ns.adobe.com/xap/1.0/ Duc Anh"}
    return options


@pytest.mark.parametrize(
    ("own", "kept"),
    [
        (100, [100]),
        (480, [480]),
        (900, [480, 900]),
        (1600, [480, 960, 1600]),
        (5000, [480, 960, 1600]),
    ],
)
def test_picture_is_never_enlarged(own, kept):
    assert renditions.widths_for(own) == kept


def test_every_file_has_the_size_it_is_named_for():
    for (width, _extension), content in rendered(samples.photo((1333, 777))).items():
        image = Image.open(io.BytesIO(content))
        assert image.size == (width, renditions.height_at(width, of=(1333, 777)))


def test_three_formats_are_what_they_say():
    kinds = {"avif": "AVIF", "webp": "WEBP", "jpg": "JPEG"}
    for (_width, extension), content in rendered(samples.photo((900, 600))).items():
        assert Image.open(io.BytesIO(content)).format == kinds[extension]
    assert Image.open(io.BytesIO(content)).info.get("progressive")


def test_wide_profile_is_turned_into_srgb():
    profile = samples.profile_with_red_and_green_swapped()
    red, green, _blue = widest(samples.photo((500, 300), RED, icc_profile=profile)).getpixel((9, 9))
    assert green > red + 60


def test_unreadable_profile_is_ignored():
    content = samples.photo((500, 300), RED, icc_profile=b"not a profile" * 20)
    assert alike(widest(content).getpixel((9, 9)), RED)


@pytest.mark.parametrize(
    ("image", "wanted"),
    [
        (samples.plain((500, 300), (0, 255, 255, 0), "CMYK"), (255, 0, 0)),
        (samples.plain((500, 300), 128, "L"), (128, 128, 128)),
    ],
    ids=["print", "grey"],
)
def test_colours_of_other_kinds_of_jpeg(image, wanted):
    assert alike(widest(samples.encoded(image)).getpixel((250, 150)), wanted)


@pytest.mark.parametrize(
    "image",
    [
        samples.plain((500, 300), (0, 0, 0, 0), "RGBA"),
        samples.plain((500, 300), (0, 0), "LA"),
        samples.plain((500, 300), (0, 0, 0, 0), "RGBA").quantize(4),
        samples.plain((500, 300), 1, "1"),
    ],
    ids=["colours", "greys", "palette", "black and white"],
)
def test_transparency_becomes_white(image):
    assert alike(widest(samples.encoded(image, "PNG")).getpixel((250, 150)), WHITE)


def test_half_transparent_red_becomes_pink():
    image = samples.plain((500, 300), (255, 0, 0, 128), "RGBA")
    assert alike(widest(samples.encoded(image, "PNG")).getpixel((250, 150)), (255, 127, 127))


def test_transparent_colour_of_a_plain_png_becomes_white():
    content = samples.encoded(samples.plain((500, 300), (9, 9, 9)), "PNG", transparency=(9, 9, 9))
    assert alike(widest(content).getpixel((250, 150)), WHITE)


def test_scan_with_16_bits_keeps_its_grey():
    scan = Image.new("I;16", (500, 300), 32_896)
    assert alike(widest(samples.encoded(scan, "PNG")).getpixel((250, 150)), (128, 128, 128))


def test_large_picture_is_shrunk_without_seams():
    image = samples.corners((5000, 3000))
    for kind in ("PNG", "JPEG"):
        small = widest(samples.encoded(image, kind))
        assert alike(small.getpixel((400, 240)), RED)
        assert alike(small.getpixel((1200, 240)), GREEN)
        assert alike(small.getpixel((400, 720)), BLUE)
        assert alike(small.getpixel((1599, 959)), WHITE)
