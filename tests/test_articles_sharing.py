"""The picture of a shared link is cut with the article, served as a file, and goes with it."""

import io

import pytest
from django.core.cache import cache
from django.core.files.storage import storages
from django.core.management import call_command
from django.test import Client
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from apps.articles import publishing, workflow, writing
from apps.articles.models import ArticlePicture
from apps.editions.models import FileUse, Showing
from apps.media.uploads import add_picture
from apps.meetings.publishing import sign_meeting
from apps.public import answers, visits

from . import make
from .make import HOUR, NOON
from .media import samples
from .meetings.make import meeting as make_meeting

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(settings, tmp_path):
    cache.clear()
    answers.MEMORY.clear()
    settings.TOASOAN_SHARE_PICTURES = True
    place = "django.core.files.storage.FileSystemStorage"
    settings.STORAGES = {
        **settings.STORAGES,
        **{
            name: {"BACKEND": place, "OPTIONS": {"location": str(tmp_path / name)}}
            for name in ("default", "public")
        },
    }
    return make.Office("songvan").with_frame(at=NOON)


def with_lead(office, colour=(30, 60, 200)):
    """A published article with a picture of one colour."""
    picture = add_picture(
        portal=office.portal.key, by=office.reporter, at=NOON,
        file=samples.upload(samples.photo((1000, 700), colour)),
    )  # fmt: skip
    article = office.draft(headline="Thị ủy giao ban quý III")
    lead = [(picture, ArticlePicture.Placement.LEAD, "Hội trường", "Hội trường", "An Thu")]
    text = writing.Text({}, pictures=lead)
    writing.save(article, text, by=office.reporter, at=NOON, revision=article.revision)
    workflow.submit(article, by=office.reporter, at=NOON)
    article = make.fresh(article)
    return workflow.publish(article, by=office.editor, at=NOON, digest=make.digest(article))


def shown(article):
    return Showing.objects.of(article.portal.key, article.key).select_related("cut").last()


def told(office, address, monkeypatch, at=NOON):
    """{name: content} of the meta elements of a page, and the picture they name."""
    monkeypatch.setattr(visits, "clock", lambda: at)
    client = Client(headers={"host": f"{office.portal.key}.localhost"})
    response = client.get(address)
    if response.status_code != 200:
        return response.status_code, None
    tree = LexborHTMLParser(response.content.decode())
    said = {n.attributes["property"]: n.attributes["content"] for n in tree.css("meta[property]")}
    file = client.get("/anh/" + said["og:image"].partition("/anh/")[2])
    picture = Image.open(io.BytesIO(b"".join(file.streaming_content)))
    file.close()
    return said, picture


def test_shared_article_shows_its_headline_beside_its_picture(office, monkeypatch):
    article = with_lead(office)
    said, picture = told(office, article.address, monkeypatch)
    assert (said["og:image:width"], said["og:image:height"]) == ("1200", "630")
    assert said["og:image:alt"] == article.headline
    assert picture.size == (1200, 630)
    red, _green, blue = picture.getpixel((1100, 300))
    assert blue > 150 > red


def test_picture_is_signed_words_only(office):
    """Drawn after the signatures and out of what they signed: the text's digest is the same."""
    article = with_lead(office)
    cut = shown(article).cut
    assert cut.text_digest == make.digest(article)
    assert cut.values["share"]["sha256"] in cut.values["files"]
    assert cut.values["lead"]["sha256"] in cut.values["files"]


def test_page_without_a_picture_shows_the_portal(office, monkeypatch):
    office.published()
    said, picture = told(office, f"/{office.section.slug}/", monkeypatch)
    assert said["og:image:alt"] == office.portal.name
    assert picture.size == (1200, 630)


def test_meeting_has_a_picture_of_its_own(office, monkeypatch):
    meeting = make_meeting(office.portal, "Hội nghị giao ban quý III")
    for by in (office.manager, office.chief):
        sign_meeting(meeting, by=by, at=NOON)
    said, picture = told(office, meeting.address, monkeypatch)
    assert (said["og:image:alt"], picture.size) == ("Hội nghị giao ban quý III", (1200, 630))


def test_correction_has_a_picture_of_its_own(office):
    article = with_lead(office)
    before = shown(article).cut.values["share"]["sha256"]
    article = office.edit(article, office.editor, headline="Thị ủy giao ban quý IV")
    workflow.submit(make.fresh(article), by=office.editor, at=NOON + HOUR)
    article = make.fresh(article)
    workflow.publish(article, by=office.chief, at=NOON + HOUR, digest=make.digest(article))
    assert shown(article).cut.values["share"]["sha256"] != before


def test_take_down_takes_the_picture_with_it(
    office, monkeypatch, django_capture_on_commit_callbacks
):
    article = with_lead(office)
    name = f"{shown(article).cut.values['share']['sha256']}/1200.jpg"
    assert storages["public"].exists(name)
    with django_capture_on_commit_callbacks(execute=True):
        publishing.take_down(article, by=office.chief, at=NOON + HOUR, reason="Sai tên")
    assert not storages["public"].exists(name)
    assert told(office, article.address, monkeypatch, at=NOON + HOUR) == (410, None)


def test_readers_node_gets_the_file_with_the_others(office, tmp_path):
    article = with_lead(office)
    drawn = shown(article).cut.values["share"]["sha256"]
    assert FileUse.objects.filter(sha256=drawn).exists()
    copy = tmp_path / "copy"
    call_command(
        "export_editions", str(tmp_path / "e.sqlite3"), "--files", str(copy), stdout=io.StringIO()
    )
    assert (copy / drawn / "1200.jpg").exists()
    call_command("verify_editions", stdout=io.StringIO())


def test_office_may_do_without(office, settings, monkeypatch):
    settings.TOASOAN_SHARE_PICTURES = False
    article = with_lead(office)
    assert "share" not in shown(article).cut.values
    said, picture = told(office, article.address, monkeypatch)
    assert picture.size == (1000, 700)
    assert said["og:image:alt"] == "Hội trường"


def test_frame_with_a_drawn_picture_is_the_signed_one(office):
    assert make.frame.is_published(office.portal, NOON + HOUR)
