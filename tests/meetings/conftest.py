import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from apps.media.attachments import add_attachment
from apps.meetings.models import MeetingDocument
from apps.people import remembered
from tests.proofing.guarding import samples

from .make import NOW, ZOOM, meeting


@pytest.fixture(autouse=True)
def nothing_remembered():
    """A rolled-back test leaves the same numbers with other rows behind."""
    remembered.forget()
    yield
    remembered.forget()


@pytest.fixture
def held(office):
    return meeting(office.portal, "Họp trực tuyến", place=ZOOM)


@pytest.fixture
def paper(office, settings, tmp_path):
    """Puts a document into the library and beside a meeting."""
    settings.STORAGES = settings.STORAGES | {
        name: {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path / name},
        }
        for name in ("default", "public")
    }

    def put(row, *words, name="bao-cao.docx", title="", is_public=True, data=None):
        file = SimpleUploadedFile(name, data or samples.word(*words))
        stored = add_attachment(portal=office.portal.key, file=file, by=office.reporter, at=NOW)
        return MeetingDocument.objects.create(
            meeting=row, attachment=stored, title=title, is_public=is_public
        )

    return put
