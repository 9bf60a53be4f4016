"""Pages of topics on the desk: who sets them up, what stops them, that two people sign them."""

import pytest
from django.http import HttpResponse

from apps.articles.release import placing
from apps.editions.models import Cut
from apps.newsroom import slots
from apps.newsroom.refusals import OutOfSight, Refused
from apps.portals import frame, keeping
from apps.portals.models import TopicPage
from tests import make
from tests.make import DAY, NOON
from tests.newsroom.people import client_of

from .desk import PORTALS, errors, picture

pytestmark = pytest.mark.django_db
LIST = f"{PORTALS}topicpage/"


@pytest.fixture
def office():
    return make.Office()


@pytest.fixture
def desk(office):
    return client_of(office.manager)


def fields(**more):
    return {"title": "Đại hội Đảng bộ", "slug": "", "tag": "", "lead_in": "Hai ngày.", "wide": "",
            "narrow": "", "alt": "", "in_menu": "on", **more}  # fmt: skip


def kept(office, **more):
    row = TopicPage(portal=office.portal, **{"title": "Bầu cử", "slug": "bau-cu", **more})
    keeping.keep(row, by=office.manager, at=NOON)
    return row


def test_the_managing_editor_sets_one_up(office, desk):
    desk.post(f"{LIST}add/", fields())
    page = TopicPage.objects.get()
    assert (page.slug, page.address) == ("dai-hoi-dang-bo", "/chu-de/dai-hoi-dang-bo/")
    assert "Đại hội Đảng bộ" in desk.get(LIST).content.decode()


def test_two_people_sign_it_with_the_frame(office):
    office.with_frame()
    kept(office, lead_in="Ngày hội.\n\nCủa toàn dân.")
    assert not frame.is_published(office.portal, NOON)
    with pytest.raises(Refused):
        frame.publish_frame(office.portal, by=office.manager, at=NOON)
    frame.sign_frame(office.portal, by=office.chief, at=NOON)
    frame.publish_frame(office.portal, by=office.manager, at=NOON + DAY)
    values = Cut.objects.filter(key="frame").latest("pk").values["topics"]
    assert values[0]["lead_in"] == ["Ngày hội.", "Của toàn dân."]
    assert values[0]["tag"] == "tag:bau-cu"


def test_a_frame_without_topics_is_signed_as_before(office):
    assert "topics" not in frame.frame_values(office.portal)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"title": ""}, "title"),
        ({"slug": "Đại hội"}, "slug"),
        ({"title": "!!!", "slug": "x"}, "tag"),
        ({"shows_from_0": "khi nào rảnh"}, "shows_from"),
    ],
)
def test_bad_input_gets_a_sentence_and_loses_nothing(desk, wrong, field):
    answer = desk.post(f"{LIST}add/", fields(lead_in="Đừng mất tôi", **wrong))
    assert answer.status_code == 200 and field in errors(answer)
    assert "Đừng mất tôi" in answer.content.decode()


def test_a_banner_needs_its_words(office, desk):
    banner = picture(office.portal, office.manager)
    answer = desk.post(f"{LIST}add/", fields(wide=banner.pk))
    assert "alt" in errors(answer)
    desk.post(f"{LIST}add/", fields(wide=banner.pk, alt="Chào mừng"))
    assert TopicPage.objects.get().wide == banner


def test_another_portals_picture_is_no_choice(office, desk):
    other = make.Office()
    answer = desk.post(f"{LIST}add/", fields(wide=picture(other.portal, other.manager).pk, alt="x"))
    assert "wide" in errors(answer)


def test_an_address_is_taken_once(office, desk):
    kept(office, slug="dai-hoi-dang-bo")
    assert "slug" in errors(desk.post(f"{LIST}add/", fields()))


@pytest.mark.parametrize("role", ["reporter", "editor", "inspector"])
def test_others_do_not_set_topics_up(office, role):
    page = kept(office)
    who = make.seated(role, office.portal)
    client = client_of(who)
    assert client.get(f"{LIST}{page.pk}/change/").status_code in (302, 403, 404)
    with pytest.raises(Refused):
        keeping.keep(page, by=who, at=NOON)


def test_another_office_sees_nothing(office):
    page, stranger = kept(office), make.Office().chief
    client = client_of(stranger)
    assert client.get(f"{LIST}{page.pk}/preview/").status_code == 404
    assert page.title not in client.get(LIST).content.decode()
    with pytest.raises(OutOfSight):
        keeping.drop(page, by=stranger, at=NOON)


def test_who_signs_frames_may_look_at_it(office, monkeypatch):
    page, asked = kept(office, lead_in="Ngày hội."), {}

    def render(request, kind, values, portal, at):
        asked.update(values, kind=kind)
        return HttpResponse("trang")

    monkeypatch.setattr(slots, "render_page", render)
    assert client_of(office.editor).get(f"{LIST}{page.pk}/preview/").status_code == 200
    assert asked["kind"] == "topic" and asked["topic"] == "bau-cu"
    assert client_of(office.reporter).get(f"{LIST}{page.pk}/preview/").status_code == 404


def test_an_old_piece_is_put_on_a_topic_by_hand(office):
    page, article = kept(office), office.published()
    placing.list_in(article, by=office.chief, at=NOON, sections=[], topics=[page])
    assert placing.places(article) == (None, {"chu-de/bau-cu"})
    placing.list_in(article, by=office.chief, at=NOON, sections=[], topics=[])
    assert placing.places(article) == (None, set())


def test_not_on_another_offices_topic(office):
    article, page = office.published(), kept(make.Office())
    with pytest.raises(OutOfSight):
        placing.list_in(article, by=office.chief, at=NOON, sections=[], topics=[page])
