"""The day of the event of a news text."""

from datetime import date
from pathlib import Path

import pytest

from lib.vietnamese.dates import event_day
from lib.vietnamese.periods import read_period

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
TWELFTH = date(2021, 10, 12)
ELEVENTH = date(2021, 10, 11)

SAID = [
    ("Sáng 11/10, BTV Thành ủy làm việc", ELEVENTH),
    ("Sáng ngày 11/10, Thị ủy họp", ELEVENTH),
    ("Chiều ngày 11/10/2021, Thị ủy họp", ELEVENTH),
    ("Tối 11-10, Nhà văn hóa", ELEVENTH),
    ("Hôm nay (11/10), Thị ủy họp", ELEVENTH),
    ("Sáng nay, 11/10, Thị ủy họp", ELEVENTH),
    ("Sáng thứ Hai (11/10), Thị ủy họp", ELEVENTH),
    ("Sáng thứ 2, ngày 11/10, Thị ủy họp", ELEVENTH),
    ("Đầu giờ chiều 11/10, đoàn đến xã", ELEVENTH),
    ("Ngày 11/10, Thị ủy họp", ELEVENTH),
    ("(TTV) - Ngày 11/10, Thị ủy họp", ELEVENTH),
    ("QTO - Ngày 11/10, Thị ủy họp", ELEVENTH),
    ("Vào lúc 8 giờ 00 ngày 11/10, tại hội trường", ELEVENTH),
    ("Hội nghị diễn ra ngày 11/10 tại hội trường", ELEVENTH),
    ("Hội nghị được tổ chức vào sáng ngày 11-10-2021.", ELEVENTH),
    ("Trong 2 ngày 11 và 12-10, huyện tập huấn", ELEVENTH),
    ("Từ 11/10 - 15/10, các xã ra quân", ELEVENTH),
    ("Thứ Hai (11/10), cán bộ chào cờ", ELEVENTH),
    ("Mùng 6 tháng Giêng (tức ngày 11/10/2021), khai hội", ELEVENTH),
    ("Phải xong trước 30/9, nhưng ngày 11/10 xã mới về đích", ELEVENTH),
    ("Căn cứ Kế hoạch số 22-KH/TU ngày 20/9/2021 của BTV, ngày 11/10/2021, xã họp", ELEVENTH),
    ("Sáng nay, Thị ủy họp", TWELFTH),
    ("Chiều qua, Thị ủy họp", ELEVENTH),
    ("Từ ngày 11 đến ngày 12/10, huyện tập huấn", ELEVENTH),
    ("Ngày 11 tháng 10 năm 2021, xã họp", ELEVENTH),
    ("Thực hiện Kế hoạch số 12-KH/TU ngày 5/3/2021, sáng 11/10, Thị ủy họp", ELEVENTH),
    ("Thực hiện Kế hoạch số 12-KH/TU, ngày 11/10, Thị ủy họp", ELEVENTH),
    ("Sáng 2/9/1945 là mốc lớn. Chiều 11/10, huyện ôn lại", ELEVENTH),
    ("Kỷ niệm ngày thành lập (8/10/1971- 8/10/2021), sáng 11/10, xã gặp mặt", ELEVENTH),
    ("Tính đến ngày 30/9, xã có 5 chi bộ. Chiều 11/10, xã họp", ELEVENTH),
    ("Trước đó, chiều 10/10, đoàn đã đến. Sáng 11/10, đoàn làm việc", ELEVENTH),
]

NOT_SAID = [
    "",
    "Thị ủy tổ chức hội nghị quý III năm 2021",
    "Nghị quyết số 17-NQ/TU ngày 18/12/2020 của BCH Đảng bộ",
    "Chỉ thị số 05 của Bộ Chính trị ngày 15/5/2021 được quán triệt",
    "Tuyên truyền 50 năm ngày thành lập (8/10/1971- 8/10/2021)",
    "Tính đến ngày 30/9, toàn xã có 5 chi bộ",
    "Hoàn thành trước ngày 15/10",
    "Đến chiều 6/10, xã tiêm được 500 liều",
    "Ngày đăng: 11/10/2021",
    "Cập nhật ngày 11/10/2021",
    "Nhiệm kỳ 2020-2025, đạt 7/10 tiêu chí",
    "Sáng 2/9/1945, quảng trường đông người",
    "Chiều ngày 29/2, xã họp",
]

# day stated, published, expected
NEW_YEAR = [
    ("31/12", date(2021, 1, 2), date(2020, 12, 31)),
    ("28/12", date(2021, 1, 4), date(2020, 12, 28)),
    ("2/1", date(2021, 1, 2), date(2021, 1, 2)),
    ("5/1", date(2020, 12, 28), date(2021, 1, 5)),
    ("15/10", date(2021, 10, 1), date(2021, 10, 15)),
    ("30/4", date(2021, 11, 20), date(2021, 4, 30)),
    ("29/2", date(2024, 3, 1), date(2024, 2, 29)),
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_a_lead_states_the_day_of_the_event(text, expected):
    assert event_day(text, TWELFTH, None) == expected


@pytest.mark.parametrize("text", NOT_SAID)
def test_other_days_are_never_the_event(text):
    assert event_day(text, TWELFTH, None) is None


@pytest.mark.parametrize(("stated", "published", "expected"), NEW_YEAR)
def test_the_year_follows_publication_over_new_year(stated, published, expected):
    assert event_day(f"Chiều ngày {stated}, Thị ủy họp", published, None) == expected


def test_without_publication_the_hint_gives_the_year():
    assert event_day("Sáng 7/10, Tỉnh ủy họp", None, 2021) == date(2021, 10, 7)
    assert event_day("Sáng 7/10/2020, Tỉnh ủy họp", None, 2021) == date(2020, 10, 7)
    assert event_day("Sáng 7/10, Tỉnh ủy họp", None, None) is None


def test_a_review_of_the_year_is_held_after_it():
    assert event_day("Sáng 5/1, xã tổng kết năm 2021", None, 2021) == date(2022, 1, 5)
    assert event_day("Sáng 5/1, xã giao ban quý IV/2021", None, 2021) == date(2022, 1, 5)
    assert event_day("Sáng 5/1, xã ra quân tháng 1/2021", None, 2021) == date(2021, 1, 5)


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the five seed pages are not beside this checkout")
@pytest.mark.parametrize(
    ("number", "published", "expected"),
    [
        (0, None, date(2021, 10, 6)),
        (1, date(2019, 10, 1), None),
        (2, None, date(2021, 10, 7)),
        (3, date(2021, 10, 11), date(2021, 10, 11)),
        (4, date(2021, 4, 2), date(2021, 3, 31)),
    ],
)
def test_seed_pages_give_their_event_day(number, published, expected):
    text = next(SEEDS.glob(f"00{number}_*.txt")).read_text(encoding="utf-8")
    assert event_day(text, published, read_period(text).year) == expected
