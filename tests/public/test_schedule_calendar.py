"""The .ics that telephones subscribe to: RFC 5545, and nothing of what is not public."""

import re
from datetime import timedelta

import pytest

from apps.public.ical import escaped, folded

from . import make, rules
from .make_meetings import MONDAY, line, week

ADDRESS = "/lich-cong-tac.ics"


@pytest.fixture
def calendar(portal, client):
    def get():
        return client.get(ADDRESS).content.decode()

    return get


def unfolded(text):
    return text.replace("\r\n ", "").split("\r\n")


def test_its_type_is_a_calendar(portal, client):
    assert client.get(ADDRESS)["Content-Type"] == "text/calendar; charset=utf-8"


def test_every_line_ends_in_crlf_within_75_octets(calendar):
    week(line("Hội nghị trực tuyến về chuyển đổi số " * 9, place="Ệ" * 200))
    text = calendar()
    assert "\n" not in text.replace("\r\n", "")
    assert max(len(row.encode()) for row in text.split("\r\n")) <= 75


def test_it_is_a_calendar_by_the_rules(calendar):
    assert rules.calendar(calendar()) == []
    whole = "2021-10-13T00:00:00+07:00"
    week(
        line(
            "Hội nghị\x0b\x07\x7f trực tuyến, " * 9,
            place="Ệ; " * 99,
            chair="Đồng chí Ệ\\",
            key="meeting:1",
        ),
        line("Đại hội", whole, has_time=False, session="day", key="meeting:2", state="postponed"),
        line("Họp", ends_at="2021-10-11T09:00:00+07:00", key="meeting:3", state="cancelled"),
        line("Xong trước khi bắt đầu", ends_at="2021-10-11T07:00:00+07:00", key="meeting:4"),
    )
    assert len(rules.calendar(calendar())) == 4


def test_words_come_out_as_they_went_in(calendar):
    week(line("Họp; bàn, quyết \\ chốt", place="Phòng 1,\nnhà B"))
    rows = unfolded(calendar())
    assert "SUMMARY:Họp\\; bàn\\, quyết \\\\ chốt" in rows
    assert "LOCATION:Phòng 1\\,\\nnhà B" in rows


def test_times_are_utc(calendar):
    week(line(ends_at="2021-10-11T11:30:00+07:00"))
    rows = unfolded(calendar())
    assert "DTSTART:20211011T010000Z" in rows
    assert "DTEND:20211011T043000Z" in rows


def test_an_unknown_hour_is_a_whole_day(calendar):
    week(line("Kiểm tra", "2021-10-11T12:00:00+07:00", has_time=False, session="afternoon"))
    rows = unfolded(calendar())
    assert "DTSTART;VALUE=DATE:20211011" in rows
    assert "DTEND;VALUE=DATE:20211012" in rows
    assert "SUMMARY:Chiều: Kiểm tra" in rows


@pytest.mark.parametrize(
    ("state", "status"),
    [("planned", "CONFIRMED"), ("postponed", "TENTATIVE"), ("cancelled", "CANCELLED")],
)
def test_calling_off_reaches_calendars(calendar, state, status):
    week(line(state=state))
    assert f"STATUS:{status}" in unfolded(calendar())


def test_uids_are_steady_and_tell_nothing(calendar):
    week(line(key="meeting:123456789"), line("B", key="meeting:123456790"))
    first = re.findall("UID:(.*)", calendar())
    week(line("Tên khác", key="meeting:123456789"), live_from=make.NOON)
    assert re.findall("UID:(.*)", calendar()) == first[:1]
    assert not any("12345678" in uid or "12345679" in uid for uid in first)


def test_weeks_long_past_are_left_out(calendar):
    week(line("Xưa", "2021-06-07T08:00:00+07:00"), monday=MONDAY - timedelta(weeks=18))
    week(line("Sắp tới", "2021-10-25T08:00:00+07:00"), monday=MONDAY + timedelta(weeks=2))
    text = calendar()
    assert "Xưa" not in text
    assert "Sắp tới" in text


def test_an_empty_calendar_is_one_too(calendar):
    rows = unfolded(calendar())
    assert (rows[0], rows[-2:]) == ("BEGIN:VCALENDAR", ["END:VCALENDAR", ""])


@pytest.mark.parametrize("length", [1, 74, 75, 76, 149, 150, 1000])
@pytest.mark.parametrize("sign", ["a", "ệ", "😀"])
def test_folding_loses_no_letter(length, sign):
    text = sign * length
    rows = folded(text).split("\r\n")
    assert "".join([rows[0], *(row[1:] for row in rows[1:])]) == text
    assert max(len(row.encode()) for row in rows) <= 75


def test_line_breaks_of_every_kind_are_escaped():
    assert escaped("a\r\nb\u2028c") == "a\\nb\\nc"
