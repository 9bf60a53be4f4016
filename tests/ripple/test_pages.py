"""Whose desk shows the ripple: rights, decisions, banners, pages, and what they cost."""

import datetime as dt

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from apps.articles.models import Article
from apps.articles.panels import desk_panels
from apps.articles.ripple.banners import banner_hits_for
from apps.articles.ripple.verdicts import LOOK, MEND
from apps.articles.ripple.words import warnings_on
from apps.people import remembered, versions
from apps.proofing import snapshots
from tests import make
from tests.make import DAY, NOON
from tests.newsroom.people import client_of
from tests.people.deciding import Two, day, term
from tests.portals.desk import picture

from .rows import CHAIR, LIST, TEXT, page, said, told

pytestmark = pytest.mark.django_db


class TestDecisions:
    def test_a_decision_brings_hits_and_its_revocation_takes_them_away(self, office, minh, commune):
        two, held = Two(), term(minh, "Chủ tịch", commune)
        office.draft(headline="Bài", body=TEXT)
        assert told(office.editor) == []
        decision = two.in_force({"act": "end", "term": held.pk, "on": "2026-04-30"})
        assert told(office.editor) == [("Bài", LOOK)]
        two.revoked(decision)
        assert told(office.editor) == []

    def test_a_decision_entered_late_counts_from_its_day(self, office, minh, commune):
        two, held = Two(), term(minh, "Chủ tịch", commune)
        office.draft(headline="Bài", body=TEXT)
        two.in_force({"act": "end", "term": held.pk, "on": "2025-12-31"})
        assert told(office.editor) == [("Bài", MEND)]
        assert said(office.editor) == [f"Đồng chí Hà Văn Minh thôi giữ chức {CHAIR} từ 1/1/2026"]
        assert told(office.editor, NOON + 31 * DAY) == []

    def test_a_title_struck_out_is_told(self, office, minh, commune):
        two, held = Two(), term(minh, "Chủ tịch", commune)
        term(minh, "Phó Chủ tịch", commune)
        text = TEXT.replace("Chủ tịch", "Phó Chủ tịch")
        office.draft(headline="Bài", body=text)
        two.in_force({"act": "strike", "term": held.pk}, subject="Sửa nhập nhầm")
        assert said(office.editor) == [
            "Danh mục chức danh được sửa về đồng chí Hà Văn Minh: “Sửa nhập nhầm”"
        ]

    def test_the_decisions_page_says_how_many_pieces(self, office, minh, commune):
        two, held = Two(), term(minh, "Chủ tịch", commune)
        for _n in range(2):
            office.draft(body=TEXT)
        make.Office().draft(body=TEXT)
        draft = two.proposed({"act": "end", "term": held.pk, "on": "2026-04-30"})
        where = reverse("admin:people_decision_change", args=[draft.pk])
        assert "2 bài đang làm hoặc hẹn giờ" in page(office.chief, where)
        assert "đang làm hoặc hẹn giờ" not in page(two.keeper, where)


class TestWhoSees:
    def people(self, office):
        return {
            "author": office.reporter, "editor": office.editor, "manager": office.manager,
            "chief": office.chief,
            "other reporter": make.seated("reporter", office.portal),
            "inspector": make.seated("inspector", office.portal),
            "adviser": make.seated("adviser", office.portal),
            "stranger": make.Office().chief,
            "administrator": make.user(is_administrator=True, is_superuser=True),
        }  # fmt: skip

    def test_authors_their_own_and_editors_all_of_theirs(self, office, leaving):
        office.draft(body=TEXT)
        seen = {name: bool(told(user)) for name, user in self.people(office).items()}
        able = {"author", "editor", "manager", "chief"}
        assert seen == {name: name in able for name in seen}

    def test_two_portals_stay_apart(self, office, leaving):
        other = make.Office()
        other.draft(headline="Của trang khác", body=TEXT)
        office.draft(headline="Của trang này", body=TEXT)
        assert [name for name, _v in told(office.chief)] == ["Của trang này"]
        make.seat(office.chief, other.portal, "reporter")
        assert [name for name, _v in told(office.chief)] == ["Của trang này"]
        make.seat(office.editor, other.portal, "editor")
        assert len(told(office.editor)) == 2

    def test_the_list_is_for_people_with_a_seat(self, office):
        for user, status in ((make.user(is_administrator=True), 404), (office.reporter, 200)):
            assert client_of(user).get(reverse(LIST)).status_code == status


class TestBanners:
    @pytest.fixture
    def hang(self, office):
        def made(alt, **times):
            wide = picture(office.portal, office.manager)
            return office.portal.banners.create(wide=wide, alt=alt, **times)

        return made

    def test_one_that_hangs_over_the_change_is_looked_at(self, office, leaving, hang):
        hang(f"{CHAIR} Hà Văn Minh chúc mừng")
        assert [hit.verdict.what for hit in banner_hits_for(office.manager, NOON)] == [LOOK]
        assert [hit.verdict.what for hit in banner_hits_for(office.manager, NOON + DAY)] == [MEND]

    def test_one_that_is_gone_by_then_is_not(self, office, leaving, hang):
        hang(f"{CHAIR} Hà Văn Minh chúc mừng", shows_until=NOON + dt.timedelta(hours=2))
        hang(f"{CHAIR} Hà Văn Minh chúc Tết", shows_until=NOON - DAY)
        assert banner_hits_for(office.manager, NOON) == []

    def test_one_to_come_is_read_as_of_its_first_day(self, office, leaving, hang):
        hang(f"{CHAIR} Hà Văn Minh chúc mừng", shows_from=NOON + 10 * DAY)
        assert [hit.verdict.what for hit in banner_hits_for(office.manager, NOON)] == [MEND]

    def test_only_those_who_may_change_the_frame_see_it(self, office, leaving, hang):
        hang(f"{CHAIR} Hà Văn Minh chúc mừng")
        assert banner_hits_for(office.chief, NOON)
        for user in (office.reporter, office.editor, make.Office().chief):
            assert banner_hits_for(user, NOON) == []


class TestDeskPages:
    """The clock of a view is the machine's: terms are dated from today."""

    @pytest.fixture
    def changing(self, minh, commune):
        today = timezone.localdate() + 2 * DAY
        term(minh, "Chủ tịch", commune, ends=f"{today:%d/%m/%Y}")
        versions.moved()
        return today + DAY

    def test_panel_list_and_form_say_it(self, office, changing):
        article = office.draft(headline="Bài có chức danh", body=TEXT)
        when = f"{changing.day}/{changing.month}/{changing.year}"
        words = f"Đồng chí Hà Văn Minh thôi giữ chức {CHAIR} từ {when}"
        desk = page(office.editor, reverse("admin:index"))
        assert "Chức danh thay đổi" in desk
        assert "1 mục nên xem lại" in desk
        assert words in desk
        listed = page(office.editor, reverse(LIST))
        assert words in listed
        assert "Xem lại" in listed
        form = page(office.reporter, reverse("admin:articles_article_change", args=[article.pk]))
        assert f"{words}: xem Kiểm tra chức danh." in form
        assert warnings_on(article, NOON - 90 * DAY) == []

    def test_no_panel_when_nothing_turns(self, office):
        office.draft(body=TEXT)
        assert "Chức danh thay đổi" not in page(office.editor, reverse("admin:index"))
        assert "Không có bài" in page(office.editor, reverse(LIST))

    @pytest.mark.parametrize("query", ["?p=2", "?p=x", "?p=-1", "?p=999999999999"])
    def test_strange_pages_are_no_accident(self, office, changing, query):
        office.draft(body=TEXT)
        assert client_of(office.editor).get(reverse(LIST) + query).status_code == 200

    @pytest.mark.sqlite_only
    def test_ten_and_five_hundred_cost_the_same(self, office, changing):
        for _n in range(10):
            office.draft(body=TEXT)
        few = cold_and_warm(office)
        pattern = Article.objects.first()
        Article.objects.bulk_create(
            Article(
                portal=office.portal, author=office.reporter, created_at=NOON, changed_at=NOON,
                headline=f"Bài {n}", slug=f"bai-{n}", body=TEXT, carries=pattern.carries,
            )
            for n in range(490)
        )  # fmt: skip
        assert cold_and_warm(office) == few
        assert few["panel"][1] <= 10


def panel_of(user):
    request = RequestFactory().get("/toa-soan/")
    request.user = user
    return [p for p in desk_panels(request) if "ripple" in p["template"]]


def cold_and_warm(office):
    """{what: (queries at first, queries with a warm cache)}."""
    found = {}
    for what, ask in {
        "panel": lambda: panel_of(office.editor),
        "list": lambda: client_of(office.editor).get(reverse(LIST)),
    }.items():
        cache.clear()
        snapshots.forget()
        remembered.forget()
        found[what] = (count(ask), count(ask))
    return found


def count(ask):
    with CaptureQueriesContext(connection) as queries:
        ask()
    return len(queries)


class TestWhatIsKept:
    """Whom a text names stands beside it; old pages that are imported are not read for it."""

    def test_each_person_with_the_same_titles_once(self, office):
        twice = TEXT + "<p>Đồng chí Hà Văn Minh kết luận. Anh Minh cảm ơn.</p>"
        article = office.draft(body=twice + TEXT)
        chair = ["Chủ tịch", "UBND xã Nà Khoang", False, ""]
        assert article.carries == [["Hà Văn Minh", [chair]], ["Hà Văn Minh", []]]

    def test_a_day_long_past_is_read_when_it_is_mended(self, office, leaving):
        article = office.draft(headline="Bài", body=TEXT, event_date=day("1/5/2021"))
        assert article.carries == []
        article = office.edit(article, office.reporter, event_date=day("1/5/2026"))
        assert article.carries
        assert told(office.editor) == [("Bài", MEND)]
