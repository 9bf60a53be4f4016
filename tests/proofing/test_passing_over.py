"""Findings that are passed over, and what stops an article on a portal."""

import pytest

from apps.newsroom.models import Act
from apps.newsroom.refusals import OutOfSight, Refused
from apps.proofing.findings import Finding, Kind, Severity
from apps.proofing.models import PassedOver
from apps.proofing.overriding import Mark, pass_over, passed_over, take_back
from apps.proofing.stopping import BY_DEFAULT, set_stopping, stopping_kinds, stops
from tests import make
from tests.make import HOUR, NOON

pytestmark = pytest.mark.django_db
KEY = "article:1"
TITLE = Mark(Kind.WRONG_TITLE, "Bí thư Thị ủy", "Phó Bí thư Thị ủy")
SECRET = Mark(Kind.SECRECY_MARK, "MẬT", "")


@pytest.fixture
def office():
    return make.Office()


def passing(office, mark=TITLE, by=None, reason="Đúng theo quyết định mới"):
    by = by or office.reporter
    return pass_over(KEY, office.portal, mark, by=by, at=NOON, reason=reason)


def test_who_passes_over_says_why_and_it_is_kept(office):
    passing(office)
    row = passed_over(KEY)[TITLE]
    assert (row.by, row.reason, row.at) == (office.reporter, "Đúng theo quyết định mới", NOON)
    act = Act.objects.get(key=KEY)
    assert act.verb == "pass_over" and act.reason == row.reason
    assert act.after == {
        "finding": "Sai chức danh", "finding_kind": "wrong_title", "passed_over": row.pk,
    }  # fmt: skip


@pytest.mark.parametrize("reason", ["", "  \n "])
def test_nothing_is_passed_over_without_a_reason(office, reason):
    with pytest.raises(Refused):
        passing(office, reason=reason)
    assert passed_over(KEY) == {}


@pytest.mark.parametrize("mark", [Mark("rubbish", "x", ""), Mark(Kind.WRONG_TITLE, "", "")])
def test_only_findings_can_be_passed_over(office, mark):
    with pytest.raises(Refused):
        passing(office, mark)


@pytest.mark.parametrize("who", ["reporter", "editor", "manager"])
def test_secrets_are_passed_over_by_a_chief_only(office, who):
    with pytest.raises(Refused):
        passing(office, SECRET, by=getattr(office, who))
    passing(office, SECRET, by=office.chief)
    assert SECRET in passed_over(KEY)


def test_deputy_chief_passes_over_secrets_too(office):
    passing(office, SECRET, by=make.seated("deputy_chief", office.portal))


def test_stranger_and_inspector_pass_over_nothing(office):
    with pytest.raises(OutOfSight):
        passing(office, by=make.user())
    with pytest.raises(Refused):
        passing(office, by=make.seated("inspector", office.portal))


def test_taken_back_it_counts_again_and_both_are_kept(office):
    passing(office)
    take_back(KEY, office.portal, TITLE, by=office.editor, at=NOON + HOUR)
    assert passed_over(KEY) == {}
    assert PassedOver.objects.filter(key=KEY).count() == 2
    with pytest.raises(Refused):
        take_back(KEY, office.portal, TITLE, by=office.editor, at=NOON + HOUR)


def test_secret_is_taken_back_by_a_chief_only(office):
    passing(office, SECRET, by=office.chief)
    with pytest.raises(Refused):
        take_back(KEY, office.portal, SECRET, by=office.editor, at=NOON)


def test_other_expected_words_are_another_finding(office):
    passing(office)
    assert Mark(TITLE.kind, TITLE.quote, "Nguyên Phó Bí thư Thị ủy") not in passed_over(KEY)


def test_no_break_spaces_make_no_other_finding(office):
    passing(office)
    finding = Finding(TITLE.kind, 0, 13, "Bí thư\u00a0Thị ủy", "…", expected=TITLE.expected)
    assert Mark.of(finding) in passed_over(KEY)


def test_history_cannot_be_changed(office):
    row = passing(office)
    with pytest.raises(Refused):
        row.delete()
    with pytest.raises(Refused):
        row.save()


def test_secrets_and_personal_data_stop_by_default(office):
    assert stopping_kinds(office.portal) == BY_DEFAULT


def test_chief_says_what_stops_and_each_change_is_told(office):
    wanted = {Kind.SECRECY_MARK, Kind.WRONG_TITLE}
    changed = set_stopping(office.portal, wanted, by=office.chief, at=NOON)
    assert set(changed) == {"personal_data", "wrong_title"}
    assert stopping_kinds(office.portal) == wanted
    acts = Act.objects.filter(verb="change_stop_rule").order_by("pk")
    assert [act.after for act in acts] == [{"personal_data": False}, {"wrong_title": True}]
    assert set_stopping(office.portal, wanted, by=office.chief, at=NOON) == []


def test_one_portal_decides_for_itself(office):
    set_stopping(office.portal, set(), by=office.chief, at=NOON)
    assert stopping_kinds(make.portal()) == BY_DEFAULT


@pytest.mark.parametrize("who", ["reporter", "editor", "manager"])
def test_only_chiefs_say_what_stops(office, who):
    with pytest.raises(Refused):
        set_stopping(office.portal, set(), by=getattr(office, who), at=NOON)
    with pytest.raises(OutOfSight):
        set_stopping(make.portal(), set(), by=office.chief, at=NOON)


def test_hint_about_personal_data_stops_nothing(office):
    hint = Finding(Kind.PERSONAL_DATA, 0, 9, "sinh 1990", "…", Severity.HINT)
    assert not stops(hint, stopping_kinds(office.portal))
