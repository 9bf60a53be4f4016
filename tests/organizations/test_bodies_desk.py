"""Bodies on the desk: the list, one body's page, adding and correcting by decisions."""

import copy
import re

import pytest

from apps.organizations.models import Organization
from apps.people import decisions
from apps.people.models import Decision
from tests import make
from tests.make import NOON
from tests.newsroom.people import client_of
from tests.once import once
from tests.people.town import JULY, LAST, Town, term

from .make import body, succession

pytestmark = pytest.mark.django_db
LIST = "/toa-soan/organizations/organization/"


built = once(Town)


@pytest.fixture
def town(built):
    return copy.deepcopy(built)


@pytest.fixture
def keeper(town):
    return client_of(town.keeper)


def words(answer):
    return re.sub(r"<[^>]+>|\s+", " ", answer.content.decode())


def names(answer):
    return [row.name for row in answer.context["cl"].result_list]


def test_list_is_searched_without_marks(keeper):
    assert names(keeper.get(LIST, {"q": "hoi dong nhan dan song van"})) == [
        "Hội đồng nhân dân thị xã Sông Vân"
    ]


def test_list_of_a_day_has_what_existed(town, keeper):
    old = body("Hội đồng nhân dân thị xã Mường Cũ", valid_to=LAST)
    new = body("Hội đồng nhân dân xã Mường Mới", valid_from=JULY)
    search = {"q": "hoi dong nhan dan", "ngay": "30/6/2025"}
    assert old.name in names(keeper.get(LIST, search))
    assert new.name not in names(keeper.get(LIST, search))
    assert names(keeper.get(LIST, search | {"ngay": "hom-nay"}))[-1] == new.name


@pytest.mark.parametrize("day", ["abc", "31/2/2025", "", "\x00", "9" * 300])
def test_strange_days_give_a_list(keeper, day):
    assert keeper.get(LIST, {"ngay": day}).status_code == 200


def test_list_is_filtered_by_level_and_kind(keeper):
    found = keeper.get(LIST, {"level__exact": "commune", "kind__exact": "people_committee"})
    assert names(found) == ["Ủy ban nhân dân xã Nà Khoang", "Ủy ban nhân dân xã Nà Ten"]


def test_page_names_holders_on_a_day(town, keeper):
    address = f"{LIST}{town['ThU'].pk}/change/"
    assert "Lò Thị Hương" in words(keeper.get(address))
    assert "Lò Thị Hương" not in words(keeper.get(address, {"ngay": "1/1/2010"}))


def test_page_has_the_tree_beneath(town, keeper):
    said = words(keeper.get(f"{LIST}{town['ThU'].pk}/change/"))
    assert "Ban Tổ chức Thị ủy Sông Vân" in said and "Đảng ủy xã Nà Ten" in said


def test_page_tells_what_became_of_it(town, keeper):
    new = body("Đảng ủy xã Mường Mới", valid_from=JULY)
    succession(town["ThU"], new, JULY, "taken_over")
    assert "Đảng ủy xã Mường Mới" in words(keeper.get(f"{LIST}{town['ThU'].pk}/change/"))
    assert "Thị ủy Sông Vân" in words(keeper.get(f"{LIST}{new.pk}/change/"))


def test_reporters_read_and_change_nothing(town):
    reporter = client_of(make.Office().reporter)
    address = f"{LIST}{town['ThU'].pk}/"
    assert reporter.get(f"{address}change/").status_code == 200
    assert reporter.post(f"{address}sua/", {"name": "Khác"}).status_code == 302
    assert reporter.post(f"{LIST}add/", {"name": "Khác"}).status_code == 302
    assert not Decision.objects.exists()


def test_strangers_find_nothing(town):
    stranger = client_of(make.user())
    for address in ("", "add/", f"{town['ThU'].pk}/change/", f"{town['ThU'].pk}/sua/", "tim/"):
        assert stranger.get(LIST + address).status_code in (403, 404)


def test_body_is_added_by_a_decision(town, keeper):
    keeper.post(f"{LIST}add/", {"name": "Hội Nông dân thị xã Sông Vân", "number": "5-QĐ/TU"})
    decision = Decision.objects.get()
    assert not Organization.objects.filter(name__startswith="Hội Nông dân").exists()
    decisions.propose(decision, by=town.keeper, at=NOON)
    decisions.sign(decision, by=town.second, at=NOON)
    made = Organization.objects.get(name="Hội Nông dân thị xã Sông Vân")
    assert (made.kind, made.level, made.slug) == (
        "mass_org", "district", "hoi-nong-dan-thi-xa-song-van",
    )  # fmt: skip


def test_level_is_asked_when_the_name_is_silent(keeper):
    answer = keeper.post(f"{LIST}add/", {"name": "Câu lạc bộ Hưu trí"})
    assert list(answer.context["form"].errors) == ["level"]
    assert "Câu lạc bộ Hưu trí" in answer.content.decode()


def test_record_is_corrected_by_a_decision(town, keeper):
    board = town["Ban Tổ chức"]
    typed = {"name": board.name, "parent": board.parent_id, "place": board.place,
             "abbreviations": "BTC", "short_names": "Ban Tổ chức"}  # fmt: skip
    keeper.post(f"{LIST}{board.pk}/sua/", typed)
    line = Decision.objects.get().changes[0]
    assert line["set"] == {"abbreviations": ["BTC"], "short_names": ["Ban Tổ chức"]}


def test_nothing_corrected_makes_no_decision(town, keeper):
    board = town["Ban Tổ chức"]
    typed = {"name": board.name, "parent": board.parent_id, "place": board.place}
    assert keeper.post(f"{LIST}{board.pk}/sua/", typed).status_code == 200
    assert not Decision.objects.exists()


def test_page_costs_the_same_for_many_holders(town, keeper, django_assert_max_num_queries):
    for person in town.people:
        term(person, "Ủy viên Ban Thường vụ", town["ThU"])
    keeper.get(f"{LIST}{town['ThU'].pk}/change/")
    with django_assert_max_num_queries(30):
        keeper.get(f"{LIST}{town['ThU'].pk}/change/")
