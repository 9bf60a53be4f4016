"""A leader who never signs in: the verbs, and how his signature counts."""

import pytest
from django.utils import translation

from apps.articles import workflow
from apps.articles.leaders import links as leader_links
from apps.articles.leaders.outside import record_outside
from apps.articles.leaders.states import LinkState, leaders_of
from apps.articles.models import Article, LeaderLink, Opinion
from apps.newsroom import signing
from apps.newsroom.models import Act, Signature
from apps.newsroom.refusals import OutOfSight, Refused
from apps.portals.appointing import end_seat, give_seat

from . import make
from .make import DAY, HOUR, NOON

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english():
    """Refusals are matched by their ids."""
    with translation.override("en"):
        yield


@pytest.fixture
def office():
    made = make.Office()
    made.leader = make.seated("adviser", made.portal)
    return made


def sent(office, article, by=None, at=NOON, days=3):
    return leader_links.make_link(article, office.leader, by=by or office.manager, at=at, days=days)


def state(link, at=NOON):
    return leader_links.current_state(LeaderLink.objects.get(pk=link.pk), at)


def publish(office, article, by=None, at=NOON):
    return workflow.publish(article, by=by or office.editor, at=at, digest=make.digest(article))


def edited_by_the_editor(office):
    article = office.submitted()
    return office.edit(article, office.editor, sapo="Sáng 30/4, Thị ủy họp phiên thường kỳ.")


def test_his_signature_is_one_of_the_two(office):
    article = edited_by_the_editor(office)
    leader_links.agree(sent(office, article).link, at=NOON)
    assert publish(office, article).state == Article.State.PUBLISHED
    signed = Signature.objects.get(user=office.leader, digest=make.digest(article))
    assert (signed.role, signed.approves, signed.handed_by) == ("adviser", False, office.manager)


def test_he_has_no_right_to_approve(office):
    article = office.submitted()
    leader_links.agree(sent(office, article).link, at=NOON)
    standing = signing.standing(article.key, make.digest(article))
    assert len(standing.user_ids) == 2
    assert "right to approve" in standing.missing()


def test_who_made_the_link_does_not_publish_with_it_alone(office):
    article = office.submitted()
    article = office.edit(article, office.chief, sapo="Trưởng ban viết lại.")
    leader_links.agree(sent(office, article, by=office.chief).link, at=NOON)
    with pytest.raises(Refused, match="count as one"):
        publish(office, article, by=office.chief)
    workflow.agree(article, by=office.reporter, at=NOON, digest=make.digest(article))
    publish(office, article, by=office.chief)


@pytest.mark.parametrize("role", ["contributor", "reporter", "editor", "adviser", "inspector"])
def test_only_managing_editor_and_chiefs_send_links(office, role):
    with pytest.raises(Refused, match="right to ask a leader"):
        sent(office, office.submitted(), by=make.seated(role, office.portal))


def test_strangers_send_and_revoke_nothing(office):
    article, stranger = office.submitted(), make.Office().chief
    link = sent(office, article).link
    with pytest.raises(OutOfSight):
        sent(office, article, by=stranger)
    with pytest.raises(OutOfSight):
        leader_links.revoke(link, by=stranger, at=NOON)
    with pytest.raises(OutOfSight):
        leader_links.link_of(office.submitted(), link.pk)


def test_a_draft_is_not_sent(office):
    with pytest.raises(Refused, match="in review"):
        sent(office, office.draft())


def test_only_who_is_asked_on_this_portal(office):
    article = office.submitted()
    elsewhere = make.seated("adviser", make.portal())
    for who in (elsewhere, office.reporter, office.chief):
        with pytest.raises(Refused):
            leader_links.make_link(article, who, by=office.manager, at=NOON, days=3)


def test_who_approves_at_the_desk_gets_no_link(office):
    make.seat(office.leader, office.portal, "deputy_chief")
    assert leaders_of(office.portal, NOON) == []


def test_nothing_kept_recognises_link_or_pin_in_the_clear(office):
    handed = sent(office, office.submitted())
    row = LeaderLink.objects.filter(pk=handed.link.pk).values().get()
    assert handed.token not in str(row)
    assert handed.pin not in (row["pin"], row["token_digest"])
    assert leader_links.find(handed.token) == handed.link
    assert leader_links.find(handed.token[:-1]) is None


def test_changed_text_kills_the_link(office):
    article = office.submitted()
    link = sent(office, article).link
    office.edit(article, office.editor, sapo="Khác.")
    assert state(link) == LinkState.CHANGED
    with pytest.raises(Refused, match="changed since"):
        leader_links.agree(link, at=NOON)
    assert not Signature.objects.filter(user=office.leader).exists()


def test_moved_to_another_section_it_dies_too(office):
    article = office.submitted()
    link = sent(office, article).link
    office.edit(article, office.editor, section=make.section(office.portal, "van-ban"))
    assert state(link) == LinkState.CHANGED


def test_ended_seat_kills_the_link(office):
    link = sent(office, office.submitted()).link
    administrator = make.user(is_administrator=True)
    end_seat(office.leader.seats.get(), by=administrator, at=NOON)
    assert state(link) == LinkState.SEAT_ENDED
    with pytest.raises(Refused):
        leader_links.agree(link, at=NOON)


def test_closed_account_kills_the_link(office):
    link = sent(office, office.submitted()).link
    office.leader.is_active = False
    office.leader.save()
    assert state(link) == LinkState.SEAT_ENDED


def test_link_runs_out(office):
    link = sent(office, office.submitted(), days=1).link
    assert state(link, NOON + DAY - HOUR) == LinkState.OPEN
    assert state(link, NOON + DAY) == LinkState.EXPIRED
    with pytest.raises(Refused, match="run out"):
        leader_links.agree(link, at=NOON + DAY)


def test_revoked_link_signs_nothing_and_revoking_twice_is_once(office):
    link = sent(office, office.submitted()).link
    leader_links.revoke(link, by=office.chief, at=NOON)
    leader_links.revoke(link, by=office.chief, at=NOON)
    assert state(link) == LinkState.REVOKED
    with pytest.raises(Refused, match="revoked"):
        leader_links.agree(link, at=NOON)
    assert Act.objects.filter(verb="revoke_link").count() == 1


def test_a_new_link_takes_the_place_of_the_unused_one(office):
    article = office.submitted()
    first, second = sent(office, article).link, sent(office, article).link
    assert (state(first), state(second)) == (LinkState.REVOKED, LinkState.OPEN)


def test_used_twice_is_once(office):
    article = office.submitted()
    link = sent(office, article).link
    for _n in range(2):
        leader_links.agree(link, at=NOON)
    assert Signature.objects.filter(user=office.leader).count() == 2  # text and place
    assert Act.objects.filter(verb="consent").count() == 1
    assert state(link) == LinkState.SIGNED
    with pytest.raises(Refused, match="signed this version already"):
        sent(office, article)


def test_published_meanwhile_it_waits_for_nothing(office):
    article = office.submitted()
    link = sent(office, article).link
    publish(office, article)
    assert state(link) == LinkState.CLOSED
    with pytest.raises(Refused, match="no longer waits"):
        leader_links.agree(link, at=NOON)


def test_wrong_pins_slow_down_and_lock(office):
    handed = sent(office, office.submitted())
    link, at = handed.link, NOON
    for left in (4, 3, 2):
        with pytest.raises(Refused, match=f"{left} more"):
            leader_links.try_pin(link, "không", at=at)
    with pytest.raises(Refused, match="Wait a minute"):
        leader_links.try_pin(link, handed.pin, at=at)
    for minutes in (1, 2):
        with pytest.raises(Refused):
            leader_links.try_pin(link, "000", at=NOON + minutes * HOUR)
    assert state(link) == LinkState.LOCKED
    with pytest.raises(Refused, match="locked"):
        leader_links.try_pin(link, handed.pin, at=NOON + DAY)


def test_right_pin_forgets_the_wrong_ones(office):
    handed = sent(office, office.submitted())
    with pytest.raises(Refused):
        leader_links.try_pin(handed.link, "1", at=NOON)
    leader_links.try_pin(handed.link, f" {handed.pin[:3]} {handed.pin[3:]} ", at=NOON)
    assert (handed.link.tries, handed.link.opened_at) == (0, NOON)
    with pytest.raises(Refused, match="Type the PIN"):
        leader_links.try_pin(handed.link, "", at=NOON)
    assert LeaderLink.objects.get().tries == 0


def test_his_words_are_a_note_and_no_signature(office):
    article = office.submitted()
    link = sent(office, article).link
    for _n in range(2):
        leader_links.say(link, "Bỏ đoạn cuối.\x00", at=NOON)
    opinion = Opinion.objects.get()
    assert (opinion.words, opinion.reported_by) == ("Bỏ đoạn cuối.", office.leader)
    assert not Signature.objects.filter(user=office.leader).exists()
    assert make.fresh(article).state == Article.State.IN_REVIEW
    with pytest.raises(Refused, match="Write what"):
        leader_links.say(link, " \n ", at=NOON)


def test_words_about_a_text_that_changed_while_he_wrote_are_kept(office):
    article = office.submitted()
    link = sent(office, article).link
    office.edit(article, office.editor, sapo="Khác.")
    leader_links.say(link, "Sửa câu đầu.", at=NOON)
    assert Opinion.objects.get().text_digest == link.text_digest


def test_a_new_link_is_asked_for_once_and_only_for_a_dead_text(office):
    article = office.submitted()
    link = sent(office, article).link
    with pytest.raises(Refused, match="still works"):
        leader_links.ask_again(link, at=NOON)
    office.edit(article, office.editor, sapo="Khác.")
    for _n in range(2):
        leader_links.ask_again(link, at=NOON)
    assert Act.objects.filter(verb="ask_link_again").count() == 1


def test_what_was_said_outside_never_counts(office):
    """Whatever it says and whoever records it."""
    article = edited_by_the_editor(office)
    for who in (office.editor, office.chief, office.reporter):
        record_outside(
            article, by=who, at=NOON, said_by="Đồng chí Bí thư", way="phone", said_at=NOON - HOUR,
            words="Đồng ý đăng.",
        )  # fmt: skip
    assert not Signature.objects.filter(digest=make.digest(article)).exists()
    with pytest.raises(Refused, match="one more person"):
        publish(office, article)
    act = Act.objects.filter(verb="outside_opinion").last()
    assert act.after["from"] == "Đồng chí Bí thư"


@pytest.mark.parametrize(
    "wrong",
    [{"said_by": " "}, {"way": "link"}, {"way": "?"}, {"words": ""}, {"said_at": NOON + HOUR},
     {"said_at": None}, {"words": "a" * 4001}],
)  # fmt: skip
def test_half_told_opinions_are_refused(office, wrong):
    given = {"said_by": "Bí thư", "way": "zalo", "said_at": NOON, "words": "Được."} | wrong
    with pytest.raises(Refused):
        record_outside(office.draft(), by=office.editor, at=NOON, **given)
    assert not Opinion.objects.exists()


def test_who_may_record_what_was_said(office):
    article = office.draft()
    other = make.seated("reporter", office.portal)
    given = {"said_by": "Bí thư", "way": "zalo", "said_at": NOON, "words": "Được."}
    with pytest.raises(Refused):
        record_outside(article, by=other, at=NOON, **given)
    with pytest.raises(OutOfSight):
        record_outside(article, by=make.Office().chief, at=NOON, **given)
    record_outside(article, by=office.reporter, at=NOON, **given)


def test_an_opinion_cannot_be_rewritten(office):
    leader_links.say(sent(office, office.submitted()).link, "Sửa.", at=NOON)
    with pytest.raises(Refused):
        Opinion.objects.get().save()


def test_a_leader_has_no_password(office):
    administrator = make.user(is_administrator=True)
    leader, worker = make.user(), office.reporter
    for who in (leader, worker):
        who.set_password("mot-hai-ba-bon")
        who.save()
        give_seat(who, office.portal, "adviser", by=administrator, at=NOON)
        who.refresh_from_db()
    assert (leader.has_usable_password(), leader.is_staff) == (False, False)
    assert (worker.has_usable_password(), worker.is_staff) == (True, True)
