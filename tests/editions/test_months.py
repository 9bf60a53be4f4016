"""The archive's months: true at every instant, found without reading what lies between."""

import datetime as dt

import pytest
from django.db import connection

from apps.editions import months, showings
from lib.vietnamese.days import HO_CHI_MINH

from . import make
from .make import DAY, HOUR

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 4, 30, 12, tzinfo=HO_CHI_MINH)


def local(*parts):
    return dt.datetime(*parts, tzinfo=HO_CHI_MINH)


def listed(number, at, **fields):
    fields.setdefault("live_from", at)
    return make.shown(f"article:{number}", at=at, **fields)


def months_at(now):
    return [(at.year, at.month) for at in months.months("songvan", now)]


def test_months_are_those_of_vietnam_the_newest_first():
    listed(1, local(2026, 1, 1))  # the evening before, in UTC
    listed(2, local(2026, 1, 31, 23, 59))
    listed(3, local(2025, 11, 30, 23, 59, 59, 999_999))
    listed(4, local(2019, 2, 1, 0, 0, 0, 1))
    make.shown("article:5", portal="khac", at=local(2024, 5, 5))
    make.shown("person:6", kind="person", at=local(2023, 5, 5))
    assert months_at(NOW) == [(2026, 1), (2025, 11), (2019, 2)]
    assert months.months("songvan", NOW)[0] == local(2026, 1, 1)
    assert months.months("trong", NOW) == []


def test_the_clock_decides_which_months_there_are():
    listed(1, local(2026, 3, 1), expires_at=NOW + DAY)
    listed(2, local(2026, 2, 1))
    listed(3, NOW + HOUR)
    assert months_at(NOW) == [(2026, 3), (2026, 2)]
    assert months_at(NOW + 2 * HOUR) == [(2026, 4), (2026, 3), (2026, 2)]
    assert months_at(NOW + DAY) == [(2026, 4), (2026, 2)]
    showings.hide("songvan", "article:2", at=NOW + 2 * DAY)
    assert months_at(NOW + 2 * DAY) == [(2026, 4)]


def test_the_walk_goes_along_the_index_of_lists(db):
    """Otherwise every article of the archive would be read for one page."""
    explain, at = "EXPLAIN QUERY PLAN ", make.instant(NOW)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute("SET LOCAL enable_sort = off")
            explain = "EXPLAIN "
        cursor.execute(explain + months.statement(), ["songvan", at, at, at] * 2)
        plan = "\n".join(row[-1] for row in cursor.fetchall())
    assert "cut_listed" in plan, plan
    for whole in ("SCAN c", "SCAN s", "TEMP B-TREE", "Sort", "Seq Scan on"):
        assert whole not in plan, plan
