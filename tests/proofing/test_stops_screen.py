"""The chief's screen: what stops an article."""

import pytest

from apps.portals.models import Portal
from apps.proofing.stopping import stopping_kinds
from tests import make
from tests.newsroom.people import client_of

pytestmark = pytest.mark.django_db
SCREEN = "/toa-soan/proofing/stoprule/"


@pytest.fixture
def office():
    return make.Office()


def test_chief_ticks_what_stops(office):
    client = client_of(office.chief)
    assert "Kiểm tra bài viết" in client.get("/toa-soan/").content.decode()
    page = client.get(SCREEN).content.decode()
    assert page.count(" checked") == 2 and "Thứ tự đại biểu" in page
    done = client.post(SCREEN, {"kinds": ["wrong_title"]}, follow=True).content.decode()
    assert "Đã lưu. Có hiệu lực từ bây giờ." in done
    assert stopping_kinds(office.portal) == {"wrong_title"}
    history = client.get(f"/toa-soan/portals/portal/{office.portal.pk}/history/").content.decode()
    assert "Thay đổi lưu ý chặn bài" in history and "Sai chức danh" in history


@pytest.mark.parametrize("who", ["reporter", "editor", "manager"])
def test_for_others_the_screen_is_not_there(office, who):
    client = client_of(getattr(office, who))
    assert client.get(SCREEN).status_code == 404
    assert client.post(SCREEN, {"kinds": []}).status_code == 404
    assert "Kiểm tra bài viết" not in client.get("/toa-soan/").content.decode()


def test_another_portal_is_not_there(office):
    other = make.portal("khac")
    assert client_of(office.chief).get(f"{SCREEN}?trang={other.key}").status_code == 404
    assert client_of(office.chief).get(f"{SCREEN}?trang=khong-co").status_code == 404


def test_chief_of_two_portals_says_which(office):
    make.seat(office.chief, make.portal("khac"), "chief")
    page = client_of(office.chief).get(SCREEN).content.decode()
    assert "?trang=khac" in page and "checked" not in page


def test_unknown_kinds_change_nothing(office):
    before = stopping_kinds(office.portal)
    client_of(office.chief).post(SCREEN, {"kinds": ["rubbish"]})
    assert stopping_kinds(Portal.objects.get(pk=office.portal.pk)) == before
