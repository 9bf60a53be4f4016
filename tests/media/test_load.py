"""A 40-megapixel photo, sideways: how long and how much memory, in a process of its own."""

import json
import os
import random
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from PIL import Image

from . import samples

SIZE = (7300, 5480)
SECONDS = 3.0
MEGABYTES = 400
TRIES = 5  # other work on the machine is not what is measured here
MEASURE = """
import json, sys, time
import django
django.setup()
def peak():  # VmHWM, not ru_maxrss: that one remembers the process that started this one
    lines = open("/proc/self/status").read().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))
from apps.media import reading, renditions
from apps.media.files import sha256_of
began, worked = time.perf_counter(), time.process_time()
with open(sys.argv[1], "rb") as file:
    sha256_of(file)
    opened = reading.open_picture(file, "IMG_0001.jpg", width=renditions.WIDTHS[-1])
    made = renditions.make_renditions(opened)
print(json.dumps({
    "seconds": time.perf_counter() - began,
    "processor": time.process_time() - worked,
    "megabytes": peak() / 1024,
    "size": [opened.width, opened.height],
    "files": len(made),
}))
"""


def phone_photo():
    """Light falling off, soft shapes and sensor noise: weighs and decodes as real photos do."""
    light = Image.linear_gradient("L").resize(SIZE).convert("RGB")
    shapes = noise((SIZE[0] // 8, SIZE[1] // 8), 90).resize(SIZE, Image.Resampling.BICUBIC)
    return Image.blend(Image.blend(light, shapes, 0.5), grain(), 0.3)


def noise(size, strength):
    return Image.merge("RGB", [Image.effect_noise(size, strength) for _ in range(3)])


def grain():
    """One tile of noise all over; making 40 megapixels of it would take longer than the test."""
    tile, ground = noise((1024, 1024), 24), Image.new("RGB", SIZE)
    for left in range(0, SIZE[0], 1024):
        for top in range(0, SIZE[1], 1024):
            ground.paste(tile, (left, top))
    return ground


def scan():
    """A noisy scan; a PNG cannot be shrunk while it is read."""
    half = (SIZE[0] // 2, SIZE[1] // 2)
    few_levels = bytes(100 + level % 24 for level in range(256))
    dots = random.Random(7).randbytes(half[0] * half[1] * 3).translate(few_levels)
    return Image.frombytes("RGB", half, dots).resize(SIZE, Image.Resampling.NEAREST)


KINDS = {
    "JPEG": lambda: samples.encoded(phone_photo(), quality=90, exif=samples.exif(6)),
    "PNG": lambda: samples.encoded(scan(), "PNG", compress_level=1, exif=samples.exif(6)),
    "transparent PNG": lambda: samples.encoded(
        see_through(), "PNG", compress_level=1, exif=samples.exif(6)
    ),
}


def see_through():
    image = scan().convert("RGBA")
    image.putalpha(Image.linear_gradient("L").resize(SIZE))
    return image


@pytest.fixture(scope="module")
def photos(tmp_path_factory):
    """{kind: path}, all made before the first is measured, beside each other."""
    folder = tmp_path_factory.mktemp("photos")
    paths = {kind: folder / kind for kind in KINDS}
    with ThreadPoolExecutor() as hands:
        list(hands.map(lambda kind: paths[kind].write_bytes(KINDS[kind]()), KINDS))
    return paths


@pytest.mark.timed
@pytest.mark.slow
@pytest.mark.sqlite_only
@pytest.mark.parametrize("kind", KINDS)
def test_photo_of_40_megapixels_is_quick_and_light(kind, photos):
    path = photos[kind]
    assert 10_000_000 < path.stat().st_size < 40 * 1024 * 1024
    best = best_of_tries(path)
    print(kind, path.stat().st_size, best)  # noqa: T201 - shown with -s or on failure
    assert best["size"] == [5480, 7300] and best["files"] == 9
    assert best["megabytes"] < MEGABYTES
    assert best["seconds"] < SECONDS


def best_of_tries(path):
    for _ in range(TRIES):
        result = measured(path)
        if result["seconds"] < SECONDS:
            break
    return result


def measured(path):
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, str(path)],
        capture_output=True,
        check=True,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "config.settings.test"},
    )
    return json.loads(done.stdout)
