"""The ripple of a changed term: whose desk shows which piece, on which day, and why."""

import datetime as dt

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from apps.articles import publishing, workflow, writing
from apps.articles.models import Article
from apps.articles.ripple import hits_for
from apps.articles.ripple_banners import banner_hits_for
from apps.articles.ripple_desk import ripple_panel
from apps.articles.ripple_verdicts import LOOK, MEND, RIGHT, verdicts
from apps.articles.ripple_words import sentence, warnings_on
from apps.people import versions
from apps.proofing import snapshots
from tests import make
from tests.make import DAY, NOON
from tests.people.deciding import TODAY, Two, body, day, person, term
from tests.portals.desk import picture

pytestmark = pytest.mark.django_db
CHAIR = "Chủ tịch UBND xã Nà Khoang"
TEXT = "<p>Đồng chí Hà Văn Minh, Chủ tịch UBND xã Nà Khoang chủ trì.</p>"
LIST = "admin:articles_article_ripple"


@pytest.fixture(autouse=True)
def nothing_kept():
    """A rolled-back test leaves the same numbers with other rows behind."""
    snapshots.forget()
    cache.clear()
    yield
    snapshots.forget()
    cache.clear()


@pytest.fixture
def office():
    return make.Office()


@pytest.fixture
def commune():
    return body("Ủy ban nhân dân xã Nà Khoang", kind="people_committee", level="commune")


@pytest.fixture
def minh():
    return person("Hà Văn Minh")


@pytest.fixture
def leaving(minh, commune):
    """He holds the chair to 30/4/2026, the day of NOON."""
    held = term(minh, "Chủ tịch", commune, ends="30/4/2026")
    versions.moved()
    return held


def told(user, now=NOON):
    """[(headline, verdict)] in the order of the desk."""
    hits = hits_for(user, now)
    found = verdicts(hits)
    return [(hit.article.headline, found[hit.article.pk].what) for hit in hits]


def said(user, now=NOON):
    return [sentence(turn, hit.resolver.home) for hit in hits_for(user, now) for turn in hit.turns]


def scheduled(office, at, **fields):
    article = office.submitted(**fields)
    return workflow.schedule(
        article, by=office.manager, at=NOON, digest=make.digest(article), live_from=at
    )


class TestWhatIsSaid:
    def test_tomorrows_piece_with_the_old_title_is_to_be_mended(self, office, leaving):
        scheduled(office, NOON + DAY, headline="Bài ngày mai", body=TEXT)
        assert told(office.editor) == [("Bài ngày mai", MEND)]
        assert said(office.editor) == [f"Đồng chí Hà Văn Minh thôi giữ chức {CHAIR} từ 1/5/2026"]

    def test_an_undated_draft_is_right_today_and_is_looked_at(self, office, leaving):
        office.draft(headline="Bài chưa có ngày", body=TEXT)
        assert told(office.editor) == [("Bài chưa có ngày", LOOK)]

    @pytest.mark.parametrize(
        ("event_date", "verdict"),
        [("29/4/2026", RIGHT), ("30/4/2026", RIGHT), ("1/5/2026", MEND)],
    )
    def test_the_eve_the_day_and_the_day_after(self, office, leaving, event_date, verdict):
        office.draft(headline="Bài", body=TEXT, event_date=day(event_date))
        assert told(office.editor) == [("Bài", verdict)]

    def test_the_clock_alone_turns_a_draft(self, office, leaving):
        office.draft(headline="Bài", body=TEXT)
        assert told(office.editor, NOON) == [("Bài", LOOK)]
        assert told(office.editor, NOON + DAY) == [("Bài", MEND)]

    def test_who_comes_is_named_too(self, office, commune, minh):
        term(minh, "Chủ tịch", commune, starts="20/5/2026")
        versions.moved()
        office.draft(headline="Sớm quá", body=TEXT, event_date=day("10/5/2026"))
        assert told(office.editor) == [("Sớm quá", MEND)]
        assert said(office.editor) == [f"Đồng chí Hà Văn Minh giữ chức {CHAIR} từ 20/5/2026"]

    def test_a_handover_in_one_day(self, office, leaving, commune):
        term(person("Lò Thị Hương"), "Chủ tịch", commune, starts="30/4/2026")
        versions.moved()
        both = TEXT + f"<p>Đồng chí Lò Thị Hương, {CHAIR} nhận nhiệm vụ.</p>"
        office.draft(headline="Ngày bàn giao", body=both, event_date=TODAY)
        office.draft(headline="Hôm sau", body=both, event_date=TODAY + DAY)
        assert dict(told(office.editor)) == {"Ngày bàn giao": RIGHT, "Hôm sau": MEND}

    def test_reelected_without_a_gap_is_no_change(self, office, leaving, minh, commune):
        term(minh, "Chủ tịch", commune, starts="1/5/2026")
        versions.moved()
        office.draft(body=TEXT)
        assert told(office.editor) == []

    def test_a_name_alone_is_looked_at_where_the_official_is_at_home(
        self, office, leaving, commune
    ):
        office.draft(headline="Bài", body="<p>Ông Hà Văn Minh thăm các hộ dân.</p>")
        assert told(office.editor) == [("Bài", LOOK)]
        elsewhere = body("Ủy ban nhân dân xã Bản Lếch", kind="people_committee", level="commune")
        office.portal.committee = elsewhere.slug
        office.portal.save()
        assert told(office.editor) == []

    def test_another_person_of_the_name_is_not_meant(self, office, leaving):
        other = term(person("Hà Văn Minh"), "Bí thư", body())
        versions.moved()
        office.draft(body="<p>Đồng chí Hà Văn Minh, Bí thư Thị ủy Sông Vân dự.</p>")
        assert other.ends_on is None
        assert told(office.editor) == []

    def test_written_since_and_right_needs_nothing(self, office, leaving):
        former = TEXT.replace(CHAIR, f"nguyên {CHAIR}")
        office.draft(headline="Cũ", body=former)
        office.draft(headline="Mới", body=former, at=NOON + 2 * DAY)
        assert dict(told(office.editor, NOON + 3 * DAY)) == {"Cũ": LOOK, "Mới": RIGHT}

    def test_a_caption_counts(self, office, leaving):
        caption = (None, "gallery", f"{CHAIR} Hà Văn Minh trao quà", "", "")
        article = office.draft(headline="Ảnh", body="")
        text = writing.Text({}, pictures=[caption])
        writing.save(article, text, by=office.reporter, at=NOON, revision=1)
        assert told(office.editor) == [("Ảnh", LOOK)]

    def test_a_body_that_ends(self, office, commune):
        commune.valid_to = day("31/5/2026")
        commune.save()
        versions.moved()
        text = "<p>UBND xã Nà Khoang tổ chức hội nghị.</p>"
        office.draft(headline="Trước", body=text, event_date=day("31/5/2026"))
        office.draft(headline="Sau", body=text, event_date=day("1/6/2026"))
        assert told(office.editor) == [("Sau", MEND), ("Trước", RIGHT)]
        assert said(office.editor)[0] == (
            "Ủy ban nhân dân xã Nà Khoang kết thúc hoạt động từ 1/6/2026"
        )


class TestWhichPieces:
    def test_what_goes_out_first_stands_first(self, office, leaving):
        at = NOON - DAY
        office.draft(headline="Đang viết", body=TEXT, at=at)
        office.submitted(headline="Chờ duyệt", body=TEXT, at=at)
        scheduled(office, NOON + 3 * DAY, headline="Ba hôm nữa", body=TEXT)
        scheduled(office, NOON + DAY, headline="Ngày mai", body=TEXT)
        names = [headline for headline, _verdict in told(office.editor)]
        assert names == ["Ngày mai", "Ba hôm nữa", "Chờ duyệt", "Đang viết"]

    def test_published_ones_only_while_changes_wait(self, office, leaving):
        article = office.published(headline="Đã đăng", body=TEXT)
        assert told(office.editor) == []
        office.edit(article, office.editor, tags="Nà Khoang", sapo="Chiều 30/4, xã họp.")
        assert told(office.editor) == [("Đã đăng", RIGHT)]

    def test_what_is_withdrawn_is_a_draft_like_others(self, office, leaving):
        article = scheduled(office, NOON + DAY, headline="Bài", body=TEXT)
        publishing.unschedule(make.fresh(article), by=office.manager, at=NOON)
        assert told(office.editor) == [("Bài", LOOK)]

    def test_old_events_are_left_out(self, office, leaving):
        office.draft(body=TEXT, event_date=day("12/3/2021"))
        assert told(office.editor) == []

    @pytest.mark.parametrize(
        ("ends", "seen"),
        [("29/3/2026", False), ("30/3/2026", True), ("28/6/2026", True), ("29/6/2026", False)],
    )
    def test_thirty_days_back_and_sixty_ahead(self, office, minh, commune, ends, seen):
        term(minh, "Chủ tịch", commune, ends=ends)
        versions.moved()
        office.draft(body=TEXT, at=NOON - 60 * DAY)
        assert bool(told(office.editor)) is seen

    def test_a_text_that_is_changed_is_read_anew(self, office, leaving):
        article = office.draft(body=TEXT)
        office.edit(article, office.reporter, body="<p>Hội nghị đã nghe báo cáo.</p>")
        assert told(office.editor) == []


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
            assert signed_in(user).get(reverse(LIST)).status_code == status


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
        assert "1 bài, băng rôn nên xem lại" in desk
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
        assert signed_in(office.editor).get(reverse(LIST) + query).status_code == 200

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
        assert few["panel"][1] <= 8


def cold_and_warm(office):
    """{what: (queries at first, queries with a warm cache)}."""
    found = {}
    for what, ask in {
        "panel": lambda: ripple_panel(office.editor, timezone.now()),
        "list": lambda: signed_in(office.editor).get(reverse(LIST)),
    }.items():
        cache.clear()
        snapshots.forget()
        found[what] = (count(ask), count(ask))
    return found


def count(ask):
    with CaptureQueriesContext(connection) as queries:
        ask()
    return len(queries)


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


def page(user, address):
    return signed_in(user).get(address).content.decode()
