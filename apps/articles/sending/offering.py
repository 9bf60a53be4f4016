"""Sending what readers have to other portals of the installation: the sender's verb."""

from django.db import transaction
from django.utils.translation import gettext as _

from apps.newsroom import history
from apps.newsroom.refusals import OutOfSight, Refused
from apps.portals.models import Portal
from apps.portals.roles import Right
from apps.portals.seats import by_delegation, seat_for

from ..models import Article
from .models import Sending
from .original import live_original

SEND, OFFERED = "send_on", "send_here"
State = Sending.State


def others(portal):
    """Portals to which a piece of this one may go; none from or to a practice portal."""
    if portal.is_practice:
        return Portal.objects.none()
    return Portal.objects.filter(practice_of=None).exclude(pk=portal.pk)


@transaction.atomic
def send(article, portals, *, by, at) -> list[Sending]:
    """Offer what readers have now to these portals; who declined is asked again.

    Those who have it, or are still asked, are asked no second time.
    """
    Article.objects.select_for_update().get(pk=article.pk)
    article = Article.objects.select_related("portal").get(pk=article.pk)
    seat = seat_for(by, article.portal, Right.PUBLISH, at)
    wanted = {portal.pk: portal for portal in portals}
    allowed = set(others(article.portal).filter(pk__in=wanted).values_list("pk", flat=True))
    if allowed != set(wanted):
        raise OutOfSight
    had = {row.to_id: row for row in Sending.objects.filter(article=article, to__in=wanted)}
    fresh = [
        had.get(pk) or Sending(article=article, to=portal)
        for pk, portal in wanted.items()
        if pk not in had or had[pk].state == State.DECLINED
    ]
    if not fresh:
        raise Refused(_("Choose at least one portal that has not been sent this piece yet."))
    shown = live_original(fresh[0], at)
    if shown is None:
        raise Refused(_("Readers do not see this article now; only what they see can be sent."))
    for sending in fresh:
        sending.headline, sending.state = shown.cut.title, State.WAITING
        sending.sent_by, sending.sent_at = by, at
        sending.answered_at, sending.reason = None, ""
        sending.goes_out_at = sending.ends_at = None
        sending.save()
        history.record(
            sending.key, OFFERED, by=by, at=at, portal=sending.to.key,
            after={"about": article.portal.name},
        )  # fmt: skip
    names = ", ".join(str(wanted[sending.to_id]) for sending in fresh)
    history.record(
        article.key, SEND, by=by, at=at, portal=article.portal.key,
        after={"to": names, "digest": shown.cut.text_digest, **by_delegation(seat)},
    )  # fmt: skip
    return fresh
