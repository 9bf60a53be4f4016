"""The mechanics under the verbs: spans of one key, one after the other, never two at once."""

from datetime import datetime

from django.db.models import F, Q

from .models import Cut, Showing
from .uses import forget

Ended = Showing.Ended


def end(showing: Showing, at: datetime, why: str, by: Showing | None = None) -> None:
    """End it at an instant: for its successor `by`, else for a reason of its own."""
    Showing.objects.filter(pk=showing.pk).update(ended_at=at, ended_why=why, ended_by=by)


def reopen(showing: Showing) -> None:
    """Take its end back; only `expires_at` ends it now."""
    Showing.objects.filter(pk=showing.pk).update(ended_at=None, ended_why="", ended_by=None)


def empty(planned: Showing, why: str) -> None:
    """Let a coming showing end as it begins."""
    end(planned, planned.live_from, why)
    forget([planned.pk])


def give_up(planned: Showing, why: str) -> None:
    """Empty a plan; what ended for it goes on, until the next plan if there is one."""
    empty(planned, why)
    following = next_after(planned.portal, planned.key, planned.live_from)
    for waiting in Showing.objects.filter(ended_by=planned):
        if following:
            end(waiting, following.live_from, Ended.SUPERSEDED, by=following)
        else:
            reopen(waiting)


def make_room(cut: Cut, live_from: datetime, at: datetime, given_up: list[Showing]):
    """Empty these plans and end what lasts until `live_from`; returns it, or None.

    Also what expires before: that can be lifted as long as it has not come. Nothing is opened on
    the way, since another page may stand at the same address later.
    """
    for planned in given_up:
        empty(planned, Ended.WITHDRAWN)
    same = Showing.objects.of(cut.portal, cut.key).filter(live_from__lte=live_from).not_empty()
    lasting = Q(ended_at=None) | Q(ended_at__gt=live_from) | Q(ended_by__in=given_up)
    open_ones = same.filter(lasting).exclude(expires_at__lte=at)
    before = open_ones.order_by("-live_from", "-pk").first()
    if before:
        end(before, live_from, Ended.SUPERSEDED)
    return before


def next_after(portal: str, key: str, instant: datetime) -> Showing | None:
    """The first showing of the key that begins after the instant."""
    later = Showing.objects.of(portal, key).not_empty().filter(live_from__gt=instant)
    return later.order_by("live_from").first()


def last_shown(portal: str, key: str, at: datetime) -> Showing | None:
    """The newest showing that has begun, plans given up left out."""
    begun = Showing.objects.of(portal, key).filter(live_from__lte=at)
    given_up = begun.filter(
        ended_at=F("live_from"), ended_why__in=[Ended.WITHDRAWN, Ended.REDACTED]
    )
    return (
        begun.exclude(pk__in=given_up.values("pk"))
        .select_related("cut")
        .order_by("-live_from", "-pk")
        .first()
    )
