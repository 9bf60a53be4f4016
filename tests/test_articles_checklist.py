"""What a piece of each genre must have before it goes out: the chief decides, the verbs refuse."""

import pytest
from django.utils import translation

from apps.articles import workflow
from apps.articles.models import Article, Contributor
from apps.articles.release import checklist
from apps.editions.models import Cut
from apps.media.models import Picture
from apps.newsroom.models import Act
from apps.newsroom.refusals import OutOfSight, Refused
from tests.newsroom.people import client_of

from . import make
from .make import NOON

pytestmark = pytest.mark.django_db
SCREEN = "/toa-soan/articles/checklistrule/"


@pytest.fixture(autouse=True)
def _english():
    """Refusals are matched by their ids."""
    with translation.override("en"):
        yield


@pytest.fixture
def office():
    return make.Office()


def ask(office, *pairs, by=None, at=NOON):
    seen = checklist.token(checklist.needed(office.portal))
    return checklist.set_needed(office.portal, set(pairs), by=by or office.chief, at=at, seen=seen)


def publish(office, article):
    return workflow.publish(article, by=office.editor, at=NOON, digest=make.digest(article))


def picture(office, **words):
    return Picture.objects.create(
        portal=office.portal.key, sha256="a" * 64, file_name="a.jpg", width=9, height=6,
        uploaded_by=office.reporter, uploaded_at=NOON, **words,
    )  # fmt: skip


def test_one_sentence_names_all_that_is_missing(office):
    ask(office, ("", "byline"), ("news", "lead"), ("news", "event_date"))
    article = office.submitted()
    with pytest.raises(Refused) as refused:
        publish(office, article)
    said = str(refused.value)
    assert said == (
        "“News” on this portal still lacks: a picture at the head; a byline; the event date."
    )
    assert not Cut.objects.exists()


@pytest.mark.parametrize("act", ["approve", "publish", "schedule"])
def test_every_way_to_readers_asks(office, act):
    ask(office, ("news", "event_date"))
    article = office.submitted()
    more = {"live_from": NOON + make.HOUR} if act == "schedule" else {}
    with pytest.raises(Refused, match="event date"):
        getattr(workflow, act)(
            article, by=office.editor, at=NOON, digest=make.digest(article), **more
        )


def test_another_genre_is_not_asked(office):
    ask(office, ("photo_story", "lead"))
    assert publish(office, office.submitted()).state == Article.State.PUBLISHED


def test_handing_in_is_always_possible(office):
    ask(office, ("", "lead"))
    assert office.submitted().state == Article.State.IN_REVIEW


def test_captions_credits_and_descriptions_are_counted(office):
    ask(office, ("", "caption"), ("", "credit"), ("", "alt"))
    article = make.fresh(office.submitted())
    shown = picture(office, credit="Lò Lan")
    article.pictures.create(picture=shown, placement="lead", caption="", alt="Hội trường")
    article.pictures.create(picture=shown, placement="gallery", caption="Một", position=1)
    lacks = [line.lacks for line in checklist.lines(make.fresh(article))]
    assert lacks == [
        "", "the caption of 1 picture", "", "the description of 1 picture",
    ]  # fmt: skip


def test_a_photo_story_has_pictures_without_anybody_asking(office):
    article = office.submitted(genre="photo_story")
    with pytest.raises(Refused, match="3 more pictures"):
        publish(office, article)


def test_findings_may_be_asked_for(office, monkeypatch):
    ask(office, ("", "findings"))
    assert publish(office, office.submitted()).state == Article.State.PUBLISHED


def test_a_complete_piece_has_every_line_ticked(office):
    ask(office, ("", "byline"))
    article = office.submitted()
    pen = Contributor.objects.create(portal=office.portal, name="Lan")
    article.bylines.create(contributor=pen)
    assert all(line.done for line in checklist.lines(make.fresh(article)))


def test_only_chiefs_decide(office):
    for who in (office.reporter, office.editor, office.manager):
        with pytest.raises(Refused, match="right"):
            ask(office, ("", "lead"), by=who)
    with pytest.raises(OutOfSight):
        ask(office, ("", "lead"), by=make.Office().chief)
    with pytest.raises(OutOfSight):
        ask(office, ("", "lead"), by=make.user(is_superuser=True, is_administrator=True))


def test_a_decision_is_on_record(office):
    assert ask(office, ("news", "lead"), *DEFAULTS)
    act = Act.objects.get(verb=checklist.VERB)
    assert act.after == {"genre:news": ["Picture at the head"]}
    assert not ask(office, ("news", "lead"), *DEFAULTS)
    assert Act.objects.filter(verb=checklist.VERB).count() == 1


DEFAULTS = [(str(genre), str(item)) for genre, item in checklist.BY_DEFAULT]


def test_of_two_chiefs_at_once_the_second_is_told(office):
    seen = checklist.token(checklist.needed(office.portal))
    ask(office, ("news", "lead"))
    with pytest.raises(Refused, match="Somebody else changed"):
        checklist.set_needed(office.portal, set(), by=office.chief, at=NOON, seen=seen)
    assert checklist.items_for(office.portal, "news") == ["lead"]


def test_what_nobody_can_tick_is_ignored(office):
    ask(office, ("news", "lead"), ("nonsense", "lead"), ("news", "\x00"))
    assert checklist.needed(office.portal) == {("news", "lead")}


def test_the_screen_saves_and_shows_ticks(office):
    client = client_of(office.chief)
    page = client.get(SCREEN).content.decode()
    seen = page.split('name="seen" value="')[1][:64]
    client.post(SCREEN, {"seen": seen, "need": ["news:lead", ":alt", "junk"]})
    assert checklist.needed(office.portal) == {("news", "lead"), ("", "alt")}
    again = client.post(SCREEN, {"seen": seen, "need": ["news:byline"]})
    assert 'value="news:byline" checked' in again.content.decode()
    assert checklist.needed(office.portal) == {("news", "lead"), ("", "alt")}


def test_suggestions_are_ticked_and_not_saved(office):
    page = client_of(office.chief).get(SCREEN + "?goi-y=1").content.decode()
    assert 'value="news:byline" checked' in page
    assert checklist.items_for(office.portal, "news") == ["subtitles"]


def test_nobody_else_has_the_screen(office):
    for who in (office.editor, make.user(is_superuser=True)):
        assert client_of(who).get(SCREEN).status_code in (403, 404)
    other = make.Office()
    assert client_of(office.chief).get(f"{SCREEN}?trang={other.portal.key}").status_code == 404


def test_the_writer_sees_the_list_beside_the_text(office):
    ask(office, ("news", "lead"))
    article = office.draft()
    page = client_of(office.reporter).get(f"/toa-soan/articles/article/{article.pk}/change/")
    text = page.content.decode()
    assert "is-lacking" in text
    assert "a picture at the head" in text
