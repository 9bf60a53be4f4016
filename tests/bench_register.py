"""The register's part of `make bench`: 1,000 communes, that is 10,000 people, 4,000 bodies and
30,000 titles; `BENCH_COMMUNES` changes the number.
"""

import os
import time

from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from apps.editions.models import Showing
from apps.organizations.models import Organization
from apps.people import decisions, pages
from apps.people.models import Person, Term
from apps.public import pages as public_pages
from tests import make

COMMUNES = int(os.environ.get("BENCH_COMMUNES", "1000"))


def readings(host, timed):
    """[(name, milliseconds, queries)]; `timed(call, runs)` gives the median."""
    found = [
        (
            "make the register",
            once(lambda: call_command("make_register", COMMUNES, verbosity=0)),
            "-",
        )
    ]
    found.append(("cut all its pages", once(publish_all), "-"))
    keeper, chief = make.user(keeps_register=True), make.seated("chief", make.portal())
    found.append(
        ("sign a change of one title", timed(lambda: move_one(keeper, chief), runs=5), "-")
    )
    reader = Client(headers={"host": host})
    for name, prefix in (("person", "person:"), ("body", "body:"), ("search", "")):
        found.append((f"{name}, uncached", *reading(reader, address(prefix), timed)))
    return found


def publish_all():
    pages.publish(
        people=set(Person.objects.values_list("pk", flat=True)),
        bodies=set(Organization.objects.values_list("pk", flat=True)),
        signers=[{"name": "An"}, {"name": "Bình"}], by="An", why="bench", at=timezone.now(),
    )  # fmt: skip


def move_one(keeper, chief):
    """A title ends today: drafted, signed twice, its pages cut anew and planned for tomorrow."""
    now = timezone.now()
    term = Term.objects.filter(ends_on=None, position__rank="Đảng ủy viên").order_by("?").first()
    line = {"act": "end", "term": term.pk, "on": timezone.localdate(now).isoformat()}
    decision = decisions.draft(
        subject="Quyết định thôi giữ chức", changes=[line], by=keeper, at=now
    )
    decisions.sign(decisions.propose(decision, by=keeper, at=now), by=chief, at=now)


def address(prefix):
    if not prefix:
        return "/tim-kiem/?q=bi+thu+dang+uy"
    return Showing.objects.filter(key__startswith=prefix).latest("pk").address


def reading(reader, path, timed):
    def cold():
        cache.clear()
        public_pages.forget()
        return reader.get(path)

    assert cold().status_code == 200, path
    with CaptureQueriesContext(connection) as queries:
        cold()
        number = len(queries)
    return timed(cold), number


def once(call):
    began = time.perf_counter()
    call()
    return (time.perf_counter() - began) * 1000
