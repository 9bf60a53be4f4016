"""From the desk's act to the reader's kept page: mourning at once, by the clock, ended early."""

import pytest
from django.core.cache import cache
from django.core.management import call_command

from apps.portals import frame, mourning
from apps.portals.models import Banner
from apps.public import visits
from tests import make
from tests.make import DAY, HOUR, NOON
from tests.portals.desk import picture

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(monkeypatch):
    monkeypatch.setattr(frame, "publish_files", lambda pictures: None)
    cache.clear()
    office = make.Office()
    wide = picture(office.portal, office.manager)
    for alt, sober in (("Mừng Xuân", False), ("Đường dây nóng", True)):
        Banner.objects.create(portal=office.portal, wide=wide, alt=alt, sober=sober)
    return office.with_frame(at=NOON - DAY)


@pytest.fixture
def read(office, client, monkeypatch):
    """(mourns, alt texts of banners) on the front page at an instant, asked twice: as it is made
    and as it is kept."""

    def at(instant):
        monkeypatch.setattr(visits, "clock", lambda: instant)
        made, kept = (
            client.get("/", headers={"host": f"{office.portal.key}.localhost"}).content.decode()
            for _ in range(2)
        )
        assert made == kept
        names = [alt for alt in ("Mừng Xuân", "Đường dây nóng") if f'alt="{alt}"' in made]
        return "mourning.css" in made, names

    return at


ALL, SOBER = (False, ["Mừng Xuân", "Đường dây nóng"]), (True, ["Đường dây nóng"])
SECOND = HOUR / 3600


def begin(office, start, end):
    return mourning.begin(
        office.portal, by=office.editor, at=NOON, starts_at=NOON + start, ends_at=NOON + end
    )


def test_at_once_and_over_by_itself(office, read):
    assert read(NOON - SECOND) == ALL
    begin(office, 0 * HOUR, 2 * HOUR)
    assert read(NOON) == SOBER
    assert read(NOON + 2 * HOUR - SECOND) == SOBER
    assert read(NOON + 2 * HOUR) == ALL


def test_two_periods_that_overlap_the_first_ended_early(office, read):
    first = begin(office, 0 * HOUR, 4 * HOUR)
    begin(office, 3 * HOUR, 6 * HOUR)
    assert read(NOON + HOUR) == SOBER
    mourning.end(first, by=office.chief, at=NOON + 2 * HOUR)
    assert read(NOON + 2 * HOUR) == ALL
    assert read(NOON + 3 * HOUR) == SOBER
    assert read(NOON + 6 * HOUR) == ALL


def test_what_is_cut_once_more_still_verifies(office, capsys):
    begin(office, 0 * HOUR, 2 * HOUR)
    call_command("verify_editions")
