"""The window in which an article's picture is chosen."""

import pytest

from apps.media.models import Picture
from tests import make

from . import samples
from .desk import PICKER, add_picture, sent

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


def test_picker_tells_what_the_editor_needs(at_desk, reporter, picture):
    html = at_desk(reporter).get(PICKER).content.decode()
    assert f'data-picture="{picture.pk}"' in html
    assert f'data-address="/toa-soan/anh/{picture.pk}/960/"' in html
    assert 'data-callback="-3"' in html


def test_picker_shows_one_portal(at_desk, reporter, picture):
    neighbour = make.portal("na-lau")
    make.seat(reporter, neighbour)
    add_picture(neighbour, reporter, caption="Ảnh của Nà Lầu")
    assert "Nà Lầu" not in at_desk(reporter).get(PICKER).content.decode()


def test_picker_without_portal_takes_the_persons_own(at_desk, reporter, picture):
    assert "Bế mạc" in at_desk(reporter).get("/toa-soan/anh/chon/").content.decode()


def test_picker_searches_without_marks(at_desk, reporter, picture):
    desk = at_desk(reporter)
    assert "Bế mạc" in desk.get(PICKER + "&q=be+mac").content.decode()
    assert "Bế mạc" not in desk.get(PICKER + "&q=khai+mac").content.decode()


def test_picker_takes_new_pictures_and_shows_them_first(at_desk, reporter, picture):
    desk = at_desk(reporter)
    response = sent(desk, samples.photo(), address=PICKER, caption="Mới")
    new = Picture.objects.get(caption="Mới")
    assert f"moi={new.pk}" in response["Location"]
    assert "CKEditorFuncNum=-3" in response["Location"]
    assert list(desk.get(response["Location"]).context["added"]) == [new]


@pytest.mark.parametrize("number", ["alert(1)", "1;2", "-", '"><script>'])
def test_picker_calls_back_only_a_number(at_desk, reporter, number):
    query = {"portal": "song-van", "CKEditorFuncNum": number}
    assert at_desk(reporter).get("/toa-soan/anh/chon/", query).status_code == 404


@pytest.mark.parametrize("page", ["0", "x", "99999999999999999999"])
def test_picker_survives_any_page_number(at_desk, reporter, picture, page):
    assert at_desk(reporter).get(PICKER, {"p": page, "portal": "song-van"}).status_code == 200
