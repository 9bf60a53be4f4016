"""“To be done before”: when a piece is wanted, and how near that is by the clock given."""

import datetime as dt

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from apps.newsroom import history
from apps.newsroom.refusals import OutOfSight, Refused
from apps.portals.roles import Right
from apps.portals.seats import by_delegation, rights_of, seat_for, seat_with, seats_on
from lib.vietnamese.datelines import say_when

from .models import Article

NEAR = dt.timedelta(hours=4)
LATE, SOON, FAR = "late", "soon", "far"
MARKS = {LATE: "attention", SOON: "waiting"}  # the desk's marks of states
SETS = (Right.EDIT, Right.ASSIGN, Right.SEND_BACK)
SOONEST_FIRST = (F("due_at").asc(nulls_last=True), "-changed_at", "-pk")
# Out and not changed since: nothing is wanted of it.
IN_WORK = tuple(state for state in Article.State if state != Article.State.PUBLISHED)


def may_set_due(article, user, held) -> bool:
    mine = article.author_id == user.pk and Right.WRITE in held
    return mine or bool(held & set(SETS))


def due_is_asked(article, user, held) -> bool:
    """Whether the page offers to say it: this person may, and something is still wanted."""
    return article.state in IN_WORK and may_set_due(article, user, held)


@transaction.atomic
def set_due(article, *, by, at, due_at) -> Article:
    """When it is wanted; None for no such time. Touches no signature. OutOfSight or Refused."""
    article = Article.objects.select_for_update().select_related("portal").get(pk=article.pk)
    held = rights_of(by, article.portal, at)
    if not held or not Article.objects.reached_by(by, at).filter(pk=article.pk).exists():
        raise OutOfSight
    if not may_set_due(article, by, held):
        seat_for(by, article.portal, Right.EDIT, at)
        raise Refused(_("Only the author or an editor can do this."))
    if article.state not in IN_WORK:
        raise Refused(_("This article is out already; nothing is waited for."))
    if due_at is not None and due_at <= at:
        raise Refused(_("Choose a time in the future."))
    before, article.due_at = article.due_at, due_at
    if before == due_at:
        return article
    article.save(update_fields=["due_at"])
    history.record(
        article.key, "set_due", by=by, at=at, portal=article.portal.key,
        before={"due_at": before and before.isoformat()},
        after={
            "due_at": due_at and due_at.isoformat(),
            "about": say_when(due_at, at) if due_at else _("no time"),
            **by_delegation(seat_with(seats_on(by, article.portal, at), *SETS, Right.WRITE)),
        },
    )  # fmt: skip
    return article


def nearness(article, now) -> str:
    """LATE, SOON or FAR; '' where nothing is wanted any more."""
    if article.due_at is None or article.state not in IN_WORK:
        return ""
    if article.due_at <= now:
        return LATE
    return SOON if article.due_at - now <= NEAR else FAR


def due_in_words(article, now) -> str:
    """ "cần xong trước hôm nay 14:05", with what is pressing said first; '' for nothing."""
    words = {"when": say_when(article.due_at, now)} if article.due_at else {}
    return {
        LATE: lambda: _("overdue: wanted before %(when)s") % words,
        SOON: lambda: _("soon due: wanted before %(when)s") % words,
        FAR: lambda: _("wanted before %(when)s") % words,
        "": lambda: "",
    }[nearness(article, now)]()
