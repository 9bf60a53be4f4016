import pytest
from django.core.cache import cache

from apps.people import versions
from apps.proofing import snapshots
from tests import make
from tests.people.deciding import body, person, term


@pytest.fixture(autouse=True)
def nothing_kept():
    """A rolled-back test leaves the same numbers with other rows behind."""
    snapshots.forget()
    cache.clear()
    yield
    snapshots.forget()
    cache.clear()


@pytest.fixture
def office():
    return make.Office()


@pytest.fixture
def commune():
    return body("Ủy ban nhân dân xã Nà Khoang", kind="people_committee", level="commune")


@pytest.fixture
def minh():
    return person("Hà Văn Minh")


@pytest.fixture
def leaving(minh, commune):
    """He holds the chair to 30/4/2026, the day of NOON."""
    held = term(minh, "Chủ tịch", commune, ends="30/4/2026")
    versions.moved()
    return held
