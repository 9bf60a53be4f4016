"""Who leads a body and who did, what belongs to it, what it came from and became."""

import json

import pytest
from selectolax.lexbor import LexborHTMLParser

from . import make, register
from .test_caching import queries
from .test_people_pages import links, texts

ADDRESS = "/to-chuc/thi-uy-song-van/"
HERE = (1, "Thị ủy Sông Vân")
pytestmark = pytest.mark.usefixtures("portal")


def test_leaders_stand_apart_from_members(read):
    member = register.leader("Lê Văn An", 8, rank="Thị ủy viên", leads=False)
    register.body(leaders=[register.leader(), member])
    html = read(ADDRESS)
    assert texts(html, ".leader b") == ["Hà Văn Minh"]
    assert "Lê Văn An" in texts(html, ".members li")[0]


def test_status_is_said_with_the_rank(read):
    acting = register.leader(rank="Chủ tịch", status="acting")
    register.body(leaders=[acting])
    assert "Quyền Chủ tịch" in read(ADDRESS)


def test_leaders_with_a_page_bring_link_and_portrait(read):
    register.person(portrait=make.picture())
    register.body(leaders=[register.leader()])
    html = read(ADDRESS)
    assert links(html, ".leader a") == ["/can-bo/ha-van-minh/"]
    assert LexborHTMLParser(html).css_first(".leader img") is not None


def test_former_leaders_stand_by_rank_and_year(read):
    spans = [
        ("Trần Thị Hòa", 8, "2010-01-01", "2015-05-31"),
        ("Lê Văn An", 9, "2005-01-01", "2009-12-31"),
    ]
    former = [register.leader(name, n, **{"from": a, "to": z}) for name, n, a, z in spans]
    register.body(leaders=[register.leader()], former=former)
    html = read(ADDRESS)
    assert texts(html, ".rank") == ["Bí thư"]
    assert texts(html, ".times-years") == ["2020 – nay", "2010 – 2015", "2005 – 2009"]


class TestYears:
    @pytest.fixture(autouse=True)
    def led(self, portal):
        former = register.leader("Trần Thị Hòa", 8, **{"from": "2010-01-01", "to": "2015-05-31"})
        register.body(leaders=[register.leader()], former=[former])

    @pytest.mark.parametrize(
        ("year", "who"), [("2012", ["Trần Thị Hòa"]), ("2015", ["Trần Thị Hòa"]), ("2018", []),
                          ("2021", ["Hà Văn Minh"])]
    )  # fmt: skip
    def test_pupil_asks_who_led_in_a_year(self, read, year, who):
        html = read(f"{ADDRESS}?nam={year}")
        section = LexborHTMLParser(html).css_first("[aria-labelledby=trong-nam]")
        names = [name for name in ("Trần Thị Hòa", "Hà Văn Minh") if name in section.text()]
        assert names == who

    @pytest.mark.parametrize("wrong", ["", "abc", "99999", "２０１２", "2012 "])
    def test_wrong_year_is_the_plain_page(self, read, wrong):
        assert read(f"{ADDRESS}?nam={wrong}") == read(ADDRESS)


def test_year_before_the_body_leads_to_where_it_came_from(read):
    register.body(2, "Huyện ủy Cũ")
    origin = register.step((2, "Huyện ủy Cũ"), HERE)
    register.body(origins=[origin], **{"from": "2021-07-01"})
    assert links(read(f"{ADDRESS}?nam=2012"), "a.thin") == ["/to-chuc/huyen-uy-cu/?nam=2012"]


@pytest.mark.parametrize(
    ("year", "words"),
    [("2010", "Cơ quan này thành lập ngày 01/07/2012."),
     ("2026", "Cơ quan này hoạt động đến hết ngày 30/06/2025."),
     ("2013", "Danh mục chức danh không ghi ai trong năm này.")],
)  # fmt: skip
def test_a_year_without_leaders_says_why(read, year, words):
    unknown = {"from": None, "to": "2012-12-31"}  # held on every day until then
    former = [register.leader("Trần Thị Hòa", 8, **unknown)]
    register.body(former=former, **{"from": "2012-07-01", "to": "2025-06-30"})
    part = LexborHTMLParser(read(f"{ADDRESS}?nam={year}")).css_first("[aria-labelledby=trong-nam]")
    assert words in part.text() and "Trần Thị Hòa" not in part.text()


def test_todays_leaders_do_not_stand_beneath_another_year(read):
    register.body(leaders=[register.leader()])
    assert texts(read(ADDRESS), ".leader b") == ["Hà Văn Minh"]
    assert texts(read(f"{ADDRESS}?nam=2021"), ".leader b") == []


def test_ended_body_says_when_and_what_followed(read):
    register.body(2, "Đảng ủy phường Sông Vân")
    follows = register.step(HERE, (2, "Đảng ủy phường Sông Vân"), document="12-NQ/TU")
    register.body(successors=[follows], **{"to": "2021-06-30"})
    html = read(ADDRESS)
    (told,) = texts(html, ".ended")
    assert "30/06/2021" in told and "12-NQ/TU" in told
    assert links(html, ".ended a") == ["/to-chuc/dang-uy-phuong-song-van/"]


def test_merger_is_one_event(read):
    origins = [register.step((n, name), HERE, "merged") for n, name in ((2, "A"), (3, "B"))]
    register.body(origins=origins)
    (event,) = texts(read(ADDRESS), "[aria-labelledby=lich-su] .times-words")
    assert event.startswith("A và B hợp nhất thành Thị ủy Sông Vân")


def test_one_body_merges_into_another(read):
    follows = register.step(HERE, (2, "A"), "merged", document="718-QĐ/TU")
    register.body(successors=[follows], **{"to": "2021-06-30"})
    html = read(ADDRESS)
    (told,) = texts(html, ".ended p + p")
    assert told.startswith("Thị ủy Sông Vân hợp nhất vào A")
    assert '<span class="nb">718-QĐ/TU</span>' in html


def test_several_that_take_over_are_one_event(read):
    follow = [register.step(HERE, (n, name), "taken_over") for n, name in ((2, "A"), (3, "B"))]
    register.body(successors=follow, **{"to": "2021-06-30"})
    (event,) = texts(read(ADDRESS), "[aria-labelledby=lich-su] .times-words")
    assert event.startswith("A và B kế thừa nhiệm vụ của Thị ủy Sông Vân")


def test_history_goes_through_several_steps(read):
    steps = [register.step((3, "Xưa"), (2, "Cũ"), on="2001-01-01"), register.step((2, "Cũ"), HERE)]
    register.body(origins=steps, **{"from": "2021-07-01"})
    assert texts(read(ADDRESS), "[aria-labelledby=lich-su] .times-years") == ["2001", "2021"]


def test_structure_is_a_nested_list(read):
    inner = {"key": "body:3", "name": "Tổ Cơ yếu", "children": []}
    register.body(children=[{"key": "body:2", "name": "Văn phòng Thị ủy", "children": [inner]}])
    assert texts(read(ADDRESS), ".tree .tree li") == ["Tổ Cơ yếu"]


def test_page_costs_three_queries_and_then_one(client):
    register.person()
    register.body(leaders=[register.leader()])
    assert (queries(client, ADDRESS), queries(client, ADDRESS)) == (3, 1)


def test_hostile_names_stay_words(read):
    evil = '"><script>alert(1)</script>'
    step = register.step((2, evil), HERE, document=evil)
    register.body(
        leaders=[register.leader(evil, rank=evil)], origins=[step], document=evil,
        children=[{"key": "body:3", "name": evil, "children": []}],
        parent={"key": "body:4", "name": evil},
    )  # fmt: skip
    assert "<script>alert" not in read(ADDRESS)


def test_search_engines_learn_what_it_is(read):
    register.body(parent={"key": "body:9", "name": "Tỉnh ủy"}, **{"from": "1971-12-27"})
    data = LexborHTMLParser(read(ADDRESS)).css_first("script[type='application/ld+json']")
    told = json.loads(data.text())
    assert (told["@type"], told["foundingDate"]) == ("Organization", "1971-12-27")
    assert told["parentOrganization"]["name"] == "Tỉnh ủy"


def test_acting_holder_is_never_told_as_the_head(read):
    former = register.leader("Trần Thị Hòa", 8, rank="Chủ tịch", status="acting",
                             **{"from": "2016-04-01", "to": "2016-06-20"})  # fmt: skip
    register.body(former=[former])
    (told,) = texts(read(ADDRESS), ".times-words")
    assert told.startswith("Trần Thị Hòa Quyền Chủ tịch từ 01/04/2016")


def test_who_is_in_charge_does_not_bear_the_heads_rank(read):
    register.body(leaders=[register.leader(rank="Trưởng ban", status="in_charge")])
    assert texts(read(ADDRESS), ".leader-words > span")[0] == "Phụ trách"


def test_old_body_of_the_same_name_is_told_apart(read):
    origin = register.step((2, "Thị ủy Sông Vân"), HERE, "merged")
    register.body(origins=[origin], **{"from": "2021-07-01"})
    (event,) = texts(read(ADDRESS), "[aria-labelledby=lich-su] .times-words")
    assert event.startswith("Thị ủy Sông Vân (cũ) hợp nhất vào Thị ủy Sông Vân")
