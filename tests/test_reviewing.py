"""Claiming and handing back, when a piece is wanted, and the one screen for who approves."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from apps.articles import workflow
from apps.articles.due import due_in_words, nearness, set_due
from apps.articles.models import Article, Note
from apps.articles.offers import offers
from apps.articles.review import noting
from apps.newsroom.models import Act
from apps.newsroom.refusals import OutOfSight, Refused
from tests.newsroom.people import client_of

from . import make
from .make import HOUR, NOON

pytestmark = pytest.mark.django_db
LIST = "/toa-soan/articles/article/"


@pytest.fixture
def office():
    return make.Office()


@pytest.fixture
def _english():
    with translation.override("en"):
        yield


def page(article, what="duyet/"):
    return f"{LIST}{article.pk}/{what}"


def offered(article, user):
    return {offer.act for offer in offers(make.fresh(article), user, NOON)}


# -- claim, take over, hand back --


def test_one_reviews_at_a_time(office, _english):
    article = workflow.claim(office.submitted(), by=office.editor, at=NOON)
    assert (article.handler, article.claimed_at) == (office.editor, NOON)
    with pytest.raises(Refused, match="is reviewing this article"):
        workflow.claim(article, by=office.chief, at=NOON)
    with pytest.raises(Refused, match="why you take it over"):
        workflow.take_over(article, by=office.chief, at=NOON, reason=" ")
    article = workflow.take_over(article, by=office.chief, at=NOON + HOUR, reason="Cần đăng gấp.")
    assert (article.handler, article.claimed_at) == (office.chief, NOON + HOUR)
    act = Act.objects.get(verb="take_over")
    assert (act.reason, act.after["from"]) == ("Cần đăng gấp.", str(office.editor))


def test_only_the_reviewer_hands_back(office, _english):
    article = workflow.claim(office.submitted(), by=office.editor, at=NOON)
    with pytest.raises(Refused):
        workflow.hand_back(article, by=office.chief, at=NOON)
    article = workflow.hand_back(article, by=office.editor, at=NOON)
    assert (article.handler, article.claimed_at) == (None, None)
    workflow.claim(article, by=office.chief, at=NOON)


def test_who_reviewed_it_gets_it_back_after_mending(office):
    article = workflow.claim(office.submitted(), by=office.editor, at=NOON)
    workflow.send_back(article, by=office.editor, at=NOON, reason="Bổ sung số liệu.")
    article = workflow.submit(article, by=office.reporter, at=NOON + HOUR)
    assert article.handler == office.editor


@pytest.mark.parametrize("verb", [workflow.claim, workflow.hand_back])
def test_neither_reporters_nor_strangers_claim(office, verb):
    article = office.submitted()
    with pytest.raises(Refused):
        verb(article, by=office.reporter, at=NOON)
    with pytest.raises(OutOfSight):
        verb(article, by=make.Office().chief, at=NOON)


def test_the_buttons_follow_who_is_reviewing(office):
    article = office.submitted()
    acts = {"claim", "take_over", "hand_back"}
    assert offered(article, office.editor) & acts == {"claim"}
    assert offered(article, office.reporter) & acts == set()
    workflow.claim(article, by=office.editor, at=NOON)
    assert offered(article, office.editor) & acts == {"hand_back"}
    assert offered(article, office.chief) & acts == {"take_over"}


def test_what_is_out_is_neither_reviewed_nor_waited_for(office):
    article = workflow.claim(office.submitted(), by=office.editor, at=NOON)
    set_due(article, by=office.editor, at=NOON, due_at=NOON + HOUR)
    article = workflow.publish(article, by=office.editor, at=NOON, digest=make.digest(article))
    assert (article.handler, article.claimed_at, article.due_at) == (None, None, None)


def test_open_notes_are_reason_enough_to_send_back(office, _english):
    article = office.submitted()
    with pytest.raises(Refused):
        workflow.send_back(article, by=office.editor, at=NOON, reason="")
    noting.put(article, by=office.editor, at=NOON, words="Xem lại.")
    article = workflow.send_back(article, by=office.editor, at=NOON, reason="")
    assert article.state == Article.State.SENT_BACK
    assert Act.objects.get(verb="send_back").after["notes"] == 1


# -- when it is wanted --


@pytest.mark.parametrize(
    ("ahead", "says"), [(-1, "late"), (0, "late"), (1, "soon"), (4, "soon"), (5, "far")]
)
def test_near_and_late_are_told_by_the_clock_given(office, ahead, says):
    article = office.submitted()
    article.due_at = NOON + ahead * HOUR
    assert nearness(article, NOON) == says
    assert due_in_words(article, NOON)


def test_nothing_is_wanted_of_what_is_out(office):
    article = office.published()
    article.due_at = NOON
    assert (nearness(article, NOON), due_in_words(article, NOON)) == ("", "")


def test_writer_and_editor_say_when_and_nobody_signs_anew(office):
    article = office.submitted()
    before = make.digest(article)
    set_due(article, by=office.reporter, at=NOON, due_at=NOON + HOUR)
    article = set_due(article, by=office.editor, at=NOON, due_at=NOON + 2 * HOUR)
    assert article.due_at == NOON + 2 * HOUR
    assert make.digest(article) == before
    set_due(article, by=office.editor, at=NOON, due_at=None)
    acts = Act.objects.filter(verb="set_due").order_by("pk")
    assert [act.after["due_at"] is None for act in acts] == [False, False, True]


def test_others_do_not_say_when(office, _english):
    article = office.submitted()
    for role in ("reporter", "inspector"):
        with pytest.raises(Refused):
            by = make.seated(role, office.portal)
            set_due(article, by=by, at=NOON, due_at=NOON + HOUR)
    for by in (make.Office().chief, make.seated("contributor", office.portal)):
        with pytest.raises(OutOfSight):
            set_due(article, by=by, at=NOON, due_at=NOON + HOUR)
    with pytest.raises(Refused, match="future"):
        set_due(article, by=office.editor, at=NOON, due_at=NOON)
    with pytest.raises(Refused, match="out already"):
        set_due(office.published(), by=office.editor, at=NOON, due_at=NOON + HOUR)


def test_the_soonest_stands_first_on_the_first_page(office):
    now = timezone.now()
    none, late, soon = (
        office.submitted(at=now, headline=h) for h in ("Bài ba", "Bài một", "Bài hai")
    )
    set_due(late, by=office.editor, at=now - 3 * HOUR, due_at=now - HOUR)
    set_due(soon, by=office.editor, at=now, due_at=now + HOUR)
    text = client_of(office.chief).get("/toa-soan/").content.decode()
    places = [text.index(each.headline) for each in (late, soon, none)]
    assert places == sorted(places)
    assert "due-late" in text and "due-soon" in text


def test_the_time_is_asked_on_a_page_and_kept(office):
    article = office.submitted(at=timezone.now())
    client = client_of(office.reporter)
    day = timezone.localtime() + dt.timedelta(days=2)
    typed = {"due_at_0": f"{day:%d/%m/%Y}", "due_at_1": "14:05", "tu": "duyet"}
    answer = client.post(page(article, "act/set_due/"), typed)
    assert answer.url == page(article)
    assert f"{timezone.localtime(make.fresh(article).due_at):%H:%M}" == "14:05"
    assert "14:05" in client.get(LIST).content.decode()
    wrong = client.post(page(article, "act/set_due/"), {"due_at_0": "31/2/2026", "due_at_1": "x"})
    assert wrong.status_code == 200
    assert 'value="31/2/2026"' in wrong.content.decode()


# -- the screen --

SCREENS = ["duyet/", "act/set_due/", "act/take_over/"]
POSTS = ["ghi-chu/", "ghi-chu/{note}/tra-loi/", "ghi-chu/{note}/xu-ly/", "ghi-chu/{note}/mo-lai/"]


@pytest.mark.parametrize("who", ["stranger", "administrator", "superuser"])
def test_other_portals_screens_do_not_exist(office, who):
    article = office.submitted(at=timezone.now())
    note = noting.put(article, by=office.editor, at=timezone.now(), words="Xem lại.")
    people = {
        "stranger": make.Office().chief,
        "administrator": make.user(is_administrator=True),
        "superuser": make.user(is_superuser=True),
    }
    client = client_of(people[who])
    for what in SCREENS:
        assert client.get(page(article, what)).status_code == 404
    for what in POSTS:
        answer = client.post(page(article, what.format(note=note.pk)), {"words": "x"})
        assert answer.status_code == 404
    assert Note.objects.get().resolved_at is None


def test_another_articles_note_is_not_reached(office):
    note = noting.put(office.submitted(), by=office.editor, at=timezone.now(), words="Xem lại.")
    other = office.submitted(at=timezone.now())
    answer = client_of(office.editor).post(page(other, f"ghi-chu/{note.pk}/xu-ly/"))
    assert answer.status_code == 404


def test_the_screen_changes_nothing_and_takes_no_post(office):
    article = office.submitted(at=timezone.now())
    acts = Act.objects.count()
    client = client_of(office.editor)
    assert client.get(page(article)).status_code == 200
    assert client.post(page(article)).status_code == 405
    assert Act.objects.count() == acts


@pytest.mark.parametrize("role", ["reporter", "editor", "chief", "inspector", "managing_editor"])
def test_every_role_reads_the_screen(office, role):
    article = office.submitted(at=timezone.now())
    text = client_of(make.seated(role, office.portal)).get(page(article)).content.decode()
    assert article.headline in text
    assert ('name="words"' in text) == (role not in ("reporter", "inspector"))


def test_only_the_preview_may_stand_in_a_frame(office):
    article = office.submitted(at=timezone.now())
    client = client_of(office.editor)
    framed = client.get(page(article, "preview/"))
    assert framed["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in framed["Content-Security-Policy"]
    for what in ("duyet/", "change/", "act/send_back/"):
        answer = client.get(page(article, what))
        assert answer["X-Frame-Options"] == "DENY"
        assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]
    policy = client.get(page(article))["Content-Security-Policy"]
    assert "default-src 'self'" in policy  # frames: ours only


def test_a_refused_note_gives_back_what_was_typed(office):
    article = office.submitted(at=timezone.now())
    note = noting.put(article, by=office.editor, at=timezone.now(), words="Xem lại.")
    typed = {
        "words": " ",
        f"answer-{note.pk}": "Câu trả lời dở.",
        "quote": "Thị ủy",
        "field": "sapo",
    }
    text = client_of(office.reporter).post(page(article, "ghi-chu/"), typed).content.decode()
    assert "Câu trả lời dở." in text and 'value="Thị ủy"' in text
    assert Note.objects.count() == 1


def test_a_script_gets_the_panel_or_the_reason(office):
    article = office.submitted(at=timezone.now())
    client = client_of(office.editor)
    asked = {"headers": {"Accept": "application/json"}}
    refused = client.post(page(article, "ghi-chu/"), {"words": ""}, **asked).json()
    assert set(refused) == {"refused"}
    typed = {"words": "Ghi rõ <b>ai</b>.", "quote": "Thị ủy họp", "field": "sapo", "tu": "duyet"}
    kept = client.post(page(article, "ghi-chu/"), typed, **asked).json()
    assert kept["open"] == 1
    assert "&lt;b&gt;ai" in kept["panel"]
    assert '<mark class="note-mark"' in kept["text"]
    done = client.post(
        page(article, f"ghi-chu/{kept['note']}/xu-ly/"),
        {f"answer-{kept['note']}": "Xong."}, **asked,
    ).json()  # fmt: skip
    assert done["open"] == 0 and "Xong." in done["panel"] and "text" not in done


HOSTILE = [
    {"quote": "<script>alert(1)</script>", "field": "block:0"},
    {"quote": "\x00", "field": "block:99999999999999999999"},
    {"quote": "a" * 100000, "field": "../../x"},
    {"quote": "Hội nghị", "before": "\u200f", "field": "block:-1"},
]


@pytest.mark.parametrize("sent", HOSTILE)
def test_strange_passages_are_no_accident(office, sent):
    article = office.submitted(at=timezone.now())
    client = client_of(office.editor)
    answer = client.post(page(article, "ghi-chu/"), {"words": "x", **sent})
    assert answer.status_code == 302
    text = client.get(page(article)).content.decode()
    assert "<script>alert" not in text
    for place in ("block:0", "block:99", "<script>", "%00"):
        assert client.get(page(article), {"cho": place}).status_code == 200


def test_differences_are_since_what_one_sent_back(office):
    now = timezone.now()
    article = office.submitted(at=now, sapo="Sáng 30/4, Thị ủy họp.")
    chief = client_of(office.chief)
    assert "So với" not in chief.get(page(article)).content.decode()
    workflow.send_back(article, by=office.chief, at=now, reason="Thêm nơi họp.")
    article = office.edit(
        article, office.reporter, at=now, sapo="Sáng 30/4, Thị ủy họp tại phường."
    )
    workflow.submit(article, by=office.reporter, at=now)
    text = chief.get(page(article)).content.decode()
    assert "tại phường" in text.split('data-part="since"', 1)[1].split("<ins><span", 1)[1][:120]


def lived(office, article, times):
    now = timezone.now()
    for number in range(times):
        words = {"words": f"Ghi chú {number}", "field": "sapo", "quote": "Thị ủy"}
        note = noting.put(article, by=office.editor, at=now, **words)
        noting.answer(note, by=office.reporter, at=now, words="Đã sửa.")
        workflow.send_back(article, by=office.editor, at=now, reason="Sửa.")
        article = office.edit(article, office.reporter, at=now, sapo=f"Thị ủy họp lần {number}.")
        article = workflow.submit(article, by=office.reporter, at=now)


def queries_of(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


@pytest.mark.sqlite_only
@pytest.mark.parametrize("what", ["duyet/", "change/"])
def test_the_screen_costs_the_same_after_a_long_life(office, what):
    article = office.submitted(at=timezone.now(), sapo="Thị ủy họp.")
    client = client_of(office.editor)
    lived(office, article, 1)
    few = queries_of(client, page(article, what))
    lived(office, make.fresh(article), 6)
    assert queries_of(client, page(article, what)) == few
    assert few <= 33  # one of them is the bell


def test_buttons_say_what_readers_get_and_the_publishing_screen_leads_back(office):
    article = office.submitted(at=timezone.now())
    desk = client_of(office.chief)
    text = desk.get(page(article)).content.decode()
    acts = text.split('id="acts-heading"', 1)[1]
    assert "act-when" in acts and "Lên trang ngay" in acts
    assert "before-publishing" in text
    asked = desk.post(page(article, "change/"), {"act": "schedule", "tu": "duyet"})
    assert asked.url.endswith("/act/schedule/?tu=duyet")
    screen = desk.get(asked.url).content.decode()
    assert 'name="tu" value="duyet"' in screen and f'href="{page(article)}"' in screen


def test_what_readers_are_told_stands_on_the_screen(office):
    article = office.published()
    notice = {"grade": "correction", "wrong": "Sai tên.", "right": "Đúng tên.", "at": None}
    Article.objects.filter(pk=article.pk).update(notices=[notice])
    looker = client_of(make.seated("inspector", office.portal))
    for address in (page(article), page(article, "change/")):
        assert "Đính chính: Sai tên. → Đúng tên." in looker.get(address).content.decode()


@pytest.mark.sqlite_only
def test_notes_are_counted_in_lists_at_no_further_query(office):
    now = timezone.now()
    article = office.submitted(at=now)
    client = client_of(office.editor)
    before = queries_of(client, LIST), queries_of(client, "/toa-soan/")
    for _n in range(3):
        noting.put(article, by=office.editor, at=now, words="Xem lại.")
    assert (queries_of(client, LIST), queries_of(client, "/toa-soan/")) == before
    for address in (LIST, "/toa-soan/"):
        text = client.get(address).content.decode()
        assert "open-notes" in text.split(article.headline, 1)[1]
