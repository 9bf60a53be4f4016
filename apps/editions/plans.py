"""The mechanics under the verbs: spans of one key, one after the other, never two at once."""

from datetime import datetime

from django.db.models import F, Q

from apps.questions import Question

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


def open_ones(portal: str, key: str, at: datetime) -> list[Showing]:
    """What readers have of the key and what they will have."""
    return _OPEN.asked(portal=portal, key=key, at=at)


def live_one(portal: str, key: str, at: datetime) -> Showing | None:
    return next(iter(_LIVE.asked(portal=portal, key=key, at=at)), None)


def begun(portal: str, key: str, at: datetime) -> list[int]:
    """Numbers of all showings of the key that have begun, also of those long over."""
    return [showing.pk for showing in _BEGUN.asked(portal=portal, key=key, at=at)]


def next_after(portal: str, key: str, instant: datetime) -> Showing | None:
    """The first showing of the key that begins after the instant."""
    return next(iter(_NEXT.asked(portal=portal, key=key, at=instant)), None)


def last_shown(portal: str, key: str, at: datetime) -> Showing | None:
    """The newest showing that has begun, plans given up left out; with its cut."""
    return next(iter(_LAST.asked(portal=portal, key=key, at=at)), None)


def _of_last(*, portal: str, key: str, at: datetime):
    begun = Showing.objects.of(portal, key).filter(live_from__lte=at)
    given_up = Q(ended_at=F("live_from"), ended_why__in=[Ended.WITHDRAWN, Ended.REDACTED])
    newest = begun.exclude(given_up).order_by("-live_from", "-pk")
    return newest.select_related("cut")[:1]


def _of_next(*, portal: str, key: str, at: datetime):
    later = Showing.objects.of(portal, key).not_empty().filter(live_from__gt=at)
    return later.order_by("live_from")[:1]


# Every verb asks some of these; to write them anew each time took most of its time.
_OPEN = Question(lambda *, portal, key, at: Showing.objects.of(portal, key).open_at(at))
_LIVE = Question(lambda *, portal, key, at: Showing.objects.of(portal, key).live_at(at)[:1])
_BEGUN = Question(
    lambda *, portal, key, at: Showing.objects.of(portal, key).filter(live_from__lte=at).only("pk")
)
_NEXT, _LAST = Question(_of_next), Question(_of_last)
