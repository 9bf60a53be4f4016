"""/hoi-nghi/ by month."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from apps.editions import showings

from . import make
from .make_meetings import meeting


def texts(html, selector):
    return [node.text(strip=True) for node in LexborHTMLParser(html).css(selector)]


def test_meetings_stand_by_month_newest_first(portal, read):
    meeting(111111111, title="Giao ban tháng Chín", starts_at="2021-09-30T08:00:00+07:00")
    meeting(222222222, title="Giao ban tháng Mười", starts_at="2021-10-01T06:00:00+07:00")
    html = read("/hoi-nghi/")
    assert texts(html, ".listing h2") == ["Tháng 10/2021", "Tháng 9/2021"]
    assert texts(html, ".known a") == ["Giao ban tháng Mười", "Giao ban tháng Chín"]


def test_a_cancelled_meeting_says_so(portal, read):
    meeting(state="cancelled")
    assert "Hủy" in texts(read("/hoi-nghi/"), ".known span")[0]


def test_hidden_meetings_leave_the_list(portal, read):
    showing = meeting(title="Giao ban kín")
    showings.hide(showing.portal, showing.key, at=make.NOON - make.HOUR / 2)
    assert "Giao ban kín" not in read("/hoi-nghi/")


def test_other_portals_meetings_are_elsewhere(portal, read):
    meeting(title="Của trang khác", portal="trang-khac")
    assert "Của trang khác" not in read("/hoi-nghi/")


@pytest.mark.parametrize("asked", ["?trang=0", "?trang=x", "?trang=-1", "?la=1"])
def test_wrong_pages_give_the_first(portal, read, asked):
    meeting()
    assert "Hội nghị giao ban" in read(f"/hoi-nghi/{asked}")
