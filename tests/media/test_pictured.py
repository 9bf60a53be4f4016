"""Who is in a picture: from the register, linked; words for the caption with titles of that day."""

import datetime as dt
import json

import pytest

from apps.articles import writing
from apps.media import uploads
from apps.media.models import PictureLink
from apps.newsroom.models import Act
from apps.newsroom.refusals import OutOfSight
from tests import make
from tests.make import NOON
from tests.meetings import make as held
from tests.meetings.make import meeting, official

from . import samples
from .desk import LIBRARY, PICKER, add_picture

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
RED, BLUE = samples.photo(colour=samples.RED), samples.photo(colour=samples.BLUE)
OFFERS, WORDS = "/toa-soan/anh/nguoi/", "/toa-soan/anh/nguoi/chu-thich/"
DAY_BEFORE = dt.date(2026, 11, 22)


@pytest.fixture
def office():
    return make.Office("song-van")


@pytest.fixture
def desk(at_desk, office):
    return at_desk(office.reporter)


@pytest.fixture
def lan():
    """Secretary until the day before the meeting, then deputy secretary of the province's."""
    person = official("Lò Thị Lan", "Bí thư", precedence=10, ends_on=DAY_BEFORE)
    held.term(person, "Phó Bí thư", precedence=20, starts_on=DAY_BEFORE + dt.timedelta(1))
    return person


@pytest.fixture
def gathering(office, lan):
    found = meeting(office.portal, "Hội nghị giao ban quý")
    held.attends(found, official("Giàng A Súa", "Ủy viên", precedence=90))
    held.attends(found, lan, role="chair")
    held.attends(found, label="Vàng Thị Mỷ, người dân", role="attends")
    held.attends(found, official("Sùng Mí Tưởng"), role="absent")
    return found


def key(person):
    return f"person:{person.pk}"


def offered(desk, **query):
    found = desk.get(OFFERS, {"portal": "song-van", **query}).json()["people"]
    return [(row["name"], row["says"]) for row in found]


def words(desk, *people, **query):
    query |= {"ten": [name for name, _key in people], "khoa": [each for _name, each in people]}
    return desk.get(WORDS, {"portal": "song-van", **query}).json()


def test_participants_come_first_with_the_titles_of_that_day(desk, gathering):
    found = offered(desk, event=gathering.key)
    assert found[0] == ("Lò Thị Lan", "Phó Bí thư Thị ủy Sông Vân")
    assert [name for name, _says in found] == ["Lò Thị Lan", "Giàng A Súa"]


def test_others_of_the_register_are_found_without_marks(desk, gathering):
    official("Lò Văn Lan", "Chủ tịch", of=held.body("UBND xã Đồng Xa", place="Đồng Xa"))
    assert [name for name, _says in offered(desk, event=gathering.key, q="lo lan")] == [
        "Lò Thị Lan", "Lò Văn Lan",
    ]  # fmt: skip
    assert offered(desk, q="lo thi lan", ngay="22/11/2026") == [
        ("Lò Thị Lan", "Bí thư Thị ủy Sông Vân")
    ]
    assert offered(desk) == offered(desk, q="\x00") == []


def test_words_follow_part_and_day(desk, gathering, lan):
    event = gathering.key
    said = words(desk, ("Lò Thị Lan", key(lan)), event=event)
    assert said["caption"] == "Đồng chí Lò Thị Lan, Phó Bí thư Thị ủy Sông Vân chủ trì hội nghị"
    assert said["alt"] == "Lò Thị Lan chủ trì hội nghị"
    assert words(desk, ("Lò Thị Lan", key(lan)), ngay="22/11/2026")["caption"] == (
        "Đồng chí Lò Thị Lan, Bí thư Thị ủy Sông Vân"
    )
    assert words(desk, ("Bà con bản Mới", ""), event=event)["caption"] == (
        "Bà con bản Mới phát biểu tại hội nghị"
    )
    assert words(desk, event=event)["caption"] == "Quang cảnh hội nghị"
    both = words(desk, ("Lò Thị Lan", key(lan)), ("Vàng Thị Mỷ", ""), event=event)
    assert both["caption"].startswith("Từ trái sang: Lò Thị Lan, Phó Bí thư Thị ủy")
    assert both["alt"] == "2 người, từ trái sang: Lò Thị Lan và Vàng Thị Mỷ tại hội nghị"


@pytest.mark.parametrize("address", [OFFERS, WORDS])
def test_another_portal_is_not_there(desk, address):
    make.portal("pa-cheo")
    assert desk.get(address, {"portal": "pa-cheo"}).status_code == 404
    assert desk.get(WORDS, {"portal": "song-van", "ten": "A"}).status_code == 404


def test_a_meeting_out_of_reach_lends_nobody(desk, office, lan):
    foreign = meeting(make.portal("pa-cheo"), "Khác")
    held.attends(foreign, lan)
    for event in (foreign.key, "meeting:9", "meeting:x", "nghi:1"):
        assert offered(desk, event=event) == []
        assert words(desk, event=event)["caption"] == ""


def test_links_stand_beside_free_names(office, lan):
    linked = {"Lò Thị Lan": key(lan), "Vàng Thị Mỷ": "person:999999", "Không ở đây": key(lan)}
    row = add_picture(office.portal, office.reporter, RED, people="Lò Thị Lan, Vàng Thị Mỷ")
    assert not row.links.exists()
    said = uploads.described(row)
    uploads.describe_picture(row, by=office.reporter, at=NOON, linked=linked, **said)
    assert list(row.links.values_list("name", "key")) == [("Lò Thị Lan", key(lan))]
    assert Act.objects.filter(verb="describe").get().after == {"linked": "Lò Thị Lan"}
    uploads.describe_picture(row, by=office.reporter, at=NOON, **said)
    assert row.links.count() == 1  # who does not speak of links leaves them
    said["people"] = "Vàng Thị Mỷ"
    uploads.describe_picture(row, by=office.reporter, at=NOON, **said)
    assert not row.links.exists()


def test_a_strangers_hand_links_nobody(office, lan):
    row = add_picture(office.portal, office.reporter, RED, people="Lò Thị Lan")
    with pytest.raises(OutOfSight):
        uploads.name_people(
            row, people="Lò Thị Lan", linked={"Lò Thị Lan": key(lan)}, seen="",
            by=make.Office().chief, at=NOON,
        )  # fmt: skip


def test_a_colleagues_name_is_never_taken_away(office):
    row = add_picture(office.portal, office.reporter, RED, people="Lan, Súa")
    uploads.name_people(
        row, people="Lan, Mỷ", linked={}, seen="Lan", by=office.reporter, at=NOON
    )  # the page had seen "Lan" alone; a colleague has added Súa since
    row.refresh_from_db()
    assert row.people == "Lan, Mỷ, Súa"


def linked_picture(office, person, file=RED, **texts):
    row = add_picture(office.portal, office.reporter, file, people=person.name, **texts)
    PictureLink.objects.create(picture=row, name=person.name, key=key(person))
    return row


def test_the_library_finds_by_person_also_by_another_spelling(desk, office, lan):
    lan.other_spellings = ["Lò Thị Lân"]
    lan.name = "Lò Lan Thị"
    lan.save()
    linked_picture(office, official("Giàng A Súa"), BLUE, caption="Ảnh khác")
    row = linked_picture(office, lan, caption="Ảnh của chị")
    type(row).objects.filter(pk=row.pk).update(people="Lò Thị Lan", folded="anh cua chi")
    for address in (LIBRARY, PICKER):
        html = desk.get(address, {"portal": "song-van", "q": "lo lan thi"}).content.decode()
        assert "Ảnh của chị" in html and "Ảnh khác" not in html
    html = desk.get(LIBRARY, {"nguoi": key(lan)}).content.decode()
    assert "Ảnh của chị" in html and "Ảnh khác" not in html
    assert desk.get(LIBRARY, {"nguoi": "x\x00"}).status_code == 200


def test_the_persons_page_shows_pictures_of_ones_own_portals(desk, at_desk, office, lan):
    linked_picture(office, lan, caption="Ảnh của chị")
    address = f"/toa-soan/people/person/{lan.pk}/change/"
    assert "Ảnh của chị" in desk.get(address).content.decode()
    other = at_desk(make.Office("pa-cheo").reporter)
    assert "Ảnh của chị" not in other.get(address).content.decode()


def row_of(picture, people, linked, shown):
    return {
        "pictures-TOTAL_FORMS": "1", "pictures-INITIAL_FORMS": "0",
        "pictures-0-picture": picture.pk, "pictures-0-placement": "lead",
        "pictures-0-caption": "Khai mạc", "pictures-0-people": people,
        "pictures-0-linked": json.dumps(linked), "pictures-0-shown": json.dumps(shown),
    }  # fmt: skip


def saved(desk, article, **row):
    fields = {
        "headline": article.headline,
        "genre": "news",
        "revision": make.fresh(article).revision,
    }
    for name in ("bylines", "attachments"):
        fields |= {f"{name}-TOTAL_FORMS": "0", f"{name}-INITIAL_FORMS": "0"}
    address = f"/toa-soan/articles/article/{article.pk}/change/"
    assert desk.post(address, {**fields, **row}).status_code == 302


def test_people_named_in_a_piece_stand_in_the_library(desk, office, lan):
    picture = add_picture(office.portal, office.reporter, RED)
    article = office.draft()
    mine = row_of(picture, "Lò Thị Lan", {"Lò Thị Lan": key(lan)}, {"of": picture.pk, "people": ""})
    saved(desk, article, **mine)
    picture.refresh_from_db()
    assert (picture.people, picture.links.get().key) == ("Lò Thị Lan", key(lan))
    assert picture.caption == "Khai mạc"
    page = desk.get(f"/toa-soan/articles/article/{article.pk}/change/").content.decode()
    assert 'value="Lò Thị Lan"' in page and key(lan) in page


@pytest.mark.parametrize("shown", [{"of": 0, "people": ""}, ["x"], None, {"people": ""}])
def test_names_of_another_picture_are_not_put_on_this_one(desk, office, shown):
    picture = add_picture(office.portal, office.reporter, RED)
    saved(desk, office.draft(), **row_of(picture, "Ai đó", {}, shown))
    picture.refresh_from_db()
    assert picture.people == ""


def test_rows_of_pictures_cost_one_query_for_all_links(desk, office, django_assert_max_num_queries):
    rows = [
        (add_picture(office.portal, office.reporter, file), place, "", "", "")
        for file, place in ((RED, "lead"), (BLUE, "gallery"))
    ]
    article = office.draft()
    writing.save(article, writing.Text({}, pictures=rows), by=office.reporter, at=NOON, revision=1)
    with django_assert_max_num_queries(40):
        desk.get(f"/toa-soan/articles/article/{article.pk}/change/")


@pytest.mark.parametrize("text", ["", "[1]", "{", '{"A": 5}', "null", "[" * 5000])
def test_strange_links_are_none(desk, office, text):
    row = add_picture(office.portal, office.reporter, RED, caption="Cũ", people="A")
    seen = json.dumps(uploads.described(row))
    form = {
        "people": "A", "linked": text, "caption": "Mới", "credit": "", "alt": "", "event": "",
        "focal_x": "0.5", "focal_y": "0.5", "consent": "", "seen": seen,
    }  # fmt: skip
    assert desk.post(f"{LIBRARY}{row.pk}/change/", form).status_code == 302
    row.refresh_from_db()
    assert (row.caption, row.people, row.links.count()) == ("Mới", "A", 0)
