"""Versions of a piece: what is kept, what it is called, how one comes back, who sees it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from apps.articles import content, workflow, writing
from apps.articles.models import Article, Contributor, Version
from apps.articles.past import restoring, versions
from apps.articles.past.timeline import sent_by, timeline
from apps.articles.withdrawal import redacting
from apps.editions.models import Cut
from apps.media.models import Picture
from apps.newsroom.models import Act, Signature
from apps.newsroom.refusals import OutOfSight, Refused
from tests.newsroom.people import client_of

from . import make
from .make import HOUR, NOON

pytestmark = pytest.mark.django_db
LIST = "/toa-soan/articles/article/"


@pytest.fixture(autouse=True)
def _english():
    """Refusals are matched by their ids."""
    with translation.override("en"):
        yield


@pytest.fixture
def office():
    return make.Office()


@pytest.fixture
def edited(office):
    """Handed in, then changed by the editor."""
    article = office.submitted(sapo="Sáng 30/4, Thị ủy họp.")
    return office.edit(article, office.editor, at=NOON + HOUR, sapo="Sáng 30/4, Thị ủy họp bàn.")


def page(article, what):
    return f"{LIST}{article.pk}/{what}"


def numbers(article):
    return [version.number for version in article.versions.all()]


def names(article):
    return timeline(make.fresh(article)).names


def back(office, article, number, by=None, at=NOON + 2 * HOUR):
    article = make.fresh(article)
    version = article.versions.get(number=number)
    return restoring.restore(
        article, version, by=by or office.reporter, at=at, revision=article.revision
    )


def picture(office, sha="c" * 64):
    return Picture.objects.create(
        portal=office.portal.key, sha256=sha, file_name="a.jpg", width=600, height=400,
        uploaded_by=office.reporter, uploaded_at=NOON, credit="Thu Trà",
    )  # fmt: skip


# -- what is kept --


def test_every_save_that_changes_something_is_a_version(office):
    article = office.draft()
    office.edit(article, office.reporter, sapo="Khác.")
    office.edit(article, office.reporter, sapo="Khác.")
    office.edit(article, office.reporter, section=None)
    assert numbers(article) == [3, 2, 1]


def test_a_version_holds_what_readers_read(office):
    article = make.fresh(office.draft())
    assert versions.values_of(article.versions.get()) == content.all_values(article)


def test_a_version_is_small(office):
    body = "<p>Hội nghị đã nghe báo cáo kết quả công tác.</p>" * 200
    version = office.draft(body=body).versions.get()
    assert len(version.packed) < len(body.encode()) / 10


def test_history_cannot_be_mended(office):
    version = office.draft().versions.get()
    with pytest.raises(Refused):
        version.save()
    with pytest.raises(Refused):
        version.delete()


def test_an_article_older_than_versions_keeps_what_stood_before(office):
    article = office.draft(sapo="Bản từ năm ngoái.")
    Version.objects.all().delete()
    assert [each.pk for each in timeline(make.fresh(article)).versions] == [None]
    office.edit(article, office.editor, at=NOON + HOUR, sapo="Bản mới.")
    new, old = article.versions.all()
    assert versions.values_of(old)["text"]["sapo"] == "Bản từ năm ngoái."
    assert (old.by, old.at) == (office.reporter, NOON)
    assert (new.by, new.at) == (office.editor, NOON + HOUR)


def test_an_article_older_than_versions_has_one_once_it_is_signed(office):
    article = office.draft()
    Version.objects.all().delete()
    workflow.submit(article, by=office.reporter, at=NOON + HOUR)
    assert names(article) == {1: ["handed in"]}


def test_a_credit_changed_in_the_library_is_a_version_nobody_saved(office):
    row = (picture(office), "lead", "Chú thích", "Mô tả", "")
    article = office.draft()
    text = writing.Text({}, pictures=[row])
    writing.save(article, text, by=office.reporter, at=NOON, revision=1)
    Picture.objects.update(credit="TTXVN")
    workflow.submit(article, by=office.reporter, at=NOON + HOUR)
    newest = article.versions.first()
    assert (newest.number, newest.by) == (3, None)
    assert names(article)[3] == ["handed in"]


def test_a_stale_or_refused_save_leaves_no_version(office):
    article = office.submitted()
    with pytest.raises(writing.Stale):
        writing.save(article, writing.Text({}), by=office.editor, at=NOON, revision=9)
    with pytest.raises(Refused):
        office.edit(article, office.reporter, sapo="Sau khi gửi.")
    assert numbers(article) == [1]


# -- what it is called --


def test_versions_bear_the_names_of_what_happened_to_them(office, edited):
    workflow.agree(edited, by=office.reporter, at=NOON + 2 * HOUR, digest=make.digest(edited))
    workflow.publish(edited, by=office.editor, at=NOON + 3 * HOUR, digest=make.digest(edited))
    office.edit(edited, office.reporter, at=NOON + 4 * HOUR, headline="Thị ủy họp lần hai")
    assert names(edited) == {
        1: ["handed in"],
        2: ["agreed to by the author", "published"],
        3: ["edited after publication"],
    }


def test_the_same_text_again_bears_only_its_own_names(office):
    article = office.submitted(sapo="Một.")
    workflow.send_back(article, by=office.editor, at=NOON + HOUR, reason="Sửa.")
    office.edit(article, office.reporter, at=NOON + 2 * HOUR, sapo="Hai.")
    office.edit(article, office.reporter, at=NOON + 3 * HOUR, sapo="Một.")
    workflow.submit(article, by=office.reporter, at=NOON + 4 * HOUR)
    assert names(article) == {1: ["handed in", "sent back"], 3: ["handed in"]}


def test_an_approval_that_is_not_enough_is_a_signature(office, edited):
    workflow.approve(edited, by=office.editor, at=NOON + HOUR, digest=make.digest(edited))
    assert names(edited)[2] == ["signed"]
    workflow.approve(edited, by=office.chief, at=NOON + 2 * HOUR, digest=make.digest(edited))
    assert names(edited)[2] == ["signed", "approved"]


def test_the_timeline_tells_each_act_once_newest_first(office, edited):
    told = timeline(make.fresh(edited))
    assert [(entry.label, entry.version.number) for entry in told.entries] == [
        ("Edited", 2), ("Submit", 1), ("Started", 1),
    ]  # fmt: skip
    assert told.entries[1].signed


def test_the_version_one_sent_is_the_one_one_signed_last(office, edited):
    told = timeline(make.fresh(edited))
    assert sent_by(edited, office.reporter, told).number == 1
    assert sent_by(edited, office.editor, told) is None


# -- one comes back --


def test_restoring_is_a_new_version_and_loses_none(office):
    article = office.draft(sapo="Bản đầu.")
    office.edit(article, office.reporter, sapo="Bản hai.", headline="Tiêu đề hai")
    first = article.versions.get(number=1)
    saved, lost = back(office, article, 1)
    assert (saved.sapo, lost) == ("Bản đầu.", [])
    newest = article.versions.first()
    assert (newest.number, newest.digests) == (3, first.digests)
    act = Act.objects.filter(key=article.key).first()
    assert (act.verb, act.after["version"]) == ("restore", 1)


def test_everything_in_a_version_comes_back(office):
    meeting = make_meeting(office)
    pen = Contributor.objects.create(portal=office.portal, name="Thu Trà", office="Đài TTTH")
    shown = picture(office)
    fields = {"event_date": NOON.date(), "meeting": meeting, "genre": "brief",
              "byline_office": "Ban Biên tập", "outside_source": "TTXVN"}  # fmt: skip
    figure = f'<p>a</p><figure><img data-file="{shown.pk}" alt="b"></figure>'
    article = office.draft(**fields, body=figure)
    text = writing.Text({}, bylines=[(pen, "text")], pictures=[(shown, "lead", "c", "d", "e")],
                        credits={shown.pk: "Anh Minh"})  # fmt: skip
    writing.save(article, text, by=office.reporter, at=NOON, revision=1)
    wanted = content.both_digests(make.fresh(article))
    emptied = dict.fromkeys(("body", "sapo", "byline_office", "outside_source"), "")
    text = writing.Text({**emptied, "sapo": "x", "event_date": None, "meeting": None}, [], [], [])
    writing.save(article, text, by=office.reporter, at=NOON, revision=2)
    saved, lost = back(office, article, 2)
    assert content.both_digests(saved) == wanted
    assert not lost


def make_meeting(office):
    from_office = office.portal.meetings.model
    return from_office.objects.create(
        portal=office.portal, title="Giao ban quý I", slug="giao-ban-quy-i", starts_at=NOON
    )


def test_a_picture_that_has_left_the_library_is_told(office):
    shown = picture(office)
    article = office.draft(body=f'<p>a</p><figure><img data-file="{shown.pk}" alt="b"></figure>')
    text = writing.Text({}, pictures=[(shown, "lead", "Quang cảnh", "", "")])
    writing.save(article, text, by=office.reporter, at=NOON, revision=1)
    text = writing.Text({"body": "<p>b</p>"}, pictures=[])
    writing.save(article, text, by=office.reporter, at=NOON, revision=2)
    shown.delete()
    saved, lost = back(office, article, 2)
    assert len(lost) == 2
    assert 'data-file="0"' in saved.body


def test_restoring_asks_what_saving_asks(office, edited):
    with pytest.raises(Refused, match="handed in"):
        back(office, edited, 1, by=office.reporter)
    with pytest.raises(OutOfSight):
        back(office, edited, 1, by=make.Office().chief)
    with pytest.raises(writing.Stale):
        restoring.restore(
            edited, edited.versions.get(number=1), by=office.editor, at=NOON, revision=1
        )
    with pytest.raises(OutOfSight):
        restoring.restore(
            edited, office.draft().versions.get(), by=office.editor, at=NOON, revision=2
        )
    with pytest.raises(Refused, match="exactly this text"):
        back(office, edited, 2, by=office.editor)
    assert numbers(edited) == [2, 1]


def test_a_restored_text_needs_its_signatures_again(office, edited):
    workflow.agree(edited, by=office.reporter, at=NOON + HOUR, digest=make.digest(edited))
    workflow.publish(edited, by=office.editor, at=NOON + HOUR, digest=make.digest(edited))
    saved, _lost = back(office, edited, 1, by=office.editor)
    assert saved.state == Article.State.DRAFT
    assert Cut.objects.filter(key=edited.key).count() == 1


def test_a_blanked_version_cannot_be_read_again(office):
    article = office.published(sapo="Số căn cước ba-không-bảy.")
    office.edit(article, office.reporter, at=NOON + HOUR, sapo="Đã bỏ.")
    cut = Cut.objects.get(key=article.key)
    redacting.ask(article, cut, by=office.chief, at=NOON + HOUR, reason="Lộ thông tin.")
    keeper = make.user(is_administrator=True)
    redacting.carry_out(cut, by=keeper, at=NOON + HOUR)
    old = article.versions.get(number=1)
    assert bytes(old.packed) == b""
    with pytest.raises(Refused, match="blanked"):
        back(office, article, 1)
    answer = client_of(office.reporter).get(page(article, "so-sanh/?tu=1&den=2"))
    assert answer.status_code == 200
    assert "ba-không-bảy" not in answer.content.decode()


# -- the pages --


def test_the_reporter_sees_what_the_editor_changed(office, edited):
    reporter = client_of(office.reporter)
    link = page(edited, "so-sanh/")
    for where in (page(edited, "change/"), "/toa-soan/"):
        assert link in reporter.get(where).content.decode(), where
    shown = reporter.get(link).content.decode()
    assert "<ins><span" in shown
    assert 'value="agree"' in shown
    reporter.post(page(edited, "change/"), {"act": "agree", "digest": make.digest(edited)})
    assert Signature.objects.filter(user=office.reporter, digest=make.digest(edited)).exists()
    assert link not in reporter.get(page(edited, "change/")).content.decode()


def test_an_editor_sees_what_changed_since_he_signed(office, edited):
    workflow.approve(edited, by=office.editor, at=NOON + HOUR, digest=make.digest(edited))
    office.edit(edited, office.manager, at=NOON + 2 * HOUR, sapo="Thư ký sửa.")
    shown = client_of(office.editor).get(page(edited, "so-sanh/"))
    assert shown.context["old_one"].number == 2
    assert "the version you signed" in shown.content.decode()


def test_an_editor_whose_text_was_changed_agrees_from_the_comparison(office):
    article = office.draft(by=office.editor)
    workflow.submit(article, by=office.editor, at=NOON)
    office.edit(article, office.manager, sapo="Thư ký sửa.")
    client = client_of(office.editor)
    client.post(page(article, "change/"), {"act": "agree", "digest": make.digest(article)})
    assert Signature.objects.filter(user=office.editor, digest=make.digest(article)).exists()
    assert make.fresh(article).sapo == "Thư ký sửa."


def test_restoring_by_its_button(office):
    article = office.draft(sapo="Bản đầu.")
    office.edit(article, office.reporter, sapo="Bản hai.")
    client = client_of(office.reporter)
    assert 'name="version" value="1"' in client.get(page(article, "so-sanh/")).content.decode()
    answer = client.post(page(article, "khoi-phuc/"), {"version": 1, "revision": 2})
    assert answer.url == page(article, "change/")
    assert make.fresh(article).sapo == "Bản đầu."
    answer = client.post(page(article, "khoi-phuc/"), {"version": 2, "revision": 2}, follow=True)
    assert answer.status_code == 200  # stale: told, nothing written
    assert make.fresh(article).sapo == "Bản đầu."


@pytest.mark.parametrize("query", ["tu=x&den=-1", "tu=99&den=0", "tu=1&den=" + "9" * 40, "tu=%00"])
def test_strange_numbers_are_told_in_one_sentence(office, edited, query):
    answer = client_of(office.reporter).get(page(edited, "so-sanh/?" + query))
    assert answer.status_code == 200
    assert "messagelist" in answer.content.decode()


@pytest.mark.parametrize("typed", [{}, {"version": "x"}, {"version": "1"}, {"version": "99"}])
def test_strange_restoring_is_told_and_changes_nothing(office, edited, typed):
    answer = client_of(office.editor).post(page(edited, "khoi-phuc/"), typed, follow=True)
    assert answer.status_code == 200
    assert numbers(edited) == [2, 1]


def test_other_portals_versions_do_not_exist(office, edited):
    for who in (make.Office().chief, make.user(is_superuser=True, is_administrator=True)):
        client = client_of(who)
        for what in ("history/", "so-sanh/", "so-sanh/?tu=1&den=2"):
            assert client.get(page(edited, what)).status_code == 404
        typed = {"version": 1, "revision": 2}
        assert client.post(page(edited, "khoi-phuc/"), typed).status_code == 404


def test_an_inspector_compares_and_restores_nothing(office, edited):
    client = client_of(make.seated("inspector", office.portal))
    assert client.get(page(edited, "so-sanh/?tu=1&den=2")).status_code == 200
    client.post(page(edited, "khoi-phuc/"), {"version": 1, "revision": 2})
    assert numbers(edited) == [2, 1]
    assert client.get(page(edited, "khoi-phuc/")).status_code == 405


def test_an_old_article_has_its_pages(office):
    article = office.published(at=timezone.now())
    Version.objects.all().delete()
    for what in ("history/", "so-sanh/"):
        assert client_of(office.editor).get(page(article, what)).status_code == 200


def queries(client, address):
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


@pytest.mark.sqlite_only
def test_pages_cost_the_same_after_a_long_life(office, edited):
    client = client_of(office.editor)
    addresses = [page(edited, "history/"), page(edited, "so-sanh/?tu=1")]
    few = [queries(client, address) for address in addresses]
    for number in range(12):
        office.edit(edited, office.editor, at=NOON + 2 * HOUR, sapo=f"Lần {number}.")
    assert [queries(client, address) for address in addresses] == few
    assert max(few) <= 42, few  # the desk's own frame asks 22 of them


def test_a_save_costs_two_more_queries(office):
    article = office.draft()
    with CaptureQueriesContext(connection) as asked:
        office.edit(article, office.reporter, sapo="Khác.")
    about = [q["sql"] for q in asked if "articles_version" in q["sql"]]
    assert len(about) == 2, about
