"""Smallest valid rows of the register. A test names only what it is about."""

import datetime as dt
import itertools

from apps.organizations.models import Organization
from apps.people import decisions
from apps.people.models import Person, Position, Term
from tests import make

NOON = make.NOON  # 30/4/2026, 12:00 in Vietnam
TODAY = dt.date(2026, 4, 30)
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


def keeper(name="Thư ký Lan"):
    return make.user(display_name=name, keeps_register=True)


def chief(name="Trưởng ban Hòa", role="chief"):
    return make.seated(role, make.portal(), display_name=name)


class Two:
    """A keeper who drafts and a chief who signs."""

    def __init__(self):
        self.keeper, self.chief = keeper(), chief()

    def draft(self, *changes, **fields):
        fields.setdefault("subject", "Quyết định về công tác cán bộ")
        return decisions.draft(changes=changes, by=self.keeper, at=NOON, **fields)

    def proposed(self, *changes, **fields):
        return decisions.propose(self.draft(*changes, **fields), by=self.keeper, at=NOON)

    def in_force(self, *changes, **fields):
        return decisions.sign(self.proposed(*changes, **fields), by=self.chief, at=NOON)

    def revoked(self, decision):
        decisions.revoke(decision, by=self.keeper, at=NOON)
        return decisions.revoke(decision, by=self.chief, at=NOON)
