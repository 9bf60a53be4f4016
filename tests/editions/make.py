"""Cuts and showings by themselves, as no noun above is needed for them."""

import datetime as dt
import itertools

from django.db import connection

from apps.editions import showings
from apps.editions.cutting import Page, cut_page
from apps.editions.models import Showing

NOON = dt.datetime(2026, 4, 30, 5, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)
_serial = itertools.count(1)


def cut(key="article:1", portal="songvan", at=NOON, kind="article", files=(), **fields):
    """A cut whose values name its serial number: no two are alike."""
    number = next(_serial)
    values = {"headline": f"Thị ủy họp phiên {number}", "sapo": "", "html": "", "files": [*files]}
    values |= fields.pop("values", {})
    fields.setdefault("title", values["headline"])
    page = Page(portal=portal, key=key, kind=kind, values=values, listed_at=at, **fields)
    return cut_page(page, signers=[{"name": "An"}, {"name": "Bình"}], by="An", why="", at=at)


def shown(key="article:1", portal="songvan", at=NOON, live_from=None, **fields):
    """A page cut and shown at once, at an address of its own key unless one is given."""
    address = fields.pop("address", f"/tin/{key.replace(':', '-')}/")
    expires_at = fields.pop("expires_at", None)
    keep_plans = fields.pop("keep_plans", False)
    made = cut(key, portal, at, **fields)
    return showings.show(
        made, address=address, live_from=live_from or at, at=at, expires_at=expires_at,
        keep_plans=keep_plans,
    )  # fmt: skip


def fresh(showing):
    return Showing.objects.select_related("cut").get(pk=showing.pk)


def sql(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.rowcount


def instant(at):
    """An instant as the engine in use takes it in raw SQL."""
    return connection.ops.adapt_datetimefield_value(at) if at else None
