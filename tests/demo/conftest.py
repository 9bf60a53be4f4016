"""The demo office's people and register, without its pictures and articles."""

import pytest
from django.db import transaction
from django.utils import timezone

from config.demo.dates import Calendar
from config.demo.office import make_people, make_portals
from config.demo.register import Registrar, name_committees


@pytest.fixture(scope="module")
def registrar(django_db_setup, django_db_blocker):
    """Entered once for a file of tests that only read; all of it is taken back afterwards."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield _entered()
        transaction.set_rollback(True)


def _entered():
    calendar = Calendar(timezone.now())
    make_portals()
    entered = Registrar(make_people(calendar), calendar)
    entered.enter_all()
    name_committees(entered)
    return entered
