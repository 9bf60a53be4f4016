"""“Bàn giao, khóa tài khoản”: one act, listed before it happens, kept afterwards."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from apps.accounts.models import User
from apps.articles import workflow
from apps.articles.leaders import links as leader_links
from apps.articles.leaders.states import LinkState
from apps.articles.models import Contributor, LeaderLink
from apps.newsroom import leaving
from apps.newsroom.models import Act
from apps.newsroom.refusals import Refused
from apps.portals.delegating import delegate
from apps.portals.models import Delegation, Seat
from tests import make
from tests.make import DAY, HOUR, NOON

from .people import administrator, at_once, client_of, log_in, with_password

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return make.Office()


def leave(account, office, to=None, by=None, at=NOON, seen=None, **more):
    receivers = {office.portal.key: (to or office.editor).pk, **more}
    seen = leaving.plan_of(account, at).code if seen is None else seen
    by = by or administrator()
    return leaving.hand_over(
        account, by=by, at=at, reason="Chuyển công tác", receivers=receivers, seen=seen
    )


def page(user, what="leave/"):
    return f"/toa-soan/accounts/user/{user.pk}/{what}"


def test_drafts_go_to_a_colleague_and_bylines_stay(office):
    pen = Contributor.objects.create(portal=office.portal, name="Thu Trà", account=office.reporter)
    draft = office.draft()
    draft.bylines.create(contributor=pen)
    published = office.published()
    leave(office.reporter, office)
    draft = make.fresh(draft)
    assert (draft.author, draft.came_from, draft.came_at) == (office.editor, office.reporter, NOON)
    assert str(draft.bylines.get().contributor) == "Thu Trà"
    assert Contributor.objects.get().account == office.reporter
    assert make.fresh(published).author == office.reporter
    act = Act.objects.get(key=draft.key, verb="hand_over")
    assert act.before == {"from": str(office.reporter)}
    assert act.after["to"] == str(office.editor)


def test_what_was_signed_stays_signed_and_can_go_on(office):
    article = office.submitted()
    leave(office.reporter, office, to=office.manager)
    done = workflow.publish(article, by=office.editor, at=NOON, digest=make.digest(article))
    assert done.state == "published"


def test_claimed_pieces_go_to_somebody_who_edits(office):
    article = workflow.claim(office.submitted(), by=office.editor, at=NOON)
    (need,) = leaving.plan_of(office.editor, NOON).needs
    assert {pk for pk, _words in need.colleagues} == {office.manager.pk, office.chief.pk}
    with pytest.raises(Refused):
        leave(office.editor, office, to=office.reporter)
    leave(office.editor, office, to=office.manager)
    article = make.fresh(article)
    assert (article.handler, article.author) == (office.manager, office.reporter)


def test_each_portal_has_its_own_receiver(office):
    other = make.Office()
    make.seat(office.reporter, other.portal)
    here, there = office.draft(), other.draft(by=office.reporter)
    leave(office.reporter, office, **{other.portal.key: other.editor.pk})
    assert make.fresh(here).author == office.editor
    assert make.fresh(there).author == other.editor


def test_a_colleague_of_another_portal_gets_nothing(office):
    draft = office.draft()
    for wrong in (make.Office().editor, make.user(), office.reporter):
        with pytest.raises(Refused) as refusal:
            leave(office.reporter, office, to=wrong)
        assert str(office.portal) in str(refusal.value)
    assert make.fresh(draft).author == office.reporter
    assert User.objects.get(pk=office.reporter.pk).is_active


def test_seats_and_delegations_end(office):
    office.portal.editors_approve = False
    office.portal.save()
    make.seated("deputy_chief", office.portal)
    today = timezone.localdate(NOON)
    delegate(
        office.portal, office.editor, by=office.chief, at=NOON,
        starts_on=today, ends_on=today + DAY, reason="Nghỉ phép",
    )  # fmt: skip
    done = leave(office.chief, office)
    assert not Seat.objects.active_at(NOON).filter(user=office.chief).exists()
    assert Delegation.objects.get().withdrawn_at == NOON
    assert any(str(office.editor) in line for line in done)


def test_links_to_leaders_open_nothing_any_more(office):
    leader = make.seated("adviser", office.portal)
    article = office.submitted()
    link = leader_links.make_link(article, leader, by=office.manager, at=NOON, days=3).link
    assert any(str(leader) in line for line in leaving.plan_of(office.manager, NOON).lines)
    leave(office.manager, office)
    assert leader_links.current_state(LeaderLink.objects.get(pk=link.pk), NOON) == LinkState.REVOKED
    assert Act.objects.filter(key=article.key, verb=leader_links.REVOKED).exists()


def test_a_delegation_held_is_withdrawn(office):
    office.portal.editors_approve = False
    office.portal.save()
    today = timezone.localdate(NOON)
    delegate(
        office.portal, office.editor, by=office.chief, at=NOON,
        starts_on=today + DAY, ends_on=today + DAY, reason="Nghỉ phép",
    )  # fmt: skip
    leave(office.editor, office)
    assert Delegation.objects.get().withdrawn_at == NOON


def test_the_last_approver_stays_until_another_is_named(office):
    office.portal.editors_approve = False
    office.portal.save()
    with pytest.raises(Refused) as refusal:
        leave(office.chief, office)
    assert str(office.portal) in str(refusal.value)
    assert "Trưởng Ban" in str(refusal.value)
    assert User.objects.get(pk=office.chief.pk).is_active
    make.seated("deputy_chief", office.portal)
    leave(office.chief, office)
    assert not User.objects.get(pk=office.chief.pk).is_active


def test_a_delegate_is_not_the_next_approver(office):
    office.portal.editors_approve = False
    office.portal.save()
    today = timezone.localdate(NOON)
    delegate(
        office.portal, office.editor, by=office.chief, at=NOON,
        starts_on=today, ends_on=today + DAY, reason="Nghỉ phép",
    )  # fmt: skip
    with pytest.raises(Refused):
        leave(office.chief, office)


def test_two_at_once_are_harmless(office):
    draft = office.draft()
    seen = leaving.plan_of(office.reporter, NOON).code
    leave(office.reporter, office, seen=seen)
    with pytest.raises(Refused) as refusal:
        leave(office.reporter, office, to=office.chief, seen=seen)
    assert "đã được bàn giao" in str(refusal.value)
    assert make.fresh(draft).author == office.editor
    assert Act.objects.filter(verb="hand_over", key=f"user:{office.reporter.pk}").count() == 1


def test_what_changed_since_the_list_was_read_is_shown_first(office):
    office.draft()
    seen = leaving.plan_of(office.reporter, NOON).code
    office.draft()
    with pytest.raises(Refused):
        leave(office.reporter, office, seen=seen)
    assert User.objects.get(pk=office.reporter.pk).is_active


@pytest.mark.parametrize("who", ["chief", "editor", "manager"])
def test_only_administrators_hand_over(office, who):
    with pytest.raises(Refused):
        leave(office.reporter, office, by=getattr(office, who))
    client = client_of(getattr(office, who))
    assert client.get(page(office.reporter)).status_code == 403
    assert client.post(page(office.reporter)).status_code == 403


def test_nobody_hands_himself_over(office):
    admin = administrator()
    with pytest.raises(Refused):
        leave(admin, office, by=admin)
    assert (
        "không thể tự khóa tài khoản của mình" in client_of(admin).get(page(admin)).content.decode()
    )


def test_after_closing_alone_the_pieces_can_still_be_handed_over(office):
    draft = office.draft()
    admin = client_of(administrator())
    admin.post(page(office.reporter, "close/"))
    posted(admin, office)
    assert make.fresh(draft).author == office.editor


def posted(admin, office, **more):
    """What the page shows, confirmed."""
    shown = admin.get(page(office.reporter))
    typed = {
        "seen": shown.context["plan"].code,
        "reason": "Chuyển công tác",
        f"to-{office.portal.key}": office.editor.pk,
        **more,
    }
    return admin.post(page(office.reporter), typed, follow=True)


def test_the_page_lists_what_will_happen_and_then_what_happened(office):
    office.draft(headline="Tiêu đề kín")
    office.draft()
    office.submitted()
    with_password(office.reporter)
    reporter = Client()
    log_in(reporter, office.reporter.username)
    admin = client_of(administrator())
    before = admin.get(page(office.reporter)).content.decode()
    for words in ("2 bài đang viết", "1 bài đã gửi duyệt", "1 phiên đăng nhập", "Phóng viên"):
        assert words in before, words
    assert "Tiêu đề kín" not in before
    after = posted(admin, office).content.decode()
    assert f"{office.editor}" in after
    assert "2 bài đang viết, 1 bài đã gửi duyệt" in after
    assert "không tự trở lại" in after
    assert "/login/" in reporter.get("/toa-soan/")["Location"]
    again = posted_again(admin, office)
    assert "không còn gì" in again.lower()


def posted_again(admin, office):
    return admin.post(page(office.reporter), {"reason": "x"}, follow=True).content.decode()


def test_reopening_gives_nothing_back_by_itself(office):
    draft = office.draft()
    admin = client_of(administrator())
    posted(admin, office)
    admin.post(page(office.reporter, "open/"))
    assert User.objects.get(pk=office.reporter.pk).is_active
    assert make.fresh(draft).author == office.editor
    assert not Seat.objects.active_at(timezone.now()).filter(user=office.reporter).exists()


@pytest.mark.parametrize("wrong", ["", "x", "999999", "-1"])
def test_a_wrong_colleague_is_said_and_the_reason_kept(office, wrong):
    draft = office.draft()
    admin = client_of(administrator())
    answer = posted(admin, office, **{f"to-{office.portal.key}": wrong})
    assert "Chuyển công tác" in answer.content.decode()
    assert answer.context["form"].errors
    assert make.fresh(draft).author == office.reporter


def test_the_colleague_finds_them_first_on_his_desk(office):
    draft = office.draft(headline="Bài dở dang về Bến Đò")
    leave(office.reporter, office, to=office.manager, at=timezone.now())
    desk = client_of(office.manager).get("/toa-soan/")
    assert desk.context["desk_panels"][0]["title"] == "Bài được bàn giao cho đồng chí"
    assert f"nhận bàn giao từ {office.reporter}" in desk.content.decode()
    assert "Bài dở dang" in desk.content.decode()
    office.edit(draft, office.manager, at=timezone.now() + HOUR, sapo="Sáng nay họp.")
    titles = [
        p["title"] for p in client_of(office.manager).get("/toa-soan/").context["desk_panels"]
    ]
    assert "Bài được bàn giao cho đồng chí" not in titles


def test_the_history_of_a_piece_tells_of_it(office):
    draft = office.draft()
    leave(office.reporter, office)
    shown = client_of(office.editor).get(f"/toa-soan/articles/article/{draft.pk}/history/")
    assert f"Bàn giao cho đồng nghiệp: {office.editor}" in shown.content.decode()


@pytest.mark.sqlite_only
def test_the_page_costs_the_same_for_many_pieces(office):
    admin = client_of(administrator())
    office.draft()
    admin.get(page(office.reporter))
    with CaptureQueriesContext(connection) as few:
        admin.get(page(office.reporter))
    for _n in range(12):
        office.draft()
    with CaptureQueriesContext(connection) as many:
        assert admin.get(page(office.reporter)).status_code == 200
    assert len(many) == len(few)


@pytest.mark.django_db(transaction=True)
def test_two_administrators_at_the_same_moment():
    """One does it, the other is told; nothing is done twice."""
    office = make.Office()
    draft, leaver = office.draft(), office.reporter
    admins = [administrator(), administrator()]
    seen = leaving.plan_of(leaver, NOON).code
    said = at_once(
        lambda: leave(leaver, office, to=office.editor, by=admins[0], seen=seen),
        lambda: leave(leaver, office, to=office.manager, by=admins[1], seen=seen),
    )
    assert sorted(words == "done" for words in said) == [False, True], said
    assert Act.objects.filter(key=draft.key, verb="hand_over").count() == 1
    assert Act.objects.filter(verb="deactivate").count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_last_approvers_do_not_leave_together():
    office = make.Office()
    office.portal.editors_approve = False
    office.portal.save()
    deputy, admin = make.seated("deputy_chief", office.portal), administrator()
    codes = {user.pk: leaving.plan_of(user, NOON).code for user in (office.chief, deputy)}
    said = at_once(
        lambda: leave(office.chief, office, by=admin, seen=codes[office.chief.pk]),
        lambda: leave(deputy, office, by=admin, seen=codes[deputy.pk]),
    )
    assert said.count("done") == 1, said
