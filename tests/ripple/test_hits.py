"""The ripple of a changed term: which pieces it reaches on which day, and what is said of them."""

import pytest

from apps.articles import publishing, workflow, writing
from apps.articles.passing_over import pass_over, take_back
from apps.articles.ripple.finding import hits_for
from apps.articles.ripple.verdicts import LOOK, MEND, RIGHT, findings_of, verdicts
from apps.people import versions
from apps.proofing.overriding import Mark
from tests import make
from tests.make import DAY, NOON
from tests.people.deciding import TODAY, body, day, person, term

from .rows import CHAIR, TEXT, said, scheduled, told

pytestmark = pytest.mark.django_db


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

    def test_what_is_passed_over_with_a_reason_is_only_looked_at(self, office, leaving):
        article = office.draft(headline="Bài", body=TEXT, event_date=TODAY + DAY)
        (hit,) = hits_for(office.editor, NOON)
        ((finding,),) = findings_of([hit]).values()
        mark = Mark(finding["kind"], finding["quote"], finding["expected"])
        pass_over(article, mark, by=office.editor, at=NOON, reason="Nhắc lại buổi bàn giao.")
        assert told(office.editor) != [("Bài", MEND)]
        take_back(article, mark, by=office.editor, at=NOON)
        assert told(office.editor) == [("Bài", MEND)]

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

    def test_what_is_mended_but_not_scheduled_anew_still_goes_out_wrong(self, office, leaving):
        article = scheduled(office, NOON + DAY, headline="Bài", body=TEXT)
        office.edit(article, office.editor, body="<p>Hội nghị đã nghe báo cáo.</p>")
        assert told(office.editor) == [("Bài", MEND)]
        (hit,) = hits_for(office.editor, NOON)
        why = verdicts([hit])[article.pk].why
        assert why.startswith(f"Bản đã hẹn giờ vẫn ghi “{CHAIR}”")
        again = workflow.submit(make.fresh(article), by=office.editor, at=NOON)
        workflow.schedule(
            again, by=office.manager, at=NOON, digest=make.digest(again), live_from=NOON + DAY
        )
        assert told(office.editor) == []

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
