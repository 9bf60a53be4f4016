"""From one opened picture to the files readers get: upright, in sRGB, without any metadata."""

import io
import math
from concurrent.futures import ThreadPoolExecutor

from PIL import Image, ImageCms

from .reading import UPRIGHT, Opened

WIDTHS = (480, 960, 1600)
# AVIF speed 9: a noisy 1,600 x 2,131 picture takes 0.6 s of processor where 8 takes 2.4 s, at the
# same size and 0.03 to 0.15 dB less; nobody sees that in a grainy phone picture. One thread:
# two are encoded at a time anyway, and to set up more takes longer than a small picture.
FORMATS = {
    "avif": {"format": "AVIF", "quality": 58, "speed": 9, "max_threads": 1},
    "webp": {"format": "WEBP", "quality": 78, "method": 2},
    "jpg": {"format": "JPEG", "quality": 80, "progressive": True, "optimize": True},
}
BAND = 64  # rows; a 40-megapixel picture with transparency must not stand in memory twice
WHITE = (255, 255, 255)


def widths_for(width: int) -> list[int]:
    """The widths a picture is kept in, ascending, never above its own.

    The last is the picture's own when that is below the widest: [480, 900] for 900 pixels.
    """
    widest = min(width, WIDTHS[-1])
    return [each for each in WIDTHS if each < widest] + [widest]


def height_at(width: int, *, of: tuple[int, int]) -> int:
    """Height in pixels of the rendition that wide; `of` is (width, height) of the original."""
    return max(1, round(of[1] * width / of[0]))


def make_renditions(opened: Opened) -> list[tuple[int, str, bytes]]:
    """(width, extension, file content) for every width and format. Uses the opened picture up.

    Encoders work outside Python's lock, so two at a time halve the wait on two cores.
    """
    wanted = [
        (image.width, image, extension) for image in _all_widths(opened) for extension in FORMATS
    ]
    with ThreadPoolExecutor(max_workers=2) as pool:
        contents = pool.map(lambda each: _encoded(each[1], each[2]), wanted)
        return [
            (width, extension, content)
            for (width, _image, extension), content in zip(wanted, contents, strict=True)
        ]


def _encoded(image, extension):
    target = io.BytesIO()
    image.save(target, **FORMATS[extension])
    return target.getvalue()


def _all_widths(opened):
    """Clean RGB pictures in every width, widest first, each made from the one before."""
    image = _clean(opened)
    opened.image.close()  # up to 160 MB that the encoders can use
    for width in reversed(widths_for(opened.width)):
        height = height_at(width, of=(opened.width, opened.height))
        image = image.resize((width, height), Image.Resampling.LANCZOS)
        yield image


def _clean(opened):
    """An RGB picture not much larger than the widest rendition, and nothing else: no `info`."""
    share = opened.width / widths_for(opened.width)[-1]
    decoded = max(opened.image.size) / max(opened.width, opened.height)
    small = _shrunk(opened.image, max(1, math.floor(share * decoded / 1.5)))
    small = _in_srgb(small, opened.image.info.get("icc_profile"))
    if opened.turn in UPRIGHT:
        small = small.transpose(UPRIGHT[opened.turn])
    small.info.clear()
    return small


def _shrunk(image, factor):
    """On white, `factor` times smaller, band by band: two at a time, as Pillow lets the lock go."""
    width, height = image.size
    tops = range(0, height, BAND * factor)

    def band(top):
        rows = _plain(image.crop((0, top, width, min(height, top + BAND * factor))))
        return _opaque(rows.reduce(factor))

    with ThreadPoolExecutor(max_workers=2) as pool:
        target = None
        for top, rows in zip(tops, pool.map(band, tops), strict=True):
            if target is None:
                target = Image.new(rows.mode, (rows.width, math.ceil(height / factor)))
            target.paste(rows, (0, top // factor))
    return target


def _plain(image):
    """The same picture as L, RGB, CMYK or RGBA."""
    if image.mode.startswith("I"):  # 16 bits a pixel: keep the upper eight
        return image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    if image.mode in ("L", "RGB", "CMYK") and "transparency" not in image.info:
        return image
    return image.convert("RGB" if image.mode in ("1", "YCbCr") else "RGBA")


def _opaque(image):
    if image.mode != "RGBA":
        return image
    ground = Image.new("RGB", image.size, WHITE)
    ground.paste(image, mask=image.getchannel("A"))
    return ground


def _in_srgb(image, profile):
    """Colours as the camera or scanner meant them; a profile that cannot be read is ignored."""
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            return ImageCms.profileToProfile(
                image, source, ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass
    return image.convert("RGB")
