"""Signing for another: four eyes stay, and everybody sees on whose behalf."""

import datetime as dt

import pytest

from apps.articles import publishing, workflow
from apps.articles.models import Article
from apps.articles.offers import offers
from apps.editions.models import Cut
from apps.newsroom.models import Act, Signature
from apps.newsroom.refusals import Refused
from apps.newsroom.signing import standing
from apps.portals import frame
from apps.portals.delegating import delegate, withdraw

from . import make
from .make import DAY, HOUR, NOON
from .newsroom.people import client_of

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 4, 30)  # the day of NOON


@pytest.fixture
def office():
    made = make.Office()
    made.portal.editors_approve = False
    made.portal.save()
    return made


def delegated(office, to=None):
    return delegate(
        office.portal, to or office.editor, by=office.chief, at=NOON,
        starts_on=TODAY, ends_on=TODAY + DAY, reason="Đi công tác",
    )  # fmt: skip


def publish(article, by, at=NOON):
    return workflow.publish(article, by=by, at=at, digest=make.digest(article))


def test_the_delegate_publishes_in_the_name_of_the_chief(office):
    delegated(office)
    article = publish(office.submitted(), office.editor)
    words = f"{office.editor} (được ủy quyền của {office.chief})"
    assert article.state == Article.State.PUBLISHED
    assert words in standing(article.key, make.digest(article)).names
    assert words in [signer["name"] for signer in Cut.objects.get(key=article.key).signers]
    signature = Signature.objects.filter(user=office.editor).first()
    assert (signature.role, signature.delegated_by) == ("delegate", office.chief)
    assert Act.objects.get(verb="publish").after["delegated_by"] == str(office.chief)


def test_without_it_the_editor_does_not(office):
    with pytest.raises(Refused):
        publish(office.submitted(), office.editor)


def test_a_delegation_that_ended_yesterday_is_refused_in_words(office):
    delegated(office)
    article = office.submitted()
    with pytest.raises(Refused) as refusal:
        publish(article, office.editor, NOON + 2 * DAY)
    assert "hết hiệu lực" in str(refusal.value)
    assert "01/05/2026" in str(refusal.value)
    offer = next(o for o in offers(article, office.editor, NOON + 2 * DAY) if o.act == "publish")
    assert offer.why_not == str(refusal.value)


def test_what_was_signed_stays_valid_after_the_end(office):
    delegated(office)
    article = office.submitted()
    workflow.approve(article, by=office.editor, at=NOON, digest=make.digest(article))
    assert standing(article.key, make.digest(article)).complete
    late = NOON + 5 * DAY
    assert publish(article, office.chief, late).state == Article.State.PUBLISHED


@pytest.mark.parametrize("act", ["approve", "publish"])
def test_nobody_approves_his_own_text_by_delegation(office, act):
    """Neither alone nor with a second signature of somebody who may not approve."""
    delegated(office, office.reporter)
    article = office.submitted()
    verb = getattr(workflow, act)
    with pytest.raises(Refused) as refusal:
        verb(article, by=office.reporter, at=NOON, digest=make.digest(article))
    assert "tự viết" in str(refusal.value)
    workflow.agree(article, by=office.editor, at=NOON, digest=make.digest(article))
    with pytest.raises(Refused):
        verb(article, by=office.reporter, at=NOON, digest=make.digest(article))
    assert not standing(article.key, make.digest(article)).approved
    offer = next(o for o in offers(article, office.reporter, NOON) if o.act == act)
    assert "tự viết" in offer.why_not


def test_a_delegate_does_not_sign_twice(office):
    """Who changed the text and approves it for the chief is still one person."""
    delegated(office)
    article = office.submitted()
    office.edit(article, office.editor, sapo="Sáng 30/4/2026, Thị ủy họp.")
    for _again in range(2):
        with pytest.raises(Refused):
            publish(article, office.editor)
        workflow.approve(article, by=office.editor, at=NOON, digest=make.digest(article))
    assert standing(article.key, make.digest(article)).user_ids == {office.editor.pk}


def test_his_own_right_comes_before_a_delegated_one(office):
    delegated(office)
    office.portal.editors_approve = True
    office.portal.save()
    article = publish(office.submitted(), office.editor)
    signature = Signature.objects.filter(key=article.key, user=office.editor).first()
    assert (signature.role, signature.delegated_by) == ("editor", None)
    assert "delegated_by" not in Act.objects.get(verb="publish").after


def test_hiding_by_delegation_says_so(office):
    delegated(office, office.reporter)
    article = publish(office.submitted(), office.chief)
    publishing.hide(article, by=office.reporter, at=NOON + HOUR)
    assert Act.objects.get(verb="hide").after["delegated_by"] == str(office.chief)


def test_a_frame_signed_by_delegation_says_so(office):
    delegated(office)
    frame.sign_frame(office.portal, by=office.editor, at=NOON)
    signature = Signature.objects.get()
    assert (signature.role, signature.approves) == ("editor", True)
    assert signature.delegated_by == office.chief


def test_the_history_of_the_article_names_the_giver(office):
    delegated(office)
    article = publish(office.submitted(), office.editor)
    page = client_of(office.chief).get(f"/toa-soan/articles/article/{article.pk}/history/")
    assert page.content.decode().count(f"(được ủy quyền của {office.chief})") >= 3


def test_withdrawn_in_the_middle_of_a_review(office):
    seat = delegated(office)
    article = office.submitted()
    withdraw(seat, by=office.chief, at=NOON + HOUR)
    with pytest.raises(Refused) as refusal:
        publish(article, office.editor, NOON + HOUR)
    assert "thu hồi" in str(refusal.value)
    assert make.fresh(article).state == Article.State.IN_REVIEW


def test_who_signed_before_is_told_why_it_does_not_approve(office):
    """He handed the text in yesterday, as an editor: one person signs a version once."""
    draft = office.draft()
    article = workflow.submit(draft, by=office.editor, at=NOON)
    delegated(office)
    for verb in (workflow.approve, workflow.publish):
        with pytest.raises(Refused) as refusal:
            verb(article, by=office.editor, at=NOON, digest=make.digest(article))
        assert "đã ký bản này trước khi" in str(refusal.value)
    assert Signature.objects.filter(user=office.editor, approves=True).count() == 0
