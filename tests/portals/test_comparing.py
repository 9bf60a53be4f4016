"""What a changed frame says of itself, and names of domains."""

import pytest
from django.core.exceptions import ValidationError

from apps.portals import comparing, frame
from apps.portals.domains import domain_names
from apps.portals.example import example
from apps.portals.models import HouseStyle
from apps.portals.presets import PRESETS, apply_preset
from tests import make
from tests.make import NOON

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return make.Office().with_frame()


def differences(office):
    office.portal.refresh_from_db()
    live = frame.live_values(office.portal, NOON)
    return comparing.differences(live, frame.frame_values(office.portal))


def test_an_untouched_frame_differs_in_nothing(office):
    assert differences(office) == []


def test_a_changed_line_shows_old_and_new(office):
    office.portal.welcome = "Chào bạn đọc"
    office.portal.save()
    assert [(d.before, d.after) for d in differences(office)] == [("", "Chào bạn đọc")]


def test_what_the_office_says_of_itself_stands_in_paragraphs(office):
    office.portal.about = "  Một  dòng\nnối tiếp.\n \n\nĐoạn hai. "
    office.portal.save()
    assert [(d.part, d.after) for d in differences(office)] == [
        ("giới thiệu cơ quan", "Một dòng nối tiếp., Đoạn hai.")
    ]


def test_a_new_section_is_named(office):
    make.section(office.portal, "van-ban", title="Văn bản", position=9)
    assert "Văn bản" in {d.after for d in differences(office)}


def test_another_order_is_said_in_words(office):
    make.section(office.portal, "van-ban", title="Văn bản", position=9)
    office.with_frame()
    office.portal.sections.filter(slug="tin-tuc").update(position=10)
    assert all(d.after and not d.before for d in differences(office))


def test_every_preset_has_an_example(office):
    shown = [example(apply_preset(HouseStyle(), name)) for name in PRESETS]
    assert shown[0]["byline"] == "Tin, ảnh: An Thu – Lê Thắng"
    assert {each["dateline"] for each in shown} == {
        "Thứ Hai, 11/10/2021, 07:28",
        "",
        "Cập nhật lúc: 07:28 11/10/2021",
        "Ngày đăng 11/10/2021 | 07:28 | View count: 1984",
        "Thời gian đăng: 11/10/2021 07:28:00 AM",
    }


def test_domains_are_taken_as_people_paste_them():
    pasted = "https://SongVan.vn/trang-chu\n\n*\nxa.songvan.vn:8000"
    assert domain_names(pasted) == ["*", "songvan.vn", "xa.songvan.vn"]


@pytest.mark.parametrize("name", ["thị-xã.vn", "a b.vn", "-a.vn", "a..vn", "x" * 300])
def test_other_words_are_no_domains(name):
    with pytest.raises(ValidationError):
        domain_names(name)


def test_a_domain_belongs_to_one_portal(office):
    taken = office.portal.domains.get().name
    assert domain_names(taken, office.portal) == [taken]
    with pytest.raises(ValidationError):
        domain_names(taken, make.portal())
