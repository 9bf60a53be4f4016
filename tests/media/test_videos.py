"""Videos and captions in the library: cleaned, private, and gone out with their article."""

import pytest

from apps.articles.page import article_values
from apps.articles.release import checklist
from apps.articles.writing import Text, save
from apps.media import attachments
from apps.media.publishing import SAFE_NAME
from apps.newsroom.refusals import OutOfSight, Refused
from apps.proofing.guarding.files import guard_attachment
from tests import make
from tests.lib import video_files
from tests.make import NOON

from . import samples

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
VTT = b"WEBVTT\n\n00:01.000 --> 00:04.000\nXin ch\xc3\xa0o b\xc3\xa0 con.\n"
PLACE = video_files.box(b"udta", b"+21.0285+105.8542/")


@pytest.fixture
def office():
    return make.Office()


def add(office, content, name, by=None):
    return attachments.add_attachment(
        portal=office.portal.key, file=samples.upload(content, name), by=by or office.reporter,
        at=NOON,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (video_files.mp4(), "Chợ phiên.mov", "video/mp4"),
        (video_files.webm(), "cho.mp4", "video/webm"),
        (VTT, "phụ đề.srt", "text/vtt"),
    ],
)
def test_they_are_known_by_content(office, content, name, kind):
    row = add(office, content, name)
    assert row.type == kind and SAFE_NAME.fullmatch(row.name)


def test_how_long_a_film_is_goes_out_with_it(office):
    length = bytes(12) + (1000).to_bytes(4, "big") + (64_001).to_bytes(4, "big")
    film = add(office, video_files.mp4(mvhd=length), "a.mp4")
    (told,) = article_values(with_files(office, film))["attachments"]
    assert told["seconds"] == film.seconds == 65
    (silent,) = article_values(with_files(office, add(office, video_files.webm(), "a.webm")))[
        "attachments"
    ]
    assert "seconds" not in silent


def test_where_it_was_taken_never_reaches_the_library(office):
    row = add(office, video_files.mp4(PLACE), "cho.mp4")
    with row.original.open("rb") as file:
        assert b"105.8542" not in file.read()


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (video_files.mp4(tail=b"<html>"), "a.mp4"),
        (video_files.mp4(tracks=[video_files.track(b"vide", b"hvc1")]), "a.mp4"),
        (video_files.webm(kind=17), "a.webm"),
        (b"WEBVTT\n\nnothing here", "a.vtt"),
        (b"\xff\xfe\x00", "a.srt"),
    ],
)
def test_what_cannot_be_played_is_refused_in_words(office, content, name):
    with pytest.raises(Refused, match=f"“{name}”"):
        add(office, content, name)


def test_another_office_uploads_nothing_here(office):
    with pytest.raises(OutOfSight):
        add(office, video_files.mp4(), "a.mp4", by=make.Office().chief)


def with_files(office, *files, **fields):
    article = office.draft(genre="video", **fields)
    text = Text({}, attachments=[(row, "") for row in files])
    return save(article, text, by=office.reporter, at=NOON, revision=article.revision)


def test_a_video_without_captions_lacks_them(office):
    video, captions = add(office, video_files.mp4(), "a.mp4"), add(office, VTT, "a.vtt")
    lacking = {row.item: row.lacks for row in checklist.lines(with_files(office, video))}
    assert lacking["subtitles"]
    done = {row.item: row.lacks for row in checklist.lines(with_files(office, video, captions))}
    assert done["subtitles"] == ""
    assert "subtitles" not in {row.item for row in checklist.lines(office.draft())}


def test_what_is_said_goes_out_with_the_text(office):
    video, captions = add(office, video_files.mp4(), "a.mp4"), add(office, VTT, "a.vtt")
    values = article_values(with_files(office, video, captions))
    assert values["transcript"] == ["Xin chào bà con."]
    assert {video.sha256, captions.sha256} == {*values["files"]}
    assert "transcript" not in article_values(with_files(office, video))


def test_secrets_that_are_said_are_found(office):
    told = VTT.decode().replace("Xin chào", "Công văn này đóng dấu TUYỆT MẬT, xin chào")
    captions = add(office, told.encode(), "a.vtt")
    assert guard_attachment(add(office, video_files.mp4(), "a.mp4")) == []
    assert all("a.vtt" in each.evidence for each in guard_attachment(captions))
