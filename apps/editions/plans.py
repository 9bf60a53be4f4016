"""The mechanics under the verbs: spans of one key, one after the other, never two at once."""

from datetime import datetime

from django.db.models import F

from .changes import bump
from .models import Showing
from .uses import forget

Ended = Showing.Ended


def end(showing: Showing, at: datetime, why: str) -> None:
    """End it at an instant for a reason of its own; no longer for a successor."""
    Showing.objects.filter(pk=showing.pk).update(ended_at=at, ended_why=why, ended_by=None)


def reopen(showing: Showing) -> None:
    """Take its end back; only `expires_at` ends it now."""
    Showing.objects.filter(pk=showing.pk).update(ended_at=None, ended_why="", ended_by=None)


def empty(planned: Showing, why: str) -> None:
    """Let a coming showing end as it begins."""
    end(planned, planned.live_from, why)
    forget([planned.pk])


def give_up(planned: Showing, why: str) -> None:
    """Empty a plan; what ended for it goes on, until the next plan if there is one."""
    bump(planned.portal)
    empty(planned, why)
    following = next_after(planned.portal, planned.key, planned.live_from)
    for waiting in Showing.objects.filter(ended_by=planned):
        if following and lasts_until(waiting, following.live_from):
            Showing.objects.filter(pk=waiting.pk).update(
                ended_at=following.live_from, ended_by=following
            )
        else:
            reopen(waiting)


def make_room(portal: str, key: str, live_from: datetime, given_up: list[Showing]):
    """Empty these plans, end what readers would get at `live_from` and return it, or None.

    Nothing is opened on the way: another page may stand at the same address later.
    """
    for planned in given_up:
        empty(planned, Ended.WITHDRAWN)
    same = Showing.objects.of(portal, key)
    before = same.live_at(live_from).first()
    for waiting in same.filter(ended_by__in=given_up).exclude(ended_why=Ended.WITHDRAWN):
        if lasts_until(waiting, live_from):
            before = waiting
        else:
            reopen(waiting)
    if before:
        end(before, live_from, Ended.SUPERSEDED)
    return before


def lasts_until(showing: Showing, instant: datetime) -> bool:
    return showing.expires_at is None or showing.expires_at > instant


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
