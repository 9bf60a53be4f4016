"""Renditions become public by content, whole, once, and go when nothing shows them."""

import threading
import typing
from pathlib import Path

import pytest
from django.core.files.storage import InMemoryStorage, default_storage, storages
from PIL import Image

from apps.editions.values import PictureValues as EditionsPictureValues
from apps.media import publishing, uploads, values
from apps.media.files import put_once
from apps.media.models import Picture
from apps.newsroom.refusals import Refused
from tests import make
from tests.make import NOON

from . import samples

SHA = "ab" * 32
WORDS = {"caption": 'Bản "Nà Lầu" <mới>', "credit": "Hoa & Minh", "alt": '"><script>'}


@pytest.fixture
def picture(db):
    portal = make.portal("song-van")
    return uploads.add_picture(
        portal=portal.key,
        file=samples.upload(samples.photo((1000, 600))),
        by=make.seated("reporter", portal),
        at=NOON,
        **WORDS,
    )


def test_published_files_are_the_private_renditions(picture, public):
    publishing.publish_files([picture])
    names = publishing.rendition_names(picture.sha256, picture.widths)
    assert len(names) == 9
    for name in names:
        with public.open(name) as shown, default_storage.open(f"renditions/{name}") as draft:
            assert shown.read() == draft.read()


def test_original_is_never_published(picture, public):
    publishing.publish_files([picture])
    with picture.original.open() as original:
        content = original.read()
    assert all(path.read_bytes() != content for path in files_of(public))


def files_of(storage):
    return [path for path in Path(storage.location).rglob("*") if path.is_file()]


def test_public_file_is_never_overwritten(picture, public):
    name = f"{picture.sha256}/480.jpg"
    put_once(public, name, [b"first"])
    publishing.publish_files([picture])
    assert Path(public.path(name)).read_bytes() == b"first"


def test_first_writer_wins_a_race_nobody_saw(public, monkeypatch):
    name = f"{SHA}/480.jpg"
    put_once(public, name, [b"first"])
    monkeypatch.setattr(type(public), "exists", lambda *_: False)
    put_once(public, name, [b"second"])
    assert Path(public.path(name)).read_bytes() == b"first"
    assert len(files_of(public)) == 1


def test_publishing_twice_changes_nothing(picture, public):
    publishing.publish_files([picture])
    before = {path: path.stat().st_ino for path in files_of(public)}
    publishing.publish_files([picture, picture])
    assert {path: path.stat().st_ino for path in files_of(public)} == before


def test_readers_can_read_public_files(picture, public):
    publishing.publish_files([picture])
    assert {path.stat().st_mode & 0o777 for path in files_of(public)} == {0o644}


def test_lost_rendition_is_reported_in_words(picture, in_english):
    default_storage.delete(f"renditions/{picture.sha256}/960.avif")
    with pytest.raises(Refused, match="upload the file once more"):
        publishing.publish_files([picture])


def test_missing_files_are_named(picture, public):
    publishing.publish_files([picture])
    public.delete(f"{picture.sha256}/480.webp")
    asked = [(picture.sha256, picture.widths)]
    assert publishing.missing_public_files(asked) == [f"{picture.sha256}/480.webp"]


def test_taken_down_files_are_really_gone(picture, public):
    publishing.publish_files([picture])
    assert len(publishing.remove_files([picture.sha256, SHA])) == 9
    assert files_of(public) == []
    assert default_storage.exists(f"renditions/{picture.sha256}/480.jpg")


def test_picture_comes_back_after_a_take_down(picture):
    publishing.publish_files([picture])
    publishing.remove_files([picture.sha256])
    publishing.publish_files([picture])
    assert publishing.missing_public_files([(picture.sha256, picture.widths)]) == []


@pytest.mark.parametrize("bad", ["", "..", "../private", "A" * 64, f"{SHA}/.."])
def test_only_a_content_code_names_a_folder(bad):
    with pytest.raises(ValueError, match="SHA-256"):
        publishing.remove_files([bad])


def test_eight_writers_at_once_leave_one_whole_file(public):
    contents = [bytes([number]) * 300_000 for number in range(8)]
    ready = threading.Barrier(8)

    def write(content):
        ready.wait()
        put_once(public, f"{SHA}/480.jpg", [content[:1000], content[1000:]])

    threads = [threading.Thread(target=write, args=[content]) for content in contents]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [path.name for path in files_of(public)] == ["480.jpg"]
    assert Path(public.path(f"{SHA}/480.jpg")).read_bytes() in contents


def test_reader_never_meets_half_a_file(public):
    name = f"{SHA}/480.jpg"

    def slowly():
        yield b"first half"
        assert not public.exists(name)
        yield b"second half"

    put_once(public, name, slowly())
    assert public.exists(name)


def test_interrupted_write_leaves_nothing(public):
    def breaks():
        yield b"first half"
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        put_once(public, f"{SHA}/480.jpg", breaks())
    assert files_of(public) == []


class TestStorageWithoutDisk:
    """Object stores have no paths and no links."""

    @pytest.fixture(autouse=True)
    def in_memory(self, settings):
        backend = {"BACKEND": "django.core.files.storage.InMemoryStorage"}
        settings.STORAGES = {**settings.STORAGES, "default": backend, "public": backend}

    def test_picture_goes_the_same_way(self, picture):
        publishing.publish_files([picture])
        publishing.publish_files([picture])
        assert publishing.missing_public_files([(picture.sha256, picture.widths)]) == []
        assert len(publishing.remove_files([picture.sha256])) == 9

    def test_lost_race_leaves_one_object(self, monkeypatch):
        storage = InMemoryStorage()
        put_once(storage, f"{SHA}/480.jpg", [b"first"])
        monkeypatch.setattr(storage, "exists", lambda name: False)
        monkeypatch.setattr(storage, "get_available_name", lambda name, **_limit: name + "_2")
        put_once(storage, f"{SHA}/480.jpg", [b"second"])
        assert storage.listdir(SHA)[1] == ["480.jpg"]


def test_values_have_the_shape_editions_store():
    assert typing.get_type_hints(values.PictureValues) == typing.get_type_hints(
        EditionsPictureValues
    )


def test_values_tell_the_size_of_the_widest_file(picture, public):
    publishing.publish_files([picture])
    told = publishing.picture_values(picture)
    with public.open(f"{told['sha256']}/{told['widths'][-1]}.webp") as file:
        assert Image.open(file).size == (told["width"], told["height"]) == (1000, 600)


def test_article_may_give_its_own_words(picture):
    told = publishing.picture_values(picture, caption="Khác", alt="")
    assert (told["caption"], told["alt"], told["credit"]) == ("Khác", "", "Hoa & Minh")


def figure(**changes):
    told = {
        "sha256": SHA, "widths": [480, 960, 1600], "width": 1600, "height": 901,
        "focal": [0.5, 0.5], **WORDS, **changes,
    }  # fmt: skip
    return publishing.figure_html(told)


def test_figure_names_three_formats_and_its_size(in_english):
    sources = "".join(
        f'<source type="image/{each}" srcset="/anh/{SHA}/480.{each} 480w, '
        f'/anh/{SHA}/960.{each} 960w, /anh/{SHA}/1600.{each} 1600w" '
        'sizes="(min-width: 760px) 720px, 100vw">'
        for each in ("avif", "webp")
    )
    assert figure(caption="Bế mạc", alt="Hội trường", credit="PV") == (
        f'<figure><picture>{sources}<img src="/anh/{SHA}/960.jpg" width="960" height="541" '
        'alt="Hội trường" loading="lazy" decoding="async"></picture>'
        '<figcaption>Bế mạc <span class="credit">Photo: PV</span></figcaption></figure>'
    )


def test_words_in_a_figure_are_only_words():
    html = figure()
    assert "<script>" not in html and "<mới>" not in html
    assert "&quot;&gt;&lt;script&gt;" in html and "Hoa &amp; Minh" in html


def test_figure_without_words_has_no_caption():
    assert "figcaption" not in figure(caption="", credit="")


def test_small_picture_falls_back_to_its_own_width():
    assert f'src="/anh/{SHA}/300.jpg" width="300"' in figure(widths=[300], width=300, height=200)


def test_public_storage_is_not_the_private_one():
    assert storages["public"].location != default_storage.location
    assert Picture._meta.get_field("original").storage is default_storage
