"""What is typed is kept beside the article: whose it is, what it never touches, when it goes."""

import datetime as dt
import json

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from apps.articles import content, workflow
from apps.articles.models import Article, Typed, Version
from apps.articles.typed import keeping
from apps.articles.typed.keeping import Elsewhere, Place, Sent, TooLate
from apps.newsroom.models import Act
from apps.newsroom.refusals import OutOfSight, Refused

from . import make
from .make import DAY, HOUR, NOON
from .test_articles_desk import LIST, client_of, form, page

pytestmark = pytest.mark.django_db
KEEP = f"{LIST}go-do/"
PAGE, OTHER = "a" * 32, "b" * 32
PAIRS = [["headline", "Bài gõ dở"], ["body", "<p>Đang gõ\u0000 dở \ud800 …</p>"]]


@pytest.fixture
def office():
    return make.Office()


def sent(page=PAGE, pairs=PAIRS, number=1, **more):
    return Sent(page, number, 1, pairs, typing=True, **more)


def place(article):
    return Place(article.portal, article)


def new_text(office, token=PAGE):
    return Place(office.portal, None, token)


def keep(office, article, by=None, at=NOON, **more):
    return keeping.keep(place(article), sent(**more), by=by or office.reporter, at=at)


def test_keeping_changes_nothing_of_the_article(office):
    article = office.submitted()
    before = content.both_digests(make.fresh(article)), Act.objects.count(), Version.objects.count()
    keep(office, article, by=office.editor)
    fresh = make.fresh(article)
    assert (content.both_digests(fresh), Act.objects.count(), Version.objects.count()) == before
    assert (fresh.revision, fresh.changed_at) == (article.revision, article.changed_at)


def test_what_was_typed_comes_back_letter_by_letter(office):
    article = office.draft()
    assert keeping.pairs_of(keep(office, article)) == PAIRS
    assert [row.page for row in keeping.kept_of(place(article), office.reporter)] == [PAGE]


def test_kept_text_is_only_its_writers(office):
    article = office.draft()
    keep(office, article)
    assert keeping.kept_of(place(article), office.editor) == []
    assert "Bài gõ dở" not in client_of(office.editor).get(page(article)).content.decode()


def test_late_sending_does_not_replace_a_newer_one(office):
    article = office.draft()
    keep(office, article, number=5)
    row = keep(office, article, number=4, pairs=[["headline", "Cũ"]])
    assert keeping.pairs_of(row) == PAIRS


def test_another_window_never_writes_over_what_nobody_has_seen(office):
    article = office.draft()
    keep(office, article)
    with pytest.raises(Elsewhere) as held:
        keep(office, article, page=OTHER, pairs=[["headline", "Mới"]])
    assert keeping.pairs_of(held.value.row) == PAIRS
    row = keep(office, article, page=OTHER, pairs=[["headline", "Mới"]], over=PAGE)
    assert keeping.pairs_of(row) == [["headline", "Mới"]]


def test_saving_ends_it_and_what_comes_after_is_too_late(office):
    article = office.draft()
    keep(office, article)
    keeping.saved(article, PAGE, by=office.reporter, at=NOON)
    assert keeping.kept_of(place(article), office.reporter) == []
    with pytest.raises(TooLate):
        keep(office, article, number=9)
    assert keeping.pairs_of(keep(office, article, page=OTHER)) == PAIRS


def test_saving_leaves_the_text_of_another_window(office):
    article = office.draft()
    keep(office, article)
    keeping.saved(article, OTHER, by=office.reporter, at=NOON)
    assert [row.page for row in keeping.kept_of(place(article), office.reporter)] == [PAGE]


def test_new_texts_do_not_mix(office):
    for token in (PAGE, OTHER):
        keeping.keep(new_text(office, token), sent(page=token), by=office.reporter, at=NOON)
    assert len(keeping.kept_of(new_text(office), office.reporter)) == 2
    article = office.draft()
    keeping.saved(article, PAGE, by=office.reporter, at=NOON)
    assert [row.token for row in keeping.kept_of(new_text(office), office.reporter)] == [OTHER]
    assert keeping.left_by(place(article), office.reporter)[0].saved_page == PAGE


@pytest.mark.parametrize("role", ["inspector", "adviser"])
def test_who_may_not_write_keeps_nothing(office, role):
    who = make.seated(role, office.portal)
    with pytest.raises(Refused):
        keeping.keep(new_text(office), sent(), by=who, at=NOON)
    with pytest.raises(Refused):
        keeping.keep(new_text(office, OTHER), sent(), by=who, at=NOON)
    with pytest.raises((Refused, OutOfSight)):
        keep(office, office.draft(), by=who)
    assert not Typed.objects.exists()


def test_handed_in_piece_refuses_its_author_in_words(office):
    with pytest.raises(Refused, match="rút lại"):
        keep(office, office.submitted())


def test_strangers_piece_does_not_exist(office):
    with pytest.raises(OutOfSight):
        keep(office, office.draft(), by=make.Office().chief)
    with pytest.raises(OutOfSight):
        keeping.keep(new_text(office), sent(), by=make.user(is_superuser=True), at=NOON)


def test_contributor_learns_nothing_of_others_pieces(office):
    contributor = make.seated("contributor", office.portal)
    with pytest.raises(OutOfSight):
        keep(office, office.draft(), by=contributor)


def test_who_is_typing_is_seen_and_ends_by_the_clock(office):
    article = office.draft()
    keep(office, article, at=NOON)
    keep(office, article, at=NOON + dt.timedelta(seconds=60), pairs=None)
    present = keeping.present([article.pk], NOON + dt.timedelta(seconds=140), but=office.editor)
    assert [(row.user, row.since) for row in present[article.pk]] == [(office.reporter, NOON)]
    assert keeping.present([article.pk], NOON + dt.timedelta(seconds=151), but=office.editor) == {}


def test_who_leaves_is_gone_at_once_and_begins_anew(office):
    article = office.draft()
    keep(office, article, at=NOON)
    keep(office, article, at=NOON, pairs=None, left=True)
    assert keeping.present([article.pk], NOON) == {}
    keep(office, article, at=NOON + HOUR, number=2)
    assert keeping.present([article.pk], NOON + HOUR)[article.pk][0].since == NOON + HOUR


def test_saving_in_between_does_not_begin_the_stay_anew(office):
    article, soon = office.draft(), NOON + dt.timedelta(seconds=30)
    keep(office, article)
    keeping.saved(article, PAGE, by=office.reporter, at=soon)
    assert keeping.present([article.pk], soon) == {}
    keep(office, article, page=OTHER, at=soon)
    assert keeping.present([article.pk], soon)[article.pk][0].since == NOON


def test_old_texts_are_swept_without_a_cron(office):
    old, empty, new = office.draft(), office.draft(), office.draft()
    keep(office, old, at=NOON)
    keep(office, empty, at=NOON + 28 * DAY)
    keeping.let_go(place(empty), PAGE, by=office.reporter)
    keep(office, new, at=NOON + 31 * DAY)
    assert [row.article for row in Typed.objects.all()] == [new]


def test_blanked_secret_is_forgotten_here_too(office):
    article = office.draft()
    keep(office, article)
    keeping.forget(article.pk)
    assert keeping.kept_of(place(article), office.reporter) == []


# -- over HTTP --


def question(office, article=None, **more):
    return {
        "user": office.reporter.pk, "portal": office.portal.key,
        "article": article.pk if article else "", "token": PAGE, "page": PAGE, "number": 1,
        "revision": 1, "typing": 1, "typed": json.dumps(PAIRS), **more,
    }  # fmt: skip


def test_form_gets_an_answer_in_words(office):
    article = office.draft()
    answer = client_of(office.reporter).post(KEEP, question(office, article)).json()
    here = timezone.localtime()
    assert answer["at"].endswith(f":{here.minute:02}") or here.second < 2
    assert (answer["others"], answer["newer"]) == ([], "")


def test_autosave_costs_few_queries(office):
    article, client = office.draft(), client_of(office.reporter)
    client.post(KEEP, question(office, article))
    with CaptureQueriesContext(connection) as queries:
        client.post(KEEP, question(office, article, number=2))
    assert len(queries) <= 9  # the two of a transaction among them


def test_ended_session_says_where_to_sign_in(office):
    answer = Client().post(KEEP, question(office))
    assert answer.status_code == 401
    assert "/login/" in answer.json()["sign_in"]


def test_text_is_never_kept_under_somebody_elses_name(office):
    answer = client_of(office.editor).post(KEEP, question(office, office.draft()))
    assert answer.status_code == 401
    assert str(office.editor) in answer.json()["says"]
    assert not Typed.objects.exists()


def test_another_window_gets_the_first_ones_text(office):
    article, client = office.draft(), client_of(office.reporter)
    client.post(KEEP, question(office, article))
    answer = client.post(KEEP, question(office, article, page=OTHER))
    assert answer.status_code == 409
    assert answer.json()["other"]["pairs"] == PAIRS


@pytest.mark.parametrize("what", ["", "bo/", "khac-gi/"])
def test_other_portals_do_not_exist(office, what):
    elsewhere = make.Office()
    mine = {"user": elsewhere.chief.pk}
    client = client_of(elsewhere.chief)
    for asked in (question(office, office.draft(), **mine), question(office, **mine)):
        assert client.post(KEEP + what, asked).status_code == 404
    assert not Typed.objects.exists()
    assert client.get(KEEP + what).status_code in (404, 405)


BAD = [
    {"typed": "{"}, {"typed": "[1]"}, {"typed": '[["a", 1]]'}, {"typed": "[" * 5000},
    {"typed": '"x"'}, {"page": "x"}, {"page": "\u0000" * 9}, {"typed": "x" * 1_600_000},
]  # fmt: skip


@pytest.mark.parametrize("bad", BAD, ids=range(len(BAD)))
def test_bad_input_is_one_sentence(office, bad):
    article = office.draft()
    answer = client_of(office.reporter).post(KEEP, question(office, article, **bad))
    assert "trên máy này" in answer.json()["refused"]
    assert not Typed.objects.exclude(packed=b"").exists()


@pytest.mark.parametrize("number", ["", "-1", "x", "9" * 40])
def test_strange_numbers_are_no_accident(office, number):
    article, client = office.draft(), client_of(office.reporter)
    assert client.post(KEEP, question(office, article, number=number)).status_code == 200
    assert client.post(KEEP, question(office) | {"article": number}).status_code in (200, 404)


def test_form_offers_what_is_kept_and_saving_ends_it(office):
    article, client = office.draft(), client_of(office.reporter)
    client.post(KEEP, question(office, article))
    assert '"headline", "B\\u00e0i g\\u00f5 d\\u1edf"' in client.get(page(article)).content.decode()
    client.post(page(article), form(article, typed_page=PAGE, sapo="Đã lưu."))
    assert keeping.kept_of(place(article), office.reporter) == []
    assert PAGE in client.get(page(article)).content.decode()


def test_refused_save_keeps_what_was_kept(office):
    article, client = office.draft(), client_of(office.reporter)
    client.post(KEEP, question(office, article))
    client.post(page(article), form(article, typed_page=PAGE, event_date="31/2/2021"))
    assert len(keeping.kept_of(place(article), office.reporter)) == 1


def test_first_save_of_a_new_text_ends_it(office):
    client = client_of(office.reporter)
    client.post(KEEP, question(office))
    client.post(f"{LIST}add/", form(typed_page=PAGE))
    article = Article.objects.get()
    assert keeping.kept_of(new_text(office), office.reporter) == []
    assert keeping.left_by(place(article), office.reporter)[0].saved_page == PAGE


def test_colleagues_see_who_is_typing_on_form_and_list(office):
    article = office.draft()
    client_of(office.reporter).post(KEEP, question(office, article))
    editor = client_of(office.editor)
    for address in (page(article), LIST):
        assert f"{office.reporter} đang sửa từ" in editor.get(address).content.decode()
    assert "đang sửa từ" not in client_of(office.reporter).get(LIST).content.decode()


def test_writer_is_told_that_somebody_saved_meanwhile(office):
    article, client = office.draft(), client_of(office.reporter)
    office.edit(article, office.editor, sapo="Biên tập sửa.", at=timezone.now())
    answer = client.post(KEEP, question(office, article)).json()
    assert str(office.editor) in answer["newer"]


def test_what_differs_is_shown_word_by_word(office):
    article = office.draft(sapo="Sáng nay họp.")
    typed = json.dumps([["sapo", "Chiều nay họp."], ["headline", article.headline]])
    standing = json.dumps([["sapo", "Sáng nay họp."], ["headline", article.headline]])
    answer = client_of(office.reporter).post(
        f"{KEEP}khac-gi/", question(office, article, typed=typed, form=standing)
    )
    shown = answer.content.decode()
    assert "Chiều" in shown and "Sáng" in shown
    assert shown.count("merge-row") == 1


def test_list_costs_the_same_with_many_at_work(office):
    editor = client_of(office.editor)

    def cost():
        with CaptureQueriesContext(connection) as queries:
            editor.get(LIST)
        return len(queries)

    keep(office, office.draft(), at=timezone.now())
    editor.get(LIST)
    few = cost()
    for _n in range(5):
        keep(office, office.draft(), at=timezone.now())
    assert cost() == few


def test_withdrawn_piece_is_kept_again(office):
    article = office.submitted()
    workflow.withdraw(article, by=office.reporter, at=NOON)
    assert keep(office, make.fresh(article)).packed
