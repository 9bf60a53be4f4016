"""A picture comes into the library of one portal, and gets its words."""

from pathlib import Path

import pytest
from django.core.files.storage import default_storage

from apps.media import uploads
from apps.media.models import Picture
from apps.newsroom.history import acts_about
from apps.newsroom.models import Act
from apps.newsroom.refusals import OutOfSight, Refused
from tests import make
from tests.make import NOON

from . import samples

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
PHOTO = samples.photo((1000, 600), exif=samples.exif(6))


@pytest.fixture
def portal():
    return make.portal("song-van")


@pytest.fixture
def reporter(portal):
    return make.seated("reporter", portal)


def add(by, portal, content=PHOTO, name="IMG_0001.jpg", **texts):
    return uploads.add_picture(
        portal=portal.key, file=samples.upload(content, name), by=by, at=NOON, **texts
    )


def described(picture, by, **changes):
    present = uploads.described(picture)
    return uploads.describe_picture(picture, by=by, at=NOON, **{**present, **changes})


def stored():
    """Names of all private files."""
    shelf = Path(default_storage.location)
    return sorted(str(path.relative_to(shelf)) for path in shelf.rglob("*") if path.is_file())


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "TIFF"])
def test_upload_keeps_the_original_as_it_came(kind, reporter, portal):
    content = samples.photo((700, 500), kind=kind)
    with add(reporter, portal, content, f"anh.{kind}").original.open() as original:
        assert original.read() == content


def test_upload_knows_its_upright_size(reporter, portal):
    picture = add(reporter, portal)
    assert (picture.width, picture.height, picture.widths) == (600, 1000, [480, 600])


def test_upload_makes_private_renditions_only(reporter, portal, public):
    picture = add(reporter, portal)
    names = [f"{width}.{each}" for width in (480, 600) for each in ("avif", "jpg", "webp")]
    assert [name for name in stored() if name.startswith("renditions/")] == [
        f"renditions/{picture.sha256}/{name}" for name in names
    ]
    assert not public.exists(picture.sha256)


def test_upload_is_written_into_the_history(reporter, portal):
    act = acts_about(uploads.key_of(add(reporter, portal, caption="Đại hội"))).get()
    assert (act.verb, act.by, act.at, act.portal) == ("upload", reporter, NOON, "song-van")
    assert act.after["caption"] == "Đại hội"


def test_texts_are_stored_clean(reporter, portal):
    picture = add(reporter, portal, caption=" Đồng  chí \u200bLò Thị Hoa ", credit="PV")
    assert (picture.caption, picture.credit) == ("Đồng chí Lò Thị Hoa", "PV")


def test_picture_is_found_without_marks(reporter, portal):
    add(reporter, portal, caption="Đường vào bản Nà Lầu")
    assert Picture.objects.filter(folded__contains="duong vao ban na lau").exists()


def test_name_of_the_file_never_becomes_a_path(reporter, portal):
    picture = add(reporter, portal, name="..\\..\\etc/Ảnh hội nghị.jpg")
    assert picture.file_name == "Ảnh hội nghị.jpg"
    assert picture.original.name == f"originals/{picture.sha256[:2]}/{picture.sha256}"


def test_same_file_twice_is_one_picture(reporter, portal):
    first = add(reporter, portal, caption="Đại hội")
    again = add(make.seated("editor", portal), portal, name="copy.jpg", caption="Khác")
    assert (again.pk, again.caption) == (first.pk, "Đại hội")
    assert Act.objects.count() == 1


def test_same_file_on_two_portals_is_two_pictures(reporter, portal):
    neighbour = make.portal("na-lau")
    make.seat(reporter, neighbour)
    assert add(reporter, portal).pk != add(reporter, neighbour).pk


def test_two_people_upload_the_same_at_once(reporter, portal, monkeypatch):
    colleague = make.seated("editor", portal)
    write = uploads._write_files

    def colleague_is_faster(picture, file):
        monkeypatch.setattr(uploads, "_write_files", write)
        add(colleague, portal)
        write(picture, file)

    monkeypatch.setattr(uploads, "_write_files", colleague_is_faster)
    assert add(reporter, portal) == Picture.objects.get()
    assert Picture.objects.get().uploaded_by == colleague
    assert Act.objects.count() == 1


def test_lost_file_is_mended_by_uploading_again(reporter, portal):
    picture = add(reporter, portal)
    lost = f"renditions/{picture.sha256}/480.webp"
    default_storage.delete(lost)
    assert add(reporter, portal).pk == picture.pk
    assert default_storage.exists(lost)


def test_refused_upload_leaves_nothing(reporter, portal):
    with pytest.raises(Refused):
        add(reporter, portal, b"<html>")
    assert (Picture.objects.count(), stored()) == (0, [])


def test_failing_database_leaves_files_without_row(reporter, portal, monkeypatch):
    monkeypatch.setattr(uploads, "record", lambda *args, **options: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        add(reporter, portal)
    assert Picture.objects.count() == 0
    assert len(stored()) == 7


def test_row_never_stands_without_files(reporter, portal, monkeypatch):
    monkeypatch.setattr(uploads, "put_once", lambda *args: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        add(reporter, portal)
    assert Picture.objects.count() == 0


def test_words_too_long_are_refused(reporter, portal):
    with pytest.raises(Refused, match="500"):
        add(reporter, portal, caption="a" * 501)


@pytest.mark.parametrize("role", ["chief", "reporter"])
def test_chief_of_another_portal_cannot_upload_here(portal, role):
    stranger = make.seated(role, make.portal("na-lau"))
    with pytest.raises(OutOfSight):
        add(stranger, portal)


def test_administrator_has_no_library(portal):
    administrator = make.user(is_administrator=True, is_superuser=True)
    with pytest.raises(OutOfSight):
        add(administrator, portal)


def test_describing_records_only_what_changed(reporter, portal):
    picture = add(reporter, portal, credit="PV")
    described(picture, reporter, caption="Bế mạc", focal_x=0.25)
    act = acts_about(uploads.key_of(picture)).filter(verb="describe").get()
    assert act.before == {"caption": "", "focal_x": 0.5}
    assert act.after == {"caption": "Bế mạc", "focal_x": 0.25}


def test_describing_is_found_by_search_at_once(reporter, portal):
    described(add(reporter, portal), reporter, caption="Bế mạc")
    assert Picture.objects.filter(folded__contains="be mac").exists()


def test_describing_without_change_leaves_no_trace(reporter, portal):
    described(add(reporter, portal), reporter)
    assert not Act.objects.filter(verb="describe").exists()


@pytest.mark.parametrize("outside", [-0.1, 1.1, float("nan"), float("inf")])
def test_focal_point_lies_on_the_picture(reporter, portal, outside):
    picture = add(reporter, portal)
    with pytest.raises(Refused, match="outside the picture"):
        described(picture, reporter, focal_y=outside)


def test_stranger_cannot_describe(reporter, portal):
    picture = add(reporter, portal)
    with pytest.raises(OutOfSight):
        described(picture, make.seated("chief", make.portal("na-lau")), caption="Khác")
