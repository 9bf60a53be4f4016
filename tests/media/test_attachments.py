"""Documents for readers are known by their content and stay private until published."""

import io
import struct
import zipfile

import pytest

from apps.media import attachments, publishing
from apps.media.models import Attachment
from apps.newsroom.models import Act
from apps.newsroom.refusals import OutOfSight, Refused
from tests import make
from tests.make import NOON

from . import samples

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
ODT = samples.package(
    mimetype="application/vnd.oasis.opendocument.text", content_xml="<office:document/>"
)
DOCUMENTS = {
    "pdf": samples.PDF,
    "docx": samples.docx(),
    "xlsx": samples.package(xl__workbook_xml="<workbook/>"),
    "odt": ODT,
}


@pytest.fixture
def portal():
    return make.portal("song-van")


def add(portal, content=samples.PDF, name="Kế hoạch số 27.pdf", by=None, **texts):
    return attachments.add_attachment(
        portal=portal.key,
        file=samples.upload(content, name),
        by=by or make.seated("reporter", portal),
        at=NOON,
        **texts,
    )


@pytest.mark.parametrize(("kind", "content"), DOCUMENTS.items())
def test_four_kinds_of_document_come_in(portal, kind, content):
    assert add(portal, content, "tai lieu.bin").name == f"tai-lieu.{kind}"


BAD = {
    "a page": (b"<html>", "is no document"),
    "a picture": (samples.photo(), "is no document"),
    "an archive": (samples.package(a_txt="a"), "is no document"),
    "old Word": (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "is no document"),
    "nothing": (b"", "is empty"),
    "half a document": (samples.docx()[:80], "is damaged"),
    "a program inside": (
        samples.package(word__document_xml="<w/>", word__vbaProject_bin="x"),
        "contains macros",
    ),
}


@pytest.mark.parametrize(("content", "reason"), BAD.values(), ids=BAD.keys())
def test_anything_else_is_refused(portal, content, reason):
    with pytest.raises(Refused, match=reason):
        add(portal, content)


def test_document_that_unpacks_without_end_is_refused(portal):
    packed = bytearray(samples.docx())
    directory = packed.rindex(b"PK\x01\x02")
    packed[directory + 24 : directory + 28] = struct.pack("<I", 500 * 1024 * 1024)
    with zipfile.ZipFile(io.BytesIO(bytes(packed))) as lying:
        assert max(part.file_size for part in lying.infolist()) == 500 * 1024 * 1024
    with pytest.raises(Refused, match="too large when unpacked"):
        add(portal, bytes(packed))


def test_document_keeps_its_title_and_gets_a_safe_name(portal):
    attachment = add(portal, title="Kế hoạch  số 27")
    assert (attachment.title, attachment.name) == ("Kế hoạch số 27", "ke-hoach-so-27.pdf")


def test_document_without_title_is_called_by_its_file(portal):
    assert add(portal).title == "Kế hoạch số 27"


@pytest.mark.parametrize("name", ["…….pdf", "../../x/.pdf", "   "])
def test_strangest_name_still_makes_an_address(portal, name):
    assert publishing.SAFE_NAME.fullmatch(add(portal, name=name, title="Kế hoạch").name)


def test_same_document_twice_is_one(portal):
    assert add(portal).pk == add(portal, name="copy.pdf").pk
    assert Act.objects.count() == 1


def test_document_is_public_only_when_published(portal, public):
    attachment = add(portal)
    name = f"{attachment.sha256}/ke-hoach-so-27.pdf"
    assert not public.exists(name)
    publishing.publish_attachments([attachment, attachment])
    with public.open(name) as file:
        assert file.read() == samples.PDF


def test_secret_document_is_really_gone(portal, public):
    attachment = add(portal)
    publishing.publish_attachments([attachment])
    publishing.remove_files([attachment.sha256])
    assert public.listdir(attachment.sha256) == ([], [])


def test_values_are_what_a_reader_needs(portal):
    attachment = add(portal)
    assert publishing.attachment_values(attachment) == {
        "sha256": attachment.sha256,
        "name": "ke-hoach-so-27.pdf",
        "title": "Kế hoạch số 27",
        "size": len(samples.PDF),
        "type": "application/pdf",
    }


def test_stranger_adds_no_document(portal):
    with pytest.raises(OutOfSight):
        add(portal, by=make.seated("chief", make.portal("na-lau")))
    assert not Attachment.objects.exists()


def test_new_title_is_in_the_history(portal):
    editor = make.seated("editor", portal)
    attachments.retitle_attachment(add(portal), by=editor, at=NOON, title="Kế hoạch 27")
    act = Act.objects.get(verb="describe")
    assert (act.before["title"], act.after["title"]) == ("Kế hoạch số 27", "Kế hoạch 27")


def test_title_cannot_become_empty(portal):
    editor = make.seated("editor", portal)
    with pytest.raises(Refused):
        attachments.retitle_attachment(add(portal), by=editor, at=NOON, title=" ")
