"""Reading takes time in proportion to the text, whatever the text."""

import time

import pytest

from lib.vietnamese.titles import read_mentions

SIZE = 100_000
# Generous for a busy machine: 100 KB of titles take well under a second on an idle one.
SECONDS = 8.0
JUNK = [
    "Bí thư, ",
    "Bí thư Huyện ủy ",
    "nguyên ",
    "Nguyễn Văn A, ",
    "các đồng chí: ",
    "Phó ",
    "Đ/c Tú PCT; ",
    "A được ",
    "A, sinh năm 1970, ",
    "Chánh Văn phòng Huyện ủy-",
    "Trưởng Ban Chỉ đạo ",
    "Chi bộ Văn phòng ",
    "Chi bộ Công an ",
    "Sở Y tế và ",
    "Nguyễn ",
    "a\u0309\u0301",
    "\u200b",
    "(",
    "\n",
    "H'",
]


def seconds(text):
    began = time.process_time()
    read_mentions(text)
    return time.process_time() - began


@pytest.mark.slow
@pytest.mark.parametrize("junk", JUNK)
def test_junk_is_read_in_linear_time(junk):
    assert seconds((junk * SIZE)[:SIZE]) < SECONDS


@pytest.mark.timed
def test_article_is_read_within_its_budget():
    paragraph = (
        "Đồng chí Lò Văn Pảo, Ủy viên BTV Tỉnh ủy, Bí thư Huyện ủy, Chủ tịch HĐND huyện chủ trì. "
        "Các ban Đảng, Ủy ban MTTQ và các đoàn thể đã bám sát chương trình công tác của cấp ủy. "
    ) * 20
    assert min(seconds(paragraph[:3500]) for _ in range(5)) < 0.05
