"""The mechanics under the verbs: spans of one key, one after the other, never two at once."""

from datetime import datetime

from django.db.models import F, Q

from .models import Showing
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


def make_room(
    open_ones: list[Showing], live_from: datetime, given_up: list[Showing]
) -> Showing | None:
    """Of a key's showings that are not over, empty these plans and end what lasts until
    `live_from`; returns it, or None.

    Also what expires before: that can be lifted as long as it has not come. Nothing is opened on
    the way, since another page may stand at the same address later.
    """
    for planned in given_up:
        empty(planned, Ended.WITHDRAWN)
    gone = {planned.pk for planned in given_up}
    lasting = [
        one
        for one in open_ones
        if one.pk not in gone and one.live_from <= live_from
        if one.ended_at is None or one.ended_at > live_from or one.ended_by_id in gone
    ]
    before = max(lasting, key=lambda one: (one.live_from, one.pk), default=None)
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
    given_up = Q(ended_at=F("live_from"), ended_why__in=[Ended.WITHDRAWN, Ended.REDACTED])
    newest = begun.exclude(given_up).order_by("-live_from", "-pk")
    return newest.select_related("cut").first()
