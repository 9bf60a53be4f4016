"""Every spelling of a rank gives its house form."""

import pytest

from lib.vietnamese.titles.cores import house_rank
from lib.vietnamese.titles.normal import normalise
from lib.vietnamese.titles.phrases import longest
from lib.vietnamese.titles.ranks import MODIFIERS, RANKS, STATUSES
from lib.vietnamese.titles.tokens import tokenise

SPELLINGS = {
    "bí thư": "Bí thư",
    "PBT": "Phó Bí thư",
    "P. Bí thư": "Phó Bí thư",
    "UVBTV": "Ủy viên Ban Thường vụ",
    "UV.BTV": "Ủy viên Ban Thường vụ",
    "UVTV": "Ủy viên Ban Thường vụ",
    "Uỷ viên BCH": "Ủy viên Ban Chấp hành",
    "UVT.Ư Đảng": "Ủy viên Trung ương Đảng",
    "Ủy viên BCH Trung ương Đảng": "Ủy viên Trung ương Đảng",
    "Ủy viên Dự khuyết TƯ Đảng": "Ủy viên dự khuyết Trung ương Đảng",
    "Bí thư Trung ương Đảng": "Bí thư Trung ương Đảng",
    "TUV": "Tỉnh ủy viên",
    "Huyện uỷ viên": "Huyện ủy viên",
    "PHÓ CHỦ TỊCH": "Phó Chủ tịch",
    "PCT": "Phó Chủ tịch",
    "Phó ban": "Phó Trưởng ban",
    "Phó Trưởng Ban": "Phó Trưởng ban",
    "Phó phòng": "Phó Trưởng phòng",
    "PCVP": "Phó Chánh Văn phòng",
    "Phó Văn phòng": "Phó Chánh Văn phòng",
    "Phó Trưởng Đoàn": "Phó Trưởng đoàn",
    "phó chỉ huy trưởng": "Phó Chỉ huy trưởng",
    "Chính trị viên phó": "Chính trị viên phó",
    "Phó Chính uỷ": "Phó Chính ủy",
    "Phó Chủ tịch - Tổng Thư ký": "Phó Chủ tịch - Tổng Thư ký",
    "trưởng thôn": "Trưởng thôn",
}


def read(words):
    tokens = tokenise(normalise(words).text)
    spelling, end = longest(RANKS, tokens, 0)
    assert end == len(tokens)
    return house_rank(spelling, spelling.modifier)


@pytest.mark.parametrize("words", SPELLINGS)
def test_rank_is_spelled_out(words):
    assert read(words) == SPELLINGS[words]


def test_deputy_letters_know_their_standing():
    assert read("PCTTT") == "Phó Chủ tịch Thường trực"


@pytest.mark.parametrize("words", ["ct", "tt", "pct", "bt", "gđ"])
def test_small_letters_are_no_abbreviation(words):
    assert longest(RANKS, tokenise(words), 0) is None
    assert longest(MODIFIERS, tokenise(words), 0) is None


@pytest.mark.parametrize(
    ("words", "status"), [("nguyên", "former"), ("Quyền", "acting"), ("Q.", "acting"), ("tân", "")]
)
def test_status_words_are_known(words, status):
    assert longest(STATUSES, tokenise(words), 0)[0] == status
