"""Junk of 200 kB passes every reader at once: no search goes over the text again and again."""

import random
import time

import pytest

from .test_properties import READERS

pytestmark = pytest.mark.slow

SIZE = 200_000
# Generous for a busy machine; a quadratic search takes minutes.
SECONDS = 2.0

SEEDS = [
    " ",
    "1",
    "1/",
    "1-",
    "1, ",
    "1/1, ",
    "1/1/2020, ",
    "ngày 1 ",
    "kế hoạch 1 ngày 1/1 ",
    "sáng nay ( ",
    "8 giờ 30 - 9 giờ ngày ",
    "triển khai quý 3 ",
    "năm 2021 ",
    "Lượt xem ",
    "a",
    "a\u0309",
    "Ã ",
    "á»§y ",
    "Uû ban nh©n d©n ",
    "Ñaûng uûy ",
    "H'",
    "(",
    "é",
]
_CHANCE = random.Random(2021)
JUNK = [(seed * SIZE)[:SIZE] for seed in SEEDS]
JUNK.append("".join(_CHANCE.choices("0123456789/-., ngàyđáêơủ\n(|:", k=SIZE)))


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.__name__)
def test_junk_passes_every_reader_quickly(reader):
    for junk in JUNK:
        began = time.process_time()
        reader(junk)
        assert time.process_time() - began < SECONDS, junk[:20]
