"""People in the order in which an office names them."""

import datetime as dt

import pytest

from apps.people.titles import in_protocol_order
from tests.people.register import body, holds, person

pytestmark = pytest.mark.django_db
DAY = dt.date(2025, 4, 1)


def order(*people, **options):
    names = {who.pk: who.name for who in people}
    return [names[pk] for pk in in_protocol_order(reversed(list(names)), DAY, **options)]


@pytest.fixture
def committee():
    return body("Huyện ủy Nậm Cốc")


def test_lowest_precedence_held_decides(committee):
    deputy, chair = person("Phó"), person("Chủ tịch")
    holds(deputy, "Phó Bí thư Thường trực", committee)
    holds(chair, "Chủ tịch", body("Ủy ban nhân dân huyện Nậm Cốc"))
    holds(chair, "Bí thư", committee)
    assert order(chair, deputy) == ["Chủ tịch", "Phó"]


def test_equal_rank_earlier_appointment_first(committee):
    early, late = person("Trước"), person("Sau")
    holds(late, "Ủy viên Ban Thường vụ", committee, "2023-01-01")
    holds(early, "Ủy viên Ban Thường vụ", committee, "2020-08-01")
    assert order(early, late) == ["Trước", "Sau"]


def test_appointed_on_one_day_older_first(committee):
    people = [
        person("Già", born_on=dt.date(1968, 1, 1)), person("Trẻ", born_on=dt.date(1980, 1, 1)),
        person("Không rõ"),
    ]  # fmt: skip
    for who in people:
        holds(who, "Ủy viên Ban Thường vụ", committee, "2020-08-01")
    assert order(*people) == ["Già", "Trẻ", "Không rõ"]


def test_appointed_nobody_knows_when_stands_first(committee):
    known, unknown = person("Có ngày"), person("Từ lâu")
    holds(known, "Ủy viên Ban Thường vụ", committee, "2010-08-01")
    holds(unknown, "Ủy viên Ban Thường vụ", committee)
    assert order(unknown, known) == ["Từ lâu", "Có ngày"]


def test_former_holder_follows_the_present_one(committee):
    now, was, deputy = person("Đương nhiệm"), person("Tiền nhiệm"), person("Cấp phó")
    holds(was, "Bí thư", committee, "2015-01-01", "2020-01-01")
    holds(now, "Bí thư", committee, "2020-01-02")
    holds(deputy, "Phó Bí thư", committee)
    assert order(now, was, deputy) == ["Đương nhiệm", "Tiền nhiệm", "Cấp phó"]


def test_guests_of_a_higher_level_come_first(committee):
    host, guest = person("Chủ"), person("Khách")
    holds(host, "Bí thư", committee)
    holds(guest, "Phó Trưởng ban", body("Ban Tổ chức Tỉnh ủy Vân Giang"))
    assert order(guest, host) == ["Khách", "Chủ"]


def test_own_precedence_wins_over_the_position(committee):
    first, second = person("Một"), person("Hai")
    holds(first, "Phó Bí thư", committee)
    term = holds(second, "Phó Bí thư", committee, "2019-01-01")
    type(term).objects.filter(pk=term.pk).update(precedence=999)
    assert order(first, second) == ["Một", "Hai"]


def test_who_never_held_anything_comes_last(committee):
    host, visitor, other = person("Chủ"), person("Người Bình"), person("Người An")
    holds(host, "Bí thư", committee)
    assert order(host, visitor, other) == ["Chủ", "Người An", "Người Bình"]


def test_after_a_handover_the_new_one_leads(committee):
    old, new, deputy = person("Cũ"), person("Mới"), person("Phó")
    holds(old, "Bí thư", committee, "2015-01-01", "2025-04-01")
    holds(new, "Bí thư", committee, "2025-04-01")
    holds(deputy, "Phó Bí thư", committee)
    assert order(new, old, deputy, half="after") == ["Mới", "Cũ", "Phó"]
    assert order(old, deputy, new, half="before") == ["Cũ", "Phó", "Mới"]
