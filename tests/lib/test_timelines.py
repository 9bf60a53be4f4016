"""Time lines of portal pages and the datelines the newsroom prints."""

from datetime import UTC, date, datetime

import pytest

from lib.vietnamese.datelines import DATELINE_FORMS, format_dateline, say_when
from lib.vietnamese.dates import HO_CHI_MINH
from lib.vietnamese.timelines import read_timeline, read_views

# line, instant in +07:00 or day, views, author
LINES = [
    ("Cập nhật lúc: 18:47 01/10/2019", "2019-10-01T18:47:00", None, None),
    ("Ngày đăng 11/10/2021 | 07:28  | View count: 1984", "2021-10-11T07:28:00", 1984, None),
    ("  • Thời gian đăng: 02/04/2021 03:17:35 PM", "2021-04-02T15:17:35", None, None),
    ("Cập nhật lúc: 18:00 |22/05/2022", "2022-05-22T18:00:00", None, None),
    ("Cập nhật lúc 18:55, Thứ Ba, 13/10/2020 (GMT+7)", "2020-10-13T18:55:00", None, None),
    ("THỨ SÁU, 30/09/2022 15:22:16", "2022-09-30T15:22:16", None, None),
    ("Thứ 4, 31/01/2024 | 15:47:43", "2024-01-31T15:47:43", None, None),
    ("Ngày đăng bài: 22/05/2018 | Tác giả: Thu An", "2018-05-22", None, "Thu An"),
    ("Đăng ngày 17 - 05 - 2024 / Lượt xem: 400 / 100%", "2024-05-17", 400, None),
    ("02/10/2020 08:20 SA", "2020-10-02T08:20:00", None, None),
    ("02/10/2020 08:20 CH", "2020-10-02T20:20:00", None, None),
    ("02/10/2020 12:05 SA", "2020-10-02T00:05:00", None, None),
    ("02/10/2020 12:05 CH", "2020-10-02T12:05:00", None, None),
    ("14/5/2019 8:43'", "2019-05-14T08:43:00", None, None),
    ("04:35 15/03/2016", "2016-03-15T04:35:00", None, None),
    ("(22/05/2020, 07:50)", "2020-05-22T07:50:00", None, None),
    ("Thứ Năm, 8/6/2023 14:46'(GMT+7)", "2023-06-08T14:46:00", None, None),
    ("07h28 ngày 11/10/2021", "2021-10-11T07:28:00", None, None),
    ("7 giờ 28, ngày 11 tháng 10 năm 2021", "2021-10-11T07:28:00", None, None),
    ("Đăng lúc 15g30 ngày 11/10/2021", "2021-10-11T15:30:00", None, None),
    ("8 giờ 05 phút ngày 11/10/2021", "2021-10-11T08:05:00", None, None),
    ("11/10/2021 7h", "2021-10-11T07:00:00", None, None),
    ("Ngày cập nhật: 11/10/2021 lúc 7:28 sáng", "2021-10-11T07:28:00", None, None),
    ("Chủ nhật, 10/10/2021 - 07:28 - Lượt xem: 1.234", "2021-10-10T07:28:00", 1234, None),
    ("CN, 10/10/2021 | 7:28", "2021-10-10T07:28:00", None, None),
    ("T2, 11/10/2021 07:28 AM", "2021-10-11T07:28:00", None, None),
    ("Đăng lúc: 10:30 - 11.10.2021", "2021-10-11T10:30:00", None, None),
    ("07:28 - 11-10-2021", "2021-10-11T07:28:00", None, None),
    ("2021-10-11T07:28:00+07:00", "2021-10-11T07:28:00", None, None),
    ("2021-10-11 00:28:00Z", "2021-10-11T07:28:00", None, None),
    ("11/10/2021 09:28 (GMT+9)", "2021-10-11T07:28:00", None, None),
    ("Người đăng: Thu An - Ngày đăng: 11/10/2021", "2021-10-11", None, "Thu An"),
    ("Tác giả: Thu An – Lê Bình, 11/10/2021 7:28", "2021-10-11T07:28:00", None, "Thu An – Lê Bình"),
    ("11/10/2021", "2021-10-11", None, None),
    ("Thời gian: 07:28 11/10/2021", "2021-10-11T07:28:00", None, None),
    ("Thời gian cập nhật: 11/10/2021 07:28", "2021-10-11T07:28:00", None, None),
    ("Thời điểm đăng: 11/10/2021, 7 giờ 28 phút", "2021-10-11T07:28:00", None, None),
    ("2021/10/11 07:28:00", "2021-10-11T07:28:00", None, None),
    ("Tháng Mười 11, 2021", "2021-10-11", None, None),
    ("Mon, 11 Oct 2021 00:28:00 GMT", "2021-10-11T07:28:00", None, None),
    ("October 11, 2021", "2021-10-11", None, None),
    ("11/10/2021 07:28 | Biên tập: Lan Chi | Lượt đọc: 3,207", "2021-10-11T07:28:00", 3207, None),
    ("Đăng ngày 11/10/2021 - Sửa lúc 12/10/2021 16:00", "2021-10-11", None, None),
    ("11/10/2021 | Lượt truy cập: 2.118.406", "2021-10-11", None, None),
    ("Ngày đăng: 01/10/2021, cập nhật: 02/10/2021", "2021-10-01", None, None),
    ("Đã xem: 12 | 11/10/2021", "2021-10-11", 12, None),
    ("11/10/2021, 1 984 lượt xem", "2021-10-11", 1984, None),
]

PROSE = [
    "",
    "Sáng 11/10/2021, Thành ủy làm việc với các xã",
    "Nghị quyết số 17-NQ/TU ngày 18/12/2020",
    "Sông Vân, ngày 11/10/2021",
    "Thời gian: 08 giờ 00, ngày 11/10/2021",
    "(8/10/1971- 8/10/2021)",
    "27/12/1971",
    "Số lượt xem: 1984",
    "Cập nhật lúc: 18:47",
    "31/02/2021 07:28",
    "25:00 11/10/2021",
    "Thu An",
    "Bầu cử ngày 23/5/2021 lúc 7:00",
    "11/10/2021 07:28 " + "x" * 500,
]

VIEWS = [
    ("Lượt xem: 12.345", 12345),
    ("Số lượt xem: 12,345", 12345),
    ("View count: 1984", 1984),
    ("Lượt đọc: 7", 7),
    ("Số lượt đọc : 1 984", 1984),
    ("Đã xem: 12", 12),
    ("Đã xem (12)", 12),
    ("1984 lượt xem", 1984),
    ("11/10/2021 | Lượt xem 88", 88),
    ("Views: 5", 5),
    ("Lượt xem: 1.234.567", 1234567),
    ("Lượt xem:", None),
    ("Hội nghị có 12 lượt đại biểu", None),
    ("Tổng lượt truy cập: 2.118.406", None),
    ("", None),
]

MORNING = datetime(2021, 10, 11, 7, 28, tzinfo=HO_CHI_MINH)


@pytest.mark.parametrize(("line", "when", "views", "author"), LINES)
def test_time_lines_of_portals_are_read(line, when, views, author):
    found = read_timeline(line)
    stated = found.at().isoformat().removesuffix("+07:00") if found.at() else found.day.isoformat()
    assert (stated, found.views, found.author) == (when, views, author)


@pytest.mark.parametrize("line", PROSE)
def test_prose_with_a_day_is_no_time_line(line):
    assert read_timeline(line) is None


def test_a_time_line_says_whether_it_is_an_update():
    assert read_timeline("Cập nhật lúc: 18:47 01/10/2019").updated
    assert not read_timeline("Ngày đăng: 01/10/2021, cập nhật: 02/10/2021").updated
    assert not read_timeline("Ngày đăng 11/10/2021").updated


def test_a_stated_zone_is_kept_in_minutes():
    assert read_timeline("11/10/2021 7:28 (GMT+7)").zone_offset_minutes == 420
    assert read_timeline("11/10/2021 7:28").zone_offset_minutes is None


def test_the_local_day_follows_a_foreign_zone():
    abroad = read_timeline("31/12/2021 18:30 (GMT+0)")
    assert (abroad.day, abroad.local_day()) == (date(2021, 12, 31), date(2022, 1, 1))
    assert read_timeline("31/12/2021").local_day() == date(2021, 12, 31)


@pytest.mark.parametrize(("line", "views"), VIEWS)
def test_view_counts_are_read_under_any_label(line, views):
    assert read_views(line) == views


@pytest.mark.parametrize(
    ("form", "with_time", "day_only"),
    [
        ("long", "Thứ Hai, 11/10/2021, 07:28", "Thứ Hai, 11/10/2021"),
        ("updated", "Cập nhật lúc: 07:28 11/10/2021", "Cập nhật lúc: 11/10/2021"),
        ("posted_pipe", "Ngày đăng 11/10/2021 | 07:28", "Ngày đăng 11/10/2021"),
        (
            "posted_ampm",
            "Thời gian đăng: 11/10/2021 07:28:00 AM",
            "Thời gian đăng: 11/10/2021",
        ),
        ("date", "11/10/2021", "11/10/2021"),
        ("none", "", ""),
    ],
)
def test_each_house_style_prints_its_dateline(form, with_time, day_only):
    assert form in DATELINE_FORMS
    assert format_dateline(form, MORNING) == with_time
    assert format_dateline(form, MORNING, has_time=False) == day_only


def test_afternoon_and_midnight_print_on_twelve_hours():
    afternoon = datetime(2021, 4, 2, 15, 17, 35, tzinfo=HO_CHI_MINH)
    midnight = datetime(2021, 4, 2, tzinfo=HO_CHI_MINH)
    assert format_dateline("posted_ampm", afternoon) == "Thời gian đăng: 02/04/2021 03:17:35 PM"
    assert format_dateline("posted_ampm", midnight) == "Thời gian đăng: 02/04/2021 12:00:00 AM"


def test_datelines_are_printed_in_local_time():
    sunday = datetime(2021, 10, 10, 18, 0, tzinfo=UTC)
    assert format_dateline("long", sunday) == "Thứ Hai, 11/10/2021, 01:00"


def test_an_unknown_dateline_form_is_refused():
    with pytest.raises(ValueError, match="Unknown dateline form 'short'"):
        format_dateline("short", MORNING)


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("2021-10-11T14:05+07:00", "hôm nay 14:05"),
        ("2021-10-10T09:30+07:00", "hôm qua 9:30"),
        ("2021-10-12T07:00+07:00", "ngày mai 7:00"),
        ("2021-10-15T07:00+07:00", "thứ Sáu 7:00"),
        ("2021-10-17T07:00+07:00", "Chủ Nhật 7:00"),
        ("2021-10-05T07:00+07:00", "thứ Ba 7:00"),
        ("2021-10-04T07:28+07:00", "04/10/2021 07:28"),
        ("2021-10-18T07:28+07:00", "18/10/2021 07:28"),
    ],
)
def test_near_moments_are_said_as_people_do(at, said):
    assert say_when(datetime.fromisoformat(at), MORNING) == said


def test_today_is_counted_in_local_days():
    assert say_when(datetime(2021, 10, 10, 18, 0, tzinfo=UTC), MORNING) == "hôm nay 1:00"
    assert read_timeline("11/10/2021").day == date(2021, 10, 11)
