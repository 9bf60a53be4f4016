"""An administrator at his desk, and the portal he has begun."""

import pytest

from apps.portals.models import Portal
from tests.newsroom.people import administrator, client_of

from .desk import BODY, NEW


@pytest.fixture
def admin():
    return administrator(username="quantri")


@pytest.fixture
def desk(admin):
    return client_of(admin)


@pytest.fixture
def portal(desk):
    desk.post(NEW, BODY)
    return Portal.objects.get()
