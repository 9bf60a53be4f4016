"""Everybody in office and every body, in the order people look for them."""

import pytest

from apps.public import register_lists

from . import register
from .test_caching import queries
from .test_people_pages import links, texts

pytestmark = pytest.mark.usefixtures("portal")


def test_people_stand_by_their_given_names(read):
    for number, (name, sort) in enumerate([("Trần Văn Bảo", "b"), ("Lê Thị An", "a")], 1):
        register.person(number, name, sort=sort, office="Bí thư")
    assert texts(read("/can-bo/"), ".known a") == ["Lê Thị An", "Trần Văn Bảo"]


def test_people_without_office_are_not_listed(read):
    register.person(office="")
    assert not texts(read("/can-bo/"), ".known a")


def test_bodies_stand_by_level_and_the_past_last(read):
    register.body(1, "Đảng ủy xã Nà Khoang", level="commune")
    register.body(2, "Tỉnh ủy Vân Giang", level="province")
    register.body(3, "Ban Cán sự Đảng", level="province", **{"to": "2020-01-01"})
    html = read("/to-chuc/")
    assert texts(html, ".known a") == [
        "Tỉnh ủy Vân Giang", "Đảng ủy xã Nà Khoang", "Ban Cán sự Đảng",
    ]  # fmt: skip
    assert texts(html, ".listing h2") == ["Cấp tỉnh", "Cấp xã", "Đã kết thúc hoạt động"]


def test_bodies_of_a_level_stand_by_kind_and_then_by_name(read):
    kinds = {
        "Ban Chỉ huy Quân sự xã": "military", "Câu lạc bộ xã": "unheard of",
        "Đảng ủy xã Nà Khoang": "party_committee", "Đảng ủy xã Bản Lếch": "party_committee",
        "Ban Xây dựng Đảng": "party_board", "Hội Nông dân xã": "mass_org", "MTTQ xã": "front",
        "UBND xã": "people_committee", "HĐND xã": "people_council",
    }  # fmt: skip
    for number, (name, kind) in enumerate(kinds.items(), 1):
        register.body(number, name, kind=kind, level="commune")
    assert texts(read("/to-chuc/"), ".known a") == [
        "Đảng ủy xã Bản Lếch", "Đảng ủy xã Nà Khoang", "Ban Xây dựng Đảng", "HĐND xã", "UBND xã",
        "MTTQ xã", "Hội Nông dân xã", "Ban Chỉ huy Quân sự xã", "Câu lạc bộ xã",
    ]  # fmt: skip


def test_a_place_is_told_where_the_name_does_not_say_it(read):
    register.body(1, "Tỉnh ủy Vân Giang", place="tỉnh Vân Giang")
    register.body(2, "Trường Chính trị", place="tỉnh Vân Giang")
    assert texts(read("/to-chuc/"), ".known li") == [
        "Tỉnh ủy Vân Giang", "Trường Chính trị tỉnh Vân Giang",
    ]  # fmt: skip


def test_bodies_of_one_name_are_told_apart_by_years(read):
    register.body(1, "Đảng ủy phường Bến Đò", **{"from": "2025-07-01"})
    register.body(2, "Đảng ủy phường Bến Đò (2)", **{"from": "1995-05-15", "to": "2025-06-30"})
    assert texts(read("/to-chuc/"), ".known span") == ["1995 – 2025"]


def test_long_list_goes_on_over_pages(read, client, monkeypatch):
    monkeypatch.setattr(register_lists, "PER_PAGE", 2)
    for number in range(1, 4):
        register.body(number, f"Chi bộ {number}")
    assert links(read("/to-chuc/"), ".pages a") == ["?trang=2"]
    second = read("/to-chuc/?trang=2")
    assert texts(second, ".known a") == ["Chi bộ 3"]
    assert links(second, ".pages a") == ["/to-chuc/"]
    assert client.get("/to-chuc/?trang=3").status_code == 404


@pytest.mark.parametrize("wrong", ["0", "-1", "x", "1e3", "99999"])
def test_wrong_page_is_the_first(read, wrong):
    assert read(f"/can-bo/?trang={wrong}") == read("/can-bo/")


@pytest.mark.parametrize("address", ["/can-bo/", "/to-chuc/"])
def test_lists_cost_three_queries_and_then_one(client, address):
    register.person(office="Bí thư")
    assert (queries(client, address), queries(client, address)) == (3, 1)
