import pytest
from django.core.files.storage import storages
from django.utils import translation

from apps.media import attachments
from apps.newsroom import slots
from apps.portals import seats
from apps.portals.held import portals_held
from tests import make
from tests.make import NOON
from tests.newsroom.people import sign_in

from . import samples
from .desk import add_picture


@pytest.fixture(autouse=True)
def rights_from_seats(monkeypatch):
    """The slots as `config` fills them: by seats."""
    monkeypatch.setattr(slots.seat_check, "_function", seats.may_see)
    monkeypatch.setattr(
        slots.portals_of,
        "_function",
        lambda request: [(each.key, each.name) for each in portals_held(request)],
    )


@pytest.fixture(autouse=True)
def empty_shelves(settings, tmp_path):
    """Every test has its own private and public storage."""
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(tmp_path / "private"), "base_url": None},
        },
        "public": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(tmp_path / "public"), "base_url": "/anh/"},
        },
    }


@pytest.fixture
def public():
    return storages["public"]


@pytest.fixture
def in_english():
    """Sentences as the code writes them, whatever the translation says today."""
    with translation.override(None):
        yield


@pytest.fixture
def portal():
    return make.portal("song-van", name="Thị xã Sông Vân")


@pytest.fixture
def reporter(portal):
    return make.seated("reporter", portal)


@pytest.fixture
def picture(portal, reporter):
    return add_picture(portal, reporter, caption="Bế mạc hội nghị")


@pytest.fixture
def attachment(portal, reporter):
    file = samples.upload(samples.PDF, "Kế hoạch.pdf")
    return attachments.add_attachment(portal=portal.key, file=file, by=reporter, at=NOON)


@pytest.fixture
def at_desk(client):
    """The client, signed in as that person."""

    def sit(person):
        sign_in(client, person)
        return client

    return sit
