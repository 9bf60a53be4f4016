"""The workflow as its users live it. Rows come from `make.Office`."""

import pytest
from django.test import Client
from django.utils import translation

from apps.articles import publishing, workflow, writing
from apps.articles.models import Article
from apps.articles.situation import Situation, situation_of
from apps.editions.models import Cut, Showing
from apps.newsroom.models import Act, Signature
from apps.newsroom.refusals import OutOfSight, Refused

from . import make
from .make import DAY, HOUR, NOON

pytestmark = pytest.mark.django_db
State = Article.State


@pytest.fixture(autouse=True)
def _english():
    """Refusals are matched by their ids."""
    with translation.override("en"):
        yield


@pytest.fixture
def office():
    return make.Office()


def live_headline(article, at=NOON):
    showing = Showing.objects.of(article.portal.key, article.key).live_at(at).first()
    return showing.cut.values["headline"] if showing else None


def publish(office, article, by=None, at=NOON):
    return workflow.publish(article, by=by or office.editor, at=at, digest=make.digest(article))


def test_author_and_editor_publish(office):
    article = office.published(headline="Hội nghị giao ban")
    assert article.state == State.PUBLISHED
    assert live_headline(article) == "Hội nghị giao ban"


def test_reporter_may_not_approve(office):
    article = office.submitted()
    with pytest.raises(Refused, match="right"):
        workflow.approve(article, by=office.reporter, at=NOON, digest=make.digest(article))


def test_nobody_publishes_his_own_text_alone(office):
    article = office.draft(by=office.chief)
    workflow.submit(article, by=office.chief, at=NOON)
    with pytest.raises(Refused, match="one more person"):
        publish(office, article, by=office.chief)
    assert not Cut.objects.exists()


def test_changed_word_needs_the_author_again(office):
    article = office.submitted()
    office.edit(article, office.editor, body="<p>Hội nghị nghe báo cáo.</p>")
    with pytest.raises(Refused, match="one more person"):
        publish(office, article)
    workflow.agree(article, by=office.reporter, at=NOON, digest=make.digest(article))
    publish(office, article)
    assert live_headline(article)


def test_refused_publishing_leaves_no_signature(office):
    article = office.submitted()
    office.edit(article, office.editor, sapo="Khác.")
    with pytest.raises(Refused):
        publish(office, article)
    assert not Signature.objects.filter(user=office.editor).exists()


def test_another_approver_may_sign_instead_of_the_author(office):
    article = office.submitted()
    office.edit(article, office.editor, sapo="Khác.")
    workflow.approve(article, by=office.editor, at=NOON, digest=make.digest(article))
    publish(office, article, by=office.chief)
    assert live_headline(article)


def test_the_authors_agreement_completes_an_approval(office):
    article = office.submitted()
    office.edit(article, office.editor, sapo="Khác.")
    workflow.approve(article, by=office.editor, at=NOON, digest=make.digest(article))
    article = workflow.agree(article, by=office.reporter, at=NOON, digest=make.digest(article))
    assert article.state == State.APPROVED
    assert not Showing.objects.filter(key=article.key).exists()


def test_agreement_without_an_approval_leaves_it_in_review(office):
    article = office.submitted()
    office.edit(article, office.editor, sapo="Khác.")
    article = workflow.agree(article, by=office.reporter, at=NOON, digest=make.digest(article))
    assert article.state == State.IN_REVIEW


def test_two_reporters_are_not_enough(office):
    other = make.seated("reporter", office.portal)
    article = office.submitted()
    with pytest.raises(Refused):
        workflow.agree(article, by=other, at=NOON, digest=make.digest(article))


def test_approval_waits_for_the_second_signature(office):
    article = office.submitted()
    office.edit(article, office.editor, sapo="Khác.")
    article = workflow.approve(article, by=office.editor, at=NOON, digest=make.digest(article))
    assert article.state == State.IN_REVIEW
    article = workflow.approve(article, by=office.chief, at=NOON, digest=make.digest(article))
    assert article.state == State.APPROVED


def test_text_changed_since_it_was_read_is_not_signed(office):
    article = office.submitted()
    seen = make.digest(article)
    office.edit(article, office.chief, sapo="Khác.")
    with pytest.raises(Refused, match="changed since"):
        workflow.publish(article, by=office.editor, at=NOON, digest=seen)


def test_moving_to_another_section_needs_two_people_too(office):
    article = office.submitted()
    office.edit(article, office.editor, section=make.section(office.portal, "van-ban"))
    with pytest.raises(Refused, match="one more person"):
        publish(office, article)


def test_save_that_changes_nothing_voids_nothing(office):
    article = office.submitted()
    office.edit(article, office.editor)
    assert publish(office, article).state == State.PUBLISHED
    office.edit(article, office.editor)
    assert make.fresh(article).state == State.PUBLISHED


def test_readers_keep_the_old_text_while_it_is_edited(office):
    article = office.published(headline="Cũ")
    office.edit(article, office.reporter, headline="Mới")
    assert live_headline(article) == "Cũ"
    assert situation_of(make.fresh(article), NOON) == Situation.PENDING


def test_the_new_text_goes_the_same_way(office):
    article = office.published(headline="Cũ")
    office.edit(article, office.reporter, headline="Mới")
    workflow.submit(article, by=office.reporter, at=NOON + HOUR)
    publish(office, article, at=NOON + HOUR)
    assert live_headline(article, NOON) == "Cũ"
    assert live_headline(article, NOON + HOUR) == "Mới"


def test_editing_an_approved_text_voids_the_approval(office):
    article = office.submitted()
    workflow.approve(article, by=office.editor, at=NOON, digest=make.digest(article))
    office.edit(article, office.editor, sapo="Khác.")
    assert make.fresh(article).state == State.IN_REVIEW


def test_author_cannot_edit_what_is_handed_in(office):
    article = office.submitted()
    with pytest.raises(Refused, match="Withdraw"):
        office.edit(article, office.reporter, sapo="Khác.")


def test_withdrawn_article_can_be_edited(office):
    article = workflow.withdraw(office.submitted(), by=office.reporter, at=NOON)
    assert office.edit(article, office.reporter, sapo="Khác.").sapo == "Khác."


def test_sending_back_needs_a_reason(office):
    article = office.submitted()
    with pytest.raises(Refused, match="Write what"):
        workflow.send_back(article, by=office.editor, at=NOON, reason="  ")
    workflow.send_back(article, by=office.editor, at=NOON, reason="Thiếu ảnh.")
    assert Act.objects.filter(verb="send_back", reason="Thiếu ảnh.").exists()


def test_scheduled_piece_appears_at_its_moment(office):
    article = office.submitted()
    workflow.schedule(
        article, by=office.editor, at=NOON, digest=make.digest(article), live_from=NOON + DAY
    )
    assert live_headline(article, NOON + DAY - HOUR) is None
    assert live_headline(article, NOON + DAY)


def test_past_time_is_refused_for_scheduling(office):
    article = office.submitted()
    with pytest.raises(Refused, match="future"):
        workflow.schedule(
            article, by=office.editor, at=NOON, digest=make.digest(article), live_from=NOON
        )


def test_given_up_schedule_leaves_it_approved(office):
    article = office.submitted()
    workflow.schedule(
        article, by=office.editor, at=NOON, digest=make.digest(article), live_from=NOON + DAY
    )
    publishing.unschedule(article, by=office.editor, at=NOON + HOUR)
    assert make.fresh(article).state == State.APPROVED
    assert live_headline(article, NOON + 2 * DAY) is None


def test_hidden_piece_can_be_shown_again(office):
    article = office.published()
    publishing.hide(article, by=office.editor, at=NOON + HOUR)
    assert situation_of(make.fresh(article), NOON + HOUR) == Situation.HIDDEN
    publishing.show_again(article, by=office.editor, at=NOON + 2 * HOUR)
    assert live_headline(article, NOON + 2 * HOUR)


def test_only_a_chief_takes_down(office):
    article = office.published()
    with pytest.raises(Refused, match="right"):
        publishing.take_down(article, by=office.editor, at=NOON, reason="Sai.")
    publishing.take_down(article, by=office.chief, at=NOON + HOUR, reason="Sai.")
    assert situation_of(make.fresh(article), NOON + HOUR) == Situation.TAKEN_DOWN


def test_taking_down_asks_why(office):
    with pytest.raises(Refused, match="why"):
        publishing.take_down(office.published(), by=office.chief, at=NOON, reason="")


def test_expiry_comes_by_itself(office):
    article = office.published()
    publishing.expire(article, by=office.editor, at=NOON, expires_at=NOON + DAY)
    assert live_headline(article, NOON + DAY - HOUR)
    assert situation_of(make.fresh(article), NOON + DAY) == Situation.EXPIRED


def test_strangers_find_nothing(office):
    stranger = make.Office().chief
    article = office.submitted()
    for verb in (workflow.submit, workflow.claim, workflow.withdraw):
        with pytest.raises(OutOfSight):
            verb(article, by=stranger, at=NOON)
    with pytest.raises(OutOfSight):
        publishing.hide(article, by=stranger, at=NOON)


def test_administrator_and_superuser_have_no_editorial_right(office):
    root = make.user("root", is_administrator=True, is_superuser=True)
    article = office.submitted()
    with pytest.raises(OutOfSight):
        publish(office, article, by=root)
    assert not Article.objects.seen_by(root, NOON).exists()


def test_ended_seat_gives_nothing(office):
    office.editor.seats.update(ends_on=NOON.date() - DAY)
    with pytest.raises(OutOfSight):
        publish(office, office.submitted())


def test_stale_save_keeps_both_texts(office):
    article = office.draft()
    office.edit(article, office.reporter, sapo="Của tôi trước.")
    text = writing.Text({"headline": article.headline, "sapo": "Đến sau."})
    with pytest.raises(writing.Stale) as stale:
        writing.save(article, text, by=office.editor, at=NOON, revision=1)
    assert stale.value.theirs.sapo == "Của tôi trước."
    assert make.fresh(article).sapo == "Của tôi trước."


def test_contributor_sees_only_his_own(office):
    contributor = make.seated("contributor", office.portal)
    mine = office.draft(by=contributor)
    office.draft()
    assert list(Article.objects.seen_by(contributor, NOON)) == [mine]


def test_every_act_leaves_its_line(office):
    article = office.published()
    publishing.hide(article, by=office.editor, at=NOON + HOUR, reason="Kiểm tra lại tên.")
    verbs = Act.objects.filter(key=article.key).order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == ["start", "submit", "publish", "hide"]


def test_what_was_taken_down_does_not_come_back(office):
    article = office.published()
    publishing.take_down(article, by=office.chief, at=NOON + HOUR, reason="Sai.")
    office.edit(article, office.reporter, sapo="Viết lại.")
    with pytest.raises(Refused, match="for good"):
        workflow.submit(article, by=office.reporter, at=NOON + 2 * HOUR)


def test_given_up_schedule_keeps_an_old_pages_date(office):
    article = office.submitted()
    Article.objects.filter(pk=article.pk).update(published_at=NOON - 100 * DAY)
    workflow.schedule(
        article, by=office.editor, at=NOON, digest=make.digest(article), live_from=NOON + DAY
    )
    publishing.unschedule(article, by=office.editor, at=NOON + HOUR)
    assert make.fresh(article).published_at == NOON - 100 * DAY


def test_expired_page_stays_gone_after_a_plan_is_given_up(office):
    office.with_frame()
    article = office.published()
    publishing.expire(article, by=office.editor, at=NOON, expires_at=NOON + HOUR)
    office.edit(article, office.reporter, sapo="Bản mới.")
    workflow.submit(article, by=office.reporter, at=NOON)
    workflow.schedule(
        article, by=office.editor, at=NOON, digest=make.digest(article), live_from=NOON + DAY
    )
    publishing.unschedule(article, by=office.editor, at=NOON + 2 * HOUR)
    host = {"host": f"{office.portal.key}.localhost"}
    assert Client(headers=host).get(make.fresh(article).address).status_code == 410
