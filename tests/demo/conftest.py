"""The demo office's people and register, without its pictures and articles."""

import pytest
from django.db import transaction
from django.utils import timezone

from config.demo.dates import Calendar
from config.demo.office import make_people, make_portals
from config.demo.register import Registrar, name_committees


def entered(now) -> Registrar:
    """The register as it is when the demo office is first started at that moment."""
    calendar = Calendar(now)
    make_portals()
    registrar = Registrar(make_people(calendar), calendar)
    registrar.enter_all()
    name_committees(registrar)
    return registrar


@pytest.fixture(scope="module")
def registrar(django_db_setup, django_db_blocker):
    """Entered once for a file of tests that only read; all of it is taken back afterwards."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield entered(timezone.now())
        transaction.set_rollback(True)
