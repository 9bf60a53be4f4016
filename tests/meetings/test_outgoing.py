"""What must not reach readers with a week or a meeting's page: found, refused, passed over."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from apps.editions.models import Showing
from apps.meetings import pages, publishing
from apps.meetings.calling import call_off_and_sign
from apps.meetings.models import Meeting
from apps.meetings.outgoing import remarks_on_week
from apps.newsroom.models import Act, Notice
from apps.newsroom.refusals import OutOfSight, Refused
from apps.proofing.models import PassedOver
from apps.proofing.overriding import Mark
from apps.proofing.passing_meetings import pass_over, take_back
from apps.proofing.stopping import set_stopping
from tests.make import HOUR, Office, seated, user
from tests.newsroom.people import client_of
from tests.proofing.guarding import samples

from .make import EIGHT, MONDAY, NOW, ZOOM, attends, meeting, on_page

pytestmark = pytest.mark.django_db
PASSING = "/toa-soan/kiem-tra-truoc-khi-ky/"
REASON = "Đường dây công khai, Thường trực đã đồng ý"


@pytest.fixture
def office():
    return Office()


def sign_week(office, by, at=NOW):
    return publishing.sign_schedule(office.portal, MONDAY, by=by, at=at)


def sign_page(row, by, at=NOW):
    return publishing.sign_meeting(Meeting.objects.get(pk=row.pk), by=by, at=at)


def on_week(office):
    return remarks_on_week(office.portal, pages.schedule_values(office.portal, MONDAY))


def passed(row, remark, by, at=NOW, reason=REASON):
    return pass_over(row, Mark(*remark.mark), by=by, at=at, reason=reason)


# -- what is found, and where --


def test_a_number_of_a_room_with_its_password_stops_the_week(office, held):
    with pytest.raises(Refused) as refused:
        sign_week(office, office.manager)
    assert "Thông tin cá nhân “861 2234 9075”" in str(refused.value)
    assert "Thứ Hai 23/11 “Họp trực tuyến”, địa điểm" in str(refused.value)
    assert not Act.objects.filter(verb="sign_schedule").exists()


def test_it_stops_the_page_of_the_meeting_too(office, held):
    with pytest.raises(Refused, match=r"861 2234 9075” \(địa điểm\)"):
        sign_page(held, office.reporter)


@pytest.mark.parametrize(
    ("field", "words", "part"),
    [
        ("title", "Nghe báo cáo (MẬT)", "nội dung, tên hội nghị"),
        ("guest_words", "Các phòng; gọi anh Nam 0912 345 678", "thành phần"),
        ("prepared_by", "Chị Lan, SĐT 0912 345 678", "chuẩn bị"),
        ("chair_words", "Đồng chí Nam, SĐT 0912 345 678", "chủ trì"),
    ],
)  # fmt: skip
def test_every_cell_of_a_line_is_read(office, field, words, part):
    meeting(office.portal, **{"title": "Giao ban", field: words})
    (remark,) = on_week(office)
    assert remark.hinders and remark.where.endswith(part)


@pytest.mark.parametrize(
    ("field", "words", "part"),
    [
        ("agenda", "Khai mạc\nTài liệu lưu hành nội bộ", "chương trình"),
        ("remote_points", ["Xã Nà Khoang", "Xã Khe Trúc, anh Nam 0912 345 678"], "điểm cầu"),
        ("public_link", "https://zoom.us/j/8123?pwd=abc", "đường dẫn xem trực tiếp (công khai)"),
        ("series", "Họp kín (không đưa tin)", "loạt họp"),
    ],
)  # fmt: skip
def test_every_part_of_the_page_is_read(office, field, words, part):
    row = meeting(office.portal, **{field: words})
    (remark,) = on_page(row)
    assert remark.hinders and remark.where == part
    assert not on_week(office)


def test_names_typed_freely_are_read(office):
    row = meeting(office.portal)
    attends(row, label="Anh Nam, SĐT 0912 345 678")
    (remark,) = on_page(row)
    assert (remark.quote, remark.where) == ("0912 345 678", "đại biểu")


def test_what_stays_inside_stops_nothing(office):
    row = meeting(office.portal, private_link="https://zoom.us/j/8123?pwd=abc", agenda="Khai mạc")
    meeting(office.portal, "Nghe báo cáo (MẬT)", is_public=False)
    sign_week(office, office.manager)
    assert on_page(row) == on_week(office) == []
    assert on_page(meeting(office.portal, "Kín (MẬT)", is_public=False)) == []


def test_a_public_paper_marked_secret_stops_the_page(office, paper):
    row = meeting(office.portal)
    paper(row, "ỦY BAN NHÂN DÂN", "MẬT", "Báo cáo tình hình", "MẬT", "Trang sau")
    paper(meeting(office.portal), "TUYỆT MẬT", name="khac.docx")
    with pytest.raises(Refused, match="Dấu hiệu mật “MẬT” .trong tệp “bao-cao.docx”"):
        sign_page(row, office.reporter)
    assert len(on_page(row)) == 1  # said once, on how many pages it may stand


def test_a_private_paper_stops_nothing(office, paper):
    row = meeting(office.portal)
    paper(row, "TỐI MẬT", name="cong-van-mat-12.docx", is_public=False)
    assert not sign_page(row, office.reporter)


def test_the_name_and_title_of_a_paper_are_read(office, paper):
    row = meeting(office.portal)
    paper(row, "Báo cáo", name="cong-van-mat-12.docx", title="Báo cáo, lưu hành nội bộ")
    assert [remark.where for remark in on_page(row)] == [
        "tên tài liệu “Báo cáo, lưu hành nội bộ”", "tên tệp “cong-van-mat-12.docx”",
    ]  # fmt: skip


def test_a_scan_is_a_hint_and_stops_nothing(office, paper):
    row = meeting(office.portal)
    paper(row, name="ban-quet.pdf", data=samples.pdf("", "", scanned=True))
    (remark,) = on_page(row)
    assert (remark.stops, remark.severity) == (False, "Lưu ý")
    assert not sign_page(row, office.reporter)


def test_a_portal_that_only_wants_advice_gets_advice(office, held):
    set_stopping(office.portal, {"secrecy_mark"}, by=office.chief, at=NOW)
    assert not sign_week(office, office.manager)
    (remark,) = on_week(office)
    assert not remark.stops


# -- passing over and taking back --


def test_passed_over_on_the_page_it_counts_in_the_week_and_is_kept(office, held):
    passed(held, on_page(held)[0], office.chief)
    (remark,) = on_week(office)
    assert (remark.passed_by, remark.reason) == (str(office.chief), REASON)
    sign_week(office, office.manager)
    assert sign_week(office, office.editor)
    act = Act.objects.get(verb="pass_over")
    assert (act.key, act.by, act.reason) == (held.key, office.chief, REASON)
    assert PassedOver.objects.get().quote == "861 2234 9075 (địa điểm)"


def test_taken_back_it_stops_the_second_signature(office, held):
    remark = on_page(held)[0]
    passed(held, remark, office.chief)
    assert not sign_week(office, office.manager)
    take_back(held, Mark(*remark.mark), by=office.chief, at=NOW + HOUR)
    with pytest.raises(Refused):
        sign_week(office, office.editor, NOW + HOUR)


def test_the_same_words_elsewhere_count_again(office, held):
    passed(held, on_page(held)[0], office.chief)
    other = meeting(office.portal, "Họp khác", place=ZOOM)
    assert [remark.hinders for remark in on_week(office)] in ([False, True], [True, False])
    Meeting.objects.filter(pk=other.pk).delete()
    Meeting.objects.update(guest_words=ZOOM)
    assert [remark.hinders for remark in on_week(office)] == [False, True]


def test_a_number_changed_afterwards_is_checked_again(office, held):
    passed(held, on_page(held)[0], office.chief)
    Meeting.objects.update(place="Zoom ID 861 2234 9076, mật khẩu GD2021")
    with pytest.raises(Refused):
        sign_week(office, office.manager)


def test_a_mark_of_secrecy_is_passed_over_with_its_line_only(office):
    row = meeting(office.portal, "Nghe báo cáo (MẬT)", agenda="Khai mạc\nBáo cáo (Mật)\nKết luận")
    for remark in on_page(row):
        passed(row, remark, office.chief)
    assert [remark.hinders for remark in on_page(row)] == [False, False]
    row.agenda = "Báo cáo (Mật)\nThảo luận"
    assert [remark.hinders for remark in on_page(row)] == [False, False]
    row.title, row.agenda = "Kế hoạch phòng thủ (MẬT)", "Kế hoạch khác (Mật)"
    assert [remark.hinders for remark in on_page(row)] == [True, True]


def test_another_file_of_the_same_name_is_checked_again(office, paper):
    row = meeting(office.portal)
    document = paper(row, "MẬT", "Báo cáo quý III", name="bao-cao-mat-3.docx")
    for remark in on_page(row):
        passed(row, remark, office.chief)
    assert [remark.hinders for remark in on_page(row)] == [False, False]
    document.delete()
    paper(row, "MẬT", "Kế hoạch phòng thủ", name="bao-cao-mat-3.docx")
    assert [remark.hinders for remark in on_page(row)] == [True, True]


def test_what_readers_have_is_not_touched(office, held):
    remark = on_page(held)[0]
    passed(held, remark, office.chief)
    for who in (office.manager, office.editor):
        sign_week(office, who)
    take_back(held, Mark(*remark.mark), by=office.chief, at=NOW + HOUR)
    Meeting.objects.update(title="Nghe báo cáo (MẬT)")
    live = Showing.objects.of(office.portal.key, "schedule:2026-W48").live_at(NOW + HOUR).get()
    assert live.cut.values["lines"][0]["title"] == "Họp trực tuyến"


def test_calling_off_says_why_it_was_not_signed(office, held):
    remark = on_page(held)[0]
    passed(held, remark, office.chief)
    for who in (office.manager, office.editor):
        sign_week(office, who)
    take_back(held, Mark(*remark.mark), by=office.chief, at=NOW)
    said = call_off_and_sign(held, "cancelled", by=office.manager, at=NOW + HOUR)
    assert said.startswith("Đã ghi, nhưng chưa ký được.") and "861 2234 9075" in said
    assert Meeting.objects.get().state == "cancelled"


@pytest.mark.parametrize(
    "role", ["contributor", "reporter", "editor", "managing_editor", "inspector"]
)
def test_only_a_chief_passes_over_and_takes_back(office, held, role):
    who, remark = seated(role, office.portal), on_page(held)[0]
    with pytest.raises(Refused):
        passed(held, remark, who)
    passed(held, remark, seated("deputy_chief", office.portal))
    with pytest.raises(Refused):
        take_back(held, Mark(*remark.mark), by=who, at=NOW)


def test_strangers_see_nothing_to_pass_over(office, held):
    for who in (seated("chief", Office().portal), user(is_administrator=True)):
        with pytest.raises(OutOfSight):
            passed(held, on_page(held)[0], who)
        answer = client_of(who).post(f"{PASSING}{held.number}/bo-qua/", {"reason": "x"})
        assert answer.status_code == 404
    assert not PassedOver.objects.exists()


def test_the_other_chiefs_are_told(office, held):
    deputy = seated("deputy_chief", office.portal)
    passed(held, on_page(held)[0], office.chief)
    told = Notice.objects.filter(kind="mark_passed").values_list("user", flat=True)
    assert list(told) == [deputy.pk]


def test_queries_do_not_grow_with_the_lines(office):
    def queries():
        with CaptureQueriesContext(connection) as asked:
            on_week(office)
        return len(asked)

    meeting(office.portal)
    clean = queries()
    meeting(office.portal, place=ZOOM)
    few = queries()
    for hour in range(12):
        meeting(office.portal, place=ZOOM, starts_at=EIGHT + hour * HOUR)
    assert queries() == few == clean + 2
