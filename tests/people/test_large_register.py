"""A register as large as a province's: one change stays quick. `make bench` measures 10,000."""

import time

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from apps.editions.models import Showing
from apps.organizations.models import Organization
from apps.people.models import Person, Term

from .page_rows import HOUR, NOON, day, publish

pytestmark = pytest.mark.django_db


def make(number):
    call_command("make_register", number, verbosity=0)
    return [*Person.objects.order_by("pk"), *Organization.objects.order_by("pk")]


def test_communes_have_bodies_people_and_titles():
    make(2)
    make(1)
    counts = [model.objects.count() for model in (Organization, Person, Term)]
    assert counts == [12, 30, 90]
    assert len(set(Person.objects.values_list("slug", flat=True))) == 30


def test_negative_number_is_refused():
    with pytest.raises(CommandError):
        make(-1)


def test_all_pages_go_out_in_one_lot():
    rows = make(3)
    publish(*rows)
    assert Showing.objects.filter(portal="").count() == 3 * 14
    with CaptureQueriesContext(connection) as captured:
        publish(*rows, at=NOON + HOUR)
    assert len(captured) < 30
    assert Showing.objects.filter(portal="").count() == 3 * 14


@pytest.mark.slow
@pytest.mark.sqlite_only
def test_one_title_changes_within_a_second():
    publish(*make(20))
    term = Term.objects.filter(ends_on=None).first()
    Term.objects.filter(pk=term.pk).update(ends_on=day("30/6/2026"))
    began = time.process_time()
    publish(term.person, at=NOON + HOUR)
    assert time.process_time() - began < 1
    assert (
        Showing.objects.filter(portal="", key=f"person:{term.person_id}").count() == 2
    )  # today as before, and a plan
