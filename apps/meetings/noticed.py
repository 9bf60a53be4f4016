"""What of meetings is told to whom: to those who are sent there, or were until now."""

import datetime as dt

from django.urls import reverse
from django.utils.translation import gettext_lazy

from apps.newsroom.models import Act
from apps.newsroom.notice_kinds import Kind, Thing, Told, name_kinds
from apps.newsroom.notice_models import Group, Notice
from apps.portals.roles import Right
from apps.portals.seats import given_by, listed_of
from lib.vietnamese.datelines import local

from .assigning import Part, hours_of
from .cells import day_cell, time_cell
from .models import Assignment, Meeting

PREFIX = "meeting:"
DROPPED = ("drop_meeting",)
State = Meeting.State


def _kind(code, words, **how):
    return Kind(code, Group.WAITING, words, settled_by=DROPPED, **how)


name_kinds(
    _kind("sent_reporter", gettext_lazy("You are sent to report on it")),
    _kind("sent_photographer", gettext_lazy("You are sent to take the photos")),
    _kind("sent_both", gettext_lazy("You are sent to report on it and to take the photos")),
    _kind("assignment_changed", gettext_lazy("The assignment has changed: see who does what")),
    _kind("assignment_withdrawn", gettext_lazy("You are not sent there any more"), urgent=True),
    _kind(
        "meeting_moved", gettext_lazy("Its time or place has changed"), urgent=True, repeats=True
    ),
    _kind("meeting_postponed", gettext_lazy("It is postponed"), urgent=True),
    _kind("meeting_cancelled", gettext_lazy("It is cancelled"), urgent=True),
    _kind("meeting_planned", gettext_lazy("It takes place after all"), urgent=True),
    _kind("meeting_uncovered", gettext_lazy("It gets no coverage any more"), urgent=True),
    Kind(
        "meeting_dropped", Group.WAITING, gettext_lazy("It was deleted from the schedule"),
        urgent=True,
    ),
)  # fmt: skip

WHEN_AND_WHERE = {"starts_at", "ends_at", "place", "form", "remote_points"}


def whom_to_tell(act) -> list[Told]:
    """Part of newsroom's slot. Asks nothing for an act that concerns nobody."""
    if not act.key.startswith(PREFIX):
        return []
    if act.verb == "assign":
        return _assigned(act)
    kind = _kind_of_change(act)
    return _changed(act, kind) if kind else []


def things_of(user, keys, at) -> dict[str, Thing]:
    """Part of newsroom's slot: meetings the person reads or is sent to, and on his portals those
    he was told of before: that somebody goes nowhere any more must still reach him.
    """
    numbers = [number for key in keys if (number := _number(key))]
    if not numbers:
        return {}
    seats = listed_of(user, at)
    here = Meeting.objects.filter(
        number__in=numbers, portal__in={seat.portal_id for seat in seats}
    ).prefetch_related("assignments")
    reads = {seat.portal_id for seat in seats if Right.READ in given_by(seat)}
    found = {m.key: Thing(title_of(m), _page(m)) for m in here if m.portal_id in reads}
    left = {key for key in keys if key.startswith(PREFIX)} - set(found)
    return found | _without_a_page(user, left, here, seats) if left else found


def _without_a_page(user, keys, here, seats) -> dict[str, Thing]:
    """What the person cannot open: sent there as a contributor, or told of it before."""
    told = set(Notice.objects.filter(user=user, key__in=keys).values_list("key", flat=True))
    portals = {seat.portal.key for seat in seats}
    acts = Act.objects.filter(key__in=told, verb__in=DROPPED, portal__in=portals)
    found = {act.key: _title_then(act.before) for act in acts}
    for meeting in here:
        sent = any(row.user_id == user.pk for row in meeting.assignments.all())
        if meeting.key in keys and (sent or meeting.key in told):
            found[meeting.key] = title_of(meeting)
    return {key: Thing(title, reverse("admin:index")) for key, title in found.items()}


def title_of(meeting) -> str:
    """ "Giao ban (8:00, 23/11/2026, Hội trường)": an e-mail must say when and where."""
    where = [time_cell(meeting), _day(meeting.starts_at), meeting.place]
    return f"{meeting.title} ({', '.join(filter(None, where))})"


def _title_then(facts) -> str:
    """Of a meeting that is there no more: whether its hour was known is not kept."""
    where = [_day(dt.datetime.fromisoformat(facts["starts_at"])), facts["place"]]
    return f"{facts['title']} ({', '.join(filter(None, where))})"


def _day(at):
    return f"{day_cell(at)}/{local(at).year}"


def _number(key):
    number = key.removeprefix(PREFIX)
    named = key.startswith(PREFIX) and number.isascii() and number.isdigit()
    return int(number) if named and len(number) < 16 else None


def _page(meeting):
    return reverse("admin:meetings_meeting_change", args=[meeting.pk]) + "#who-goes"


def _assigned(act) -> list[Told]:
    """Who goes now, who goes no more, and who goes with others or for something else."""
    before, after = _parts(act.before.get("sent", {})), _parts(act.after.get("sent", {}))
    rows = [(_sent(parts), user) for user, parts in after.items() if user not in before]
    rows += [("assignment_withdrawn", user) for user in before if user not in after]
    rows += [("assignment_changed", user) for user in before if user in after]
    meeting = Meeting.objects.filter(number=_number(act.key)).first()
    if meeting is None:
        return []
    title = title_of(meeting)
    return [Told(kind, frozenset({user}), title, act.portal) for kind, user in rows]


def _parts(sent) -> dict[int, list[str]]:
    found = {}
    for part, user in sent.items():
        found.setdefault(user, []).append(part)
    return found


def _sent(parts):
    return "sent_both" if len(parts) == len(Part) else f"sent_{parts[0]}"


def _kind_of_change(act) -> str:
    """What it means to who is sent there; '' for nothing."""
    if act.verb in DROPPED:
        return "meeting_dropped"
    if act.verb != "change_meeting" or not act.before:
        return ""
    if act.after.get("state") in State.values:
        return f"meeting_{act.after['state']}"
    if act.after.get("no_coverage"):
        return "meeting_uncovered"
    return "meeting_moved" if WHEN_AND_WHERE & set(act.after) else ""


def _changed(act, kind) -> list[Told]:
    rows = list(
        Assignment.objects.filter(meeting__number=_number(act.key)).select_related("meeting")
    )
    if not rows or _long_over(rows[0].meeting, act):
        return []
    people = frozenset(row.user_id for row in rows)
    return [Told(kind, people, title_of(rows[0].meeting), act.portal)]


def _long_over(meeting, act) -> bool:
    """Both as it stands and as it stood: tidying up last year's meetings calls nobody."""
    was = act.before.get("starts_at")
    ends = [hours_of(meeting)[1], *([dt.datetime.fromisoformat(was)] if was else [])]
    return max(ends) <= act.at
