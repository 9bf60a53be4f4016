"""Pictures by meeting, by when they came, where they are in use; the same file a second time."""

import hashlib

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from apps.articles import writing
from apps.media import uploads
from apps.media.models import Picture
from apps.newsroom.refusals import Refused
from apps.portals.models import Banner
from tests import make
from tests.make import DAY, NOON
from tests.meetings.make import meeting

from . import samples
from .desk import LIBRARY, PICKER, add_picture, sent

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
RED, BLUE = samples.photo(colour=samples.RED), samples.photo(colour=samples.BLUE)


@pytest.fixture
def office():
    return make.Office("song-van")


@pytest.fixture
def desk(at_desk, office):
    return at_desk(office.reporter)


def shown(desk, address=LIBRARY, **query):
    return desk.get(address, query).content.decode()


def test_pictures_of_one_meeting(desk, office):
    held = meeting(office.portal, "Giao ban quý")
    add_picture(office.portal, office.reporter, RED, caption="Khai mạc", event=held.key)
    add_picture(office.portal, office.reporter, BLUE, caption="Hội xuân")
    for address in (LIBRARY, PICKER):
        html = shown(desk, address, portal="song-van")
        assert "Giao ban quý" in html and "Hội xuân" in html
        html = shown(desk, address, portal="song-van", **{"hoi-nghi": held.key})
        assert "Khai mạc" in html and "Hội xuân" not in html


def test_a_meeting_without_pictures_is_no_filter(desk, office):
    meeting(office.portal, "Giao ban quý")
    add_picture(office.portal, office.reporter, RED)
    assert "Giao ban quý" not in shown(desk)
    assert "Giao ban quý" in shown(desk, LIBRARY + "add/")


@pytest.mark.parametrize("strange", ["meeting:999", "meeting:x", "nghi:1", "meeting:" + "9" * 40])
def test_no_picture_is_of_a_strange_meeting(office, strange):
    with pytest.raises(Refused, match="Choose the meeting again"):
        add_picture(office.portal, office.reporter, RED, event=strange)


def test_meetings_of_others_and_private_ones_are_strange_too(office):
    foreign = meeting(make.portal(), "Khác")
    hidden = meeting(office.portal, "Họp về nhân sự", is_public=False)
    for each in (foreign, hidden):
        with pytest.raises(Refused):
            add_picture(office.portal, office.reporter, RED, event=each.key)


def test_a_meeting_kept_before_it_was_hidden_does_not_stop_a_caption(office):
    held = meeting(office.portal)
    row = add_picture(office.portal, office.reporter, RED, event=held.key)
    type(held).objects.filter(pk=held.pk).update(is_public=False)
    present = uploads.described(row) | {"caption": "Bế mạc"}
    assert uploads.describe_picture(row, by=office.reporter, at=NOON, **present).caption == "Bế mạc"


def test_what_just_came_in_and_what_is_mine(desk, office):
    add_picture(office.portal, office.editor, RED, caption="Ảnh cũ")
    add_picture(office.portal, office.reporter, BLUE, caption="Ảnh mới")
    Picture.objects.filter(caption="Ảnh mới").update(uploaded_at=timezone.now())
    Picture.objects.filter(caption="Ảnh cũ").update(uploaded_at=timezone.now() - 40 * DAY)
    for asked in ("hom-nay", "tuan", "thang", "toi"):
        html = shown(desk, **{"tai-len": asked})
        assert "Ảnh mới" in html and "Ảnh cũ" not in html
    assert "Ảnh cũ" in shown(desk, **{"tai-len": "x"})


def test_people_are_found_by_name_without_marks(desk, office):
    add_picture(office.portal, office.reporter, RED, people="Giàng A Súa, Nguyễn Thị Bưởi")
    assert "Giàng A Súa" in shown(desk, q="giang a sua")
    assert "Giàng A Súa" not in shown(desk, q="giang sung")


def use(office, picture, by=None, **fields):
    article = office.draft(by=by, **fields)
    text = writing.Text({}, pictures=[(picture, "lead", "", "", "")])
    return writing.save(article, text, by=by or office.reporter, at=NOON, revision=1)


def test_where_a_picture_is_in_use(desk, office):
    picture = add_picture(office.portal, office.reporter, RED)
    address = f"{LIBRARY}{picture.pk}/change/"
    assert "Not in use yet" in shown(desk, address)
    article = use(office, picture, headline="Thị ủy họp")
    Banner.objects.create(portal=office.portal, wide=picture, narrow=picture, alt="Mừng Xuân")
    for html in (shown(desk), shown(desk, address)):
        assert f"/toa-soan/articles/article/{article.pk}/change/" in html
        assert "Thị ủy họp" in html and html.count("banner “Mừng Xuân”") == 1


def test_use_in_articles_one_may_not_see_stays_unsaid(at_desk, office):
    picture = add_picture(office.portal, office.reporter, RED)
    use(office, picture, headline="Bài của phóng viên")
    desk = at_desk(make.seated("contributor", office.portal))
    assert "Bài của phóng viên" not in shown(desk)


@pytest.mark.sqlite_only
def test_the_list_costs_the_same_however_much_is_in_use(desk, office):
    held = meeting(office.portal)
    use(office, add_picture(office.portal, office.reporter, RED, event=held.key))
    few, few_to_choose = queries(desk, LIBRARY), queries(desk, PICKER)
    for shade in range(6):
        other = meeting(office.portal)
        content = samples.photo(colour=(shade * 20, 0, 9))
        use(office, add_picture(office.portal, office.reporter, content, event=other.key))
    assert queries(desk, LIBRARY) == few <= 12
    assert queries(desk, PICKER) == few_to_choose <= 12


def queries(desk, address):
    with CaptureQueriesContext(connection) as counted:
        assert desk.get(address).status_code == 200
    return len(counted)


def test_the_same_file_again_is_told_and_the_old_one_used(desk, office):
    row = add_picture(office.portal, office.editor, RED, caption="Khai mạc")
    answer = sent(desk, RED, accept="application/json").json()
    assert answer["saved"] == [row.pk] and answer["refused"] == []
    assert "“Khai mạc” is in the library since" in answer["known"][0]
    told = [str(each) for each in sent(desk, RED, BLUE).wsgi_request._messages]
    assert "“Khai mạc” is in the library since" in told[1]
    assert Picture.objects.count() == 2


KNOWN = "/toa-soan/anh/da-co/"


def test_a_script_asks_before_it_sends(desk, office):
    row = add_picture(office.portal, office.editor, RED)
    code = hashlib.sha256(RED).hexdigest()
    asked = {"portal": "song-van", "sha256": code}
    assert desk.get(KNOWN, asked).json()["id"] == row.pk
    assert desk.get(KNOWN, asked | {"sha256": "0" * 64}).json() == {}
    assert desk.get(KNOWN, asked | {"sha256": "x"}).json() == {}


def test_other_portals_do_not_say_what_they_have(at_desk, office):
    add_picture(office.portal, office.editor, RED)
    asked = {"portal": "song-van", "sha256": hashlib.sha256(RED).hexdigest()}
    assert at_desk(make.seated("chief", make.portal())).get(KNOWN, asked).json() == {}
