"""Rows that pages are cut from. A test names only what it is about."""

import datetime as dt
import itertools

from apps.organizations.models import Organization
from apps.people import pages
from apps.people.models import Person, Position, Term
from tests import make

NOON = make.NOON  # 30/4/2026, 12:00 in Vietnam
HOUR = make.HOUR
SIGNERS = [{"name": "Lan"}, {"name": "Hòa"}]
_serial = itertools.count(1)


def day(text):
    """ "30/4/2026" as a date."""
    return dt.datetime.strptime(text, "%d/%m/%Y").replace(tzinfo=dt.UTC).date()


def body(name="Thị ủy Sông Vân", **fields):
    fields.setdefault("kind", "party_committee")
    fields.setdefault("level", "district")
    return Organization.objects.create(name=name, slug=f"co-quan-{next(_serial)}", **fields)


def person(name="Hà Văn Minh", **fields):
    return Person.objects.create(name=name, slug=f"can-bo-{next(_serial)}", **fields)


def term(who, rank, of, starts="1/1/2024", ends=None, **fields):
    position, _made = Position.objects.get_or_create(rank=rank, body=of)
    return Term.objects.create(
        person=who, position=position, starts_on=day(starts) if starts else None,
        ends_on=day(ends) if ends else None, **fields,
    )  # fmt: skip


def publish(*rows, at=NOON):
    """Cut the pages of these people and bodies and of all who name them."""
    people = {row.pk for row in rows if isinstance(row, Person)}
    bodies = {row.pk for row in rows if not isinstance(row, Person)}
    pages.publish(people=people, bodies=bodies, signers=SIGNERS, by="Lan", why="", at=at)
