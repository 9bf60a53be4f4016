"""The week as readers get it: by the clock, on wide screens and phones, on paper."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from selectolax.lexbor import LexborHTMLParser

from apps.editions import showings

from . import make
from .make_meetings import MONDAY, line, meeting, week

WEEK = timedelta(days=7)
HERE = "/lich-cong-tac/"
STYLES = Path(__file__).parents[2] / "static/public/meetings.css"


def texts(html, selector):
    return [node.text(strip=True) for node in LexborHTMLParser(html).css(selector)]


def test_this_week_is_the_one_of_the_clock(portal, read, clock):
    week(line("Tuần này"))
    week(line("Tuần sau", "2021-10-18T08:00:00+07:00"), monday=MONDAY + WEEK)
    assert texts(read(HERE), ".w-title") == ["Tuần này"]
    clock.at = make.NOON + WEEK
    assert texts(read(HERE), ".w-title") == ["Tuần sau"]


def test_a_kept_page_turns_over_on_monday(portal, read, clock):
    week(line("Tuần này"))
    week(line("Tuần sau", "2021-10-18T08:00:00+07:00"), monday=MONDAY + WEEK)
    clock.at = make.NOON + timedelta(days=6, hours=11, minutes=59)
    assert "Tuần này" in texts(read(HERE), ".w-title")
    clock.at += timedelta(minutes=1)
    assert texts(read(HERE), ".w-title") == ["Tuần sau"]


def test_today_is_marked_and_moves_at_midnight(portal, read, clock):
    week(line("A"), line("B", "2021-10-12T08:00:00+07:00"))
    assert texts(read(HERE), ".today time")[0] == "Thứ Hai, 11/10"
    clock.at = make.NOON + timedelta(hours=12)
    assert texts(read(HERE), ".today time")[0] == "Thứ Ba, 12/10"


@pytest.mark.parametrize("address", ["?tuan=2021-41", "?tuan=2021-W41", "2021-41/"])
def test_any_week_has_its_address(portal, read, clock, address):
    week(line("Giao ban"))
    clock.at = make.NOON + 3 * WEEK
    assert "Giao ban" in read(HERE + address)


@pytest.mark.parametrize(
    "address", ["?tuan=x", "?tuan=2021-99", "?tuan=2021-30", "2021-99/", "2021-30/", "9999-01/"]
)
def test_weeks_that_never_were_are_404(portal, client, address):
    assert client.get(HERE + address).status_code == 404


def test_one_digit_of_a_week_leads_on(portal, client, clock):
    first = date(2021, 1, 4)
    week(line("A", "2021-01-04T08:00:00+07:00"), monday=first)
    assert client.get(f"{HERE}2021-1/")["Location"] == f"{HERE}2021-01/"


def test_an_unsigned_week_says_so(portal, read):
    html = read(HERE)
    assert texts(html, ".empty")
    assert "noindex" in html


def test_whatever_an_unsigned_week_leads_to_is_there(portal, read, client):
    page = LexborHTMLParser(read(HERE))
    chosen = [link.attributes["href"] for link in page.css("[data-look]")]
    assert page.css_first("[rel=canonical]").attributes["href"] == f"http://testserver{HERE}"
    assert len(chosen) == 6
    assert {client.get(address).status_code for address in chosen} == {200}


def test_a_hidden_week_is_away_at_once(portal, client, read):
    shown = week(line("Giao ban"))
    read(shown.address)
    showings.hide(make.PORTAL, shown.key, at=make.NOON)
    assert client.get(shown.address).status_code == 404
    assert "Giao ban" not in read(HERE)


def test_weeks_beside_are_those_readers_have(portal, read):
    week(line("A"))
    earlier = week(line("B", "2021-09-20T08:00:00+07:00"), monday=MONDAY - 3 * WEEK)
    links = LexborHTMLParser(read(HERE)).css(".week-nav a")
    assert [link.attributes["href"] for link in links] == [earlier.address]


def test_days_and_hours_as_people_say(portal, read):
    week(
        line("A", "2021-10-11T00:00:00+07:00", has_time=False, session="day"),
        line("B", "2021-10-11T06:00:00+07:00", has_time=False),
        line("C", ends_at="2021-10-11T11:00:00+07:00"),
        line("D", ends_at="2021-10-13T17:00:00+07:00"),
    )
    hours = texts(read(HERE), ".week-line .w-time")
    assert hours[:3] == ["Cả ngày", "Sáng", "8:00–11:00"]
    assert "Thứ Tư 13/10" in hours[3]


def test_what_is_called_off_is_said(portal, read):
    week(line("Giao ban", state="cancelled"))
    assert texts(read(HERE), ".is-off .w-title")


def test_what_is_postponed_is_not_struck_out(portal, read):
    week(line("Giao ban", state="postponed"), line("Hội nghị", state="cancelled"))
    html = read(HERE)
    assert texts(html, ".is-postponed .w-title > span") == ["Giao ban"]
    assert texts(html, ".is-cancelled .w-title > span") == ["Hội nghị"]
    assert texts(html, ".off-note") == ["Hoãn", "Hủy"]
    struck = [rule for rule in STYLES.read_text().splitlines() if "line-through" in rule]
    assert [rule.split()[0] for rule in struck] == [".is-cancelled"]


def test_names_and_numbers_of_a_line_stay_together(portal, read):
    week(line("Giao ban quý IV", chair="Đồng chí Giàng A Súa", place="số 4, đường Bờ Kè"))
    html = read(HERE)
    assert texts(html, ".full-name") == ["Giàng A Súa"]
    assert "quý\u00a0IV" in html and "số\u00a04" in html


def test_front_page_leads_to_the_week_where_the_menu_does(db, clock, read):
    week_line = {"title": "Lịch công tác", "href": HERE, "children": []}
    make.frame(menu=[{"title": "Tin tức", "href": "/tin-tuc/", "children": []}])
    assert not texts(read("/"), ".this-week")
    make.frame(
        menu=[{"title": "Tin tức", "href": "/tin-tuc/", "children": [week_line]}],
        live_from=make.NOON - make.HOUR,
    )
    assert texts(read("/"), f".this-week a[href='{HERE}']") == ["Lịch công tác tuần ›"]


def test_columns_without_words_are_left_out(portal, read):
    week(line("A", chair="Đ/c Bí thư"))
    html = read(HERE)
    assert len(texts(html, "thead th")) == 4
    assert 'colspan="4"' in html


def test_a_line_leads_to_its_meeting_while_that_is_live(portal, read):
    shown = week(line("Giao ban"))
    assert not texts(read(shown.address), ".w-title a")
    page = meeting()
    link = LexborHTMLParser(read(shown.address)).css_first(".w-title a")
    assert link.attributes["href"] == page.address


def test_nothing_in_a_line_is_markup(portal, read):
    week(line("<script>alert(1)</script>", place="<b>x</b>"))
    html = read(HERE)
    assert "<script>alert" not in html
    assert "<b>x" not in html


def test_the_sheet_has_lines_and_no_menu(portal, read):
    html = read(f"{week(line('Giao ban')).address}?in=1")
    assert "Giao ban" in html
    assert "data-print" in html
    assert "menu-wide" not in html


def test_another_portals_week_is_not_ours(portal, client):
    other = week(line("Nơi khác"), portal="ben-do")
    assert client.get(other.address).status_code == 404


@pytest.mark.parametrize("address", [HERE, f"{HERE}2021-41/", "/lich-cong-tac.ics"])
def test_a_week_costs_three_queries_then_one(portal, client, address):
    week(*(line(f"Việc {number}", key=f"meeting:{number}") for number in range(20)))

    def queries():
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address).status_code == 200
        return len(captured)

    assert queries() <= 3
    assert queries() == 1
