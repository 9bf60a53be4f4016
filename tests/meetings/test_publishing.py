"""What readers get of weeks and meetings: signed by two, and nothing that is not public."""

import json

import pytest

from apps.editions.models import Cut, Showing
from apps.media.models import Attachment
from apps.meetings import pages, publishing
from apps.meetings.calling import call_off_and_sign
from apps.meetings.models import MeetingDocument
from apps.meetings.week import meeting_standing, schedule_standing
from apps.newsroom.refusals import OutOfSight, Refused
from tests.make import HOUR, Office, seated, user

from .make import EIGHT, MONDAY, NOW, attends, meeting, official

pytestmark = pytest.mark.django_db
KEY = "schedule:2026-W48"


@pytest.fixture
def office():
    return Office()


def sign(office, by, at=NOW, seen=None):
    return publishing.sign_schedule(office.portal, MONDAY, by=by, at=at, seen=seen)


def live(office, key=KEY, at=NOW):
    found = Showing.objects.of(office.portal.key, key).live_at(at).first()
    return found and found.cut.values


def titles(office, at=NOW):
    return [line["title"] for line in live(office, at=at)["lines"]]


def published(office):
    sign(office, office.manager)
    sign(office, office.editor)
    return office


def test_one_signature_shows_nothing(office):
    meeting(office.portal)
    assert not sign(office, office.manager)
    assert live(office) is None


def test_the_second_name_puts_it_out(office):
    meeting(office.portal, "Giao ban")
    sign(office, office.manager)
    assert sign(office, office.editor)
    assert titles(office) == ["Giao ban"]


def test_signing_twice_is_one_person(office):
    meeting(office.portal)
    sign(office, office.manager)
    assert not sign(office, office.manager)


def test_two_editors_do_not_suffice(office):
    office.portal.editors_approve = False
    office.portal.save()
    meeting(office.portal)
    sign(office, office.editor)
    assert not sign(office, seated("editor", office.portal))
    assert sign(office, office.chief)


def test_a_line_changed_meanwhile_is_not_signed_unseen(office):
    row = meeting(office.portal)
    seen = pages.schedule_digest(office.portal, MONDAY)
    row.place = "Nơi khác"
    row.save()
    with pytest.raises(Refused):
        sign(office, office.editor, seen=seen)


def test_a_changed_line_waits_for_two(office):
    row = meeting(office.portal, "Giao ban")
    published(office)
    row.title = "Giao ban tuần"
    row.save()
    sign(office, office.manager, NOW + HOUR)
    assert titles(office, NOW + HOUR) == ["Giao ban"]
    sign(office, office.chief, NOW + HOUR)
    assert titles(office, NOW + HOUR) == ["Giao ban tuần"]


@pytest.mark.parametrize("role", ["reporter", "contributor", "inspector"])
def test_who_has_no_right_does_not_sign(office, role):
    meeting(office.portal)
    with pytest.raises(Refused):
        sign(office, seated(role, office.portal))


def test_strangers_and_administrators_do_not_sign(office):
    meeting(office.portal)
    for who in (seated("chief", Office().portal), user(is_administrator=True)):
        with pytest.raises(OutOfSight):
            sign(office, who)


def test_an_empty_week_is_not_signed(office):
    meeting(office.portal, is_public=False)
    with pytest.raises(Refused):
        sign(office, office.manager)


def test_what_readers_have_is_not_signed_again(office):
    meeting(office.portal)
    published(office)
    with pytest.raises(Refused):
        sign(office, office.chief, NOW + HOUR)


def test_private_things_reach_no_cut(office):
    meeting(
        office.portal, "Giao ban", private_link="https://hop.example/bi-mat", agenda="Mục riêng"
    )
    meeting(office.portal, "Khám sức khỏe", is_public=False)
    meeting(office.portal, "Công tác cán bộ", is_public=False, no_coverage=True)
    published(office)
    stored = json.dumps([cut.values for cut in Cut.objects.all()], ensure_ascii=False)
    assert titles(office) == ["Giao ban"]
    for secret in ("Khám", "cán bộ", "bi-mat", "no_coverage", "reporter", "Mục riêng"):
        assert secret not in stored


def test_a_private_line_changes_nothing_for_readers(office):
    meeting(office.portal)
    published(office)
    meeting(office.portal, "Khám sức khỏe", is_public=False)
    assert schedule_standing(office.manager, office.portal, MONDAY, NOW).published


def test_calling_off_takes_two_taps(office):
    row = meeting(office.portal, "Giao ban")
    published(office)
    call_off_and_sign(row, "cancelled", by=office.manager, at=NOW + HOUR)
    waiting = schedule_standing(office.editor, office.portal, MONDAY, NOW + HOUR)
    assert (waiting.quick, waiting.completes, titles(office)) == (True, True, ["Giao ban"])
    sign(office, office.editor, NOW + HOUR, seen=waiting.digest)
    assert live(office, at=NOW + HOUR)["lines"][0]["state"] == "cancelled"


def test_calling_off_signs_no_colleagues_change(office):
    row = meeting(office.portal, "Giao ban")
    published(office)
    meeting(office.portal, "Dòng của người khác")
    said = call_off_and_sign(row, "cancelled", by=office.manager, at=NOW + HOUR)
    assert schedule_standing(office.editor, office.portal, MONDAY, NOW + HOUR).signers == ()
    assert said.startswith("Đã ghi")


def test_a_reporter_calling_off_signs_only_what_he_may(office):
    row = meeting(office.portal)
    published(office)
    call_off_and_sign(row, "postponed", by=office.reporter, at=NOW + HOUR)
    assert schedule_standing(office.manager, office.portal, MONDAY, NOW).signers == ()


def test_hiding_takes_one_person(office):
    meeting(office.portal)
    published(office)
    publishing.hide_schedule(office.portal, MONDAY, by=office.editor, at=NOW + HOUR)
    assert live(office, at=NOW + HOUR) is None


def test_a_meetings_page_goes_out_with_two(office):
    row = meeting(office.portal, period="quý IV/2026")
    assert not publishing.sign_meeting(row, by=office.reporter, at=NOW)
    assert publishing.sign_meeting(row, by=office.editor, at=NOW)
    assert live(office, row.key)["period"] == "quý IV/2026"


def test_its_page_has_the_titles_of_its_day(office):
    row = meeting(office.portal)
    attends(row, official("Lò Văn Pâng", "Bí thư", ends_on=MONDAY), role="chair")
    attends(row, official("Hà Thị Mơ", "Phó Bí thư"), role="absent")
    publishing.sign_meeting(row, by=office.reporter, at=NOW)
    publishing.sign_meeting(row, by=office.chief, at=NOW)
    (chair,) = live(office, row.key)["attendance"]
    assert (chair["name"], chair["titles"]) == ("Lò Văn Pâng", "Bí thư Thị ủy Sông Vân")
    assert Cut.objects.get(key=row.key).subjects == [chair["key"]]


def test_an_open_question_stops_the_page(office):
    row = meeting(office.portal)
    attends(row, label="Lò Văn Pang", asked=[official("Lò Văn Pâng").pk])
    with pytest.raises(Refused):
        publishing.sign_meeting(row, by=office.reporter, at=NOW)
    assert meeting_standing(office.reporter, row, NOW).missing


def test_a_private_meeting_has_no_page(office):
    row = meeting(office.portal, is_public=False)
    with pytest.raises(Refused):
        publishing.sign_meeting(row, by=office.reporter, at=NOW)


def test_private_papers_stay_inside(office):
    row = meeting(office.portal)
    paper = Attachment.objects.create(
        portal=office.portal.key, title="Báo cáo", sha256="ab" * 32, name="bao-cao.pdf", size=9,
        type="application/pdf", uploaded_by=office.reporter, uploaded_at=NOW,
    )  # fmt: skip
    paper = MeetingDocument.objects.create(meeting=row, attachment=paper)
    assert pages.meeting_values(row)["documents"] == []
    paper.is_public = True
    paper.save()
    assert [each["title"] for each in pages.meeting_values(row)["documents"]] == ["Báo cáo"]


def test_what_a_meeting_page_waits_for_is_said(office):
    row = meeting(office.portal)
    publishing.sign_meeting(row, by=office.reporter, at=NOW)
    mine = meeting_standing(office.reporter, row, NOW)
    theirs = meeting_standing(office.editor, row, NOW)
    assert (mine.may_sign, bool(mine.missing), theirs.completes) == (False, True, True)


def test_a_week_is_found_by_its_monday(office):
    meeting(office.portal, starts_at=EIGHT + 24 * 7 * HOUR)
    assert pages.schedule_values(office.portal, MONDAY)["lines"] == []
