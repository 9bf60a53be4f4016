"""Bodies that change: what came before, what follows, what exists on a day."""

import datetime as dt

import pytest

from apps.organizations.lineage import origins, present_successors, successors
from apps.organizations.models import Organization

from .make import body, succession

pytestmark = pytest.mark.django_db
MARCH, JULY = dt.date(2025, 3, 1), dt.date(2025, 7, 1)
DAY = dt.timedelta(days=1)


@pytest.fixture
def boards():
    """Two boards merge in March; the board they make ends in July for two communes."""
    one = body("Ban Tuyên giáo Thị ủy Sông Vân", valid_to=MARCH - DAY)
    two = body("Ban Dân vận Thị ủy Sông Vân", valid_to=MARCH - DAY)
    both = body("Ban Tuyên giáo và Dân vận Thị ủy Sông Vân", valid_from=MARCH, valid_to=JULY - DAY)
    east = body("Ban Xây dựng Đảng Đảng ủy xã Đông", valid_from=JULY)
    west = body("Ban Xây dựng Đảng Đảng ủy xã Tây", valid_from=JULY)
    for before in (one, two):
        succession(before, both, MARCH, "merged")
    for after in (east, west):
        succession(both, after, JULY, "split")
    return one, two, both, east, west


def test_successors_are_followed_through_several_steps(boards):
    one, _two, both, east, west = boards
    assert [(step.depth, step.body) for step in successors(one)] == [
        (1, both),
        (2, east),
        (2, west),
    ]


def test_origins_are_followed_back(boards):
    one, two, both, east, _west = boards
    assert [step.body for step in origins(east)] == [both, one, two]


def test_who_does_the_work_today(boards):
    one, _two, both, east, west = boards
    assert present_successors(one, MARCH) == [both]
    assert present_successors(one, JULY) == [east, west]


def test_each_step_costs_one_query(boards, django_assert_num_queries):
    with django_assert_num_queries(3):
        successors(boards[0])


def test_both_ends_of_its_time_count(boards):
    both = boards[2]
    for day in (MARCH, JULY - DAY):
        assert both in Organization.objects.existing_on(day)
    for day in (MARCH - DAY, JULY):
        assert both not in Organization.objects.existing_on(day)


def test_branch_has_every_depth():
    top = body("Thị ủy Sông Vân")
    board = body("Ban Tổ chức Thị ủy Sông Vân", parent=top)
    desk = body("Tổ giúp việc Ban Tổ chức", parent=board)
    body("Huyện ủy Bến Đò")
    assert set(Organization.objects.beneath([top.pk])) == {board, desk}
