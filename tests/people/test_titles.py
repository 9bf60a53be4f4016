"""Titles of a day, in order and in the words of the house."""

import datetime as dt

import pytest

from apps.organizations.models import Organization
from apps.people import standing, titles
from apps.people.models import Person
from tests import make
from tests.once import once
from tests.people.register import body, holds, load_file, person

pytestmark = pytest.mark.django_db
DAY = dt.date(2025, 4, 1)


def named(name):
    return Person.objects.get(name=name).pk


def long(name, home=titles.NOWHERE, on=DAY, half=None):
    pk = getattr(name, "pk", None) or named(name)
    return titles.long_form(titles.titles_on([pk], on, half=half)[pk], home=home)


def _town():
    load_file()
    make.portal("song-van", committee="THU-SV")
    make.portal("ben-do", committee="DU-BD")


town = once(_town)


@pytest.fixture
def song_van(town):
    return titles.home_of("song-van")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Phùng Thị Ngọc Liên", "Phó Bí thư Thường trực Thị ủy, Chủ tịch HĐND thị xã"),
        ("Nông Khánh Tùng", "Tỉnh ủy viên, Bí thư Thị ủy"),
        ("Nghiêm Bá Lĩnh", "Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh"),
        ("Đoàn Hữu Bằng", "Ủy viên Ban Thường vụ, Trưởng Ban Tổ chức Thị ủy"),
        ("Lò Văn Mười", "Ủy viên Ban Thường vụ, Chủ nhiệm Ủy ban Kiểm tra Thị ủy"),
        ("Lại Thế Vinh", "Thị ủy viên, Chánh Văn phòng Thị ủy"),
        ("Triệu Mùi Nái", "Ủy viên Ban Thường vụ Thị ủy, Chủ tịch Ủy ban MTTQ Việt Nam thị xã"),
        ("Chu Thị Hoài", "Thị ủy viên, Chủ tịch Hội LHPN thị xã"),
        ("H'Loan Êban", "Thị ủy viên, Bí thư Thị Đoàn"),
        ("Mạc Văn Thụ", "Thị ủy viên, Bí thư Đảng ủy, Chủ tịch HĐND phường Bến Đò"),
        ("Ninh Văn Đạo", "Phó Bí thư Thường trực Đảng ủy phường Bến Đò"),
    ],
)
def test_long_form_reads_as_the_office_writes(song_van, name, words):
    assert long(name, song_van) == words


def test_ward_writes_its_own_bodies_without_place(town):
    assert (
        long("Sầm Thị Diệp", titles.home_of("ben-do")) == "Phó Bí thư Đảng ủy, Chủ tịch UBND phường"
    )
    assert long("Ninh Văn Đạo", titles.home_of("ben-do")) == "Phó Bí thư Thường trực Đảng ủy phường"


def test_elsewhere_the_place_is_said_once(town):
    words = "Phó Bí thư Thường trực Thị ủy, Chủ tịch HĐND thị xã Sông Vân"
    assert long("Phùng Thị Ngọc Liên", titles.home_of("khong-co")) == words


def test_titles_follow_the_day(song_van):
    assert long("Giàng A Súa", song_van, dt.date(2024, 6, 15)) == (
        "Phó Bí thư Thị ủy, Phó Chủ tịch UBND thị xã"
    )
    assert long("Giàng A Súa", song_van, dt.date(2018, 1, 1)) == ""


def test_short_form_is_the_highest_office(song_van):
    held = titles.titles_on([named("Nông Khánh Tùng")], DAY)[named("Nông Khánh Tùng")]
    assert titles.short_form(held, home=song_van) == "Bí thư Thị ủy"


def test_former_form_says_nguyen(song_van):
    pk = named("Hoàng Đức Trạch")
    former = titles.former_titles([pk], DAY)[pk]
    assert titles.former_form(former, home=song_van) == "nguyên Bí thư Thị ủy"
    assert titles.former_form([]) == ""


def test_implied_memberships_are_not_told():
    committee, who = body("Huyện ủy Nậm Cốc"), person("Quàng Văn Ún")
    for rank in ("Huyện ủy viên", "Ủy viên Ban Thường vụ", "Phó Bí thư"):
        holds(who, rank, committee)
    assert long(who) == "Phó Bí thư Huyện ủy Nậm Cốc"
    assert len(titles.titles_on([who], DAY)[who.pk]) == 3


def test_seat_in_another_committee_names_both():
    who, province = person("Lương Thị Sao"), body("Tỉnh ủy Vân Giang")
    holds(who, "Ủy viên Ban Thường vụ", province)
    holds(who, "Trưởng ban", body("Ban Tổ chức Huyện ủy Nậm Cốc", body("Huyện ủy Nậm Cốc")))
    assert long(who) == (
        "Ủy viên Ban Thường vụ Tỉnh ủy Vân Giang, Trưởng Ban Tổ chức Huyện ủy Nậm Cốc"
    )


@pytest.mark.parametrize(
    ("rank", "name", "status", "words"),
    [
        ("Chủ tịch", "Ủy ban nhân dân tỉnh Vân Giang", "acting",
         "Quyền Chủ tịch UBND tỉnh Vân Giang"),
        ("Trưởng ban", "Ban Dân vận Huyện ủy Nậm Cốc", "in_charge",
         "Phụ trách Ban Dân vận Huyện ủy Nậm Cốc"),
        ("Phó Chủ tịch", "Ủy ban nhân dân xã Nà Khoang", "in_charge",
         "Phó Chủ tịch UBND xã Nà Khoang phụ trách UBND xã Nà Khoang"),
        ("Chủ tịch", "Ủy ban Mặt trận Tổ quốc Việt Nam xã Nà Khoang", "provisional",
         "Chủ tịch Ủy ban MTTQ Việt Nam lâm thời xã Nà Khoang"),
        ("Bí thư", "Huyện ủy Nậm Cốc", "provisional", "Bí thư Huyện ủy Nậm Cốc lâm thời"),
        ("Giám đốc", "Công an tỉnh Vân Giang", "holds", "Giám đốc Công an tỉnh Vân Giang"),
        ("Trưởng Công an", "Công an xã Nà Khoang", "holds", "Trưởng Công an xã Nà Khoang"),
        ("phó bí thư thường trực", "Ban Chấp hành Đảng bộ huyện Nậm Cốc", "holds",
         "Phó Bí thư Thường trực Huyện ủy Nậm Cốc"),
        ("Ủy viên Ban Chấp hành", "Huyện uỷ Nậm Cốc", "holds", "Huyện ủy viên"),
        ("Trưởng phòng", "Phòng Nội vụ huyện Nậm Cốc", "holds",
         "Trưởng Phòng Nội vụ huyện Nậm Cốc"),
        ("Ủy viên Trung ương Đảng", "Ban Chấp hành Trung ương Đảng", "holds",
         "Ủy viên Trung ương Đảng"),
    ],
)  # fmt: skip
def test_rank_and_body_join_as_people_write(rank, name, status, words):
    who = person("Cà Thị Bưởi")
    holds(who, rank, body(name), status=status)
    assert long(who) == words


def test_second_office_is_joined_by_kiem():
    who, committee = person("Vừ Thị Dợ"), body("Thành ủy Lũng Hoa")
    holds(who, "Trưởng ban", body("Ban Tuyên giáo Thành ủy Lũng Hoa", committee))
    centre = body("Trung tâm Chính trị thành phố Lũng Hoa", committee)
    holds(who, "Giám đốc", centre, status="concurrent")
    assert long(who) == (
        "Trưởng Ban Tuyên giáo Thành ủy kiêm Giám đốc Trung tâm Chính trị thành phố Lũng Hoa"
    )


def test_board_without_a_place_takes_its_committee():
    who, committee = person("Đèo Văn Long"), body("Đảng ủy xã Nà Khoang")
    holds(who, "Ủy viên Ban Thường vụ", committee)
    holds(
        who, "Trưởng ban", body("Ban Xây dựng Đảng", committee, level="commune", kind="party_board")
    )
    assert long(who) == "Ủy viên Ban Thường vụ, Trưởng Ban Xây dựng Đảng Đảng ủy xã Nà Khoang"


def test_party_stands_before_council_before_committee():
    who = person("Hà Văn Púa")
    for rank, name in [
        ("Phó Chủ tịch", "Ủy ban nhân dân huyện Nậm Cốc"),
        ("Đại biểu", "Hội đồng nhân dân huyện Nậm Cốc"),
        ("Huyện ủy viên", "Huyện ủy Nậm Cốc"),
        ("Tỉnh ủy viên", "Tỉnh ủy Vân Giang"),
    ]:
        holds(who, rank, body(name))
    ranks = [held.rank for held in titles.titles_on([who], DAY)[who.pk]]
    assert ranks == ["Tỉnh ủy viên", "Huyện ủy viên", "Đại biểu", "Phó Chủ tịch"]


def test_title_ends_with_its_body():
    who = person("Tẩn Láo Lở")
    holds(who, "Bí thư", body("Huyện ủy Nậm Cốc", valid_to=dt.date(2025, 6, 30)))
    assert long(who, on=dt.date(2025, 6, 30)) == "Bí thư Huyện ủy Nậm Cốc"
    assert long(who, on=dt.date(2025, 7, 1)) == ""


@pytest.fixture
def handover():
    committee, old, new = body("Huyện ủy Nậm Cốc"), person("Lý Thị Pản"), person("Bàn Văn Tá")
    holds(old, "Bí thư", committee, "2020-08-01", "2025-04-01")
    holds(new, "Phó Bí thư", committee, "2020-08-01", "2025-04-01")
    holds(new, "Bí thư", committee, "2025-04-01")
    return old, new


def test_both_hold_on_the_day_of_a_handover(handover):
    old, new = handover
    assert long(old) == "Bí thư Huyện ủy Nậm Cốc"
    assert long(new) == "Bí thư Huyện ủy, Phó Bí thư Huyện ủy Nậm Cốc"


def test_half_of_the_day_decides_a_handover(handover):
    old, new = handover
    assert long(old, half="before") == "Bí thư Huyện ủy Nậm Cốc"
    assert long(old, half="after") == ""
    assert long(new, half="before") == "Phó Bí thư Huyện ủy Nậm Cốc"
    assert long(new, half="after") == "Bí thư Huyện ủy Nậm Cốc"


def test_many_days_at_once_say_what_each_day_says(handover, django_assert_max_num_queries):
    days = [DAY - dt.timedelta(days=1), DAY, DAY + dt.timedelta(days=1)]
    wanted = [(who.pk, day) for who in handover for day in days]
    with django_assert_max_num_queries(2):
        told = titles.on_days(wanted)
    for pk, day in wanted:
        halves = dict(titles.halves_on([pk], day)[pk])
        assert told[pk, day] == {"": titles.standing_on([pk], day)[pk]} | halves
    assert {len(told[pk, DAY]) for pk, _day in wanted} == {3}


def test_last_day_without_a_successor_counts_whole():
    who = person("Ma Văn Chử")
    holds(who, "Phó Bí thư", body("Huyện ủy Nậm Cốc"), "2020-08-01", "2025-04-01")
    assert long(who, half="after") == "Phó Bí thư Huyện ủy Nậm Cốc"
    assert not titles.standing_on([who], DAY)[who.pk].handover


def test_people_of_a_body_on_a_day(town):
    committee = titles.titles_on([named("Nông Khánh Tùng")], DAY)[named("Nông Khánh Tùng")][1].body
    names = [held.person.name for held in titles.people_of(committee, DAY)]
    assert names[:3] == ["Nông Khánh Tùng", "Phùng Thị Ngọc Liên", "Giàng A Súa"]
    assert "Hoàng Đức Trạch" not in names


def test_many_people_are_read_like_few(town, monkeypatch):
    everybody = list(Person.objects.all())
    few = titles.titles_on(everybody, DAY)
    monkeypatch.setattr(standing, "MANY", 0)
    many = titles.titles_on(everybody, DAY)
    assert {pk: list(map(titles.title_form, held)) for pk, held in many.items()} == {
        pk: list(map(titles.title_form, held)) for pk, held in few.items()
    }


def test_committee_is_known_by_its_address_too():
    first, second = body("Thị ủy Mường Ẩm"), body("Huyện ủy Nậm Cốc")
    type(first).objects.filter(pk=first.pk).update(ref=second.slug)
    make.portal("nam-coc", committee=second.slug)
    assert titles.home_of("nam-coc") == {("district", "nam coc")}


@pytest.mark.sqlite_only
def test_sixty_attendees_cost_three_queries(django_assert_max_num_queries):
    committee = body("Huyện ủy Nậm Cốc")
    people = [person(f"Nguyễn Văn {number}") for number in range(60)]
    for who in people:
        holds(who, "Huyện ủy viên", committee, "2025-04-01")
        holds(who, "Bí thư", body(f"Đảng ủy xã Số {who.pk}", committee), "2021-01-01")
    with django_assert_max_num_queries(3):
        order = titles.in_protocol_order([who.pk for who in people], DAY)
        held = titles.titles_on(order, DAY)
        assert all(titles.long_form(held[pk]) for pk in order)


def test_acting_behind_another_title_is_written_small(town):
    committee = Organization.objects.get(ref="THU-SV")
    council = body("Hội đồng nhân dân xã Nà Lau")
    who = person("Lò Văn Chiêm")
    holds(who, "Phó Bí thư", committee, "2020-01-01")
    holds(who, "Chủ tịch", council, "2021-01-01", status="acting")
    held = titles.titles_on([who.pk], dt.date(2022, 1, 1))[who.pk]
    assert ", quyền Chủ tịch HĐND xã Nà Lau" in titles.long_form(held)
